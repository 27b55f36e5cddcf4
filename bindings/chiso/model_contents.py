"""What a model says: its parts as objects and as data, its weights, and all of it in words."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from chiso import _core
from chiso.arguments import id_of
from chiso.later import Later
from chiso.problems import Problems
from chiso.value import Value

if TYPE_CHECKING:
    from decimal import Decimal

    from chiso import contents, criterion, json_text, workbook_form, workbook_template
    from chiso import draft as drafting
    from chiso import weights as weighting
    from chiso.contents import Contents
    from chiso.criterion import Criterion
    from chiso.draft import Draft
    from chiso.drafts import Measure
    from chiso.languages import Language
else:
    contents = Later("chiso.contents")
    criterion = Later("chiso.criterion")
    drafting = Later("chiso.draft")
    json_text = Later("chiso.json_text")
    weighting = Later("chiso.weights")
    workbook_form = Later("chiso.workbook_form")
    workbook_template = Later("chiso.workbook_template")

SheetLayout: TypeAlias = Literal["units", "form"]


class ModelContents(Value[_core.Model]):
    """What a model says. `Model` derives from it, and adds how models are made, and what they do with evidence."""

    __slots__ = ("_hash", "_made")

    def __init__(self, core: _core.Model) -> None:
        self._core = core
        self._made: Contents | None = None
        self._hash: str | None = None

    def to_json(self) -> str:
        """Canonical JSON: equal models have the same text, which reads back to an equal model."""
        return self._core.to_json()

    def to_dict(self) -> dict[str, Any]:
        """The model as plain data; numbers are int or `decimal.Decimal`, exact.

        Examples
        --------
        >>> chiso.load_model("examples/models/pci_2021.json").to_dict()["criteria"][1]["rule"]
        {'type': 'proportional', 'value': 'land', 'full_at': 10}
        """
        return json_text.data_of(self.to_json())

    def draft(self) -> Draft:
        """A draft of this model, to change and `build`; changing it leaves this model as it is.

        Examples
        --------
        >>> draft = chiso.load_model("examples/models/commune_reform_index.json").draft()
        >>> draft["on_time"].rule.tiers[0].from_ = 99
        >>> draft.version = "trial"
        >>> draft.build()["on_time"].rule.tiers[0]
        Tier(from_=99, points=4)
        """
        return drafting.Draft._of_checked(self.to_dict())

    @property
    def id(self) -> str:
        """The id of the model."""
        return self._core.id

    @property
    def version(self) -> str | None:
        """The version, as its owners count."""
        return self._core.version

    def title(self, language: Language | None = None) -> str:
        """Its name in a language, otherwise in the other one; empty if it has none.

        Parameters
        ----------
        language : {"vi", "en"}
        """
        return self._core.title(language)

    @property
    def points(self) -> Decimal:
        """The sum of the points of the top-level criteria."""
        return self._core.points

    @property
    def tracks(self) -> tuple[str, ...]:
        """The ids of the tracks (who states the evidence), in the order of the model."""
        return tuple(self._core.tracks)

    @property
    def blocks(self) -> tuple[str, ...]:
        """The declared blocks; empty if any block may occur."""
        return tuple(self._core.blocks)

    @property
    def relative(self) -> bool:
        """Whether a row's score depends on the other rows of its block, period and track: a cohort function or the rule `target`."""
        return self._core.relative

    @property
    def looks_back(self) -> bool:
        """Whether a row's score depends on the unit's row of the previous period, and so on which periods there are: `previous`."""
        return self._core.looks_back

    @property
    def measures(self) -> Mapping[str, Measure]:
        """The measures by name, in the order of the model. Looking one up makes a copy; to change a measure, see `draft`. O(1)."""
        return self._contents.measures

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """Every criterion, a group before its contents. O(1)."""
        return self._contents.criteria

    @property
    def leaves(self) -> tuple[Criterion, ...]:
        """The criteria that earn points by a rule. O(1)."""
        return self._contents.leaves

    @property
    def entries(self) -> tuple[Criterion, ...]:
        """The entries of bonus, then those of penalty. O(1)."""
        return self._contents.entries

    @property
    def _nodes(self) -> tuple[Criterion, ...]:
        return self._contents.nodes

    @property
    def _contents(self) -> Contents:
        if self._made is None:
            self._made = contents.contents_of(self, self.draft())
        return self._made

    @property
    def warnings(self) -> Problems:
        """Warnings: what is unusual, but not wrong."""
        return Problems(self._core.warnings)

    @property
    def hash(self) -> str:
        """SHA-256 of the canonical JSON, in hexadecimal."""
        if self._hash is None:
            self._hash = self._core.content_hash()
        return self._hash

    def weights(self, *, kind: str | None = None) -> Any:
        """How much each criterion counts, as a frame; `with_weights` takes it back.

        Parameters
        ----------
        kind : {"pandas", "polars", "pyarrow", "dict"}, optional
            If it is not given, the first of pyarrow, pandas and polars that is installed, otherwise a dict of arrays.

        Returns
        -------
        data frame
            One row for each criterion, a group before its contents: ``node parent kind`` (text; `parent` is null at the top, `kind` is ``leaf`` or ``group``),
            ``points local global`` (float64): the points; what part of the points of its group (at the top, of the model) they are; and the product of these
            parts from the top down, so that the global weights of the leaves sum to 1. What stands in a group with ``cap``, ``at_least`` or ``one_of`` does not
            divide its points: its weights are null.

        Raises
        ------
        ValueError
            If `kind` is not one of these.

        Examples
        --------
        >>> weights = chiso.load_model("examples/models/pci_2021.json").weights(kind="dict")
        >>> [(name, weights[name][1]) for name in ("node", "points")], round(float(weights["global"][1]), 2)
        ([('node', 'land'), ('points', np.float64(5.0))], 0.05)
        """
        return weighting.frame_of_weights(self, kind)

    def describe(self, language: Language | None = None, *, format: Literal["md", "csv", "html"] = "md") -> str:
        """The criteria set in words, as the table that people know.

        Parameters
        ----------
        language : {"vi", "en"}, optional
        format : {"md", "csv", "html"}
            Markdown, CSV, or a page of HTML.

        Examples
        --------
        >>> model = chiso.load_model("examples/models/pci_2021.json")
        >>> [line for line in model.describe("en").splitlines() if "Access to land" in line][0]
        '| 2 | Access to land | 5 | Access to land: in proportion, none at 0, 5 points at 10 |'
        """
        return self._core.describe(language, format)

    def describe_expression(self, expression: str, language: Language | None = None) -> str:
        """An expression over the measures of this model in words, as `describe` puts it.

        Parameters
        ----------
        expression : str
            As it stands in a model.
        language : {"vi", "en"}

        Raises
        ------
        ModelError
            With every problem, if the text is no valid expression.

        Examples
        --------
        >>> model = chiso.load_model("examples/models/commune_reform_index.json")
        >>> model.describe_expression("min(100, percent(tasks_done, tasks_planned))", "en")
        'The least of (100; “Reform tasks done” as % of “Reform tasks planned”)'
        """
        return self._core.describe_expression(expression, language)

    def empty_sheet(
        self,
        language: Language | None = None,
        *,
        delimiter: str = ";",
        companions: bool = True,
        table: str | None = None,
        layout: SheetLayout = "units",
    ) -> str:
        """An empty sheet of evidence for people to fill in, as CSV; `read_evidence` reads the filled sheet as it is.

        Parameters
        ----------
        language : {"vi", "en"}, optional
        delimiter : {";", ",", "\\t"}
        companions : bool
            Whether ``<measure>.not_applicable`` and the columns of stated points stand beside those of units and measures.
        table : str, optional
            A table below the units, for a sheet of it instead of the evidence.
        layout : {"units", "form"}
            A row for each unit; or a form of one unit, with criteria and their figures in rows.

        Raises
        ------
        UnknownNameError
            If the model has no such table.
        ValueError
            If the layout is not one of these, or is a form of a table below the units.
        """
        return self._core.empty_sheet(language, delimiter, companions, table or "", _is_form(layout, table))

    def template(
        self,
        path: str | os.PathLike[str],
        *,
        language: Language | None = None,
        companions: bool = True,
        table: str | None = None,
        layout: SheetLayout = "units",
    ) -> None:
        """Writes an empty workbook (xlsx) of evidence for people to fill in, which `read_evidence` reads as it is: a worksheet of the evidence, one
        for each table below the units, and one that explains the columns. Heads are locked; cells are checked as people type, by lists of
        options, ranges and decimals.

        Parameters
        ----------
        path : path-like
            The file, which is replaced if it is there.
        language : {"vi", "en"}, optional
            Of labels and explanations.
        companions : bool
            As for `empty_sheet`.
        table : str, optional
            A table below the units, for a workbook of it alone.
        layout : {"units", "form"}
            A worksheet with a row for each unit; or a form of one unit, with criteria and their figures in rows, which `read_evidence` knows as such.

        Raises
        ------
        UnknownNameError
            If the model has no such table.
        ValueError
            If the layout is not one of these, or is a form of a table below the units.
        FileError
            If the file cannot be written.
        ImportError
            If XlsxWriter is not installed (``pip install 'chiso[excel]'``).
        """
        if _is_form(layout, table):
            workbook_form.write_form(path, self._core, language, companions)
        else:
            workbook_template.write_template(path, self._core, language, companions, table or "")

    def __getitem__(self, id: str) -> Criterion:
        """The criterion or entry with this id.

        Raises
        ------
        UnknownNameError
            If there is none; the error names the nearest.
        """
        return self._nodes[self._core.node_of(id_of(id))]

    def __iter__(self) -> Iterator[Criterion]:
        return iter(self.criteria)

    def __len__(self) -> int:
        return self._core.criteria

    def __contains__(self, id: object) -> bool:
        """Whether a criterion or entry has this id. A criterion itself is in the model if it is one of this model or of an equal one."""
        return id._model == self if isinstance(id, criterion.Criterion) else id in self._contents.ids

    def _ipython_key_completions_(self) -> list[str]:
        return [node.id for node in self._nodes]

    def __hash__(self) -> int:
        return hash(self.hash)

    def _repr_html_(self) -> str:
        return self._core.describe_fragment(None)


def _is_form(layout: SheetLayout, table: str | None) -> bool:
    """Whether a sheet is a form of one unit."""
    if layout not in ("units", "form"):
        raise ValueError(f'layout is "units" or "form", not {layout!r}')
    if layout == "form" and table is not None:
        raise ValueError("a form is of one unit, and table= of a table below the units: give one of the two")
    return layout == "form"
