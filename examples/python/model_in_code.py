"""A model written in Python, scored from columns; then the same columns with two bad cells, which are reported together with their places."""

import chiso
from chiso import rules

draft = chiso.Draft(
    id="one-stop",
    measures={"received": chiso.Measure("count"), "on_time": chiso.Measure("count"), "online": chiso.Measure("yes_no")},
    criteria=[
        chiso.Leaf(
            "promptness",
            7,
            rules.Proportional(value="min(100, percent(on_time, received))", full_at=100, floor=50),
            undefined="not_applicable",
        ),
        chiso.Leaf("portal", 3, rules.YesNo(value="online")),
    ],
)
model = draft.build()
columns = {
    "unit": ["An Bình", "Bình Minh", "Châu Thành"],
    "received": [200, 0, 120],
    "on_time": [199, 0, 90],
    "online": ["yes", "no", "yes"],
}

scores = model.score(columns)
for row in zip(*(scores.frame(sort="rank")[name] for name in ("rank", "unit", "index")), strict=True):
    print(*row)

try:
    model.score(columns | {"on_time": [199, None, 90.5], "online": ["yes", "perhaps", "yes"]})
except chiso.EvidenceError as error:
    print(error)
