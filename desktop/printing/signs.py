"""Knows what any text becomes on paper: what the fonts cannot show is replaced by its code point, visibly."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

BREAK = "\u200b"
"""Where a long word may be broken; the template sets nothing there, so that what is copied has no trace of it."""

# Soft hyphens and the choice between two looks of an emoji say how to lay out, not what is said; a byte-order mark
# inside a text is an outdated word joiner, and PDF/A forbids it.
_DROPPED = {"\u00ad": "", "\ufe0e": "", "\ufe0f": "", "\ufeff": "\u2060", "\t": " "}
# Invisible, but what shapes Persian words and joined emoji, or keeps a mark beside its word; they cannot turn a line.
_KEPT = frozenset("\u200b\u200c\u200d\u2060\u200e\u200f\u061c\n")
_LINE_ENDS = re.compile("\r\n?|[\x85\u2028\u2029]")
_ENDS = re.compile(r" *\n[\n ]*")
_LONG = re.compile(r"\S{25,}")
# Not "Cn": fonts may know newer signs than Python does.
_PRIVATE_OR_INVISIBLE = ("Cc", "Cf", "Co", "Cs")
_MARKS = ("Mn", "Me", "Mc")


class Replaced(NamedTuple):
    """A sign that the fonts could not show. code: "U+4E2D". name: in Unicode, "" for none. times: how often."""

    sign: str
    code: str
    name: str
    times: int


class Signs:
    """Makes texts printable, and counts what it replaced.

    fonts: the characters of each font. refused: signs that the compiler would not set although a font has them.
    """

    def __init__(self, fonts: Sequence[frozenset[str]], refused: Iterable[str] = ()) -> None:
        self._refused = frozenset(refused)
        self._fonts = [font | _KEPT for font in fonts]
        self._counts: Counter[str] = Counter()

    @cached_property
    def _safe(self) -> frozenset[str]:
        """What can be set whatever stands beside it."""
        shown = frozenset[str]().union(*self._fonts) - self._refused - {BREAK}
        return frozenset(sign for sign in shown if sign == "\n" or _is_plain(sign))

    @property
    def replaced(self) -> tuple[Replaced, ...]:
        """What was replaced up to now, by code point."""
        return tuple(
            Replaced(sign, code(sign), unicodedata.name(sign, ""), times)
            for sign, times in sorted(self._counts.items())
        )

    def line(self, text: str) -> str:
        """The text on one line, as it can be printed."""
        return _ENDS.sub(" ", self.lines(text))

    def name(self, text: str) -> str:
        """As `line`, "–" where nothing is to be seen: a heading must not be empty."""
        shown = self.line(text)
        return shown if not _KEPT.issuperset("".join(shown.split())) else "–"

    def lines(self, text: str, *, breakable: bool = True) -> str:
        """The text as it can be printed, its lines ended by "\n". breakable: whether long words get places to break."""
        if not self._safe.issuperset(text):
            text = self._shown(_LINE_ENDS.sub("\n", text))
        return _LONG.sub(_breakable, text) if breakable else text

    def quiet(self, text: str, *, breakable: bool = False) -> str:
        """As `line`, not counted: for what is not printed, as bookmarks, or printed elsewhere too."""
        counts = self._counts.copy()
        shown = self.line(text)
        self._counts = counts
        return shown if breakable else shown.replace(BREAK, "")

    def _shown(self, text: str) -> str:
        found: list[str] = []
        missing: list[str] = []
        for cluster in _clusters(text):
            shown = "".join(_DROPPED.get(sign, sign) for sign in cluster)
            if not shown or self._can_show(shown):
                if shown:
                    found += (_replacement(missing), shown)
                    missing = []
                continue
            for sign in shown:
                # A base that can be shown stands before the marks that cannot be set on it.
                if sign in self._safe:
                    found += (_replacement(missing), sign)
                    missing = []
                else:
                    missing.append(sign)
                    self._counts[sign] += 1
        found.append(_replacement(missing))
        return "".join(found)

    def _can_show(self, cluster: str) -> bool:
        if len(cluster) == 1:
            return cluster in self._safe or cluster in _KEPT
        if self._refused.intersection(cluster) or not all(map(_is_settable, cluster)):
            return False
        composed = unicodedata.normalize("NFC", cluster)
        return any(font.issuperset(cluster) or font.issuperset(composed) for font in self._fonts)


def code(sign: str) -> str:
    """How a code point is named: "U+4E2D"."""
    return f"U+{ord(sign):04X}"


def _is_plain(sign: str) -> bool:
    return unicodedata.category(sign) not in (*_PRIVATE_OR_INVISIBLE, *_MARKS)


def _is_settable(sign: str) -> bool:
    return sign in _KEPT or unicodedata.category(sign) not in _PRIVATE_OR_INVISIBLE


def _clusters(text: str) -> list[str]:
    """The text in pieces that are set in one font: a sign with its marks, or emoji joined into one."""
    found: list[str] = []
    for sign in text:
        joins = found and found[-1] not in ("\n", " ")
        if joins and (unicodedata.category(sign) in _MARKS or found[-1].endswith("\u200d") or sign == "\u200d"):
            found[-1] += sign
        else:
            found.append(sign)
    return found


def _replacement(missing: Sequence[str]) -> str:
    """What stands for signs that cannot be shown; all that follow each other in one pair of brackets."""
    return f"[{' '.join(map(code, missing))}]" if missing else ""


def _breakable(word: re.Match[str]) -> str:
    """A long word with places to break it at: behind the stops of an address, else after every four signs."""
    found: list[str] = []
    since = 0
    for sign in word.group():
        if since >= 4 and unicodedata.category(sign) not in _MARKS and sign not in _KEPT and found[-1] not in _KEPT:
            found.append(BREAK)
            since = 0
        found.append(sign)
        since += 1
    return "".join(found)
