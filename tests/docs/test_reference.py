"""Every public name of C++ has its documentation, enumerators too, which Doxygen does not ask for (docs/Doxyfile asks for the others)."""

import os
import pathlib
from xml.etree import ElementTree

FOLDER = pathlib.Path(os.environ["CHISO_DOXYGEN"]) / "xml"
DESCRIPTIONS = ("briefdescription", "detaileddescription", "inbodydescription")


def compounds():
    """The files, namespaces and classes that are not private."""
    for path in sorted(FOLDER.glob("*.xml")):
        for compound in ElementTree.parse(path).iterfind("compounddef"):
            if compound.get("prot") != "private":
                yield compound


def members():
    """What they have, by its qualified name, with its enumerators."""
    for compound in compounds():
        for member in compound.iter("memberdef"):
            if member.get("prot") == "private":
                continue
            name = member.findtext("qualifiedname") or member.findtext("name")
            yield name + (member.findtext("argsstring") or ""), member
            yield from ((f"{name}::{value.findtext('name')}", value) for value in member.iterfind("enumvalue"))


def is_told(element):
    return any("".join(part.itertext()).strip() for name in DESCRIPTIONS for part in element.iterfind(name))


def test_every_member_is_documented():
    told = {}
    for name, member in members():
        told[name] = told.get(name, False) or is_told(member)
    assert len(told) > 1500
    assert not [name for name, is_so in told.items() if not is_so]


def test_every_class_is_documented():
    classes = [compound for compound in compounds() if compound.get("kind") in {"class", "struct", "union"}]
    assert len(classes) > 200
    assert not [compound.findtext("compoundname") for compound in classes if not is_told(compound)]
