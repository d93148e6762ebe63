"""Hand-made values for the window's tests: three articles on one rent, and what follows from them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.core.agreement import Basis, Comparison, Diagnosis, Pair, Standing, Status, Verdict
from desktop.core.analysis import Analysis
from desktop.core.claims import Claim
from desktop.core.figures import Figure
from desktop.core.progress import reached
from desktop.core.quantities import Kind, Quantity
from desktop.core.text import Article, Span
from desktop.core.timeline import Payment
from desktop.core.topics import Topic
from desktop.core.workspace import Workspace
from desktop.shell.main_window import MainWindow
from desktop.shell.selection import Selection
from desktop.shell.session import Session
from desktop.shell.theme import Appearance
from desktop.shell.views.compare_view import CompareView
from desktop.shell.views.message_bar import MessageBar

LEDGER = Article(
    "ledger",
    "🚢 The rent",
    "🚢 The rent\nHarbour pays Pier $12 a year. It lasts until May 2029 and has 3 gates.\r\nNothing more.",
    "a" * 64,
    outlet="Ledger",
    published=date(2026, 5, 22),
    notice="Specimen, contains deliberate errors",
)
WIRE = Article(
    "wire", "Rent", "Harbour pays Pier $12 a month, about $144 yearly, until May 2029.", "b" * 64, outlet="Wire"
)
SPARK = Article("spark", "Boom", "Harbour pays Pier $120 a month until 2029.", "c" * 64, source="dir/spark.txt")


def money(amount: int, per: str) -> Quantity:
    """Dollars in a period."""
    return Quantity(Kind.MONEY, Decimal(amount), Decimal(amount), "USD", per)


def claim(article: Article, quote: str, quantity: Quantity, attribute: str | None = None) -> Claim:
    """The claim made by that quote, its sentence the whole text."""
    start = article.text.index(quote)
    span = Span(start, start + len(quote))
    return Claim(Figure(article.id, span, quote, quantity, span), Span(0, len(article.text)), attribute=attribute)


@dataclass(frozen=True)
class Rent:
    """The claims by name, and the analysis they make."""

    yearly: Claim = claim(LEDGER, "$12 a year", money(12, "year"), "payment")
    term: Claim = claim(LEDGER, "May 2029", Quantity(Kind.DATE, iso="2029-05"), "end_date")
    gates: Claim = claim(LEDGER, "3", Quantity(Kind.COUNT, Decimal(3), Decimal(3), "gate"))
    monthly: Claim = claim(WIRE, "$12 a month", money(12, "month"), "payment")
    repeated: Claim = claim(WIRE, "$144 yearly", money(144, "year"), "payment")
    term_too: Claim = claim(WIRE, "May 2029", Quantity(Kind.DATE, iso="2029-05"), "end_date")
    tenfold: Claim = claim(SPARK, "$120 a month", money(120, "month"), "payment")
    analysis: Analysis = field(init=False)

    def __post_init__(self) -> None:
        rent = Topic(Kind.MONEY, "payment", payer="Harbour", payee="Pier")
        end = Topic(Kind.DATE, "end_date")
        pairs = (
            conflict(self.yearly, self.monthly, rent, Diagnosis.PERIOD, 12),
            conflict(self.yearly, self.tenfold, rent, Diagnosis.PERIOD, 120),
            conflict(self.monthly, self.tenfold, rent, Diagnosis.SCALE_X10, 10),
        )
        comparisons = (
            Comparison(
                rent,
                (self.yearly, self.monthly, self.repeated, self.tenfold),
                pairs,
                (),
                Verdict(Standing.DISPUTED, 1, 1, ("spark",)),
            ),
            Comparison(
                end,
                (self.term, self.term_too),
                (Pair(self.term, self.term_too, end, Status.AGREE),),
                (),
                Verdict(Standing.CORROBORATED, 2, 2),
            ),
        )
        claims = (self.yearly, self.term, self.gates, self.monthly, self.repeated, self.term_too, self.tenfold)
        payments = (
            payment("ledger", 1, self.yearly),
            payment("wire", 12, self.monthly, ramp=("2026-05", "2026-06")),
            payment("spark", 120, self.tenfold),
        )
        object.__setattr__(self, "analysis", Analysis((LEDGER, WIRE, SPARK), claims, comparisons, (), payments))


def conflict(a: Claim, b: Claim, topic: Topic, diagnosis: Diagnosis, ratio: int) -> Pair:
    """Two claims that contradict each other."""
    low, high = Decimal(12), Decimal(12 * ratio)
    return Pair(a, b, topic, Status.CONFLICT, Basis.PERIOD, (diagnosis,), Decimal(ratio), low, high, "USD", "year")


def payment(article: str, monthly: int, by: Claim, ramp: tuple[str, str] | None = None) -> Payment:
    """A schedule of three years."""
    amount = Decimal(monthly)
    return Payment(
        article=article,
        payer="Harbour",
        payee="Pier",
        monthly_low=amount,
        monthly_high=amount,
        currency="USD",
        start="2026-05",
        end="2029-05",
        ramp=ramp,
        total_low=amount * 35,
        total_high=amount * 37,
        reading="as written",
        figures=(by.figure,),
        assumed=("flat",),
    )


class FakeJobs(QObject):
    """Jobs that wait until the test lets them answer."""

    ended = Signal(int, object, object)

    def __init__(self) -> None:
        super().__init__()
        self.waiting: dict[int, Callable[[], object]] = {}
        self._count = 0

    def run(self, _name: str, call: Callable[[], object]) -> int:
        """Notes the call and returns its number."""
        self._count += 1
        self.waiting[self._count] = call
        return self._count

    def answer(self, number: int | None = None) -> None:
        """Answers one call, or all in turn."""
        for each in [number] if number is not None else list(self.waiting):
            self.ended.emit(each, self.waiting.pop(each)(), None)

    def fail(self, number: int) -> None:
        """Tells the error of a call that ends with one."""
        try:
            self.waiting.pop(number)()
        except Exception as error:
            self.ended.emit(number, None, error)


@pytest.fixture(scope="session")
def rent() -> Rent:
    """The hand-made case."""
    return Rent()


@pytest.fixture(scope="session")
def appearance(qapp) -> Appearance:
    """The light theme, with the bundled fonts."""
    return Appearance(qapp, "light")


@pytest.fixture
def jobs(qapp) -> FakeJobs:
    """Jobs that the test answers."""
    return FakeJobs()


@pytest.fixture
def empty_session(jobs, rent) -> Session:
    """A session without articles, whose engine knows the answer of the hand-made case."""

    def analyse(articles: tuple[Article, ...], _corrections: object, _links: object, _before: Analysis) -> Analysis:
        ids = {article.id for article in articles}
        whole = rent.analysis
        kept = tuple(claim for claim in whole.claims if claim.article in ids)
        reached(1)
        if ids >= {"ledger", "wire", "spark"}:
            return whole
        return Analysis(articles, kept)

    return Session(jobs, analyse)


@pytest.fixture
def session(empty_session, jobs) -> Session:
    """A session with the three articles, analysed."""
    empty_session.begin(Workspace("Rent", (LEDGER, WIRE, SPARK)))
    jobs.answer()
    return empty_session


@pytest.fixture
def selection(session) -> Selection:
    """A selection that is kept as the window keeps it."""
    chosen = Selection()
    session.analysis_changed.connect(lambda analysis: chosen.keep(analysis.figures))
    return chosen


@pytest.fixture
def compare_view(qtbot, session, selection, appearance) -> CompareView:
    """The two panes on the three articles."""
    shown = CompareView(session, selection, appearance)
    qtbot.addWidget(shown)
    shown.resize(1000, 400)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


@pytest.fixture
def window(qtbot, session, appearance) -> MainWindow:
    """The whole window on the three articles."""
    shown = MainWindow(appearance)
    qtbot.addWidget(shown)
    shown.resize(1280, 800)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.fill(session, Selection())
    shown.complete()
    with qtbot.waitActive(shown):
        shown.activateWindow()
    return shown


@pytest.fixture
def owner(qtbot) -> QWidget:
    """A window for dialogs to belong to."""
    shown = QWidget()
    qtbot.addWidget(shown)
    return shown


@pytest.fixture
def messages(qtbot) -> MessageBar:
    """The message bar of a window."""
    bar = MessageBar()
    qtbot.addWidget(bar)
    return bar
