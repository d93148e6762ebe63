"""Whether the comparison goes by what an editor says: these two speak of the same, those two do not."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core import wording
from desktop.core.agreement import Status, can_be_compared, what_is_said
from desktop.core.analysis import analyse, statuses_between
from desktop.core.anchors import anchor_at
from desktop.core.corrections import Correction
from desktop.core.links import Link
from desktop.core.text import Article, Span
from tests.core.test_properties import WORDS, bounded, sentences


def at(article, words, turn=0):
    start = -1
    for _ in range(turn + 1):
        start = article.text.index(words, start + 1)
    return anchor_at(article.id, Span(start, start + len(words)), article.text)


def same(one, other, at="1"):
    return Link((one, other), is_same=True, at=at)


def apart(one, other, at="1"):
    return Link((one, other), is_same=False, at=at)


def drawn(analysis):
    return sorted(
        f"{pair.a.article} {pair.a.figure.quote} / {pair.b.article} {pair.b.figure.quote}: {pair.status.value}"
        + (" (linked)" if pair.by_editor else "")
        for pair in (*analysis.pairs, *analysis.internal)
    )


@pytest.fixture
def linked(article, lexicon):
    """Analyses texts as the articles A, B, C …, with links made from their Articles."""

    def analysed(texts, make=lambda *_: ()):
        articles = [article(text, id=chr(65 + place)) for place, text in enumerate(texts)]
        before = analyse(articles, lexicon)
        return before, analyse(articles, lexicon, before, (), make(*articles))

    return analysed


GATES = "The harbour has 14 gates."
LOCKS = "Some 16 barriers were counted at the port."


def test_figures_that_the_engine_leaves_alone_are_held_against_each_other(linked):
    before, after = linked([GATES, LOCKS], lambda a, b: [same(at(a, "14"), at(b, "16"))])
    assert drawn(before) == []
    assert drawn(after) == ["A 14 / B 16: conflict (linked)"]
    (comparison,) = after.comparisons
    assert [claim.figure.quote for claim in comparison.claims] == ["14", "16"]
    assert comparison.verdict.standing.value == "disputed"
    assert set(statuses_between(after, "A", "B").values()) == {Status.CONFLICT}
    assert after.claims == before.claims


def test_a_link_is_told_where_the_reason_is_told(linked):
    _, after = linked([GATES, LOCKS], lambda a, b: [same(at(a, "14"), at(b, "16"))])
    assert "Linked by the editor." in wording.why(after.pairs[0], {"A": "One", "B": "Other"})


def test_the_order_of_the_two_places_says_nothing(linked):
    there = linked([GATES, LOCKS], lambda a, b: [same(at(a, "14"), at(b, "16"))])
    back = linked([GATES, LOCKS], lambda a, b: [same(at(b, "16"), at(a, "14"))])
    assert there[1].comparisons == back[1].comparisons


def test_what_is_paired_already_stays_as_it_is_and_is_marked(linked):
    texts = ["The quake killed 37 people.", "The quake killed 52 people."]
    before, after = linked(texts, lambda a, b: [same(at(a, "37"), at(b, "52"))])
    assert drawn(before) == ["A 37 / B 52: conflict"]
    assert drawn(after) == ["A 37 / B 52: conflict (linked)"]


def test_figures_that_an_editor_parted_are_no_pair(linked):
    texts = ["The quake killed 37 people.", "The quake killed 52 people."]
    _, after = linked(texts, lambda a, b: [apart(at(a, "37"), at(b, "52"))])
    assert drawn(after) == []
    assert after.comparisons == ()
    assert statuses_between(after, "A", "B") == {}


def test_other_mentions_of_what_was_parted_are_no_pair_either(linked):
    twice = "The quake killed 37 people. Rescuers found that 37 people were killed."
    before, after = linked([twice, "The quake killed 52 people."], lambda a, b: [apart(at(a, "37", 1), at(b, "52"))])
    assert drawn(before) == ["A 37 / B 52: conflict"]
    assert drawn(after) == []


def test_a_link_goes_before_what_the_engine_would_match(linked):
    texts = ["The quake killed 37 people.", "The quake killed 52 people. Some 41 victims were counted in the north."]
    before, after = linked(texts, lambda a, b: [same(at(a, "37"), at(b, "41"))])
    assert drawn(before) == ["A 37 / B 52: conflict"]
    assert drawn(after) == ["A 37 / B 41: conflict (linked)"]


def test_what_fits_stays_matched_beside_a_link(linked):
    texts = ["The quake killed 37 people.", "The quake killed 37 people. Some 41 victims were counted in the north."]
    _, after = linked(texts, lambda a, b: [same(at(a, "37"), at(b, "41"))])
    assert drawn(after) == ["A 37 / B 37: agree", "A 37 / B 41: conflict (linked)"]


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("It grew by 12 percent.", "There were 12 gates.", ("12 percent", "12")),
        ("It cost $12.", "There were 12.", ("$12", "12")),
        ("It ends in May 2029.", "There were 12 gates.", ("May 2029", "12")),
        ("It is 12 miles long.", "It weighs 12 tonnes.", ("12 miles", "12 tonnes")),
    ],
)
def test_two_sorts_of_amount_cannot_be_linked(linked, lexicon, one, other, words):
    _, after = linked([one, other], lambda a, b: [same(at(a, words[0]), at(b, words[1]))])
    assert drawn(after) == []
    a, b = (
        next(c for c in after.claims_of(name) if c.figure.quote == quote)
        for name, quote in zip("AB", words, strict=True)
    )
    assert not can_be_compared(a, b, after.articles, after.claims, lexicon)


def test_what_can_be_linked_is_known_before(linked, lexicon):
    _, after = linked([GATES, LOCKS])
    a, b = after.claims
    assert can_be_compared(a, b, after.articles, after.claims, lexicon)


def test_a_link_inside_one_article_is_a_pair_of_it(linked):
    text = f"{GATES} {LOCKS}"
    _, after = linked([text], lambda a: [same(at(a, "14"), at(a, "16"))])
    assert drawn(after) == ["A 14 / A 16: conflict (linked)"]
    assert after.pairs == ()


def test_a_contradiction_inside_one_article_can_be_parted(linked):
    text = "The quake killed 370 people. Later, officials said the quake killed 410 people."
    before, after = linked([text], lambda a: [apart(at(a, "370"), at(a, "410"))])
    assert drawn(before) == ["A 370 / A 410: conflict"]
    assert drawn(after) == []


def test_a_link_of_a_figure_that_was_set_aside_rests(article, lexicon):
    a, b = article(GATES, id="A"), article(LOCKS, id="B")
    link = same(at(a, "14"), at(b, "16"))
    assert drawn(analyse([a, b], lexicon, corrections=[Correction(at(a, "14"))], links=[link])) == []
    assert drawn(analyse([a], lexicon, links=[link])) == []  # the other article is left out


def test_a_link_holds_on_to_a_figure_that_is_read_wider(article, lexicon):
    a, b = article(GATES, id="A"), article(LOCKS, id="B")
    (claim,) = analyse([a], lexicon).claims
    wider = Correction(at(a, "14 gates"), claim.figure.quantity)
    after = analyse([a, b], lexicon, corrections=[wider], links=[same(at(a, "14"), at(b, "16"))])
    assert drawn(after) == ["A 14 gates / B 16: conflict (linked)"]


def test_of_two_links_of_one_statement_the_last_counts(linked):
    twice = "The quake killed 37 people. Rescuers found that 37 people were killed."

    def both(order):
        return lambda a, b: [
            link
            for _, link in sorted(
                [
                    (order[0], same(at(a, "37"), at(b, "52"), order[0])),
                    (order[1], apart(at(a, "37", 1), at(b, "52"), order[1])),
                ],
                key=lambda entry: entry[0],
            )
        ]

    texts = [twice, "The quake killed 52 people."]
    assert drawn(linked(texts, both("12"))[1]) == []
    assert drawn(linked(texts, both("21"))[1]) == ["A 37 / B 52: conflict (linked)"]


# ---------------------------------------------------------------------------------------------------- several articles


def test_what_is_parted_comes_into_no_topic_by_a_third_article(linked):
    texts = ["The quake killed 37 people.", "The quake killed 37 people.", "The quake killed 37 people."]
    before, after = linked(texts, lambda a, b, _: [apart(at(a, "37"), at(b, "37"))])
    assert len(before.pairs) == 3
    (comparison,) = after.comparisons
    assert len({claim.article for claim in comparison.claims}) == 2
    assert drawn(after) == ["A 37 / C 37: agree"]


def test_an_article_that_is_linked_with_one_of_a_topic_is_held_against_all_of_it(linked):
    texts = ["The quake killed 37 people."] * 9 + ["Some 41 barriers stood in the square."]
    before, after = linked(texts, lambda a, *rest: [same(at(a, "37"), at(rest[-1], "41"))])
    assert len(before.pairs) == 36
    assert not any(pair.b.article == "J" for pair in before.pairs)
    against = [pair for pair in after.pairs if pair.b.article == "J"]
    assert sorted(pair.a.article for pair in against) == list("ABCDEFGHI")
    assert all(pair.by_editor for pair in against)
    (comparison,) = after.comparisons
    assert comparison.verdict.outliers == ("J",)


def test_links_join_what_was_two_topics(linked):
    texts = ["The quake killed 37 people.", "The quake killed 37 people.", GATES, "The harbour has 14 gates."]
    _, after = linked(texts, lambda a, b, c, d: [same(at(a, "37"), at(c, "14"))])
    (comparison,) = after.comparisons
    assert {claim.article for claim in comparison.claims} == set("ABCD")
    assert len(comparison.pairs) == 6


# ------------------------------------------------------------------------------------------------------------ payments

RENT = "Acme pays Globex $5 million a month."
ODD = "Wages at the port are $90 million a year."


def test_a_payment_can_be_linked_with_an_amount_that_nobody_is_said_to_pay(linked):
    before, after = linked(
        [RENT, RENT, ODD], lambda a, b, c: [same(at(a, "$5 million a month"), at(c, "$90 million a year"))]
    )
    assert drawn(before) == ["A $5 million a month / B $5 million a month: agree"]
    assert drawn(after) == [
        "A $5 million a month / B $5 million a month: agree",
        "A $5 million a month / C $90 million a year: conflict (linked)",
        "B $5 million a month / C $90 million a year: conflict (linked)",
    ]
    (comparison,) = after.comparisons
    assert comparison.verdict.outliers == ("C",)
    assert after.payments == before.payments


def test_payments_can_be_parted(linked):
    other = "Acme pays Globex $7 million a month."
    _, after = linked([RENT, other], lambda a, b: [apart(at(a, "$5 million a month"), at(b, "$7 million a month"))])
    assert after.comparisons == ()


def test_what_says_the_same_in_other_terms_is_parted_too(linked):
    one = f"{RENT} Over a year Acme pays Globex $60 million a year."
    other = "Acme pays Globex $7 million a month."
    before, after = linked([one, other], lambda a, b: [apart(at(a, "$5 million a month"), at(b, "$7 million a month"))])
    assert len(before.pairs) == 2
    assert after.pairs == ()


def test_payments_that_are_parted_come_into_no_topic_by_a_third_article(linked):
    texts = [RENT, "Acme pays Globex $7 million a month.", RENT]
    _, after = linked(texts, lambda a, b, c: [apart(at(a, "$5 million a month"), at(b, "$7 million a month"))])
    assert drawn(after) == ["A $5 million a month / C $5 million a month: agree"]
    (comparison,) = after.comparisons
    assert {claim.article for claim in comparison.claims} == {"A", "C"}


def test_payments_of_two_names_can_be_linked(linked):
    other = "Acme pays Initech $7 million a month."
    before, after = linked([RENT, other], lambda a, b: [same(at(a, "$5 million a month"), at(b, "$7 million a month"))])
    assert before.comparisons == ()
    assert drawn(after) == ["A $5 million a month / B $7 million a month: conflict (linked)"]
    assert len(after.payments) == 2


# ---------------------------------------------------------------------------------------------------- whatever is said


@bounded(60)
@given(st.data())
def test_links_change_no_reading_and_are_always_gone_by(data):
    count = data.draw(st.integers(2, 4))
    texts = [" ".join(data.draw(st.lists(sentences(), min_size=1, max_size=4))) for _ in range(count)]
    articles = [Article(chr(65 + number), "", text, f"{number}") for number, text in enumerate(texts)]
    before = analyse(articles, WORDS)
    places = list(combinations([claim.figure.anchor for claim in before.claims], 2))
    if not places:
        return
    chosen = data.draw(st.lists(st.sampled_from(places), min_size=1, max_size=4, unique=True))
    links = [Link(two, data.draw(st.booleans()), at=f"{number}") for number, two in enumerate(chosen)]
    after = analyse(articles, WORDS, before, (), links)
    assert after == analyse(articles, WORDS, links=links)
    assert after.claims == before.claims
    assert after.checks == before.checks
    spoken = [
        ({mention.figure.anchor for claim in (pair.a, pair.b) for mention in comparison.mentions_of(claim)}, pair)
        for comparison in after.comparisons
        for pair in (*comparison.pairs, *comparison.internal)
    ]
    said = {claim.figure.anchor: claim for claim in before.claims}
    for link in links:
        one, other = (said[anchor] for anchor in link.anchors)
        if not link.is_same:
            assert not [pair for mentions, pair in spoken if link.places <= mentions and not pair.by_editor]
        elif (
            not any(not known.is_same for known in links)
            and can_be_compared(one, other, articles, before.claims, WORDS)
            and not _is_one_statement(before, one, other)
        ):
            assert any(link.places <= mentions for mentions, _ in spoken)


def _is_one_statement(analysis, one, other):
    return one.article == other.article and what_is_said(one) == what_is_said(other)
