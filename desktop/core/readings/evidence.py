"""Finds what in the articles speaks for reading a claim otherwise than it stands.

A figure that an editor reads otherwise than it is printed speaks for nothing: the articles do not say that.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import NamedTuple

from desktop.core.agreement import Diagnosis
from desktop.core.agreement.compare import fit
from desktop.core.agreement.rates import Rates
from desktop.core.checks import Check, CheckVerdict, Rule, check_article
from desktop.core.claims import Claim, Mark, same_name
from desktop.core.figures import Figure
from desktop.core.lexicon import Lexicon
from desktop.core.quantities import ONE_SIDED, Kind, Quantity
from desktop.core.readings.reading import Evidence, Ground
from desktop.core.readings.repairs import Repair
from desktop.core.stems import stem
from desktop.core.text import Article, Span

_SHARE_FITS = Fraction(2, 100)
_TOTAL_FITS = Fraction(6, 100)
_WORDS = re.compile(r"[^\W\d_]+")


class _Spoken(NamedTuple):
    """A period and what is paid in it, "monthly payments": the period, the stem of the noun, and where they stand."""

    per: str
    noun: str
    span: Span


@dataclass(frozen=True)
class Sources:
    """All that evidence is looked for in: the articles, their claims and checks, by article id."""

    articles: Mapping[str, Article]
    claims: Mapping[str, Sequence[Claim]]
    checks: Mapping[str, Sequence[Check]]
    lexicon: Lexicon
    rates: Rates
    tried: dict[tuple[Quantity, int | None, Quantity, int | None], bool] = field(default_factory=dict)
    heard: dict[str, tuple[_Spoken, ...]] = field(default_factory=dict)

    def fit(self, one: Claim, other: Claim) -> bool:
        """Whether the amounts of two claims can both be true; each two amounts are tried once."""
        key = one.figure.quantity, one.zone, other.figure.quantity, other.zone
        if key not in self.tried:
            self.tried[key] = fit(one, other, self.lexicon, self.rates)
        return self.tried[key]

    def spoken(self, article: str) -> tuple[_Spoken, ...]:
        """Where an article (id) speaks of what is paid in a period without an amount; its text is read once."""
        if article not in self.heard:
            taken = [span for known in self.claims[article] for span in _spans(known.figure)]
            found = _periods_in(self.articles[article].text, self.lexicon)
            self.heard[article] = tuple(row for row in found if not any(row.span.overlaps(known) for known in taken))
        return self.heard[article]


def fits(one: Claim, other: Claim, sources: Sources) -> bool:
    """Whether two claims can both be true: in the same terms, and the same way round."""
    if one.negated != other.negated or (Mark.TOTAL in one.marks) != (Mark.TOTAL in other.marks):
        return False
    if one.figure.quantity.per and not other.figure.quantity.per:
        return False  # an amount without a period says nothing of a rate
    if same_name(one.payer, other.payee) and same_name(one.payee, other.payer):
        return False  # whoever is the payer, stated there or known from the rest of the article
    if one.figure.quantity.is_vague or other.figure.quantity.is_vague:
        return False
    if {one.figure.quantity.exactness, other.figure.quantity.exactness} & ONE_SIDED:
        return one.figure.quantity.value == other.figure.quantity.value  # "no more than 320" bears out no 231
    return sources.fit(one, other)


def spoken(claim: Claim, repair: Repair, sources: Sources) -> Iterator[Evidence]:
    """The article speaks of "the monthly payments", without an amount, where a month is the period to be read."""
    per = repair.claim.figure.quantity.per
    if Diagnosis.PERIOD not in repair.slips or per is None or claim.attribute is None:
        return
    nouns = frozenset(sources.lexicon.attributes[claim.attribute].cues) | sources.lexicon.grammar["sums"]
    for row in sources.spoken(claim.article):
        if row.per == per and row.noun in nouns:
            quote = row.span.of(sources.articles[claim.article].text)
            yield Evidence(Ground.SPOKEN, claim.article, row.span, quote, (), (claim.article,))
            return


def _periods_in(text: str, lexicon: Lexicon) -> Iterator[_Spoken]:
    """Each period with the noun behind it; "the monthly fees of people who live far away" are others."""
    for one, other, behind in _threes(text):
        per = lexicon.period_adjectives.get(one.group().lower())
        if per is None or text[one.end() : other.start()].strip(" -") or (behind and behind.group() == "of"):
            continue
        yield _Spoken(per, stem(other.group().lower()), Span(one.start(), other.end()))


def _threes(text: str) -> Iterator[tuple[re.Match[str], re.Match[str], re.Match[str] | None]]:
    """Each two neighbouring words of a text with the one behind them, None behind the last two."""
    one = other = None
    for behind in _WORDS.finditer(text):
        if one is not None and other is not None:
            yield one, other, behind
        one, other = other, behind
    if one is not None and other is not None:
        yield one, other, None


def _spans(figure: Figure) -> Iterator[Span]:
    yield figure.span
    if figure.period is not None:
        yield figure.period


def own(claim: Claim, repair: Repair, group: Sequence[Claim], sources: Sources) -> Iterator[Evidence]:
    """The article itself says elsewhere what is to be read."""
    for other in group:
        if other.article != claim.article or other.figure.is_reread or fits(claim, other, sources):
            continue
        if (repair.claim.figure.quantity.per is None) != (other.figure.quantity.per is None):
            continue
        if fits(repair.claim, other, sources):
            yield Evidence(
                Ground.OWN,
                claim.article,
                other.figure.span,
                _printed(other.figure),
                (other.figure,),
                (claim.article,),
            )
            return


def _printed(figure: Figure) -> str:
    return " ".join(figure.quote.split())


def arithmetic(claim: Claim, mentions: Sequence[Figure], repair: Repair, sources: Sources) -> Iterator[Evidence]:
    """A calculation of the article that does not hold as it stands, and would hold."""
    found = sources.checks[claim.article]
    wrong = [check for check in found if check.verdict is CheckVerdict.WRONG and _rests_on(check, mentions)]
    if not wrong:
        return
    told = frozenset(mentions)
    changed = [
        replace(known, figure=replace(known.figure, quantity=repair.claim.figure.quantity))
        if known.figure in told
        else known
        for known in sources.claims[claim.article]
    ]
    article = sources.articles[claim.article]
    again = check_article(article, changed, sources.lexicon)
    for check in wrong:
        mended = next((new for new in again if new.rule is check.rule and new.span == check.span), None)
        if mended is not None and mended.verdict is CheckVerdict.OK:
            figures = tuple(figure for figure in (check.claimed, *check.terms) if figure not in told)
            if any(figure.is_reread for figure in figures):
                continue
            yield Evidence(Ground.ARITHMETIC, claim.article, check.span, mended.computation, figures, (claim.article,))
            return


def _rests_on(check: Check, mentions: Sequence[Figure]) -> bool:
    return any(figure in mentions for figure in (check.claimed, *check.terms))


def share(claim: Claim, repair: Repair, sources: Sources) -> Iterator[Evidence]:
    """A percentage that is far off as an excess over an amount is what the suggested amount is of it."""
    wanted = _yearly(repair.claim.figure.quantity, sources.lexicon)
    if wanted is None:
        return
    for check in sources.checks[claim.article]:
        if check.rule is not Rule.EXCESS or check.verdict is not CheckVerdict.WRONG or not check.share:
            continue
        base = check.terms[-1].quantity
        if base.unit != repair.claim.figure.quantity.unit:
            continue
        if abs(Fraction(check.share) - wanted) <= _SHARE_FITS * wanted:
            figures = (check.claimed, check.terms[-1])
            if any(figure.is_reread for figure in figures):
                continue
            yield Evidence(
                Ground.SHARE,
                claim.article,
                figures[0].span.joined(figures[1].span),
                _printed(check.claimed),
                figures,
                (claim.article,),
            )
            return


def _yearly(quantity: Quantity, lexicon: Lexicon) -> Fraction | None:
    """An amount of money a year, or without a period; None for anything else."""
    if quantity.kind is not Kind.MONEY or quantity.value is None:
        return None
    if quantity.per is None:
        return Fraction(quantity.value)
    months = lexicon.period_months.get(quantity.per)
    return None if months is None else Fraction(quantity.value) * 12 / months


def total(claim: Claim, repair: Repair, group: Sequence[Claim], sources: Sources) -> Iterator[Evidence]:
    """A total over a stated term, in any of the articles, is what the suggested rate comes to."""
    quantity, stated = repair.claim.figure.quantity, claim.figure.quantity
    lexicon = sources.lexicon
    months = lexicon.period_months.get(quantity.per or "")
    if months is None or quantity.value is None:
        return
    for other in group:
        whole = other.figure.quantity
        if Mark.TOTAL not in other.marks or whole.value is None or whole.unit != quantity.unit or not whole.value:
            continue
        if other.figure.is_reread:
            continue
        for term in sources.claims[other.article]:
            length = term.figure.quantity
            if term.figure.is_reread:
                continue
            lasting = lexicon.period_months.get(length.unit or "")
            if term.sentence != other.sentence or length.kind is not Kind.DURATION or not length.value or not lasting:
                continue
            periods = Fraction(length.value) * lasting
            comes_to = Fraction(quantity.value) / months * periods
            stands = Fraction(stated.value or 0) / lexicon.period_months.get(stated.per or "", months) * periods
            target = Fraction(whole.value)
            if abs(comes_to - target) <= _TOTAL_FITS * target < abs(stands - target):
                span = other.figure.span.joined(term.figure.span)
                text = sources.articles[other.article].text
                yield Evidence(
                    Ground.TOTAL,
                    other.article,
                    span,
                    " ".join(span.of(text).split()),
                    (other.figure, term.figure),
                    (other.article,),
                )
                return


def majority(
    claim: Claim, repair: Repair, group: Sequence[Claim], sources: Sources
) -> tuple[Evidence | None, int, int]:
    """Which other articles say what is to be read, and how many bear it and how many bear the claim as it stands.

    Articles with the same text are one source. One that says both bears neither. The evidence is None where fewer than
    two bear the reading, or no more than bear the claim, its own article among them.
    """
    bearing: dict[str, Claim] = {}
    standing: set[str] = set()
    for other in group:
        if other.article == claim.article:
            continue
        as_it_stands = fits(claim, other, sources) or _says_so(claim, other)
        if as_it_stands:
            standing.add(other.article)
        elif not other.figure.is_reread and fits(repair.claim, other, sources):
            bearing.setdefault(other.article, other)
    both = standing & bearing.keys()
    texts: dict[str, str] = {}
    for name in bearing:
        if name not in both:
            texts.setdefault(sources.articles[name].sha256 or name, name)
    against = {sources.articles[name].sha256 or name for name in standing - both}
    names = tuple(texts.values())
    if len(names) < 2 or len(names) <= len(against) + 1:  # the claim has its own article for it
        return None, len(names), len(against)
    figures = tuple(bearing[name].figure for name in names)
    found = Evidence(Ground.MAJORITY, names[0], figures[0].span, _printed(figures[0]), figures, names)
    return found, len(names), len(against)


def _says_so(claim: Claim, other: Claim) -> bool:
    """Whether another article has the very same figure in the very same terms: then it is no slip of one article."""
    one, two = claim.figure.quantity, other.figure.quantity
    same = (one.low, one.high, one.unit, one.per) == (two.low, two.high, two.unit, two.per)
    return same and (claim.payer, claim.payee) == (other.payer, other.payee) and claim.marks == other.marks
