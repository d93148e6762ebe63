"""Whether it is said who stands where on a topic, and how far from the rest."""

import pytest

from desktop.core.agreement import Comparison
from desktop.core.analysis import analyse
from desktop.core.standpoints import standpoints
from desktop.core.wording import standpoint

NAMES = {"a": "Ledger", "b": "Wire", "c": "Spark", "d": "Post"}


@pytest.fixture
def rent(article, lexicon):
    """The comparison of what articles say Harbour pays Pier."""

    def made(*amounts: str) -> Comparison:
        articles = [article(f"Harbour pays Pier {said}.", name) for name, said in zip("abcd", amounts, strict=False)]
        return next(found for found in analyse(articles, lexicon).comparisons if found.topic.attribute == "payment")

    return made


def said(comparison: Comparison) -> list[tuple[str, str, str]]:
    return [("".join(held.articles), *standpoint(held, NAMES)) for held in standpoints(comparison)]


def test_what_most_say_comes_first_and_the_others_are_measured_by_it(rent):
    found = said(rent("$12 million a year", "$12 million a month", "$144 million a year", "$120 million a month"))
    assert [who for who, _, _ in found] == ["bc", "a", "d"]
    assert found[0][1:] == ("$12 million a month", "")
    assert found[1][2].startswith("÷\u00a012. ")
    assert found[2][2].startswith("×\u00a010. A decimal point")


def test_two_that_differ_are_two_standpoints(rent):
    (first, second) = said(rent("$12 million a year", "$15 million a year"))
    assert first == ("a", "$12 million a year", "")
    assert second[:2] == ("b", "$15 million a year")
    assert second[2].startswith("25 % apart.")


def test_all_who_agree_are_one(rent):
    assert [who for who, _, _ in said(rent("$12 million a year", "$1 million a month"))] == ["ab"]


def test_turned_round_is_said_in_words(article, lexicon):
    articles = [
        article("Harbour pays Pier $12 million a year.", "a"),
        article("Pier pays Harbour $12 million a year.", "b"),
    ]
    (comparison,) = analyse(articles, lexicon).comparisons
    assert [far for _, _, far in said(comparison)] == ["", "Payer and payee are swapped."]
