"""Shows in a small frame what there is to say of a figure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QPainter
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.core import wording
from desktop.core.cards import and_more
from desktop.core.language import say, say_count
from desktop.shell.theme import READING_FONT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPaintEvent

    from desktop.core.agreement import Status
    from desktop.core.cards import Card, Voice
    from desktop.shell.theme import Appearance

WIDTH, TALLEST = 340, 300
"""In pixels; what makes a card taller is left to the review panel, where anything can be."""
GAP = 6
"""Pixels between a card and its figure."""
_LONGEST_QUOTE, _LONGEST_NOTE, _MOST_NOTES = 160, 240, 2


def place(card: QSize, figure: QRect, screen: QRect) -> QPoint | None:
    """Where a card goes: below the figure, else above it, else beside it; None where it would cover the figure."""
    left = max(screen.left(), min(figure.left(), screen.right() + 1 - card.width()))
    below, above = figure.bottom() + 1 + GAP, figure.top() - GAP - card.height()
    if below + card.height() <= screen.bottom() + 1:
        return QPoint(left, below)
    if above >= screen.top():
        return QPoint(left, above)
    top = max(screen.top(), min(figure.top(), screen.bottom() + 1 - card.height()))
    right, before = figure.right() + 1 + GAP, figure.left() - GAP - card.width()
    if top + card.height() <= screen.bottom() + 1:
        if right + card.width() <= screen.right() + 1:
            return QPoint(right, top)
        if before >= screen.left():
            return QPoint(before, top)
    return None


def shorter(card: Card) -> Iterator[Card]:
    """What a card says where there is little room, less each time: at last two voices and the reason."""
    yield card
    card = replace(card, checks=(), suggestion="")
    yield card
    card = replace(card, conversions=card.conversions[:1])
    yield card
    for most in (3, 2):
        left_out = max(0, len(card.voices) - most)
        card = replace(card, voices=card.voices[:most], more=card.more + left_out)
        yield card
    yield replace(card, conversions=())


class HoverCard(QFrame):
    """A window of its own beside a figure, which takes neither the focus nor the pointer."""

    def __init__(self, owner: QWidget, appearance: Appearance) -> None:
        super().__init__(owner, Qt.WindowType.ToolTip | Qt.WindowType.WindowTransparentForInput)
        self._appearance = appearance
        self.setObjectName("hoverCard")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedWidth(WIDTH)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 11)
        self._column.setSpacing(4)
        self._content = QWidget()

    def show_card(self, card: Card, figure: QRect, screen: QRect, *, aloud: bool = False) -> None:
        """Shows a card near a figure (both in pixels of the whole screen); `aloud` also to a screen reader."""
        corner = None
        for said in shorter(card):
            self._lay_out(said, is_whole=said == card)
            corner = place(self.size(), figure, screen)
            if corner is not None and self.height() <= TALLEST:
                break
        if corner is None:
            room = max(0, screen.bottom() + 1 - figure.bottom() - 2 * GAP)
            self.setFixedHeight(min(self.height(), room))
            corner = QPoint(max(screen.left(), screen.right() + 1 - WIDTH), figure.bottom() + 1 + GAP)
        self.setAccessibleName(say("About “{quote}”", quote=card.quote))
        self.setAccessibleDescription(card.text)
        self.move(corner)
        self.show()
        self.raise_()
        if aloud:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, card.text))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        theme = self._appearance.theme
        with QPainter(self) as painter:
            painter.setPen(QColor(theme.muted))
            painter.setBrush(QColor(theme.base))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _lay_out(self, card: Card, *, is_whole: bool) -> None:
        self._column.removeWidget(self._content)
        self._content.hide()
        self._content.deleteLater()
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        self._fill(column, card)
        if not is_whole and not card.more:
            column.addWidget(_label(say("More in the review panel"), "quiet"))
        self._column.addWidget(self._content)
        self._content.show()  # what is not shown yet has no height
        self.setFixedHeight(self._column.totalHeightForWidth(WIDTH))

    def _fill(self, column: QVBoxLayout, card: Card) -> None:
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if not card.is_of_figure:
            column.addWidget(_quote(card))
            if card.aside:
                column.addWidget(_label(card.aside, wraps=True))
            self._add_notes(column, card)
            return
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._sign(card.status))
        status = _label(wording.status(card.status), "heading")
        status.setStyleSheet(f"color: {self._appearance.mark(card.status).ink}")
        head.addWidget(status)
        head.addStretch(1)
        if card.by_editor:
            head.addWidget(_label(say("read by the editor"), "note"))
        column.addLayout(head)
        column.addWidget(_quote(card))
        column.addLayout(self._facts(card))
        for link in card.links:
            column.addWidget(_label(link, "note", wraps=True))
        self._add_notes(column, card)
        if card.voices:
            column.addWidget(_line())
            column.addLayout(self._voices(card))
        if card.why or card.checks or card.suggestion:
            column.addWidget(_line())
        if card.why:
            column.addWidget(_label(card.why, wraps=True))
        for verdict, check in card.checks:
            row = QHBoxLayout()
            row.setSpacing(6)
            row.addWidget(self._sign(verdict), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(_label(check, wraps=True), 1)
            column.addLayout(row)
        if card.suggestion:
            column.addWidget(_label(card.suggestion, "note", wraps=True))

    def _add_notes(self, column: QVBoxLayout, card: Card) -> None:
        """What was noted there: an editor's own words come before all that Crossread has to say."""
        for words in card.notes[:_MOST_NOTES]:
            shown = words if len(words) <= _LONGEST_NOTE else f"{words[:_LONGEST_NOTE]}…"
            column.addWidget(_label(shown, "note", wraps=True))
        left_out = len(card.notes) - _MOST_NOTES
        if left_out > 0:
            words = say_count("and {count} more note", "and {count} more notes", left_out)
            column.addWidget(_label(words, "quiet"))

    def _facts(self, card: Card) -> QLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(_label(card.quantity, wraps=True))
        if card.conversions:
            grid = _grid()
            for row, (name, amount) in enumerate(card.conversions):
                grid.addWidget(_label(name, "quiet"), row, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(_label(amount, wraps=True), row, 1)
            grid.setColumnStretch(1, 1)
            column.addLayout(grid)
        column.addWidget(_label(" · ".join((card.topic, *card.circumstances)), "quiet", wraps=True))
        return column

    def _voices(self, card: Card) -> QLayout:
        grid = _grid()
        for row, voice in enumerate(card.voices):
            self._add_voice(grid, row, voice)
        if card.more:
            grid.addWidget(_label(and_more(card.more), "quiet"), len(card.voices), 2, 1, 2)
        grid.setColumnStretch(3, 1)
        return grid

    def _add_voice(self, grid: QGridLayout, row: int, voice: Voice) -> None:
        top = Qt.AlignmentFlag.AlignTop
        name = _label(voice.name, "quiet")
        room = WIDTH * 2 // 5
        name.setText(name.fontMetrics().elidedText(voice.name, Qt.TextElideMode.ElideRight, room))
        grid.addWidget(self._sign(voice.status), row, 0, top)
        grid.addWidget(_label(voice.letter, "heading"), row, 1, top)
        grid.addWidget(name, row, 2, top)
        grid.addWidget(_label(voice.words, wraps=True), row, 3)

    def _sign(self, status: Status | None) -> QLabel:
        sign = QLabel()
        sign.setPixmap(self._appearance.sign(status, 14).pixmap(14, 14))
        sign.setFixedSize(14, 16)
        return sign


def _label(words: str, tone: str = "", *, wraps: bool = False) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)  # articles may hold anything
    label.setText(words)
    label.setProperty("tone", tone)
    label.setWordWrap(wraps)
    if wraps:
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return label


def _quote(card: Card) -> QLabel:
    quote = card.quote if len(card.quote) <= _LONGEST_QUOTE else f"{card.quote[:_LONGEST_QUOTE]}…"
    words = _label(say("“{quote}”", quote=quote), wraps=True)
    words.setStyleSheet(f'font-family: "{READING_FONT}", serif; font-size: 13pt;')
    return words


def _line() -> QFrame:
    line = QFrame()
    line.setObjectName("line")
    return line


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(1)
    return grid
