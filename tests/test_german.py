"""Whether all that follows from the articles can be said in another language, and is found alike in all."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import cycle, product
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from desktop.core import reasons, wording
from desktop.core.agreement import Standing, Status, Verdict
from desktop.core.analysis import analyse
from desktop.core.chart.amounts import short_amount, short_range
from desktop.core.checks import CheckVerdict
from desktop.core.figures import find_figures
from desktop.core.language import ENGLISH, speaking
from desktop.core.lens import Lens, shown_in
from desktop.core.quantities import Kind
from desktop.core.report import Choice, report
from desktop.core.rulings import Decision, Ruling, anchors_of
from desktop.core.text import Article, letters, names_of
from desktop.core.topics import Topic
from desktop.core.workspace import Workspace
from desktop.exports import interchange
from desktop.files.articles import files_of, read
from desktop.files.languages import catalogue
from desktop.files.lexicon import load

D = Decimal


@pytest.fixture(scope="module")
def case(root):
    """A case of the corpus, analysed."""
    known = {}

    def analysed(name):
        if name not in known:
            files = files_of(root / "corpus" / name)
            articles = [read(file, article_id=letter) for file, letter in zip(files, letters(len(files)), strict=True)]
            known[name] = analyse(articles, load())
        return known[name]

    return analysed


@pytest.fixture(scope="module")
def only_english(root: Path) -> frozenset[str]:
    """The words of the phrases that no German translation has."""
    english, german = set(), set()
    with (root / "resources" / "languages" / "de" / "crossread.po").open("rb") as file:
        for message in read_po(file):
            if message.id and message.id != "English":
                english |= words([message.id] if isinstance(message.id, str) else message.id)
                german |= words([message.string] if isinstance(message.string, str) else message.string)
    return frozenset(english - german)


def words(texts) -> set[str]:
    """The words of some texts, without what is put into their places."""
    return {word for text in texts for word in re.findall(r"[^\W\d_]+", re.sub(r"\{\w+\}", " ", text).lower())}


@pytest.fixture
def german():
    """German in use."""
    with speaking(catalogue("de")):
        yield


def told(analysis) -> list[str]:
    """Everything that is said about an analysis, without the names that stand in it."""
    names = names_of(analysis.articles)
    said = []
    for pair in (*analysis.pairs, *analysis.internal):
        said += [wording.why(pair, names), wording.status(pair.status)]
        said += [reasons.suggestion(reading, names) for reading in analysis.readings_of(pair)]
    for comparison in analysis.comparisons:
        bare = replace(comparison.topic, subject=None, place=None)
        said += [wording.verdict(comparison, names), wording.topic(bare)]
    said += [wording.check(check) for check in analysis.checks]
    for payment in analysis.payments:
        said += [wording.assumption(slug) for slug in (*payment.stated, *payment.assumed)]
    parties = {name for payment in analysis.payments for name in (payment.payer, payment.payee) if name}
    for name in sorted({*names.values(), *parties}, key=len, reverse=True):
        said = [text.replace(name, "") for text in said]
    return said


def reported(analysis) -> list[str]:
    """Every sentence of a report, with rulings of every sort, without the names that stand in it."""
    disputed = [pair for pair in (*analysis.pairs, *analysis.internal) if pair.status is Status.CONFLICT]
    rulings = tuple(
        Ruling(
            places := anchors_of(pair),
            pair.status,
            decision,
            places[:1] if decision is Decision.SOME_RIGHT else (),
            (pair.a.figure.quantity, pair.b.figure.quantity),
            "Ann" if number % 7 else "",
            "2026-11-21T20:36:00.000+00:00",
        )
        for number, (pair, decision) in enumerate(zip(disputed, cycle(Decision), strict=False))
    )
    made = report(Workspace("", analysis.articles, rulings=rulings), analysis, Choice(frozenset({Status.CONFLICT})))
    said = [*made.labels.values(), *made.finding, *made.review, *made.method, made.left_out]
    said += [one.apart for one in made.outliers]
    said += [" ".join((one.words, one.at, one.then)) for one in made.rulings]
    said += [asked.text for group in made.questions for asked in group.questions]
    said += [text for draft in made.drafts for text in draft.paragraphs]
    said += [text for item in made.items for text in (item.verdict, *item.reasons, *item.slips)]
    said += [voice.apart for item in made.items for voice in item.voices]
    said += [one.words for one in made.sums]
    for name in sorted(names_of(analysis.articles).values(), key=len, reverse=True):
        said = [text.replace(name, "") for text in said]
    return said


CASES = sorted(path.parent.name for path in (Path(__file__).parent.parent / "corpus").glob("*/case.toml"))


@pytest.mark.parametrize("name", CASES)
def test_explanations_have_no_english_left(name, case, german, only_english):
    for text in told(case(name)):
        unquoted = re.sub("„[^“]*“", "", text)
        assert not words([unquoted]) & only_english, text
        assert not re.search(r"\d\.\d(?!\d\d)|[{}]", unquoted), text


@pytest.mark.parametrize("name", CASES)
def test_reports_have_no_english_left(name, case, german, only_english):
    for text in reported(case(name)):
        bare = re.sub(r"\{(quote|pages?)\}|\b[A-Z]\b", "", text)  # places of labels, letters of sources
        unquoted = re.sub("„[^„“]*“", "", re.sub("„[^„“]*“", "", bare))
        assert not words([unquoted]) & only_english, text
        assert not re.search(r"\d\.\d(?!\d\d)|[{}“”]", unquoted), text


def test_the_words_that_are_english_alone_are_many(only_english):
    assert len(only_english) > 300
    assert {"elsewhere", "both", "trillion", "per", "killed", "apart"} <= only_english


@pytest.mark.parametrize("name", ["compute-deal", "quarter-results"])
def test_what_is_found_is_the_same_in_every_language(name, case):
    found = case(name)
    with speaking(catalogue("de")):
        again = analyse(found.articles, load())
        assert interchange(again) == interchange(found)
        assert told(again) != told_in_english(again)
    assert again == found


def told_in_english(analysis) -> list[str]:
    """The same in English, whatever is spoken."""
    with speaking(ENGLISH):
        return told(analysis)


def test_the_first_case_is_said_as_a_newsroom_says_it(case, german):
    analysis = case("compute-deal")
    names = names_of(analysis.articles)
    said = " ".join(wording.why(pair, names) for pair in analysis.pairs)
    assert (
        "Harbor Ledger nennt „$1.25 billion annual“, Quillmark Wire „$1.25 billion per month“: "
        "das sind 1,25 Milliarden Dollar pro Jahr gegenüber 15 Milliarden Dollar pro Jahr, Faktor 12. "
        "Dieselbe Zahl steht einmal mit „pro Jahr“ und einmal mit „pro Monat“: Einer der beiden Zeiträume ist falsch."
    ) in said
    assert "Bei Quillmark Wire zahlt Anthropic an SpaceX (" in said


@pytest.mark.parametrize(
    ("value", "unit", "per", "expected"),
    [
        ("1250000000", "USD", "month", "1,25 Milliarden Dollar pro Monat"),
        ("1E+9", "EUR", None, "1 Milliarde Euro"),
        ("1E+12", "GBP", None, "1 Billion Pfund"),
        ("12500", "USD", None, "12.500 Dollar"),
        ("1", "mi", None, "1 Meile"),
        ("12.4", "mi", None, "12,4 Meilen"),
        ("1", "year", None, "1 Jahr"),
        ("80.5", "%", None, "80,5 %"),
        ("3.25", "EUR", "share", "3,25 Euro je Aktie"),
        ("7000000", "CHF", None, "7 Millionen CHF"),
    ],
)
def test_amounts(value, unit, per, expected, german):
    assert wording.amount(D(value), unit, per) == expected


def test_days_and_months(german):
    assert wording.day(date(2029, 5, 31)) == "31. Mai 2029"
    assert wording.month("2029-03") == "März 2029"


def test_a_counted_noun_is_told_as_the_articles_word(german):
    assert wording.amount(D(212), "person", kind=Kind.COUNT) == "212 („person“)"
    assert wording.amount(D(5), "{0}", kind=Kind.COUNT) == "5 („{0}“)"
    assert wording.amount(D(5), "{0}") == "5 {0}"
    assert wording.topic(Topic(Kind.COUNT, "buildings", noun="house")) == "Gebäude („house“)"


@pytest.mark.parametrize("verdict", CheckVerdict)
@pytest.mark.parametrize(
    ("text", "arithmetic"),
    [
        ("A nine-figure deal worth $250 million.", "250000000 hat 9 Stellen"),
        ("It lies 40 miles (64 km) from the coast.", "40 Meilen = 64,4 km"),
        ("The fee is $9 billion, an order of magnitude larger than the $800 million of 2020.", "das 11,25-Fache"),
        ("It was 160, down 40 from 200.", "200 - 160 = 40"),
    ],
)
def test_checks(text, arithmetic, verdict, german):
    article = Article("A", "", text, "a" * 64)
    (found,) = analyse([article], load()).checks
    assert f"{arithmetic}." in wording.check(replace(found, verdict=verdict))


def test_every_attribute_has_a_name(german, only_english):
    for slug in load().attributes:
        assert not words([wording.attribute(slug)]) & only_english, slug


@pytest.mark.parametrize("value", [None, *Status])
def test_every_status_has_words(value, german):
    assert wording.status(value) in (
        "nur in einem", "übereinstimmend", "gleichbedeutend", "nahe beieinander", "Widerspruch",
    )  # fmt: skip


@pytest.mark.parametrize(("standing", "agreeing", "independent"), list(product(Standing, (1, 2), (1, 2))))
@pytest.mark.parametrize("outliers", [(), ("A",), ("A", "B")], ids=["none", "one", "two"])
def test_every_verdict_is_said(standing, agreeing, independent, outliers, german, only_english, case):
    comparison = replace(
        case("compute-deal").comparisons[0], verdict=Verdict(standing, agreeing, independent, outliers)
    )
    text = wording.verdict(comparison, {"A": "Post", "B": "Ledger"})
    assert text.endswith(".")
    assert not words([text]) & only_english


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("$1.25 billion per month", "1,25 Milliarden Dollar pro Monat"),
        ("about $18 billion", "rund 18 Milliarden Dollar"),
        ("more than 80%", "mehr als 80 %"),
        ("24 sailors", "24 („sailors“)"),
        ("90 days", "90 Tage"),
        ("one day", "1 Tag"),
        ("3 to 4 days", "3 bis 4 Tage"),
        ("$3 million to $5 million", "3 bis 5 Millionen Dollar"),
        ("12 °C", "12 °C"),
        ("3rd", "Rang 3"),
        ("magnitude 6.8", "Magnitude 6,8"),
        ("22 May 2026", "22. Mai 2026"),
        ("May 2029", "Mai 2029"),
        ("Q3 2026", "3. Quartal 2026"),
    ],
)
def test_quantities_and_dates_are_said_as_one_writes_them(german, words, said):
    text = f"It was {words}."
    (figure,) = find_figures(Article("A", "", text, ""), load())
    assert wording.quantity(figure.quantity) == said


def test_a_date_without_a_year_is_said(german):
    assert wording.date("--05-22") == "22. Mai"


def test_an_amount_in_little_room_is_short(case, german):
    analysis = case("compute-deal")
    found = shown_in(analysis, analysis.articles[0].id, Lens.MONTH, load())
    assert "~104,2 Mio. Dollar/Monat" in {words.short for words in found.values()}


def test_amounts_of_a_chart_are_short(german):
    assert short_amount(1, "USD") == "1 Dollar"
    assert short_amount(D("1e9"), "USD") == "1 Mrd. Dollar"
    assert short_range(D("43.8e9"), D("46.3e9"), "USD") == "43,8–46,3 Mrd. Dollar"
    assert short_range(D("43.8e9"), D("46.3e9"), "USD", brief=True) == "43,8–46,3 Mrd. Dollar"
