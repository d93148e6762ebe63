"""Workspaces for tests: any that can be, and one that is as large as an editor's largest."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from desktop.core import annotations, corrections, links, rulings
from desktop.core.agreement import Status
from desktop.core.anchors import Anchor, anchor_at
from desktop.core.annotations import Annotation, Reply
from desktop.core.corrections import Correction
from desktop.core.links import Link
from desktop.core.quantities import Exactness, Kind, Quantity
from desktop.core.rulings import Decision, Ruling
from desktop.core.text import Article, Span
from desktop.core.workspace import Workspace

AWKWARD = ("", "\0", "a\0b", "\ud800", "\ud83d\ude00", "😀", "\r\n", "\ufeff", "é", "e\u0301", '"', "\\ud800", "\u2028")

TEXTS = st.sampled_from(AWKWARD) | st.text(st.characters(), max_size=12)
TIMES = st.sampled_from(["", "2026-11-21T20:36:00.000+00:00", "2026-11-21T20:36:00.001+00:00"]) | TEXTS
NAMES = st.sampled_from(["", "Ann", "Bob"]) | TEXTS
DECIMALS = st.none() | st.decimals(allow_nan=False) | st.sampled_from([Decimal("1.50"), Decimal("1E+8"), Decimal("-0")])
SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 9), st.integers(1, 2**40))
ANCHORS = st.builds(Anchor, st.sampled_from(["x", "y"]) | TEXTS, SPANS, TEXTS, TEXTS, TEXTS, st.booleans())


def _quantity(kind, low, high, **rest):
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Quantity(kind, low, high, **rest)


QUANTITIES = st.builds(
    _quantity,
    st.sampled_from(Kind),
    DECIMALS,
    DECIMALS,
    unit=st.none() | TEXTS,
    per=st.none() | TEXTS,
    exactness=st.sampled_from(Exactness),
    step=DECIMALS,
    iso=st.none() | TEXTS,
)

ARTICLES = st.builds(
    Article,
    st.sampled_from(["x", "y"]) | TEXTS,
    TEXTS,
    TEXTS,
    TEXTS,
    outlet=TEXTS,
    published=st.none() | st.dates(),
    source=TEXTS,
    notice=TEXTS,
    imported=TIMES,
)

NOTES = st.builds(
    Annotation,
    st.lists(ANCHORS, max_size=3).map(tuple),
    TEXTS,
    by=NAMES,
    at=TIMES,
    id=TEXTS,
    edited=TIMES,
    tags=st.lists(TEXTS, max_size=2).map(tuple),
    source=TEXTS,
    is_resolved=st.booleans(),
    replies=st.lists(st.builds(Reply, TEXTS, by=NAMES, at=TIMES), max_size=2).map(tuple),
)


@st.composite
def _rulings(draw):
    anchors = tuple(draw(st.lists(ANCHORS, min_size=2, max_size=4, unique=True)))
    decision = draw(st.sampled_from(Decision))
    right = ()
    if decision is Decision.SOME_RIGHT:
        right = tuple(draw(st.lists(st.sampled_from(anchors), min_size=1, max_size=len(anchors) - 1, unique=True)))
    readings = tuple(draw(QUANTITIES) for _ in anchors) if draw(st.booleans()) else ()
    status = draw(st.sampled_from(Status))
    return Ruling(anchors, status, decision, right, readings, draw(NAMES), draw(TIMES), draw(TEXTS))


RULINGS = _rulings()
CORRECTIONS = st.builds(Correction, ANCHORS, st.none() | QUANTITIES, TEXTS, TEXTS, NAMES, TIMES)
LINKS = st.builds(Link, st.tuples(ANCHORS, ANCHORS), st.booleans(), NAMES, TIMES)

WORKSPACES = st.builds(
    Workspace,
    title=TEXTS,
    articles=st.lists(ARTICLES, max_size=4, unique_by=lambda article: article.id).map(tuple),
    corrections=st.lists(CORRECTIONS, max_size=4).map(corrections.in_order),
    rulings=st.lists(RULINGS, max_size=4, unique_by=lambda one: (one.places, one.by)).map(rulings.in_order),
    annotations=st.lists(NOTES, max_size=4, unique_by=lambda note: note.id).map(annotations.in_order),
    links=st.lists(LINKS, max_size=4, unique_by=lambda link: link.places).map(links.in_order),
    earlier=st.lists(ARTICLES, max_size=3).map(tuple),
    blind=st.lists(NAMES, max_size=2).map(tuple),
)
"""Any workspace, its tuples in the order that they have in one."""


@st.composite
def _held_workspaces(draw) -> Workspace:
    """Any workspace whose things are on its articles: at their words, or lost."""
    workspace = draw(WORKSPACES)
    texts = {article.id: article.text for article in workspace.articles}
    articles = list(texts)

    def held(anchor, number):
        if not articles:
            return None
        article = anchor.article if anchor.article in texts else articles[number % len(articles)]
        text = texts[article]
        start = anchor.span.start
        if anchor.lost or start >= len(text):
            return replace(anchor, article=article, lost=True, span=Span(number, number + 1))
        return anchor_at(article, Span(start, min(anchor.span.end, len(text))), text)

    def moved(things):
        for thing in things:
            anchors = tuple(held(anchor, number) for number, anchor in enumerate(thing.anchors))
            if None not in anchors and len(set(anchors)) == len(anchors):
                yield thing, anchors

    rulings = []
    for ruling, anchors in moved(workspace.rulings):
        right = tuple(anchors[ruling.anchors.index(anchor)] for anchor in ruling.right)
        rulings.append(replace(ruling, anchors=anchors, right=tuple(one for one in anchors if one in right)))
    earlier = [replace(draw(ARTICLES), id=one) for one in articles for _ in range(draw(st.integers(0, 2)))]
    return replace(
        workspace,
        rulings=tuple(rulings),
        annotations=tuple(replace(note, anchors=anchors) for note, anchors in moved(workspace.annotations)),
        links=tuple(replace(link, anchors=anchors) for link, anchors in moved(workspace.links)),
        corrections=tuple(replace(one, anchor=held(one.anchor, 0)) for one in workspace.corrections if articles),
        earlier=tuple(earlier),
    )


HELD_WORKSPACES = _held_workspaces()
"""Any workspace whose things are on its own articles, at words that stand there, or lost."""


def exactly(workspace: Workspace) -> str:
    """All of a workspace: equality alone does not look at what stands around a place, nor at 1.5 against 1.50."""
    return repr(workspace)


def small_workspace() -> Workspace:
    """One of everything, made by hand."""
    first = Article("x", "Rent", "Harbour pays Pier $12 a month. 🚢\r\nUp to 3 or 4 days.", "a" * 64, "Ledger")
    second = Article("y", "Rent", "Harbour pays Pier $12 a year.", "b" * 64, published=date(2026, 5, 20))
    before = replace(second, text="Harbour pays $12.", sha256="c" * 64, imported="2026-11-20T08:00:00.000+00:00")
    month, year = (anchor_at(each.id, Span(18, 29), each.text) for each in (first, second))
    days = anchor_at("x", Span(40, 51), first.text)
    twelve = Quantity(Kind.MONEY, Decimal("12.00"), Decimal("12.00"), "USD", "month")
    at = "2026-11-21T20:36:00.000+00:00"
    return Workspace(
        "Rent",
        (first, second),
        corrections=(Correction(days, Quantity(Kind.DURATION, Decimal(3), Decimal(4), "day"), by="Ann", at=at),),
        rulings=(
            Ruling((month, year), Status.CONFLICT, Decision.SOME_RIGHT, (month,), (twelve, twelve), "Ann", at, "asked"),
        ),
        annotations=(
            Annotation(
                (month, year), "Call them.", "Ann", at, "n1", tags=("rent",), replies=(Reply("Did.", "Bob", at),)
            ),
            Annotation((replace(days, lost=True),), "Which?", "Bob", at, "n2", is_resolved=True),
        ),
        links=(Link((month, days), is_same=False, by="Bob", at=at),),
        earlier=(before,),
        blind=("Bob",),
    )


def large_workspace(notes: int = 5000) -> Workspace:
    """Ten articles of 9,000 characters with that many notes, each on two places."""
    text = "The deal costs $5 million a month, they say. " * 200
    articles = tuple(Article(f"a{number}", f"Deal {number}", text, "a" * 64) for number in range(10))

    def note(number: int) -> Annotation:
        start = number * 7 % 8000
        sides = articles[number % 10], articles[(number + 1) % 10]
        anchors = tuple(anchor_at(side.id, Span(start, start + 12), side.text) for side in sides)
        at = f"2026-11-21T20:00:{number:06}"
        return Annotation(anchors, f"The release says otherwise, line {number}.", "Ann", at, f"n{number:05}")

    return Workspace("Deal", articles, annotations=tuple(note(number) for number in range(notes)))
