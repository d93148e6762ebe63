"""An editor brings together what Crossread leaves apart, parts what it takes for one, and says who pays whom."""

import pytest
from PySide6.QtCore import Qt

from desktop.core.agreement import Status
from desktop.core.analysis import statuses_between
from desktop.core.text import Article
from desktop.core.workspace import Workspace
from desktop.shell.models.annotation_list import CircumstancesRole, PlacesRole, WordsRole
from desktop.shell.models.wanted_entries import Group
from desktop.shell.moments import said
from desktop.shell.views.figure_dialog import FigureDialog

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
HARBOUR = (
    "The harbour has 14 gates. Acme pays Globex $12 million a month. The quake killed 37 people.",
    "Some 16 barriers were counted at the port. Acme pays Globex $12 million a month. The quake killed 52 people.",
)


@pytest.fixture
def harbour(qtbot, started):
    """Two short articles, compared."""
    articles = tuple(Article(f"a{at}", f"Text {at}", text, f"sha{at}") for at, text in enumerate(HARBOUR))
    started.session.begin(Workspace("Harbour", articles))
    qtbot.waitUntil(lambda: started.session.is_analysed)
    return started


def put_caret(window, side: int, words: str) -> None:
    text = window.compare.panes[side].text
    cursor = text.textCursor()
    cursor.setPosition(HARBOUR[side].index(words) + 1)
    text.setTextCursor(cursor)
    text.setFocus()


def statuses(window) -> dict[str, Status]:
    return {f.quote: status for f, status in statuses_between(window.session.analysis, "a0", "a1").items()}


def press(qtbot, window, key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    text = next((pane.text for pane in window.compare.panes if pane.text.hasFocus()), window.compare.panes[0].text)
    qtbot.keyClick(text, key, modifiers)
    qtbot.waitUntil(lambda: window.session.is_analysed)


def test_linking_and_parting_by_key(qtbot, harbour):
    session = harbour.session
    assert "14" not in statuses(harbour)

    put_caret(harbour, 0, "14 gates")
    press(qtbot, harbour, Qt.Key.Key_K, CTRL)
    put_caret(harbour, 1, "16 barriers")
    press(qtbot, harbour, Qt.Key.Key_K, CTRL)
    assert statuses(harbour)["14"] is statuses(harbour)["16"] is Status.CONFLICT
    assert harbour.selected.text().startswith("“14”")
    assert {at.quote for at in harbour.reviewing.anchors} == {"14", "16"}
    assert "Linked by the editor" in harbour.review.text.toPlainText()
    table = harbour.agreement.table
    row = next(row for row in range(table.rowCount()) if any(f.quote == "14" for f in table.figures(row)))
    assert table.reviewed(row) == "linked by the editor"
    harbour.pointing.show_at_caret()
    assert "Linked by the editor with “14” (Text 0)" in harbour.pointing.card.accessibleDescription()
    harbour.pointing.hide()

    press(qtbot, harbour, Qt.Key.Key_Z, CTRL)
    assert "14" not in statuses(harbour)
    assert harbour.selected.text().startswith("“14”"), "what was undone is selected"
    press(qtbot, harbour, Qt.Key.Key_Z, CTRL | SHIFT)
    assert statuses(harbour)["14"] is Status.CONFLICT

    put_caret(harbour, 0, "37")
    press(qtbot, harbour, Qt.Key.Key_Return)
    press(qtbot, harbour, Qt.Key.Key_K, CTRL | SHIFT)
    assert "37" not in statuses(harbour)
    assert "Parted by the editor from “52”" in harbour.review.text.toPlainText()
    harbour.commands["review.take-link-back"].trigger()
    qtbot.waitUntil(lambda: session.is_analysed)
    assert statuses(harbour)["37"] is Status.CONFLICT
    assert len(session.workspace.links) == 1


def test_saying_who_pays_whom(qtbot, harbour):
    session = harbour.session
    assert statuses(harbour)["$12 million a month"] is Status.AGREE
    put_caret(harbour, 0, "$12 million")
    press(qtbot, harbour, Qt.Key.Key_M, CTRL)
    (dialog,) = harbour.findChildren(FigureDialog)
    assert (dialog.parties.payer.text(), dialog.parties.payee.text()) == ("Acme", "Globex")
    dialog.parties.payer.setText("Globex")
    dialog.parties.payee.setText("Acme")
    dialog.accept()
    qtbot.waitUntil(lambda: session.is_analysed)
    (correction,) = session.workspace.corrections
    assert (correction.payer, correction.payee) == ("Globex", "Acme")
    assert statuses(harbour)["$12 million a month"] is Status.CONFLICT
    assert "Globex pay Acme" in harbour.review.text.toPlainText()
    assert "$12 million a month · Globex to Acme, as the editor has it" in harbour.review.text.toPlainText()
    payments = {(payment.article, payment.payer, payment.payee) for payment in session.analysis.payments}
    assert payments == {("a0", "Globex", "Acme"), ("a1", "Acme", "Globex")}
    by_editor = [payment.article for payment in session.analysis.payments if "by_editor" in payment.assumed]
    assert by_editor == ["a0"]

    harbour.activateWindow()
    put_caret(harbour, 1, "52")
    press(qtbot, harbour, Qt.Key.Key_Return)
    session.undo_stack.undo()
    qtbot.waitUntil(lambda: session.is_analysed)
    assert statuses(harbour)["$12 million a month"] is Status.AGREE
    assert harbour.selected.text().startswith("“$12 million a month”"), "what was undone is selected"


def test_of_what_was_parted_review_and_status_bar_say_the_same(qtbot, harbour):
    session = harbour.session
    third = Article("a2", "Text 2", "The quake killed 37 people.", "sha2")
    session.edit("third", session.workspace.with_article(third))
    qtbot.waitUntil(lambda: session.is_analysed)
    put_caret(harbour, 0, "37")
    row = next(row for row in range(3) if any(f.quote == "37" for f in harbour.agreement.table.figures(row)))
    harbour.agreement.view.selectRow(row)
    assert harbour.selected.text().startswith("“37”")
    assert harbour.selected.text().endswith(": conflict")
    harbour.commands["review.part"].trigger()
    qtbot.waitUntil(lambda: session.is_analysed and len(session.workspace.links) == 1)
    assert harbour.selected.text().endswith(": parted by the editor")
    lines = harbour.review.text.toPlainText().splitlines()
    assert any(line.strip().endswith("parted by the editor") for line in lines)
    assert not any(line.strip().endswith(("agree", "only in one")) for line in lines[:4])
    table = harbour.agreement.table
    parted = [row for row in range(table.rowCount()) if any(f.quote in ("37", "52") for f in table.figures(row))]
    assert [table.words(row, "status") for row in parted] == ["parted by the editor"] * 2


def give_payer(qtbot, window, name: str) -> None:
    put_caret(window, 0, "$12 million")
    window.commands["edit.mark-figure"].trigger()
    dialog = window.findChildren(FigureDialog)[-1]
    dialog.parties.payer.setText(name)
    dialog.accept()
    qtbot.waitUntil(lambda: window.session.is_analysed)


def test_another_payer_takes_the_comparison_away_and_it_is_said_so(qtbot, harbour):
    give_payer(qtbot, harbour, "Torvela")
    assert "$12 million a month" not in statuses(harbour)
    assert harbour.messages.label.text() == (
        "It is compared with nothing now: nobody else speaks of a payment by Torvela to Globex."
    )
    assert not harbour.messages.isHidden()
    text = harbour.review.text.toPlainText()
    assert "only in one" in text
    assert "$12 million a month · Torvela to Globex, as the editor has it" in text
    give_payer(qtbot, harbour, "Xanthe")
    assert harbour.messages.isHidden(), "what was compared with nothing already is not told again"


def test_a_corrected_value_is_shown_wherever_its_words_are(qtbot, harbour):
    put_caret(harbour, 0, "37 people")
    press(qtbot, harbour, Qt.Key.Key_M, CTRL)
    (dialog,) = harbour.findChildren(FigureDialog)
    dialog.amount.setText("39")
    dialog.accept()
    qtbot.waitUntil(lambda: harbour.session.is_analysed)
    text = harbour.review.text.toPlainText()
    assert "Text 0 says 37 (read as 39 by the editor), Text 1 52: 13 apart." in text
    assert "A · Text 0: 37, read as 39 by the editor" in text
    assert "(read by the editor)" not in text
    table = harbour.agreement.table
    assert "37 → 39" in [table.words(row, "left") for row in range(table.rowCount())]
    assert harbour.selected.text().startswith("“37”, read as 39 by the editor in Text 0: conflict")
    assert "Text 0 is right: “37”, read as 39 by the editor" in harbour.review.ruling.buttons[0].toolTip()


def test_what_was_set_aside_is_found_in_the_notes_and_taken_back(qtbot, harbour):
    session, notes = harbour.session, harbour.notes
    put_caret(harbour, 0, "14 gates")
    press(qtbot, harbour, Qt.Key.Key_K, CTRL)
    put_caret(harbour, 1, "16 barriers")
    press(qtbot, harbour, Qt.Key.Key_K, CTRL)
    put_caret(harbour, 0, "37 people")
    harbour.commands["edit.no-figure"].trigger()
    qtbot.waitUntil(lambda: session.is_analysed)
    harbour.docks["Notes"].raise_()
    qtbot.waitUntil(notes.isVisible)
    notes.filter.show_group(Group.READINGS)
    entries = notes.entries
    rows = [(entries.index(row).data(PlacesRole), entries.index(row).data(WordsRole)) for row in range(2)]
    assert rows == [
        ("A “37”", "set aside: not a figure"),
        ("A “14” / B “16”", "linked: the two speak of the same"),
    ]
    notes.rows.choose(0)
    qtbot.keyClick(notes.rows, Qt.Key.Key_Return)
    assert harbour.compare.panes[0].text.textCursor().selectedText() == "37"
    notes.rows.choose(1)
    qtbot.keyClick(notes.rows, Qt.Key.Key_Return)
    assert harbour.selected.text().startswith("“14” in Text 0")

    notes.rows.choose(0)
    qtbot.keyClick(notes.rows, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: session.is_analysed)
    assert statuses(harbour)["37"] is Status.CONFLICT
    assert session.undo_stack.undoText() == "go back to Crossread's reading of “37”"
    notes.ruling.back.click()  # what came into its place is chosen: the link
    qtbot.waitUntil(lambda: session.is_analysed)
    assert (session.workspace.corrections, session.workspace.links) == ((), ())
    assert session.undo_stack.undoText() == "take back the link of “14” and “16”"
    session.undo_stack.undo()
    assert entries.rowCount() == 1


def test_a_ruling_on_what_is_no_longer_compared_says_so_among_the_notes(qtbot, harbour):
    session, notes = harbour.session, harbour.notes
    put_caret(harbour, 0, "37 people")
    press(qtbot, harbour, Qt.Key.Key_Return)
    harbour.review.ruling.buttons[0].click()
    harbour.docks["Notes"].raise_()
    qtbot.waitUntil(notes.isVisible)

    def circumstances() -> str:
        return notes.entries.index(0).data(CircumstancesRole)

    assert circumstances() == f"No name · {said(session.workspace.rulings[0].at)}"
    figure = next(claim.figure for claim in session.analysis.claims_of("a0") if claim.figure.quote == "37")
    harbour.correcting.read_otherwise(figure)
    dialog = harbour.findChildren(FigureDialog)[-1]
    dialog.amount.setText("39")
    dialog.accept()
    qtbot.waitUntil(lambda: session.is_analysed)
    assert circumstances().startswith("ruled on an earlier reading · No name")
    notes.rows.choose(0)
    assert "Then “37” was read as" in notes.signed.text()
    harbour.correcting.set_aside(figure)
    qtbot.waitUntil(lambda: session.is_analysed)
    assert circumstances().startswith("no longer compared · No name")
    assert notes.signed.text().startswith("no longer compared")
