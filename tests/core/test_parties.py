"""Whether it is found who pays and who is paid, whichever way the sentence turns."""

import pytest

from desktop.core.claims.parties import Parties, main_parties


def wrong(reason):
    return pytest.mark.xfail(strict=True, reason=reason)


def drawn(claim):
    return f"{claim.payer} -> {claim.payee}"


UNSEEN = '"{}" alone does not make the amount a payment'
ACME_PAYS = [
    "Acme pays Globex $5 million a month.",
    "Acme will pay Globex $5 million a month.",
    "Acme agreed to pay Globex $5 million a month.",
    "Acme has paid Globex $5 million.",
    "Acme pays $5 million a month to Globex.",
    "Globex is paid $5 million a month by Acme.",
    "Globex will be paid $5 million a month by Acme.",
    "Globex has been paid $5 million a month by Acme.",
    "The $5 million a month is paid by Acme to Globex.",
    "Fees of $5 million a month are paid to Globex by Acme.",
    "$5 million a month flows from Acme to Globex.",
    "Globex will receive $5 million a month in fees from Acme.",
    "Acme leases servers from Globex for $5 million a month.",
    "Acme rents servers from Globex for $5 million a month.",
    "Acme's payments to Globex come to $5 million a month.",
    "Payments of $5 million a month from Acme to Globex began.",
    "Acme committed $5 million a month to Globex.",
    "Acme is committing $5 million a month to Globex.",
    "Acme poured $5 million into Globex.",
    "Acme spends $5 million a month with Globex.",
    "The deal, under which Acme pays Globex $5 million a month, is new.",
    "It is run by Acme.\nAcme, led by its founder Jane Roe, pays Globex $5 million a month.",
    "It is run by Acme.\nAcme, which is based in Norland, pays Globex $5 million a month.",
    "Acme is paying $5 million a month to Globex, according to Borland News.",
    "According to a report from Borland News, Acme pays Globex $5 million a month.",
    "Acme pays Globex $5 million a month, Borland News said.",
    "Acme does not pay Globex $5 million a month.",
    "It is run by Acme.\nAcme reportedly pays Globex $5 million a month.",
    pytest.param("Globex receives $5 million a month from Acme.", id="receives"),
    pytest.param("Globex gets $5 million a month from Acme.", id="gets"),
    pytest.param("Globex collects $5 million a month from Acme.", id="collects"),
    pytest.param("Globex earns $5 million a month from Acme.", id="earns"),
    pytest.param("$5 million a month goes to Globex from Acme.", marks=wrong(UNSEEN.format("goes")), id="goes"),
    pytest.param("Acme transfers $5 million a month to Globex.", id="transfers"),
    pytest.param("Acme hands Globex $5 million a month.", id="hands"),
    pytest.param("Globex sells power to Acme for $5 million a month.", id="sells to"),
    pytest.param(
        "Globex leases servers to Acme for $5 million a month.",
        id="leases to",
    ),
    pytest.param(
        "Acme's commitment to Globex is $5 million a month.",
        id="commitment",
    ),
]


@pytest.mark.parametrize("text", ACME_PAYS)
def test_acme_pays_globex(text, claims):
    (claim,) = [claim for claim in claims(text) if claim.figure.quantity.kind == "money"]
    assert (claim.attribute, drawn(claim)) == ("payment", "Acme -> Globex")
    assert claim.parties_stated


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Globex pays Acme $5 million a month.", "Globex -> Acme", id="the other way"),
        pytest.param("Acme is paid $5 million a month by Globex.", "Globex -> Acme", id="the other way, passive"),
        pytest.param("Acme pays the Bank of Norland $5 million a month.", "Acme -> Bank of Norland", id="a long name"),
        pytest.param("Acme pays $5 million a month in rent.", "Acme -> None", id="nobody named behind"),
        pytest.param("The firm will pay Globex $5 million a month.", "None -> Globex", id="nobody named in front"),
    ],
)
def test_other_payments(text, expected, claims):
    (claim,) = claims(text)
    assert (claim.attribute, drawn(claim)) == ("payment", expected)


def test_what_is_no_payment_has_no_parties(claims):
    (claim,) = claims("Globex told Acme of revenue of $5 million.")
    assert (claim.attribute, claim.payer, claim.payee) == ("revenue", None, None)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        pytest.param([("Acme", "Globex")], ("Acme", "Globex"), id="one"),
        pytest.param([("Acme", None), (None, "Globex")], None, id="never both"),
        pytest.param([("Acme", "Globex"), ("Acme", "Initech"), ("Acme", "Globex")], ("Acme", "Globex"), id="most"),
        pytest.param([("Acme", "Globex"), ("Acme", "Initech")], None, id="as common"),
        pytest.param([("Acme", "Globex"), ("Globex", "Acme")], ("Acme", "Globex"), id="both ways: the first"),
        pytest.param([], None, id="none"),
    ],
)
def test_the_main_parties_of_an_article(stated, expected):
    assert main_parties(Parties(payer, payee) for payer, payee in stated) == expected
