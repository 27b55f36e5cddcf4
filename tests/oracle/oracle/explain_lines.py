"""The lines of what explains an index, a difference, a rank (the format is in README.md)."""

from . import watch
from .check_lines import line
from .evaluate import evaluate
from .explain.bridge import Refused, bridge, read_by
from .explain.compare import compare
from .explain.lost import benchmarks, lost
from .explain.missing import missing
from .explain.pair import Pair
from .explain.rank_change import against, rank_change
from .explain.track_gap import track_gap
from .explain.tree import Figures, Tree
from .rank import together
from .roster import unreported

SHOWN = 5  # comparisons of each way


def key(score):
    return score.row.unit, score.row.period, score.row.track


def yes_no(truth):
    return "yes" if truth else "no"


def lost_lines(given, scores, second):
    """What each row with an index lost, and the benchmarks of every cohort."""
    tree = Tree(given.model)
    for score in scores:
        made = lost(Figures(tree, score))
        if made is None:
            continue
        yield line("lost", *key(score), made.total, made.rounding, made.limits, made.adjustments, made.held)
        for leaf, value in made.by_leaf.items():
            yield line("lost_leaf", leaf, value)
    groups = together(scores)
    for cohort in sorted(groups, key=lambda words: [word.encode() for word in words]):
        for leaf in given.model.leaves:
            yield line("benchmark", *cohort, leaf.id, *(benchmarks(groups[cohort], leaf.id) or (None, None, None)))


def roster_lines(given, scores, second):
    """The units of a roster without a row in a period."""
    for one in unreported(given.roster, [score.row for score in scores]) if given.roster else ():
        yield line("unreported", *one)


def missing_lines(given, scores, second):
    """What each row lacks, by the bytes of the lines, with what waits for it and the quanta of that."""
    quanta = {leaf.id: leaf.quanta for leaf in (*given.model.leaves, *given.model.bonus.entries, *given.model.penalty.entries)}
    for score, waits in missing(given.model, scores):
        yield from sorted(
            line("missing", *key(score), *cause, ",".join(words), str(sum(quanta.get(word, 0) for word in words)))
            for cause, words in waits.items()
        )


def ways(model, scores):
    """{way: pairs of scores} that are compared within one table."""
    by_key, result = {key(score): score for score in scores}, {"previous": [], "track": [], "unit": []}
    after = dict(zip(model.tracks, model.tracks[1:]))
    waiting = {}
    for score in scores:
        row = score.row
        if row.previous is not None:
            result["previous"].append((by_key[row.unit, row.previous.period, row.track], score))
        later = by_key.get((row.unit, row.period, after.get(row.track)))
        if later is not None:
            result["track"].append((score, later))
        cohort = row.block, row.period, row.track
        if cohort in waiting:
            result["unit"].append((waiting[cohort], score))
        waiting[cohort] = score
    return result


def compared_lines(pair, way, pairs):
    """The comparisons of a way: the first of those with an index on both sides."""
    shown = [(a, b) for a, b in pairs if a.index is not None and b.index is not None][:SHOWN]
    for a, b in shown:
        made = compare(pair, Figures(pair.a, a), Figures(pair.b, b))
        yield line("comparison", way, *key(a), *key(b), made.d, yes_no(made.complete_a), yes_no(made.complete_b))
        yield from sorted(line("term", *term.key, term.cause, term.value) for term in made.terms)
        yield from sorted(line("cause", cause, value) for cause, value in made.by_cause().items())
        for depth in (1, 2):
            yield from sorted(line("at", depth, node, value) for node, value in made.by_node(depth).items())


def comparison_lines(given, scores, second):
    """Comparisons of rows of one table."""
    tree = Tree(given.model)
    pair = Pair(tree, tree)
    for way, pairs in ways(given.model, scores).items():
        yield from compared_lines(pair, way, pairs)


def rank_change_lines(given, scores, second):
    """Changes of rank between periods, and between tracks."""
    groups, tree = together(scores), Tree(given.model)
    pair = Pair(tree, tree)
    for way, pairs in ways(given.model, scores).items():
        if way == "unit":
            continue
        able = [(a, b) for a, b in pairs if a.rank is not None and b.rank is not None and a.row.block == b.row.block]
        for a, b in able[:SHOWN]:
            cohorts = [groups[score.row.block, score.row.period, score.row.track] for score in (a, b)]
            yield from one_rank_change(given.model, pair, way, a, b, cohorts)


def one_rank_change(model, pair, way, a, b, cohorts):
    """One change, and all that speaks for the first other unit that is ranked on both sides."""
    made = rank_change(model, a.row.unit, *cohorts)
    places = made.place_a, made.place_b, made.b_among_a, made.a_among_b
    yield line("rank_change", way, *key(a), *key(b), made.change, *places)
    for word, units, absent, how in (
        ("passed_by", made.passed_by, made.entered, "entered"),
        ("passed", made.passed, made.left, "left"),
    ):
        for unit in units:
            watch.met("rank_change", word, how if unit in absent else "moved")
            yield line(word, unit, how if unit in absent else "moved")
    ranked = [{score.row.unit: score for score in cohort if score.rank is not None} for cohort in cohorts]
    others = sorted((ranked[0].keys() & ranked[1].keys()) - {a.row.unit}, key=str.encode)
    for other in others[:1]:
        own = compare(pair, Figures(pair.a, a), Figures(pair.b, b))
        theirs = compare(pair, Figures(pair.a, ranked[0][other]), Figures(pair.b, ranked[1][other]))
        for term, value in against(own, theirs):
            yield line("against", other, *term, value)


def track_gap_lines(given, scores, second):
    """The gap of every leaf between neighbouring tracks: of all blocks (`-`), then of each."""
    blocks = sorted({score.row.block for score in scores}, key=str.encode)
    for first, later in zip(given.model.tracks, given.model.tracks[1:]):
        for leaf in given.model.leaves:
            for block in (None, *blocks):
                made = track_gap(given.model, scores, leaf.id, first, later, block)
                if made is not None:
                    yield line("track_gap", leaf.id, first, later, "-" if block is None else block, *made)


def second_lines(given, scores, second):
    """Comparisons with the rows of the second model and evidence, and the bridge between the two."""
    if second is None:
        return
    others, _ = evaluate(second.model, second.columns, second.rows, second.below)
    here, there = {key(score): score for score in scores}, {key(score): score for score in others}
    both = sorted(here.keys() & there.keys(), key=lambda words: [word.encode() for word in words])
    pair = Pair(Tree(given.model), Tree(second.model))
    yield from compared_lines(pair, "second", [(here[name], there[name]) for name in both])
    try:
        new_old, old_new = read_by(second.model, given), read_by(given.model, second)
    except Refused:
        watch.met("edge", "bridge", "refused")
        yield "bridge\trefused"
        return
    for name in both:
        made = bridge(here[name], new_old.get(name), old_new.get(name), there[name])
        watch.met("edge", "bridge", "split" if made else "no index")
        yield line("bridge", *name, *((made.d, made.model, made.evidence) if made else (None, None, None)))
