"""Whether damage is noticed wherever it is, never made worse, and all that is left is got out of it."""

import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from desktop.core.agreement import Status
from desktop.core.anchors import Anchor
from desktop.core.rulings import Decision, Ruling
from desktop.core.text import Span
from desktop.core.workspace import Workspace
from desktop.files.errors import FileTrouble
from desktop.files.workspaces import Damaged, NotAWorkspace, WorkspaceFile
from desktop.files.workspaces.pages import pages_of, rows_in
from desktop.files.workspaces.salvage import _held_by, salvage
from tests.workspaces import exactly, large_workspace, small_workspace


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "deal.crossread"


@pytest.fixture(scope="module")
def many() -> Workspace:
    return large_workspace(400)


def written(path: Path, workspace: Workspace) -> bytes:
    WorkspaceFile.create(path, workspace).close()
    return path.read_bytes()


def opened(path: Path) -> Workspace | None:
    """What the file holds, None where it says that it is damaged or none at all."""
    try:
        with WorkspaceFile.open(path) as file:
            return file.workspace
    except (Damaged, NotAWorkspace):
        return None


def salvaged(path: Path, *, least: int = 0):
    """What is got out of the file, which stays as it is; the new one is sound and holds it."""
    before = {each.name: each.read_bytes() for each in path.parent.iterdir() if each.is_file()}
    into = path.parent / "salvaged" / "sound.crossread"
    into.parent.mkdir(exist_ok=True)
    found = salvage(path, into)
    assert {each.name: each.read_bytes() for each in path.parent.iterdir() if each.is_file()} == before
    with WorkspaceFile.open(into) as file:
        assert exactly(file.workspace) == exactly(found.workspace)
    assert len(found.workspace.annotations) >= least
    return found


def test_of_a_sound_file_all_is_got(path):
    written(path, small_workspace())
    found = salvaged(path)
    assert exactly(found.workspace) == exactly(small_workspace())
    assert found.is_all
    assert found.words == (
        "Kept: 2 articles, 2 notes, 1 ruling, 1 correction, 1 link.",
        "Nothing is known to be lost.",
    )
    with WorkspaceFile.open(path) as old, WorkspaceFile.open(path.parent / "salvaged" / "sound.crossread") as new:
        assert new.origin == old.id != new.id


def test_what_stands_in_the_log_alone_is_got_too(path):
    with WorkspaceFile.create(path, small_workspace()) as file:
        file.save(replace(file.workspace, title="in the log"))
        assert path.with_name(f"{path.name}-wal").stat().st_size
        crashed = path.parent / "crashed"
        crashed.mkdir()
        for part in ("", "-wal"):
            (crashed / f"{path.name}{part}").write_bytes(path.with_name(path.name + part).read_bytes())
    assert salvaged(crashed / path.name).workspace.title == "in the log"
    broken = bytearray((crashed / path.name).read_bytes())
    broken[:4096] = bytes(4096)  # so that only the pages themselves can be read
    broken[:100] = b"x" * 100
    (crashed / path.name).write_bytes(broken)
    assert salvaged(crashed / path.name).workspace.title == "in the log"


def test_pages_say_what_sqlite_says(path, many):
    data = written(path, many)
    rows = {cells[1:] for _, cells in rows_in(pages_of(data)) if len(cells) in (4, 11)}
    with closing(sqlite3.connect(path)) as connection:
        connection.text_factory = bytes
        things = set(connection.execute("SELECT kind, body, seal FROM thing"))
        texts = set(connection.execute("SELECT text FROM version"))
    assert things <= rows
    assert texts <= {(row[-2],) for row in rows}


def test_a_cut_off_file_is_noticed_and_what_is_left_is_got(path, many):
    data = written(path, many)
    ends = {1, 15, 16, 50, 99, 100, 101, 4095, 4096, 4097, len(data) // 2, len(data) - 4096, len(data) - 1}
    ends.update(Random(3).randrange(len(data)) for _ in range(40))
    got = []
    for end in sorted(ends):
        path.write_bytes(data[:end])
        assert opened(path) is None, f"cut off at {end} of {len(data)}"
        assert path.read_bytes() == data[:end]
        if end > 4096 * 4:
            got.append(len(salvaged(path).workspace.annotations))
    assert got == sorted(got)
    assert got[-1] >= 390


@pytest.mark.parametrize("seed", range(60))
def test_overwritten_bytes_are_noticed_or_change_nothing(path, many, seed):
    chance = Random(seed)
    data = bytearray(written(path, many))
    for _ in range(chance.choice([1, 1, 3, 30])):
        size = chance.choice([1, 1, 2, 16, 4096])
        at = chance.randrange(len(data) - size)
        data[at : at + size] = chance.randbytes(size)
    path.write_bytes(data)
    found = opened(path)
    assert found is None or exactly(found) == exactly(many)
    if found is None:
        kept = salvaged(path, least=200)
        if kept.is_all:
            # the pages were whole, the header or an index was not
            assert exactly(kept.workspace) == exactly(many)
        for note in kept.workspace.annotations if not kept.doubtful else ():
            assert note.text == many.annotations[int(note.id[1:])].text


@pytest.mark.parametrize("page", range(1, 12))
def test_a_page_of_zeros_costs_what_stood_on_it(path, many, page):
    data = bytearray(written(path, many))
    data[(page - 1) * 4096 : page * 4096] = bytes(4096)
    path.write_bytes(data)
    assert opened(path) is None
    assert salvaged(path).workspace.articles


def test_a_changed_letter_is_noticed_and_marked(path):
    data = written(path, small_workspace())
    for good, bad in (
        (b"$12 a month. \xf0\x9f\x9a\xa2\r", b"$13 a month. \xf0\x9f\x9a\xa2\r"),
        (b"Call them.", b"Call then."),
    ):
        assert data.count(good) == 1
        data = data.replace(good, bad)
    path.write_bytes(data)
    with pytest.raises(Damaged, match="row 1 cannot be read: it is not what was written"):
        WorkspaceFile.open(path)
    found = salvaged(path)
    assert (found.altered, found.missing, found.doubtful, found.unreadable) == (("x",), (), 1, 0)
    article = found.workspace.article("x")
    assert "not as it was imported" in article.notice
    assert "$13 a month" in article.text
    assert [anchor.lost for anchor in found.workspace.rulings[0].anchors] == [True, False], (
        "another figure stands there"
    )
    assert found.words[1:] == (
        "The text of 1 article is damaged.",
        "1 entry is perhaps not what was written.",
    )


def test_an_article_that_is_lost_leaves_what_was_noted_on_it(path, many):
    data = bytearray(written(path, many))
    pages = range(0, len(data), 4096)
    (page,) = [at for at in pages if data[at] == 13 and b"Deal 3" in data[at : at + 4096]]
    data[page : page + 4096] = bytes(4096)
    path.write_bytes(data)
    found = salvaged(path, least=400)
    assert "a3" in found.missing
    article = found.workspace.article("a3")
    assert "lost" in article.notice
    places = [anchor for note in found.workspace.annotations for anchor in note.anchors if anchor.article == "a3"]
    assert len(places) == 80
    assert all(anchor.lost and anchor.quote in article.text for anchor in places)
    assert f"{len(found.missing)} articles are lost; what was noted on them is kept." in found.words


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ("UPDATE thing SET kind = 'opinion' WHERE id = 1", "opinion in row 1 cannot be read"),
        ("UPDATE thing SET body = 7 WHERE id = 1", "annotation in row 1 cannot be read"),
        ("UPDATE version SET title = 'Other' WHERE id = 2", "article in row 2 cannot be read"),
        ("UPDATE meta SET value = 'x' WHERE key = 'blind'", "blind cannot be read"),
        ("DELETE FROM position WHERE number = 1", "the order of the articles is lost"),
        ("UPDATE position SET version = 77 WHERE number = 1", "the order of the articles is lost"),
        ("DROP TABLE thing", "no such table: thing"),
        ("ALTER TABLE thing DROP COLUMN body", "no such column: body"),
    ],
)
def test_what_cannot_be_in_a_row_is_named(path, change, what):
    written(path, small_workspace())
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(change)
    before = path.read_bytes()
    with pytest.raises(Damaged, match=what) as trouble:
        WorkspaceFile.open(path)
    assert trouble.value.path == str(path)
    assert path.read_bytes() == before
    assert salvaged(path).workspace.articles


@pytest.mark.parametrize("content", [b"", b"words", os.urandom(100_000), b"\r" * 50_000])
def test_of_nothing_nothing_is_got(path, content):
    path.write_bytes(content)
    with pytest.raises(FileTrouble, match="nothing that can be saved"):
        salvage(path, path.with_name("new.crossread"))
    assert path.read_bytes() == content
    assert not path.with_name("new.crossread").exists()


def test_a_damaged_file_is_not_salvaged_into_itself(path):
    data = written(path, small_workspace())
    with pytest.raises(FileTrouble, match="itself"):
        salvage(path, path)
    assert path.read_bytes() == data


@pytest.mark.parametrize("seed", range(30))
def test_pages_of_any_bytes_are_no_trouble(seed):
    chance = Random(seed)
    data = bytearray(chance.randbytes(4096 * 3))
    for page in range(0, len(data), 4096):
        data[page] = data[page + 100] = 13
        data[page + 3 : page + 5] = chance.randbytes(2)
    assert isinstance(list(rows_in(pages_of(bytes(data), chance.randbytes(9000)))), list)


def test_places_of_one_ruling_that_are_lost_with_the_text_stay_two():
    first = Anchor("x", Span(1, 3), "$5")
    ruling = Ruling((first, replace(first, lost=True)), Status.CONFLICT, Decision.SOME_RIGHT, (first,))
    held = _held_by(ruling, {"x": ""})
    assert [anchor.lost for anchor in held.anchors] == [True, True]
    assert held.right == held.anchors[:1]
