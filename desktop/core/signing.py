"""Signs with a name what an editor made before giving one."""

from dataclasses import dataclass, replace

from desktop.core.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Signed:
    """A workspace in which what had no name has one. count: how much was signed. left: rulings that could not be."""

    workspace: Workspace
    count: int = 0
    left: int = 0


def signed(workspace: Workspace, name: str) -> Signed:
    """A workspace with that name under all rulings, notes, replies, corrections and links that have none.

    Where that editor ruled on the same claims already, a ruling stays without a name: neither takes the other's place.
    """
    if not name:
        raise ValueError("there is no name to sign with")
    ruled = {ruling.places for ruling in workspace.rulings if ruling.by == name}
    free = [ruling for ruling in workspace.rulings if not ruling.by]
    left = [ruling for ruling in free if ruling.places in ruled]
    replies = sum(not reply.by for note in workspace.annotations for reply in note.replies)
    names = (one.by for made in (workspace.annotations, workspace.corrections, workspace.links) for one in made)
    count = len(free) - len(left) + replies + sum(not name for name in names)
    if not count:
        return Signed(workspace, 0, len(left))

    after = replace(
        workspace,
        rulings=tuple(
            replace(one, by=name) if not one.by and one.places not in ruled else one for one in workspace.rulings
        ),
        annotations=tuple(
            replace(
                note,
                by=note.by or name,
                replies=tuple(reply if reply.by else replace(reply, by=name) for reply in note.replies),
            )
            if not note.by or any(not reply.by for reply in note.replies)
            else note
            for note in workspace.annotations
        ),
        corrections=tuple(one if one.by else replace(one, by=name) for one in workspace.corrections),
        links=tuple(one if one.by else replace(one, by=name) for one in workspace.links),
    )
    return Signed(after, count, len(left))
