"""How Sphinx makes the site; `docs/build` runs it. The sources are this folder, where docs/generated is written anew each time."""

import os
import pathlib
import re
import sys

from pygments.lexers.special import TextLexer

FOLDER = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(FOLDER / "extensions"))

project = "chiso"
author = "The chiso authors"
build_header = (FOLDER.parent / "include/chiso/core/build.hpp").read_text(encoding="utf-8")
release = re.search(r'#define CHISO_VERSION "([^"]+)"', build_header)[1]
extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "breathe"]
extensions += ["bound_signatures", "headers_by_path", "links_outside", "long_lines", "problem_pages", "property_docstrings", "prose_tables"]
extensions += ["rule_pictures", "search_without_tone_marks"]
autodoc_preserve_defaults = True  # as they are written, not as objects
exclude_patterns = ["extensions", "requirements.txt"]
# Names that have no place of their own on the site: types of other libraries; in C++ macros, concepts and parameters of templates, which
# Breathe does not show, texts that rules are described by, and what Sphinx takes for a name in a default value.
nitpick_ignore = [("py:class", name) for name in ("numpy.ndarray", "Decimal", "optional", "NodeDifference")]
CPP = ("int64_t", "CHISO_VERSION", "Described", "Named", "none", "chiso::F", "as", "LevelRows", "phrases", "thing")
nitpick_ignore += [("cpp:identifier", name) for name in CPP]
nitpick_ignore_regex = [("cpp:identifier", "E(igen|IGEN)(::|_|$).*"), ("cpp:identifier", "phrases::.*")]

nb_execution_mode = "off"  # generate_pages has run them
myst_heading_anchors = 6  # links to headings are written as for a repository's own pages: #a-share-on-time
language = "en"

autodoc_member_order = "bysource"
autodoc_typehints = "none"  # the docstrings have the types, in words
napoleon_google_docstring = False
napoleon_use_param = napoleon_use_rtype = False  # these words are no links
autodoc_mock_imports = ["duckdb", "polars", "pyarrow", "pyspark"]
breathe_projects = {"chiso": os.environ["CHISO_DOXYGEN"] + "/xml"}
breathe_default_project = "chiso"
breathe_show_include = False  # each header is a section
suppress_warnings = ["duplicate_declaration.cpp"]  # every header opens the namespace

html_theme = "furo"
html_title = f"chiso {release}"
html_copy_source = False
html_static_path = ["style"]
html_css_files = ["chiso.css"]
html_show_copyright = False
html_show_sphinx = False
html_search_language = "en"


def name_language(app, pagename, templatename, context, doctree):
    """Says in a page of docs/vi that it is in Vietnamese, to browsers and to those who are read to."""
    if pagename.startswith("vi/"):
        context["language"] = "vi"


def setup(app):
    app.add_lexer("csv", TextLexer)  # Pygments has none for tables
    app.connect("html-page-context", name_language)
