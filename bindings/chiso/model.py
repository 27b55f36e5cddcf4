"""The model: what is observed, how it is scored, ranked and classed."""

from __future__ import annotations

import json
import os
import warnings as python_warnings
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal, Self

from chiso import _core
from chiso.arguments import expect, id_of, threads_of
from chiso.checks import CheckReport
from chiso.contents import Contents, contents_of
from chiso.criterion import Criterion
from chiso.described import known
from chiso.draft import Draft
from chiso.errors import ChisoWarning, warn_of
from chiso.evidence import Evidence
from chiso.explain import ModelDiff
from chiso.json_text import JsonText
from chiso.languages import Language
from chiso.parts import Cohorts
from chiso.problems import Problems
from chiso.progress import Told, telling
from chiso.scores import Keep, Scores
from chiso.value import Value, check_version
from chiso.weights import WeightOf, frame_of_weights, weights_of

if TYPE_CHECKING:
    from chiso.described import Described
    from chiso.drafts import Measure


def load_model(path: str | os.PathLike[str]) -> Model:
    """Reads a model file.

    Parameters
    ----------
    path : path-like
        JSON in UTF-8, at most 8 MiB.

    Raises
    ------
    ModelError
        With every problem of the file, each with its line and column.
    FileError
        If the file cannot be read.

    Examples
    --------
    >>> model = load_model("examples/models/commune_reform_index.json")
    >>> model["on_time"].points
    Decimal('4')
    """
    return Model(_core.Model.load(os.fspath(path)))


def check_model(text: str) -> Problems:
    """Every problem of a model's JSON, errors and warnings, in the order of the text. If there is none, the model is valid.

    Parameters
    ----------
    text : str
        The JSON.

    Examples
    --------
    >>> [problem.pointer for problem in check_model('{"chiso": 1}')]
    ['/id', '/measures', '/criteria']
    """
    return Problems(_core.check_model(text))


class Model(Value[_core.Model]):
    """A checked model. Immutable; cheap to copy; any number of threads may score with one.

    Made by `load_model`, `Model.from_json`, `Model.from_dict` or `Draft.build`.

    Examples
    --------
    >>> model = load_model("examples/models/commune_reform_index.json")
    >>> model
    <chiso.Model commune-reform-index: 8 fields, 49 criteria, 100 points>
    """

    __slots__ = ("_hash", "_made", "_scorer")

    def __init__(self, core: _core.Model) -> None:
        self._core = core
        self._scorer = _core.Scorer(core)
        self._made: Contents | None = None
        self._hash: str | None = None
        warn_of(core.warnings)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Reads the text of a model file.

        Parameters
        ----------
        text : str
            JSON, at most 8 MiB in UTF-8.

        Raises
        ------
        ModelError
            With every problem, each with its line and column.
        """
        return cls(_core.Model.parse(text))

    @classmethod
    def from_dict(cls, data: Mapping[str, Any] | Described) -> Self:
        """Makes a model from plain data, as `json.loads` or `tomllib.loads` give it, and the classes of `chiso.drafts` and `chiso.rules`.

        Numbers may be int, `decimal.Decimal`, scalars of NumPy, or floats of at most 15 digits, which stand for their shortest decimal.

        Parameters
        ----------
        data : mapping or Draft
            The keys of a model file, with their values.

        Raises
        ------
        ModelError
            With every problem, each with its JSON pointer.
        """
        written = JsonText(data)
        if not written.problems:
            return cls(_core.Model.from_data(written.text))
        raise _core.model_error(written.with_others(_core.check_model(written.text)))

    def to_json(self) -> str:
        """Canonical JSON: equal models have the same text, which reads back to an equal model."""
        return self._core.to_json()

    def to_dict(self) -> dict[str, Any]:
        """The model as plain data; numbers are int or `decimal.Decimal`, exact.

        Examples
        --------
        >>> load_model("examples/models/pci_2021.json").to_dict()["criteria"][1]["rule"]
        {'type': 'proportional', 'value': 'land', 'full_at': 10}
        """
        data: dict[str, Any] = json.loads(self.to_json(), parse_float=Decimal)
        return data

    def draft(self) -> Draft:
        """A draft of this model, to change and `build`; changing it leaves this model as it is.

        Examples
        --------
        >>> draft = load_model("examples/models/commune_reform_index.json").draft()
        >>> draft["on_time"].rule.tiers[0].from_ = 99
        >>> draft.version = "trial"
        >>> draft.build()["on_time"].rule.tiers[0]
        Tier(from_=99, points=4)
        """
        return Draft._of_checked(self.to_dict())

    def with_(self, **changes: Any) -> Model:
        """This model with other values of some of its top-level keys, as in ``model.with_(publish=Publish(decimals=1))``.

        Parameters
        ----------
        **changes
            The keys, as of `Draft`, with their new values.

        Raises
        ------
        ModelError
            Lists every problem of the resulting model.
        TypeError
            For a key that models do not have.

        Examples
        --------
        >>> model = chiso.load_model("examples/models/pci_2021.json")
        >>> scores = model.score(chiso.read_evidence("examples/data/pci_2021.csv", model, unknown="ignore", kind="dict"))
        >>> model.with_(publish=chiso.Publish(decimals=1)).score(scores.evidence).card("Hà Nội").index
        Figure('68.6')
        """
        draft = self.draft()
        keys = known(Draft).fields
        for key, value in changes.items():
            if key not in keys:
                raise TypeError(f"a model has no key '{key}'; it has {', '.join(keys)}")
            setattr(draft, key, value)
        return draft.build()

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
            self._made = contents_of(self, self.draft())
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
        return frame_of_weights(self, kind)

    def with_weights(self, weights: Any, *, of: WeightOf = "local") -> Model:
        """The model with other points for its criteria, which divide the same points as before by other weights.

        Weights are on any scale: 1, 1 and 1 are equal thirds. Points are whole quanta (``point_decimals``), by largest remainder, of equal ones the first: each is
        within a quantum of its share, and their sum is exactly that of before. Rules keep the shares that they give: what they say in points is scaled along, and
        rounded to quanta. Bonus, penalty and everything else stay as they are.

        Parameters
        ----------
        weights : mapping or data frame
            A number above 0 for each node, by its id: ``{"land": 2, "entry": 1}``, a series of pandas, or a frame with the columns ``node`` and `of`, as `weights`
            makes it; rows without a weight are left out. Numbers are int, float (which stands for its shortest decimal), `decimal.Decimal` or `fractions.Fraction`.
        of : {"local", "global"}
            Weights within the group that a node stands in: of a group (or of the top) all nodes or none, and the groups that are not named keep theirs. Or weights
            within the whole model: every criterion has one, or stands in a group that has one, within which points are divided as before.

        Raises
        ------
        ModelError
            Lists every problem of the weights, with the node as its pointer: one that the model does not have, one without a weight of its own, a weight that is not
            above 0, that is too small for a quantum, or that is given twice, and a group with some weights; or the problems of the resulting model.
        ValueError
            If `of` is neither of the two.

        Notes
        -----
        O(size of the model). A group with ``scale_to`` gets its share as ``scale_to``, and its contents keep their sum. A group with ``cap``, ``at_least`` or
        ``one_of`` is scaled as a whole. Stated points of a leaf, if the model accepts them, are points of the new maximum.

        Examples
        --------
        >>> model = chiso.load_model("examples/models/pci_2021.json")
        >>> model.with_weights({leaf.id: 1 for leaf in model.leaves})["land"].points
        Decimal('10')
        >>> str(model.with_weights({"land": 1} | {leaf.id: 2 for leaf in model.leaves if leaf.id != "land"})["land"].points)
        '5.263158'
        """
        return Model(_core.with_weights(self._core, weights_of(weights, of), of))

    def diff(self, other: Model, *, kind: str | None = None) -> ModelDiff:
        """How another model differs from this one, as parsed: what is written otherwise and means the same is no difference.

        Criteria and entries are matched by id, then by ``was``.

        Parameters
        ----------
        other : Model
            A later one, for example.
        kind : {"pandas", "polars", "pyarrow", "dict"}, optional
            The kind of its `frame`, if that is not told another one.
        """
        return ModelDiff(self, expect(other, Model, "what the model is compared with"), kind)

    def describe(self, language: Language | None = None, *, format: Literal["md", "csv", "html"] = "md") -> str:
        """The criteria set in words, as the table that people know.

        Parameters
        ----------
        language : {"vi", "en"}, optional
        format : {"md", "csv", "html"}
            Markdown, CSV, or a page of HTML.

        Examples
        --------
        >>> model = load_model("examples/models/pci_2021.json")
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
        >>> model = load_model("examples/models/commune_reform_index.json")
        >>> model.describe_expression("min(100, percent(tasks_done, tasks_planned))", "en")
        'The least of (100; “Reform tasks done” as % of “Reform tasks planned”)'
        """
        return self._core.describe_expression(expression, language)

    def empty_sheet(
        self, language: Language | None = None, *, delimiter: str = ";", companions: bool = True, table: str | None = None
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
        """
        return self._core.empty_sheet(language, delimiter, companions, table or "")

    def score(
        self,
        evidence: Evidence | Any,
        *,
        keep: Keep = "totals",
        cohorts: Cohorts | None = None,
        threads: int | None = None,
        progress: bool | Told = False,
        **options: Any,
    ) -> Scores:
        """Scores evidence.

        Parameters
        ----------
        evidence : Evidence or data frame or mapping of columns
            Anything but `Evidence` is read by ``Evidence.from_frame(evidence, model, **options)``, which also takes ``tables`` below the units.
        keep : {"totals", "groups", "leaves"}
            What is kept of each row. The scores can answer everything in any case; what is kept need not be computed again.
        cohorts : Cohorts, optional
            The merged cohorts of all parts, if the evidence is a part of a table.
        threads : int, optional
            How many threads compute, at most; None: as many as the machine has. The results do not depend on it.
        progress : bool or callable
            True shows a bar of tqdm while rows are scored. A function is told some times a second how many rows are done, and how many
            there are; what it raises cancels the scoring and is raised here. Other threads of Python run meanwhile, and Ctrl+C stops it.
        **options
            How data that are not `Evidence` yet are read, as for `Evidence.from_frame`.

        Raises
        ------
        EvidenceError
            With every bad cell.
        ShapeError
            If the evidence was read for a model that reads it differently, or if cohorts are of another model or lack one of the evidence.
        ValueError
            If threads is no number from 1 to 1024.
        ImportError
            If a bar is asked for and tqdm is not installed.

        Examples
        --------
        >>> model = chiso.load_model("examples/models/pci_2021.json")
        >>> columns = {"unit": ["A", "B"]} | {name: [6.5, 7.0] for name in model.measures}
        >>> model.score(columns).frame(kind="dict")["index"]
        array([65., 70.])
        """
        evidence = self._read(evidence, options, part=cohorts is not None)
        others = None if cohorts is None else expect(cohorts, Cohorts, "what evidence is scored beside")._core
        with telling(progress, "scored") as told:
            scored = self._scorer.score(evidence._core, keep, others, threads_of(threads), told)
        return Scores(scored, self, evidence, cohorts)

    def check(self, evidence: Evidence | Any, **options: Any) -> CheckReport:
        """Judges the checks of this model on evidence, as `Evidence.check` judges those of the evidence's own model.

        Parameters
        ----------
        evidence : Evidence or data frame or mapping of columns
            As for `score`.
        **options
            As for `score`.

        Raises
        ------
        EvidenceError, ShapeError
            As for `score`.

        Examples
        --------
        >>> model = chiso.load_model("examples/models/published_ratios.json")
        >>> columns = {"unit": ["Xã Trung Dũng"], "received": [1138], "resolved": [600], "whole_rate": [52]}
        >>> finding = model.check(columns, absent="missing").findings[0]
        >>> finding.severity, finding.rounded, finding.found, finding.expected
        ('warning', 'down', Fraction(52, 1), Fraction(53, 1))
        """
        return CheckReport(self._read(evidence, options, part=False), self)

    def cohorts(self, evidence: Evidence | Any, **options: Any) -> Cohorts:
        """What scoring another part of the table needs to know of the rows of this part.

        Parameters
        ----------
        evidence : Evidence or data frame or mapping of columns
            The part, as for `score`; it must have all rows of its units.
        **options
            As for `score`.

        Raises
        ------
        EvidenceError, ShapeError
            As for `score`.

        Examples
        --------
        >>> model = chiso.load_model("examples/models/pci_2021.json")
        >>> parts = [{"unit": [unit]} | {name: [6.5] for name in model.measures} for unit in ("A", "B")]
        >>> model.cohorts(parts[0]) | model.cohorts(parts[1])
        <chiso.Cohorts of pci-2021: 1 of a block, period and track>
        """
        return Cohorts(_core.CohortTotals.of(self._read(evidence, options, part=True)._core, self._core), self)

    def _read(self, evidence: Evidence | Any, options: dict[str, Any], *, part: bool) -> Evidence:
        if not isinstance(evidence, Evidence):
            return Evidence.from_frame(evidence, self, **({"part": part} | options))
        if options:
            raise TypeError(f"evidence that has been read takes no {', '.join(options)}")
        return evidence

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
        return id._model == self if isinstance(id, Criterion) else id in self._contents.ids

    def _ipython_key_completions_(self) -> list[str]:
        return [node.id for node in self._nodes]

    def __hash__(self) -> int:
        return hash(self.hash)

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored_model, (1, self.to_json())

    def __repr__(self) -> str:
        fields = sum(node.depth == 0 for node in self.criteria)
        return f"<chiso.Model {self.id}: {fields} fields, {len(self.criteria)} criteria, {self.points} points>"

    def _repr_html_(self) -> str:
        return self._core.describe_fragment(None)


def _restored_model(version: int, text: str) -> Model:
    check_version("a model", version)
    with python_warnings.catch_warnings():
        python_warnings.simplefilter("ignore", ChisoWarning)
        return Model.from_json(text)


Draft._model_of = Model.from_dict
