"""Whether what was made before a name was given is the editor's own afterwards."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QInputDialog

from desktop.core.agreement import Status
from desktop.core.annotations import Annotation
from desktop.core.rulings import Decision, Ruling
from desktop.shell.views.preferences import PreferencesDialog


@pytest.fixture
def nameless(window, rent):
    """A ruling and a note without a name in the window of somebody who has none."""
    anchors = rent.yearly.figure.anchor, rent.monthly.figure.anchor
    ruling = Ruling(anchors, Status.CONFLICT, Decision.BOTH_WRONG)
    note = Annotation(anchors[:1], "Ask.", id="n1")
    session = window.session
    session.show_workspace(replace(session.workspace, rulings=(ruling,), annotations=(note,)))
    return session


def names(session) -> list[str]:
    return [one.by for one in (*session.workspace.rulings, *session.workspace.annotations)]


def test_the_first_name_signs_what_was_made_before_in_one_step(window, nameless):
    window.preferring.ask()
    dialog = window.findChild(PreferencesDialog)
    dialog.editor.setText("A")  # as it is typed
    assert names(nameless) == ["", ""]
    dialog.editor.setText("Ada")
    dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).click()
    assert names(nameless) == ["Ada", "Ada"]
    told = window.messages.label.text()
    assert told == "What was ruled and noted without a name is now signed Ada; Undo takes it back."
    assert nameless.undo_stack.undoText() == "sign with Ada"
    nameless.undo_stack.undo()
    assert names(nameless) == ["", ""]

    # Later names sign nothing by themselves.
    window.preferring.apply(replace(window.preferring.preferences, editor="Ben"))
    window.preferring.keep()
    assert names(nameless) == ["", ""]


def test_a_name_that_is_not_kept_signs_nothing(window, nameless):
    window.preferring.ask()
    dialog = window.findChild(PreferencesDialog)
    dialog.editor.setText("Ada")
    dialog.reject()
    assert names(nameless) == ["", ""]
    assert nameless.undo_stack.count() == 0


def test_the_name_given_for_a_blind_review_signs_too(window, nameless, monkeypatch):
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("Ada", True))
    window.commands["review.blind"].trigger()
    assert names(nameless) == ["Ada", "Ada"]
    assert [one.by for one in nameless.seen.rulings] == ["Ada"]


def test_the_command_signs_a_workspace_that_was_opened_later(window, nameless, rent):
    sign = window.commands["review.sign"]
    sign.trigger()
    assert window.messages.label.text() == "First give your name, under Edit › Preferences…"
    nameless.editor = "Ada"
    mine = replace(nameless.workspace.rulings[0], by="Ada", decision=Decision.BOTH_RIGHT)
    nameless.show_workspace(nameless.workspace.with_ruling(mine))
    sign.trigger()
    assert sorted(names(nameless)) == ["", "Ada", "Ada"]
    assert window.messages.label.text().endswith(
        "1 ruling stays without a name: you have one of your own on the same figures."
    )
    nameless.show_workspace(nameless.workspace.without_ruling(nameless.workspace.rulings[0]))
    nameless.show_workspace(replace(nameless.workspace, rulings=(mine,)))
    sign.trigger()
    assert window.messages.label.text() == "Everything here has a name already."


def test_what_may_only_be_read_is_not_signed(window, nameless):
    nameless.read_only = "Open elsewhere."
    window.preferring.apply(replace(window.preferring.preferences, editor="Ada"))
    window.preferring.keep()
    assert names(nameless) == ["", ""]
    assert window.messages.isHidden()
    assert not window.commands["review.sign"].isEnabled()
