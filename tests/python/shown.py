"""Pages of Markdown that show what programs print: their blocks of code, and the commands in them with what they print."""

import os
import pathlib
import re
import shlex
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]


def text_of(page):
    return (ROOT / page).read_text(encoding="utf-8")


def blocks(page, language):
    return re.findall(rf"```{language}\n(.*?)```", text_of(page), re.S)


def commands(page):
    """Each command of the console blocks with the output that follows it."""
    for block in blocks(page, "console"):
        for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
            command, _, output = part.partition("\n")
            yield command, output


def program(name):
    if name == "chiso":
        return os.environ["CHISO_CLI"]
    return str(pathlib.Path(os.environ["CHISO_EXAMPLES_BUILT"]) / name)


def language_of(page):
    """The language that the readers of a page have in force."""
    return "vi" if "/vi/" in str(page) else "en"


def printed(command, language="en"):
    """What a command prints from the root of the sources, errors too, where CHISO_LANG is this language."""
    words = shlex.split(command)
    run = subprocess.run(
        [program(words[0]), *words[1:]],
        cwd=ROOT,
        env=os.environ | {"CHISO_LANG": language},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return run.stdout


def matches(shown, output):
    """Whether two texts are equal, except that a line of three points stands for any lines."""
    pattern = ".*".join(re.escape(piece) for piece in re.split(r"^\.\.\.\n", shown, flags=re.M))
    return re.fullmatch(pattern, output, re.S) is not None


def is_an_example(block):
    """Whether a block of C++ stands in a program of examples."""
    return any(block in path.read_text(encoding="utf-8") for path in (ROOT / "examples" / "cpp").glob("*.cpp"))
