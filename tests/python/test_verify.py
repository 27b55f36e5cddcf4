"""The output of `chiso verify`: published figures that differ, with what they should be and why."""

import csv

import pytest
from command_line import COMMUNES, check_golden, run, table


@pytest.fixture(scope="module")
def scored(tmp_path_factory):
    out = tmp_path_factory.mktemp("published") / "scored.csv"
    run("score", *COMMUNES, "-o", out)
    return out


@pytest.fixture
def published(scored, tmp_path):
    """The communes of 2024 as they may have been published: cut off, a tie parted, one left out, one blank."""
    with open(scored, encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if (row["block"], row["period"], row["track"]) == ("communes", "2024", "final")]
    by_unit = {row["unit"]: row for row in rows}
    by_unit["Xã Mẫu 01"]["index"] = "97.1"
    by_unit["Xã Mẫu 12"]["rank"] = "13"
    by_unit["Xã Mẫu 04"]["class"] = "Tốt"
    by_unit["Xã Mẫu 03"]["index"] = ""
    out = tmp_path / "published.csv"
    with open(out, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["unit", "index", "rank", "class"], extrasaction="ignore")
        writer.writeheader()
        writer.writerows(row for row in rows if row["unit"] != "Xã Mẫu 10")
    return out


def test_what_score_writes_is_as_computed(scored):
    out, err = run("verify", *COMMUNES[:2], scored, *COMMUNES[2:], "--lang", "en")
    assert "none differs" in out and not err


@pytest.mark.parametrize("language", ["vi", "en"])
def test_golden_verifications(published, language):
    out, _ = run("verify", *COMMUNES[:2], published, *COMMUNES[2:], "--lang", language, expect=1)
    check_golden(f"verify_{language}.txt", out)


def test_the_table_of_findings(published, tmp_path):
    out = tmp_path / "findings.csv"
    run("verify", *COMMUNES[:2], published, *COMMUNES[2:], "-o", out, expect=1)
    rows = table(out.read_bytes().decode("utf-8"))
    assert [(row["finding"], row["unit"], row["figure"], row["published"], row["expected"], row["cause"]) for row in rows] == [
        ("differs", "Xã Mẫu 01", "index", "97.1", "97.15", "rounding"),
        ("differs", "Xã Mẫu 04", "class", "good", "average", "lowered"),
        ("differs", "Xã Mẫu 12", "rank", "13", "12", "tie_broken"),
        ("not_published", "Xã Mẫu 03", "index", "", "", ""),
        ("no_row", "Xã Mẫu 10", "", "", "", ""),
    ]


def test_a_table_with_marks_and_heads_of_its_own(tmp_path):
    file = tmp_path / "published.csv"
    file.write_text("Đơn vị;Chỉ số;Thứ hạng\nXã Mẫu 19;75,72;-\nXã Mẫu 01;97,15;1\n", encoding="utf-8")
    marks = ["--published-decimal", ",", "--published-missing-word", "-"]
    heads = [word for name in ("Đơn vị=unit", "Chỉ số=index", "Thứ hạng=rank") for word in ("--published-rename", name)]
    out, _ = run("verify", *COMMUNES[:2], file, *COMMUNES[2:], *marks, *heads, "--lang", "en")
    assert "2 rows, 3 published figures: none differs" in out and "Computed and left blank (1): Xã Mẫu 19" in out
    assert "97.15" not in run("verify", *COMMUNES[:2], file, *COMMUNES[2:], *marks, *heads, "--period", "2024", "--lang", "en")[0]
    run("verify", *COMMUNES[:2], file, *COMMUNES[2:], *marks, *heads, "--period", "2023", "--lang", "en", expect=1)


def test_what_cannot_be_compared(tmp_path):
    file = tmp_path / "published.csv"
    file.write_text("unit,index\nXã Mẫu 119,1\nXã Mẫu 19,a\nXã Mẫu 19,2\n", encoding="utf-8")
    _, err = run("verify", *COMMUNES[:2], file, *COMMUNES[2:], "--lang", "en", expect=1)
    for place in (":2:1: error", ":3:11: error", ":4:1: error"):
        assert place in err, err
    assert "row.not_scored" in err and "nothing of it is compared" in err
    file.write_text("unit,points\nXã Mẫu 19,1\n", encoding="utf-8")
    assert "published.nothing" in run("verify", *COMMUNES[:2], file, *COMMUNES[2:], expect=1)[1]
    assert "must end in .csv" in run("verify", *COMMUNES[:2], file, "-o", "a.txt", expect=2)[1]
    assert run("verify", *COMMUNES[:2], file, "-o", file, expect=2)[1]
