"""Whether corrections are drafted of what rulings call wrong, and of nothing else, and say no more than these do."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.agreement import Status
from desktop.core.corrections import Correction
from desktop.core.report import Choice, report
from desktop.core.rulings import Decision, Ruling
from tests.core.reported import analysis_of, bundled, conflicts, ruling_on, told, with_rulings, workspace_of

LATER = "2026-11-22T08:00:00.000+00:00"


def pay(amount):
    return f"Acme pays Globex {amount}."


TWO = workspace_of(pay("$5 million a year"), pay("$5 million a month"))
(PAIR,) = conflicts(analysis_of(TWO))
RIGHT = ruling_on(PAIR, Decision.SOME_RIGHT, "$5 million a month", reason="The contract, page 12.")


def drafted(*rulings, workspace=TWO):
    return {draft.name: draft for draft in told(with_rulings(workspace, *rulings)).drafts}


def test_a_ruling_that_one_is_right_makes_a_draft_for_the_other():
    drafts = drafted(RIGHT)
    assert set(drafts) == {"Ledger"}
    assert drafts["Ledger"].source == "A"
    assert drafts["Ledger"].numbers == (1,)
    assert drafts["Ledger"].paragraphs == (
        "Correction, [date]: An earlier version of this article (“Title 0”, 20 May 2026) said of payment, Acme to"
        " Globex: “$5 million a year”. The right figure is that of Wire: “$5 million a month”. In the same terms that"
        " is $5 million per year against $60 million per year. What it said was too low by a factor of 12.",
        "Basis (no. 1), on A “$5 million a year” / B “$5 million a month”: Wire is right (Ann, 21 November 2026, 20:36"
        " UTC). Reason given: “The contract, page 12.”",
        "To check before publishing: [source of the right figure], [as of which day], line 1 of the article.",
    )


def test_counts_are_set_against_each_other_once():
    killed = workspace_of("A storm killed 31 villagers in Torvela.", "The storm killed 13 people in Torvela.")
    (pair,) = conflicts(analysis_of(killed))
    (text, *_) = drafted(ruling_on(pair, Decision.SOME_RIGHT, "31"), workspace=killed)["Wire"].paragraphs
    assert text.endswith(
        "“The storm killed 13 people in Torvela”. The right figure is that of Ledger: “A storm killed 31 villagers in"
        " Torvela”. What it said was too low by a factor of 2.38."
    )


def test_converted_lengths_are_no_sharper_than_three_digits():
    far = workspace_of("The quake was 40 miles from Torvela.", "The quake was 40 km from Torvela.")
    (pair,) = conflicts(analysis_of(far))
    (text, *_) = drafted(ruling_on(pair, Decision.SOME_RIGHT, "40 miles"), workspace=far)["Wire"].paragraphs
    assert "In the same terms that is 24.9 mi against 40 mi." in text


def test_what_is_right_stays_blank_where_both_are_wrong():
    drafts = drafted(ruling_on(PAIR, Decision.BOTH_WRONG))
    assert set(drafts) == {"Ledger", "Wire"}
    for draft in drafts.values():
        assert "The right figure is [correct figure], according to [source]." in draft.paragraphs[0]
        assert "No reason is given." in draft.paragraphs[1]
    assert "month" not in drafts["Ledger"].paragraphs[0]


@pytest.mark.parametrize("decision", [Decision.BOTH_RIGHT, Decision.NOT_THE_SAME, Decision.NEEDS_SOURCE])
def test_other_rulings_call_nothing_wrong(decision):
    assert drafted(ruling_on(PAIR, decision)) == {}


def test_without_rulings_there_is_no_draft():
    assert drafted() == {}
    assert told(with_rulings(TWO, RIGHT), Choice(questions=False)).drafts == ()


def test_editors_who_disagree_make_a_sentence_and_no_draft():
    (text,) = drafted(RIGHT, ruling_on(PAIR, Decision.BOTH_WRONG, by="Bob"))["Ledger"].paragraphs
    assert text == (
        "No correction is drafted on payment, Acme to Globex (“$5 million a year”): editors ruled on it differently"
        " (Ann, against “$5 million a month” in Wire: Wire is right; Bob, against “$5 million a month” in Wire: both"
        " wrong)."
    )


def test_editors_who_agree_are_both_named():
    paragraphs = drafted(RIGHT, replace(RIGHT, by="Bob", reason=""))["Ledger"].paragraphs
    assert [text.partition(": ")[2][:15] for text in paragraphs[1:3]] == ["Wire is right (", "Wire is right ("]
    assert [text.partition(" (")[2][:3] for text in (text.partition(": ")[2] for text in paragraphs[1:3])] == [
        "Ann",
        "Bob",
    ]


def test_the_last_word_of_an_editor_counts():
    three = workspace_of(pay("$5 million a year"), pay("$5 million a month"), pay("$50 million a month"))
    found = {frozenset((pair.a.article, pair.b.article)): pair for pair in conflicts(analysis_of(three))}
    first = ruling_on(found[frozenset(("x0", "x1"))], Decision.SOME_RIGHT, "$5 million a month")
    last = ruling_on(found[frozenset(("x0", "x2"))], Decision.SOME_RIGHT, "$5 million a year", at=LATER)
    drafts = drafted(first, last, workspace=three)
    assert set(drafts) == {"Courier"}
    (other_way,) = drafted(replace(first, at=LATER), replace(last, at=first.at), workspace=three).keys() & {"Ledger"}
    assert other_way == "Ledger"


def test_what_rulings_call_right_must_not_contradict_itself():
    three = workspace_of(pay("$5 million a year"), pay("$5 million a month"), pay("$50 million a month"))
    found = {frozenset((pair.a.article, pair.b.article)): pair for pair in conflicts(analysis_of(three))}
    one = ruling_on(found[frozenset(("x0", "x1"))], Decision.SOME_RIGHT, "$5 million a month")
    other = ruling_on(found[frozenset(("x0", "x2"))], Decision.SOME_RIGHT, "$50 million a month")
    (text,) = drafted(one, other, workspace=three)["Ledger"].paragraphs
    assert text.endswith("contradict each other (“$5 million a month” in Wire and “$50 million a month” in Courier).")


def test_one_ruling_of_many_names_all_who_are_right():
    three = workspace_of(pay("$5 million a year"), pay("$5 million a month"), pay("$60 million a year"))
    analysis = analysis_of(three)
    anchors = {claim.article: claim.figure for claim in analysis.comparisons[0].claims}
    places = tuple(figure.anchor for figure in anchors.values())
    readings = tuple(figure.quantity for figure in anchors.values())
    ruling = Ruling(places, Status.CONFLICT, Decision.SOME_RIGHT, places[1:], readings, "Ann", LATER)
    (text, *_) = drafted(ruling, workspace=three)["Ledger"].paragraphs
    assert "is that of Wire: “$5 million a month”; that of Courier: “$60 million a year”." in text


def test_a_ruling_on_an_earlier_reading_makes_a_cautious_sentence():
    then = replace(RIGHT, readings=tuple(replace(read, per="week") for read in RIGHT.readings))
    (text,) = drafted(then)["Ledger"].paragraphs
    assert text.startswith("No correction is drafted on “$5 million a year”: the ruling (Wire is right; Ann,")
    assert "Ruled on an earlier reading" in text


def test_an_orphan_makes_a_cautious_sentence():
    lost = {anchor: replace(anchor, lost=True) if anchor.article == "x0" else anchor for anchor in RIGHT.anchors}
    orphan = replace(RIGHT, anchors=tuple(lost.values()))
    draft = drafted(orphan)["Ledger"]
    assert draft.numbers == ()
    assert "was not found in the present version" in draft.paragraphs[0]


def test_a_newer_ruling_on_the_same_place_silences_an_older_one_that_no_longer_holds():
    then = replace(RIGHT, readings=tuple(replace(read, per="week") for read in RIGHT.readings), by="Bob")
    assert "out of date" in drafted(RIGHT, then)["Ledger"].paragraphs[-1]  # they are two editors
    three = workspace_of(*(article.text for article in TWO.articles), pay("$50 million a month"))
    pair = next(pair for pair in conflicts(analysis_of(three)) if {pair.a.article, pair.b.article} == {"x0", "x2"})
    newer = ruling_on(pair, Decision.SOME_RIGHT, "$50 million a month", by="Bob", at=LATER)
    paragraphs = drafted(then, newer, workspace=three)["Ledger"].paragraphs
    assert not any("out of date" in text for text in paragraphs)


def test_inside_one_article_the_right_words_are_its_own():
    alone = workspace_of("Acme pays Globex $5 million a month. So Acme pays Globex $50 million a month.")
    (pair,) = conflicts(analysis_of(alone))
    draft = drafted(ruling_on(pair, Decision.SOME_RIGHT, "$5 million a month"), workspace=alone)["Ledger"]
    assert (
        "said of payment, Acme to Globex: “$50 million a month”. The right figure stands elsewhere in it:"
        in (draft.paragraphs[0])
    )
    assert "too high by a factor of 10" in draft.paragraphs[0]


def test_who_pays_whom_is_told_as_such():
    swapped = workspace_of(pay("$5 million a month"), "Globex pays Acme $5 million a month.")
    (pair,) = conflicts(analysis_of(swapped))
    right = replace(ruling_on(pair, Decision.BOTH_WRONG), decision=Decision.SOME_RIGHT, right=(pair.b.figure.anchor,))
    text = drafted(right, workspace=swapped)["Ledger"].paragraphs[0]
    assert "said of payment, Acme to Globex: “Acme pays Globex $5 million a month”." in text
    assert "The right figure is that of Wire: “Globex pays Acme $5 million a month”." in text
    assert text.endswith("It had Acme pay Globex, not Globex Acme.")


def test_a_date_is_told_by_how_much_it_was_off():
    dates = workspace_of("The contract ends in May 2029.", "The contract ends in June 2029.")
    (pair,) = conflicts(analysis_of(dates))
    text = drafted(ruling_on(pair, Decision.SOME_RIGHT, "June 2029"), workspace=dates)["Ledger"].paragraphs[0]
    assert text.endswith("“The contract ends in June 2029”. That is 1 month later.")


def test_lines_of_all_mentions_are_to_be_checked():
    twice = workspace_of(f"{pay('$5 million a year')}\n\nAgain: {pay('$5 million a year')}", pay("$5 million a month"))
    (pair,) = conflicts(analysis_of(twice))
    assert (
        "lines 1 and 3 of the article"
        in (
            drafted(ruling_on(pair, Decision.SOME_RIGHT, "$5 million a month"), workspace=twice)["Ledger"].paragraphs[
                -1
            ]
        )
    )


def test_a_second_correction_of_an_article_goes_on_from_the_first():
    both = workspace_of(
        f"{pay('$5 million a year')} The contract ends in May 2029.",
        f"{pay('$5 million a month')} The contract ends in June 2029.",
    )
    pairs = conflicts(analysis_of(both))
    rulings = [ruling_on(pair, Decision.SOME_RIGHT, pair.b.figure.quote) for pair in pairs]
    draft = drafted(*rulings, workspace=both)["Ledger"]
    assert draft.numbers == (1, 2)
    assert sum("An earlier version of this article" in text for text in draft.paragraphs) == 1
    assert sum(text.startswith("It also said of ") for text in draft.paragraphs) == 1


def test_what_is_wrong_between_articles_and_inside_one_has_both_numbers():
    once = workspace_of(
        "Acme pays Globex $5 a month. So Acme pays Globex $5 billion a month.", pay("$5 billion a month")
    )
    pairs = [
        pair for pair in conflicts(analysis_of(once)) if "$5 a month" in (pair.a.figure.quote, pair.b.figure.quote)
    ]
    rulings = [ruling_on(pair, Decision.SOME_RIGHT, "$5 billion a month") for pair in pairs]
    draft = drafted(*rulings, workspace=once)["Ledger"]
    assert draft.numbers == (1, 2)
    assert [text[:14] for text in draft.paragraphs[1:3]] == ["Basis (no. 1),", "Basis (no. 2),"]
    assert "too low by a factor of 1 billion." in draft.paragraphs[0]


def test_what_an_editor_reads_otherwise_is_no_fault_of_the_article():
    counts = workspace_of("The quake killed 37 people.", "The quake killed 52 people.")
    (pair,) = conflicts(analysis_of(counts))
    read = replace(pair.a.figure.quantity, low=Decimal(39), high=Decimal(39))
    corrections = (Correction(pair.a.figure.anchor, read, by="Ann"),)
    (pair,) = conflicts(analysis_of(counts, corrections))
    ruled = with_rulings(counts, ruling_on(pair, Decision.SOME_RIGHT, "52"))
    (draft,) = report(replace(ruled, corrections=corrections), analysis_of(counts, corrections)).drafts
    assert "“37” (which we read as 39 people)" in draft.paragraphs[0]
    assert draft.paragraphs[0].endswith("[Check whether the article is to be read so.]")
    assert "apart" not in draft.paragraphs[0]


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_any_rulings_make_drafts_for_those_alone_whom_they_call_wrong(data):
    workspace, analysis = bundled()
    pairs = [*analysis.pairs, *analysis.internal]
    rulings = []
    for number in range(data.draw(st.integers(1, 8))):
        pair = data.draw(st.sampled_from(pairs))
        decision = data.draw(st.sampled_from(Decision))
        ruling = ruling_on(
            pair, Decision.BOTH_WRONG, by=data.draw(st.sampled_from(["Ann", "Bob", ""])), at=f"2026-11-2{number}"
        )
        right = (data.draw(st.sampled_from(ruling.anchors)),) if decision is Decision.SOME_RIGHT else ()
        ruling = replace(ruling, decision=decision, right=right)
        if data.draw(st.booleans()):
            ruling = replace(ruling, readings=tuple(replace(read, per="week") for read in ruling.readings))
        rulings.append(ruling)
    last = {(one.places, one.by): one for one in rulings}.values()
    made = report(with_rulings(workspace, *last), analysis)
    wrong = {
        anchor.article
        for ruling in last
        for anchor in ruling.anchors
        if ruling.decision is Decision.BOTH_WRONG or (ruling.right and anchor not in ruling.right)
    }
    items = {item.number for item in made.items}
    assert {draft.source for draft in made.drafts} <= wrong
    for draft in made.drafts:
        assert draft.paragraphs
        assert len(set(draft.paragraphs)) == len(draft.paragraphs)
        assert set(draft.numbers) <= items
        for text in draft.paragraphs:
            assert text.startswith(("Correction, [date]", "It also said", "No correction", "Basis", "To check"))


def test_what_another_editor_calls_wrong_is_prescribed_to_nobody():
    three = workspace_of(pay("$5 million a year"), pay("$5 million a month"), pay("$50 million a month"))
    found = {frozenset((pair.a.article, pair.b.article)): pair for pair in conflicts(analysis_of(three))}
    right = ruling_on(found[frozenset(("x0", "x2"))], Decision.SOME_RIGHT, "$5 million a year", by="Ann")
    wrong = ruling_on(found[frozenset(("x0", "x1"))], Decision.BOTH_WRONG, by="Ben", at=LATER)
    (text,) = drafted(right, wrong, workspace=three)["Courier"].paragraphs
    assert text.startswith(
        "No correction is drafted on payment, Acme to Globex (“$50 million a month”): rulings differ"
    )
