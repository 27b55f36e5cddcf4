"""
The compiled part of chiso. What is public is in the package `chiso`.
"""
from __future__ import annotations
import chiso.checks
import chiso.errors
import chiso.figures
import collections.abc
import datetime
import decimal
import fractions
import numpy
import numpy.typing
import os
import typing
class Problem:
    """One problem in a model or in evidence: what was found, where, and what was expected."""
    @staticmethod
    def of_texts(code: str, severity: str, pointer: str, within: typing.SupportsInt | typing.SupportsIndex, line: typing.SupportsInt | typing.SupportsIndex, column: typing.SupportsInt | typing.SupportsIndex, row: typing.SupportsInt | typing.SupportsIndex, found: str, expected: str, hint: str) -> Problem:
        """One that was pickled as texts, before problems had arguments."""
    def __eq__(self, other: object) -> bool:
        ...
    def __hash__(self) -> int:
        ...
    def __init__(self, code: str, arguments: collections.abc.Sequence[str | int | tuple[typing.Any, ...]] = (), *, severity: str = 'error', pointer: str = '', within: typing.SupportsInt | typing.SupportsIndex = 0, line: typing.SupportsInt | typing.SupportsIndex = 0, column: typing.SupportsInt | typing.SupportsIndex = 0, row: typing.SupportsInt | typing.SupportsIndex = 0, sheet: str = '', hint: str | int | tuple[typing.Any, ...] = '') -> None:
        """A problem of a kind that chiso knows; a ValueError for another code."""
    def __reduce__(self) -> tuple[typing.Any, ...]:
        ...
    def __repr__(self) -> str:
        ...
    def __str__(self) -> str:
        ...
    def text(self, language: typing.Literal['vi', 'en'] | None = None) -> str:
        """The problem in one line; in the language in force if none is given."""
    @property
    def arguments(self) -> tuple[str | int | tuple[typing.Any, ...], ...]:
        """The data that the texts are made of: texts, whole numbers, rows of tables (row, line, row of the sheet), and phrases (English, Vietnamese, arguments of their own)."""
    @property
    def cell(self) -> str:
        """The cell of a workbook, as spreadsheets name it: ``Sheet1!D7``; empty elsewhere."""
    @property
    def code(self) -> str:
        """Stable, dotted, for programs: ``key.unknown``."""
    @property
    def column(self) -> int:
        """Of a file, in characters, from 1; of a workbook the column, of which A is 1; else 0."""
    @property
    def expected(self) -> str:
        """What was expected instead."""
    @property
    def found(self) -> str:
        """What was found, in the language in force (`chiso.set_language`)."""
    @property
    def hint(self) -> str:
        """A suggestion, where one is near; else empty."""
    @property
    def line(self) -> int:
        """Of a file, from 1; 0 where no file is known."""
    @property
    def place(self) -> str:
        """Where it is, as messages say it: the pointer into a model; of a table the column, and the row too where no line of a file says it."""
    @property
    def pointer(self) -> str:
        """Where it is, as a JSON pointer: within a model, or ``/row/column`` of a table, rows from 0. Of a file, its name."""
    @property
    def row(self) -> int:
        """The row that a spreadsheet shows, from 1; 0 where no file is known."""
    @property
    def severity(self) -> str:
        """``error`` or ``warning``."""
    @property
    def sheet(self) -> str:
        """The worksheet of a workbook; empty elsewhere."""
    @property
    def within(self) -> int:
        """Characters into the text at the pointer, from 0."""
class Model:
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    @staticmethod
    def from_data(text: str) -> Model:
        ...
    @staticmethod
    def load(path: os.PathLike[str] | os.PathLike[bytes] | str | bytes) -> Model:
        ...
    @staticmethod
    def parse(text: str) -> Model:
        ...
    def __eq__(self, other: object) -> bool:
        ...
    def content_hash(self) -> str:
        ...
    def describe(self, language: typing.Literal['vi', 'en'] | None, format: str) -> str:
        ...
    def describe_expression(self, expression: str, language: typing.Literal['vi', 'en'] | None) -> str:
        ...
    def describe_fragment(self, language: typing.Literal['vi', 'en'] | None) -> str:
        ...
    def empty_sheet(self, language: typing.Literal['vi', 'en'] | None, delimiter: str, companions: bool, table: str, form: bool) -> str:
        ...
    def form(self, language: typing.Literal['vi', 'en'] | None, companions: bool) -> EvidenceForm:
        ...
    def node_of(self, id: str) -> int:
        ...
    def options(self) -> list[tuple[str, list[str]]]:
        """The options of each choice."""
    def sheet_columns(self, language: typing.Literal['vi', 'en'] | None, companions: bool, table: str) -> list[SheetColumn]:
        ...
    def title(self, language: typing.Literal['vi', 'en'] | None) -> str:
        ...
    def to_json(self) -> str:
        ...
    @property
    def blocks(self) -> list[str]:
        ...
    @property
    def criteria(self) -> int:
        ...
    @property
    def id(self) -> str:
        ...
    @property
    def looks_back(self) -> bool:
        ...
    @property
    def point_decimals(self) -> int:
        ...
    @property
    def points(self) -> decimal.Decimal:
        ...
    @property
    def relative(self) -> bool:
        ...
    @property
    def tables(self) -> list[str]:
        ...
    @property
    def tracks(self) -> list[str]:
        ...
    @property
    def version(self) -> str | None:
        ...
    @property
    def warnings(self) -> list[Problem]:
        ...
class SheetColumn:
    @property
    def cells(self) -> str:
        ...
    @property
    def decimals(self) -> int | None:
        ...
    @property
    def label(self) -> str:
        ...
    @property
    def least(self) -> decimal.Decimal | None:
        ...
    @property
    def mark(self) -> str:
        ...
    @property
    def most(self) -> decimal.Decimal | None:
        ...
    @property
    def name(self) -> str:
        ...
    @property
    def not_applicable(self) -> str:
        ...
    @property
    def takes(self) -> str:
        ...
    @property
    def words(self) -> list[str]:
        ...
class FormLine:
    @property
    def depth(self) -> int:
        ...
    @property
    def kind(self) -> str:
        ...
    @property
    def measured_in(self) -> str:
        ...
    @property
    def number(self) -> str:
        ...
    @property
    def points(self) -> decimal.Decimal | None:
        ...
    @property
    def text(self) -> str:
        ...
    @property
    def to_fill(self) -> SheetColumn | None:
        ...
class EvidenceForm:
    @property
    def heads(self) -> list[str]:
        ...
    @property
    def hint(self) -> str:
        ...
    @property
    def lines(self) -> list[FormLine]:
        ...
    @property
    def title(self) -> str:
        ...
class Node:
    """A criterion of a model, or an entry of its bonus or penalty."""
    def label(self, language: typing.Literal['vi', 'en'] | None = None) -> str:
        """Its name in a language, otherwise in the other one, otherwise its id."""
    @property
    def depth(self) -> int:
        """How many groups contain it; 0 at the top."""
    @property
    def id(self) -> str:
        """Unique among criteria and entries."""
    @property
    def number(self) -> str:
        """The number as printed; it may be empty."""
class Criterion(Node):
    def __init__(self, model: Model, place: typing.SupportsInt | typing.SupportsIndex) -> None:
        ...
    @property
    def _end(self) -> int:
        ...
    @property
    def _parent(self) -> int | None:
        ...
    @property
    def _place(self) -> int:
        ...
    @property
    def kind(self) -> str:
        """``group``, ``leaf``, ``bonus`` or ``penalty``."""
    @property
    def points(self) -> decimal.Decimal:
        """The weight: the most points that it can earn."""
    @property
    def policies(self) -> dict[str, str | None]:
        """What a leaf counts if it is not_applicable, missing or undefined: its own policies, or the nearest above it."""
class DecimalTable:
    def __arrow_c_stream__(self, requested_schema: typing.Any = None) -> typing.Any:
        ...
class Table:
    def __arrow_c_stream__(self, requested_schema: typing.Any = None) -> typing.Any:
        ...
    def codes(self, column: str) -> numpy.typing.NDArray[numpy.int32]:
        """Of text: the place of each row's name; -1 if it has none. Not to be written to."""
    def csv(self, decimal: str) -> str:
        """CSV with the decimals that are published, and this decimal mark."""
    def csv_for_excel(self, model: Model, language: typing.Literal['vi', 'en'] | None = None) -> str:
        """CSV that spreadsheets with a decimal comma open, with labels."""
    def figures(self, column: str) -> list[str | None]:
        """Of figures: the text of each, with the decimals that are published; None where there is none."""
    def heads(self, model: Model, language: typing.Literal['vi', 'en'] | None) -> list[str]:
        """The heads of its columns, for people."""
    def in_words(self, model: Model, language: typing.Literal['vi', 'en'] | None) -> Table:
        """The table for people: labels in place of ids, and words in place of states, causes and truths."""
    def json(self) -> str:
        """An array of objects, one for each row; figures have the decimals that they are published with."""
    def kind(self, column: str) -> str:
        """text, category, figure, whole, truth or date."""
    def missing(self, column: str) -> numpy.typing.NDArray[numpy.bool] | None:
        """Of what is no text: which rows have none; None where all have one."""
    def names(self, column: str) -> list[str]:
        """Of text: what its codes stand for."""
    def objects(self, column: str) -> numpy.ndarray[typing.Any, numpy.dtype[typing.Any]]:
        """Of text: what its codes stand for, as an array of objects that ends with None, so that -1 is none."""
    def select(self, columns: collections.abc.Sequence[str]) -> Table:
        """A table of these columns, in this order."""
    def values(self, column: str) -> numpy.ndarray[typing.Any, numpy.dtype[typing.Any]]:
        """Figures as float64 (NaN where there is none), wholes as int64, truths as bool, dates as int32 days since 1970 (0 there)."""
    def with_decimals(self) -> DecimalTable:
        """The table, with figures of decimal128 in its stream of Arrow."""
    @property
    def columns(self) -> list[str]:
        ...
    @property
    def rows(self) -> int:
        ...
class Roster:
    @staticmethod
    def read(path: os.PathLike[str] | os.PathLike[bytes] | str | bytes) -> Roster:
        ...
    def __init__(self, units: collections.abc.Sequence[tuple[str, str, str, collections.abc.Sequence[str]]]) -> None:
        ...
    def units(self) -> list[tuple[str, str, str, list[str]]]:
        ...
class ReadingOptions:
    absent: str
    decimal: str | None
    delimiter: str | None
    encoding: str
    layout: str
    period: str | None
    roster: Roster | None
    thousands: str | None
    unknown: str
    def __init__(self) -> None:
        ...
    @property
    def fill(self) -> list[tuple[str, str]]:
        ...
    @fill.setter
    def fill(self, arg0: collections.abc.Sequence[tuple[str, str]]) -> None:
        ...
    @property
    def header_line(self) -> int:
        ...
    @header_line.setter
    def header_line(self, arg0: typing.SupportsInt | typing.SupportsIndex) -> None:
        ...
    @property
    def header_lines(self) -> int:
        ...
    @header_lines.setter
    def header_lines(self, arg0: typing.SupportsInt | typing.SupportsIndex) -> None:
        ...
    @property
    def ignore(self) -> list[str]:
        ...
    @ignore.setter
    def ignore(self, arg0: collections.abc.Sequence[str]) -> None:
        ...
    @property
    def missing_words(self) -> list[str]:
        ...
    @missing_words.setter
    def missing_words(self, arg0: collections.abc.Sequence[str]) -> None:
        ...
    @property
    def most_problems(self) -> int:
        ...
    @most_problems.setter
    def most_problems(self, arg0: typing.SupportsInt | typing.SupportsIndex) -> None:
        ...
    @property
    def rename(self) -> list[tuple[str, str]]:
        ...
    @rename.setter
    def rename(self, arg0: collections.abc.Sequence[tuple[str, str]]) -> None:
        ...
    @property
    def skip_last(self) -> int:
        ...
    @skip_last.setter
    def skip_last(self, arg0: typing.SupportsInt | typing.SupportsIndex) -> None:
        ...
class Evidence:
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    @staticmethod
    def parse(text: str, model: Model, options: ReadingOptions) -> Evidence:
        ...
    @staticmethod
    @typing.overload
    def read(path: os.PathLike[str] | os.PathLike[bytes] | str | bytes, below: TableBelow, options: ReadingOptions) -> Evidence:
        ...
    @staticmethod
    @typing.overload
    def read(path: os.PathLike[str] | os.PathLike[bytes] | str | bytes, beside: TableBeside, options: ReadingOptions) -> Evidence:
        ...
    @staticmethod
    def read_with_warnings(path: os.PathLike[str] | os.PathLike[bytes] | str | bytes, model: Model, options: ReadingOptions, told: collections.abc.Callable[[int, int], typing.Any] | None) -> tuple[Evidence, list[Problem]]:
        """The evidence of a file, and its warnings with their lines."""
    @staticmethod
    def restored(model: Model, columns: list[tuple[typing.Any, ...]], roster: Roster | None = None) -> Evidence:
        ...
    def __eq__(self, other: object) -> bool:
        ...
    def left_out(self) -> list[Problem]:
        ...
    def missing(self, measure: str) -> int:
        """How many cells of a measure are."""
    def restored_table(self, table: str, columns: list[tuple[typing.Any, ...]]) -> Evidence:
        ...
    def saved(self) -> list[tuple[typing.Any, ...]]:
        ...
    def saved_table(self, table: str) -> list[tuple[typing.Any, ...]]:
        ...
    def table(self) -> Table:
        ...
    def table_below(self, table: str) -> Table:
        ...
    def unreported(self) -> list[tuple[str, str, str]]:
        ...
    def warnings(self) -> list[Problem]:
        ...
    def with_noticed(self, noticed: collections.abc.Sequence[Problem]) -> Evidence:
        ...
    @property
    def blocks(self) -> list[str]:
        ...
    @property
    def noticed(self) -> list[Problem]:
        ...
    @property
    def periods(self) -> list[str]:
        ...
    @property
    def roster(self) -> Roster | None:
        ...
    @property
    def rows(self) -> int:
        ...
    @property
    def tables(self) -> list[tuple[str, int]]:
        """The tables below the units that were given, each with its number of rows."""
    @property
    def units(self) -> list[str]:
        ...
class TableBelow:
    def __init__(self, evidence: Evidence, table: str, unit: str, period: str) -> None:
        ...
    @property
    def table(self) -> str:
        ...
class TableBeside:
    pass
class EvidenceReader:
    @staticmethod
    def of_roster(options: ReadingOptions) -> EvidenceReader:
        """A reader for a roster."""
    @typing.overload
    def __init__(self, model: Model, options: ReadingOptions) -> None:
        ...
    @typing.overload
    def __init__(self, beside: TableBeside, options: ReadingOptions) -> None:
        ...
    @typing.overload
    def __init__(self, below: TableBelow, options: ReadingOptions) -> None:
        ...
    def add_column(self, name: str) -> int:
        ...
    def arrow_array(self, column: typing.SupportsInt | typing.SupportsIndex, schema: typing.Any, array: typing.Any) -> None:
        ...
    def arrow_column(self, column: typing.SupportsInt | typing.SupportsIndex, stream: typing.Any) -> None:
        ...
    def arrow_table(self, stream: typing.Any) -> None:
        ...
    def booleans(self, column: typing.SupportsInt | typing.SupportsIndex, cells: typing.Annotated[numpy.typing.ArrayLike, numpy.bool], missing: typing.Annotated[numpy.typing.ArrayLike, numpy.bool] | None = None) -> None:
        ...
    def build(self) -> Evidence:
        ...
    def build_roster(self) -> Roster:
        ...
    def cells(self, column: typing.SupportsInt | typing.SupportsIndex, cells: list[typing.Any]) -> None:
        ...
    def expect_rows(self, rows: typing.SupportsInt | typing.SupportsIndex) -> None:
        ...
    def integers(self, column: typing.SupportsInt | typing.SupportsIndex, cells: typing.Annotated[numpy.typing.ArrayLike, numpy.int64], missing: typing.Annotated[numpy.typing.ArrayLike, numpy.bool] | None = None) -> None:
        ...
    def knows(self, name: str) -> bool:
        ...
    def numbers(self, column: typing.SupportsInt | typing.SupportsIndex, cells: numpy.ndarray[typing.Any, numpy.dtype[typing.Any]]) -> None:
        ...
    def reads(self, column: typing.SupportsInt | typing.SupportsIndex) -> bool:
        ...
    def refuse_type(self, column: typing.SupportsInt | typing.SupportsIndex, type: str) -> None:
        ...
    def takes_dates(self, column: typing.SupportsInt | typing.SupportsIndex) -> bool:
        ...
    def takes_periods(self, column: typing.SupportsInt | typing.SupportsIndex) -> bool:
        ...
    def times(self, column: typing.SupportsInt | typing.SupportsIndex, cells: typing.Annotated[numpy.typing.ArrayLike, numpy.int64], per_day: typing.SupportsInt | typing.SupportsIndex, missing: typing.Annotated[numpy.typing.ArrayLike, numpy.bool] | None = None) -> None:
        """Moments as NumPy counts them, in units of which a day has so many."""
class SheetScan:
    def __init__(self, percent_styles: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex], *, computes_on_load: bool) -> None:
        ...
    def merged(self, most: typing.SupportsInt | typing.SupportsIndex) -> list[tuple[str, str]]:
        """The first and last cells of merged ranges."""
    def read(self, text: bytes) -> bool:
        """Reads on; False if the text is not written as most programs do."""
    @property
    def cells(self) -> int:
        ...
    @property
    def columns(self) -> int:
        ...
    @property
    def errors(self) -> list[tuple[tuple[int, int], str]]:
        ...
    @property
    def formulas(self) -> list[tuple[int, int]]:
        ...
    @property
    def hidden_columns(self) -> list[tuple[int, int]]:
        ...
    @property
    def hidden_rows(self) -> list[tuple[int, int]]:
        ...
    @property
    def percent(self) -> list[tuple[int, int]]:
        ...
    @property
    def rows(self) -> int:
        ...
class SheetReader:
    @typing.overload
    def __init__(self, model: Model, options: ReadingOptions, sheet: str) -> None:
        ...
    @typing.overload
    def __init__(self, beside: TableBeside, options: ReadingOptions, sheet: str) -> None:
        ...
    @typing.overload
    def __init__(self, below: TableBelow, options: ReadingOptions, sheet: str) -> None:
        ...
    def build(self) -> Evidence:
        ...
    def expect_rows(self, rows: typing.SupportsInt | typing.SupportsIndex) -> None:
        ...
    def hide_columns(self, first: typing.SupportsInt | typing.SupportsIndex, last: typing.SupportsInt | typing.SupportsIndex) -> None:
        ...
    def hide_rows(self, first: typing.SupportsInt | typing.SupportsIndex, last: typing.SupportsInt | typing.SupportsIndex) -> None:
        ...
    def join(self, other: SheetReader) -> None:
        """Reads the rows of another form together with these; the other reader may not be used afterwards."""
    def may_join(self, other: SheetReader) -> bool:
        ...
    def merge(self, first_row: typing.SupportsInt | typing.SupportsIndex, last_row: typing.SupportsInt | typing.SupportsIndex, column: typing.SupportsInt | typing.SupportsIndex) -> None:
        ...
    def read(self, first: typing.SupportsInt | typing.SupportsIndex, rows: list[list[typing.Any]]) -> None:
        """The next rows, of which the first has this number. A cell is what a workbook has, a tuple of a number for one in percent, and an empty tuple for a formula without a value."""
    def warnings(self, built: Evidence) -> list[Problem]:
        """The warnings of the evidence that it built, with their cells."""
    @property
    def has_heads_below(self) -> bool:
        ...
    @property
    def known_heads(self) -> int:
        ...
    @property
    def measures(self) -> int:
        ...
    @property
    def names_units(self) -> bool:
        ...
    @property
    def rows(self) -> int:
        ...
class CohortTotals:
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    @staticmethod
    def of(evidence: Evidence, model: Model) -> CohortTotals:
        ...
    @staticmethod
    def restored(model: Model, saved: collections.abc.Sequence[tuple[str, str, str, collections.abc.Sequence[tuple[typing.SupportsInt | typing.SupportsIndex, str, str]]]]) -> CohortTotals:
        ...
    def __eq__(self, other: object) -> bool:
        ...
    def merged(self, other: CohortTotals) -> CohortTotals:
        ...
    def saved(self) -> list[tuple[str, str, str, list[tuple[int, str, str]]]]:
        ...
    @property
    def cohorts(self) -> int:
        ...
class RankingKeys:
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    @staticmethod
    def restored(model: Model, saved: collections.abc.Sequence[tuple[str, str, str, collections.abc.Sequence[str], collections.abc.Sequence[str | None]]]) -> RankingKeys:
        ...
    def __eq__(self, other: object) -> bool:
        ...
    def merged(self, other: RankingKeys) -> RankingKeys:
        ...
    def saved(self) -> list[tuple[str, str, str, list[str], list[str | None]]]:
        ...
    @property
    def cohorts(self) -> int:
        ...
    @property
    def ranked(self) -> int:
        ...
class Scores:
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    def __eq__(self, other: object) -> bool:
        ...
    def averages(self, node: str | None) -> Table:
        ...
    def block(self, row: typing.SupportsInt | typing.SupportsIndex) -> str:
        ...
    def matrix(self, nodes: collections.abc.Sequence[str], value: str) -> numpy.typing.NDArray[numpy.float64]:
        ...
    def place(self, row: typing.SupportsInt | typing.SupportsIndex) -> int | None:
        ...
    def ranking_keys(self) -> RankingKeys:
        ...
    def row(self, unit: str, period: str, track: str) -> int:
        ...
    def row_names(self) -> Table:
        ...
    def table(self, *, node: str | None, block: str | None, period: str | None, track: str | None, exact: bool, by_criterion: bool, reasons: bool = True, order: str, nodes: collections.abc.Sequence[str] = [], node_figure: str = 'index', top: typing.SupportsInt | typing.SupportsIndex | None = None, first: typing.SupportsInt | typing.SupportsIndex | None = None, ranking_keys: RankingKeys | None = None, reasons_in: typing.Literal['vi', 'en'] | None | None = None) -> Table:
        ...
    def warnings(self) -> list[Problem]:
        ...
    @property
    def keep(self) -> str:
        ...
    @property
    def rows(self) -> int:
        ...
class Scorer:
    def __init__(self, model: Model) -> None:
        ...
    def score(self, evidence: Evidence, keep: str, cohorts: CohortTotals | None, threads: typing.SupportsInt | typing.SupportsIndex, told: collections.abc.Callable[[int, int], typing.Any] | None) -> Scores:
        ...
class ScoreStreamOptions:
    def __init__(self, reading: ReadingOptions, *, block: str | None, period: str | None, track: str | None, nodes: collections.abc.Sequence[str], node_figure: str, exact: bool, threads: typing.SupportsInt | typing.SupportsIndex, temporary: os.PathLike[str] | os.PathLike[bytes] | str | bytes, rows_at_once: typing.SupportsInt | typing.SupportsIndex, rows_of_a_part: typing.SupportsInt | typing.SupportsIndex) -> None:
        ...
class Scorecard:
    def __eq__(self, other: object) -> bool:
        ...
    def __hash__(self) -> int:
        ...
    def __init__(self, scores: Scores, row: typing.SupportsInt | typing.SupportsIndex) -> None:
        ...
    def __len__(self) -> int:
        ...
    def _place_of(self, id: str) -> int:
        ...
    def _repr_html_(self) -> str:
        ...
    def html(self, language: typing.Literal['vi', 'en'] | None = None, *, depth: typing.SupportsInt | typing.SupportsIndex = 64) -> str:
        """The card as a page of HTML for A4, a phone, light and dark; groups below `depth` levels are folded."""
    def notes(self, language: typing.Literal['vi', 'en'] | None = None) -> list[str]:
        """What decided, in sentences: the veto, requirement or quota that lowered the class or left the unit without one, an index that is held, a rank among units of the same published index."""
    def text(self, language: typing.Literal['vi', 'en'] | None = None, *, depth: typing.SupportsInt | typing.SupportsIndex = 64) -> str:
        """The card as text."""
    @property
    def applicable(self) -> chiso.figures.Figure:
        """The points that it could have achieved."""
    @property
    def block(self) -> str:
        """The block in which it is ranked; empty for the unnamed block."""
    @property
    def bonus(self) -> chiso.figures.Figure:
        """The bonus, limited to its cap."""
    @property
    def class_(self) -> str | None:
        """The id of its class."""
    @property
    def class_by(self) -> str | None:
        """What decided the class: ``band``, ``requires``, ``veto`` or ``quota``; None for a row without a class, unless a missing requirement or veto left it so."""
    @property
    def class_by_item(self) -> str | None:
        """Which one: the id of the class whose requirement was not true, or whose quota held it back; or the place of the veto, from 1."""
    @property
    def complete(self) -> bool:
        """Whether no evidence is missing, and the coverage is at least that of the model; an incomplete row has an index, but no rank and no class."""
    @property
    def coverage(self) -> chiso.figures.Figure | None:
        """Of the points that are asked of the unit, how many in percent have evidence, as published; None if nothing is asked."""
    @property
    def held(self) -> str | None:
        """Whether the index is held at the ``most`` that it can be, or at the ``least``, 0; None where it is not."""
    @property
    def held_back(self) -> bool:
        """Whether a quota held it back."""
    @property
    def index(self) -> chiso.figures.Figure | None:
        """The index on the scale of the model (100 if it has none), as published; None if nothing is applicable."""
    @property
    def level_as_published(self) -> bool:
        """Whether another row that is ranked with it has the same published index and another rank."""
    @property
    def penalty(self) -> chiso.figures.Figure:
        """The penalty, limited to its cap."""
    @property
    def period(self) -> str:
        """The period; empty for the unnamed period."""
    @property
    def points(self) -> chiso.figures.Figure:
        """The points achieved, as published."""
    @property
    def rank(self) -> int | None:
        """The rank within its block, period and track, as the model counts ties."""
    @property
    def ranked(self) -> int:
        """The number of units ranked there."""
    @property
    def track(self) -> str:
        """The track: who stated the evidence."""
    @property
    def unit(self) -> str:
        """The unit that was scored."""
class ScoreLine(Node):
    def __init__(self, card: Scorecard, place: typing.SupportsInt | typing.SupportsIndex) -> None:
        ...
    def reason_in(self, language: typing.Literal['vi', 'en'] | None = None) -> str:
        """The reason as people read it, with labels instead of names."""
    @property
    def applicable(self) -> chiso.figures.Figure:
        """The points that it could have earned; 0 for entries of bonus and penalty."""
    @property
    def complete(self) -> bool:
        """Whether no evidence is missing."""
    @property
    def condition_of(self) -> str | None:
        """The id of the criterion whose ``applies_when`` is false, so that it does not apply: itself, or the nearest group above; None if there is none."""
    @property
    def coverage(self) -> chiso.figures.Figure | None:
        """Of the points that are asked in it, how many in percent have evidence, as published; None if nothing is asked."""
    @property
    def index(self) -> chiso.figures.Figure | None:
        """100 x points / applicable, as published; None if nothing is applicable."""
    @property
    def items_not_applicable(self) -> list[int]:
        """Of a checklist, the places of the items that do not apply, from 0."""
    @property
    def items_not_true(self) -> list[int]:
        """Of a checklist, the places of the items that are false, from 0."""
    @property
    def max(self) -> decimal.Decimal:
        """The most points that it can earn."""
    @property
    def missing(self) -> list[str]:
        """The measures that it reads and that are missing."""
    @property
    def not_applicable(self) -> list[str]:
        """The measures that it reads and that do not apply."""
    @property
    def operands(self) -> list[tuple[str, bool | str | datetime.date | fractions.Fraction | None]]:
        """What the rule reads if it measures more than one measure alone, in order, each once with its value: an exact number, the name of an option, True or False, a date; None if it is missing, not applicable or undefined. Empty for rules with parts, and for checklists."""
    @property
    def own_points(self) -> chiso.figures.Figure | None:
        """For a leaf whose points are stated, the points that its rule gives, as published; otherwise None."""
    @property
    def points(self) -> chiso.figures.Figure:
        """The points that it earned, as published."""
    @property
    def policy(self) -> str | None:
        """The policy that decided what it counts, if it is not applicable, missing or undefined: ``exclude``, ``zero`` and so on."""
    @property
    def policy_of(self) -> str | None:
        """The id of the criterion that names this policy: itself, or the nearest group above; None if it is the model's."""
    @property
    def reason(self) -> str:
        """The reason for the points, in English and with the names of the model; empty if there is none."""
    @property
    def state(self) -> str | None:
        """``scored``, ``undefined``, ``missing``, ``not_applicable`` or ``stated``; None for groups."""
    @property
    def value(self) -> fractions.Fraction | None:
        """What the rule measured, exactly, if that is one number or truth; otherwise None."""
class CheckReport:
    def __init__(self, evidence: Evidence, model: Model) -> None:
        ...
    def _findings(self) -> list[tuple[str, tuple[str, str, str, str], str, str | None, list[tuple[str, bool | datetime.date | chiso.checks.State | decimal.Decimal | str]], bool | datetime.date | chiso.checks.State | fractions.Fraction | str | None, None | bool | datetime.date | chiso.checks.State | fractions.Fraction | str | tuple[fractions.Fraction, fractions.Fraction], str | None, list[tuple[str, decimal.Decimal, str, list[str]]], int, bool]]:
        ...
    def _implied(self) -> list[tuple[str, tuple[str, str, str, str], str, int, int]]:
        ...
    def _judged(self) -> list[tuple[str, list[int]]]:
        ...
    def _repr_html_(self) -> str:
        ...
    def csv(self, language: typing.Literal['vi', 'en'] | None = None) -> str:
        """The findings as CSV, as ``chiso check -o`` writes them."""
    def html(self, language: typing.Literal['vi', 'en'] | None = None) -> str:
        """The same as a page of HTML for A4, a phone, light and dark."""
    def text(self, language: typing.Literal['vi', 'en'] | None = None) -> str:
        """Findings, implied counts and judged counts as text, in aligned columns."""
    def words(self, language: typing.Literal['vi', 'en'] | None = None) -> list[str]:
        """Each finding in a sentence."""
class Lost:
    def __init__(self, scores: Scores, row: typing.SupportsInt | typing.SupportsIndex) -> None:
        ...
    def _leaves(self) -> list[tuple[str, fractions.Fraction, fractions.Fraction, fractions.Fraction, fractions.Fraction | None, fractions.Fraction | None, fractions.Fraction | None, fractions.Fraction, fractions.Fraction | None, fractions.Fraction | None]]:
        ...
    @property
    def adjustments(self) -> fractions.Fraction | None:
        """What bonus and penalty give, in index points."""
    @property
    def held(self) -> fractions.Fraction | None:
        """What holding the index at its ends gives, in index points."""
    @property
    def limits(self) -> fractions.Fraction | None:
        """What the caps of groups take, less what their ``at_least`` gives, in index points."""
    @property
    def rounding(self) -> fractions.Fraction | None:
        """What the rounding of scaled groups gives, in index points."""
    @property
    def total(self) -> fractions.Fraction | None:
        """The index points short of 100 before bonus and penalty; None without an index."""
class Comparison:
    def __init__(self, a: Scorecard, b: Scorecard) -> None:
        ...
    def _by_cause(self) -> list[tuple[str, fractions.Fraction]]:
        ...
    def _by_node(self, depth: typing.SupportsInt | typing.SupportsIndex) -> list[tuple[str, fractions.Fraction]]:
        ...
    def _keys(self, depth: typing.SupportsInt | typing.SupportsIndex) -> list[str]:
        ...
    def _terms(self) -> list[tuple[str | None, str, str, fractions.Fraction]]:
        ...
    @property
    def complete(self) -> bool:
        """Whether no evidence is missing on either side."""
    @property
    def difference(self) -> chiso.figures.Figure | None:
        """The index of the second card less that of the first: as published, with the exact difference; None if either has none."""
class RankChanges:
    def __init__(self, *, scores: Scores, block: str, period_before: str, track_before: str, period_after: str, track_after: str) -> None:
        ...
    def against(self, model: Model, unit: str, other: str) -> list[tuple[str | None, str, fractions.Fraction]]:
        ...
class RankChange:
    def __init__(self, changes: RankChanges, unit: str) -> None:
        ...
    @property
    def after(self) -> int:
        """The place after, likewise."""
    @property
    def before(self) -> int:
        """The place before: 1 + the number of ranked units strictly above."""
    @property
    def entered_above(self) -> list[str]:
        """The units above that were not ranked before."""
    @property
    def left_above(self) -> list[str]:
        """The units that were above and are not ranked any more."""
    @property
    def own_now_others_then(self) -> int:
        """The place of the unit as it is after, among the others as they were before."""
    @property
    def own_then_others_now(self) -> int:
        """The place of the unit as it was before, among the others as they are after."""
    @property
    def passed(self) -> list[str]:
        """The units that were above and no longer are."""
    @property
    def passed_by(self) -> list[str]:
        """The units that have come above."""
class Bridges:
    def __init__(self, before: Scores, now: Scores) -> None:
        ...
    def of(self, before: typing.SupportsInt | typing.SupportsIndex, now: typing.SupportsInt | typing.SupportsIndex) -> tuple[fractions.Fraction, fractions.Fraction, fractions.Fraction] | None:
        ...
class Missing:
    def __init__(self, scores: Scores, block: str | None, period: str | None, track: str | None) -> None:
        ...
    def __len__(self) -> int:
        """How many things are missing, over all rows."""
    def _figures(self, language: typing.Literal['vi', 'en'] | None) -> list[tuple[list[str], str, str | None, str, list[str], list[int], list[str], decimal.Decimal]]:
        ...
    def _repr_html_(self) -> str:
        ...
    def html(self, *, by: str = 'unit', language: typing.Literal['vi', 'en'] | None = None) -> str:
        """The same as a page of HTML for A4, a phone, light and dark."""
    def table(self, *, by: str = 'unit', language: typing.Literal['vi', 'en'] | None = None) -> Table:
        """What is missing as a table, of which `frame` makes a data frame."""
    def text(self, *, by: str = 'unit', language: typing.Literal['vi', 'en'] | None = None) -> str:
        """What is missing as text, by unit or by measure, with what waits for it."""
class Verification:
    def __init__(self, scores: Scores, published: Evidence) -> None:
        ...
    def _absent_rows(self) -> list[list[str]]:
        ...
    def _differences(self) -> list[tuple[list[str], str, None | int | decimal.Decimal | str, None | int | decimal.Decimal | str, str, str | None, int | None]]:
        ...
    def _repr_html_(self) -> str:
        ...
    def _unpublished(self) -> list[tuple[list[str], str]]:
        ...
    def table(self) -> Table:
        """What was found as a table, of which `frame` makes a data frame."""
    def text(self, language: typing.Literal['vi', 'en'] | None = None) -> str:
        """All of it as text, for people."""
    @property
    def absent_columns(self) -> list[str]:
        """Of ``index``, ``rank`` and ``class`` those of which the table publishes none."""
    @property
    def figures(self) -> int:
        """How many published figures were compared."""
    @property
    def other_rows(self) -> int:
        """How many further rows were scored, in blocks, periods or tracks that the table does not have."""
    @property
    def rows(self) -> int:
        """How many rows of the published table were compared."""
class WhatIfs:
    def __init__(self, scores: Scores, others: str) -> None:
        ...
    def changed(self, changes: Evidence, row: typing.SupportsInt | typing.SupportsIndex, columns: collections.abc.Sequence[tuple[str, typing.Annotated[numpy.typing.ArrayLike, numpy.bool] | None]]) -> Scores:
        ...
    def result(self, changes: Evidence, row: typing.SupportsInt | typing.SupportsIndex, columns: collections.abc.Sequence[tuple[str, typing.Annotated[numpy.typing.ArrayLike, numpy.bool] | None]]) -> tuple[chiso.figures.Figure | None, int | None, str | None]:
        ...
    def results(self, changes: Evidence, rows: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex], columns: collections.abc.Sequence[tuple[str, typing.Annotated[numpy.typing.ArrayLike, numpy.bool] | None]]) -> tuple[numpy.typing.NDArray[numpy.float64], numpy.typing.NDArray[numpy.int64], list[str]]:
        ...
    def rows(self, units: collections.abc.Sequence[typing.Any], period: str, track: str) -> list[int]:
        """The rows of units; -1 of those that are not called exactly so."""
    def steps(self, row: typing.SupportsInt | typing.SupportsIndex) -> list[tuple[typing.Any, ...]]:
        ...
class Planner:
    def __init__(self, scores: Scores, row: typing.SupportsInt | typing.SupportsIndex, actions: collections.abc.Sequence[tuple[str, collections.abc.Sequence[tuple[str, bool | typing.SupportsInt | typing.SupportsIndex | typing.SupportsFloat | typing.SupportsIndex | str]], str, str | None]], others: str, progress: collections.abc.Callable[[int, int], typing.Any] | None = None) -> None:
        ...
    def frontier(self) -> list[tuple[list[str], decimal.Decimal, chiso.figures.Figure | None, int | None, str | None, bool]]:
        ...
    def highest(self) -> tuple[list[str], decimal.Decimal, chiso.figures.Figure | None, int | None, str | None, bool] | None:
        ...
    def plans(self, kind: str, value: str, most: typing.SupportsInt | typing.SupportsIndex) -> list[tuple[list[str], decimal.Decimal, chiso.figures.Figure | None, int | None, str | None, bool]]:
        ...
def cause_words(cause: str, language: typing.Literal['vi', 'en'] | None) -> str:
    ...
def changed_settings(before: Model, now: Model) -> list[str]:
    ...
def changes(before: Scores, period_before: str, track_before: str, now: Scores, period_now: str, track_now: str) -> tuple[list[str], list[str], list[int | None], list[int | None], list[int | None], list[float | None], list[float | None], list[float | None], list[bool]]:
    ...
def check_model(text: str) -> list[Problem]:
    ...
def check_part(kind: str, text: str) -> list[Problem]:
    """Every problem of a part of a model, read by itself, by its kind: a type of rule or check, or `criterion`, `measure`..."""
def clean_name(name: str) -> str:
    """A name as those of tables are read: in NFC, with single blanks within and none around it, without characters that nobody sees."""
def comparison_fragment(before: Scorecard, now: Scorecard, language: typing.Literal['vi', 'en'] | None) -> str:
    ...
def comparison_html(before: Scorecard, now: Scorecard, language: typing.Literal['vi', 'en'] | None) -> str:
    ...
def comparison_text(before: Scorecard, now: Scorecard, language: typing.Literal['vi', 'en'] | None) -> str:
    ...
def decimal_mark_of(head: str) -> str | None:
    """The decimal mark that a head of a sheet states; None if it states none."""
def described_drafts() -> list[dict[str, typing.Any]]:
    """What the fields of the drafts are, for the generator of their classes."""
def described_rules() -> list[dict[str, typing.Any]]:
    """What the fields of the rules are, for the generator of their classes."""
def diff_fragment(before: Model, now: Model, language: typing.Literal['vi', 'en'] | None) -> str:
    ...
def diff_html(before: Model, now: Model, language: typing.Literal['vi', 'en'] | None) -> str:
    ...
def diff_text(before: Model, now: Model, language: typing.Literal['vi', 'en'] | None) -> str:
    ...
def evidence_error(problems: collections.abc.Sequence[Problem], total: typing.SupportsInt | typing.SupportsIndex) -> chiso.errors.EvidenceError:
    """The error of a table with these problems."""
def html_fragment(language: typing.Literal['vi', 'en'] | None, body: str) -> str:
    ...
def implied_counts(digits: typing.SupportsInt | typing.SupportsIndex, decimals: typing.SupportsInt | typing.SupportsIndex, numerator: typing.SupportsInt | typing.SupportsIndex | None, denominator: typing.SupportsInt | typing.SupportsIndex | None) -> tuple[int, int] | None:
    ...
def json_schema() -> str:
    """The JSON Schema (2020-12) of a model file, for editors and other programs."""
def lost_fragment(card: Scorecard, language: typing.Literal['vi', 'en'] | None) -> str:
    ...
def lost_html(card: Scorecard, language: typing.Literal['vi', 'en'] | None) -> str:
    ...
def lost_text(card: Scorecard, language: typing.Literal['vi', 'en'] | None) -> str:
    ...
def model_diff(before: Model, now: Model) -> list[tuple[str, str | None, str | None]]:
    ...
def model_error(problems: collections.abc.Sequence[Problem]) -> chiso.errors.ModelError:
    """The error of a model with these problems, which the package found."""
def nearest(name: str, names: collections.abc.Sequence[str]) -> str:
    """The name that was probably meant; empty where none is near."""
def phrase(name: str, *args: str | int | tuple[typing.Any, ...]) -> str | int | tuple[typing.Any, ...]:
    """A phrase in both languages, to be an argument of a problem, with what stands in its holes."""
def published_table(scores: Scores, period: str) -> TableBeside:
    ...
def row_since(card: Scorecard) -> int | None:
    """The row of its unit and track in the last period before in which there is one; None if there is none."""
def run_command_line(arguments: collections.abc.Sequence[str]) -> int:
    """Runs the command line and returns its exit code."""
def settled_language(language: typing.Literal['vi', 'en'] | None) -> typing.Literal['vi', 'en']:
    """A language that was asked for, or, for None, the one in force."""
@typing.overload
def stream_scores(table: os.PathLike[str] | os.PathLike[bytes] | str | bytes, model: Model, output: os.PathLike[str] | os.PathLike[bytes] | str | bytes, options: ScoreStreamOptions, told: collections.abc.Callable[[int, int], typing.Any] | None) -> tuple[int, list[Problem], list[Problem], list[Problem]]:
    ...
@typing.overload
def stream_scores(open: collections.abc.Callable[[], typing.Any], rows: typing.SupportsInt | typing.SupportsIndex, model: Model, output: os.PathLike[str] | os.PathLike[bytes] | str | bytes, options: ScoreStreamOptions, told: collections.abc.Callable[[int, int], typing.Any] | None) -> tuple[int, list[Problem], list[Problem], list[Problem]]:
    ...
def term_words(kind: str, language: typing.Literal['vi', 'en'] | None) -> str:
    """Of a kind of term that no criterion or entry has, or of a side as a whole."""
def track_gap(scores: Scores, first: str, second: str, period: str | None, block: str | None) -> list[tuple[str, int, fractions.Fraction | None, fractions.Fraction | None]]:
    ...
def unit_report_fragment(card: Scorecard, since: Scorecard | None, language: typing.Literal['vi', 'en'] | None) -> str:
    ...
def unit_report_html(card: Scorecard, since: Scorecard | None, language: typing.Literal['vi', 'en'] | None) -> str:
    ...
def unknown_node(id: str, ids: collections.abc.Sequence[str]) -> chiso.errors.UnknownNameError:
    """The error of an id that no criterion or entry has."""
def weights(model: Model) -> list[tuple[str, str | None, decimal.Decimal, fractions.Fraction | None, fractions.Fraction | None]]:
    ...
def with_hint(problem: Problem, hint: str | int | tuple[typing.Any, ...]) -> Problem:
    """The same problem with another suggestion."""
def with_weights(model: Model, weights: collections.abc.Sequence[tuple[str, str | None, str]], of: str) -> Model:
    ...
def write_bytes(path: str, data: bytes) -> None:
    """Writes a file whole or not at all."""
def write_file(path: str, text: str) -> None:
    """Writes a file whole or not at all."""
__version__: str = '0.1.0'
