"""Lets the editor change preferences and see at once what comes of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.core.language import phrase, say
from desktop.files.preferences import INTERFACE_POINTS, LONGEST_WORD, READING_POINTS
from desktop.shell.theme import INTERFACE_FONT, READING_FONT
from desktop.shell.views.key_table import CommandKeys, KeyTable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.files.preferences import Preferences

THEME_WORDS = {"system": phrase("Follow the system"), "light": phrase("Light"), "dark": phrase("Dark")}
PAPER_WORDS = {"a4": "A4", "letter": "US Letter"}
GENERIC_FONTS = {
    "serif": phrase("Serif letters of the system"),
    "sans-serif": phrase("Sans-serif letters of the system"),
}
SAMPLE = phrase("The carrier pays $1.25 billion a month, “about 4 %” more, until May 2029: 0123456789.")


class PreferencesDialog(QDialog):
    """Three pages. Every change is told at once; Cancel tells what was preferred before."""

    changed = Signal(object)
    """The Preferences as they would be now."""

    def __init__(
        self,
        parent: QWidget,
        preferences: Preferences,
        commands: Sequence[CommandKeys],
        languages: Mapping[str, str],
        usual_points: tuple[float, float],
    ) -> None:
        """languages: their own names by code. usual_points: the usual sizes of the interface and of the articles."""
        super().__init__(parent)
        self._before = preferences
        self._now = preferences
        self._usual_points = usual_points
        self.setWindowTitle(say("Preferences"))
        self.editor = QLineEdit(preferences.editor)
        self.editor.setMaxLength(LONGEST_WORD)
        self.language = _choice({"system": say("Language of the system"), **languages}, preferences.language)
        usual_paper = PAPER_WORDS[paper_of_the_country()]
        papers = {"": say("As usual in the country ({paper})", paper=usual_paper), **PAPER_WORDS}
        self.paper = _choice(papers, preferences.paper)
        self.theme = _choice({theme: say(words) for theme, words in THEME_WORDS.items()}, preferences.theme)
        self.interface_size = _size(usual_points[0], INTERFACE_POINTS, preferences.interface_points)
        self.reading_font = _choice(_font_names(preferences.reading_font), preferences.reading_font)
        self.reading_size = _size(usual_points[1], READING_POINTS, preferences.reading_points)
        self.sample = QLabel(say(SAMPLE))
        self.sample.setObjectName("sample")
        self.sample.setWordWrap(True)
        self.sample.setMinimumHeight(110)
        self.keys = KeyTable(commands, preferences.keys)
        self.pages = QTabWidget()
        self.pages.setAccessibleName(say("Pages of the preferences"))
        self._lay_out()
        self._show_sample()
        self.editor.textChanged.connect(self._tell)
        for choice in (self.language, self.paper, self.theme, self.reading_font):
            choice.currentIndexChanged.connect(self._tell)
        for size in (self.interface_size, self.reading_size):
            size.valueChanged.connect(self._tell)
        self.keys.changed.connect(self._tell)

    def reject(self) -> None:
        if self._now != self._before:
            self.changed.emit(self._before)
        super().reject()

    def _lay_out(self) -> None:
        self.pages.addTab(
            _page(
                (say("Your &name"), self.editor, say("Stands under your notes and rulings")),
                (say("&Language"), self.language, say("Used from the next start on")),
                (say("&Paper for reports"), self.paper, ""),
            ),
            say("&General"),
        )
        looks = _page(
            (say("&Theme"), self.theme, ""),
            (say("Letters of the &interface"), self.interface_size, ""),
            (say("&Font of the articles"), self.reading_font, ""),
            (say("&Size of the articles"), self.reading_size, say("Ctrl++ and Ctrl+- change it too")),
        )
        form = looks.layout()
        assert isinstance(form, QFormLayout)
        form.addRow(self.sample)
        self.pages.addTab(looks, say("&Appearance"))
        self.pages.addTab(self.keys, say("&Keys"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setToolTip(say("Keep all this (Return)"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setToolTip(say("Leave all as it was (Esc)"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.pages, 1)
        column.addWidget(buttons)
        self.resize(640, 520)

    def _tell(self) -> None:
        self._now = replace(
            self._now,
            editor=self.editor.text().strip(),
            language=self.language.currentData(),
            paper=self.paper.currentData(),
            theme=self.theme.currentData(),
            interface_points=round(self.interface_size.value() - self._usual_points[0], 2),
            reading_font=self.reading_font.currentData(),
            reading_points=round(self.reading_size.value() - self._usual_points[1], 2),
            keys=self.keys.chosen,
        )
        self._show_sample()
        self.changed.emit(self._now)

    def _show_sample(self) -> None:
        family = font_family(self.reading_font.currentData())
        self.sample.setStyleSheet(f'font-family: "{family}"; font-size: {self.reading_size.value()}pt;')


def font_family(preferred: str) -> str:
    """The family of letters that a preferred font stands for on this system."""
    if preferred not in GENERIC_FONTS:
        return preferred.replace('"', "") or READING_FONT
    font = QFont("", 12)
    font.setStyleHint(QFont.StyleHint.Serif if preferred == "serif" else QFont.StyleHint.SansSerif)
    return font.defaultFamily()


def paper_of_the_country() -> str:
    """ "letter" in countries that count in inches, "a4" elsewhere."""
    american = QLocale.system().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    return "letter" if american else "a4"


def _font_names(preferred: str) -> dict[str, str]:
    families = QFontDatabase.families()
    names = {"": say("{font} (comes with Crossread)", font=READING_FONT)}
    names[INTERFACE_FONT] = say("{font} (comes with Crossread)", font=INTERFACE_FONT)
    names.update({generic: say(words) for generic, words in GENERIC_FONTS.items()})
    names.update({family: family for family in families if family not in (READING_FONT, INTERFACE_FONT)})
    if preferred not in names:
        names[preferred] = say("{font} (not installed)", font=preferred)
    return names


def _choice(words: dict[str, str], current: str) -> QComboBox:
    choice = QComboBox()
    for value, shown in words.items():
        choice.addItem(shown, value)
    choice.setCurrentIndex(max(0, choice.findData(current)))
    choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return choice


def _size(usual: float, span: tuple[float, float], points: float) -> QDoubleSpinBox:
    size = QDoubleSpinBox()
    size.setDecimals(1)
    size.setSingleStep(0.5)
    size.setSuffix(say(" pt"))
    size.setRange(usual + span[0], usual + span[1])
    size.setValue(usual + points)
    return size


def _page(*rows: tuple[str, QWidget, str]) -> QWidget:
    page = QWidget()
    form = QFormLayout(page)
    form.setContentsMargins(18, 18, 18, 18)
    form.setVerticalSpacing(12)
    form.setHorizontalSpacing(18)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    for words, field, hint in rows:
        form.addRow(words, field)
        field.setAccessibleName(words.replace("&", ""))
        field.setToolTip(hint or words.replace("&", ""))
        if hint:
            field.setAccessibleDescription(hint)
            below = QLabel(hint)
            below.setObjectName("hint")
            form.addRow("", below)
    return page


__all__ = ["CommandKeys", "PreferencesDialog", "font_family", "paper_of_the_country"]
