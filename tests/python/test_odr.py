"""Every header in two units of one program, in opposite orders: each header has the same text in both (so no type or function means two things),
and nothing is defined twice."""

import pathlib
import re
import subprocess

import pytest
from test_headers_alone import EIGEN, EVERY, OF_EIGEN

ROOT = pathlib.Path(__file__).resolve().parents[2]
INCLUDE = ROOT / "include"
# Functions of the headers are templates, so one that no unit calls has no symbol. Both units score, so that their definitions meet in the linker.
USE = """
std::optional<std::size_t> rank_by_{name}(const chiso::Scores& scores) {{ return chiso::ranks(scores).of(0); }}
chiso::Scores scored_by_{name}(const chiso::Model& model) {{
  return chiso::score(model, chiso::EvidenceBuilder(model).texts("unit", {{"A"}}).build());
}}
"""


def unit(build, name):
    names = sorted(str(path.relative_to(INCLUDE)) for path in INCLUDE.rglob("*.hpp"))
    names = [header for header in names if build == "compiled" or not header.startswith("chiso/io")]
    names = [header for header in names if EIGEN or header != OF_EIGEN]
    return "".join(f"#include <{header}>\n" for header in (names if name == "a" else names[::-1])) + USE.format(name=name)


def compiler(build, *arguments, text=None):
    flags = ["-std=c++20", "-O0", "-fPIC", f"-I{INCLUDE}", *EIGEN, *(["-DCHISO_HEADER_ONLY"] if build == "headers" else [])]
    run = subprocess.run(["g++", *flags, *arguments], input=text, text=True, capture_output=True, check=False)
    assert not run.returncode, run.stderr[-3000:]
    return run.stdout


def text_of_headers(build, name):
    """The preprocessed text of every header of the library."""
    texts, now = {}, None
    for line in compiler(build, "-E", "-x", "c++", "-", text=unit(build, name)).splitlines():
        if marker := re.match(r'# \d+ "(.*?)"', line):
            now = marker[1]
        elif now and now.startswith(str(INCLUDE)) and line.strip():
            texts.setdefault(now, []).append(line)
    return texts


@pytest.mark.parametrize("build", ["compiled", "headers"])
def test_no_header_depends_on_what_was_included_before(build):
    first, second = text_of_headers(build, "a"), text_of_headers(build, "b")
    assert len(first) > 80
    assert first.keys() == second.keys()
    assert [name for name, lines in first.items() if lines != second[name]] == []


# The tests of the headers are a program of several units, which meet in the linker too: here they are those of every header.
LONG = pytest.mark.skipif(not EVERY, reason="CHISO_EVERY_HEADER has this: it takes minutes")


@pytest.mark.parametrize("build", ["compiled", pytest.param("headers", marks=LONG)])
def test_nothing_is_defined_twice(build, tmp_path):
    objects = []
    for name in "ab":
        (tmp_path / f"{name}.cpp").write_text(unit(build, name), encoding="utf-8")
        objects.append(str(tmp_path / f"{name}.o"))
        compiler(build, "-c", str(tmp_path / f"{name}.cpp"), "-o", objects[-1])
    compiler(build, "-shared", *objects, "-o", str(tmp_path / "both.so"))
