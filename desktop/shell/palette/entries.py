"""Knows what the palette offers: the commands, the articles for either side, the topics that were compared."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from desktop.core import wording
from desktop.core.agreement import SEVERITY
from desktop.core.language import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.core.agreement import Comparison
    from desktop.core.figures import Figure
    from desktop.shell.commands.registry import Commands
    from desktop.shell.selection import Selection
    from desktop.shell.session import Session


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: its words, where it stands (a menu, an article, a status), its key, and what it does.

    name: what it is remembered by; "" for what is not remembered.
    """

    words: str
    place: str
    key: str
    run: Callable[[], object]
    enabled: bool = True
    name: str = ""


def all_entries(commands: Commands, session: Session, selection: Selection) -> list[Entry]:
    """All there is to offer at this moment; not the palette itself, which is open already."""
    offered = [entry for entry in command_entries(commands) if entry.name != "help.palette"]
    return [*offered, *article_entries(session), *topic_entries(session, selection)]


def command_entries(commands: Commands) -> list[Entry]:
    """All commands in the order of the menus; what is ticked in its menu says so."""
    entries = []
    for name, action in commands.all.items():
        words = commands.words(name)
        entries.append(
            Entry(
                say("{command} (on)", command=words) if action.isChecked() else words,
                commands.menu_of(name),
                action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
                action.trigger,
                action.isEnabled(),
                name,
            )
        )
    return entries


def article_entries(session: Session) -> list[Entry]:
    """Each article that takes part, for either side; not where it stands already."""
    left, right = session.facing
    entries = []
    for article in session.included:
        place = say("Article {letter}", letter=session.letters[article.id])
        called = session.names[article.id]
        if article.id != left:
            words = say("Show {article} on the left", article=called)
            entries.append(Entry(words, place, "", partial(session.face, article.id, right)))
        if article.id != right:
            words = say("Show {article} on the right", article=called)
            entries.append(Entry(words, place, "", partial(session.face, left, article.id)))
    return entries


def topic_entries(session: Session, selection: Selection) -> list[Entry]:
    """Each topic that articles were compared on, as the claims table calls it, the worst first."""
    facing = session.facing
    ordered = sorted(session.analysis.comparisons, key=lambda each: _severity(each, facing), reverse=True)
    return [
        Entry(
            say("Go to {topic}", topic=wording.topic(comparison.topic)),
            # Several topics may be called the same: what is said of each tells them apart.
            f"{wording.status(comparison.status)}, {wording.says_briefly(comparison.claims[0])}",
            "",
            partial(selection.select, _figures(comparison, facing)),
        )
        for comparison in ordered
    ]


def _figures(comparison: Comparison, facing: tuple[str | None, str | None]) -> tuple[Figure, ...]:
    """All figures of the topic; those lead that the two articles shown differ most in."""
    pairs = sorted(comparison.between(facing[0] or "", facing[1] or ""), key=lambda pair: -SEVERITY[pair.status])
    leading = [figure for pair in pairs[:1] for figure in (pair.a.figure, pair.b.figure)]
    return tuple(dict.fromkeys((*leading, *(claim.figure for claim in comparison.claims))))


def _severity(comparison: Comparison, facing: tuple[str | None, str | None]) -> tuple[int, int]:
    between = max((SEVERITY[pair.status] for pair in comparison.between(facing[0] or "", facing[1] or "")), default=-1)
    return between, SEVERITY[comparison.status] if comparison.status is not None else -1
