"""The tests of the package `chiso`, which is imported from the build that tests/run makes (PYTHONPATH)."""

import os
import pathlib
import sys
import warnings

import chiso
import hypothesis
import pytest

# The same cases in every run, however slow the machine; another profile may be chosen on the command line to search further.
hypothesis.settings.register_profile("repeatable", derandomize=True, deadline=None, database=None)
hypothesis.settings.register_profile("search", deadline=None, max_examples=2000)
hypothesis.settings.load_profile("repeatable")

#: Tests that say nothing of the language read English; so do the programs that they start.
os.environ["CHISO_LANG"] = "en"

ROOT = pathlib.Path(__file__).resolve().parents[3]


@pytest.fixture(scope="session")
def root():
    return ROOT


@pytest.fixture(scope="session")
def model():
    """The invented communes."""
    return chiso.load_model(ROOT / "examples/models/commune_reform_index.json")


@pytest.fixture(scope="session")
def evidence(model):
    return chiso.read_evidence(ROOT / "examples/data/communes.csv", model, decimal=",")


@pytest.fixture(scope="session")
def scores(model, evidence):
    return model.score(evidence)


@pytest.fixture(scope="session")
def communes(scores):
    return scores


@pytest.fixture(scope="session")
def provinces():
    """The published indicators of 2021."""
    model = chiso.load_model(ROOT / "examples/models/pci_2021.json")
    return model.score(chiso.read_evidence(ROOT / "examples/data/pci_2021.csv", model, unknown="ignore"))


@pytest.fixture
def vietnamese():
    """What is not told a language is Vietnamese."""
    with chiso.set_language("vi"):
        yield


@pytest.fixture
def close_figures():
    from matplotlib import pyplot

    yield
    pyplot.close("all")


@pytest.fixture(scope="session")
def spark():
    """A session of Spark on this machine, which needs a Java runtime."""
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "5")
        .config("spark.log.level", "ERROR")
        .getOrCreate()
    )
    yield session
    session.stop()


@pytest.fixture
def small():
    """A model that reads a measure of every type."""
    return small_model()


def small_model(**more):
    rules = chiso.rules
    draft = chiso.Draft(
        id="small",
        measures={
            "cases": chiso.Measure("count"),
            "share": chiso.Measure("decimal", decimals=2),
            "plan": chiso.Measure("choice", options=["on_time", "late", "2"]),
            "done": chiso.Measure("yes_no"),
        },
        criteria=[
            chiso.Leaf("a", 10, rules.Proportional(value="cases", full_at=10)),
            chiso.Leaf("b", 10, rules.Proportional(value="share", full_at=100)),
            chiso.Leaf("c", 10, rules.Options(value="plan", points={"on_time": 10, "late": 5, "2": 2})),
            chiso.Leaf("d", 10, rules.YesNo(value="done")),
        ],
        **more,
    )
    return draft.build()


@pytest.fixture(autouse=True)
def warnings_are_errors(request):
    if request.node.get_closest_marker("filterwarnings"):
        yield
        return
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        warnings.filterwarnings("ignore", category=DeprecationWarning)
        # Small tables lack the only figure of a unit, or have no rows: test_names.py sees that this is told.
        warnings.filterwarnings("ignore", message=r"(?s).*\[(row.no_measure|table.without_rows)\]", category=chiso.ChisoWarning)
        yield
