"""The tree of criteria with its points, policies, conditions and tracks, and the adjustments (SPEC section 5)."""

from fractions import Fraction

from .draw import num

POLICY_WORDS = {
    "not_applicable": ("exclude", "full", "zero"),
    "missing": ("incomplete", "zero", "exclude"),
    "undefined": ("missing", "not_applicable", "zero", "full"),
}
MARKS = ["c", "1.", "TC-", "_", "muc_", "I."]
LABELS = [{"vi": "Cải cách thủ tục hành chính"}, "Chỉ đạo, điều hành", {"vi": "Thể chế", "en": "Institutions"}]


class Criteria:
    """Grows one model's criteria and entries; keeps the ids, and the leaves with their quanta."""

    def __init__(self, draw, rules, point_decimals, tracks):
        self.draw = draw
        self.rules = rules
        self.unit = 10**point_decimals
        self.tracks = tracks
        self.mark = draw.pick(MARKS)
        self.ids = []
        self.leaves = []
        self.points = 0
        self.style = draw.weighted({"small": 5, "halves": 3, "fine": 2, "tiny": 1, "large": 1})

    def new_id(self):
        self.ids.append(f"{self.mark}{len(self.ids) + 1}")
        return self.ids[-1]

    def leaf_quanta(self):
        """The points of a leaf, in quanta."""
        draw = self.draw
        if self.style == "tiny":
            return draw.between(1, 9)
        if self.style == "large":
            return draw.between(1, 20000) * self.unit
        if self.style == "fine":
            return draw.between(1, 5 * self.unit)
        if self.style == "halves" and self.unit > 1:
            return draw.between(1, 20) * self.unit // 2
        return draw.between(1, 5) * self.unit

    def policies(self, chance):
        return {name: self.draw.pick(words) for name, words in POLICY_WORDS.items() if self.draw.chance(chance)}

    def extras(self):
        """Notes that people may write on a criterion, which nothing reads."""
        draw, extras = self.draw, {}
        if draw.chance(0.1):
            extras["label"] = draw.pick(LABELS)
        if draw.chance(0.05):
            extras["number"] = "1.1"
        if draw.chance(0.03):
            extras["was"] = [f"old.{len(self.ids)}"]
        if draw.chance(0.03):
            extras["meta"] = {"any": [None, True, {"deep": num(Fraction(3, 2))}], "note": "giữ nguyên"}
        if draw.chance(0.03):
            extras["note"] = {"vi": 'Ghi chú\nhai dòng \\ "ngoặc"'}
        return extras

    def tree(self, leaves, inherited):
        """The `criteria` of the model with this many leaves. `inherited`: the model has an `undefined` policy."""
        made, self.points = self.children(leaves, 0, inherited, False)
        return made

    def children(self, leaves, depth, inherited, undefinable, one_of=False):
        """(list of criteria, their points in quanta): this many leaves, some of them in groups.

        Under `one_of` all but perhaps the last have a condition.
        """
        result, points = [], []
        while leaves > 0:
            if leaves > 1 and depth < 4 and self.draw.chance(0.55 if depth == 0 else 0.35):
                share = self.draw.between(1, leaves)
                leaves -= share
                made, quanta = self.group(share, depth, inherited, undefinable, 1 if one_of and leaves else 0.2)
            else:
                leaves -= 1
                made, quanta = self.leaf(inherited, undefinable, 1 if one_of and leaves else 0.2)
            result.append(made)
            points.append(quanta)
        return result, max(points) if one_of else sum(points)

    def condition(self, made, chance):
        """Perhaps an `applies_when`; True if it may be undefined."""
        if not self.draw.chance(chance):
            return False
        condition = self.rules.expressions.truth(self.draw.pick((0, 1, 1, 2)))
        made["applies_when"] = condition.text
        return condition.undefinable

    def group(self, leaves, depth, inherited, undefinable, condition):
        draw = self.draw
        made = {"id": self.new_id(), **self.extras(), **self.policies(0.12)}
        undefinable = self.condition(made, condition) or undefinable
        kind = draw.weighted({"scale_to": 6, "cap": 3, "one_of": 4 if leaves > 1 else 1, "points": 3, "": 6})
        children, quanta = self.children(leaves, depth + 1, inherited or "undefined" in made, undefinable, kind == "one_of")
        if kind == "scale_to":
            quanta = self.leaf_quanta()
        elif kind == "cap":
            quanta = draw.quanta(max(1, quanta // 3), quanta)
        if kind:
            made[kind] = True if kind == "one_of" else num(Fraction(quanta, self.unit))
        if kind not in ("scale_to", "one_of") and draw.chance(0.3):
            made["at_least"] = num(Fraction(draw.quanta(0, quanta), self.unit))
        made["criteria"] = children
        return made, quanta

    def leaf(self, inherited, undefinable, condition):
        made, quanta = self.scored({"id": self.new_id(), **self.extras(), **self.policies(0.15)}, self.leaf_quanta(), condition)
        undefinable = made.pop("undefinable") or undefinable
        if undefinable and not inherited and "undefined" not in made:
            made["undefined"] = self.draw.pick(POLICY_WORDS["undefined"])
        if self.draw.chance(0.2 if len(self.tracks) > 1 else 0.02):
            made["tracks"] = self.draw.some(self.tracks)
        self.leaves.append((made["id"], quanta))
        return made, quanta

    def scored(self, made, quanta, condition):
        """A leaf or entry with its points and rule; `undefinable` says whether either may be undefined."""
        undefinable = self.condition(made, condition)
        made["points"] = num(Fraction(quanta, self.unit))
        made["rule"] = self.rules.rule(quanta)
        made["undefinable"] = undefinable or self.rules.undefinable
        return made, quanta

    def adjustments(self):
        """Bonus and penalty, each with its cap; entries have no policies."""
        result = {}
        for side in ("bonus", "penalty"):
            if self.draw.chance(0.4):
                entries, total = [], 0
                for _ in range(self.draw.between(1, 3)):
                    entry, quanta = self.scored({"id": self.new_id(), **self.extras()}, self.leaf_quanta(), 0.3)
                    del entry["undefinable"]
                    entries.append(entry)
                    total += quanta
                cap = self.draw.quanta(max(1, total // 3), total + self.draw.between(0, 1))
                result[side] = {"cap": num(Fraction(cap, self.unit)), "entries": entries}
        return result
