"""What C++ binds says its signature in its docstring, with types. Here it is written as those of Python are: without them, and without `self`."""

import ast


def as_in_python(app, what, name, of, options, signature, returned):
    if not (signature or "").startswith("(self: chiso._core."):
        return None
    (function,) = ast.parse(f"def f{signature}: ...").body
    arguments = function.args
    arguments.args = arguments.args[1:]
    for one in (*arguments.args, *arguments.kwonlyargs):
        one.annotation = None
    return f"({ast.unparse(arguments)})", None


def setup(app):
    app.connect("autodoc-process-signature", as_in_python)
    return {"parallel_read_safe": True}
