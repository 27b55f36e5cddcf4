"""Docstrings tell what a caller must know: each parameter, what a call gives that the annotation does not say, and the errors that are raised.

The sections are those of numpydoc. Every public name is looked at: all of `chiso` and its public modules, with the members of classes. Nobody
calls a class whose docstring says what it is made by. Fields of named tuples and members of enumerations have docstrings of their own, below
them; what is bound in C++ has a signature in its first line.
"""

import ast
import enum
import functools
import importlib
import inspect
import re
import textwrap

import pytest
from chiso import arguments

MODULES = ["chiso", "chiso.rules", "chiso.plot", "chiso.integrations.duckdb", "chiso.integrations.polars", "chiso.integrations.spark"]
HEADING = re.compile(r"^(\w[\w ]*)\n-{3,}$", re.M)
#: Errors of Python for what is no argument at all, such as a number where a card belongs: annotations say it.
OF_ARGUMENTS = {"TypeError", "AttributeError"}


def members(thing):
    """The public members of a class that are of chiso, not of the tuples, numbers and exceptions that it may derive from."""
    for name in dir(thing):
        base = next((base for base in thing.__mro__ if name in vars(base)), thing)
        value = inspect.getattr_static(thing, name)
        function = value.__func__ if isinstance(value, classmethod | staticmethod) else value
        is_told = inspect.isroutine(function) or isinstance(function, property | functools.cached_property)
        if not name.startswith("_") and base.__module__.startswith("chiso") and is_told:
            yield name, function


def public():
    for module in MODULES:
        imported = importlib.import_module(module)
        for name in getattr(imported, "__all__", None) or [name for name in vars(imported) if not name.startswith("_")]:
            thing = getattr(imported, name)
            if inspect.ismodule(thing) or not getattr(thing, "__module__", "").startswith("chiso" if module == "chiso" else module):
                continue
            yield f"{module}.{name}", thing
            if inspect.isclass(thing):
                yield from ((f"{module}.{name}.{member}", value) for member, value in members(thing))


PUBLIC = dict(public())
assert len(PUBLIC) > 350


def doc_of(name):
    """The docstring by section; what comes before the first one is under an empty heading."""
    parts = HEADING.split(inspect.getdoc(PUBLIC[name]) or "")
    return {"": parts[0]} | dict(zip(parts[1::2], parts[2::2]))


def named(section):
    """The names that the entries of a section begin with: `block, period : str` has two."""
    entries = re.findall(r"^(\S.*?)(?: ?: .*)?$", section, re.M)
    return {name.strip("`* ") for entry in entries for name in entry.split(",")}


def is_record(thing):
    return inspect.isclass(thing) and (hasattr(thing, "_fields") or issubclass(thing, enum.Enum))


def parameters(name):
    """What a caller may pass, by name."""
    thing = PUBLIC[name]
    is_called = not (isinstance(thing, property) or is_record(thing))
    if inspect.isclass(thing) and ("Made by" in doc_of(name)[""] or issubclass(thing, BaseException)):
        is_called = False
    try:
        names = inspect.signature(thing).parameters if is_called else ()
    except (TypeError, ValueError):
        return []
    return [name for name in names if name not in {"self", "cls"} and not name.startswith("_")]


@pytest.mark.parametrize("name", [name for name in PUBLIC if parameters(name)])
def test_each_parameter_is_told(name):
    assert set(parameters(name)) <= named(doc_of(name).get("Parameters", "") + doc_of(name).get("Attributes", ""))


@pytest.mark.parametrize("name", PUBLIC)
def test_it_is_told_what_it_is(name):
    first, _, more = doc_of(name)[""].partition("\n")
    is_bound = re.match(r"\w+\(.*\) -> ", first)  # pybind11 writes the signature
    assert more.strip() if is_bound else first


def field_docs(thing):
    """The docstrings below the fields of a named tuple, or below the members of an enumeration."""
    (body,) = (node.body for node in ast.parse(textwrap.dedent(inspect.getsource(thing))).body)
    for field, below in zip(body, [*body[1:], None]):
        targets = [field.target] if isinstance(field, ast.AnnAssign) else field.targets if isinstance(field, ast.Assign) else []
        for target in targets:
            is_told = isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant) and isinstance(below.value.value, str)
            yield target.id, is_told


@pytest.mark.parametrize("name", [name for name in PUBLIC if is_record(PUBLIC[name])])
def test_each_field_is_told(name):
    fields = dict(field_docs(PUBLIC[name]))
    assert fields and all(fields.values()), [field for field, is_told in fields.items() if not is_told]


def code_of(function):
    """The syntax tree of a function of chiso, and what its names mean."""
    function = inspect.unwrap(function)
    if not inspect.isfunction(function) or not function.__module__.startswith("chiso") or function.__code__.co_filename == "<string>":
        return None  # of another library, of C++, or written by `dataclass`
    return ast.parse(textwrap.dedent(inspect.getsource(function))), function.__globals__


def raised(function, of=None, seen=()):
    """The errors that a function raises by name, and those of the functions and private methods of chiso that it calls. `of` is the class."""
    code = code_of(function)
    if code is None or function in (*seen, arguments._utf8):  # half of a surrogate pair is no name
        return set()
    tree, known = code
    out = set()

    def callee(called):
        if isinstance(called, ast.Name):
            return known.get(called.id)
        if isinstance(called, ast.Attribute) and getattr(called.value, "id", "") in {"self", "cls"} and of is not None:
            method = inspect.getattr_static(of, called.attr, None)
            return method.__func__ if isinstance(method, classmethod | staticmethod) else method
        return None

    def walk(node, caught):
        if isinstance(node, ast.Try):
            handled = {
                name.id for handler in node.handlers if handler.type for name in ast.walk(handler.type) if isinstance(name, ast.Name)
            }
            for part in node.body:
                walk(part, caught | handled)
            for part in (*node.handlers, *node.orelse, *node.finalbody):
                walk(part, caught)
            return
        if isinstance(node, ast.Raise) and node.exc is not None:
            thrown = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
            if isinstance(thrown, ast.Name) and thrown.id[:1].isupper():
                out.update({thrown.id} - caught)
        if isinstance(node, ast.Call):
            out.update(raised(callee(node.func), of, (*seen, function)) - caught)
        for part in ast.iter_child_nodes(node):
            walk(part, caught)

    walk(tree, set())
    return out - OF_ARGUMENTS


def errors(name):
    thing = PUBLIC[name]
    owner = PUBLIC.get(name.rpartition(".")[0])
    if inspect.isclass(thing) and "Made by" in doc_of(name)[""]:
        return set()
    function = thing.fget if isinstance(thing, property) else vars(thing).get("__init__") if inspect.isclass(thing) else thing
    return raised(function, thing if inspect.isclass(thing) else owner)


@pytest.mark.parametrize("name", [name for name in PUBLIC if errors(name)])
def test_each_error_is_told(name):
    assert errors(name) <= named(doc_of(name).get("Raises", ""))


def gives_anything(name):
    """Whether the annotation does not say what a call gives: a data frame, of whatever kind."""
    thing = PUBLIC[name]
    return inspect.isfunction(thing) and thing.__annotations__.get("return") in {"Any", "Any | None"}


@pytest.mark.parametrize("name", [name for name in PUBLIC if gives_anything(name)])
def test_what_a_call_gives_is_told(name):
    assert "Returns" in doc_of(name)
