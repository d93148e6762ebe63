"""Knows how lines, bands, signs and words are written in SVG."""

from collections.abc import Callable, Sequence
from html import escape

from desktop.core.chart.saying import Legend, Sign

Place = tuple[float, float]

TINT = 0.18
"""How much of its colour an uncertain amount is filled with."""
LEGEND_SIGN, LEGEND_GAP = 24, 38
"""Pixels that a sign of the legend takes, and sign and gap together."""
HATCH = 6
"""Pixels between the lines that hatch the start-up months."""


def number(value: float) -> str:
    """A number to the hundredth, without what it does not need."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def clean(text: str) -> str:
    """A text without the characters that XML does not allow."""
    allowed = (character if character.isprintable() or character == "\n" else " " for character in text)
    return "".join(allowed)


def words(
    x: float,
    y: float,
    text: str,
    colour: str,
    *,
    anchor: str = "start",
    size: int | None = None,
    bold: bool = False,
    tip: str = "",
) -> str:
    """A line of words on the baseline y. tip: what a pointer is told."""
    more = f' font-size="{size}"' if size else ""
    more += ' font-weight="600"' if bold else ""
    more += f' text-anchor="{anchor}"' if anchor != "start" else ""
    told = f"<title>{clean(escape(tip, quote=False))}</title>" if tip else ""
    shown = clean(escape(text, quote=False)).replace("  ", "\u00a0\u00a0")
    return f'<text x="{number(x)}" y="{number(y)}" fill="{colour}"{more}>{told}{shown}</text>'


def line(places: Sequence[Place], colour: str, width: float, pattern: Sequence[float] = ()) -> str:
    """A line through these places. pattern: dashes and gaps in line widths."""
    dashes = " ".join(number(part * width) for part in pattern)
    more = f' stroke-dasharray="{dashes}"' if dashes else ""
    return (
        f'<path d="{_path(places)}" fill="none" stroke="{colour}" stroke-width="{number(width)}"'
        f' stroke-linejoin="round"{more}/>'
    )


def band(low: Sequence[Place], high: Sequence[Place], colour: str, *, is_ramp: bool) -> str:
    """What lies between two edges: tinted, and hatched where payments ramp up."""
    tint = 0.08 if is_ramp else TINT
    area = f'<path d="{_path([*high, *reversed(low)])} Z" fill="{colour}" fill-opacity="{number(tint)}"/>'
    if not is_ramp:
        return area + line(low, colour, 0.8)
    lines = "".join(f"M{number(x)} {number(y)}L{number(end)} {number(top)}" for x, y, end, top in _hatch(low, high))
    return f'{area}<path d="{lines}" fill="none" stroke="{colour}" stroke-width="1"/>'


def _hatch(low: Sequence[Place], high: Sequence[Place]) -> list[tuple[float, float, float, float]]:
    """Slanting lines, one above the other, from the left to the right edge of the band; cut off at its own edges."""
    left, right = high[0][0], high[-1][0]
    top, bottom = (_height(high), _height(low))
    found = []
    steps = max(1, round((right - left) / 1.5))
    begin = min(y for _, y in high) - (right - left)
    end = max(y for _, y in low) + (right - left)
    count = int((end - begin) / HATCH)
    for place in range(count):
        start = begin + place * HATCH + (right - left)
        run: list[Place] = []
        for step in range(steps + 1):
            x = left + (right - left) * step / steps
            y = start - (x - left)
            if top(x) <= y <= bottom(x):
                run.append((x, y))
            elif len(run) > 1:
                break
        if len(run) > 1:
            found.append((*run[0], *run[-1]))
    return found


def _height(edge: Sequence[Place]) -> Callable[[float], float]:
    """How high an edge is at some x."""

    def at(x: float) -> float:
        for (x1, y1), (x2, y2) in zip(edge, edge[1:], strict=False):
            if x1 <= x <= x2 and x2 > x1:
                return y1 + (y2 - y1) * (x - x1) / (x2 - x1)
        return edge[-1][1]

    return at


def diamond(x: float, y: float, colour: str, edge: str) -> str:
    """The sign of a stated end."""
    places = [(x, y - 5), (x + 5, y), (x, y + 5), (x - 5, y)]
    return f'<path d="{_path(places)} Z" fill="{colour}" stroke="{edge}" stroke-width="1"/>'


def arrow(x: float, y: float, colour: str, fill: str) -> str:
    """The sign of a schedule that goes on."""
    places = [(x, y - 4.5), (x + 8, y), (x, y + 4.5)]
    return f'<path d="{_path(places)} Z" fill="{fill}" stroke="{colour}" stroke-width="1.6"/>'


def legend(x: float, y: float, signs: Sequence[Legend], colour: str, measure: Callable[[str], float]) -> str:
    """The signs in a row, each with its words."""
    found = []
    for sign, told in signs:
        found.append(_sign(sign, x, y - 4, colour))
        found.append(words(x + LEGEND_SIGN, y, told, colour))
        x += LEGEND_GAP + measure(told)
    return "".join(found)


def _sign(sign: Sign, x: float, y: float, colour: str) -> str:
    if sign is Sign.END:
        return line([(x, y), (x + 10, y)], colour, 1.6) + diamond(x + 11, y, colour, "none")
    if sign is Sign.OPEN:
        return line([(x, y), (x + 10, y)], colour, 1.6) + arrow(x + 10, y, colour, "none")
    if sign is Sign.REPAIRED:
        return line([(x, y), (x + 18, y)], colour, 1)
    return band([(x, y + 5), (x + 18, y + 5)], [(x, y - 6), (x + 18, y - 6)], colour, is_ramp=sign is Sign.RAMP)


def _path(places: Sequence[Place]) -> str:
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in places)
