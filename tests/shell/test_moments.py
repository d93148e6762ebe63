"""Whether it is known what still belongs to the writing of a note."""

import pytest

from desktop.shell.moments import is_soon_after


@pytest.mark.parametrize(
    ("later", "is_soon"),
    [
        ("2026-11-21T21:43:05.000+00:00", True),
        ("2026-11-21T21:50:00.000+00:00", False),
        ("", False),
        ("2026-11-21T21:43:05", False),
    ],
)
def test_a_note_is_changed_when_its_author_came_back_to_it(later, is_soon):
    assert is_soon_after("2026-11-21T21:43:00.000+00:00", later) is is_soon
