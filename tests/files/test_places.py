"""Whether a new workspace gets a name that every system takes, and that no file has yet."""

import pytest

from desktop.files.places import ENDING, LONGEST_NAME, file_name, free_path, usual_places

DAY = "2026-11-21"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Compute deal", f"Compute deal {DAY}"),
        ("", DAY),
        ('a/b\\c:d*e?f"g<h>i|j\n\0k', f"a b c d e f g h i j k {DAY}"),
        ("../../etc/passwd", f"etc passwd {DAY}"),
        ("...", DAY),
        ("con", f"_con {DAY}"),
        ("Übergröße – 東京 🚢", f"Übergröße 東京 {DAY}"),
    ],
)
def test_a_title_becomes_a_name(title, name):
    assert file_name(title, DAY) == name


def test_a_long_title_is_cut():
    assert len(file_name("word " * 100, "")) <= LONGEST_NAME + 1


def test_a_path_is_free(tmp_path):
    first = free_path(tmp_path, "rent")
    assert first == tmp_path / f"rent{ENDING}"
    first.write_bytes(b"")
    (tmp_path / f"rent 2{ENDING}").symlink_to(tmp_path / "gone")
    assert free_path(tmp_path, "rent") == tmp_path / f"rent 3{ENDING}"


def test_the_usual_places_lie_in_one_folder_of_the_user():
    places = usual_places()
    assert places.drafts.parent == places.backups.parent == places.recent.parent
