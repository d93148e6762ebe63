"""Whether everything that follows from articles holds together, whatever their text."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.core.agreement import SEVERITY, Status
from desktop.core.analysis import Analysis, analyse, statuses_between
from desktop.core.text import Article

BOUNDED = settings(
    max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def test_nothing_follows_from_nothing(lexicon):
    assert analyse([], lexicon) == Analysis()


def test_ids_must_differ(article, lexicon):
    with pytest.raises(ValueError, match="same id"):
        analyse([article("It cost $5."), article("It cost $7.")], lexicon)


def test_claims_stand_in_the_order_of_articles_and_text(analysed):
    found = analysed("It cost $5 and $7.", "It cost $9.")
    assert [(figure.article, figure.quote) for figure in found.figures] == [("A", "$5"), ("A", "$7"), ("B", "$9")]
    assert [claim.figure.quote for claim in found.claims_of("A")] == ["$5", "$7"]
    assert found.claims_of("C") == ()


def test_the_worst_status_of_a_figure_counts(analysed):
    found = analysed(
        "Acme pays Globex $5 million a month.",
        "Acme pays Globex $60 million a year.",
        "Acme pays Globex $50 million a month.",
    )

    def told(first, second):
        return {figure.quote: status.value for figure, status in statuses_between(found, first, second).items()}

    assert told("A", "B") == {"$5 million a month": "equivalent", "$60 million a year": "equivalent"}
    assert told("A", "C") == {"$5 million a month": "conflict", "$50 million a month": "conflict"}
    assert told("B", "A") == told("A", "B")


def test_a_figure_in_no_pair_has_no_status(analysed):
    found = analysed("Acme pays Globex $5 million a month. It took 3 days.", "Acme pays Globex $5 million a month.")
    assert {figure.quote for figure in statuses_between(found, "A", "B")} == {"$5 million a month"}


def test_the_same_input_gives_the_same_output(analysed):
    texts = "The quake killed 37 people in Norland. It cost $5 million.", "The quake killed 52 people in Norland."
    assert analysed(*texts) == analysed(*texts)


def test_what_is_known_of_an_article_is_not_read_again(article, lexicon):
    acme = article("Acme pays Globex $5 million a month, or $50 million a year. It took 3 days.")
    globex = article("Acme pays Globex $60 million a year. It took 4 days.", id="B")
    before = analyse([acme], lexicon)
    found = analyse([globex, acme], lexicon, before)
    assert found == analyse([globex, acme], lexicon)
    assert before.checks
    assert all(one is other for one, other in zip(found.claims_of("A"), before.claims_of("A"), strict=True))
    assert all(one is other for one, other in zip(found.checks_of("A"), before.checks_of("A"), strict=True))


def test_an_article_that_was_imported_anew_is_read_again(article, lexicon):
    before = analyse([article("It cost $5 million.")], lexicon)
    found = analyse([article("It cost $7 million.")], lexicon, before)
    assert [figure.quote for figure in found.figures] == ["$7 million"]


def test_every_pair_is_of_figures_of_the_analysis(analysed):
    found = analysed("Acme pays Globex $5 a month. Acme pays Globex $50 a month.", "Acme pays Globex $60 a year.")
    assert found.pairs
    assert found.internal
    for pair in (*found.pairs, *found.internal):
        assert pair.a.figure in found.figures
        assert pair.b.figure in found.figures
        assert (pair.a.article, pair.a.figure.span) < (pair.b.article, pair.b.figure.span)


# ------------------------------------------------------------------------------------------------------------ any text

PIECES = [
    "$",
    "£",
    "€",
    "¥",
    "%",
    "5",
    "15",
    "0",
    "1,250",
    "3.5",
    "07",
    "2029",
    "1987",
    "½",
    "¼",
    "May",
    "June",
    "Monday",
    "last",
    "month",
    "billion",
    "million",
    "hundreds",
    "of",
    "a",
    "dozen",
    "half",
    "two",
    "and",
    "or",
    "per",
    "annually",
    "year",
    "years",
    "-",
    "–",
    "/",
    ".",
    ",",
    ":",
    ";",
    "(",
    ")",
    "about",
    "over",
    "up",
    "to",
    "Acme",
    "Globex",
    "pays",
    "'s",
    "killed",
    "people",
    "from",
    "between",
    "magnitude",
    "deep",
    "km",
    "°C",
    "Q1",
    "07:48",
    "p.m.",
    "#",
    "multi",
    "low",
    "single-digit",
    "nine-figure",
    "times",
    "the",
    "x",
    "12th",
    "revenue",
    "rose",
    "exceeds",
    "by",
    "margin",
    "until",
    "through",
    "1e9",
    "not",
    "said",
    "according",
    "one",
    "’s",
    "~",
    "+",
    "US$",
    "Rs",
    "EUR",
    "bn",
    "m",
    "k",
]
BLANKS = ["", " ", " ", " ", "\n", "\r\n", "\u00a0", "\u2028"]
ODD = ["\x00", "\ud800", "\udfff", "🚢", "e\u0301", "İ", "ß", "fi", "一", "٣", "५", "\ufeff", "\u200b", "\u202e"]
# Superscripts and circled digits crash the engine: test_digits_of_other_kinds tells of it.
ANY_SIGN = st.characters(exclude_categories=("No",))


def texts():
    newsy = st.lists(st.tuples(st.sampled_from([*PIECES, *ODD]), st.sampled_from(BLANKS)), max_size=40)
    return st.one_of(
        st.text(ANY_SIGN, max_size=80),
        st.text(st.sampled_from("0123456789.,:$€%-–/ ()\n'"), max_size=60),
        newsy.map(lambda pieces: "".join(word + blank for word, blank in pieces)),
    )


def whole(text, id="A"):
    return Article(id=id, title="", text=text, sha256=id)


@BOUNDED
@given(text=texts())
def test_any_text_is_analysed_and_every_figure_stands_where_it_says(text, lexicon):
    found = analyse([whole(text)], lexicon)
    end = 0
    for figure in found.figures:
        assert figure.quote == text[figure.span.start : figure.span.end]
        assert figure.quote == figure.quote.strip()
        assert end <= figure.span.start
        assert figure.span.covers(figure.core)
        assert figure.span.end <= len(text)
        end = figure.span.end
    for claim in found.claims:
        assert claim.sentence.covers(claim.figure.span)


@BOUNDED
@given(text=texts())
def test_any_text_agrees_with_itself(text, lexicon):
    found = analyse([whole(text, "A"), whole(text, "B")], lexicon)
    for pair in found.pairs:
        if pair.a.figure.span == pair.b.figure.span:
            assert pair.status is Status.AGREE


@BOUNDED
@given(one=texts(), other=texts())
def test_any_two_texts_mirror_each_other(one, other, lexicon):
    def drawn(found):
        return sorted(
            (
                sorted([(pair.a.article, pair.a.figure.span), (pair.b.article, pair.b.figure.span)]),
                pair.status,
                pair.diagnoses,
                str(pair.ratio),
            )
            for pair in found.pairs
        )

    straight = analyse([whole(one, "A"), whole(other, "B")], lexicon)
    swapped = analyse([whole(other, "B"), whole(one, "A")], lexicon)
    assert drawn(straight) == drawn(swapped)
    assert sorted(SEVERITY[c.status] for c in straight.comparisons if c.status) == sorted(
        SEVERITY[c.status] for c in swapped.comparisons if c.status
    )


LONG = {
    "one number without end": ("9" * 100_000, 0),
    "one grouped number without end": ("1," * 50_000, 0),
    "hundreds of hundreds": ("hundreds of " * 20_000, None),
    "one hundred and one hundred": ("one hundred and " * 20_000, None),
    "currency signs": ("$" * 100_000, 0),
    "nested hedges": ("more than about " * 10_000 + "5 lamps", 1),
    "numbers and dashes": ("1-" * 50_000, None),
    "months": ("May " * 25_000, None),
    "full stops": ("." * 100_000, 0),
    "abbreviations": ("U.S. " * 20_000, 0),
    "names": ("Aa " * 30_000 + "and 5 lamps", 1),
    "brackets": ("(" * 100_000 + "5", 1),
    "prefixes": ("multi-" * 20_000, 0),
    "possessors": ("Acme's " * 15_000 + "$5 million", 1),
    "scales": ("5 " + "billion " * 20_000, 1),
    "magnitudes": ("magnitude of " * 10_000 + "5", 1),
    "one word without end": ("a" * 100_000 + " 5 lamps", 1),
    "line breaks": ("\n" * 100_000, 0),
    "a line of numbers": ("1 " * 2_000, 2_000),
    "many sentences": ("The quake killed 37 people in Norland. " * 500, 500),
}


@pytest.mark.parametrize(("text", "expected"), LONG.values(), ids=LONG.keys())
def test_long_and_odd_texts_are_analysed(text, expected, analysed):
    found = analysed(text)
    assert all(figure.quote == figure.span.of(text) for figure in found.figures)
    assert expected is None or len(found.figures) == expected


def test_a_line_of_numbers_is_compared_with_itself(analysed):
    line = " ".join(map(str, range(1, 2_001)))
    found = analysed(line, line)
    assert {pair.status.value for pair in found.pairs} <= {"agree"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("He paid $5 million.\u00b9", id="note"),
        pytest.param("It ends in May \u00b2 2029.", id="may"),
        pytest.param("\u2460 It cost $5 million.", id="circled"),
    ],
)
def test_digits_of_other_kinds(text, analysed):
    assert any(figure.quote in ("$5 million", "2029", "May") for figure in analysed(text).figures)


@pytest.mark.parametrize(
    "text",
    [
        "Acme pays Globex $5 million.\x00 It took 3 days.",
        "🚢🚢 Acme pays Globex $5 million. It took 3 days.",
        "\ud800 Acme pays Globex $5 million. It took 3 days.",
        "\ufeffAcme pays Globex $5 million.\r\nIt took 3 days.",
        "Acme pays Globex $5\u00a0million. It took 3\u00a0days.",
    ],
    ids=["nul", "emoji", "lone surrogate", "byte-order mark", "no-break space"],
)
def test_odd_signs_move_no_figure(text, analysed):
    found = analysed(text).figures
    assert [figure.quote.replace("\u00a0", " ") for figure in found] == ["$5 million", "3 days"]
    assert [figure.span.of(text) for figure in found] == [figure.quote for figure in found]
