"""Whether the last workspaces can be told apart in the menu."""

import os
from datetime import datetime

import pytest

from desktop.files.recent import Recent
from desktop.shell.commands.recent_menu import told_apart


@pytest.fixture
def made(tmp_path):
    def make(name: str, title: str, at: datetime | None = None) -> Recent:
        path = tmp_path / f"{name}.crossread"
        path.parent.mkdir(exist_ok=True)
        path.touch()
        if at is not None:
            os.utime(path, (at.timestamp(), at.timestamp()))
        return Recent(path, title)

    return make


def test_a_workspace_is_called_by_its_file_and_a_draft_by_title_and_day(made, tmp_path):
    recent = [made("deal", "Compute deal"), made("drafts/x", "Compute deal", datetime(2026, 11, 21, 20, 31))]
    names = told_apart(recent, lambda path: path.parent.name == "drafts")
    assert names == ["deal", "Compute deal, 21 November 2026"]


def test_what_would_read_alike_is_told_apart(made, tmp_path):
    early, late = datetime(2020, 11, 21, 9, 5), datetime(2020, 11, 21, 20, 31)
    recent = [
        made("one/deal", "Compute deal"),
        made("two/deal", "Compute deal"),
        made("drafts/x", "Rent", early),
        made("drafts/x 2", "Rent", late),
    ]
    names = told_apart(recent, lambda path: path.parent.name == "drafts")
    assert names == [
        f"deal, in {tmp_path / 'one'}",
        f"deal, in {tmp_path / 'two'}",
        "Rent, 21 Nov 2020, 09:05",
        "Rent, 21 Nov 2020, 20:31",
    ]
