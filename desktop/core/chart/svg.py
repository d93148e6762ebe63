"""Writes a drawing of payments as SVG: a string that any program can show, without anything from outside."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from desktop.core.chart import marks
from desktop.core.chart.axes import amount_ticks, ticks
from desktop.core.chart.drawing import Curve, Drawing, Mode, Point, width_of_line
from desktop.core.chart.labels import Measure, label_width, labels
from desktop.core.chart.marks import number
from desktop.core.chart.saying import Legend, legend, summary


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a picture, as "#rrggbb": behind it, of its words, of lesser words and lines, of the curves."""

    background: str
    text: str
    muted: str
    grid: str
    series: tuple[str, ...]

    def of(self, curve: Curve) -> str:
        """The colour of a curve."""
        return self.series[curve.series.look.colour % len(self.series)]


FONTS = "Inter, 'Segoe UI', Helvetica, Arial, sans-serif"
"""The families of the letters, of which a viewer takes the first that it has."""
SIZE = 12
"""Pixels of the letters."""
_LINE = 17
_EDGE = 14
_GAP = 13


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the curves are in the picture, and how months and amounts become pixels."""

    drawing: Drawing
    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    def x(self, months: float) -> float:
        return self.left + (months + 0.5) / (max(1, self.drawing.chart.width) + 0.5) * self.width

    def y(self, place: float) -> float:
        return self.top + (self.drawing.high - place) / (self.drawing.high - self.drawing.low) * self.height

    def at(self, point: Point) -> tuple[float, float]:
        return self.x(point.x), self.y(point.y)


def svg(
    drawing: Drawing,
    palette: Palette,
    *,
    width: int = 960,
    height: int = 480,
    title: str = "",
    below: Sequence[str] = (),
    fonts: str = FONTS,
    measure: Measure | None = None,
    name: str = "chart",
) -> str:
    """The drawing as an SVG document of that size in pixels.

    title: stands above the curves. below: sentences under them (who the letters stand for, what is not drawn).
    measure: how wide a text is in these fonts at SIZE; else that is guessed, alike on every machine.
    name: what its ids begin with, a word of letters, digits and hyphens, for pages that hold several pictures.
    """
    measure = measure or (lambda text: label_width(text, SIZE))
    lines = [line for sentence in below for line in _wrapped(sentence, width - 2 * _EDGE, measure)]
    signs = legend(drawing)
    amounts = amount_ticks(drawing, height - 120)
    room = min(max((measure(curve.text) for curve in drawing.curves), default=0.0), 0.4 * width)
    left = _EDGE + max((measure(text) for _, text in amounts), default=0.0) + 8
    top = _EDGE + (24 if title else 0) + 20
    foot = 24 + (_LINE + 6 if signs else 0) + _LINE * len(lines) + _EDGE
    frame = _Frame(drawing, left, top, max(40.0, width - left - room - _GAP - _EDGE), max(40.0, height - top - foot))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
        f' role="img" aria-labelledby="{name}-title {name}-desc" font-family="{_attribute(fonts)}" font-size="{SIZE}">',
        f'<title id="{name}-title">{_text(title or summary(drawing))}</title>',
        f'<desc id="{name}-desc">{_text(_described(drawing, below))}</desc>',
        f'<rect width="{width}" height="{height}" fill="{palette.background}"/>',
    ]
    if title:
        parts.append(marks.words(_EDGE, _EDGE + 14, title, palette.text, size=15, bold=True))
    parts.append(marks.words(_EDGE, top - 14, summary(drawing), palette.muted))
    parts += _axes(frame, palette)
    for curve in drawing.curves:
        parts += _curve(frame, curve, palette)
    parts += _labels(frame, palette, room, measure)
    place = frame.bottom + 24
    if signs:
        parts.append(marks.legend(_EDGE, place + 13, signs, palette.muted, measure))
        place += _LINE + 6
    for line_number, line in enumerate(lines):
        parts.append(marks.words(_EDGE, place + 13 + line_number * _LINE, line, palette.muted))
    parts.append("</svg>")
    return "\n".join(parts) + "\n"


def legend_svg(
    signs: Sequence[Legend], colour: str, font: str, size: int, height: int, measure: Measure
) -> tuple[str, float]:
    """The legend alone as an SVG document of that height, and how wide it is. font, size: of its letters."""
    width = sum(marks.LEGEND_GAP + measure(sign.words) for sign in signs)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {number(width)} {height}"'
        f' font-family="{_attribute(font)}" font-size="{size}">'
        f"{marks.legend(0, height / 2 + 0.36 * size, signs, colour, measure)}</svg>"
    ), width


def _described(drawing: Drawing, below: Sequence[str]) -> str:
    return "; ".join([summary(drawing), *(curve.text for curve in drawing.curves), *below])


def _axes(frame: _Frame, palette: Palette) -> list[str]:
    found = []
    for place, text in amount_ticks(frame.drawing, frame.height):
        y = frame.y(place)
        found.append(marks.line([(frame.left, y), (frame.right, y)], palette.grid, 1))
        found.append(marks.words(frame.left - 8, y + 4, text, palette.muted, anchor="end"))
    bottom, edge = frame.bottom, [(frame.left, frame.top), (frame.left, frame.bottom), (frame.right, frame.bottom)]
    found.append(marks.line(edge, palette.muted, 1))
    chart, mode = frame.drawing.chart, frame.drawing.mode
    for months, text in ticks(chart, frame.width / (SIZE * 0.62), mode):
        x = frame.x(months)
        if mode is not Mode.YEARLY:
            found.append(marks.line([(x, bottom), (x, bottom + 4)], palette.muted, 1))
        found.append(marks.words(x, bottom + 18, text, palette.muted, anchor="middle"))
    return found


def _curve(frame: _Frame, curve: Curve, palette: Palette) -> list[str]:
    colour = palette.of(curve)
    thick = width_of_line(curve)
    found = [f"<g><title>{_text(curve.text)}</title>"]
    for band in curve.bands:
        low, high = [frame.at(point) for point in band.low], [frame.at(point) for point in band.high]
        found.append(marks.band(low, high, colour, is_ramp=band.is_ramp))
    found.append(marks.line([frame.at(point) for point in curve.line], colour, thick, curve.pattern))
    x, y = frame.at(curve.line[-1])
    if not curve.is_open:
        found.append(marks.diamond(x, y, colour, palette.background))
    elif frame.drawing.chart.reference:
        found.append(marks.arrow(x, y, colour, palette.background))
    found.append("</g>")
    return found


def _labels(frame: _Frame, palette: Palette, room: float, measure: Measure) -> list[str]:
    found = []
    x = frame.right + _GAP
    for label in labels(frame.drawing, frame.height, _LINE, room, measure):
        y = frame.top + label.place
        if label.curve is None:
            found.append(marks.words(x, y + 4, label.text, palette.muted, tip=label.tip))
            continue
        end_x, end_y = frame.at(label.curve.line[-1])
        if label.is_moved or end_x < frame.right - 1:
            found.append(marks.line([(end_x + 6, end_y), (x - 2, y)], palette.muted, 0.8))
        ink = palette.of(label.curve) if label.curve.series.as_written else palette.muted
        found.append(marks.words(x, y + 4, label.text, ink))
    return found


def _wrapped(text: str, room: float, measure: Measure) -> list[str]:
    """A sentence on as many lines as it needs."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and measure(longer) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _text(text: str) -> str:
    return marks.clean(escape(text, quote=False))


def _attribute(text: str) -> str:
    return marks.clean(escape(text))
