"""The pages of problems, which chiso writes, stand below docs/problems/README.md, which it writes too; the site alone needs to be told so."""

TOCTREE = """

```{toctree}
:hidden:
:glob:

*
```
"""


def add_toctree(app, docname, source):
    if docname == "problems/README":
        source[0] += TOCTREE


def setup(app):
    app.connect("source-read", add_toctree)
    return {"parallel_read_safe": True}
