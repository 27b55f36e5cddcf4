"""A second model made of the first by edits as offices make them from year to year, and evidence for it (SPEC section 11)."""

import copy
import json
from dataclasses import dataclass
from fractions import Fraction

from .criteria import POLICY_WORDS
from .draw import decimal_text, num

COMPANION = ".not_applicable"
FIXED = ("unit", "block", "period", "track", "ranked")


@dataclass
class Second:
    """As `generate.Case`, beside it."""

    model: dict
    columns: list
    rows: list
    below: dict


def second(draw, case):
    """The second model and evidence of a case."""
    edit = Edit(draw, case)
    edit.run()
    edit.evidence()
    return Second(edit.model, edit.columns, edit.rows, case.below)


class Edit:
    """Edits a copy of a case's model; what they refer to and the limits of groups are mended afterwards."""

    def __init__(self, draw, case):
        self.draw = draw
        self.model = copy.deepcopy(case.model)
        self.model.pop("checks", None)
        self.columns, self.rows = case.columns[:], [row[:] for row in case.rows]
        self.unit = Fraction(1, 10 ** int(self.model.get("point_decimals", 6)))
        self.made = 0

    def run(self):
        """Some edits, none now and then."""
        draw = self.draw
        ways = {
            self.reweigh: 3,
            self.rename: 3,
            self.drop: 2,
            self.move: 3,
            self.add_leaf: 2,
            self.split: 1,
            self.merge: 1,
            self.new_rule: 2,
            self.new_condition: 2,
            self.new_policy: 2,
            self.scale: 3,
            self.unscale: 1,
            self.limit: 3,
            self.wrap: 1,
            self.choose: 1,
            self.tracks: 1,
            self.adjustments: 9,
            self.measure: 6,
            self.settings: 8,
        }
        for _ in range(draw.pick((0, 1, 1, 2, 3, 4, 6, 9))):
            draw.weighted(ways)()
        for node in self.model["criteria"]:
            self.mend(node)
        self.mend_references()

    # What there is.

    def nodes(self, criteria=None):
        """Every (list that it stands in, node), in pre-order."""
        criteria = self.model["criteria"] if criteria is None else criteria
        for node in criteria:
            yield criteria, node
            yield from self.nodes(node.get("criteria", []))

    def leaf(self):
        return self.draw.pick([(where, node) for where, node in self.nodes() if "criteria" not in node])

    def group(self):
        """A group, or None where there is none."""
        groups = [node for _, node in self.nodes() if "criteria" in node]
        return self.draw.pick(groups) if groups else None

    def entries(self):
        """Every (list, entry) of the adjustments."""
        return [(side["entries"], entry) for side in self.model.get("adjustments", {}).values() for entry in side["entries"]]

    def new_id(self):
        self.made += 1
        return f"new.{self.made}"

    def numbers(self):
        return [name for name, entry in self.model["measures"].items() if entry["type"] in ("count", "decimal")]

    def points(self):
        return num(self.draw.between(1, 9) * (self.unit if self.unit == 1 else self.unit * 10 ** self.draw.pick((0, 1))))

    def new_leaf(self, **members):
        names = self.numbers()
        rule = (
            {"type": "proportional", "value": self.draw.pick(names), "full_at": num(10)} if names else {"type": "yes_no", "value": "true"}
        )
        # A group that it comes into may have a condition that can be undefined.
        return {"id": self.new_id(), "points": self.points(), "rule": rule, "undefined": self.draw.pick(("zero", "full")), **members}

    def new_entry(self):
        return {key: value for key, value in self.new_leaf().items() if key != "undefined"}

    # The edits.

    def reweigh(self):
        """More points, so that the rule's own still fit."""
        _, node = self.leaf()
        points = Fraction(node["points"])
        node["points"] = num(points * 2 if points < 10**4 and self.draw.chance(0.5) else points + self.unit)

    def rename(self):
        _, node = self.draw.pick([*self.nodes(), *self.entries()])
        old = node["id"]
        node["id"], node["was"] = self.new_id(), [old] + self.draw.pick(([], ["gone"]))
        self.refer(old, node["id"])

    def refer(self, old, new):
        """Let the columns of stated points, tie-breaks and vetoes follow a new name."""
        self.columns = ["points." + new + name[len("points." + old) :] if stated_of(name, old) else name for name in self.columns]
        ranking, classes = self.model.get("ranking", {}), self.model.get("classes", {})
        if "tie_break" in ranking:
            ranking["tie_break"] = [new if entry == old else entry for entry in ranking["tie_break"]]
        for veto in classes.get("vetoes", []):
            if "criterion" in veto:
                named = veto["criterion"]
                veto["criterion"] = (
                    [new if name == old else name for name in named] if isinstance(named, list) else new if named == old else named
                )

    def drop(self):
        where, node = self.leaf()
        if len(where) > 1:
            where.remove(node)

    def move(self):
        """A leaf to another place, under the policy for undefined that it had."""
        where, node = self.leaf()
        if len(where) == 1:
            return
        undefined = self.inherited(node)
        where.remove(node)
        if undefined or "undefined" not in self.model:
            node["undefined"] = undefined or "zero"
        target = self.group() if self.draw.chance(0.7) else None
        criteria = target["criteria"] if target else self.model["criteria"]
        criteria.insert(self.draw.between(0, len(criteria)), node)

    def inherited(self, leaf):
        """The nearest policy for undefined on the groups above a leaf, if it has none of its own."""
        found = leaf.get("undefined")
        if found is None:
            for _, node in self.nodes():
                if "undefined" in node and any(one is leaf for _, one in self.nodes(node.get("criteria", []))):
                    found = node["undefined"]
        return found

    def add_leaf(self):
        target = self.group() if self.draw.chance(0.5) else None
        (target["criteria"] if target else self.model["criteria"]).append(self.new_leaf())

    def split(self):
        """One leaf becomes two that name it: neither is its match."""
        where, node = self.leaf()
        place = where.index(node)
        where[place : place + 1] = [self.new_leaf(was=[node["id"]]), self.new_leaf(was=[node["id"]])]

    def merge(self):
        """Two leaves of one place become one that names both."""
        where, node = self.leaf()
        others = [other for other in where if "criteria" not in other and other is not node]
        if others:
            where.remove(others[0])
            where[where.index(node)] = self.new_leaf(was=[node["id"], others[0]["id"]])

    def new_rule(self):
        _, node = self.leaf()
        node["rule"] = self.new_leaf()["rule"]

    def new_condition(self):
        _, node = self.draw.pick(list(self.nodes()))
        names = list(self.model["measures"])
        if "applies_when" in node and self.draw.chance(0.5):
            del node["applies_when"]
        elif self.numbers() and self.draw.chance(0.5):
            node["applies_when"] = f"{self.draw.pick(self.numbers())} > 0"
        else:
            node["applies_when"] = f"not is_missing({self.draw.pick(names)})"

    def new_policy(self):
        name = self.draw.pick(("not_applicable", "missing"))
        _, node = self.draw.pick([*self.nodes(), (None, self.model)])
        node[name] = self.draw.pick(POLICY_WORDS[name])

    def scale(self):
        """A group is scaled, anew or to other points; one around it too, now and then."""
        group = self.group()
        if group is None:
            return
        for word in ("cap", "at_least", "one_of", "points"):
            group.pop(word, None)
        group["scale_to"] = self.points()
        if self.draw.chance(0.3):
            inner = group["criteria"]
            group["criteria"] = [{"id": self.new_id(), "scale_to": self.points(), "criteria": inner}]

    def unscale(self):
        group = self.group()
        if group is not None:
            group.pop("scale_to", None)

    def limit(self):
        """Limits of a group that is not scaled, often such as bite."""
        group = self.group()
        if group is None or "scale_to" in group or "one_of" in group:
            return
        total = sum(self.mend(node) for node in group["criteria"])
        for word in ("cap", "at_least"):
            group.pop(word, None)
            if self.draw.chance(0.6):
                quanta = int(total / self.unit)
                group[word] = num(self.unit * self.draw.between(max(1, quanta // 3), quanta))

    def wrap(self):
        """A leaf becomes a group of its name, or a group a leaf."""
        if self.draw.chance(0.5):
            where, node = self.leaf()
            inherited = {"undefined": node["undefined"]} if "undefined" in node else {}
            inner = {key: node[key] for key in ("points", "rule", "tracks") if key in node} | {"id": self.new_id()} | inherited
            outer = {key: value for key, value in node.items() if key not in ("points", "rule", "tracks")}
            where[where.index(node)] = outer | {"criteria": [inner]}
            return
        group = self.group()
        if group is not None and self.draw.chance(0.5):
            for word in ("criteria", "scale_to", "cap", "at_least", "one_of"):
                group.pop(word, None)
            group |= {word: value for word, value in self.new_leaf().items() if word != "id"}

    def choose(self):
        """A `one_of` of other children, or of the same in another order."""
        group = self.group()
        if group is None:
            return
        children = group["criteria"]
        if all("applies_when" in child for child in children):
            self.draw.shuffle(children)
        names = list(self.model["measures"])
        for child in children[:-1]:
            child.setdefault("applies_when", f"is_applicable({self.draw.pick(names)})")
        if not group.keys() & {"scale_to", "cap", "at_least"}:
            group["one_of"] = True

    def tracks(self):
        _, node = self.leaf()
        names = [track["id"] if isinstance(track, dict) else track for track in self.model.get("tracks", ["final"])]
        node["tracks"] = self.draw.some(names)

    def adjustments(self):
        sides = list(self.model.get("adjustments", {}).values())
        if not sides:
            side = {"cap": self.points(), "entries": [self.new_entry()]}
            self.model["adjustments"] = {self.draw.pick(("bonus", "penalty")): side}
            return
        side = self.draw.pick(sides)
        way = self.draw.random()
        if way < 0.4:
            side["cap"] = num(Fraction(side["cap"]) + self.unit)
        elif way < 0.6 and len(side["entries"]) > 1:
            side["entries"].pop(self.draw.between(0, len(side["entries"]) - 1))
        elif way < 0.8:
            side["entries"].append(self.new_entry())
        else:
            entry = self.draw.pick(side["entries"])
            entry["points"] = num(Fraction(entry["points"]) * 2)

    def measure(self):
        """A measure takes more than it did; a row has it, which the first model then refuses."""
        draw = self.draw
        bounded = [name for name in self.numbers() if "max" in self.model["measures"][name]]
        finer = [name for name in self.numbers() if self.can_be_finer(name)]
        if finer and draw.chance(0.3):
            name = draw.pick(finer)
            entry, row = self.model["measures"][name], draw.pick(self.rows)
            decimals = int(entry.get("decimals", 2)) + 1
            entry |= {"decimals": num(decimals), "excess": "round"}
            if any(row) and is_number(row[self.columns.index(name)]):
                row[self.columns.index(name)] = decimal_text(7 * Fraction(1, 10**decimals))
        elif bounded and draw.chance(0.5) and '"given"' not in json.dumps(self.model):
            name = draw.pick(bounded)
            entry = self.model["measures"][name]
            entry["max"] = num(Fraction(entry["max"]) + 1)
            row = draw.pick(self.rows)
            if any(row) and row[self.columns.index(name)].isdigit():
                row[self.columns.index(name)] = decimal_text(Fraction(entry["max"]))
        elif self.numbers():
            self.model["measures"][draw.pick(self.numbers())]["excess"] = "round"

    def can_be_finer(self, name):
        """Whether a decimal measure without bounds may have one decimal more, for all that stands in its column."""
        entry = self.model["measures"][name]
        cells = [row[self.columns.index(name)] for row in self.rows]
        plain = entry["type"] == "decimal" and not entry.keys() & {"min", "max", "excess"} and int(entry.get("decimals", 2)) < 9
        return plain and all(len(cell) <= 12 for cell in cells if is_number(cell))

    def settings(self):
        draw, publish = self.draw, self.model.setdefault("publish", {})
        if draw.chance(0.5):
            publish["may_exceed_100"] = not publish.get("may_exceed_100", False)
        elif self.unit > Fraction(1, 10**9) and not any(name.startswith("points.") for name in self.columns):
            # Stated points may have noise that only fewer decimals forgive.
            self.model["point_decimals"] = num(int(self.model.get("point_decimals", 6)) + 1)
            self.unit /= 10

    # Afterwards.

    def mend(self, node):
        """The points of a criterion, whose limits are brought within what its children have."""
        if "criteria" not in node:
            return Fraction(node["points"])
        each = [self.mend(child) for child in node["criteria"]]
        node.pop("points", None)
        if node.get("one_of") and not all("applies_when" in child for child in node["criteria"][:-1]):
            del node["one_of"]
        total = max(each) if "one_of" in node else sum(each)
        if "cap" in node:
            node["cap"] = num(min(total, Fraction(node["cap"])))
        total = Fraction(node.get("scale_to", node.get("cap", total)))
        if "at_least" in node:
            node["at_least"] = num(min(total, Fraction(node["at_least"])))
        return total

    def mend_references(self):
        """Drop what names criteria that are gone, and columns of stated points whose leaf is."""
        ids = {node["id"] for _, node in self.nodes()}
        leaves = {node["id"] for _, node in self.nodes() if "criteria" not in node}
        ranking, classes = self.model.get("ranking", {}), self.model.get("classes", {})
        if "tie_break" in ranking:
            ranking["tie_break"] = [entry for entry in ranking["tie_break"] if isinstance(entry, dict) or entry in ids]
        if "vetoes" in classes:
            classes["vetoes"] = [veto for veto in classes["vetoes"] if set(as_list(veto.get("criterion", []))) <= ids]
        gone = []
        for place, name in enumerate(self.columns):
            leaf = name.removeprefix("points.").removesuffix(COMPANION)
            if name.startswith("points.") and leaf not in leaves:
                gone.append(place)
        self.columns = [name for place, name in enumerate(self.columns) if place not in gone]
        self.rows = [[cell for place, cell in enumerate(row) if place not in gone] for row in self.rows]

    def evidence(self):
        """Other cells in some rows: those of another row, with their companions."""
        draw = self.draw
        names = [name for name in self.columns if name not in FIXED and not name.endswith(COMPANION)]
        for row in self.rows:
            if not any(row) or not draw.chance(0.5):
                continue
            other = draw.pick(self.rows)
            for name in draw.some(names, 1, 3):
                for place, column in enumerate(self.columns):
                    if column in (name, name + COMPANION):
                        row[place] = other[place]


def is_number(text):
    return text.removeprefix("-").replace(".", "", 1).isdigit()


def as_list(named):
    return named if isinstance(named, list) else [named]


def stated_of(column, leaf):
    return column in ("points." + leaf, "points." + leaf + COMPANION)
