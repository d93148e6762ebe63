"""Knows how a change of the workspace is made and taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

from desktop.core.annotations import differences

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.core.workspace import Workspace


class Edit(QUndoCommand):
    """A change of the workspace: what it was and what it became."""

    def __init__(
        self,
        show: Callable[[Workspace], None],
        name: str,
        before: Workspace,
        after: Workspace,
        thing: object = None,
    ) -> None:
        """show: makes a workspace the present one. thing: what is changed, where such steps may become one (typing)."""
        super().__init__(name)
        self._show = show
        self._before = before
        self._after = after
        self._thing = thing

    def id(self) -> int:
        """Steps of one number may become one step; -1 for those that may not."""
        return -1 if self._thing is None else 1

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802
        """Takes in the step behind it, where both change one thing: typing is undone as a whole."""
        if not isinstance(other, Edit) or other._thing != self._thing:  # noqa: SLF001
            return False
        self._after = other._after  # noqa: SLF001
        # typed and taken back where it was typed: a step that undoes nothing would only be in the way
        self.setObsolete(_is_but_touched(self._before, self._after))
        return True

    def redo(self) -> None:
        """Makes the change."""
        self._show(self._after)

    def undo(self) -> None:
        """Takes it back."""
        self._show(self._before)


def _is_but_touched(before: Workspace, after: Workspace) -> bool:
    """Whether nothing is another but when a note was last written on."""
    gone, come = differences(before.annotations, after.annotations)
    if len(gone) != len(come) or any(
        replace(old, edited=new.edited) != new for old, new in zip(gone, come, strict=True)
    ):
        return False
    return replace(after, annotations=before.annotations) == before
