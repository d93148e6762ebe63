"""An editor who follows what the guide says of the bundled case, step by step."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QToolButton

ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


def test_who_is_out_of_line(qtbot, started):
    window, table = started, started.agreement.table
    overview = window.review.text.toPlainText()
    assert "1 disputed topic" in overview
    assert "payment" in overview
    cursor = window.review.text.document().find("Harbor Ledger")
    assert cursor.charFormat().fontWeight() >= QFont.Weight.DemiBold
    assert not any(
        window.review.text.document().find(name).charFormat().fontWeight() >= QFont.Weight.DemiBold
        for name in ("Quillmark Wire", "Rackside Weekly")
    )
    assert overview.index("Quillmark Wire") < overview.index("Harbor Ledger") < overview.index("Sparkfeed")
    assert "÷ 12" in overview[overview.index("Harbor Ledger") : overview.index("Sparkfeed")]

    qtbot.keyClick(window, Qt.Key.Key_Down, ALT_SHIFT)
    assert window.selected.text().endswith("conflict")
    assert "Harbor Ledger probably means $1.25 billion per month" in window.review.text.toPlainText()

    window.agreement.all.click()
    titles = [table.headerData(column, Qt.Orientation.Horizontal) for column in range(table.columnCount())]
    first = {title: table.index(0, column) for column, title in enumerate(titles)}
    assert "Harbor Ledger" in first["Verdict"].data()
    assert first["A Harbor Ledger"].data(Qt.ItemDataRole.FontRole).bold()
    assert first["A Harbor Ledger"].data(Qt.ItemDataRole.DecorationRole) is not None
    assert first["B Quillmark Wire"].data(Qt.ItemDataRole.FontRole) is None

    window.agreement.two.click()
    before = table.index(0, 0).data()
    qtbot.keyClick(window, Qt.Key.Key_2)
    assert table.index(0, 0).data().startswith(f"{before}\n")
    (unreviewed,) = (button for button in window.findChildren(QToolButton) if button.text() == "Unreviewed")
    unreviewed.click()
    assert table.rowCount() == 0


def test_the_palette_finds_what_the_guide_promises(started):
    started.commands["help.palette"].trigger()
    for typed, found in (
        ("ndis", "Next disagreement"),
        ("ledger right", "on the right"),
        ("go payment", "Go to payment"),
    ):
        started.finder.field.setText(typed)
        assert found in started.finder.entries.data(started.finder.entries.index(0, 0)), typed
