"""Whether what goes out is written whole, told with what can be done about it, and trouble leaves another way."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.core.report import Choice
from desktop.core.text import Article
from desktop.core.workspace import Workspace
from desktop.files.errors import FileTrouble
from desktop.outputs import Kind, Output
from desktop.shell.commands.delivering import FILTERS, Delivering, Delivery
from desktop.shell.press import Order, order_of
from desktop.shell.views.message_bar import MessageBar


@pytest.fixture(autouse=True)
def made(monkeypatch) -> list:
    """What was made: sort of file and mark."""
    asked = []

    def output(order: Order, kind: Kind, *, mark: bool = False) -> Output:
        asked.append((kind, mark, order.paper))
        return Output(b"%PDF-1.7", ("Two signs could not be printed: U+E000, U+E001.",) if kind is Kind.PDF else ())

    monkeypatch.setattr(Order, "output", output)
    return asked


@pytest.fixture
def other(qtbot) -> MessageBar:
    """Of the window that asks."""
    made = MessageBar()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def delivering(session, owner, messages) -> Delivering:
    return Delivering(session.jobs, owner, messages)


@pytest.fixture
def delivery(qtbot, session, other, tmp_path) -> Delivery:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    order = order_of(session, Choice(), paper="letter", language="en")
    return Delivery(order, Kind.PDF, "Rent", window, other, tmp_path / "Rent.pdf")


def test_an_article_of_the_workspace_is_not_written_over(delivering, delivery, jobs, other, tmp_path):
    source = tmp_path / "a.txt"
    source.write_text("read")
    workspace = Workspace("Rent", (Article("x", "Rent", "Text.", "a" * 64, source=str(source)),))
    delivering.write(replace(delivery, order=replace(delivery.order, workspace=workspace), path=source))
    jobs.fail(next(iter(jobs.waiting)))
    assert "is one of the articles" in other.label.text()
    assert words_of(other) == ["Choose another place…"]
    assert source.read_text() == "read"


def words_of(messages: MessageBar) -> list[str]:
    return [button.text() for button in messages.ways]


def test_a_file_is_written_and_can_be_opened(delivering, delivery, jobs, other, made, monkeypatch):
    delivering.write(delivery)
    assert delivering.is_busy
    assert other.label.text() == "Writing Rent.pdf…"
    assert words_of(other) == ["Stop"]
    jobs.answer()
    assert delivery.path.read_bytes() == b"%PDF-1.7"
    assert made == [(Kind.PDF, False, "letter")]
    assert not delivering.is_busy
    assert other.label.text() == f"Written to {delivery.path} Two signs could not be printed: U+E000, U+E001."
    assert words_of(other) == ["Open", "Open folder"]
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(Path(url.toLocalFile())) or True)
    for button in other.ways:
        button.click()
    assert opened == [delivery.path, delivery.path.parent]


def test_a_system_that_opens_nothing_says_so(delivering, delivery, jobs, other, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    delivering.write(delivery)
    jobs.answer()
    other.ways[0].click()
    assert other.trouble == f"No program opened {delivery.path}."
    assert words_of(other) == []


def test_what_is_stopped_is_not_written(delivering, delivery, jobs, other, made):
    delivering.write(delivery)
    other.ways[0].click()
    assert other.isHidden()
    jobs.answer()
    assert not delivery.path.exists()
    assert not made
    assert other.isHidden()
    assert not delivering.is_busy


def test_trouble_names_the_file_and_offers_another_place(delivering, delivery, jobs, other, tmp_path, monkeypatch):
    gone = tmp_path / "gone" / "Rent.pdf"
    delivering.write(replace(delivery, path=gone))
    jobs.fail(next(iter(jobs.waiting)))
    assert other.trouble == f"{gone}: there is no such folder"
    assert words_of(other) == ["Choose another place…"]
    monkeypatch.setattr(QFileDialog, "exec", lambda dialog: dialog.selectFile(str(delivery.path)) or 1)
    other.ways[0].click()
    jobs.answer()
    assert delivery.path.read_bytes() == b"%PDF-1.7"
    assert other.trouble == ""


def test_the_old_file_stays_where_the_new_one_cannot_be_written(delivering, delivery, jobs, other, monkeypatch):
    delivery.path.write_bytes(b"old")

    def full(path: Path, _data: bytes) -> None:
        raise FileTrouble(path, "cannot be written (the disk is full)")

    monkeypatch.setattr("desktop.files.writing.write_whole", full)
    delivering.write(delivery)
    jobs.fail(next(iter(jobs.waiting)))
    assert other.trouble == f"{delivery.path}: cannot be written (the disk is full)"
    assert delivery.path.read_bytes() == b"old"


def test_what_no_file_is_to_blame_for_is_told_too(delivering, delivery, jobs, other, monkeypatch):
    def fail(*_order: object, **_named: object) -> Output:
        raise ValueError("no such font")

    monkeypatch.setattr(Order, "output", fail)
    delivering.write(delivery)
    jobs.fail(next(iter(jobs.waiting)))
    assert other.trouble == f"{delivery.path}: ValueError: no such font"


def test_of_a_window_that_is_closed_it_is_told_in_the_main_one(delivering, delivery, jobs, messages, other):
    delivering.write(delivery)
    delivery.window.hide()
    jobs.answer()
    assert messages.label.text().startswith(f"Written to {delivery.path}")
    assert words_of(messages) == ["Open", "Open folder"]


def test_the_place_is_asked_for_with_a_name_and_kept_in_mind(delivering, delivery, jobs, monkeypatch, tmp_path):
    asked = []

    def choose(dialog: QFileDialog) -> int:
        asked.append((dialog.selectedFiles()[0], dialog.defaultSuffix(), dialog.acceptMode(), dialog.nameFilters()))
        dialog.selectFile(str(tmp_path / "other" / "mine.csv"))
        return 1

    (tmp_path / "other").mkdir()
    monkeypatch.setattr(QFileDialog, "exec", choose)
    for _ in range(2):
        delivering.ask(replace(delivery, kind=Kind.CSV, path=Path()))
        jobs.answer()
    (first, ending, mode, filters), (second, *_) = asked
    assert Path(first).name == "Rent.csv"
    assert ending == "csv"
    assert mode is QFileDialog.AcceptMode.AcceptSave
    assert filters == list(FILTERS["csv"])
    assert Path(second).parent == tmp_path / "other"
    assert (tmp_path / "other" / "mine.csv").exists()


@pytest.mark.parametrize(("chosen", "marked"), [(0, True), (1, False)])
def test_a_table_for_spreadsheets_has_the_mark(delivering, delivery, jobs, made, monkeypatch, tmp_path, chosen, marked):
    def choose(dialog: QFileDialog) -> int:
        dialog.selectNameFilter(FILTERS["csv"][chosen])
        dialog.selectFile(str(tmp_path / "mine.csv"))
        return 1

    monkeypatch.setattr(QFileDialog, "exec", choose)
    delivering.ask(replace(delivery, kind=Kind.CSV))
    jobs.answer()
    assert made == [(Kind.CSV, marked, "letter")]


def test_every_sort_of_file_can_be_asked_for():
    assert set(FILTERS) == {kind.value for kind in Kind}
