"""Knows how a JSON document is taken apart: what is not as it should be is told with its place."""

import json
import re
from collections.abc import Iterator
from typing import Any

from desktop.core.language import say

# Two halves of one character that stand apart in a text would be joined where both were written as escapes.
_ALONE = re.compile("[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]")


class NotAsItShouldBe(ValueError):
    """A document that says something else than it should; its message says what, in words for an editor."""


_on_one_line = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
_LEVELS = 5
"""So many levels of a document are laid out over lines: down to the parts of a note, each on a line of its own."""


def json_bytes(document: object) -> bytes:
    """A document as JSON, to be read by people too: UTF-8, indented, one line end at the end."""
    text = _laid_out(document, 0)
    try:
        return f"{text}\n".encode()
    except UnicodeEncodeError:
        escaped = _ALONE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
        return f"{escaped}\n".encode("utf-8", "surrogatepass")


def _laid_out(value: object, level: int) -> str:
    # json lays out nothing but all, and does so slowly: thousands of notes would be felt
    ends = ("\n" + " " * (level + 1), "\n" + " " * level)
    if level < _LEVELS and isinstance(value, dict) and value:
        inner = [f"{_laid_out(key, _LEVELS)}: {_laid_out(one, level + 1)}" for key, one in value.items()]
        return "{" + ends[0] + f",{ends[0]}".join(inner) + ends[1] + "}"
    if level < _LEVELS and isinstance(value, list) and value:
        return "[" + ends[0] + f",{ends[0]}".join(_laid_out(one, level + 1) for one in value) + ends[1] + "]"
    return _on_one_line(value)


def from_json_bytes(data: bytes) -> object:
    """The document in JSON bytes; NotAsItShouldBe where they are none."""
    try:
        return json.loads(data.decode("utf-8", "surrogatepass").removeprefix("\ufeff"))
    except UnicodeDecodeError as error:
        raise NotAsItShouldBe(say("is not UTF-8")) from error
    except (ValueError, RecursionError) as error:
        raise NotAsItShouldBe(say("is not JSON: {cause}", cause=error)) from error


class Fields:
    """One object of a JSON document, to be asked for what it must hold."""

    def __init__(self, value: object, place: str = "") -> None:
        """place: where in the document it stands, for messages."""
        if not isinstance(value, dict):
            raise NotAsItShouldBe(say("{place}: no JSON object stands there", place=place or "/"))
        self._values: dict[str, Any] = value
        self.place = place

    def __contains__(self, key: str) -> bool:
        return self._values.get(key) is not None

    def text(self, key: str, default: str | None = None) -> str:
        """A text; the default where nothing is said."""
        value = self._values.get(key, default)
        if not isinstance(value, str):
            raise self.wrong(key)
        return value

    def number(self, key: str) -> int:
        """A whole number."""
        value = self._values.get(key)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.wrong(key)
        return value

    def flag(self, key: str, default: bool = False) -> bool:
        """Yes or no; the default where nothing is said."""
        value = self._values.get(key, default)
        if not isinstance(value, bool):
            raise self.wrong(key)
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Texts; none where nothing is said."""
        values = self._values.get(key, [])
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            raise self.wrong(key)
        return tuple(values)

    def numbers(self, key: str) -> tuple[int, ...]:
        """Whole numbers; none where nothing is said."""
        values = self._values.get(key, [])
        if not isinstance(values, list) or not all(type(value) is int for value in values):
            raise self.wrong(key)
        return tuple(values)

    def object(self, key: str) -> "Fields":
        """What stands there, an object."""
        return Fields(self._values.get(key), self._within(key))

    def objects(self, key: str) -> Iterator["Fields"]:
        """What stands there, a list of objects; or one of them; nothing where nothing is said."""
        values = self._values.get(key, [])
        for number, value in enumerate(values if isinstance(values, list) else [values]):
            yield Fields(value, f"{self._within(key)}/{number}")

    def wrong(self, key: str) -> NotAsItShouldBe:
        """That a value is not as it should be; JSON's null is not either."""
        value = json.dumps(self._values.get(key), ensure_ascii=True)
        shown = value if len(value) < 60 else value[:59] + "…"
        return NotAsItShouldBe(say("{place}: cannot be {value}", place=self._within(key), value=shown))

    def _within(self, key: str) -> str:
        return f"{self.place}/{key}"
