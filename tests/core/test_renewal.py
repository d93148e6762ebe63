"""Whether a newer version takes the place of an older one, and everything that editors made goes along or is lost."""

from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.core.agreement import Status
from desktop.core.anchors import Anchor, anchor_at
from desktop.core.annotations import Annotation
from desktop.core.corrections import Correction
from desktop.core.links import Link
from desktop.core.quantities import Kind, Quantity
from desktop.core.reanchoring import Way, placed, renewed, with_version
from desktop.core.rulings import Decision, Ruling
from desktop.core.text import Article, Span
from desktop.core.wording.versions import renewal
from desktop.core.workspace import Workspace

FIRST = Article("a", "Rent", "Harbour pays Pier $12 a year. The wall has 3 gates in all.", "1")
NEWER = replace(FIRST, text="It is told: Harbour pays Pier $12 a year. The wall has 4 gates in all.", sha256="2")
OTHER = Article("b", "Rent", "Harbour pays Pier $12 a month.", "3")
TWELVE = Quantity(Kind.MONEY, Decimal(12), Decimal(12), "USD", "year")


def on(article: Article, words: str) -> Anchor:
    start = article.text.index(words)
    return anchor_at(article.id, Span(start, start + len(words)), article.text)


RENT, GATES, MONTHLY = on(FIRST, "$12 a year"), on(FIRST, "3"), on(OTHER, "$12 a month")
NOTE = Annotation((RENT,), "Sure?", "Ann", "2026-11-21T10:00:00.000+00:00", "n1")
NOTE_ON_GATES = Annotation((GATES,), "Four?", "Ann", "2026-11-21T10:00:01.000+00:00", "n2")
NOTE_ELSEWHERE = Annotation((MONTHLY,), "Why?", "Ann", "2026-11-21T10:00:02.000+00:00", "n3")
RULING = Ruling(
    (RENT, MONTHLY), Status.CONFLICT, Decision.SOME_RIGHT, (RENT,), (TWELVE, TWELVE), "Ann", "2026-11-21T10:00:03"
)
CORRECTION = Correction(GATES, Quantity(Kind.COUNT, Decimal(3), Decimal(3), "gate"), by="Ann", at="2026-11-21T10:00")
LINK = Link((RENT, MONTHLY), True, "Ann", "2026-11-21T10:00:04")


@pytest.fixture
def workspace() -> Workspace:
    made = Workspace("Rent", (FIRST, OTHER)).with_ruling(RULING).with_correction(CORRECTION).with_link(LINK)
    return made.with_annotation(NOTE).with_annotation(NOTE_ON_GATES).with_annotation(NOTE_ELSEWHERE)


def test_the_older_version_is_kept(workspace, lexicon):
    after = with_version(workspace, NEWER, lexicon)
    assert after.articles == (NEWER, OTHER)
    assert after.earlier == (FIRST,)
    third = replace(NEWER, text="Nothing.", sha256="4")
    assert with_version(after, third, lexicon).versions_of("a") == (FIRST, NEWER, third)


def test_what_is_found_again_goes_along_and_what_is_not_is_lost(workspace, lexicon):
    done = renewed(workspace, NEWER, lexicon)
    after, here = done.workspace, on(NEWER, "$12 a year")
    assert [note.anchors for note in after.annotations] == [(here,), (replace(GATES, lost=True),), (MONTHLY,)]
    (ruling,) = after.rulings
    assert (ruling.anchors, ruling.right, ruling.readings) == ((here, MONTHLY), (here,), RULING.readings)
    assert not ruling.is_orphan
    (link,) = after.links
    assert link.anchors == (here, MONTHLY)
    (correction,) = after.corrections
    assert not correction.holds
    assert {way: count for way, count in done.ways.items() if count} == {Way.REWORDED: 1, Way.LOST: 1}
    assert set(done.found) == {after.annotations[0], ruling, link}
    assert set(done.lost) == {after.annotations[1], correction}


def test_the_surroundings_are_those_of_the_newer_version(workspace, lexicon):
    note = with_version(workspace, NEWER, lexicon).annotations[0]
    assert note.anchors[0].prefix == "It is told: Harbour pays Pier "


def test_an_outlet_that_puts_everything_back_gives_everything_back(workspace, lexicon):
    after = with_version(with_version(workspace, NEWER, lexicon), FIRST, lexicon)
    assert replace(after, earlier=()) == workspace
    assert after.earlier == (FIRST, NEWER)


def test_the_same_text_again_changes_no_place(workspace, lexicon):
    again = replace(FIRST, imported="2026-11-22T08:00:00.000+00:00")
    assert replace(with_version(workspace, again, lexicon), articles=workspace.articles, earlier=()) == workspace


def test_an_article_that_is_not_there_has_no_versions(workspace, lexicon):
    with pytest.raises(KeyError, match="'z'"):
        with_version(workspace, replace(NEWER, id="z"), lexicon)


def test_what_was_made_anew_on_a_place_is_not_pushed_away_by_what_returns(workspace, lexicon):
    gone = replace(FIRST, text=FIRST.text.replace("3 gates", "4 gates"), sha256="5")
    after = with_version(workspace, gone, lexicon)
    four = Correction(on(gone, "4"), None, by="Ben", at="2026-11-22T08:00")
    back = with_version(after.with_correction(four), FIRST, lexicon)
    assert [one.holds for one in back.corrections] == [True, False]
    assert back.corrections[0].anchor == GATES
    lost = with_version(workspace, gone, lexicon)
    anew = with_version(replace(lost, corrections=()), FIRST, lexicon)
    newer = replace(CORRECTION, quantity=None, at="2026-11-22T09:00")
    both = replace(anew, corrections=(newer, *lost.corrections))
    kept = with_version(both, replace(FIRST, text=f"{FIRST.text} So."), lexicon).corrections
    assert [(one.quantity, one.holds) for one in kept] == [(None, True), (CORRECTION.quantity, False)]


def test_two_places_of_one_ruling_never_fall_together(lexicon):
    text = "Harbour pays Pier $5 million for the wall. Later Harbour pays Pier $5 million for the wall."
    old = Article("a", "", text, "1")
    first, second = text.index("$5"), text.rindex("$5")
    anchors = tuple(anchor_at("a", Span(at, at + len("$5 million")), text) for at in (first, second))
    ruling = Ruling(anchors, Status.CONFLICT, Decision.BOTH_WRONG)
    new = replace(old, text="Harbour pays Pier $5 million for the wall.")
    (after,) = with_version(Workspace("", (old,)).with_ruling(ruling), new, lexicon).rulings
    assert len(set(after.anchors)) == 2
    assert after.is_orphan


def test_an_orphan_is_placed_by_hand(workspace, lexicon):
    after = with_version(workspace, NEWER, lexicon)
    note, here = after.annotations[1], on(NEWER, "4")
    again = placed(after, note, note.anchors[0], here)
    assert [one.anchors for one in again.annotations if one.id == "n2"] == [(here,)]
    correction = after.corrections[0]
    assert placed(after, correction, correction.anchor, here).corrections == (replace(correction, anchor=here),)
    with pytest.raises(ValueError, match="already"):
        placed(after, after.rulings[0], after.rulings[0].anchors[0], MONTHLY)


def test_a_ruling_is_placed_with_the_side_that_is_right(workspace, lexicon):
    gone = replace(FIRST, text="Harbour pays Pier $13 a year.", sha256="5")
    after = with_version(workspace, gone, lexicon)
    (ruling,) = after.rulings
    lost, here = ruling.anchors[0], on(gone, "$13 a year")
    assert (lost.lost, ruling.right) == (True, (lost,))
    (again,) = placed(after, ruling, lost, here).rulings
    assert (again.anchors, again.right) == ((here, MONTHLY), (here,))
    (link,) = placed(after, after.links[0], after.links[0].anchors[0], here).links
    assert link.anchors == (here, MONTHLY)


def test_it_is_said_what_was_found_and_lost_of_what_an_editor_may_see(workspace, lexicon):
    done = renewed(workspace, NEWER, lexicon)
    assert renewal(done, "Ben") == (
        "Found again: 1 note, 1 ruling and 1 link. To be placed by hand, in the Notes panel: 1 note and 1 correction."
    )
    blind = renewed(replace(workspace, blind=("Ben",)), NEWER, lexicon)
    assert renewal(blind, "Ben") == "Found again: 1 link. To be placed by hand, in the Notes panel: 1 correction."
    assert renewal(renewed(Workspace("", (FIRST,)), NEWER, lexicon), "") == ""
