"""Shared by the tests of the command line: running it, reading what it prints, the examples, golden files."""

import csv
import io
import os
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "cases" / "cli"
MODELS, DATA = ROOT / "examples" / "models", ROOT / "examples" / "data"
PCI = ["examples/models/pci_2021.json", "examples/data/pci_2021.csv", "--ignore-unknown"]
CONDUCT = ["examples/models/student_conduct.json", "examples/data/student_conduct.csv"]
HOSPITALS = ["examples/models/hospital_quality.json", "examples/data/hospital_quality.csv"]
OFFICIALS = ["examples/models/officials_monthly.json", "examples/data/officials_monthly.csv"]
OFFICIALS += ["--table", "tasks=examples/data/officials_monthly_tasks.csv"]
COMMUNES = ["examples/models/commune_reform_index.json", "examples/data/communes.csv", "--decimal", ","]


def run(*arguments, expect=0, language="en", **options):
    """Runs the program from the root of the sources; (standard output, standard error), its exit code being as expected. The language is that
    of CHISO_LANG."""
    program = os.environ.get("CHISO_CLI")
    assert program, "CHISO_CLI is not set: give the path of the program"
    options.setdefault("cwd", ROOT)
    options["env"] = options.get("env", os.environ) | {"CHISO_LANG": language}
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, check=False, timeout=60, **options)
    out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    assert done.returncode == expect, f"exit code {done.returncode}\n{out}\n{err}"
    return out, err


def table(text):
    """CSV as a list of dictionaries; every line ends as RFC 4180 says."""
    assert text.count("\n") == text.count("\r\n")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def score(*arguments):
    return table(run("score", *arguments)[0])


def check_golden(name, text):
    """Compares with a golden file, byte for byte. CHISO_WRITE_GOLDEN=1 writes it anew; it must be read before it is committed.
    Pages share one style, whose rules are not compared."""
    text = re.sub(r"(?s)(?<=<style>).*(?=</style>)", "", text)
    path = GOLDEN / name
    if os.environ.get("CHISO_WRITE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    assert path.read_bytes().decode() == text
