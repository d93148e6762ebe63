"""Whether a quantity can be typed field by field, and only one that makes sense is accepted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QWidget

from desktop.core import wording
from desktop.core.figures import read_quantity
from desktop.core.language import speaking
from desktop.core.text import Span
from desktop.core.typed import read_typed, units_of
from desktop.files.languages import catalogue
from desktop.files.lexicon import load
from desktop.shell.views.figure_dialog import NOBODY, FigureDialog
from desktop.shell.views.party_fields import Parties

TEXT = "🚢 Not here.\r\nIt is <b>a great many</b> & more. Nor here."


@pytest.fixture
def ask(qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)

    def open_on(words: str = "a great many", quantity=None, replaced=(), parties=NOBODY) -> FigureDialog:
        start = TEXT.index(words)
        dialog = FigureDialog(
            owner,
            title="Mark as figure",
            text=TEXT,
            span=Span(start, start + len(words)),
            sentence=Span(TEXT.index("It is"), TEXT.index(" Nor")),
            quantity=quantity,
            replaced=replaced,
            read=lambda typed: read_typed(typed, load()),
            units=lambda kind: units_of(kind, load()),
            parties=parties,
            names=["Acme Corp", "Globex"],
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        dialog.owner = owner  # which would else be gone
        dialog.show()
        return dialog

    return open_on


def ok(dialog: FigureDialog):
    return dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)


def choose(dialog: FigureDialog, kind: str) -> None:
    dialog.kind.setCurrentIndex(dialog.kind.findData(kind))


def troubles(dialog: FigureDialog) -> list[str]:
    fields = (dialog.amount, dialog.unit, dialog.date)
    return [field.accessibleDescription() for field in fields if field.isVisible() and field.accessibleDescription()]


def test_the_words_stand_in_their_sentence_and_are_no_markup(ask):
    assert ask().sentence.text() == "It is &lt;b&gt;<b><u>a great many</u></b>&lt;/b&gt; &amp; more."


def test_periods_are_offered_in_the_language_of_the_window(ask):
    with speaking(catalogue("de")):
        dialog = ask(quantity=read_quantity("$1.25 billion per month", load()))
        offered = [dialog.per.itemText(number) for number in range(dialog.per.count())]
        assert offered == ["", "Tag", "Woche", "Monat", "Quartal", "Jahr"]
        assert dialog.per.currentText() == "Monat"
        read = []
        for typed in ("Jahr", " jahr ", "year", "", "Monat"):
            dialog.per.setEditText(typed)
            read.append(dialog.outcome.text().split()[-2:])
        assert read == [["pro", "Jahr"]] * 3 + [["Milliarden", "Dollar"]] + [["pro", "Monat"]]


def test_it_begins_with_what_the_engine_reads(ask):
    dialog = ask(quantity=read_quantity("about $1.25 billion per month", load()))
    assert dialog.outcome.text() == "Will be read as: about $1.25 billion per month"
    assert (dialog.amount.text(), dialog.unit.currentText(), dialog.per.currentText()) == (
        "1.25 billion",
        "USD",
        "month",
    )
    assert ok(dialog).isEnabled()
    assert troubles(dialog) == []


def test_of_nothing_it_is_empty_and_waits(ask):
    dialog = ask()
    assert dialog.outcome.text() == "Will be read as: –"
    assert not ok(dialog).isEnabled()
    assert len(troubles(dialog)) == 2


def inks(dialog: FigureDialog) -> list[str]:
    """The colours of what is said beside the fields."""
    labels = dialog.findChildren(QLabel, "fieldTrouble")
    return [label.palette().color(label.foregroundRole()).name() for label in labels if label.isVisible()]


def test_what_is_only_missing_is_said_quietly_until_its_field_was_touched(qtbot, appearance, ask):
    quiet, loud = (QColor(ink).name() for ink in (appearance.theme.muted, appearance.theme.trouble))
    dialog = ask()
    assert inks(dialog) == [quiet, quiet]
    qtbot.keyClicks(dialog.amount, "x")
    assert inks(dialog) == [loud, quiet]
    qtbot.keyClick(dialog.amount, Qt.Key.Key_Backspace)
    assert inks(dialog) == [loud, quiet]
    choose(dialog, "date")
    assert inks(dialog) == [quiet]
    qtbot.keyClicks(dialog.date, "some")
    assert inks(dialog) == [loud]
    assert not ok(dialog).isEnabled()


def test_what_is_wrong_is_said_beside_the_field_until_it_is_mended(qtbot, ask):
    dialog = ask()
    dialog.unit.setEditText("USD")
    qtbot.keyClicks(dialog.amount, "some")
    assert troubles(dialog) == ["“some” is no amount. Type an amount, such as 1.25 billion or 1,250,000."]
    dialog.amount.clear()
    qtbot.keyClicks(dialog.amount, "1,250,000")
    assert troubles(dialog) == []
    assert dialog.outcome.text() == "Will be read as: $1.25 million"
    dialog.to.setText("1 million")
    assert troubles(dialog) == ["The second amount is less than the first."]


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        ("money", ["amount", "unit", "per", "exactness"]),
        ("count", ["amount", "unit", "per", "exactness"]),
        ("percent", ["amount", "unit", "per", "exactness"]),
        ("duration", ["amount", "unit", "exactness"]),
        ("ordinal", ["amount", "exactness"]),
        ("date", ["date"]),
        ("time", ["date"]),
    ],
)
def test_every_kind_has_its_fields(ask, kind, shown):
    dialog = ask()
    choose(dialog, kind)
    fields = ("amount", "unit", "per", "date", "exactness")
    assert [name for name in fields if getattr(dialog, name).isVisible()] == shown


def test_a_unit_that_fits_no_more_gives_way(ask):
    dialog = ask(quantity=read_quantity("12 km", load()))
    choose(dialog, "duration")
    assert dialog.unit.currentText() == dialog.unit.itemText(0)
    assert ok(dialog).isEnabled()


def test_a_date(ask):
    dialog = ask()
    choose(dialog, "date")
    assert not ok(dialog).isEnabled()
    dialog.date.setText("22 May 2026")
    assert dialog.outcome.text() == "Will be read as: 22 May 2026"


def test_the_quantity_is_told_when_it_is_accepted(qtbot, ask):
    dialog = ask()
    choose(dialog, "count")
    dialog.amount.setText("40")
    dialog.to.setText("60")
    dialog.unit.setEditText("gates")
    dialog.exactness.setCurrentIndex(dialog.exactness.findData("about"))
    with qtbot.waitSignal(dialog.chosen) as told:
        qtbot.keyClick(dialog.amount, Qt.Key.Key_Return)
    assert wording.quantity(told.args[0]) == "about 40 to 60 gates"
    assert not dialog.isVisible()


def test_return_does_nothing_while_something_is_wrong(qtbot, ask):
    dialog = ask()
    with qtbot.assertNotEmitted(dialog.chosen):
        qtbot.keyClick(dialog.amount, Qt.Key.Key_Return)
        dialog.accept()
    assert dialog.isVisible()


def test_it_says_whose_place_it_takes(ask):
    assert ask(replaced=["$12\na year", "3"]).note.text() == "Takes the place of “$12 a year”, “3”."
    assert not ask().note.isVisible()


def test_every_field_has_a_name(ask):
    dialog = ask()
    fields = (dialog.kind, dialog.amount, dialog.to, dialog.unit, dialog.per, dialog.exactness, dialog.date)
    assert all(field.accessibleName() for field in fields)


# ------------------------------------------------------------------------------------------------------ who pays whom

RENT = read_quantity("$12 a month", load())


def accepted(dialog: FigureDialog) -> list[tuple[str, str]]:
    """Who pays and who receives, once the editor accepts."""
    told = []
    dialog.chosen.connect(lambda _quantity, payer, payee: told.append((payer, payee)))
    dialog.accept()
    return told


def test_who_pays_whom_begins_with_what_is_known_and_is_left_to_the_engine(ask):
    dialog = ask(quantity=RENT, parties=Parties("Acme", "Globex"))
    assert (dialog.parties.payer.text(), dialog.parties.payee.text()) == ("Acme", "Globex")
    assert accepted(dialog) == [("", "")]


def test_what_an_editor_gave_before_stays_given(ask):
    assert accepted(ask(quantity=RENT, parties=Parties("Acme", "Globex", "Acme", ""))) == [("Acme", "")]


@pytest.mark.parametrize(
    ("payer", "payee", "given"),
    [
        ("Globex", "Acme", ("Globex", "Acme")),
        ("  Initech   Ltd ", "Globex", ("Initech Ltd", "")),
        ("", "", ("", "")),
    ],
)
def test_what_is_typed_is_given(ask, payer, payee, given):
    dialog = ask(quantity=RENT, parties=Parties("Acme", "Globex", "Acme", ""))
    dialog.parties.payer.setText(payer)
    dialog.parties.payee.setText(payee)
    assert accepted(dialog) == [given]


def test_who_pays_is_not_who_receives(ask):
    dialog = ask(quantity=RENT, parties=Parties("Acme", "Globex"))
    dialog.parties.payee.setText("Acme Corp")
    assert not ok(dialog).isEnabled()
    assert dialog.parties.payee.accessibleDescription() == "Who pays and who receives are the same here."
    dialog.parties.payee.setText("Globex")
    assert ok(dialog).isEnabled()


def test_only_money_is_paid(ask):
    dialog = ask(quantity=RENT, parties=Parties("Acme", "Acme"))
    assert dialog.parties.payer.isVisible()
    assert not ok(dialog).isEnabled()
    choose(dialog, "count")
    assert not dialog.parties.payer.isVisible()
    assert accepted(dialog) == [("", "")]


def test_names_are_offered_while_the_editor_types(ask):
    completer = ask(quantity=RENT).parties.payer.completer()
    completer.setCompletionPrefix("corp")
    assert completer.currentCompletion() == "Acme Corp"
