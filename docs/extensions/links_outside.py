"""Links from a page to files of the repository that are no pages of the site: models, tables, headers, tests.

Sphinx copies such a file into the site, and the link leads to the copy, so it needs no network and shows what the page was written about.
This is what MyST does with files, but for Markdown outside docs (CONTRIBUTING.md), which it takes for a page that is absent. A folder cannot
be copied so: its name stands without a link. A path that is not in the repository stays what it is, and Sphinx warns of it.
"""

from pathlib import Path

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform


class LinksOutside(SphinxTransform):
    default_priority = 2  # before MyST looks for pages

    def apply(self, **_):
        for link in list(self.document.findall(addnodes.pending_xref)):
            if link.get("reftype") != "myst" or link["reftarget"].startswith("#"):
                continue
            name = link["reftarget"].partition("#")[0]
            path = Path(self.env.relfn2path(name, self.env.docname)[1]).resolve()
            if path.is_dir():
                link.replace_self(nodes.inline("", "", *link.children))
            elif path.is_file() and not path.is_relative_to(Path(self.env.srcdir).resolve()):
                copied = addnodes.download_reference(
                    "", "", *link.children, reftarget=name, refdoc=self.env.docname, reftype="myst", refdomain=None
                )
                link.replace_self(copied)


def setup(app):
    app.add_transform(LinksOutside)
    return {"parallel_read_safe": True}
