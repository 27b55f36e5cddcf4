"""The README's Python prints what it shows."""

import doctest
import os
import re

from conftest import ROOT


def test_the_python_of_the_readme_runs():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```pycon\n(.*?)```", text, re.S)
    assert blocks
    before = os.getcwd()
    os.chdir(ROOT)
    try:
        for place, block in enumerate(blocks):
            test = doctest.DocTestParser().get_doctest(block, {}, f"block {place}", "README.md", 0)
            assert test.examples
            assert doctest.DocTestRunner().run(test).failed == 0
    finally:
        os.chdir(before)
