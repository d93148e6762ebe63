"""Knows whether a file lies where several machines may write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStorageInfo

if TYPE_CHECKING:
    from pathlib import Path

NETWORKS = frozenset(
    (
        "9p",
        "afpfs",
        "afs",
        "ceph",
        "cifs",
        "davfs",
        "fuse.gvfsd-fuse",
        "fuse.rclone",
        "fuse.sshfs",
        "glusterfs",
        "nfs",
        "nfs4",
        "prl_fs",
        "smb",
        "smb2",
        "smb3",
        "smbfs",
        "vboxsf",
        "vmhgfs",
        "webdav",
    )
)
"""File systems on which several machines may write, as the system calls them."""


def is_shared(path: Path) -> bool:
    """Whether a file lies where other machines may write too; SQLite's write-ahead log does not work there."""
    folder = path.parent
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    storage = QStorageInfo(str(folder))
    kind = bytes(storage.fileSystemType().data()).decode("ascii", "replace").lower()
    device = bytes(storage.device().data()).decode("utf-8", "replace")
    return kind in NETWORKS or device.startswith(("//", "\\\\"))
