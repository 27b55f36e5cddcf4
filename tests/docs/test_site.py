"""The site that docs/build made: it needs nothing from elsewhere, and its search finds Vietnamese words with and without their marks."""

import html.parser
import json
import os
import pathlib
import re
import subprocess
import urllib.parse

import pytest

SITE = pathlib.Path(os.environ["CHISO_SITE"])
PAGES = sorted(SITE.rglob("*.html"))
#: What makes a browser fetch something when it shows a page; a link that the reader may follow does not.
FETCHED = {
    "img": "src",
    "script": "src",
    "link": "href",
    "iframe": "src",
    "source": "src",
    "object": "data",
    "embed": "src",
    "video": "src",
}
#: Kinds of <link> that name another page; a browser does not fetch it.
NAMED = {"author", "canonical", "index", "next", "prev", "search"}


class Fetched(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.addresses, self.anchors, self.links = set(), set(), set()
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if FETCHED.get(tag) in values and values.get("rel") not in NAMED:
            self.addresses.add(values[FETCHED[tag]])
        if "id" in values:
            self.anchors.add(values["id"])
        if tag == "a" and "href" in values:
            self.links.add(values["href"])


READ = {page: Fetched(page.read_text(encoding="utf-8")) for page in PAGES}


def test_pages_fetch_nothing_from_elsewhere():
    assert len(PAGES) > 230
    outside = {address for page in READ.values() for address in page.addresses if re.match(r"(\w+:)?//", address)}
    assert not outside


def test_what_pages_fetch_is_there():
    for page, read in READ.items():
        for address in read.addresses:
            if not address.startswith("data:"):
                assert (page.parent / address.partition("?")[0].partition("#")[0]).is_file(), (page, address)


def test_styles_fetch_nothing_from_elsewhere():
    for path in SITE.rglob("*.css"):
        assert not re.search(r"(@import|url\()\s*[\"']?(\w+:)?//", path.read_text(encoding="utf-8")), path


def test_links_lead_to_what_is_there():
    lost = []
    for page, read in READ.items():
        for link in read.links:
            if re.match(r"(\w+:|//)", link):
                continue
            name, _, anchor = link.partition("#")
            target = pathlib.Path(os.path.normpath(page.parent / urllib.parse.unquote(name))) if name else page
            if not (target in READ or target.is_file()) or (anchor and target in READ and anchor not in READ[target].anchors):
                lost.append((str(page.relative_to(SITE)), link))
    assert not lost


def test_links_to_elsewhere_are_listed():
    """Nothing fetches them: who adds one to the list, with CHISO_WRITE_GOLDEN=1, has looked where it leads."""
    links = sorted({link for read in READ.values() for link in read.links if re.match(r"(\w+:|//)", link)})
    listed = pathlib.Path(__file__).with_name("links_elsewhere.txt")
    if os.environ.get("CHISO_WRITE_GOLDEN"):
        listed.write_text("".join(f"{link}\n" for link in links), encoding="utf-8")
    assert links == listed.read_text(encoding="utf-8").splitlines()


def test_long_lines_of_code_are_broken_but_not_those_of_tables():
    def blocks(page):
        text = (SITE / page).read_text(encoding="utf-8")
        return re.findall(r'<div class="([^"]*highlight-[^"]*)"><div class="highlight"><pre>(.*?)</pre>', text, re.S)

    for page in ("concepts.html", "vi/card.html", "problems/cell.option.html", "guide/first_index.html"):
        assert blocks(page)
        for classes, code in blocks(page):
            columns = re.search(r"\S {2,}\S+ {2,}\S+ {2,}\S", re.sub("<[^>]*>", "", code))
            assert ("breaks-lines" in classes.split()) != bool(columns), (page, code)


def found(*queries):
    """The pages that the search of the site finds for each query, by its own script."""
    command = ["node", pathlib.Path(__file__).with_name("search.js"), SITE, *queries]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    ("written", "plain", "page"),
    [
        ("độ phủ", "do phu", "guide/lines"),
        ("tiêu chí phụ", "tieu chi phu", "problems/tie_break.undecided"),
        ("đối chiếu số liệu", "doi chieu so lieu", "guide/index"),
        ("không áp dụng", "khong ap dung", "guide/cells"),
        ("ĐƠN VỊ", "don vi", "problems/README"),
        ("bước chấm", "buoc cham", "vi/concepts"),
        ("viết bộ tiêu chí", "viet bo tieu chi", "vi/writing"),
        ("biểu nhập liệu", "bieu nhap lieu", "vi/sheet"),
        ("phiếu điểm", "phieu diem", "vi/card"),
        ("gõ nhầm", "go nham", "vi/checks"),
        ("cài đặt", "cai dat", "vi/installing"),
        ("thuật ngữ", "thuat ngu", "vi/glossary"),
    ],
)
def test_vietnamese_words_are_found_with_and_without_marks(written, plain, page):
    with_marks, without = found(written, plain)
    assert page in with_marks
    assert set(with_marks) == set(without)  # a title that holds the query stands in the list once more


def test_marks_apart_from_their_letters_are_found():
    joined, apart = found("tiêu chí", "tie\u0302u chi\u0301")
    assert joined and set(joined) == set(apart)


def test_english_words_are_found_by_their_stem():
    assert "guide/checks" in found("checking")[0]


def test_the_glossary_is_found_by_its_words():
    assert all("glossary" in pages for pages in found("quantum", "coverage", "slip", "veto"))


def test_tables_of_prose_name_their_cells_for_narrow_screens_and_those_of_figures_do_not():
    prose, figures = ((SITE / page).read_text(encoding="utf-8") for page in ("generated/model_file.html", "guide/first_index.html"))
    assert len(re.findall(r'<td><span class="head-of-cell">meaning</span>', prose.replace("<p>", ""))) > 50
    assert "of-prose" in prose and "of-prose" not in figures


def test_the_command_line_has_every_option_of_each_command():
    text = (SITE / "generated" / "command_line.html").read_text(encoding="utf-8")
    said = subprocess.run([os.environ["CHISO_CLI"], "score", "--help"], capture_output=True, check=True, text=True).stdout
    options = re.findall(r"^  (?:-\w,)?(--[\w-]+)", said, re.M)
    section = re.search(r'<section id="chiso-score">.*?</section>', text, re.S)[0]
    assert len(options) > 15 and all(f"{option}<" in section or f"{option} " in re.sub("<[^>]*>", "", section) for option in options)


def test_nothing_is_found_for_a_word_that_no_page_has():
    assert found("khôngcótrongtrang") == [[]]
