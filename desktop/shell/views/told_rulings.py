"""Tells what else there is to know of the rulings on what is under review: other editors', earlier readings."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.core import wording
from desktop.core.language import say, say_count
from desktop.shell.moments import said

if TYPE_CHECKING:
    from desktop.core.rulings import Ruling
    from desktop.shell.review import Review
    from desktop.shell.session import Session

MOST_OTHERS, LONGEST_REASON = 3, 140


class ToldRulings(QLabel):
    """Some lines in words; out of sight where there is nothing to tell."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("told")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def tell(self, review: Review, session: Session) -> None:
        """Tells of what is under review."""
        names, ruling = session.names, review.ruling
        lines: list[tuple[str, bool]] = []
        if review.earlier_reading:
            lines.append((say("Ruled on an earlier reading."), True))
            lines.append((say("Then {earlier}. Rule again to confirm.", earlier=review.earlier_reading), False))
        if ruling is not None and len(ruling.anchors) > 2:
            lines.append((say("Of all sources: {ruling}.", ruling=wording.ruling(ruling, names)), False))
        if review.is_contested:
            lines.append((say("Editors disagree."), True))
        others = [(one, _signed(one, review, names)) for one in review.others]
        lines += [(_shorter(words, one), False) for one, words in others[:MOST_OTHERS]]
        if len(others) > MOST_OTHERS:
            lines.append((say_count("and {count} more", "and {count} more", len(others) - MOST_OTHERS), False))
        weights = {True: 600, False: 400}
        self.setText(
            "<br>".join(f'<span style="font-weight: {weights[heavy]}">{escape(words)}</span>' for words, heavy in lines)
        )
        self.setAccessibleName("\n".join(words for words, _ in lines))
        full = "<br>".join(escape(f"{words} {one.reason}".strip()) for one, words in others)
        self.setToolTip(f"<qt>{full}</qt>" if full else "")
        self.setVisible(bool(lines))


def _signed(ruling: Ruling, review: Review, names: dict[str, str]) -> str:
    """What another editor ruled, with name and time."""
    one, other = review.sides
    decided = wording.ruling_between(review.as_told(ruling), one, other, names)
    return say("{who}, {when}: {ruling}.", who=ruling.by or say("No name"), when=said(ruling.at), ruling=decided)


def _shorter(words: str, ruling: Ruling) -> str:
    reason = " ".join(ruling.reason.split())
    if len(reason) > LONGEST_REASON:
        reason = f"{reason[:LONGEST_REASON]}…"
    return f"{words} {reason}".strip()
