"""How tests/bench/include_time goes through the headers, with a compiler that costs nothing: what it says of each is said by running it."""

import importlib.machinery
import importlib.util
import pathlib
import re

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCRIPT = str(ROOT / "tests" / "bench" / "include_time")


@pytest.fixture()
def script(monkeypatch):
    monkeypatch.setattr("sys.argv", [SCRIPT])
    loader = importlib.machinery.SourceFileLoader("include_time", SCRIPT)
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("include_time", loader))
    loader.exec_module(module)
    return module


def told(script, monkeypatch, tmp_path, capsys, cost):
    """What is printed where a header costs cost(headers of chiso that it includes), and the headers that were compiled in each build."""
    asked = {"compiled": set(), "headers": set()}

    def compiled(root, source, flags):
        ours = re.findall("<(chiso/.*)>", source.read_text(encoding="utf-8"))
        if not ours:
            return 1.0, 0
        asked["headers" if flags else "compiled"].update(ours)
        return 1.0 + cost(len(script.included(ours[0], flags, set())[0])), 0

    monkeypatch.setattr(script, "compiled", compiled)
    script.told_headers(tmp_path)
    return capsys.readouterr().out, asked


def test_each_header_is_compiled_or_a_part_of_one_that_is_within_its_target(script, monkeypatch, tmp_path, capsys):
    said, asked = told(script, monkeypatch, tmp_path, capsys, lambda size: 0.01 * size - 0.005)
    for build, flags, target in (("compiled", [], 60), ("headers", script.HEADERS, 120)):
        names = {str(path.relative_to(ROOT / "include")) for path in (ROOT / "include/chiso").rglob("*.hpp")}
        names -= script.NOT_ALONE | {script.OF_EIGEN} | ({name for name in names if name.startswith("chiso/io")} if flags else set())
        sizes = {name: len(script.included(name, flags, set())[0]) for name in names}
        dear = {name for name, size in sizes.items() if size > target}
        assert dear and dear <= asked[build] < names
        assert f"each header, {build}: {len(dear)} of {len(names)} above" in said


def test_nothing_is_compiled_within_a_header_that_costs_little(script, monkeypatch, tmp_path, capsys):
    said, asked = told(script, monkeypatch, tmp_path, capsys, lambda size: 0)
    assert "chiso/chiso.hpp" in asked["headers"] and "chiso/rank/ranked.hpp" not in asked["headers"] | asked["compiled"]
    assert said.count(": 0 of ") == 2
