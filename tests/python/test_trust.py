"""SECURITY.md has the limits of the code, and CITATION.cff the version and the license of the project."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# What SECURITY.md says of a limit; the file that it names; and how that file has it.
LIMITS = [
    ("a model file | 8 MiB |", "src/io/json/json_text.hpp", "most_bytes = std::size_t{8} << 20;"),
    ("brackets inside one another in it | 256 |", "src/io/json/json_tree.hpp", "most_brackets = 256;"),
    ("levels of `meta` | 64 |", "src/io/json/json_values.hpp", "most_levels_of_meta = 64;"),
    ("items of all lists of a model | 250,000 |", "src/io/json/json_reader.cpp", "most_items = 250'000;"),
    ("criteria and entries | 100,000 |", "include/chiso/model/criteria_problems.hpp", "nodes = 100'000;"),
    ("levels of criteria | 64 |", "include/chiso/model/criteria_problems.hpp", "levels = 64;"),
    ("points of a model, and of each group | 1,000,000,", "include/chiso/model/criteria_problems.hpp", "points = 1'000'000;"),
    ("and 2^53 quanta |", "include/chiso/core/points.hpp", "most_quanta = std::int64_t{1} << 53;"),
    ("rules inside one another | 4 levels |", "include/chiso/rule/problems.hpp", "at most 4 levels"),
    ("an expression | 4,096 bytes,", "include/chiso/expr/impl/parser.ipp", "most_expression_bytes = 4096;"),
    ("256 nodes,", "include/chiso/expr/impl/parser.ipp", "most_expression_nodes = 256;"),
    ("32 levels |", "include/chiso/expr/impl/parser.ipp", "most_expression_levels = 32;"),
    ("digits of a number of a model | 18 |", "include/chiso/core/impl/decimal.ipp", "++count > 18"),
    ("columns of a CSV file | 100,000 |", "src/io/text/csv_scanner.hpp", "most_cells = 100'000;"),
    ("rows of a table | fewer than 2^32 - 2 |", "include/chiso/evidence/table_problems.hpp", "fewer than 2^32 - 2 rows"),
    ("beyond its bytes | 12,000,000; 1,000,000 once", "src/io/read/csv.cpp", "1'000'000U : 12'000'000U"),
    ("a number of a cell | 2^53", "include/chiso/evidence/impl/number_cell.ipp", "limit = std::int64_t{1} << 53;"),
    ("problems kept of one document | 100,000,", "include/chiso/core/report.hpp", "most_problems = 100'000;"),
    ("and 32 MiB of text |", "include/chiso/core/report.hpp", "most_bytes = std::size_t{32} << 20;"),
    ("unless told | 1,000 |", "include/chiso/evidence/reading_options.hpp", "most_problems = 1000;"),
    ("problems that the command line prints | 1,000 |", "src/cli/files.cpp", "most_listed = 1000;"),
]


def security():
    return (ROOT / "SECURITY.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("said, file, code", LIMITS, ids=[said for said, _, _ in LIMITS])
def test_a_limit_is_that_of_the_code(said, file, code):
    rows = [line for line in security().splitlines() if said in line and f"`{file}`" in line]
    assert len(rows) == 1, f"SECURITY.md has no row of `{file}` that says: {said}"
    assert code in (ROOT / file).read_text(encoding="utf-8")


def test_every_limit_is_compared():
    rows = re.findall(r"^\| .* \| (`.*`) \|$", security(), re.MULTILINE)
    compared = {file for _, file, _ in LIMITS}
    assert {file for row in rows for file in re.findall(r"`([^`]*)`", row)} == compared
    assert len(rows) == 17


def test_the_citation_has_the_version_and_the_license():
    citation = dict(re.findall(r"^([\w-]+): (.+)$", (ROOT / "CITATION.cff").read_text(encoding="utf-8"), re.MULTILINE))
    version = re.search(r'#define CHISO_VERSION "(.+)"', (ROOT / "include/chiso/core/build.hpp").read_text(encoding="utf-8"))
    assert version and citation["version"] == version[1]
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith(citation["license"] + " License")
    assert citation["cff-version"] == "1.2.0"
