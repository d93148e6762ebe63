"""Shows the sentences that are not what they were, what is gone struck through and what is new underlined."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtGui import QBrush, QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser

from desktop.core.alignment import Presence
from desktop.core.language import say
from desktop.core.wording import capital
from desktop.core.wording.versions import passage_change

if TYPE_CHECKING:
    from desktop.core.alignment import Run
    from desktop.core.versions import Changes, PassageChange
    from desktop.shell.theme import Appearance

_BREAKS = re.compile(r"\s*[\n\r\v\f\x85\u2028\u2029]\s*")
_CLOSING = (",", ".", ";", ":", "!", "?", "…", ")", "]", "”", "’", "'", '"', "%")


class VersionsText(QTextBrowser):
    """The wording of two versions in one text, paragraph by paragraph."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._changes: Changes | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setAccessibleName(say("Wording"))
        self.setToolTip(say("Struck through: only in the older version. Underlined: only in the newer one."))
        self.document().setDocumentMargin(10)
        appearance.changed.connect(self._draw)

    def show_changes(self, changes: Changes) -> None:
        """Shows what is different in the newer of two versions."""
        self._changes = changes
        self._draw()

    def _draw(self) -> None:
        self.clear()
        found = self._changes
        if found is None:
            return
        cursor = QTextCursor(self.document())
        if found.headline is not None:
            self._head(cursor, say("headline"), is_first=True)
            was, now = found.headline
            cursor.insertText(was, self._look(Presence.A))
            cursor.insertText(" ", self._look(Presence.BOTH))
            cursor.insertText(now, self._look(Presence.B))
        for number, change in enumerate(found.passages):
            self._head(cursor, passage_change(change), is_first=not number and found.headline is None)
            self._write(cursor, change)
        if not found.passages and found.headline is None:
            cursor.insertText(say("The wording is the same."), self._ink(self._appearance.theme.muted))
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _head(self, cursor: QTextCursor, words: str, *, is_first: bool) -> None:
        for above in (0 if is_first else 10, 1):
            shape = QTextBlockFormat()
            shape.setTopMargin(above)
            if above != 1 and is_first:
                cursor.setBlockFormat(shape)
            else:
                cursor.insertBlock(shape)
            if above != 1:
                look = self._ink(self._appearance.theme.muted)
                look.setFontWeight(QFont.Weight.DemiBold)
                cursor.insertText(capital(words), look)

    def _write(self, cursor: QTextCursor, change: PassageChange) -> None:
        before: Run | None = None
        for run in change.runs:
            words = _BREAKS.sub(" ", run.words)
            if before is not None and self._is_apart(before, run):
                cursor.insertText(" ", self._look(Presence.BOTH))
            cursor.insertText(words, self._look(run.kind))
            before = run

    def _is_apart(self, before: Run, run: Run) -> bool:
        """Whether a blank stands before a run: where its version has one, and between a word and what replaces it."""
        replaces = before.kind is Presence.A and run.kind is Presence.B
        if self._changes is None or (replaces and not run.words.startswith(_CLOSING)):
            return True
        text, span = (self._changes.old.text, run.a) if run.b is None else (self._changes.new.text, run.b)
        return span is not None and text[: span.start][-1:].isspace()

    def _look(self, kind: Presence) -> QTextCharFormat:
        theme = self._appearance.theme
        if kind is Presence.BOTH:
            return self._ink(theme.text)
        if kind is Presence.A:
            look = self._ink(theme.trouble, theme.trouble_fill)
            look.setFontStrikeOut(True)
            return look
        mark = theme.marks["agree"]
        look = self._ink(mark.ink, mark.fill)
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        return look

    def _ink(self, colour: str, behind: str | None = None) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setForeground(QBrush(QColor(colour)))
        if behind is not None:
            look.setBackground(QBrush(QColor(behind)))
        return look
