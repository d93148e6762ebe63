"""Knows where the keyboard points in a chart: at which curve, in which month or year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.core.chart import Curve, Drawing, Mode, Point

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

_YEAR = 12


class Cursor:
    """A place on a curve. It stays on its series when the drawing is made anew."""

    def __init__(self) -> None:
        self._drawing: Drawing | None = None
        self._number = 0
        self.x = 0
        self.is_shown = False

    def show(self, drawing: Drawing) -> None:
        """Moves on another drawing."""
        before = self.curve
        self._drawing = drawing
        self._number = 0
        if before is not None:
            alike = [number for number, one in enumerate(drawing.curves) if one.series.figures == before.series.figures]
            self._number = next(iter(alike), 0)
        self.is_shown = self.is_shown and bool(drawing.curves)
        self._keep_inside()

    @property
    def curve(self) -> Curve | None:
        """The curve pointed at."""
        if self._drawing is None or not self._drawing.curves:
            return None
        return self._drawing.curves[min(self._number, len(self._drawing.curves) - 1)]

    @property
    def point(self) -> Point | None:
        """The place pointed at: the middle of the month or year, on the curve."""
        curve = self.curve
        if curve is None or self._drawing is None:
            return None
        x = self.x + 0.5
        if self._drawing.mode is Mode.CUMULATIVE:
            x = self.x + 1
        if self._drawing.mode is Mode.YEARLY:
            year = next(year for year in curve.series.years if year.x <= self.x < year.beyond)
            x = (year.x + year.beyond) / 2
        return Point(x, height_at(curve.line, x))

    def put(self, curve: Curve, x: float) -> None:
        """Points at a curve near `x`."""
        if self._drawing is not None and curve in self._drawing.curves:
            self._number = self._drawing.curves.index(curve)
            self.x = int(x)
            self._keep_inside()

    def press(self, event: QKeyEvent) -> bool:
        """Moves as the key says; whether it was one of the cursor's."""
        curve = self.curve
        if curve is None or self._drawing is None:
            return False
        is_yearly = self._drawing.mode is Mode.YEARLY
        by_year = is_yearly or bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            was_shown, self.is_shown = self.is_shown, False
            return was_shown
        if key not in _KEYS:
            return False
        if self.is_shown:
            if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
                self._step(curve, 1 if key == Qt.Key.Key_Right else -1, by_year=by_year, whole=is_yearly)
            elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
                steps = curve.series.steps
                self.x = steps[0].x if key == Qt.Key.Key_Home else steps[-1].x
            else:
                self._change(-1 if key == Qt.Key.Key_Up else 1)
        self.is_shown = True  # the first key only shows where the cursor is
        self._keep_inside()
        return True

    def _step(self, curve: Curve, way: int, *, by_year: bool, whole: bool) -> None:
        if not whole:
            self.x += way * (_YEAR if by_year else 1)
            return
        years = curve.series.years
        at = next(number for number, year in enumerate(years) if year.x <= self.x < year.beyond)
        self.x = years[max(0, min(at + way, len(years) - 1))].x

    def _change(self, way: int) -> None:
        """To the curve that lies next below (1) or above (-1) at this place."""
        curves = self._drawing.curves if self._drawing is not None else ()
        order = sorted(range(len(curves)), key=lambda number: (-height_at(curves[number].line, self.x + 0.5), number))
        place = max(0, min(order.index(self._number) + way, len(order) - 1))
        self._number = order[place]

    def _keep_inside(self) -> None:
        curve = self.curve
        if curve is not None:
            steps = curve.series.steps
            self.x = max(steps[0].x, min(self.x, steps[-1].x))


_KEYS = frozenset(
    (
        *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down),
        *(Qt.Key.Key_Home, Qt.Key.Key_End),
    )
)


def height_at(line: Sequence[Point], x: float) -> float:
    """How high a line is at `x`; its nearest end where it does not reach there."""
    if x <= line[0].x:
        return line[0].y
    for first, second in zip(line, line[1:], strict=False):
        if first.x <= x <= second.x and second.x > first.x:
            return first.y + (second.y - first.y) * (x - first.x) / (second.x - first.x)
    return line[-1].y
