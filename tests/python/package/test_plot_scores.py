"""Figures of an index and of a profile: displays have the numbers of the scorer, given axes are used, and no text is cut off."""

import doctest
import importlib
import subprocess
import sys
from decimal import Decimal
from fractions import Fraction

import chiso
import chiso.plot
import numpy as np
import pytest
from chiso.plot import layout, words
from conftest import ROOT
from drawn import boxes_of, clipped, names_in, touching
from matplotlib import pyplot

pytestmark = pytest.mark.usefixtures("close_figures", "vietnamese")


def provinces_named(model, *units, values=True):
    figures = np.linspace(4, 9, len(units)).round(2) if values else [None] * len(units)
    return model.score({"unit": [*units]} | {name: figures for name in model.measures})


@pytest.mark.parametrize("language", ["vi", "en"])
def test_an_index_is_drawn(communes, language):
    display = chiso.plot.index(communes, "communes", language=language)
    frame = communes.frame(block="communes", period="2024", track="final", sort="rank", kind="dict")
    assert display.units == tuple(frame["unit"]) and display.values.tolist() == frame["index"].tolist()
    assert display.ranks[:2] == (1, 2) and display.ranks[-1] is None
    assert display.classes[:2] == ("good", "average")
    notes = [text.get_text() for text in display.ax_.texts]
    assert notes[len(display.units) :] == [str(rank or "–") for rank in display.ranks]
    assert notes[0].strip() == {"vi": "97,15 · Tốt", "en": "97.15 · Good"}[language]
    assert sum({"vi": "chưa đủ số liệu", "en": "incomplete"}[language] in note for note in notes) == display.complete.count(False) == 3
    assert clipped(display.figure_) == []


def test_the_legend_of_classes_is_one_row_if_it_fits(communes):
    legend = chiso.plot.index(communes, "communes").ax_.get_legend()
    assert len(legend.get_texts()) == 5 and len({round(text.get_window_extent().y0) for text in legend.get_texts()}) == 1


def test_an_index_needs_a_block_if_there_are_several(communes):
    with pytest.raises(chiso.ShapeError, match="several blocks.*communes.*offices"):
        chiso.plot.index(communes)
    with pytest.raises(chiso.UnknownNameError, match="districts"):
        chiso.plot.index(communes, "districts")


def test_an_index_shows_the_first_units(provinces):
    display = chiso.plot.index(provinces, top=5)
    assert display.units == ("Quảng Ninh", "Hải Phòng", "Đồng Tháp", "Đà Nẵng", "Vĩnh Phúc") and display.of == 21
    assert "5 đơn vị đứng đầu, trong 21 đơn vị" in display.ax_.get_title().replace("\n", " ")
    assert display.ax_.patches[0].get_width() == 73.04


@pytest.mark.parametrize("top", [0, -1])
def test_an_index_of_no_units_is_empty(provinces, top):
    with pytest.raises(ValueError, match=f"1 or more, not {top}"):
        chiso.plot.index(provinces, top=top)


def test_an_index_clips_no_name_without_blanks(provinces):
    display = chiso.plot.index(provinces_named(provinces.model, "X" * 90, "B"))
    assert clipped(display.figure_) == [] and display.ax_.get_position().width > 0.4


@pytest.mark.parametrize("draw", ["index", "profile"])
def test_dollars_in_names_are_text(provinces, draw):
    units = ["Chi $5 và $6", "$\\bad{$", "B \\$5"]
    draft = provinces.model.draft()
    draft.title = "Chi phí $US trên $VN"
    draft.criteria[0].label = "$a$ và $b$"
    draft.classes.bands[0].label = "_Tốt $x$"
    scores = provinces_named(draft.build(), *units)
    for unit in units:
        display = chiso.plot.index(scores) if draw == "index" else chiso.plot.profile(scores, unit)
        names = names_in(display.figure_)
        assert all(not mathematics for name, mathematics in names.items() if "$" in name or "\\" in name)
        shown = {*units, "_Tốt $x$", "Chi phí $US trên $VN"} if draw == "index" else {unit, "1 $a$ và $b$"}
        assert shown <= names.keys()
        assert clipped(display.figure_) == []


def test_text_is_measured_in_the_font_of_the_moment():
    from chiso.plot.layout import width_of
    from matplotlib import rc_context

    usual = width_of("Cải cách", 10)
    with rc_context({"font.family": "monospace"}):
        assert width_of("Cải cách", 10) != usual
    assert width_of("Cải cách", 10) == usual


def test_an_index_uses_given_axes(provinces):
    figure, ax = pyplot.subplots(figsize=(9, 7), layout="constrained")
    display = chiso.plot.index(provinces, ax=ax, height=0.4)
    assert display.ax_ is ax and display.figure_ is figure and ax.patches[0].get_height() == 0.4
    assert clipped(figure) == []


def test_bars_of_a_model_without_classes_are_filled(provinces):
    """And hollow ones mean that something is missing."""
    scores = provinces_named(provinces.model.with_(classes=None), "A", "B", "C")
    display = chiso.plot.index(scores, around="B")
    fills = {unit: patch.get_facecolor()[:3] for unit, patch in zip(("C", "A", "B"), display.ax_.patches, strict=True)}
    assert fills["A"] == fills["C"] != fills["B"] and (1, 1, 1) not in fills.values()
    missing = provinces_named(provinces.model.with_(classes=None), "A", values=False)
    assert chiso.plot.index(missing).ax_.patches[0].get_facecolor()[:3] == (1, 1, 1)


def test_an_index_around_a_unit(communes):
    display = chiso.plot.index(communes, "communes", around="Xã Mẫu 19", top=3)
    whole = chiso.plot.index(communes, "communes").units
    at = whole.index("Xã Mẫu 19")
    assert display.unit == "Xã Mẫu 19" and display.units == whole[:3] + whole[at - 7 : at + 8] and display.of == len(whole)
    assert "Xã Mẫu 19 và các đơn vị lân cận, trong 30 đơn vị" in display.ax_.get_title().replace("\n", " ")
    bold = [label.get_text() for label in display.ax_.get_yticklabels() if label.get_fontweight() == "bold"]
    assert bold == ["Xã Mẫu 19"] and clipped(display.figure_) == []
    assert [line.get_ydata()[0] for line in display.ax_.lines] == [2.5]  # units are left out there
    first = chiso.plot.index(communes, "communes", around=whole[1], top=3)
    assert first.units == whole[:9] and not first.ax_.lines
    with pytest.raises(chiso.UnknownNameError, match="'Phòng Mẫu 01' is not in the block"):
        chiso.plot.index(communes, "communes", around="Phòng Mẫu 01")


def test_ranks_of_three_digits_do_not_touch_names(provinces):
    units = [f"Đơn vị {place}" for place in range(150)]
    model = provinces.model
    scores = model.score({"unit": units} | {name: np.linspace(9, 4, 150).round(2) for name in model.measures})
    display = chiso.plot.index(scores, around="Đơn vị 120")
    display.figure_.draw_without_rendering()
    names = {label: label.get_window_extent() for label in display.ax_.get_yticklabels()}
    ranks = {text: text.get_window_extent() for text in display.ax_.texts if text.get_text() in {"114", "121", "128"}}
    assert len(ranks) == 3 and touching(names, {}) == [] and touching(ranks, names) == []


def test_an_index_of_very_many_units_is_a_page(provinces):
    count = 300
    units = [f"Đơn vị {place}" for place in range(count)]
    model = provinces.model.with_(classes=None)
    scores = model.score({"unit": units} | {name: np.linspace(4, 9, count).round(2) for name in model.measures})
    display = chiso.plot.index(scores, around="Đơn vị 122", top=count)
    assert len(display.units) == count and len(display.ax_.patches) == count
    assert display.figure_.get_size_inches().tolist() == [8, 11] and clipped(display.figure_) == []
    names = [label.get_text() for label in display.ax_.get_yticklabels()]
    assert 30 < len(names) < 100 and "Đơn vị 122" in names


@pytest.mark.parametrize("count", [1, 63, 110, 207])
def test_an_index_of_many_units_fits(provinces, count):
    model = provinces.model
    units = [f"Đơn vị có tên khá dài số {place}" for place in range(count)]
    display = chiso.plot.index(model.score({"unit": units} | {name: np.linspace(4, 9, count).round(2) for name in model.measures}))
    rows = [label.get_window_extent() for label in display.ax_.get_yticklabels()]
    assert all(above.y0 >= below.y1 - 1 for above, below in zip(rows, rows[1:], strict=False))
    assert clipped(display.figure_) == []


def test_an_index_of_long_names_fits(provinces):
    model = provinces.model
    units = [f"Ban Quản lý Khu kinh tế và các khu công nghiệp của tỉnh có tên rất dài, số {place}" for place in range(20)]
    display = chiso.plot.index(model.score({"unit": units} | {name: np.linspace(4, 9, 20).round(2) for name in model.measures}))
    assert display.ax_.get_position().width > 0.4
    rows = [label.get_window_extent() for label in display.ax_.get_yticklabels()]
    assert all(above.y0 >= below.y1 - 1 for above, below in zip(rows, rows[1:], strict=False))
    assert clipped(display.figure_) == []


def test_an_index_needs_no_classes_or_values(provinces):
    model = provinces.model.with_(classes=None)
    display = chiso.plot.index(model.score({"unit": ["A", "B"]} | {name: [None, None] for name in model.measures}))
    assert display.ranks == (None, None) and display.complete == (False, False)
    assert clipped(display.figure_) == []


@pytest.mark.parametrize("unit,language", [("Xã Mẫu 19", "vi"), ("Xã Mẫu 09", "vi"), ("Phòng Mẫu 10", "en")])
def test_a_profile_is_drawn(communes, unit, language):
    display = chiso.plot.profile(communes, unit, language=language)
    card = communes.card(unit)
    assert display.fields[:3] == ("", "steering", "legal") and display.values[0] == float(card.index)
    assert display.values[1:].tolist() == [float(card[field].index) for field in display.fields[1:]]
    assert display.complete == (card.complete, *(card[field].complete for field in display.fields[1:]))
    assert np.all(display.lowest <= display.means) and np.all(display.means <= display.highest)
    for place, field in enumerate(display.fields):
        frame = communes.frame(node=field or None, block=card.block, period="2024", track="final", exact=True, kind="pandas").dropna(
            subset="rank"
        )
        exact = [Fraction(int(row.index_numerator), int(row.index_denominator)) for row in frame.itertuples()]
        assert abs(Fraction(display.means[place]) - sum(exact) / len(exact)) <= Fraction(5001, 10**6)
        assert (display.lowest[place], display.highest[place]) == (frame["index"].min(), frame["index"].max())
    assert clipped(display.figure_) == []


def test_a_ranking_beside_a_profile(provinces):
    """In axes without a layout, too, rows do not overlap with their neighbours, and the legend leaves the axes their width."""
    figure, (left, right) = pyplot.subplots(1, 2, figsize=(10, 4.8))
    chiso.plot.index(provinces, top=8, ax=left)
    chiso.plot.profile(provinces, "Quảng Ninh", ax=right)
    assert clipped(figure) == [] and touching(boxes_of(left), boxes_of(right)) == []
    for ax in (left, right):
        rows = [label.get_window_extent() for label in ax.get_yticklabels()]
        assert all(above.y0 >= below.y1 - 1 for above, below in zip(rows, rows[1:], strict=False))
        assert ax.get_position().width > 0.15


def test_a_profile_marks_criteria_that_do_not_apply(communes):
    model = communes.model
    draft = model.draft()
    draft["outcome"].applies_when = "one_stop"
    evidence = chiso.read_evidence(ROOT / "examples/data/communes.csv", draft.build(), decimal=",")
    display = chiso.plot.profile(evidence.model.score(evidence), "Phòng Mẫu 05")
    assert np.isnan(display.values[-1]) and display.ax_.texts[-1].get_text() == "không áp dụng"
    assert clipped(display.figure_) == []


LONG = "Ban Quản lý Khu kinh tế và các khu công nghiệp của tỉnh có tên rất dài, thuộc Ủy ban nhân dân"


@pytest.mark.parametrize("unit", [LONG, "X" * 98])
def test_a_profile_of_a_long_name_fits(provinces, unit):
    display = chiso.plot.profile(provinces_named(provinces.model, unit, "B"), unit)
    assert clipped(display.figure_) == []
    assert display.ax_.get_position().width > 0.4 and display.ax_.get_title().count("\n") <= 2
    assert "".join(display.ax_.get_legend().get_texts()[0].get_text().split()) == "".join(unit.split())


def legend_of(display):
    return [text.get_text().replace("\n", " ") for text in display.ax_.get_legend().get_texts()]


def test_the_legend_of_a_profile_lists_what_is_drawn(provinces):
    """The legend lists what is drawn and nothing else, whatever the unit is called."""
    hidden = chiso.plot.profile(provinces_named(provinces.model, "_A", "B"), "_A")
    assert legend_of(hidden) == ["_A", "Bình quân của khối", "Thấp nhất đến cao nhất trong khối"]
    none = chiso.plot.profile(provinces_named(provinces.model, "A", "B", values=False), "A")
    assert not any(none.complete) and legend_of(none) == ["A, chưa đủ số liệu"]


def test_a_profile_uses_given_axes(communes):
    figure, ax = pyplot.subplots(figsize=(9, 7), layout="constrained")
    display = chiso.plot.profile(communes, "Xã Mẫu 01", "2023", "appraised", ax, color="black")
    assert display.ax_ is ax and display.figure_ is figure and "2023, Thẩm định" in ax.get_title()
    assert clipped(figure) == []


def test_an_unknown_language_is_refused(provinces):
    with pytest.raises(ValueError, match="'vi' or 'en', not 'fr'"):
        chiso.plot.index(provinces, language="fr")


@pytest.mark.parametrize("name", ["rule_display", "index_display", "profile_display"])
def test_examples_of_the_docs_are_drawn(name, monkeypatch):
    monkeypatch.chdir(ROOT)
    module = importlib.import_module(f"chiso.plot.{name}")
    failed, tried = doctest.testmod(module, extraglobs={"chiso": chiso})
    assert tried and not failed


def test_plots_without_matplotlib_say_what_to_install():
    """The module imports; drawing says what to install."""
    code = (
        "import sys; sys.modules['matplotlib'] = None\n"
        "import chiso.plot\n"
        "model = chiso.load_model('examples/models/pci_2021.json')\n"
        "scores = model.score(chiso.read_evidence('examples/data/pci_2021.csv', model, unknown='ignore', kind='dict'))\n"
        "from chiso.plot import index, profile, rule\n"
        "for draw in (lambda: rule(model['land']), lambda: index(scores), lambda: profile(scores, 'Hà Nội')):\n"
        "    try: draw()\n"
        "    except ImportError as error: print(error)\n"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert run.stdout == 3 * "figures need matplotlib: pip install chiso[plot]\n", run.stderr


@pytest.mark.parametrize(
    "value,vi,en",
    [
        (0.1 + 0.2, "0,3", "0.3"),
        (1500, "1500", "1500"),
        (12_500.5, "12.500,5", "12,500.5"),
        (123_456_789_012, "123.456.789.012", "123,456,789,012"),
        (Decimal("99999999999.5"), "100.000.000.000", "100,000,000,000"),
        (0.00001, "0,00001", "0.00001"),
        (-2.5, "−2,5", "−2.5"),
        (-0.0, "0", "0"),
        (1.5e16, "1,5·10¹⁶", "1.5·10¹⁶"),
        (2e-12, "2·10⁻¹²", "2·10⁻¹²"),
    ],
)
def test_numbers_as_people_write_them(value, vi, en):
    assert (words.number(value, "vi"), words.number(value, "en")) == (vi, en)


def test_words_that_are_too_long_are_broken():
    lines = layout.wrapped("Một tên " + "X" * 90, 200, 9).split("\n")
    assert "".join(lines) == "Một tên" + "X" * 90 and all(layout.width_of(line, 9) <= 200 for line in lines)
    lines = layout.wrapped("e\N{COMBINING ACUTE ACCENT}" * 60, 100, 9).split("\n")
    assert len(lines) > 2 and all(line.startswith("e") for line in lines)
