"""What the oracle knows and the C++ programs do not print yet: the one switch of the random comparison.

Each entry is a section of `oracle.results.SECTIONS`, whose lines README.md describes. While it stands here, its lines are not
expected of programs, and cases lack what it alone needs (`checks`: the model's key and the slips in its table; `second`: the
second model with its evidence). Take an entry away when the programs print its lines.
"""

AHEAD = ()
