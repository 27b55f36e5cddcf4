"""The sheet that `chiso template` prints: its heads and their texts, and that it reads back as people fill it in."""

import csv
import io
import json

import pytest
from command_line import COMMUNES, MODELS, ROOT, check_golden, run, table

COMMUNE_MODEL = MODELS / "commune_reform_index.json"
EVERY_RULE = ROOT / "tests" / "cases" / "models" / "every_rule.json"


def heads_of(text, delimiter=";"):
    assert text.startswith("\ufeff") and text.endswith("\r\n")
    (heads,) = csv.reader(io.StringIO(text[1:], newline=""), delimiter=delimiter)
    return {head.split("\n")[0]: head.split("\n")[1:] for head in heads}


def template(model, *options):
    return run("template", model, *options)[0]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name, model", [("communes", COMMUNE_MODEL), ("pci", MODELS / "pci_2021.json"), ("every_rule", EVERY_RULE)])
def test_golden_sheets(name, model, language):
    check_golden(f"template_{name}_{language}.csv", template(model, "--lang", language))


def test_every_column_has_its_label_and_what_its_cells_take():
    model = json.loads(COMMUNE_MODEL.read_text(encoding="utf-8"))
    heads = heads_of(template(COMMUNE_MODEL, "--lang", "en"))
    assert list(heads)[:5] == ["unit", "block", "period", "track", "ranked"]
    for name, measure in model["measures"].items():
        label, takes, *options = heads[name]
        assert label == measure["label"]["en"]
        assert options == [f"- {option['id']}: {option['label']['en']}" for option in measure.get("options", [])]
        for number in ("max", "decimals"):
            assert str(measure.get(number, "")) in takes
        assert heads[name + ".not_applicable"] == ["yes: the unit has no such task"]
    stated = [name for name in heads if name.startswith("points.") and not name.endswith(".not_applicable")]
    assert len(stated) == 38 and all(name + ".not_applicable" in heads for name in stated)
    assert len(heads) == 5 + 2 * len(model["measures"]) + 2 * 38


def test_a_sheet_may_have_measures_only():
    model = json.loads(COMMUNE_MODEL.read_text(encoding="utf-8"))
    assert list(heads_of(template(COMMUNE_MODEL, "--measures-only"))) == ["unit", "block", "period", "track", "ranked", *model["measures"]]


def filled(sheet, rows, decimal):
    """The sheet with rows below it, by name, as a spreadsheet saves them."""
    heads = list(heads_of(sheet))
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    for row in rows:
        assert set(row) <= set(heads)
        writer.writerow([row.get(name, "").replace(",", decimal) for name in heads])
    return sheet + out.getvalue()


@pytest.mark.parametrize("language, decimal", [("vi", ","), ("en", ".")])
def test_a_filled_sheet_reads_without_a_flag(tmp_path, language, decimal):
    """The communes, typed into the sheet, get the scores that they get from their own file."""
    with open(ROOT / COMMUNES[1], encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(filled(template(COMMUNE_MODEL, "--lang", language), rows, decimal), encoding="utf-8", newline="")
    assert run("score", COMMUNE_MODEL, sheet) == run("score", *COMMUNES)


def test_an_empty_sheet_has_no_rows_and_no_other_problem(tmp_path):
    for model in (*sorted(MODELS.glob("*.json")), EVERY_RULE):
        for delimiter in (",", ";", "tab"):
            sheet = tmp_path / "sheet.csv"
            assert run("template", model, "-o", sheet, "--delimiter", delimiter) == ("", "")
            out, err = run("check", model, sheet)
            of_sheet = [line for line in err.splitlines() if "sheet.csv" in line]
            assert ": 0 rows, 1 warning" in out
            assert of_sheet == [f"{sheet}: warning: found no row, expected a row for each unit [table.without_rows]"]


def test_the_given_decimal_mark_overrides_that_of_the_sheet(tmp_path):
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(
        filled(template(MODELS / "pci_2021.json", "--measures-only", "--lang", "vi"), [{"unit": "A", "entry": "7,5"}], "."),
        encoding="utf-8",
        newline="",
    )
    err = run("check", MODELS / "pci_2021.json", sheet, expect=1)[1]
    assert "7,5, read with decimal '.'" in err and err.endswith(f"{sheet}: read with --decimal . it has 0 errors\n")
    (row,) = table(run("score", MODELS / "pci_2021.json", sheet, "--decimal", ".")[0])
    assert row["complete"] == "no" and float(row["points"]) > 0


def test_problems_of_a_sheet_name_the_column_by_its_name(tmp_path):
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(filled(template(MODELS / "pci_2021.json"), [{"unit": "A", "entry": "seven"}], ","), encoding="utf-8", newline="")
    assert ": error: entry: found seven, " in run("check", MODELS / "pci_2021.json", sheet, expect=1)[1]


def test_problems_name_the_row_that_a_spreadsheet_shows(tmp_path):
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(
        filled(
            template(COMMUNE_MODEL),
            [
                {"unit": plan, "period": "2024", "block": "communes", "track": "self", "plan": plan}
                for plan in ("late", "kịp thời", "never")
            ],
            ",",
        ),
        encoding="utf-8",
        newline="",
    )
    late, never = run("check", COMMUNE_MODEL, sheet, "--lang", "vi", expect=1)[1].splitlines()[:2]
    assert ": lỗi: plan: " in late and "(có phải là on_time?)" in late and late.endswith("(dòng 3 của bảng)")  # a label, not the code
    assert never.endswith("(dòng 4 của bảng)")
    again = filled(template(COMMUNE_MODEL), [{"unit": "A", "period": "2024", "block": "communes", "track": "self"}] * 2, ",")
    sheet.write_text(again, encoding="utf-8", newline="")
    assert "(row 2 of the sheet) [row.duplicate] (row 3 of the sheet)" in run("check", COMMUNE_MODEL, sheet, expect=1)[1]
    # In a table of plain lines the line is the row.
    for lines in ("", "\n", "\n\n"):
        sheet.write_text("unit;block;period;track;plan\n" + lines + "A;communes;2024;self;never\n", encoding="utf-8")
        assert "of the sheet" not in run("check", COMMUNE_MODEL, sheet, "--absent-is-missing", expect=1)[1]
    model = tmp_path / "model.json"
    model.write_text("\n" * 20 + '{"chiso": 1, "1": 0}', encoding="utf-8")
    assert "of the sheet" not in run("check", model, expect=1)[1]


def test_an_unknown_name_with_several_lines_keeps_them(tmp_path):
    """Only a name that the model knows may have words below it: two columns that begin alike stay separate."""
    sheet = tmp_path / "sheet.csv"
    sheet.write_text('unit,"Điểm\nA","Điểm\nB"\nX,1,2\n', encoding="utf-8")
    err = run("check", MODELS / "pci_2021.json", sheet, "--absent-is-missing", expect=1)[1]
    assert err.count("column.unknown") == 2 and "column.duplicate" not in err
    out = run("score", MODELS / "pci_2021.json", sheet, "--absent-is-missing", "--ignore-unknown", "--rename", "Điểm C=entry", expect=1)[1]
    assert "rename.absent" in out
    for head in ("Điểm A", "Điểm\nA"):
        out = run("score", MODELS / "pci_2021.json", sheet, "--absent-is-missing", "--ignore-unknown", "--rename", f"{head}=entry")[0]
        assert table(out)[0]["points"] != "0.00"


def test_wrong_usage_is_refused(tmp_path):
    model = MODELS / "pci_2021.json"
    for arguments in [[], [model, "--delimiter", "|"], [model, "-o", tmp_path / "sheet.xlsx"], [model, "--lang", "fr"]]:
        assert run("template", *arguments, expect=2)[1].startswith("chiso: ")
    assert run("template", "tests/cases/readme/typo.json", "-o", tmp_path / "sheet.csv", expect=1)[0] == ""
    assert not (tmp_path / "sheet.csv").exists()


# ---- forms
@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name, model", [("communes", COMMUNE_MODEL), ("every_rule", EVERY_RULE)])
def test_golden_forms(name, model, language):
    check_golden(f"template_form_{name}_{language}.csv", template(model, "--form", "--lang", language))


def filled_form(form, values, delimiter=";", decimal=","):
    """A form with these values in their lines, as a spreadsheet saves it."""
    rows = list(csv.reader(io.StringIO(form.lstrip("\ufeff"), newline=""), delimiter=delimiter))
    measure, value = (next(at for at, head in enumerate(rows[0]) if head.startswith(name + "\n")) for name in ("measure", "value"))
    lines = {row[measure]: row for row in rows[1:] if row[measure]}
    assert len(lines) == sum(1 for row in rows[1:] if row[measure])  # each figure stands once
    for name, text in values.items():
        if text:
            lines[name][value] = text.replace(",", decimal)
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize("language, decimal", [("vi", ","), ("en", ".")])
def test_a_filled_form_has_the_scores_of_its_row(tmp_path, language, decimal):
    with open(ROOT / COMMUNES[1], encoding="utf-8-sig", newline="") as file:
        text = file.read()
    heads, *rows = text.splitlines()
    form, one = tmp_path / "form.csv", tmp_path / "one.csv"
    for row in rows[:: len(rows) // 5]:
        one.write_text(f"{heads}\n{row}\n", encoding="utf-8")
        values = dict(zip(heads.split(";"), row.split(";"), strict=True))
        companions = [name for name in values if name.endswith(".not_applicable")]
        for name in companions:
            if values.pop(name).lower() in ("có", "yes"):
                values[name.removesuffix(".not_applicable")] = "not_applicable"
        form.write_text(filled_form(template(COMMUNE_MODEL, "--form", "--lang", language), values, decimal=decimal), encoding="utf-8")
        assert run("score", COMMUNE_MODEL, form)[0] == run("score", COMMUNE_MODEL, one, "--decimal", ",")[0]
        assert run("score", COMMUNE_MODEL, form, "--layout", "rows")[0] == run("score", COMMUNE_MODEL, form)[0]


def test_a_form_is_of_one_unit_and_no_table(tmp_path):
    assert "--form is of one unit" in run("template", COMMUNE_MODEL, "--form", "--table", "x", expect=2)[1]
    form = tmp_path / "form.csv"
    for model in (*sorted(MODELS.glob("*.json")), EVERY_RULE):
        for delimiter in (",", ";", "tab"):
            run("template", model, "--form", "-o", form, "--delimiter", delimiter)
            out, err = run("check", model, form)
            assert ": 0 rows, 1 warning" in out and "[table.without_rows]" in err, err
