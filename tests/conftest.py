"""What all tests share: no display is needed, and the outside gold is used where it lies beside the checkout."""

import os
from decimal import Decimal
from pathlib import Path

import pytest

from desktop.core.agreement import Basis, Comparison, Diagnosis, Pair, Standing, Status, Verdict
from desktop.core.analysis import Analysis
from desktop.core.checks import Check, CheckVerdict
from desktop.core.claims import Claim
from desktop.core.figures import Figure
from desktop.core.quantities import Exactness, Kind, Quantity
from desktop.core.text import Article, Span
from desktop.core.timeline import Payment
from desktop.core.topics import Topic

os.environ["QT_QPA_PLATFORM"] = "offscreen"

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The top folder of the source tree."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the hand-annotated gold, named by CROSSREAD_SHARED, else `shared` beside the checkout."""
    folder = Path(os.environ.get("CROSSREAD_SHARED") or ROOT.parent / "shared").resolve()
    if not (folder / "gold" / "score.py").is_file():
        pytest.skip(f"needs the hand-annotated gold, which is not part of the source: no gold/score.py in {folder}")
    return folder


@pytest.fixture
def deal() -> Analysis:
    """Two short articles on one rent, analysed by hand: a yearly slip, a contradiction, a loose sum."""
    first = Article("x1", "Rent", "Harbour pays Pier $12 a month. 🚢 Up to 3 or 4 days.", "a" * 64, outlet="Ledger")
    second = Article(
        "x2", "Rent", "Harbour pays Pier $12 a year until May 2029; “nine-figure”.", "b" * 64, source="b.txt"
    )

    def claim(article: Article, quote: str, quantity: Quantity) -> Claim:
        span = Span(start := article.text.index(quote), start + len(quote))
        return Claim(Figure(article.id, span, quote, quantity, core=span), Span(0, len(article.text)))

    twelve = Decimal(12)
    monthly = claim(first, "$12 a month", Quantity(Kind.MONEY, twelve, twelve, "USD", "month"))
    days = claim(first, "3 or 4 days", Quantity(Kind.DURATION, Decimal(3), Decimal("4.5"), "day"))
    yearly = claim(second, "$12 a year", Quantity(Kind.MONEY, twelve, twelve, "USD", "year"))
    until = claim(second, "May 2029", Quantity(Kind.DATE, iso="2029-05"))
    vague = claim(
        second, "nine-figure", Quantity(Kind.MONEY, Decimal(10**8), Decimal(10**9), "USD", exactness=Exactness.VAGUE)
    )
    topic = Topic(Kind.MONEY, "payment", payer="Harbour", payee="Pier")
    between = Pair(
        monthly,
        yearly,
        topic,
        Status.CONFLICT,
        Basis.PERIOD,
        (Diagnosis.PERIOD,),
        twelve,
        Decimal(144),
        twelve,
        "USD",
        "year",
    )
    inside = Pair(
        yearly, vague, topic, Status.CONFLICT, diagnoses=(Diagnosis.VALUE,), common_a=twelve, common_b=Decimal(10**8)
    )
    check = Check(
        article="x1",
        span=monthly.figure.span,
        verdict=CheckVerdict.LOOSE,
        claimed=monthly.figure,
        terms=(days.figure,),
        computation="3 * 4 = 12",
        rule="product",
        stated="12",
        actual="12",
    )
    payment = Payment(
        article="x2",
        payer="Harbour",
        payee="Pier",
        monthly_low=Decimal(1),
        monthly_high=Decimal("1.5"),
        currency="USD",
        start=None,
        end="2029-05",
        ramp=None,
        total_low=None,
        total_high=None,
        reading="as written",
        figures=(until.figure, yearly.figure),
    )
    verdict = Verdict(Standing.DISPUTED, agreeing=1, independent=1)
    return Analysis(
        articles=(first, second),
        claims=(monthly, days, yearly, until, vague),
        comparisons=(Comparison(topic, (monthly, yearly, vague), (between,), (inside,), verdict),),
        checks=(check,),
        payments=(payment,),
    )
