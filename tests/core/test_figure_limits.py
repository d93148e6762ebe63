"""Whether no text, however odd or long, stops the finding of figures, and paragraphs are read for themselves."""

import random
import sys

import pytest

from desktop.core.figures import Conventions, find_figures, find_sentences

ODD = {
    "digits": "1" * 100_000,
    "blanks": " " * 100_000,
    "and": "and " * 25_000,
    "hedges": "about nearly over " * 5_000 + "5 million",
    "points": "." * 100_000,
    "digits and points": "1." * 50_000,
    "digits and commas": "1," * 50_000,
    "apostrophes": "000'" * 25_000,
    "groups": "000 " * 25_000,
    "strokes": "1/" * 10_000,
    "dashes": "1-" * 10_000,
    "millions of": "millions of " * 8_000,
    "number words": "two hundred " * 8_000,
    "twenty-": "twenty-" * 10_000,
    "letters and digits": "a1" * 50_000,
    "signs": "$€£" * 30_000,
    "brackets": "[5]" * 3_000,
    "surrogates": "\ud83d 5 million \udc00 " * 500,
    "controls": "".join(map(chr, range(32))) * 1_000 + " 5 km",
    "scripts": "пять 5 млн 五百万 ٣٤ ½ ² 5² " * 300,
    "direction marks": "\u202e5 km\u202c " * 500,
    "no full stop": "it paid $5 million and 12 percent to " * 300,
    "months": "May " * 5_000,
    "addresses": "https://" * 10_000,
    "nothing": "",
}


@pytest.mark.parametrize("name", ODD)
def test_no_text_is_too_odd(name, figures):
    text = ODD[name]
    for figure in figures(text):
        assert figure.quote == figure.span.of(text)


@pytest.mark.parametrize("name", ["digits", "blanks", "points", "groups", "letters and digits", "controls"])
def test_what_cannot_be_read_is_no_figure(name, figures):
    assert [figure.quote for figure in figures(ODD[name])] == (["5 km"] if name == "controls" else [])


def test_numbers_of_other_scripts_are_no_figures(figures):
    assert [figure.quote for figure in figures("It has ٣٤ lamps and 五 more.")] == []


@pytest.mark.parametrize("seed", range(20))
def test_any_row_of_words_is_read(seed, figures, lexicon):
    others = (
        "and to of - – / , . ( ) a per cent km years old ago ' 5 12 2026 3.5 08 % s p aged his voted o'clock GMT Smith"
    )
    words = [*sorted(lexicon.openers), *others.split()]
    chance = random.Random(seed)
    for _ in range(200):
        text = chance.choice((" ", "")).join(chance.choice(words) for _ in range(chance.randint(1, 14)))
        ends = 0
        for figure in figures(text, "2026-05-20"):
            assert figure.core.start >= ends, text
            ends = figure.core.end


def test_cost_grows_with_the_text_alone(article, lexicon):
    # steps of the interpreter rather than seconds, which depend on the machine
    def steps(text):
        count = 0

        def tick(*_):
            nonlocal count
            count += 1

        sys.setprofile(tick)
        try:
            find_figures(article(text), lexicon)
        finally:
            sys.setprofile(None)
        return count

    saying = "Sales of Selby rose by 5 percent to $3 million in May. "
    for line in (saying, saying.replace(". ", ", "), saying + "\n"):
        one, ten = steps(line * 100), steps(line * 1000)
        assert ten < 11 * one


PARAGRAPHS = [
    "Globex Pays Acme $5 Million",
    "Globex will pay Acme 5 million euros a month, or 60 million a year. That is 20 million more than before.",
    "Fifteen million is the sum.\r",
    "A quake of magnitude 6.8 struck on Friday, 5 May 2029, at 07:48. It was put at 6.5 later.",
    "It rose from 10 to 20 percent in 2028; about 5, 6 and 7 million lamps were sold.",
    "Kolos 1 and 2 stand in Norland, where 300 people died.",
    "",
    "It cost 1.5 million and half of it was lost by 05/06/2029, not by 13/06/2029.",
]


def test_paragraphs_are_read_for_themselves(article, lexicon):
    text = "\n".join(PARAGRAPHS)
    habits = Conventions(text, lexicon)
    expected, start = [], 0
    for paragraph in PARAGRAPHS:
        for figure in find_figures(article(paragraph), lexicon, habits):
            expected.append((figure.quote, figure.core.start + start, figure.quantity))
        start += len(paragraph) + 1
    found = find_figures(article(text), lexicon)
    assert [(figure.quote, figure.core.start, figure.quantity) for figure in found] == expected
    assert len(found) == 20


def test_sentences_and_figures_are_the_same(article, lexicon):
    whole = article("\n".join(PARAGRAPHS))
    figures = [figure for sentence in find_sentences(whole, lexicon) for figure, _, _ in sentence.figures]
    assert tuple(figures) == find_figures(whole, lexicon)


def test_no_word_that_opens_a_figure_is_passed_over(lexicon):
    words = {word for word in lexicon.openers if word.isalpha() and word.isascii() and len(word) > 1}
    assert words <= lexicon.anchors
    assert {word.upper() for word in words} <= lexicon.anchors
    assert lexicon.date_openers <= lexicon.openers
