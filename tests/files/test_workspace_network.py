"""Whether it is known which paths lie on a network."""

import os
from pathlib import Path

import pytest

from desktop.files.workspaces import is_on_network
from desktop.files.workspaces.network import kind_in

MOUNTS = r"""/dev/sda1 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
server:/news /mnt/news nfs4 rw,vers=4.2 0 0
//nas/desk /mnt/news\040desk cifs rw 0 0
/dev/sdb1 /mnt/news/local xfs rw 0 0
tmpfs /tmp tmpfs rw 0 0
me@host:/ /tmp fuse.sshfs rw 0 0
broken
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such list")
@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/ann/deal.crossread", "ext4"),
        ("/mnt/news/deal.crossread", "nfs4"),
        ("/mnt/news", "nfs4"),
        ("/mnt/newspaper/deal.crossread", "ext4"),
        ("/mnt/news desk/a/deal.crossread", "cifs"),
        ("/mnt/news/local/deal.crossread", "xfs"),
        ("/tmp/deal.crossread", "fuse.sshfs"),
    ],
)
def test_the_innermost_and_last_mount_counts(path, kind):
    assert kind_in(MOUNTS, Path(path)) == kind
    assert kind_in("", Path(path)) == ""


def test_a_path_that_is_not_there_is_nowhere_else(tmp_path):
    assert is_on_network(tmp_path / "none" / "deal.crossread") is is_on_network(tmp_path)
