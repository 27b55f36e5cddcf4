"""The invented communes: which units lead, which vetoes apply, and why one commune has its rank."""

import chiso

model = chiso.load_model("examples/models/commune_reform_index.json")
evidence = chiso.read_evidence("examples/data/communes.csv", model, decimal=",")
scores = model.score(evidence)

ranking = scores.frame(block="communes", period="2024", track="final", sort="rank", kind="dict")
for unit, rank, index, class_ in list(zip(ranking["unit"], ranking["rank"], ranking["index"], ranking["class"], strict=True))[:5]:
    print(f"{rank} {unit} {index:.2f} {class_}")

card = scores.card("Xã Mẫu 19")
print(f"\n{card.unit}: {card.index} %, rank {card.rank} of {card.ranked}. Where it lost most:")
leaves = [card[leaf.id] for leaf in model.leaves]
for line in sorted(leaves, key=lambda line: line.points - line.applicable)[:3]:
    print(f"  {line.id}: {line.points} of {line.applicable} points, {line.state}, {line.reason}")
