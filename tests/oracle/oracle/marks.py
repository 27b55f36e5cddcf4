"""Numbers as text, by the marks of their table (SPEC section 3): what they are, and which can be read in two ways."""

import re
import unicodedata
from fractions import Fraction

ONE_MARK = re.compile(r"-?(?P<before>[0-9]+)[.,](?P<behind>[0-9]+)")
MARK_TWICE = re.compile(r"-?[0-9]{1,3}(\.[0-9]{3}){2,}|-?[0-9]{1,3}(,[0-9]{3}){2,}")
BOTH_MARKS = re.compile(r"-?[0-9]{1,3}(\.[0-9]{3})+,[0-9]+|-?[0-9]{1,3}(,[0-9]{3})+\.[0-9]+")
#: White_Space of Unicode within a line, and the characters that end one.
BLANKS = "".join(chr(code) for code in range(0x3001) if unicodedata.category(chr(code)) == "Zs") + "\t\n\v\f\r\x85\u2028\u2029"


def is_open(text):
    """Whether the only mark of a number may part thousands or decimals."""
    found = ONE_MARK.fullmatch(text)
    return bool(found) and len(found["behind"]) == 3 and len(found["before"]) <= 3 and found["before"] != "0"


def shows(text):
    """Whether a number shows which mark is which."""
    if MARK_TWICE.fullmatch(text) or BOTH_MARKS.fullmatch(text):
        return True
    return bool(ONE_MARK.fullmatch(text)) and not is_open(text)


def value(text, decimal=".", thousands=None):
    """The number that a text is by these marks; None if it is none."""
    kinds = BLANKS if thousands == " " else thousands or ""
    part = f"[{re.escape(kinds)}]" if kinds else None
    whole = rf"[0-9]+|[0-9]{{1,3}}({part}[0-9]{{3}})+" if part else "[0-9]+"
    found = re.fullmatch(rf"(?P<sign>-?)(?P<whole>{whole})({re.escape(decimal)}(?P<fraction>[0-9]+))?", text)
    if not found:
        return None
    digits = re.sub("[^0-9]", "", found["whole"])
    return Fraction(f"{found['sign']}{digits}.{found['fraction'] or '0'}")


def judged(columns, decimal=None, thousands=None):
    """Of columns {name: (is it a count, texts)}: the cells of counts that are errors, (row, name), and how many each decimal measure is warned of."""
    if decimal or thousands or any(shows(text) for _, texts in columns.values() for text in texts):
        return set(), {}
    errors = {(row, name) for name, (count, texts) in columns.items() if count for row, text in enumerate(texts) if is_open(text)}
    warned = {name: sum(map(is_open, texts)) for name, (count, texts) in columns.items() if not count}
    return errors, {name: count for name, count in warned.items() if count}
