"""Tables below the units mean the same from every kind of frame and from files, and every bad row is reported with its table."""

import pickle

import chiso
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

pytestmark = pytest.mark.filterwarnings("ignore::chiso.ChisoWarning")

MODEL = chiso.Model.from_dict(
    {
        "chiso": 1,
        "id": "tasks",
        "undefined": "zero",
        "measures": {"region": {"type": "choice", "options": ["upland", "delta"]}},
        "parameters": {"goal": {"by": "region", "values": {"upland": 2, "delta": 4}}},
        "tables": {
            "tasks": {"measures": {"done": {"type": "count"}, "rate": {"type": "decimal", "decimals": 1}, "sent": {"type": "date"}}},
            "months": {"measures": {"score": {"type": "decimal"}}},
        },
        "criteria": [
            {"id": "done", "points": 50, "rule": {"type": "given", "clamp": True, "value": "rows_sum(tasks, done * goal)"}},
            {"id": "late", "points": 10, "rule": {"type": "deduct", "value": "rows_count(tasks, sent > date('2024-03-31'))", "each": 1}},
            {
                "id": "mean",
                "points": 100,
                "missing": "exclude",
                "rule": {"type": "given", "clamp": True, "value": "rows_mean(months, score)"},
            },
        ],
    }
)
UNITS = {"unit": ["An", "Binh"], "period": ["2024", "2024"], "region": ["upland", "delta"]}
TASKS = {
    "unit": ["Binh", "An", "An"],
    "period": ["2024"] * 3,
    "done": [3, 1, 2],
    "rate": [0.5, 1.5, None],
    "sent": ["2024-04-01", "31/3/2024", "2024-05-02"],
}
MONTHS = {"unit": ["An", "An", "Binh"], "period": ["2024-01", "2024-02", "2024-01"], "score": [80, 91, 70]}


def points(tables, units=UNITS, **options):
    scores = MODEL.score(units, tables=tables, **options)
    return [[line.points for line in scores.card(unit)] for unit in UNITS["unit"]]


def test_a_sheet_is_asked_for_of_workbooks_only(tmp_path):
    (tmp_path / "tasks.csv").write_text("unit\n", encoding="utf-8")
    for data in (TASKS, tmp_path / "tasks.csv"):
        with pytest.raises(ValueError, match="sheet= is of a workbook"):
            points({"tasks": chiso.TableBelow(data, sheet="tasks"), "months": MONTHS})
    with pytest.raises(FileNotFoundError):
        points({"tasks": chiso.TableBelow(tmp_path / "none.xlsx", sheet="tasks"), "months": MONTHS})


@pytest.mark.parametrize("kind", [dict, pd.DataFrame, pl.DataFrame, pa.table])
def test_every_kind_of_frame_means_the_same(kind):
    tables = {"tasks": kind(TASKS), "months": chiso.TableBelow(kind(MONTHS), period="year")}
    assert points(tables) == [[6, 9, 85.5], [12, 9, 70]]


def test_files_mean_the_same_as_frames(tmp_path):
    for name, columns in {"tasks": TASKS, "months": MONTHS, "units": UNITS}.items():
        pd.DataFrame(columns).to_csv(tmp_path / f"{name}.csv", index=False)
    tables = {"tasks": tmp_path / "tasks.csv", "months": chiso.TableBelow(str(tmp_path / "months.csv"), period="year")}
    read = chiso.read_evidence(tmp_path / "units.csv", MODEL, tables=tables, kind="dict")
    made = chiso.Evidence.from_frame(UNITS, MODEL, tables={"tasks": TASKS, "months": chiso.TableBelow(MONTHS, period="year")})
    assert read == made
    assert read.tables == {"tasks": 3, "months": 3}


def test_a_table_that_is_not_given_is_missing():
    scores = MODEL.score(UNITS, tables={"tasks": TASKS})
    assert scores.evidence.tables == {"tasks": 3}
    assert scores.card("An")["mean"].state == "missing"
    assert not MODEL.score(UNITS).card("An").complete


def test_the_unit_may_be_another_column_or_the_index():
    leaders = {"unit": ["x", "y", "z"], "leader": MONTHS["unit"]} | {name: MONTHS[name] for name in ("period", "score")}
    expected = points({"tasks": TASKS, "months": chiso.TableBelow(MONTHS, period="year")})
    assert points({"tasks": TASKS, "months": chiso.TableBelow(leaders, unit="leader", period="year")}) == expected
    indexed = pd.DataFrame(MONTHS).set_index("unit")
    assert points({"tasks": TASKS, "months": chiso.TableBelow(indexed, unit="unit", period="year")}) == expected


def test_a_table_has_options_of_its_own():
    months = MONTHS | {"rank": [1, 2, 3], "points": ["80", "91", "70"]}
    del months["score"]
    with pytest.raises(chiso.EvidenceError, match=r"/tables/months/columns/rank.*column.unknown"):
        points({"months": chiso.TableBelow(months, period="year")})
    options = {"unknown": "ignore", "rename": {"points": "score"}}
    with pytest.raises(chiso.EvidenceError, match=r"found rank, .*did you mean track\?"):  # which the table lacks
        points({"tasks": TASKS, "months": chiso.TableBelow(months, period="year", options=options)})
    table = chiso.TableBelow(months, period="year", options=options | {"ignore": "rank"})
    assert points({"tasks": TASKS, "months": table}) == [[6, 9, 85.5], [12, 9, 70]]


def test_every_bad_row_is_reported_with_its_table():
    bad = TASKS | {"unit": ["Bình", "An", ""], "done": [3, -1, "x"], "sent": ["2024-02-30", "31/3/2024", "2024-05-02"]}
    with pytest.raises(chiso.EvidenceError) as raised:
        points({"tasks": bad})
    found = [(problem.code, problem.pointer, problem.hint) for problem in raised.value.problems]
    assert found == [
        ("row.no_unit", "/tables/tasks/0/unit", "Binh"),
        ("cell.date", "/tables/tasks/0/sent", ""),
        ("cell.min", "/tables/tasks/1/done", ""),
        ("unit.empty", "/tables/tasks/2/unit", ""),
        ("cell.number", "/tables/tasks/2/done", ""),
    ]
    with pytest.raises(chiso.UnknownNameError, match="tasks"):
        points({"task": TASKS})


def test_units_without_rows_are_warned_of():
    with pytest.warns(chiso.ChisoWarning, match=r"Binh.*table.no_rows"):
        MODEL.score(UNITS, tables={"tasks": {name: cells[1:] for name, cells in TASKS.items()}})


def test_evidence_with_tables_is_saved_and_shown():
    evidence = chiso.Evidence.from_frame(
        UNITS, MODEL, tables={"tasks": TASKS, "months": chiso.TableBelow(MONTHS, period="year")}, kind="pyarrow"
    )
    assert pickle.loads(pickle.dumps(evidence)) == evidence
    frame = evidence.frame(table="tasks", kind="dict")
    assert frame["unit"].tolist() == ["An", "An", "Binh"]
    assert frame["done"].tolist() == [1, 2, 3]
    again = chiso.Evidence.from_frame(UNITS, MODEL, tables={name: evidence.frame(table=name) for name in evidence.tables}, kind="pyarrow")
    assert again == evidence
    with pytest.raises(chiso.UnknownNameError):
        evidence.frame(table="none")


def test_parts_with_their_tables_are_scored_as_the_whole():
    model = MODEL.with_(undefined="zero")
    parts = [{name: [cells[i]] for name, cells in UNITS.items()} for i in range(2)]
    tables = [
        {"tasks": {name: [c for c, u in zip(cells, TASKS["unit"], strict=True) if u == unit] for name, cells in TASKS.items()}}
        for unit in UNITS["unit"]
    ]
    cohorts = model.cohorts(parts[0], tables=tables[0]) | model.cohorts(parts[1], tables=tables[1])
    whole = model.score(UNITS, tables={"tasks": TASKS})
    for part, table, unit in zip(parts, tables, UNITS["unit"], strict=True):
        scores = model.score(part, tables=table, cohorts=cohorts)
        assert [line.points for line in scores.card(unit)] == [line.points for line in whole.card(unit)]


def test_a_sheet_of_a_table():
    heads = [
        cell.splitlines()[0]
        for cell in MODEL.empty_sheet("en", table="tasks", companions=False).lstrip("\ufeff").strip().strip('"').split('";"')
    ]
    assert heads == ["unit", "period", "track", "row", "done", "rate", "sent"]
    with pytest.raises(chiso.UnknownNameError):
        MODEL.empty_sheet(table="none")
