"""Knows how a workspace is looked at, as its file keeps it: what is left out, and what faces each other."""

import json
from collections.abc import Iterable, Mapping, Sequence

Facing = tuple[str | None, str | None]
"""The ids of the two articles that face each other, None for nothing."""


def view_of(left_out: Iterable[str], facing: Sequence[str | None]) -> dict[str, str]:
    """How a workspace is looked at, to be kept. left_out: ids of articles."""
    return {"left_out": json.dumps(sorted(left_out)), "facing": json.dumps(facing)}


def read_sight(view: Mapping[str, str]) -> tuple[frozenset[str], Facing]:
    """Which articles (ids) were left out, and which faced each other; nothing and nobody where it does not say."""
    try:
        left_out = json.loads(view.get("left_out", "[]"))
        facing = json.loads(view.get("facing", "[null, null]"))
    except ValueError:
        return frozenset(), (None, None)
    sound = [one if isinstance(one, str) else None for one in facing] if isinstance(facing, list) else []
    two = (sound[0], sound[1]) if len(sound) == 2 else (None, None)
    ids = left_out if isinstance(left_out, list) else []
    return frozenset(one for one in ids if isinstance(one, str)), two
