"""Whether the last workspaces are remembered, whatever happened to the list."""

import os

import pytest

from desktop.files.recent import MOST, Recent, RecentList


def test_the_last_stands_first_and_once(tmp_path):
    path = tmp_path / "deep" / "recent.json"
    one, two = tmp_path / "one.crossread", tmp_path / "zwei ü \n.crossread"
    recent = RecentList(path)
    recent.note(one, "One")
    recent.note(two, "Zwei", "id of two")
    recent.note(one, "Uno")
    assert RecentList(path).all == (Recent(one, "Uno"), Recent(two, "Zwei", "id of two"))
    assert [RecentList(path).ids_of(each) for each in (one, two, path)] == [(), ("id of two",), ()]
    recent.forget(one)
    assert RecentList(path).all == (Recent(two, "Zwei", "id of two"),)


def test_no_more_than_some_are_remembered(tmp_path):
    recent = RecentList(tmp_path / "recent.json")
    for number in range(MOST + 3):
        recent.note(tmp_path / str(number), "")
    assert [one.path.name for one in RecentList(tmp_path / "recent.json").all] == [
        str(number) for number in range(MOST + 2, 2, -1)
    ]


def test_what_another_window_added_is_kept(tmp_path):
    here, there = RecentList(tmp_path / "recent.json"), RecentList(tmp_path / "recent.json")
    here.note(tmp_path / "one", "")
    there.note(tmp_path / "two", "")
    here.note(tmp_path / "three", "")
    assert [one.path.name for one in here.all] == ["three", "two", "one"]


@pytest.mark.parametrize(
    "found", [b"", b"{", b"{}", b'[1, {}, {"path": 3}, {"path": ""}]', b"\xff\xfe", b"[" * 100_000, b"null"]
)
def test_a_damaged_list_is_empty_and_can_be_added_to(tmp_path, found):
    path = tmp_path / "recent.json"
    path.write_bytes(found)
    recent = RecentList(path)
    assert recent.all == ()
    recent.note(tmp_path / "one", "One")
    assert RecentList(path).all == (Recent(tmp_path / "one", "One"),)


def test_a_list_that_cannot_be_written_does_no_harm(tmp_path):
    (tmp_path / "recent.json").mkdir()
    recent = RecentList(tmp_path / "recent.json")
    recent.note(tmp_path / "one", "One")
    assert recent.all == (Recent(tmp_path / "one", "One"),)
    nowhere = RecentList()
    nowhere.note(tmp_path / "one", "One")
    assert len(nowhere.all) == 1


def test_a_name_that_is_no_text_comes_back(tmp_path):
    path = tmp_path / os.fsdecode(b"\xff.crossread")
    RecentList(tmp_path / "recent.json").note(path, "x")
    assert RecentList(tmp_path / "recent.json").all[0].path == path


def test_what_is_gone_is_known_to_be_gone(tmp_path):
    (tmp_path / "here").write_bytes(b"")
    assert Recent(tmp_path / "here", "").is_there
    assert not Recent(tmp_path / "gone", "").is_there
    assert not Recent(tmp_path / "a\0b", "").is_there


def test_what_a_workspace_was_made_from_is_remembered_as_far_back_as_the_list_goes(tmp_path):
    recent = RecentList(tmp_path / "recent.json")
    for name, origin in (("first", ""), ("second", "first"), ("third", "second"), ("round", "round")):
        recent.note(tmp_path / name, name, name, origin)
    found = {name: RecentList(tmp_path / "recent.json").ids_of(tmp_path / name) for name in ("third", "first", "round")}
    assert found == {"third": ("third", "second", "first"), "first": ("first",), "round": ("round",)}
