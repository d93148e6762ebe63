"""Knows how a workspace is looked at, as its file keeps it: what is left out, and what faces each other."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.shell.session import Facing, Session


def sight_of(session: Session) -> dict[str, str]:
    """How the workspace of the session is looked at."""
    return {"left_out": json.dumps(sorted(session.left_out)), "facing": json.dumps(session.facing)}


def read_sight(view: dict[str, str]) -> tuple[frozenset[str], Facing]:
    """Which articles (ids) were left out, and which faced each other; nothing and nobody where it does not say."""
    try:
        left_out = json.loads(view.get("left_out", "[]"))
        facing = json.loads(view.get("facing", "[null, null]"))
    except ValueError:
        return frozenset(), (None, None)
    sound = [one if isinstance(one, str) else None for one in facing] if isinstance(facing, list) else []
    two = (sound[0], sound[1]) if len(sound) == 2 else (None, None)
    return frozenset(one for one in left_out if isinstance(one, str)) if isinstance(
        left_out, list
    ) else frozenset(), two
