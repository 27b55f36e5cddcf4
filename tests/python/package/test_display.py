"""Displays in notebooks are self-contained, escaped and well-formed."""

import html.parser
import re

import chiso
import pytest
from conftest import small_model

VOID = {"br", "meta", "img", "hr"}


class WellFormed(html.parser.HTMLParser):
    """Every element is closed, in order."""

    def __init__(self, text):
        super().__init__()
        self.open, self.seen, self.text = [], set(), ""
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attributes):
        self.seen.add(tag)
        assert not any(name.startswith("on") or name in ("src", "href") for name, _ in attributes)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if not self.open or self.open[-1] != "style":
            self.text += data + " "


def displays(model, evidence, scores):
    return {
        "model": model,
        "evidence": evidence,
        "scores": scores,
        "scorecard": scores.card(scores.evidence.units[0]),
    }


@pytest.mark.parametrize("what", ["model", "evidence", "scores", "scorecard"])
def test_displays_are_html_fragments(model, evidence, scores, what):
    text = displays(model, evidence, scores)[what]._repr_html_()
    page = WellFormed(text)
    assert "script" not in page.seen and "html" not in page.seen and "http" not in text and "@import" not in text
    style = re.search(r"<style>(.*?)</style>", text, re.S)[1]
    selectors = [part.strip() for rule in re.findall(r"([^{}]+)\{", style) for part in rule.split(",")]
    assert selectors and all(selector.startswith(".chiso") for selector in selectors), "a style that reaches the page around"
    assert "background: #" not in style and "color: #" not in style, "colours are those of the page, light or dark"


def test_the_model_is_folded(model, vietnamese):
    page = WellFormed(model._repr_html_())
    assert {"details", "summary", "table"} <= page.seen
    assert model.title("vi") in page.text and model["on_time"].label("vi") in page.text


def test_the_scores_show_the_first_of_each_block(model, scores):
    text = scores._repr_html_()
    for block in scores.evidence.blocks:
        assert block in text
        first = scores.frame(block=block, period="2024", track="final", sort="rank", kind="dict")
        assert first["unit"][0] in text and f"{first['index'][0]:.2f}" in text
    assert ".frame()" in text and "more" in text


def test_the_scorecard_is_the_official_table(scores, vietnamese):
    card = scores.card("Xã Mẫu 19")
    page = WellFormed(card._repr_html_())
    for line in card:
        assert line.label("vi") in page.text
    for head in ("Tối đa", "Chỉ số", "Trạng thái"):
        assert head in page.text


def test_incomplete_rows_are_marked():
    model = small_model(undefined="zero")
    scores = model.score({"unit": ["A"], "cases": [1], "share": [None], "plan": ["late"], "done": [1]})
    assert "incomplete" in scores._repr_html_()
    assert "missing" in scores.card("A")._repr_html_()
    with chiso.set_language("vi"):
        assert "chưa đủ số liệu" in scores._repr_html_() and "hiếu" in scores.card("A")._repr_html_()


def test_everything_is_escaped():
    hostile = "<img src=x onerror=alert(1)>"
    draft = small_model().draft()
    draft.title = hostile
    draft["a"].label = hostile
    draft["a"].note = hostile
    model = draft.build()
    evidence = chiso.Evidence.from_frame(
        {"unit": [hostile], "block": [hostile.replace("x", "y")], "cases": [1], "share": [1], "plan": ["late"], "done": [1]}, model
    )
    scores = model.score(evidence)
    for what in (model, evidence, scores, scores.card(hostile)):
        page = WellFormed(what._repr_html_())
        assert "img" not in page.seen


def test_each_repr_is_one_line(model, evidence, scores):
    for what in (model, evidence, scores, scores.card("Xã Mẫu 19"), model["on_time"], scores.card("Xã Mẫu 19")["on_time"], scores.matrix()):
        assert re.fullmatch(r"<chiso\.\w+.*>", repr(what))


def test_scores_of_many_blocks_and_units_stay_short():
    model = small_model()
    units = [f"U{place:03}" for place in range(600)]
    cells = {"unit": units, "block": [f"B{place % 20:02}" for place in range(600)], "cases": [1] * 600, "share": [1] * 600}
    text = model.score(cells | {"plan": ["late"] * 600, "done": [1] * 600})._repr_html_()
    assert text.count("<table>") == 8 and text.count("<tr>") == 8 * 11
    assert "and 12 more blocks" in text and "U560" not in text
