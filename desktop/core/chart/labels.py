"""Knows where the labels beside the ends of curves stand: none over another, none outside."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from desktop.core.chart.drawing import Curve, Drawing
from desktop.core.figures import Figure
from desktop.core.language import say_count

Measure = Callable[[str], float]
"""How wide a text is, in pixels."""

_MOVED = 2.5
"""How many pixels a label may stand from its curve's end without a line that leads there."""

_NARROW, _WIDE = frozenset(" .,:;|'!()ijlftrI1-–"), frozenset("mwMWABCDEFGHJKLNOPQRSTUVXYZ%&@…")


@dataclass(frozen=True, slots=True)
class Label:
    """A text beside a curve's end.

    curve: which one, None for the words that stand for several. wanted, place: pixels from the top of the curves to
    the middle of the text: where the curve ends, and where there is room. tip: what it stands for in full.
    """

    text: str
    curve: Curve | None
    wanted: float
    place: float
    tip: str = ""

    @property
    def is_moved(self) -> bool:
        """Whether a line must lead from it to its curve."""
        return self.curve is not None and abs(self.place - self.wanted) > _MOVED


def label_width(text: str, size: float = 12) -> float:
    """About how wide a text is in a usual sans-serif font of that size, rather too much than too little."""
    ems = 0.0
    for character in text:
        if character in _NARROW:
            ems += 0.38
        elif character in _WIDE:
            ems += 0.8
        else:
            ems += 0.64 if ord(character) < 0x2E80 else 1.1
    return ems * size


def labels(
    drawing: Drawing, height: float, line: float, room: float, measure: Measure, chosen: Collection[Figure] = ()
) -> tuple[Label, ...]:
    """The labels of all curves, from the top.

    height: of the curves in pixels. line: what a label needs of it. room: how wide a label may be: where one is longer,
    all have brief amounts; one that is still too long loses its amount, then its end. chosen: the curves of these
    figures are named before others. Where the height does not suffice, the last label says how many are not named.
    """
    fits = max(1, int(height / line)) if height > 0 else 0
    by_importance = sorted(drawing.curves, key=lambda curve: _importance(curve, chosen))
    named, unnamed = by_importance, by_importance[:0]
    if len(by_importance) > fits:
        named, unnamed = by_importance[: fits - 1], by_importance[max(0, fits - 1) :]
    # All alike, or "bn" among others would seem to be something else.
    is_brief = any(measure(curve.text) > room for curve in named)
    found = [(_shortened(curve, room, measure, is_brief), curve, _pixels(drawing, curve, height)) for curve in named]
    # Those that end alike stand as their curves were met, from above.
    found.sort(key=lambda one: (one[2], one[1].series.order))
    wanted = [place for _, _, place in found]
    if unnamed:
        wanted.append(height)
    places = spread(wanted, line, line / 2, height - line / 2)
    placed = [
        Label(text, curve, pixels, place, f"{curve.series.whole_label}  {curve.amount}")
        for (text, curve, pixels), place in zip(found, places, strict=False)
    ]
    if unnamed:
        more = say_count("and {count} more", "and {count} more", len(unnamed))
        tip = "\n".join(f"{curve.series.whole_label}  {curve.amount}" for curve in unnamed)
        placed.append(Label(more, None, places[-1], places[-1], tip))
    return tuple(placed)


def _importance(curve: Curve, chosen: Collection[Figure]) -> tuple[bool, bool, int, int, int]:
    series = curve.series
    is_chosen = any(figure in series.figures for figure in chosen)
    return not is_chosen, not series.as_written, series.rank, -len(series.articles), series.order


def _pixels(drawing: Drawing, curve: Curve, height: float) -> float:
    return (drawing.high - curve.line[-1].y) / (drawing.high - drawing.low) * height


def _shortened(curve: Curve, room: float, measure: Measure, is_brief: bool) -> str:
    name, sign = curve.series.label, curve.series.sign
    for text in (curve.brief_text if is_brief else curve.text, f"{name}{sign}"):
        if measure(text) <= room:
            return text
    while name and measure(f"{name}…{sign}") > room:
        name = name[:-1]
    return f"{name.rstrip(' ,')}…{sign}"


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> tuple[float, ...]:
    """Places as near as possible to the wanted ones, `gap` apart, in the same order, between `low` and `high`.

    Where there is no room for all, they stand closer than `gap`, but still evenly apart.
    """
    if not wanted:
        return ()
    gap = min(gap, (high - low) / max(1, len(wanted) - 1))
    order = sorted(range(len(wanted)), key=wanted.__getitem__)
    # Without their gaps they need only be in order: neighbours that are not stand together at their mean.
    heaps: list[tuple[float, int]] = []
    for rank, number in enumerate(order):
        mean, size = wanted[number] - rank * gap, 1
        while heaps and heaps[-1][0] > mean:
            other, count = heaps.pop()
            mean, size = (mean * size + other * count) / (size + count), size + count
        heaps.append((mean, size))
    level = [min(max(mean, low), high - (len(wanted) - 1) * gap) for mean, size in heaps for _ in range(size)]
    places = [0.0] * len(wanted)
    for rank, number in enumerate(order):
        places[number] = level[rank] + rank * gap
    return tuple(places)
