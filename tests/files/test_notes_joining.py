"""Whether notes and rulings that went out alone come back unchanged, once, and only onto the articles they are on."""

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings

from desktop.core.annotations import in_order
from desktop.exports.web import jsonld
from desktop.files.errors import FileTrouble
from desktop.files.folders import (
    NotAsItShouldBe,
    from_json_bytes,
    from_web_annotations,
    merged_with_notes,
    with_web_annotations,
)
from tests.workspaces import HELD_WORKSPACES, WORKSPACES, small_workspace


def came_back(workspace):
    return from_web_annotations(from_json_bytes(jsonld(workspace)))


def bare(workspace):
    return replace(workspace, annotations=(), rulings=())


@settings(max_examples=60, deadline=None)
@given(WORKSPACES)
def test_exported_bytes_give_back_every_note_and_ruling(workspace):
    made = came_back(workspace)
    assert repr(made.annotations) == repr(workspace.annotations)
    assert repr(made.rulings) == repr(workspace.rulings)
    assert {article: about.sha256 for article, about in made.articles.items()} == {
        article.id: article.sha256 for article in workspace.articles
    }


@settings(max_examples=60, deadline=None)
@given(HELD_WORKSPACES)
def test_they_come_back_into_their_workspace_unchanged_and_once(workspace):
    sums = [article.sha256 for article in workspace.articles]
    assume(len(set(sums)) == len(sums))
    assume(not any("~" in note.id for note in workspace.annotations))
    made = came_back(workspace)
    again = with_web_annotations(workspace, made)
    assert again.workspace is workspace
    assert (again.notes, again.rulings, again.extended, again.conflicting) == (0, 0, 0, 0)
    into = with_web_annotations(bare(workspace), made)
    assert repr(into.workspace.annotations) == repr(in_order(workspace.annotations))
    assert sorted(map(repr, into.workspace.rulings)) == sorted(map(repr, workspace.rulings))
    assert (into.notes, into.rulings) == (len(workspace.annotations), len(workspace.rulings))
    assert with_web_annotations(into.workspace, made).workspace is into.workspace


def test_articles_are_the_same_by_their_bytes_and_not_by_their_ids():
    workspace = small_workspace()
    other = replace(
        bare(workspace), corrections=(), links=(), earlier=(),
        articles=tuple(replace(one, id=f"{one.id}-here") for one in reversed(workspace.articles)),
    )  # fmt: skip
    found = with_web_annotations(other, came_back(workspace)).workspace
    assert [{anchor.article for anchor in note.anchors} for note in found.annotations] == [
        {"x-here", "y-here"},
        {"x-here"},
    ]
    assert [note.text for note in found.annotations] == ["Call them.", "Which?"]
    assert [anchor.quote for anchor in found.rulings[0].right] == ["$12 a month"]
    assert found.rulings[0].right[0].article == "x-here"
    assert found.articles == other.articles


def test_copies_of_one_article_are_told_apart():
    workspace = small_workspace()
    same = replace(workspace.articles[0], id="x2")
    both = replace(workspace, articles=(*workspace.articles, same))
    assert with_web_annotations(both, came_back(both)).workspace is both


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        (lambda one: replace(one, sha256="f" * 64), "is on another version of “Rent”"),
        (lambda one: replace(one, sha256="f" * 64, id="z"), "is on “Rent”, which is not in this workspace"),
        (lambda one: replace(one, text=one.text.replace("12", "13")), "“$12 a month” does not stand in Ledger"),
    ],
)
def test_what_is_on_other_articles_is_refused(tmp_path, changed, words):
    workspace = small_workspace()
    first, second = workspace.articles
    other = replace(bare(workspace), articles=(changed(first), second), earlier=())
    with pytest.raises(NotAsItShouldBe, match="^" + words.replace("$", r"\$")):
        with_web_annotations(other, came_back(workspace))
    file = tmp_path / "Ann.jsonld"
    file.write_bytes(jsonld(workspace))
    with pytest.raises(FileTrouble, match=r"Ann\.jsonld"):
        merged_with_notes(other, file)


def test_without_a_digest_the_id_and_the_words_decide():
    workspace = small_workspace()
    made = replace(came_back(workspace), articles={})
    assert with_web_annotations(workspace, made).workspace is workspace
    with pytest.raises(NotAsItShouldBe, match="“x”, which is not"):
        with_web_annotations(replace(bare(workspace), articles=workspace.articles[1:], earlier=()), made)


def test_a_file_says_what_came_in(tmp_path):
    workspace = small_workspace()
    file = tmp_path / "Ann.jsonld"
    file.write_bytes(jsonld(workspace))
    merge = merged_with_notes(bare(workspace), file)
    assert merge.sentences == ("New here: 1 ruling and 2 notes.",)
    assert merged_with_notes(workspace, file).sentences == ("Nothing in it is new here.",)


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b"\xff\xfe", b'{"type": "AnnotationCollection"}'])
def test_another_file_is_refused(tmp_path, data):
    file = tmp_path / "other.jsonld"
    file.write_bytes(data)
    with pytest.raises(FileTrouble, match=r"other\.jsonld"):
        merged_with_notes(small_workspace(), file)


def test_who_ruled_otherwise_stays_beside_and_is_told_apart():
    workspace = small_workspace()
    (ruling,) = workspace.rulings
    mine = replace(workspace, rulings=(replace(ruling, right=ruling.anchors[1:], reason="no"),))
    merge = with_web_annotations(mine, came_back(workspace), "old")
    assert [one.by for one in merge.workspace.rulings] == ["Ann", "Ann (old)"]
    assert (merge.rulings, merge.conflicting) == (1, 1)
