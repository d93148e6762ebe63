"""Reports for tests: a rich one written by hand, one that finds no disagreement, and one as large as is asked for."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from hashlib import sha256

from desktop.core.agreement import Status
from desktop.core.chart import Mode, Palette, chart, draw, svg, table
from desktop.core.report.labels import labels
from desktop.core.report.told import Item, Single, Voice
from desktop.core.report.values import (
    Asked,
    Count,
    Draft,
    FullText,
    Outlier,
    Picture,
    Question,
    Report,
    Source,
    Timeline,
    Version,
)
from desktop.core.timeline import Payment
from tests.report_items import INTERNAL, NOTE, RULING, SUMS, filed, passage, plain, rate, sites
from tests.report_texts import FEED, LEDGER, WIRE, figures, pairs, pieces

_PALETTE = Palette(
    "#ffffff",
    "#1b1f24",
    "#57606a",
    "#cfd4da",
    ("#0072b2", "#b84f00", "#007a58", "#a3477f", "#806500", "#3a3f47", "#6a4bc4"),
)
_SUMS = {letter: sha256(letter.encode()).hexdigest() for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}


def source(letter: str, name: str, title: str, **more: object) -> Source:
    """A source with an outlet and a fixed hash."""
    known = Source(
        letter=letter,
        name=name,
        title=title,
        outlet=name,
        published=date(2026, 5, 22),
        published_words="22 May 2026",
        file=f"{name.lower().replace(' ', '-')}.txt",
        address=f"https://www.example.org/{name.lower().replace(' ', '-')}/2026/05/22/the-deal",
        sha256=_SUMS[letter[0]],
        imported="21 November 2026, 20:36 UTC",
        figures=12,
    )
    return replace(known, **more)  # type: ignore[arg-type]


def _payment(article: str, monthly: str, **more: object) -> Payment:
    amount = Decimal(monthly)
    plain = Payment(
        article=article,
        payer=None,
        payee=None,
        monthly_low=amount,
        monthly_high=amount,
        currency="USD",
        start="2026-05",
        end="2029-05",
        ramp=("2026-05", "2026-06"),
        total_low=amount * 35,
        total_high=amount * 37,
        reading="as written",
        figures=(),
    )
    return replace(plain, **more)  # type: ignore[arg-type]


@cache
def _timeline() -> Timeline:
    payments = (_payment("b", "1250000000"), _payment("c", "12500000000"), _payment("a", "104166667"))
    names = {"a": "A Harbor Ledger", "b": "B Quillmark Wire", "c": "C Sparkfeed"}
    drawn = chart(payments, names)
    pictures = []
    for mode, title in ((Mode.MONTHLY, "Payments per month"), (Mode.CUMULATIVE, "Payments added up")):
        drawing = draw(drawn, mode, logarithmic=mode is Mode.MONTHLY)
        told = "; ".join(curve.text for curve in drawing.curves)
        picture = svg(
            drawing,
            _PALETTE,
            width=960,
            height=480,
            below=("A Harbor Ledger, B Quillmark Wire, C Sparkfeed",),
            name=f"chart-{mode.value}",
        )
        pictures.append(Picture(title, picture, f"{title}: {told}.", 960, 480))
    rows = table(payments, names, Mode.MONTHLY)
    return Timeline(
        tuple(pictures), rows.headings, rows.rows, ("The size of the reduction in May 2026 is not stated.",)
    )


def rich_report() -> Report:
    """A report of three sources that has something in every part."""
    return Report(
        title="Compute deal",
        language="en",
        labels=labels(),
        version="0.4.0",
        sources=(
            source("A", "Harbor Ledger", "A $1.25 Billion-a-Year Bet on Somebody Else's Machines"),
            source(
                "B",
                "Quillmark Wire",
                "Anthropic to pay SpaceX $1.25 billion per month for computing, IPO papers show",
                earlier=(Version(_SUMS["Z"], "20 November 2026, 09:00 UTC"),),
            ),
            source(
                "C",
                "Sparkfeed",
                "🛰️ SpaceX’s $150B Second Act: Inside the Anthropic Contract",
                address="",
                published=None,
                published_words="",
                imported="",
                notice="Specimen written for Crossread; contains deliberate errors.",
            ),
        ),
        as_of="22 November 2026, 08:10 UTC",
        as_of_iso="2026-11-22T08:10:00+00:00",
        finding=(
            "The articles contradict each other on 3 topics.",
            "On the payment rate, Anthropic to SpaceX, A is 12 times lower than B, and C 10 times higher.",
            "A figure in C does not follow from its own numbers.",
        ),
        counts=(
            Count(Status.CONFLICT, 3, "conflict"),
            Count(Status.APPROX, 1, "close"),
            Count(Status.EQUIVALENT, 1, "equivalent"),
            Count(Status.AGREE, 1, "agree"),
            Count(None, 2, "only in one"),
        ),
        outliers=(
            Outlier(
                "A", "Harbor Ledger", "payment rate, Anthropic to SpaceX", "“$1.25 billion annual”", "12 times less", 1
            ),
            Outlier(
                "C", "Sparkfeed", "payment rate, Anthropic to SpaceX", "“$12.5 billion per month”", "10 times more", 1
            ),
            Outlier(
                "", "Quillmark Wire and Sparkfeed", "number of sites", "“two sites” or three", "A factor of 1.5.", 2
            ),
            Outlier("C", "Sparkfeed", "its own arithmetic", "“over 80%”", "150/18.7 - 1 = 7.02.", 8),
        ),
        more_outliers="And 4 more, told at their topics.",
        editor="Tomasz Hale",
        review=("2 of 3 disagreements are ruled on.", "On one, editors decided differently."),
        rulings=(
            RULING,
            replace(RULING, number=3, topic="date of the filing", words="Both are wrong", is_contested=True),
        ),
        disagreements=(rate(), sites(), filed()),
        internal=(INTERNAL,),
        sums=SUMS,
        close=(plain(5, Status.APPROX, "close", "SpaceX's revenue", "around $18 billion", "$18.7 billion"),),
        equivalent=(
            plain(6, Status.EQUIVALENT, "equivalent", "rent", "$1.25 billion per month", "$15 billion a year"),
        ),
        agreeing=(plain(7, Status.AGREE, "agree", "end of the term", "May 2029", "May 2029"),),
        singles=(
            Single("B", "notice period", ("90 days",), 7),
            Single("C", "year of the projection", ("2025", "this year"), 0),
        ),
        by_editor=("Ines Duarte read “$15 annual” as $15 billion per year (21 November 2026, 20:41 UTC).",),
        other_notes=(replace(NOTE, on="the comparison", state="its place was lost", tags=(), source=""),),
        timeline=_timeline(),
        questions=(
            Asked("Harbor Ledger", (Question("Your article gives $1.25 billion per year; on what is that based?", 1),)),
            Asked("Anthropic, SpaceX", (Question("How much is paid each month, and until when?", 1),)),
        ),
        drafts=(
            Draft(
                "A",
                "Harbor Ledger",
                ("An earlier version gave the payments as $1.25 billion per year. They are $1.25 billion per month.",),
                (1,),
            ),
        ),
        method=(
            "Figures are read together with their currency, period, direction and date.",
            "Only figures that speak of the same thing are compared.",
            "A hedged figure covers 5 % either way; a rounded one half its last digit.",
        ),
        texts=(FullText("A", pieces(LEDGER)), FullText("B", pieces(WIRE)), FullText("C", pieces(FEED))),
        figures=figures(),
        pairs=pairs(),
    )


def calm_report() -> Report:
    """A report of two articles that do not contradict each other in anything."""
    rich = rich_report()
    return Report(
        title="Two articles of one mind",
        language="en",
        labels=rich.labels,
        version=rich.version,
        sources=rich.sources[:2],
        finding=("The articles do not contradict each other.",),
        counts=(Count(Status.CONFLICT, 0, "conflict"), Count(Status.AGREE, 1, "agree")),
        agreeing=tuple(replace(item, number=1) for item in rich.agreeing),
        method=rich.method,
    )


def large_report(disagreements: int = 200, sources: int = 2) -> Report:
    """A report with that many disagreements, each between all of that many sources (26 at most)."""
    rich = rich_report()
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[:sources]
    items = tuple(
        Item(
            number,
            Status.CONFLICT,
            "conflict",
            f"payment rate of contract {number}",
            f"No two articles agree on contract {number}.",
            tuple(
                Voice(
                    letter,
                    (f"${number}.{place} billion a year",),
                    f"${number}.{place} billion per year",
                    f"{place} times more" if place else "",
                    place > 0,
                    (
                        passage(
                            letter,
                            f"In contract {number}, which runs for as long as both sides wish, the buyer has agreed to"
                            f" pay {{conflict*|${number}.{place} billion a year}} for the use of the halls.",
                            number + place,
                        ),
                    ),
                )
                for place, letter in enumerate(letters)
            ),
            (f"${number}.1 billion is more than ${number}.0 billion.",),
            slips=("One of them seems to have moved the decimal point by one place.",),
        )
        for number in range(1, disagreements + 1)
    )
    return replace(
        rich,
        sources=tuple(
            source(letter, f"Outlet {letter}", f"What {letter} writes of the contracts") for letter in letters
        ),
        counts=(Count(Status.CONFLICT, disagreements, "conflict"),),
        outliers=(),
        more_outliers="",
        rulings=(),
        disagreements=items,
        internal=(),
        sums=(),
        close=(),
        equivalent=(),
        agreeing=(),
        singles=(),
        drafts=(),
        questions=(),
        other_notes=(),
        timeline=None,
        texts=(),
        figures=(),
        pairs=(),
    )
