"""The commands of docs/guide/levels.md make its tables."""

import csv
import re
import shlex

from command_line import ROOT, run

PAGE = (ROOT / "docs" / "guide" / "levels.md").read_text(encoding="utf-8")


def rows_of(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def shown(title):
    lines = re.search(rf"^\*\*{title}\*\*\n\n((?:^\|.*\|\n)+)", PAGE, re.M)[1].splitlines()
    heads, _, *rows = [[cell.strip() for cell in line[1:-1].split("|")] for line in lines]
    return {(unit, period): cell for unit, *cells in rows for period, cell in zip(heads[1:], cells) if cell}


def made(path):
    def text_of(row):
        return "incomplete" if row["complete"] == "no" else f"{row['index']} {row['class']}" if row["index"] else "none"

    return {(row["unit"], row["period"]): text_of(row) for row in rows_of(path)}


def test_the_commands_of_the_page_make_its_tables(tmp_path):
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    commands = [shlex.split(line) for line in re.findall(r"^\$ (.*)$", PAGE, re.M)]
    assert all(command[0] == "chiso" for command in commands)
    for command in commands[:3]:
        run(*command[1:], cwd=tmp_path)
    for title in ("Months", "Quarters", "Years"):
        assert made(tmp_path / f"{title.lower()}.csv") == shown(title)
    leader_of = {row["unit"]: row["leader"] for row in rows_of(ROOT / "examples" / "levels" / "staff.csv")}
    staff = [row | {"leader": leader_of[row["unit"]]} for row in rows_of(tmp_path / "months.csv")]
    with open(tmp_path / "staff_months.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(staff[0]))
        writer.writeheader()
        writer.writerows(staff)
    run(*commands[3][1:], cwd=tmp_path)
    assert made(tmp_path / "leaders.csv") == shown("Leaders")
