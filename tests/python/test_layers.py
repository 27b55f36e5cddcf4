"""The layers of the library include in one direction, and every file keeps a few promises (docs/design)."""

import ast
import pathlib
import re
import socket

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
INCLUDE = ROOT / "include" / "chiso"
SOURCE = ROOT / "src"

ORDER = ["core", "expr", "rule", "model", "evidence", "score", "rank"]
CHECK = "check"  # above evidence, beside score: it sees no scores, and what stands above them does not see it
ABOVE_RANK = ["explain", "plan", "robust", "analyse"]  # side by side: none includes another
ANGLED = re.compile(r"^\s*#\s*include\s*<([^>]+)>", re.M)
QUOTED = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.M)


def sources(folder):
    return sorted(path for path in folder.rglob("*") if path.suffix in {".hpp", ".ipp", ".cpp"})


def layer_of(path):
    """The layer of a file of the library, or None for files above all layers (the umbrellas, the command line)."""
    parts = path.relative_to(INCLUDE if INCLUDE in path.parents else SOURCE).parts
    if len(parts) == 1:
        return parts[0].removesuffix(".cpp") if path.suffix == ".cpp" else None
    return parts[0]


def may_include(layer):
    if layer in ORDER:
        return set(ORDER[: ORDER.index(layer) + 1])
    if layer == CHECK:
        return {*ORDER[: ORDER.index("evidence") + 1], CHECK}
    if layer in ABOVE_RANK:
        return {*ORDER, layer}
    if layer == "simd":
        return set(ORDER)
    if layer == "io":
        return {*ORDER, CHECK, *ABOVE_RANK, "io"}
    if layer == "cli" or layer is None:
        return {*ORDER, CHECK, *ABOVE_RANK, "io"}
    raise AssertionError(f"a layer that DESIGN does not know: {layer}")


def included_layers(text):
    for name in ANGLED.findall(text):
        match = re.fullmatch(r"chiso/(\w+)/.+", name)
        if match:
            yield match[1], name


@pytest.mark.parametrize("path", sources(INCLUDE) + sources(SOURCE), ids=lambda path: str(path.relative_to(ROOT)))
def test_layers_include_in_one_direction(path):
    allowed = may_include(layer_of(path))
    wrong = [name for layer, name in included_layers(path.read_text(encoding="utf-8")) if layer not in allowed]
    assert not wrong


@pytest.mark.parametrize("path", sources(INCLUDE) + sources(SOURCE), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_reaches_into_the_definitions_of_another_layer(path):
    reached = re.findall(r"^#include <chiso/(\w+)/impl/", path.read_text(encoding="utf-8"), re.M)
    assert set(reached) <= {layer_of(path)}


ROOMS = {  # of io, and what each may include
    "text": set(),
    "words": {"text"},
    "json": {"text", "words"},
    "read": {"text", "words", "json"},
    "tables": {"text", "words", "json"},
    "stream": {"text", "words", "json", "read", "tables"},
    "problems": {"text", "words", "json", "read", "stream"},
    "describe": {"text", "words", "problems", "json", "read", "tables"},
    "scorecard": {"text", "words", "problems", "json", "read", "tables"},
    "explain": {"text", "words", "json", "tables", "describe"},
    "findings": {"text", "words", "json", "read"},
    "report": {"text", "scorecard", "explain", "findings"},
}
OF_IO = [path for base in (INCLUDE / "io", SOURCE / "io") for path in sources(base) if path.parent != base]


@pytest.mark.parametrize("path", OF_IO, ids=lambda path: str(path.relative_to(ROOT)))
def test_rooms_of_io_include_in_one_direction(path):
    room = path.parent.name
    named = {
        match[1]
        for match in map(re.compile(r"(?:chiso/)?io/(\w+)/.+").fullmatch, ANGLED.findall(path.read_text(encoding="utf-8")))
        if match
    }
    assert not named - ROOMS[room] - {room}


def test_every_room_is_known():
    assert {path.parent.name for path in OF_IO} == set(ROOMS)
    assert not [path for path in sources(SOURCE / "io") if path.parent == SOURCE / "io"]


def test_every_layer_is_checked():
    seen = {layer_of(path) for path in sources(INCLUDE)} - {None}
    assert {*ORDER, CHECK} <= seen
    assert may_include(CHECK).isdisjoint({"score", "rank", *ABOVE_RANK})
    assert not any(CHECK in may_include(layer) for layer in [*ORDER, *ABOVE_RANK])


def closure(name, seen=None):
    """Every header that a header brings in, in the build of headers alone too."""
    seen = set() if seen is None else seen
    path = ROOT / "include" / name
    if name in seen or not path.exists():
        seen.add(name)
        return seen
    seen.add(name)
    for included in ANGLED.findall(path.read_text(encoding="utf-8")):
        closure(included, seen)
    return seen


def test_the_umbrella_has_no_checks_explanations_plans_files_or_eigen():
    names = closure("chiso/chiso.hpp")
    assert "chiso/score/scorer.hpp" in names
    assert not [name for name in names if name.startswith(("chiso/check", "chiso/explain", "chiso/plan"))]
    assert not [name for name in names if name.startswith(("chiso/io", "Eigen", "utf8proc", "hwy/")) or name == "chiso/eigen.hpp"]


def test_eigen_is_included_in_one_header_only():
    users = [
        path
        for path in sources(INCLUDE) + sources(SOURCE)
        if re.search(r"#include <(Eigen/|chiso/eigen)", path.read_text(encoding="utf-8"))
    ]
    assert users == [INCLUDE / "eigen.hpp"]


def test_the_umbrella_includes_every_public_header_below_io():
    names = closure("chiso/chiso.hpp")
    public = [str(path.relative_to(ROOT / "include")) for layer in ORDER for path in (INCLUDE / layer).glob("*.hpp")]
    internal = {"chiso/score/shapes.hpp", "chiso/score/truth.hpp", "chiso/expr/tile.hpp", "chiso/expr/evaluate.hpp"}
    internal |= {"chiso/core/in_parallel.hpp"}  # threads and locks are not for every unit
    internal |= {"chiso/evidence/cohort_state.hpp"}  # the library computes totals of cohorts; its std::map is not for every unit
    assert not sorted(set(public) - names - internal)


@pytest.mark.parametrize("layer", [CHECK, "explain", "plan"])
def test_layers_beside_the_way_to_ranks_have_umbrellas_of_their_own(layer):
    names = closure(f"chiso/{layer}.hpp")
    public = {str(path.relative_to(ROOT / "include")) for path in (INCLUDE / layer).glob("*.hpp")}
    assert public and public <= names


def test_the_header_of_files_and_formats_includes_every_public_header_of_io():
    named = ANGLED.findall((INCLUDE / "io.hpp").read_text(encoding="utf-8"))
    assert named == sorted(str(path.relative_to(ROOT / "include")) for path in sources(INCLUDE / "io") if path.name != "arrow_c.hpp")


def test_boost_is_included_in_one_file_only():
    users = [
        str(path.relative_to(INCLUDE))
        for path in sources(INCLUDE) + sources(SOURCE)
        if "#include <boost/" in path.read_text(encoding="utf-8")
    ]
    assert len(users) == 1 and re.fullmatch(r"expr/impl/\w+\.ipp", users[0])


@pytest.mark.parametrize("path", sources(INCLUDE), ids=lambda path: str(path.relative_to(INCLUDE)))
def test_headers_include_by_full_name_and_once(path):
    text = path.read_text(encoding="utf-8")
    assert not QUOTED.findall(text), "under include/ everything is included by its full name"
    assert re.search(r"^#pragma once$", text, re.M)
    assert "using namespace std" not in text


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.hpp")), ids=lambda path: str(path.relative_to(SOURCE)))
def test_private_headers_are_included_once(path):
    assert re.search(r"^#pragma once$", path.read_text(encoding="utf-8"), re.M)


# ---- the package in Python

PACKAGE = ROOT / "bindings" / "chiso"
FLOORS = [  # a module imports what is below it only
    {"_core"},
    {"later", "value", "figures", "json_text", "languages", "progress"},
    {"display_words"},
    {"frames_out", "display"},
    {"problems"},
    {"errors"},
    {"frames_in", "arguments", "described", "kept_table", "matrix", "workbook_parts", "workbook_out"},
    {"workbook_cells", "workbook_template"},
    {"workbook", "workbook_form"},
    {"asked", "checks", "roster", "rules", "table_below", "weights"},
    {"drafts"},
    {"draft", "criterion"},
    {"contents", "evidence", "parts", "scorecard"},
    {"explain", "missing", "model_diff", "plans", "ranking_table", "streams", "unit_report", "verification", "what_if"},
    {"model_contents", "result_tables"},
    {"scores"},
    {"model"},
    {"examples", "integrations", "plot.words", "plot.drawing", "plot.roles"},
    {"integrations.duckdb", "integrations.polars", "integrations.spark", "plot.curves", "plot.layout"},
    {
        "plot.ticks",
        "plot.comparison_display",
        "plot.plan_display",
        "plot.index_display",
        "plot.lost_display",
        "plot.profile_display",
        "plot.ranks_display",
        "plot.rule_display",
    },
    {"plot.frontier_display"},
    {"plot"},
    {"", "__main__"},
]
FLOOR_OF = {module: floor for floor, modules in enumerate(FLOORS) for module in modules}
# It has a class derived from one of matplotlib, which is imported only when something is drawn.
LATE = {("plot.rule_display", "plot.ticks")}
# What is imported when it is first used is below too, except here: models make drafts, and drafts models.
UPWARDS = {("draft", "model")}


def module_of(path):
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def imported_modules(node):
    """The modules of the package that an import names."""
    if isinstance(node, ast.Import):
        return {alias.name.removeprefix("chiso").removeprefix(".") for alias in node.names if alias.name.partition(".")[0] == "chiso"}
    if not node.module or node.module.partition(".")[0] != "chiso":
        return set()
    base = node.module.removeprefix("chiso").removeprefix(".")
    inner = {f"{base}.{alias.name}".removeprefix(".") for alias in node.names}
    return inner & FLOOR_OF.keys() or {base}


def imports_of(node, place="module"):
    """(place, modules) of every import that runs: in the module, or in a function of it."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import | ast.ImportFrom):
            yield place, imported_modules(child)
        elif not (isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING"):
            inside = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            yield from imports_of(child, "function" if inside else place)


def stands_for(node):
    """The modules for which `Later` stands, each with the name that it has in the module."""
    for child in ast.walk(node):
        if isinstance(child, ast.Assign) and isinstance(child.value, ast.Call) and ast.unparse(child.value.func) == "Later":
            yield child.targets[0].id, child.value.args[0].value.removeprefix("chiso.")


def only_for_types(node):
    """What type checkers read of the modules that are imported later: the name that each has in the module."""
    for child in node.body:
        if isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING" and child.orelse:
            for line in child.body:
                if isinstance(line, ast.ImportFrom) and line.module == "chiso":
                    yield from ((alias.asname or alias.name, alias.name) for alias in line.names)


def test_every_module_of_the_package_has_a_floor():
    assert {module_of(path) for path in PACKAGE.rglob("*.py")} == FLOOR_OF.keys() - {"_core"}


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_modules_of_the_package_import_downwards_only(path):
    module = module_of(path)
    found = [(place, name) for place, names in imports_of(ast.parse(path.read_text(encoding="utf-8"))) for name in names]
    late = {name for place, name in found if place == "function" and (module, name) not in LATE}
    assert not late, "imported in a function"
    assert {name for place, name in found if place == "module" and FLOOR_OF[name] >= FLOOR_OF[module]} == set()


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_what_is_imported_later_is_below_too(path):
    module, tree = module_of(path), ast.parse(path.read_text(encoding="utf-8"))
    later = dict(stands_for(tree))
    assert later == dict(only_for_types(tree)), "type checkers and programs read two lists"
    assert {name for name in later.values() if FLOOR_OF[name] >= FLOOR_OF[module] and (module, name) not in UPWARDS} == set()
    uses = {use.id for use in ast.walk(tree) if isinstance(use, ast.Name) and isinstance(use.ctx, ast.Load)}
    assert later.keys() <= uses


def test_the_package_knows_where_its_names_are():
    """Names that are imported when they are first used: type checkers read one list, programs another one."""
    tree = ast.parse((PACKAGE / "__init__.py").read_text(encoding="utf-8"))
    (block,) = (node for node in tree.body if isinstance(node, ast.If))
    lines = [line for line in block.body if isinstance(line, ast.ImportFrom)]
    for_types = {line.module: " ".join(alias.name for alias in line.names) for line in lines}
    modules = {name: "" for name in for_types.pop("chiso").split()}
    (table,) = (node.value for node in tree.body if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "_LATER")
    assert ast.literal_eval(table) == {name.removeprefix("chiso."): names for name, names in (modules | for_types).items()}


TEXTS = {".hpp", ".ipp", ".cpp", ".py", ".md", ".txt", ".cmake", ".json", ".csv", ".toml", ".yml", ".in", ".pyi", ".ipynb", ""}


def test_no_name_of_this_machine():
    """A path of somebody's home or checkout, or the name of the machine that something was written on."""
    checkout = str(ROOT)
    # Pieced together, so that this file does not contain what it looks for.
    homes = re.compile(r"(?<![\w.])/(?:" + "|".join(["home", "root", "Users", "work"]) + r")/\w")
    host = socket.gethostname()
    wrong = []
    for folder in ["include", "src", "tests", "bindings", "examples", "docs", ".ci"]:
        for path in sorted((ROOT / folder).rglob("*")):
            if (
                not path.is_file()
                or path.suffix not in TEXTS
                or any(part.startswith((".pytest", "__pycache__", "build")) for part in path.parts)
            ):
                continue
            text = path.read_text(encoding="utf-8", errors="replace")
            if homes.search(text) or (len(checkout) > 6 and checkout in text) or (len(host) > 8 and host in text):
                wrong.append(str(path.relative_to(ROOT)))
    assert not wrong


DECLARED = re.compile(r"(?:struct|class|enum class) (\w+) (?:final )?[:{]")
FUNCTION = re.compile(r"(?:CHISO_INLINE |CHISO_EXPORT |inline |constexpr |consteval )*(?:const )?[\w:]+(?:<.*?>)?[ &*]+(\w+)\(")
# One verb for one idea, for several types: overloads, each beside its type.
OVERLOADED = {
    "bounds": "of a program, of a shape",
    "check": "of a draft, of options of reading, of a rule, of evidence",
    "compare": "two fractions, two rows of scores",
    "evaluate": "a program, a shape",
    "name_of": "a value of an enumeration, a cohort",
    "names_of": "an enumeration, found by its argument",
    "ranks": "of scores, of a part of a table among all parts",
    "to_arrow": "a table; in src with the limit of utf8 that its tests lower",
    "to_csv": "scores, a table",
    "to_json": "a model, problems, scores, a table",
    "to_text": "a problem, the name of a cohort",
    "type_of": "a measure, a rule, a check",
}


def declared_outside_others(path, kind):
    """The declarations of a file that are not within others, each with its namespaces within that of the library."""
    opened = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("}") and opened:
            opened.pop()
        if not line.startswith((" ", "#", "/", "namespace", "using", "template")) and (found := kind.match(line)):
            yield "::".join([*filter(None, opened[1:]), found[1]])
        if line.endswith("{") and not line.startswith((" ", "}")):
            inner = re.match(r"namespace (\w+) \{", line)
            opened.append(inner[1] if inner else "")


def places_of(kind, paths):
    declared = {}
    for path in paths:
        program = "cli" if SOURCE / "cli" in path.parents else "library"
        for name in declared_outside_others(path, kind):
            declared.setdefault((program, name), []).append(str(path.relative_to(ROOT)))
    return declared


def test_no_two_types_of_the_library_have_one_name():
    """They share a namespace: the linker would take one for the other, and compilers do not report it."""
    declared = places_of(DECLARED, [path for path in [*sources(INCLUDE), *sources(SOURCE)] if path.suffix != ".cpp"])
    assert len(declared) > 150
    assert {name: paths for name, paths in declared.items() if len(paths) > 1} == {}


def test_functions_of_one_name_do_one_thing():
    """A reader would take the second for the first, and a converted argument would call the wrong one."""
    headers = places_of(FUNCTION, [path for path in [*sources(INCLUDE), *sources(SOURCE)] if path.suffix == ".hpp"])
    assert len(headers) > 150
    shared = {name for (_, name), paths in headers.items() if len(set(paths)) > 1}
    assert shared == OVERLOADED.keys()
    inside = places_of(FUNCTION, [path for path in sources(INCLUDE) if path.suffix == ".ipp"])
    inside = {name: paths for (_, name), paths in inside.items() if name.startswith("detail::")}
    assert len(inside) > 40
    assert {name: paths for name, paths in inside.items() if len(set(paths)) > 1} == {}
