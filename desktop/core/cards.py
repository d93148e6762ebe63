"""Knows what there is to say of one figure in a few lines: the card that is shown where it is pointed at."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.core import by_editor, reasons, wording
from desktop.core.agreement import SEVERITY, Comparison, Pair, Status
from desktop.core.analysis import Analysis
from desktop.core.checks import Check, CheckVerdict
from desktop.core.claims import Claim, Modality
from desktop.core.figures import Figure
from desktop.core.language import phrase, say, say_count
from desktop.core.lens import WORDS, Lens, converted, over_term, term_words
from desktop.core.lexicon import Lexicon
from desktop.core.topics import Topic, own_topic
from desktop.core.wording import Names

MOST_VOICES = 4
"""How many others a card lets speak; of the rest it tells the number."""

_MODALITIES = {
    Modality.REPORTED: phrase("told from hearsay"),
    Modality.PROJECTED: phrase("planned or expected"),
    Modality.ESTIMATED: phrase("an estimate"),
    Modality.SPECULATED: phrase("only supposed"),
}
CHECK_STATUS = {CheckVerdict.WRONG: Status.CONFLICT, CheckVerdict.LOOSE: Status.APPROX, CheckVerdict.OK: Status.AGREE}
"""What a check comes to, among the statuses of figures."""


@dataclass(frozen=True, slots=True)
class Voice:
    """What somebody else says of the same topic.

    letter, name: of the article; the same article's own, where it contradicts itself. status: towards the figure.
    """

    letter: str
    name: str
    words: str
    status: Status


@dataclass(frozen=True, slots=True)
class Card:
    """What is said of a figure that is pointed at, in plain words and ready to be laid out.

    quote: as printed, in one line. status: against the other article in sight. quantity: what it was read as, with the
    sort of amount. conversions: what it is called, and the amount. topic: what it is about. circumstances: who pays
    whom, as of when, who says so, how firmly. voices: the others, worst first; more: how many are left out. why: one
    sentence or two. checks: arithmetic that rests on it. suggestion: the suggested reading, "" where there is none.
    by_editor: whether an editor reads it so. links: what an editor linked it with or parted it from.
    aside: who set the place aside, "" for nobody. notes: what editors noted there, with their names. A place that is
    no figure has but quote, aside and notes.
    """

    quote: str
    status: Status | None = None
    quantity: str = ""
    topic: str = ""
    conversions: tuple[tuple[str, str], ...] = ()
    circumstances: tuple[str, ...] = ()
    voices: tuple[Voice, ...] = ()
    more: int = 0
    why: str = ""
    checks: tuple[tuple[Status, str], ...] = ()
    suggestion: str = ""
    by_editor: bool = False
    links: tuple[str, ...] = ()
    aside: str = ""
    notes: tuple[str, ...] = ()

    @property
    def is_of_figure(self) -> bool:
        """Whether it is about a figure, and not about words that are noted on alone."""
        return bool(self.quantity)

    @property
    def text(self) -> str:
        """The whole card in lines, for those who hear it."""
        notes = [say("Note: {words}", words=words) for words in self.notes]
        if not self.is_of_figure:
            lines = [say("“{quote}”", quote=self.quote), self.aside, *notes]
            return "\n".join(line for line in lines if line)
        lines = [say("“{quote}”: {status}", quote=self.quote, status=wording.status(self.status)), self.quantity]
        if self.by_editor:
            lines.append(say("Read so by the editor"))
        lines += [f"{name}: {amount}" for name, amount in self.conversions]
        lines += [self.topic, *self.circumstances, *self.links]
        lines += [
            f"{voice.letter}, {voice.name}: {voice.words}; {wording.status(voice.status)}" for voice in self.voices
        ]
        if self.more:
            lines.append(and_more(self.more))
        lines += [self.why, *(words for _, words in self.checks), self.suggestion, *notes]
        return "\n".join(line for line in lines if line)


def and_more(count: int) -> str:
    """What stands for the voices that are left out."""
    return say_count("and {count} more in the review panel", "and {count} more in the review panel", count)


def card(
    analysis: Analysis,
    figure: Figure,
    facing: Sequence[str | None],
    letters: Mapping[str, str],
    names: Names,
    lexicon: Lexicon,
) -> Card | None:
    """What there is to say of a figure, None where the analysis does not know it.

    facing: the ids of the articles in sight, whose pairs give status and reason. letters, names: of articles, by id.
    """
    claim = next((known for known in analysis.claims if known.figure == figure), None)
    if claim is None:
        return None
    touching = tuple(_touching(analysis, claim))
    in_sight = [pair for _, pair, _ in touching if {pair.a.article, pair.b.article} <= set(facing)]
    status = max((pair.status for pair in in_sight), key=SEVERITY.__getitem__, default=None)
    voices, more = _voices(touching, letters, names)
    comparison = next((each for each in analysis.comparisons if _speaks_in(each, figure)), None)
    topic = comparison.topic if comparison is not None else own_topic(claim)
    return Card(
        quote=_line(figure.quote),
        status=status,
        quantity=say(
            "{kind}: {amount}",
            kind=wording.capital(say(wording.KINDS[figure.quantity.kind])),
            amount=wording.quantity(figure.quantity),
        ),
        topic=wording.capital(wording.topic(topic)),
        conversions=tuple(_conversions(analysis, figure, lexicon)),
        circumstances=tuple(circumstances(claim, topic, by_editor.parties(analysis, figure))),
        voices=voices,
        more=more,
        why=next((wording.why(pair, names) for pair in _telling(in_sight, figure) if pair.status is status), ""),
        checks=tuple(
            (CHECK_STATUS[check.verdict], wording.check(check)) for check in analysis.checks if _rests_on(check, figure)
        ),
        suggestion=next(
            (reasons.suggestion(reading, names) for reading in analysis.readings if figure in reading.mentions), ""
        ),
        by_editor=by_editor.is_read(analysis, figure.article, figure.span),
        links=by_editor.told(analysis, figure, names),
    )


def _speaks_in(comparison: Comparison, figure: Figure) -> bool:
    return any(claim.figure == figure for claim in comparison.claims)


def _touching(analysis: Analysis, claim: Claim) -> Iterator[tuple[Comparison, Pair, Claim]]:
    """The pairs that speak for a claim, those of its other mentions among them, each with the claim opposite."""
    for comparison in analysis.comparisons:
        if not _speaks_in(comparison, claim.figure):
            continue
        mine = {mention.figure for mention in comparison.mentions_of(claim)}
        for pair in (*comparison.pairs, *comparison.internal):
            if pair.a.figure in mine:
                yield comparison, pair, pair.b
            elif pair.b.figure in mine:
                yield comparison, pair, pair.a


def _telling(pairs: Sequence[Pair], figure: Figure) -> Sequence[Pair]:
    """The pairs, those of the figure itself before those of other mentions of the same."""
    return sorted(pairs, key=lambda pair: figure not in (pair.a.figure, pair.b.figure))


def _voices(
    touching: Sequence[tuple[Comparison, Pair, Claim]], letters: Mapping[str, str], names: Names
) -> tuple[tuple[Voice, ...], int]:
    """Who else speaks, worst first, and how many more do; every article has a word before one has a second."""
    ranked = sorted(touching, key=lambda entry: (-SEVERITY[entry[1].status], letters.get(entry[2].article, "")))
    found: dict[tuple[str, str], Voice] = {}
    for _, pair, other in ranked:
        words = wording.says(other)
        name = names.get(other.article, other.article)
        if pair.is_internal:
            name = say("{name}, elsewhere", name=name)
        found.setdefault((other.article, words), Voice(letters.get(other.article, ""), name, words, pair.status))
    heard: set[str] = set()
    first: list[Voice] = []
    later: list[Voice] = []
    for (article, _), voice in found.items():
        (later if article in heard else first).append(voice)
        heard.add(article)
    chosen = {id(voice) for voice in (first + later)[:MOST_VOICES]}
    return tuple(voice for voice in found.values() if id(voice) in chosen), len(found) - len(chosen)


def _conversions(analysis: Analysis, figure: Figure, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    for lens in (Lens.MONTH, Lens.YEAR):
        value = converted(figure.quantity, lens, lexicon)
        if value is not None:
            yield wording.capital(say(WORDS[lens])), wording.quantity(replace(value, per=None))
    payments = (payment for payment in analysis.payments if payment.article == figure.article)
    total = over_term(figure, payments)
    if total is not None:
        yield wording.capital(say(WORDS[Lens.TERM])), f"{wording.quantity(total[0])} ({term_words(total[1])})"


def circumstances(claim: Claim, topic: Topic, given: str) -> Iterator[str]:
    """How, when and by whom a claim of a topic is made, as far as that is worth a word.

    given: who pays whom, where an editor says so.
    """
    if given:
        yield given
    elif claim.payer and claim.payee:
        parties = f"{claim.payer} → {claim.payee}"
        if not claim.parties_stated:
            yield say("{parties}, as the rest of the article has it", parties=parties)
        elif (claim.payer, claim.payee) != (topic.payer, topic.payee):
            yield parties
    if claim.as_of:
        yield say("as of {date}", date=wording.date(claim.as_of))
    if claim.attribution:
        yield say("according to {source}", source=_line(claim.attribution))
    if claim.modality in _MODALITIES:
        yield say(_MODALITIES[claim.modality])
    if claim.negated:
        yield say("denied")


def _rests_on(check: Check, figure: Figure) -> bool:
    return figure == check.claimed or figure in check.terms


def _line(words: str) -> str:
    return " ".join(words.split())
