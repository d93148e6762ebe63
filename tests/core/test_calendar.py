"""Whether dates and times are compared at the coarser precision of the two."""

import pytest

from desktop.core.agreement import Status
from desktop.core.agreement.calendar import compare_dates, parse
from desktop.core.claims import Claim
from desktop.core.figures import Figure
from desktop.core.quantities import Exactness, Kind, Quantity
from desktop.core.text import Span
from desktop.core.topics import Topic


def dated(iso, kind=Kind.DATE, exactness=Exactness.EXACT):
    span = Span(0, 1)
    return Claim(Figure("A", span, "x", Quantity(kind, iso=iso, exactness=exactness), core=span), span)


@pytest.mark.parametrize(
    ("iso", "expected"),
    [
        ("2029", (2029, [], None)),
        ("2029-05", (2029, [5], None)),
        ("2029-05-20", (2029, [5], 20)),
        ("--05", (None, [5], None)),
        ("--05-20", (None, [5], 20)),
        ("2026-Q1", (2026, [1, 2, 3], None)),
        ("2026-Q4", (2026, [10, 11, 12], None)),
    ],
)
def test_dates_of_every_precision(iso, expected):
    day = parse(iso)
    assert (day.year, sorted(day.months), day.day) == expected


@pytest.mark.parametrize("iso", ["", "May", "198", "2029-5", "07:48"])
def test_what_is_no_date(iso):
    assert parse(iso) is None


@pytest.mark.parametrize(
    ("one", "other", "status"),
    [
        ("2029-05", "2029-05", "agree"),
        ("2029-05", "2029-05-20", "equivalent"),
        ("2029", "2029-05-20", "equivalent"),
        ("2029-05", "--05", "equivalent"),
        ("2029-05-20", "--05-20", "equivalent"),
        ("2026-Q1", "2026-02", "equivalent"),
        ("2026-Q1", "2026", "equivalent"),
        ("2029-05", "2029-06", "conflict"),
        ("2029-05", "2028-05", "conflict"),
        ("2029-05-20", "2029-05-21", "conflict"),
        ("2026-Q1", "2026-04", "conflict"),
        ("2026-Q1", "2026-Q2", "conflict"),
        ("--05", "--06", "conflict"),
    ],
)
def test_dates(one, other, status):
    for left, right in ((one, other), (other, one)):
        pair = compare_dates(dated(left), dated(right), Topic(Kind.DATE))
        assert pair.status == status
        assert [diagnosis.value for diagnosis in pair.diagnoses] == (["date"] if status == "conflict" else [])


@pytest.mark.parametrize(
    ("one", "other", "exactness", "status"),
    [
        ("07:48", "07:48", Exactness.EXACT, "agree"),
        ("07:48", "07:50", Exactness.EXACT, "conflict"),
        ("07:48", "07:50", Exactness.ABOUT, "approx"),
        ("07:48", "08:03", Exactness.ABOUT, "approx"),
        ("07:48", "08:04", Exactness.ABOUT, "conflict"),
        pytest.param(
            "23:55",
            "00:05",
            Exactness.ABOUT,
            "approx",
            id="about midnight",
        ),
    ],
)
def test_times(one, other, exactness, status):
    for left, right in ((one, other), (other, one)):
        pair = compare_dates(dated(left, Kind.TIME, exactness), dated(right, Kind.TIME), Topic(Kind.TIME))
        assert pair.status == status


def test_a_day_that_is_not_known_is_not_compared():
    assert compare_dates(dated(None), dated("2029"), Topic(Kind.DATE)) is None


def test_a_date_and_a_time_are_not_compared():
    assert compare_dates(dated("2029"), dated("07:48", Kind.TIME), Topic(Kind.DATE)) is None


def test_a_decade_is_not_compared():
    assert compare_dates(dated("198"), dated("1987"), Topic(Kind.DATE)) is None or (
        compare_dates(dated("198"), dated("1987"), Topic(Kind.DATE)).status is not Status.CONFLICT
    )
