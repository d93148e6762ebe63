"""Looks for words in both texts and goes through the places found, those of the left text first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from desktop.core.language import say
from desktop.core.search import Searched
from desktop.shell.slices import Slices

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.core.text import Article
    from desktop.shell.views.article_pane import ArticlePane
    from desktop.shell.views.find_bar import FindBar

PLACES_A_STEP = 1000


class Finder(QObject):
    """Knows what was found. It marks that in the panes and tells it in the bar."""

    def __init__(self, bar: FindBar, panes: Sequence[ArticlePane]) -> None:
        super().__init__()
        self._bar = bar
        self._panes = panes
        self._slices = Slices(self)
        self._searched = [Searched(""), Searched("")]
        self._letters = ["", ""]
        self._hits: list[list[tuple[int, int]]] = [[], []]
        self._wanted = ("", False, False)
        self._at = -1
        self._focus: QWidget | None = None
        bar.hide()
        bar.wanted.connect(self._look)
        bar.step_wanted.connect(self.step)
        bar.closed.connect(self.close)

    @property
    def is_done(self) -> bool:
        """Whether all places are found by now."""
        return self._slices.is_done

    @property
    def count(self) -> int:
        """How many places were found."""
        return sum(len(hits) for hits in self._hits)

    def show_article(self, side: int, article: Article | None, letter: str) -> None:
        """The article that stands on a side (0 or 1) from now on."""
        text = article.text if article is not None else ""
        if text is self._searched[side].text and letter == self._letters[side]:
            return
        self._searched[side] = Searched(text)
        self._letters[side] = letter
        self._hits[side] = []
        if not self._bar.isHidden():
            self._look(*self._wanted)

    def open(self) -> None:
        """Shows the bar, with the words that are selected in a text."""
        focus = QApplication.focusWidget()
        selected = next((pane.text.selected_words() for pane in self._panes if pane.text is focus), "")
        self._open(selected)

    def find(self, words: str) -> None:
        """Shows the bar, and looks for these words."""
        self._open(words)

    def step(self, direction: int) -> None:
        """Goes to the next place (1) or the one before (-1), round and round; shows the bar if it is closed."""
        if self._bar.isHidden():
            self._open("")
            if not self._wanted[0]:
                return
        self._slices.finish()
        count = self.count
        if not count:
            return
        if self._at >= 0:
            self._at = (self._at + direction) % count
        else:
            self._at = self._near() if direction > 0 else (self._near() - 1) % count
        self._mark(go=True)

    def close(self) -> None:
        """Puts the bar away, and gives the focus back."""
        if self._bar.isHidden():
            return
        self._slices.drop()
        self._bar.hide()
        self._hits, self._at = [[], []], -1
        self._mark()
        self._overview([(), ()])
        side = next((side for side, pane in enumerate(self._panes) if pane.text is self._focus), 0)
        # What had the focus may be gone by now, as the field of a dialog is.
        is_there = self._focus is not None and isValid(self._focus) and self._focus.isVisible()
        back = self._focus if self._focus is not None and is_there else self._panes[side].text
        back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, words: str) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and not self._bar.isAncestorOf(focus):
            self._focus = focus
        self._bar.show()
        self._bar.begin(words)

    def _look(self, words: str, case: bool, whole: bool) -> None:
        self._wanted = words, case, whole
        self._slices.run(self._looking(words, case, whole))

    def _looking(self, words: str, case: bool, whole: bool) -> Iterator[None]:
        found: list[list[tuple[int, int]]] = [[], []]
        shares: list[list[float]] = [[], []]
        for side, pane in enumerate(self._panes):
            for hit in self._searched[side].occurrences(words, case=case, whole=whole):
                found[side].append(hit)
                shares[side].append(pane.text.share_of(hit[0]))
                if len(found[side]) % PLACES_A_STEP == 0:
                    yield
            yield
        self._hits, self._at = found, -1
        self._mark()
        self._overview(shares)

    def _near(self) -> int:
        """The first place at or behind the beginning of what is in sight of the text that had the focus."""
        side = next((side for side, pane in enumerate(self._panes) if pane.text is self._focus), 0)
        first, _ = self._panes[side].text.points_in_sight()
        ahead = sum(1 for start, _ in self._hits[side] if start < first)
        count = len(self._hits[0]) + len(self._hits[1])
        return (ahead + (len(self._hits[0]) if side else 0)) % count

    def _mark(self, *, go: bool = False) -> None:
        """Marks the places in both texts. go: brings the present one into sight."""
        before = 0
        for pane, hits in zip(self._panes, self._hits, strict=True):
            mine = self._at - before
            pane.text.show_hits(hits, mine if go and 0 <= mine < len(hits) else -1)
            before += len(hits)
        self._tell()

    def _overview(self, shares: Sequence[Sequence[float]]) -> None:
        for pane, mine in zip(self._panes, shares, strict=True):
            pane.strip.show_hits(mine)

    def _tell(self) -> None:
        """Says "3 of 12 in A, 7 in B"."""
        counts = [len(hits) for hits in self._hits]
        self._bar.allow_steps(any(counts))
        if not self._wanted[0]:
            self._bar.tell("")
        elif not any(counts):
            self._bar.tell(say("Not found"), trouble=True)
        else:
            parts, before = [], 0
            for letter, count in zip(self._letters, counts, strict=True):
                if not letter:
                    continue
                if before <= self._at < before + count:
                    number = self._at - before + 1
                    parts.append(say("{number} of {count} in {letter}", number=number, count=count, letter=letter))
                else:
                    parts.append(say("{count} in {letter}", count=count, letter=letter))
                before += count
            self._bar.tell(", ".join(parts))
