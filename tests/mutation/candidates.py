"""What can be changed in the layers, by clang's syntax tree."""

import re
import subprocess
from dataclasses import replace
from pathlib import Path

from clang.cindex import CursorKind as Kind
from clang.cindex import Index, TranslationUnit, TypeKind
from mutants import LAYERS, Mutant

NARROWING = "-Wno-c++11-narrowing"  # a constant that may be another is none, and may not be narrowed in braces
BOUNDARY = {b"<": b"<=", b"<=": b"<", b">": b">=", b">=": b">"}
COMPARISON = {b"<": b">=", b"<=": b">", b">": b"<=", b">=": b"<", b"==": b"!=", b"!=": b"=="}
ARITHMETIC = {b"+": b"-", b"-": b"+", b"*": b"/", b"/": b"*", b"%": b"*"}
LOGIC = {b"&&": b"||", b"||": b"&&"}

NUMBERS = {
    TypeKind.INT, TypeKind.UINT, TypeKind.LONG, TypeKind.ULONG, TypeKind.LONGLONG, TypeKind.ULONGLONG, TypeKind.INT128, TypeKind.UINT128,
    TypeKind.DOUBLE,
}  # fmt: skip
SMALL_NUMBERS = {TypeKind.BOOL, TypeKind.CHAR_S, TypeKind.SCHAR, TypeKind.UCHAR, TypeKind.SHORT, TypeKind.USHORT}
UNKNOWN = {TypeKind.DEPENDENT, TypeKind.UNEXPOSED, TypeKind.AUTO, TypeKind.INVALID}
# Only the compiler looks here.
SKIPPED = {
    Kind.STATIC_ASSERT, Kind.ENUM_DECL, Kind.UNEXPOSED_DECL, Kind.CXX_UNARY_EXPR,
    Kind.TEMPLATE_TYPE_PARAMETER, Kind.TEMPLATE_NON_TYPE_PARAMETER, Kind.TEMPLATE_TEMPLATE_PARAMETER, Kind.TYPE_ALIAS_DECL,
    Kind.TYPE_ALIAS_TEMPLATE_DECL, Kind.TYPEDEF_DECL,
}  # fmt: skip
FUNCTIONS = {Kind.FUNCTION_DECL, Kind.CXX_METHOD, Kind.CONSTRUCTOR, Kind.DESTRUCTOR, Kind.CONVERSION_FUNCTION, Kind.FUNCTION_TEMPLATE}
DECLARATIONS = {Kind.VAR_DECL, Kind.FIELD_DECL, Kind.PARM_DECL, Kind.CONSTRUCTOR}
HOLD_LITERALS = DECLARATIONS | {
    Kind.BINARY_OPERATOR, Kind.COMPOUND_ASSIGNMENT_OPERATOR, Kind.CALL_EXPR, Kind.CONDITIONAL_OPERATOR, Kind.RETURN_STMT,
    Kind.INIT_LIST_EXPR, Kind.UNARY_OPERATOR, Kind.ARRAY_SUBSCRIPT_EXPR, Kind.PAREN_EXPR, Kind.CXX_STATIC_CAST_EXPR,
    Kind.CXX_FUNCTIONAL_CAST_EXPR,
}  # fmt: skip
TWO_SIDED = {Kind.BINARY_OPERATOR, Kind.COMPOUND_ASSIGNMENT_OPERATOR, Kind.CALL_EXPR}
STATEMENTS = {
    Kind.CALL_EXPR, Kind.UNEXPOSED_EXPR, Kind.BINARY_OPERATOR, Kind.COMPOUND_ASSIGNMENT_OPERATOR, Kind.UNARY_OPERATOR, Kind.CXX_THROW_EXPR,
    Kind.BREAK_STMT, Kind.CONTINUE_STMT,
}  # fmt: skip
LABELS = {Kind.CASE_STMT, Kind.DEFAULT_STMT}
BODIES = {Kind.IF_STMT, Kind.FOR_STMT, Kind.WHILE_STMT, Kind.CXX_FOR_RANGE_STMT}
PLAIN = {Kind.CALL_EXPR, Kind.DECL_REF_EXPR, Kind.MEMBER_REF_EXPR}
LITERAL = re.compile(rb"(\d[\d']*)([uUlL]*)")


def parse(root, texts=None):
    """The layers as one unit of the compiled library; `texts` stand in place of files. None of them may have errors when it is the source."""
    resources = subprocess.run(["clang++-14", "-print-resource-dir"], capture_output=True, text=True, check=True).stdout.strip()
    unit = "".join(f'#include "{file}"\n' for file in sorted((root / "src").glob("*.cpp")))
    switch = Path(__file__).with_name("switch.hpp")
    arguments = ["-std=c++20", f"-I{root / 'include'}", f"-I{root / 'src'}", "-resource-dir", resources, "-ferror-limit=0", "-w", NARROWING]
    unsaved = [("all_layers.cpp", unit)] + [(str(root / file), text) for file, text in (texts or {}).items()]
    return Index.create().parse(
        "all_layers.cpp",
        args=[*arguments, "-include", str(switch)],
        unsaved_files=unsaved,
        options=TranslationUnit.PARSE_DETAILED_PROCESSING_RECORD,
    )


def candidates(root):
    """Every mutant of the layers, each with a name that holds no line number."""
    unit = parse(root)
    errors = [str(found) for found in unit.diagnostics if found.severity >= 3]
    if errors:
        raise SystemExit("the source does not parse:\n" + "\n".join(errors[:5]))
    finder = Finder(root)
    for cursor in unit.cursor.get_children():
        finder.enter(cursor)
    return named(finder.texts, finder.found.values())


def named(texts, mutants):
    times = {}
    for mutant in sorted(mutants, key=lambda one: (one.file, one.start, -one.end, one.operator, str(one.pieces))):
        text = texts[mutant.file]
        before = shown(text[mutant.start : mutant.end])
        after = shown(b"".join(piece if isinstance(piece, bytes) else text[slice(*piece)] for piece in mutant.pieces)) or "(nothing)"
        line = text[text.rfind(b"\n", 0, mutant.start) + 1 : text.find(b"\n", mutant.start)].decode().strip()
        name = f"{mutant.file}: {before} => {after} in: {line}"
        times[name] = times.get(name, 0) + 1
        yield replace(mutant, name=name if times[name] == 1 else f"{name} ({times[name]})")


def shown(text):
    return " ".join(text.decode().split())


def peeled(cursor):
    """Without what the compiler puts around an expression."""
    while cursor.kind == Kind.UNEXPOSED_EXPR:
        children = list(cursor.get_children())
        if len(children) != 1:
            break
        cursor = children[0]
    return cursor


class Finder:
    def __init__(self, root):
        self.include = str(root / "include")
        self.root = root
        self.texts = {}
        self.macros = {}
        self.found = {}

    def enter(self, cursor):
        """A declaration at the top: only those of the layers are looked into."""
        place = cursor.location.file
        if place is None or not place.name.startswith(self.include):
            return
        file = str(Path(place.name).relative_to(self.root))
        layer = Path(file).parts[2]
        if layer not in LAYERS:
            return
        if file not in self.texts:
            self.texts[file] = (self.root / file).read_bytes()
        if cursor.kind == Kind.MACRO_INSTANTIATION:
            self.macros.setdefault(file, []).append((cursor.extent.start.offset, cursor.extent.end.offset))
        elif cursor.kind == Kind.NAMESPACE:
            self.file, self.text = file, self.texts[file]
            self.walk(cursor, [], None)

    def walk(self, cursor, above, function):
        kind = cursor.kind
        if kind in SKIPPED or kind.is_attribute():
            return
        start, end = cursor.extent.start.offset, cursor.extent.end.offset
        if kind == Kind.UNEXPOSED_EXPR and self.text[start:end].startswith(b"requires"):
            return
        if kind in FUNCTIONS:
            function = cursor
            if b"consteval" in self.text[start : cursor.location.offset]:
                return
        if kind == Kind.LAMBDA_EXPR:
            function = None
        if kind == Kind.VAR_DECL and self.is_constant(cursor, start, end):
            return
        children = list(cursor.get_children())
        self.visit(cursor, children, start, end, above, function)
        if kind == Kind.CASE_STMT:
            children = children[1:]
        if kind == Kind.IF_STMT and self.text[start:end].startswith(b"if constexpr"):
            closed = self.closing(start)
            children = [child for child in children if child.extent.start.offset > closed]
        above.append(cursor)
        for child in children:
            self.walk(child, above, function)
        above.pop()

    def is_constant(self, cursor, start, end):
        """Whether the compiler computes a variable: it is asked to, or it may, for an integer that nothing is read for."""
        if re.search(rb"\b(constexpr|constinit)\b", self.text[start : cursor.location.offset]):
            return True
        whole = cursor.type.get_canonical()
        name_end = cursor.location.offset + len(cursor.spelling.encode())
        return (
            whole.is_const_qualified() and whole.kind in NUMBERS | SMALL_NUMBERS and not re.search(rb"\b[A-Za-z_]", self.text[name_end:end])
        )

    def closing(self, start):
        """The place of the bracket that ends the condition of a statement."""
        depth, at = 0, self.text.index(b"(", start)
        while True:
            depth += {b"(": 1, b")": -1}.get(self.text[at : at + 1], 0)
            if depth == 0:
                return at
            at += 1

    def add(self, operator, start, end, *pieces, form="expression"):
        if any(start < last and first < end for first, last in self.macros.get(self.file, ())):
            return
        self.found.setdefault((self.file, start, end, operator), Mutant(self.file, start, end, operator, pieces, form))

    def before(self, start):
        return self.text[:start].rstrip()

    def visit(self, cursor, children, start, end, above, function):
        kind = cursor.kind
        if kind in TWO_SIDED and len(children) in (2, 3):
            self.binary(children[0], children[-1])
        if (kind == Kind.UNARY_OPERATOR or cursor.spelling == "operator!") and re.match(rb"!(?!=)", self.text[start:end]):
            self.add("negation", start, end, (start + 1, end), form="truth")
        if kind in (Kind.IF_STMT, Kind.WHILE_STMT) and not self.text[start:end].startswith(b"if constexpr"):
            closed = self.closing(start)
            conditions = [child for child in children if child.extent.end.offset <= closed]
            if conditions and conditions[-1].extent.end.offset == closed and conditions[-1].kind.is_expression():
                self.condition(conditions[-1])
        if kind == Kind.CONDITIONAL_OPERATOR:
            self.condition(children[0])
        if kind == Kind.RETURN_STMT and len(children) == 1:
            self.result(children[0], function)
        if kind == Kind.INTEGER_LITERAL:
            self.constant(start, end, above)
        if kind in STATEMENTS:
            self.statement(start, end, above[-1])

    def operands_are_numbers(self, left, right):
        for side in (left, right):
            kind = side.type.get_canonical().kind
            if kind not in NUMBERS | SMALL_NUMBERS | UNKNOWN and "ational" not in side.type.get_canonical().spelling:
                return False
        return True

    def between(self, left, right):
        """Where the operator stands, between its operands as they are written."""
        if left.extent.start.offset > right.extent.start.offset:
            left, right = right, left
        return left.extent.start.offset, (left.extent.end.offset, right.extent.start.offset), right.extent.end.offset

    def binary(self, left, right):
        start, middle, end = self.between(left, right)
        symbol = self.text[slice(*middle)].strip()

        def swap(operator, table, mark=b""):
            if symbol in table:
                self.add(operator, start, end, (start, middle[0]), b" " + table[symbol] + mark + b" ", (middle[1], end))

        swap("boundary", BOUNDARY)
        swap("comparison", COMPARISON)
        swap("logic", LOGIC)
        if self.operands_are_numbers(left, right):
            swap("arithmetic", ARITHMETIC)
            swap("arithmetic", {sign + b"=": other + b"=" for sign, other in ARITHMETIC.items()})

    def is_plain(self, cursor):
        """A call or a name, whose truth no other operator changes."""
        children = list(cursor.get_children())
        if cursor.kind not in PLAIN or cursor.spelling.startswith("operator"):
            return False
        return (
            len(children) < 2
            or self.text[slice(*self.between(children[0], children[-1])[1])].strip() not in COMPARISON.keys() | LOGIC.keys()
        )

    def condition(self, cursor):
        if self.is_plain(peeled(cursor)):
            start, end = cursor.extent.start.offset, cursor.extent.end.offset
            self.add("negation", start, end, b"!(", (start, end), b")", form="truth")

    def result(self, cursor, function):
        start, end = cursor.extent.start.offset, cursor.extent.end.offset
        kind = cursor.type.get_canonical().kind
        if function is not None and function.result_type.get_canonical().kind in (TypeKind.LVALUEREFERENCE, TypeKind.RVALUEREFERENCE):
            return
        within = peeled(cursor)
        if kind == TypeKind.BOOL and (within.kind == Kind.CXX_BOOL_LITERAL_EXPR or self.is_plain(within)):
            self.add("result", start, end, b"!", (start, end))
        elif kind in NUMBERS and within.kind != Kind.INTEGER_LITERAL:
            self.add("result", start, end, (start, end), b" + 1")

    def constant(self, start, end, above):
        literal = LITERAL.fullmatch(self.text[start:end])
        if literal is None or (len(literal[1]) > 1 and literal[1].startswith(b"0")):
            return
        for parent in reversed(above):
            if parent.type.kind in (TypeKind.POINTER, TypeKind.NULLPTR) or "unspec" in parent.type.spelling:
                return  # no number
            if parent.kind != Kind.UNEXPOSED_EXPR:
                break
        if parent.kind not in HOLD_LITERALS:
            return
        last = self.before(start)[-1:]
        if parent.kind in DECLARATIONS | {Kind.CXX_FUNCTIONAL_CAST_EXPR, Kind.CXX_STATIC_CAST_EXPR} and last not in b"=({":
            return  # of a type: an argument or a size
        if last == b"<" and parent.kind != Kind.BINARY_OPERATOR and not parent.spelling.startswith("operator"):
            return
        number = int(literal[1].replace(b"'", b""))
        if number < 2**62:
            sign = b" + 1" if number == 0 or (start + number) % 2 else b" - 1"
            self.add("constant", start, end, (start, end), sign)

    def statement(self, start, end, parent):
        """A statement that may be left out: in a block, after a label, or the body of an if or a loop. Room made ahead changes no result."""
        if re.search(rb"[.>]reserve\(", self.text[start:end]):
            return
        before = self.before(start)
        alone = parent.kind == Kind.COMPOUND_STMT or (
            parent.kind in LABELS
            and before.endswith(b":")
            or parent.kind in BODIES
            and (before.endswith(b")") or re.search(rb"\belse$", before))
        )
        if alone and self.text[end:].lstrip().startswith(b";"):
            self.add("deletion", start, end, form="statement")
