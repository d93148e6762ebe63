"""Whether a workspace comes back from a folder as it was, and from one that was changed without a silent guess."""

import json
import os
import shutil
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from desktop.core.agreement import Status
from desktop.core.anchors import anchor_at
from desktop.core.annotations import Annotation
from desktop.core.merging.placing import unplaced_in
from desktop.core.rulings import Decision, Ruling
from desktop.core.text import Article, Span
from desktop.core.workspace import Workspace
from desktop.files.errors import FileTrouble
from desktop.files.folders import (
    NotAsItShouldBe,
    from_json_bytes,
    from_web_annotations,
    is_export,
    json_bytes,
    read_folder,
    web_annotations,
    write_folder,
)
from desktop.files.folders.plain import file_in
from tests.workspaces import AWKWARD, HELD_WORKSPACES, TEXTS, WORKSPACES, exactly, small_workspace


def files_in(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def without_folders(workspace: Workspace) -> Workspace:
    """As a folder gives it back: of sources the file's name."""
    articles, earlier = (
        tuple(replace(article, source=file_in(article.source)) for article in several)
        for several in (workspace.articles, workspace.earlier)
    )
    return replace(workspace, articles=articles, earlier=earlier)


@pytest.fixture(scope="module")
def somewhere(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("folders")


@settings(max_examples=150, deadline=None)
@given(HELD_WORKSPACES)
def test_any_workspace_comes_back_as_it_was(somewhere, workspace):
    folder = somewhere / "out"
    write_folder(folder, workspace)
    found = read_folder(folder)
    assert exactly(found.workspace) == exactly(without_folders(workspace))
    assert (found.changed, found.lost) == ((), 0)
    assert [path.name for path in somewhere.iterdir()] == ["out"]


@settings(deadline=None)
@given(WORKSPACES)
def test_the_json_ld_alone_gives_back_every_note_and_ruling(workspace):
    document = web_annotations(workspace)
    made = from_web_annotations(from_json_bytes(json_bytes(document)))
    assert repr(made.annotations) == repr(workspace.annotations)
    assert repr(made.rulings) == repr(workspace.rulings)
    again = replace(workspace, annotations=made.annotations, rulings=made.rulings)
    assert json_bytes(web_annotations(again)) == json_bytes(document)


def test_a_folder_can_be_read_without_the_program(tmp_path):
    write_folder(tmp_path / "Rent", small_workspace())
    assert files_in(tmp_path / "Rent") == [
        "README.txt",
        "articles/A Ledger.txt",
        "articles/B Rent.txt",
        "articles/earlier/B 1 Rent.txt",
        "notes.jsonld",
        "workspace.json",
    ]
    text = (tmp_path / "Rent/articles/A Ledger.txt").read_bytes()
    assert text == "Harbour pays Pier $12 a month. 🚢\r\nUp to 3 or 4 days.".encode()
    assert "notes.jsonld" in (tmp_path / "Rent/README.txt").read_text("utf-8")


def test_notes_and_rulings_are_web_annotations():
    document = web_annotations(small_workspace())
    assert document["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert (document["type"], document["total"]) == ("AnnotationCollection", 3)
    note, _, ruling = document["first"]["items"]
    assert note["creator"] == {"type": "Person", "name": "Ann"}
    assert [(body["purpose"], body["value"]) for body in note["body"]] == [
        ("commenting", "Call them."),
        ("tagging", "rent"),
        ("replying", "Did."),
    ]
    position, quoted = note["target"][0]["selector"]
    assert position == {"type": "TextPositionSelector", "start": 18, "end": 29}
    assert quoted["type"] == "TextQuoteSelector"
    assert (quoted["prefix"], quoted["exact"]) == ("Harbour pays Pier ", "$12 a month")
    assert ruling["motivation"] == "assessing"
    assert [body["value"] for body in ruling["body"]] == ["Ledger is right", "asked"]
    assert ruling["crossread:right"] == [0]


@pytest.mark.parametrize(
    ("outlet", "name"),
    [
        ("../../etc/passwd", "A .. .. etc passwd.txt"),
        ("CON", "A CON.txt"),
        ('a<b>c:d"e|f?g*h', "A a b c d e f g h.txt"),
        ("trailing. ", "A trailing.txt"),
        ("\0\n\ud800\u202e", "A.txt"),
        ("Été 東京 🚢", "A Été 東京 🚢.txt"),
        ("x" * 300, f"A {'x' * 60}.txt"),
    ],
)
def test_names_of_files_are_ones_that_every_system_takes(tmp_path, outlet, name):
    workspace = Workspace("", (Article("x", "", "Text.", "a", outlet), Article("y", "", "More.", "b", outlet)))
    write_folder(tmp_path / "out", workspace)
    names = [path for path in files_in(tmp_path / "out") if path.startswith("articles/")]
    assert names == [f"articles/{name}", f"articles/{name.replace('A', 'B', 1)}"]
    assert read_folder(tmp_path / "out").workspace == workspace
    assert os.listdir(tmp_path) == ["out"]


@pytest.mark.parametrize("text", [*AWKWARD, "\ufeffHarbour", "a\rb\r\nc\n", "\udcff\ud83d\ude00", "\x1a"])
def test_a_text_comes_back_to_the_last_character(tmp_path, text):
    workspace = Workspace(text, (Article("x", text, text, "a", imported=text),), blind=(text,))
    write_folder(tmp_path / "out", workspace)
    assert exactly(read_folder(tmp_path / "out").workspace) == exactly(workspace)


def changed(folder: Path, name: str, before: str, after: str) -> None:
    data = (folder / name).read_bytes()
    assert before.encode() in data
    (folder / name).write_bytes(data.replace(before.encode(), after.encode()))


@pytest.mark.parametrize(
    ("before", "after", "start"),
    [
        ("Harbour pays Pier", "On Monday: Harbour pays Pier", 29),  # moved
        ("\r\nUp to", "\nUp to", 18),  # another line end
        ("3 or 4 days", "a week", 18),  # behind it
        ("$12 a month", "$13 a month", None),  # another figure
        ("$12 a month", "$12 a month, later $12 a month", None),  # other words behind it: no guess
        ("Harbour pays Pier $12 a month", "Harbour pays Pier US$12 a month", None),  # a longer figure
    ],
)
def test_places_in_a_text_changed_by_hand_are_found_again_or_lost(tmp_path, before, after, start):
    folder = tmp_path / "out"
    write_folder(folder, small_workspace())
    changed(folder, "articles/A Ledger.txt", before, after)
    found = read_folder(folder)
    place = found.workspace.rulings[0].right[0]
    text = found.workspace.article("x").text
    assert after in text
    assert found.changed == ("articles/A Ledger.txt",)
    if start is None:
        assert place.lost
        assert found.lost >= 1
        assert found.sentences[0] == "1 text was changed by hand: A Ledger.txt."
        assert "to be placed by hand" in found.sentences[1]
    else:
        assert (place.span, place.span.of(text), place.lost) == (Span(start, start + 11), "$12 a month", False)
    assert found.workspace.rulings[0].anchors[1] == small_workspace().rulings[0].anchors[1]
    assert found.workspace.article("x").sha256 != small_workspace().article("x").sha256


def test_of_two_places_that_look_alike_none_is_guessed(tmp_path):
    text = "They pay $5 a day here. " * 6
    article = Article("x", "", text, "a")
    note = Annotation((anchor_at("x", Span(57, 65), text),), "which?", id="n")
    write_folder(tmp_path / "out", Workspace("", (article,), annotations=(note,)))
    name = next(name for name in files_in(tmp_path / "out") if name.startswith("articles/"))
    (tmp_path / "out" / name).write_text("So. " + text, "utf-8", newline="")
    assert read_folder(tmp_path / "out").workspace.annotations[0].is_orphan


def test_a_quote_changed_by_hand_in_the_notes_is_lost_too(tmp_path):
    write_folder(tmp_path / "out", small_workspace())
    changed(tmp_path / "out", "notes.jsonld", '"exact": "$12 a month"', '"exact": "$99 a month"')
    found = read_folder(tmp_path / "out")
    assert found.workspace.rulings[0].is_orphan
    assert found.changed == ()
    assert found.lost == unplaced_in(found.workspace) - unplaced_in(small_workspace()) > 0


def test_things_that_lost_their_place_are_counted_rather_than_places(tmp_path):
    workspace = small_workspace()
    (ruling,) = workspace.rulings
    others = tuple(replace(ruling, by=name) for name in ("Bob", "Cy", "Di"))
    write_folder(tmp_path / "out", replace(workspace, rulings=(*workspace.rulings, *others), annotations=()))
    changed(tmp_path / "out", "articles/A Ledger.txt", "$12 a month", "$99 a month")
    found = read_folder(tmp_path / "out")
    unplaced = [one for one in found.workspace.rulings if one.is_orphan]
    assert len(unplaced) == 4
    assert found.lost >= 4
    assert f"{found.lost} entries of the Notes panel are to be placed by hand" in found.sentences[1]


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("/home/ada/Secret project/spark.txt", "spark.txt"),
        ("C:\\Users\\ada\\spark.txt", "spark.txt"),
        ("spark.txt", "spark.txt"),
        ("", ""),
        ("https://example.com/spark/", "https://example.com/spark/"),
    ],
)
def test_where_a_file_lies_on_the_editors_disk_is_nobodys_business(tmp_path, source, kept):
    write_folder(tmp_path / "out", Workspace("", (Article("x", "", "Text.", "a", source=source),)))
    assert "ada" not in (tmp_path / "out" / "workspace.json").read_text("utf-8")
    assert [article.source for article in read_folder(tmp_path / "out").workspace.articles] == [kept]


@pytest.mark.parametrize(
    ("name", "data", "cause"),
    [
        ("workspace.json", None, "there is no such file"),
        ("notes.jsonld", None, "there is no such file"),
        ("articles/A Ledger.txt", None, "there is no such file"),
        ("articles/earlier/B 1 Rent.txt", None, "there is no such file"),
        ("workspace.json", b"{", "is not JSON"),
        ("workspace.json", b"[" * 100_000, "is not JSON"),
        ("workspace.json", b"[]", "no JSON object"),
        ("workspace.json", b"\xff\xfe", "is not UTF-8"),
        ("workspace.json", b"{}", "is no workspace"),
        ("workspace.json", b'{"format": "crossread-folder/2"}', "newer version"),
        ("notes.jsonld", b'{"type": "Annotation"}', "type"),
        ("notes.jsonld", b"", "is not JSON"),
        ("articles/A Ledger.txt", b"\0\1\2\xff\xfe\xfd" * 50, "is no text"),
    ],
)
def test_what_is_missing_or_damaged_is_told_with_its_file(tmp_path, name, data, cause):
    write_folder(tmp_path / "out", small_workspace())
    path = tmp_path / "out" / name
    path.unlink() if data is None else path.write_bytes(data)
    with pytest.raises(FileTrouble, match=cause) as trouble:
        read_folder(tmp_path / "out")
    assert Path(trouble.value.path) == path


def leaves(value, path=()):
    """Every way to a plain value in a document."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from leaves(inner, (*path, number))
    else:
        yield path


@pytest.mark.parametrize("name", ["workspace.json", "notes.jsonld"])
@pytest.mark.parametrize("wrong", [[], {}, 7, None, "", -1, True, "elsewhere", 10**30])
def test_a_value_that_cannot_be_is_told_or_makes_no_difference_to_what_can_be_read(tmp_path, name, wrong):
    write_folder(tmp_path / "out", small_workspace())
    path = tmp_path / "out" / name
    document = json.loads(path.read_text("utf-8"))
    for way in list(leaves(document)):
        changed = json.loads(json.dumps(document))
        inner = changed
        for step in way[:-1]:
            inner = inner[step]
        inner[way[-1]] = wrong
        path.write_bytes(json_bytes(changed))
        with suppress(FileTrouble):
            assert isinstance(read_folder(tmp_path / "out").workspace, Workspace)


@pytest.mark.parametrize(
    "file", ["../secret.txt", "/etc/passwd", "articles/../../secret.txt", "articles/link.txt", "articles/a\\b.txt"]
)
def test_no_file_outside_the_folder_is_read(tmp_path, file):
    (tmp_path / "secret.txt").write_text("secret")
    write_folder(tmp_path / "out", small_workspace())
    if os.name == "posix":
        (tmp_path / "out/articles/link.txt").symlink_to(tmp_path / "secret.txt")
    document = json.loads((tmp_path / "out/workspace.json").read_bytes())
    document["articles"][0]["file"] = file
    (tmp_path / "out/workspace.json").write_bytes(json_bytes(document))
    with pytest.raises(FileTrouble):
        read_folder(tmp_path / "out")


def test_a_new_export_takes_the_place_of_an_old_one(tmp_path):
    folder = tmp_path / "out"
    write_folder(folder, small_workspace())
    (folder / ".DS_Store").write_bytes(b"x")
    assert is_export(folder)
    less = small_workspace().without_article("y")
    write_folder(folder, less)
    assert read_folder(folder).workspace == less
    assert "articles/B Rent.txt" not in files_in(folder)
    assert os.listdir(tmp_path) == ["out"]
    (tmp_path / "empty").mkdir()
    write_folder(tmp_path / "empty", less)
    assert read_folder(tmp_path / "empty").workspace == less


@pytest.mark.parametrize("stranger", ["thesis.txt", "articles/thesis.txt", "articles/drafts/x.txt", "workspace.json"])
def test_a_folder_with_anything_else_in_it_is_left_alone(tmp_path, stranger):
    folder = tmp_path / "out"
    if stranger != "workspace.json":
        write_folder(folder, small_workspace())
    (folder / stranger).parent.mkdir(parents=True, exist_ok=True)
    (folder / stranger).write_text("mine")
    before = files_in(folder)
    with pytest.raises(FileTrouble, match=r"something else in it|would not put there"):
        write_folder(folder, small_workspace().without_article("y"))
    assert files_in(folder) == before
    assert (folder / stranger).read_text() == "mine"
    assert os.listdir(tmp_path) == ["out"]


@pytest.mark.parametrize(
    ("name", "cause"),
    [
        ("file.txt", "is a file"),
        ("file.txt/out", "no such folder"),
        ("missing/out", "no such folder"),
        ("a\0b", "is no name"),
    ],
)
def test_where_nothing_can_be_written_nothing_is(tmp_path, name, cause):
    (tmp_path / "file.txt").write_text("kept")
    with pytest.raises(FileTrouble, match=cause):
        write_folder(tmp_path / name, small_workspace())
    assert files_in(tmp_path) == ["file.txt"]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs a user who may not write everywhere")
def test_a_folder_that_may_not_be_written_is_told(tmp_path):
    (tmp_path / "locked").mkdir(mode=0o500)
    with pytest.raises(FileTrouble, match="no permission"):
        write_folder(tmp_path / "locked/out", small_workspace())


def test_half_an_export_leaves_the_old_one(tmp_path, monkeypatch):
    folder = tmp_path / "out"
    write_folder(folder, small_workspace())
    before = {name: (folder / name).read_bytes() for name in files_in(folder)}
    real = os.fsync
    calls = iter(range(100))

    def full(descriptor):
        if next(calls) == 3:
            raise OSError(28, "No space left on device")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileTrouble, match="disk is full") as trouble:
        write_folder(folder, small_workspace().without_article("y"))
    assert Path(trouble.value.path) == folder
    assert {name: (folder / name).read_bytes() for name in files_in(folder)} == before
    assert os.listdir(tmp_path) == ["out"]


def test_a_ruling_that_says_nothing_that_can_be_is_told():
    document = web_annotations(small_workspace())
    document["first"]["items"][2]["crossread:right"] = [0, 1]
    with pytest.raises(NotAsItShouldBe, match="first/items/2/target"):
        from_web_annotations(document)


def test_one_ruling_by_two_editors_has_two_names():
    anchors = small_workspace().rulings[0].anchors
    told = [Ruling(anchors, Status.CONFLICT, Decision.BOTH_WRONG, by=name) for name in ("Ann", "Ben")]
    items = web_annotations(Workspace(rulings=tuple(told)))["first"]["items"]
    assert len({item["id"] for item in items}) == 2


def test_the_folder_may_be_moved(tmp_path):
    write_folder(tmp_path / "out", small_workspace())
    shutil.move(tmp_path / "out", tmp_path / "elsewhere")
    assert read_folder(tmp_path / "elsewhere").workspace == small_workspace()


@given(TEXTS)
def test_json_keeps_half_characters(text):
    assert from_json_bytes(json_bytes({text: [text]})) == {text: [text]}


def test_a_note_that_was_copied_by_hand_is_a_note_of_its_own(tmp_path):
    workspace = small_workspace()
    document = web_annotations(workspace)
    items = document["first"]["items"]
    copied = json.loads(json.dumps(items[0]))
    copied["body"][0]["value"] = "Another text"
    items.append(copied)
    made = from_web_annotations(document).annotations
    assert [note.text for note in made] == [*(note.text for note in workspace.annotations), "Another text"]
    assert len({note.id for note in made}) == len(made)
