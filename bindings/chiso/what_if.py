"""What if cells of a row were others, and which values earn a leaf more: exact, as scoring the changed table gives it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from chiso import _core
from chiso.arguments import name_of
from chiso.evidence import Evidence
from chiso.frames_in import columns_of, is_frame, kind_of
from chiso.frames_out import typed_frame_of
from chiso.scorecard import Scorecard
from chiso.value import Immutable, check_version

if TYPE_CHECKING:
    from chiso.figures import Figure
    from chiso.model import Model
    from chiso.scores import Scores

#: Columns of evidence that no change names.
_IDENTIFYING = {"unit", "block", "period", "track", "ranked"}


def _changes_of_frame(model: Model, data: Any) -> dict[str, Any]:
    """The columns of a frame of changes, by their names."""
    columns = columns_of(data, {"unit", *model.measures})
    if len({name for name, _ in columns}) < len(columns):
        Evidence.from_frame(data, model, absent="missing", part=True)  # which tells what is named twice
    return dict(columns)


def changes_of(model: Model, columns: Mapping[str, Any], rows: int) -> Evidence:
    """Changes as evidence of units that are called by their place, read as `read_evidence` reads it; what is not named is missing there."""
    wrong = sorted(_IDENTIFYING.intersection(columns))
    if wrong:
        raise ValueError(f"what if changes measures and stated points, not {', '.join(wrong)}")
    return Evidence.from_frame({"unit": range(1, rows + 1), **columns}, model, absent="missing", part=True, kind="dict")


def _expect_changes(changes: Any) -> Mapping[str, Any]:
    if not isinstance(changes, Mapping) or not all(isinstance(name, str) for name in changes):
        raise TypeError(f"changes are a mapping from measures to values, not {changes!r}")
    return changes


class WhatIf(Immutable):
    """What a row comes to with some cells changed. Made by `Scores.what_if`.

    Attributes are found as if the table so changed were scored: a row that the change completes is ranked, and in a model with cohort
    functions the figures of the block change too.

    Examples
    --------
    >>> model = chiso.load_model("examples/models/pci_2021.json")
    >>> scores = model.score(chiso.read_evidence("examples/data/pci_2021.csv", model, unknown="ignore", kind="dict"))
    >>> w = scores.what_if("Hà Nội", {"land": 7.6})
    >>> w.index, w.rank
    (Figure('69.09'), 9)
    """

    __slots__ = ("_asked", "_card", "_changes", "_class", "_index", "_rank", "_scores", "_table")

    def __init__(self, scores: Scores, changes: Mapping[str, Any], asked: dict[str, Any], others: Any) -> None:
        self._scores, self._changes, self._asked = scores, dict(_expect_changes(changes)), {**asked, "others": others}
        self._card: Scorecard | None = None
        core = scores._what_ifs(others)
        self._table = changes_of(scores.model, {name: [value] for name, value in self._changes.items()}, 1)._core
        self._index, self._rank, self._class = core.result(self._table, self._row, [(name, None) for name in self._changes])

    @property
    def _row(self) -> int:
        return self._scores._row(self._asked["unit"], self._asked["period"], self._asked["track"])

    @property
    def index(self) -> Figure | None:
        """The index as it would be published, with the exact one; None if nothing is applicable."""
        return self._index

    @property
    def rank(self) -> int | None:
        """The rank; None for a row that is not ranked."""
        return self._rank

    @property
    def class_(self) -> str | None:
        """The id of the class; None if there is none."""
        return self._class

    @property
    def changes(self) -> dict[str, Any]:
        """What was changed, as it was given."""
        return dict(self._changes)

    @property
    def card(self) -> Scorecard:
        """The scorecard of the changed row, the others as they are: that of the table so changed."""
        if self._card is None:
            core = self._scores._what_ifs("0").changed(self._table, self._row, [(name, None) for name in self._changes])
            self._card = Scorecard(_changed(self._scores, core), self._row)
        return self._card

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (1, self._scores, self._changes, self._asked)

    def __repr__(self) -> str:
        index = "no index" if self.index is None else f"index {self.index}"
        return f"<chiso.WhatIf of {self._asked['unit']}: {index}, {'not ranked' if self.rank is None else f'rank {self.rank}'}>"


def _changed(scores: Scores, core: _core.Scores) -> Scores:
    """Scores of a changed table: only their cards are given away, which cannot be restored from the evidence."""

    class Changed(type(scores)):  # type: ignore[misc]
        __slots__ = ()

        def __reduce__(self) -> tuple[Any, ...]:
            raise TypeError("a scorecard of a what-if cannot be pickled: pickle the what-if, and ask it for its card")

    return Changed(core, scores.model, scores.evidence)


def _restored(version: int, scores: Scores, changes: dict[str, Any], asked: dict[str, Any]) -> WhatIf:
    check_version("WhatIf", version)
    names = {name: value for name, value in asked.items() if name != "others"}
    return WhatIf(scores, changes, names, asked["others"])


def results_of(scores: Scores, what: Any, period: str | int | None, track: str | None, others: Any, kind: str | None) -> Any:
    """The frame of `Scores.what_ifs`."""
    units, columns = _columns_of(what, scores.model)
    of_period, of_track = scores._of(period, track)
    core = scores._what_ifs(others)
    rows = core.rows(units, of_period, of_track)
    for place, row in enumerate(rows):
        if row < 0:  # it may be written otherwise, or is not there
            rows[place] = scores._core.row(name_of(units[place], "unit"), of_period, of_track)
    table = changes_of(scores.model, {name: values for name, (values, _) in columns.items()}, len(units))
    masks = [(name, mask) for name, (_, mask) in columns.items()]
    index, rank, classes = core.results(table._core, rows, masks)
    return typed_frame_of(
        {
            "unit": (str, [str(unit) for unit in units]),
            "index": (float, index),
            "rank": (int, [one or None for one in rank.tolist()]),
            "class": (str, [one or None for one in classes]),
        },
        kind or (kind_of(what) if is_frame(what) else None) or scores.evidence._kind,
    )


def _cells_of(column: Any) -> list[Any]:
    """The cells of a column of any library."""
    for name in ("tolist", "to_list", "to_pylist"):
        if hasattr(column, name):
            return list(getattr(column, name)())
    return list(column)


def _columns_of(what: Any, model: Model) -> tuple[Sequence[Any], dict[str, tuple[Any, Any]]]:
    """The units, and of each name its values with a mask of the rows that they are changed in; no mask: in all."""
    if is_frame(what):
        what = _changes_of_frame(model, what)
    if isinstance(what, Mapping):
        if "unit" not in what:
            raise ValueError("changes as columns need a column unit")
        return _cells_of(what["unit"]), {name: (values, None) for name, values in what.items() if name != "unit"}
    pairs = list(_pairs(what))
    columns: dict[str, tuple[list[Any], Any]] = {}
    for place, (_, changes) in enumerate(pairs):
        for name, value in changes.items():
            if name not in columns:
                columns[name] = ([None] * len(pairs), np.zeros(len(pairs), dtype=np.bool_))
            columns[name][0][place] = value
            columns[name][1][place] = True
    return [unit for unit, _ in pairs], columns


def _pairs(what: Any) -> Iterable[tuple[Any, Mapping[str, Any]]]:
    if isinstance(what, (str, bytes)) or not isinstance(what, Iterable):
        raise TypeError(f"what-ifs are a list of pairs (unit, changes), a data frame or a mapping of columns, not {what!r}")
    for one in what:
        if not isinstance(one, Sequence) or isinstance(one, str) or len(one) != 2:
            raise TypeError(f"a what-if is a pair of a unit and its changes, not {one!r}")
        yield one[0], _expect_changes(one[1])


class Steps(Immutable):
    """Which values of single measures earn the leaves of a unit more. Made by `Scores.steps`.

    Examples
    --------
    >>> model = chiso.load_model("examples/models/pci_2021.json")
    >>> scores = model.score(chiso.read_evidence("examples/data/pci_2021.csv", model, unknown="ignore", kind="dict"))
    >>> frame = scores.steps("Hà Nội").frame(kind="dict")
    >>> frame["node"][:2].tolist(), frame["step"][:2].tolist(), frame["value"][:2].tolist()
    (['entry', 'entry'], ['next', 'full'], ['6.58', '10.00'])
    """

    __slots__ = ("_asked", "_scores", "_steps")

    def __init__(self, scores: Scores, asked: dict[str, Any], others: Any) -> None:
        self._scores, self._asked = scores, {**asked, "others": others}
        self._steps = scores._what_ifs(others).steps(scores._row(**asked))

    def frame(self, *, kind: str | None = None) -> Any:
        """One row for each step: in the order of the leaves, then of the measures.

        Parameters
        ----------
        kind : {"pandas", "polars", "pyarrow", "dict"}, optional
            If it is not given, the kind of the frame that the evidence was read from.

        Returns
        -------
        data frame
            ``node`` (id of the leaf), ``measure``, ``direction`` (``up``, ``down``, or ``other`` of an option), ``step`` (``next``: the nearest value
            at which the leaf achieves more, ``full``: the nearest at which it achieves the most that this measure can reach, ``unanswered``: the
            measure is missing), ``value`` (text as read_evidence takes it; null if none is known), ``points`` of the leaf then, ``gain`` of the
            index, ``index`` and ``rank`` then (null where there is none), ``known`` (false where it could not be shown whether there is such a value).

        Raises
        ------
        ValueError
            If `kind` is not one of these.
        """
        rows = self._steps or []
        node, measure, direction, step, value, _, points, gain, index, rank, known = zip(*rows, strict=True) if rows else ((),) * 11
        return typed_frame_of(
            {
                "node": (str, list(node)),
                "measure": (str, list(measure)),
                "direction": (str, list(direction)),
                "step": (str, list(step)),
                "value": (str, [_text(one) for one in value]),
                "points": (float, _floats(points)),
                "gain": (float, _floats(gain)),
                "index": (float, _floats(index)),
                "rank": (int, list(rank)),
                "known": (bool, list(known)),
            },
            kind or self._scores.evidence._kind,
        )

    def __len__(self) -> int:
        """How many steps there are."""
        return len(self._steps)

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored_steps, (1, self._scores, self._asked)

    def __repr__(self) -> str:
        return f"<chiso.Steps of {self._asked['unit']}: {len(self)}>"


def _floats(values: Iterable[Any]) -> Any:
    """The doubles nearest to exact numbers; NaN where there is none."""
    return np.array([np.nan if value is None else float(value) for value in values])


def _text(value: Any) -> str | None:
    return None if value is None else ("yes" if value else "no") if isinstance(value, bool) else str(value)


def _restored_steps(version: int, scores: Scores, asked: dict[str, Any]) -> Steps:
    check_version("Steps", version)
    names = {name: value for name, value in asked.items() if name != "others"}
    return Steps(scores, names, asked["others"])
