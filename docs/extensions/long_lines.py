"""Long lines of code are broken where the page is narrow; but a block that shows a table stays as it is and scrolls, since its columns would come
apart. docs/style/chiso.css has the style of the class that is given here."""

import re

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

#: A line with three gaps, as in a scorecard or a frame; the border of a frame of polars.
TABLE = re.compile(r"^.*\S(?: {2,}\S+){3}|^┌", re.M)


class LongLines(SphinxPostTransform):
    default_priority = 500

    def run(self, **_):
        for block in self.document.findall(nodes.literal_block):
            if not TABLE.search(block.astext()):
                block["classes"].append("breaks-lines")


def setup(app):
    app.add_post_transform(LongLines)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
