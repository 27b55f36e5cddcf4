"""Long lines of code are broken where the page is narrow; but a block that shows a table stays as it is and scrolls, since its columns would come
apart. docs/style/chiso.css has the style of the class that is given here."""

import re

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

#: A rule between columns as the command line prints it, the border of a frame of polars, a row of a frame of pandas.
TABLE = re.compile(r"^-{3,}(?: +-{3,})+$|^┌|^\d+ {2,}\S", re.M)


class LongLines(SphinxPostTransform):
    default_priority = 500

    def run(self, **_):
        for block in self.document.findall(nodes.literal_block):
            if not TABLE.search(block.astext()):
                block["classes"].append("breaks-lines")


def setup(app):
    app.add_post_transform(LongLines)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
