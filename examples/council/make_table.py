#!/usr/bin/env python3
"""Writes table.csv: invented evidence of 20 communes in 2024 and 2025 for model.json; the same bytes come out on every run."""

import random
from pathlib import Path

SEED = 2138
UNITS = [f"Xã Ví dụ {place:02}" for place in range(1, 21)]
FALLS = "Xã Ví dụ 07"
COLUMNS = "unit period tasks tasks_done reports_late resolved on_time online complaints answered documents signed paid_online capital paid satisfied initiatives"


def number(value, decimals=0):
    return f"{value:.{decimals}f}".replace(".", ",")


def row(chance, unit, year, quality):
    """A row of a commune that does so well, from 0 to 1."""

    def share(spread=0.12):
        return min(1.0, max(0.0, quality + (chance.random() - 0.5) * spread))

    def part(of, low):
        return round(of * (low + (1 - low) * share()))

    tasks, resolved, complaints, documents = (
        int(low + chance.random() * (high - low)) for low, high in ((18, 40), (1500, 5200), (6, 30), (400, 1400))
    )
    capital = 0 if chance.random() < 0.12 else int(2 + chance.random() * 18) * 500
    return [
        unit,
        str(year),
        *map(str, (tasks, part(tasks, 0.6), int((1 - share()) * 4))),
        *map(str, (resolved, part(resolved, 0.9), part(resolved, 0.25))),
        *map(str, (complaints, part(complaints, 0.5), documents, part(documents, 0.6))),
        number(100 * share() * 0.85, 1),
        *map(number, (capital, part(capital, 0.5))),
        number(55 + 43 * share(), 1),
        str(int(share() * 2.4 + chance.random() * 0.6)),
    ]


def main():
    chance = random.Random(SEED)
    lines = [COLUMNS.split()]
    quality = {unit: 0.35 + 0.6 * chance.random() for unit in UNITS}
    quality[FALLS] = 0.8
    for year in (2024, 2025):
        for unit in UNITS:
            now = quality[unit] + (0 if year == 2024 else (chance.random() - 0.35) * 0.2)
            if unit == FALLS and year == 2025:
                now = 0.55
            lines.append(row(chance, unit, year, min(0.98, now)))
    text = "".join(";".join(line) + "\r\n" for line in lines)
    Path(__file__).with_name("table.csv").write_bytes(text.encode("utf-8"))


if __name__ == "__main__":
    main()
