"""Knows the names, stems and clauses of a sentence."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from desktop.core.figures import Figure, Sentence
from desktop.core.lexicon import Lexicon
from desktop.core.quantities import is_fraction
from desktop.core.stems import stem
from desktop.core.tokens import DASHES, Token, glued, phrase_at

_REACH = 60
"""How many tokens away a name can still be what a figure is about."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a sentence: the tokens `first` to `end` (exclusive), and whether 's makes it a possessor."""

    text: str
    first: int
    end: int
    possessive: bool


@dataclass(frozen=True)
class Clauses:
    """A sentence as claims are read from it: tokens, their stems, its names, the token places of its figures."""

    sentence: Sentence
    lexicon: Lexicon
    known_names: frozenset[str]

    @cached_property
    def tokens(self) -> Sequence[Token]:
        """The tokens of the sentence."""
        return self.sentence.tokens

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """The stem of each token; signs and numbers as they stand."""
        return tuple(stem(_bare(token.lower)) if token.is_word else token.lower for token in self.tokens)

    @cached_property
    def _taken(self) -> frozenset[int]:
        return frozenset(at for _, first, end in self.sentence.figures for at in range(first, end))

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(first for _, first, _ in self.sentence.figures)

    def is_taken(self, index: int) -> bool:
        """Whether a figure takes this token."""
        return index in self._taken

    def each_among(self, low: int, high: int) -> frozenset[str]:
        """What an amount is for each of, among some tokens: "each famili" of "to every bereaved family"."""
        found: set[str] = set()
        for at in range(low, high):
            if self.tokens[at].lower in self.lexicon.grammar["all_alike"]:
                named = [self._notions[place] for place in range(at + 1, min(at + 3, high)) if self._notions[place]]
                found.update(f"each {notion}" for notion in named)
        return frozenset(found)

    def is_a_share(self, index: int) -> bool:
        """Whether a fraction takes this token: "a quarter of it"."""
        return any(
            first <= index < end and is_fraction(figure.quantity) for figure, first, end in self.sentence.figures
        )

    @cached_property
    def _notions(self) -> tuple[str, ...]:
        """The notion of each token; empty for figures, names and words that say nothing."""
        return tuple(self._notion(at) for at in range(len(self.tokens)))

    def _notion(self, at: int) -> str:
        token, lexicon = self.tokens[at], self.lexicon
        if not token.is_word or len(token.text) <= 2 or self.is_taken(at) or token.lower in lexicon.names["plain"]:
            return ""
        if self.name_at(at) is not None and not self.may_be_no_name(at):
            return ""
        root = self.stems[at]
        weight = lexicon.word_weights.get(token.lower, lexicon.word_weights.get(root, 1.0))
        return lexicon.notions.get(root, root) if weight > 0 else ""

    def notions_among(self, low: int, high: int) -> frozenset[str]:
        """The notions of the content words among some tokens; figures, names and words that say nothing left out."""
        return frozenset(self._notions[low:high]) - {""}

    def figures_between(self, left: int, right: int) -> Sequence[tuple[Figure, int, int]]:
        """The figures that begin strictly between two tokens, whichever of them is the left one."""
        low, high = sorted((left, right))
        return self.sentence.figures[bisect_right(self._starts, low) : bisect_left(self._starts, high)]

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """The names of the sentence, in order."""
        found: list[Name] = []
        index = 0
        while index < len(self.tokens):
            if not self._is_name_part(index):
                index += 1
                continue
            end = index + 1
            while end < len(self.tokens) and not _is_possessive(self.tokens[end - 1]):
                if self._is_name_part(end):
                    end += 1
                elif (
                    self.tokens[end].lower in self.lexicon.grammar["name_joiners"]
                    and end + 1 < len(self.tokens)
                    and self._is_name_part(end + 1)
                ):
                    if self.tokens[end].lower == "-" and not glued(self.tokens[end - 1], self.tokens[end]):
                        break
                    end += 2
                else:
                    break
            words = [_bare(token.text) for token in self.tokens[index:end] if token.text not in DASHES]
            found.append(Name(" ".join(words), index, end, _is_possessive(self.tokens[end - 1])))
            index = end
        return tuple(found)

    @cached_property
    def _label_end(self) -> int:
        """The token behind a label that opens a line ("Contract Value: …"), 0 where there is none."""
        for index, token in enumerate(self.tokens[:8]):
            if token.text == ":":
                words = [word for word in self.tokens[:index] if word.is_word]
                return (
                    index
                    if words and all(word.is_capital or word.lower in self.lexicon.names["plain"] for word in words)
                    else 0
                )
        return 0

    def _is_name_part(self, index: int) -> bool:
        token = self.tokens[index]
        if not (token.is_word or token.has_digit) or not token.is_capital or self.is_taken(index):
            return False
        word, calendar = _bare(token.text), self.lexicon.calendar
        low = word.lower()
        numbered = index + 1 < len(self.tokens) and self.tokens[index + 1].is_number
        labels = self.lexicon.names["labels"] if numbered else frozenset[str]()
        if low in calendar["months"] or low in calendar["weekdays"] or low in labels:
            return False
        if low in self.lexicon.names["titles"] or index < self._label_end:
            return False
        camel = any(sign.isupper() for sign in word[1:])
        if camel and not word.isupper():
            return True
        if word in self.known_names and low not in self.lexicon.names["plain"]:
            return True
        opens = index == 0 or self.tokens[index - 1].text in ".:!?\"“‘'•*" or self.sentence.title_case
        if opens:
            return (
                low not in self.lexicon.names["plain"] and not self.sentence.title_case and self._opens_as_name(index)
            )
        return low not in self.lexicon.names["plain"] and low not in self.lexicon.currency_words

    def _opens_as_name(self, index: int) -> bool:
        """Whether the capital word that opens a sentence is a name: an abbreviation, a second capital word or a verb
        follows it ("Globex pays …"), and it is neither a plural nor a word that figures are about."""
        word = _bare(self.tokens[index].text)
        if word.isupper():
            return len(word) > 1
        behind = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        if _is_possessive(self.tokens[index]) and word.lower not in self.lexicon.calendar["days"]:
            return True
        if behind is not None and behind.lower.endswith("ly") and index + 2 < len(self.tokens):
            behind = self.tokens[index + 2]
        if behind is None or not behind.is_word or self.stems[index] in self.lexicon.cue_stems:
            return False
        if behind.is_capital:
            return behind.lower not in self.lexicon.names["plain"]
        acts = behind.lower in self.lexicon.grammar["auxiliaries"] or behind.lower.endswith(("s", "ed"))
        return acts and not word.endswith("s") and behind.lower not in self.lexicon.names["adverbs"]

    def may_be_no_name(self, index: int) -> bool:
        """Whether a token is a name only because a sentence begins with its capital: "Diesel reached …"."""
        name, token = self.name_at(index), self.tokens[index]
        if index or name is None or name.end != 1 or _is_possessive(token):
            return False
        word = _bare(token.text)
        return word not in self.known_names and word[1:].islower()

    @cached_property
    def cue_phrases(self) -> Mapping[int, tuple[tuple[str, int, float], ...]]:
        """The attribute phrases of the sentence: first token, then slug, number of tokens and pull of each."""
        found: dict[int, list[tuple[str, int, float]]] = {}
        heads, stems = self.lexicon.cue_phrases, self.stems
        for index, head in enumerate(stems):
            for slug, phrase, pull in heads.get(head, ()):
                if stems[index : index + len(phrase)] == phrase:
                    found.setdefault(index, []).append((slug, len(phrase), pull))
        return {index: tuple(rows) for index, rows in found.items()}

    @cached_property
    def in_cue_phrase(self) -> frozenset[int]:
        """The tokens inside such phrases: alone they speak for nothing else ("income" of "net income")."""
        return frozenset(
            at for index, rows in self.cue_phrases.items() for _, size, _ in rows for at in range(index, index + size)
        )

    @cached_property
    def _name_places(self) -> Mapping[int, Name]:
        return {at: name for name in self.names for at in range(name.first, name.end)}

    def phrase_places(self, name: str) -> tuple[int, ...]:
        """The tokens at which a phrase of a list of the lexicon begins."""
        known = self._phrase_places.get(name)
        if known is None:
            found = list(self.tokens)
            words = {token.lower for token in found}
            phrases = [phrase for phrase in self.lexicon.phrases[name] if words.issuperset(phrase)]
            known = tuple(at for at in range(len(found)) if phrases and phrase_at(found, at, phrases))
            self._phrase_places[name] = known
        return known

    @cached_property
    def _phrase_places(self) -> dict[str, tuple[int, ...]]:
        return {}

    def name_at(self, index: int) -> Name | None:
        """The name that holds a token."""
        return self._name_places.get(index)

    def names_near(self, index: int) -> Sequence[Name]:
        """The names within reach of a token, in order."""
        low = bisect_left(self.names, index - _REACH, key=lambda name: name.end)
        return self.names[low : bisect_right(self.names, index + _REACH, key=lambda name: name.first)]

    def name_after(self, index: int, reach: int = 4) -> Name | None:
        """The first name from token `index` on, past articles and adjectives but no verb, preposition or figure."""
        for at in range(index, min(len(self.tokens), index + reach)):
            name = self.name_at(at)
            if name is not None:
                return name
            word = self.tokens[at]
            if self.is_taken(at) or not word.is_word or word.lower in self.lexicon.grammar["name_bars"]:
                return None
        return None

    @cached_property
    def asides(self) -> tuple[tuple[int, int], ...]:
        """The stretches between two commas or brackets that only describe ("Globex, led by …, boasts")."""
        marks = [index for index, token in enumerate(self.tokens) if token.text in ",()–—"]
        found = []
        for left, right in zip(marks, marks[1:], strict=False):
            inner = self.tokens[left + 1].lower if left + 1 < right else ""
            # "founded by …", "operating under …", but not "paying $15 billion"
            describes = (
                inner in self.lexicon.grammar["aside_openers"] or inner.endswith("ed") or self.tokens[left].text == "("
            )
            if describes and right - left < 22 and not self.figures_between(left, right):
                found.append((left, right))
        return tuple(found)

    @cached_property
    def _in_asides(self) -> frozenset[int]:
        return frozenset(at for left, right in self.asides for at in range(left + 1, right))

    def in_aside(self, index: int) -> bool:
        """Whether a token stands in an aside."""
        return index in self._in_asides

    def barriers(self, left: int, right: int) -> int:
        """How many commas and joining words stand between two tokens."""
        low, high = sorted((left, right))
        return sum(self.tokens[at].lower in self.lexicon.grammar["breaks"] for at in range(low + 1, high))


def _bare(word: str) -> str:
    for end in ("'s", "’s", "'", "’"):
        if word.endswith(end):
            return word[: -len(end)]
    return word


def _is_possessive(token: Token) -> bool:
    return token.text.endswith(("'s", "’s", "s'", "s’"))
