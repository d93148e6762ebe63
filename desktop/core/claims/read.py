"""Reads every claim of an article: what each of its figures is about."""

from collections.abc import Sequence

from desktop.core.claims.attributes import Cue, attributes_of
from desktop.core.claims.changes import change_of
from desktop.core.claims.claim import PAYMENT, Claim, Mark
from desktop.core.claims.clauses import Clauses
from desktop.core.claims.context import Draft, with_context
from desktop.core.claims.corrected import with_given
from desktop.core.claims.dating import is_open, time_of, zone_of
from desktop.core.claims.localities import localities_of
from desktop.core.claims.parties import Parties, parties_of
from desktop.core.claims.revisions import with_revisions
from desktop.core.claims.stance import attribution_of, instance_of, is_negated, is_of_which, marks_of, modality_of
from desktop.core.claims.subjects import person_aged, subject_of
from desktop.core.corrections import Correction
from desktop.core.figures import Figure, find_sentences, known_names
from desktop.core.lexicon import Lexicon
from desktop.core.progress import part, reached
from desktop.core.quantities import Kind
from desktop.core.text import Article

_WORDS_REACH = 12
_CLAUSE_BEFORE, _CLAUSE_BEHIND = 9, 7
_FIRM = 0.5
_FINDING = 0.3
"""How much of the reading is done when the figures are found."""


def read_claims(article: Article, lexicon: Lexicon, corrections: Sequence[Correction] = ()) -> tuple[Claim, ...]:
    """Every figure of an article with what it is about, in the order of its text.

    corrections: an editor's, of this article.
    """
    names = known_names(article.text)
    given = {one.span: one for one in corrections if one.payer or one.payee}
    drafts: list[Draft] = []
    headline_end, lead_end = _lead(article.text)
    with part(0, _FINDING):
        sentences = find_sentences(article, lexicon, corrections=corrections)
    for number, sentence in enumerate(sentences):
        reached(_FINDING + (1 - _FINDING) * number / len(sentences))
        clauses = Clauses(sentence, lexicon, names)
        attribution = attribution_of(clauses)
        cues = attributes_of(clauses) if sentence.figures else ()
        made = [_draft(clauses, place, cue, attribution, headline_end, lead_end) for place, cue in enumerate(cues)]
        drafts.extend(with_revisions(made if not given else [with_given(draft, given) for draft in made], clauses))
    return with_context(drafts, article.published)


def _lead(text: str) -> tuple[int, int]:
    """Where the headline ends, and where the first paragraph behind it does (the same for a text of one line)."""
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    if end < 0:
        return len(text), len(text)
    body = end + len(text[end:]) - len(text[end:].lstrip())
    lead = text.find("\n", body)
    return end, lead if lead >= 0 else len(text)


def _draft(
    clauses: Clauses, place: int, cue: Cue | None, attribution: str | None, headline_end: int, lead_end: int
) -> Draft:
    figure, first, end = clauses.sentence.figures[place]
    slug = cue.attribute.slug if cue else None
    parties = Parties()
    if slug == PAYMENT or (figure.quantity.kind is Kind.MONEY and _may_be_payment(clauses, cue)):
        parties = parties_of(clauses, first, end)
    if parties.payer and parties.payee:
        slug = PAYMENT  # "Globex receives $5 million from Acme": who pays whom makes it a payment
    places = localities_of(clauses, figure, first, end)
    marks = _marks(clauses, place, cue, places, is_paid=slug == PAYMENT)
    slug, of = change_of(clauses, cue, slug, first, end)
    if figure.quantity.kind is Kind.MAGNITUDE:
        of = instance_of(clauses, first)
    followed = _follows(clauses, place)
    low, high = _own_clause(clauses, figure, first, end)
    claim = Claim(
        figure=figure,
        sentence=clauses.sentence.span,
        attribute=slug,
        subject=person_aged(clauses, first, end)
        if figure.quantity.kind is Kind.AGE
        else subject_of(clauses, cue, first)
        if cue
        else None,
        payer=parties.payer,
        payee=parties.payee,
        parties_stated=bool(parties.payer or parties.payee),
        as_of=time_of(clauses, place, cue),
        attribution=attribution,
        modality=modality_of(clauses, first),
        negated=is_negated(clauses, first),
        revision=cue is not None
        and cue.attribute.revised
        and any(token.lower in clauses.lexicon.stance["revised"] for token in clauses.tokens),
        headline=clauses.sentence.span.start < headline_end,
        leads=clauses.sentence.span.start < lead_end,
        places=places,
        marks=marks,
        of=of,
        noun=_noun(clauses, figure, first, end),
        zone=zone_of(clauses, figure, end),
        firm=cue is not None and cue.strength >= _FIRM,
        words=clauses.notions_among(max(0, first - _WORDS_REACH), end + _WORDS_REACH),
        near=clauses.notions_among(low, high) | clauses.each_among(low, high),
        names=frozenset(name.text for name in clauses.names_near(first)),
        near_names=frozenset(
            name.text.lower().split()[-1] for name in clauses.names_near(first) if low <= name.first < high
        ),
    )
    return Draft(
        claim,
        cue,
        parties,
        _opens_with_anaphor(clauses, first),
        _behind_anaphor(clauses, end),
        _is_generic(clauses, cue),
        followed,
        clauses.tokens[0].lower in clauses.lexicon.grammar["pointing"],
    )


# --------------------------------------------------------------------------------------------------------- one sentence


def _marks(clauses: Clauses, place: int, cue: Cue | None, places: tuple[str, ...], *, is_paid: bool) -> frozenset[Mark]:
    """What sets a figure apart. places: what narrows it. is_paid: whether it is known to be a payment."""
    figure, first, end = clauses.sentence.figures[place]
    marks = marks_of(clauses, figure, first, end, places)
    if cue is not None:
        narrowed = places or is_of_which(clauses, first) or _is_part_of_its_kind(clauses, cue, place)
        if not narrowed:
            marks -= {Mark.PART}
        if cue.attribute.owned:
            marks -= {Mark.DEMANDED}  # analysts "wanted" revenue of so much: nobody asked for it
    in_all = _spans_years(clauses, place) or (is_paid and _is_total(clauses, first, end))
    if figure.quantity.kind is Kind.MONEY and figure.quantity.per is None and in_all:
        marks |= {Mark.TOTAL}
    if figure.quantity.kind is Kind.DATE and first and is_open(clauses, first):
        marks |= {Mark.OPEN}
    return marks


def _follows(clauses: Clauses, place: int) -> str:
    """How a figure hangs on the one before it: "bracket" ("€85m ($108m)"), "compared" (", from 40 million"), or ""."""
    if not place:
        return ""
    figure, first, _ = clauses.sentence.figures[place]
    before, before_first, before_end = clauses.sentence.figures[place - 1]
    if place > 1 and clauses.tokens[before_first - 1].text == "(":
        # "43 million euros ($50 million), from 40 million euros": the comparison is with the amount before the bracket
        before = clauses.sentence.figures[place - 2][0]
    if figure.quantity.kind is not before.quantity.kind or figure.quantity.kind not in (
        Kind.MONEY,
        Kind.COUNT,
        Kind.PERCENT,
        Kind.TIME,
    ):
        return ""
    between = [token.lower for token in clauses.tokens[before_end:first]]
    if between[-1:] == ["("] and len(between) <= 3 and figure.quantity.kind in (Kind.MONEY, Kind.TIME):
        return "bracket"
    compared = clauses.lexicon.stance["compared"]
    last = [word for word in between[-3:] if word in compared]
    if last and len(between) <= 6 and (figure.quantity.unit == before.quantity.unit or not figure.quantity.unit):
        return "compared"
    return ""


def _may_be_payment(clauses: Clauses, cue: Cue | None) -> bool:
    """Whether nothing but a verb that hands money over tells what the amount is."""
    return cue is None or clauses.stems[cue.place] in clauses.lexicon.transfers


def _is_total(clauses: Clauses, first: int, end: int) -> bool:
    """Whether the amount is said to be a total: "a total of $50 million", "$50 million in all"."""
    before = [token.lower for token in clauses.tokens[max(0, first - 2) : first]]
    return before == ["total", "of"] or end in clauses.phrase_places("totals")


def _spans_years(clauses: Clauses, place: int) -> bool:
    """Whether the amount is for a stated stretch of time ("$15 billion over several years")."""
    _, _, end = clauses.sentence.figures[place]
    for other, first, _ in clauses.sentence.figures[place + 1 : place + 3]:
        if other.quantity.kind is Kind.DURATION and other.quantity.unit in ("year", "month", "decade"):
            before = {clauses.tokens[at].lower for at in range(max(end, first - 3), first)}
            return bool(before & clauses.lexicon.grammar["spans"]) and first - end <= 10
    return False


def _is_part_of_its_kind(clauses: Clauses, cue: Cue, place: int) -> bool:
    """Whether a count told as a part is one of a whole of its own attribute: "74 of the deaths", "168 were killed, 105
    of them in Arlen".

    "Five of the injured are in critical condition" and "carried 52 people, killing 41 of them" are of another whole.
    """
    if not cue.attribute.person:
        return False
    _, first, end = clauses.sentence.figures[place]
    tokens = clauses.tokens
    at = end if end < len(tokens) and tokens[end].lower == "of" else 0 if tokens[0].lower == "of" else None
    if at is None:
        return True
    noun = at + 2 if at + 2 < len(tokens) and tokens[at + 1].lower in clauses.lexicon.grammar["determiners"] else None
    named = [attribute for attribute, _ in clauses.lexicon.cues.get(clauses.stems[noun], ())] if noun else []
    if named:
        return cue.attribute in named
    counted = [stop for other, _, stop in clauses.sentence.figures[:place] if other.quantity.kind is Kind.COUNT]
    return cue.place < max(counted, default=0) or clauses.barriers(cue.place, first) > 0


def _noun(clauses: Clauses, figure: Figure, first: int, end: int) -> str | None:
    """What a count counts: its noun, else the body of people it is the size of, else the noun behind "of the"."""
    if figure.quantity.kind is not Kind.COUNT or figure.quantity.unit:
        return figure.quantity.unit
    lexicon, tokens = clauses.lexicon, clauses.tokens
    if first > 1 and tokens[first - 1].lower == "of":
        body = lexicon.singular(tokens[first - 2].lower)
        if body in lexicon.grammar["bodies"]:
            return body
    if end + 2 < len(tokens) and tokens[end].lower == "of" and tokens[end + 1].lower in lexicon.grammar["determiners"]:
        noun = tokens[end + 2]
        if noun.is_word and not noun.is_capital and noun.lower not in lexicon.names["plain"]:
            return lexicon.singular(noun.lower)
    return None


def _own_clause(clauses: Clauses, figure: Figure, first: int, end: int) -> tuple[int, int]:
    """The tokens (end exclusive) that stand with a figure in its own clause: up to another figure of its kind, a hard
    break, or the second comma or joining word."""
    grammar = clauses.lexicon.grammar
    alike = {
        at
        for other, start, stop in clauses.sentence.figures
        if other.quantity.kind is figure.quantity.kind and start != first
        for at in range(start, stop)
    }

    def reach(places: range, breaks: int) -> int:
        last = places.start - places.step
        for at in places:
            word = clauses.tokens[at].lower
            if at in alike or word in grammar["hard_breaks"]:
                break
            breaks -= word in grammar["soft_breaks"]
            if breaks < 0:
                break
            last = at
        return last

    low = reach(range(first - 1, max(-1, first - 1 - _CLAUSE_BEFORE), -1), 1)
    high = reach(range(end, min(len(clauses.tokens), end + _CLAUSE_BEHIND)), 0)
    return low, high + 1


def _opens_with_anaphor(clauses: Clauses, first: int) -> bool:
    """As in "The monthly figure …", "That sum …", "It amounts to …": the sentence goes on about an amount before it."""
    words = [token.lower for token in clauses.tokens[: min(first, 5)]]
    if not words or words[0] not in clauses.lexicon.grammar["pointing"]:
        return False
    return words[0] in ("it", "that") or any(word in clauses.lexicon.stance["anaphors"] for word in words[1:4])


def _behind_anaphor(clauses: Clauses, end: int) -> bool:
    """As in "The $15 billion figure"."""
    return end < len(clauses.tokens) and clauses.tokens[end].lower in clauses.lexicon.grammar["amount_nouns"]


def _is_generic(clauses: Clauses, cue: Cue | None) -> bool:
    """Whether the cue speaks of deals in general ("multi-million contracts", "a deal might be …")."""
    if cue is None:
        return False
    grammar, word = clauses.lexicon.grammar, clauses.tokens[cue.place].lower
    if word in grammar["generic_deals"]:
        return True
    low = max(0, cue.place - 4)
    article = any(token.lower in grammar["indefinites"] for token in clauses.tokens[low : cue.place])
    speculated = any(token.lower in grammar["speculating"] for token in clauses.tokens[cue.place : cue.place + 4])
    return article and speculated
