"""Whether the work of two editors becomes one, twice the same adds nothing, and nothing of either is gone."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.agreement import Status
from desktop.core.anchors import Anchor, anchor_at
from desktop.core.annotations import Annotation, Reply
from desktop.core.corrections import Correction
from desktop.core.links import Link
from desktop.core.merging import MERGED, merged
from desktop.core.quantities import Kind, Quantity
from desktop.core.rulings import Decision, Ruling
from desktop.core.text import Article, Span
from desktop.core.workspace import Workspace
from desktop.files.lexicon import load
from tests.workspaces import HELD_WORKSPACES

LEDGER = "Harbour pays Pier $12 a year."
NEWER = "On Monday: Harbour pays Pier $12 a year."
LEXICON = load()
WIRE = "Harbour pays Pier $13 a month."


def article(id: str, text: str, imported: str = "") -> Article:
    return Article(id, "", text, f"sha of {text}", imported=imported)


def at(article: Article, quote: str) -> Anchor:
    start = article.text.index(quote)
    return anchor_at(article.id, Span(start, start + len(quote)), article.text)


def time(minute: int) -> str:
    return f"2026-11-21T10:{minute:02}:00.000+00:00"


A, B = article("a", LEDGER), article("b", WIRE)
DUE = (at(A, "$12 a year"), at(B, "$13 a month"))
EMPTY = Workspace("Rent", (A, B))


def ruling(decision: Decision = Decision.BOTH_WRONG, by: str = "Ann", minute: int = 1, **more: object) -> Ruling:
    return Ruling(DUE, Status.CONFLICT, decision, by=by, at=time(minute), **more)


def note(text: str, by: str = "Ann", id: str = "n1", **more: object) -> Annotation:
    return Annotation(DUE[:1], text, by, time(2), id, **more)


def merge(mine: Workspace, theirs: Workspace, called: str = "bens-file"):
    return merged(mine, theirs, called, LEXICON)


def test_what_only_one_editor_made_is_in_both():
    mine = EMPTY.with_ruling(ruling()).with_annotation(note("mine"))
    theirs = EMPTY.with_ruling(ruling(Decision.BOTH_RIGHT, "Ben")).with_annotation(note("theirs", "Ben", "n2"))
    found = merge(mine, theirs)
    assert found.workspace.articles is mine.articles
    assert {one.by for one in found.workspace.rulings} == {"Ann", "Ben"}
    assert [one.text for one in found.workspace.annotations] == ["mine", "theirs"]
    assert (found.rulings, found.conflicting, found.notes, found.articles) == (1, 1, 1, 0)
    assert found.sentences == (
        "New here: 1 ruling and 1 note.",
        "1 ruling contradicts one that was here; both stay.",
    )
    assert merge(mine, mine).workspace is mine
    assert merge(mine, mine).sentences == ("Nothing in it is new here.",)


def test_two_editors_of_one_name_are_told_apart_and_only_once():
    mine, theirs = EMPTY.with_ruling(ruling()), EMPTY.with_ruling(ruling(Decision.BOTH_RIGHT, minute=2))
    found = merge(mine, theirs).workspace
    assert {one.by: one.decision for one in found.rulings} == {
        "Ann": Decision.BOTH_WRONG,
        "Ann (bens-file)": Decision.BOTH_RIGHT,
    }
    assert merge(found, theirs).workspace is found
    third = merge(found, EMPTY.with_ruling(ruling(Decision.NEEDS_SOURCE, minute=3))).workspace
    assert [one.by for one in third.rulings] == ["Ann", "Ann (bens-file)", "Ann (bens-file 2)"]
    back = merge(theirs, found, "anns-file").workspace
    assert {(one.by, one.decision) for one in back.rulings} == {
        ("Ann", Decision.BOTH_RIGHT),
        ("Ann (anns-file)", Decision.BOTH_WRONG),
    }


def test_who_gave_no_name_is_called_by_the_file():
    theirs = EMPTY.with_ruling(ruling(by="", minute=2)).with_annotation(
        note("see", by="", replies=(Reply("yes", "", time(3)),))
    )
    mine = EMPTY.with_ruling(ruling(by=""))
    found = merge(mine, theirs).workspace
    assert [one.by for one in found.rulings] == ["", "bens-file"]
    assert found.annotations[0].by == found.annotations[0].replies[0].by == "bens-file"
    assert merge(found, theirs).workspace is found
    assert merge(theirs, theirs).workspace is theirs


def test_the_same_ruling_made_again_is_one_at_the_later_time():
    mine, theirs = EMPTY.with_ruling(ruling()), EMPTY.with_ruling(ruling(minute=9))
    assert [one.at for one in merge(mine, theirs).workspace.rulings] == [time(9)]
    assert [one.at for one in merge(theirs, mine).workspace.rulings] == [time(9)]


def test_a_note_that_one_editor_took_further_is_one_note():
    mine = note("see", replies=(Reply("yes", "Ann", time(3)),), tags=("price",))
    theirs = note(
        "see",
        replies=(Reply("no", "Ben", time(1)),),
        tags=("lead",),
        source="https://x",
        edited=time(8),
        is_resolved=True,
    )
    found = merge(EMPTY.with_annotation(mine), EMPTY.with_annotation(theirs))
    (both,) = found.workspace.annotations
    assert [reply.text for reply in both.replies] == ["no", "yes"]
    assert (both.tags, both.source, both.is_resolved, both.edited) == (("price", "lead"), "https://x", True, time(8))
    assert (found.notes, found.extended) == (0, 1)
    assert found.sentences[1] == "1 of your notes has new replies or tags."
    reopened = replace(theirs, is_resolved=False, edited=time(9))
    (both,) = merge(found.workspace, EMPTY.with_annotation(reopened)).workspace.annotations
    assert not both.is_resolved


def test_a_note_that_was_written_on_in_two_ways_is_two_notes_and_only_two():
    mine, theirs = EMPTY.with_annotation(note("see")), EMPTY.with_annotation(note("see below", edited=time(9)))
    found = merge(mine, theirs).workspace
    assert sorted(one.text for one in found.annotations) == ["see", "see below"]
    assert len({one.id for one in found.annotations}) == 2
    assert merge(found, theirs).workspace is found
    back = merge(theirs, found).workspace
    assert sorted(one.text for one in back.annotations) == ["see", "see below"]
    assert merge(found, back).workspace is found


def test_a_note_that_one_editor_placed_by_hand_stands_there():
    lost = replace(DUE[0], lost=True)
    orphan, placed = replace(note("see"), anchors=(lost,)), note("see")
    for mine, theirs in ((orphan, placed), (placed, orphan)):
        (both,) = merge(EMPTY.with_annotation(mine), EMPTY.with_annotation(theirs)).workspace.annotations
        assert both.anchors == DUE[:1]
    gone = replace(ruling(), anchors=(lost, DUE[1]))
    for mine, theirs in ((gone, ruling()), (ruling(), gone)):
        assert merge(EMPTY.with_ruling(mine), EMPTY.with_ruling(theirs)).workspace.rulings == (ruling(),)


def test_articles_that_were_imported_apart_are_the_same_by_their_text():
    far = Workspace("", (article("x", WIRE), article("y", LEDGER), article("b", "Other.")))
    theirs = far.with_ruling(
        replace(ruling(by="Ben"), anchors=(at(far.articles[1], "$12 a year"), at(far.articles[0], "$13 a month")))
    )
    found = merge(EMPTY, theirs)
    assert [one.id for one in found.workspace.articles] == ["a", "b", "b-2"]
    assert found.workspace.rulings[0].anchors == DUE
    assert (found.articles, found.lost) == (1, 0)
    assert merge(found.workspace, theirs).workspace is found.workspace
    assert found.sentences == ("New here: 1 article and 1 ruling.",)


def test_theirs_on_an_earlier_version_of_mine_is_found_again_in_the_present_one():
    newer = article("a", NEWER)
    mine = replace(EMPTY, articles=(newer, B), earlier=(A,))
    theirs = EMPTY.with_ruling(ruling(by="Ben")).with_annotation(replace(note("gone"), anchors=(at(A, "Harbour"),)))
    found = merge(mine, theirs)
    assert found.workspace.articles is mine.articles
    assert found.workspace.earlier is mine.earlier
    assert found.workspace.rulings[0].anchors == (at(newer, "$12 a year"), DUE[1])
    assert (found.lost, found.versions) == (0, 0)
    assert merge(found.workspace, theirs).workspace is found.workspace


def test_theirs_on_a_newer_version_brings_that_and_mine_is_found_again_in_it():
    newer = article("a", NEWER.replace("$12 a year", "$14 a year"))
    theirs = replace(EMPTY, articles=(newer, B), earlier=(A,))
    mine = EMPTY.with_ruling(ruling()).with_annotation(replace(note("who"), anchors=(at(A, "Harbour"),)))
    found = merge(mine, theirs)
    assert found.workspace.articles == (newer, B)
    assert found.workspace.earlier == (A,)
    assert found.workspace.annotations[0].anchors == (at(newer, "Harbour"),)
    assert found.workspace.rulings[0].is_orphan
    assert (found.versions, found.lost) == (1, 1)
    assert found.sentences == (
        "Nothing in it is new here.",
        "1 article comes in a newer version.",
        "1 entry of the Notes panel is to be placed by hand: its place is in no text any more.",
    )
    assert merge(found.workspace, mine).workspace is found.workspace


def test_of_versions_that_neither_knows_the_last_import_is_the_present_one():
    mine = replace(EMPTY, articles=(article("a", NEWER, time(5)),), earlier=(A,))
    theirs = replace(EMPTY, articles=(article("a", LEDGER + " So far.", time(6)),), earlier=(A,))
    for one, other in ((mine, theirs), (theirs, mine)):
        found = merge(one, other).workspace
        assert [version.text for version in found.versions_of("a")] == [LEDGER, NEWER, LEDGER + " So far."]


def test_of_two_readings_of_one_place_mine_holds_and_theirs_is_a_note():
    dear, cheap = Quantity(Kind.MONEY, Decimal(14), Decimal(14), "USD", "year"), None
    mine = EMPTY.with_correction(Correction(at(A, "$12 a year"), dear, by="Ann", at=time(1)))
    theirs = EMPTY.with_correction(Correction(at(A, "$12"), cheap, by="Ben", at=time(2))).with_correction(
        Correction(at(B, "$13 a month"), dear, payer="Pier", payee="Harbour", at=time(3))
    )
    found = merge(mine, theirs)
    assert [(one.anchor, one.by) for one in found.workspace.corrections] == [
        (at(A, "$12 a year"), "Ann"),
        (at(B, "$13 a month"), "bens-file"),
    ]
    (told,) = found.workspace.annotations
    assert (told.text, told.by, told.tags) == ("Ben reads: no figure here", "Ben", (MERGED,))
    assert (found.corrections, found.aside) == (1, 1)
    assert merge(found.workspace, theirs).workspace is found.workspace
    back = merge(theirs, found.workspace)
    assert "Ann reads: $14 per year" in {one.text for one in back.workspace.annotations}


def test_of_two_links_that_contradict_mine_holds_and_theirs_is_a_note():
    mine = EMPTY.with_link(Link(DUE, True, "Ann", time(1)))
    theirs = EMPTY.with_link(Link(DUE[::-1], False, "Ben", time(2)))
    found = merge(mine, theirs)
    assert found.workspace.links == mine.links
    assert [one.text for one in found.workspace.annotations] == ["Ben says: these two do not speak of the same"]
    assert (found.aside, found.links) == (1, 0)
    assert merge(found.workspace, theirs).workspace is found.workspace
    assert merge(EMPTY, theirs).workspace.links == theirs.links


def test_an_editor_of_theirs_who_reviews_blind_stays_blind_but_nobody_here_is_made_so():
    mine = replace(EMPTY.with_ruling(ruling()), blind=())
    theirs = replace(EMPTY, blind=("Ben", "Ann"))
    found = merge(mine, theirs).workspace
    assert found.blind == ("Ben",)
    assert merge(found, theirs).workspace is found


AUTHORS = ("", "Ann", "Ben", "Cleo")
QUOTES = ("Harbour", "Pier", "$12", "$12 a year", "a year")


@st.composite
def workspaces(draw, ids=("a", "b")) -> Workspace:
    """What an editor may have made on the same articles; whatever was made at one time by one editor is one thing."""
    texts = (LEDGER, WIRE.replace("$13 a month", "$12 a year"))
    versions = draw(st.sampled_from((0, 0, 1)))
    first = Article(ids[0], "", texts[0], "1", imported=time(0))
    present = Article(ids[0], "", NEWER, "2", imported=time(1)) if versions else first
    made = Workspace("Rent", (present, article(ids[1], texts[1])), earlier=(first,) if versions else ())
    anchors = [at(one, quote) for one in made.articles for quote in QUOTES]
    several = st.lists(st.sampled_from(anchors), min_size=2, max_size=3, unique=True)
    for _ in range(draw(st.integers(0, 6))):
        what, author = draw(st.integers(0, 3)), draw(st.integers(0, 3))
        by, moment = AUTHORS[author], f"2026-11-21T10:{draw(st.integers(0, 5)):02}:00.00{author}+00:00"
        if what == 0:
            places = tuple(sorted(draw(several)))
            decision = draw(st.sampled_from(list(Decision)))
            right = places[:1] if decision is Decision.SOME_RIGHT else ()
            made = made.with_ruling(Ruling(places, Status.CONFLICT, decision, right, by=by, at=moment))
        elif what == 1:
            own = draw(st.integers(0, 2))
            replies = draw(st.lists(st.sampled_from([Reply("yes", "Ann", time(1)), Reply("no", "", time(2))])))
            made = made.with_annotation(
                Annotation(
                    tuple(draw(several)[:1]),
                    draw(st.sampled_from(("see", "check", ""))),
                    "Ann" if own else "",
                    time(own),
                    f"n{own}",
                    edited=draw(st.sampled_from(("", time(8), time(9)))),
                    tags=tuple(draw(st.lists(st.sampled_from(("x", "y")), unique=True))),
                    is_resolved=draw(st.booleans()),
                    replies=tuple(replies),
                )
            )
        elif what == 2:
            quantity = draw(st.sampled_from((None, Quantity(Kind.COUNT, Decimal(3), Decimal(3), "day"))))
            made = made.with_correction(Correction(draw(st.sampled_from(anchors)), quantity, by=by, at=moment))
        else:
            one, other = draw(several)[:2]
            made = made.with_link(Link((one, other), draw(st.booleans()), by, moment))
    return made


def bare(name: str) -> str:
    return name.split(" (")[0] if name not in ("", "bens-file", "cleos-file") else ""


def said(workspace: Workspace) -> set[object]:
    """Everything that editors said, without what a merge may change: ids, how the nameless are called, who holds."""
    places = {one.id: number for number, one in enumerate(workspace.articles)}

    def where(anchors):
        return frozenset((places[one.article], one.quote, one.span) for one in anchors)

    told: set[object] = {version.text for one in workspace.articles for version in workspace.versions_of(one.id)}
    for one in workspace.rulings:
        told.add(("ruling", where(one.anchors), one.decision, where(one.right), bare(one.by)))
    for one in workspace.annotations:
        if MERGED not in one.tags:
            told.add(("note", where(one.anchors), one.text, bare(one.by)))
            told |= {("tag", one.text, where(one.anchors), tag) for tag in one.tags}
            told |= {("reply", one.text, where(one.anchors), reply.text, bare(reply.by)) for reply in one.replies}
    for one in workspace.corrections:
        what = "no figure here" if one.quantity is None else "3 days"
        told.add(("reads", where([one.anchor]), f"{one.by or 'The other editor'} reads: {what}"))
    for one in workspace.links:
        told.add(("link", where(one.anchors), one.is_same))
    for one in workspace.annotations:
        if MERGED in one.tags:
            told.add(("aside", where(one.anchors), one.text))
    return told


def in_newer(workspace: Workspace, like: Workspace) -> Workspace:
    """The same on the versions that another workspace has, by way of a merge into an empty one."""
    return merge(replace(like, rulings=(), annotations=(), corrections=(), links=()), workspace).workspace


@given(workspaces())
def test_merging_a_workspace_with_itself_changes_nothing(mine):
    found = merge(mine, mine)
    assert found.workspace is mine
    assert found.sentences == ("Nothing in it is new here.",)


@given(workspaces(), workspaces(ids=("x", "y")))
def test_merging_twice_is_merging_once(mine, theirs):
    once = merge(mine, theirs)
    again = merge(once.workspace, theirs)
    assert again.workspace is once.workspace
    assert again.sentences == ("Nothing in it is new here.",)


@given(workspaces(), workspaces(ids=("x", "y")))
def test_nothing_of_either_is_discarded(mine, theirs):
    found = merge(mine, theirs).workspace
    told = said(found)
    notes = {(kind[1], kind[2]) for kind in told if kind[0] == "aside"}
    for side, name in ((mine, ""), (theirs, "bens-file")):
        for fact in said(in_newer(side, found)):
            if fact[0] == "reads":
                text = fact[2].replace("The other editor", name) if name else fact[2]
                standing = {(kind[1], kind[2].split(" reads: ")[1]) for kind in told if kind[0] == "reads"}
                assert (fact[1], text.split(" reads: ")[1]) in standing or (fact[1], text) in notes
            elif fact[0] == "link":
                assert fact in told or any(places == fact[1] and "says: these two" in text for places, text in notes)
            else:
                assert fact in told


@settings(max_examples=60)
@given(workspaces(), workspaces(ids=("x", "y")), workspaces(ids=("p", "q")))
def test_the_order_of_merging_does_not_change_what_was_said(mine, bens, cleos):
    one = merge(merge(mine, bens).workspace, cleos, "cleos-file").workspace
    other = merge(merge(mine, cleos, "cleos-file").workspace, bens).workspace
    kinds = ("ruling", "note", "tag", "reply")
    assert {fact for fact in said(one) if fact[0] in kinds} == {fact for fact in said(other) if fact[0] in kinds}
    assert {version.text for version in one.earlier} == {version.text for version in other.earlier}
    assert {found.text for found in one.articles} == {found.text for found in other.articles}


@settings(max_examples=60, deadline=None)
@given(HELD_WORKSPACES, HELD_WORKSPACES)
def test_whatever_two_workspaces_hold_they_are_merged_once(mine, theirs):
    once = merge(mine, theirs).workspace
    assert merge(once, theirs).workspace is once
    assert {one.text for one in (*mine.articles, *theirs.articles)} <= {
        version.text for one in once.articles for version in once.versions_of(one.id)
    }
    assert merge(mine, mine).workspace is mine
