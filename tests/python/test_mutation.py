"""How mutants are written into a source, and that what tests/mutation/argued.txt argues is still there. The mutants themselves are tried by
tests/mutation/run."""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "tests/mutation"))

from mutants import LAYERS, OPERATORS, Mutant  # noqa: E402
from schemata import File, choose  # noqa: E402


def place(text, piece):
    start = text.index(piece)
    return start, start + len(piece)


def swapped(text, whole, left, symbol, right, operator):
    pieces = (place(text, left), b" " + symbol + b" ", place(text, right))
    return Mutant("f", *place(text, whole), operator, pieces, name=f"{operator} of {whole}")


def test_a_mutant_within_the_parts_of_another():
    text = b"if (a < b && c) f(); // <"
    inner = swapped(text, b"a < b", b"a", b"<=", b"b", "boundary")
    same = swapped(text, b"a < b", b"a", b">=", b"b", "comparison")
    outer = swapped(text, b"a < b && c", b"a < b", b"||", b"c", "logic")
    deleted = Mutant("f", *place(text, b"f()"), "deletion", (), form="statement", name="deleted")
    written = File(text, [deleted, outer, same, inner], {inner.name: 1, same.name: 2, outer.name: 3, deleted.name: 4}).written().decode()
    switched = re.sub(r"::chiso_mutation::on\((\d)\)", r"on\1", written)
    each = "(on1 ? ((a) <= (b)) : ((on2 ? ((a) >= (b)) : (a < b))))"
    assert switched == f"if ((on3 ? (({each}) || (c)) : ({each} && c))) if (on4) {{}} else f(); // <"


def test_a_condition_is_asked_as_a_truth():
    text = b"if (p) return;"
    negated = Mutant("f", 4, 5, "negation", (b"!(", (4, 5), b")"), form="truth", name="p")
    written = File(text, [negated], {"p": 0}).written()
    assert written == b"if ((::chiso_mutation::on(0) ? (static_cast<bool>(!((p)))) : static_cast<bool>(p))) return;"


def test_a_new_mutant_leaves_the_others_chosen():
    found = [
        Mutant(f"include/chiso/{layer}/a.hpp", 0, 1, operator, (), name=f"{layer} {operator} {number}")
        for layer in LAYERS
        for operator in OPERATORS
        for number in range(10)
    ]
    before = choose(found, 40, 15)
    assert [sum(one.layer == layer for one in before) for layer in LAYERS] == [40] * len(LAYERS)
    assert all(sum(one.operator == operator for one in before) == 25 for operator in OPERATORS)
    more = [*found, Mutant("include/chiso/core/a.hpp", 0, 1, "logic", (), name="one more")]
    assert len(set(choose(more, 40, 15)) - set(before)) <= 1
    assert set(choose(found, 40, 16)) != set(before)


def test_what_is_argued_is_still_there():
    reasons = None
    for line in (ROOT / "tests/mutation/argued.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            assert reasons != 0, f"no reason before: {line}"
            reasons = None
        elif line.startswith(" "):
            assert reasons is not None, f"a reason of nothing: {line}"
            reasons += 1
        else:
            reasons = 0
            name, _, rest = line.partition(": ")
            stands = re.sub(r" \(\d+\)$", "", rest.partition(" in: ")[2])
            lines = [each.strip() for each in (ROOT / name).read_text(encoding="utf-8").splitlines()]
            assert stands in lines, f"argued, but gone: {line}"
    assert reasons != 0
