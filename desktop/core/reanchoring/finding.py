"""Finds the places that editors marked in an article again in a newer version of it, or says that they are lost.

A figure is found only where it is unchanged, and only where the words around it tell which figure it is; what could be
one of two is lost.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from desktop.core.anchors import Anchor, anchor_at
from desktop.core.figures import Figure
from desktop.core.lexicon import Lexicon
from desktop.core.reanchoring.elsewhere import Elsewhere
from desktop.core.reanchoring.nearness import kept
from desktop.core.reanchoring.pairing import NONE
from desktop.core.reanchoring.sameness import are_same_figure, on_one_line, tells
from desktop.core.reanchoring.succession import FEWEST, Succession, cut_alike
from desktop.core.text import Article, Span

_KEPT, _HEAVY = 0.5, 1.5
"""How much of what stood around a figure in a reworded sentence must still stand there, as a share and as a weight."""

_SLACK = 2
"""How many words more may stand at the end of a reworded passage than stood there before."""


class Way(StrEnum):
    """How a place was found again."""

    IN_PLACE = "in place"  # at the same offset
    ELSEWHERE = "elsewhere"  # further up or down, in the same words
    REWORDED = "reworded"  # the words around it, or its own where it is no figure, are others in part
    RETURNED = "returned"  # it had been lost before
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Found:
    """A place in the newer version, or where it was last, and how it was found."""

    anchor: Anchor
    way: Way


class Reanchoring:
    """Two versions of an article, made ready once for finding any number of places."""

    def __init__(self, old: Article, new: Article, lexicon: Lexicon) -> None:
        self.old, self.new = old, new
        self._lexicon = lexicon
        self._kept: dict[int, bool] = {}

    @cached_property
    def words(self) -> Succession:
        """The words of the older version in the newer."""
        return Succession(self.old, self.new, self._lexicon)

    @cached_property
    def _elsewhere(self) -> Elsewhere:
        return Elsewhere(self.words, self._lexicon, self.is_kept)

    def find(self, anchor: Anchor, *, exactly: bool = False) -> Found:
        """The place of an anchor in the newer version.

        exactly: whether words without a figure have to be the same too, because more than a note hangs on them.
        """
        if anchor.lost:
            span = self._elsewhere.returned(anchor)
            return Found(anchor, Way.LOST) if span is None else Found(self._at(anchor, span), Way.RETURNED)
        if anchor.span.of(self.old.text) != anchor.quote:
            return Found(replace(anchor, lost=True), Way.LOST)
        if self.old.text == self.new.text:
            return Found(self._at(anchor, anchor.span), Way.IN_PLACE)
        known = anchor.in_context(self.old.text)
        found = self._image(known, exactly)
        if found is None:
            return Found(replace(known, lost=True), Way.LOST)
        span, way = found
        again = self._at(known, span)
        if on_one_line(again.quote) != on_one_line(known.quote):
            way = Way.REWORDED
        elif way is Way.ELSEWHERE and span.start == known.span.start:
            way = Way.IN_PLACE
        return Found(again, way)

    def _at(self, anchor: Anchor, span: Span) -> Anchor:
        return anchor_at(anchor.article, span, self.new.text)

    def _image(self, anchor: Anchor, exactly: bool) -> tuple[Span, Way] | None:
        """Where the words of an anchor stand now, and how they were found."""
        words = self.words
        first, end = words.old.touched(anchor.span)
        if first == end:
            return None
        start = words.images[first]
        is_whole = start != NONE and words.images[first:end] == [*range(start, start + end - first)]
        if is_whole and all(self.is_kept(place) for place in range(first, end)):
            span = self._cut_alike(anchor.span, first, start, end - first)
            way = Way.ELSEWHERE if all(self._stays(place) for place in range(first, end)) else Way.REWORDED
            return None if span is None else (span, way)
        figures = [place for place in range(first, end) if words.old.words[place].figure is not None]
        if end - first == 1 and figures:
            span = self._moved(anchor, first)
        elif not exactly and all(self.is_kept(place) for place in figures):
            span = self._passage(anchor, first, end)
        else:
            span = None
        return (span, Way.REWORDED) if span else None

    def _moved(self, anchor: Anchor, place: int) -> Span | None:
        """Where a figure stands now whose sentence is gone."""
        moved = self._elsewhere.moved(place)
        return None if moved is None else self._cut_alike(anchor.span, place, moved, 1)

    def _stays(self, place: int) -> bool:
        """Whether the sentence of an old word is in the newer version as it was, but for figures."""
        return self.words.sentences[self.words.old.sentence_of[place]] != NONE

    def is_kept(self, place: int) -> bool:
        """Whether an old word, by its number, is there unchanged, and there is no doubt that it is that one."""
        if place not in self._kept:
            self._kept[place] = self._is_kept(place)
        return self._kept[place]

    def _is_kept(self, place: int) -> bool:
        words = self.words
        image = words.images[place]
        if image == NONE:
            return False
        one, other = words.old.words[place], words.new.words[image]
        if one.figure is None or other.figure is None:
            if one.figure is not other.figure or one.key != other.key:
                return False
        elif not are_same_figure(one.figure, self.old.text, other.figure, self.new.text):
            return False
        if self._stays(place) and self._is_sure(words.old.sentence_of[place]):
            return True
        return self._is_told_around(place)

    def _is_told_around(self, place: int) -> bool:
        """Whether enough of what stood around an old word stands around its image."""
        share, weight = kept(self.words, place)
        word = self.words.old.words[place]
        return share >= _KEPT and (weight >= _HEAVY or not (word.figure or tells(word.key, self._lexicon)))

    def figures(self) -> Iterator[tuple[Figure | None, Figure | None]]:
        """Every figure of the older version with what became of it, in the order of that text, then those that are
        new: None for the version that does not have it."""
        words, taken = self.words, set()
        for place, word in enumerate(words.old.words):
            if word.figure is None:
                continue
            image: int | None = words.images[place]
            if image == NONE:
                image = self._elsewhere.moved(place)
            elif not self.is_kept(place) and not self._is_changed(place):
                image = None
            if image is not None:
                taken.add(image)
            yield word.figure, None if image is None else words.new.words[image].figure
        for place, word in enumerate(words.new.words):
            if word.figure is not None and place not in taken:
                yield None, word.figure

    def _is_changed(self, place: int) -> bool:
        """Whether there is no doubt that another figure took the place of an old one."""
        sentence = self.words.old.sentences[self.words.old.sentence_of[place]]
        return (self._stays(place) and sentence.told >= FEWEST) or self._is_told_around(place)

    def _is_sure(self, number: int) -> bool:
        """Whether a sentence that stays says enough of itself, or stands beside another that stays."""
        here, there, at = self.words.old.sentences, self.words.new.sentences, self.words.sentences[number]
        if here[number].told >= FEWEST:
            return True
        if here[number].exact != there[at].exact:
            return False
        if here[number].told_exactly >= FEWEST:
            return True
        for step, edge in ((-1, -1), (1, len(here))):
            beside, other = number + step, at + step
            if beside == edge and other in (-1, len(there)):
                return True
            if beside != edge and self.words.sentences[beside] == other and 0 <= other < len(there):
                return True
        return False

    def _cut_alike(self, span: Span, first: int, there: int, count: int) -> Span | None:
        return cut_alike(span, (self.words.old, first), (self.words.new, there), count)

    def _passage(self, anchor: Anchor, first: int, end: int) -> Span | None:
        """Where a note's passage stands now, its figures all kept, if no more than some of its words are others."""
        images = self.words.images
        there = [images[place] for place in range(first, end) if images[place] != NONE and self.is_kept(place)]
        if not there or sorted(there) != there:
            return self._elsewhere.passage(anchor)
        begin, last = there[0], there[-1] + 1
        before = images[first - 1] if first else -1
        if not (first and before == NONE) and 0 < begin - before - 1 <= _missing(images[first:end]) + _SLACK:
            begin = before + 1
        behind = images[end] if end < len(images) else len(self.words.new.words)
        if behind != NONE and 0 < behind - last <= _missing(images[first:end][::-1]) + _SLACK:
            last = behind
        new = self.words.new
        span = Span(new.words[begin].start, new.words[last - 1].end)
        if self._elsewhere.says_nearly(anchor.quote, span.of(self.new.text)):
            return span
        return self._elsewhere.passage(anchor)


def _missing(images: list[int]) -> int:
    """How many words at the beginning have no image."""
    return next((number for number, image in enumerate(images) if image != NONE), len(images))


def find_again(anchor: Anchor, old: Article, new: Article, lexicon: Lexicon) -> Anchor:
    """The place of an anchor in a newer version of its article, `lost` where it is not found."""
    return Reanchoring(old, new, lexicon).find(anchor).anchor
