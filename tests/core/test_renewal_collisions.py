"""Whether two things that were lost from one place both stay, and neither gives way to what was made anew."""

from dataclasses import replace

import pytest

from desktop.core.agreement import Status
from desktop.core.anchors import Anchor, anchor_at
from desktop.core.reanchoring import placed, with_version
from desktop.core.rulings import Decision, Ruling
from desktop.core.text import Article, Span
from desktop.core.workspace import Workspace

RENT = Article("x", "Rent", "The rent is $5 a year, says the owner of the pier.", "1")
PIER = Article("y", "Pier", "It is $7 a year.", "2")


def at(article: Article, quote: str, behind: int = 0) -> Anchor:
    start = article.text.index(quote, behind)
    return anchor_at(article.id, Span(start, start + len(quote)), article.text)


def ruling(*anchors: Anchor, **more: object) -> Ruling:
    return Ruling(anchors, Status.CONFLICT, Decision.BOTH_WRONG, by="Ada", **more)


def newer(workspace: Workspace, text: str, lexicon) -> Workspace:
    return with_version(workspace, replace(workspace.articles[0], text=text, sha256=text), lexicon)


def test_two_places_of_one_ruling_that_were_lost_from_one_offset_stay_two(lexicon):
    article = replace(RENT, text="Cost is $5. Rent is $5 now and for all the years that come.")
    first, second = at(article, "$5"), at(article, "$5", 12)
    right = Ruling((first, second), Status.CONFLICT, Decision.SOME_RIGHT, (second,), by="Ada", at="2026")
    workspace = Workspace("", (article,), rulings=(right,))
    workspace = newer(workspace, "Rent is $5 now and for all the years that come.", lexicon)
    workspace = newer(workspace, "Nothing of this is said here any more.", lexicon)
    (after,) = workspace.rulings
    assert [anchor.lost for anchor in after.anchors] == [True, True]
    assert after.right == (after.anchors[1],)
    assert len(after.places) == 2


def test_two_rulings_that_were_lost_from_one_place_are_both_kept(lexicon):
    here, other = at(RENT, "$5 a year"), at(PIER, "$7 a year")
    lost = ruling(replace(here, lost=True), other, at="2026-01", reason="first")
    anew = ruling(here, other, at="2026-02", reason="second")
    workspace = Workspace("", (RENT, PIER), rulings=(lost, anew))
    workspace = newer(workspace, "The owner says nothing.", lexicon)
    assert {(one.reason, one.is_orphan) for one in workspace.rulings} == {("first", True), ("second", True)}
    assert len({one.places for one in workspace.rulings}) == 2


def test_what_is_placed_by_hand_takes_no_place_from_what_is_there():
    here, other = at(RENT, "$5 a year"), at(PIER, "$7 a year")
    gone = Anchor(RENT.id, Span(3, 12), "$5 a year", lost=True)
    lost, anew = ruling(gone, other, reason="first"), ruling(here, other, reason="second")
    with pytest.raises(ValueError, match="already"):
        placed(Workspace("", (RENT, PIER), rulings=(lost, anew)), lost, gone, here)
