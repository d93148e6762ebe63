"""Whether the list of notes lists what passes, in order, and follows edits row by row."""

from dataclasses import replace
from random import Random

import pytest
from PySide6.QtCore import Qt

from desktop.core.agreement import Status
from desktop.core.anchors import anchor_at
from desktop.core.annotations import Annotation, Reply, in_order
from desktop.core.corrections import Correction
from desktop.core.links import Link
from desktop.core.rulings import Decision, Ruled, Ruling, anchors_of
from desktop.core.text import Span
from desktop.core.workspace import Workspace
from desktop.shell.models.annotation_list import (
    AnnotationList,
    CircumstancesRole,
    PlacesRole,
    WordsRole,
)
from desktop.shell.models.wanted_entries import Group, Wanted

LETTERS = {"ledger": "A", "wire": "B", "spark": "C"}
NAMES = {"ledger": "Ledger", "wire": "Wire", "spark": "Spark"}


@pytest.fixture
def made(rent) -> Workspace:
    """Three notes, one of them lost, a ruling, and a correction that is lost."""
    ledger, wire, _ = rent.analysis.articles

    def at(article, quote):
        start = article.text.index(quote)
        return anchor_at(article.id, Span(start, start + len(quote)), article.text)

    notes = (
        Annotation((at(ledger, "Harbour"),), "Who is that?", "Ada", "2026-11-01T08:00:00+00:00", "1", tags=("name",)),
        Annotation(
            (at(wire, "about"),),
            "Vague.",
            "Ben",
            "2026-11-02T08:00:00+00:00",
            "2",
            is_resolved=True,
            replies=(Reply("Asked the mayor."),),
        ),
        Annotation((replace(at(wire, "until"), lost=True),), "Gone.", "", "2026-10-01T08:00:00+00:00", "3"),
    )
    pair = rent.analysis.pairs[0]
    ruling = Ruling(
        anchors_of(pair),
        Status.CONFLICT,
        Decision.BOTH_WRONG,
        by="Ada",
        at="2026-11-03T08:00:00+00:00",
        reason="Both misread the filing.",
    )
    lost = Correction(replace(at(ledger, "3"), lost=True), by="Ada", at="2026-09-01T08:00:00+00:00")
    return Workspace("", rent.analysis.articles, (lost,), (ruling,), in_order(notes))


@pytest.fixture
def entries(made) -> AnnotationList:
    model = AnnotationList()
    model.show(made, LETTERS, NAMES)
    return model


def drawn(model: AnnotationList) -> list[str]:
    """What each row says, in short."""
    return [model.index(row).data(WordsRole) for row in range(model.rowCount())]


ALL = ["Gone.", "set aside: not a figure", "both wrong: Both misread the filing.", "Vague.", "Who is that?"]


def test_it_behaves_as_a_model(qtmodeltester, entries):
    qtmodeltester.check(entries)


def test_what_is_to_be_placed_comes_first_and_then_the_newest(entries):
    assert drawn(entries) == ALL
    assert entries.index(2).data(PlacesRole) == "A “$12 a year” / B “$12 a month”"
    assert entries.index(3).data(CircumstancesRole).startswith("resolved · Ben · ")
    assert entries.index(3).data(CircumstancesRole).endswith(" · 1 reply")
    assert entries.index(4).data(CircumstancesRole).startswith("#name · ")
    assert entries.index(0).data(CircumstancesRole).startswith("to be placed · No name")
    assert entries.index(4).data(Qt.ItemDataRole.AccessibleTextRole).startswith("note: A “Harbour”; Who is that?")


def test_by_place_the_order_is_that_of_the_texts(entries):
    entries.want(Wanted(by_place=True))
    assert drawn(entries) == [
        "set aside: not a figure",
        "Gone.",
        "Who is that?",
        "both wrong: Both misread the filing.",
        "Vague.",
    ]


@pytest.mark.parametrize(
    ("wanted", "left"),
    [
        (Wanted(Group.NOTES), ["Gone.", "Vague.", "Who is that?"]),
        (Wanted(Group.RULINGS), ["both wrong: Both misread the filing."]),
        (Wanted(Group.LOST), ["Gone.", "set aside: not a figure"]),
        (Wanted(is_open=True), ["Gone.", "Who is that?"]),
        (Wanted(is_open=False), ["Vague."]),
        (Wanted(by="Ben"), ["Vague."]),
        (Wanted(by=""), ["Gone."]),
        (Wanted(tag="name"), ["Who is that?"]),
        (Wanted(words="MAYOR"), ["Vague."]),
        (Wanted(words="misread filing"), ["both wrong: Both misread the filing."]),
        (Wanted(words="$12 a month"), ["both wrong: Both misread the filing."]),
        (Wanted(words="nowhere"), []),
    ],
)
def test_a_filter_leaves_what_passes(entries, wanted, left):
    entries.want(wanted)
    assert drawn(entries) == left
    entries.want(Wanted())
    assert drawn(entries) == ALL


def test_the_counts_are_of_all_there_are(entries):
    entries.want(Wanted(words="nowhere"))
    counted = [entries.count(group) for group in (Group.ALL, Group.NOTES, Group.RULINGS, Group.LOST)]
    assert counted == [5, 3, 1, 2]
    assert (entries.authors, entries.tags) == (("", "Ada", "Ben"), ("name",))


def test_an_edit_of_one_note_touches_its_row_alone(qtbot, made, entries):
    told = []
    entries.modelReset.connect(lambda: told.append("reset"))
    entries.rowsInserted.connect(lambda _parent, first, last: told.append(("in", first, last)))
    entries.rowsRemoved.connect(lambda _parent, first, last: told.append(("out", first, last)))
    entries.dataChanged.connect(lambda first, last: told.append(("changed", first.row(), last.row())))
    note = made.annotations[1]
    made = made.with_annotation(replace(note, text="Who?"))
    entries.show(made, LETTERS, NAMES)
    assert told == [("changed", 4, 4)]
    made = made.with_annotation(replace(note, id="9", at="2026-11-02T09:00:00+00:00", text="New."))
    entries.show(made, LETTERS, NAMES)
    made = made.without_annotation(note)
    entries.show(made, LETTERS, NAMES)
    assert told[1:] == [("in", 3, 3), ("out", 5, 5)]
    assert drawn(entries) == [*ALL[:3], "New.", "Vague."]


def test_a_note_that_no_longer_passes_leaves_the_list(made, entries):
    entries.want(Wanted(is_open=True))
    entries.show(made.with_annotation(replace(made.annotations[1], is_resolved=True)), LETTERS, NAMES)
    assert drawn(entries) == ["Gone."]
    entries.show(made, LETTERS, NAMES)
    assert drawn(entries) == ["Gone.", "Who is that?"]


@pytest.mark.parametrize("by_place", [False, True])
def test_following_edits_shows_what_showing_it_all_anew_does(rent, by_place):
    random, ledger = Random(7), rent.analysis.articles[0]
    followed, workspace = AnnotationList(), Workspace("", rent.analysis.articles)
    followed.want(Wanted(by_place=by_place, is_open=True))
    for number in range(200):
        known = workspace.annotations
        if not known or random.random() < 0.5:
            start = random.randrange(30)
            anchor = anchor_at(ledger.id, Span(start, start + 4), ledger.text)
            note = Annotation((anchor,), f"{number}", "Ada", f"2026-11-{random.randrange(1, 28):02}", f"n{number}")
            workspace = workspace.with_annotation(note)
        elif random.random() < 0.3:
            workspace = workspace.without_annotation(random.choice(known))
        else:
            note = random.choice(known)
            anchors = (replace(note.anchors[0], lost=random.random() < 0.3),)
            workspace = workspace.with_annotation(
                replace(note, anchors=anchors, text=f"{number}", is_resolved=random.random() < 0.3)
            )
        followed.show(workspace, LETTERS, NAMES)
        anew = AnnotationList()
        anew.want(Wanted(by_place=by_place, is_open=True))
        anew.show(workspace, LETTERS, NAMES)
        assert drawn(followed) == drawn(anew)
        assert all(followed.row_of(followed.entry(row).key) == row for row in range(followed.rowCount()))
        assert [followed.count(group) for group in Group] == [anew.count(group) for group in Group]


def test_conflicts_that_nobody_ruled_on_are_listed_until_somebody_does(made, entries, rent):
    entries.want(Wanted(Group.CONFLICTS))
    entries.show_conflicts(rent.analysis, Ruled())
    assert [entries.index(row).data(PlacesRole) for row in range(3)] == [
        "A “$12 a year” / B “$12 a month”",
        "A “$12 a year” / C “$120 a month”",
        "B “$12 a month” / C “$120 a month”",
    ]
    entries.show_conflicts(rent.analysis, Ruled(made.rulings))
    assert entries.rowCount() == entries.count(Group.CONFLICTS) == 2


def test_what_was_read_and_linked_is_listed_by_itself(made, entries, rent):
    ledger, wire, _ = rent.analysis.articles
    twelve = next(claim.figure for claim in rent.analysis.claims if claim.figure.quote == "$12 a year")
    monthly = replace(twelve.quantity, per="month")
    read = Correction(twelve.anchor, monthly, payer="Harbour", payee="Pier", by="Ben", at="2026-11-05T08:00:00+00:00")
    gates = anchor_at(ledger.id, rent.gates.figure.span, ledger.text)
    link = Link((gates, anchors_of(rent.analysis.pairs[0])[1]), True, "Ada", "2026-11-06T08:00:00+00:00")
    entries.show(made.with_correction(read).with_link(link), LETTERS, NAMES)
    assert drawn(entries) == ALL, "what is in its place is not among the notes"
    entries.want(Wanted(Group.READINGS))
    assert drawn(entries) == [
        "set aside: not a figure",
        "linked: the two speak of the same",
        "read as $12 per month, Harbour to Pier",
    ]
    assert [entries.index(row).data(PlacesRole) for row in (1, 2)] == ["A “3” / B “$12 a month”", "A “$12 a year”"]
    assert entries.index(2).data(CircumstancesRole).startswith("Ben · ")
    assert (entries.count(Group.READINGS), entries.count(Group.ALL)) == (3, 5)
    entries.want(Wanted(Group.READINGS, by="Ben"))
    assert len(drawn(entries)) == 1


def test_rulings_in_which_editors_disagree_are_a_group(entries, made):
    entries.show_contested(Ruled(made.rulings))
    entries.want(Wanted(Group.CONTESTED))
    assert (entries.count(Group.CONTESTED), drawn(entries)) == (0, [])
    (adas,) = made.rulings
    bens = replace(adas, by="Ben", decision=Decision.BOTH_RIGHT, reason="", at="2026-11-04T08:00:00+00:00")
    apart = made.with_ruling(bens)
    entries.show(apart, LETTERS, NAMES)
    entries.show_contested(Ruled(apart.rulings))
    assert entries.count(Group.CONTESTED) == 2
    assert drawn(entries) == ["both right in their terms", "both wrong: Both misread the filing."]
    again = apart.with_ruling(replace(bens, decision=Decision.BOTH_WRONG))
    entries.show(again, LETTERS, NAMES)
    entries.show_contested(Ruled(again.rulings))
    assert (entries.count(Group.CONTESTED), drawn(entries)) == (0, [])


def test_many_changes_at_once_leave_the_count_of_what_editors_disagree_on(entries, made):
    (adas,) = made.rulings
    apart = made.with_ruling(replace(adas, by="Ben", decision=Decision.BOTH_RIGHT))
    entries.show(apart, LETTERS, NAMES)
    entries.show_contested(Ruled(apart.rulings))
    entries.show(apart, {**LETTERS, "ledger": "D"}, NAMES)
    assert entries.count(Group.CONTESTED) == 2
