"""Knows what is under review, what was ruled on it, and what comes next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.core.agreement import SEVERITY, what_is_said
from desktop.core.annotations import Annotation, annotation_on
from desktop.core.language import say, say_count
from desktop.core.rulings import Decision, Ruled, Ruling, anchors_of, open_disputes, pairs_between, unreviewed

if TYPE_CHECKING:
    from desktop.core.agreement import Comparison, Pair
    from desktop.core.anchors import Anchor
    from desktop.core.figures import Figure
    from desktop.core.workspace import Workspace
    from desktop.shell.selection import Selection
    from desktop.shell.session import Session

PAUSE = 700
"""How long a ruling is seen before the next comparison comes, in milliseconds."""


class Review(QObject):
    """The comparison of the selected figure between the two articles that face each other, and the editor's word on it.

    Rulings and notes are edits of the workspace; this only knows which of them is meant.
    """

    changed = Signal()
    """Another comparison is under review, or something else was ruled or noted on it."""
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
        self.ruled = Ruled()
        """What was ruled, as far as the editor may see it."""
        self._left: tuple[Comparison, ...] = ()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._go_on)
        session.analysis_changed.connect(self._count)
        session.facing_changed.connect(self._count)
        session.workspace_changed.connect(self._follow_workspace)
        session.seen_changed.connect(self._learn)
        selection.changed.connect(self._look)
        self._learn()

    @property
    def ruling(self) -> Ruling | None:
        """The ruling on what is under review."""
        return self.ruled.on(self.pairs)

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """The places that a note would be on: those of the claims under review, or of the one figure selected."""
        if self.pairs:
            return anchors_of(self._ruled or self.pairs[0])
        return tuple(figure.anchor for figure in self._selection.figures[:1])

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
        session, pair = self._session, self._ruled or self.pairs[0]
        right = (self._sides(pair)[side],) if decision is Decision.SOME_RIGHT and side is not None else ()
        ruling = Ruling(
            self._in_context(anchors_of(pair)),
            pair.status,
            decision,
            right,
            (pair.a.figure.quantity, pair.b.figure.quantity),
            by=session.editor,
            at=session.now(),
        )
        session.edit(say("ruling"), session.workspace.with_ruling(ruling))
        if self.goes_on:
            self._pause.start()

    def withdraw(self) -> None:
        """Takes the ruling on what is under review back."""
        ruling = self.ruling
        if ruling is not None:
            self._session.edit(say("withdraw ruling"), self._session.workspace.without_ruling(ruling))

    def annotate(self, text: str, anchors: tuple[Anchor, ...]) -> None:
        """Makes `text` the editor's own note on these places; no text takes it away, if nothing else hangs on it."""
        session = self._session
        known = annotation_on(session.seen.annotations, anchors, session.editor)
        if not anchors or (known.text if known is not None else "") == text:
            return
        now = session.now()
        note = (
            replace(known, text=text, edited=now)
            if known is not None
            else Annotation(self._in_context(anchors), text, session.editor, now, session.new_id())
        )
        after = (
            session.workspace.with_annotation(note)
            if note.says_something
            else session.workspace.without_annotation(note)
        )
        session.edit(say("note"), after, thing=("note", note.id))

    def _in_context(self, anchors: tuple[Anchor, ...]) -> tuple[Anchor, ...]:
        workspace = self._session.workspace
        return tuple(anchor.in_context(workspace.article(anchor.article).text) for anchor in anchors)

    def stay(self) -> None:
        """Lets the next comparison not come by itself now: the editor has still something to do here."""
        self._pause.stop()

    def step(self, direction: int) -> None:
        """Selects the next (1) or previous (-1) conflict that nobody has ruled on; goes round at the end."""
        self._pause.stop()
        if not self._is_compared:
            self.announced.emit(say("These two articles are not compared yet."))
            return
        if not self._left:
            self.announced.emit(say("No conflict is left without a ruling."))
            return
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
        return self._sides(self._ruled or self.pairs[0]) if self.pairs else ()

    @property
    def _ruled(self) -> Pair | None:
        """The pair that the ruling is on."""
        ruling = self.ruling
        return next((pair for pair in self.pairs if ruling is not None and ruling in self.ruled.all_on(pair)), None)

    def _sides(self, pair: Pair) -> tuple[Anchor, Anchor]:
        first, second = anchors_of(pair)
        if pair.is_internal:
            return (first, second) if first.span <= second.span else (second, first)
        return (first, second) if first.article == self._session.facing[0] else (second, first)

    def _select(self, comparison: Comparison) -> None:
        facing = self._session.facing
        left = open_disputes(comparison, self.ruled, *facing)
        pair = left[0][0] if left else pairs_between(comparison, *facing)[0]
        one, other = pair.a.figure, pair.b.figure
        if other.article == self._session.facing[0] != one.article:
            one, other = other, one
        self._selection.select((one, other, *(claim.figure for claim in comparison.claims)))

    def _go_on(self) -> None:
        if self._left:
            self.step(1)
        else:
            self.announced.emit(say("All conflicts of these two articles are ruled on."))

    def _follow_workspace(self, before: Workspace, after: Workspace) -> None:
        if before.rulings is not after.rulings or before.blind is not after.blind:
            self._learn()
        elif before.annotations is not after.annotations:
            self._look(self._selection.figures)

    def _learn(self) -> None:
        self.ruled = Ruled(self._session.seen.rulings, self._session.editor)
        self._count()

    def _count(self) -> None:
        self._left = unreviewed(self._session.analysis.comparisons, self.ruled, *self._session.facing)
        self._look(self._selection.figures)

    def _look(self, figures: tuple[Figure, ...]) -> None:
        self._pause.stop()
        self.comparison, self.pairs = self._found(figures)
        self.changed.emit()

    def _found(self, figures: tuple[Figure, ...]) -> tuple[Comparison | None, tuple[Pair, ...]]:
        """Of the comparisons that hold the first selected figure, that with the worst pair between the two articles.

        And what of it is under review: the pairs that speak for that figure, those with the second selected one first.
        """
        best: tuple[Comparison | None, tuple[Pair, ...]] = (None, ())
        for comparison in self._session.analysis.comparisons if figures else ():
            if any(claim.figure == figures[0] for claim in comparison.claims):
                pairs = pairs_between(comparison, *self._session.facing)
                if pairs and (not best[1] or SEVERITY[pairs[0].status] > SEVERITY[best[1][0].status]):
                    best = (comparison, pairs)
        found, pairs = best
        return (found, self._meant(found, pairs, figures)) if found is not None else best

    def _meant(self, comparison: Comparison, pairs: tuple[Pair, ...], figures: tuple[Figure, ...]) -> tuple[Pair, ...]:
        said = [
            {what_is_said(claim) for claim in comparison.claims if claim.figure == figure} for figure in figures[:2]
        ]

        def speaks_for(pair: Pair, number: int) -> bool:
            return number < len(said) and any(what_is_said(claim) in said[number] for claim in (pair.a, pair.b))

        own = [pair for pair in pairs if speaks_for(pair, 0)] or list(pairs)
        own.sort(key=lambda pair: not speaks_for(pair, 1))
        two = {own[0].a.article, own[0].b.article}
        return tuple(pair for pair in own if {pair.a.article, pair.b.article} == two)

    def in_words(self) -> str:
        """How much of the two articles is left to rule on, as "3 unreviewed"."""
        if None in self._session.facing:
            return ""
        if not self._is_compared:
            return say("not compared yet")
        if not self._left:
            return say("all reviewed")
        return say_count("{count} unreviewed", "{count} unreviewed", len(self._left))
