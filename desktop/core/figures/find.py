"""Finds every figure of an article, in one pass over its sentences."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from desktop.core.dates import read_date
from desktop.core.figures.amounts import Amount, read_amount
from desktop.core.figures.elided import Sentence, with_elided_kinds
from desktop.core.figures.figure import Figure
from desktop.core.figures.names import skip_name
from desktop.core.figures.periods import adjoining, apart, behind_noun
from desktop.core.lexicon import Lexicon
from desktop.core.quantities import Exactness, Kind, Quantity
from desktop.core.text import Article, Span
from desktop.core.tokens import Token, glued, sentences, tokens

_NAME_INSIDE = re.compile(r"(?<=[a-z,] )[A-Z][\w&-]*")
_MAX_SENTENCE = 4000
_LONGEST_HEADING = 120
_SENTENCE_ENDS = (".", "!", "?", "…", ";", '"', "”", "’", ")", "]")
_HEDGED_DURATION = frozenset({"over", "under"})


def find_sentences(article: Article, lexicon: Lexicon) -> tuple[Sentence, ...]:
    """The sentences of an article that hold figures, in order, each with its figures."""
    anchor = anchors(lexicon)
    names = known_names(article.text)
    found = []
    for span in sentences(article.text, lexicon.abbreviations):
        if anchor.search(article.text, span.start, span.end) is None:
            continue
        for part in _parts(article.text, span):
            sentence = _read_sentence(article, part, lexicon, names)
            if sentence.figures:
                found.append(sentence)
    return with_elided_kinds(found, lexicon)


def known_names(text: str) -> frozenset[str]:
    """The capitalised words that stand inside sentences of a text: names, where a capital letter proves something.

    Headings prove nothing, for they may capitalise every word.
    """
    found: set[str] = set()
    for line in text.splitlines():
        if len(line) > _LONGEST_HEADING or line.rstrip().endswith(_SENTENCE_ENDS):
            found.update(_NAME_INSIDE.findall(line))
    return frozenset(found)


def find_figures(article: Article, lexicon: Lexicon) -> tuple[Figure, ...]:
    """Every figure of an article, in the order of its text."""
    return tuple(figure for sentence in find_sentences(article, lexicon) for figure, _, _ in sentence.figures)


_ANCHORS: dict[int, re.Pattern[str]] = {}


def anchors(lexicon: Lexicon) -> re.Pattern[str]:
    """What a figure cannot do without: a digit or one of the number and calendar words."""
    known = _ANCHORS.get(id(lexicon))
    if known is None:
        words = set(lexicon.number_words) | set(lexicon.calendar["months"]) | set(lexicon.calendar["weekdays"])
        words |= set(lexicon.calendar["pointers"]) | set(lexicon.calendar["days"]) | set(lexicon.calendar["quarters"])
        words |= {"twice", "doubled?", "doubles", "tripled?", "triples", "trebled?", "quadrupled", "halve[sd]", "half"}
        words |= {r"\w+fold", r"multi\w*", "single"}
        known = re.compile(r"\d|[½¼¾]|\b(?:" + "|".join(sorted(words, key=len, reverse=True)) + r")\b", re.IGNORECASE)
        _ANCHORS.clear()
        _ANCHORS[id(lexicon)] = known
    return known


def _parts(text: str, span: Span) -> Sequence[Span]:
    """A sentence in pieces that can be worked on: text without full stops is cut at white space."""
    if span.end - span.start <= _MAX_SENTENCE:
        return (span,)
    parts, start = [], span.start
    while start < span.end:
        end = min(start + _MAX_SENTENCE, span.end)
        if end < span.end:
            blank = text.rfind(" ", start + 1, end)
            end = blank if blank > start else end
        parts.append(Span(start, end))
        start = end
    return parts


def _is_title_case(found: Sequence[Token]) -> bool:
    long = [token for token in found if token.is_word and len(token.text) > 3]
    return len(long) >= 3 and sum(token.is_capital for token in long) >= 0.7 * len(long)


def _read_sentence(article: Article, span: Span, lexicon: Lexicon, names: frozenset[str]) -> Sentence:
    found = tokens(article.text, span)
    title_case = _is_title_case(found)
    amounts: list[Amount] = []
    index = 0
    while index < len(found):
        skipped = skip_name(found, index, lexicon, names, title_case=title_case)
        if skipped > index and not _is_dated(found, index, lexicon):
            index = skipped
            continue
        amount = _read_at(found, index, lexicon, article.published)
        if amount is None:
            index += 1
            continue
        amounts.append(amount)
        index = max(amount.end, index + 1)
    taken = frozenset(at for amount in amounts for at in range(amount.first, amount.end))
    figures = tuple((_figure(article, found, amount, taken, lexicon), amount.first, amount.end) for amount in amounts)
    return Sentence(span, tuple(found), figures, title_case)


def _is_dated(found: list[Token], index: int, lexicon: Lexicon) -> bool:
    """Whether a number that looks like part of a name is a date all the same ("2026-05-20", "Autumn 2026")."""
    if not found[index].is_number or read_date(found, index, lexicon) is None:
        return False
    return index == 0 or not found[index - 1].is_capital or len(found[index].text) == 4


def _read_at(found: list[Token], index: int, lexicon: Lexicon, published: date | None) -> Amount | None:
    calendar = read_date(found, index, lexicon, published)
    if calendar is not None:
        return Amount(calendar.first, calendar.end, calendar.quantity)
    return read_amount(found, index, lexicon)


def _figure(article: Article, found: list[Token], amount: Amount, taken: frozenset[int], lexicon: Lexicon) -> Figure:
    amount = _signed(found, amount)
    core = _span(found, amount.first, amount.end)
    quantity, span, period_span = amount.quantity, core, None
    if quantity.kind not in (Kind.DATE, Kind.TIME, Kind.ORDINAL, Kind.AGE, Kind.MAGNITUDE, Kind.MULTIPLE):
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
    quantity, hedge = _hedged(found, amount, quantity, lexicon)
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


_SIGNED = frozenset({Kind.PERCENT, Kind.TEMPERATURE, Kind.MONEY})


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


def _hedged(found: list[Token], amount: Amount, quantity: Quantity, lexicon: Lexicon) -> tuple[Quantity, Span | None]:
    """The quantity with the hedge in front of it or behind it."""
    if quantity.kind in (Kind.ORDINAL,) or (quantity.kind is Kind.DATE):
        return quantity, None
    first, end = amount.first, amount.end
    if first and (exactness := lexicon.hedge_signs.get(found[first - 1].text)) is not None:
        return _softened(quantity, exactness), _span(found, first - 1, first)
    words = [token.lower for token in found[max(0, first - 5) : first]]
    for phrase, exactness in lexicon.hedges_before:
        start = first - len(phrase)
        if tuple(words[-len(phrase) :]) == phrase and not _spans_time(found, start, quantity, lexicon):
            return _softened(quantity, exactness), _span(found, start, first)
    end += end + 1 < len(found) and found[end].text == "-" and found[end + 1].lower == "plus"
    behind = [token.lower for token in found[end : end + 4]]
    for phrase, exactness in lexicon.hedges_after:
        if tuple(behind[: len(phrase)]) == phrase:
            return _softened(quantity, exactness), _span(found, end, end + len(phrase))
    return quantity, None


def _span(found: list[Token], first: int, end: int) -> Span:
    return Span(found[first].start, found[end - 1].end)


def _spans_time(found: list[Token], start: int, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Whether "over" in front of a duration means "during": "spread over five years", not "for over five years"."""
    if quantity.kind is not Kind.DURATION or found[start].lower not in _HEDGED_DURATION or not start:
        return False
    return found[start - 1].lower not in lexicon.grammar["lasting"]


def _softened(quantity: Quantity, exactness: Exactness) -> Quantity:
    if quantity.is_vague or exactness is Exactness.EXACT:
        return quantity
    return replace(quantity, exactness=exactness)
