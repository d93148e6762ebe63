"""Asks an editor who pays whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QCompleter

from desktop.core.claims import same_name
from desktop.core.language import say
from desktop.shell.views.form_fields import label_of, line, set_quiet, trouble

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QFormLayout


class Parties(NamedTuple):
    """Who pays whom as it stands, and what of it an editor gave before; "" where nobody is known, or nobody given."""

    payer: str = ""
    payee: str = ""
    given_payer: str = ""
    given_payee: str = ""


class PartyFields(QObject):
    """Two fields with the names that the articles know. Empty means: as Crossread reads it."""

    changed = Signal()

    def __init__(self, form: QFormLayout, parties: Parties, names: Sequence[str]) -> None:
        """Adds its rows at the end of the form. names: those that are offered while the editor types."""
        super().__init__(form)
        self._form = form
        self._parties = parties
        self.payer = line(say("Who pays"), say("as Crossread reads it"))
        self.payee = line(say("Who receives"), say("as Crossread reads it"))
        self.payer.setText(parties.payer)
        self.payee.setText(parties.payee)
        self._trouble = trouble()
        for words, field in ((say("Who pa&ys"), self.payer), (say("Who &receives"), self.payee)):
            completer = QCompleter(list(names), field)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            field.setCompleter(completer)
            form.addRow(label_of(words, field), field)
            field.textChanged.connect(self.changed)
        form.addRow("", self._trouble)

    @property
    def given(self) -> tuple[str, str]:
        """The payer and the payee that the editor gives, "" where it is left to Crossread."""
        known = self._parties
        return (
            _given(self.payer.text(), known.payer, known.given_payer),
            _given(self.payee.text(), known.payee, known.given_payee),
        )

    @property
    def is_right(self) -> bool:
        """Whether it is not the same who pays and who receives."""
        payer, payee = _line(self.payer.text()), _line(self.payee.text())
        return not (payer and payee and same_name(payer, payee))

    def show(self, shown: bool) -> None:
        """Shows the fields, or hides them; and what is wrong with them."""
        for field in (self.payer, self.payee):
            self._form.setRowVisible(field, shown)
        words = say("Who pays and who receives are the same here.") if shown and not self.is_right else ""
        self._trouble.setText(words)
        set_quiet(self._trouble, False)
        self._form.setRowVisible(self._trouble, bool(words))
        self.payee.setAccessibleDescription(words)


def _given(typed: str, known: str, given: str) -> str:
    name = _line(typed)
    return given if name == known else name


def _line(words: str) -> str:
    return " ".join(words.split())
