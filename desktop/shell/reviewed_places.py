"""Knows in words what was ruled on every two places, and which places are noted on, from one edit to the next."""

from __future__ import annotations

from itertools import chain, combinations
from typing import TYPE_CHECKING

from desktop.core import wording
from desktop.core.annotations import differences
from desktop.core.rulings import is_contested

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from desktop.core.anchors import Anchor
    from desktop.core.annotations import Annotation
    from desktop.core.rulings import Ruling
    from desktop.shell.session import Session

Two = frozenset["Anchor"]


class ReviewedPlaces:
    """What the claims table says of rulings and notes. A change costs as much as what is changed."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._rulings: Sequence[Ruling] = ()
        self._notes: Sequence[Annotation] = ()
        self._letters: Mapping[str, str] = {}
        self._editor = ""
        self._is_whole = False
        self._statements: object = None
        self.ruled: dict[Two, str] = {}
        """The words, by the two places ruled on."""
        self.noted: set[Two] = set()
        """The places of each note."""

    def follow(self, *, whole: bool) -> set[Two]:
        """Takes in what was ruled and noted since, and returns the places on which that is another now.

        whole: of a ruling on many sources all that it says, instead of what it says of two.
        """
        session, changed = self._session, set[Two]()
        seen, letters, editor = session.seen, session.letters, session.editor
        statements = session.ruled.statements
        is_other = (letters, editor, whole) != (self._letters, self._editor, self._is_whole)
        if is_other or statements is not self._statements:
            self._letters, self._editor, self._is_whole, self._statements = letters, editor, whole, statements
            changed.update(self.ruled)
            self.ruled.clear()
            self._rulings = ()
        gone, come = differences(self._rulings, seen.rulings)
        self._rulings = seen.rulings
        ruled_on = dict.fromkeys(_twos((*gone, *come)))
        told = chain.from_iterable(map(statements.compared_as, ruled_on))
        for two in dict.fromkeys((*ruled_on, *told)):
            changed.add(two)
            words = self._words(two)
            if words:
                self.ruled[two] = words
            else:
                self.ruled.pop(two, None)
        old, new = differences(self._notes, seen.annotations)
        self._notes = seen.annotations
        for note in (*old, *new):
            if (note.places in session.noted.places) is not (note.places in self.noted):
                self.noted ^= {note.places}
                changed.add(note.places)
        return changed

    def _words(self, two: Two) -> str:
        told = self._session.ruled.of(two)
        if not told:
            return ""
        editor = self._session.editor
        ruling = next((one for one in told if one.by == editor), told[0])
        order = list(self._letters)
        one, other = sorted(two, key=lambda at: (order.index(at.article) if at.article in order else -1, at.span))
        ruling = self._session.ruled.as_on(ruling, one, other)
        told = tuple(self._session.ruled.as_on(each, one, other) for each in told)
        if is_contested(told, one, other):
            return wording.contested(told, one, other, self._letters, editor)
        if self._is_whole:
            return wording.ruling(ruling, self._letters)
        return wording.ruling_between(ruling, one, other, self._letters)


def _twos(rulings: Iterable[Ruling]) -> Iterable[Two]:
    for ruling in rulings:
        if len(ruling.anchors) == 2:
            yield ruling.places
        else:
            yield from map(frozenset, combinations(ruling.anchors, 2))
