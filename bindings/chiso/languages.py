"""The language of what chiso writes, where nobody asks for one."""

from __future__ import annotations

from contextvars import ContextVar, Token
from typing import Any, Literal, TypeAlias

from chiso import _core

Language: TypeAlias = Literal["vi", "en"]

#: What `set_language` said. C++ asks it too.
CHOSEN: ContextVar[Language | None] = ContextVar("chiso.language", default=None)


class LanguageSetting:
    """Sets back the language that was in force before, at the end of a ``with`` block. Made by `set_language`."""

    __slots__ = ("_before", "_language")

    def __init__(self, language: Language | None) -> None:
        self._language = language
        self._before: Token[Language | None] = CHOSEN.set(language)

    def __enter__(self) -> None:
        return None

    def __exit__(self, *_: Any) -> None:
        CHOSEN.reset(self._before)

    def __repr__(self) -> str:
        return f"<chiso.set_language({self._language!r})>"


def set_language(language: Language | None) -> LanguageSetting:
    """Sets the language of everything that chiso writes for people and is not told another one.

    It is that of messages, reasons, scorecards, descriptions, sheets, plots and notebooks. Ids, codes, states, the columns of frames and `ScoreLine.reason`
    are for programs and the same in both languages; so are the errors of wrong arguments, which are English. A text that exists already, such as that of
    an error, stays as it is.

    Parameters
    ----------
    language : {"vi", "en"}, optional
        Vietnamese, English, or None: what the environment variable ``CHISO_LANG`` says; else the language of the locale (``LC_ALL``, ``LC_MESSAGES``,
        ``LANG``), if it is English; else Vietnamese. Without a call it is the same as with None.

    Returns
    -------
    LanguageSetting
        To be used as ``with chiso.set_language("en"):``, which sets back what was in force before; it may be left alone.

    Raises
    ------
    ValueError
        If the language is another one.

    Notes
    -----
    It is a context variable: threads and tasks of asyncio keep their own. A task begins with that of the code that made it, a thread (before Python 3.14)
    and another process without any. For all of them set ``CHISO_LANG``. The command line reads that too; its ``--lang`` counts more.

    Examples
    --------
    >>> model = chiso.load_model("examples/models/pci_2021.json")
    >>> with chiso.set_language("vi"):
    ...     model["land"].label(), chiso.get_language()
    ('Tiếp cận đất đai', 'vi')
    """
    if language is not None and language not in ("vi", "en"):
        raise ValueError(f"a language is 'vi', 'en' or None (what CHISO_LANG or the locale says), not {language!r}")
    return LanguageSetting(language)


def get_language() -> Language:
    """The language in force: what `set_language` said, else ``CHISO_LANG``, else that of the locale, else Vietnamese.

    Raises
    ------
    Error
        If ``CHISO_LANG`` counts, and is neither ``vi`` nor ``en``.
    """
    return _core.settled_language(None)


def settled_language(language: Language | None) -> Language:
    """A language that was asked for, else the one in force."""
    return _core.settled_language(language)
