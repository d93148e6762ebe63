"""Reads the word lists that the engine is handed."""

import tomllib
from functools import cache

from desktop.core.language import say
from desktop.core.lexicon import Lexicon, build
from desktop.files.errors import FileTrouble
from desktop.files.resources import resource

_TABLES = (
    "numbers",
    "currencies",
    "units",
    "periods",
    "hedges",
    "calendar",
    "names",
    "stance",
    "grammar",
    "words",
    "synonyms",
    "exchange",
    "peoples",
    "attributes",
    "transfers",
    "checks",
)


@cache
def load() -> Lexicon:
    """The Lexicon of the shipped word lists; FileTrouble where one is missing or damaged."""
    tables = {}
    for name in _TABLES:
        path = resource("lexicon", f"{name}.toml")
        try:
            tables[name] = tomllib.loads(path.read_text(encoding="utf-8"))
        except OSError as error:
            raise FileTrouble(path, say("the word list cannot be read ({cause})", cause=error.strerror)) from error
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise FileTrouble(path, say("the word list is damaged ({cause})", cause=error)) from error
    try:
        return build(tables)
    except (KeyError, ValueError, TypeError) as error:
        cause = say("a word list is not as the program expects it ({cause})", cause=repr(error))
        raise FileTrouble(resource("lexicon"), cause) from error
