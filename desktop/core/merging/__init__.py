"""Knows how two editors' workspaces become one, of which nothing is discarded."""

from desktop.core.merging.merge import Merge, merged
from desktop.core.merging.readings import MERGED

__all__ = ["MERGED", "Merge", "merged"]
