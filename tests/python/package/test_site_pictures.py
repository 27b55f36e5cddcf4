"""The pictures of the site (docs/pictures.py): one for every rule, the same each time, with letters as letters, and legible in grey."""

import colorsys
import importlib.util
import re
import xml.etree.ElementTree

import chiso
import chiso.plot
import pytest
from conftest import ROOT

SPEC = importlib.util.spec_from_file_location("pictures", ROOT / "docs" / "pictures.py")
pictures = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(pictures)


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pictures")
    return {str(path.relative_to(folder)): path.read_text(encoding="utf-8") for path in pictures.all_of_them(folder)}


def texts(svg):
    return ["".join(text.itertext()) for text in xml.etree.ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


def test_every_rule_has_a_picture(drawn):
    assert {name for name in drawn if name.startswith("rules/")} == {f"rules/{type}.svg" for type in chiso.rules.by_type}


def test_pages_show_every_picture_and_no_other(drawn):
    pages = [path.read_text(encoding="utf-8") for path in (ROOT / "docs").rglob("*.md") if "generated" not in path.parts]
    shown = {name for page in pages for name in re.findall(r"generated/(\w+\.svg)\)", page)}
    assert shown == {name for name in drawn if "/" not in name}


def test_letters_can_be_read_on_a_phone(drawn):
    """Most phones have room for 358 pixels: in a picture of no more points a letter of 9 points is 9 pixels high."""
    for name, svg in drawn.items():
        assert float(re.search(r'<svg [^>]*width="([\d.]+)pt"', svg, re.S)[1]) < 358, name


def test_letters_are_letters(drawn):
    assert all(texts(svg) for svg in drawn.values())
    assert "Xã Mẫu 01" in texts(drawn["index_vi.svg"]) and "Chỉ số (%)" in texts(drawn["index_vi.svg"])
    assert all("Verdana, sans-serif" in svg for svg in drawn.values())  # where there is no DejaVu Sans


def test_pictures_are_the_same_each_time(drawn, tmp_path):
    for name, display in list(pictures.of_guides(tmp_path))[:1]:
        pictures.draw(name, pictures.narrow(display))
        assert name.read_text(encoding="utf-8") == drawn[name.name]


def test_fills_differ_in_grey(drawn):
    """No two fills are told apart by their hue alone: they differ in lightness. A mark of the mean has a shape of its own."""
    for name, svg in drawn.items():
        colours = set(re.findall(r"fill: (#[0-9a-f]{6})", svg)) - {chiso.plot.drawing.GREY}
        grey = sorted(colorsys.rgb_to_hls(*(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)))[1] for colour in colours)
        assert all(next - one > 0.03 for one, next in zip(grey, grey[1:], strict=False)), (name, colours)
