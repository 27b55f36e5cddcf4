"""Every pair that a run must meet, and every pair that no run can, with the reason."""

from ahead import AHEAD
from oracle.below import FUNCTIONS
from oracle.expression import STRICT
from oracle.rules import RULES

from .edges import EDGES as EDGES_OF_RULES

STATES = ("missing", "not_applicable", "undefined")

EDGES = EDGES_OF_RULES | {
    "and": [f"decided beside {state}" for state in STATES],
    "or": [f"decided beside {state}" for state in STATES],
    "clamp": ("below lo", "at lo", "inside", "at hi", "above hi", "lo = hi", "lo > hi"),
    "round": ("as it is", "half", "half below 0", "rounded", "rounded below 0", "lets cohort_sum divide", "lets cohort_mean divide"),
    "rows": (
        "of every track",
        "track blank",
        "of a fallback track",
        "of a table that was not given",
        "none",
        "some left out",
        "all left out",
        "inside previous",
        "inside cohort",
        *(f"{state} by a parameter{rows}" for state in ("missing", "not_applicable") for rows in ("", ", without rows")),
    ),
    "roster": ("a former name", "a present name that another unit bore", "no row in a period", "no row at all"),
    "days": ("below 0", "0", "above 0"),
    "date": [
        "year first",
        "day first",
        "29 February",
        *(f"of {word}" for word in ("if_else", "coalesce", "previous")),
        *(f"in {word}" for word in ("==", "!=", "<", "<=", ">", ">=", "is_missing", "is_applicable", "cohort_count")),
    ],
    "floor": ("whole", "below 0", "above 0"),
    "ceil": ("whole", "below 0", "above 0"),
    "applies_when": [f"makes {state}" for state in STATES]
    + ["missing over undefined", "not_applicable over missing", "not_applicable over undefined"],
    "leaf": ("whole quanta", "rounded", "half a quantum"),
    "scaled group": ("whole quanta", "rounded", "half a quantum"),
    "group": [kind + "nothing applies" for kind in ("", "scaled, ", "capped, ", "raised, ")],
    "capped group": [f"{word} {edge}" for word in ("achieved", "applicable") for edge in ("below the cap", "at the cap", "capped")],
    "raised group": ("raised to at_least", "raised to its applicable", "at at_least", "not raised"),
    "one_of": (
        "first child",
        "first child, incomplete",
        "later child",
        "later child, incomplete",
        "no child",
        "out, false",
        "out, not applicable",
        "a child without applicable",
        "stated points keep a child in",
        "stated points are not read",
    ),
    "stated points": [f"{how} {state}" for how in ("beside", "not applicable over") for state in ("scored", *STATES)],
    "bonus": ("below the cap", "at the cap", "capped"),
    "penalty": ("below the cap", "at the cap", "capped"),
    "scale": ("whole", "with decimals"),
    "coverage": ("none", "at the least", "above the least", "below the least", "below the least, else complete"),
    "index": ("held at 0", "held at 100", "above 100", "none", "none, beside adjustments"),
    "number": ("noise forgiven", "all the noise there may be", "rounded", "rounded at half"),
    "not applicable": ("text", "companion"),
    "block": ("column absent", "column blank"),
    "period": ("column absent", "column blank"),
    "track": ("column absent", "column blank"),
    "ranked": ("column absent", "column blank"),
    "fallback": (
        "row created",
        "from listed track 1",
        "from listed track 2",
        "not applicable counts as having",
        "of a measure",
        "of stated points",
    ),
    "previous": ("no row", "row made by fallback", "row filled by fallback"),
    "no rank": ("not ranked", "incomplete", "no index"),
    "tie": (
        "exact, of the same applicable",
        "exact, of different applicable",
        "broken by tie_break",
        "broken by a value, ascending",
        "broken by a value, descending",
        "broken by having a value",
        "published only, key exact",
        "published only, key published",
    ),
    "ties left": ("competition", "dense", "ordinal"),
    "averages": ("of some", "of nobody"),
}
POLICIES = {
    "not_applicable": ("exclude", "full", "zero", "other track"),
    "missing": ("incomplete", "zero", "exclude"),
    "undefined": ("zero", "full"),
    "undefined as missing": ("incomplete", "zero", "exclude"),
    "undefined as not_applicable": ("exclude", "full", "zero"),
}
STANDING = (
    "not_applicable exclude",
    "not_applicable full",
    "not_applicable zero",
    "missing incomplete",
    "missing zero",
    "missing exclude",
    "undefined zero",
    "undefined full",
)
OPERATORS = (
    "+",
    "-",
    "*",
    "/",
    "unary -",
    "==",
    "!=",
    "<",
    "<=",
    ">",
    ">=",
    "and",
    "or",
    "not",
    *STRICT,
    "if_else",
    "coalesce",
    "previous",
)
COHORT = ("cohort_max", "cohort_min", "cohort_sum", "cohort_mean")
VETO = {
    "when": [f"when {word}, below" for word in ("true", "false", *STATES)],
    "criterion": ("when true, below", "when true, not below", "on the number", "without an index"),
    "criteria": ("when true, below", "when true, not below"),
    "when and criterion": [f"when {word}, {side}" for word in ("true", "false", *STATES) for side in ("below", "not below")],
    "when and criteria": [f"when {word}, {side}" for word in ("true", "false", *STATES) for side in ("below", "not below")],
    "holds": ("and lowers", "without effect"),
    "at_least": ("reached", "exceeded", "one short", "not reached"),
}
PARAMETER = {
    "value": ("else",),
    "measure": ("its own", "else", "missing", "not_applicable"),
    "block": ("its own", "else", "missing"),
    "period": ("its own", "else"),
    "previous": ("of another row",),
    "cohort": ("of another row",),
}
QUOTA = (
    "nobody in the class",
    "not reached",
    "reached",
    "nobody may keep the class",
    "some may keep the class",
    "level across the edge",
    "beyond it with rows that an earlier one held back",
)


#: What only a section of the results meets, which a run meets where the section is not ahead of the programs.
SECTIONS = {
    "checks": {
        "check": {
            **dict.fromkeys(("relation", "stated"), ("held", "failed", "warned", *STATES)),
            "repeated": ("held", "failed", "warned", "missing", "not_applicable", "undefined"),
            "unusual": ("held", "failed", "warned", "too_few", *STATES),
            "rounded otherwise": ("half_even", "down", "up"),
            "sides": ("told", "not told"),
            "implied": ("numerators", "denominators", "a range", "none"),
            "spread": ("the median", "the mean", "0"),
        },
        "slip": {
            "of a check": ("none", "one", "several"),
            **dict.fromkeys(("swapped", "digit", "dropped", "added", "shifted"), ("repairs one", "repairs several")),
        },
    },
    "what_if": {"what_if": {"row": ("ranked", "not ranked")}, "step": {"number": ("up", "down")}},
    "lost": {"lost": dict.fromkeys(("rounding", "limits", "adjustments", "held"), ("some", "none"))},
    "comparison": {
        "term": {
            "leaf": ("stated", "applicability", "evidence"),
            "group": ("applicability",),
            **dict.fromkeys(("rounding", "limit", "bonus", "penalty", "bonus_cap", "penalty_cap", "held"), ("evidence",)),
        },
        "edge": {"part": ("opened", "opened inside another")},
    },
    "rank_change": {"rank_change": {"passed_by": ("moved", "entered"), "passed": ("moved", "left")}},
    "track_gap": {},
    "second": {
        "term": dict.fromkeys(("leaf", "group", "rounding", "limit", "bonus", "penalty", "bonus_cap", "penalty_cap", "held"), ("model",)),
        "edge": {
            "part": ("moved",),
            "former id": ("of one", "of several"),
            "bridge": ("split", "no index", "refused"),
        },
    },
}


def of(kind, pairs):
    """(kind, first, second) of {first: seconds}."""
    return [(kind, first, second) for first, seconds in pairs.items() for second in seconds]


def possible(ahead=AHEAD):
    """Every pair that a run must meet, without what is ahead of the programs."""
    result = of("rule", dict.fromkeys(RULES, ("value", *STATES)))
    result += of("leaf", dict.fromkeys(RULES, ("scored", "stated", *STATES)))
    result += of("entry", dict.fromkeys(("bonus", "penalty"), ("scored", *STATES)))
    parts = [f"{state} {effect}" for state in STATES for effect in ("zero", "full")]
    result += of("part", dict.fromkeys(("best_of", "sum_of", "deductions"), parts))
    result += of("policy", POLICIES)
    result += of("policy stands on", dict.fromkeys(("model", "group", "leaf"), STANDING))
    result += [("policy stands on", "default", "not_applicable exclude"), ("policy stands on", "default", "missing incomplete")]
    result += of("expression", dict.fromkeys(OPERATORS, ("value", *STATES)))
    result += of("expression", dict.fromkeys(COHORT, ("value", "missing")))
    result += of("expression", dict.fromkeys(("cohort_count", "is_missing", "is_applicable"), ("value",)))
    result += of("expression", dict.fromkeys(FUNCTIONS, ("value", "missing", "undefined")))
    result += of("edge", EDGES)
    result.append(("class", "published", "rounding decides"))
    result += of(
        "class",
        dict.fromkeys(("published", "exact", "points", "rank", "rank_share"), ("classed", "of the block", "on an end", "nothing to class")),
    )
    result.append(("class", "points", "below 0"))
    result += of("class", {"requires": ("true", "false", *STATES)})
    result += of("tie_break", dict.fromkeys(("ascending", "descending"), ("value", *STATES)))
    result += of("parameter", PARAMETER)
    result += of("veto", VETO)
    result += of("quota", dict.fromkeys(("of ranked rows", "of classes"), QUOTA))
    result += of("published", dict.fromkeys(("half_up", "half_even", "down"), ("as it is", "rounded", "exactly half")))
    for section, kinds in SECTIONS.items():
        if section not in ahead:
            result += [pair for kind, pairs in kinds.items() for pair in of(kind, pairs)]
    return result


def impossible():
    """{pair: why no run can meet it}."""
    result = {}
    for word in COHORT:
        for state in ("not_applicable", "undefined"):
            result["expression", word, state] = "cohort functions take the rows with a value; without any they are missing"
    for state in STATES:
        result["expression", "cohort_count", state] = "a count without rows is 0"
        for word in ("is_missing", "is_applicable"):
            result["expression", word, state] = "always true or false"
    for side in ("bonus", "penalty"):
        result["entry", side, "stated"] = "entries cannot be stated"
    for effect in ("zero", "full"):
        result["policy stands on", "default", f"undefined {effect}"] = "undefined has no default"
    for effect in ("full", "zero"):
        result["policy stands on", "default", f"not_applicable {effect}"] = "the default is exclude"
    for effect in ("zero", "exclude"):
        result["policy stands on", "default", f"missing {effect}"] = "the default is incomplete"
    for form, states, why in (
        ("value", STATES, "a number written once has no state"),
        ("period", STATES, "by period `else` is required"),
        ("block", STATES[1:], "only the unnamed block may be without a number, which is missing"),
        ("measure", ("undefined",), "a measure is never undefined"),
    ):
        for state in states:
            result["parameter", form, state] = why
    for rows in ("", ", without rows"):
        result["edge", "rows", f"undefined by a parameter{rows}"] = "a parameter is never undefined"
    for place in ("below", "above"):
        result["edge", "given", f"as it is: {place}"] = "its measure's min and max are inside 0..max"
    for edge in ("each: below max", "each: over max"):
        result["edge", "checklist", edge.replace("each", "share")] = "a share is never beyond max"
    return result
