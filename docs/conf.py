"""How Sphinx makes the site; `docs/build` runs it. The sources are this folder, where docs/generated is written anew each time."""

import pathlib
import re
import sys

FOLDER = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(FOLDER / "extensions"))

project = "chiso"
author = "The chiso authors"
build_header = (FOLDER.parent / "include/chiso/core/build.hpp").read_text(encoding="utf-8")
release = re.search(r'#define CHISO_VERSION "([^"]+)"', build_header)[1]
extensions = ["myst_parser", "links_outside", "problem_pages", "search_without_tone_marks"]
exclude_patterns = ["extensions", "requirements.txt"]
suppress_warnings = []

myst_heading_anchors = 6  # links to headings are written as for a repository's own pages: #a-share-on-time
language = "en"

html_theme = "furo"
html_title = f"chiso {release}"
html_copy_source = False
html_show_sphinx = False
html_search_language = "en"


def setup(app):
    from pygments.lexers.special import TextLexer

    app.add_lexer("csv", TextLexer)  # Pygments has none for tables
