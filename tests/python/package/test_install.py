"""What users install: the source distribution and the wheel hold what is listed, and a fresh environment needs nothing else."""

import os
import pathlib
import subprocess
import sys
import tarfile
import zipfile

import pytest
from conftest import ROOT

IN_SDIST = ["CMakeLists.txt", "LICENSE", "README.md", "pyproject.toml", "bindings", "examples", "include", "src"]
IN_WHEEL = """
chiso/__init__.py chiso/__main__.py chiso/_core.pyi chiso/arguments.py chiso/asked.py chiso/checks.py chiso/contents.py chiso/criterion.py chiso/described.py chiso/display.py chiso/display_words.py chiso/draft.py chiso/drafts.py
chiso/errors.py chiso/evidence.py chiso/explain.py chiso/figures.py chiso/frames_in.py chiso/frames_out.py chiso/json_text.py chiso/kept_table.py chiso/languages.py chiso/later.py chiso/matrix.py chiso/missing.py chiso/model.py chiso/model_contents.py chiso/model_diff.py chiso/parts.py chiso/plans.py chiso/problems.py chiso/progress.py chiso/py.typed chiso/ranking_table.py chiso/result_tables.py chiso/roster.py chiso/rules.py chiso/scorecard.py chiso/scores.py chiso/streams.py chiso/table_below.py chiso/unit_report.py chiso/value.py chiso/verification.py chiso/weights.py chiso/what_if.py chiso/workbook.py chiso/workbook_cells.py chiso/workbook_form.py chiso/workbook_out.py chiso/workbook_parts.py chiso/workbook_template.py
chiso/examples/__init__.py chiso/integrations/__init__.py chiso/integrations/duckdb.py chiso/integrations/polars.py chiso/integrations/spark.py
chiso/plot/__init__.py chiso/plot/comparison_display.py chiso/plot/curves.py chiso/plot/drawing.py chiso/plot/frontier_display.py chiso/plot/index_display.py
chiso/plot/layout.py chiso/plot/lost_display.py chiso/plot/plan_display.py chiso/plot/profile_display.py chiso/plot/ranks_display.py chiso/plot/roles.py chiso/plot/rule_display.py chiso/plot/ticks.py chiso/plot/words.py
""".split()
# The data of chiso.examples, which the build takes from the repository's examples.
DATA = [path for path in (ROOT / "examples").glob("*/*") if path.suffix in (".csv", ".json", ".jsonl")] + [ROOT / "examples/data/README.md"]


def run(*command, **more):
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | more.pop("environment", {})
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, env=environment, **more)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def sdist(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sdist")
    run(sys.executable, "-m", "build", "--sdist", "--no-isolation", "-o", folder, ROOT)
    (made,) = folder.iterdir()
    return made


def pip(python, *arguments):
    """Runs pip with the settings of the build under test, so that compiled files come from ccache."""
    option = "--config-settings=cmake.define.CHISO_WARNINGS_AS_ERRORS=ON"
    return run(python, "-m", "pip", *arguments, "--quiet", option, environment={"CXX": os.environ.get("CXX", "c++")})


def fresh(folder):
    """An empty environment."""
    run(sys.executable, "-m", "venv", folder)
    return folder / "bin" / "python"


def test_the_source_distribution_has_its_files(sdist):
    expected = {"PKG-INFO"}
    for name in IN_SDIST:
        files = [ROOT / name] if (ROOT / name).is_file() else (ROOT / name).rglob("*")
        expected |= {str(path.relative_to(ROOT)) for path in files if path.is_file() and "__pycache__" not in path.parts}
    expected -= {"src/cmake/set_up.sh", "bindings/wheels"}  # commands of the repository
    of_examples = {str(path.relative_to(ROOT)) for path in DATA}
    expected = {name for name in expected if not name.startswith("examples/")} | of_examples | {"examples/council/README.md"}
    with tarfile.open(sdist) as archive:
        held = {str(pathlib.PurePath(*pathlib.PurePath(member.name).parts[1:])) for member in archive if member.isfile()}
    assert held == expected


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Without isolation: the environment has what pyproject.toml asks for."""
    folder = tmp_path_factory.mktemp("wheel")
    pip(sys.executable, "wheel", "--no-build-isolation", "--no-deps", "-w", folder, ROOT)
    (made,) = folder.iterdir()
    return made


def test_the_wheel_has_its_files(wheel):
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if not name.endswith("/")}
        (entry_points,) = (name for name in held if name.endswith("entry_points.txt"))
        assert "chiso = chiso.__main__:main" in archive.read(entry_points).decode()
        (metadata,) = (name for name in held if name.endswith("METADATA"))
        text = archive.read(metadata).decode()
    compiled = {name for name in held if name.startswith("chiso/_core.") and name.endswith(".so")}
    of_the_format = {name for name in held if ".dist-info/" in name}
    data = {f"chiso/{path.relative_to(ROOT)}" for path in DATA}
    assert len(compiled) == 1 and held - compiled - of_the_format == set(IN_WHEEL) | data
    assert {"chiso/examples/models/pci_2021.json", "chiso/examples/levels/tasks.csv"} < data
    required = [line for line in text.splitlines() if line.startswith("Requires-Dist") and "extra" not in line]
    assert [line.split()[1].split(">")[0] for line in required] == ["numpy", "narwhals"]


USE = """
import sys, chiso
model = chiso.load_model("examples/models/commune_reform_index.json")
table = chiso.read_evidence("examples/data/communes.csv", model, decimal=",")
frame = model.score(table).frame(track="final", sort="rank")
assert type(frame) is dict and frame["unit"][0] and len(frame["index"]) > 40
assert chiso.Evidence.from_frame(table.frame(), model) == table
assert not {"pandas", "polars", "pyarrow", "matplotlib", "narwhals", "duckdb", "pyspark"} & set(sys.modules)
model._repr_html_(), model.score(table)._repr_html_()
for library in ("pandas", "polars", "pyarrow"):
    try:
        model.score(table).frame(kind=library)
    except ImportError:
        continue
    raise SystemExit(f"{library} is not installed")
try:
    chiso.plot
except ImportError as error:
    assert "chiso[plot]" in str(error), error
print(chiso.__version__)
"""
# A guide's snippets and a command, in an empty folder.
TRY = """
import chiso, doctest, sys
chiso.examples.write()
results = doctest.testfile(sys.argv[1], module_relative=False, encoding="utf-8")
assert results.failed == 0 and results.attempted > 15
"""


def check(python, folder):
    empty = folder / "empty"
    empty.mkdir()
    run(python, "-W", "error", "-c", TRY, ROOT / "docs/guide/checks.md", cwd=empty)
    run(
        folder / "bin" / "chiso",
        "check",
        "examples/models/commune_reform_index.json",
        "examples/data/communes.csv",
        "--decimal",
        ",",
        cwd=empty,
    )
    version = run(python, "-W", "error", "-c", USE, cwd=ROOT).strip()
    arguments = ["check", "examples/models/pci_2021.json"]
    by_script = run(folder / "bin" / "chiso", *arguments, cwd=ROOT)
    assert by_script == run(python, "-m", "chiso", *arguments, cwd=ROOT) and "pci" in by_script
    assert run(folder / "bin" / "chiso", "--version").split() == ["chiso", version]
    refused = subprocess.run([folder / "bin" / "chiso", "score"], capture_output=True, text=True, check=False)
    assert refused.returncode == 2 and "MODEL" in refused.stderr


def test_the_wheel_installs_in_a_fresh_environment(wheel, tmp_path):
    python = fresh(tmp_path)
    run(python, "-m", "pip", "install", "--quiet", wheel)
    check(python, tmp_path)


@pytest.mark.skipif("CHISO_EVERY_INSTALLATION" not in os.environ, reason="it compiles everything again: CONTRIBUTING.md has the command")
def test_the_source_builds_in_a_fresh_environment(sdist, tmp_path):
    """With isolation: the tools are installed for this build only."""
    python = fresh(tmp_path)
    pip(python, "install", sdist)
    check(python, tmp_path)
    assert "pybind11" not in run(python, "-m", "pip", "list")


def imported_by(text):
    """The modules that a program imports, besides those of NumPy."""
    told = f"import sys, numpy; before = set(sys.modules)\n{text}\nprint(*sorted(set(sys.modules) - before))"
    return set(run(sys.executable, "-c", told, cwd=ROOT, environment={"PYTHONPATH": os.environ["PYTHONPATH"]}).split())


def test_import_loads_what_every_program_needs():
    """A benchmark measures the time itself; most of it would be that of other modules."""
    read = imported_by("import chiso")
    needed = "_core arguments asked errors evidence frames_in frames_out kept_table languages later"
    needed += " model model_contents problems progress result_tables scores value"
    assert read == {"chiso", "errno", "__future__", *(f"chiso.{name}" for name in needed.split())}


def test_whoever_scores_a_table_needs_no_drafts():
    text = """
import chiso
model = chiso.load_model("examples/models/pci_2021.json")
scores = model.score(chiso.read_evidence("examples/data/pci_2021.csv", model, unknown="ignore", kind="dict"))
assert scores.frame()["rank"][0]
"""
    assert not imported_by(text) & {"chiso.rules", "chiso.drafts", "chiso.checks", "chiso.explain", "dataclasses", "json", "fractions"}
    assert "chiso.rules" in imported_by(text + "assert model['land'].points == 5")
