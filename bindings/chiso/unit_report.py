"""All about one unit on one page: its scorecard, what checks find, where points were lost, what has changed, which steps earn more."""

from __future__ import annotations

import os
from typing import Any

from chiso import _core
from chiso.languages import Language
from chiso.scorecard import Scorecard
from chiso.value import Immutable, check_version


class UnitReport(Immutable):
    """A page to hand out to one unit. Made by `Scores.report`. In a notebook it shows itself.

    Examples
    --------
    >>> model = chiso.load_model("examples/models/commune_reform_index.json")
    >>> scores = model.score(chiso.read_evidence("examples/data/communes.csv", model, decimal=",", kind="dict"))
    >>> report = scores.report("Xã Mẫu 19")
    >>> report
    <chiso.UnitReport of Xã Mẫu 19, 2024 final, since 2023>
    >>> page = report.html("vi")
    """

    __slots__ = ("_card", "_since")

    def __init__(self, card: Scorecard, since: Scorecard | None) -> None:
        self._card, self._since = card, since

    @property
    def card(self) -> Scorecard:
        """The scorecard of the row."""
        return self._card

    @property
    def since(self) -> Scorecard | None:
        """The scorecard that it is compared with; None if there is none."""
        return self._since

    def html(self, language: Language | None = None) -> str:
        """The page, of HTML for A4, a phone, light and dark; it loads nothing from elsewhere.

        Parameters
        ----------
        language : {"vi", "en"}

        Raises
        ------
        ShapeError
            If the models of the two cards publish on different scales.
        """
        return _core.unit_report_html(self._card, self._since, language)

    def write(self, path: str | os.PathLike[str], language: Language | None = None) -> None:
        """Writes the page, whole or not at all.

        Parameters
        ----------
        path : path-like
            The file, which ends in ``.html`` and is replaced if it is there.
        language : {"vi", "en"}

        Raises
        ------
        ValueError
            If the file is called otherwise.
        FileError
            If it cannot be written.
        ShapeError
            If the models of the two cards publish on different scales.
        """
        if not os.fspath(path).lower().endswith((".html", ".htm")):
            raise ValueError(
                f"the page is HTML, so its file ends in .html, not {os.fspath(path)!r}; a browser prints it, and saves it as PDF"
            )
        _core.write_file(os.fspath(path), self.html(language))

    def _repr_html_(self) -> str:
        return _core.unit_report_fragment(self._card, self._since, None)

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored_report, (1, self._card, self._since)

    def __repr__(self) -> str:
        card = self._card
        row = " ".join(part for part in (card.period, card.track) if part)
        since = "" if self._since is None else f", since {self._since.period or 'another row'}"
        return f"<chiso.UnitReport of {card.unit}, {row}{since}>"


def _restored_report(version: int, card: Scorecard, since: Scorecard | None) -> UnitReport:
    check_version("a report", version)
    return UnitReport(card, since)
