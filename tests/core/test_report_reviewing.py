"""Whether a report tells what editors made, of the right items: rulings, notes, readings, links, and when."""

from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.core.anchors import Anchor, anchor_at
from desktop.core.annotations import Annotation, Reply
from desktop.core.corrections import Correction
from desktop.core.links import Link
from desktop.core.quantities import Kind, Quantity
from desktop.core.report import Choice, report
from desktop.core.report.reviewing import last_change, time_in_words
from desktop.core.rulings import Decision
from desktop.core.text import Span
from desktop.core.workspace import Workspace
from tests.core.reported import AT, analysis_of, conflicts, ruling_on, told, with_rulings, workspace_of

FIRST = (
    "Acme pays Globex $5 million a year.\n\nThe quake killed 37 people.\n\nAcme will pay $5 million a year to Globex."
    " Revenue rose 25 percent to $5.6 billion from $5.0 billion. Nobody said why."
)
OTHER = "Acme pays Globex $5 million a month.\n\nThe quake killed 52 people."
WORKSPACE = workspace_of(FIRST, OTHER)
ANALYSIS = analysis_of(WORKSPACE)


def place(words, which=0, article="x0", text=FIRST):
    start = -1
    for _ in range(which + 1):
        start = text.index(words, start + 1)
    return anchor_at(article, Span(start, start + len(words)), text)


def items(made):
    return {item.topic: item for item in made.items}


def pair_of(quote):
    return next(pair for pair in conflicts(ANALYSIS) if quote in (pair.a.figure.quote, pair.b.figure.quote))


def test_a_ruling_is_told_on_its_item_and_among_all():
    made = told(with_rulings(WORKSPACE, ruling_on(pair_of("37"), Decision.SOME_RIGHT, "52", reason=" By phone.\n")))
    (ruling,) = items(made)["Killed"].rulings
    assert made.rulings == (ruling,)
    assert (ruling.words, ruling.on, ruling.by) == ("Wire is right", "A “37” / B “52”", "Ann")
    assert (ruling.at, ruling.reason, ruling.topic) == ("21 November 2026, 20:36 UTC", "By phone.", "killed")
    assert ruling.number == items(made)["Killed"].number
    assert ruling.then == ""
    assert not ruling.is_contested
    assert items(made)["Payment, Acme to Globex"].rulings == ()
    assert made.review == (
        "Editors ruled on 1 of 2 contradictions between two articles or inside one.",
        "1 ruling, by Ann.",
    )


def test_a_ruling_on_another_mention_is_on_the_same_item():
    pair = pair_of("$5 million a month")
    ruling = ruling_on(pair, Decision.SOME_RIGHT, "$5 million a month")
    again = place("$5 million a year", 1)
    assert pair.a.figure.anchor != again
    moved = replace(ruling, anchors=tuple(again if at == pair.a.figure.anchor else at for at in ruling.anchors))
    made = told(with_rulings(WORKSPACE, moved))
    (told_of,) = items(made)["Payment, Acme to Globex"].rulings
    assert told_of.words == "Wire is right"
    assert [draft.source for draft in made.drafts] == ["A"]


def test_editors_who_disagree_are_marked():
    pair = pair_of("37")
    rulings = ruling_on(pair, Decision.BOTH_WRONG), ruling_on(pair, Decision.BOTH_RIGHT, by="Bob")
    made = told(with_rulings(WORKSPACE, *rulings))
    assert [one.is_contested for one in made.rulings] == [True, True]
    assert [one.by for one in items(made)["Killed"].rulings] == ["Ann", "Bob"]


def test_an_orphan_comes_last_and_says_why():
    ruling = ruling_on(pair_of("37"), Decision.BOTH_WRONG)
    lost = replace(ruling, anchors=tuple(replace(at, lost=at.article == "x0") for at in ruling.anchors))
    made = told(with_rulings(WORKSPACE, lost, ruling_on(pair_of("37"), Decision.BOTH_RIGHT, by="Bob")))
    assert [one.number for one in made.rulings] == [items(made)["Killed"].number, 0]
    assert made.rulings[-1].then == "A place that it is on was not found in the present version of the article."


def test_a_ruling_on_what_is_not_compared_says_so():
    ruling = ruling_on(pair_of("37"), Decision.BOTH_WRONG)
    elsewhere = replace(ruling, anchors=(place("Nobody"), place("why")), readings=())
    (only,) = told(with_rulings(WORKSPACE, elsewhere)).rulings
    assert (only.number, only.topic, only.then) == (0, "", "What it is on is no longer compared.")


def test_a_ruling_on_an_earlier_reading_says_what_was_read_then():
    ruling = ruling_on(pair_of("37"), Decision.BOTH_WRONG)
    then = replace(
        ruling, readings=(replace(ruling.readings[0], low=Decimal(31), high=Decimal(31)), *ruling.readings[1:])
    )
    (only,) = told(with_rulings(WORKSPACE, then)).rulings
    assert only.then.startswith("Ruled on an earlier reading: then “37” was read as 31")


NOTES = (
    Annotation((place("37"),), " On the toll.\n", "Ann", AT, "n1", tags=("toll",), source="https://example.org"),
    Annotation((place("25 percent"),), "On the sum.", "Ann", AT, "n2", is_resolved=True),
    Annotation((place("Nobody said why"),), "On nothing.", "", AT, "n3", replies=(Reply("Indeed. ", "Bob", AT),)),
    Annotation((replace(place("37"), lost=True),), "Lost.", "Ann", AT, "n4", is_resolved=True),
)


def test_notes_are_told_where_they_are_on():
    made = told(replace(WORKSPACE, annotations=NOTES))
    (toll,) = items(made)["Killed"].notes
    assert (toll.text, toll.on, toll.by, toll.tags, toll.source, toll.state) == (
        "On the toll.",
        "A “37”",
        "Ann",
        ("toll",),
        "https://example.org",
        "",
    )
    (summed,) = [note for one in made.sums for note in one.notes]
    assert (summed.text, summed.state) == ("On the sum.", "resolved")
    assert [(note.text, note.by, note.state) for note in made.other_notes] == [
        ("On nothing.", "an editor without a name", ""),
        ("Lost.", "Ann", "its place was lost, resolved"),
    ]
    ((answer,),) = [note.answers for note in made.other_notes if note.answers]
    assert (answer.text, answer.by, answer.at) == ("Indeed.", "Bob", "21 November 2026, 20:36 UTC")
    assert made.as_of == "21 November 2026, 20:36 UTC"


def test_notes_can_be_left_out():
    made = told(replace(WORKSPACE, annotations=NOTES), Choice(notes=False))
    assert made.other_notes == ()
    assert not any(one.notes for one in (*made.items, *made.sums))
    assert made.left_out.endswith(f"{len(NOTES)} notes are left out by choice.")


def test_notes_on_what_is_left_out_are_counted():
    whole = told(replace(WORKSPACE, annotations=NOTES))
    assert whole.left_out == ""
    part = told(replace(WORKSPACE, annotations=NOTES), Choice(statuses=frozenset()))
    unsaid = len(NOTES) - len(part.other_notes)
    assert 0 < unsaid < len(NOTES)
    assert f" {unsaid} note" in part.left_out


def test_readings_and_links_have_a_line_each():
    read = Quantity(Kind.COUNT, Decimal(39), Decimal(39), "person")
    workspace = replace(
        WORKSPACE,
        corrections=(
            Correction(place("37"), read, by="Ann", at="2026-11-22T08:00:00.000+00:00"),
            Correction(replace(place("25 percent"), lost=True), None, by="Bob", at="2026-11-22T09:00:00.000+00:00"),
        ),
        links=(Link((place("37"), place("52", article="x1", text=OTHER)), is_same=True, by="Bob", at=AT),),
    )
    analysis = analysis_of(workspace, workspace.corrections[:1])
    made = report(workspace, analysis)
    assert made.by_editor == (
        "A “37”: read as 39 (Ann, 22 November 2026, 08:00 UTC)",
        "A “25 percent”: set aside: not a figure; its place was lost (Bob, 22 November 2026, 09:00 UTC)",
        "A “37” / B “52”: linked: the two speak of the same (Bob, 21 November 2026, 20:36 UTC)",
    )
    assert made.as_of_iso == "2026-11-22T09:00:00.000+00:00"
    assert items(made)["Killed"].by_editor


@pytest.mark.parametrize(
    ("stored", "said"),
    [
        (AT, "21 November 2026, 20:36 UTC"),
        ("2026-11-21T20:36:00+02:00", "21 November 2026, 18:36 UTC"),
        ("2026-11-21", "21 November 2026, 00:00 UTC"),
        ("", ""),
        ("yesterday", "yesterday"),
        ("0001-01-01T00:00:00+09:00", "0001-01-01T00:00:00+09:00"),
        ("9999-12-31T23:59:59-09:00", "9999-12-31T23:59:59-09:00"),
    ],
)
def test_a_stored_time_in_words(stored, said):
    assert time_in_words(stored) == said


def test_the_last_change_is_the_latest_of_all_times():
    assert last_change(Workspace()) == ""
    assert last_change(replace(WORKSPACE, annotations=(Annotation((), "x", at="soon"),))) == ""
    edited = Annotation((), "x", at=AT, edited="2026-11-23T00:00:00+01:00")
    assert last_change(replace(WORKSPACE, annotations=(edited,))) == "2026-11-23T00:00:00+01:00"
    later = replace(edited, replies=(Reply("y", "Bob", "2026-11-22T23:30:00+00:00"),))
    assert last_change(replace(WORKSPACE, annotations=(later,))) == "2026-11-22T23:30:00+00:00"


def test_a_note_on_a_place_with_strange_offsets_is_told_nowhere():
    beyond = Annotation((Anchor("x0", Span(10**9, 10**9 + 1), "?"), Anchor("gone", Span(0, 1), "?")), "Far.", "Ann", AT)
    made = told(replace(WORKSPACE, annotations=(beyond,)))
    assert [note.text for note in made.other_notes] == ["Far."]
