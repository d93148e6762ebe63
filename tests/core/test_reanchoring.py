"""Whether a place is found again in a newer version exactly where it is now, and never on what only looks like it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.anchors import anchor_at
from desktop.core.figures import find_figures
from desktop.core.reanchoring import Reanchoring, Way, find_again
from desktop.core.reanchoring.sameness import telling
from desktop.core.text import Article, Span
from desktop.files.lexicon import load

LOST = None
COURT = "The rent is $5 million a month, the court heard on Friday."


def marked(text: str) -> tuple[str, Span]:
    """A text without the brackets around the place that is meant, and the place."""
    start, end = text.index("["), text.index("]") - 1
    return text.replace("[", "", 1).replace("]", "", 1), Span(start, end)


def moved(old: str, new: str | None, lexicon, *, text: str = "", exactly: bool = False):
    """Where the marked place of one text is found in the other, drawn as brackets; LOST where it is not."""
    before, span = marked(old)
    after = text or marked(new or "")[0]
    one, other = Article("a", "", before, "1"), Article("a", "", after, "2")
    found = Reanchoring(one, other, lexicon).find(anchor_at("a", span, before), exactly=exactly)
    at = found.anchor
    if found.way is Way.LOST:
        assert at.lost
        assert (at.span, at.quote) == (span, span.of(before))
        return LOST
    assert not at.lost
    assert at == anchor_at("a", at.span, after)
    return f"{after[: at.span.start]}[{at.quote}]{after[at.span.end :]}"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # at its place, further down, further up, in another order
        ("The rent is [$5 million] a month.", "The rent is [$5 million] a month. More soon."),
        (f"Rain fell. {COURT}".replace("$5", "[$5]"), f"Snow fell on us all. {COURT}".replace("$5", "[$5]")),
        (
            "Harbour pays [$5 million] to Pier. The wall is long and old.",
            "The wall is long and old. Harbour pays [$5 million] to Pier.",
        ),
        # worded otherwise around it
        (
            "The rent is [$5 million a month], the court heard on Friday.",
            "The rent is [$5 million per month], the judge heard on Friday.",
        ),
        (
            "Harbour pays Pier [$5 million] for the northern wall, officials say.",
            "Harbour now pays Pier [$5 million] for the northern sea wall, as officials say.",
        ),
        ("A monthly fee of [$5 million] is due to Pier.", "A monthly fee of some [$5 million] is due to Pier."),
        # white space only
        ("The rent\r\nis [$5 million] now,\r\nthey said.", "The rent\nis [$5\u00a0million] now,\nthey said."),
        ("🚢🚢 The rent of ships is [$5] now.", "🚢 The rent of ships is [$5] now."),
        # a twin in front, behind, at the same offset
        ("There is rain. Harbour pays Pier [$5].", "Lawyers got in all $5. Harbour pays Pier [$5]."),
        ("Harbour pays Pier [$5] now. Fuel costs us $5 too.", "Harbour pays Pier [$5] now. Fuel costs us $5 too. So."),
        # its own twin was changed
        (
            "Harbour pays Pier $5 now. Fuel costs the town [$5] too.",
            "Harbour pays Pier $6 now. Fuel costs the town [$5] too.",
        ),
        # tables
        ("Jan 12\nFeb [15]\nMar 15", "Year 2026\nJan 12\nFeb [15]\nMar 15"),
        ("Jan\n12\nFeb\n[15]\nMar\n15", "Jan\n13\nFeb\n[15]\nMar\n15"),
        ("12\n[15]\n17\n19", "12\n13\n[15]\n17\n19"),
        # sentences that are told twice
        (
            "Alpha ships sail. It cost $5. Beta boats sink. It cost [$5]. Gamma rafts float.",
            "Alpha ships sail. It cost $5. Beta boats sink. It cost [$5]. Gamma rafts float. End.",
        ),
    ],
)
def test_an_unchanged_figure_is_found(old, new, lexicon):
    assert moved(old, new, lexicon, exactly=True) == new


@pytest.mark.parametrize(
    ("old", "text"),
    [
        # changed: digits, scale, currency, unit, period, sign, words for digits
        ("The rent is [$1.25 billion] a month, they said.", "The rent is $1.3 billion a month, they said."),
        ("The rent is [$5 million] a month, they said.", "The rent is $5 billion a month, they said."),
        ("The rent is [$5 million] a month, they said.", "The rent is €5 million a month, they said."),
        ("The rent is [$5] a month, they said.", "The rent is $50 a month, they said."),
        ("The rent is [$5] a month, they said.", "The rent is $5 million a month, they said."),
        ("The rent is [5 percent] of all, they said.", "The rent is 5 miles of all, they said."),
        ("The rent is [$5 a month], they said.", "The rent is $5 a year, they said."),
        ("An annual payment of [$5 million] was due.", "A monthly payment of $5 million was due."),
        ("Prices moved [-5%] over the year, they said.", "Prices moved 5% over the year, they said."),
        ("The town has [5] gates in its wall, they said.", "The town has five gates in its wall, they said."),
        ("The town has [5] gates in its wall, they said.", "The town has 5 doors in its wall, they said."),
        ("It grew by [over 5 million] people, they said.", "It grew by under 5 million people, they said."),
        ("The rent is [$1.25 billion], they said.", "The rent is $1,250 million, they said."),
        ("It is [$12 million] for now, they said.", "It is $21 million for now, they said."),
        # changed, and a twin stands elsewhere, old or new
        ("Harbour pays Pier [$5]. Fuel costs the town $5.", "Harbour pays Pier $6. Fuel costs the town $5."),
        ("Harbour pays Pier [$5]. All is well here.", "Harbour pays Pier $6. All is well here. Fuel was $5."),
        ("Harbour pays Pier [$5] now. Fuel costs $6.", "Harbour pays Pier $6 now. Fuel costs $5."),
        # its sentence is gone, and a twin stands at its offset
        ("Harbour pays Pier [$5]. All is well.", "Lawyers took home $5. All is well."),
        ("The rent is [$5 million] a month, they said.", "Nothing of the kind: sailors stole $5 million on Friday."),
        # one of two equal ones is gone
        ("It cost $5. It cost [$5].", "It cost $5."),
        ("It cost [$5]. It cost $5.", "It cost $5."),
        ("Alpha sails. It cost [$5]. Beta sinks.", "Alpha sails. It cost $5. It cost $5. Beta sinks."),
        # a sentence of which there are two now, neither beside what it stood beside
        (
            "Dogs bark. Harbour pays Pier [$5]. Cats mew.",
            "Cows moo. Harbour pays Pier $5. Ducks quack. Harbour pays Pier $5. Pigs grunt.",
        ),
        # numbers that slid along
        ("12\n[15]\n17\n19", "15\n17\n19\n21"),
        ("Jan\n12\nFeb\n[15]\nMar\n17", "Jan\n15\nFeb\n17\nMar\n19"),
        ("12 [15] 17 19", "15 17 19 21"),
        (
            "First quarter\nRevenue was [$5] in the period.\nSecond quarter\nRevenue was $6 in the period.",
            "First quarter\nRevenue was $6 in the period.\nSecond quarter\nRevenue was $5 in the period.",
        ),
        # nothing left
        (COURT.replace("$5 million", "[$5 million]"), "Quite another story."),
        (COURT.replace("$5 million", "[$5 million]"), "."),
        (COURT.replace("$5 million", "[$5 million]"), "5 5 5 $5 $50 $5m $5 million $5 million 5"),
    ],
)
def test_a_figure_that_is_changed_or_in_doubt_is_lost(old, text, lexicon):
    assert moved(old, None, lexicon, text=text, exactly=True) is LOST
    assert moved(old, None, lexicon, text=text) is LOST


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The [big red house] burned down on Friday.", "The [large red house] burned down on Friday."),
        ("[The police said] on Friday that it burned.", "[This police said] on Friday that it burned."),
        ("The [house with 3 gates] is old, they said.", "The [house with 3 gates] is very old, they said."),
        (
            "The [house with its 3 gates and a wall of stone] is old, they said.",
            "The [house with its 3 gates and a wall of bricks] is old, they said.",
        ),
        ("[Nobody knows why. It rained.] So it goes.", "So it goes on. [Nobody knows why. It rained.] So it goes."),
        ("Nobody knows the Falc[on 9] rocket here.", "Nobody knows that Falc[on 9] rocket here."),
    ],
)
def test_words_may_change_a_little(old, new, lexicon):
    assert moved(old, new, lexicon) == new


@pytest.mark.parametrize(
    ("old", "text"),
    [
        ("The [house with 3 gates] is old, they said.", "The house with 4 gates is old, they said."),
        ("The [house with 3 gates] is old, they said.", "The house with three gates is old, they said."),
        ("They flew [the Falcon 9 rocket] on Friday.", "They flew the Falcon 8 rocket on Friday."),
        ("It burned [down a month ago] in the night.", "It burned down a year ago in the night."),
        ("The [big red house] burned down on Friday.", "A small blue boat sank on Monday."),
        ("The [house] burned down on Friday in Dover.", "On Monday a ship sank off Calais; a house there stands."),
    ],
)
def test_words_that_are_others_are_lost(old, text, lexicon):
    assert moved(old, None, lexicon, text=text) is LOST


def test_what_more_than_a_note_hangs_on_may_not_change_at_all(lexicon):
    old, text = "[A great many gates] were shut on Friday.", "A great many doors were shut on Friday."
    assert moved(old, None, lexicon, text=text, exactly=True) is LOST
    same = "They say: [A great many gates] were shut on Friday."
    assert moved(old, same, lexicon, exactly=True) == same


def find(anchor, old: str, new: str, lexicon):
    return find_again(anchor, Article("a", "", old, "1"), Article("a", "", new, "2"), lexicon)


def test_a_lost_place_is_found_when_the_outlet_puts_it_back(lexicon):
    first = f"Rain fell. {COURT} Fuel was dear."
    second = first.replace("$5 million", "$6 million")
    span = Span(first.index("$5"), first.index("$5") + len("$5 million"))
    lost = find(anchor_at("a", span, first), first, second, lexicon)
    assert lost.lost
    assert find(lost, second, f"Snow fell. {second}", lexicon) == lost
    back = find(lost, second, f"Snow fell. {first}", lexicon)
    assert not back.lost
    assert back.span.start == span.start + len("Snow fell. ")
    third = second.replace("Fuel was dear", "Fuel was $5 million")
    assert find(lost, second, third, lexicon).lost
    twice = second.replace("$6 million", "$5 million") + " " + COURT
    assert find(lost, second, twice, lexicon).lost


def test_a_lost_place_without_surroundings_stays_lost(lexicon):
    anchor = anchor_at("a", Span(0, 2), "$5")
    lost = find(anchor, "$5", "$6", lexicon)
    assert lost.lost
    assert find(lost, "$6", "$5", lexicon).lost


def test_an_anchor_that_does_not_fit_its_text_is_lost(lexicon):
    anchor = anchor_at("a", Span(0, 2), "$5 for all")
    assert find(anchor, "$6 for all", "$5 for all", lexicon).lost
    assert find(anchor_at("a", Span(50, 52), " " * 50 + "$5"), "short", "shorter", lexicon).lost


def test_white_space_alone_is_no_place_to_hold_on_to(lexicon):
    anchor = anchor_at("a", Span(4, 5), "Some words")
    assert find(anchor, "Some words", "More words", lexicon).lost
    assert not find(anchor, "Some words", "Some words", lexicon).lost


SENTENCES = st.sampled_from(
    [
        "Harbour pays Pier $5 million a month.",
        "Harbour pays Pier $5 million a year.",
        "Pier owes €5 million.",
        "It cost $5.",
        "It cost $50.",
        "5",
        "12.5%",
        "The town has 5 gates and five walls.",
        "The rent of 🚢🚢 is $1.25 billion, about 5 times as much.",
        "Nobody knows\r\nwhy 5 million people left in May 2029.",
        "A monthly fee of $5 million is due, and -5% of it.",
    ]
)
TEXTS = st.lists(SENTENCES, max_size=7).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS, st.booleans())
def test_what_is_found_has_the_same_digits_scale_unit_and_currency(before, after, exactly):
    old, new = Article("a", "", before, "1"), Article("a", "", after, "2")
    index = Reanchoring(old, new, load())
    now = {figure.span: figure for figure in find_figures(new, load())}
    taken = set()
    for figure in find_figures(old, load()):
        found = index.find(anchor_at("a", figure.span, before), exactly=exactly).anchor
        assert found.lost or found.span.of(after) == found.quote
        if not found.lost:
            assert found.span not in taken
            taken.add(found.span)
            assert telling(found.quote, load()) == telling(figure.quote, load())
            other = now[found.span].quantity
            assert (other.low, other.high, other.unit, other.per) == (
                figure.quantity.low,
                figure.quantity.high,
                figure.quantity.unit,
                figure.quantity.per,
            )


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.data())
def test_an_unchanged_text_keeps_every_place(text, data):
    text = f"{text} end"
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    article = Article("a", "", text, "1")
    found = Reanchoring(article, article, load()).find(anchor_at("a", span, text))
    assert (found.anchor.span, found.way) == (span, Way.IN_PLACE)


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.sampled_from(["Nothing at all is new here. ", "Fuel costs the town $7. ", "\r\n\n"]), st.booleans())
def test_something_new_in_front_or_behind_leaves_figures_that_stand_once_where_they_are(text, more, in_front):
    old = Article("a", "", text, "1")
    new = Article("a", "", f"{more}{text}" if in_front else f"{text} {more}", "2")
    index = Reanchoring(old, new, load())
    for figure in find_figures(old, load()):
        found = index.find(anchor_at("a", figure.span, text)).anchor
        ahead = len(more) if in_front else 0
        assert found.lost or found.span.start == figure.span.start + ahead
