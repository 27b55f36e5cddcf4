"""Every rule has its twin in the oracle, its test and its section in the guide."""

import importlib
import pathlib
import re
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
RULE = ROOT / "include" / "chiso" / "rule"


def rule_types():
    out = []
    for header in re.findall(r"#include <chiso/rule/(\w+\.hpp)>", (RULE / "rule.hpp").read_text(encoding="utf-8")):
        out += re.findall(r'static constexpr std::string_view type = "(\w+)";', (RULE / header).read_text(encoding="utf-8"))
    return sorted(out)


TYPES = rule_types()


def oracle_rules():
    sys.path.insert(0, str(ROOT / "tests" / "oracle"))
    try:
        return importlib.import_module("oracle.rules").RULES
    finally:
        sys.path.pop(0)


def test_the_types_are_those_of_the_variant():
    """There is a type for each alternative; otherwise a rule whose header is not read here would go unnoticed."""
    variant = re.search(r"using AnyRule =\s*std::variant<([^>]*)>", (RULE / "rule.hpp").read_text(encoding="utf-8"))[1]
    assert len(TYPES) == len(variant.split(",")) == len(set(TYPES))


def test_the_oracle_knows_the_same_rules():
    assert sorted(oracle_rules()) == TYPES


@pytest.mark.parametrize("rule", TYPES)
def test_each_rule_has_a_test(rule):
    text = (ROOT / "tests" / "cpp" / "rule" / f"{rule}_test.cpp").read_text(encoding="utf-8")
    assert "LoadErrors" in text and len(re.findall(r"^TEST\(", text, re.M)) >= 2


@pytest.mark.parametrize("rule", TYPES)
def test_each_rule_has_a_section_in_the_guide(rule):
    text = (ROOT / "docs" / "guide" / "rules.md").read_text(encoding="utf-8")
    assert re.search(rf"^#+ .*`?\b{rule}\b`?", text, re.M)
