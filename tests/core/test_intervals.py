"""Whether it is said rightly how far apart two dates or times are."""

import pytest

from desktop.core.wording.intervals import apart


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ("2032-06", "2031-06", "1 year earlier"),
        ("2029", "2032", "3 years later"),
        ("2028-05-03", "2028-05-13", "10 days later"),
        ("2028-05-03", "2027-05-03", "1 year earlier"),
        ("2028-05-03", "2028-06-03", "1 month later"),
        ("2028-11", "2029-01", "2 months later"),
        ("09:30", "10:30", "1 hour later"),
        ("10:30", "10:15", "15 minutes earlier"),
        ("2028-05", "2028-05", ""),
        ("2028-05", "2029", ""),
        ("--05", "--06", ""),
        ("", "2029", ""),
        ("2028-02-30", "2028-03-01", ""),
    ],
)
def test_how_much_later_or_earlier(was, now, said):
    assert apart(was, now) == said
