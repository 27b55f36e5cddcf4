"""The roles of the fields of a rule, from C++, by which it is drawn, so that this package does not know rules by name."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from chiso.described import Described, is_default, known

if TYPE_CHECKING:
    from chiso import rules


def field_of(rule: Described, role: str) -> str | None:
    """The name of the first field of this role."""
    return next((name for name, of in rule._roles.items() if of == role), None)


def numbers_of(part: Described, role: str) -> list[Decimal]:
    """The numbers of this role in a rule and in its lists, except defaults."""
    out: list[Decimal] = []
    for field in known(type(part)).fields.values():
        value = getattr(part, field.name)
        if is_default(field, value):
            continue
        if isinstance(value, list):
            out += [number for each in value if isinstance(each, Described) for number in numbers_of(each, role)]
        elif isinstance(value, Described):
            out += numbers_of(value, role)
        elif part._roles.get(field.name) == role:
            out.append(Decimal(str(value)))
    return out


def parts_of(rule: rules.Rule) -> list[rules.Part] | None:
    """The parts of a rule that is made of rules."""
    name = field_of(rule, "parts")
    return None if name is None else getattr(rule, name)


def value_of(rule: Any) -> Any:
    """The number that the rule measures, as an expression; None if it measures none."""
    return rule.value if rule._roles.get("value") in ("value", "points") else None


def listed_options(rule: rules.Rule) -> list[str]:
    """The options that the rule gives points for, by name."""
    for name, role in rule._roles.items():
        if role == "points" and isinstance(getattr(rule, name), Mapping):
            return [*getattr(rule, name)]
    return []
