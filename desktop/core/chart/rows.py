"""Knows payment schedules as rows and columns: the table beside a chart, and the file a spreadsheet reads."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from desktop.core import wording
from desktop.core.cells import comma_separated
from desktop.core.chart.amounts import short_range
from desktop.core.chart.directions import other_way, turned_round
from desktop.core.chart.drawing import Mode, year_name
from desktop.core.chart.months import Month, month_at, short_month
from desktop.core.chart.placing import horizon_of, placed, until
from desktop.core.chart.series import Chart, Series
from desktop.core.language import say
from desktop.core.timeline import AS_WRITTEN, Payment, YearTotal, by_year

MOST_YEARS = 30
"""How many columns of years a table has at most."""


@dataclass(frozen=True, slots=True)
class Table:
    """Headings and rows of words; each row is of the payment at its place."""

    headings: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def table(payments: Sequence[Payment], names: Mapping[str, str], mode: Mode) -> Table:
    """The schedules in words, their calendar years as columns in that mode. names: what to call each article."""
    if not payments:
        return Table()
    heads, middle = (_in_years if mode is Mode.YEARLY else _in_months)(payments)
    who = [
        other_way(wording.parties(payment)) if is_turned else wording.parties(payment)
        for payment, is_turned in zip(payments, turned_round(payments), strict=True)
    ]
    headings = (
        *(say("Source"), *heads, say("In all")),
        *([say("Who pays whom")] if any(who) else []),
        say("Supposed"),
    )
    rows = tuple(
        (
            _source(payment, names),
            *cells,
            _range(payment.total_low, payment.total_high, payment.currency),
            *([parties] if any(who) else []),
            _assumed(payment),
        )
        for payment, parties, cells in zip(payments, who, middle, strict=True)
    )
    return Table(headings, rows)


def _assumed(payment: Payment) -> str:
    told = [wording.assumption(slug) for slug in payment.assumed]
    return wording.clauses(told) if told else ""


def _source(payment: Payment, names: Mapping[str, str]) -> str:
    name = names.get(payment.article, "")
    return name if payment.reading == AS_WRITTEN else f"{name} ({say(payment.reading)})"


def _in_months(payments: Sequence[Payment]) -> tuple[list[str], list[list[str]]]:
    cells = [
        [
            _month(payment.start),
            _month(payment.end),
            short_range(payment.monthly_low, payment.monthly_high, payment.currency),
        ]
        for payment in payments
    ]
    return [say("From"), say("To"), say("Per month")], cells


def _in_years(payments: Sequence[Payment]) -> tuple[list[str], list[list[str]]]:
    schedules = placed(payments)
    horizon = horizon_of(schedules)
    is_dated = Chart(next((payment.start for payment in payments if payment.start), ""), ())
    sums: list[dict[int, YearTotal]] = [
        {year.year: year for year in by_year(one, until=until(one, horizon))} if one is not None else {}
        for one in schedules
    ]
    years = sorted({year for of_one in sums for year in of_one})[:MOST_YEARS]
    cells = [
        [short_range(one[year].low, one[year].high, payment.currency) if year in one else "–" for year in years]
        for payment, one in zip(payments, sums, strict=True)
    ]
    return [year_name(is_dated, year) for year in years], cells


def _month(month: Month | None) -> str:
    return short_month(month) if month is not None else say("not stated")


def _range(low: Decimal | None, high: Decimal | None, currency: str) -> str:
    return say("open") if low is None or high is None else short_range(low, high, currency)


def csv_text(chart: Chart, mode: Mode) -> str:
    """The curves of a chart as comma-separated values: a row for each month or year, two columns for each source.

    Amounts are plain numbers in the currency of the heading. What a spreadsheet would take for a formula is set off
    by an apostrophe.
    """
    heads = [say("Year") if mode is Mode.YEARLY else say("Month")]
    taken: Counter[str] = Counter()
    for series in chart.series:
        name = _column(series)
        taken[name] += 1
        name = f"{name} ({taken[name]})" if taken[name] > 1 else name
        heads += [say("{name}, low", name=name), say("{name}, high", name=name)]
    rows = _year_cells(chart) if mode is Mode.YEARLY else _month_cells(chart, mode)
    return comma_separated((heads, *rows))


def _column(series: Series) -> str:
    who = " / ".join(dict.fromkeys(filter(None, map(wording.parties, series.payments))))
    return ", ".join(filter(None, (series.whole_label, who, series.currency)))


def _month_cells(chart: Chart, mode: Mode) -> Iterable[list[str]]:
    by_x = [{step.x: step for step in series.steps} for series in chart.series]
    for x in range(chart.width):
        row = [month_at(chart.reference, x) if chart.reference else say("month {number}", number=x + 1)]
        for steps in by_x:
            step = steps.get(x)
            if step is None:
                row += ["", ""]
            elif mode is Mode.CUMULATIVE:
                row += [_plain(step.total_low), _plain(step.total_high)]
            else:
                row += [_plain(step.low), _plain(step.high)]
        yield row


def _year_cells(chart: Chart) -> Iterable[list[str]]:
    by_number = [{year.number: year for year in series.years} for series in chart.series]
    for number in sorted({number for years in by_number for number in years}):
        row = [year_name(chart, number)]
        for years in by_number:
            row += [_plain(years[number].low), _plain(years[number].high)] if number in years else ["", ""]
        yield row


def _plain(amount: float) -> str:
    """An amount to the hundredth, without signs that a spreadsheet would have to know."""
    return f"{amount:.2f}".rstrip("0").rstrip(".")
