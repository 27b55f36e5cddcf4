"""One language is in force for everything that is not told another one: set_language, CHISO_LANG, the locale, Vietnamese."""

import asyncio
import os
import subprocess
import sys
import threading

import chiso
import pytest
from conftest import ROOT

LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture
def no_language(monkeypatch):
    """As if nobody had said anything."""
    for name in ("CHISO_LANG", *LOCALE):
        monkeypatch.delenv(name, raising=False)


def test_it_is_vietnamese_where_nobody_says_anything(no_language):
    assert chiso.get_language() == "vi"


@pytest.mark.parametrize("variable", LOCALE)
@pytest.mark.parametrize(
    "locale, language",
    [
        ("en_US.UTF-8", "en"),
        ("en_GB", "en"),
        ("en", "en"),
        ("vi_VN.UTF-8", "vi"),
        ("C", "vi"),
        ("C.UTF-8", "vi"),
        ("POSIX", "vi"),
        ("fr_FR.UTF-8", "vi"),
        ("enm", "vi"),
        ("", "vi"),
    ],
)
def test_the_locale_decides_where_nothing_else_does(no_language, monkeypatch, variable, locale, language):
    monkeypatch.setenv(variable, locale)
    assert chiso.get_language() == language


def test_the_first_variable_of_the_locale_counts(no_language, monkeypatch):
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.setenv("LC_MESSAGES", "")
    assert chiso.get_language() == "en"
    monkeypatch.setenv("LC_ALL", "C")
    assert chiso.get_language() == "vi"


def test_the_variable_counts_more_than_the_locale_and_a_call_more_than_the_variable(no_language, monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    monkeypatch.setenv("CHISO_LANG", "vi")
    assert chiso.get_language() == "vi"
    with chiso.set_language("en"):
        assert chiso.get_language() == "en"
        with chiso.set_language(None):
            assert chiso.get_language() == "vi"
        assert chiso.get_language() == "en"
    monkeypatch.setenv("CHISO_LANG", "")
    assert chiso.get_language() == "en"


def test_a_variable_that_is_no_language_is_an_error_that_names_them(no_language, monkeypatch):
    monkeypatch.setenv("CHISO_LANG", "fr")
    with pytest.raises(chiso.Error, match=r"'fr' trong CHISO_LANG, cần vi hoặc en \[language.unknown\]") as error:
        chiso.get_language()
    assert error.value.problems[0].code == "language.unknown"
    with pytest.raises(chiso.ModelError, match="bộ tiêu chí không dùng được"):
        chiso.Model.from_json("{}")  # an error comes in the language of the locale
    with chiso.set_language("en"):
        assert chiso.get_language() == "en"


@pytest.mark.parametrize("language", ["fr", "EN", "", 1])
def test_another_language_is_refused(language):
    with pytest.raises(ValueError, match="a language is 'vi', 'en' or None"):
        chiso.set_language(language)
    assert chiso.get_language() == "en"


def test_a_call_stays_without_a_block():
    def inside():
        chiso.set_language("vi")
        return chiso.get_language()

    import contextvars

    assert contextvars.copy_context().run(inside) == "vi" and chiso.get_language() == "en"
    assert repr(chiso.set_language(None)) == "<chiso.set_language(None)>"


def test_tasks_and_threads_keep_their_own():
    async def task(language):
        chiso.set_language(language)
        await asyncio.sleep(0)
        return chiso.get_language(), chiso.check_model("{}")[0].text().split(":")[2].strip()

    async def both():
        return await asyncio.gather(task("vi"), task("en"))

    assert asyncio.run(both()) == [("vi", "lỗi"), ("en", "error")]
    found = []
    with chiso.set_language("vi"):
        thread = threading.Thread(target=lambda: (found.append(chiso.get_language()), chiso.set_language("vi")))
        thread.start()
        thread.join()
    assert found == ["vi" if getattr(sys.flags, "thread_inherit_context", 0) else "en"] and chiso.get_language() == "en"


def texts(model, scores):
    """Whatever is written for people where nobody says in which language."""
    card = scores.card("Xã Mẫu 19")
    yield from (model.title(), model["on_time"].label(), model.describe(), model.empty_sheet(), model.describe_expression("resolved > 0"))
    yield from (card.text(), card.html(), card._repr_html_(), card["on_time"].reason_in(), *card.notes())
    yield from (model._repr_html_(), scores._repr_html_(), scores.evidence._repr_html_())
    report = scores.evidence.check()
    yield from (report.text(), report.html(), report._repr_html_())
    other = model.with_weights({node.id: 1 for node in model if node.parent is None})
    yield from (model.diff(other).text(), model.diff(other).html(), model.diff(other)._repr_html_())
    before = scores.card("Xã Mẫu 19", period="2023")
    yield from (chiso.compare(before, card)._repr_html_(), scores.rank_change("Xã Mẫu 19", from_period="2023")._repr_html_())
    found = scores.verify({"unit": ["Xã Mẫu 19"], "block": ["communes"], "index": [1]})
    yield from (found.text(), found._repr_html_())
    problem = chiso.check_model('{"chiso": 1, "nam": 2}')
    yield from (repr(problem), problem._repr_html_(), *problem.frame(kind="dict")["expected"], problem[0].text(), problem[0].found)
    for wrong in (lambda: chiso.Model.from_json("{}"), lambda: scores.card("nobody"), lambda: chiso.load_model("nowhere.json")):
        with pytest.raises(chiso.Error) as error:
            wrong()
        yield str(error.value)


def test_everything_follows_it(model, scores):
    with chiso.set_language("vi"):
        in_vietnamese = list(texts(model, scores))
    with chiso.set_language("en"):
        in_english = list(texts(model, scores))
    for left, right in zip(in_vietnamese, in_english, strict=True):
        assert left != right
        for english in ("expected", "did you mean", ">units<", "Why the", "index points", "Does the evidence"):
            assert english not in left, left[:300]
        for vietnamese in (" cần ", "lỗi:", "điểm chỉ số", "Quy định chung", "bộ tiêu chí không"):
            assert vietnamese not in right, right[:300]


def test_what_is_asked_for_counts_more(model, scores, vietnamese):
    card = scores.card("Xã Mẫu 19")
    assert model["on_time"].label("en") in card.text("en") and "Index" in card.text("en")
    assert chiso.check_model("{}")[0].text("en").startswith("1:1: error: ")
    with pytest.raises(ValueError, match="a language is 'vi' or 'en', not 'fr'"):
        card.text("fr")


def test_texts_for_programs_are_the_same(scores, vietnamese):
    card = scores.card("Xã Mẫu 19")
    assert card["on_time"].reason.startswith("tier 2: from 95% ") and card["on_time"].state == "scored"
    assert scores.long(node="on_time", kind="dict")["reason"][0].startswith(("tier", "value", "missing"))


def test_an_error_keeps_its_text(vietnamese):
    with pytest.raises(chiso.ModelError) as error:
        chiso.Model.from_json("{}")
    text = str(error.value)
    with chiso.set_language("en"):
        assert str(error.value) == text and "expected" in error.value.problems[0].text()


def test_plots_follow_it(scores, close_figures, vietnamese):
    display = chiso.plot.lost(scores.lost("Xã Mẫu 19"))
    with chiso.set_language("en"):
        assert display.language == "vi" and display.title.startswith("Mất điểm ở đâu")
        assert chiso.plot.lost(scores.lost("Xã Mẫu 19")).title.startswith("Where points were lost")


def test_a_notebook_keeps_it_from_cell_to_cell(tmp_path, monkeypatch):
    nbclient, nbformat = pytest.importorskip("nbclient"), pytest.importorskip("nbformat")
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    cells = [
        "import chiso\nbefore = chiso.set_language('vi')",
        "print(chiso.get_language())",
        "await __import__('asyncio').sleep(0)",
        "print(chiso.get_language())",
    ]
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    nbclient.NotebookClient(book, timeout=60, kernel_name="python3").execute()
    assert [output.text for cell in book.cells for output in cell.outputs] == ["vi\n", "vi\n"]


def test_the_command_line_takes_the_same(tmp_path):
    def said(*arguments, **variables):
        environment = {name: value for name, value in os.environ.items() if name not in ("CHISO_LANG", *LOCALE)} | variables
        done = subprocess.run([sys.executable, "-m", "chiso", *arguments], capture_output=True, text=True, env=environment, cwd=ROOT)
        return done.returncode, done.stdout + done.stderr

    check = ("check", "examples/models/pci_2021.json")
    assert "cảnh báo" in said(*check)[1] and "cảnh báo" in said(*check, LC_ALL="C")[1]
    assert "warnings" in said(*check, LANG="en_US.UTF-8")[1] and "warnings" in said(*check, CHISO_LANG="en")[1]
    assert "cảnh báo" in said(*check, "--lang", "vi", CHISO_LANG="en")[1]
    code, text = said(*check, CHISO_LANG="fr")
    assert code == 2 and text == "chiso: gặp 'fr' trong CHISO_LANG, cần vi hoặc en [language.unknown]\n"
    assert said(*check, "--lang", "en", CHISO_LANG="fr")[0] == 0 and said("--version", CHISO_LANG="fr")[0] == 0
