"""The page of a unit in Python: that of the command, written, shown and pickled."""

import pickle
import re

import chiso
import pytest

UNIT = "Xã Mẫu 19"


def test_a_report_is_written_as_it_is_shown(communes, tmp_path):
    report = communes.report(UNIT, tmp_path / "page.html", language="vi")
    written = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert written == report.html("vi") and written.startswith("<!DOCTYPE html>") and len(re.findall("<h2>", written)) >= 4
    assert report.card == communes.card(UNIT) and report.since == communes.card(UNIT, period=2023)
    assert repr(report) == "<chiso.UnitReport of Xã Mẫu 19, 2024 final, since 2023>"
    assert report.html("en") != written and report.html() == report.html("en")
    with chiso.set_language("vi"):
        assert report.html() == written
    shown = report._repr_html_()
    assert shown.startswith('<div class="chiso" lang="en">') and "Where points were lost" in shown
    copy = pickle.loads(pickle.dumps(report))
    assert copy.html("vi") == written


def test_what_a_report_is_compared_with(communes):
    first = communes.report(UNIT, period=2023)
    assert first.since is None and "Why the index differs" not in first.html("en")
    assert repr(first) == "<chiso.UnitReport of Xã Mẫu 19, 2023 final>"
    other = communes.report(UNIT, since=communes.card(UNIT, track="self"))
    assert "Self-assessment" in other.html("en") and other.since.track == "self"
    draft = communes.model.draft()
    draft.publish, draft.classes = chiso.Publish(scale=10), None
    scaled = draft.build().score(communes.evidence)
    with pytest.raises(chiso.ShapeError, match="different scales"):
        communes.report(UNIT, since=scaled.card(UNIT)).html()
    with pytest.raises(TypeError, match="what it is compared with"):
        communes.report(UNIT, since=scaled)


def test_the_effects_are_those_of_a_bridge(communes):
    draft = communes.model.draft()
    draft.publish = chiso.Publish(decimals=3)
    draft.version = "old"
    old = draft.build().score(communes.evidence)
    text = communes.report(UNIT, since=old.card(UNIT, period=2023)).html("en")
    bridge = chiso.bridge(old, communes, UNIT, period_a=2023, period_b=2024)
    part = text[text.index("The model and the evidence") :]
    effects = re.findall(r'data-label="Index points">([^<]*)<', part)[:2]
    assert effects == [f"{float(value):+.2f}" if value else f"{float(value):.2f}" for value in (bridge.model, bridge.evidence)]


def test_what_cannot_be_reported(communes, tmp_path):
    with pytest.raises(chiso.UnknownNameError, match="Xã Mẫu 19"):
        communes.report("Xã Mẫu 190")
    with pytest.raises(chiso.FileError):
        communes.report(UNIT, tmp_path / "none" / "page.html")
    with pytest.raises(ValueError, match=r"ends in \.html"):
        communes.report(UNIT, tmp_path / "page.pdf")
    assert not (tmp_path / "page.pdf").exists()
