"""Finds every figure of an article: cuts sentences, and reads amounts only where a word or sign can begin one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from desktop.core.corrections import Correction
from desktop.core.dates import read_date
from desktop.core.figures.amounts import Amount, read_amount
from desktop.core.figures.conventions import Conventions
from desktop.core.figures.corrected import corrected
from desktop.core.figures.elided import Sentence, with_elided_kinds
from desktop.core.figures.figure import Figure
from desktop.core.figures.hedges import hedge_of
from desktop.core.figures.names import skip_name
from desktop.core.figures.periods import Period, adjoining, apart, behind_noun
from desktop.core.lexicon import Lexicon
from desktop.core.progress import reached
from desktop.core.quantities import Exactness, Kind, Quantity
from desktop.core.text import Article, Span
from desktop.core.tokens import Token, glued, sentences, word_at

_ANCHORS = re.compile(r"[A-Za-z]{2,}|[0-9]|[\u00bc-\u00be\u2150-\u215e]")
_MAX_SENTENCE = 4000
_CLEARANCE = 80
"""How far from a figure a sentence of more than _MAX_SENTENCE characters is cut."""
_DUG = frozenset({Kind.COUNT, Kind.MASS, Kind.QUANTITY})
_NO_RATE = frozenset({Kind.DATE, Kind.TIME, Kind.ORDINAL, Kind.AGE, Kind.MAGNITUDE, Kind.MULTIPLE})
_SOLD = frozenset({Kind.MONEY, Kind.QUANTITY, Kind.MASS})
_SIGNED = frozenset({Kind.PERCENT, Kind.TEMPERATURE, Kind.MONEY})


def find_figures(article: Article, lexicon: Lexicon, conventions: Conventions | None = None) -> tuple[Figure, ...]:
    """Every figure of an article, in the order of its text; `conventions` as in `find_sentences`."""
    habits = conventions or Conventions(article.text, lexicon)
    return tuple(figure for sentence in _sentences(article, lexicon, habits) for figure, _, _ in sentence.figures)


def find_sentences(
    article: Article,
    lexicon: Lexicon,
    conventions: Conventions | None = None,
    corrections: Sequence[Correction] = (),
) -> tuple[Sentence, ...]:
    """The sentences of an article that hold figures, in order, each with its figures.

    conventions: those of the whole, where the article is only a part of it; with them, a paragraph alone is read as it
    is read among the others. corrections: an editor's, of this article.
    """
    found = _sentences(article, lexicon, conventions or Conventions(article.text, lexicon), corrections)
    if not corrections:
        return tuple(found)
    as_read = (corrected(sentence, article, corrections, partial(read_quantity, lexicon=lexicon)) for sentence in found)
    return tuple(sentence for sentence in as_read if sentence.figures)


def read_quantity(words: str, lexicon: Lexicon) -> Quantity | None:
    """What a few words alone state, by the longest figure in them; None where they state nothing."""
    figures = find_figures(Article("", "", words, ""), lexicon)
    return max(figures, key=lambda figure: figure.span.end - figure.span.start).quantity if figures else None


def _sentences(
    article: Article, lexicon: Lexicon, habits: Conventions, corrections: Sequence[Correction] = ()
) -> Iterator[Sentence]:
    return with_elided_kinds(_as_printed(article, lexicon, habits, corrections), article.text, habits)


def _as_printed(
    article: Article, lexicon: Lexicon, habits: Conventions, corrections: Sequence[Correction]
) -> Iterator[Sentence]:
    """The sentences with figures, each figure read by itself; those with an editor's corrections in any case."""
    starts = [one.span.start for one in corrections]
    anchors, words, text = lexicon.anchors, _ANCHORS.findall, article.text
    for span in sentences(text, lexicon.abbreviations):
        reached(span.end, len(text))
        for part in _parts(text, span, lexicon):
            wanted = any(part.start <= start < part.end for start in starts)
            if wanted or not anchors.isdisjoint(words(text, part.start, part.end)):
                sentence = _read_sentence(article, part, lexicon, habits)
                if wanted or sentence.figures:
                    yield sentence


def _parts(text: str, span: Span, lexicon: Lexicon) -> Sequence[Span]:
    """A sentence in pieces that can be worked on: text without full stops is cut at blanks far from any figure."""
    if span.end - span.start <= _MAX_SENTENCE:
        return (span,)
    parts, start = [], span.start
    while span.end - start > _MAX_SENTENCE:
        end = _cut(text, start, start + _MAX_SENTENCE, lexicon)
        parts.append(Span(start, end))
        start = end
    return (*parts, Span(start, span.end))


def _cut(text: str, start: int, limit: int, lexicon: Lexicon) -> int:
    """Where to cut before `limit`: at the last blank with no figure near it, else at the last blank."""
    last = text.rfind(" ", start + 1, limit)
    blank = last
    while blank > limit - _MAX_SENTENCE // 2:
        near = _ANCHORS.findall(text, blank - _CLEARANCE, blank + _CLEARANCE)
        if lexicon.anchors.isdisjoint(near):
            return blank
        blank = text.rfind(" ", start + 1, blank - _CLEARANCE // 2)
    return last if last > start else limit


def _is_title_case(found: Sequence[Token]) -> bool:
    long = [token.text for token in found if len(token.text) > 3 and token.text[0].isalpha()]
    return len(long) >= 3 and sum(word[0].isupper() for word in long) >= 0.7 * len(long)


def _read_sentence(article: Article, span: Span, lexicon: Lexicon, habits: Conventions) -> Sentence:
    found = habits.tokens(article.text, span)
    title_case = _is_title_case(found)
    openers, free = lexicon.openers, 0
    amounts: list[Amount] = []
    # plain subscripts and comparisons: this is the one line that looks at every token
    for index in [at for at, token in enumerate(found) if token[1] in openers or "0" <= token[0] < ":"]:
        if index < free:
            continue
        skipped = skip_name(found, index, lexicon, habits, title_case=title_case)
        if skipped > index and not _is_dated(found, index, lexicon):
            free = skipped
            continue
        index = _beginning(found, index, free, lexicon)
        amount = _read_at(found, index, lexicon, article.published, habits)
        if amount is not None:
            amounts.append(amount)
            free = max(amount.end, index + 1)
    taken = frozenset(at for amount in amounts for at in range(amount.first, amount.end))
    figures = tuple((_figure(article, found, amount, taken, lexicon), amount.first, amount.end) for amount in amounts)
    return Sentence(span, tuple(found), figures, title_case)


def _beginning(found: Sequence[Token], index: int, free: int, lexicon: Lexicon) -> int:
    """Where the amount begins that the opening word at `index` stands in: at its article, or "an hour and a half"."""
    if index <= free or found[index - 1].lower not in ("a", "an"):
        return index
    word = found[index].lower
    if word == "half" and index - 4 >= free and found[index - 2].lower == "and":
        return index - 4 if found[index - 4].lower in ("a", "an") else index
    if word in lexicon.period_nouns and index - 1 == free and free:
        return index  # "$5 million a quarter"
    taken = word in lexicon.scales or word in lexicon.fractions or (word,) in lexicon.units
    return index - 1 if taken else index


def _is_dated(found: list[Token], index: int, lexicon: Lexicon) -> bool:
    """Whether a number that looks like part of a name is a date all the same ("2026-05-20", "Autumn 2026")."""
    if not found[index].is_number or word_at(found, index - 1) == "/" or read_date(found, index, lexicon) is None:
        return False
    return index == 0 or not found[index - 1].is_capital or len(found[index].text) == 4


def _read_at(
    found: list[Token], index: int, lexicon: Lexicon, published: date | None, habits: Conventions
) -> Amount | None:
    token = found[index]
    if token.text[0].isdecimal() or token.lower in lexicon.date_openers:
        day_first = habits.day_first if word_at(found, index + 1) == "/" else None
        calendar = read_date(found, index, lexicon, published, day_first=day_first)
        if calendar is not None:
            return Amount(calendar.first, calendar.end, calendar.quantity)
    return read_amount(found, index, lexicon)


def _figure(
    article: Article, found: Sequence[Token], amount: Amount, taken: frozenset[int], lexicon: Lexicon
) -> Figure:
    first, end, quantity = _signed(found, amount)
    core = span = _span(found, first, end)
    per, exactness, text = quantity.per, quantity.exactness, article.text
    period_span, hedge, softener, rate = None, None, "", ""
    if quantity.kind not in _NO_RATE:
        period = adjoining(found, end, lexicon)
        if period is not None and _is_apiece(found, period, quantity, lexicon):
            span = Span(core.start, found[period.end - 1].end)
        else:
            period = None
            if quantity.kind is Kind.MONEY:
                period = apart(found, first, end, taken, lexicon)
            elif quantity.kind in _DUG:
                period = behind_noun(found, end, lexicon)
        if period is not None:
            per, period_span = period.per, _span(found, period.first, period.end)
            rate = "" if span is not core else period_span.of(text)
    hedged = hedge_of(found, first, end, quantity, lexicon)
    if hedged is not None:
        hedge = _span(found, hedged[1], hedged[2])
        softener = hedge.of(text)
        if hedged[0] is not Exactness.EXACT and not quantity.is_vague:
            exactness = hedged[0]
    if per is not quantity.per or exactness is not quantity.exactness:
        kind, low, high, unit = quantity.kind, quantity.low, quantity.high, quantity.unit
        quantity = Quantity(kind, low, high, unit, per, exactness, quantity.step, quantity.iso)
    return Figure(article.id, span, text[span.start : span.end], quantity, core, period_span, hedge, softener, rate)


def _is_apiece(found: Sequence[Token], period: Period, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether a rate phrase right behind an amount makes it a rate: "every 10 minutes a child dies" tells of none."""
    if quantity.kind is Kind.DURATION and period.per in ("year", "month"):
        return False
    time = lexicon.is_time(period.per)
    return time or quantity.kind in _SOLD or found[period.first].lower not in ("a", "an")


def _signed(found: Sequence[Token], amount: Amount) -> Amount:
    """The amount with a minus sign in front of it: "fell to -5 degrees"; a hyphen behind a word is none."""
    first, quantity = amount.first, amount.quantity
    if not first or quantity.kind not in _SIGNED or quantity.is_vague or quantity.low is None or quantity.high is None:
        return amount
    sign = found[first - 1]
    dash = sign.text in "-−–" and glued(sign, found[first]) and not (first > 1 and glued(found[first - 2], sign))
    if not dash and sign.lower != "minus":
        return amount
    return Amount(first - 1, amount.end, replace(quantity, low=-quantity.high, high=-quantity.low))


def _span(found: Sequence[Token], first: int, end: int) -> Span:
    return Span(found[first].start, found[end - 1].end)
