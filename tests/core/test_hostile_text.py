"""Whether a million characters that no outlet would print are analysed all the same, and at linear cost."""

import sys

import pytest

from desktop.core.analysis import analyse
from desktop.core.figures import Conventions, find_figures

MILLION = 1_000_000
pytestmark = pytest.mark.timeout(60, method="thread")


def filled(piece: str, size: int = MILLION) -> str:
    """A text of `size` characters that says one thing over and over."""
    return (piece * (size // len(piece) + 1))[:size]


# Each with its figures, where it can be said how many there are.
HUGE = {
    "digits": ("7" * MILLION, 0),
    "spaces": (" " * MILLION, 0),
    "line ends": ("\r\n" * (MILLION // 2), 0),
    "and": ("and " * MILLION, 0),
    "nested hedges": (filled("about ") + " 5 lamps", None),
    "different hedges": (filled("more than nearly at least about ") + " $5 million", None),
    "no full stop": (filled("the board met and spoke at length of the old sea wall "), 0),
    "opening brackets": (filled("( [ { "), 0),
    "closing brackets": (filled(") ] } "), 0),
    "quotation marks open": (filled("“ he said ‘ "), 0),
    "quotation marks close": (filled("” he said ’ "), 0),
    "commas": ("," * 200_000, 0),
    "commas and blanks": (", " * 200_000, 0),
    "digits and commas": ("1," * 200_000, 0),
    "dollars": ("$" * MILLION, 0),
    "percent signs": ("%" * MILLION, 0),
    "first halves of surrogates": ("\ud83d" * MILLION, 0),
    "second halves of surrogates": (filled("\udea2 "), 0),
    "NUL": ("\0" * MILLION, 0),
    "controls": (filled("".join(map(chr, range(32)))), 0),
    "right-to-left marks": (filled("\u200f\u202e\u2067 "), 0),
    "no-break spaces": ("\u00a0" * MILLION, 0),
    "other scripts": (filled("пятьсот ٣٤ 五百 ५० สิบ "), 0),
    "emoji": (filled("🚢👩‍👩‍👧🏽 "), 0),
    "combining marks": ("a" + "\u0301" * MILLION, 0),
    "capitals": (filled("Aa Bb Cc "), 0),
    "initials": (filled("J. R. R. "), 0),
    "one word": ("a" * MILLION, 0),
    "apostrophes": (filled("Osier's "), 0),
    "slashes": (filled("https://"), 0),
    "full stops": ("." * MILLION, 0),
    "decimal points": (filled("1."), None),
}


@pytest.mark.parametrize(("text", "expected"), HUGE.values(), ids=HUGE)
def test_a_million_characters_end(text, expected, article, lexicon):
    found = analyse([article(text)], lexicon).figures
    assert all(figure.quote == figure.span.of(text) for figure in found)
    assert expected is None or len(found) == expected


# Full of figures, so that whatever looks at each figure beside all others would show: smaller, for they are work.
DENSE = {
    "sentences": "The flood killed 37 people in Norrick and cost $5 million. ",
    "payments": "Osier pays Pellam $5 million a month until May 2031. ",
    "no full stop": "it paid $5 million and 12 percent to Osier and ",
    "a list": "5, ",
    "dates": "On 5 May 2026 and 6 June 2027. ",
    "growth": "Sales rose by 5 percent to $3 million from $2 million. ",
    "lines": "37 dead\n",
    "brackets": "(5 (6 [7 ",
    "quotation marks": "“5 million ‘6 per cent ",
    "surrogates": "\ud83d5 km\udea2 ",
    "NUL": "\x005 km\x00 ",
    "right-to-left": "\u202e5 km\u202c \u200f$7 million\u200f. ",
    "scripts": "пять 5 km 五百 $7 million ٣٤. ",
    "emoji": "🚢 5 km 👩‍👧 $7 million. ",
}


@pytest.mark.parametrize("piece", DENSE.values(), ids=DENSE)
def test_two_texts_full_of_figures_end(piece, article, lexicon):
    texts = filled(piece, 6_000), filled(piece + " ", 6_000)
    found = analyse([article(texts[0]), article(texts[1], id="B")], lexicon)
    assert found.figures
    for claim in found.claims:
        assert claim.figure.quote == claim.figure.span.of(texts[claim.article == "B"])


@pytest.mark.parametrize("piece", DENSE.values(), ids=DENSE)
def test_each_sort_of_text_is_read_to_its_end(piece, article, lexicon):
    text = filled(piece, 20_000)
    last = find_figures(article(text), lexicon)[-1]
    assert last.span.start > 20_000 - 2 * len(piece) - 20


# ------------------------------------------------------------------------------------------------------- cost is linear


def steps(call, *arguments) -> int:
    """How many functions a call enters, Python's and C's: work that does not depend on the machine."""
    count = 0

    def tick(*_: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(tick)
    try:
        call(*arguments)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("piece", DENSE.values(), ids=DENSE)
def test_finding_figures_costs_by_the_length_of_the_text(piece, article, lexicon):
    one, eight = (steps(find_figures, article(filled(piece, size)), lexicon) for size in (2_000, 16_000))
    assert eight < 9.5 * one


class Counted(str):
    """A text that counts how many characters are taken out of it."""

    taken = 0

    def __getitem__(self, key):
        part = super().__getitem__(key)
        Counted.taken += len(part)
        return part


@pytest.mark.parametrize("piece", DENSE.values(), ids=DENSE)
def test_characters_are_taken_by_the_length_of_the_text(piece, article, lexicon):
    def taken(size: int) -> int:
        text = Counted(filled(piece, size))
        Counted.taken = 0
        find_figures(article(text), lexicon, Conventions(str(text), lexicon))
        return Counted.taken

    one, eight = taken(2_000), taken(16_000)
    assert eight < 9.5 * one
    assert eight < 40 * 16_000


@pytest.mark.parametrize(
    "text",
    [
        f"The quake killed five {'hundred ' * 220}people.",
        f"The deal cost ${'9' * 39} trillion.",
        f"The deal cost {'9' * 40} dollars.",
        "It was -5C, minus 5 percent, -$5 million.",
        "It was 0C, 0 percent of 0, $0 a month or $0 a year.",
    ],
)
def test_amounts_beyond_all_bounds_are_compared(text, article, lexicon):
    analysis = analyse([article(text), article(text, id="B")], lexicon)
    assert analysis.claims
    assert {pair.status for pair in analysis.pairs} <= {"agree"}
