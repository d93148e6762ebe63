"""Knows which words of a newer version of an article are those of the older one.

A figure counts as one word, and as a blank while words are paired: where it stands is told by the words around it,
never by the figure itself.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from desktop.core.figures import Figure, find_figures
from desktop.core.figures.conventions import Conventions
from desktop.core.lexicon import Lexicon
from desktop.core.reanchoring.pairing import NONE, paired, spread
from desktop.core.text import Article, Span
from desktop.core.tokens import sentences

_BLANK, _BETWEEN = "\0", "\1"
FEWEST = 3
"""A sentence that says less, figures apart, says nothing of where it came from."""


class Word(NamedTuple):
    """A word, a sign, or a whole figure, at its place in an article."""

    start: int
    end: int
    key: str
    figure: Figure | None

    @property
    def masked(self) -> str:
        """What it is known by while words are paired."""
        return self.key.lower() if self.figure is None else _BLANK

    @property
    def weight(self) -> float:
        """How much it says of what stands around it: short words little, signs and figures nothing."""
        if self.figure is not None or not self.key[0].isalpha():
            return 0.0
        return 1.0 if len(self.key) > 3 else 0.25


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its words from `first` to `end` (exclusive), what it is known by without its figures and with them,
    and how much it says besides: its words counted, long ones for more."""

    first: int
    end: int
    masked: str
    exact: str
    told: float
    figures: int

    @property
    def told_exactly(self) -> float:
        """How much it says where its figures are the same: all of them but one count as words."""
        return self.told + max(0, self.figures - 1)


class Worded:
    """An article in words and sentences, with its figures."""

    def __init__(self, article: Article, lexicon: Lexicon, habits: Conventions | None = None) -> None:
        """habits: those of the whole, where the article is only a part of one."""
        self.article = article
        self.habits = habits = habits or Conventions(article.text, lexicon)
        self.figures = find_figures(article, lexicon, habits)
        self.words: list[Word] = []
        self.sentences: list[Sentence] = []
        rest = iter(self.figures)
        figure = next(rest, None)
        text = article.text
        for span in sentences(text, lexicon.abbreviations):
            first = len(self.words)
            for token in habits.tokens(text, span):
                while figure is not None and figure.span.end <= token.start:
                    figure = next(rest, None)
                if figure is None or token.end <= figure.span.start:
                    self.words.append(Word(token.start, token.end, token.text, None))
                elif not self.words or self.words[-1].figure is not figure:
                    at = figure.span
                    self.words.append(Word(at.start, at.end, " ".join(figure.quote.split()), figure))
            words = self.words[first:]
            self.sentences.append(
                Sentence(
                    first,
                    len(self.words),
                    _BETWEEN.join(word.masked for word in words),
                    _BETWEEN.join(word.key for word in words),
                    max(sum(1.0 for word in words if word.weight), 1.5 * sum(word.weight for word in words)),
                    sum(1 for word in words if word.figure is not None),
                )
            )

    @cached_property
    def starts(self) -> list[int]:
        """Where each word begins."""
        return [word.start for word in self.words]

    def touched(self, span: Span) -> tuple[int, int]:
        """The words that a stretch covers, wholly or in part: the first, and the one behind the last."""
        first = bisect_right(self.starts, span.start)
        if first and self.words[first - 1].end > span.start:
            first -= 1
        return first, max(first, bisect_left(self.starts, span.end))

    @cached_property
    def sentence_of(self) -> list[int]:
        """The number of the sentence that each word stands in."""
        return [number for number, one in enumerate(self.sentences) for _ in range(one.first, one.end)]


class Succession:
    """The words of an older version of an article in a newer one; made once for the two."""

    def __init__(self, old: Article, new: Article, lexicon: Lexicon) -> None:
        self.old, self.new = Worded(old, lexicon), Worded(new, lexicon)
        self.sentences = self._paired_sentences()
        self.images = self._paired_words()
        self.origins = [NONE] * len(self.new.words)
        for word, image in enumerate(self.images):
            if image != NONE:
                self.origins[image] = word

    def _paired_sentences(self) -> list[int]:
        """For each old sentence the new one that it is, but for its figures; NONE where none is."""
        old, new = self.old.sentences, self.new.sentences
        masked = [one.masked for one in old], [one.masked for one in new]
        exact = [one.exact for one in old], [one.exact for one in new]
        found = paired(*masked, *exact)
        self._pair_moved(found, *exact, [one.told_exactly >= FEWEST for one in old])
        self._pair_moved(found, *masked, [one.told > FEWEST for one in old])
        spread(found, *masked)
        return found

    @staticmethod
    def _pair_moved(found: list[int], old: Sequence[str], new: Sequence[str], says: Sequence[bool]) -> None:
        """Pairs sentences out of order that are left on both sides, each once; `says`: which say enough for that."""
        taken = set(found)
        left = Counter(old[at] for at, other in enumerate(found) if other == NONE)
        there = [at for at in range(len(new)) if at not in taken]
        counts = Counter(new[at] for at in there)
        places = {new[at]: at for at in there if counts[new[at]] == 1}
        for at, other in enumerate(found):
            if other == NONE and says[at] and left[old[at]] == 1 and old[at] in places:
                found[at] = places[old[at]]

    def _paired_words(self) -> list[int]:
        images = [NONE] * len(self.old.words)
        for one, other in enumerate(self.sentences):
            if other != NONE:
                here, there = self.old.sentences[one], self.new.sentences[other]
                images[here.first : here.end] = range(there.first, there.end)
        taken = {other for other in self.sentences if other != NONE}
        used: set[int] = set()
        first = 0
        while first < len(self.sentences):
            end = first
            while end < len(self.sentences) and self.sentences[end] == NONE:
                end += 1
            if end > first:
                self._pair_gap(images, first, end, taken, used)
            first = max(end, first + 1)
        return images

    def _pair_gap(self, images: list[int], first: int, end: int, taken: set[int], used: set[int]) -> None:
        """Pairs the words of old sentences that are none of the new ones with the words of those that stand there."""
        behind = self.sentences[first - 1] + 1 if first else 0
        before = (self.sentences[end] if end < len(self.sentences) else len(self.new.sentences)) - 1
        last = behind
        while last < len(self.new.sentences) and last not in taken:
            last += 1
        begin = before + 1
        while begin > 0 and begin - 1 not in taken:
            begin -= 1
        best: list[int] = []
        offset, most = 0, 0
        here = slice(self.old.sentences[first].first, self.old.sentences[end - 1].end)
        for start, stop in dict.fromkeys(((behind, last), (begin, before + 1))):
            if start >= stop:
                continue
            there = slice(self.new.sentences[start].first, self.new.sentences[stop - 1].end)
            left, right = self.old.words[here], self.new.words[there]
            found = paired(
                [word.masked for word in left],
                [word.masked for word in right],
                [word.key for word in left],
                [word.key for word in right],
            )
            count = sum(1 for other in found if other != NONE)
            if count > most:
                best, offset, most = found, there.start, count
        for word, other in enumerate(best):
            if other != NONE and offset + other not in used:
                images[here.start + word] = offset + other
                used.add(offset + other)


def cut_alike(span: Span, old: tuple[Worded, int], new: tuple[Worded, int], count: int) -> Span | None:
    """The stretch of a newer text that begins and ends in its words as `span` does in those of the older; each a text,
    and the first of `count` words. None where it would cut a word that is printed otherwise now."""
    (before, first), (after, there) = old, new
    begin, end = (
        (before.words[first], after.words[there]),
        (before.words[first + count - 1], after.words[there + count - 1]),
    )
    ahead, beyond = max(0, span.start - begin[0].start), max(0, end[0].end - span.end)
    for cut, (one, other) in ((ahead, begin), (beyond, end)):
        if cut and before.article.text[one.start : one.end] != after.article.text[other.start : other.end]:
            return None
    return Span(begin[1].start + ahead, end[1].end - beyond)
