"""The output of `chiso plan`: the cheapest actions that reach a target, in both languages, and what is wrong with files of actions."""

import json
import unicodedata

import pytest
from command_line import check_golden, run, table
from pages import Page

MODEL = {
    "chiso": 1,
    "id": "towns",
    "measures": {
        "on_time": {"type": "decimal", "decimals": 1, "min": 0, "max": 100},
        "portal": {"type": "yes_no"},
        "meetings": {"type": "count"},
    },
    "criteria": [
        {"id": "speed", "points": 60, "rule": {"type": "proportional", "value": "on_time", "full_at": 100}},
        {"id": "portal", "points": 20, "rule": {"type": "yes_no", "value": "portal"}},
        {"id": "talks", "points": 20, "rule": {"type": "per_item", "value": "meetings", "each": 5}},
    ],
    "classes": {"bands": [{"id": "good", "from": 80}, {"id": "low"}], "vetoes": [{"when": "not portal", "at_most": "low"}]},
}
TABLE = """unit,on_time,portal,meetings
Xã An,50,no,1
Xã Bình,90,yes,2
Xã Cát,70,yes,1
"""
ACTIONS = """action,measure,value,cost,group
desk,on_time,75,3,desk
two desks,on_time,95,5.5,desk
site,portal,yes,4,
round,meetings,3,1,
site and round,portal,yes,4.5,
site and round,meetings,4,,
"""


@pytest.fixture
def files(tmp_path):
    (tmp_path / "model.json").write_text(json.dumps(MODEL, ensure_ascii=False), encoding="utf-8")
    (tmp_path / "table.csv").write_text(TABLE, encoding="utf-8")
    (tmp_path / "actions.csv").write_text(ACTIONS, encoding="utf-8")
    return tmp_path


def plan(files, target, *more, expect=0):
    return run("plan", "model.json", "table.csv", "Xã An", "--target", target, "--actions", "actions.csv", *more, expect=expect, cwd=files)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_plans_in_both_languages(files, language):
    check_golden(f"plan_{language}.txt", plan(files, "class=good", "--k", "3", "--lang", language)[0])


def test_a_unit_is_named_as_readers_see_it(files):
    arguments = ("class=good", "--lang", "en")
    typed = [
        "plan",
        "model.json",
        "table.csv",
        unicodedata.normalize("NFD", " Xã  An "),
        "--target",
        *arguments,
        "--actions",
        "actions.csv",
    ]
    assert run(*typed, cwd=files) == plan(files, *arguments)


def test_amounts_that_are_none_are_a_usage_error(files):
    assert "0 or more" in plan(files, "rank=2", "--others", "-1", expect=2)[1]


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("index", "'index' is no target: index=80"),
        ("published=", "'published=' is no target: index=80"),
        ("index=80,5", "'80,5' of --target is not a decimal number of 0 or more, such as 80.5"),
    ],
)
def test_a_target_that_is_none_says_how_one_is_written(files, target, told):
    assert told in plan(files, target, "--lang", "en", expect=2)[1]


def test_a_workbook_of_actions_is_refused_with_what_to_do(files):
    (files / "actions.csv").write_bytes(b"PK\x03\x04 and more")
    assert "save its sheet as 'CSV UTF-8'" in plan(files, "index=80", "--lang", "en", expect=2)[1]


def test_the_table_has_every_plan_and_the_frontier(files):
    plan(files, "rank=2", "-o", "plans.csv")
    rows = table((files / "plans.csv").read_bytes().decode("utf-8-sig"))
    assert rows[0] == {"found": "plan", "cost": "4.5", "actions": "site and round", "index": "70.00", "rank": "2", "class": "low"}
    costs = [float(row["cost"]) for row in rows if row["found"] == "frontier"]
    indices = [float(row["index"]) for row in rows if row["found"] == "frontier"]
    assert costs == sorted(costs) and indices == sorted(set(indices)) and costs[0] == 0
    plan(files, "rank=2", "-o", "plans.json")
    assert json.loads((files / "plans.json").read_text(encoding="utf-8"))[0]["actions"] == "site and round"


def test_a_page_shows_them(files):
    plan(files, "published=80", "-o", "plans.html", "--lang", "en")
    text = (files / "plans.html").read_text(encoding="utf-8")
    Page(text)
    assert "two desks" in text


def test_the_highest_index_is_told_where_nothing_reaches_the_target(files):
    out, _ = plan(files, "index=99.5", "--lang", "en")
    assert "No set of these actions reaches it" in out and "97.00" in out


@pytest.fixture
def endless(files):
    """Files of 23 actions of which each set has another cost and, the more it costs, another index."""
    names = [f"m{place}" for place in range(23)]
    measure = {"type": "decimal", "decimals": 2, "min": 0, "max": 43000}
    criteria = [{"id": f"l{name}", "points": 43000, "rule": {"type": "given", "value": name}} for name in names]
    model = {"chiso": 1, "id": "many", "measures": dict.fromkeys(names, measure), "criteria": criteria}
    (files / "model.json").write_text(json.dumps(model), encoding="utf-8")
    (files / "table.csv").write_text(f"unit,{','.join(names)}\nXã An,{','.join('0' * 23)}\n", encoding="utf-8")
    rows = "".join(f"a{name},{name},{2**place / 100:.2f},{2**place}\n" for place, name in enumerate(names))
    (files / "actions.csv").write_text("action,measure,value,cost\n" + rows, encoding="utf-8")
    return files


def test_plans_are_told_where_the_frontier_has_too_many_sets(endless):
    out, err = plan(endless, "index=0.001", "--lang", "en")
    assert "am0; am2; am3; am4; am6; am7; am8; am9" in " ".join(out.split()) and not err
    assert "What can be reached at which cost is not told" in out


def test_the_highest_index_is_told_where_the_frontier_has_too_many_sets(endless):
    _, err = plan(endless, "index=100", "-o", "plans.csv", "--lang", "vi")
    assert "Không nêu được mức đạt theo chi phí" in err
    rows = table((endless / "plans.csv").read_bytes().decode("utf-8-sig"))
    assert [(row["found"], row["cost"], row["actions"].count(";")) for row in rows] == [("highest", str(2**23 - 1), 22)]


HOSTILE = {
    "a quote": ('action,measure,value\n"a,on_time,9\n', ["actions.csv:2:1", "csv.unclosed"]),
    "no heads": ("", ["table.empty"]),
    "another column": ("action,measure,value,price\na,on_time,9,1\n", ["actions.csv:1:22", "column.unknown"]),
    "a misspelt column": ("action,measure,vlaue\na,on_time,9\n", ["actions.csv:1:16", "(did you mean value?) [column.unknown]"]),
    "a single cell": ("action,measure,value\na\n", ["found 1 cell, expected 3 cells, as in the first line [row.length]"]),
    "a column twice": ("action,measure,value,value\na,on_time,9,1\n", ["actions.csv:1:22", "column.duplicate"]),
    "too few columns": ("action,value\na,9\n", ["column.absent"]),
    "a short row": ("action,measure,value\na,on_time\n", ["actions.csv:2:1", "row.length"]),
    "no id": ("action,measure,value\n,on_time,9\n", ["actions.csv:2:1", "action.id"]),
    "a cost below 0": ("action,measure,value,cost\na,on_time,9,-1\n", ["actions.csv:2:13", "action.cost"]),
    "another cost": (
        "action,measure,value,cost\na,on_time,9,1\na,meetings,1,2\n",
        ["actions.csv:3:14", "found 2, expected 1, as in the first row of the action, or a blank [action.differs]"],
    ),
    "another group": (
        "action,measure,value,group\na,on_time,9,\na,meetings,1,g\n",
        ["actions.csv:3:14", "found g, expected a blank, as in the first row of the action, or a blank [action.differs]"],
    ),
    "a decimal comma": ('action,measure,value,cost\na,on_time,9,"4,5"\n', ["found 4,5, expected a decimal number, 0 or more, such as 2.5"]),
    "a number in two ways": (
        "action;measure;value;cost\na;meetings;3;1.000\nb;meetings;2.000;1,5\n",
        [
            "actions.csv:2:14: error: found 1.000, which may be 1 or 1000, expected a decimal number, 0 or more, such as 2.5 [action.cost]",
            "actions.csv:3:12: error: found 2.000, which may be 2 or 2000, expected a number without a mark between thousands [action.value]",
        ],
    ),
    "no measure": ("action,measure,value\na,on_tim,9\n", ["actions.csv:2:10", "(did you mean on_time?) [action.measure]"]),
    "a blank measure": ("action,measure,value\na,,9\n", ["found a blank, expected the name of a measure, as its column is called"]),
    "no value": ("action,measure,value\na,on_time,\n", ["actions.csv:2:11", "action.value"]),
    "a value above the most": ("action,measure,value\na,on_time,9\nb,on_time,101\n", ["actions.csv:3:11", "action.value"]),
    "a measure twice": ("action,measure,value\na,on_time,9\na,on_time,8\n", ["action.measure"]),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_wrong_with_a_file_of_actions_is_told_in_place(files, name):
    text, told = HOSTILE[name]
    (files / "actions.csv").write_text(text, encoding="utf-8")
    _, err = plan(files, "index=80", "--lang", "en", expect=1)
    assert all(word in err for word in told), err


def test_bytes_that_are_no_text_are_told(files):
    (files / "actions.csv").write_bytes(b"action,measure,value\n\xff,on_time,9\n")
    _, err = plan(files, "index=80", "--lang", "en", expect=1)
    assert "actions.csv:2:1" in err


@pytest.mark.parametrize("target", ["index", "index=-1", "rank=0", "rank=x", "class=", "place=3"])
def test_targets_that_are_none_are_a_usage_error(files, target):
    plan(files, target, expect=2)


def test_who_writes_a_label_in_place_of_a_name_gets_the_name(files):
    labelled = MODEL["measures"] | {"meetings": {"label": {"vi": "Số cuộc họp", "en": "Meetings held"}, "type": "count"}}
    (files / "model.json").write_text(json.dumps(MODEL | {"measures": labelled}), encoding="utf-8")
    for label in ("Số cuộc họp", "so cuoc hop", "Meetings Held"):
        (files / "actions.csv").write_text(f"action,measure,value\na,{label},9\n", encoding="utf-8")
        assert "(did you mean meetings?) [action.measure]" in plan(files, "index=80", "--lang", "en", expect=1)[1]
