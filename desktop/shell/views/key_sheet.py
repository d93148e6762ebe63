"""Shows all keys at once: those of the commands by menu, and those that mean the same everywhere."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QTextBrowser, QVBoxLayout, QWidget

from desktop.core.language import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.shell.theme import Appearance


WIDEST_KEYS = 190
"""The most pixels for which all rows make room."""


@dataclass(frozen=True, slots=True)
class KeySection:
    """The words of a menu, and of each of its commands the words and the keys, "" for none."""

    title: str
    rows: tuple[tuple[str, str], ...]


class KeySheet(QDialog):
    """The keys in two columns; the field above narrows them down."""

    def __init__(self, parent: QWidget, appearance: Appearance) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._sections: tuple[KeySection, ...] = ()
        self.setWindowTitle(say("Keys"))
        self.field = QLineEdit()
        self.field.setPlaceholderText(say("Find a command or a key"))
        self.field.setAccessibleName(say("Find a command or a key"))
        self.field.setToolTip(say("Shows only what holds these words"))
        self.field.setClearButtonEnabled(True)
        self.text = QTextBrowser()
        self.text.setAccessibleName(say("Keys"))
        self.text.document().setDocumentMargin(14)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setToolTip(say("Close (Esc)"))
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.text, 1)
        column.addWidget(buttons)
        self.field.textChanged.connect(self._write)
        appearance.changed.connect(self._write)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.resize(980, 620)

    def show_sections(self, sections: Sequence[KeySection]) -> None:
        """Shows these keys."""
        self._sections = tuple(sections)
        self._write()

    def _write(self) -> None:
        wanted = self.field.text().casefold().split()
        found = [
            KeySection(section.title, rows)
            for section in self._sections
            if (rows := tuple(row for row in section.rows if _holds(section.title, row, wanted)))
        ]
        theme = self._appearance.theme
        self.text.document().setDefaultStyleSheet(
            f"h3 {{ margin: 14px 0 4px 0; }} .key {{ font-weight: 600; white-space: nowrap; }}"
            f" .none {{ color: {theme.muted}; }} td {{ padding: 3px 14px 3px 0; }}"
        )
        if not found:
            self.text.setHtml(f"<p class='none'>{escape(say('No command and no key holds these words.'))}</p>")
            return
        bold = self.text.font()
        bold.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(bold)
        needed = (metrics.horizontalAdvance(keys) + 18 for section in found for _, keys in section.rows)
        # Alike in all sections, but for rows of many keys; in other languages the names of keys have another length.
        width = max(150, *(each for each in needed if each <= WIDEST_KEYS))
        columns = "".join(
            f"<td width='50%'>{''.join(_section(section, width) for section in part)}</td>" for part in _halves(found)
        )
        self.text.setHtml(f"<table width='100%'><tr>{columns}</tr></table>")


def _holds(title: str, row: tuple[str, str], wanted: Sequence[str]) -> bool:
    words = f"{title} {' '.join(row)}".casefold()
    return all(word in words for word in wanted)


def _halves(sections: Sequence[KeySection]) -> list[list[KeySection]]:
    """The sections in their order, cut where both columns come out about as high."""
    heights = [len(section.rows) + 2 for section in sections]
    cut = min(range(len(sections) + 1), key=lambda cut: max(sum(heights[:cut]), sum(heights[cut:])))
    return [list(sections[:cut]), list(sections[cut:])]


def _section(section: KeySection, width: int) -> str:
    rows = "".join(
        f"<tr><td class='{'key' if keys else 'none'}' width='{width}'>{escape(keys or say('no key'))}</td>"
        f"<td>{escape(words)}</td></tr>"
        for words, keys in section.rows
    )
    return f"<h3>{escape(section.title)}</h3><table width='100%'>{rows}</table>"
