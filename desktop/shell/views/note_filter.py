"""Lets the editor say which notes are listed and in which order, and says what that hides."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from desktop.core.language import phrase, say
from desktop.shell.models.wanted_entries import Group, Wanted
from desktop.shell.views.elided_label import ElidedLabel
from desktop.shell.views.find_field import FindField
from desktop.shell.views.status_chips import plain_button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.shell.models.annotation_list import AnnotationList

GROUPS = {
    Group.ALL: phrase("Notes and rulings: {count}"),
    Group.NOTES: phrase("Notes: {count}"),
    Group.RULINGS: phrase("Rulings: {count}"),
    Group.CONTESTED: phrase("Editors disagree: {count}"),
    Group.READINGS: phrase("Readings and links: {count}"),
    Group.LOST: phrase("To be placed: {count}"),
    Group.CONFLICTS: phrase("Unreviewed: {count}"),
}


class NoteFilter(QWidget):
    """What is listed, words to seek, a menu for the rest, and a line that says what is hidden."""

    changed = Signal()

    def __init__(self, entries: AnnotationList) -> None:
        super().__init__()
        self._entries = entries
        self.wanted = Wanted()
        self.group = QComboBox()
        self.group.setAccessibleName(say("What is listed"))
        self.group.setToolTip(
            say(
                "Editors disagree lists what was ruled differently; Unreviewed the conflicts between any two articles "
                "that nobody has ruled on"
            )
        )
        for group in GROUPS:
            self.group.addItem("", group)
        self.finder = FindField(say("Find in notes"), say("Show only notes with these words; Escape shows all again"))
        self.finder.setMaximumWidth(16777215)
        self.more = plain_button(say("Filter"), say("By state, author or tag; and the order of the list"))
        self.more.setAccessibleName(say("Filter and order"))
        self.more.setObjectName("menuChoice")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self)
        self.more.setMenu(self.menu)
        self.menu.aboutToShow.connect(self._offer)
        self.hidden = ElidedLabel()
        self.hidden.setObjectName("caption")
        self.all = plain_button(say("Show all"), say("Show again what the filter hides"))
        self._lay_out()
        self.group.activated.connect(lambda number: self._want(group=self.group.itemData(number)))
        self.finder.textChanged.connect(lambda words: self._want(words=" ".join(words.split())))
        self.all.clicked.connect(self.reset)
        self.count()

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(4)
        first.addWidget(self.group, 1)
        first.addWidget(self.more)
        self._line = QWidget()
        last = QHBoxLayout(self._line)
        last.setContentsMargins(2, 0, 0, 0)
        last.setSpacing(4)
        last.addWidget(self.hidden, 1)
        last.addWidget(self.all)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(4)
        column.addLayout(first)
        column.addWidget(self.finder)
        column.addWidget(self._line)

    def show_group(self, group: Group) -> None:
        """Lists another group."""
        self._want(group=group)

    def reset(self) -> None:
        """Hides nothing any more; the group and the order stay."""
        with QSignalBlocker(self.finder):
            self.finder.clear()
        self._want(words="", is_open=None, by=None, tag="")
        if not self._line.isVisible() and self.focusWidget() is self.all:
            self.finder.setFocus()

    def count(self) -> None:
        """Says how many there are of everything, and how many of them the filter hides."""
        for number, (group, words) in enumerate(GROUPS.items()):
            text = say(words, count=self._entries.count(group))
            if self.group.itemText(number) != text:
                self.group.setItemText(number, text)
        self.group.setCurrentIndex(list(GROUPS).index(self.wanted.group))
        shown, all_of_it = self._entries.rowCount(), self._entries.count(self.wanted.group)
        self._line.setVisible(self.wanted.hides)
        if self.wanted.hides:
            by = ", ".join(self._in_words())
            self.hidden.setText(
                say("{count} of {all} hidden: only {filter}", count=all_of_it - shown, all=all_of_it, filter=by)
            )
            self.hidden.setToolTip(self.hidden.text())

    def _in_words(self) -> Sequence[str]:
        wanted, parts = self.wanted, []
        if wanted.is_open is not None:
            parts.append(say("open") if wanted.is_open else say("resolved"))
        if wanted.by is not None:
            parts.append(wanted.by or say("No name"))
        if wanted.tag:
            parts.append(f"#{wanted.tag}")
        if wanted.words:
            parts.append(say("“{quote}”", quote=wanted.words))
        return parts

    def _want(self, **changes: object) -> None:
        self.wanted = replace(self.wanted, **changes)  # type: ignore[arg-type]
        self._entries.want(self.wanted)
        self.count()
        self.changed.emit()

    def _offer(self) -> None:
        """Fills the menu with what there is now."""
        self.menu.clear()
        for old in (*self.menu.findChildren(QMenu), *self.menu.findChildren(QActionGroup)):
            old.deleteLater()
        wanted = self.wanted
        self._choices(self.menu, "by_place", wanted.by_place, ((False, say("&Newest first")), (True, say("By &place"))))
        self.menu.addSeparator()
        states = ((None, say("&All")), (True, say("&Open")), (False, say("&Resolved")))
        self._choices(self.menu, "is_open", wanted.is_open, states)
        self.menu.addSeparator()
        authors = [(name, (name or say("No name")).replace("&", "&&")) for name in self._entries.authors]
        by = self.menu.addMenu(say("A&uthor"))
        self._choices(by, "by", wanted.by, ((None, say("&All")), *authors))
        tags = self.menu.addMenu(say("&Tag"))
        known = [(tag, tag.replace("&", "&&")) for tag in self._entries.tags]
        self._choices(tags, "tag", wanted.tag, (("", say("&All")), *known))
        tags.setEnabled(bool(known))

    def _choices(self, menu: QMenu, name: str, now: object, choices: Sequence[tuple[object, str]]) -> None:
        group = QActionGroup(menu)
        for value, words in choices:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(value == now and type(value) is type(now))
            action.triggered.connect(partial(self._choose, name, value))
            group.addAction(action)

    def _choose(self, name: str, value: object, _checked: bool = False) -> None:
        self._want(**{name: value})
