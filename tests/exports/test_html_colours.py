"""Whether the colours of the page are those of the window, and strong enough in light and dark."""

import re
from pathlib import Path

import pytest

from desktop.core.report.timeline import PALETTE
from desktop.shell.theme import DARK, LIGHT, PATTERNS
from desktop.shell.theme.colours import contrast

NAMES = ("conflict", "approx", "equivalent", "agree", "single")


@pytest.fixture(scope="module")
def style(root: Path) -> str:
    return (root / "resources" / "report" / "report.css").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def colours(style):
    """The variables of the page, light and dark."""
    light, dark = re.findall(r":root \{([^}]*)\}", style)[:2]
    return tuple(dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", part)) for part in (light, dark))


def test_they_are_those_of_the_window(colours):
    for found, theme in zip(colours, (LIGHT, DARK), strict=True):
        wanted = {
            name: getattr(theme, name) for name in ("window", "base", "raised", "text", "muted", "border", "accent")
        }
        wanted |= {"note": theme.note, "note-fill": theme.note_fill}
        for name, mark in zip(NAMES, theme.marks.values(), strict=True):
            wanted |= {f"{name}-ink": mark.ink, f"{name}-fill": mark.fill, f"{name}-line": mark.line}
        assert found == wanted


@pytest.mark.parametrize("dark", [False, True])
def test_words_reach_four_and_a_half_to_one(colours, dark):
    found = colours[dark]
    behind = [found[name] for name in ("window", "base")]
    for ink in ("text", "muted", "accent"):
        assert all(contrast(found[ink], one) >= 4.5 for one in behind), ink
    assert contrast(found["text"], found["raised"]) >= 4.5
    assert contrast(found["note"], found["note-fill"]) >= 4.5
    for name in NAMES:
        assert contrast(found[f"{name}-ink"], found[f"{name}-fill"]) >= 4.5
        assert contrast(found["accent"], found["window"]) >= 3  # what has the focus is framed


def test_pictures_have_a_dark_dress(style):
    for part in ("fill", "stroke"):
        dress = dict(re.findall(rf'\.picture \[{part}="(#[0-9a-f]{{6}})"\] \{{ {part}: (#[0-9a-f]{{6}}); \}}', style))
        wanted = {PALETTE.background: DARK.base, PALETTE.text: DARK.text, PALETTE.muted: DARK.muted}
        wanted |= {PALETTE.grid: DARK.border} | dict(zip(PALETTE.series, DARK.series, strict=True))
        assert dress == wanted
    assert all(contrast(DARK.base, colour) >= 4.5 for colour in DARK.series)


def test_every_status_has_an_underline_of_its_own(style):
    found = re.findall(r"\.(\w+) \{[^}]*--under: (\w+);", style)
    assert [name for name, _ in found] == [*NAMES]
    assert len({line for _, line in found}) == len(PATTERNS)
