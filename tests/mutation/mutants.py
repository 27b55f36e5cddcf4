"""What a mutant is: one small change of the source."""

from dataclasses import dataclass

LAYERS = ("core", "expr", "rule", "score", "rank")
OPERATORS = ("boundary", "comparison", "arithmetic", "logic", "constant", "deletion", "negation", "result")


@dataclass(frozen=True)
class Mutant:
    """A change of file[start:end]. What stands there instead is in pieces: text, or the place of what is kept of the source. A truth is asked
    of the original as a bool; a statement is left out."""

    file: str
    start: int
    end: int
    operator: str
    pieces: tuple
    form: str = "expression"  # or "truth", "statement"
    name: str = ""

    @property
    def layer(self):
        return self.file.split("/")[2]
