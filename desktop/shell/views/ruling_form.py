"""Shows a ruling, or what else is not a note, and lets the editor say why or take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.core.corrections import Correction
from desktop.core.language import phrase, say
from desktop.core.links import Link
from desktop.core.rulings import Ruling
from desktop.shell.deciding import explain, forget, withdraw
from desktop.shell.models.note_entries import Kind, words
from desktop.shell.views.status_chips import plain_button
from desktop.shell.views.words_field import WordsField

if TYPE_CHECKING:
    from desktop.shell.models.note_entries import Entry
    from desktop.shell.session import Session


_RULING_BACK = phrase("Take this ruling back; its reason stays, as a note")
_BACK = {
    Kind.CORRECTION: phrase("Go back to what Crossread reads there (Delete in the list)"),
    Kind.LINK: phrase("Leave it to Crossread again whether the two are compared (Delete in the list)"),
}


class RulingForm(QWidget):
    """What was decided; of the editor's own ruling, the reason to be written."""

    placing_wanted = Signal(object)
    """The Ruling, Correction or Link whose place is to be found."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._entry: Entry | None = None
        self.said = QLabel()
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.reason = WordsField(3)
        self.reason.setAccessibleName(say("Why it is so ruled"))
        self.reason.setPlaceholderText(say("Why it is so ruled: who was asked, what bears it out"))
        self.place = plain_button(
            say("Place here"), say("Put it on the words that are selected in one of the articles now")
        )
        self.back = plain_button(say("Take back"), "")
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        buttons.addStretch(1)
        buttons.addWidget(self.place)
        buttons.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.said)
        column.addWidget(self.reason)
        column.addLayout(buttons)
        self.reason.rested.connect(self._explain)
        self.back.clicked.connect(self._withdraw)
        self.place.clicked.connect(lambda: self.placing_wanted.emit(self._entry.thing if self._entry else None))

    def show_entry(self, entry: Entry) -> None:
        """Shows a ruling, a correction, a link, or a conflict without a ruling."""
        if self._entry is not None and self._entry.key != entry.key:
            self.finish()
        self._entry = entry
        why_not, ruling = self._session.read_only, self._ruling()
        is_own = ruling is not None and ruling.by == self._session.editor
        # The reason has a place of its own below.
        bare = entry if ruling is None else _without_text(entry)
        self.said.setText(words(bare, self._session.names))
        self.reason.setVisible(is_own or bool(ruling is not None and ruling.reason))
        self.reason.show_words(entry.text if ruling is not None else "")
        not_mine = "" if is_own or ruling is None else say("{name} ruled this", name=ruling.by or say("Somebody else"))
        self.reason.setReadOnly(bool(why_not or not_mine))
        self.reason.setToolTip(why_not or not_mine)
        self.back.setVisible(is_own or entry.kind in _BACK)
        self.back.setToolTip(say(_BACK.get(entry.kind, _RULING_BACK)))
        self.place.setVisible(entry.is_lost and entry.kind is not Kind.CONFLICT)
        for button in (self.back, self.place):
            button.setEnabled(not why_not)

    def finish(self) -> None:
        """Keeps at once what was typed."""
        self.reason.finish()

    def take_back(self, thing: object) -> None:
        """Takes a ruling of the editor's back, a reading or a link."""
        if isinstance(thing, Ruling):
            withdraw(self._session, thing, thing.anchors[:2])
        elif isinstance(thing, Correction | Link):
            forget(self._session, thing)

    def _ruling(self) -> Ruling | None:
        thing = self._entry.thing if self._entry is not None else None
        if not isinstance(thing, Ruling):
            return None
        known = self._session.workspace.rulings
        return next((one for one in known if one.by == thing.by and one.places == thing.places), thing)

    def _explain(self) -> None:
        ruling = self._ruling()
        if ruling is not None and ruling.by == self._session.editor and not self._session.read_only:
            explain(self._session, ruling, self.reason.toPlainText())

    def _withdraw(self) -> None:
        self.finish()
        self.take_back(self._ruling() or (self._entry.thing if self._entry is not None else None))


def _without_text(entry: Entry) -> Entry:
    from dataclasses import replace

    return replace(entry, text="")
