"""Whether mentions of one statement are merged into facts, and facts about one thing into strands."""

import pytest

from desktop.core.topics import facts_of, payment_key, strands_of


@pytest.fixture
def facts(claims, lexicon):
    """The facts of a text: the quotes of the mentions of each."""

    def read(text):
        return [[claim.figure.quote for claim in fact.mentions] for fact in facts_of(claims(text), lexicon)]

    return read


@pytest.fixture
def strands(claims, lexicon):
    """The strands of a text: the quotes of the first mention of each fact."""

    def read(text):
        return [
            [fact.mentions[0].figure.quote for fact in strand.facts]
            for strand in strands_of(facts_of(claims(text), lexicon), lexicon)
        ]

    return read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The quake killed 37 people. The death toll is 37.", [["37", "37"]], id="with and without the noun"
        ),
        pytest.param("The quake killed 37 people. It injured 37 people.", [["37"], ["37"]], id="another attribute"),
        pytest.param(
            "Globex had revenue of $5 billion. It had $5,000 million in sales.",
            [["$5 billion", "$5,000 million"]],
            id="one value in two forms",
        ),
        pytest.param(
            "Globex had revenue of $5 billion. At Initech, revenue of Initech was $5 billion.",
            [["$5 billion"], ["$5 billion"]],
            id="another subject",
        ),
        pytest.param(
            "Globex had revenue of $5 billion in 2024. Globex had revenue of $5 billion in 2025.",
            [["$5 billion"], ["2024"], ["$5 billion"], ["2025"]],
            id="another year",
        ),
        pytest.param(
            "Acme pays Globex $5 a month. Acme pays Globex $60 a year.",
            [["$5 a month"], ["$60 a year"]],
            id="another period",
        ),
        pytest.param("It has 12 ships. It sold 12 ships.", [["12"], ["12"]], id="small numbers on value alone"),
        pytest.param("It came 5th. It came 5th.", [], id="ranks are not compared"),
    ],
)
def test_facts(text, expected, facts):
    assert sorted(facts(text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The quake killed 37 people. Later it killed 52 people.", [["37", "52"]], id="variants"),
        pytest.param(
            "The quake killed 37 people. Some 52 people were injured.", [["37"], ["52"]], id="another attribute"
        ),
        pytest.param(
            "The quake killed 37 people in Norland. It killed 52 people in Sudland.", [["37"], ["52"]], id="places"
        ),
        pytest.param(
            " ".join(f"It killed {number} people." for number in (37, 38, 39, 41)),
            [["37"], ["38"], ["39"], ["41"]],
            id="too many to be variants",
        ),
        pytest.param("The bridge cost $5. The tower cost $7.", [["$5"], ["$7"]], id="what an article has many of"),
    ],
)
def test_strands(text, expected, strands):
    assert strands(text) == expected


def test_the_mention_that_knows_most_stands_for_the_fact(claims, lexicon):
    (fact,) = facts_of(claims("The revenue of $5 billion rose. Globex had revenue of $5 billion."), lexicon)
    assert fact.claim.subject == "Globex"
    assert fact.quantity == fact.claim.figure.quantity


def test_a_fact_has_a_place_only_where_every_mention_has_one(claims, lexicon):
    (fact,) = facts_of(claims("It killed 37 people in Norland. It killed 37 people."), lexicon)
    assert fact.places == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme pays Globex $5 a month.", {"acme", "globex"}),
        ("Globex pays Acme $5 a month.", {"acme", "globex"}),
        ("Acme pays $5 a month in rent.", None),
        ("Globex had revenue of $5.", None),
    ],
)
def test_the_parties_of_a_payment_whichever_way(text, expected, claims):
    key = payment_key(claims(text)[0])
    assert (None if key is None else set(key)) == expected
