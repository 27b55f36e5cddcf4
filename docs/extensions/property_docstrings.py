"""Napoleon takes what stands before a colon in the docstring of a property for its type. Here it is a part of the sentence."""

from sphinx.ext.napoleon.docstring import NumpyDocstring


def whole(self):
    return "", self.__class__(self._dedent(self._consume_to_end()), self._config).lines()


def setup(app):
    NumpyDocstring._consume_inline_attribute = whole
    return {"parallel_read_safe": True}
