"""What the tests of the core share: the shipped word lists, articles of a sentence or two, figures drawn as text."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

import pytest

from desktop.core.analysis import Analysis, analyse
from desktop.core.claims import Claim, read_claims
from desktop.core.figures import Figure, find_figures
from desktop.core.lexicon import Lexicon
from desktop.core.quantities import Exactness, Kind, Quantity
from desktop.core.text import Article
from desktop.files.lexicon import load


def _article(text: str, id: str = "A", published: str | None = None) -> Article:
    day = None if published is None else date.fromisoformat(published)
    return Article(id=id, title="", text=text, sha256=f"{len(text)}:{text}", published=day)


def _amount(value: Decimal | None) -> str:
    if value is None:
        return ""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _drawn(quantity: Quantity) -> str:
    """A quantity as text: "about money 1,250,000,000 USD/month", "vague count 100..1,000", "date 2029-05"."""
    parts = [] if quantity.exactness is Exactness.EXACT else [quantity.exactness.value]
    parts.append(quantity.kind.value)
    if quantity.kind in (Kind.DATE, Kind.TIME):
        return " ".join([*parts, quantity.iso or "?"])
    low, high = _amount(quantity.low), _amount(quantity.high)
    parts.append(low if low == high else f"{low}..{high}")
    measure = (quantity.unit or "") + (f"/{quantity.per}" if quantity.per else "")
    return " ".join([*parts, measure] if measure else parts)


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The shipped word lists."""
    return load()


@pytest.fixture(scope="session")
def article() -> Callable[..., Article]:
    """Makes an Article: `article(text, id="A", published=None)`, the day as "2026-05-20"."""
    return _article


@pytest.fixture(scope="session")
def drawn() -> Callable[[Quantity], str]:
    """Draws a Quantity as text."""
    return _drawn


@pytest.fixture(scope="session")
def figures(lexicon: Lexicon) -> Callable[..., tuple[Figure, ...]]:
    """Finds the figures of a text."""

    def found(text: str, published: str | None = None) -> tuple[Figure, ...]:
        return find_figures(_article(text, published=published), lexicon)

    return found


@pytest.fixture(scope="session")
def reads(figures: Callable[..., tuple[Figure, ...]]) -> Callable[..., list[str]]:
    """The figures of a text as text: ["money 15,000,000,000 USD/year", "date 2029-05"]."""

    def read(text: str, published: str | None = None) -> list[str]:
        return [_drawn(figure.quantity) for figure in figures(text, published)]

    return read


@pytest.fixture(scope="session")
def quotes(figures: Callable[..., tuple[Figure, ...]]) -> Callable[..., list[str]]:
    """The figures of a text as printed."""

    def quote(text: str) -> list[str]:
        return [figure.quote for figure in figures(text)]

    return quote


@pytest.fixture(scope="session")
def claims(lexicon: Lexicon) -> Callable[..., tuple[Claim, ...]]:
    """Reads the claims of a text."""

    def read(text: str, published: str | None = None) -> tuple[Claim, ...]:
        return read_claims(_article(text, published=published), lexicon)

    return read


@pytest.fixture(scope="session")
def analysed(lexicon: Lexicon) -> Callable[..., Analysis]:
    """Analyses texts as the articles A, B, C …; `published` gives their days, in order."""

    def analysis(*texts: str, published: Sequence[str | None] = ()) -> Analysis:
        days = (*published, *([None] * len(texts)))
        articles = [_article(text, id=chr(65 + place), published=days[place]) for place, text in enumerate(texts)]
        return analyse(articles, lexicon)

    return analysis
