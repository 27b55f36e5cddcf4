"""The Python of the guides that have no test of their own prints what they show. Its blocks go on from one another; that of Spark needs a Java runtime."""

import doctest
import re

import pytest
from conftest import ROOT

PAGES = ["first_index", "tables", "ranks", "computing", "coming_from"]


def failures(page, names, monkeypatch):
    monkeypatch.chdir(ROOT)
    blocks = re.findall(r"```pycon\n(.*?)```", (ROOT / "docs" / "guide" / f"{page}.md").read_text(encoding="utf-8"), re.S)
    assert blocks
    test = doctest.DocTestParser().get_doctest("\n".join(blocks), names, page, f"docs/guide/{page}.md", 0)
    assert len(test.examples) >= 5
    return doctest.DocTestRunner().run(test).failed


@pytest.mark.parametrize("page", PAGES)
def test_the_python_of_the_page_runs(page, monkeypatch):
    assert failures(page, {}, monkeypatch) == 0


@pytest.mark.filterwarnings("default")  # those of Spark do not concern chiso
def test_tables_in_parts(spark, monkeypatch):
    assert failures("parts", {"spark": spark}, monkeypatch) == 0
