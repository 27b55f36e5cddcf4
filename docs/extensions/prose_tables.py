"""Tables of prose are read row by row on a narrow screen, each cell below the other with the head of its column before it: side by side, cells of a few
letters' width would be left, or half of the table out of sight. docs/style/chiso.css has the styles of the classes that are given here. A table of figures
stays a table, and scrolls."""

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

#: A table of more columns than two that has a longer cell is prose.
LONGEST_FIGURES = 40


class ProseTables(SphinxPostTransform):
    default_priority = 500

    def run(self, **_):
        for table in self.document.findall(nodes.table):
            for head in table.findall(nodes.thead):
                heads = [entry.astext() for entry in head.findall(nodes.entry)]
                rows = [list(row.findall(nodes.entry)) for body in table.findall(nodes.tbody) for row in body.findall(nodes.row)]
                if len(heads) > 2 and any(len(entry.astext()) > LONGEST_FIGURES for row in rows for entry in row):
                    table["classes"].append("of-prose")
                    for row in rows:
                        self.name_cells(row, heads)

    def name_cells(self, row, heads):
        """Puts the head of its column into each cell that has a text, but the first, which names the row."""
        for entry, head in list(zip(row, heads))[1:]:
            if head and entry.astext():
                entry.insert(0, nodes.inline("", head, classes=["head-of-cell"]))


def setup(app):
    app.add_post_transform(ProseTables)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
