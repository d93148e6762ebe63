"""Asks an editor which quantity stands at a place of an article."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from desktop.core import wording
from desktop.core.language import phrase, say
from desktop.core.quantities import Exactness, Kind, Quantity
from desktop.core.typed import DATED, EXACTNESSES, KINDS, RATED, Typed, typed_of
from desktop.shell.views.form_fields import chooser, in_sentence, label_of, line, set_quiet, trouble
from desktop.shell.views.party_fields import Parties, PartyFields

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.core.text import Span
    from desktop.core.typed import Troubles

WIDTH = 460
NOBODY = Parties()
_PERIODS = {
    "day": phrase("day"),
    "week": phrase("week"),
    "month": phrase("month"),
    "quarter": phrase("quarter"),
    "year": phrase("year"),
}


class FigureDialog(QDialog):
    """The fields of a quantity, and a line that says what they come to. OK waits until they make sense."""

    chosen = Signal(object, str, str)
    """The Quantity, and who pays and who receives it ("" as Crossread reads it), when the editor accepts them."""

    def __init__(
        self,
        owner: QWidget,
        *,
        title: str,
        text: str,
        span: Span,
        sentence: Span,
        quantity: Quantity | None,
        replaced: Sequence[str],
        read: Callable[[Typed], Quantity | Troubles],
        units: Callable[[Kind], Sequence[str]],
        parties: Parties = NOBODY,
        names: Sequence[str] = (),
    ) -> None:
        """text: the article's. span: the stretch, in its sentence. quantity: what to begin with, None for empty fields.

        replaced: figures (as printed) whose place it takes. read: what fields come to, or what is wrong with them.
        units: those that are offered for a sort of amount. parties: who pays whom, to begin with. names: those that are
        offered for them.
        """
        super().__init__(owner)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(WIDTH)
        self._read = read
        self._units = units
        self._quantity: Quantity | None = None
        self._replaced = tuple(" ".join(quote.split()) for quote in replaced)
        self.sentence = QLabel(in_sentence(text, span, sentence))
        self.kind = chooser(say("Kind"), [(say(wording.KINDS[kind]), kind) for kind in KINDS])
        self.amount, self.to = line(say("Amount"), "1.25 billion"), line(say("Upper amount of a range"), say("none"))
        self.unit, self.per = chooser(say("Unit or currency")), chooser(say("Per"))
        self.exactness = chooser(say("How exactly"), [(say(wording.EXACTNESS[one]), one) for one in EXACTNESSES])
        self.date = line(say("Date or time"), "May 2029")
        self._troubles = {name: trouble() for name in ("amount", "unit", "date")}
        self._touched: set[str] = set()
        self.outcome, self.note = QLabel(), QLabel()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._form = QFormLayout()
        self._lay_out(parties, names)
        self._begin_with(typed_of(quantity))
        self.kind.currentIndexChanged.connect(self._offer)
        # What is only missing is no mistake before anything was typed there.
        for name, field in (
            ("amount", self.amount),
            ("amount", self.to),
            ("unit", self.unit.lineEdit()),
            ("date", self.date),
        ):
            if field is not None:
                field.textEdited.connect(partial(self._touch, name))
        self.unit.activated.connect(partial(self._touch, "unit"))
        for field in (self.amount, self.to, self.date):
            field.textChanged.connect(self._show_outcome)
        for choice in (self.unit, self.per):
            choice.editTextChanged.connect(self._show_outcome)
        self.exactness.currentIndexChanged.connect(self._show_outcome)
        self.parties.changed.connect(self._show_outcome)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._show_outcome()
        first = self.date if self._kind in DATED else self.amount
        first.setFocus()
        first.selectAll()

    def accept(self) -> None:
        """Tells the quantity, where the fields make one."""
        if self._quantity is not None:
            is_paid = self._quantity.kind is Kind.MONEY
            self.chosen.emit(self._quantity, *(self.parties.given if is_paid else ("", "")))
            super().accept()

    @property
    def _kind(self) -> Kind:
        return Kind(self.kind.currentData())  # Qt gives the bare word back

    @property
    def _per(self) -> str:
        """The period: what stands in the field, one that is offered by its name in every language."""
        offered = self.per.findText(self.per.currentText().strip(), Qt.MatchFlag.MatchFixedString)
        return self.per.currentText() if offered < 0 else str(self.per.itemData(offered))

    def _lay_out(self, parties: Parties, names: Sequence[str]) -> None:
        self.sentence.setTextFormat(Qt.TextFormat.RichText)  # escaped
        self.sentence.setWordWrap(True)
        self.sentence.setAccessibleName(say("The words in their sentence"))
        self.unit.setEditable(True)
        self.per.setEditable(True)
        self.per.addItem("", "")
        for per, words in _PERIODS.items():
            self.per.addItem(say(words), per)
        self.per.setPlaceholderText(say("none"))
        for label, name in ((self.outcome, "outcome"), (self.note, "about")):
            label.setObjectName(name)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        form = self._form
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setVerticalSpacing(4)
        amounts = QWidget()
        row = QHBoxLayout(amounts)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.amount, 3)
        row.addWidget(QLabel(say("to")))
        row.addWidget(self.to, 2)
        self._amounts = amounts
        form.addRow(label_of(say("&Kind"), self.kind), self.kind)
        form.addRow(label_of(say("&Amount"), self.amount), amounts)
        form.addRow("", self._troubles["amount"])
        form.addRow(label_of(say("&Unit"), self.unit), self.unit)
        form.addRow("", self._troubles["unit"])
        form.addRow(label_of(say("&Per"), self.per), self.per)
        form.addRow(label_of(say("&Date"), self.date), self.date)
        form.addRow("", self._troubles["date"])
        form.addRow(label_of(say("&Exactness"), self.exactness), self.exactness)
        self.parties = PartyFields(form, parties, names)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(12)
        column.addWidget(self.sentence)
        column.addLayout(form)
        column.addWidget(self.outcome)
        column.addWidget(self.note)
        column.addWidget(self.buttons)

    def _begin_with(self, typed: Typed) -> None:
        self.kind.setCurrentIndex(self.kind.findData(typed.kind))
        self._offer_units()
        self.amount.setText(typed.amount)
        self.to.setText(typed.to)
        self.unit.setEditText(typed.unit)
        self.per.setEditText(say(_PERIODS[typed.per]) if typed.per in _PERIODS else typed.per)
        self.date.setText(typed.date)
        self.exactness.setCurrentIndex(self.exactness.findData(typed.exactness))

    def _offer(self) -> None:
        """Offers the units of another sort of amount; one that fits both stays."""
        typed = self.unit.currentText()
        self._offer_units()
        offered = [self.unit.itemText(number) for number in range(self.unit.count())]
        self.unit.setEditText(typed if not offered or typed in offered else offered[0])
        self._show_outcome()

    def _offer_units(self) -> None:
        self.unit.clear()
        self.unit.addItems(list(self._units(self._kind)))
        self.unit.setEditText("")

    def _show_outcome(self) -> None:
        kind = self._kind
        dated = kind in DATED
        free = kind is Kind.COUNT  # any noun is a unit
        for row, shown in (
            (self._amounts, not dated),
            (self.unit, not dated and (free or self.unit.count() > 0)),
            (self.per, kind in RATED),
            (self.date, dated),
            (self.exactness, not dated),
        ):
            self._form.setRowVisible(row, shown)
        found = self._read(self._typed(dated))
        self._quantity = found if isinstance(found, Quantity) else None
        troubles = {} if isinstance(found, Quantity) else found
        for name, fields in (("amount", (self.amount, self.to)), ("unit", (self.unit,)), ("date", (self.date,))):
            words = troubles.get(name) or (troubles.get("to", "") if name == "amount" else "")
            self._troubles[name].setText(words)
            set_quiet(self._troubles[name], name not in self._touched)
            self._form.setRowVisible(self._troubles[name], bool(words))
            for field in fields:
                field.setAccessibleDescription(words)
        self.parties.show(kind is Kind.MONEY)
        if kind is Kind.MONEY and not self.parties.is_right:
            self._quantity = None
        said = wording.quantity(self._quantity) if self._quantity is not None else "–"
        self.outcome.setText(say("Will be read as: {quantity}", quantity=said))
        taken = ", ".join(say("“{quote}”", quote=quote) for quote in self._replaced)
        self.note.setText(say("Takes the place of {figures}.", figures=taken) if taken else "")
        self.note.setVisible(bool(taken))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self._quantity is not None)
        self.adjustSize()

    def _touch(self, name: str, _what: object = None) -> None:
        self._touched.add(name)
        self._show_outcome()

    def _typed(self, dated: bool) -> Typed:
        return Typed(
            kind=self._kind,
            amount=self.amount.text(),
            to=self.to.text(),
            unit=self.unit.currentText(),
            per=self._per,
            exactness=Exactness.EXACT if dated else Exactness(self.exactness.currentData()),
            date=self.date.text(),
        )
