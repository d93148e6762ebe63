"""Makes the file of notes and rulings that other programs read: JSON-LD after the W3C's Web Annotation model."""

from desktop.core.workspace import Workspace
from desktop.files.folders import json_bytes, web_annotations


def jsonld(workspace: Workspace) -> bytes:
    """Notes and rulings as an AnnotationCollection, which `desktop.files.folders.from_web_annotations` gives back.

    workspace: as the editor may see it; in a blind review, what `Workspace.seen_by` gives.
    """
    return json_bytes(web_annotations(workspace))
