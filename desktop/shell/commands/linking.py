"""Lets an editor say of two figures that they speak of the same, or that they do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot

from desktop.core.anchors import anchor_at
from desktop.core.by_editor import links_at, links_of
from desktop.core.language import phrase, say
from desktop.core.links import Link
from desktop.core.wording import brief, step
from desktop.shell.commands.pointed import pointed_at
from desktop.shell.deciding import forget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.core.anchors import Anchor
    from desktop.core.claims import Claim
    from desktop.core.figures import Figure
    from desktop.core.lexicon import Lexicon
    from desktop.shell.review import Review
    from desktop.shell.selection import Selection
    from desktop.shell.session import Session
    from desktop.shell.views.article_pane import ArticlePane
    from desktop.shell.views.figure_menu import FigureMenu
    from desktop.shell.views.message_bar import MessageBar


class Linking(QObject):
    """Every way to link two figures and to part them; each is an edit that can be undone.

    Linking goes in two steps: the first figure is chosen by the command, the second by it or by a click.
    """

    def __init__(
        self,
        session: Session,
        selection: Selection,
        review: Review,
        panes: Sequence[ArticlePane],
        messages: MessageBar,
        lexicon: Callable[[], Lexicon],
    ) -> None:
        super().__init__(messages)
        self._session = session
        self._selection = selection
        self._review = review
        self._panes = tuple(panes)
        self._messages = messages
        self._lexicon = lexicon
        self._first: Figure | None = None
        self._said = ""
        # queued: when the message of before is gone
        for changed in (session.facing_changed, session.analysis_begun):
            changed.connect(self.remind, Qt.ConnectionType.QueuedConnection)
        for pane in self._panes:
            pane.text.figure_clicked.connect(self._follow_click)
        messages.dismissed.connect(self._forget)

    @property
    def first(self) -> Figure | None:
        """The figure that waits for another one to be linked with; none where the message that says so is gone."""
        is_said = not self._messages.isHidden() and self._messages.label.text() == self._said
        return self._first if is_said else None

    def follow(self, menu: FigureMenu) -> None:
        """Does what is asked for in the menu of a figure."""
        menu.linking_wanted.connect(self.begin)
        menu.link_wanted.connect(self.link)
        menu.parting_wanted.connect(self.part)
        menu.unlinking_wanted.connect(self.forget)

    def choose(self) -> None:
        """Chooses the figure at the caret: first the one, then the other that speaks of the same."""
        figure = pointed_at(self._panes, self._selection, self._session)
        if figure is None:
            self._messages.tell(say("Choose a figure first: click on it, or put the caret into it."))
        elif self.first is None:
            self.begin(figure)
        else:
            self._end(figure)

    def begin(self, figure: Figure) -> None:
        """Waits for the figure that speaks of the same as this one."""
        self._first = figure
        self.remind()

    @Slot()
    @Slot(object)
    def remind(self, _what: object = None) -> None:
        """Says again what is waited for, if anything is."""
        if self._first is not None:
            words = say(
                "Linking “{quote}”: now click the figure that speaks of the same, or put the caret into it and use the "
                "same command once more. Esc leaves it.",
                quote=brief(self._first.quote),
            )
            self._said = words
            self._review.announced.emit(words)
            self._messages.tell(words, stays=True)

    def may_link(self, one: Figure, other: Figure) -> bool:
        """Whether the two can be said to speak of the same."""
        return not self._refusal(one, other)

    def link(self, one: Figure, other: Figure) -> None:
        """Says of two figures that they speak of the same; refused in words where they cannot be compared."""
        refusal = self._refusal(one, other)
        if refusal:
            self._messages.tell(refusal)
            return
        session = self._session
        link = Link(self._anchors(one, other), is_same=True, by=session.editor, at=session.now())
        if one.article != other.article and not {one.article, other.article} <= set(session.facing):
            session.face(one.article, other.article)
        session.edit(step(phrase("link “{quote}” and “{other}”"), link.anchors), session.workspace.with_link(link))

    def part(self, one: Figure, other: Figure) -> None:
        """Says of two figures that they do not speak of the same."""
        session = self._session
        if not self._are_there(one, other):
            self._messages.tell(say("One of the two figures is not there any more."))
            return
        link = Link(self._anchors(one, other), is_same=False, by=session.editor, at=session.now())
        session.edit(step(phrase("part “{quote}” and “{other}”"), link.anchors), session.workspace.with_link(link))

    def part_reviewed(self) -> None:
        """Says so of the two figures under review."""
        pairs = self._review.pairs
        if not pairs:
            self._messages.tell(say("Nothing is selected that is compared: choose a row or a figure first."))
            return
        self.part(pairs[0].a.figure, pairs[0].b.figure)

    def take_back(self) -> None:
        """Forgets the link that the pair under review rests on, else the last one of the figure pointed at."""
        analysis, pairs, figure = (
            self._session.analysis,
            self._review.pairs,
            pointed_at(self._panes, self._selection, self._session),
        )
        found: Sequence[Link] = links_of(analysis, pairs[0]) if pairs and pairs[0].by_editor else ()
        if not found and figure is not None:
            found = tuple(linked.link for linked in links_at(analysis, figure))
        if found:
            self.forget(max(found, key=lambda link: link.at))
        else:
            self._messages.tell(say("No figure that you linked or parted is chosen."))

    def forget(self, link: Link) -> None:
        """Takes a link back, of whichever sort."""
        forget(self._session, link)

    def _follow_click(self, figure: Figure, is_with_control: bool) -> None:
        """A click while another figure waits links the two; Ctrl+click links a figure with the one selected before."""
        if self.first is not None:
            self._end(figure)
        elif is_with_control:
            one = next(iter(self._selection.figures), None)
            if one is None or one == figure or one.article not in self._session.letters:
                self.begin(figure)
            else:
                self.link(one, figure)

    def _end(self, figure: Figure) -> None:
        one = self._first
        self._forget()
        self._messages.settle()
        if one is not None and one != figure:
            self.link(one, figure)

    def _forget(self) -> None:
        self._first = None

    def _refusal(self, one: Figure, other: Figure) -> str:
        """Why two figures cannot be linked, "" where they can."""
        from desktop.core import wording
        from desktop.core.agreement import can_be_compared, what_is_said

        a, b = self._claim(one), self._claim(other)
        if a is None or b is None or not self._are_there(one, other):
            return say("One of the two figures is not there any more.")
        parts = {"one": brief(one.quote), "other": brief(other.quote)}
        if a.article == b.article and what_is_said(a) == what_is_said(b):
            return say("“{one}” and “{other}” say the same in one article; there is nothing to compare.", **parts)
        articles = [known for known in self._session.analysis.articles if known.id in (a.article, b.article)]
        claims = [claim for known in articles for claim in self._session.analysis.claims_of(known.id)]
        if can_be_compared(a, b, articles, claims, self._lexicon()):
            return ""
        kinds = [say(wording.KINDS[claim.figure.quantity.kind]) for claim in (a, b)]
        if kinds[0] != kinds[1]:
            return say(
                "“{one}” ({kind}) and “{other}” ({other_kind}) cannot be compared: they are two sorts of figure. "
                "If one of them is misread, read it otherwise first.",
                kind=kinds[0],
                other_kind=kinds[1],
                **parts,
            )
        return say("“{one}” and “{other}” cannot be compared: nothing brings them to the same terms.", **parts)

    def _are_there(self, *figures: Figure) -> bool:
        """Whether the articles still have these figures; the analysis may be of a version before."""
        return all(self._session.workspace.has(figure.anchor) for figure in figures)

    def _claim(self, figure: Figure) -> Claim | None:
        claims = self._session.analysis.claims_of(figure.article)
        return next((claim for claim in claims if claim.figure == figure), None)

    def _anchors(self, one: Figure, other: Figure) -> tuple[Anchor, Anchor]:
        workspace = self._session.workspace
        made = [anchor_at(each.article, each.span, workspace.article(each.article).text) for each in (one, other)]
        return made[0], made[1]
