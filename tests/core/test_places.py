"""Whether the claims of one place are found as if all were looked at."""

from desktop.core.claims import around, of_sentence

TEXT = (
    "Osier pays $5 million and 3 percent. It sold 12 ships, 7 boats and 40 rafts in May 2025; the rest went for "
    "€2 million.\n\nNothing here. The pier is 3 km long, 12 m wide and cost $7 million. One of 5 lamps was lit."
)


def test_a_sentence_has_its_own_claims_and_no_others(claims):
    known = claims(TEXT)
    for sentence in {claim.sentence for claim in known}:
        assert list(of_sentence(known, sentence)) == [claim for claim in known if claim.sentence == sentence]


def test_around_a_claim_stand_those_that_begin_within_reach(claims):
    known = claims(TEXT)
    for middle in known:
        for reach in (1, 2, 13, 40, 200, 1000):
            place = middle.figure.span.start
            near = [claim for claim in known if abs(claim.figure.span.start - place) < reach]
            assert list(around(known, middle, reach)) == near
