"""Links from a page to files of the repository that are no pages of the site: models, tables, headers, tests.

Sphinx copies such a file into the site, and the link leads to the copy, so it needs no network and shows what the page was written about.
MyST asks for this with files, but takes Markdown outside docs (CONTRIBUTING.md) for a page that is absent. A folder cannot be copied so: its
name stands without a link. The notebooks are pages of the site, made of the files (docs/generate_pages). A path that is not in the repository
stays what it is, and Sphinx warns of it.
"""

import os.path
from pathlib import Path

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform


class LinksOutside(SphinxTransform):
    default_priority = 2  # before MyST looks for pages

    def apply(self, **_):
        docs = Path(self.env.srcdir).resolve()
        here = Path(self.env.doc2path(self.env.docname)).resolve().parent
        for link in list(self.document.findall(addnodes.pending_xref)):
            if link.get("reftype") != "myst" or link["reftarget"].startswith("#"):
                continue
            if link["refdomain"] == "doc":  # Markdown or a notebook that is there, named without its ending
                paths = [docs / f"{link['reftarget']}{ending}" for ending in (".md", ".ipynb")]
                path = next((path for path in paths if path.is_file()), paths[0])
            else:
                path = Path(os.path.normpath(here / link["reftarget"].partition("#")[0]))
            if path.parent == docs.parent / "examples" / "notebooks":
                link["reftarget"] = f"generated/notebooks/{path.stem}"
            elif path.is_dir():
                link.replace_self(nodes.inline("", "", *link.children))
            elif path.is_file() and not path.is_relative_to(docs):
                target = os.path.relpath(path, here)
                link.replace_self(addnodes.download_reference("", "", *link.children, reftarget=target, refdoc=self.env.docname))


def setup(app):
    app.add_transform(LinksOutside)
    return {"parallel_read_safe": True}
