"""Whether newer versions of articles come in by file, paste and drop, as one step, and what the editor is told."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from desktop.core.anchors import anchor_at
from desktop.core.annotations import Annotation


def newer(text: str) -> str:
    return text.replace("3 gates", "4 gates")


@pytest.fixture
def noted(window, rent):
    """The window with a note on the rent and one on the gates."""
    session = window.session
    workspace = session.workspace
    for number, claim in enumerate((rent.yearly, rent.gates)):
        at = anchor_at("ledger", claim.figure.span, workspace.article("ledger").text)
        workspace = workspace.with_annotation(
            Annotation((at,), "Sure?", "Ann", f"2026-11-21T10:0{number}", str(number))
        )
    session.edit("note", workspace)
    return window


def in_file(tmp_path, text: str, name: str = "ledger.txt"):
    path = tmp_path / name
    path.write_bytes(text.encode())
    return path


def test_a_file_becomes_the_newer_version_and_notes_go_along(noted, tmp_path):
    session = noted.session
    before, old = session.workspace, session.workspace.article("ledger")
    noted.renewing.read("ledger", in_file(tmp_path, newer(old.text)))
    workspace = session.workspace
    new = workspace.article("ledger")
    assert new.text == newer(old.text)
    assert workspace.earlier == (old,)
    assert (new.outlet, new.published, new.notice) == (old.outlet, old.published, old.notice)
    assert new.imported
    assert [note.is_orphan for note in workspace.annotations] == [False, True]
    assert noted.messages.label.text() == (
        "Ledger has a new version. Found again: 1 note. To be placed by hand, in the Notes panel: 1 note. "
        "Sources › Versions… shows what is different."
    )
    assert session.undo_stack.undoText() == "import new version"
    session.undo_stack.undo()
    assert session.workspace == before


def test_the_same_text_again_changes_nothing(noted, tmp_path):
    session = noted.session
    before = session.workspace
    noted.renewing.read("ledger", in_file(tmp_path, before.article("ledger").text))
    assert session.workspace is before
    assert "Nothing has changed in Ledger" in noted.messages.label.text()


def test_a_file_in_trouble_leaves_all_as_it_was(noted, tmp_path):
    before = noted.session.workspace
    noted.renewing.read("ledger", tmp_path / "gone.txt")
    assert noted.session.workspace is before
    assert "gone.txt" in noted.messages.trouble


def test_the_file_dialog_begins_where_the_article_is_from(window, tmp_path, monkeypatch):
    session = window.session
    path = in_file(tmp_path, "Harbour pays Pier $12 a year.")
    there = replace(session.workspace.article("ledger"), source=str(path))
    others = [one for one in session.workspace.articles if one.id != "ledger"]
    session.edit("source", replace(session.workspace, articles=(there, *others)))
    asked = []
    monkeypatch.setattr(
        QFileDialog, "getOpenFileName", lambda _, title, start, files: (asked.append((title, start)), ("", ""))[1]
    )
    window.renewing.ask_for_version()
    assert asked == [("New version of Ledger", str(path))]
    assert session.workspace.earlier == ()


def test_what_was_copied_becomes_the_newer_version_of_the_article_in_focus(noted, qtbot):
    session = noted.session
    right = noted.compare.panes[1].text
    right.setFocus()
    qtbot.waitUntil(right.hasFocus)
    old = session.workspace.article("wire")
    QGuiApplication.clipboard().setText(old.text.replace("$12", "$13"))
    noted.renewing.paste_version()
    assert session.workspace.article("wire").text == old.text.replace("$12", "$13")
    assert session.workspace.article("wire").outlet == "Wire"
    QGuiApplication.clipboard().setText("  ")
    noted.renewing.paste_version()
    assert "clipboard" in noted.messages.trouble


def test_a_file_that_is_open_and_was_changed_is_a_new_version_when_it_is_added(window, tmp_path):
    session = window.session
    path = in_file(tmp_path, "Harbour pays Pier $12 a year, all say.", "harbour.txt")
    (first,) = window.opening.add([path])
    in_file(tmp_path, "Harbour pays Pier $13 a year, all say.", "harbour.txt")
    (second,) = window.opening.add([tmp_path / "." / "harbour.txt"])
    assert second.id == first.id
    assert session.workspace.article(first.id).text.endswith("$13 a year, all say.")
    assert [one.id for one in session.workspace.earlier] == [first.id]
    assert "harbour has a new version" in window.messages.label.text()
    assert session.undo_stack.undoText() == "add articles"


def test_a_file_that_is_open_and_the_same_is_a_second_article(window, tmp_path):
    path = in_file(tmp_path, "Harbour pays Pier $12 a year, all say.")
    (first,) = window.opening.add([path])
    (second,) = window.opening.add([path])
    assert second.id != first.id
    assert window.session.workspace.earlier == ()


def test_nothing_comes_in_where_nothing_may_be_changed(noted, tmp_path):
    session = noted.session
    session.read_only = "Somebody else has it open."
    before = session.workspace
    noted.renewing.read("ledger", in_file(tmp_path, newer(before.article("ledger").text)))
    assert session.workspace is before
    assert "new version" not in noted.messages.label.text()


def test_without_earlier_versions_it_is_said_how_they_come(window):
    window.renewing.show_versions()
    assert window.renewing.versions is None
    assert "No article here has an earlier version" in window.messages.label.text()


def test_the_list_of_sources_tells_how_many_versions_there_are(noted, tmp_path):
    text = noted.session.workspace.article("ledger").text
    rows = noted.sources.articles
    assert "version" not in rows.index(0).data()
    noted.renewing.read("ledger", in_file(tmp_path, newer(text)))
    assert rows.index(0).data().endswith("\n2 versions")
    assert "version" not in rows.index(1).data()


def test_the_headline_stays_where_a_line_is_put_in_front_of_it(window, tmp_path):
    session, first = window.session, "Rent rises\n\nThe rent is $12 a month."
    window.renewing.read("ledger", in_file(tmp_path, first))
    assert session.workspace.article("ledger").title == "Rent rises"
    window.renewing.read("ledger", in_file(tmp_path, f"Updated at noon.\n\n{first}"))
    assert session.workspace.article("ledger").title == "Rent rises"
    window.renewing.read("ledger", in_file(tmp_path, first.replace("rises", "falls")))
    assert session.workspace.article("ledger").title == "Rent falls"
