"""Knows which language Crossread speaks: the one catalogue of phrases that all of its words go through.

The catalogue is handed in from outside, because reading it touches the disk. Phrases are written in English where they
are used, with named places for what is put in: `say("{who} says {amount}.", who=…, amount=…)`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Protocol


class Catalogue(Protocol):
    """What knows the translation of a phrase, as the catalogues of gettext do."""

    def gettext(self, message: str, /) -> str:
        """The translation of a phrase, or the phrase itself."""

    def ngettext(self, msgid1: str, msgid2: str, n: int, /) -> str:
        """The translation of a phrase for that number, or the first phrase for 1 and the second for all others."""


class _English:
    """The phrases as they are written."""

    def gettext(self, message: str, /) -> str:
        return message

    def ngettext(self, msgid1: str, msgid2: str, n: int, /) -> str:
        return msgid1 if n == 1 else msgid2


ENGLISH: Catalogue = _English()
_spoken: Catalogue = ENGLISH
# Of one thread alone: a document in English may be written while the window goes on in another language.
_for_a_while: ContextVar[Catalogue | None] = ContextVar("_for_a_while", default=None)


def speak(catalogue: Catalogue) -> None:
    """Takes phrases from this catalogue from now on; meant for the start of the program."""
    global _spoken
    _spoken = catalogue


@contextmanager
def speaking(catalogue: Catalogue) -> Iterator[None]:
    """Takes phrases from this catalogue for a while, in this thread."""
    token = _for_a_while.set(catalogue)
    try:
        yield
    finally:
        _for_a_while.reset(token)


def phrase(words: str) -> str:
    """The words themselves; marks a phrase that is noted in a table now and said later by `say`."""
    return words


def phrases(one: str, many: str) -> tuple[str, str]:
    """The same for a phrase of one thing and of many, said later by `say_count`."""
    return one, many


def say(words: str, /, **parts: object) -> str:
    """The phrase in the language spoken, with these parts in their places."""
    said = (_for_a_while.get() or _spoken).gettext(words) if words else ""
    return said.format(**parts) if parts else said


def say_count(one: str, many: str, count: int, /, **parts: object) -> str:
    """The phrase for that number of things in the language spoken; `{count}` in it is the number."""
    return (_for_a_while.get() or _spoken).ngettext(one, many, count).format(count=count, **parts)
