"""docs/guide/tables_and_pictures.md: its programs run as they stand there, with the output that it shows."""

import doctest
import os

import pytest
from conftest import ROOT


@pytest.mark.usefixtures("close_figures")
def test_its_examples_give_what_it_shows():
    page = ROOT / "docs" / "guide" / "tables_and_pictures.md"
    results = doctest.testfile(os.fspath(page), module_relative=False, encoding="utf-8")
    assert results.failed == 0 and results.attempted > 15
