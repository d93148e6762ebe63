"""Whether it is found how a sentence stands to its figures: firmness, denial, source, and what sets them apart."""

import pytest


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Acme pays Globex $5 million.", "asserted"),
        ("Acme paid Globex $5 million.", "asserted"),
        ("Acme will pay Globex $5 million.", "projected"),
        ("Acme plans to pay Globex $5 million.", "projected"),
        ("Acme is expected to pay Globex $5 million.", "projected"),
        ("Acme might pay Globex $5 million.", "speculated"),
        ("Acme could pay Globex $5 million.", "speculated"),
        ("The potential payment to Globex is $5 million.", "speculated"),
        ("Acme reportedly pays Globex $5 million.", "reported"),
        ("Acme allegedly paid Globex $5 million.", "reported"),
        ("Acme pays an estimated $5 million.", "estimated"),
        ("Acme paid Globex $5 million and will pay Initech $7 million.", "asserted"),
    ],
)
def test_modality(text, modality, claims):
    assert claims(text)[0].modality == modality


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Acme does not pay $5 million.", True),
        ("Acme doesn’t pay $5 million.", True),
        ("Acme never paid $5 million.", True),
        ("Acme denied paying $5 million.", True),
        ("Acme pays not just $5 million.", False),
        ("Acme pays no less than $5 million.", False),
        ("Acme pays no more than $5 million.", False),
        ("Acme did not comment, but pays $5 million.", False),
        ("Acme pays $5 million.", False),
    ],
)
def test_denial(text, negated, claims):
    assert claims(text)[0].negated is negated


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Acme pays $5 million, according to the filing.", "the filing"),
        ("According to Borland News, Acme pays $5 million.", "Borland News"),
        ("Acme pays $5 million, Borland News said.", "Borland News"),
        ("Acme pays $5 million, said Jane Roe.", "Jane Roe"),
        ("Acme pays $5 million.", None),
    ],
)
def test_attribution(text, source, claims):
    assert claims(text)[0].attribution == source


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Revenue was $5 billion.", [[]], id="none"),
        pytest.param(
            "Revenue was $5 billion, up from $4 billion a year earlier.", [[], ["earlier"]], id="a year earlier"
        ),
        pytest.param("Revenue was $5 billion, from $4 billion.", [[], ["earlier"]], id="from"),
        pytest.param("It counted 12 ships, against 14.", [[], ["earlier"]], id="against"),
        pytest.param("The previous payment to Globex was $5 billion.", [["earlier"]], id="previous"),
        pytest.param("Acme pays Globex $5 million over five years.", [["total"], []], id="over years"),
        pytest.param("Acme pays Globex $5 million for three years.", [["total"], []], id="for years"),
        pytest.param("Acme pays Globex $5 million a month for three years.", [[], []], id="a rate for years"),
        pytest.param(
            "Acme will pay Globex a total of $5 million.",
            [["total"]],
            id="a total of",
        ),
        pytest.param("74 of the deaths were in Norham.", [["part"]], id="of the"),
        pytest.param("Of the dead, 31 were in Norham.", [["part"]], id="of the, in front"),
        pytest.param("Some 105 of them died in Norham.", [["part"]], id="of them"),
        pytest.param("Revenue was $5 billion in the quarter.", [["quarter"]], id="quarter"),
        pytest.param("Full-year revenue was $5 billion.", [["whole year"]], id="full year"),
        pytest.param("Revenue was $5 billion a year.", [["whole year"]], id="per year"),
        pytest.param("It cost 85 million euros ($108 million).", [[], ["converted"]], id="brackets"),
        pytest.param("An aftershock at a depth of 12 km came.", [["instance"]], id="aftershock"),
    ],
)
def test_marks(text, expected, claims):
    assert [sorted(mark.value for mark in claim.marks) for claim in claims(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A magnitude 6.8 quake struck.", [""]),
        ("A magnitude 5.2 aftershock struck.", ["aftershock"]),
        ("A magnitude 5.2 foreshock struck.", ["foreshock"]),
        (
            "The magnitude 6.8 quake was followed by an aftershock of magnitude 5.2.",
            ["", "aftershock"],
        ),
    ],
)
def test_a_magnitude_belongs_to_one_of_several_shocks(text, expected, claims):
    assert [claim.of for claim in claims(text)] == expected


@pytest.mark.parametrize(
    ("text", "revision"),
    [
        ("The toll was originally put at 30 deaths.", True),
        ("The toll was revised to 30 deaths.", True),
        ("The toll stands at 30 deaths.", False),
        pytest.param(
            "Globex raised $30 million in funding.",
            False,
            id="raised money",
        ),
    ],
)
def test_revision(text, revision, claims):
    assert claims(text)[0].revision is revision
