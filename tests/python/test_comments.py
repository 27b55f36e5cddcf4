"""Comments of headers, sources and the package refer to what a reader has: pages of docs that exist, with headings that they have."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted(
    path
    for folder in ("include", "src", "bindings")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in {".hpp", ".ipp", ".cpp", ".py", ".pyi", ".sh", ".cmake"} or path.name in {"CMakeLists.txt", "generate", "wheels"}
)
#: A page, and the heading in quotes that may follow: docs/guide/checks.md, "What was likely meant".
PAGE = re.compile(r"\b(docs/[\w/]+\.md)(?:,\s(?:\s*(?:///?|#)\s)?\"([^\"]+)\")?")


def test_no_comment_refers_to_a_document_that_the_repository_does_not_have():
    assert len(FILES) > 400
    assert not [str(path.relative_to(ROOT)) for path in FILES if re.search(r"\bSPEC\b", path.read_text(encoding="utf-8"))]


def text_of(path):
    """The text of a file, in which a comment that goes on in the next line is one line."""
    return re.sub(r"\n\s*(?:///?|#) ", " ", path.read_text(encoding="utf-8"))


NAMED = sorted({(page, heading) for path in FILES for page, heading in PAGE.findall(text_of(path))})


@pytest.mark.parametrize(("page", "heading"), NAMED)
def test_pages_that_comments_name_exist(page, heading):
    text = (ROOT / page).read_text(encoding="utf-8")
    assert not heading or re.search(rf"^#+ {re.escape(heading)}$", text, re.M)


def test_pages_are_named():
    assert len(NAMED) > 5
