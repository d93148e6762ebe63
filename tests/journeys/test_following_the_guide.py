"""An editor who follows what the guide says, of the bundled case and of articles of their own, step by step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QToolButton

from desktop.core.agreement import Status
from desktop.core.analysis import statuses_between
from desktop.files.guide import page_about
from desktop.shell.views.figure_dialog import FigureDialog
from desktop.shell.views.merge_dialog import MergeDialog

CTRL, SHIFT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)
ALT_SHIFT = Qt.KeyboardModifier.AltModifier | SHIFT
PORT = {
    "one": "The harbour has 14 gates. Acme pays Globex $12 million a month. The quake killed 37 people.",
    "two": "Some 16 barriers were counted at the port. Acme pays Globex $12 million a month. The quake killed 52 "
    "people. The port was opened in May 2025.",
}


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


def put_caret(window, side: int, words: str) -> None:
    text = window.compare.panes[side].text
    cursor = text.textCursor()
    cursor.setPosition(window.session.workspace.article(window.session.facing[side]).text.index(words) + 1)
    text.setTextCursor(cursor)
    text.setFocus()


def press(qtbot, window, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """A key, to what has the focus in the window, which has come back to the front."""
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    qtbot.keyClick(QApplication.focusWidget(), key, modifiers)
    qtbot.waitUntil(lambda: window.session.is_analysed)


@pytest.fixture
def port(qtbot, started, tmp_path):
    """Two short articles from files, for an editor who gave a name."""
    started.session.editor = "Ann"
    paths = [tmp_path / f"{name}.txt" for name in PORT]
    for path in paths:
        path.write_text(PORT[path.stem], encoding="utf-8")
    started.opening.open(paths)
    started.reviewing.goes_on = False
    qtbot.waitUntil(lambda: started.session.is_analysed)
    return started


def test_a_note_becomes_a_reason_and_a_note_again(qtbot, port):
    session, box = port.session, port.review.ruling
    put_caret(port, 0, "37")
    press(qtbot, port, Qt.Key.Key_Return)
    press(qtbot, port, Qt.Key.Key_N, CTRL | SHIFT)
    assert box.note.hasFocus()
    qtbot.keyClicks(box.note, "Asked the police.")
    box.note.finish()
    assert (box.caption.text(), session.workspace.annotations[0].text) == ("Note", "Asked the police.")

    put_caret(port, 0, "37")
    press(qtbot, port, Qt.Key.Key_2)
    assert (box.caption.text(), session.workspace.rulings[0].reason) == ("Reason", "Asked the police.")
    assert session.workspace.annotations == ()
    press(qtbot, port, Qt.Key.Key_2)
    assert (box.caption.text(), session.workspace.annotations[0].text) == ("Note", "Asked the police.")
    assert session.workspace.rulings == ()

    # Under another name it is somebody else's.
    session.editor = "Ben"
    assert port.reviewing.annotation is None

    # All steps are listed by name; the first goes back to the beginning.
    port.commands["edit.history"].trigger()
    names = [session.undo_stack.text(number) for number in range(3)]
    assert names == ["note on “37”", "ruling on “37”", "withdraw ruling on “37”"]
    port.history.dialog.steps.setCurrentIndex(port.history.dialog.steps.model().index(0, 0))
    assert session.workspace.annotations == ()
    port.history.dialog.close()


def test_which_are_right_among_many(qtbot, started):
    started.reviewing.goes_on = False
    qtbot.keyClick(started, Qt.Key.Key_Down, ALT_SHIFT)
    qtbot.keyClick(started, Qt.Key.Key_7)
    dialog = QApplication.activeModalWidget()
    assert (dialog.outcome.text(), dialog.rule.isEnabled()) == ("Nothing is ticked yet.", False)
    dialog.sources[1].whole.click()
    dialog.buttons.accepted.emit()
    assert "Of all sources: Quillmark Wire is right." in started.review.ruling.told.accessibleName()


def test_two_figures_are_linked_and_parted(qtbot, port):
    status, told = port.selected, port.review.text
    put_caret(port, 0, "14 gates")
    press(qtbot, port, Qt.Key.Key_K, CTRL)
    (date,) = (claim.figure for claim in port.session.analysis.claims if claim.figure.quote == "May 2025")
    port.compare.panes[1].text.figure_clicked.emit(date, False)
    assert "two sorts of figure" in port.messages.label.text()

    put_caret(port, 0, "14 gates")
    press(qtbot, port, Qt.Key.Key_K, CTRL)
    (other,) = (claim.figure for claim in port.session.analysis.claims if claim.figure.quote == "16")
    port.compare.panes[1].text.figure_clicked.emit(other, False)
    qtbot.waitUntil(lambda: port.session.is_analysed)
    assert status.text().endswith("conflict")
    assert "Linked by the editor" in told.toPlainText()
    port.commands["review.take-link-back"].trigger()
    qtbot.waitUntil(lambda: port.session.is_analysed)
    assert port.session.workspace.links == ()

    put_caret(port, 0, "37")
    press(qtbot, port, Qt.Key.Key_Return)
    press(qtbot, port, Qt.Key.Key_5)
    assert status.text().endswith("conflict"), "the ruling only says so"
    press(qtbot, port, Qt.Key.Key_K, CTRL | SHIFT)
    assert status.text().endswith("parted by the editor")


def pay(qtbot, window, payer: str, payee: str) -> Status | None:
    """Says who pays whom in the left article; how that stands to the right one then."""
    put_caret(window, 0, "$12 million")
    press(qtbot, window, Qt.Key.Key_M, CTRL)
    dialog = window.findChildren(FigureDialog)[-1]
    dialog.parties.payer.setText(payer)
    dialog.parties.payee.setText(payee)
    dialog.accept()
    qtbot.waitUntil(lambda: window.session.is_analysed)
    found = statuses_between(window.session.analysis, *window.session.facing)
    return next((status for figure, status in found.items() if "$12" in figure.quote), None)


def test_payer_and_payee(qtbot, port):
    assert pay(qtbot, port, "Globex", "Acme") is Status.CONFLICT
    assert pay(qtbot, port, "Initech", "Globex") is None
    assert pay(qtbot, port, "", "") is Status.AGREE


def test_a_newer_version_and_a_ruling_placed_by_hand(qtbot, port, tmp_path):
    session, notes = port.session, port.notes
    put_caret(port, 0, "37")
    press(qtbot, port, Qt.Key.Key_Return)
    press(qtbot, port, Qt.Key.Key_1)
    assert port.reviewing.unreviewed == 0
    path = tmp_path / "one.txt"
    path.write_text(PORT["one"].replace("37", "39"), encoding="utf-8")
    port.opening.add([path])
    qtbot.waitUntil(lambda: session.is_analysed)
    assert "To be placed by hand, in the Notes panel: 1 ruling" in port.messages.label.text()
    assert "2 versions" in port.sources.view.model().index(0, 0).data()
    assert port.reviewing.unreviewed == 1

    port.docks["Notes"].raise_()
    qtbot.waitUntil(notes.isVisible)
    notes.rows.setCurrentIndex(notes.entries.index(0, 0))
    put_caret(port, 0, "39")
    notes.ruling.place.click()
    assert "39" in port.placing.question.text()
    with qtbot.waitSignal(port.placing.question.finished):
        port.placing.question.buttons()[0].click()
    assert port.reviewing.unreviewed == 0
    put_caret(port, 0, "39")
    press(qtbot, port, Qt.Key.Key_Return)
    assert "Ruled on an earlier reading." in port.review.ruling.told.accessibleName()
    press(qtbot, port, Qt.Key.Key_1)
    assert not port.review.ruling.told.isVisible()
    assert len(session.workspace.rulings) == 1


def test_a_closed_file_and_a_folder_are_merged(qtbot, port, tmp_path):
    session = port.session
    mine = session.workspace
    session.editor = "Ben"
    put_caret(port, 0, "37")
    press(qtbot, port, Qt.Key.Key_Return)
    press(qtbot, port, Qt.Key.Key_1)
    port.exchanging.export_to(tmp_path / "exported")
    qtbot.waitUntil(lambda: "Written to" in port.messages.label.text())
    port.workspaces.save_to(tmp_path / "ben")
    port.commands["file.close"].trigger()
    copied = tmp_path / "copied.crossread"
    copied.write_bytes((tmp_path / "ben.crossread").read_bytes())

    session.editor = "Ann"
    port.workspaces.begin(mine)
    qtbot.waitUntil(lambda: session.is_analysed)
    put_caret(port, 0, "37")
    press(qtbot, port, Qt.Key.Key_Return)
    press(qtbot, port, Qt.Key.Key_2)
    port.merging.look_at(copied)
    qtbot.waitUntil(lambda: bool(port.findChildren(MergeDialog)))
    (dialog,) = port.findChildren(MergeDialog)
    assert "1 ruling contradicts one that was here; both stay." in dialog.accessibleDescription()
    dialog.go.click()
    assert "Editors disagree." in port.review.ruling.told.accessibleName()
    assert "Ben" in port.review.ruling.told.accessibleName()
    port.merging.look_at(tmp_path / "exported" / "workspace.json")
    qtbot.waitUntil(lambda: "Nothing in it is new here" in port.messages.label.text())

    port.commands["review.compare-editors"].trigger()
    assert port.comparing.view.agreed.text() == "Ann and Ben agree on 0 of 1 that both ruled on."
    port.comparing.view.close()
    put_caret(port, 0, "37")
    press(qtbot, port, Qt.Key.Key_1)
    assert "Editors disagree." not in port.review.ruling.told.accessibleName()


def test_the_panel_of_notes_has_its_page(qtbot, started):
    started.docks["Notes"].raise_()
    qtbot.waitUntil(started.notes.isVisible)
    started.notes.filter.finder.setFocus()
    assert page_about(started.part_in_focus()) == "notes"
