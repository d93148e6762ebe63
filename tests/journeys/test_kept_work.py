"""An editor whose work is still there: after closing, in another file, in a backup, in a damaged file."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop.files.folders import read_folder
from desktop.files.places import Places
from desktop.files.workspaces import WorkspaceFile
from desktop.shell.app import analyse
from desktop.shell.jobs import Jobs
from desktop.shell.main_window import MainWindow
from desktop.shell.selection import Selection
from desktop.shell.session import Session
from desktop.shell.theme import Appearance
from desktop.shell.views.backups_dialog import BackupsDialog


@pytest.fixture
def places(tmp_path) -> Places:
    return Places(tmp_path / "Workspaces", tmp_path / "Backups", tmp_path / "recent.json")


@pytest.fixture
def start(qtbot, qapp, places) -> Iterator[Callable[[], MainWindow]]:
    """Starts the program as it starts itself: on the last workspace, else on the bundled case."""
    running: list[tuple[MainWindow, Jobs]] = []

    def start_one() -> MainWindow:
        jobs = Jobs()
        session = Session(jobs, analyse)
        window = MainWindow(Appearance(qapp, "light"))
        running.append((window, jobs))
        qtbot.addWidget(window)
        window.show()
        window.fill(session, Selection(), places)
        if not window.open_last():
            window.opening.open_bundled()
        window.complete()
        window.reviewing.goes_on = False
        qtbot.waitUntil(lambda: session.is_analysed)
        return window

    yield start_one
    for window, jobs in running:
        window.keeping.close()
        jobs.finish()
    QApplication.processEvents()


def press(words: str, seen: list[str]) -> None:
    """Presses that button of the question, once it is asked."""

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.append(box.text())
        next(button for button in box.buttons() if button.text() == words).click()

    QTimer.singleShot(0, answer)


def rule(window: MainWindow, which: str = "both-wrong") -> None:
    window.commands["review.next-disagreement"].trigger()
    window.commands[f"review.rule-{which}"].trigger()


def test_what_was_ruled_is_there_after_closing(start):
    first = start()
    assert first.windowTitle() == "Compute deal · Crossread"
    rule(first)
    first.review.ruling.note.setPlainText("Asked the press office.")
    assert first.close()
    again = start()
    (ruling,) = again.session.workspace.rulings
    assert ruling.reason == "Asked the press office."
    assert ruling.anchors[0].prefix
    rule_shown = again.agreement.table
    assert any("both wrong" in (rule_shown.index(row, 0).data() or "") for row in range(rule_shown.rowCount()))
    assert ruling.readings


def test_other_articles_have_a_workspace_of_their_own_and_the_first_is_among_the_recent(start, tmp_path):
    window = start()
    rule(window)
    path = tmp_path / "one.txt"
    path.write_text("Acme pays Bolt $5 million a year.", encoding="utf-8")
    window.opening.open([path])
    assert window.session.workspace.rulings == ()
    menu = window.commands.menu("recent")
    menu.aboutToShow.emit()
    (action,) = menu.actions()
    assert action.text().startswith("&1  Compute deal, ")
    menu.actions()[0].trigger()
    assert len(window.session.workspace.rulings) == 1


def test_it_says_where_it_is_kept(start, tmp_path):
    window = start()
    window.commands["file.where"].trigger()
    assert str(window.keeping.path) in window.messages.label.text()
    window.workspaces.save_to(tmp_path / "My deal")
    assert (tmp_path / "My deal.crossread").is_file()
    assert window.windowTitle() == "My deal · Crossread"
    window.commands["file.new"].trigger()
    assert window.windowTitle() == "Crossread"
    window.commands["file.where"].trigger()
    assert window.messages.label.text() == "There is nothing to keep yet."


def test_going_back_to_a_backup_can_be_undone(start, qtbot):
    first = start()
    rule(first)
    first.close()
    window = start()
    QApplication.processEvents()
    rule(window, "needs-source")
    window.commands["file.backups"].trigger()
    dialog = window.findChild(BackupsDialog)
    assert dialog.list.topLevelItemCount() == 1
    assert [dialog.list.topLevelItem(0).text(column) for column in (1, 2, 3)] == ["5", "1", "0"]
    dialog.accept()
    assert [ruling.decision for ruling in window.session.workspace.rulings] == ["both_wrong"]
    assert "backup" in window.session.undo_stack.undoText()
    window.commands["edit.undo"].trigger()
    assert [ruling.decision for ruling in window.session.workspace.rulings] == ["needs_source"]


def test_a_damaged_workspace_is_mended_beside(start):
    first = start()
    rule(first)
    path = first.keeping.path
    first.close()
    data = bytearray(path.read_bytes())
    data[-4096:] = b"\xff" * 4096
    path.write_bytes(data)
    damaged = path.read_bytes()
    seen: list[str] = []
    press("Take out what is readable", seen)
    window = start()
    assert "damaged" in seen[0]
    assert path.read_bytes() == damaged
    assert window.keeping.path.name.endswith("(repaired).crossread")
    assert len(window.session.workspace.articles) >= 4
    assert window.messages.label.text()


def test_a_workspace_that_is_empty_now_comes_back_from_its_backup(start, qtbot):
    first = start()
    path = first.keeping.path
    rule(first)
    first.keeping.back_up()
    first.close()
    path.write_bytes(b"")
    seen: list[str] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.append(box.text())
        next(button for button in box.buttons() if button.text().startswith("Open the backup")).click()

    QTimer.singleShot(0, answer)
    window = start()
    assert "is empty" in seen[0]
    assert window.keeping.path.name.endswith("(backup).crossread")
    assert len(window.session.workspace.rulings) == 1


def answering(*answers: str) -> list[str]:
    """Answers the boxes that come one after the other; their texts, as they come."""
    seen: list[str] = []
    boxes: list[QMessageBox] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox) or box in boxes:
            QTimer.singleShot(5, answer)
            return
        boxes.append(box)
        seen.append(f"{box.text()} {' '.join(button.text() for button in box.buttons())}")
        if len(boxes) < len(answers):
            QTimer.singleShot(5, answer)
        wanted = answers[len(boxes) - 1]
        next(button for button in box.buttons() if button.text().replace("&", "").startswith(wanted)).click()

    QTimer.singleShot(0, answer)
    return seen


@pytest.mark.parametrize("is_copy", [False, True], ids=["itself", "saved as another"])
def test_of_a_workspace_in_which_nothing_is_readable_the_backup_is_offered(start, is_copy, tmp_path):
    first = start()
    rule(first)
    first.keeping.back_up()
    if is_copy:
        first.workspaces.save_to(tmp_path / "mine.crossread")
        first.workspaces.save_to(tmp_path / "again.crossread")
    path = first.keeping.path
    first.close()
    path.write_bytes(path.read_bytes()[:3000])
    seen = answering("Take out", "Open the backup")
    window = start()
    assert "holds nothing that can be saved" in seen[1]
    assert "Take out" not in seen[1]
    assert window.keeping.path.name.endswith("(backup).crossread")
    assert not list(path.parent.glob("*(repaired)*"))
    assert len(window.session.workspace.rulings) == 1


def test_where_nothing_is_readable_and_nothing_backed_up_that_is_said(start, places):
    first = start()
    path = first.keeping.path
    first.close()
    for backup in places.backups.rglob("*.crossread"):
        backup.unlink()
    path.write_bytes(path.read_bytes()[:3000])
    seen = answering("Take out", "Cancel")
    start()
    assert "holds nothing that can be saved" in seen[1]
    assert not list(path.parent.glob("*(repaired)*"))


def test_a_damaged_workspace_can_be_left(start, places):
    places.drafts.mkdir(parents=True)
    first = start()
    path = first.keeping.path
    first.close()
    path.write_bytes(path.read_bytes()[:5000])
    press("Cancel", [])
    window = start()
    assert window.keeping.path != path
    assert len(window.session.workspace.articles) == 5


def test_what_is_not_kept_is_not_left_without_a_word(start, places, tmp_path):
    window = start()
    file = window.keeping.file
    places.drafts.rename(tmp_path / "moved")
    places.drafts.write_bytes(b"in the way")
    rule(window)
    assert window.windowTitle() == "Compute deal (not kept) · Crossread"
    assert file.path.name in window.messages.label.text()
    seen: list[str] = []
    press("Stay", seen)
    assert not window.close()
    assert "not kept" in seen[0]
    window.workspaces.save_to(tmp_path / "safe.crossread")
    assert window.windowTitle() == "safe · Crossread"
    assert window.close()
    with WorkspaceFile.open(tmp_path / "safe.crossread") as kept:
        assert len(kept.workspace.rulings) == 1


def test_a_second_window_on_the_same_file_is_to_be_read_only(start):
    first = start()
    second = start()
    assert second.keeping.path == first.keeping.path
    assert second.windowTitle() == "Compute deal (to be read only) · Crossread"
    rule(second)
    assert second.session.workspace.rulings == ()
    button = second.review.ruling.buttons[2]
    assert not button.isEnabled()
    assert "it is open on" in button.toolTip()
    second.review.ruling.choose(2)
    assert "Save as" in second.messages.label.text()


def test_a_workspace_is_opened_like_an_article_but_alone(start, tmp_path):
    window = start()
    window.workspaces.save_to(tmp_path / "deal.crossread")
    window.commands["file.new"].trigger()
    path = tmp_path / "one.txt"
    path.write_text("Acme pays Bolt $5 million a year.", encoding="utf-8")
    window.opening.open([path, tmp_path / "deal.crossread"])
    assert "opened alone" in window.messages.label.text()
    assert window.session.workspace.articles == ()
    window.opening.drop(0, [tmp_path / "deal.crossread"])
    assert len(window.session.workspace.articles) == 5


@pytest.mark.parametrize("data", [b"", b"not a base", b"SQLite format 3\0"])
def test_what_is_no_workspace_is_named_and_leaves_all_as_it_was(start, tmp_path, data):
    window = start()
    path = tmp_path / "odd.crossread"
    path.write_bytes(data)
    window.opening.open([path])
    assert str(path) in window.messages.label.text()
    assert len(window.session.workspace.articles) == 5
    assert window.keeping.path != path


def test_a_folder_that_waits_is_written_before_the_window_closes(start, tmp_path):
    window = start()
    rule(window)
    window.session.analyse_again()
    window.exchanging.export_to(tmp_path / "deal")
    assert window.close()
    assert len(read_folder(tmp_path / "deal").workspace.rulings) == 1
