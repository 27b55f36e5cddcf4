"""The Python of the README and of the pages that begin the site prints what they show."""

import doctest
import os
import re

import pytest
from conftest import ROOT


@pytest.mark.parametrize("page", ["README.md", "docs/index.md", "docs/vi/index.md", "docs/guide/weights.md", "docs/guide/language.md"])
def test_the_python_of_the_page_runs(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    blocks = re.findall(r"```pycon\n(.*?)```", text, re.S)
    assert blocks
    before = os.getcwd()
    os.chdir(ROOT)
    try:
        names = {}
        for place, block in enumerate(blocks):
            test = doctest.DocTestParser().get_doctest(block, names, f"block {place}", page, 0)
            assert test.examples
            assert doctest.DocTestRunner().run(test, clear_globs=False).failed == 0
            names |= test.globs
    finally:
        os.chdir(before)
