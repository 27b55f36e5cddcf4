"""The points that a rule gives, computed by the scorer: this module does not know what a rule means, only where points may change."""

from __future__ import annotations

import dataclasses
import re
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from chiso import rules
from chiso.criterion import Criterion
from chiso.draft import Draft
from chiso.drafts import Leaf, Measure
from chiso.errors import ChisoWarning
from chiso.languages import Language
from chiso.plot.roles import field_of, listed_options, numbers_of, parts_of, value_of
from chiso.plot.words import label_of, words

Reals = npt.NDArray[np.float64]
Wholes = npt.NDArray[np.int64]

PERCENT = re.compile(r"(min\(100, *)?percent\([^()]*\)\)?")
LOOKS = 200


@dataclass(frozen=True, eq=False)
class Piece:
    """A stretch of a curve without a jump.

    Attributes
    ----------
    x, points : numpy.ndarray
        Values in ascending order, and the points that they earn.
    open_left, open_right : bool
        Whether the curve jumps there and its end belongs to the neighbour.
    """

    x: Reals
    points: Reals
    open_left: bool = False
    open_right: bool = False


@dataclass(frozen=True, eq=False)
class Curve:
    """Points against a value.

    Attributes
    ----------
    pieces : tuple of Piece
        From left to right; a single one if only whole numbers occur.
    whole : bool
        Whether only whole numbers occur.
    ticks : tuple of float
        Values worth a mark: where the curve jumps, and the numbers of the rule.
    example : tuple of Decimal, optional
        The target and the best value of the block that the curve of a `target` uses as an example.
    """

    pieces: tuple[Piece, ...]
    whole: bool
    ticks: tuple[float, ...]
    example: tuple[Decimal, Decimal] | None = None

    @property
    def x(self) -> Reals:
        """The values of all pieces."""
        return np.concatenate([piece.x for piece in self.pieces])

    @property
    def points(self) -> Reals:
        """The points of all pieces."""
        return np.concatenate([piece.points for piece in self.pieces])


@dataclass(frozen=True, eq=False)
class Bars:
    """The points in each of a few cases.

    Attributes
    ----------
    cases : tuple of str
    points : numpy.ndarray
    counted : bool
        Whether the cases are numbers of true items.
    answers : bool
        Whether the cases are answers to a survey.
    """

    cases: tuple[str, ...]
    points: Reals
    counted: bool = False
    answers: bool = False


class Scorer:
    """Scores one rule by itself, with its values replaced by plain measures."""

    def __init__(self, rule: rules.Rule, points: Decimal, point_decimals: int, measures: Mapping[str, Measure]) -> None:
        leaf = Leaf("leaf", points, rule, undefined="zero")
        draft = Draft(chiso=1, id="plot", point_decimals=point_decimals, measures=dict(measures), criteria=[leaf])
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ChisoWarning)  # warnings of the rule by itself, not of the model
            self._model = draft.build()
        self._quantum = 10.0**point_decimals

    def __call__(self, columns: Mapping[str, Any]) -> Reals:
        rows = len(next(iter(columns.values())))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ChisoWarning)
            frame = self._model.score({"unit": np.arange(rows), **columns}).frame(exact=True, kind="dict")
        return np.asarray(frame["points_quanta"], dtype=np.float64) / self._quantum


def is_over_cases(rule: rules.Rule) -> bool:
    """Whether the points are given case by case, so that bars show them."""
    return any(field_of(rule, role) for role in ("choice", "truth", "items", "answers"))


def bars_of(criterion: Criterion, rule: rules.Rule, points: Decimal, language: Language) -> Bars:
    """Points of each case of a rule over options, truths or answers."""
    draft = criterion._model.draft()
    said = words(language)

    def scored(columns: Mapping[str, Any], measures: Mapping[str, Measure], **changes: Any) -> Reals:
        return Scorer(_changed(rule, changes), points, draft.point_decimals, measures)(columns)

    if choice := field_of(rule, "choice"):
        options = _options(draft, rule, getattr(rule, choice), language)
        return Bars(tuple(options.values()), scored({"x": [*options]}, {"x": Measure("choice", options=[*options])}, **{choice: "x"}))
    if truth := field_of(rule, "truth"):
        return Bars((said["yes"], said["no"]), scored({"x": [True, False]}, {"x": Measure("yes_no")}, **{truth: "x"}))
    if items := field_of(rule, "items"):
        names = [f"x{place}" for place in range(len(getattr(rule, items)))]
        counts = range(len(names) + 1)
        columns = {name: [place < true for true in counts] for place, name in enumerate(names)}
        return Bars(tuple(map(str, counts)), scored(columns, {name: Measure("yes_no") for name in names}, **{items: names}), counted=True)
    answers = field_of(rule, "answers")
    assert answers
    names = list(getattr(rule, answers))
    labels = tuple(label_of(draft.measures[name], language) or name for name in names)
    forms = {name: [int(name == other) for other in names] for name in names}
    return Bars(labels, scored(forms, {name: Measure("count") for name in names}), answers=True)


def _options(draft: Draft, rule: rules.Rule, value: str, language: Language) -> dict[str, str]:
    """The options and labels of the first measure in the value that has all options of the rule."""
    listed = listed_options(rule)
    for name in re.findall(r"[A-Za-z_]\w*", value):
        measure = draft.measures.get(name)
        labels = (
            {} if measure is None else {item if isinstance(item, str) else item.id: label_of(item, language) for item in measure.options}
        )
        if labels and labels.keys() >= set(listed):
            return {option: labels[option] for option in listed or labels}
    return {option: option for option in listed}


def curve_of(
    criterion: Criterion, rule: rules.Rule, points: Decimal, example: tuple[Decimal, Decimal] | None = None, beside: Curve | None = None
) -> Curve:
    """The points of a rule over one number, with its jumps; drawn beside another curve, it goes as far as that one."""
    draft = criterion._model.draft()
    value = str(next(_values(rule)))
    measure = draft.measures.get(value)
    whole = _is_whole(value, draft.measures)
    if target := field_of(rule, "target"):
        example = example or _example(str(getattr(rule, target)), draft.measures)
        rule = _changed(rule, {target: example[0]})
    low, high = _span(rule, points, value, measure, whole)
    if beside is not None:
        low, high = (Decimal(str(end)) for end in (beside.x[0], beside.x[-1]))
    if example is not None:
        low, high = min(low, Decimal(0)), example[1]
    decimals = 0 if whole else min(9, max(0, 12 - len(str(int(max(abs(low), abs(high)))))))
    low, high = round(low, decimals), round(high, decimals)
    score = Scorer(_with_value(rule), points, draft.point_decimals, {"x": Measure("decimal", decimals=decimals, min=low, max=high)})
    unit = 10**decimals

    def points_at(places: Wholes) -> Reals:
        asked = places if example is None else np.append(places, int(example[1] * unit))  # the best of the block must be among the values
        return score({"x": asked / unit})[: len(places)]

    numbers = [number for number in numbers_of(rule, "end") if low <= number <= high]
    first, last = int(np.ceil(float(low * unit))), int(np.floor(float(high * unit)))
    if whole:
        places = np.arange(first, last + 1) if last - first <= LOOKS else np.unique(np.linspace(first, last, LOOKS).astype(np.int64))
        pieces = [Piece(places / unit, points_at(places))]
    else:
        looks = [int(number * unit) for number in _looks(rule) if low <= number <= high]
        places = np.unique(np.concatenate([np.linspace(first, last, LOOKS + 1).astype(np.int64), np.array(looks, dtype=np.int64)]))
        pieces = _pieces(places, points_at, float(points) / 1000, unit, {int(number * unit) for number in numbers})
    jumps = [piece.x[0] for piece in pieces[1:] if not piece.open_left] + [piece.x[-1] for piece in pieces[:-1] if not piece.open_right]
    ticks = dict.fromkeys([*map(float, jumps), *map(float, numbers)])
    return Curve(tuple(pieces), whole, tuple(ticks), example)


def _pieces(places: Wholes, points_at: Any, visible: float, unit: int, named: set[int]) -> list[Piece]:
    """Splits the curve at visible jumps: each interval with such a difference is halved until its ends are neighbours."""
    earned = points_at(places)
    steep = np.flatnonzero(np.abs(np.diff(earned)) >= visible)
    left, right = places[steep], places[steep + 1]
    at_left, at_right = earned[steep], earned[steep + 1]
    while np.any(right - left > 1):
        middle = (left + right) // 2
        at_middle = points_at(middle)
        to_left = np.abs(at_middle - at_left) >= np.abs(at_right - at_middle)
        right, at_right = np.where(to_left, middle, right), np.where(to_left, at_middle, at_right)
        left, at_left = np.where(to_left, left, middle), np.where(to_left, at_left, at_middle)
    jumps = np.abs(at_right - at_left) >= visible
    places, keep = np.unique(np.concatenate([places, left[jumps], right[jumps]]), return_index=True)
    earned = np.concatenate([earned, at_left[jumps], at_right[jumps]])[keep]
    out, begin, open_left = [], 0, False
    for a, b in sorted(zip(left[jumps].tolist(), right[jumps].tolist(), strict=True)):
        end = int(np.searchsorted(places, b))
        # The jump is at the number that the rule names, otherwise at the rounder one.
        left_holds = (a in named, _zeros(a)) > (b in named, _zeros(b))
        out.append(Piece(places[begin:end] / unit, earned[begin:end], open_left, not left_holds))
        begin, open_left = end, left_holds
    return [*out, Piece(places[begin:] / unit, earned[begin:], open_left, False)]


def _zeros(number: int) -> int:
    text = str(number)
    return len(text) - len(text.rstrip("0")) if number else 99


def leaf_parts(rule: rules.Rule, points: Decimal, path: str = "", part: rules.Part | None = None) -> list[LeafPart]:
    """All rules nested in a rule that is made of parts; for another rule, only itself."""
    parts = parts_of(rule)
    if parts is None:
        return [LeafPart(path, rule, points, part)]
    out = []
    for place, part in enumerate(parts, 1):
        out += leaf_parts(part.rule, Decimal(str(part.points)), f"{path}.{place}" if path else str(place), part)
    return out


class LeafPart(NamedTuple):
    """A part that is not made of parts: its number as in 2.1, its rule, its points, and the part (None if the rule is not in a part)."""

    path: str
    rule: rules.Rule
    points: Decimal
    part: rules.Part | None


def one_value(rule: rules.Rule) -> bool:
    """Whether all of the rule reads one and the same number."""
    within = [part.rule for part in leaf_parts(rule, Decimal(0))]
    return all(value_of(part) is not None and not is_over_cases(part) and not field_of(part, "target") for part in within) and (
        len({str(value) for value in _values(rule)}) == 1
    )


def _values(rule: rules.Rule) -> Any:
    for each in leaf_parts(rule, Decimal(0)):
        yield value_of(each.rule)


def _with_value(rule: Any) -> Any:
    if parts := field_of(rule, "parts"):
        within = [dataclasses.replace(part, rule=_with_value(part.rule)) for part in getattr(rule, parts)]
        return _changed(rule, {parts: within})
    return _changed(rule, {"value": "x"})


def _changed(rule: Any, fields: Mapping[str, Any]) -> Any:
    return dataclasses.replace(rule, **fields)


def _is_whole(value: str, measures: Mapping[str, Measure]) -> bool:
    names = [name for name in re.findall(r"[A-Za-z_]\w*", value) if name not in ("min", "max", "abs", "sum")]
    return bool(names) and not re.search(r"[/.]", value) and all(name in measures and measures[name].type == "count" for name in names)


@dataclass(frozen=True)
class _Growth:
    """How the points of a rule grow with each 1 of its value, or with each full step: from where, how wide a step, how many."""

    start: Decimal
    width: Decimal | None
    count: Decimal

    @classmethod
    def of(cls, rule: rules.Rule, most: Decimal) -> _Growth | None:
        rates, widths = numbers_of(rule, "rate"), numbers_of(rule, "distance")
        if not rates:
            return None
        base, cap = sum(numbers_of(rule, "base")), [*numbers_of(rule, "cap"), most][0]
        count = (cap - base) / rates[0]
        return cls([*numbers_of(rule, "end"), Decimal(0)][0], widths[0] if widths else None, count // 1 if widths else count)


def _turns(rule: rules.Rule) -> list[Decimal]:
    """The values at which the curve of a rule without growth may turn: those that it names, and those at the distances that it names."""
    ends, distances = numbers_of(rule, "end"), numbers_of(rule, "distance")
    return ends + [end + sign * distance for distance in distances for sign, end in ((-1, min(ends)), (1, max(ends)))]


def _looks(rule: rules.Rule) -> list[Decimal]:
    """The values to compute in addition to an even grid."""
    out = []
    for each in leaf_parts(rule, Decimal(0)):
        growth = _Growth.of(each.rule, Decimal(0))
        out += numbers_of(each.rule, "end") if growth else _turns(each.rule)
        if growth and growth.width is not None:
            out += [growth.start + growth.width * step for step in range(1, LOOKS)]
    return out


def _span(rule: rules.Rule, points: Decimal, value: str, measure: Measure | None, whole: bool) -> tuple[Decimal, Decimal]:
    """The values that are shown."""
    ends = [Decimal(0)]
    below = False
    for _, part, most, _ in leaf_parts(rule, points):
        if growth := _Growth.of(part, most):
            ends += [growth.start, growth.start + growth.count * (growth.width or 1)]
            below = below or (growth.width is not None and growth.start == 0)
        elif part._roles.get("value") == "points":
            ends.append(most)
            below = True
        else:
            ends += _turns(part)
    low, high = min(ends), max(ends)
    if PERCENT.fullmatch(value) and low >= 0 and high <= 100:
        high = Decimal(100)
    elif whole:
        high = Decimal(int(high) + 2)
    else:
        high += _round((high - low) / 4 or Decimal(1))
    if (low < 0 or below) and not whole and high != 100:
        low -= _round((high - low) / 6)
    if measure is not None:
        low = low if measure.min is None else max(low, Decimal(str(measure.min)))
        high = high if measure.max is None else min(high, Decimal(str(measure.max)))
    if field_of(rule, "ranges") and not whole:
        first = min(numbers_of(rule, "end"), default=low)
        low = max(low, first - (high - first))  # without a long stretch of zero points
    return low, high


def _round(number: Decimal) -> Decimal:
    return Decimal(f"{number:.1g}")


def _example(text: str, measures: Mapping[str, Measure]) -> tuple[Decimal, Decimal]:
    """A target (its own if it is a number, otherwise the middle of its measure) and a best value of the block above it."""
    measure = measures.get(text)
    try:
        target = Decimal(text)
    except ArithmeticError:
        top = Decimal(100) if measure is None or measure.max is None else Decimal(str(measure.max))
        target = top / 2
    return target, target * Decimal("1.6") if target > 0 else target + 10
