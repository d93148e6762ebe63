"""Whether a dialog for files begins where there is a folder."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from desktop.shell.commands.choosing import usual_folder


def test_it_begins_in_a_folder_that_is_there(tmp_path, monkeypatch):
    documents = str(tmp_path / "Documents")
    home = str(tmp_path)
    places = {QStandardPaths.StandardLocation.DocumentsLocation: [documents]}
    monkeypatch.setattr(QStandardPaths, "standardLocations", lambda kind: places.get(kind, [home]))
    assert usual_folder() == home
    Path(documents).mkdir()
    assert usual_folder() == documents
