"""Models that read other rows in every way, and tables for them, whole and in parts."""

import random

import chiso
from hypothesis import strategies as st

rules = chiso.rules


def _model(id, leaves, *, measures=("x", "y"), **more):
    return chiso.Draft(
        id=id,
        measures={name: chiso.Measure("decimal", decimals=2, min=0, max=1000) for name in measures},
        criteria=[chiso.Leaf(name, 10, rule, missing="zero", undefined="zero") for name, rule in leaves.items()],
        **more,
    ).build()


def _proportional(value):
    return rules.Proportional(value=value, full_at=30)


MODELS = {
    "row by row": _model("row-by-row", {"a": _proportional("x"), "b": _proportional("x / y")}),
    "relative": _model(
        "relative",
        {"a": rules.Target(value="x", target="15"), "b": _proportional("x - cohort_mean(y)"), "c": _proportional("cohort_count(x) * x")},
    ),
    "looks back": _model(
        "looks-back",
        {"a": _proportional("x - previous(x)"), "b": _proportional("10 * cohort_max(x * y) / (1 + y)")},
        tracks=["self", "appraised", "final"],
        fallback={"final": ["appraised", "self"]},
        ranking=chiso.Ranking(tie_break=["b"]),
    ),
    "share of ranks": _model(
        "share-of-ranks",
        {"a": _proportional("floor(x / 10) * 10"), "b": rules.YesNo(value="y > 20")},
        ranking=chiso.Ranking(ties="dense"),
        classes=chiso.Classes(on="rank_share", bands=[chiso.Band("best", to=0.2), chiso.Band("good", to=0.5), chiso.Band("rest")]),
    ),
    "quotas": _model(
        "quotas",
        {"a": _proportional("floor(x / 10) * 10"), "b": rules.YesNo(value="y > 20")},
        ranking=chiso.Ranking(tie_break=["b", chiso.TieBreak(value="y / (x - 30)", order="ascending")]),
        classes=chiso.Classes(
            bands=[
                chiso.Band("best", from_=60, requires="y > 5"),
                chiso.Band("good", from_=40),
                chiso.Band("fair", from_=20),
                chiso.Band("rest"),
            ],
            vetoes=[chiso.Veto(when="x > 35", at_most="good")],
            quotas=[chiso.Quota(class_="best", at_most=20), chiso.Quota(class_="good", at_most=50, of=["best", "good", "fair"])],
        ),
    ),
    "quotas of ranks": _model(
        "quotas-of-ranks",
        {"a": _proportional("floor(x / 10) * 10")},
        classes=chiso.Classes(
            on="rank_share",
            bands=[chiso.Band("best", to=0.3, requires="y > 5"), chiso.Band("good", to=0.6, requires="y > 2"), chiso.Band("rest")],
            vetoes=[chiso.Veto(when="y > 35", at_most="good")],
            quotas=[chiso.Quota(class_="best", at_most=10), chiso.Quota(class_="good", at_most=33.4)],
        ),
    ),
    "ordinal": _model("ordinal", {"a": _proportional("floor(x / 10) * 10")}, measures=("x",), ranking=chiso.Ranking(ties="ordinal")),
}


def table_of(model, units=45):
    """Columns of rows in any order. Units come and go by period; cells are missing and not applicable, some units are not ranked."""
    source = random.Random(11)
    rows = []
    for unit in range(units):
        block = source.choice(["north", "south"])
        for period in ("2022", "2023", "2024"):
            ranked = source.random() > 0.1
            for track in model.tracks:
                if source.random() < 0.3:
                    continue
                row = {"unit": f"Xã {unit:02}", "block": block, "period": period, "track": track, "ranked": ranked}
                for name in model.measures:
                    state = source.random()
                    row[name] = None if state < 0.15 else source.randrange(4000) / 100
                    row[name + ".not_applicable"] = state < 0.05
                rows.append(row)
    source.shuffle(rows)
    return {name: [row[name] for row in rows] for name in rows[0]}


@st.composite
def tables(draw, model):
    """Few columns of the same kind, with any rows."""
    cell = st.none() | st.just("not applicable") | st.integers(0, 4000)
    rows = []
    for unit in range(draw(st.integers(1, 5))):
        block = draw(st.sampled_from(["north", "south"]))
        for period in draw(st.lists(st.sampled_from(["2022", "2023", "2024"]), min_size=1, unique=True)):
            ranked = draw(st.booleans())
            for track in draw(st.lists(st.sampled_from(list(model.tracks)), min_size=1, unique=True)):
                row = {"unit": f"Xã {unit:02}", "block": block, "period": period, "track": track, "ranked": ranked}
                for name in model.measures:
                    value = draw(cell)
                    row[name] = value / 100 if isinstance(value, int) else None
                    row[name + ".not_applicable"] = value == "not applicable"
                rows.append(row)
    rows = draw(st.permutations(rows))
    return {name: [row[name] for row in rows] for name in rows[0]}


def parts_of(table, count):
    """The same rows in parts, every row of a unit in one of them."""
    source = random.Random(count)
    part_of_unit = {unit: source.randrange(count) for unit in sorted(set(table["unit"]))}
    places = [[row for row, unit in enumerate(table["unit"]) if part_of_unit[unit] == part] for part in range(count)]
    return [{name: [cells[row] for row in rows] for name, cells in table.items()} for rows in places]


def rows_of(table):
    """The rows of a table of Arrow, whatever their order; none is `None` and sorts."""
    return [tuple((name, str(cell)) for name, cell in row.items()) for row in table.to_pylist()]
