"""Whether backups are made when something changed, kept to a sensible number, and come back; trouble hinders nobody."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from desktop.core.workspace import Workspace
from desktop.files.errors import FileTrouble
from desktop.files.workspaces import WorkspaceFile, back_up, backups_of, read_backup
from desktop.files.workspaces.backups import kept_of
from tests.workspaces import exactly, small_workspace

NOW = datetime(2026, 11, 21, 20, 36, tzinfo=UTC)


@pytest.fixture
def file(tmp_path):
    with WorkspaceFile.create(tmp_path / "deal.crossread", small_workspace(), by="Ann") as file:
        yield file


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "backups"


@pytest.mark.parametrize("shared", [False, True])
def test_a_backup_is_dated_whole_and_alone(tmp_path, folder, shared):
    with WorkspaceFile.create(tmp_path / "deal.crossread", small_workspace(), shared=shared) as file:
        done = back_up(file, folder, NOW.astimezone(timezone(timedelta(hours=2))))
    assert (done.made, done.trouble) == (folder / file.id / "2026-11-21T203600.crossread", None)
    assert list(done.made.parent.iterdir()) == [done.made]
    (backup,) = backups_of(folder, file.id)
    assert (backup.path, backup.at, backup.trouble) == (done.made, NOW, "")
    assert (backup.articles, backup.rulings, backup.notes) == (2, 1, 2)
    assert backup.size == done.made.stat().st_size > 0
    before = done.made.read_bytes()
    assert exactly(read_backup(done.made)) == exactly(small_workspace())
    assert done.made.read_bytes() == before
    assert list(done.made.parent.iterdir()) == [done.made]


def test_only_what_changed_is_backed_up(file, folder):
    def made(minute: int) -> bool:
        done = back_up(file, folder, NOW + timedelta(minutes=minute))
        assert done.trouble is None
        return done.made is not None

    assert made(0)
    assert not made(1)
    file.save_view({"left": "x"})
    assert not made(2), "how it is looked at is no work"
    file.save(replace(file.workspace, title="Another"))
    assert made(3)
    file.save(replace(file.workspace, articles=file.workspace.articles[::-1]))
    assert made(4)
    assert [read_backup(backup.path).title for backup in backups_of(folder, file.id)] == ["Another", "Another", "Rent"]


def test_two_backups_of_one_second_are_two(file, folder):
    for title in "abc":
        file.save(replace(file.workspace, title=title))
        assert back_up(file, folder, NOW).made
    assert [read_backup(backup.path).title for backup in backups_of(folder, file.id)] == ["c", "b", "a"]


def test_old_backups_go(file, folder):
    for day in range(60):
        file.save(replace(file.workspace, title=str(day)))
        back_up(file, folder, NOW + timedelta(days=day))
    left = backups_of(folder, file.id)
    assert len(left) == 32  # of 31 days, today's counted, and the last of November
    assert left[0].at == NOW + timedelta(days=59)
    assert left[-1].at == datetime(2026, 11, 30, 20, 36, tzinfo=UTC)


def ages(*days: float) -> list[datetime]:
    return [NOW - timedelta(days=day) for day in days]


@pytest.mark.parametrize(
    ("made", "kept"),
    [
        ((), ()),
        ((0,), (0,)),
        (tuple(range(400, 410)), tuple(range(400, 410))),  # the newest ten, however old
        (tuple(range(400, 411)), tuple(range(400, 410))),
        (tuple(n / 1000 for n in range(12)), tuple(n / 1000 for n in range(10))),  # twelve of one day
        ((*(n / 1000 for n in range(10)), 1, 1.1, 2), (*(n / 1000 for n in range(10)), 1, 2)),  # the last of each day
        # the last of a month: 3 October, 30 and 20 September, 19 September a year before
        ((*(n / 1000 for n in range(10)), 49, 52, 62, 428), (*(n / 1000 for n in range(10)), 49, 52)),
        ((*(n / 1000 for n in range(10)), -1, -1.1), (*(n / 1000 for n in range(8)), -1, -1.1)),  # the clock was wrong
    ],
)
def test_which_backups_are_kept(made, kept):
    assert kept_of(ages(*made), NOW) == frozenset(ages(*kept))


def test_a_year_of_daily_work_leaves_some_fifty():
    times: frozenset[datetime] = frozenset()
    for day in range(500):
        for hour in (0, 3, 6):
            now = NOW + timedelta(days=day, hours=hour)
            times = kept_of((*times, now), now)
            assert now in times
    assert 40 <= len(times) <= 55
    assert now - min(times) > timedelta(days=330)


def test_what_else_lies_there_is_no_backup_and_a_broken_one_is_told(file, folder):
    back_up(file, folder, NOW)
    home = folder / file.id
    (home / "notes.txt").write_text("mine")
    (home / "my own copy.crossread").write_text("mine")
    broken = home / "2026-11-20T101010.crossread"
    broken.write_text("no database")
    good, bad = backups_of(folder, file.id)
    assert (good.trouble, bad.path, bad.size) == ("", broken, 11)
    assert "damaged" in bad.trouble
    with pytest.raises(FileTrouble):
        read_backup(broken)
    file.save(Workspace("changed"))
    for day in range(100, 120):
        file.save(replace(file.workspace, title=str(day)))
        assert back_up(file, folder, NOW + timedelta(days=day)).made
    assert (home / "notes.txt").exists()
    assert (home / "my own copy.crossread").exists()


def test_a_backup_that_cannot_be_made_is_told_and_nothing_else(file, folder, monkeypatch):
    folder.write_text("a file where the folder should be")
    done = back_up(file, folder, NOW)
    assert done.made is None
    assert str(folder) in done.trouble.path
    assert backups_of(folder, file.id) == ()
    file.save(Workspace("goes on"))
    assert file.workspace.title == "goes on"


def test_who_only_reads_backs_nothing_up(file, folder):
    with WorkspaceFile.open(file.path) as second:
        assert second.read_only
        assert back_up(second, folder, NOW) == back_up(second, folder, NOW)
    assert not folder.exists()


def test_an_id_that_is_no_name_leads_nowhere_else(folder):
    assert backups_of(folder, "../..") == ()
    assert backups_of(folder, "") == ()


def test_a_backup_that_was_made_stays_even_if_the_clock_was_set_back(file, folder):
    for number in range(12):
        file.save(Workspace(str(number)))
        back_up(file, folder, NOW + timedelta(minutes=number))
    file.save(Workspace("after"))
    done = back_up(file, folder, NOW - timedelta(hours=1))
    assert read_backup(done.made).title == "after"
