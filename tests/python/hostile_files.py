"""Files of 8 MiB that were made to be slow or large: models and tables, each by its name. Each is as large as a reader takes."""

import functools
import itertools

MOST = 8 << 20


def name(number):
    """A short unique name that begins with a letter."""
    return f"m{number:x}"


def filled(start, piece, end, separator=",", most=MOST):
    """As many pieces as fit: piece(0), piece(1), ... or the same one repeatedly."""
    room = MOST - len(start.encode()) - len(end.encode())
    if isinstance(piece, str):
        size = len(piece.encode()) + len(separator)
        return start + separator.join([piece] * min(most, (room + len(separator)) // size)) + end
    pieces = []
    for number in itertools.count():
        text = piece(number)
        room -= len(text) + len(separator)
        if room < 0 or number == most:
            break
        pieces.append(text)
    text = separator.join(pieces)
    assert text.isascii()
    return start + text + end


HEAD = '{"chiso":1,"id":"m",'
COUNT = '"measures":{"a":{"type":"count"},"t":{"type":"yes_no"}},'
LEAF = '{"id":"l","points":1,"rule":{"type":"yes_no","value":"t"}}'


def leaf(number, rule='{"type":"yes_no","value":"t"}', more=""):
    return f'{{"id":"{name(number)}","points":1{more},"rule":{rule}}}'


def long_key(size):
    return "k" * size


def options(count):
    return ",".join(f'"{name(i)}"' for i in range(count))


def priced(count, worth="1"):
    return ",".join(f'"{name(i)}":{worth}' for i in range(count))


def tiers(number):
    return f'{{"below":{number + 1},"points":0}}'


MODELS = {
    # ---- text that is not JSON, or JSON of another kind
    "brackets": lambda: "[" * MOST,
    "objects_inside": lambda: filled("", '{"a":', "", ""),
    "brackets_closed": lambda: filled('{"meta":[', "[]", "]}"),
    "blanks": lambda: " " * MOST,
    "bytes": lambda: b"\xff" * MOST,
    "quotes": lambda: '"' * MOST,
    "quote_not_closed": lambda: '{"id":"' + "a" * (MOST - 7),
    "no_commas": lambda: filled(HEAD + '"criteria":[', "{}", "]}", " "),
    "commas_too_many": lambda: filled(HEAD + '"criteria":[', "[1,]", "]}"),
    "control_characters": lambda: '{"id":"' + "\x01" * (MOST - 9) + '"}',
    "escapes": lambda: filled('{"id":"', "\\u00e9", '"}', ""),
    "escapes_bad": lambda: filled('{"id":"', "\\q", '"}', ""),
    # ---- long texts and numbers
    "text": lambda: '{"id":"' + "a" * (MOST - 9) + '"}',
    "text_decomposed": lambda: filled(HEAD + COUNT + '"note":"', "e\u0301", f'","criteria":[{LEAF}]}}', ""),
    "text_of_marks": lambda: filled(HEAD + COUNT + '"note":"e', "\u0301", f'","criteria":[{LEAF}]}}', ""),
    "number": lambda: '{"chiso":' + "9" * (MOST - 10) + "}",
    "numbers": lambda: filled('{"meta":[', "9" * 1000, "]}"),
    "expression": lambda: filled(HEAD + COUNT + '"criteria":[{"id":"l","points":1,"rule":{"type":"yes_no","value":"', "not ", 't"}}]}', ""),
    "expressions": lambda: filled(
        HEAD + COUNT + '"criteria":[', lambda i: leaf(i, '{"type":"yes_no","value":"' + " or ".join(["t"] * 128) + '"}'), "]}"
    ),
    "expressions_of_cohorts": lambda: filled(
        HEAD + COUNT + '"undefined":"zero","criteria":[',
        lambda i: leaf(i, '{"type":"yes_no","value":"' + " or ".join(f"cohort_count(a>{i}{k})>0" for k in range(50)) + '"}'),
        "]}",
    ),
    "expressions_wrong": lambda: filled(HEAD + COUNT + '"criteria":[', lambda i: leaf(i, '{"type":"yes_no","value":"tt"}'), "]}"),
    # ---- many of a kind
    "criteria_empty": lambda: filled(HEAD + '"criteria":[', "{}", "]}"),
    "criteria_no_objects": lambda: filled(HEAD + '"criteria":[', "1", "]}"),
    "criteria": lambda: HEAD + COUNT + '"criteria":[' + ",".join(leaf(i) for i in range(100_000)) + "]}",
    "criteria_not_known": lambda: HEAD + COUNT + '"criteria":[' + ",".join(leaf(i, more=',"x":1') for i in range(100_000)) + "]}",
    "criteria_the_same": lambda: HEAD + COUNT + '"criteria":[' + ",".join([LEAF] * 100_000) + "]}",
    "criteria_differ_at_the_end": lambda: filled(
        HEAD + COUNT + '"criteria":[', lambda i: f'{{"id":"{"x" * 200}{name(i)}","points":1,"rule":{{"type":"yes_no","value":"t"}}}}', "]}"
    ),
    "criteria_deep": lambda: filled(
        HEAD + COUNT + '"criteria":[', lambda i: "".join(f'{{"id":"g{i}.{d}","criteria":[' for d in range(63)) + leaf(i) + "]}" * 63, "]}"
    ),
    "measures_empty": lambda: filled(HEAD + '"measures":{', lambda i: f'"{name(i)}":{{}}', f'}},"criteria":[{LEAF}]}}'),
    "measures_the_same": lambda: filled(HEAD + '"measures":{', '"a":{}', f'}},"criteria":[{LEAF}]}}'),
    "measures_no_objects": lambda: filled(HEAD + '"measures":{', lambda i: f'"{name(i)}":1', f'}},"criteria":[{LEAF}]}}'),
    "options_no_texts": lambda: filled(HEAD + '"measures":{"p":{"type":"choice","options":[', "1", f']}}}},"criteria":[{LEAF}]}}'),
    "options_priced": lambda: (
        HEAD
        + '"measures":{"p":{"type":"choice","options":['
        + options(120_000)
        + ']}},"criteria":['
        + leaf(0, '{"type":"options","value":"p","points":{' + priced(120_000) + "}}")
        + "]}"
    ),
    "options_not_priced": lambda: filled(
        HEAD + '"measures":{"p":{"type":"choice","options":[' + options(240_000) + ']}},"criteria":[',
        lambda i: leaf(i, '{"type":"options","value":"p","points":{}}'),
        "]}",
    ),
    "options_and_tiers": lambda: filled(
        HEAD + '"measures":{"a":{"type":"count"},"p":{"type":"choice","options":[' + options(150_000) + ']}},"criteria":[',
        lambda i: leaf(i, '{"type":"tiers","value":"a","tiers":[' + ",".join(tiers(k) for k in range(40)) + ',{"points":1}]}'),
        "]}",
    ),
    "tiers_empty": lambda: filled(
        HEAD + COUNT + '"criteria":[{"id":"l","points":1,"rule":{"type":"tiers","value":"a","tiers":[', "{}", "]}}]}"
    ),
    "parts_empty": lambda: filled(HEAD + COUNT + '"criteria":[{"id":"l","points":1,"rule":{"type":"best_of","parts":[', "{}", "]}}]}"),
    "parts_inside": lambda: filled(
        HEAD + COUNT + '"criteria":[{"id":"l","points":1,"rule":', '{"type":"best_of","parts":[{"points":1,"rule":', "", ""
    ),
    "tracks_of_leaves": lambda: filled(
        HEAD + COUNT + '"tracks":[' + options(120_000) + '],"criteria":[',
        lambda i: leaf(i, more=f',"tracks":["{name(i)}","{name(i + 1)}"]'),
        "]}",
    ),
    "fallback": lambda: filled(
        HEAD + COUNT + '"tracks":[' + options(100_000) + f'],"criteria":[{LEAF}],"fallback":{{',
        lambda i: f'"{name(i % 100_000)}":["{name((i + 1) % 100_000)}"]',
        "}}",
    ),
    "classes_by_block": lambda: filled(
        HEAD + COUNT + '"blocks":[' + options(60_000) + f'],"criteria":[{LEAF}],"classes":{{"bands":[{{"id":"x"}}],"by_block":{{',
        lambda i: f'"{name(i)}":[{{"id":"x"}}]',
        "}}}",
    ),
    "entries": lambda: filled(HEAD + COUNT + f'"criteria":[{LEAF}],"adjustments":{{"bonus":{{"cap":1,"entries":[', leaf, "]}}}"),
    # ---- keys
    "keys_unknown": lambda: filled("{", lambda i: f'"{name(i)}":1', "}"),
    "keys_the_same": lambda: filled("{", '"id":1', "}"),
    "keys_of_meta": lambda: filled('{"meta":{', lambda i: f'"{name(i)}":1', "}}"),
    "keys_below_a_long_key": lambda: filled(f'{{"measures":{{"{long_key(MOST // 2)}":{{', lambda i: f'"{name(i)}":1', "}}}"),
    "keys_between_long_keys": lambda: filled(
        '{"measures":{', lambda i: f'"{long_key(4000)}{i}":{{"type":"choice","options":[' + ",".join(["1"] * 2000) + "]}", "}}"
    ),
}

# Items of lists: as many as fit, and as many as a model may have.
MOST_ITEMS = 249_000
LISTS = {
    "was": lambda most: filled(
        HEAD + COUNT + '"criteria":[{"id":"l","points":1,"was":[',
        lambda i: f'"{name(i)}"',
        '],"rule":{"type":"yes_no","value":"t"}}]}',
        most=most,
    ),
    "measures": lambda most: filled(
        HEAD + '"measures":{"t":{"type":"yes_no"},', lambda i: f'"{name(i)}":{{"type":"count"}}', f'}},"criteria":[{LEAF}]}}', most=most
    ),
    "options": lambda most: filled(
        HEAD + '"measures":{"t":{"type":"yes_no"},"p":{"type":"choice","options":[',
        lambda i: f'"{name(i)}"',
        f']}}}},"criteria":[{LEAF}]}}',
        most=most,
    ),
    "options_short": lambda most: filled(
        HEAD + '"measures":{"p":{"type":"choice","options":[', '""', f']}}}},"criteria":[{LEAF}]}}', most=most
    ),
    "tiers": lambda most: filled(
        HEAD + COUNT + '"criteria":[{"id":"l","points":1,"rule":{"type":"tiers","value":"a","tiers":[',
        tiers,
        ',{"points":1}]}}]}',
        most=most,
    ),
    "tiers_held": lambda most: filled(
        HEAD + COUNT + '"criteria":[{"id":"l","points":1,"rule":{"type":"tiers","value":"a","tiers":[',
        '{"below":1,"points":0}',
        "]}}]}",
        most=most,
    ),
    "items": lambda most: filled(
        HEAD + COUNT + '"criteria":[{"id":"l","points":1,"rule":{"type":"checklist","mode":"all","items":[', '"t"', "]}}]}", most=most
    ),
    "answers": lambda most: filled(
        HEAD + COUNT + '"criteria":[{"id":"l","points":1,"rule":{"type":"survey","answers":{',
        lambda i: f'"{name(i)}":1',
        "}}}]}",
        most=most,
    ),
    "parts": lambda most: filled(
        HEAD + COUNT + '"criteria":[{"id":"l","points":1,"rule":{"type":"best_of","parts":[',
        '{"points":1,"rule":{"type":"yes_no","value":"t"}}',
        "]}}]}",
        most=most,
    ),
    "tracks": lambda most: filled(HEAD + COUNT + '"tracks":[', lambda i: f'"{name(i)}"', f'],"criteria":[{LEAF}]}}', most=most),
    "blocks": lambda most: filled(HEAD + COUNT + '"blocks":[', lambda i: f'"{name(i)}"', f'],"criteria":[{LEAF}]}}', most=most),
    "classes": lambda most: filled(
        HEAD + COUNT + f'"criteria":[{LEAF}],"classes":{{"bands":[',
        lambda i: f'{{"id":"{name(i)}","from":{1_000_000 - i}}}',
        ',{"id":"x"}]}}',
        most=most,
    ),
    "vetoes": lambda most: filled(
        HEAD + COUNT + f'"criteria":[{LEAF}],"classes":{{"bands":[{{"id":"x"}}],"vetoes":[', '{"when":"t","at_most":"x"}', "]}}", most=most
    ),
    "vetoes_unknown": lambda most: filled(
        HEAD + COUNT + f'"criteria":[{LEAF}],"classes":{{"bands":[{{"id":"x"}}],"vetoes":[',
        lambda i: f'{{"criterion":"{name(i)}","below":1,"at_most":"{name(i)}"}}',
        "]}}",
        most=most,
    ),
    "tie_break_values": lambda most: filled(
        HEAD + COUNT + f'"criteria":[{LEAF}],"ranking":{{"tie_break":[',
        lambda i: f'{{"value":"a-{i % 100_000}","order":"ascending"}}',
        "]}}",
        most=most,
    ),
    "requirements": lambda most: filled(
        HEAD + COUNT + f'"criteria":[{LEAF}],"classes":{{"bands":[',
        lambda i: f'{{"id":"{name(i)}","from":1,"requires":"a>{i}"}}',
        ',{"id":"x"}]}}',
        most=most,
    ),
    "quotas": lambda most: filled(
        HEAD + COUNT + f'"criteria":[{LEAF}],"classes":{{"bands":[{{"id":"x","from":1}},{{"id":"y"}}],"quotas":[',
        '{"class":"x","at_most":1,"of":["y","z"]}',
        "]}}",
        most=most,
    ),
    "tie_break": lambda most: filled(HEAD + COUNT + f'"criteria":[{LEAF}],"ranking":{{"tie_break":[', '"l"', "]}}", most=most),
    "options_priced_by_others": lambda most: filled(
        HEAD + '"measures":{"p":{"type":"choice","options":["x"]}},"criteria":['
        '{"id":"l","points":1,"rule":{"type":"options","value":"p","points":{',
        lambda i: f'"{name(i)}":1',
        "}}}]}",
        most=most,
    ),
    "options_of_a_long_name": lambda most: filled(
        HEAD + f'"measures":{{"{long_key(4000)}":{{"type":"choice","options":["x"]}}}},"criteria":['
        f'{{"id":"l","points":1,"rule":{{"type":"options","value":"{long_key(4000)}","points":{{',
        lambda i: f'"{name(i)}":1',
        "}}}]}",
        most=most,
    ),
}
for list_name, made in LISTS.items():
    MODELS[list_name] = functools.partial(made, MOST)
    MODELS[list_name + "_within_the_limit"] = functools.partial(made, MOST_ITEMS)


SMALL = (
    HEAD + '"tracks":["self","final"],"stated_points":"accept","measures":{"a":{"type":"count"},"d":{"type":"decimal"},'
    '"p":{"type":"choice","options":["x","y"]},"t":{"type":"yes_no"}},"criteria":[' + LEAF + "]}"
)
COLUMNS = "unit,period,track,a,d,p,t\n"

TABLES = {
    "blank_lines": lambda: COLUMNS + "\n" * (MOST - len(COLUMNS)),
    "blanks": lambda: " " * MOST,
    "bytes": lambda: b"\xff" * MOST,
    "nuls": lambda: "\0" * MOST,
    "one_cell": lambda: "a" * MOST,
    "quote_not_closed": lambda: COLUMNS + '"' + "a,\n" * ((MOST - 100) // 3),
    "quotes": lambda: '"' * MOST,
    "quotes_in_cells": lambda: filled(COLUMNS, 'a"', "", ","),
    "quotes_in_rows": lambda: filled(COLUMNS, 'a"', "", "\n"),
    "quotes_twice": lambda: filled(COLUMNS, '""""""', "", ","),
    "columns_without_names": lambda: "," * MOST,
    "columns_unknown": lambda: filled("", name, ""),
    "columns_the_same": lambda: filled("", "a", ""),
    "columns_and_rows": lambda: filled(filled("", name, "")[: MOST // 2] + "\n", "1", ""),
    "long_column": lambda: filled("unit," + "k" * (MOST // 2) + "\n", lambda i: f"{i},1", "", "\n"),
    "rows_of_one_cell": lambda: filled(COLUMNS, "1", "", "\n"),
    "rows_of_delimiters": lambda: filled(COLUMNS, ",,,,,,", "", "\n"),
    "rows_of_a_unit": lambda: filled("unit\n", name, "", "\n"),
    "rows": lambda: filled(COLUMNS, lambda i: f"{i},2024,final,1,1.5,x,1", "", "\n"),
    "rows_bad": lambda: filled(COLUMNS, lambda i: f"{i},2024,final,x,x,z,x", "", "\n"),
    "rows_the_same": lambda: filled(COLUMNS, "u,2024,final,1,1.5,x,1", "", "\n"),
    "rows_in_quotes": lambda: filled(COLUMNS, lambda i: f'"{i}""","2024","final","1","1.5","x","1"', "", "\n"),
    "periods": lambda: filled(COLUMNS, lambda i: f"u,{name(i)},final,1,1.5,x,1", "", "\n"),
    "period_shapes": lambda: filled(COLUMNS, lambda i: f"u{i},{'1' * (i % 3000)},final,1,1.5,x,1", "", "\n"),
    "tracks_unknown": lambda: filled(COLUMNS, lambda i: f"u,2024,{name(i)},1,1.5,x,1", "", "\n"),
    "options_unknown": lambda: filled("unit,a,d,t,p\n", lambda i: f"u{i},1,1,1,{name(i)}", "", "\n"),
    "units_differ_at_the_end": lambda: filled("unit,a,d,t,p\n", lambda i: f"{'u' * 200}{i},1,1,1,x", "", "\n"),
    "unit_decomposed": lambda: filled("unit,a,d,t,p\n", "e\u0301", ",1,1,1,x", ""),
    "number": lambda: "unit,a,d,t,p\nu," + "9" * (MOST - 50) + ",1,1,x\n",
}
