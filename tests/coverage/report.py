"""Sums what llvm-cov exported in the form of lcov, writes what was not reached, and fails below the promised shares.

usage: report.py FOLDER EXPORTED"""

import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[2]
LINES, BRANCHES = 0.95, 0.90


class File:
    def __init__(self):
        self.lines, self.branches = {}, defaultdict(list)


def read(text):
    files, file = {}, None
    for record in text.splitlines():
        kind, _, value = record.partition(":")
        if kind == "SF":
            file = files.setdefault(str(Path(value).relative_to(ROOT)), File())
        elif kind == "DA":
            line, count = value.split(",")[:2]
            file.lines[int(line)] = max(int(count), file.lines.get(int(line), 0))
        elif kind == "BRDA":
            line, _, _, count = value.split(",")
            file.branches[int(line)].append(0 if count == "-" else int(count))
    return files


def main(folder, exported):
    files = read(Path(exported).read_text())
    missing, sums = [], [0, 0, 0, 0]
    for name in sorted(files):
        file = files[name]
        taken = [count > 0 for counts in file.branches.values() for count in counts]
        own = [sum(count > 0 for count in file.lines.values()), len(file.lines), sum(taken), len(taken)]
        sums = [a + b for a, b in zip(sums, own)]
        text = (ROOT / name).read_text().splitlines()
        for line in sorted(set(file.lines) | set(file.branches)):
            untaken = file.branches[line].count(0) if line in file.branches else 0
            if file.lines.get(line, 1) == 0:
                missing.append(f"{name}:{line}: line: {text[line - 1].strip()}")
            elif untaken:
                missing.append(f"{name}:{line}: {untaken} of {len(file.branches[line])} branches: {text[line - 1].strip()}")
    (Path(folder) / "missing.txt").write_text("\n".join(missing) + "\n")
    if 0 in sums:
        sys.exit("nothing was exported, or nothing was reached")
    lines, branches = sums[0] / sums[1], sums[2] / sums[3]
    print(f"coverage of {len(files)} files: {sums[0]} of {sums[1]} lines ({100 * lines:.1f} %), {sums[2]} of {sums[3]} branches ({100 * branches:.1f} %)")
    return 0 if lines >= LINES and branches >= BRANCHES else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
