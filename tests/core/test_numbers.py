"""Whether numbers are read, in digits and in words, alone and as ranges."""

from decimal import Decimal

import pytest

from desktop.core.figures.numbers import in_digits, read_number, read_range
from desktop.core.text import Span
from desktop.core.tokens import tokens

D = Decimal


@pytest.mark.parametrize(
    ("text", "value", "step"),
    [
        ("5", "5", "1"),
        ("350", "350", "1"),
        ("1,250", "1250", "1"),
        ("15,000", "15000", "1000"),
        ("1,234,567", "1234567", "1"),
        ("12,34,567", "1234567", "1"),
        ("3.5", "3.5", "0.1"),
        ("1.25", "1.25", "0.01"),
        ("1,250.50", "1250.50", "0.01"),
        ("0", "0", "1"),
        ("0.5", "0.5", "0.1"),
    ],
)
def test_digits_have_a_value_and_a_last_digit(text, value, step):
    assert in_digits(text) == (D(value), D(step))


@pytest.mark.parametrize("text", ["1,25", "1.2.3", "12:30", "1,2345", "9" * 41, "٣", "²", "1,", ""])
def test_what_is_no_english_number(text):
    assert in_digits(text) is None


ONE = [
    ("350", "350"),
    ("15 billion", "15000000000"),
    ("15-billion", "15000000000"),
    ("15bn", "15000000000"),
    ("15 bn", "15000000000"),
    ("15B", "15000000000"),
    ("1.2 million", "1200000"),
    ("3 trillion", "3000000000000"),
    ("500 crore", "5000000000"),
    ("3 lakh", "300000"),
    ("3½", "3.5"),
    ("½", "0.5"),
    ("2½ million", "2500000"),
    ("two", "2"),
    ("fifteen", "15"),
    ("twenty-one", "21"),
    ("thirty five", "35"),
    ("fifteen billion", "15000000000"),
    ("one hundred", "100"),
    ("a hundred", "100"),
    ("one hundred and twenty-five", "125"),
    ("two thousand three hundred", "2300"),
    ("two hundred and five thousand", "205000"),
    ("three million two hundred thousand", "3200000"),
    ("twelve hundred", "1200"),
    ("a million", "1000000"),
    ("half a million", "500000"),
    ("half a dozen", "6"),
    ("two and a half million", "2500000"),
    ("two and a quarter million", "2250000"),
    ("a million and a half", "1500000"),
    ("a dozen", "12"),
    ("two dozen", "24"),
    ("3 dozen", "36"),
]
ONE_WRONG = [
    pytest.param("a hundred and twenty", "120", id="and"),
    pytest.param("a thousand two hundred", "1200", id="a tail"),
    pytest.param("2 1/2", "2.5", id="stroke"),
]


@pytest.mark.parametrize(("text", "value"), [*ONE, *ONE_WRONG])
def test_one_number(text, value, lexicon):
    found = tokens(text, Span(0, len(text)))
    number = read_number(found, 0, lexicon)
    assert number is not None
    assert (number.low, number.high, number.vague, number.end) == (D(value), None, False, len(found))


@pytest.mark.parametrize(
    ("text", "value"),
    [("3.5m", "3500000"), ("3.5 M", "3500000"), ("800k", "800000"), ("800K", "800000"), ("2t", "2000000000000")],
)
def test_a_lone_letter_is_a_scale_behind_money_only(text, value, lexicon):
    found = tokens(text, Span(0, len(text)))
    money, bare = read_number(found, 0, lexicon, money=True), read_number(found, 0, lexicon)
    assert money is not None
    assert bare is not None
    assert money.low == D(value)
    assert bare.low == in_digits(found[0].text)[0]


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("18.7 billion", "100000000"),
        ("15 billion", "1000000000"),
        ("350 million", "1000000"),
        ("15,000 million", "1000000"),
        ("two and a half million", "500000"),
        ("15,000", "1000"),
    ],
)
def test_the_last_digit_carries_the_scale(text, step, lexicon):
    assert read_number(tokens(text, Span(0, len(text))), 0, lexicon).step == D(step)


VAGUE = [
    ("dozens", "24", "100"),
    ("hundreds", "100", "1000"),
    ("thousands", "1000", "1000000"),
    ("millions", "1000000", "1000000000"),
    ("billions", "1000000000", "1000000000000"),
    ("tens of thousands", "20000", "100000"),
    ("hundreds of thousands", "100000", "1000000"),
    ("hundreds of millions", "100000000", "1000000000"),
    ("tens of billions", "20000000000", "100000000000"),
    ("several hundred", "200", "1000"),
    ("few thousand", "2000", "10000"),
    ("couple of hundred", "200", "300"),
    ("multi-billion", "1000000000", "1000000000000"),
    ("low single-digit billions", "1000000000", "4000000000"),
    ("high double-digit millions", "70000000", "100000000"),
    ("single-digit billions", "1000000000", "10000000000"),
    ("nine-figure", "100000000", "1000000000"),
    ("seven-figure", "1000000", "10000000"),
]


@pytest.mark.parametrize(("text", "low", "high"), VAGUE)
def test_orders_of_size_have_bounds(text, low, high, lexicon):
    found = tokens(text, Span(0, len(text)))
    number = read_number(found, 0, lexicon)
    assert number is not None
    assert (number.low, number.high, number.vague, number.end) == (D(low), D(high), True, len(found))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("10-20", "10", "20"),
        ("10–20", "10", "20"),
        ("10 to 20", "10", "20"),
        ("between 5 and 7", "5", "7"),
        ("between five and seven", "5", "7"),
        ("five to seven", "5", "7"),
        ("2 to 3 million", "2000000", "3000000"),
        ("1.5-2.5 billion", "1500000000", "2500000000"),
        ("800,000 to 1.2 million", "800000", "1200000"),
        ("900 million to 1.1 billion", "900000000", "1100000000"),
    ],
)
def test_ranges_share_a_scale(text, low, high, lexicon):
    found = tokens(text, Span(0, len(text)))
    number = read_range(found, 0, lexicon)
    assert number is not None
    assert (number.low, number.high, number.end) == (D(low), D(high), len(found))


@pytest.mark.parametrize(
    ("text", "at"),
    [
        pytest.param("from 10 to 20", 1, id="from to"),
        pytest.param("by 10 to 20", 1, id="by to"),
        pytest.param("20 to 10", 0, id="downward"),
        pytest.param("3 to 90000", 0, id="too far apart"),
        pytest.param("10 to twenty", 0, id="digits and words"),
    ],
)
def test_no_range(text, at, lexicon):
    number = read_range(tokens(text, Span(0, len(text))), at, lexicon)
    assert number is not None
    assert number.high is None


@pytest.mark.parametrize(
    "text", ["lamps", "half", "hundred lamps", "many lamps", "several", "few", "low", "$", "9" * 41]
)
def test_no_number(text, lexicon):
    assert read_number(tokens(text, Span(0, len(text))), 0, lexicon) is None
