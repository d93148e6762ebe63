"""Scrolls two texts in step: what one shows, the other shows opposite."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.core.steps import Steps
    from desktop.shell.views.reading_text import ReadingText


class StepScrolling(QObject):
    """Joins the scroll bars of two texts by the places in them that belong together."""

    def __init__(self, texts: tuple[ReadingText, ReadingText]) -> None:
        super().__init__()
        self._texts = texts
        self._steps: Steps | None = None
        self._is_held = False
        self.is_on = True
        for side, text in enumerate(texts):
            text.verticalScrollBar().valueChanged.connect(partial(self.follow, side))

    def show(self, steps: Steps | None) -> None:
        """What belongs together from now on; None until it is known."""
        self._steps = steps

    @contextmanager
    def held(self) -> Iterator[None]:
        """Lets both texts be scrolled for a while without the other following."""
        was_held, self._is_held = self._is_held, True
        try:
            yield
        finally:
            self._is_held = was_held

    def follow(self, side: int, _value: int = 0) -> None:
        """Brings the other text in step with text 0 or 1."""
        if not self.is_on or self._is_held or self._steps is None:
            return
        moved, other = self._texts[side], self._texts[1 - side]
        share = _line_in_step(moved)
        with self.held():  # the other text's scroll bar would move the first one in turn
            if share == 1.0:
                other.verticalScrollBar().setValue(other.verticalScrollBar().maximum())
                return
            other.scroll_to(round(self._steps.across(side, moved.point_at(share))), share)


def _line_in_step(text: ReadingText) -> float:
    """Where in its height a text is in step: in the middle, but at its beginning at the top, at its end at the bottom.

    Otherwise the first and the last lines of a text could never be opposite those of the other.
    """
    bar = text.verticalScrollBar()
    page = max(1, bar.pageStep())
    above, below = min(page, 2 * bar.value()), min(page, 2 * (bar.maximum() - bar.value()))
    return above / (above + below) if above + below else 0.0
