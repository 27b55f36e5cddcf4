"""A picture behind the example of each rule. chiso writes the page, docs/guide/rules.md, where no picture is; docs/pictures.py draws them."""

import re

#: The heading of a rule, and what follows to the end of its example.
EXAMPLE = re.compile(r"^## (\w+)\n.*?^```json\n.*?^```\n", re.M | re.S)


def add_pictures(app, docname, source):
    if docname == "guide/rules":
        picture = "\n![The points that {0} gives in this example](../generated/rules/{0}.svg)\n"
        source[0] = EXAMPLE.sub(lambda found: found[0] + picture.format(found[1]), source[0])


def setup(app):
    app.connect("source-read", add_pictures)
    return {"parallel_read_safe": True}
