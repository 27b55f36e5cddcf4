"""The output of `chiso show` for people: pages, folded groups, stated points beside the rule's own, terminals."""

import fcntl
import json
import os
import pty
import re
import struct
import subprocess
import termios

import pytest
from command_line import COMMUNES, PCI, ROOT, check_golden, run
from pages import Page

STATED = [*COMMUNES, "Phòng Mẫu 01", "--track", "appraised"]


def show(*arguments):
    return run("show", *arguments, language="vi")[0]


def rows_of(text):
    """The lines of the table, split into columns by the rule below its heads; a blank line and that of the model follow it."""
    lines = text.splitlines()[:-2]
    place = next(place for place, line in enumerate(lines) if line.startswith("---"))
    spans = [match.span() for match in re.finditer("-+", lines[place])]
    spans[-1] = (spans[-1][0], None)
    return [[line[start:end].rstrip() for start, end in spans] for line in lines[place - 1 :] if not line.startswith("---")]


@pytest.mark.parametrize(
    "name, arguments",
    [
        ("show_incomplete.html", [*COMMUNES, "Xã Mẫu 09"]),
        ("show_stated_en.html", [*STATED, "--lang", "en"]),
        ("show_folded.html", [*COMMUNES, "Xã Mẫu 19", "--depth", "1"]),
        ("show_folded.txt", [*STATED, "--depth", "2"]),
        ("show_top_level_en.txt", [*COMMUNES, "Xã Mẫu 09", "--depth", "1", "--lang", "en"]),
    ],
)
def test_golden_scorecards(name, arguments):
    check_golden(name, show(*arguments, "--format", "html" if name.endswith("html") else "text"))


@pytest.mark.parametrize("arguments", [[*COMMUNES, "Xã Mẫu 09"], STATED, [*COMMUNES, "Xã Mẫu 19", "--depth", "2"], [*PCI, "Đà Nẵng"]])
def test_a_page_has_the_same_content_as_the_text(arguments):
    for language in ("vi", "en"):
        text = show(*arguments, "--lang", language)
        page = Page(show(*arguments, "--lang", language, "--format", "html"))
        page.stands_alone(language)
        lines = [" ".join(filter(None, map(str.strip, row))) for row in page.rows[1:]]
        flat = re.sub(r"\s+", " ", text)
        for cells, line in zip(page.rows[1:], lines):
            if len(cells[1]) < 50:  # otherwise it is broken onto further lines
                assert line in flat
        for phrase in re.findall(r"<dd>(.*?)</dd>|<p class=\"gap\">(.*?)</p>", page.text):
            assert "".join(phrase) in text


def test_a_folded_group_shows_what_it_contains():
    whole, folded = (
        rows_of(show(*COMMUNES, "Xã Mẫu 09", "--lang", "en")),
        rows_of(show(*COMMUNES, "Xã Mẫu 09", "--lang", "en", "--depth", "1")),
    )
    assert [row[0] for row in folded if row[0]] == ["No.", "I", "II", "III", "IV", "V", "VI", "VII", "VIII"]
    by_number = {row[0]: row for row in whole if row[0]}
    for row in folded[1:]:
        if row[0]:
            assert list(map(str.strip, row[2:6])) == list(map(str.strip, by_number[row[0]][2:6]))  # its points are the same
    reasons = {row[0]: row[-1] for row in folded}
    assert reasons["II"] == "3 criteria in it, 1 undefined; incomplete"
    assert reasons["VIII"] == "4 criteria in it, 1 not applicable"
    assert show(*COMMUNES, "Xã Mẫu 09", "--depth", "64") == show(*COMMUNES, "Xã Mẫu 09")


def test_stated_points_stand_beside_the_rules_own():
    rows = rows_of(show(*STATED, "--lang", "en"))
    place = rows[0].index("By rule")
    stated = {row[0]: (row[2].strip(), row[place].strip()) for row in rows if "stated" in row}
    assert stated["1.3"] == ("2.00", "1.50") and stated["4.3"] == ("2.33", "2.00")
    assert "By rule" not in show(*COMMUNES, "Xã Mẫu 09", "--lang", "en")  # without stated points there is nothing to compare


def test_incomplete_and_unranked_rows_are_marked():
    text = show(*COMMUNES, "Xã Mẫu 09", "--lang", "en")
    assert "Index 68.99, no rank while incomplete, no class\nIncomplete: no result yet for 2.3\n" in text
    text = show(*COMMUNES, "Xã Mẫu 09")
    assert "chưa xếp hạng vì chưa đủ số liệu, chưa xếp loại\nChưa đủ số liệu: chưa chấm được tiêu chí 2.3\n" in text
    assert ", not ranked, class " in show(*COMMUNES, "Phòng Mẫu 12", "--lang", "en")


NASTY = {
    "chiso": 1,
    "id": "nasty",
    "title": "<b>&\"'",
    "measures": {"x": {"type": "count", "label": "</td>\x1b[31m\x9b1m\u202ex"}},
    "blocks": [{"id": "<i>", "label": "<u>"}],
    "criteria": [
        {
            "id": "c",
            "number": "<1>",
            "label": "a\nb </tr> \u6f22\u5b57 e\u0301",
            "points": 1,
            "rule": {"type": "per_item", "value": "x", "each": 1},
        }
    ],
}


@pytest.fixture
def nasty(tmp_path):
    (tmp_path / "nasty.json").write_text(json.dumps(NASTY), encoding="utf-8")
    (tmp_path / "nasty.csv").write_text("unit,block,x\n<script>alert(1)</script>,<i>,\n", encoding="utf-8")
    return [tmp_path / "nasty.json", tmp_path / "nasty.csv", "<script>alert(1)</script>"]


def test_everything_is_escaped(nasty):
    page = Page(show(*nasty, "--format", "html"))
    page.stands_alone("vi")
    assert not {"b", "i", "u"} & set(page.seen) and page.seen.count("tr") == 3
    assert page.cells[:2] == ["<1>", "a\nb </tr> \u6f22\u5b57 \u00e9"]
    assert any("</td>" in cell for cell in page.cells) and not set("\x1b\x9b\u202e") & set(page.text)


def test_labels_do_not_control_the_terminal(nasty):
    text = show(*nasty)
    assert not set("\x1b\x9b\u202e") & set(text)
    lines = text.splitlines()
    row = next(line for line in lines if line.startswith("<1>"))
    rule = next(line for line in lines if line.startswith("---"))
    # Two ideographs take four columns, so the figures end two characters before the third piece of the rule does.
    assert row.index("0,00") + 4 == re.match(r"-+ +-+ +-+", rule).end() - 2
    assert "a b </tr> \u6f22\u5b57 \u00e9" in row


def test_the_format_follows_from_the_option_or_the_output(tmp_path):
    for name, form in [("a.html", "html"), ("a.HTML", "html"), ("a.txt", "text")]:
        assert run("show", *STATED, "-o", tmp_path / name, language="vi") == ("", "")
        assert (tmp_path / name).read_bytes().decode() == show(*STATED, "--format", form)
    run("show", *STATED, "-o", tmp_path / "a.page", "--format", "html", language="vi")
    assert (tmp_path / "a.page").read_bytes() == (tmp_path / "a.html").read_bytes()
    assert "must end in .txt or .html" in run("show", *STATED, "-o", tmp_path / "a.pdf", expect=2)[1]
    for depth in ("0", "65", "x"):
        run("show", *STATED, "--depth", depth, expect=2)


def in_a_terminal(columns, kind, *arguments):
    """The output of the program to a terminal with so many columns."""
    parent, child = pty.openpty()
    fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    done = subprocess.Popen(
        [os.environ["CHISO_CLI"], "show", *map(str, arguments)], stdout=child, cwd=ROOT, env=os.environ | {"TERM": kind, "CHISO_LANG": "vi"}
    )
    os.close(child)
    out = b""
    while True:
        try:
            chunk = os.read(parent, 65536)
        except OSError:  # how Linux reports that the other end is closed
            break
        if not chunk:
            break
        out += chunk
    os.close(parent)
    assert done.wait(timeout=60) == 0
    return out.decode().replace("\r\n", "\n")


def test_a_terminal_gets_bold_groups_within_its_width():
    text = in_a_terminal(140, "xterm", *STATED)
    plain = text.replace("\x1b[1m", "").replace("\x1b[0m", "")
    assert text.count("\x1b[1m") == text.count("\x1b[0m") > 10 and "\x1b" not in plain
    assert max(map(len, plain.splitlines()[5:])) <= 140 < max(map(len, show(*STATED).splitlines()[5:]))
    words = lambda table: sorted(re.sub("-+", "", table).split())
    assert words(plain) == words(show(*STATED))  # broken, not cut
    assert in_a_terminal(400, "dumb", *STATED) == show(*STATED)


def test_what_a_class_asks_for_besides_is_named(tmp_path):
    measures = {"x": {"type": "count"}, "fined": {"type": "yes_no", "label": {"en": "Fined", "vi": "Bị phạt"}}}
    leaf = {"id": "a", "points": 10, "rule": {"type": "per_item", "value": "x", "each": 1}}
    bands = [{"id": "good", "label": "Good", "from": 50, "requires": "not fined"}, {"id": "low", "label": "Low"}]
    model = {"chiso": 1, "id": "m", "measures": measures, "criteria": [leaf], "classes": {"bands": bands}}
    (tmp_path / "model.json").write_text(json.dumps(model), encoding="utf-8")
    (tmp_path / "table.csv").write_text("unit,x,fined\nA,9,yes\nB,9,\n", encoding="utf-8")

    def said(unit, language):
        return run("show", tmp_path / "model.json", tmp_path / "table.csv", unit, "--lang", language)[0]

    assert "What “Good” (not “Fined”) asks for besides is not met." in said("A", "en")
    assert "Không đạt điều kiện kèm theo của mức “Good” (không thuộc trường hợp “Bị phạt”)." in said("A", "vi")
    assert "No class: there is no evidence for what “Good” (not “Fined”) asks for besides." in said("B", "en")
