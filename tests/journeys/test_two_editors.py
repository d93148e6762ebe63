"""Two editors rule on the same articles, each in a file of their own; one takes the other's in and compares."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.files.resources import bundled_case
from desktop.shell.views.merge_dialog import MergeDialog

CTRL = Qt.KeyboardModifier.ControlModifier


def press(qtbot, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key, to whatever has the focus."""
    qtbot.keyClick(QApplication.focusWidget(), key, modifiers)


def go_to_the_text(qtbot, window) -> None:
    """Back from a dialog to the left article."""
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    window.compare.panes[0].text.setFocus()


def rule_on_all(qtbot, window, keys: list[Qt.Key]) -> int:
    """Rules on every conflict of the two articles, by these keys in turn; how many there were."""
    window.reviewing.goes_on = False
    go_to_the_text(qtbot, window)
    count = 0
    while window.reviewing.unreviewed:
        press(qtbot, Qt.Key.Key_PageDown, CTRL)
        press(qtbot, keys[count % len(keys)])
        count += 1
    return count


def open_takeover(qtbot, window) -> None:
    window.opening.open([bundled_case("brewer-takeover") / f"{name}.txt" for name in ("merrow-wire", "daily-thimble")])
    qtbot.waitUntil(lambda: window.session.is_analysed)


def test_a_second_editor_reviews_blind_and_both_are_compared(qtbot, started, tmp_path):
    session, comparing = started.session, started.comparing
    session.editor = "Ben"
    open_takeover(qtbot, started)
    count = rule_on_all(qtbot, started, [Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3])
    assert count > 2
    started.workspaces.save_to(tmp_path / "ben")

    # Ann opens the same articles for herself, rules without having seen what Ben did, and takes his file in.
    session.editor = "Ann"
    open_takeover(qtbot, started)
    assert session.workspace.rulings == ()
    started.commands["review.blind"].trigger()
    started.merging.look_at(tmp_path / "ben.crossread")
    qtbot.waitUntil(lambda: bool(started.findChildren(MergeDialog)))
    (dialog,) = started.findChildren(MergeDialog)
    assert dialog.accessibleDescription() == f"New here: {count} rulings."
    dialog.go.click()
    assert len(session.workspace.articles) == 2
    assert {one.by for one in session.workspace.rulings} == {"Ben"}
    assert started.reviewing.unreviewed == count
    assert not any(button.isChecked() for button in started.review.ruling.buttons)
    assert rule_on_all(qtbot, started, [Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_6]) == count
    assert comparing.line.label.text() == f"Blind review: all {count} ruled"

    comparing.line.end.click()
    view = comparing.view
    differing = count // 3
    assert view.agreed.text() == f"Ann and Ben agree on {count - differing} of {count} that both ruled on."
    assert view.beyond.text().startswith("Beyond chance: 0.")
    assert view.list.topLevelItemCount() == differing
    item = view.list.topLevelItem(0)
    assert (item.text(2), item.text(3)) == ("needs a source", "both wrong")
    view.list.setCurrentItem(item)
    assert started.reviewing.comparison is not None
    assert started.review.ruling.buttons[5].isChecked()
    view.close()

    # Taking the same file in once more brings nothing; undo goes back before the end of the blind review.
    started.merging.look_at(tmp_path / "ben.crossread")
    qtbot.waitUntil(lambda: "Nothing in it is new" in started.messages.label.text())
    go_to_the_text(qtbot, started)
    press(qtbot, Qt.Key.Key_Z, CTRL)
    assert comparing.is_blind
