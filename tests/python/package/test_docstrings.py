"""The examples of docstrings run, and every public name has one."""

import doctest
import importlib
import inspect
import os
import pkgutil

import chiso
import pytest
from conftest import ROOT

MODULES = sorted(
    module.name for module in pkgutil.walk_packages(chiso.__path__, "chiso.") if not module.name.endswith(("_core", "__main__"))
)


@pytest.fixture
def at_the_root():
    before = os.getcwd()
    os.chdir(ROOT)
    yield
    os.chdir(before)


@pytest.mark.parametrize("name", ["chiso", *MODULES])
def test_examples_in_docstrings_run(name, at_the_root):
    module = importlib.import_module(name)
    flags = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
    failed, _ = doctest.testmod(module, optionflags=flags, extraglobs={"chiso": chiso})
    assert failed == 0


def public():
    for name in chiso.__all__:
        thing = getattr(chiso, name)
        if inspect.isclass(thing) or inspect.isfunction(thing):
            yield name, thing
            for member in dir(thing):  # those of a class of C++, too, from which it derives
                value = inspect.getattr_static(thing, member)
                if not member.startswith("_") and (inspect.isroutine(value) or isinstance(value, property | classmethod | staticmethod)):
                    yield f"{name}.{member}", value


@pytest.mark.parametrize(("name", "thing"), [pytest.param(*pair, id=pair[0]) for pair in public()])
def test_public_names_are_documented(name, thing):
    assert inspect.getdoc(thing), f"{name} has no docstring"
