"""Sums what llvm-cov exported, writes what was not reached, and fails below the promised shares, or if a line is neither reached nor argued
in argued.txt, or both. A branch is a side of a condition at its place in the source, whatever template or program it is part of.

usage: report.py FOLDER LINES.lcov BRANCHES.json"""

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[2]
LINES, BRANCHES = 0.95, 0.90


def own_name(file):
    return str(Path(file).relative_to(ROOT))


def lines_of(text):
    """How often each line of each file was reached."""
    files, lines = {}, None
    for record in text.splitlines():
        kind, _, value = record.partition(":")
        if kind == "SF":
            lines = files.setdefault(own_name(value), {})
        elif kind == "DA":
            line, count = map(int, value.split(",")[:2])
            lines[line] = max(count, lines.get(line, 0))
    return files


def branches_of(exported):
    """How often each condition was true and false, by its place: of all instances of a template together."""
    files = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    for file in exported["data"][0]["files"]:
        for line, column, to_line, to_column, true, false, *_ in file["branches"]:
            sides = files[own_name(file["filename"])][line, column, to_line, to_column]
            sides[0] += true
            sides[1] += false
    return files


def argued(text):
    """`file: the line itself` by line, with the reason below it, indented."""
    return Counter(line for line in text.splitlines() if line and not line.startswith(("#", " ")))


def main(folder, lcov, branches_json):
    lines = lines_of(Path(lcov).read_text(encoding="utf-8"))
    branches = branches_of(json.loads(Path(branches_json).read_text(encoding="utf-8")))
    source = {name: (ROOT / name).read_text(encoding="utf-8").splitlines() for name in sorted(set(lines) | set(branches))}
    missing = [
        f"{name}: {source[name][line - 1].strip()}" for name in sorted(lines) for line, count in sorted(lines[name].items()) if count == 0
    ]
    missing = [line for line in missing if not line.endswith((": }", ": #endif"))]  # the end of what is not reached
    untaken = [
        f"{name}:{place[0]}:{place[1]}: never {'true' if side == 0 else 'false'}: {source[name][place[0] - 1].strip()}"
        for name in sorted(branches)
        for place, sides in sorted(branches[name].items())
        for side in (0, 1)
        if sides[side] == 0
    ]
    (Path(folder) / "missing.txt").write_text("\n".join(missing + untaken) + "\n", encoding="utf-8")
    all_lines, reached = sum(map(len, lines.values())), sum(count > 0 for file in lines.values() for count in file.values())
    all_sides = 2 * sum(map(len, branches.values()))
    if 0 in (reached, all_sides):
        sys.exit("nothing was exported, or nothing was reached")
    taken = all_sides - len(untaken)
    known = argued((ROOT / "tests/coverage/argued.txt").read_text(encoding="utf-8"))
    wrong = [f"neither reached nor argued: {line}" for line in (Counter(missing) - known)] + [
        f"argued, but reached: {line}" for line in (known - Counter(missing))
    ]
    print(
        "\n".join(
            wrong
            + [
                f"coverage of {len(source)} files: {reached} of {all_lines} lines ({100 * reached / all_lines:.1f} %), "
                f"{taken} of {all_sides} sides of branches ({100 * taken / all_sides:.1f} %)"
            ]
        )
    )
    return 1 if wrong or reached < LINES * all_lines or taken < BRANCHES * all_sides else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
