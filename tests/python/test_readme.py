"""The README shows what the programs print: every console block is run, every C++ block is an example."""

import os
import pathlib
import re
import shlex
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language):
    return re.findall(rf"```{language}\n(.*?)```", README, re.S)


def commands():
    """Each command of the console blocks with the output that follows it."""
    for block in blocks("console"):
        for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
            command, _, output = part.partition("\n")
            yield command, output


def program(name):
    if name == "chiso":
        return os.environ["CHISO_CLI"]
    return str(pathlib.Path(os.environ["CHISO_EXAMPLES_BUILT"]) / name)


def matches(shown, printed):
    """Whether two texts are equal, except that a line of three points stands for any lines."""
    pattern = ".*".join(re.escape(piece) for piece in re.split(r"^\.\.\.\n", shown, flags=re.M))
    return re.fullmatch(pattern, printed, re.S) is not None


def test_the_comparison_finds_differences():
    assert matches("a\n...\nd\n", "a\nb\nc\nd\n")
    assert not matches("a\n...\nd\n", "a\nb\n")
    assert not matches("a\n", "a\nb\n")


@pytest.mark.parametrize("command,shown", list(commands()), ids=lambda text: text.split("\n")[0][:60])
def test_console_blocks_print_what_they_show(command, shown):
    words = shlex.split(command)
    run = subprocess.run([program(words[0]), *words[1:]], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert matches(shown, run.stdout), f"the README shows\n{shown}\nand it prints\n{run.stdout}"


def test_cpp_blocks_are_examples():
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "examples" / "cpp").glob("*.cpp")]
    assert blocks("cpp")
    for block in blocks("cpp"):
        assert block in sources
