"""Chooses mutants by a seed, and writes them all into a copy of the tree: each changed expression becomes a question which mutant is on, so
that one compilation holds them all."""

import hashlib
import re
import subprocess

from mutants import LAYERS, OPERATORS

SWITCH = re.compile(rb"::chiso_mutation::on\((\d+)\)")


def order(seed, mutant):
    return hashlib.sha256(f"{seed} {mutant.name}".encode()).digest()


def choose(found, a_layer, seed):
    """So many of each layer, its operators in turn: what one change of the source adds or takes away leaves the others chosen."""
    chosen = []
    for layer in LAYERS:
        by_operator = []
        for operator in OPERATORS:
            of_both = (one for one in found if one.operator == operator and one.layer == layer)
            by_operator.append(sorted(of_both, key=lambda one: order(seed, one), reverse=True))
        taken = []
        while len(taken) < a_layer and any(by_operator):
            taken += [rest.pop() for rest in by_operator if rest]
        chosen += taken[:a_layer]
    return chosen


class File:
    """The text of a file with the mutants in it; `numbers` are those of the chosen."""

    def __init__(self, text, mutants, numbers):
        self.text, self.numbers = text, numbers
        self.mutants = sorted(mutants, key=lambda one: (one.start, -one.end))

    def written(self):
        return self.between(0, len(self.text), self.mutants)

    def between(self, start, end, mutants):
        out, at = [], start
        while mutants:
            first = mutants[0]
            within = [one for one in mutants if one.start < first.end]
            out += [self.text[at : first.start], self.changed(first.start, first.end, within)]
            at, mutants = first.end, mutants[len(within) :]
        return b"".join([*out, self.text[at:end]])

    def changed(self, start, end, mutants):
        """The place of one or several mutants, with those of its parts."""
        here = [one for one in mutants if (one.start, one.end) == (start, end)]
        inner = [one for one in mutants if one not in here]
        text = self.between(start, end, inner)
        for mutant in sorted(here, key=lambda one: one.form == "statement"):
            on = b"::chiso_mutation::on(%d)" % self.numbers[mutant.name]
            if mutant.form == "statement":
                text = b"if (" + on + b") {} else " + text
                continue
            pieces = [piece if isinstance(piece, bytes) else b"(" + self.kept(*piece, inner) + b")" for piece in mutant.pieces]
            original = b"static_cast<bool>(" + text + b")" if mutant.form == "truth" else b"(" + text + b")"
            changed = b"".join(pieces)
            if mutant.form == "truth":
                changed = b"static_cast<bool>(" + changed + b")"
            text = b"(" + on + b" ? (" + changed + b") : " + original + b")"
        return text

    def kept(self, start, end, mutants):
        return self.between(start, end, [one for one in mutants if start <= one.start and one.end <= end])


def written(root, mutants):
    """The texts of the files that mutants are in."""
    numbers = {one.name: number for number, one in enumerate(mutants)}
    texts = {}
    for name in sorted({one.file for one in mutants}):
        texts[name] = File((root / name).read_bytes(), [one for one in mutants if one.file == name], numbers).written()
    return texts


def impossible(root, texts, parse):
    """The numbers of mutants that do not compile, by what clang says of the written texts."""
    bad, elsewhere = set(), []
    lines = {str(root / name): text.split(b"\n") for name, text in texts.items()}
    for found in parse(root, {name: text.decode() for name, text in texts.items()}).diagnostics:
        if found.severity < 3:
            continue
        numbers = set()
        for each in [found, *found.children]:
            place = each.location
            if not numbers and place.file is not None and place.file.name in lines:
                numbers = {int(number) for number in SWITCH.findall(lines[place.file.name][place.line - 1])}
        bad |= numbers
        if not numbers:
            elsewhere.append(str(found))
    if elsewhere and not bad:  # else they follow from the others
        raise SystemExit("clang says of the mutated source, where no mutant is:\n" + "\n".join(elsewhere[:5]))
    return bad


def possible(root, found, a_layer, seed, parse):
    """The chosen mutants and the texts with them, without those that do not compile."""
    found = list(found)
    while True:
        mutants = choose(found, a_layer, seed)
        texts = written(root, mutants)
        bad = impossible(root, texts, parse)
        if not bad:
            return mutants, texts
        dropped = {mutants[number].name for number in bad}
        print(f"{len(dropped)} mutants do not compile; others are chosen", *sorted(dropped), sep="\n  ", flush=True)
        found = [one for one in found if one.name not in dropped]


def copy(root, target, texts):
    """Writes the tree with the mutants; a file that is the same already keeps its date."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=root, capture_output=True, check=True
    )
    names = set(listed.stdout.decode().split("\0")) - {""}
    for path in [path for path in target.rglob("*") if path.is_file() and str(path.relative_to(target)) not in names]:
        path.unlink()
    for name in sorted(names):
        source, copied = root / name, target / name
        if not source.is_file():
            continue
        data = texts.get(name) or source.read_bytes()
        if not copied.is_file() or copied.read_bytes() != data:
            copied.parent.mkdir(parents=True, exist_ok=True)
            copied.write_bytes(data)
            copied.chmod(source.stat().st_mode)
