"""Whether the claims of several articles are brought together rightly, and left apart where they must be."""

import re
from itertools import combinations

import pytest

from desktop.core.analysis import analyse


def drawn(pair):
    return f"{pair.a.article} {pair.a.figure.quote} / {pair.b.article} {pair.b.figure.quote}: {pair.status.value}"


def pairs(analysis):
    return sorted(drawn(pair) for pair in analysis.pairs)


def pay(amount):
    return f"Acme pays Globex {amount}."


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (pay("$5 million a month"), pay("$5 million a month"), ["$5 million a month / $5 million a month: agree"]),
        (
            pay("$5 million a month"),
            pay("$60 million a year"),
            ["$5 million a month / $60 million a year: equivalent"],
        ),
        (pay("$5 million a month"), pay("$5 million a year"), ["$5 million a month / $5 million a year: conflict"]),
        (
            pay("$5 million a month"),
            pay("about $5.2 million a month"),
            ["$5 million a month / $5.2 million a month: approx"],
        ),
        (
            pay("$5 million a month"),
            "Globex is paid $5 million a month by Acme.",
            ["$5 million a month / $5 million a month: agree"],
        ),
        (
            pay("$5 million a month"),
            "Globex pays Acme $5 million a month.",
            ["$5 million a month / $5 million a month: conflict"],
        ),
        ("The quake killed 37 people.", "Some 37 people died in the quake.", ["37 / 37: agree"]),
        ("The quake killed 37 people.", "The quake killed 52 people.", ["37 / 52: conflict"]),
        ("The quake was 10 miles deep.", "The quake was at a depth of 16 km.", ["10 miles / 16 km: equivalent"]),
        ("A magnitude 6.8 quake struck.", "The 6.8-magnitude quake struck.", ["6.8 / 6.8: agree"]),
        (
            "Globex had revenue of $18 billion.",
            "Globex had revenue of about $18.7 billion.",
            ["$18 billion / $18.7 billion: approx"],
        ),
        (
            "The deal ends in May 2029.",
            "The deal ends on 31 May 2029.",
            ["May 2029 / 31 May 2029: equivalent"],
        ),
        (
            "Either side can exit with 90 days' notice.",
            "A 90-day notice is enough to exit.",
            ["90 days / 90-day: agree"],
        ),
        (
            "Globex has 12 offices in Norland.",
            "In Norland Globex has twelve offices in Norland.",
            ["12 / twelve: agree"],
        ),
        pytest.param(
            pay("$5 million a month"),
            "Globex receives $5 million a month from Acme.",
            ["$5 million a month / $5 million a month: agree"],
            id="receives",
        ),
        pytest.param(
            pay("$5 million a month"),
            "Acme receives $5 million a month from Globex.",
            ["$5 million a month / $5 million a month: conflict"],
            id="receives, swapped",
        ),
        pytest.param(
            "A quake struck. In Norland 300 people died.",
            "A quake struck. Some 500 people died in Norland.",
            ["300 / 500: conflict"],
            id="a count behind a place",
        ),
    ],
)
def test_what_is_compared(one, other, expected, analysed):
    found = [drawn(pair).replace("A ", "", 1).replace("/ B ", "/ ") for pair in analysed(one, other).pairs]
    assert found == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("The quake killed 37 people.", "The quake injured 52 people.", id="attribute"),
        pytest.param("Globex had revenue of $5 billion.", "Globex had a profit of $1 billion.", id="money attribute"),
        pytest.param("Globex had revenue of $5 billion.", "Initech had revenue of $2 billion.", id="subject"),
        pytest.param("Globex has 12 offices in Norland.", "Globex has 12 offices in Sudland.", id="place"),
        pytest.param("The storm killed 12 people in Norland.", "The storm killed 14 people in Sudland.", id="scope"),
        pytest.param(
            "Globex had revenue of $5 billion in 2024.", "Globex had revenue of $6 billion in 2025.", id="year"
        ),
        pytest.param(
            "Globex had revenue of $5 billion in the third quarter.",
            "Globex had revenue of $19 billion for the full year.",
            id="quarter and year",
        ),
        pytest.param(
            "Globex had revenue of $5 billion.",
            "Globex's revenue a year earlier, the previous one, was $4 billion.",
            id="an earlier year",
        ),
        pytest.param("Globex has 12 offices.", "Globex has 15 ships.", id="counted noun"),
        pytest.param("The quake killed 74 people.", "Some 31 of the dead were in Norham.", id="part"),
        pytest.param("Globex had revenue of $5 million.", "Globex had revenue of 40 million kroner.", id="currency"),
        pytest.param(pay("$5 million a month"), "Acme pays Initech $7 million a month.", id="payee"),
        pytest.param("A magnitude 6.8 quake struck.", "A magnitude 5.2 aftershock struck.", id="aftershock"),
        pytest.param("Revenue rose 12 percent at Globex.", "Profit rose 21 percent at Globex.", id="what changed"),
        pytest.param("It has 12 lamps.", "They went on with 14 of it.", id="only common words"),
        pytest.param("Globex laid off 350 workers.", "Globex employs 12,000 workers.", id="cut and employed"),
        pytest.param("It fell 3 percent.", "It owns 3 percent of Globex.", id="change and share"),
    ],
)
def test_what_is_not_compared(one, other, analysed):
    assert pairs(analysed(one, other)) == []
    assert pairs(analysed(other, one)) == []


@pytest.mark.parametrize(
    ("one", "other", "unwanted"),
    [
        pytest.param(
            pay("$5 million a year"),
            "Acme will pay Globex a total of $50 million.",
            "scale_x10",
            id="a total and a rate",
        ),
        pytest.param(
            pay("$5 million a month over five years"),
            pay("$300 million over five years"),
            "total_vs_rate",
            id="a total that fits",
        ),
        pytest.param(
            pay("$5 million a month"),
            pay("$6 million a month"),
            "period",
            id="a fifth more",
        ),
    ],
)
def test_wrong_alarms(one, other, unwanted, analysed):
    assert [pair for pair in analysed(one, other).pairs if unwanted in pair.diagnoses] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "Revenue rose 12 percent at Globex.",
            "Revenue fell 12 percent at Globex.",
            id="rise and fall",
        ),
        pytest.param(
            pay("$5 million a month"),
            "Acme does not pay Globex $5 million a month.",
            id="denial",
        ),
        pytest.param(
            "Globex makes 300 cars a day in Norham.",
            "Globex makes 300 cars a year in Norham.",
            id="a day and a year",
        ),
        pytest.param(
            "The temperature fell to -5 degrees Celsius.",
            "The temperature fell to 5 degrees Celsius.",
            id="minus",
        ),
    ],
)
def test_opposites_do_not_agree(one, other, analysed):
    assert [pair for pair in analysed(one, other).pairs if pair.status != "conflict"] == []


NEWS = [
    "Acme pays Globex $5 million a month through May 2029.",
    "The quake killed 37 people in Norland.",
    "A magnitude 6.8 quake struck at a depth of 10 km.",
    "Globex had revenue of $18.7 billion in 2025.",
    "Either side can exit with 90 days' notice.",
    "Globex employs 350 people.",
    "Thieves stole jewels worth 85 million euros ($108 million).",
]
RETOLD = [
    "Acme pays Globex $60 million a month until June 2029.",
    "Some 41 people were killed in Norland.",
    "A magnitude 6.4 quake struck at a depth of 6.2 miles.",
    "Globex had revenue of about $19 billion in 2025.",
    "Either side can exit with 30 days' notice.",
    "Globex employs 500 people.",
    "Thieves stole jewels worth $80 million.",
]
WHOLE, OTHER = "\n".join(NEWS), "\n".join(RETOLD)


def mirrored(pair):
    one, other = (pair.a.article, pair.a.figure.span), (pair.b.article, pair.b.figure.span)
    return sorted([one, other], key=str), pair.status, pair.basis, pair.diagnoses, pair.ratio


@pytest.mark.parametrize(
    ("one", "other"), [(WHOLE, OTHER), *zip(NEWS, RETOLD, strict=True)], ids=["whole", *range(len(NEWS))]
)
def test_swapped_articles_mirror_the_result(one, other, article, lexicon):
    straight = analyse([article(one, id="x"), article(other, id="y")], lexicon)
    swapped = analyse([article(other, id="y"), article(one, id="x")], lexicon)
    assert straight.pairs
    assert sorted(map(mirrored, straight.pairs), key=str) == sorted(map(mirrored, swapped.pairs), key=str)


@pytest.mark.parametrize("text", [*NEWS, *RETOLD, WHOLE, OTHER], ids=range(2 * len(NEWS) + 2))
def test_an_article_agrees_with_itself(text, analysed):
    analysis = analysed(text, text)
    assert analysis.pairs
    for pair in analysis.pairs:
        # an amount in two currencies is also equivalent to itself in the other one
        same = pair.a.figure.span == pair.b.figure.span
        assert pair.status == ("agree" if same else "equivalent")
    assert {pair.a.figure.span for pair in analysis.pairs} == {pair.b.figure.span for pair in analysis.pairs}


def test_everything_in_an_article_is_found_again_in_its_copy(analysed):
    analysis = analysed(WHOLE, WHOLE)
    told = {pair.a.figure.quote for pair in analysis.pairs}
    assert {"$5 million a month", "37", "6.8", "10 km", "$18.7 billion", "90 days", "350", "$108 million"} <= told


UNRELATED = "Sudland Rail ordered 40 trains on 3 June 2027. Its guards, 212 of them, got $31 a day and 7% more."


@pytest.mark.parametrize("place", [0, 1, 2])
def test_an_unrelated_article_changes_no_pair(place, article, lexicon):
    two = [article(WHOLE, id="x"), article(OTHER, id="y")]
    three = [*two[:place], article(UNRELATED, id="z"), *two[place:]]
    assert sorted(map(mirrored, analyse(three, lexicon).pairs), key=str) == sorted(
        map(mirrored, analyse(two, lexicon).pairs), key=str
    )


def test_three_articles_are_compared_all_with_all(analysed):
    analysis = analysed(pay("$5 million a month"), pay("$60 million a year"), pay("$50 million a month"))
    (comparison,) = analysis.comparisons
    assert {(pair.a.article, pair.b.article) for pair in comparison.pairs} == set(combinations("ABC", 2))
    assert [pair.status.value for pair in comparison.between("A", "B")] == ["equivalent"]
    assert [pair.status.value for pair in comparison.between("C", "A")] == ["conflict"]
    assert comparison.status == "conflict"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(["$5 million a month", "$60 million a year"], ("corroborated", 2, 2, ()), id="equivalent"),
        pytest.param(["$5 million a month", "$5.2 million a month"], ("compatible", 2, 2, ()), id="close"),
        pytest.param(["$5 million a month", "$9 million a month"], ("disputed", 1, 1, ()), id="one against one"),
        pytest.param(
            ["$5 million a month", "$60 million a year", "$50 million a month"],
            ("disputed", 2, 2, ("C",)),
            id="outlier",
        ),
        pytest.param(
            ["$50 million a month", "$5 million a month", "$60 million a year"],
            ("disputed", 2, 2, ("A",)),
            id="outlier in front",
        ),
        pytest.param(
            ["$5 million a month", "$5 million a month", "$50 million a month"],
            ("disputed", 2, 1, ("C",)),
            id="the same text twice counts once",
        ),
        pytest.param(
            ["$5 million a month", "$60 million a year", "$9 million a month", "$70 million a month"],
            ("disputed", 2, 2, ("C", "D")),
            id="two outliers",
        ),
        pytest.param(
            ["$5 million a month", "$60 million a year", "$9 million a month", "$108 million a year"],
            ("disputed", 2, 2, ()),
            id="two against two: nobody is out of line",
        ),
    ],
)
def test_the_verdict_of_all(texts, expected, analysed):
    (comparison,) = analysed(*map(pay, texts)).comparisons
    verdict = comparison.verdict
    assert (verdict.standing, verdict.agreeing, verdict.independent, verdict.outliers) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"{pay('$5 million a month')} {pay('$50 million a month')}", ["scale_x10"], id="payment"),
        pytest.param(f"{pay('$5 million a month')} {pay('$60 million a year')}", [], id="the same in other terms"),
        pytest.param(
            f"{pay('$5 million a month')} Globex pays Acme $5 million a month.", ["direction"], id="direction"
        ),
        pytest.param(
            "The quake killed 37 people in Norland.\nThe quake killed 52 people in Norland.", ["value"], id="toll"
        ),
        pytest.param(
            "The quake killed 37 people.\nThe toll was first put at 30, then revised to 37.", [], id="revised"
        ),
        pytest.param("Revenue was $5 billion, up from $4 billion a year earlier.", [], id="earlier"),
        pytest.param("The quake killed 37 people in Norland.\nIt killed 52 people in Sudland.", [], id="places"),
    ],
)
def test_contradictions_inside_one_article(text, expected, analysed):
    found = [diagnosis.value for pair in analysed(text).internal for diagnosis in pair.diagnoses]
    assert found == expected


def test_a_contradiction_inside_has_a_single_source(analysed):
    (comparison,) = analysed(f"{pay('$5 million a month')} {pay('$50 million a month')}").comparisons
    assert (comparison.verdict.standing, comparison.pairs) == ("single_source", ())
    assert comparison.internal[0].is_internal
    assert comparison.status == "conflict"


def test_a_rate_stated_in_one_article_serves_all(analysed):
    analysis = analysed(
        "Acme pays Globex 85 million euros ($108 million) a year.",
        pay("$108 million a year"),
        pay("85 million euros a year"),
    )
    statuses = {(pair.a.figure.quote, pair.b.figure.quote): pair.status.value for pair in analysis.pairs}
    assert statuses["$108 million a year", "85 million euros a year"] == "equivalent"
    assert "conflict" not in statuses.values()


def test_the_day_of_publication_makes_a_later_count(analysed):
    texts = "The quake killed 37 people in Norland.", "The quake killed 52 people in Norland."
    (dated,) = analysed(*texts, published=("2026-05-01", "2026-05-03")).pairs
    (undated,) = analysed(*texts).pairs
    assert [diagnosis.value for diagnosis in dated.diagnoses] == ["update"]
    assert [diagnosis.value for diagnosis in undated.diagnoses] == ["value"]


def test_the_worst_comes_first(analysed):
    analysis = analysed(WHOLE, OTHER)
    ranks = {"conflict": 0, "approx": 1, "equivalent": 2, "agree": 3}
    found = [ranks[comparison.status] for comparison in analysis.comparisons]
    assert found == sorted(found)
    assert len(set(found)) > 1


@pytest.mark.parametrize(
    ("one", "other", "status"),
    [
        ("fell to -5C", "fell to -5 degrees Celsius", "agree"),
        ("fell to -10 degrees Celsius", "fell to 14 degrees Fahrenheit", "equivalent"),
        ("fell to about -10 degrees Celsius", "fell to -10.4 degrees Celsius", "approx"),
        ("fell below -10 degrees Celsius", "fell to -12 degrees Celsius", "approx"),
        ("fell to -10 degrees Celsius", "fell to -20 degrees Celsius", "conflict"),
    ],
)
def test_frost_is_compared(one, other, status, analysed):
    text = "In Norland on Monday temperatures {}, a record low, forecasters in Norland said."
    assert [
        pair.status for pair in analysed(text.format(one), text.format(other)).pairs if not pair.a.figure.quantity.iso
    ] == [status]


def test_what_lies_near_lies_near_either_way_round(analysed):
    # a tenth of the greater: "about 100" and "about 110.5" meet
    one, other = "The cave is about 100 m deep.", "The cave is about 110.5 m deep."
    assert [pair.status for pair in analysed(one, other).pairs] == ["approx"]
    assert [pair.status for pair in analysed(other, one).pairs] == ["approx"]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(
            "Sales at Globex grew 3.1 percent over Christmas.",
            "Globex said Christmas sales were down 3.1 percent.",
            "3.1 percent / 3.1 percent: conflict",
            id="growth against decline",
        ),
        pytest.param(
            "Five of the crew are still missing after the wreck.",
            "Seven fishermen are missing after the wreck.",
            "Five / Seven: conflict",
            id="crew are people",
        ),
        pytest.param(
            "The tenants may not be put out for a year and a half after the repairs.",
            "The tenants must be kept for 18 months after the repairs.",
            "a year and a half / 18 months: equivalent",
            id="what may not be for so long",
        ),
        pytest.param(
            "Only one in five teachers in Norland said they would stay, a poll found.",
            "A poll of teachers in Norland found that 30% would stay.",
            "one in five / 30%: conflict",
            id="a share in words",
        ),
        pytest.param(
            "The quake was centred 62 km from Norham.",
            "Its centre was 38 miles from Norham.",
            "62 km / 38 miles: equivalent",
            id="each rounded for itself",
        ),
        pytest.param(
            "The ship lies six nautical miles off Norham.",
            "The ship lies six miles off Norham.",
            "six nautical miles / six miles: conflict",
            id="one number under two units",
        ),
        pytest.param(
            "Ann Reed and her son Tom, 39, came to Norham.",
            "Tom Reed, 36, came to Norham with his mother.",
            "39 / 36: conflict",
            id="whose age it is",
        ),
        pytest.param(
            "Butter rose 14 percent and eggs rose 9 percent in Norland.",
            "In Norland butter rose by 14 percent and eggs by 19 percent.",
            "9 percent / 19 percent: conflict",
            id="what a list goes on with",
        ),
        pytest.param(
            "The firm in Norham would pay each family 20,000 euros.",
            "The firm in Norham offered 25,000 euros to every bereaved family.",
            "20,000 euros / 25,000 euros: conflict",
            id="for each of the same",
        ),
        pytest.param(
            "Globex of Norham had a net profit of $212 million.",
            "Globex of Norham said its profit, $121m, was held down by the price of oil.",
            "$212 million / $121m: conflict",
            id="between two commas",
        ),
        pytest.param(
            "Five of the train's nine cars left the rails near Norham.",
            "Five of the nine carriages left the rails near Norham.",
            "nine / nine: agree",
            id="cars and carriages",
        ),
        pytest.param(
            "The quake struck Norland at 4:12 a.m. on Monday.",
            "The quake struck Norland shortly after 4 a.m. on Monday.",
            "4:12 a.m. / 4 a.m.: approx",
            id="shortly after",
        ),
    ],
)
def test_what_is_told_in_other_words(one, other, expected, analysed):
    assert expected in [re.sub(r"\b[AB] (?=\S)", "", pair) for pair in pairs(analysed(one, other))]


@pytest.mark.parametrize(
    ("one", "other", "unwanted"),
    [
        pytest.param(
            "A fault made Globex recall 86,000 cars in Norland.",
            "A separate recall by Initech covers 68,000 cars with a fault in Norland.",
            "86,000",
            id="a separate recall",
        ),
        pytest.param(
            "The slide killed nine climbers and two guides on Mount Karsil.",
            "The 11 deaths on Karsil are the worst there.",
            "11: conflict",
            id="the parts come to the whole",
        ),
        pytest.param(
            "The cheapest flats in Norham rent for $980 a month.",
            "Rents for flats in Norham average $2,900 a month.",
            "conflict",
            id="the cheapest and the average",
        ),
        pytest.param(
            "Wheat rose 1.2 percent in Norham on Monday.",
            "Maize gained 0.8 percent in Norham on Monday.",
            "conflict",
            id="other goods",
        ),
    ],
)
def test_what_only_looks_alike(one, other, unwanted, analysed):
    assert not [pair for pair in pairs(analysed(one, other)) if unwanted in pair]


def test_what_else_two_agreeing_sentences_say_is_of_one_thing(article, lexicon):
    filler = " It has 41 shops. It shut nine factories. It owns 26 ships."
    one = "The club paid £58.3 million for Sem Kuipers in 2022." + filler
    other = "Sem Kuipers cost the club £58.3 million in 2021." + filler
    found = pairs(analyse([article(one, "A"), article(other, "B")], lexicon))
    assert "A 2022 / B 2021: conflict" in found


def test_of_two_stated_rates_neither_comes_first(article, lexicon):
    one = "The plant cost 85 million euros ($102 million) in Norham. The bridge cost 40 million euros."
    other = "The plant cost 85 million euros ($119 million) in Norham. The bridge cost $52 million."
    there = pairs(analyse([article(one, "A"), article(other, "B")], lexicon))
    back = pairs(analyse([article(other, "A"), article(one, "B")], lexicon))
    assert "A 40 million euros / B $52 million: equivalent" in there
    assert "A $52 million / B 40 million euros: equivalent" in back
