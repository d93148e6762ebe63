"""Says how many figures have which status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.core.agreement import Status
from desktop.core.language import say_count
from desktop.shell.highlights import ORDER

if TYPE_CHECKING:
    from collections.abc import Mapping


def figures_by_status(counts: Mapping[Status | None, int]) -> str:
    """ "3 conflicts, 1 agree, 2 only in one": the worst first, without what there is none of."""
    return ", ".join(_said(status, counts[status]) for status in ORDER if counts.get(status))


def _said(status: Status | None, count: int) -> str:
    match status:
        case Status.CONFLICT:
            return say_count("{count} conflict", "{count} conflicts", count)
        case Status.APPROX:
            return say_count("{count} close", "{count} close", count)
        case Status.EQUIVALENT:
            return say_count("{count} equivalent", "{count} equivalent", count)
        case Status.AGREE:
            return say_count("{count} agree", "{count} agree", count)
    return say_count("{count} only in one", "{count} only in one", count)
