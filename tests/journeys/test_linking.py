"""An editor brings together what Crossread leaves apart, parts what it takes for one, and says who pays whom."""

import pytest
from PySide6.QtCore import Qt

from desktop.core.agreement import Status
from desktop.core.analysis import statuses_between
from desktop.core.text import Article
from desktop.core.workspace import Workspace
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
    assert "(read by the editor)" in harbour.review.text.toPlainText()
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
