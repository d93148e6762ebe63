"""Whether two passages are compared word by word, and figures never cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.alignment import LONGEST, Passage, Presence, differences
from desktop.core.text import Span


def passage(text: str, *figures: str) -> Passage:
    """A whole text, with these figures in it."""
    places = [text.index(figure) for figure in figures]
    return Passage(
        text,
        Span(0, len(text)),
        tuple(Span(place, place + len(figure)) for place, figure in zip(places, figures, strict=True)),
    )


def told(a: Passage, b: Passage) -> str:
    """The runs as a reader would note them: [only in A], {only in B}."""
    marks = {Presence.BOTH: "{}", Presence.A: "[{}]", Presence.B: "{{{}}}"}
    return " ".join(marks[run.kind].format(run.words) for run in differences(a, b))


@pytest.mark.parametrize(
    ("a", "b", "wanted"),
    [
        ("It pays rent.", "It pays rent.", "It pays rent."),
        ("It pays rent.", "It pays\n  rent .", "It pays rent."),
        ("Harbour pays rent today.", "Harbour owes rent today.", "Harbour [pays] {owes} rent today."),
        ("Nobody paid anything.", "Nobody paid.", "Nobody paid [anything] ."),
        ("One thing.", "Quite another!", "[One thing.] {Quite another!}"),
        ("Harbour", "harbour", "[Harbour] {harbour}"),
        # One short word between two differences tells nothing.
        ("Harbour of London", "Pier of Dover", "[Harbour of London] {Pier of Dover}"),
        ("Harbour in 7 weeks", "Pier on 7 days", "[Harbour in] {Pier on} 7 [weeks] {days}"),
        ("🚢 sails", "⚓ sails", "[🚢] {⚓} sails"),
    ],
)
def test_words(a, b, wanted):
    assert told(passage(a), passage(b)) == wanted


def test_figures_are_never_cut_in_two():
    a = passage("Harbour pays $1.25 billion per month.", "$1.25 billion per month")
    b = passage("Harbour pays $1.3 billion per month.", "$1.3 billion per month")
    assert told(a, b) == "Harbour pays [$1.25 billion per month] {$1.3 billion per month} ."


def test_a_short_figure_that_both_have_stays_common():
    a = passage("Harbour took 12 ships.", "12")
    b = passage("Pier lost 12 boats.", "12")
    assert told(a, b) == "[Harbour took] {Pier lost} 12 [ships] {boats} ."


def test_a_figure_over_a_line_break_is_the_same_figure():
    a = passage("It pays 5\nmillion now.", "5\nmillion")
    assert told(a, passage("It pays 5 million now.", "5 million")) == "It pays 5\nmillion now."


def test_only_the_stretch_is_compared():
    a = Passage("Before. It pays rent. After.", Span(8, 21))
    b = Passage("It pays rent.", Span(0, 13))
    (run,) = differences(a, b)
    assert (run.kind, run.a, run.b) == (Presence.BOTH, Span(8, 21), Span(0, 13))


def test_more_words_than_are_compared_are_still_told():
    long = " ".join(f"word{number}" for number in range(LONGEST + 5))
    runs = differences(passage(long), passage(long))
    assert [run.kind for run in runs] == [Presence.BOTH, Presence.A, Presence.B]
    assert runs[1].words == runs[2].words
    assert runs[1].words.count("word") == 5


WORDS = st.lists(st.sampled_from(["Harbour", "pays", "the", "$5", "7", ",", "ünder", "𝟚🚢", "\n"]), max_size=30)


@given(WORDS, WORDS)
def test_the_runs_hold_every_word_of_both_once_and_in_order(a, b):
    left, right = " ".join([*a, "x"]), " ".join([*b, "x"])
    runs = differences(passage(left), passage(right))
    for text, spans in ((left, [run.a for run in runs]), (right, [run.b for run in runs])):
        stretches = [span for span in spans if span is not None]
        assert stretches == sorted(stretches)
        assert "".join("".join(span.of(text).split()) for span in stretches) == "".join(text.split())
    for run in runs:
        if run.kind is Presence.BOTH:
            assert run.a.of(left).split() == run.b.of(right).split()
