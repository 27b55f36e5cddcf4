"""The output of `chiso score` and `chiso show` for the examples: golden files, the oracle, published figures, sums that must agree."""

import csv
import json
import re
import sys
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from command_line import COMMUNES, CONDUCT, DATA, HOSPITALS, MODELS, OFFICIALS, PCI, ROOT, check_golden, run, score

sys.path.insert(0, str(ROOT / "tests" / "oracle"))
from oracle.model import read_model
from oracle.results import evaluate


@pytest.mark.parametrize(
    "name, arguments",
    [
        ("pci.csv", PCI),
        ("student_conduct.csv", CONDUCT),
        ("hospital_quality.csv", HOSPITALS),
        ("hospital_quality_node.csv", [*HOSPITALS, "--node", "C"]),
        ("officials_monthly.csv", OFFICIALS),
        ("officials_monthly_node.csv", [*OFFICIALS, "--node", "tasks", "--track", "authority"]),
        ("communes.csv", COMMUNES),
        ("communes_exact.csv", [*COMMUNES, "--exact", "--period", "2024", "--track", "final"]),
        ("communes_node.csv", [*COMMUNES, "--node", "procedures", "--period", "2024", "--track", "final"]),
        ("communes_long.csv", [*COMMUNES, "--long", "--block", "offices", "--period", "2023", "--track", "final"]),
    ],
)
def test_golden_tables(name, arguments):
    check_golden(name, run("score", *arguments)[0])


def test_golden_json(tmp_path):
    out = tmp_path / "out.json"
    run("score", *PCI, "--exact", "-o", out)
    check_golden("pci_exact.json", out.read_bytes().decode())
    assert json.loads(out.read_text(encoding="utf-8"))[0]["unit"] == "Quảng Ninh"


@pytest.mark.parametrize(
    "name, arguments",
    [
        ("show_rank_falls.txt", [*COMMUNES, "Xã Mẫu 19"]),
        ("show_incomplete.txt", [*COMMUNES, "Xã Mẫu 09", "--lang", "en"]),
        ("show_stated.txt", [*COMMUNES, "Phòng Mẫu 01", "--track", "appraised"]),
        ("show_not_ranked.txt", [*COMMUNES, "Phòng Mẫu 12"]),
        ("show_stated_en.txt", [*COMMUNES, "Phòng Mẫu 01", "--track", "appraised", "--lang", "en"]),
        ("show_no_class.txt", [*COMMUNES, "Phường Mẫu 28"]),
        ("show_pci.txt", [*PCI, "Đà Nẵng", "--lang", "en"]),
        ("show_capped.txt", [*CONDUCT, "Sinh viên mẫu 2"]),
        ("show_capped_en.txt", [*CONDUCT, "Sinh viên mẫu 5", "--lang", "en"]),
        ("show_scale.txt", [*HOSPITALS, "Bệnh viện mẫu", "--lang", "en"]),
    ],
)
def test_golden_scorecards(name, arguments):
    check_golden(name, run("show", *arguments, language="vi")[0])


def test_columns_of_a_scorecard_are_aligned():
    lines = run("show", *COMMUNES, "Xã Mẫu 19")[0].splitlines()[:-2]  # a blank line and that of the model
    rule = next(place for place, line in enumerate(lines) if line.startswith("---"))
    ends = [end for end, (mark, after) in enumerate(zip(lines[rule], lines[rule][1:] + " "), 1) if mark == "-" and after == " "]
    for line in lines[rule + 1 :]:
        for end in ends[:-1]:
            assert line[end : end + 2].strip() == "", line


def oracle_results(model, columns, cells, below):
    with open(MODELS / model, encoding="utf-8") as file:
        read = read_model(file.read())
    return read, evaluate(read, columns, cells, below)[0]


def read_table(name, delimiter, decimal):
    with open(DATA / name, encoding="utf-8", newline="") as file:
        columns, *cells = csv.reader(file, delimiter=delimiter)
    return columns, [[cell.replace(decimal, ".") for cell in line] for line in cells]


@pytest.mark.parametrize(
    "model, data, delimiter, decimal, arguments",
    [
        ("pci_2021.json", "pci_2021.csv", ",", ".", PCI),
        ("commune_reform_index.json", "communes.csv", ";", ",", COMMUNES),
        ("student_conduct.json", "student_conduct.csv", ",", ".", CONDUCT),
        ("hospital_quality.json", "hospital_quality.csv", ",", ".", HOSPITALS),
        ("officials_monthly.json", "officials_monthly.csv", ",", ".", OFFICIALS),
    ],
)
def test_scores_are_those_of_the_oracle(model, data, delimiter, decimal, arguments):
    columns, cells = read_table(data, delimiter, decimal)
    if data == "pci_2021.csv":  # columns that are not measures
        columns, cells = columns[:-2], [line[:-2] for line in cells]
    tables = [argument.split("=examples/data/") for option, argument in zip(arguments, arguments[1:]) if option == "--table"]
    below = {name: read_table(file, delimiter, decimal) for name, file in tables}
    read, expected = oracle_results(model, columns, cells, below)
    by_name = {(one.row.unit, one.row.block, one.row.period, one.row.track): one for one in expected}
    rows = score(*arguments, "--exact")
    assert len(rows) == len(by_name) == len(expected)
    for row in rows:
        one = by_name[row["unit"], row["block"], row["period"], row["track"]]
        assert [row[f"{side}_quanta"] for side in ("points", "applicable", "bonus", "penalty")] == [
            str(quanta) for quanta in (one.tally.achieved, one.tally.applicable, one.bonus, one.penalty)
        ]
        assert Fraction(int(row["index_numerator"]), int(row["index_denominator"])) == one.index
        assert (row["rank"], row["class"], row["complete"]) == (str(one.rank or ""), one.class_id or "", "yes" if one.complete else "no")
    nodes = score(*arguments, "--long", "--exact")
    names = [node.id for node in expected[0].nodes]
    assert [row["node"] for row in nodes[: len(names)]] == names and len(nodes) == len(rows) * len(names)
    for place, row in enumerate(nodes):
        node = by_name[row["unit"], row["block"], row["period"], row["track"]].nodes[place % len(names)]
        assert (row["points_quanta"], row["applicable_quanta"], row["state"]) == (
            str(node.tally.achieved),
            str(node.tally.applicable),
            node.state or "",
        )
        assert ("incomplete" in row["reason"]) == (not node.tally.complete)
    for name in [node.id for node in read.nodes][:12]:
        for row in score(*arguments, "--node", name):
            node = by_name[row["unit"], row["block"], row["period"], row["track"]].nodes[names.index(name)]
            assert (row["rank"], row["class"]) == (str(node.rank or ""), "")


def test_published_figures_agree_with_the_exact_ones():
    for row in score(*COMMUNES, "--exact"):
        index = Decimal(row["index_numerator"]) / Decimal(row["index_denominator"])
        assert index.quantize(Decimal("0.01"), ROUND_HALF_UP) == Decimal(row["index"])
        earned = sum(sign * int(row[f"{side}_quanta"]) for side, sign in (("points", 1), ("bonus", 1), ("penalty", -1)))
        held = min(max(Fraction(100 * earned, int(row["applicable_quanta"])), Fraction(0)), Fraction(100))
        assert held == Fraction(int(row["index_numerator"]), int(row["index_denominator"]))
        for side in ("points", "applicable", "bonus", "penalty"):
            assert Decimal(row[side]) == (Decimal(row[f"{side}_quanta"]) / 10**6).quantize(Decimal("0.01"), ROUND_HALF_UP)


def test_long_rows_add_up_to_the_totals():
    totals = {(row["unit"], row["period"], row["track"]): row for row in score(*COMMUNES, "--exact")}
    sums = {}
    for row in score(*COMMUNES, "--exact", "--long"):
        key = row["unit"], row["period"], row["track"]
        entry = row["number"][0] in "TP"
        if row["depth"] == "0" and not entry:
            points, applicable = sums.get(key, (0, 0))
            sums[key] = points + int(row["points_quanta"]), applicable + int(row["applicable_quanta"])
        if entry:
            assert row["applicable"] == "0.00" and row["index"] == ""
    assert sums == {key: (int(row["points_quanta"]), int(row["applicable_quanta"])) for key, row in totals.items()}


def test_rows_stand_by_block_period_and_track_then_rank_then_unit():
    tracks = ["self", "appraised", "final"]
    rows = score(*COMMUNES)
    keys = [(row["block"], row["period"], tracks.index(row["track"]), int(row["rank"] or 10**6), row["unit"].encode()) for row in rows]
    assert keys == sorted(keys)


def test_published_ranks_of_the_provinces():
    with open(DATA / "pci_2021.csv", encoding="utf-8", newline="") as file:
        published = {row["unit"]: row for row in csv.DictReader(file)}
    for row in score(*PCI):
        assert row["rank"] == published[row["unit"]]["published_rank"]
        assert abs(Decimal(row["index"]) - Decimal(published[row["unit"]]["published_total"])) <= Decimal("0.02")


def test_students_have_the_points_of_the_conduct_score():
    """86 of 100 points; where the line of 10 points does not apply, 86 of 97. Points are classed, not percentages."""
    [cap] = [row for row in score(*CONDUCT, "--node", "activities") if row["unit"] == "Sinh viên mẫu 2"]
    assert (cap["points"], cap["applicable"]) == ("13", "17")
    rows = {row["unit"]: row for row in score(*CONDUCT, "--period", "2024-2")}

    def of(number):
        row = rows[f"Sinh viên mẫu {number}"]
        return row["points"], row["applicable"], row["index"], row["class"]

    assert of(1) == ("86", "100", "86.00", "good")
    assert of(2) == ("86", "97", "88.66", "good")
    assert of(3) == ("88", "97", "90.72", "good")  # on the index it would be excellent
    assert of(4) == ("86", "100", "86.00", "") and rows["Sinh viên mẫu 4"]["complete"] == "no"
    assert of(5) == ("100", "100", "100.00", "excellent")
    with open(MODELS / "student_conduct.json", encoding="utf-8") as file:
        groups = json.load(file)["criteria"]
    assert [group["cap"] for group in groups] == [20, 25, 20, 25, 10]
    lines = 0
    for leaf in (leaf for group in groups for leaf in group["criteria"]):
        rule = leaf["rule"]
        earning = [points for points in rule.get("points", {}).values() if points] or [
            end for end in rule.get("tiers", []) if end["points"]
        ]
        lines += 2 if leaf["id"] == "research" else max(1, len(earning))  # as a leader or by an article, or as a member
    assert lines == 31


def test_hospitals_have_the_published_means():
    """Two published years: how many criteria were at each level, their sum without and with the double ones, and the mean."""
    published = {"2016": ([0, 19, 46, 18, 0], 248, "274", "3.04"), "2017": ([0, 1, 34, 45, 3], 299, "324", "3.60")}
    with open(DATA / "hospital_quality.csv", encoding="utf-8", newline="") as file:
        unit, *_ = rows = list(csv.DictReader(file))
    made = {(row["unit"], row["period"]): row for row in score(*HOSPITALS)}
    for row in rows:
        if row["unit"] != unit["unit"]:
            continue
        levels = [int(cell) for name, cell in row.items() if name not in ("unit", "period")]
        one = made[row["unit"], row["period"]]
        counts = [levels.count(level) for level in range(1, 6)]
        assert (counts, sum(levels), one["points"], one["index"]) == published.pop(row["period"])
        assert len(levels) == 83 and one["applicable"] == "450"
    assert not published


def test_officials_have_the_points_of_the_worked_example():
    """Two tasks: quantity 90.91, quality 90.00 and progress 85.00 make 88.64, and 62.05 of 70 points."""
    of = {
        node: next(row for row in score(*OFFICIALS, "--node", node, "--track", "authority") if row["unit"] == "Công chức mẫu 1")
        for node in ("a", "b", "c", "tasks")
    }
    assert [of[node]["index"] for node in of] == ["90.91", "90.00", "85.00", "88.64"] and of["tasks"]["points"] == "62.05"
    assert [round(Decimal(of[node]["index"]), 1) for node in of] == [
        Decimal(text) for text in ("90.9", "90.0", "85.0", "88.6")
    ]  # as printed


def test_officials_are_what_the_page_says():
    page = (DATA / "README.md").read_text(encoding="utf-8")
    section = page.partition("## officials_monthly.csv")[2]
    shown = {name: (index, class_) for name, index, class_ in re.findall(r"^\| (\S+ \S+ mẫu \d+) \| (\d+\.\d+) \| (\w+) \|", section, re.M)}
    assert len(shown) == 14
    assert shown == {row["unit"]: (row["index"], row["class"] or "none") for row in score(*OFFICIALS, "--track", "authority")}


def test_the_communes_show_what_they_were_invented_for():
    now = {row["unit"]: row for row in score(*COMMUNES, "--period", "2024", "--track", "final")}
    assert now["Xã Mẫu 19"]["rank"] == "20"
    assert "rank 20 of " in (text := run("show", *COMMUNES, "Xã Mẫu 19", "--lang", "en")[0]) and "(down 10 from 10 in 2023)" in text
    assert now["Xã Mẫu 04"]["class"] == now["Xã Mẫu 22"]["class"] == "average" and now["Xã Mẫu 15"]["class"] == "fair"
    assert now["Phường Mẫu 28"]["rank"] != "" and now["Phường Mẫu 28"]["class"] == ""
    assert now["Xã Mẫu 11"]["rank"] == now["Xã Mẫu 12"]["rank"]
    assert now["Phường Mẫu 29"]["ranked"] == "no" and now["Phường Mẫu 29"]["rank"] == "" and now["Phường Mẫu 29"]["index"] != ""
    for unit in ("Xã Mẫu 09", "Xã Mẫu 20", "Phường Mẫu 27"):
        assert (now[unit]["complete"], now[unit]["rank"], now[unit]["class"]) == ("no", "", "") and now[unit]["index"] != ""
        assert "\nIncomplete: " in run("show", *COMMUNES, unit)[0]
        assert "\nChưa đủ số liệu: " in run("show", *COMMUNES, unit, language="vi")[0]
