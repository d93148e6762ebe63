"""Knows how a workspace is kept as a folder of readable files: articles as text, notes as Web Annotations."""

from desktop.files.folders.fields import NotAsItShouldBe, from_json_bytes, json_bytes
from desktop.files.folders.layout import WORKSPACE
from desktop.files.folders.reading import Imported, read_folder
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
    "read_folder",
    "web_annotations",
    "write_folder",
]
