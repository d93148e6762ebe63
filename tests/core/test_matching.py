"""Whether it is decided soundly which strands of two articles speak of one thing."""

import pytest

from desktop.core.topics import Candidate, Company, Evidence, assign, connected, evidence, facts_of, strands_of, vetoed
from desktop.core.topics.matching import value_points


@pytest.fixture
def strand(claims, lexicon):
    """The first strand of a text."""

    def read(text):
        return strands_of(facts_of(claims(text), lexicon), lexicon)[0]

    return read


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("It killed 37 people.", "It covers 37 km.", id="kind"),
        pytest.param("It covers 37 km.", "It covers 37 acres.", id="dimension"),
        pytest.param("It rose 5 percent.", "It rose 5 percentage points.", id="percent and points"),
        pytest.param("It killed 37 people.", "It injured 37 people.", id="attribute"),
        pytest.param("It has 12 offices.", "It has 12 ships.", id="counted noun"),
        pytest.param("Globex had revenue of $5.", "Initech had revenue of $5.", id="subject"),
        pytest.param("It killed 37 people in Norland.", "It killed 37 people in Sudland.", id="place"),
        pytest.param("Globex had revenue of $5 in 2024.", "Globex had revenue of $5 in 2025.", id="year"),
        pytest.param("Its revenue was $5 in the quarter.", "Its revenue was $5 for the full year.", id="quarter"),
        pytest.param("It killed 74 people.", "It killed 74 of the people.", id="part and whole"),
        pytest.param("The toll is 37 deaths.", "The previous toll was 37 deaths.", id="earlier"),
        pytest.param("A magnitude 6.8 quake struck.", "A magnitude 6.8 aftershock struck.", id="shock"),
        pytest.param("Revenue rose 5 percent.", "Profit rose 5 percent.", id="what changed"),
        pytest.param("It costs $5 per night.", "It costs $5 a barrel.", id="periods that cannot be converted"),
    ],
)
def test_a_known_difference_vetoes(one, other, strand, lexicon):
    assert vetoed(strand(one), strand(other), lexicon)
    assert vetoed(strand(other), strand(one), lexicon)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("It killed 37 people.", "It killed 52 people.", id="only the value"),
        pytest.param("It killed 37 people.", "It killed 37 people in Sudland.", id="a place on one side"),
        pytest.param("The firm had revenue of $5.", "Globex had revenue of $5.", id="a subject on one side"),
        pytest.param("Its revenue was $5.", "Its revenue was $5 in 2025.", id="a year on one side"),
        pytest.param("Its revenue was $5.", "It had $5.", id="an attribute on one side"),
        pytest.param("It killed 37 people.", "It killed 37 workers.", id="people are people"),
        pytest.param("It is 5 km deep.", "It is 3 miles deep.", id="one dimension"),
        pytest.param("Its revenue was $5 in 2025.", "Its revenue was $5 in Q1 2025.", id="a quarter of the year"),
        pytest.param("It costs $5 a month.", "It costs $60 a year.", id="periods that can be converted"),
    ],
)
def test_a_missing_feature_does_not(one, other, strand, lexicon):
    assert not vetoed(strand(one), strand(other), lexicon)
    assert not vetoed(strand(other), strand(one), lexicon)


def test_more_in_common_is_more_evidence(strand, lexicon):
    def points(one, other):
        left, right = strand(one), strand(other)
        return evidence(left, right, lexicon, Company([(left, right)], lexicon)).points

    bare = points("It has 12 lamps.", "It had 14 lamps.")
    attribute = points("It killed 12 people.", "It killed 14 people.")
    place = points("It killed 12 people in Norland.", "It killed 14 people in Norland.")
    assert 0 < bare < attribute < place


def test_company_makes_a_shared_attribute_worth_less(strand, lexicon):
    one, other = strand("It killed 12 people."), strand("It killed 14 people.")
    third = strand("It killed 16 people.")
    alone = evidence(one, other, lexicon, Company([(one, other)], lexicon))
    crowded = evidence(one, other, lexicon, Company([(one, other), (one, third)], lexicon))
    assert alone.points > crowded.points
    assert alone.families > crowded.families


def test_common_words_are_no_evidence(strand, lexicon):
    one = strand("And there was also about this 12 of it with them.")
    other = strand("And there was also about this 14 of it with them.")
    assert evidence(one, other, lexicon, Company([(one, other)], lexicon)).points == 0


@pytest.mark.parametrize(
    ("one", "other", "points"),
    [
        ("It cost $1,234.", "It cost $1,234.", 2.0),
        ("It cost $5 million.", "It cost $5 million.", 1.0),
        ("It has 37 lamps.", "It has 37 lamps.", 1.0),
        ("It has 5 lamps.", "It has 5 lamps.", 0.5),
        ("It has 50 lamps.", "It has 50 lamps.", 0.5),
        ("It ends in May 2029.", "It ends in May 2029.", 1.5),
        ("It ends in 2029.", "It ends in 2029.", 0.5),
        ("It struck at 07:48.", "It struck at 07:48.", 1.5),
    ],
)
def test_telling_values_weigh_more_than_round_ones(one, other, points, figures):
    (left,), (right,) = figures(one), figures(other)
    assert value_points(left.quantity, right.quantity) == points


def test_agreements_come_before_differences(strand):
    left, right, third = (strand(f"It killed {number} people.") for number in (12, 14, 16))
    fits = Candidate(left, right, Evidence(3, 2), 1, agrees=True)
    differs = Candidate(left, third, Evidence(9, 3), 0, agrees=False)
    assert assign([differs, fits]) == [fits]


def test_every_strand_is_matched_once(strand):
    a, b, c, d = (strand(f"It killed {number} people.") for number in (12, 14, 16, 18))
    best = Candidate(a, c, Evidence(5, 2), 2, agrees=True)
    second = Candidate(b, c, Evidence(4, 2), 2, agrees=True)
    other = Candidate(b, d, Evidence(3, 2), 2, agrees=True)
    assert assign([other, second, best]) == [best, other]


def test_a_difference_needs_a_margin(strand):
    a, b, c = (strand(f"It killed {number} people.") for number in (12, 14, 16))
    one = Candidate(a, b, Evidence(5, 2), 0, agrees=False)
    near = Candidate(a, c, Evidence(4.8, 2), 0, agrees=False)
    far = Candidate(a, c, Evidence(4, 2), 0, agrees=False)
    assert assign([one, near]) == []
    assert assign([one, far]) == [one]


def test_the_order_in_which_candidates_come_does_not_matter(strand):
    a, b, c, d = (
        strand("lamp " * place + f"It killed {number} people.") for place, number in enumerate((12, 14, 16, 18))
    )
    candidates = [
        Candidate(a, c, Evidence(4, 2), 1, agrees=True),
        Candidate(a, d, Evidence(4, 2), 1, agrees=True),
        Candidate(b, c, Evidence(4, 2), 1, agrees=True),
        Candidate(b, d, Evidence(4, 2), 1, agrees=True),
    ]
    assert assign(candidates) == assign(candidates[::-1])


def test_links_join_strands_into_groups(strand):
    a, b, c, d, e = (strand(f"It killed {number} people.") for number in (12, 14, 16, 18, 20))
    assert connected([(a, b), (c, d), (b, e)]) == [[a, b, e], [c, d]]
    assert connected([]) == []
