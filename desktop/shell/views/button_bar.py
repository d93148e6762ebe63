"""Knows how the row of buttons above a table or plot is laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QAbstractButton, QWidget


def button_bar(owner: QWidget, choices: Iterable[QAbstractButton]) -> QHBoxLayout:
    """A row that begins with buttons of which one is down; the rest is the caller's."""
    group = QButtonGroup(owner)
    bar = QHBoxLayout()
    bar.setContentsMargins(6, 4, 6, 4)
    bar.setSpacing(4)
    for button in choices:
        group.addButton(button)
        bar.addWidget(button)
    return bar
