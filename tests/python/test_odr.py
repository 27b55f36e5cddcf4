"""Every header in two units of one program, in opposite orders: nothing is defined twice, and no type means two things (the compiler compares
the types of both units when it links them)."""

import os
import pathlib
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
INCLUDE = ROOT / "include"
COMPILER = "g++"  # the only one that compares types at link time
# Templates that no unit calls are no symbols: each unit scores, so that what the headers define is there twice.
USE = """
std::optional<std::size_t> rank_by_{name}(const chiso::Scores& scores) {{ return chiso::ranks(scores).of(0); }}
chiso::Scores scored_by_{name}(const chiso::Model& model) {{
  return chiso::score(model, chiso::EvidenceBuilder(model).texts("unit", {{"A"}}).build());
}}
"""


def headers(build):
    names = sorted(str(path.relative_to(INCLUDE)) for path in INCLUDE.rglob("*.hpp"))
    return [name for name in names if build == "compiled" or not name.startswith("chiso/io")]


@pytest.mark.parametrize("build", ["compiled", "headers"])
def test_two_units_of_one_program(build, tmp_path):
    objects = []
    for name, order in [("a", 1), ("b", -1)]:
        unit = tmp_path / f"{name}.cpp"
        unit.write_text("".join(f"#include <{header}>\n" for header in headers(build)[::order]) + USE.format(name=name), encoding="utf-8")
        objects.append(str(tmp_path / f"{name}.o"))
        flags = ["-std=c++20", "-O0", "-fPIC", "-flto", f"-I{INCLUDE}", *(["-DCHISO_HEADER_ONLY"] if build == "headers" else [])]
        subprocess.run([COMPILER, *flags, "-c", str(unit), "-o", objects[-1]], check=True)
    said = subprocess.run(
        [COMPILER, "-shared", "-flto", "-Werror=odr", "-Werror=lto-type-mismatch", *objects, "-o", str(tmp_path / "both.so")],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "LC_ALL": "C"},
    )
    assert not said.returncode, said.stderr[-3000:]
