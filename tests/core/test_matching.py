"""Whether it is decided soundly which strands of two articles speak of one thing."""

import pytest

from desktop.core.topics import (
    Candidate,
    Company,
    Evidence,
    Index,
    assign,
    connected,
    doubts,
    facts_of,
    profiles_of,
    strands_of,
    vetoed,
)
from desktop.core.topics.values import value_points


@pytest.fixture
def strand(claims, lexicon):
    """The first strand of a text."""

    def read(text):
        return strands_of(facts_of(claims(text), lexicon), lexicon)[0]

    return read


@pytest.fixture
def evidence(claims, lexicon):
    """What speaks for the first strands of two texts being about one thing, among all that the texts say."""

    def weigh(one, other):
        sides = [
            Index(profiles_of(strands_of(facts_of(claims(text), lexicon), lexicon), lexicon)) for text in (one, other)
        ]
        company = Company(*sides, lexicon)
        found = [*company.likely(), *company.unlike((), ())]
        return next(
            (how for a, b, how in found if a is sides[0].profiles[0].strand and b is sides[1].profiles[0].strand),
            Evidence(0.0, 0),
        )

    return weigh


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
        pytest.param("It caused 74 deaths.", "It accounts for 74 of the deaths.", id="part and whole"),
        pytest.param("The toll is 37 deaths.", "The previous toll was 37 deaths.", id="earlier"),
        pytest.param("A magnitude 6.8 quake struck.", "A magnitude 6.8 aftershock struck.", id="shock"),
        pytest.param("Revenue rose 5 percent.", "Profit rose 5 percent.", id="what changed"),
        pytest.param("It costs $5 per night.", "It costs $5 a barrel.", id="periods that cannot be converted"),
    ],
)
def test_a_known_difference_speaks_against_it(one, other, strand, lexicon):
    a, b = strand(one), strand(other)
    assert vetoed(a, b, lexicon) or doubts(a, b, lexicon)
    assert vetoed(b, a, lexicon) or doubts(b, a, lexicon)


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
    a, b = strand(one), strand(other)
    assert not vetoed(a, b, lexicon)
    assert not vetoed(b, a, lexicon)
    assert doubts(a, b, lexicon) == 0 == doubts(b, a, lexicon)


def test_more_in_common_is_more_evidence(evidence):
    bare = evidence("It has 12 of these.", "It had 14 of them.").points
    noun = evidence("It has 12 lamps.", "It had 14 lamps.").points
    place = evidence("It has 12 lamps in Norland.", "It had 14 lamps in Norland.").points
    assert bare < noun < place


def test_company_makes_what_is_shared_worth_less(evidence):
    alone = evidence("It killed 12 people.", "It killed 14 people.")
    crowded = evidence("It killed 12 people.", "It killed 14 people. It killed 16 people in Norland.")
    assert alone.points > crowded.points
    assert alone.families > crowded.families


def test_common_words_are_no_evidence(evidence):
    one = "And there was also about this 12 of it with them. It has 5 lamps and 6 doors."
    other = "And there was also about this 14 of it with them. It has 7 lamps and 8 doors."
    assert evidence(one, other).points < 1


def test_what_two_strands_share_does_not_depend_on_their_order(evidence):
    one, other = "It killed 12 people in Norland.", "It killed 14 people in Norland. It hurt 5 people."
    assert evidence(one, other) == evidence(other, one)


def test_a_list_by_place_in_both_is_evidence(evidence):
    one = "It was down 80 percent in Norland and 65 percent in Sudland."
    other = "Off were 52 percent of lines in Norland, 65 percent in Sudland."
    single = "Off were 52 percent of lines in Norland."
    assert evidence(one, other).points > evidence(one, single).points - 0.01
    assert evidence(one, other).families >= 3


def test_two_ages_beside_one_name_are_of_one_person(evidence):
    same = evidence("Ann Reed, 34, left the hall.", "Police named Reed, 43, as the driver.")
    other = evidence("Ann Reed, 34, left the hall.", "Police named Bo Carr, 43, as the driver.")
    assert same.points > other.points
    assert same.families >= 2
    assert same.doubts == 0
    assert other.points == 0


@pytest.mark.parametrize(
    ("one", "other", "points"),
    [
        ("It cost $1,234.", "It cost $1,234.", 3.0),
        ("It cost $5 million.", "It cost $5 million.", 2.0),
        ("It has 37 lamps.", "It has 37 lamps.", 1.75),
        ("It has 5 lamps.", "It has 5 lamps.", 0.5),
        ("It has 50 lamps.", "It has 50 lamps.", 0.5),
        ("It ends in May 2029.", "It ends in May 2029.", 1.5),
        ("It ends in 2029.", "It ends in 2029.", 1.0),
        ("It struck at 07:48.", "It struck at 07:48.", 2.5),
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
