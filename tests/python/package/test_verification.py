"""What was published beside what was computed: each cause is found again by a judge of its own, in exact fractions."""

import random
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Decimal, localcontext
from fractions import Fraction

import chiso
import pytest
from conftest import ROOT

WAYS = {"half_up": ROUND_HALF_UP, "half_even": ROUND_HALF_EVEN, "down": ROUND_DOWN, "up": ROUND_UP}
POINTS = {"a": 30, "b": 35, "c": 25}


def rounded(value, decimals, way):
    with localcontext() as context:
        context.prec = 60
        # 40 digits behind the point tell every half apart from what is near it here: denominators are below 10^6.
        return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(Decimal(1).scaleb(-decimals), WAYS[way])


def model_of(ties="competition", key="exact", rounding="half_up"):
    measures = {name: chiso.Measure("decimal", decimals=3, min=0, max=most) for name, most in POINTS.items()}
    measures |= {"gift": chiso.Measure("count"), "fault": chiso.Measure("count")}
    return chiso.Draft(
        id="m",
        point_decimals=3,
        measures=measures,
        criteria=[chiso.Leaf(name, most, chiso.rules.Given(value=name)) for name, most in POINTS.items()],
        adjustments=chiso.Adjustments(
            bonus=chiso.Side(cap=4, entries=[chiso.Entry("gifts", 4, chiso.rules.PerItem(value="gift", each=1))]),
            penalty=chiso.Side(cap=4, entries=[chiso.Entry("faults", 4, chiso.rules.PerItem(value="fault", each=1))]),
        ),
        publish=chiso.Publish(rounding=rounding),
        ranking=chiso.Ranking(ties=ties, key=key),
    ).build()


class Judge:
    """The index and rank of each row, and the first mistake that gives what was published."""

    def __init__(self, rows, ties, key, rounding):
        self.rows, self.ties, self.key, self.rounding = rows, ties, key, rounding
        self.sums = []
        for row in rows:
            earned = sum((Fraction(str(row[name])) for name in POINTS if row[name] != "not_applicable"), Fraction())
            applicable = sum(most for name, most in POINTS.items() if row[name] != "not_applicable")
            self.sums.append((earned, applicable, Fraction(min(4, row["gift"]) - min(4, row["fault"]))))
        self.exact = [
            None if not applicable else Fraction(100 * max(0, min(earned + more, applicable)), applicable)
            for earned, applicable, more in self.sums
        ]
        self.published = [None if index is None else rounded(index, 2, rounding) for index in self.exact]

    def index_cause(self, row, said):
        (earned, applicable, more), index = self.sums[row], self.exact[row]
        ways = [self.rounding, *(way for way in WAYS if way != self.rounding)]
        if index is not None:
            for way in ways:
                if rounded(index, 2, way) == said:
                    return "rounding", way, 2
        others = [("full_points", 100 * (earned + more) / sum(POINTS.values())), ("full_points", 100 * earned / sum(POINTS.values()))]
        if applicable:
            others += [("adjustments", 100 * earned / applicable), ("held", 100 * (earned + more) / applicable)]
        others += [("points", earned + more), ("points", earned)]
        for cause, value in others:
            if rounded(Fraction(value), 2, self.rounding) == said:
                return cause, None, None
        for way in ways:
            for decimals in (0, 1, 3, 4, 5, 6, 7, 8, 9):
                if index is not None and rounded(index, decimals, way) == said:
                    return "rounding", way, decimals
        return "unknown", None, None

    def key_of(self, row):
        return self.exact[row] if self.key == "exact" else self.published[row]

    def ranks(self):
        """Of each row the ranks as competition, dense and ordinal ranks, and how many are level."""
        keys = [self.key_of(row) for row in range(len(self.rows))]
        known = [key for key in keys if key is not None]
        by_unit = sorted((row for row in range(len(keys)) if keys[row] is not None), key=lambda row: (-keys[row], self.rows[row]["unit"]))
        return [
            None
            if key is None
            else {
                "competition": 1 + sum(other > key for other in known),
                "dense": 1 + len({other for other in known if other > key}),
                "ordinal": 1 + by_unit.index(row),
                "level": known.count(key),
            }
            for row, key in enumerate(keys)
        ]

    def rank_cause(self, row, said, own):
        of = self.ranks()[row]
        if of is None:
            return "not_ranked"
        if said == of["competition"]:
            return "ties"
        if of["competition"] < said < of["competition"] + of["level"]:
            return "tie_broken"
        if said == 1 + sum(other is not None and other > self.exact[row] for other in self.exact):
            return "exact_index"
        if said == 1 + sum(other is not None and other > self.published[row] for other in self.published):
            return "published_index"
        if said == of["dense"]:
            return "ties"
        if own[row] is not None and said == 1 + sum(other is not None and other > own[row] for other in own):
            return "own_index"
        return "unknown"


def rows_of(chance):
    def cell(most):
        return "not_applicable" if chance.random() < 0.2 else round(chance.choice([most, most * chance.random(), most / 2]), 3)

    out = []
    for place in range(chance.randint(3, 9)):
        row = {"unit": f"Xã {chr(65 + place)}"} | {name: cell(most) for name, most in POINTS.items()}
        row |= {"gift": chance.choice([0, 0, 0, 1, 5]), "fault": chance.choice([0, 0, 0, 2])}
        if out and chance.random() < 0.4:  # units that are level, or nearly
            row = out[-1] | {"unit": row["unit"]}
            if chance.random() < 0.5 and row["a"] != "not_applicable":
                row["a"] = round(max(0, row["a"] - 0.001), 3)
        out.append(row)
    return out


def said_of(judge, row, chance):
    """An index as somebody may have published it."""
    (earned, applicable, more), index = judge.sums[row], judge.exact[row]
    wrong = [earned + more, earned, Fraction(chance.randint(0, 9000), 100)]
    if index is not None:
        wrong += [index, index, 100 * earned / applicable, 100 * (earned + more) / applicable]
    return rounded(Fraction(chance.choice(wrong)), chance.choice([0, 1, 2, 2, 2, 3]), chance.choice(list(WAYS)))


@pytest.mark.parametrize("ties", ["competition", "dense", "ordinal"])
@pytest.mark.parametrize("key", ["exact", "published"])
def test_each_cause_is_that_of_the_judge(ties, key):
    chance, causes = random.Random(f"{ties} {key}"), set()
    for turn in range(60):
        rounding = chance.choice(["half_up", "half_even", "down"])
        rows = rows_of(chance)
        judge = Judge(rows, ties, key, rounding)
        scores = model_of(ties, key, rounding).score({name: [row[name] for row in rows] for name in rows[0]})
        own = [said_of(judge, row, chance) if chance.random() < 0.6 else judge.published[row] for row in range(len(rows))]
        ranks = [None if of is None else of[ties] for of in judge.ranks()]
        places = [
            rank if turn % 3 and chance.random() < 0.5 else max(1, chance.choice([(rank or 1) - 1, (rank or 1) + 1, len(rows)]))
            for rank in ranks
        ]
        found = scores.verify({"unit": [row["unit"] for row in rows], "index": own, "rank": places})
        expected = []
        for row, of in enumerate(rows):
            if own[row] is not None and own[row] != judge.published[row]:
                expected.append((of["unit"], "index", own[row], judge.published[row], *judge.index_cause(row, own[row])))
            if places[row] is not None and places[row] != ranks[row]:
                expected.append((of["unit"], "rank", places[row], ranks[row], judge.rank_cause(row, places[row], own), None, None))
        assert [(one.row.unit, *one[1:]) for one in found.differences] == expected
        causes |= {one.cause for one in found.differences}
    assert causes >= {"rounding", "full_points", "points", "adjustments", "ties", "tie_broken", "own_index", "unknown"}


def test_what_a_frame_of_scores_has_is_as_computed(communes):
    for kind in ("pandas", "polars", "pyarrow", "dict"):
        found = communes.verify(communes.frame(kind=kind))
        assert found and not found.differences and found.figures > 500 and not found.absent_rows and not found.other_rows


def test_a_file_as_the_command_writes_it(communes, tmp_path):
    import pandas

    frame = communes.frame(block="communes", period=2024, track="final", kind="pandas")
    frame.to_csv(tmp_path / "published.csv", index=False)
    found = communes.verify(tmp_path / "published.csv")
    assert found and found.rows == len(frame) and found.other_rows == communes.rows - len(frame)
    short = frame[["unit", "rank"]].dropna().astype({"rank": int}).set_index("unit")
    of_2024 = communes.verify(short, unit="unit", period=2024)
    assert of_2024 and of_2024.absent_columns == ["index", "class"] and len(of_2024.absent_rows) == 4
    assert pandas.DataFrame(of_2024.frame(kind="pandas"))["finding"].tolist() == ["no_row"] * 4
    of_2023 = communes.verify(short.loc[["Xã Mẫu 19"]], unit="unit", period=2023)
    (one,) = of_2023.differences
    assert (one.row.period, one.published, one.expected, one.cause) == ("2023", 20, 10, "unknown") and not of_2023


def test_classes_by_their_labels_and_marks_that_are_told(communes):
    table = {"Đơn vị": ["Xã Mẫu 01", "Xã Mẫu 19"], "Chỉ số": ["97,15", "75,7"], "class": ["Tốt", "Trung bình"]}
    found = communes.verify(table, decimal=",", unit="Đơn vị", rename={"Chỉ số": "index"})
    assert [(one.figure, one.published, one.expected, one.cause, one.decimals) for one in found.differences] == [
        ("index", Decimal("75.7"), Decimal("75.72"), "rounding", 1),
        ("class", "average", "fair", "unknown", None),
    ]
    assert found.absent_columns == ["rank"]
    frame = found.frame(kind="dict")
    assert frame["published"].tolist()[:2] == ["75.7", "average"] and frame["rounding"].tolist()[:2] == ["half_up", None]


def test_rows_and_cells_that_cannot_be_compared(communes):
    with pytest.raises(chiso.EvidenceError) as caught:
        communes.verify({"unit": ["Xã Mẫu 119", "Xã Mẫu 19", "Xã Mẫu 19"], "index": [1, "x", 2]})
    assert {problem.code for problem in caught.value.problems} == {"row.not_scored", "row.duplicate", "cell.number"}
    assert {problem.pointer for problem in caught.value.problems} == {"/0/unit", "/1/index", "/2/unit"}
    with pytest.raises(chiso.EvidenceError, match="published.nothing"):
        communes.verify({"unit": ["Xã Mẫu 19"], "points": [1]})
    with pytest.raises(chiso.UnknownNameError, match="2025"):
        communes.verify({"unit": ["Xã Mẫu 19"], "index": [1]}, period=2025)


def test_it_is_shown(communes, vietnamese):
    found = communes.verify({"unit": ["Xã Mẫu 01"], "index": [97.1]})
    assert repr(found) == "<chiso.Verification: 1 figures, 1 differ, 29 rows not in the table>"
    html = found._repr_html_()
    assert "97,1" in html and "97,15" in html and "cắt bỏ phần lẻ" in html
    assert "down (cut off)" in found.text("en") and "Scored and not in the table (29)" in found.text("en")


def test_the_guide_gives_what_it_shows(monkeypatch):
    import doctest

    monkeypatch.chdir(ROOT)
    results = doctest.testfile(str(ROOT / "docs" / "guide" / "verifying.md"), module_relative=False, encoding="utf-8")
    assert results.failed == 0 and results.attempted > 5
