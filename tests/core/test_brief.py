"""Whether steps are told apart by what they were done on."""

import pytest

from desktop.core.anchors import Anchor
from desktop.core.text import Span
from desktop.core.wording import brief, step


def place(quote: str) -> Anchor:
    return Anchor("a", Span(0, len(quote)), quote)


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("$5", "$5"),
        ("$5\r\n a  year", "$5 a year"),
        ("x" * 40, "x" * 40),
        ("x" * 41, "x" * 40 + "…"),
        ("x" * 39 + " y", "x" * 39 + "…"),
    ],
)
def test_a_quote_is_repeated_on_one_line_and_cut_where_it_is_long(quote, words):
    assert brief(quote) == words


def test_a_step_is_called_by_what_it_was_done_on():
    assert step("ruling on “{quote}”", (place("$5"), place("$6"))) == "ruling on “$5”"
    assert step("link “{quote}” and “{other}”", (place("$5"), place("{six}"))) == "link “$5” and “{six}”"
