"""What the oracle knows of SPEC and the C++ does not yet.

The oracle's own tests judge it; random cases make none of it, and results that C++ programs do not print are not compared. A word goes from
here with the C++ that it waits for.
"""

AHEAD = frozenset({"coverage"})
#: The fields of a line of results that wait, by its first word: their places from the end.
FIELDS = {"row": {-2}, "node": {-1}}
#: The (kind, first word) of pairs that wait.
PAIRS = {("edge", "coverage")}


def waits(pair):
    """Whether no case can meet this pair yet."""
    return pair[:2] in PAIRS


def printed(line):
    """A line of results as the C++ programs print it."""
    fields = line.split("\t")
    waiting = FIELDS.get(fields[0], ())
    return "\t".join(field for place, field in enumerate(fields) if place - len(fields) not in waiting)
