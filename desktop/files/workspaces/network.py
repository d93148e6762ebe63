"""Knows whether a path lies on a network file system, where SQLite's log cannot be shared."""

import os
import re
import sys
from pathlib import Path

_NETWORKS = frozenset(
    {
        *(
            "9p",
            "afs",
            "beegfs",
            "ceph",
            "cifs",
            "coda",
            "davfs",
            "glusterfs",
            "gpfs",
            "lustre",
            "ncpfs",
            "nfs",
            "nfs4",
        ),
        *("prl_fs", "smb2", "smb3", "smbfs", "vboxsf", "vmhgfs", "fuse.davfs2", "fuse.glusterfs", "fuse.gvfsd-fuse"),
        *("fuse.rclone", "fuse.s3fs", "fuse.smbnetfs", "fuse.sshfs", "fuse.vmhgfs-fuse"),
    }
)
"""What Linux calls file systems whose files other machines may write, those of a virtual machine's host among them."""

_REMOTE_DRIVE = 4
"""What Windows answers of a drive that is elsewhere."""


def is_on_network(path: Path) -> bool:
    """Whether the file's folder is on a network, as far as the system says."""
    real = Path(os.path.realpath(path))
    if sys.platform == "win32":
        import ctypes

        drive = real.anchor
        return drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(drive) == _REMOTE_DRIVE
    try:
        mounts = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return False  # macOS has no such list
    return kind_in(mounts, real) in _NETWORKS


def kind_in(mounts: str, path: Path) -> str:
    """The kind of the file system that a path is on, by the system's list of mounts; "" where none has it."""
    found, longest = "", -1
    for line in mounts.splitlines():
        words = line.split(" ")
        if len(words) < 3:
            continue
        place = re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), words[1])
        # of two on one place the later hides the earlier
        if len(place) >= longest and path.is_relative_to(place):
            found, longest = words[2], len(place)
    return found
