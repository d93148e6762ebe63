"""Knows the stem of an English word (Snowball's English stemmer)."""

from functools import lru_cache

import Stemmer

_STEMMER = Stemmer.Stemmer("english")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of a lower-case word ("payments" and "payment": "payment")."""
    return str(_STEMMER.stemWord(word))
