"""What the oracle knows of SPEC and the C++ does not yet.

The oracle's own tests judge it; random cases make none of it, and results that C++ programs do not print are not compared. A word goes from
here with the C++ that it waits for.
"""

AHEAD = frozenset({"quotas", "requires", "tables", "values that break ties"})
#: The fields at the end of a line of results, by its first word, that wait.
FIELDS = {"row": 1}
#: The (kind, first word) of pairs that wait, and whole pairs of other kinds.
PAIRS = {("edge", "rows"), ("class", "requires")}
KINDS = {"quota", "tie_break"}
EXPRESSIONS = {"rows_sum", "rows_mean", "rows_min", "rows_max", "rows_count"}
SINGLE = {
    ("edge", "tie", "broken by a value, ascending"),
    ("edge", "tie", "broken by a value, descending"),
    ("edge", "tie", "broken by having a value"),
}


def waits(pair):
    """Whether no case can meet this pair yet."""
    return pair[:2] in PAIRS or pair[0] in KINDS or (pair[0] == "expression" and pair[1] in EXPRESSIONS) or pair in SINGLE


def printed(line):
    """A line of results as the C++ programs print it."""
    word = line.split("\t", 1)[0]
    return "\t".join(line.split("\t")[: -FIELDS[word]]) if word in FIELDS else line
