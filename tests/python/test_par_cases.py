"""The published cases of tests/cases/par: every figure of the collection that most of them come from is a case, or left out with a reason."""

import csv
import json
import os
import pathlib
import re

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAR = ROOT / "tests" / "cases" / "par"
DATA = pathlib.Path(os.environ.get("CHISO_DATA", ROOT.parent / "shared" / "data")) / "par_cases.json"

CASES = sorted(path.stem for path in PAR.glob("*.csv"))
FIGURES = ("points", "index", "rank", "class", "change", "places", "mean")
OWN_COLUMNS = ("unit", "block", "period", "track")
# Remarks on figures and numbers computed from them, which are not figures of a source.
NOT_PRINTED = (
    "id",
    "year",
    "scope",
    "source",
    "groups_source",
    "note",
    "rows",
    "computed",
    "exact",
    "computed_applicable_max",
    "unit",
    "tie",
)


def model_of(case):
    return json.loads((PAR / f"{case}.json").read_text(encoding="utf-8"))


def table_of(case):
    with open(PAR / f"{case}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def entry_of(case):
    """The entry of a case. Cases are named by the id of their entry; after a dot comes what distinguishes them."""
    return case.split(".")[0]


def listing():
    return json.loads((PAR / "left_out.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES)
def test_a_case_has_all_its_files(case):
    model, table = model_of(case), table_of(case)
    assert model["id"] == case and model["source"] and model["note"]
    published = 0
    for column in table[0]:
        if column in OWN_COLUMNS or column in model["measures"]:
            continue
        match = re.fullmatch(r"published_([a-z]+)(\..+)?", column)
        assert match and match[1] in FIGURES, column
        published += sum(bool(row[column]) for row in table)
    assert published, "nothing is expected of it"


@pytest.mark.parametrize("case", CASES)
def test_tables_below_the_units_are_in_a_folder_of_the_case(case):
    """par/<case>/<table>.csv, for each table of the model."""
    folder, tables = PAR / case, model_of(case).get("tables", {})
    assert folder.is_dir() == bool(tables)
    assert sorted(path.name for path in folder.glob("*")) == sorted(f"{name}.csv" for name in tables)
    for name, table in tables.items():
        with open(folder / f"{name}.csv", encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert set(rows[0]) - {"row", *OWN_COLUMNS} == set(table["measures"]) and len(rows) >= len(table_of(case))


def test_every_folder_is_of_a_case():
    assert {path.name for path in PAR.iterdir() if path.is_dir()} <= set(CASES)


def test_every_model_is_a_case():
    assert sorted(path.stem for path in PAR.glob("*.json")) == sorted([*CASES, "left_out"])


def test_reasons_and_places_are_given():
    assert all(reason.endswith(".") for reason in listing()["left_out"].values())
    assert set(listing()["in_another_case"].values()) <= set(CASES)
    assert not set(listing()["in_another_case"]) & set(listing()["left_out"])
    beside = listing()["beside_the_collection"]
    assert set(beside) <= set(CASES) and all(reason.endswith(".") for reason in beside.values())


# With the collection beside the repository.


@pytest.fixture(scope="module")
def collection():
    if not DATA.is_file():
        pytest.skip("no folder of published data; set CHISO_DATA")
    return json.loads(DATA.read_text(encoding="utf-8"))


def figures(value, place):
    """(place, text) of every figure below a value."""
    if isinstance(value, dict):
        for key, item in value.items():
            if key not in NOT_PRINTED:
                yield from figures(item, f"{place}/{key}")
    elif isinstance(value, list):
        for number, item in enumerate(value, start=1):
            yield from figures(item, f"{place}/{number}")
    else:
        yield place, str(value)


def cells(cases, unit=None):
    """The cells of the rows about a unit; or of all rows."""
    for case in cases:
        for row in table_of(case):
            if unit is None or unit in (row["unit"], row.get("period")):
                yield from (text for column, text in row.items() if column not in OWN_COLUMNS)


def totals(cases):
    return [row["published_points"] for case in cases for row in table_of(case) if "published_points" in row]


def entries(collection):
    """(place, the texts of the cells that may show it, its text) of whatever must be a case or left out. An entry without a text only needs a case."""
    by_entry = {}
    for case in CASES:
        by_entry.setdefault(entry_of(case), []).append(case)
    for section in ("criteria_trees", "scoring_rules", "rounding_cases"):
        for entry in collection[section]:
            yield entry["id"], by_entry.get(entry["id"], []), None
    for entry in collection["published_results"]:
        cases = by_entry.get(entry["id"], [])
        for place, text in figures(entry, entry["id"]):
            yield place, totals(cases), text
        for row in entry["rows"]:
            shown = list(cells(cases, row["unit"]))
            for place, text in figures(row, f"{entry['id']}/{row['unit']}"):
                yield place, shown, text
    for check in collection["seed_ratio_checks"]:
        name = f"{check['seed']} {check['claim'].split(' (')[0]}"
        yield f"seed-ratios/{name}", list(cells(by_entry["seed-ratios"], name)), check["stated"]


def test_every_figure_is_in_one_list(collection):
    left_out, elsewhere = listing()["left_out"], listing()["in_another_case"]
    seen = set()
    for place, shown, text in entries(collection):
        assert place not in seen, f"{place}: twice in the collection"
        seen.add(place)
        if place in elsewhere:
            shown = list(cells([elsewhere.pop(place)]))
        is_case = text in shown if text is not None else bool(shown)
        found = "a case, and left out" if is_case else "no case, and not left out"
        assert is_case != (place in left_out), f"{place} {text or ''}: {found}"
    assert set(left_out) <= seen, "left out, and not in the collection"
    assert not elsewhere, "in another case, and not in the collection"


def test_every_case_has_the_source_of_its_entry(collection):
    sources = {
        entry["id"]: entry.get("source")
        for section in ("criteria_trees", "scoring_rules", "published_results", "rounding_cases")
        for entry in collection[section]
    }
    beside = listing()["beside_the_collection"]
    assert not set(beside) & {"seed-ratios", *sources}, "in the collection"
    for case in CASES:
        if entry_of(case) == "seed-ratios" or case in beside:
            continue
        source = sources[entry_of(case)]
        if isinstance(source, str) and not source.startswith("http"):
            continue  # no address was noted
        assert model_of(case)["source"] in (source if isinstance(source, list) else [source]), case
