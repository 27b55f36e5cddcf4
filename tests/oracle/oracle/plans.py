"""Plans by trying every set of actions (SPEC 12)."""

from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import combinations

from .below import Below
from .classify import class_of, hold_back
from .evidence import give_parameters
from .publish import rounded
from .rank import key_of, rank_model, together
from .score import score


@dataclass
class Action:
    """What a unit may do: `changes` are {measure: value or state}."""

    id: str
    cost: Fraction
    group: str
    changes: dict


@dataclass
class Reached:
    """A set of actions (ids, sorted by bytes) and what the row comes to by it."""

    ids: tuple
    cost: Fraction
    index: Fraction | None
    rank: int | None
    class_id: str | None
    reached: list = field(default_factory=list)  # by target

    @property
    def order(self):
        """Best first."""
        index = (0,) if self.index is None else (-1, -self.index)
        return (self.cost, len(self.ids), index, self.ids)


def excludes(one, other):
    """Whether two actions cannot be taken together."""
    if one.group and one.group == other.group:
        return True
    return any(other.changes[name] != value for name, value in one.changes.items() if name in other.changes)


def feasible(actions):
    """Every set of actions that can be taken together."""
    for size in range(len(actions) + 1):
        for chosen in combinations(actions, size):
            if not any(excludes(one, other) for one, other in combinations(chosen, 2)):
                yield chosen


def changed(model, row, chosen):
    """The row with the cells of some actions."""
    cells = row.cells | {name: value for action in chosen for name, value in action.changes.items()}
    made = replace(row, cells=cells, parameters={})
    give_parameters(model, [made])
    own = {name: made.cells[name] for name in made.parameters}  # which the rows below read too
    made.tables = {
        name: None if below is None else [Below(one.cells | own, made.parameters) for one in below] for name, below in row.tables.items()
    }
    return made


def raised(model, one, amount):
    """The score of another row, its index raised and held as the index is."""
    made = replace(one, rank=None, competition_rank=None, class_id=None, held_back=False)
    if made.index is not None and amount:
        index = made.index + amount
        made.index = index if model.may_exceed_100 else min(index, Fraction(model.scale))
    return made


def every_set(model, scores, place, actions, others, targets):
    """What each feasible set of actions on the row of scores[place] comes to, and which targets it reaches."""
    row = scores[place].row
    group = next(group for group in together(scores).values() if any(one is scores[place] for one in group))
    rest = [raised(model, one, others) for one in group if one is not scores[place]]
    result = []
    for chosen in feasible(actions):
        own = score(model, changed(model, row, chosen))
        ranks = [replace(one) for one in rest]
        stand(model, [*ranks, own])
        ids = tuple(sorted((action.id for action in chosen), key=str.encode))
        made = Reached(ids, sum((action.cost for action in chosen), Fraction(0)), own.index, own.rank, own.class_id)
        made.reached = [reaches(model, target, own, rest) for target in targets]
        result.append(made)
    return result


def stand(model, group):
    """Rank and class the rows of a block, period and track."""
    rank_model(model, group)
    if model.classes is None:
        return
    ranked = sum(one.rank is not None for one in group)
    for one in group:
        one.class_id = class_of(model, one, ranked)
    hold_back(model, group)


def is_ranked(one):
    return one.row.ranked and one.complete and one.index is not None


def reaches(model, target, own, rest):
    kind, asked = target
    if own.index is None:
        return False
    if kind == "index":
        return own.index >= asked
    if kind == "published":
        return Fraction(rounded(own.index, model.decimals, model.rounding), 10**model.decimals) >= asked
    if kind == "rank":
        return is_ranked(own) and place_of(model, own, rest) <= asked
    # The class, where those who are level stand above if ties are broken.
    mine, others = replace(own), [replace(one) for one in rest]
    level_above(model, mine, others)
    ids = [band["id"] for band in model.classes.list_of(own.row.block)]
    return mine.class_id is not None and ids.index(mine.class_id) <= ids.index(asked)


def place_of(model, own, rest):
    """1 + the ranked rows above; those that are level too where something breaks ties."""
    mine = key_of(model, own.index)
    keys = [key_of(model, one.index) for one in rest if is_ranked(one)]
    return 1 + sum(key >= mine if model.tie_break else key > mine for key in keys)


def level_above(model, own, rest):
    """Class a row whose place counts those that are level in its index as above."""
    group = [*rest, own]
    rank_model(model, group)
    if own.rank is not None and model.tie_break:
        mine = key_of(model, own.index)
        rank_model(model, rest)
        own.competition_rank = place_of(model, own, rest)
        for one in rest:
            if one.rank is not None and key_of(model, one.index) < mine:
                one.competition_rank += 1
    ranked = sum(one.rank is not None for one in group)
    for one in group:
        one.class_id = class_of(model, one, ranked)
    hold_back(model, group)


def best_plans(sets, target, most):
    """The best sets that reach a target and of which no part does."""
    reaching = [one for one in sets if one.reached[target]]
    parts = [set(one.ids) for one in reaching]
    minimal = [one for one, ids in zip(reaching, parts) if not any(part < ids for part in parts)]
    return sorted(minimal, key=lambda one: one.order)[:most]


def frontier(sets):
    """The highest index at the least cost, then each cost at which a higher one is reached, with the best set for it."""
    result = []
    for one in sorted((one for one in sets if one.index is not None), key=lambda one: (one.cost, -one.index, len(one.ids), one.ids)):
        if not result or one.index > result[-1].index:
            result.append(one)
    return result
