"""Knows the keys that mean the same everywhere and are no commands."""

from __future__ import annotations

from desktop.core.language import phrase

FIXED_KEYS = (
    (
        ("Return",),
        phrase("On a figure in a text: select the same thing everywhere; on a row of the claims: show the wording"),
    ),
    (("Ctrl+Shift+F",), phrase("Find in the claims")),
    (("Ctrl+Alt+C",), phrase("In the claims: copy the chosen rows in sentences")),
    (("Shift+Left", "Shift+Right"), phrase("In the plot: another year")),
    (("Esc",), phrase("Dismiss a message, the palette, a dialog")),
    (("Tab", "Shift+Tab"), phrase("Next or previous control")),
    (("Up", "Down", "PgUp", "PgDown"), phrase("In a text, a table or a list: move; in the plot: another curve")),
    (("Left", "Right"), phrase("In the plot: another month; in texts and tables: move sideways")),
    (("Space",), phrase("On a tick or a button: press it")),
    (("Ctrl+C",), phrase("Copy what is marked")),
    (("Ctrl+A",), phrase("Mark all of a text")),
)
"""Keys in the form that is kept, and what they do."""


def is_fixed(key: str) -> bool:
    """Whether a key ("Ctrl+C") is one of those, and so cannot be given to a command."""
    return any(key in keys for keys, _ in FIXED_KEYS) or key in {"Enter", "Backspace", "Del", "Home", "End"}
