"""Reads case files back, and answers them as a C++ program would: for trying the comparison itself."""

from ahead import AHEAD
from generator.draw import Num
from oracle.evaluate import Given
from oracle.model import read_model
from oracle.results import result_lines

UNESCAPED = {"\\": "\\", "n": "\n", "t": "\t", "r": "\r"}


def read_cases(data):
    """(name, {block: text}) of every case of a case file's bytes; a table below is the block `below NAME`."""
    place = 0
    while place < len(data):
        line, place = one_line(data, place)
        name, blocks = line.removeprefix("case\t"), {}
        while place < len(data) and not data.startswith(b"case\t", place):
            line, place = one_line(data, place)
            word, _, size = line.partition("\t")
            blocks[word] = data[place : place + int(size)].decode()
            place += int(size) + 1
        yield name, blocks


def one_line(data, place):
    end = data.index(b"\n", place)
    return data[place:end].decode(), end + 1


def unescape(text):
    """The text that a draft's token stands for."""
    result, characters = [], iter(text)
    for character in characters:
        result.append(UNESCAPED[next(characters)] if character == "\\" else character)
    return "".join(result)


def read_draft(text):
    """The objects that a draft's token lines stand for; numbers are `Num`."""
    return value(iter(text.split("\n")))


def value(tokens):
    """The next value of a draft, or the closing bracket that stands instead."""
    token = next(tokens)
    mark, rest = token[0], token[1:]
    if mark == "{":
        result = {}
        while (token := next(tokens)) != "}":
            result[unescape(token[1:])] = value(tokens)
        return result
    if mark == "[":
        result = []
        while (item := value(tokens)) is not END:
            result.append(item)
        return result
    if mark == "]":
        return END
    if mark == "#":
        return Num(rest)
    return unescape(rest) if mark == '"' else {"t": True, "f": False, "n": None}[mark]


END = object()


def cells(text):
    """(column names, rows) of a table's block."""
    columns, *rows = [line.split("\t") for line in text.split("\n")[:-1]]
    return columns, rows


def given(blocks, before=""):
    """A model with its evidence, of the blocks whose words start so."""
    below = {word.removeprefix(before + "below "): cells(text) for word, text in blocks.items() if word.startswith(before + "below ")}
    return Given(read_model(blocks[before + "model"]), *cells(blocks[before + "table"]), below)


def answers(data, ahead=AHEAD):
    """The results of a case file's bytes, as lines; the oracle has no integer widths."""
    for name, blocks in read_cases(data):
        one = given(blocks)
        second = given(blocks, "second ") if "second model" in blocks else None
        roster = cells(blocks["roster"]) if "roster" in blocks else None
        yield from result_lines(name, one.model, one.columns, one.rows, one.below, second, ahead, roster)
    yield "widths\t0\t0\t0"
