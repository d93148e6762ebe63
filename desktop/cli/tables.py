"""Knows how an Analysis is laid out as tables in a terminal, whatever that terminal can show."""

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TextIO

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from desktop.core import reasons, wording
from desktop.core.agreement import SEVERITY, Comparison, Pair, Status
from desktop.core.analysis import Analysis
from desktop.core.checks import CheckVerdict
from desktop.core.figures import Figure
from desktop.core.quantities import Quantity
from desktop.core.text import Article, letters_of, names_of
from desktop.core.timeline import Payment, by_year
from desktop.files.errors import printable

Cell = str | list[tuple[str, str]]
"""What stands in a table's cell: words, or a list of marks with the words that hang beside each."""

SIGNS: Mapping[Status, str] = {Status.CONFLICT: "▲", Status.APPROX: "≈", Status.EQUIVALENT: "≡", Status.AGREE: "✓"}

_CHECK_WORDS: Mapping[CheckVerdict, str] = {
    CheckVerdict.WRONG: "▲ wrong",
    CheckVerdict.LOOSE: "≈ loose",
    CheckVerdict.OK: "✓ holds",
}
_COLOURS: Mapping[str, str] = {"▲": "bold red", "≈": "yellow", "≡": "cyan", "✓": "green"}

# For terminals that know only ASCII, or a code page without these.
_ASCII = str.maketrans(
    {
        **{
            "▲": "!",
            "≈": "~",
            "≡": "=",
            "✓": "+",
            "→": "->",
            "×": "x",
            "÷": "/",
            "±": "+-",
            "…": "...",
            "•": "-",
            "\u00a0": " ",
        },
        **dict.fromkeys("–—−‑", "-"),
        **dict.fromkeys("‘’", "'"),
        **dict.fromkeys("“”", '"'),
        **{"€": "EUR ", "£": "GBP ", "¥": "JPY "},
    }
)

# How the columns share what width there is; the others are as wide as their words.
_SHARES = {
    **{"Topic": 3, "What they say": 4, "What it says": 4, "Why": 6},
    **{"Computed": 3, "Payment": 5, "A month": 3, "In all": 3, "Assumed": 5, "Figure": 5, "Value": 5},
}

_MOST_SAYINGS = 3
_MOST_REASONS = 3
_MOST_YEARS = 6


def print_comparison(analysis: Analysis, out: TextIO) -> None:
    """What the articles say of the same things, of themselves, and a summary."""
    page = _Page(out)
    letter = letters_of(analysis.articles)
    names = names_of(analysis.articles)
    for article in analysis.articles:
        _print_head(page, article, letter[article.id])
    for article in analysis.articles:
        if not analysis.claims_of(article.id):
            page.line(_none_in(article))
    between = [comparison for comparison in analysis.comparisons if comparison.pairs]
    if not between and len(analysis.articles) > 1:
        page.line("No figures that speak of the same thing were found.")
    page.table(
        "Between the articles",
        ("", "Topic", "What they say", "Why"),
        [
            (
                _signed(_worst(comparison.pairs)),
                wording.topic(comparison.topic),
                _said(comparison, letter),
                _reasons(comparison, analysis, names),
            )
            for comparison in between
        ],
    )
    page.table(
        "Inside one article",
        ("", "Topic", "What it says", "Why"),
        [
            (
                _signed(pair.status),
                wording.topic(pair.topic),
                [(letter[pair.a.article], wording.says(pair.a)), ("", wording.says(pair.b))],
                _why(pair, analysis, names),
            )
            for pair in analysis.internal
        ],
    )
    page.table(
        "Arithmetic",
        ("", "Article", "Computed", "Why"),
        [
            (_CHECK_WORDS[check.verdict], letter[check.article], check.computation, wording.check(check))
            for check in analysis.checks
        ],
    )
    page.table(
        "Payments",
        ("Article", "Payment", "A month", "In all", "Assumed"),
        [(letter[payment.article], *_payment_cells(payment)) for payment in analysis.payments],
    )
    page.line(summary(analysis))


def print_figures(article: Article, figures: Sequence[Figure], out: TextIO) -> None:
    """Every figure of one article, in the order of its text."""
    page = _Page(out)
    _print_head(page, article)
    rows = []
    line, reached = 1, 0
    for figure in figures:
        line += article.text.count("\n", reached, figure.span.start)
        reached = figure.span.start
        quantity = figure.quantity
        rows.append((str(line), figure.quote, quantity.kind.value, _value(quantity), quantity.exactness.value))
    page.table("Figures", ("Line", "Figure", "Kind", "Value", "Exactness"), rows)
    page.line(f"{_many(len(figures), 'figure')}." if figures else _none_in(article))


def summary(analysis: Analysis) -> str:
    """How much was found and how it stands, in one sentence."""
    found = Counter(max((p.status for p in c.pairs), key=SEVERITY.__getitem__) for c in analysis.comparisons if c.pairs)
    counts = ", ".join(
        f"{SIGNS[status]} {_many(found[status], *words)}"
        for status, words in (
            (Status.CONFLICT, ("conflict", "conflicts")),
            (Status.APPROX, ("close", "close")),
            (Status.EQUIVALENT, ("equivalent", "equivalent")),
            (Status.AGREE, ("agrees", "agree")),
        )
    )
    wrong = sum(check.verdict is CheckVerdict.WRONG for check in analysis.checks)
    return (
        f"{_many(len(analysis.articles), 'article')}, {_many(len(set(analysis.figures)), 'figure')}. "
        f"Topics in two articles or more: {counts}. "
        f"{_many(len(analysis.internal), 'contradiction')} inside one article. "
        f"{_many(wrong, 'calculation')} wrong."
    )


class _Terminal(Console):
    """rich would end the program itself when nobody reads any more; that is for the one who started it to say."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


class _Page:
    """Lines and tables on one stream, in no more than the characters that it can show."""

    def __init__(self, out: TextIO) -> None:
        # Article text may hold anything that rich would take for markup, emoji codes or numbers to colour.
        self._console = _Terminal(file=out, markup=False, emoji=False, highlight=False)
        self._encoding = (getattr(out, "encoding", None) or "ascii").lower()

    def line(self, words: str, style: str = "") -> None:
        self._console.print(self._text(words, style))

    def table(self, title: str, headings: tuple[str, ...], rows: Sequence[tuple[str, *tuple[Cell, ...]]]) -> None:
        """A titled table; nothing at all where there are no rows."""
        if not rows:
            return
        self._console.print()
        self._console.print(Text(title, style="bold"))
        table = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, leading=1, header_style="bold")
        for heading in headings:
            share = _SHARES.get(heading)
            table.add_column(heading, no_wrap=share is None, ratio=share, overflow="fold")
        for first, *others in rows:
            table.add_row(self._text(first, _COLOURS.get(first[:1], "")), *map(self._cell, others))
        self._console.print(table)

    def _cell(self, cell: Cell) -> Text | Table:
        if isinstance(cell, str):
            return self._text(cell)
        hanging = Table.grid(padding=(0, 1))
        for mark, words in cell:
            hanging.add_row(self._text(mark), self._text(words))
        return hanging

    def _text(self, words: str, style: str = "") -> Text:
        shown = "\n".join(map(_without_controls, words.split("\n")))
        if not self._encoding.startswith("utf"):
            shown = shown.translate(_ASCII).encode(self._encoding, "replace").decode(self._encoding)
        return Text(shown, style=style)


def _without_controls(line: str) -> str:
    """The line without control characters, direction marks and broken code points, which would act on a terminal."""
    return line if line.isprintable() else "".join(character if character.isprintable() else " " for character in line)


def _print_head(page: _Page, article: Article, letter: str = "") -> None:
    day = f", {article.published.isoformat()}" if article.published else ""
    page.line(f"{letter}  {article.name}{day}: {article.title}".strip())
    if article.notice:
        page.line(f"({article.notice})", style="dim")


def _none_in(article: Article) -> str:
    return f"No figures were found in {printable(article.source)}."


def _worst(pairs: tuple[Pair, ...]) -> Status:
    return max((pair.status for pair in pairs), key=SEVERITY.__getitem__)


def _signed(status: Status) -> str:
    return f"{SIGNS[status]} {wording.status(status)}"


def _said(comparison: Comparison, letter: Mapping[str, str]) -> list[tuple[str, str]]:
    """What each article says of the topic, each different reading with its letter once."""
    rows = []
    for article, mark in letter.items():
        said = list(dict.fromkeys(wording.says(claim) for claim in comparison.claims if claim.article == article))
        shown = said[:_MOST_SAYINGS]
        if len(said) > len(shown):
            shown[-1] += f" (and {len(said) - len(shown)} more)"
        rows += [("" if place else mark, words) for place, words in enumerate(shown)]
    return rows


def _why(pair: Pair, analysis: Analysis, names: Mapping[str, str]) -> Cell:
    """Why a pair stands as it does, and what it should probably be read as."""
    readings = [reasons.suggestion(reading, names) for reading in analysis.readings_of(pair)]
    why = wording.why(pair, names)
    return [("•", why), *(("→", reading) for reading in readings)] if readings else why


def _suggested(comparison: Comparison, analysis: Analysis, names: Mapping[str, str]) -> list[tuple[str, str]]:
    """What the articles should probably be read as: of each article and slip the reading that explains most pairs."""
    own = [*comparison.pairs, *comparison.internal]
    readings = [reading for reading in analysis.readings if any(reading.explains(pair) for pair in own)]
    telling = sorted(readings, key=lambda reading: -len(reading.pairs))
    best = {(reading.article, reading.slips): id(reading) for reading in reversed(telling)}
    return [("→", reasons.suggestion(reading, names)) for reading in readings if id(reading) in best.values()]


def _reasons(comparison: Comparison, analysis: Analysis, names: Mapping[str, str]) -> Cell:
    """Why the pairs stand as they do: the worst of each two articles; over all first, where there are more than two."""
    worst: dict[frozenset[str], Pair] = {}
    for pair in sorted(comparison.pairs, key=lambda pair: -SEVERITY[pair.status]):
        worst.setdefault(frozenset((pair.a.article, pair.b.article)), pair)
    status = _worst(comparison.pairs)
    told = list(dict.fromkeys(wording.why(pair, names) for pair in worst.values() if pair.status is status))
    shown = told[:_MOST_REASONS]
    if len(told) > len(shown):
        shown.append(f"And {_many(len(told) - len(shown), 'more pair')} of this kind.")
    if len(names) > 2:
        shown.insert(0, wording.verdict(comparison, names))
    suggested = _suggested(comparison, analysis, names)
    return shown[0] if len(shown) == 1 and not suggested else [*(("•", reason) for reason in shown), *suggested]


def _value(quantity: Quantity) -> str:
    """The normalised amount, as 1,250,000,000 USD per year."""
    if quantity.iso is not None:
        return quantity.iso
    if quantity.low is None and quantity.high is None:
        return ""
    low, high = ("…" if bound is None else f"{bound.normalize():,f}" for bound in (quantity.low, quantity.high))
    amount = low if quantity.value is not None else f"{low} – {high}"
    return " ".join(filter(None, (amount, quantity.unit, quantity.per and f"per {quantity.per}")))


def _payment_cells(payment: Payment) -> tuple[str, str, str, str]:
    term = f"{payment.start or '…'} – {payment.end or '…'}" if payment.start or payment.end else ""
    if payment.term is not None and not (payment.start and payment.end):
        term = f"{_many(payment.term, 'month')}"
    years = [f"{one.year}: {_money(one.low, one.high, '').strip()}" for one in by_year(payment)]
    shown = years if len(years) <= _MOST_YEARS else []
    return (
        "\n".join(filter(None, (wording.parties(payment), term, payment.reading))),
        _money(payment.monthly_low, payment.monthly_high, payment.currency),
        "\n".join((_money(payment.total_low, payment.total_high, payment.currency), *shown)),
        "; ".join(map(wording.assumption, payment.assumed)) or "nothing",
    )


def _money(low: Decimal | None, high: Decimal | None, currency: str) -> str:
    if low is None or high is None:
        return "open"
    bounds = dict.fromkeys((_short(low), _short(high)))
    return f"{' – '.join(bounds)} {currency}"


def _short(amount: Decimal) -> str:
    for size, word in ((10**12, " trillion"), (10**9, " billion"), (10**6, " million")):
        if amount >= size:
            return f"{float(amount / size):.4g}{word}"
    if amount >= 100:
        return f"{round(amount):,}"
    return f"{amount:.2f}".rstrip("0").rstrip(".")


def _many(number: int, one: str, more: str = "") -> str:
    return f"{number} {one if number == 1 else more or one + 's'}"
