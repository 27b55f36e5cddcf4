"""The oracle of chiso: SPEC once more, in Python, by people who did not read the C++.

Everything is computed row by row with whole numbers and `fractions.Fraction`; nothing is fast on purpose,
nothing is shared with the library. Models and tables are taken to be valid.
"""
