"""The case files that the C++ tests read: models, problems of models and tables, published figures."""

import csv
import json
import re
from decimal import Decimal

import chiso
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from conftest import ROOT

CASES = ROOT / "tests" / "cases"


def stems(folder, extension):
    return sorted(path.stem for path in (CASES / folder).glob(f"*{extension}"))


def lines(problems):
    return "".join(f"{problem}\n" for problem in problems)


def text_of(path):
    return path.read_bytes().decode("utf-8")


@pytest.mark.parametrize("name", stems("problems", ".json"))
def test_models_report_the_expected_problems(name):
    raw = (CASES / "problems" / f"{name}.json").read_bytes()
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = None  # only files can have bytes that are not text
    expected = text_of(CASES / "problems" / f"{name}.expected")
    errors = [line for line in expected.splitlines() if ": error: " in line or line.startswith("error: ")]
    if text is not None:
        assert lines(chiso.check_model(text)) == expected
    if not errors:
        return
    with pytest.raises(chiso.ModelError) as raised:
        chiso.load_model(CASES / "problems" / f"{name}.json")
    assert lines(raised.value.problems).splitlines() == errors
    assert raised.value.total == len(errors)
    assert all(problem.severity == "error" and problem.line > 0 for problem in raised.value.problems)


@pytest.mark.parametrize("name", stems("evidence_problems", ".csv"))
def test_tables_report_the_expected_problems(name):
    path = CASES / "evidence_problems" / f"{name}.csv"
    own = path.with_suffix(".json")
    model = chiso.load_model(own if own.exists() else path.with_name("model.json"))
    options = {"decimal": ",", "delimiter": ","} if name == "delimiter_is_decimal_mark" else {}
    with pytest.raises(chiso.EvidenceError) as raised:
        chiso.read_evidence(path, model, **options)
    assert lines(raised.value.problems) == text_of(path.with_suffix(".expected"))


@pytest.mark.parametrize(
    "name",
    [*stems("models", ".json"), *(f"../../../examples/models/{path.stem}" for path in sorted((ROOT / "examples/models").glob("*.json")))],
)
@pytest.mark.filterwarnings("ignore::chiso.ChisoWarning")
def test_models_read_back_equal(name):
    model = chiso.load_model(CASES / "models" / f"{name}.json")
    assert chiso.Model.from_json(model.to_json()) == model
    assert chiso.Model.from_dict(model.to_dict()) == model
    draft = model.draft()
    assert draft.build() == model
    assert chiso.Draft.from_dict(draft.to_dict()) == draft
    assert [node.id for node in draft.nodes()] == [node.id for node in (*model.criteria, *model.entries)]
    assert json.loads(model.to_json(), parse_float=Decimal) == model.to_dict()


# ---- published figures

KINDS = {
    "pandas": lambda table: pd.DataFrame(table),
    "polars": lambda table: pl.DataFrame(table),
    "pyarrow": lambda table: pa.table(table),
    "dict": lambda table: table,
}


def columns_of(path):
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {name: [row[name] for row in rows] for name in rows[0]}


def tables_below(case):
    """The files of the tables below the units of a case, by name."""
    return {path.stem: path for path in sorted((CASES / "par" / case).glob("*.csv"))}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("case", stems("par", ".csv"))
@pytest.mark.filterwarnings("ignore::chiso.ChisoWarning")
def test_published_figures(case, kind):
    """Text is read from a frame; frames and scorecards have the figures of the sources."""
    model = chiso.load_model(CASES / "par" / f"{case}.json")
    columns = columns_of(CASES / "par" / f"{case}.csv")
    below = {name: KINDS[kind](columns_of(path)) for name, path in tables_below(case).items()}
    scores = model.score(KINDS[kind](columns), unknown="ignore", **({"tables": below} if below else {}))
    frame = scores.frame(kind="pandas")
    figures = 0
    for column in columns:
        match = re.fullmatch(r"published_(points|index|rank|class|mean)(?:\.(.+))?", column)
        if not match:
            continue
        figure, node = match.groups()
        own = scores.frame(node=node, kind="pandas") if node else frame
        for place, cell in enumerate(columns[column]):
            if not cell:
                continue
            figures += 1
            if figure == "mean":
                row = frame.iloc[place]
                averages = scores.averages(kind="pandas").set_index(["block", "period", "track"])
                assert averages.loc[(row["block"], row["period"], row["track"]), "mean_index"] == float(cell)
            elif figure == "class":
                assert own["class"].iloc[place] == cell
            else:
                assert own[figure].iloc[place] == float(cell), (column, place)
    others = [name for name in columns if name.startswith(("published_change", "published_places"))]
    assert figures or others


@pytest.mark.filterwarnings("ignore::chiso.ChisoWarning")
def test_scorecards_have_published_figures():
    for case in stems("par", ".csv"):
        model = chiso.load_model(CASES / "par" / f"{case}.json")
        below = {"tables": tables_below(case)} if tables_below(case) else {}
        evidence = chiso.read_evidence(CASES / "par" / f"{case}.csv", model, unknown="ignore", **below)
        scores = model.score(evidence)
        frame = scores.frame(kind="dict")
        for place, unit in enumerate(frame["unit"]):
            card = scores.card(unit, period=frame["period"][place], track=frame["track"][place])
            index = frame["index"][place]
            assert (card.index is None and index != index) or float(card.index) == index
            assert float(card.points) == frame["points"][place]
            assert card.class_ == frame["class"][place]
