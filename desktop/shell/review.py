"""Knows what is under review, what was ruled on it, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.core import wording
from desktop.core.agreement import SEVERITY, what_is_said
from desktop.core.annotations import annotation_on
from desktop.core.language import say, say_count
from desktop.core.ruled import unreviewed
from desktop.core.rulings import Decision, anchors_of
from desktop.shell.deciding import decide, withdraw, write
from desktop.shell.under_review import first_of, sides_of, under_review

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from desktop.core.agreement import Comparison, Pair, Status
    from desktop.core.anchors import Anchor
    from desktop.core.annotations import Annotation
    from desktop.core.claims import Claim
    from desktop.core.figures import Figure
    from desktop.core.ruled import Ruled
    from desktop.core.rulings import Ruling
    from desktop.core.text import Span
    from desktop.core.workspace import Workspace
    from desktop.shell.selection import Selection
    from desktop.shell.session import Session

PAUSE = 2000
"""How long there is time to say why before the next comparison comes after a ruling, in milliseconds."""


class Review(QObject):
    """The comparison of the selected figure between the two articles that face each other, and the editor's word on it.

    Rulings and notes are edits of the workspace; this only knows which of them is meant.
    """

    changed = Signal()
    """Another comparison is under review, or something else was ruled or noted on it."""
    stepped = Signal()
    """The editor asked for another comparison, or it came by itself after a ruling."""
    waiting_changed = Signal()
    """The next comparison comes in a moment now, or does not any more."""
    announced = Signal(str)
    """Something worth telling those who do not see it."""

    def __init__(self, session: Session, selection: Selection) -> None:
        super().__init__()
        self._session = session
        self._selection = selection
        self.goes_on = True
        """Whether the next comparison comes by itself after a ruling."""
        self.comparison: Comparison | None = None
        self.pairs: tuple[Pair, ...] = ()
        self._left: tuple[Comparison, ...] = ()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.go_on)
        session.analysis_changed.connect(self._count)
        session.facing_changed.connect(self._count)
        session.workspace_changed.connect(self._follow_workspace)
        session.seen_changed.connect(self._count)
        selection.changed.connect(self._look)
        self._count()

    @property
    def ruled(self) -> Ruled:
        """What was ruled, as far as the editor may see it."""
        return self._session.ruled

    @property
    def ruling(self) -> Ruling | None:
        """The editor's own ruling on what is under review."""
        return self._own[1]

    @property
    def others(self) -> tuple[Ruling, ...]:
        """What other editors ruled on what is under review, the last word of each, the last one first."""
        found: dict[str, Ruling] = {}
        for ruling in self.ruled.all_on(self._pair) if self._pair is not None else ():
            if ruling.by != self._session.editor:
                found.setdefault(ruling.by, ruling)
        return tuple(found.values())

    @property
    def is_contested(self) -> bool:
        """Whether editors decided differently what is under review."""
        return self._pair is not None and self.ruled.is_contested(self._pair)

    @property
    def earlier_reading(self) -> str:
        """What was otherwise when the editor ruled on what is under review, in words; "" where nothing was."""
        pair, ruling = self._own
        if pair is None or ruling is None:
            return ""
        places = anchors_of(pair)
        rewritten = self._session.workspace.rewritten(places)
        return wording.earlier_reading(self.ruled.as_on(ruling, *places), pair, rewritten)

    def as_told(self, ruling: Ruling) -> Ruling:
        """A ruling on what is under review, as one on the very places under review, whichever mentions it is on."""
        return self.ruled.as_on(ruling, *self.sides) if self.sides else ruling

    @property
    def voices(self) -> tuple[tuple[Claim, ...], ...]:
        """What each source says in the comparison under review, claim by claim, the same said again together."""
        found: dict[Hashable, list[Claim]] = {}
        for claim in self.comparison.claims if self.comparison is not None else ():
            found.setdefault(what_is_said(claim), []).append(claim)
        return tuple(sorted(map(tuple, found.values()), key=lambda said: self._number_of(said[0].article)))

    @property
    def is_of_many(self) -> bool:
        """Whether more than two sources speak in the comparison under review."""
        claims = self.comparison.claims if self.comparison is not None else ()
        return bool(self.pairs) and len({claim.article for claim in claims}) > 2

    @property
    def written(self) -> str:
        """What the editor wrote on what is under review: the reason of the ruling, before there is one the note."""
        ruling, note = self.ruling, self.annotation
        return ruling.reason if ruling is not None else note.text if note is not None else ""

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """The places that a note would be on: those of the claims under review, or of the one figure selected.

        None where the article has another version by now, and the analysis is of the one before.
        """
        found: tuple[Anchor, ...] = tuple(figure.anchor for figure in self._selection.figures[:1])
        if self.pairs:
            found = anchors_of(self._pair or self.pairs[0])
        return found if all(map(self._session.workspace.has, found)) else ()

    @property
    def annotation(self) -> Annotation | None:
        """The editor's own open note on what is under review."""
        return annotation_on(self._session.seen.annotations, self.anchors, self._session.editor)

    @property
    def unreviewed(self) -> int:
        """How many conflicts between the two articles nobody has ruled on."""
        return len(self._left)

    @property
    def _is_compared(self) -> bool:
        """Whether the analysis knows the two articles that face each other."""
        return set(self._session.facing) <= {article.id for article in self._session.analysis.articles}

    def rule(self, decision: Decision, side: int | None = None) -> None:
        """Rules on what is under review. side: 0 or 1, which of its two articles is right, where one is.

        Of a contradiction inside one article, 0 is what stands first in it.
        """
        if not self.pairs:
            self.announced.emit(say("Nothing is selected that could be ruled on: choose a row or a figure first."))
            return
        pair = self._pair or self.pairs[0]
        right = (
            (sides_of(pair, self._session.facing)[side],)
            if decision is Decision.SOME_RIGHT and side is not None
            else ()
        )
        claims = (pair.a, pair.b)
        self._decide(claims, pair.status, decision, right)

    @property
    def until_now(self) -> tuple[Ruling, ...]:
        """What the editor ruled on any of what the sources say in the comparison under review, the last one last; a
        ruling on all of it takes the place of them."""
        claims = self.comparison.claims if self.comparison is not None else ()
        return self.ruled.superseded((claim.figure.anchor for claim in claims), self._session.editor)

    def rule_on_all(self, right: Iterable[Claim]) -> None:
        """Rules at once on all that the sources say in the comparison under review: these claims are right."""
        comparison = self.comparison
        claims = sorted(dict.fromkeys(claim for said in self.voices for claim in said), key=self._place_of)
        places = tuple(dict.fromkeys(claim.figure.anchor for claim in right))
        alike = {claim.figure.anchor for claim in claims}
        if comparison is None or not alike.issuperset(places):  # another one is under review by now
            self.announced.emit(say("Choose a topic first that more than two sources speak of."))
            return
        decision = Decision.SOME_RIGHT if places else Decision.BOTH_WRONG
        if set(places) == alike:
            decision, places = Decision.BOTH_RIGHT, ()
        status = max((pair.status for pair in (*comparison.pairs, *comparison.internal)), key=SEVERITY.__getitem__)
        self._decide(tuple(claims), status, decision, places)

    def _place_of(self, claim: Claim) -> tuple[int, Span]:
        return self._number_of(claim.article), claim.figure.span

    def _number_of(self, article: str) -> int:
        """Which of the articles it is; the analysis may be of one that is not there any more, which is the last."""
        order = list(self._session.letters)
        return order.index(article) if article in order else len(order)

    def _decide(self, claims: tuple[Claim, ...], status: Status, decision: Decision, right: tuple[Anchor, ...]) -> None:
        if self._session.read_only:
            self._session.edit_refused.emit(self._session.read_only)
            return
        if not all(self._session.workspace.has(claim.figure.anchor) for claim in claims):
            self.announced.emit(say("These two articles are not compared yet."))
            return
        decide(self._session, claims, status, decision, right, known=self.ruling, note=self.annotation)
        if self.goes_on and self._left:
            self._pause.start()
            self.waiting_changed.emit()
        elif self.goes_on:
            self.announced.emit(say("All conflicts of these two articles are ruled on."))

    def withdraw(self) -> None:
        """Takes the editor's ruling on what is under review back; its reason stays, as a note."""
        if self.ruling is not None:
            withdraw(self._session, self.ruling, self.anchors or self.ruling.anchors[:2])

    def write(self, text: str, anchors: tuple[Anchor, ...]) -> None:
        """Keeps what the editor wrote on these places: as the reason of the editor's ruling on them, else as a note."""
        write(self._session, text, anchors)

    @property
    def is_waiting(self) -> bool:
        """Whether the next comparison comes in a moment."""
        return self._pause.isActive()

    def stay(self) -> None:
        """Lets the next comparison not come by itself now: the editor has still something to do here."""
        if self._pause.isActive():
            self._pause.stop()
            self.waiting_changed.emit()

    def go_on(self) -> None:
        """Goes on to the next conflict without waiting any longer."""
        self.step(1)
        self.waiting_changed.emit()

    def step(self, direction: int) -> None:
        """Selects the next (1) or previous (-1) conflict that nobody has ruled on; goes round at the end."""
        self.stay()
        if not self._is_compared:
            self.announced.emit(say("These two articles are not compared yet."))
            return
        if not self._left:
            self.announced.emit(say("No conflict is left without a ruling."))
            return
        self.stepped.emit()
        order = self._session.analysis.comparisons
        places = [order.index(comparison) for comparison in self._left]
        now = order.index(self.comparison) if self.comparison in order else (-1 if direction > 0 else len(order))
        if direction > 0:
            place = next((place for place in places if place > now), places[0])
        else:
            place = next((place for place in reversed(places) if place < now), places[-1])
        self._select(order[place])

    @property
    def sides(self) -> tuple[Anchor, ...]:
        """The two places that are compared: left and right, or first and second in the text of one article."""
        return sides_of(self._pair, self._session.facing) if self._pair is not None else ()

    @property
    def said(self) -> tuple[str, ...]:
        """What stands at the two places, in quotation marks, with how an editor reads it."""
        pair = self._pair
        figures = {claim.figure.anchor: claim.figure for claim in (pair.a, pair.b)} if pair is not None else {}
        return tuple(wording.quoted_figure(figures[at]) for at in self.sides)

    @property
    def _own(self) -> tuple[Pair | None, Ruling | None]:
        """The editor's own ruling on what is under review, and the pair that it is on."""
        for pair in self.pairs:
            for ruling in self.ruled.all_on(pair):
                if ruling.by == self._session.editor:
                    return pair, ruling
        return None, None

    @property
    def _pair(self) -> Pair | None:
        """The pair that the editor ruled on, else that another did, else the first."""
        ruled = (pair for pair in self.pairs if self.ruled.all_on(pair))
        return self._own[0] or next(ruled, next(iter(self.pairs), None))

    def _select(self, comparison: Comparison) -> None:
        self._selection.select(first_of(comparison, self.ruled, self._session.facing))

    def _follow_workspace(self, before: Workspace, after: Workspace) -> None:
        if before.rulings is not after.rulings or before.blind is not after.blind:
            self._count()
        elif before.annotations is not after.annotations or before.articles is not after.articles:
            self._look(self._selection.figures)

    def _count(self) -> None:
        self._left = unreviewed(self._session.analysis.comparisons, self.ruled, *self._session.facing)
        self._look(self._selection.figures)

    def _look(self, figures: tuple[Figure, ...]) -> None:
        self.stay()
        self.comparison, self.pairs = under_review(self._session.analysis.comparisons, figures, self._session.facing)
        self.changed.emit()

    def in_words(self) -> str:
        """How much of the two articles is left to rule on, as "3 unreviewed"."""
        if None in self._session.facing:
            return ""
        if not self._is_compared:
            return say("not compared yet")
        if not self._left:
            return say("all reviewed")
        return say_count("{count} unreviewed", "{count} unreviewed", len(self._left))
