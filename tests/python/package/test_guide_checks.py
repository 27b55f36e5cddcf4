"""docs/guide/checks.md: its programs run as they stand there, with the output that it shows; its model and table are those of the command."""

import doctest
import os
import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[3]


def test_its_examples_give_what_it_shows(monkeypatch):
    monkeypatch.chdir(ROOT)
    results = doctest.testfile(os.fspath(ROOT / "docs" / "guide" / "checks.md"), module_relative=False, encoding="utf-8")
    assert results.failed == 0 and results.attempted > 25
