"""The program `chiso`: exit codes, problems, every option, whole files. Its results on the examples are in test_command_line_scores.py."""

import json
import os
import resource
import signal
import subprocess

import pytest
from command_line import COMMUNES, CONDUCT, HOSPITALS, OFFICIALS, PCI, ROOT, check_golden, run, score, table

MODEL = {
    "chiso": 1,
    "id": "small",
    "stated_points": "refuse",
    "tracks": ["self", "final"],
    "measures": {"done": {"type": "count"}, "money": {"type": "decimal"}},
    "criteria": [
        {"id": "done", "points": 4, "rule": {"type": "per_item", "value": "done", "each": 1}},
        {"id": "money", "points": 6, "rule": {"type": "proportional", "value": "money", "full_at": 2000}},
    ],
}


@pytest.fixture
def small(tmp_path):
    """Writes a small model and a table; gives their paths."""

    def write(text, model=None):
        (tmp_path / "model.json").write_text(json.dumps(model or MODEL, indent=1, ensure_ascii=False), encoding="utf-8")
        (tmp_path / "table.csv").write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(tmp_path / "model.json"), str(tmp_path / "table.csv")

    return write


def test_version_and_help_exit_0():
    assert run("--version")[0].startswith("chiso 0.")
    assert "check" in run("--help")[0]
    for command in ("check", "score", "show"):
        out, err = run(command, "--help")
        assert "--decimal" in out and err == ""
    assert "JSON Schema" in run("schema", "--help")[0]
    assert "--format" in run("describe", "--help")[0]


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["rank"],
        ["check"],
        ["score", "m.json"],
        ["show", "m.json", "e.csv"],
        ["score", *PCI, "--no-such-option"],
        ["score", *PCI, "-o", "out.xlsx"],
        ["score", *PCI, "-o", "out"],
        ["score", *PCI, "--decimal", ";"],
        ["score", *PCI, "--thousands", "x"],
        ["score", *PCI, "--decimal", ",", "--thousands", ","],
        ["score", *PCI, "--delimiter", ";;"],
        ["score", *PCI, "--rename", "land"],
        ["score", *PCI, "--rename", "=land"],
        ["show", *PCI, "Quảng Ninh", "--lang", "fr"],
        ["check", *PCI, "more"],
        ["schema", "more"],
    ],
)
def test_usage_errors_exit_2(arguments):
    out, err = run(*arguments, expect=2)
    assert out == "" and err.startswith("chiso: ")


@pytest.mark.parametrize(
    "marks, said",
    [
        (["--decimal", ",", "--thousands", ","], "/thousands: found ',', expected another mark than that of decimals [option.thousands]"),
        (["--thousands", "_"], "/thousands: found '_', expected '.', ',', a blank or an apostrophe [option.thousands]"),
        (["--decimal", ";"], "/decimal: found ';', expected '.' or ',' [option.decimal]"),
        (["--delimiter", '"'], "/delimiter: found a character that cannot stand between cells, expected ',', ';', a tab"),
    ],
)
@pytest.mark.parametrize("command", ["check", "score", "show"])
def test_marks_are_refused_as_the_library_does(command, marks, said):
    unit = ["Quảng Ninh", "--lang", "en"] if command == "show" else []
    assert f"chiso: error: {said}" in run(command, *PCI, *unit, *marks, expect=2)[1]


def test_a_point_may_part_thousands_until_the_head_of_the_table_was_read():
    assert "[option.thousands]" in run("check", *PCI, "--thousands", ".", expect=1)[1]


def test_check_sums_up_a_model_and_a_table():
    check_golden("check_communes.txt", run("check", *COMMUNES)[0])
    check_golden("check_pci.txt", run("check", *PCI)[0])


@pytest.mark.parametrize("name, arguments", [("student_conduct", CONDUCT), ("hospital_quality", HOSPITALS)])
def test_the_other_examples_have_no_warnings(name, arguments):
    out, err = run("check", *arguments)
    check_golden(f"check_{name}.txt", out)
    assert out.count(", 0 warnings\n") == out.count("\n") >= 2 and err == ""


def test_an_official_without_tasks_is_warned_of():
    out, err = run("check", *OFFICIALS)
    check_golden("check_officials_monthly.txt", out)
    assert (
        "0 warnings" in out
        and err.count("\n") == 1
        and "Công chức mẫu 10, expected rows of every unit in the table tasks [table.no_rows]" in err
    )


def test_options_of_tables_are_checked_before_files_are_read():
    model, table = OFFICIALS[:2]
    for typed in (
        ["--table", "tasks"],
        ["--table", "=x.csv"],
        ["--table-period", "tasks=week"],
        ["--table-unit", "tasks="],
        ["--table-rename", "tasks=a"],
    ):
        assert "is not NAME=" in run("check", model, table, *typed, expect=2)[1]
    assert "--table tasks=FILE is needed" in run("check", model, table, "--table-period", "tasks=year", expect=2)[1]
    assert "table 'task'" in run("check", model, table, "--table", "task=none.csv", expect=1)[1]
    assert "officials_monthly.csv" in run("score", model, table, "--table", f"tasks={table}", "-o", table, expect=2)[1]


def test_check_prints_every_problem_in_the_order_of_the_text(small):
    wrong = json.loads(json.dumps(MODEL))
    wrong["criteria"][0]["rule"]["value"] = "dne"
    wrong["criteria"][1]["pionts"] = 1
    model, evidence = small("unit,done,money\nA,1,1\n", wrong)
    out, err = run("check", model, evidence, expect=1)
    lines = err.splitlines()
    assert out == "" and len(lines) == 4
    places = []
    for line in lines[:2]:
        assert line.startswith(model + ":") and ": error: " in line
        places.append(tuple(map(int, line[len(model) + 1 :].split(":")[:2])))
    assert places == sorted(places) and all(line > 0 and column > 0 for line, column in places)
    assert "dne" in lines[0] and "did you mean done?" in lines[0] and "pionts" in lines[1]
    assert lines[2] == f"{model}: 2 errors, 0 warnings" and "not checked" in lines[3]
    assert run("score", model, evidence, expect=1)[1].splitlines() == lines[:2]


def test_every_bad_cell_is_printed_with_its_place(small):
    model, evidence = small("unit,track,done,money\nA,final,1,1\nB,final,x,1\nC,fnal,1,-\n")
    for command in (["check"], ["score"]):
        out, err = run(*command, model, evidence, expect=1)
        lines = err.splitlines()
        assert [line.split(": error: ")[0] for line in lines[:3]] == [f"{evidence}:3:9", f"{evidence}:4:3", f"{evidence}:4:10"]
        assert lines[3] == f"{evidence}: 3 errors; nothing of it is scored"
        assert "A" not in out


@pytest.mark.parametrize(
    "language, words", [("en", "read with --decimal , it has 1 error"), ("vi", "nếu đọc với --decimal , thì còn 1 lỗi")]
)
def test_a_decimal_comma_is_suggested_if_it_helps(small, language, words):
    model, evidence = small("unit;track;done;money\nA;final;1;1,5\nB;final;x;2,5\n")
    assert run("check", model, evidence, "--lang", language, expect=1)[1].splitlines()[-1] == f"{evidence}: {words}"
    for given in (["--decimal", ","], ["--decimal", "."]):
        assert "--decimal" not in run("check", model, evidence, *given, expect=1)[1].splitlines()[-1]


def test_control_characters_of_a_table_do_not_reach_the_terminal(small):
    model, evidence = small("unit,period,done,money\nA,\x1b[31m2024,1,1\n")
    assert "(?[31m2024)" in run("check", model, evidence)[0]


def test_warnings_of_a_table_are_printed_beside_its_scores(small):
    looking_back = json.loads(json.dumps(MODEL))
    looking_back["criteria"][0]["rule"]["value"] = "done - previous(done)"
    model, evidence = small("unit,period,done,money\nA,2024,1,1\n", looking_back)
    warning = f"{evidence}: warning: /period: found only the period 2024, expected an earlier period too, for previous(...) in done [previous.one_period]\n"
    out, err = run("check", model, evidence)
    assert err == warning and out.splitlines()[1].endswith("1 warning")
    out, err = run("score", model, evidence)
    assert err == warning and len(table(out)) == 1
    assert run("show", model, evidence, "A", "--lang", "en")[1] == warning
    model, evidence = small("unit,period,done,money\nA,2024,1,1\nA,2023,1,1\n", looking_back)
    assert run("check", model, evidence)[1] == run("score", model, evidence)[1] == ""


def test_files_that_cannot_be_read_exit_1(small, tmp_path):
    model, evidence = small("unit,done,money\nA,1,1\n")
    for arguments in (["check", "none.json"], ["check", str(tmp_path)], ["check", model, "none.csv"], ["score", model, str(tmp_path)]):
        err = run(*arguments, expect=1, cwd=tmp_path)[1]
        assert err.startswith("chiso: ") and arguments[-1] in err
    assert "JSON" not in run("check", evidence, expect=1)[0]


@pytest.mark.parametrize(
    "text, options",
    [
        ("unit,done,money\nA,2,1500.5\n", []),
        ('unit,done,money\nA,2,"1500,5"\n', ["--decimal", ","]),
        ("unit;done;money\nA;2;1.500,5\n", ["--decimal", ",", "--thousands", "."]),
        ('unit,done,money\nA,2,"1,500.5"\n', ["--thousands", ","]),
        ("unit|done|money\nA|2|1500.5\n", ["--delimiter", "|"]),
        ("unit\tdone\tmoney\nA\t2\t1500.5\n", ["--delimiter", "tab"]),
        ("unit,finished=ok,cash\nA,2,1500.5\n", ["--rename", "finished=ok=done", "--rename", "cash=money"]),
        ("unit,done,money,remark\nA,2,1500.5,x\n", ["--ignore-unknown"]),
    ],
)
def test_reading_options_are_used(small, text, options):
    model, evidence = small(text)
    if options and "tab" not in options:  # that one is detected without the option
        run("check", model, evidence, expect=1)
    run("check", *options, model, evidence)  # a repeatable option does not swallow the arguments after it
    assert [(row["unit"], row["points"]) for row in score(model, evidence, *options)] == [("A", "6.50")]
    assert "Index 65.02" in run("show", model, evidence, *options, "A", "--lang", "en")[0]


def test_missing_words_and_absent_measures_are_options(small):
    model, evidence = small("unit,done,money\nA,n/a,2000\nB,none,2000\n")
    rows = score(model, evidence, "--missing-word", "n/a", "--missing-word", "none")
    assert [(row["unit"], row["index"], row["rank"], row["complete"]) for row in rows] == [
        ("A", "60.00", "", "no"),
        ("B", "60.00", "", "no"),
    ]
    model, evidence = small("unit,money\nA,2000\n")
    run("score", model, evidence, expect=1)
    assert score(model, evidence, "--absent-is-missing")[0]["complete"] == "no"


@pytest.mark.parametrize(
    "option, value, known",
    [
        ("--block", "comunes", "'communes', 'offices' (did you mean communes?)"),
        ("--period", "2022", "'2023', '2024'"),
        ("--track", "draft", "'self', 'appraised', 'final'"),
        ("--node", "procedure", "did you mean procedures?"),
    ],
)
def test_unknown_names_exit_1_and_list_the_known_ones(option, value, known):
    out, err = run("score", *COMMUNES, option, value, expect=1)
    assert out == "" and value in err and known in err


def test_show_suggests_units():
    assert "(did you mean Xã Mẫu 03?)" in run("show", *COMMUNES, "xa mau 03", "--lang", "en", expect=1)[1]
    assert "(did you mean Phòng Mẫu 12?)" in run("show", *COMMUNES, "Phòng Mẩu12", "--lang", "en", expect=1)[1]
    assert run("show", *COMMUNES, "Mẫu", expect=1)[1].count("Mẫu") == 1 + 5  # the name, and five of many
    assert (
        "found unit 'Hà Nội', expected one of the units, 42 in all [name.unknown]"
        in run("show", *COMMUNES, "Hà Nội", "--lang", "en", expect=1)[1]
    )


def test_unknown_names_are_reported_in_vietnamese_too(tmp_path):
    reported = lambda *arguments: run(*arguments, "--lang", "vi", expect=1)[1]
    assert reported("show", *COMMUNES, "Hà Nội") == "chiso: lỗi: gặp đơn vị 'Hà Nội', cần tên một trong 42 đơn vị [name.unknown]\n"
    assert reported("score", *COMMUNES, "--track", "draft").startswith("chiso: lỗi: gặp bước chấm 'draft', cần một trong: 'self', ")
    assert reported("show", *COMMUNES, "Phường Mẫu 27", "--track", "appraised").startswith(
        "chiso: lỗi: thiếu dòng của đơn vị 'Phường Mẫu 27', kỳ '2024', bước chấm 'appraised', cần một trong các dòng của đơn vị: 2023 self,"
    )
    for command in (["check"], ["describe"], ["template"], ["score", COMMUNES[1]], ["show", COMMUNES[1], "A"]):
        name, *rest = command
        assert reported(name, tmp_path / "absent.json", *rest) == (
            f"chiso: lỗi: {tmp_path / 'absent.json'}: gặp tệp hoặc thư mục không tồn tại, cần tệp đọc được [file.read]\n"
        )
    assert reported("describe", COMMUNES[0], "-o", tmp_path / "no" / "x.md").endswith("cần tệp ghi được [file.write]\n")


def test_show_suggests_units_spelt_with_a_vietnamese_d(small):
    model, evidence = small("unit,money\nXã Đông Đạo,2\n")
    assert "(did you mean Xã Đông Đạo?)" in run("show", model, evidence, "xa dong dao", "--absent-is-missing", "--lang", "en", expect=1)[1]
    model, evidence = small("unit,money\n")
    assert "found no row of any unit" in run("show", model, evidence, "A", "--absent-is-missing", "--lang", "en", expect=1)[1]


def test_show_lists_the_rows_of_a_unit():
    err = run("show", *COMMUNES, "Phường Mẫu 27", "--track", "appraised", "--lang", "en", expect=1)[1]
    assert err.startswith(
        "chiso: error: found no row of unit 'Phường Mẫu 27', period '2024', track 'appraised', expected one of its rows: 2023 self, 2023 appraised, 2023 final, 2024 self, "
    )


def test_typed_names_are_composed_as_in_the_table():
    decomposed = "Xa\u0303 Ma\u0302\u0303u 19"
    assert run("show", *COMMUNES, decomposed) == run("show", *COMMUNES, "Xã Mẫu 19")


def test_cells_that_could_be_formulas_are_guarded(small):
    model, evidence = small('unit,block,done,money\n=1+1,-b,0,1\n@x,-b,1,1\n"+a,""q""",-b,2,1\n')
    text = run("score", model, evidence)[0]
    assert [row["unit"] for row in table(text)] == ['\'+a,"q"', "'@x", "'=1+1"]
    assert {row["block"] for row in table(text)} == {"'-b"}
    run("score", model, evidence, "-o", evidence[:-3] + "json")
    with open(evidence[:-3] + "json", encoding="utf-8") as file:
        assert [row["unit"] for row in json.load(file)] == ['+a,"q"', "@x", "=1+1"]


def test_an_output_file_equals_the_printed_text(small, tmp_path):
    model, evidence = small("unit,done,money\nB,2,1500.5\nA,1,0\n")
    printed = run("score", model, evidence)[0]
    out = tmp_path / "out.CSV"
    assert run("score", model, evidence, "-o", out) == ("", "")
    assert out.read_bytes().decode() == printed
    run("score", model, evidence, "--output", tmp_path / "out.json")
    rows = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert [list(row) for row in rows] == [list(table(printed)[0])] * 2
    assert rows[0]["points"] == 6.5 and rows[0]["rank"] == 1 and rows[0]["class"] is None and rows[0]["complete"] is True
    assert sorted(path.name for path in tmp_path.iterdir()) == ["model.json", "out.CSV", "out.json", "table.csv"]


def test_an_output_is_written_whole_or_not_at_all(small, tmp_path):
    model, evidence = small("unit,done,money\nB,2,1500.5\nA,1,0\n")
    out = tmp_path / "out.csv"
    out.write_text("old")

    def no_room():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20, 20))

    before = sorted(tmp_path.iterdir())
    err = run("score", model, evidence, "-o", out, expect=1, preexec_fn=no_room)[1]
    assert err.startswith("chiso: ") and "out.csv" in err
    assert out.read_text() == "old" and sorted(tmp_path.iterdir()) == before
    run("score", model, evidence, "-o", tmp_path / "no folder" / "out.csv", expect=1)
    (tmp_path / "folder.csv").mkdir()
    run("score", model, evidence, "-o", tmp_path / "folder.csv", expect=1)
    assert list((tmp_path / "folder.csv").iterdir()) == []


def test_an_output_must_not_be_an_input(small):
    model, evidence = small("unit,done,money\nB,2,1500.5\n")
    assert "is a file that is read" in run("score", model, evidence, "-o", evidence, expect=2)[1]
    assert "unit,done,money" in open(evidence, encoding="utf-8").read()


def test_a_closed_or_full_standard_output_is_reported():
    program = os.environ["CHISO_CLI"]
    reader, writer = os.pipe()
    os.close(reader)
    for target in (writer, os.open("/dev/full", os.O_WRONLY)):
        for arguments in (["score", *PCI], ["--help"], ["show", *PCI, "Quảng Ninh"]):
            done = subprocess.run([program, *arguments], stdout=target, stderr=subprocess.PIPE, cwd=ROOT, check=False, timeout=60)
            assert done.returncode == 1 and b": stdout: " in done.stderr and b"[file.write]" in done.stderr
        os.close(target)


@pytest.mark.parametrize("locale", ["C", "C.UTF-8", "vi_VN.UTF-8", "de_DE.UTF-8", "no_such.locale"])
def test_no_locale_changes_a_byte(locale):
    here = dict(os.environ, LC_ALL=locale, LANG=locale)
    for arguments in (
        ["score", *COMMUNES, "--long", "--period", "2024"],
        ["show", *COMMUNES, "Xã Mẫu 19"],
        ["check", *COMMUNES],
        ["describe", COMMUNES[0]],
    ):
        assert run(*arguments, env=here) == run(*arguments)
