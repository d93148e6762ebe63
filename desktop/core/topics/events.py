"""Knows whether two articles tell of one event: by the names and other words they share."""

import re
from dataclasses import dataclass

from desktop.core.lexicon import Lexicon
from desktop.core.text import Article

_WORDS = re.compile(r"[^\W\d_]{3,}")
_CONTENT = 5
"""From how many letters on a word in lower case is taken for one that tells something."""

_NAMES, _FEW_NAMES, _SHARE_OF_NAMES = 3, 25, 0.1
_SHARE_OF_WORDS, _SENTENCE, _SHORT = 0.2, 25, 150


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The capitalised words of an article that may be names, and its content words."""

    names: frozenset[str]
    words: frozenset[str]


def vocabulary_of(article: Article, lexicon: Lexicon) -> Vocabulary:
    """The words by which articles about one event are known. Cost: one pass over the text."""
    plain, calendar = lexicon.names["plain"] | lexicon.names["everywhere"], lexicon.calendar
    names, words = set(), set()
    for word in {word for line in article.text.splitlines() for word in _WORDS.findall(line)}:
        low = word.lower()
        if low in plain or low in calendar["months"] or low in calendar["weekdays"]:
            continue
        if word[0].isupper():
            names.add(low)
        elif len(word) >= _CONTENT and lexicon.word_weights.get(low, 1.0) >= 1.0:
            words.add(word)
    # a word that stands in lower case too only opened a sentence
    return Vocabulary(
        frozenset(names - words - {name for name in names if name in lexicon.word_weights}), frozenset(words)
    )


def is_one_event(one: Vocabulary, other: Vocabulary) -> bool:
    """Whether two articles tell of one event, as far as their words show."""
    names, fewest = len(one.names & other.names), min(len(one.names), len(other.names))
    words, few = len(one.words & other.words), min(len(one.words), len(other.words))
    many = max(len(one.words), len(other.words))
    if names >= (_NAMES if fewest > _FEW_NAMES else _NAMES - 1) and names >= _SHARE_OF_NAMES * fewest:
        return True
    if many <= _SENTENCE:
        # of a sentence or two, one name or two words are much
        return names > 0 or words >= 2
    return many <= _SHORT and names > 0 and words >= max(3, _SHARE_OF_WORDS * few)
