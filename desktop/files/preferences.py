"""Knows what an editor prefers, and how it is kept on disk: a file by the user's name that may be damaged by hand."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from platformdirs import user_config_path

from desktop.core.language import say
from desktop.files.errors import FileTrouble, cause_of

THEMES = ("system", "light", "dark")
PAPERS = ("", "a4", "letter")
INTERFACE_POINTS = (-2.0, 8.0)
READING_POINTS = (-4.0, 12.0)
"""How far letters may be smaller and larger than usual, in points."""
LONGEST_WORD = 120
MOST_RECENT = 12
LARGEST = 1024 * 1024
"""Nobody prefers more than a megabyte."""


@dataclass(frozen=True, slots=True)
class Preferences:
    """What an editor chose; every value has a usual one.

    editor: the name under notes and rulings. language: a code as "de", or "system". interface_points,
    reading_points: how much larger than usual. reading_font: a family, "serif" or "sans-serif" for those of the system,
    "" for the one that Crossread ships. paper: "a4", "letter", or "" for that of the country. keys: by the name of a
    command, where they are not the usual ones. recent: names of commands, the last used first.
    """

    editor: str = ""
    language: str = "system"
    theme: str = "system"
    interface_points: float = 0.0
    reading_font: str = ""
    reading_points: float = 0.0
    paper: str = ""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    recent: tuple[str, ...] = ()
    hint_seen: bool = False

    def with_recent(self, command: str) -> Preferences:
        """The same after that command was used."""
        others = (name for name in self.recent if name != command)
        return replace(self, recent=(command, *others)[:MOST_RECENT])


class PreferencesFile:
    """The one place where preferences are kept; without a path it keeps nothing."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._trouble: FileTrouble | None = None

    @property
    def trouble(self) -> FileTrouble | None:
        """What of the file could not be used when it was last read; None where all could, or there was none."""
        return self._trouble

    def read(self) -> Preferences:
        """What is kept; the usual values where there is no file, and for each value that cannot be."""
        self._trouble = None
        if self._path is None:
            return Preferences()
        try:
            with self._path.open("rb") as file:
                found = json.loads(file.read(LARGEST))
        except FileNotFoundError:
            return Preferences()
        except OSError as error:
            self._trouble = FileTrouble(self._path, cause_of(error))
            return Preferences()
        except (ValueError, RecursionError):
            self._trouble = FileTrouble(self._path, say("the file is damaged"))
            return Preferences()
        damaged = damaged_values(found)
        if damaged is None:
            self._trouble = FileTrouble(self._path, say("the file is damaged"))
        elif damaged:
            self._trouble = FileTrouble(self._path, say("damaged values: {names}", names=", ".join(damaged)))
        return preferences_of(found)

    def write(self, preferences: Preferences) -> None:
        """Keeps them, whole or not at all; FileTrouble where that is impossible.

        A file that was damaged when it was read is kept beside it, as preferences.json.damaged.
        """
        if self._path is None:
            return
        import tempfile  # not needed before the first paint

        text = json.dumps(
            {each.name: _plain(getattr(preferences, each.name)) for each in fields(Preferences)}, indent=2
        )
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            if self._trouble is not None and self._path.exists():
                damaged = self._path.with_name(f"{self._path.name}.damaged")
                damaged.write_bytes(self._path.read_bytes())
                self._trouble = None
            number, name = tempfile.mkstemp(dir=self._path.parent, prefix=f"{self._path.name}.")
            try:
                with open(number, "w", encoding="utf-8") as file:
                    file.write(f"{text}\n")
                    file.flush()
                    os.fsync(file.fileno())
                Path(name).replace(self._path)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise
        except OSError as error:
            raise FileTrouble(self._path, say("preferences are not kept; {cause}", cause=cause_of(error))) from error


def usual_path() -> Path:
    """Where the preferences of this user lie."""
    return user_config_path("Crossread", appauthor=False) / "preferences.json"


def preferences_of(found: object) -> Preferences:
    """What can be used of what a file says, value by value."""
    if not isinstance(found, dict):
        return Preferences()
    sound: dict[str, Any] = {}
    for name, read in _READERS.items():
        if name in found and (value := read(found[name])) is not None:
            sound[name] = value
    return Preferences(**sound)


def damaged_values(found: object) -> tuple[str, ...] | None:
    """The names of the values of a file that cannot be; None where the file holds no values at all."""
    if not isinstance(found, dict):
        return None
    return tuple(name for name, read in _READERS.items() if name in found and read(found[name]) is None)


def _plain(value: object) -> object:
    return dict(value) if isinstance(value, Mapping) else value


def _word(value: object) -> str | None:
    fits = isinstance(value, str) and len(value) <= LONGEST_WORD and (value.isprintable() or not value)
    # A lone surrogate is one that JSON can say and no file can hold; isprintable is false for it.
    return value.strip() if fits and isinstance(value, str) else None


def _one_of(choices: tuple[str, ...]) -> Callable[[object], str | None]:
    return lambda value: value if isinstance(value, str) and value in choices else None


def _code(value: object) -> str | None:
    known = isinstance(value, str) and len(value) <= 16 and value.isascii() and value.replace("_", "").isalnum()
    return value if known and isinstance(value, str) else None


def _between(least: float, most: float) -> Callable[[object], float | None]:
    def read(value: object) -> float | None:
        if isinstance(value, bool) or not isinstance(value, int | float):
            return None
        # What is not a number at all lies between no two.
        return float(value) if least <= value <= most else None

    return read


def _words(value: object) -> tuple[str, ...] | None:
    if not isinstance(value, list):
        return None
    words = [word for each in value if (word := _word(each))]
    return tuple(dict.fromkeys(words))[:MOST_RECENT]


def _keys(value: object) -> Mapping[str, tuple[str, ...]] | None:
    if not isinstance(value, dict):
        return None
    found = {name: words for name, keys in value.items() if _word(name) and (words := _words(keys)) is not None}
    return MappingProxyType(found)


def _flag(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


_READERS: Mapping[str, Callable[[object], object]] = {
    "editor": _word,
    "language": _code,
    "theme": _one_of(THEMES),
    "interface_points": _between(*INTERFACE_POINTS),
    "reading_font": _word,
    "reading_points": _between(*READING_POINTS),
    "paper": _one_of(PAPERS),
    "keys": _keys,
    "recent": _words,
    "hint_seen": _flag,
}
