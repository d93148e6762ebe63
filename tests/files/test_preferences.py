"""Whether preferences come back as they were kept, and a damaged file costs no more than its damaged values."""

import json
from dataclasses import fields, replace

import pytest

from desktop.files.errors import FileTrouble
from desktop.files.preferences import _READERS, Preferences, PreferencesFile, preferences_of, usual_path

CHOSEN = Preferences(
    editor="Zoë O’Neil",
    language="pt_BR",
    theme="dark",
    interface_points=1.5,
    reading_font="Noto Serif",
    reading_points=-2.0,
    paper="letter",
    keys={"file.open": ("Ctrl+J", "F3"), "edit.undo": ()},
    recent=("file.open", "edit.undo"),
    hint_seen=True,
)

GARBAGE = [
    None,
    True,
    7,
    -1e9,
    float("nan"),
    float("inf"),
    "\0",
    "\ud800",
    "x" * 10_000,
    [],
    [[]],
    [None, 3],
    {"a": 1},
    {},
]

DAMAGED = {
    "editor": [None, True, 7, ["Zoë"], {}, "Zoë\nO’Neil", "\ud800", "x" * 1000],
    "language": [None, "", 1, ["de"], "../../etc", "d e", "x" * 50, "dé"],
    "theme": [None, True, "Dark", "", "pink", ["dark"], {}],
    "interface_points": [None, True, "1", [1], float("nan"), float("inf"), -3, 8.5, 10**400],
    "reading_font": [None, 3, ["Inter"], "Int\ner", "\0"],
    "reading_points": [None, False, "2", {}, float("-inf"), float("nan"), 13],
    "paper": [None, 4, "A4", "a5", []],
    "keys": [None, "Ctrl+O", 3, ["Ctrl+O"]],
    "recent": [None, "file.open", 3, {}],
    "hint_seen": [None, 0, 1, "true", []],
}


def test_every_value_has_a_reader():
    assert set(_READERS) == set(DAMAGED) == {each.name for each in fields(Preferences)}


def test_what_is_kept_comes_back(tmp_path):
    file = PreferencesFile(tmp_path / "new" / "preferences.json")
    assert file.read() == Preferences()
    file.write(CHOSEN)
    assert file.read() == CHOSEN
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["preferences.json"]


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in DAMAGED.items() for value in values])
def test_a_damaged_value_costs_itself_alone(tmp_path, name, value):
    path = tmp_path / "preferences.json"
    file = PreferencesFile(path)
    file.write(CHOSEN)
    path.write_text(json.dumps({**json.loads(path.read_text()), name: value}))
    assert file.read() == replace(CHOSEN, **{name: getattr(Preferences(), name)})


@pytest.mark.parametrize("value", GARBAGE, ids=lambda value: repr(value)[:20])
def test_whatever_stands_in_every_field_gives_something_that_can_be_used(value):
    read = preferences_of(dict.fromkeys(_READERS, value))
    assert preferences_of({each.name: _plain(getattr(read, each.name)) for each in fields(read)}) == read


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return list(value)
    return {name: list(keys) for name, keys in value.items()} if hasattr(value, "items") else value


@pytest.mark.parametrize(
    ("kept", "read"),
    [
        ({"file.open": ["Ctrl+J", 3, "", "Ctrl+J"], "": ["F3"], "edit.undo": 4}, {"file.open": ("Ctrl+J",)}),
        ({"file.open": []}, {"file.open": ()}),
    ],
)
def test_keys_are_read_one_by_one(kept, read):
    assert preferences_of({"keys": kept}).keys == read


@pytest.mark.parametrize(
    "contents", [b"", b"{", b"[]", b"7", b"\xff\xfe\0", b"[" * 100_000, b"null", b'{"theme": "dark"']
)
def test_a_file_that_is_damaged_as_a_whole_is_as_none(tmp_path, contents):
    path = tmp_path / "preferences.json"
    path.write_bytes(contents)
    assert PreferencesFile(path).read() == Preferences()


def test_values_of_another_version_do_not_matter():
    assert preferences_of({"theme": "dark", "teleport": True}) == Preferences(theme="dark")


def test_a_folder_in_its_place_is_read_as_none_and_told_when_written(tmp_path):
    path = tmp_path / "preferences.json"
    path.mkdir()
    (path / "in the way").touch()
    file = PreferencesFile(path)
    assert file.read() == Preferences()
    with pytest.raises(FileTrouble, match="preferences are not kept"):
        file.write(CHOSEN)
    assert [each.name for each in tmp_path.iterdir()] == ["preferences.json"]


def test_without_a_path_nothing_is_kept(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    file = PreferencesFile(None)
    file.write(CHOSEN)
    assert file.read() == Preferences()
    assert list(tmp_path.iterdir()) == []


def test_the_usual_place_is_the_users_own(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert usual_path().name == "preferences.json"
    assert usual_path().parent.name == "Crossread"


def test_the_last_used_command_comes_first():
    preferences = Preferences(recent=("a", "b"))
    assert preferences.with_recent("b").recent == ("b", "a")
    assert preferences.with_recent("c").recent == ("c", "a", "b")
    assert len(Preferences(recent=tuple("abcdefghijkl")).with_recent("z").recent) == 12


@pytest.mark.parametrize(
    ("contents", "cause"),
    [
        (b"{", "the file is damaged"),
        (b"[]", "the file is damaged"),
        (b'{"theme": "pink", "paper": "a4", "teleport": 1}', "damaged values: theme"),
    ],
)
def test_what_is_damaged_is_told_and_kept_beside(tmp_path, contents, cause):
    path = tmp_path / "preferences.json"
    path.write_bytes(contents)
    file = PreferencesFile(path)
    file.read()
    assert str(file.trouble) == f"{path}: {cause}"
    file.write(CHOSEN)
    assert path.with_name("preferences.json.damaged").read_bytes() == contents
    assert (file.read(), file.trouble) == (CHOSEN, None)
    file.write(CHOSEN)
    assert path.with_name("preferences.json.damaged").read_bytes() == contents


def test_no_file_is_no_trouble(tmp_path):
    file = PreferencesFile(tmp_path / "preferences.json")
    file.read()
    assert file.trouble is None
