"""Where the points of one row were lost, and how others did on each leaf."""

from dataclasses import dataclass
from fractions import Fraction

from .. import watch
from ..checks import median


@dataclass
class Lost:
    """Index points: by leaf (its id), and what they come to. index = 100 - total + adjustments + held."""

    by_leaf: dict
    total: Fraction
    rounding: Fraction
    limits: Fraction
    adjustments: Fraction
    held: Fraction


def factors(figures):
    """{node id: index points that one point of the node is worth}; 0 below a group where nothing applies."""
    result = {}

    def give(node, factor):
        result[node.id] = factor
        if node.scaled:
            _, applicable = figures.below(node)
            factor = factor * Fraction(node.source["scale_to"]) / applicable if applicable else Fraction(0)
        for child in node.children:
            give(child, factor)

    for node in figures.tree.top:
        give(node, figures.scale / figures.all)
    return result


def lost(figures):
    """What one row lost, or None where it has no index."""
    if not figures:
        return None
    factor, tree, score = factors(figures), figures.tree, figures.score
    result = Lost({}, *[Fraction(0)] * 5)
    for node in tree.criteria:
        achieved, applicable = figures.of(node)
        if node.leaf:
            result.by_leaf[node.id] = factor[node.id] * (applicable - achieved)
        elif node.scaled:
            result.rounding += factor[node.id] * figures.rounding(node)
        elif node.limited:
            below_achieved, below_applicable = figures.below(node)
            result.limits += factor[node.id] * ((below_applicable - below_achieved) - (applicable - achieved))
    worth = figures.scale / figures.all
    result.total = figures.scale - worth * tree.points(score.tally.achieved)
    result.adjustments = worth * tree.points(score.bonus - score.penalty)
    result.held = figures.held
    for word in ("rounding", "limits", "adjustments", "held"):
        watch.met("lost", word, "some" if getattr(result, word) else "none")
    return result


def benchmarks(scores, leaf):
    """(best, mean, median) share of a leaf over the ranked rows of one cohort to which it applies, or None."""
    tallies = [score.by_id[leaf].tally for score in scores if score.rank is not None]
    shares = [Fraction(tally.achieved, tally.applicable) for tally in tallies if tally.applicable]
    return (max(shares), Fraction(sum(shares), len(shares)), median(shares)) if shares else None
