"""Makes the fields of a form, each with its name for those who do not see it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QSizePolicy

from desktop.core.citation import shortened
from desktop.core.text import Span
from desktop.core.wording import capital

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget


def in_sentence(text: str, span: Span, sentence: Span) -> str:
    """The stretch in its sentence, set off; safe as HTML whatever the article holds."""
    start, end = "\0", "\1"
    text = text.replace(start, " ").replace(end, " ")
    around = shortened(
        f"{text[: span.start]}{start}{span.of(text)}{end}{text[span.end :]}",
        Span(span.start, span.end + 2),
        Span(sentence.start, sentence.end + 2),
    )
    return escape(around).replace(start, "<b><u>").replace(end, "</u></b>")


def line(name: str, example: str) -> QLineEdit:
    """A field for a few words, with an example of them."""
    made = QLineEdit()
    made.setAccessibleName(name)
    made.setPlaceholderText(example)
    return made


def chooser(name: str, entries: Sequence[tuple[str, object]] = ()) -> QComboBox:
    """A choice between these words, each with what it stands for."""
    made = QComboBox()
    made.setAccessibleName(name)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    for words, data in entries:
        made.addItem(capital(words), data)
    return made


def label_of(words: str, field: QWidget) -> QLabel:
    """The words in front of a field, whose key leads to it."""
    label = QLabel(words)
    label.setBuddy(field)
    return label


def set_quiet(label: QLabel, quiet: bool) -> None:
    """Says a trouble quietly, as long as it is no mistake yet."""
    if label.property("quiet") != quiet:
        label.setProperty("quiet", quiet)
        label.style().unpolish(label)
        label.style().polish(label)


def trouble() -> QLabel:
    """A place below a field for what is wrong with it."""
    label = QLabel()
    label.setObjectName("fieldTrouble")
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
