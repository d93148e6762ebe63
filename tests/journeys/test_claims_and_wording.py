"""An editor looks for a claim, compares the two passages, and takes the rows along."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication


def test_from_a_word_to_the_two_passages_and_into_a_spreadsheet(qtbot, started):
    claims, passages = started.agreement, started.wording
    everything = claims.table.rowCount()
    claims.finder.setFocus()
    qtbot.keyClicks(claims.finder, "payment")
    assert 0 < claims.table.rowCount() < everything
    qtbot.keyClick(claims.finder, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is claims.view
    qtbot.keyClick(claims.view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(claims.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not passages.text.visibleRegion().isEmpty())
    shown = passages.text.toPlainText()
    assert "conflict: payment" in shown
    assert "A · Harbor Ledger" in shown
    assert "B · Quillmark Wire" in shown
    assert passages.pair.a.figure.quote in shown
    assert passages.pair.b.figure.quote in shown
    first = passages.pair
    passages.after.click()
    assert passages.pair is not first
    qtbot.keyClick(claims.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    heads, row = (line.split("\t") for line in QGuiApplication.clipboard().text().split("\n"))
    assert heads == ["Status", "About", "A says", "B says", "Why"]
    assert row[0] == "conflict"
    assert "…" not in row[4][-1:]
    claims.finder.setFocus()
    qtbot.keyClick(claims.finder, Qt.Key.Key_Escape)
    assert claims.table.rowCount() == everything
