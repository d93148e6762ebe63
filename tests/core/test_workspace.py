"""Whether every change of a Workspace gives a new one, and articles keep their order."""

from dataclasses import replace

import pytest

from desktop.core.anchors import Anchor, anchor_at
from desktop.core.annotations import Annotation, Reply
from desktop.core.corrections import Correction
from desktop.core.text import Span
from desktop.core.workspace import Workspace


def ids(workspace):
    return [article.id for article in workspace.articles]


def test_articles_are_added_at_the_end_and_the_old_workspace_stays(article):
    empty = Workspace("Rent")
    one = empty.with_article(article("It cost $5.", "x"))
    two = one.with_article(article("It cost $7.", "a"))
    assert (ids(empty), ids(one), ids(two)) == ([], ["x"], ["x", "a"])
    assert two.title == "Rent"


def test_an_article_is_in_it_once(article):
    workspace = Workspace().with_article(article("It cost $5.", "x"))
    with pytest.raises(ValueError, match="'x'"):
        workspace.with_article(article("It cost $7.", "x"))


def test_articles_are_removed_and_found_by_id(article):
    workspace = Workspace().with_article(article("It cost $5.", "x")).with_article(article("It cost $7.", "y"))
    assert ids(workspace.without_article("x")) == ["y"]
    assert ids(workspace.without_article("z")) == ["x", "y"]
    assert workspace.article("y").text == "It cost $7."
    with pytest.raises(KeyError, match="z"):
        workspace.article("z")


def test_who_reviews_blind_sees_no_replies_of_others_and_the_whole_note_is_still_there():
    anchor = Anchor("x", Span(0, 2), "$5")
    mine = Annotation((anchor,), "Mine", "Ann", id="1", replies=(Reply("No.", "Ben"), Reply("Yes.", "Ann")))
    plain = Annotation((anchor,), "Plain", "Ann", id="2", replies=(Reply("Yes.", "Ann"),))
    bens = Annotation((anchor,), "Ben's", "Ben", id="3")
    workspace = Workspace(annotations=(mine, plain, bens), blind=("Ann",))
    seen = workspace.seen_by("Ann").annotations
    assert [(note.id, [reply.by for reply in note.replies]) for note in seen] == [("1", ["Ann"]), ("2", ["Ann"])]
    assert seen[1] is plain
    assert workspace.note_of("1") is mine
    assert workspace.note_of("4") is None


def test_a_place_is_there_while_its_words_stand_where_they_stood(article):
    text = "It cost $5."
    workspace = Workspace().with_article(article(text, "x"))
    place = anchor_at("x", Span(8, 10), text)
    assert workspace.has(place)
    assert not workspace.has(replace(place, lost=True))
    assert not Workspace().with_article(article("It has cost $5.", "x")).has(place)
    assert not Workspace().has(place)


def test_words_that_came_with_a_newer_version_are_rewritten_unless_an_editor_reads_them(article):
    old, new = article("It cost $5. It took 3 days.", "x"), article("It cost $7. It took 3 days.", "x")
    price, days = (anchor_at("x", Span(at, at + 2), new.text) for at in (8, 20))
    workspace = Workspace(articles=(new,), earlier=(old,))
    assert (price.quote, days.quote.strip()) == ("$7", "3")
    assert workspace.rewritten((price, days, replace(price, lost=True))) == (price,)
    assert replace(workspace, earlier=()).rewritten((price, days)) == ()
    assert workspace.with_correction(Correction(price)).rewritten((price, days)) == ()
