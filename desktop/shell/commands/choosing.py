"""Knows where a dialog that asks for a file or folder begins, and which files articles are."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from desktop.core.language import phrase

TEXTS = phrase("Text (*.txt *.text *.md);;All files (*)")


def usual_folder() -> str:
    """The editor's documents; where there is no such folder, the home, which there is."""
    kinds = (QStandardPaths.StandardLocation.DocumentsLocation, QStandardPaths.StandardLocation.HomeLocation)
    found = (place for kind in kinds for place in QStandardPaths.standardLocations(kind))
    return next((place for place in found if Path(place).is_dir()), str(Path.home()))
