"""An editor notes on words of an article, and another answers: by keys, and with everything undone in the end."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.core.text import Span
from desktop.shell.models.annotation_list import WordsRole
from desktop.shell.models.wanted_entries import Group
from desktop.shell.views.words_field import TYPING

CTRL, SHIFT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)


def press(qtbot, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """A key, to whatever has the focus."""
    qtbot.keyClick(QApplication.focusWidget(), key, modifiers)


def write(qtbot, words: str) -> None:
    qtbot.keyClicks(QApplication.focusWidget(), words)


def listed(window) -> list[str]:
    entries = window.notes.entries
    return [entries.index(row).data(WordsRole) for row in range(entries.rowCount())]


def test_a_note_on_words_is_written_tagged_answered_resolved_found_and_undone(qtbot, started):
    session, text, notes = started.session, started.compare.panes[1].text, started.notes
    session.editor = "Ada"
    before = session.workspace
    article = session.workspace.article(session.facing[1])
    start = article.text.index("regulatory papers")
    text.setFocus()
    text.select(Span(start, start + len("regulatory papers")))

    press(qtbot, Qt.Key.Key_N, CTRL | SHIFT)
    qtbot.waitUntil(notes.form.words.hasFocus)
    write(qtbot, "Which papers?")
    qtbot.waitUntil(lambda: listed(started) == ["Which papers?"], timeout=TYPING * 5)
    assert started.noted.marks[1].margin.isVisible()

    press(qtbot, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is notes.form.tags
    write(qtbot, "sources")
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is notes.form.source
    write(qtbot, "example.org/filing")
    press(qtbot, Qt.Key.Key_Return)

    session.editor = "Ben"
    assert notes.form.words.isReadOnly()
    notes.form.answer.setFocus()
    write(qtbot, "The prospectus, page 2.")
    press(qtbot, Qt.Key.Key_Return)
    notes.form.resolved.setFocus()
    press(qtbot, Qt.Key.Key_Space)

    (note,) = session.workspace.annotations
    assert (note.by, note.text, note.tags, note.source) == ("Ada", "Which papers?", ("sources",), "example.org/filing")
    assert [(reply.by, reply.text) for reply in note.replies] == [("Ben", "The prospectus, page 2.")]
    assert note.is_resolved
    assert note.anchors[0].prefix.strip().endswith("data centers,")

    notes.filter.finder.setFocus()
    write(qtbot, "prospectus")
    assert listed(started) == ["Which papers?"]
    write(qtbot, " nowhere")
    assert listed(started) == []
    assert notes.empty.text() == "The filter hides all of them."
    press(qtbot, Qt.Key.Key_Escape)
    assert listed(started) == ["Which papers?"]

    started.compare.panes[0].text.setFocus()
    steps = session.undo_stack.count()
    assert steps == 5, "words, tags, source, answer, state"
    for _ in range(steps):
        press(qtbot, Qt.Key.Key_Z, CTRL)
    assert session.workspace == before
    assert not started.noted.marks[1].margin.isVisible()
    for _ in range(steps):
        press(qtbot, Qt.Key.Key_Z, CTRL | SHIFT)
    assert session.workspace.annotations == (note,)


def test_what_nobody_ruled_on_is_gone_through_from_the_list(qtbot, started):
    session, notes = started.session, started.notes
    started.reviewing.goes_on = False
    started.docks["Notes"].raise_()
    qtbot.waitUntil(notes.isVisible)
    notes.filter.show_group(Group.CONFLICTS)
    count = notes.entries.rowCount()
    assert count > 3
    notes.rows.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    here = notes.entries.entry(notes.rows.currentIndex().row())
    press(qtbot, Qt.Key.Key_Return)
    assert set(session.facing) >= {anchor.article for anchor in here.anchors}
    assert started.reviewing.pairs
    press(qtbot, Qt.Key.Key_3)
    assert len(session.workspace.rulings) == 1
    assert notes.entries.rowCount() == count - 1


def test_one_ruling_on_all_sources_leaves_nothing_open_between_them(qtbot, started):
    session = started.session
    started.reviewing.goes_on = False
    started.compare.panes[0].text.setFocus()
    press(qtbot, Qt.Key.Key_PageDown, CTRL)
    press(qtbot, Qt.Key.Key_7)
    dialog = QApplication.activeModalWidget()
    dialog.sources[1].whole.click()
    dialog.buttons.accepted.emit()
    (ruling,) = session.workspace.rulings
    assert len({anchor.article for anchor in ruling.anchors}) == len(session.workspace.articles)
    assert started.reviewing.unreviewed == 0
    started.agreement.all.click()
    table = started.agreement.table
    qtbot.waitUntil(lambda: table.rowCount() > 0)
    said = [table.index(row, 0).data().partition("\n")[0] for row in range(table.rowCount())]
    assert [words for words in said if words.endswith("is right")] == ["B is right"]


def test_undoing_goes_on_where_the_typing_in_a_field_ends(qtbot, started):
    session, notes = started.session, started.notes
    started.agreement.step(1, True)
    started.reviewing.goes_on = False
    started.commands["review.rule-both-wrong"].trigger()
    started.docks["Review"].raise_()
    field = started.review.ruling.note
    field.setFocus()
    write(qtbot, "Asked")
    qtbot.waitUntil(lambda: session.workspace.rulings[0].reason == "Asked", timeout=TYPING * 5)
    press(qtbot, Qt.Key.Key_Z, CTRL)
    assert field.toPlainText() == ""
    press(qtbot, Qt.Key.Key_Z, CTRL)
    assert session.workspace.rulings == ()
    press(qtbot, Qt.Key.Key_Z, CTRL | SHIFT)
    qtbot.waitUntil(lambda: len(session.workspace.rulings) == 1)

    # and in the fields of a note
    text = started.compare.panes[1].text
    text.setFocus()
    text.select(Span(10, 20))
    press(qtbot, Qt.Key.Key_N, CTRL | SHIFT)
    qtbot.waitUntil(notes.form.words.hasFocus)
    write(qtbot, "Who?")
    qtbot.waitUntil(lambda: len(session.workspace.annotations) == 1, timeout=TYPING * 5)
    notes.form.tags.setFocus()
    write(qtbot, "x")
    press(qtbot, Qt.Key.Key_Z, CTRL)
    assert notes.form.tags.text() == ""
    assert session.workspace.annotations[0].tags == ()
    press(qtbot, Qt.Key.Key_Z, CTRL)
    assert session.workspace.annotations == ()
