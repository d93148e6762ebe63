"""Says in words what a chart shows: its legend, the curve under a pointer, and what is not drawn."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from desktop.core import wording
from desktop.core.chart.amounts import short_range
from desktop.core.chart.directions import TURNED, other_way
from desktop.core.chart.drawing import Curve, Drawing, Mode, year_name
from desktop.core.chart.months import month_at, short_month
from desktop.core.chart.series import Chart, Series, Year
from desktop.core.figures import Figure
from desktop.core.language import phrase, say, say_count
from desktop.core.quantities import Kind
from desktop.core.text import Span

Quote = Callable[[Figure], str]
"""The sentence that a figure stands in, or as much of it as is needed."""

MOST_QUOTES = 3


class Sign(StrEnum):
    """What is drawn that has to be told."""

    END = "end"
    OPEN = "open"
    RAMP = "ramp"
    BAND = "band"
    REPAIRED = "repaired"


_SIGNS = {
    Sign.END: phrase("stated end"),
    Sign.OPEN: phrase("no end stated"),
    Sign.RAMP: phrase("ramp-up"),
    Sign.BAND: phrase("uncertain"),
    Sign.REPAIRED: phrase("put right"),
}

_MODES = {
    Mode.MONTHLY: phrase("Payments per month"),
    Mode.CUMULATIVE: phrase("Payments since the start"),
    Mode.YEARLY: phrase("Payments by calendar year"),
}


class Legend(NamedTuple):
    """A sign of the drawing with its words."""

    sign: Sign
    words: str


def legend(drawing: Drawing) -> tuple[Legend, ...]:
    """The signs that this drawing has, with their words."""
    bands = [band for curve in drawing.curves for band in curve.bands]
    found = {
        Sign.END: any(not curve.is_open for curve in drawing.curves),
        Sign.OPEN: any(curve.is_open for curve in drawing.curves) and bool(drawing.chart.reference),
        Sign.RAMP: any(band.is_ramp for band in bands),
        Sign.BAND: any(not band.is_ramp for band in bands),
        Sign.REPAIRED: any(not curve.series.as_written for curve in drawing.curves),
    }
    return tuple(Legend(sign, say(_SIGNS[sign])) for sign, is_there in found.items() if is_there)


def summary(drawing: Drawing) -> str:
    """What the drawing is, in a line: "Payments per month, logarithmic scale"."""
    name = say(_MODES[drawing.mode])
    return say("{name}, logarithmic scale", name=name) if drawing.logarithmic else name


def notes(chart: Chart, names: Mapping[str, str]) -> tuple[str, ...]:
    """What the curves do not show, in sentences. names: what to call each article."""
    told = []
    who = (wording.parties(payment) for series in chart.series if series.is_turned for payment in series.payments)
    if turned := list(dict.fromkeys(who)):
        told.append(say("{sign} the other way round: {who}.", sign=TURNED, who=wording.commas(turned)))
    if chart.undrawn:
        listed = [
            say(
                "{article} ({amount} a month)",
                article=names.get(payment.article, payment.article),
                amount=short_range(payment.monthly_low, payment.monthly_high, payment.currency),
            )
            for payment in chart.undrawn[:MOST_QUOTES]
        ]
        if len(chart.undrawn) > len(listed):
            listed.append(say_count("{count} more", "{count} more", len(chart.undrawn) - len(listed)))
        told.append(say("Not drawn, since no start is known: {schedules}.", schedules=wording.commas(listed)))
    if chart.series and not chart.currency:
        told.append(say("The amounts are in several currencies, as printed; they are not converted."))
    if chart.left_out:
        told.append(
            say_count(
                "{count} more schedule is in the table only.",
                "{count} more schedules are in the table only.",
                chart.left_out,
            )
        )
    return tuple(told)


def passage(text: str, sentence: Span, figure: Span, room: int = 150) -> str:
    """The sentence that a figure stands in, shortened around the figure to about `room` characters."""
    before = " ".join(text[min(sentence.start, figure.start) : figure.start].split())
    after = " ".join(text[figure.end : max(sentence.end, figure.end)].split())
    quote = " ".join(figure.of(text).split())
    spare = max(0, room - len(quote))
    front = max(spare // 2, spare - len(after))
    back = max(spare // 2, spare - len(before))
    if len(before) > front:
        before = f"…{before[len(before) - front :].partition(' ')[2]}"
    if len(after) > back:
        after = f"{after[:back].rpartition(' ')[0]}…"
    space_before = " " if text[max(0, figure.start - 1) : figure.start].isspace() and before.strip("…") else ""
    space_after = " " if text[figure.end : figure.end + 1].isspace() and after.strip("…") else ""
    return f"{before}{space_before}{quote}{space_after}{after}"


def readout(drawing: Drawing, curve: Curve, x: int) -> str:
    """What a curve comes to in the month (or year) at `x`, in a line: "May 2027 · B: $12, $132–156 by its end"."""
    series, chart = curve.series, drawing.chart
    if drawing.mode is Mode.YEARLY:
        year = year_near(series, x)
        paid = say_count("{count} month", "{count} months", year.months)
        amount = short_range(year.low, year.high, series.currency)
        return f"{year_name(chart, year.number)} · " + say(
            "{who}: {amount} in {months}", who=series.whole_label, amount=amount, months=paid
        )
    step = min(series.steps, key=lambda step: abs(step.x - x))
    month = short_month(month_at(chart.reference, step.x)) if chart.reference else _counted(step.x)
    return f"{month} · " + say(
        "{who}: {amount}, {total} by its end",
        who=series.whole_label,
        amount=short_range(step.low, step.high, series.currency),
        total=short_range(step.total_low, step.total_high, series.currency),
    )


def year_near(series: Series, x: float) -> Year:
    """The year of a series that lies at `x`, else the nearest."""
    return min(series.years, key=lambda year: max(year.x - x, x - (year.beyond - 1), 0))


def _counted(x: int) -> str:
    return say("month {number}", number=x + 1)


def card(drawing: Drawing, curves: Sequence[Curve], x: int, quote: Quote) -> str:
    """What is to be told of some curves at `x`: the amounts of all, then the grounds of the first.

    That is: its term, the sentences it rests on, and what was supposed.
    """
    series = curves[0].series
    lines = [readout(drawing, curve, x) for curve in curves]
    lines += [_term(series), *_parties(series)]
    lines += [say("“{quote}”", quote=quote(figure)) for figure in telling_figures(series)]
    lines.append(assumed(series))
    return "\n".join(line for line in lines if line)


def _term(series: Series) -> str:
    first = series.payments[0]
    if first.start is None:
        return ""
    if first.end is None:
        return say("from {start}, no end stated", start=short_month(first.start))
    return say("{start} to {end}", start=short_month(first.start), end=short_month(first.end))


def _parties(series: Series) -> list[str]:
    """Who pays whom; by article where they do not say the same of it."""
    who = {payment.article: wording.parties(payment) for payment in reversed(series.payments)}
    told = list(dict.fromkeys(filter(None, who.values())))
    if series.is_turned:
        return [other_way(words) for words in told]
    if len(told) < 2:
        return told
    named = zip(series.articles, series.names, strict=True)
    return [f"{name}: {who[article]}" for article, name in named if who[article]]


def assumed(series: Series) -> str:
    """What had to be supposed for a curve, in words; "" where nothing was."""
    slugs = dict.fromkeys(slug for payment in series.payments for slug in payment.assumed)
    return say("Assumed: {what}", what=wording.clauses([wording.assumption(slug) for slug in slugs])) if slugs else ""


def telling_figures(series: Series) -> tuple[Figure, ...]:
    """One figure of each article that the curve rests on, an amount (a month's) before others; of three articles."""
    found: dict[str, Figure] = {}
    for figure in sorted(series.figures, key=_is_telling, reverse=True):
        found.setdefault(figure.article, figure)
    return tuple(found.values())[:MOST_QUOTES]


def _is_telling(figure: Figure) -> tuple[bool, bool]:
    return figure.quantity.kind is Kind.MONEY, figure.quantity.per == "month"
