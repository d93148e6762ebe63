"""Keeps the eye on what was corrected or linked, done or undone, and says where nothing is left to compare it with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.core import by_editor
from desktop.core.agreement import claim_at
from desktop.shell.selection import companions

if TYPE_CHECKING:
    from desktop.core.analysis import Analysis
    from desktop.core.anchors import Anchor
    from desktop.core.claims import Claim
    from desktop.core.workspace import Workspace
    from desktop.shell.selection import Selection
    from desktop.shell.session import Session

MOST = 2
"""Of edits that change more places than these none is looked at: they are of another sort, as two files made one."""


class Following(QObject):
    """Selects the figures whose reading or links an edit changed, as soon as they are analysed."""

    announced = Signal(str)

    def __init__(self, session: Session, selection: Selection) -> None:
        super().__init__(session)
        self._session = session
        self._compared: set[Anchor] = set()
        self._selection = selection
        self._awaited: tuple[Anchor, ...] = ()
        session.workspace_changed.connect(self._note)
        session.analysis_changed.connect(self._select)

    def _note(self, before: Workspace, after: Workspace) -> None:
        if before.articles is not after.articles:
            self._awaited = ()
            return
        links = [one for one in (*before.links, *after.links) if (one in before.links) != (one in after.links)]
        read = [
            one
            for one in (*before.corrections, *after.corrections)
            if (one in before.corrections) != (one in after.corrections)
        ]
        places = dict.fromkeys(anchor for link in links for anchor in link.anchors)
        # where one correction took the place of another, the later one is where the eye is
        places.update(dict.fromkeys(one.anchor for one in reversed(read)))
        if places:
            self._awaited = tuple(places) if len(places) <= MOST else ()
            self._compared |= {one.anchor for one in read if self._is_compared(one.anchor)}

    def _select(self, analysis: Analysis) -> None:
        awaited, self._awaited = self._awaited, ()
        figures = list(dict.fromkeys(claim.figure for anchor in awaited if (claim := _claim_at(analysis, anchor))))
        if figures:
            self._selection.select((*figures, *companions(analysis, figures[0])))
        compared, self._compared = self._compared, set()
        for anchor in awaited:
            claim = _claim_at(analysis, anchor)
            if anchor in compared and claim is not None and not by_editor.is_compared(analysis, claim.figure):
                self.announced.emit(by_editor.stands_alone(claim))
                return

    def _is_compared(self, anchor: Anchor) -> bool:
        """Whether what stands at a place was compared until now."""
        claim = _claim_at(self._session.analysis, anchor)
        return claim is not None and by_editor.is_compared(self._session.analysis, claim.figure)


def _claim_at(analysis: Analysis, anchor: Anchor) -> Claim | None:
    claims = analysis.claims_of(anchor.article)
    return claim_at(claims, anchor) or next((one for one in claims if one.figure.span.overlaps(anchor.span)), None)
