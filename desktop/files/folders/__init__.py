"""Knows how a workspace is kept as a folder of readable files: articles as text, notes as Web Annotations."""

from desktop.files.folders.fields import NotAsItShouldBe, from_json_bytes, json_bytes
from desktop.files.folders.joining import merged_with_notes, with_web_annotations
from desktop.files.folders.layout import WORKSPACE
from desktop.files.folders.reading import Imported, read_folder, read_notes
from desktop.files.folders.web import Made, from_web_annotations, web_annotations
from desktop.files.folders.writing import is_export, write_folder

__all__ = [
    "WORKSPACE",
    "Imported",
    "Made",
    "NotAsItShouldBe",
    "from_json_bytes",
    "from_web_annotations",
    "is_export",
    "json_bytes",
    "merged_with_notes",
    "read_folder",
    "read_notes",
    "web_annotations",
    "with_web_annotations",
    "write_folder",
]
