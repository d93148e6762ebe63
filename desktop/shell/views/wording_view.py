"""Shows the two passages of a selected claim, one under the other, and which words only one of them has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QTextBrowser, QToolButton, QVBoxLayout, QWidget

from desktop.core import wording
from desktop.core.alignment import Presence, differences
from desktop.core.language import say
from desktop.shell.highlights import format_of
from desktop.shell.models.passages import Passages, Side

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.core.agreement import Pair
    from desktop.core.analysis import Analysis
    from desktop.core.figures import Figure
    from desktop.core.text import Span
    from desktop.shell.selection import Selection
    from desktop.shell.session import Session
    from desktop.shell.theme import Appearance, Theme

SIGN = 14
_BREAKS = re.compile(r"\s*[\n\r\v\f\x85\u2028\u2029]\s*")
"""Line breaks of an article, which are no paragraphs here."""


class WordingView(QWidget):
    """The passages of one pair of claims, what they are to each other and why; buttons for the topic's other pairs."""

    def __init__(self, session: Session, selection: Selection, appearance: Appearance) -> None:
        super().__init__()
        self._session = session
        self._selection = selection
        self._appearance = appearance
        self._known = Passages(session.analysis)
        self._pairs: tuple[Pair, ...] = ()
        self._number = 0
        self.text = QTextBrowser()
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setAccessibleName(say("Wording"))
        self.text.document().setDocumentMargin(10)
        self.before = _arrow(Qt.ArrowType.LeftArrow, say("Previous pair of passages of this topic"))
        self.after = _arrow(Qt.ArrowType.RightArrow, say("Next pair of passages of this topic"))
        self.place = QLabel()
        self._bar = QWidget()
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(6, 4, 6, 4)
        bar.setSpacing(4)
        bar.addWidget(self.before)
        bar.addWidget(self.after)
        bar.addWidget(self.place, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self.text, 1)
        self.before.clicked.connect(lambda: self._step(-1))
        self.after.clicked.connect(lambda: self._step(1))
        session.analysis_changed.connect(self._take)
        session.facing_changed.connect(self._show_again)
        appearance.changed.connect(self._draw)
        selection.changed.connect(self.show_selected)
        self.show_selected(selection.figures)

    @property
    def pair(self) -> Pair | None:
        """The pair whose passages are shown."""
        return self._pairs[self._number] if self._pairs else None

    def show_selected(self, figures: tuple[Figure, ...]) -> None:
        """Shows the passages of the first of these figures and of what it was compared with, the worst first."""
        self._pairs = self._known.pairs(figures, self._session.facing)
        self._number = 0
        self._draw()

    def _take(self, analysis: Analysis) -> None:
        self._known = Passages(analysis)
        self._show_again()

    def _show_again(self) -> None:
        self.show_selected(self._selection.figures)

    def _step(self, direction: int) -> None:
        self._number = (self._number + direction) % max(1, len(self._pairs))
        self._draw()

    def _draw(self) -> None:
        several = len(self._pairs) > 1
        self._bar.setVisible(several)
        self.place.setText(say("Pair {number} of {count}", number=self._number + 1, count=len(self._pairs)))
        self.text.clear()
        pair = self.pair
        if pair is None:
            self._say_what_to_do()
        else:
            self._tell(pair)
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _say_what_to_do(self) -> None:
        quiet = _ink(self._appearance.theme.muted)
        figures = self._selection.figures
        if figures:
            quote = " ".join(figures[0].quote.split())
            words = say("“{quote}” was compared with no other passage: only one article says so.", quote=quote)
        else:
            words = say("Choose a figure or a row of the claims to see both passages word by word.")
        self.text.textCursor().insertText(words, quiet)
        self.text.setAccessibleDescription(words)

    def _tell(self, pair: Pair) -> None:
        called = self._session.names
        theme = self._appearance.theme
        mark = self._appearance.mark(pair.status)
        write = _Writer(self.text)
        sign = self._appearance.sign(pair.status, SIGN).pixmap(SIGN, SIGN)
        write.cursor.insertImage(sign.toImage())
        head = _ink(mark.ink, bold=True)
        write(say(" {status}: {topic}", status=wording.status(pair.status), topic=wording.topic(pair.topic)), head)
        write.paragraph(2)
        write(wording.why(pair, called), _ink(theme.text))
        one, other = self._known.sides(pair, self._session.facing)
        runs = differences(one.passage, other.passage)
        told = []
        for side, here in ((one, Presence.A), (other, Presence.B)):
            spans = [(run.a if here is Presence.A else run.b, run.kind) for run in runs]
            letter = self._session.letters.get(side.article, "")
            name = called.get(side.article, "")
            write.paragraph(8)
            write(say("{letter} · {name}", letter=letter, name=name), _ink(theme.muted, bold=True))
            write.paragraph(1)
            self._write_side(write, side, [(span, kind is Presence.BOTH) for span, kind in spans if span is not None])
            only = " … ".join(" ".join(run.words.split()) for run in runs if run.kind is here)
            told.append(say("Only in {name}: {words}.", name=name, words=only or say("nothing")))
        write.paragraph(8)
        sample = _ink(theme.text)
        _set_apart(sample, theme)
        write(say("Underlined"), sample)
        write(say(": words that only this passage has."), _ink(theme.muted))
        self.text.setAccessibleDescription(" ".join([wording.status(pair.status), *told]))

    def _write_side(self, write: _Writer, side: Side, stretches: list[tuple[Span, bool]]) -> None:
        """Writes a passage: what is around it muted, what only it has set apart, figures as in the panes."""
        theme, text = self._appearance.theme, side.passage.text
        statuses: Mapping[Span, QTextCharFormat] = {
            figure.span: format_of(status, theme) for figure, status in side.figures
        }
        write(side.before, _ink(theme.muted))
        at = side.passage.span.start
        for stretch, is_shared in stretches:
            write(text[at : stretch.start], _ink(theme.text))
            at = stretch.start
            for figure in [span for span in side.passage.whole if stretch.covers(span)]:
                self._write_words(write, text[at : figure.start], is_shared)
                look = statuses[figure]
                if not is_shared:
                    look.setFontWeight(QFont.Weight.DemiBold)
                write(text[figure.start : figure.end], look)
                at = figure.end
            self._write_words(write, text[at : stretch.end], is_shared)
            at = stretch.end
        write(text[at : side.passage.span.end], _ink(theme.text))
        write(side.after, _ink(theme.muted))

    def _write_words(self, write: _Writer, words: str, is_shared: bool) -> None:
        look = _ink(self._appearance.theme.text)
        if not is_shared:
            _set_apart(look, self._appearance.theme)
        write(words, look)


class _Writer:
    """Writes words at the end of a document, as they are: nothing in them is markup."""

    def __init__(self, text: QTextBrowser) -> None:
        self.cursor = QTextCursor(text.document())

    def __call__(self, words: str, look: QTextCharFormat) -> None:
        if words:
            self.cursor.insertText(_BREAKS.sub(" ", words), look)

    def paragraph(self, above: int) -> None:
        """Begins a paragraph, so many pixels below the one before."""
        shape = QTextBlockFormat()
        shape.setTopMargin(above)
        self.cursor.insertBlock(shape)


def _ink(colour: str, *, bold: bool = False) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(QBrush(QColor(colour)))
    if bold:
        look.setFontWeight(QFont.Weight.DemiBold)
    return look


def _set_apart(look: QTextCharFormat, theme: Theme) -> None:
    """Marks words that only one passage has: by a line and by colour, so that colour is never alone."""
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    look.setUnderlineColor(QColor(theme.accent))
    look.setBackground(QBrush(QColor(theme.chosen)))


def _arrow(arrow: Qt.ArrowType, tip: str) -> QToolButton:
    button = QToolButton()
    button.setArrowType(arrow)
    button.setObjectName("choice")
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    return button
