"""How a model differs from another one, as data and in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from chiso import _core
from chiso.frames_out import frame_of

if TYPE_CHECKING:
    from chiso.criterion import Criterion
    from chiso.languages import Language
    from chiso.model import Model

NodeChange: TypeAlias = Literal["added", "dropped", "moved", "reweighted", "reruled"]


class NodeDifference(NamedTuple):
    """What another model makes of a criterion or entry, which is None on the side that does not have it."""

    change: NodeChange
    """``added``, ``dropped``, ``moved``, ``reweighted`` or ``reruled``."""
    before: Criterion | None
    """It in the first model."""
    now: Criterion | None
    """It in the other one."""


class ModelDiff:
    """How a model differs from another one, criterion by criterion, and in which keys of its file beside them. Made by `Model.diff`.

    Attributes
    ----------
    changes : tuple of NodeDifference
        What is added, dropped, moved, reweighted or reruled.
    settings : tuple of str
        The other keys that say something else, in the order of the file, such as ``publish``, ``ranking``, ``classes`` and ``checks``; of
        ``adjustments`` the caps alone.

    Examples
    --------
    >>> model = chiso.load_model("examples/models/pci_2021.json")
    >>> draft = model.draft()
    >>> draft.criteria[0].points = 6
    >>> model.diff(draft.build()).frame(kind="dict")["change"]
    ['reweighted']
    """

    __slots__ = ("_kind", "_models", "changes", "settings")

    def __init__(self, before: Model, now: Model, kind: str | None) -> None:
        self._kind = kind
        self._models = before, now
        self.changes = tuple(
            NodeDifference(change, None if a is None else before[a], None if b is None else now[b])  # type: ignore[arg-type]
            for change, a, b in _core.model_diff(before._core, now._core)
        )
        self.settings = tuple(_core.changed_settings(before._core, now._core))

    def frame(self, *, kind: str | None = None) -> Any:
        """One row for each change, in the order of the other model, then what is dropped.

        Parameters
        ----------
        kind : {"pandas", "polars", "pyarrow", "dict"}, optional
            If it is not given, that of `Model.diff`.

        Returns
        -------
        data frame
            ``change`` (text: ``added``, ``dropped``, ``moved`` to another group, ``reweighted``: other points, or `scale_to`, `cap` or `at_least` of a group,
            ``reruled``: another rule, condition, policy or track, or another measure, parameter or table that these read), and of both models ``node
            other_node`` and the group that it stands in, ``group other_group`` (text), ``points other_points`` (float64); null on a side without it.

        Raises
        ------
        ValueError
            If `kind` is not one of these.
        """

        def of(side: str, name: str) -> list[Any]:
            nodes = [getattr(one, side) for one in self.changes]
            if name == "group":
                return [None if node is None or node.parent is None else node.parent.id for node in nodes]
            return [None if node is None else node.id if name == "node" else float(node.points) for node in nodes]

        columns = {"change": [one.change for one in self.changes]}
        for name in ("node", "group", "points"):
            columns |= {name: of("before", name), f"other_{name}": of("now", name)}
        return frame_of(columns, kind or self._kind)

    def __len__(self) -> int:
        return len(self.changes)

    def __bool__(self) -> bool:
        return bool(self.changes or self.settings)

    def __iter__(self) -> Iterator[NodeDifference]:
        return iter(self.changes)

    def __repr__(self) -> str:
        return f"<chiso.ModelDiff: {len(self.changes)} changes" + (f", other {', '.join(self.settings)}>" if self.settings else ">")

    def text(self, language: Language | None = None) -> str:
        """The differences as text, for people: both sides in words.

        Parameters
        ----------
        language : {"vi", "en"}
        """
        return _core.diff_text(self._models[0]._core, self._models[1]._core, language)

    def html(self, language: Language | None = None) -> str:
        """The same as a page of HTML for A4, a phone, light and dark.

        Parameters
        ----------
        language : {"vi", "en"}
        """
        return _core.diff_html(self._models[0]._core, self._models[1]._core, language)

    def _repr_html_(self) -> str:
        return _core.diff_fragment(self._models[0]._core, self._models[1]._core, None)
