"""Whether it is found what claims that are compared have in common."""

import pytest

from desktop.core.topics import topic_of


@pytest.fixture
def topic(claims, lexicon):
    """The topic of the first claims of some texts."""

    def of(*texts):
        return topic_of([claims(text)[0] for text in texts], lexicon)

    return of


def test_a_payment_has_the_direction_that_most_claims_give(topic):
    found = topic("Acme pays Globex $5.", "Globex pays Acme $5.", "Globex is paid $5 by Acme.")
    assert (found.kind, found.attribute, found.payer, found.payee) == ("money", "payment", "Acme", "Globex")
    assert found.subject is None


def test_a_subject_is_taken_from_any_claim(topic):
    found = topic("The firm had revenue of $5.", "Globex had revenue of $5.")
    assert (found.attribute, found.subject) == ("revenue", "Globex")


def test_a_count_has_its_noun(topic):
    assert topic("It has 12 offices.", "It has 14 offices.").noun == "office"


def test_without_attribute_and_noun_a_shared_word_tells(topic):
    found = topic("The ferry needs 5 km.", "A vessel took 5 km.")
    assert (found.attribute, found.noun) == (None, "ship")
    found = topic("The turbine needs 5 km.", "A turbine took 5 km.")
    assert (found.attribute, found.noun) == (None, None)  # of a stem nobody would know what it means


def test_changes_say_of_what(topic):
    found = topic("Revenue rose 12 percent.", "Revenue rose 14 percent.")
    assert (found.attribute, found.of) == ("growth", "revenue")


def test_a_place_is_told_where_all_are_of_it(topic):
    one, other = "It killed 12 people in Norland.", "It killed 14 people in Norland."
    assert topic(one, other).place == "norland"
    assert topic(one, "It killed 14 people.").place is None
    assert topic(one, "It killed 14 people in Sudland.").place is None


def test_an_earlier_time_is_told_where_all_are_of_it(topic):
    one, other = "The previous toll was 37 deaths.", "The toll is 37 deaths."
    assert topic(one, one).earlier
    assert not topic(one, other).earlier
