"""The reference of Python has what a class has, whichever class of the package, or of C++, it has it from."""

import os
import pathlib
import re

import chiso
import pytest
from chiso.described import Described

FOLDER = pathlib.Path(os.environ["CHISO_SITE"]) / "generated" / "python"
CLASSES = [name for name in chiso.__all__ if isinstance(getattr(chiso, name), type)]


@pytest.fixture(scope="module")
def told():
    return {name for page in FOLDER.glob("*.html") for name in re.findall(r'id="chiso\.([\w.]+)"', page.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("name", CLASSES)
def test_every_member_of_a_class_is_told(name, told):
    bases = [base for base in getattr(chiso, name).__mro__ if base.__module__.partition(".")[0] == "chiso" and base is not Described]
    members = {member: value for base in bases for member, value in vars(base).items() if not member.startswith("_")}
    have = {f"{name}.{member}" for member, value in members.items() if isinstance(value, property) or callable(value)}
    assert name in told and not have - told


def test_members_of_bound_classes_are_among_them(told):
    assert {"Scorecard.index", "ScoreLine.reason", "Criterion.points", "Cohorts.merge", "Scores.frame", "Model.weights"} <= told
