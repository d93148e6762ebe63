"""Whether a card says of a figure what an editor has to know, and no more."""

import pytest

from desktop.core.agreement import Status
from desktop.core.analysis import analyse
from desktop.core.cards import MOST_VOICES, card
from desktop.core.corrections import Correction
from desktop.core.quantities import Kind, Quantity
from desktop.core.text import letters_of, names_of

YEARLY = "Harbour pays Pier $12 million a year for three years, according to the filing."
MONTHLY = "Harbour pays Pier $12 million a month."


@pytest.fixture
def shown(lexicon):
    """The card of the figure with a quote."""

    def show(analysis, quote, article="A", facing=("A", "B")):
        figure = next(one for one in analysis.figures if (one.article, one.quote) == (article, quote))
        return card(analysis, figure, facing, letters_of(analysis.articles), names_of(analysis.articles), lexicon)

    return show


def test_a_rate_in_dispute(analysed, shown):
    found = shown(analysed(YEARLY, MONTHLY), "$12 million a year")
    assert found.quote == "$12 million a year"
    assert found.status is Status.CONFLICT
    assert found.quantity == "Amount of money: $12 million per year"
    assert found.conversions == (("Per month", "$1 million"), ("Total over the term", "$36 million (36 months)"))
    assert found.topic == "Payment, Harbour to Pier"
    assert found.circumstances == ("according to the filing",)
    assert [(voice.letter, voice.words, voice.status) for voice in found.voices] == [
        ("B", "$12 million a month", Status.CONFLICT)
    ]
    assert "a factor of 12" in found.why


def test_status_and_reason_are_those_of_the_articles_in_sight(analysed, shown):
    analysis = analysed(YEARLY, MONTHLY, YEARLY)
    assert shown(analysis, "$12 million a year", facing=("A", "C")).status is Status.AGREE
    alone = shown(analysis, "$12 million a year", facing=("A", None))
    assert (alone.status, alone.why) == (None, "")
    assert [voice.status for voice in alone.voices] == [Status.CONFLICT, Status.AGREE]


def test_a_figure_that_stands_alone(analysed, shown):
    found = shown(analysed("It has 3 gates.", "Nothing to count."), "3")
    assert (found.status, found.quantity, found.voices, found.why) == (None, "Count: 3 gates", (), "")


def test_the_worst_come_first_and_every_article_has_a_word_before_one_has_a_second(analysed, shown):
    others = [f"Harbour pays Pier ${number} million a year." for number in range(20, 20 + MOST_VOICES + 2)]
    analysis = analysed(YEARLY, f"{others[0]} Harbour pays Pier $90 million a year.", *others[1:], YEARLY)
    found = shown(analysis, "$12 million a year")
    assert len(found.voices) == MOST_VOICES
    assert found.more == 4
    assert len({voice.letter for voice in found.voices}) == MOST_VOICES
    assert {voice.status for voice in found.voices} == {Status.CONFLICT}
    assert "and 4 more" in found.text


def test_arithmetic_that_rests_on_it(analysed, shown):
    text = "Harbour pays Pier $12 million a month, or about $100 million a year."
    found = shown(analysed(text, MONTHLY), "$12 million a month")
    assert [status for status, _ in found.checks] == [Status.CONFLICT]


def test_the_suggested_reading(analysed, shown):
    found = shown(
        analysed("Harbour pays Pier $12 million a year in monthly payments.", MONTHLY, MONTHLY, MONTHLY),
        "$12 million a year",
    )
    assert "probably means $12 million per month" in found.suggestion
    assert found.suggestion in found.text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Harbour may pay Pier $12 million a year.", "only supposed"),
        ("Harbour plans to pay Pier $12 million a year.", "planned or expected"),
        ("Harbour does not pay Pier $12 million a year.", "denied"),
    ],
)
def test_how_firmly_it_is_said(analysed, shown, text, said):
    assert said in shown(analysed(text), "$12 million a year").circumstances


def test_an_editors_reading_says_so(article, lexicon, shown):
    one, two = article(YEARLY, "A"), article(MONTHLY, "B")
    figure = analyse((one,), lexicon).figures[0]
    correction = Correction(
        figure.anchor, Quantity(Kind.MONEY, figure.quantity.low, figure.quantity.low, "USD", "month")
    )
    found = shown(analyse((one, two), lexicon, corrections=(correction,)), "$12 million a year")
    assert found.by_editor
    assert "Read so by the editor" in found.text
    assert found.status is Status.AGREE
    assert not shown(analyse((one, two), lexicon), "$12 million a year").by_editor


def test_what_is_heard_is_what_is_seen(analysed, shown):
    found = shown(analysed(YEARLY, MONTHLY), "$12 million a year")
    for words in (found.quote, "conflict", found.quantity, found.topic, *found.circumstances, found.why):
        assert words in found.text


def test_an_unknown_figure_has_no_card(analysed, figures, lexicon):
    assert card(analysed(YEARLY), figures("About 7 things.")[0], ("A", None), {}, {}, lexicon) is None
