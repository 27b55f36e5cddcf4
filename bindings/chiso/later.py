"""Modules of the package that not every program needs: each is imported when something of it is first used."""

from __future__ import annotations

import importlib
from types import ModuleType
from typing import Any


class Later(ModuleType):
    """Stands for a module where another one names it, and imports it when something of it is first asked for.

    ``if TYPE_CHECKING: from chiso import checks``, ``else: checks = Later("chiso.checks")``: type checkers read the first, programs the second.
    """

    def __getattr__(self, name: str) -> Any:
        return getattr(importlib.import_module(self.__name__), name)
