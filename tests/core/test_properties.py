"""Whether what must hold for every text holds for thousands of them: made-up news, the corpus, any signs at all."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from desktop.core import wording
from desktop.core.agreement import Pair, Status
from desktop.core.analysis import Analysis, analyse
from desktop.core.figures import Conventions, find_figures
from desktop.core.quantities import Kind
from desktop.core.text import Article
from desktop.files.lexicon import load

WORDS = load()
"""No fixture: an example that fails is printed with all arguments of its test."""


def bounded(examples: int) -> settings:
    """The same examples at every run, and a fixed number of them."""
    return settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )


# --------------------------------------------------------------------------------------------------------- made-up news

COMPANIES = ["Harrow Cement", "Pellam Air", "Osier Group", "Quillan Foods", "Dray Motors", "Veltin"]
PLACES = ["Norrick", "Tolva", "Ambersea", "Upper Brill", "Cauldwick"]
WAYS = ["road", "tunnel", "pier", "canal", "cable"]
MONTHS = ["January", "May", "September", "December"]
AMOUNTS = ["$5 million", "$1.25 billion", "€300,000", "£42.5m", "$15,000", "12 billion dollars", "900 euros", "$700bn"]
RATES = ["", " a month", " per year", " annually", " a week", ", paid monthly,"]
HEDGES = ["", "", "about ", "more than ", "nearly ", "up to ", "at least "]
NUMBERS = ["3", "12", "37", "five", "two dozen", "1,400", "25,000", "2.5 million", "hundreds of", "several thousand"]

SAYINGS = (
    "{company} will pay {other} {hedge}{amount}{rate} until {month} 2031.",
    "{other} receives {hedge}{amount}{rate} from {company}.",
    "Revenue of {company} rose by {percent} percent to {hedge}{amount} in {year}.",
    "{company} bought {other} for {hedge}{amount}.",
    "The contract with {company} is worth {amount} over {small} years.",
    "Either side may leave the deal on {small}0 days' notice.",
    "The flood in {place} killed {hedge}{number} people and injured {number} others.",
    "Rescuers in {place} had counted {number} dead by {month} {small}, {year}.",
    "{company} employs {hedge}{number} workers in {place} and will cut {percent}% of the jobs.",
    "The {way} to {place} is {hedge}{small}.5 km long and {percent} metres wide.",
    "The {way} lies {small} miles off {place} at a depth of {percent} m.",
    "A quake of magnitude {small}.8 struck {place} at 0{small}:48 on {month} {small}.",
    "Prices in {place} fell from {small} to {percent} per cent within {number} months.",
    "The strike lasted {hedge}{small} weeks, twice as long as in {year}.",
    "In {place}, temperatures of {percent}°C were measured; {number} hectares burned.",
    "{company} cut its forecast from {amount} to {amount_too}.",
    "A court fined {company} {hedge}{amount} on {small} {month} {year}.",
    "Three of {number} lorries were stopped near {place}, each with {small} tonnes aboard.",
    "The fund now holds {amount}, that is {percent}% more than the {amount_too} of {year}.",
    "“It costs {amount}{rate},” said a {small}0-year-old clerk of {company}.",
    "The board of {company} met in {place}.",
)


@st.composite
def sentences(draw: st.DrawFn) -> str:
    company = draw(st.sampled_from(COMPANIES))
    return draw(st.sampled_from(SAYINGS)).format(
        company=company,
        other=draw(st.sampled_from([name for name in COMPANIES if name != company])),
        place=draw(st.sampled_from(PLACES)),
        way=draw(st.sampled_from(WAYS)),
        month=draw(st.sampled_from(MONTHS)),
        amount=draw(st.sampled_from(AMOUNTS)),
        amount_too=draw(st.sampled_from(AMOUNTS)),
        rate=draw(st.sampled_from(RATES)),
        hedge=draw(st.sampled_from(HEDGES)),
        number=draw(st.sampled_from(NUMBERS)),
        percent=draw(st.integers(10, 95)),
        small=draw(st.integers(3, 9)),
        year=draw(st.integers(2019, 2027)),
    )


def news(most: int = 10) -> st.SearchStrategy[str]:
    """Articles of a few sentences, in paragraphs, with or without a heading."""
    heading = st.sampled_from(["", "Harrow Cement in Talks\n\n", "What Is Known of the Deal\n\n"])
    breaks = st.sampled_from([" ", " ", "\n\n", "\n", "\r\n"])
    body = st.lists(st.tuples(sentences(), breaks), min_size=1, max_size=most)
    return st.builds(lambda head, parts: head + "".join(map("".join, parts)), heading, body)


def whole(text: str, id: str = "A") -> Article:
    return Article(id=id, title="", text=text, sha256=f"{id}:{len(text)}")


FOLDERS = sorted(path for path in (Path(__file__).parents[2] / "corpus").iterdir() if path.is_dir())
CASES = {folder.name: [file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.txt"))] for folder in FOLDERS}
CORPUS = [text for texts in CASES.values() for text in texts]
case_by_case = pytest.mark.parametrize("name", CASES)


@pytest.fixture(scope="module")
def seeds(shared: Path) -> list[str]:
    """The articles of the outside gold, read as they are; skipped where it is not there."""
    files = sorted((shared / "seeds").glob("*.txt"))
    assert files, f"no articles in {shared / 'seeds'}"
    return [file.read_bytes().decode("utf-8-sig") for file in files]


# ------------------------------------------------------------------------------------------------------------ any signs

SIGNS = st.one_of(
    st.text(max_size=60),
    st.text(st.characters(categories=["Cs", "Cc", "Cf", "Zs", "Nd", "No", "Nl", "Sc"]), max_size=40),
    st.text("0123456789.,'’:/-–−%$€£ \u00a0\u202f()\n", max_size=40),
)


@bounded(300)
@given(parts=st.lists(st.one_of(SIGNS, sentences()), max_size=5), glue=st.sampled_from(["", " ", "\n"]))
@example(parts=["\ud83d", "$5 million", "\udea2"], glue="")
@example(parts=["\x00$5\x00 million"], glue="")
def test_any_signs_give_figures_that_stand_where_they_say(parts, glue):
    text = glue.join(parts)
    end = 0
    for figure in find_figures(whole(text), WORDS):
        assert figure.quote == figure.span.of(text)
        assert figure.quote == figure.quote.strip() != ""
        assert figure.span.start >= end
        assert figure.span.covers(figure.core)
        for part, said in ((figure.hedge, figure.softener), (figure.period, figure.rate)):
            assert part is None or not said or part.of(text) == said
        low, high = figure.quantity.low, figure.quantity.high
        assert low is None or low.is_finite()
        assert high is None or high.is_finite()
        end = figure.span.end


# ------------------------------------------------------------------------------------------------ printed and read back

UNITS = {
    Kind.MONEY: ["USD", "GBP", "EUR", "JPY", "INR", "CAD", "AUD"],
    Kind.PERCENT: ["%"],
    Kind.COUNT: [None],  # a noun is printed in the singular, as a table heads its column, and read in the plural
    Kind.DURATION: ["minute", "hour", "day", "week", "month", "year"],
    Kind.DISTANCE: ["km", "m", "cm", "mi", "ft"],
}
PERIODS = {
    Kind.MONEY: [None, "year", "month", "week", "day", "share", "quarter", "hour"],
    Kind.PERCENT: [None, "year", "month"],
    Kind.COUNT: [None, "year", "month", "day"],
}


@st.composite
def printed(draw: st.DrawFn) -> tuple[Kind, Decimal, str | None, str | None]:
    """An amount of up to six telling digits, as news have them; what is counted or timed is more than two."""
    kind = draw(st.sampled_from(list(UNITS)))
    digits = draw(st.integers(3, 999_999))
    most = 9 if kind in (Kind.MONEY, Kind.COUNT) else 0
    least = 0 if kind is Kind.COUNT else -2
    value = Decimal(digits).scaleb(draw(st.integers(least, most)))
    if kind is Kind.COUNT and 1900 <= value <= 2100:
        value += 1000  # a year
    return kind, value, draw(st.sampled_from(UNITS[kind])), draw(st.sampled_from(PERIODS.get(kind, [None])))


def read_back(text: str) -> list:
    """The figures of a sentence that holds an amount as it is printed."""
    return [figure.quantity for figure in find_figures(whole(f"It came to {text}."), WORDS)]


@bounded(500)
@given(amount=printed())
def test_a_printed_amount_is_read_as_the_same(amount):
    kind, value, unit, per = amount
    text = wording.amount(value, unit, per)
    found = read_back(text)
    assert [(each.kind, each.value, each.unit, each.per) for each in found] == [(kind, value, unit, per)], text
    (first,) = found
    assert read_back(wording.amount(first.value, first.unit, first.per)) == [first]


@bounded(150)
@given(text=news(4))
def test_what_a_claim_is_said_to_say_is_read_as_the_same(text):
    # words that stand apart are set off by "…"; a count has lost its noun, and a list's first figures their sign
    for claim in analyse([whole(text)], WORDS).claims:
        said, quantity = wording.says(claim), claim.figure.quantity
        if "…" in said or quantity.kind not in (Kind.MONEY, Kind.DISTANCE):
            continue
        habits = Conventions(text, WORDS)
        found = find_figures(whole(f"It came to {said.removesuffix(' in all')}."), WORDS, habits)
        assert [figure.quantity for figure in found] == [quantity], said


# ------------------------------------------------------------------------------------------------------ pairs and texts


def drawn(pair: Pair, *, swapped: bool = False) -> tuple:
    """What a pair says, without its topic; swapped: with both sides exchanged.

    Common terms are those of the first where the two are in different ones, so only their ratio is the same both ways;
    the unit of a count is the noun of one side ("46 people" beside "46 dead").
    """
    a, b = (pair.b, pair.a) if swapped else (pair.a, pair.b)
    left, right = (pair.common_b, pair.common_a) if swapped else (pair.common_a, pair.common_b)
    one, other = a.figure.quantity, b.figure.quantity
    return (
        (a.article, a.figure.span, a.figure.quote),
        (b.article, b.figure.span, b.figure.quote),
        pair.status,
        pair.basis,
        pair.diagnoses,
        pair.ratio,
        pair.rate_year,
        pair.common_per,
        (left, right) if one.unit == other.unit or one.kind is Kind.COUNT else None,
        pair.common_unit if one.unit == other.unit else None,
    )


def all_drawn(pairs, *, swapped: bool = False) -> list[tuple]:
    return sorted((drawn(pair, swapped=swapped) for pair in pairs), key=repr)


def assert_agrees_with_itself(text: str) -> None:
    alone = analyse([whole(text)], WORDS)
    both = analyse([whole(text), whole(text, "B")], WORDS)
    for pair in both.pairs:
        if pair.a.figure.span == pair.b.figure.span:
            assert pair.status is Status.AGREE, drawn(pair)
    # what the article says of one matter in two ways is found across as well, and no contradiction that it has not
    own = {frozenset((pair.a.figure.quote, pair.b.figure.quote)) for pair in alone.internal}
    conflicts = [pair for pair in both.pairs if pair.status is Status.CONFLICT]
    assert [drawn(pair) for pair in conflicts if frozenset((pair.a.figure.quote, pair.b.figure.quote)) not in own] == []
    for name in "AB":
        inside = [pair for pair in both.internal if pair.a.article == name]
        assert [(pair.a.figure.span, pair.b.figure.span, *drawn(pair)[2:]) for pair in inside] == [
            (pair.a.figure.span, pair.b.figure.span, *drawn(pair)[2:]) for pair in alone.internal
        ]


def assert_mirrored(one: str, other: str) -> None:
    straight = analyse([whole(one), whole(other, "B")], WORDS)
    mirrored = analyse([whole(other, "B"), whole(one)], WORDS)
    assert all_drawn(straight.pairs) == all_drawn(mirrored.pairs, swapped=True)
    assert all_drawn(straight.internal) == all_drawn(mirrored.internal)


UNRELATED = (
    "Choir Wins Prize\n\nSinging school Lutefold has won the golden lark. Its 23 singers rehearsed for 41 evenings. "
    "The jury gave them 97 of 100 points, and the audience 88 percent of its applause."
)


def assert_unchanged_by(stranger: str, texts: list[str]) -> None:
    articles = [whole(text, chr(65 + place)) for place, text in enumerate(texts)]
    without = analyse(articles, WORDS)
    with_it = analyse([*articles, whole(stranger, "Z")], WORDS)

    def own(analysis: Analysis) -> Iterator[Pair]:
        return (pair for pair in analysis.pairs if "Z" not in (pair.a.article, pair.b.article))

    assert all_drawn(own(with_it)) == all_drawn(without.pairs)
    internal = (pair for pair in with_it.internal if pair.a.article != "Z")
    assert all_drawn(internal) == all_drawn(without.internal)


@bounded(120)
@given(text=news())
def test_news_agree_with_themselves(text):
    assert_agrees_with_itself(text)


@bounded(100)
@given(one=news(6), other=news(6))
def test_news_mirror_each_other(one, other):
    assert_mirrored(one, other)


@bounded(70)
@given(one=news(6), other=news(6))
def test_an_unrelated_article_changes_nothing(one, other):
    assert_unchanged_by(UNRELATED, [one, other])


@bounded(120)
@given(text=news())
def test_paragraphs_are_read_as_in_the_whole(text):
    assert_read_by_paragraphs(text)


def assert_read_by_paragraphs(text: str) -> None:
    habits = Conventions(text, WORDS)
    parts, start = [], 0
    for paragraph in text.splitlines(keepends=True):
        for figure in find_figures(whole(paragraph), WORDS, habits):
            moved = replace(figure.core, start=figure.core.start + start, end=figure.core.end + start)
            parts.append((moved, figure.quote, figure.quantity, figure.softener, figure.rate))
        start += len(paragraph)
    found = find_figures(whole(text), WORDS)
    assert [(f.core, f.quote, f.quantity, f.softener, f.rate) for f in found] == parts


@case_by_case
def test_the_corpus_agrees_with_itself_and_is_read_by_paragraphs(name):
    for text in CASES[name]:
        assert_agrees_with_itself(text)
        assert_read_by_paragraphs(text)


@case_by_case
def test_the_corpus_is_mirrored(name):
    one, other = CASES[name][:2]
    assert_mirrored(one, other)


@case_by_case
def test_the_corpus_is_unchanged_by_another_case(name):
    names = list(CASES)
    stranger = CASES[names[(names.index(name) + 1) % len(names)]][0]
    assert_unchanged_by(stranger, CASES[name][:2])


def test_the_gold_s_articles_keep_to_it_as_well(seeds):
    for text in seeds:
        assert_agrees_with_itself(text)
        assert_read_by_paragraphs(text)
    assert_mirrored(seeds[0], seeds[1])
    assert_unchanged_by(UNRELATED, seeds[:3])
