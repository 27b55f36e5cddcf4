"""What the checks of a model say of evidence: findings with their figures, what was likely meant, and counts that percentages imply."""

from __future__ import annotations

import enum
import operator
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from chiso import _core
from chiso.frames_out import kind_or_none, typed_frame_of
from chiso.languages import Language
from chiso.value import Immutable, check_version

if TYPE_CHECKING:
    from chiso.evidence import Evidence
    from chiso.model import Model

Severity: TypeAlias = Literal["error", "warning"]
RoundedOtherwise: TypeAlias = Literal["half_even", "down", "up"]
SlipKind: TypeAlias = Literal["swapped", "digit", "dropped", "added", "shifted"]


class State(enum.StrEnum):
    """Why there is no value."""

    UNDEFINED = "undefined"
    """A division by zero, or ends in the wrong order."""
    MISSING = "missing"
    """It was not supplied."""
    NOT_APPLICABLE = "not_applicable"
    """The unit has no such task."""


#: The unit has no such task: a cell of `Scores.what_if`, or what an `Action` makes of one.
NOT_APPLICABLE = State.NOT_APPLICABLE
#: What stands in a cell.
CellValue: TypeAlias = Decimal | bool | date | str | State
#: What stands on a side of a comparison.
SideValue: TypeAlias = Fraction | bool | date | str | State


class Slip(NamedTuple):
    """A number that may have been meant: with it in its cell, the checks in `repairs` hold, and none that held fails."""

    measure: str
    """The name of the measure."""
    value: Decimal
    """What was meant."""
    kind: SlipKind
    """Two neighbouring digits ``swapped``; one ``digit`` replaced, ``dropped`` or ``added``; or the decimal mark ``shifted``."""
    repairs: tuple[str, ...]
    """The ids of the checks that it repairs."""


class Finding(NamedTuple):
    """A check that does not hold on a row."""

    check: str
    """The id of the check."""
    unit: str
    """The unit of the row."""
    block: str
    """Its block; ``""`` is the unnamed one."""
    period: str
    """The period of the row; ``""`` is the unnamed one."""
    track: str
    """The track of the row."""
    severity: Severity
    """That of the check, but ``"warning"`` if `rounded` says so."""
    rounded: RoundedOtherwise | None
    """How a stated value was rounded, if it is right but for that: then this is a warning."""
    figures: Mapping[str, CellValue]
    """The measures that the check names on the row, with what stands there after fallback."""
    found: SideValue | None
    """Of ``stated`` what is stated, of ``unusual`` the value; of a ``relation`` that is one comparison, or an ``and`` of comparisons, the left side
    of the first one that fails; otherwise None."""
    expected: SideValue | tuple[Fraction, Fraction] | None
    """Of ``stated`` the rounded value, of a comparison its right side, of ``unusual`` the least and the most that hold."""
    sign: str | None
    """Of a comparison: ``==``, ``!=``, ``<``, ``<=``, ``>`` or ``>=``."""
    slips: tuple[Slip, ...]
    """Those that repair most checks, by kind, then by the size of the change; at most 5."""
    slip_count: int
    """How many there are."""
    likely: Slip | None
    """What was likely meant: the one slip that explains the finding. None if there is none, and if there are several, of which none is likelier."""


class Implied(NamedTuple):
    """What a stated percentage and one of its counts say of the other, which is missing: a whole number from `least` to `most`."""

    check: str
    """The id of the check that has the percentage."""
    unit: str
    """The unit of the row."""
    block: str
    """Its block; ``""`` is the unnamed one."""
    period: str
    """The period of the row; ``""`` is the unnamed one."""
    track: str
    """The track of the row."""
    measure: str
    """The missing count."""
    least: int
    """The least that it may be."""
    most: int
    """The most that it may be."""


class CheckReport(_core.CheckReport, Immutable):
    """What the checks of a model say of evidence. Made by `Evidence.check` and `Model.check`.

    Reports of equal models and equal evidence are equal. In a notebook it shows the first findings of each check, with what was likely meant marked.

    Examples
    --------
    >>> model = chiso.load_model("examples/models/published_ratios.json")
    >>> report = chiso.read_evidence("examples/data/gia_lam_2017.csv", model, absent="missing").check()
    >>> report
    <chiso.CheckReport of published-ratios: 4 errors, 0 warnings>
    >>> finding = report.findings[1]
    >>> finding.unit, finding.check, finding.found, finding.expected
    ('Huyện Gia Lâm', 'resolved_rate', Fraction(4609, 50), Fraction(2213, 25))
    >>> finding.figures
    {'received': Decimal('4921'), 'resolved': Decimal('4356'), 'resolved_rate': Decimal('92.18')}
    >>> finding.slips
    (Slip(measure='resolved', value=Decimal('4536'), kind='swapped', repairs=('on_time_of_resolved', 'resolved_rate', 'on_time_rate')),)
    """

    __slots__ = ("_evidence", "_made", "_model")

    def __init__(self, evidence: Evidence, model: Model) -> None:
        super().__init__(evidence._core, model._core)
        self._evidence, self._model = evidence, model
        self._made: tuple[Finding, ...] | None = None

    @property
    def model(self) -> Model:
        """The model whose checks were judged."""
        return self._model

    @property
    def evidence(self) -> Evidence:
        """The evidence on whose rows they were judged."""
        return self._evidence

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every check that does not hold on a row, in the order of the checks, then of the rows. O(findings) the first time."""
        if self._made is None:
            self._made = tuple(_finding(row) for row in self._findings())
        return self._made

    @property
    def implied(self) -> tuple[Implied, ...]:
        """Missing counts that stated percentages imply, in the order of the checks, then of the rows. These are no findings."""
        return tuple(Implied(check, *row, measure, least, most) for check, row, measure, least, most in self._implied())

    def frame(self, *, language: Language | None = None, kind: str | None = None) -> Any:
        """The findings, one row for each.

        Parameters
        ----------
        language : {"vi", "en"}, optional
            Of the messages.
        kind : {"pandas", "polars", "pyarrow", "dict"}, optional
            If it is not given, the kind of frame that the evidence was read from.

        Returns
        -------
        data frame
            ``check unit block period track severity rounded`` (text; `rounded` is null unless a stated value was rounded otherwise); ``found sign
            expected least most``: numbers as float64, nearest to the exact ones (null for what is no number; `sign` is null but for comparisons,
            `least` and `most` but for ``unusual``); ``measure meant slip repairs`` of what was likely meant: what to correct, to which number
            (float64), its kind, and how many checks then hold (null if no slip, or several, may have been meant); ``slips`` (how many there are) and ``message`` (text).

        Raises
        ------
        ValueError
            If `kind` is not one of these.
        """
        found = self.findings
        likely = [finding.likely for finding in found]
        ranges = [finding.expected if isinstance(finding.expected, tuple) else (None, None) for finding in found]
        texts = {
            name: [getattr(one, name) for one in found] for name in ("check", "unit", "block", "period", "track", "severity", "rounded")
        }
        columns: dict[str, tuple[type, list[Any]]] = {name: (str, values) for name, values in texts.items()}
        columns |= {
            "found": (float, [_float(one.found) for one in found]),
            "sign": (str, [one.sign for one in found]),
            "expected": (float, [_float(one.expected) for one in found]),
            "least": (float, [_float(least) for least, _ in ranges]),
            "most": (float, [_float(most) for _, most in ranges]),
            "measure": (str, [slip and slip.measure for slip in likely]),
            "meant": (float, [None if slip is None else float(slip.value) for slip in likely]),
            "slip": (str, [slip and slip.kind for slip in likely]),
            "repairs": (int, [None if slip is None else len(slip.repairs) for slip in likely]),
            "slips": (int, [one.slip_count for one in found]),
            "message": (str, self.words(language)),
        }
        return typed_frame_of(columns, kind_or_none(kind) or self._evidence._kind)

    def judged(self, *, kind: str | None = None) -> Any:
        """How often each check held, and why it was not judged, one row for each; the counts of a row sum to the rows of the evidence.

        Parameters
        ----------
        kind : {"pandas", "polars", "pyarrow", "dict"}, optional
            If it is not given, the kind of the frame that the evidence was read from.

        Returns
        -------
        data frame
            ``check`` (text), then counts of rows (int64): ``held failed warned`` (findings of severity error and warning), and not judged:
            ``missing not_applicable undefined``, the state of what the check reads or of its condition, and ``too_few`` values to compare with.
            Rows that are there by fallback alone are in no count.

        Raises
        ------
        ValueError
            If `kind` is not one of these.
        """
        rows = self._judged()
        names = ("held", "failed", "warned", "missing", "not_applicable", "undefined", "too_few")
        columns: dict[str, tuple[type, list[Any]]] = {"check": (str, [check for check, _ in rows])}
        columns |= {name: (int, [counts[at] for _, counts in rows]) for at, name in enumerate(names)}
        return typed_frame_of(columns, kind_or_none(kind) or self._evidence._kind)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, CheckReport):
            return NotImplemented
        return self._model == other._model and self._evidence == other._evidence

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored_report, (1, self._evidence, self._model)

    def __repr__(self) -> str:
        failed, warned = (sum(counts[at] for _, counts in self._judged()) for at in (1, 2))
        errors, warnings = "error" if failed == 1 else "errors", "warning" if warned == 1 else "warnings"
        return f"<chiso.CheckReport of {self._model.id}: {failed} {errors}, {warned} {warnings}>"


def _finding(row: tuple[Any, ...]) -> Finding:
    """A finding as C++ tells it."""
    check, (unit, block, period, track), severity, rounded, figures, found, expected, sign, slips, count, is_likely = row
    told = tuple(Slip(measure, value, kind, tuple(repairs)) for measure, value, kind, repairs in slips)
    likely = told[0] if is_likely else None
    return Finding(check, unit, block, period, track, severity, rounded, dict(figures), found, expected, sign, told, count, likely)


def _float(value: Any) -> float | None:
    """The double nearest to an exact number; None for anything else."""
    return float(value) if isinstance(value, Fraction) else None


def _restored_report(version: int, evidence: Evidence, model: Model) -> CheckReport:
    check_version("a report of checks", version)
    return CheckReport(evidence, model)


def implied_counts(
    percent: str | int | Decimal | float, *, numerator: int | None = None, denominator: int | None = None
) -> tuple[int, int] | None:
    """The counts of which a percentage is right: with a numerator the denominators, with a denominator the numerators. O(1), exact.

    Parameters
    ----------
    percent : str, int, Decimal or float
        As it was written: ``"48.50"`` says more than ``"48.5"``. A float stands for its shortest decimal.
    numerator, denominator : int
        The count that is known; exactly one of them.

    Returns
    -------
    tuple or None
        The least and the greatest whole number for which 100 x numerator / denominator rounds half up to `percent` at its decimals; None if there is
        none, as for a count below 1, for a percentage below 0, and for 0 with a numerator.

    Raises
    ------
    ShapeError
        Unless exactly one count is given.
    ValueError
        If the percentage is no decimal of at most 18 digits and 9 decimals, or the count is above 2^53.

    Examples
    --------
    >>> implied_counts("48.5", numerator=2354)
    (4849, 4858)
    >>> implied_counts("99.79", denominator=38390)
    (38308, 38311)
    """
    digits, decimals = _as_written(percent)
    return _core.implied_counts(digits, decimals, _known_count(numerator, "numerator"), _known_count(denominator, "denominator"))


def _as_written(percent: Any) -> tuple[int, int]:
    """The digits of a percentage, and how many of them are decimals."""
    text = percent.strip() if isinstance(percent, str) else repr(percent) if isinstance(percent, float) else str(percent)
    whole, _, decimals = text.partition(".")
    digits = whole.removeprefix("-") + decimals
    good = not isinstance(percent, bool) and digits.isascii() and digits.isdigit() and whole.removeprefix("-") and len(decimals) <= 9
    if not good or len(digits) > 18 or text.endswith("."):
        raise ValueError(f"a percentage is a decimal such as '48.5', of at most 18 digits and 9 decimals, not {percent!r}")
    return int(("-" if whole.startswith("-") else "") + digits), len(decimals)


def _known_count(value: Any, what: str) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool):
        raise TypeError(f"a {what} is a whole number, not {value}")
    count = operator.index(value)
    if abs(count) > 2**53:
        raise ValueError(f"a {what} is at most 2^53, not {count}")
    return count
