"""The model: how it is made, and what it does with evidence and with other models."""

from __future__ import annotations

import os
import warnings as python_warnings
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Self

from chiso import _core
from chiso.arguments import expect, threads_of
from chiso.errors import ChisoWarning, warn_of
from chiso.evidence import Evidence
from chiso.later import Later
from chiso.model_contents import ModelContents
from chiso.problems import Problems
from chiso.progress import Told, telling
from chiso.scores import Keep, Scores
from chiso.value import check_version

if TYPE_CHECKING:
    from chiso import checks, described, json_text, model_diff, parts, streams
    from chiso import draft as drafting
    from chiso import weights as weighting
    from chiso.checks import CheckReport
    from chiso.described import Described
    from chiso.model_diff import ModelDiff
    from chiso.parts import Cohorts
    from chiso.streams import StreamedScores
    from chiso.weights import WeightOf
else:
    checks = Later("chiso.checks")
    described = Later("chiso.described")
    drafting = Later("chiso.draft")
    json_text = Later("chiso.json_text")
    model_diff = Later("chiso.model_diff")
    parts = Later("chiso.parts")
    streams = Later("chiso.streams")
    weighting = Later("chiso.weights")


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


class Model(ModelContents):
    """A checked model. Immutable; cheap to copy; any number of threads may score with one.

    Made by `load_model`, `Model.from_json`, `Model.from_dict` or `Draft.build`.

    Examples
    --------
    >>> model = load_model("examples/models/commune_reform_index.json")
    >>> model
    <chiso.Model commune-reform-index: 8 fields, 49 criteria, 100 points>
    """

    __slots__ = ("_scorer",)

    def __init__(self, core: _core.Model) -> None:
        super().__init__(core)
        self._scorer = _core.Scorer(core)
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
        written = json_text.JsonText(data)
        if not written.problems:
            return cls(_core.Model.from_data(written.text))
        raise _core.model_error(written.with_others(_core.check_model(written.text)))

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
        keys = described.known(drafting.Draft).fields
        for key, value in changes.items():
            if key not in keys:
                raise TypeError(f"a model has no key '{key}'; it has {', '.join(keys)}")
            setattr(draft, key, value)
        return draft.build()

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
        return Model(_core.with_weights(self._core, weighting.weights_of(weights, of), of))

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
        return model_diff.ModelDiff(self, expect(other, Model, "what the model is compared with"), kind)

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
            True shows a bar of tqdm while rows are scored. A function is called some times a second with how many rows are done, and how many
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
        others = None if cohorts is None else expect(cohorts, parts.Cohorts, "what evidence is scored beside")._core
        if progress is False:  # a small table is scored in less time than it takes to enter the other branch
            return Scores(self._scorer.score(evidence._core, keep, others, threads_of(threads), None), self, evidence, cohorts)
        with telling(progress, "scored") as told:
            scored = self._scorer.score(evidence._core, keep, others, threads_of(threads), told)
        return Scores(scored, self, evidence, cohorts)

    def score_stream(
        self,
        table: str | os.PathLike[str] | Callable[[], Any],
        output: str | os.PathLike[str],
        *,
        progress: bool | Told = False,
        **options: Any,
    ) -> StreamedScores:
        """Scores a table that need not fit into memory, and writes its scores to a CSV file.

        The rows are read once and wait on disk, each unit's in one part; the parts are scored one after the other, and ranked together. What is
        written equals ``self.score(read_evidence(table, self)).to_csv(output)`` byte for byte, and problems and warnings are the same. The output is
        there whole or not at all; files in between have no names, so nothing is left of them however the program ends.

        Parameters
        ----------
        table : path-like or callable
            A CSV file; one of Arrow IPC (``.arrow``, ``.ipc``, ``.feather``, ``.arrows``) or Parquet (``.parquet``), which need pyarrow; or a function
            that opens a ``pyarrow.RecordBatchReader``, or anything else with ``__arrow_c_stream__``, anew each time it is called.
        output : path-like
            The CSV file.
        progress : bool or callable
            As of `score`; it is told of the rows that are read.
        **options
            ``only_block``, ``only_period`` and ``only_track`` limit what is written; ``nodes`` are ids of criteria with a column each, ``exact`` adds quanta and
            fractions; ``threads`` is as of `score`; ``temporary`` is the folder in which rows wait (None: that of the output); ``rows_at_once`` and
            ``rows_of_a_part`` say how many are read and scored at once. All others are those of `read_evidence`.

        Returns
        -------
        StreamedScores
            How many rows have scores, and the warnings.

        Raises
        ------
        EvidenceError
            With every bad cell.
        Error
            ``stream.unsupported`` for what needs all rows in memory at once, such as classes by rank.
        FileError
            If a file cannot be read or written.

        Examples
        --------
        >>> import pathlib, tempfile
        >>> model = chiso.load_model("examples/models/commune_reform_index.json")
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     output = pathlib.Path(folder, "scores.csv")
        ...     scored = model.score_stream("examples/data/communes.csv", output, decimal=",")
        ...     scored.rows, output.read_text().count("\\n")
        (250, 251)
        """
        return streams.score_stream(self, table, output, progress=progress, **options)

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
        return checks.CheckReport(self._read(evidence, options, part=False), self)

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
        return parts.Cohorts(_core.CohortTotals.of(self._read(evidence, options, part=True)._core, self._core), self)

    def _read(self, evidence: Evidence | Any, options: dict[str, Any], *, part: bool) -> Evidence:
        if not isinstance(evidence, Evidence):
            return Evidence.from_frame(evidence, self, **({"part": part} | options))
        if options:
            raise TypeError(f"evidence that has been read takes no {', '.join(options)}")
        return evidence

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored_model, (1, self.to_json())

    def __repr__(self) -> str:
        fields = sum(node.depth == 0 for node in self.criteria)
        return f"<chiso.Model {self.id}: {fields} fields, {len(self.criteria)} criteria, {self.points} points>"


def _restored_model(version: int, text: str) -> Model:
    check_version("a model", version)
    with python_warnings.catch_warnings():
        python_warnings.simplefilter("ignore", ChisoWarning)
        return Model.from_json(text)
