"""A published figure that remembers the exact value that was rounded."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from fractions import Fraction


class Figure(Decimal):
    """A published figure: a `decimal.Decimal` with the decimals that the model publishes.

    Arithmetic gives plain decimals, and so do the functions of `statistics`, which compute with what is published.

    Parameters
    ----------
    published : str, int or Decimal
        The rounded value.
    numerator, denominator : int, optional
        The exact value; without them it is the published one.

    Examples
    --------
    >>> figure = Figure("81.33", 61000, 750)
    >>> figure, figure.exact
    (Figure('81.33'), Fraction(244, 3))
    >>> import statistics
    >>> statistics.mean([figure, Figure("80.00")])
    Decimal('80.665')
    """

    __slots__ = ("_denominator", "_numerator")
    _numerator: int
    _denominator: int

    def __new__(cls, published: str | int | Decimal, numerator: int | None = None, denominator: int = 1) -> Self:
        figure = super().__new__(cls, published)
        if numerator is None:
            numerator, denominator = figure.as_integer_ratio()
        figure._numerator = numerator
        figure._denominator = denominator
        return figure

    @property
    def exact(self) -> Fraction:
        """The exact value that was rounded."""
        from fractions import Fraction

        return Fraction(self._numerator, self._denominator)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (str(self), self._numerator, self._denominator)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: Any) -> Self:
        return self

    def __repr__(self) -> str:
        return f"Figure('{self}')"
