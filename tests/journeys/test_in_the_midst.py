"""An editor in the midst of something while something else happens: nothing is lost, and nothing lands elsewhere."""

from dataclasses import replace
from functools import partial
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.core.anchors import Anchor, anchor_at
from desktop.core.text import Article, Span
from desktop.core.workspace import Workspace
from desktop.files.workspaces import WorkspaceFile
from desktop.shell.main_window import MainWindow
from desktop.shell.views.figure_dialog import FigureDialog
from desktop.shell.views.words_field import TYPING

AHEAD = "Correction. This article was updated by its outlet today.\n\n"


@pytest.fixture
def noting(started) -> MainWindow:
    """The window with a new note begun on the first words of the first article."""
    article = started.session.workspace.articles[0]
    started.docks["Notes"].show()
    started.docks["Notes"].raise_()
    started.notes.write_on((anchor_at(article.id, Span(0, 20), article.text),))
    return started


def in_file(path) -> Workspace:
    with WorkspaceFile.open(path) as file:
        return file.workspace


def texts(workspace: Workspace) -> list[str]:
    return [note.text for note in workspace.annotations]


def renew(window: MainWindow, article: Article) -> None:
    """The outlet puts a line in front, and the comparison of it is not there yet."""
    QGuiApplication.clipboard().setText(AHEAD + article.text)
    pane = window.compare.panes[window.session.facing.index(article.id)]
    pane.text.setFocus()
    window.renewing.paste_version()
    assert window.session.workspace.article(article.id).text == AHEAD + article.text


def review_one(window: MainWindow) -> Article:
    window.reviewing.goes_on = False
    window.commands["review.next-disagreement"].trigger()
    return window.session.workspace.article(window.session.facing[0])


def stand(window: MainWindow, anchors: tuple[Anchor, ...]) -> bool:
    return all(map(window.session.workspace.has, anchors))


@pytest.mark.parametrize("command", ["file.new", "file.close"])
def test_what_is_typed_is_kept_before_the_workspace_is_left(qtbot, noting, command):
    path = noting.keeping.path
    qtbot.keyClicks(noting.notes.form.words, "At the last moment")
    noting.commands[command].trigger()
    assert texts(in_file(path)) == ["At the last moment"]
    assert noting.session.workspace == Workspace()


def test_what_is_typed_stays_in_its_own_workspace(qtbot, started, tmp_path):
    path, other = started.keeping.path, tmp_path / "colleague.crossread"
    WorkspaceFile.create(other, started.session.workspace).close()
    review_one(started)
    qtbot.keyClicks(started.review.ruling.note, "Mine")
    assert started.workspaces.open(other)
    assert texts(in_file(path)) == ["Mine"]
    assert texts(started.session.workspace) == []


def test_a_copy_holds_what_is_being_typed(qtbot, noting, tmp_path):
    qtbot.keyClicks(noting.notes.form.words, "Typed")
    noting.workspaces.save_to(tmp_path / "copy.crossread")
    noting.keeping.close()
    assert texts(in_file(tmp_path / "copy.crossread")) == ["Typed"]


def test_a_note_that_was_emptied_goes_and_no_other_workspace_comes_of_it(qtbot, noting, tmp_path):
    noting.workspaces.save_to(tmp_path / "named.crossread")
    words = noting.notes.form.words
    qtbot.keyClicks(words, "x")
    words.finish()
    words.selectAll()
    qtbot.keyClick(words, Qt.Key.Key_Delete)
    assert noting.close()
    QApplication.processEvents()
    assert noting.keeping.path is None
    assert noting.keeping.recent.all[0].path == tmp_path / "named.crossread"
    assert texts(in_file(tmp_path / "named.crossread")) == []


def test_a_comparison_that_arrives_leaves_alone_what_is_typed(qtbot, noting):
    qtbot.keyClicks(noting.notes.form.words, "first")
    noting.notes.form.words.finish()
    qtbot.keyClicks(noting.notes.form.words, " second")
    noting.session.analysis_changed.emit(noting.session.analysis)
    qtbot.waitUntil(lambda: texts(noting.session.workspace) == ["first second"], timeout=TYPING * 5)
    assert noting.notes.form.words.toPlainText() == "first second"


def test_a_comparison_that_arrives_leaves_a_reason_alone(qtbot, started):
    review_one(started)
    qtbot.keyClicks(started.review.ruling.note, "Mine")
    started.session.analysis_changed.emit(started.session.analysis)
    qtbot.waitUntil(lambda: texts(started.session.workspace) == ["Mine"], timeout=TYPING * 5)
    assert started.review.ruling.note.toPlainText() == "Mine"


def test_what_is_typed_goes_with_its_words_into_a_new_version(qtbot, started):
    article = review_one(started)
    steps = started.session.undo_stack.count()
    qtbot.keyClicks(started.review.ruling.note, "Mine")
    QGuiApplication.clipboard().setText(AHEAD + article.text)
    started.commands["sources.paste-version"].trigger()
    qtbot.waitUntil(lambda: started.session.is_analysed)
    (note,) = started.session.workspace.annotations
    assert (note.text, stand(started, note.anchors)) == ("Mine", True)
    assert started.session.undo_stack.count() == steps + 2
    started.session.undo_stack.undo()
    assert texts(started.session.workspace) == ["Mine"]
    assert started.session.workspace.article(article.id) == article


def test_nothing_is_ruled_and_noted_on_places_of_the_version_before(qtbot, started):
    article, stopped = review_one(started), Event()
    started.session.jobs.run("what is before it", partial(stopped.wait, 60))  # else the answer may be there before
    renew(started, article)
    started.session.stop()
    stopped.set()
    qtbot.waitUntil(lambda: started.session.is_stopped)
    started.commands["review.rule-both-wrong"].trigger()
    assert started.session.workspace.rulings == ()
    assert started.messages.label.text() == "These two articles are not compared yet."
    assert not started.review.ruling.note.isEnabled()


def test_nothing_is_linked_and_corrected_on_places_of_the_version_before(started):
    article = review_one(started)
    pair = started.reviewing.pairs[0]
    figure = next(one.figure for one in (pair.a, pair.b) if one.article == article.id)
    renew(started, article)
    started.commands["review.part"].trigger()
    started.linking.link(pair.a.figure, pair.b.figure)
    assert started.session.workspace.links == ()
    assert started.messages.label.text() == "One of the two figures is not there any more."
    started.correcting.set_aside(figure)
    started.correcting.read_otherwise(figure)
    assert started.session.workspace.corrections == ()
    assert started.findChildren(FigureDialog) == []


def test_a_correction_that_was_begun_does_not_land_in_another_version(started):
    figure = started.session.analysis.claims_of(started.session.facing[0])[0].figure
    started.correcting.read_otherwise(figure)
    (dialog,) = started.findChildren(FigureDialog)
    renew(started, started.session.workspace.article(figure.article))
    dialog.chosen.emit(None, "", "")
    assert started.session.workspace.corrections == ()
    dialog.reject()


def test_what_is_written_on_a_place_that_is_gone_is_to_be_placed(started):
    review_one(started)
    places = started.reviewing.anchors
    renew(started, started.session.workspace.article(places[0].article))
    for text in ("Asked", "Asked Pier"):
        started.reviewing.write(text, places)
    (note,) = started.session.workspace.annotations
    assert (note.text, note.is_orphan) == ("Asked Pier", True)
    assert replace(note.anchors[0], lost=False) == places[0]
