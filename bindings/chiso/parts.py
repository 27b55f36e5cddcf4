"""Tables in parts: what the parts of a table pass to one another, so that each gets the scores and ranks that it has in the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar

from chiso import _core
from chiso.arguments import expect
from chiso.value import Value, check_version

if TYPE_CHECKING:
    from chiso.model import Model


Held = TypeVar("Held", _core.CohortTotals, _core.RankingKeys)


class OfParts(Value[Held]):
    """What is known of each block, period and track in some parts of a table."""

    __slots__ = ("_model",)
    _what: ClassVar[str]

    def __init__(self, core: Held, model: Model) -> None:
        self._core = core
        self._model = model

    @property
    def model(self) -> Model:
        """The model by which the parts are scored."""
        return self._model

    def merge(self, other: Self) -> Self:
        """What is known of these parts and of others, which must have other units; ``a | b`` is the same.

        Parameters
        ----------
        other : Cohorts or RankingKeys
            As these, of other parts of the same table.

        Raises
        ------
        ShapeError
            If the others are of another model, have periods or blocks that cannot occur in one table, or (ranking keys find that) share a
            unit with these.
        """
        return type(self)(self._core.merged(expect(other, type(self), f"what {self._what} are merged with")._core), self.model)

    def __or__(self, other: Self) -> Self:
        return self.merge(other) if isinstance(other, type(self)) else NotImplemented

    def __len__(self) -> int:
        """The number of combinations of block, period and track."""
        return self._core.cohorts


class Cohorts(OfParts[_core.CohortTotals]):
    """Everything that scoring needs to know of the other rows of a table: what cohort functions and the rule `target` need of each block, period and
    track, and which periods there are. Immutable; the merged cohorts of all parts equal those of the table.

    Made by `Model.cohorts`, read by `Model.score`. Every row of a unit must be in one part.

    Notes
    -----
    A part is checked by itself, so two errors of the whole table may not be found: a unit in two parts (ranking keys find
    that), and a column ``track`` or ``ranked`` that is blank in all of one part but not of another.

    Examples
    --------
    >>> model = chiso.load_model("examples/models/pci_2021.json")
    >>> parts = [{"unit": [unit]} | {name: [6.5] for name in model.measures} for unit in ("A", "B")]
    >>> cohorts = model.cohorts(parts[0]) | model.cohorts(parts[1])
    >>> scores = [model.score(part, cohorts=cohorts) for part in parts]
    >>> ranking_keys = scores[0].ranking_keys() | scores[1].ranking_keys()
    >>> scores[1].frame(ranking_keys=ranking_keys)["rank"].tolist()
    [1]
    """

    __slots__ = ()
    _what = "cohorts"

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored_cohorts, (1, self.model, self._core.saved())

    def __repr__(self) -> str:
        return f"<chiso.Cohorts of {self.model.id}: {len(self)} of a block, period and track>"


class RankingKeys(OfParts[_core.RankingKeys]):
    """The ranking keys of a table: for each block, period and track the units that have a rank, with what they are ranked by, exactly, and
    with what quotas count. Immutable; the merged keys of all parts equal those of the table.

    Made by `Scores.ranking_keys`, read by `Scores.frame`, which then has the ranks and classes of its rows among those of all parts.

    Examples
    --------
    >>> model = chiso.load_model("examples/models/pci_2021.json")
    >>> scores = model.score(chiso.read_evidence("examples/data/pci_2021.csv", model, unknown="ignore", kind="dict"))
    >>> scores.ranking_keys()
    <chiso.RankingKeys by pci-2021: 21 ranked rows, 1 of a block, period and track>
    >>> scores.frame(ranking_keys=scores.ranking_keys())["rank"][:3].tolist()
    [1, 2, 3]
    """

    __slots__ = ()
    _what = "ranking keys"

    @property
    def ranked(self) -> int:
        """The number of rows that have a rank."""
        return self._core.ranked

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored_ranking_keys, (1, self.model, self._core.saved())

    def __repr__(self) -> str:
        return f"<chiso.RankingKeys by {self.model.id}: {self.ranked} ranked rows, {len(self)} of a block, period and track>"


def _restored_cohorts(version: int, model: Model, saved: Any) -> Cohorts:
    check_version("cohorts", version)
    return Cohorts(_core.CohortTotals.restored(model._core, saved), model)


def _restored_ranking_keys(version: int, model: Model, saved: Any) -> RankingKeys:
    check_version("ranking keys", version)
    return RankingKeys(_core.RankingKeys.restored(model._core, saved), model)


#: The former name of ranking keys in pickles.
_restored_standings = _restored_ranking_keys
