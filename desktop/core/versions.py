"""Knows what an outlet changed between two versions of an article: its figures, its headline, its wording."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from desktop.core.alignment import Passage, Presence, Run, differences
from desktop.core.figures import Figure
from desktop.core.lexicon import Lexicon
from desktop.core.quantities import Kind, Quantity
from desktop.core.reanchoring import Reanchoring
from desktop.core.reanchoring.pairing import NONE, in_order
from desktop.core.reanchoring.succession import Worded
from desktop.core.text import Article, Span, still_stands
from desktop.core.timeline import months_in


class Fate(StrEnum):
    """What became of a figure or a passage."""

    CHANGED = "changed"
    MOVED = "moved"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure that is another now. was, now: None where one version has none there.

    factor: how many times as much it is now, in common terms; None where that cannot be told.
    """

    was: Figure | None
    now: Figure | None
    factor: Fraction | None = None

    @property
    def fate(self) -> Fate:
        """What became of it."""
        if self.was is None:
            return Fate.NEW
        return Fate.GONE if self.now is None else Fate.CHANGED


@dataclass(frozen=True, slots=True)
class PassageChange:
    """A sentence that is worded otherwise or stands elsewhere, or some that are gone or new. was, now: where it stands.

    runs: its words, those of the older version as "only in A", those of the newer as "only in B".
    """

    fate: Fate
    was: Span | None
    now: Span | None
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What is different in the newer of two versions: figures that changed, then gone, then new ones, each in the order
    of the text; passages in the order of the newer text."""

    old: Article
    new: Article
    figures: tuple[FigureChange, ...]
    passages: tuple[PassageChange, ...]

    @property
    def headline(self) -> tuple[str, str] | None:
        """The headline as it was and as it is; None where it is the same, or still stands in the text below others."""
        if self.old.title == self.new.title or still_stands(self.old.title, self.new.text):
            return None
        return self.old.title, self.new.title

    @property
    def is_nothing(self) -> bool:
        """Whether nothing that can be read is different."""
        return not (self.figures or self.passages or self.headline)

    def figures_that(self, fate: Fate) -> tuple[FigureChange, ...]:
        """The figures of which that became."""
        return tuple(change for change in self.figures if change.fate is fate)


def changes(old: Article, new: Article, lexicon: Lexicon) -> Changes:
    """What an outlet changed from one version of an article to another."""
    pairs = Reanchoring(old, new, lexicon)
    if old.text == new.text:
        return Changes(old, new, (), ())
    found = [change for was, now in pairs.figures() if (change := _changed(was, now, lexicon)) is not None]
    order = [Fate.CHANGED, Fate.GONE, Fate.NEW]
    return Changes(old, new, tuple(sorted(found, key=lambda change: order.index(change.fate))), tuple(_passages(pairs)))


def _changed(was: Figure | None, now: Figure | None, lexicon: Lexicon) -> FigureChange | None:
    """The change from one figure to another, None where there is none: "a month" for "per month" is none."""
    if was is None or now is None:
        return FigureChange(was, now)
    one, other = was.quantity, now.quantity
    same = " ".join(was.quote.split()) == " ".join(now.quote.split())
    if (same and one.kind in (Kind.DATE, Kind.TIME) and one.kind is other.kind) or replace(one, step=None) == replace(
        other, step=None
    ):
        return None
    return FigureChange(was, now, _factor(one, other, lexicon))


def _factor(one: Quantity, other: Quantity, lexicon: Lexicon) -> Fraction | None:
    """How many times as much the other is, both per year where they are rates over time."""
    if one.kind is not other.kind or one.unit != other.unit or not one.value or other.value is None:
        return None
    values = []
    for quantity in (one, other):
        months = None if quantity.per is None else months_in(quantity.per, lexicon)
        if months is None and one.per != other.per:
            return None
        values.append(Fraction(quantity.value or 0) * (12 / months if months else 1))
    return values[1] / values[0]


def _passages(pairs: Reanchoring) -> Iterator[PassageChange]:
    """The sentences that are not what they were, in the order of the newer text; what is gone where it stood."""
    old, new = pairs.words.old, pairs.words.new
    images = _sentences(pairs)
    chain = set(in_order([(one, other) for one, other in enumerate(images) if other != NONE]))
    origins = {other: one for one, other in enumerate(images) if other != NONE}
    told: list[tuple[tuple[int, int, int], PassageChange]] = []
    behind = -1
    for number, image in enumerate(images):
        if image == NONE:
            gone = Passage(old.article.text, _span(old, number))
            lost = Run(Presence.A, gone.span.of(gone.text), gone.span, None)
            told.append(((behind, 1, number), PassageChange(Fate.GONE, gone.span, None, (lost,))))
        elif (number, image) in chain:
            behind = image
    for number, sentence in enumerate(new.sentences):
        at = _span(new, number)
        origin = origins.get(number)
        if origin is None:
            added = Run(Presence.B, at.of(new.article.text), None, at)
            told.append(((number, 0, 0), PassageChange(Fate.NEW, None, at, (added,))))
            continue
        moved, same = (origin, number) not in chain, old.sentences[origin].exact == sentence.exact
        if moved or not same:
            was = _span(old, origin)
            runs = differences(_passage(old, origin), _passage(new, number))
            told.append(((number, 0, 0), PassageChange(Fate.MOVED if moved else Fate.CHANGED, was, at, runs)))
    yield from _joined(sorted(told, key=lambda one: one[0]))


def _joined(told: Iterable[tuple[tuple[int, int, int], PassageChange]]) -> Iterator[PassageChange]:
    """The passages, sentences that went or came together as one; with each its place in the order."""
    together: list[PassageChange] = []
    next_one: tuple[int, int, int] | None = None
    for (above, side, number), change in told:
        if together and not ((above, side, number) == next_one and change.fate is together[0].fate):
            yield _as_one(together)
            together = []
        together.append(change)
        next_one = {Fate.GONE: (above, side, number + 1), Fate.NEW: (above + 1, side, number)}.get(change.fate)
    if together:
        yield _as_one(together)


def _as_one(parts: Sequence[PassageChange]) -> PassageChange:
    first, last = parts[0], parts[-1]
    was, now = (
        None if one is None or other is None else one.joined(other)
        for one, other in ((first.was, last.was), (first.now, last.now))
    )
    return PassageChange(first.fate, was, now, tuple(run for part in parts for run in part.runs))


def _sentences(pairs: Reanchoring) -> list[int]:
    """For each old sentence the new one that it became, told by most of its words where it is worded otherwise."""
    words, found = pairs.words, list(pairs.words.sentences)
    taken = {other for other in found if other != NONE}
    wishes = []
    for number, sentence in enumerate(words.old.sentences):
        if found[number] == NONE:
            there = Counter(
                words.new.sentence_of[image]
                for image in words.images[sentence.first : sentence.end]
                if image != NONE and words.new.sentence_of[image] not in taken
            )
            for other, count in there.most_common(1):
                if 2 * count >= sentence.end - sentence.first:
                    wishes.append((count, number, other))
    for _, number, other in sorted(wishes, reverse=True):
        if other not in taken:
            found[number] = other
            taken.add(other)
    return found


def _span(text: Worded, number: int) -> Span:
    sentence = text.sentences[number]
    return Span(text.words[sentence.first].start, text.words[sentence.end - 1].end)


def _passage(text: Worded, number: int) -> Passage:
    sentence = text.sentences[number]
    words = text.words[sentence.first : sentence.end]
    figures = tuple(Span(word.start, word.end) for word in words if word.figure is not None)
    return Passage(text.article.text, _span(text, number), figures)
