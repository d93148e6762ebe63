"""Whether an editor's readings take the place of what the engine finds, and lead to another comparison."""

from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.core import wording
from desktop.core.agreement import Diagnosis, Status
from desktop.core.analysis import analyse
from desktop.core.anchors import anchor_at
from desktop.core.claims import read_claims
from desktop.core.corrections import Correction, with_correction
from desktop.core.figures import find_sentences, read_quantity
from desktop.core.quantities import Kind, Quantity
from desktop.core.text import Span
from desktop.core.workspace import Workspace

RENT = "Harbour pays Pier $12 a month.\nNobody knows why. A great many gates were shut, and 3 opened."


def on(article, words: str, quantity: Quantity | None = None) -> Correction:
    start = article.text.index(words)
    return Correction(anchor_at(article.id, Span(start, start + len(words)), article.text), quantity)


def quotes(article, lexicon, *corrections: Correction) -> list[str]:
    sentences = find_sentences(article, lexicon, corrections=corrections)
    return [figure.quote for sentence in sentences for figure, _, _ in sentence.figures]


def test_a_stretch_can_be_no_figure(article, lexicon):
    rent = article(RENT)
    assert quotes(rent, lexicon) == ["$12 a month", "3"]
    assert quotes(rent, lexicon, on(rent, "3")) == ["$12 a month"]
    assert quotes(rent, lexicon, on(rent, "3"), on(rent, "$12 a month")) == []


def test_a_stretch_can_be_a_figure_that_was_missed(article, lexicon):
    rent = article(RENT)
    many = Quantity(Kind.COUNT, Decimal(40), Decimal(60), "gate")
    assert quotes(rent, lexicon, on(rent, "A great many gates", many)) == ["$12 a month", "A great many gates", "3"]
    nobody = Quantity(Kind.COUNT, Decimal(0), Decimal(0), "person")
    # in a sentence that the engine had no reason to look at
    assert quotes(rent, lexicon, on(rent, "Nobody", nobody)) == ["$12 a month", "Nobody", "3"]


def test_a_figure_can_be_read_otherwise(article, lexicon):
    rent = article(RENT)
    yearly = Quantity(Kind.MONEY, Decimal(12), Decimal(12), "USD", "year")
    (sentence, _) = find_sentences(rent, lexicon, corrections=(on(rent, "$12", yearly),))
    assert [(figure.quote, figure.quantity) for figure, _, _ in sentence.figures] == [("$12", yearly)]


def count(number: int, noun: str | None = None) -> Quantity:
    return Quantity(Kind.COUNT, Decimal(number), Decimal(number), noun)


@pytest.mark.parametrize(
    ("text", "words", "quantity", "said", "brief"),
    [
        (
            "About 37 people died.",
            "37",
            count(39, "person"),
            "About 37, read as 39 by the editor",
            "About 37 → 39",
        ),
        (
            RENT,
            "$12 a month",
            Quantity(Kind.MONEY, Decimal(12), Decimal(12), "USD", "year"),
            "$12 a month, read as $12 per year by the editor",
            "$12 a month → $12 per year",
        ),
        (
            "It opens on 3 May 2026.",
            "3 May 2026",
            Quantity(Kind.DATE, iso="2026-03-05"),
            "3 May 2026, read as 5 March 2026 by the editor",
            "3 May 2026 → 5 March 2026",
        ),
        (
            "It is 12 km away.",
            "12 km",
            Quantity(Kind.DISTANCE, Decimal(12), Decimal(12), "mi"),
            "12 km, read as 12 mi by the editor",
            "12 km → 12 mi",
        ),
        (
            RENT,
            "A great many gates",
            count(40, "gate"),
            "A great many gates, read as 40 gates by the editor",
            "A great many gates → 40 gates",
        ),
        (
            "About 37 people died.",
            "37",
            count(37, "dog"),
            "About 37, read as 37 dogs by the editor",
            "About 37 → 37 dogs",
        ),
        ("Route 39 people know.", "39", count(39, "person"), "39", "39"),
    ],
)
def test_what_is_read_otherwise_is_said_with_its_words(article, lexicon, text, words, quantity, said, brief):
    source = article(text)
    claims = read_claims(source, lexicon, (on(source, words, quantity),))
    claim = next(claim for claim in claims if claim.figure.quote == words)
    assert (wording.says(claim), wording.says_briefly(claim)) == (said, brief)


def test_other_parties_leave_the_words_as_they_are(article, lexicon):
    rent = article("Harbour pays Pier about $12 a month.")
    (plain,) = read_claims(rent, lexicon)
    given = replace(on(rent, "$12 a month", plain.figure.quantity), payer="Gate")
    (claim,) = read_claims(rent, lexicon, (given,))
    assert wording.says(claim) == wording.says(plain) == "about $12 a month"


def test_a_reason_tells_both_the_words_and_the_reading(article, lexicon):
    one = article("The fire killed 37 people in Torvela.", "a")
    two = article("The fire killed 52 people in Torvela.", "b")
    correction = on(one, "37", count(39, "person"))
    (pair,) = analyse((one, two), lexicon, corrections=(correction,)).pairs
    told = wording.why(pair, {"a": "One", "b": "Two"})
    assert told.startswith("One says 37 (read as 39 by the editor), Two 52: 13 apart.")


def test_a_check_tells_what_was_read_otherwise(article, lexicon):
    text = "Profit fell by 40 million dollars to 160 million dollars from 200 million dollars."
    source = article(text)
    lower = Quantity(Kind.MONEY, Decimal(30_000_000), Decimal(30_000_000), "USD")
    (check,) = analyse((source,), lexicon, corrections=(on(source, "40 million dollars", lower),)).checks
    assert wording.check(check).endswith("The editor reads “40 million dollars” as $30 million.")


@pytest.mark.parametrize(
    ("words", "low", "per"), [("$5 million a year", 5_000_000, "year"), ("(about 40 people)", 40, None)]
)
def test_a_few_words_can_be_read_alone(lexicon, words, low, per):
    quantity = read_quantity(words, lexicon)
    assert quantity is not None
    assert (quantity.low, quantity.per) == (low, per)


def test_words_without_a_figure_state_nothing(lexicon):
    assert read_quantity("as he said", lexicon) is None


def test_a_later_correction_takes_the_place_of_those_it_overlaps(article):
    rent = article(RENT)
    first, other, wider = on(rent, "$12"), on(rent, "3"), on(rent, "$12 a month")
    assert with_correction((first, other), wider) == (wider, other)
    elsewhere = Correction(replace(first.anchor, article="b"))
    assert with_correction((elsewhere,), first) == (first, elsewhere)


def test_a_correction_changes_the_comparison_and_is_remembered(article, lexicon):
    one, two = article("Harbour pays Pier $12 a year.", "a"), article("Harbour pays Pier $12 a month.", "b")
    before = analyse((one, two), lexicon)
    assert [pair.status for pair in before.pairs] == [Status.CONFLICT]
    monthly = Quantity(Kind.MONEY, Decimal(12), Decimal(12), "USD", "month")
    correction = on(one, "$12 a year", monthly)
    after = analyse((one, two), lexicon, before, (correction,))
    assert [pair.status for pair in after.pairs] == [Status.AGREE]
    assert after.corrections == (correction,)
    assert after.claims_of("b") == before.claims_of("b")
    again = analyse((one, two), lexicon, after, ())
    assert again == before


def test_corrections_of_an_article_that_is_removed_go_with_it(article):
    one, two = article(RENT, "a"), article(RENT, "b")
    workspace = Workspace("", (one, two)).with_correction(on(one, "3")).with_correction(on(two, "3"))
    assert workspace.without_article("a").corrections == (on(two, "3"),)


def test_a_correction_can_be_taken_back(article):
    one, two = article(RENT, "a"), article(RENT, "b")
    workspace = Workspace("", (one, two)).with_correction(on(one, "3")).with_correction(on(two, "3"))
    assert workspace.without_correction("a", on(one, "3 opened").span).corrections == (on(two, "3"),)
    assert workspace.without_correction("a", on(one, "$12").span) == workspace


# ------------------------------------------------------------------------------------------------------ who pays whom


def parties(article, words, quantity, *, payer="", payee=""):
    return replace(on(article, words, quantity), payer=payer, payee=payee)


def paid(claims):
    return [(claim.figure.quote, claim.payer, claim.payee) for claim in claims if claim.payer or claim.payee]


@pytest.mark.parametrize(
    ("payer", "payee", "expected"),
    [
        ("Pier", "Harbour", ("Pier", "Harbour")),
        ("Quay", "", ("Quay", "Pier")),
        ("", "Quay", ("Harbour", "Quay")),
        ("Quay", "Mole", ("Quay", "Mole")),
    ],
)
def test_an_editor_says_who_pays_whom(article, lexicon, payer, payee, expected):
    rent = article("Harbour pays Pier $12 a month.")
    (claim,) = read_claims(rent, lexicon)
    correction = parties(rent, claim.figure.quote, claim.figure.quantity, payer=payer, payee=payee)
    (after,) = read_claims(rent, lexicon, (correction,))
    assert (after.payer, after.payee) == expected
    assert after.parties_stated
    assert after.attribute == "payment"


def test_what_nobody_was_said_to_pay_becomes_a_payment(article, lexicon):
    bill = article("The bill came to $12 million a month, analysts said.")
    (claim,) = read_claims(bill, lexicon)
    assert claim.attribute != "payment"
    correction = parties(bill, claim.figure.quote, claim.figure.quantity, payer="Harbour", payee="Pier")
    (after,) = read_claims(bill, lexicon, (correction,))
    assert (after.attribute, after.payer, after.payee) == ("payment", "Harbour", "Pier")


def test_one_given_party_is_joined_by_the_other_that_the_article_pays(article, lexicon):
    text = article("Harbour pays Pier $12 a month. The bill came to $144 a year, analysts said.")
    bill = read_claims(text, lexicon)[-1]
    correction = parties(text, "$144 a year", bill.figure.quantity, payer="Harbour")
    assert paid(read_claims(text, lexicon, (correction,)))[-1] == ("$144 a year", "Harbour", "Pier")


def test_only_the_corrected_figure_has_other_parties(article, lexicon):
    text = article("Harbour pays Pier $12 a month. Harbour pays Pier $144 a year. Harbour pays Pier $3 a week.")
    claims = read_claims(text, lexicon)
    correction = parties(text, "$144 a year", claims[1].figure.quantity, payer="Pier", payee="Harbour")
    assert paid(read_claims(text, lexicon, (correction,))) == [
        ("$12 a month", "Harbour", "Pier"),
        ("$144 a year", "Pier", "Harbour"),
        ("$3 a week", "Harbour", "Pier"),
    ]


def test_a_count_is_paid_by_nobody(article, lexicon):
    text = article("The harbour has 14 gates.")
    (claim,) = read_claims(text, lexicon)
    correction = parties(text, claim.figure.quote, claim.figure.quantity, payer="Harbour", payee="Pier")
    assert paid(read_claims(text, lexicon, (correction,))) == []


def test_topic_direction_and_timeline_follow_the_parties(article, lexicon):
    one = article("Harbour pays Pier $12 million a month until May 2029.", "a", published="2026-05-20")
    two = article("Harbour pays Pier $12 million a month until May 2029.", "b", published="2026-05-20")
    before = analyse((one, two), lexicon)
    assert {pair.status for pair in before.pairs} == {Status.AGREE}
    quantity = before.claims_of("a")[0].figure.quantity
    turned = parties(one, "$12 million a month", quantity, payer="Pier", payee="Harbour")
    after = analyse((one, two), lexicon, before, (turned,))
    assert [(pair.status, pair.diagnoses) for pair in after.pairs if pair.diagnoses] == [
        (Status.CONFLICT, (Diagnosis.DIRECTION,))
    ]
    assert [(payment.payer, payment.payee) for payment in after.payments] == [("Pier", "Harbour"), ("Harbour", "Pier")]
    elsewhere = parties(one, "$12 million a month", quantity, payer="Quay", payee="Mole")
    moved = analyse((one, two), lexicon, before, (elsewhere,))
    assert [(payment.payer, payment.payee) for payment in moved.payments] == [("Quay", "Mole"), ("Harbour", "Pier")]
    assert not [pair for pair in moved.pairs if pair.a.attribute == "payment" == pair.b.attribute]


def test_what_an_editor_read_says_so_and_is_given_no_other_reading(article, lexicon):
    texts = (
        "Acme pays Globex $5 million a year.",
        "Acme pays Globex $5 million a month.",
        "Globex gets $60 million a year from Acme.",
    )
    articles = [article(text, name) for name, text in zip("abc", texts, strict=True)]
    before = analyse(articles, lexicon)
    assert [reading.claim.article for reading in before.readings] == ["a"]
    odd = before.claims_of("a")[0].figure
    after = analyse(articles, lexicon, before, (on(articles[0], odd.quote, odd.quantity),))
    assert [pair.status for pair in after.pairs] == [pair.status for pair in before.pairs]
    assert after.readings == ()
    assert {payment.article for payment in after.payments if "by_editor" in payment.assumed} == {"a"}
    assert not [payment for payment in before.payments if "by_editor" in payment.assumed]
    assert wording.assumption("by_editor") == "an amount or a date is as the editor reads it"
