"""Knows the patterns in which articles bind figures to one another, and finds them in a sentence."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from desktop.core.lexicon import Lexicon

_PIECES = re.compile(r"\{(\w+):(\w+)\}|@(\w+)|\*(\d+)|([()\[\]|])|([^\s()\[\]|{}]+)")
_CLASSES = {
    "amount": "MCL",
    "money": "M",
    "count": "C",
    "level": "MCLP",
    "percent": "P",
    "points": "Q",
    "change": "PF",
    "times": "X",
    "fraction": "F",
    "time": "D",
    "date": "T",
    "age": "AC",
    "order": "V",
    "head": "MC",
}
_GROUPS = {"(": "(?:", ")": ")", "[": "(?:", "]": ")?", "|": "|"}
_SIGNS = {"<": "(", ">": ")"}
_ANCHORS = {"START": r"\A", "END": r"(?=[.;:)–—-] |, (?!<|\^?and |a |an |one )|$)"}


class Pattern(NamedTuple):
    """A pattern that can be looked for: the sort of statement, which way it goes (None: neither), its expression.

    needs: for each of its figures the letters of the classes that it may be of. words: sets of words, of each of which
    a sentence must hold one. dated: whether it reads dates. before: the place that a figure of the sentence before
    takes, else "".
    """

    rule: str
    rising: bool | None
    needs: tuple[str, ...]
    words: tuple[frozenset[str], ...]
    expression: str
    dated: bool
    before: str

    def found_in(self, text: str) -> Iterator[re.Match[str]]:
        """Where it occurs. Compiled when it is first looked for: most texts need a few of all patterns."""
        regex = _COMPILED.get(self.expression)
        if regex is None:
            regex = _COMPILED[self.expression] = re.compile(self.expression)
        return regex.finditer(text)


_COMPILED: dict[str, re.Pattern[str]] = {}


_KNOWN: dict[int, tuple[Lexicon, tuple[Pattern, ...]]] = {}


def patterns(lexicon: Lexicon) -> tuple[Pattern, ...]:
    """The patterns of the word lists, ready to be looked for; ValueError where one cannot be read."""
    known = _KNOWN.get(id(lexicon))
    if known is None or known[0] is not lexicon:
        _KNOWN.clear()
        known = _KNOWN[id(lexicon)] = lexicon, tuple(_compiled(lexicon))
    return known[1]


def _compiled(lexicon: Lexicon) -> Iterator[Pattern]:
    table = lexicon.checks
    for statement in table["statement"]:
        dated = bool(statement.get("dates", False))
        for text in statement["patterns"]:
            moving = any(name in table["rising"] for _, _, name, *_ in _PIECES.findall(text) if name)
            for way in ("rising", "falling") if moving else (None,):
                words: dict[str, Sequence[str]] = {**table["lists"], **(table[way] if way else {})}
                expression, needs, keys = _expression(text, words, table)
                rising = None if way is None else way == "rising"
                yield Pattern(statement["rule"], rising, needs, keys, expression, dated, statement.get("before", ""))


def _expression(
    text: str, words: Mapping[str, Sequence[str]], table: Mapping[str, Any]
) -> tuple[str, tuple[str, ...], tuple[frozenset[str], ...]]:
    walls = frozenset(table["walls"]["words"])
    parts, needs, seen = [], [], dict[str, int]()
    keys: list[frozenset[str]] = []
    depth = 0
    for slot, kind, name, other, group, word in _PIECES.findall(text):
        if slot:
            if kind not in _CLASSES:
                raise ValueError(f"no class of figures: {kind!r} in {text!r}")
            seen[slot] = seen.get(slot, 0) + 1
            label = slot if seen[slot] == 1 else f"{slot}{seen[slot]}"
            parts.append(_slot(label, kind, table))
            if kind not in ("head", "times"):
                needs.append(_CLASSES[kind])
        elif name:
            phrases = sorted(words[name], key=len, reverse=True)
            if not depth:
                keys.append(frozenset(_marked(phrase.split()[0], walls) for phrase in phrases))
            parts.append(
                "(?:" + "|".join("".join(_word(word, walls) for word in phrase.split()) for phrase in phrases) + ")"
            )
        elif other:
            parts.append(rf"(?:[\w'’][\w'’.-]*+ ){{0,{other}}}?")
        elif group:
            parts.append(_GROUPS[group])
            depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(group, 0)
        else:
            if not depth and word not in _ANCHORS:
                keys.append(frozenset((_marked(word, walls),)))
            parts.append(_ANCHORS.get(word) or _word(word, walls))
    return r"(?<!\S)" + "".join(parts), tuple(needs), tuple(keys)


def mark(word: str, walls: frozenset[str]) -> str:
    """A word as it stands in a line: those that no pattern reaches across begin with a sign that no word has."""
    return f"^{word}" if word in walls else word


def _marked(word: str, walls: frozenset[str]) -> str:
    return mark(_SIGNS.get(word, word), walls)


def _word(word: str, walls: frozenset[str]) -> str:
    return f"{re.escape(_marked(word, walls))} "


def _slot(label: str, kind: str, table: Mapping[str, Any]) -> str:
    """A figure of a class; for some classes also words that are no figures ("a woman")."""
    figure = rf"<(?P<{label}>[{_CLASSES[kind]}]\d+)> "
    match kind:
        case "times":
            return rf"(?:{figure}|<(?P<{label}_count>C\d+)> times )"
        case "head":
            persons = "|".join(table["persons"]["words"])
            return rf"(?:{figure}|(?P<{label}_words>(?:a|an|one) (?:\w+ )?(?:{persons}) ))"
    return figure
