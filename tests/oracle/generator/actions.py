"""Random actions and targets for one row of a case (SPEC 12): few enough that every set of them can be tried."""

import json
import re
from dataclasses import dataclass, field
from fractions import Fraction

from oracle.evidence import cell, tidy
from oracle.plans import Action
from oracle.states import NOT_APPLICABLE

from .draw import Draw, decimal_text

NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


@dataclass
class Asked:
    """A row by its place among the scores, actions with the texts that they set, and what is asked: (kind, target, how many, others)."""

    place: int
    actions: list
    texts: dict
    targets: list = field(default_factory=list)
    others: Fraction = Fraction(0)
    most: int = 1


def read_by_others(model):
    """The measures that something of a cohort may read: by name in any expression of one, and through parameters."""
    names = set()

    def look(value):
        if isinstance(value, dict):
            if value.get("type") == "target":
                names.update(NAME.findall(json.dumps(value, default=str)))
            for item in value.values():
                look(item)
        elif isinstance(value, list):
            for item in value:
                look(item)
        elif isinstance(value, str) and "cohort_" in value:
            names.update(NAME.findall(value))

    look(model)
    for name, parameter in model.get("parameters", {}).items():
        if name in names and "by" in parameter:
            names.add(parameter["by"])
    return names


def values_of(draw, case, name):
    """Texts that the measure takes: of its column, and not applicable."""
    columns = [tidy(column) for column in case.columns]
    if name not in columns:
        return []
    at = columns.index(name)
    return sorted({tidy(row[at]) for row in case.rows} - {""})


def asked(seed, number, case, model, scores, most=7):
    """Something to ask of a case, with so many actions at most; None where it has nothing that may be changed."""
    draw = Draw(f"{seed}/{number}/actions")
    off = read_by_others(case.model)
    texts = {name: values_of(draw, case, name) for name in model.measures if name not in off}
    names = [name for name, list_of in texts.items() if list_of]
    if not names:
        return None
    place = draw.between(0, len(scores) - 1)
    names = draw.sample(names, min(len(names), draw.between(1, 6) if most < 10 else len(names)))
    groups = draw.pick((["", ""], ["", "g"], ["", "", "g", "h"]))
    costs = draw.pick(([0, 1], [1, 2, 3], [Fraction(1, 2), 1, Fraction("2.25")], [0, 1, 1, 5, 10], [1]))
    actions, set_texts = [], {}
    for at in range(draw.between(1, most) if most < 10 else draw.between(most // 2, most)):
        id_ = f"a{draw.between(0, 9)}{at:02}"
        changes, own = {}, {}
        for name in draw.sample(names, min(len(names), draw.weighted({1: 6, 2: 3, 3: 1}))):
            text = "not_applicable" if draw.chance(0.12) else draw.pick(texts[name])
            value = NOT_APPLICABLE if text == "not_applicable" else cell({name: text}, name, model.measures[name])
            changes[name] = value
            own[name] = text
        actions.append(Action(id_, Fraction(draw.pick(costs)), draw.pick(groups), changes))
        set_texts[id_] = own
    made = Asked(place, actions, set_texts, others=draw.pick([Fraction(0)] * 3 + [Fraction(1, 2), Fraction(5), Fraction(40)]))
    made.most = draw.pick((1, 1, 2, 3, 5))
    return made


def give_targets(seed, number, made, model, indices):
    """Targets near what is reached; `indices` are those of all sets, of the empty one first."""
    draw = Draw(f"{seed}/{number}/targets")
    known = sorted({index for index in indices if index is not None})
    higher = [index for index in known if indices[0] is None or index > indices[0]]
    for _ in range(2):
        if known:
            about = draw.pick(higher if higher and draw.chance(0.8) else known)
            step = Fraction(1, 10 ** draw.pick((0, 2, 9)))
            number_ = about // step * step + draw.pick((0, 0, 1)) * step
            made.targets.append((draw.pick(("index", "published")), number_))
    made.targets.append(("rank", draw.between(1, 8)))
    if model.classes:
        ids = [band["id"] for band in model.classes.list_of(made.block)]
        made.targets.append(("class", draw.pick(ids)))
        # Those under a quota, which the others decide too.
        under = [("class", name) for name in ids if any(quota.class_id == name for quota in model.classes.quotas)]
        made.targets += [target for target in under if target not in made.targets]


def block_text(made, row):
    """The block `plans` of a case file."""
    lines = [f"row\t{row.unit}\t{row.period}\t{row.track}"]
    for action in made.actions:
        lines.append(f"action\t{action.id}\t{decimal_text(action.cost)}\t{action.group}")
        lines += [f"set\t{name}\t{text}" for name, text in made.texts[action.id].items()]
    others = decimal_text(made.others)
    for kind, target in made.targets:
        lines.append(f"{kind}\t{others}\t{made.most}\t{decimal_text(target) if isinstance(target, Fraction) else target}")
    lines.append(f"frontier\t{others}\t0")
    return "".join(line + "\n" for line in lines)
