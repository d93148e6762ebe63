"""Finds every figure of an article: cuts sentences, and reads amounts only where a word or sign can begin one."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from desktop.core.dates import read_date
from desktop.core.figures.amounts import Amount, read_amount
from desktop.core.figures.conventions import Conventions
from desktop.core.figures.elided import Sentence, with_elided_kinds
from desktop.core.figures.figure import Figure
from desktop.core.figures.hedges import hedged
from desktop.core.figures.names import skip_name
from desktop.core.figures.periods import adjoining, apart, behind_noun
from desktop.core.lexicon import Lexicon
from desktop.core.quantities import Kind
from desktop.core.text import Article, Span
from desktop.core.tokens import Token, glued, sentences, word_at

_ANCHORS = re.compile(r"[A-Za-z]{2,}|[0-9]|[\u00bc-\u00be\u2150-\u215e]")
_MAX_SENTENCE = 4000
_CLEARANCE = 80
"""How far from a figure a sentence of more than _MAX_SENTENCE characters is cut."""
_NO_RATE = frozenset({Kind.DATE, Kind.TIME, Kind.ORDINAL, Kind.AGE, Kind.MAGNITUDE, Kind.MULTIPLE})
_SIGNED = frozenset({Kind.PERCENT, Kind.TEMPERATURE, Kind.MONEY})


def find_figures(article: Article, lexicon: Lexicon) -> tuple[Figure, ...]:
    """Every figure of an article, in the order of its text."""
    return tuple(figure for sentence in find_sentences(article, lexicon) for figure, _, _ in sentence.figures)


def find_sentences(article: Article, lexicon: Lexicon, conventions: Conventions | None = None) -> tuple[Sentence, ...]:
    """The sentences of an article that hold figures, in order, each with its figures.

    conventions: those of the whole, where the article is only a part of it; with them, a paragraph alone is read as it
    is read among the others.
    """
    habits = conventions or Conventions(article.text, lexicon)
    found = []
    for span in sentences(article.text, lexicon.abbreviations):
        for part in _parts(article.text, span, lexicon):
            if lexicon.anchors.isdisjoint(_ANCHORS.findall(article.text, part.start, part.end)):
                continue
            sentence = _read_sentence(article, part, lexicon, habits)
            if sentence.figures:
                found.append(sentence)
    return with_elided_kinds(found, article.text, habits)


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
    for index, token in enumerate(found):
        if index < free or not (token.lower in openers or token.text[0].isdecimal()):
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
    if not found[index].is_number or read_date(found, index, lexicon) is None:
        return False
    return index == 0 or not found[index - 1].is_capital or len(found[index].text) == 4


def _read_at(
    found: list[Token], index: int, lexicon: Lexicon, published: date | None, habits: Conventions
) -> Amount | None:
    day_first = habits.day_first if word_at(found, index + 1) == "/" else None
    calendar = read_date(found, index, lexicon, published, day_first=day_first)
    if calendar is not None:
        return Amount(calendar.first, calendar.end, calendar.quantity)
    return read_amount(found, index, lexicon)


def _figure(article: Article, found: list[Token], amount: Amount, taken: frozenset[int], lexicon: Lexicon) -> Figure:
    amount = _signed(found, amount)
    core = _span(found, amount.first, amount.end)
    quantity, span, period_span = amount.quantity, core, None
    if quantity.kind not in _NO_RATE:
        period = adjoining(found, amount.end, lexicon)
        if period is not None and not (quantity.kind is Kind.DURATION and period.per in ("year", "month")):
            quantity = replace(quantity, per=period.per)
            period_span = _span(found, period.first, period.end)
            span = core.joined(period_span)
        elif (
            (
                quantity.kind is Kind.MONEY
                and (period := apart(found, amount.first, amount.end, taken, lexicon)) is not None
            )
            or quantity.kind is Kind.COUNT
            and (period := behind_noun(found, amount.end, lexicon)) is not None
        ):
            quantity = replace(quantity, per=period.per)
            period_span = _span(found, period.first, period.end)
    quantity, softener = hedged(found, amount.first, amount.end, quantity, lexicon)
    hedge = None if softener is None else _span(found, *softener)
    return Figure(
        article=article.id,
        span=span,
        quote=span.of(article.text),
        quantity=quantity,
        core=core,
        period=period_span,
        hedge=hedge,
        softener=hedge.of(article.text) if hedge is not None else "",
        rate=period_span.of(article.text) if period_span is not None and not span.covers(period_span) else "",
    )


def _signed(found: list[Token], amount: Amount) -> Amount:
    """The amount with a minus sign in front of it: "fell to -5 degrees"; a hyphen behind a word is none."""
    first, quantity = amount.first, amount.quantity
    if not first or quantity.kind not in _SIGNED or quantity.is_vague or quantity.low is None or quantity.high is None:
        return amount
    sign = found[first - 1]
    dash = sign.text in "-−–" and glued(sign, found[first]) and not (first > 1 and glued(found[first - 2], sign))
    if not dash and sign.lower != "minus":
        return amount
    return Amount(first - 1, amount.end, replace(quantity, low=-quantity.high, high=-quantity.low))


def _span(found: list[Token], first: int, end: int) -> Span:
    return Span(found[first].start, found[end - 1].end)
