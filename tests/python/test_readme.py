"""The README shows what the programs print: every console block is run, every C++ block is an example."""

import pytest
from shown import blocks, commands, is_an_example, matches, printed


def test_the_comparison_finds_differences():
    assert matches("a\n...\nd\n", "a\nb\nc\nd\n")
    assert not matches("a\n...\nd\n", "a\nb\n")
    assert not matches("a\n", "a\nb\n")


@pytest.mark.parametrize("command,shown", list(commands("README.md")), ids=lambda text: text.split("\n")[0][:60])
def test_console_blocks_print_what_they_show(command, shown):
    output = printed(command)
    assert matches(shown, output), f"the README shows\n{shown}\nand it prints\n{output}"


def test_cpp_blocks_are_examples():
    assert blocks("README.md", "cpp")
    for block in blocks("README.md", "cpp"):
        assert is_an_example(block)
