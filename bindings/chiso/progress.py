"""How far long work has come, told to a function or shown as a bar."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager

#: What is told of long work: the rows (of a search: the steps) that are done, and all of them. An exception that it raises cancels the work.
Told = Callable[[int, int], object]


@contextmanager
def telling(progress: bool | Told, what: str, unit: str = "rows") -> Iterator[Told]:
    """What to call as work goes on: the caller's function, or a bar of tqdm for True."""
    if progress is True:
        try:
            tqdm = importlib.import_module("tqdm.auto")
        except ImportError as error:
            raise ImportError("progress=True shows a bar of tqdm, which is not installed: pip install tqdm", name="tqdm") from error
        with tqdm.tqdm(desc=what, unit=f" {unit}", unit_scale=True, leave=False) as bar:

            def told(done: int, total: int) -> None:
                bar.total = total
                bar.update(done - bar.n)

            yield told
    elif callable(progress):
        yield progress
    else:
        raise TypeError(f"progress is True, False or a function of the {unit} done and all {unit}, not a {type(progress).__qualname__}")
