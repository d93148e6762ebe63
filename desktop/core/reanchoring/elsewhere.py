"""Finds a place in a newer version of an article by what stood around it, where no pairing of words leads there."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from diff_match_patch import diff_match_patch

from desktop.core.anchors import CONTEXT, Anchor
from desktop.core.figures import Figure
from desktop.core.lexicon import Lexicon
from desktop.core.reanchoring.nearness import Around, around, likeness
from desktop.core.reanchoring.pairing import NONE
from desktop.core.reanchoring.sameness import are_same_figure, on_one_line, telling
from desktop.core.reanchoring.succession import Succession, Word, Worded, cut_alike
from desktop.core.text import Span

_ALIKE, _CLEARLY = 0.6, 0.15
"""How alike the surroundings of a place elsewhere must be, and how much more alike than those of any other."""

_OTHERWISE = 0.35
"""How much of a passage without figures may be worded otherwise."""

_MOST = 100
"""Of more places than this none is looked at: so often told, a figure is not known by what stands around it."""

_LONGEST = 32
"""Characters that a fuzzy search takes at most."""


class Elsewhere:
    """A newer version of an article in which places are looked for."""

    def __init__(self, words: Succession, lexicon: Lexicon, is_kept: Callable[[int], bool]) -> None:
        """is_kept: whether an old word, by its number, is still there beyond doubt."""
        self._words, self._lexicon, self._is_kept = words, lexicon, is_kept
        self._places: dict[str, list[int]] = {}
        for place, word in enumerate(words.new.words):
            self._places.setdefault(_key(word, words.new), []).append(place)
        self._gone: dict[str, list[int]] = {}
        for place, word in enumerate(words.old.words):
            if word.figure is not None and words.images[place] == NONE:
                self._gone.setdefault(_core(word.figure, words.old), []).append(place)

    def moved(self, place: int) -> int | None:
        """Which new word is an old figure (both by number) whose sentence is gone: one that no old word became."""
        old, new = self._words.old, self._words.new
        figure = old.words[place].figure
        if figure is None or self._words.images[place] != NONE:
            return None  # what stands in its place is another figure
        here = around(old, place, place)
        core = _core(figure, old)
        if max(len(self._places.get(core, ())), len(self._gone[core])) > _MOST:
            return None
        free = [at for at in self._places.get(core, ()) if self._words.origins[at] == NONE]
        best = _clearest(here, {at: around(new, at, at) for at in free})
        if best is None or not _is(figure, old, new.words[best], new):
            return None
        there = around(new, best, best)
        least = likeness(here, there) - _CLEARLY
        for rival in self._gone[core]:
            if rival != place and likeness(around(old, rival, rival), there) > least:
                return None  # it may be this one that stands there now
        return best

    def returned(self, anchor: Anchor) -> Span | None:
        """Where the words of a lost anchor stand again, by what stood around them when they were last seen."""
        if not anchor.quote.strip() or not (anchor.prefix.strip() or anchor.suffix.strip()):
            return None
        new = self._words.new
        seen, span = self._as_seen(anchor)
        first, end = seen.touched(span)
        if first == end:
            return None
        keys = [word.key for word in seen.words[first:end]]
        figure = seen.words[first].figure if end - first == 1 else None
        count = end - first
        if figure is not None:
            starts = self._places.get(_core(figure, seen), [])
        else:
            heads = self._places.get(_key(seen.words[first], seen), ())
            starts = [at for at in heads if [word.key for word in new.words[at : at + count]] == keys]
        if len(starts) > _MOST:
            return None
        here = around(seen, first, end - 1)
        found = {}
        for at in starts:
            if not all(self._is_old(place) for place in range(at, at + count)):
                there = around(new, at, at + count - 1)
                sides = len(here.before) + 1, len(here.behind) + 1
                found[at] = Around(there.before[-sides[0] :], there.behind[: sides[1]])
        best = _clearest(here, found)
        if best is None:
            return None
        for mine, other in zip(seen.words[first:end], new.words[best : best + count], strict=True):
            if mine.figure is not None and not _is(mine.figure, seen, other, new):
                return None
        return cut_alike(span, (seen, first), (new, best), count)

    def passage(self, anchor: Anchor) -> Span | None:
        """Where words without a figure stand now, worded otherwise in part, or with their sentence in another place."""
        exact = self.returned(anchor)
        if exact is not None:
            return exact
        text, quote = self._words.new.article.text, anchor.quote
        if len(quote) <= _LONGEST // 2:
            return None
        matcher = diff_match_patch()
        ends = quote[:_LONGEST], quote[-_LONGEST:]
        start = matcher.match_main(text, ends[0], anchor.span.start)
        last = matcher.match_main(text, ends[1], max(start, 0) + len(quote) - len(ends[1]))
        if start < 0 or last < 0 or last + len(ends[1]) <= start:
            return None
        first, end = self._words.new.touched(Span(start, min(last + len(ends[1]), len(text))))
        if first == end:
            return None
        span = Span(self._words.new.words[first].start, self._words.new.words[end - 1].end)
        is_new = not all(self._is_old(place) for place in range(first, end))
        return span if is_new and self.says_nearly(quote, span.of(text)) else None

    def says_nearly(self, old: str, new: str) -> bool:
        """Whether words were changed only in part, and nothing of an amount in them."""
        if telling(old, self._lexicon) != telling(new, self._lexicon):
            return False
        most = max(len(old), len(new))
        if abs(len(old) - len(new)) > _OTHERWISE * most:
            return False
        comparer = diff_match_patch()
        comparer.Diff_Timeout = 0  # else the answer would depend on how fast the machine is
        first, second = _coded(old, new)
        steps: int = comparer.diff_levenshtein(comparer.diff_main(first, second, False))
        return steps <= _OTHERWISE * max(len(first), len(second))

    def _is_old(self, place: int) -> bool:
        """Whether a new word stood in the older version already, beyond doubt and unchanged."""
        origin = self._words.origins[place]
        return origin != NONE and self._is_kept(origin)

    def _as_seen(self, anchor: Anchor) -> tuple[Worded, Span]:
        """The words of a lost anchor with what stood around them, and where it stood there."""
        before, behind = anchor.prefix, anchor.suffix
        if len(before) == CONTEXT:  # it begins in the midst of a word
            before = (
                before[len(before.split(maxsplit=1)[0]) :] if before.split() and not before[0].isspace() else before
            )
        if len(behind) == CONTEXT and not behind[-1].isspace() and behind.split():
            behind = behind[: -len(behind.split()[-1])]
        new = self._words.new
        text = before + anchor.quote + behind
        seen = Worded(replace(new.article, text=text), self._lexicon, new.habits)
        return seen, Span(len(before), len(before) + len(anchor.quote))


def _clearest(here: Around, found: dict[int, Around]) -> int | None:
    """The one place whose surroundings are much like these, None where there is none or another is as good."""
    ranked = sorted(((likeness(here, there), at) for at, there in found.items()), reverse=True)
    if not ranked or ranked[0][0] < _ALIKE or (len(ranked) > 1 and ranked[1][0] > ranked[0][0] - _CLEARLY):
        return None
    return ranked[0][1]


def _key(word: Word, text: Worded) -> str:
    return word.key if word.figure is None else _core(word.figure, text)


def _core(figure: Figure, text: Worded) -> str:
    return on_one_line(figure.core.of(text.article.text))


def _is(figure: Figure, text: Worded, word: Word, there: Worded) -> bool:
    return word.figure is not None and are_same_figure(figure, text.article.text, word.figure, there.article.text)


def _coded(old: str, new: str) -> tuple[str, str]:
    """Two passages to compare: by character where they are short, else with one character for each word."""
    if max(len(old), len(new)) <= 400:
        return on_one_line(old), on_one_line(new)
    signs: dict[str, str] = {}

    def code(words: Sequence[str]) -> str:
        return "".join(signs.setdefault(word, chr(0x10000 + len(signs))) for word in words)

    return code(old.split()), code(new.split())
