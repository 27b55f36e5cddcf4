"""docs/guide/cells.md: the messages are those of `chiso check`, and each cell is taken or refused as the page says."""

import csv
import json
import re
import shlex

import pytest
from command_line import ROOT, run, table

PAGE = (ROOT / "docs" / "guide" / "cells.md").read_text(encoding="utf-8")
(MODEL,), (TABLE,) = (re.findall(rf"```{kind}\n(.*?)```\n", PAGE, re.S) for kind in ("json", "csv"))
ROWS = [[cell.strip() for cell in line[1:-1].split("|")] for line in re.findall(r"^\| `.*\|$", PAGE, re.M)]
CELLS = [(measure.strip("`"), cell, last) for measure, cells, last in ROWS for cell in re.findall(r"`([^`]*)`", cells) or [""]]
TAKEN = [row for row in CELLS if not row[2].startswith("[")]
REFUSED = [row for row in CELLS if row[2].startswith("[")]
#: What the page's words mean, as a truth of the model.
MEANS = {
    "Miền núi": "region == 'upland'",
    "có": "trained",
    "không": "not trained",
    "31/7/2024": "sent == date('2024-07-31')",
    "90,5": "share == 90.5",
    "1200": "late == 1200",
    "0": "late == 0",
    "chưa có số liệu / missing": "is_missing(late)",
    "không áp dụng / not applicable": "not is_applicable(late)",
}


def files_of(folder, model, rows):
    (folder / "model.json").write_text(json.dumps(model), encoding="utf-8")
    with open(folder / "table.csv", "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def test_the_messages_are_those_of_the_command(tmp_path):
    (tmp_path / "model.json").write_text(MODEL, encoding="utf-8")
    (tmp_path / "table.csv").write_text(TABLE, encoding="utf-8")
    shown = re.findall(r"```console\n\$ chiso (.*)\n((?:.*\n)*?)```\n", PAGE)
    assert len(shown) == 2
    for command, output in shown:
        assert "".join(run(*shlex.split(command), cwd=tmp_path, expect=1)) == output


@pytest.mark.parametrize(("measure", "cell", "means"), TAKEN)
def test_a_cell_means_what_the_page_says(tmp_path, measure, cell, means):
    rule = {"type": "yes_no", "value": MEANS[means]}
    files_of(
        tmp_path,
        json.loads(MODEL) | {"criteria": [{"id": "a", "points": 1, "rule": rule}]},
        [["unit", measure], ["Xã A", cell]],
    )
    (row,) = table(run("score", "model.json", "table.csv", "--absent-is-missing", cwd=tmp_path)[0])
    assert row["points"] == "1.00"


@pytest.mark.parametrize(("measure", "cell", "code"), REFUSED)
def test_a_cell_is_refused_with_the_code_of_the_page(tmp_path, measure, cell, code):
    files_of(tmp_path, json.loads(MODEL), [["unit", measure], ["Xã A", cell]])
    _, messages = run("check", "model.json", "table.csv", "--absent-is-missing", cwd=tmp_path, expect=1)
    assert re.findall(r"error: .* \[([a-z_.]+)\]", messages) == [re.match(r"\[`(.*?)`\]", code)[1]]
