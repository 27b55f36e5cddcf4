"""The pictures of the site, drawn by chiso.plot: the same bytes every time, and letters as letters, so that a reader finds and copies them."""

import pathlib

import chiso
import chiso.examples
import chiso.plot
import matplotlib

ROOT = pathlib.Path(__file__).resolve().parents[1]
#: Letters are as wide in the second; most computers have one of the two.
FONTS = "'DejaVu Sans', Verdana, sans-serif"
#: In inches: a phone shows the letters of a picture of this width so that they can be read.
WIDTH = 4.8


def narrow(display):
    """The display drawn anew in the width of the site; its texts take more lines then, and so some more height."""
    height = display.figure_.get_figheight()
    matplotlib.pyplot.close(display.figure_)
    return display.plot(chiso.plot.drawing.new_axes(WIDTH, height + 0.4))


def draw(path, display):
    """Writes the figure of a display as SVG."""
    with matplotlib.rc_context({"svg.fonttype": "none", "svg.hashsalt": "chiso"}):
        display.figure_.savefig(path, format="svg", metadata={"Date": None}, bbox_inches="tight", facecolor="white")
    matplotlib.pyplot.close(display.figure_)
    path.write_text(path.read_text(encoding="utf-8").replace("'DejaVu Sans'", FONTS), encoding="utf-8")


def rules(folder):
    """How each rule gives points, by the example of its section in docs/guide/rules.md."""
    model = chiso.load_model(ROOT / "tests/cases/models/rule_examples.json")
    for leaf in model.leaves:
        yield folder / f"{leaf.id}.svg", chiso.plot.rule(leaf, language="en")


def of_guides(folder):
    """What the start pages and the guides show, of the invented communes."""
    model, evidence = chiso.examples.load("communes", kind="dict")
    scores = model.score(evidence)
    unit = "Xã Mẫu 19"
    before, now = (scores.card(unit, period=period) for period in (2023, 2024))
    for language in ("en", "vi"):
        yield (
            folder / f"index_{language}.svg",
            chiso.plot.index(scores, block="communes", period="2024", track="final", top=12, language=language),
        )
    yield folder / "around.svg", chiso.plot.index(scores, block="communes", around=unit, top=3, language="en")
    yield folder / "profile.svg", chiso.plot.profile(scores, unit, language="en")
    yield folder / "lost.svg", chiso.plot.lost(scores.lost(unit, period=2024), top=10, language="en")
    yield folder / "comparison.svg", chiso.plot.comparison(chiso.compare(before, now), language="en")
    yield folder / "ranks.svg", chiso.plot.ranks(scores, unit, language="en")


def of_plans(folder):
    """The plans of docs/guide/plans.md."""
    model, evidence = chiso.examples.load("pci_2021", kind="dict")
    actions = [
        chiso.Action("permits", {"entry": 9}, cost=3),
        chiso.Action("land", {"land": 8}, cost=2),
        chiso.Action("land2", {"land": 9}, cost=4),
        chiso.Action("both", {"land": 9, "entry": "8.5"}, cost=5),
    ]
    plans = model.score(evidence).plan("Hà Nội", target=chiso.Target(rank=2), actions=actions)
    for language in ("en", "vi"):
        yield folder / f"plan_{language}.svg", chiso.plot.plan(plans, language=language)
        yield folder / f"frontier_{language}.svg", chiso.plot.frontier(plans, language=language)


def all_of_them(folder):
    """Draws every picture into a folder, and returns their paths."""
    matplotlib.use("svg")
    paths = []
    for within, drawn in (("rules", rules), ("", of_guides), ("", of_plans)):
        (folder / within).mkdir(parents=True, exist_ok=True)
        for path, display in drawn(folder / within):
            draw(path, narrow(display))
            paths.append(path)
    return paths
