"""Knows how words of an article are shown in a tooltip: on several lines, and never as markup."""

from __future__ import annotations

from html import escape


def tip_of(text: str) -> str:
    """The text for a tooltip. Qt would keep plain text on one line, and read what looks like markup as such."""
    return f'<div style="white-space: pre-wrap">{escape(text)}</div>' if text else ""
