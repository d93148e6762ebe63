"""Puts questions to the outlets, and to the parties spoken of, about what is in doubt: what each says, what others say,
which term of it is in doubt, and where it is from; never who is at fault."""

import re
from collections.abc import Iterable, Iterator, Sequence

from desktop.core import wording
from desktop.core.agreement import Pair, Status, what_is_said
from desktop.core.analysis import Analysis
from desktop.core.checks import Check, Rule
from desktop.core.claims import Claim
from desktop.core.language import say, say_count
from desktop.core.quantities import Kind
from desktop.core.readings import Evidence, Ground
from desktop.core.report import asks
from desktop.core.report.calling import Calling
from desktop.core.report.citing import cited, cited_in_full
from desktop.core.report.entries import Entries, Entry
from desktop.core.report.reviewing import Reviewed
from desktop.core.report.values import Asked, Question
from desktop.core.rulings import Decision, anchors_of
from desktop.core.standpoints import main_claims

MOST_CITED = 4
"""How many different things others say are cited in one question."""
MOST_OWN = 2
"""How many different things that an article says itself are cited in one question."""
_OF_PARTIES = frozenset({Kind.MONEY, Kind.PERCENT, Kind.COUNT})
"""What a company or an authority is asked about itself."""


def asked(entries: Entries, analysis: Analysis, calling: Calling, reviewed: Reviewed) -> tuple[Asked, ...]:
    """What to ask, by whom it is put to: the outlets in the order of the articles, then the parties spoken of.

    What editors settled raises no question; what they called unsourced, or decided differently, does.
    """
    outlets: dict[str, list[Question]] = {article.id: [] for article in analysis.articles}
    parties: dict[tuple[str, ...], list[Question]] = {}
    for entry in sorted(entries, key=lambda entry: entry.number):
        doubtful = _Doubtful(entry, analysis, calling, reviewed)
        for article, words in doubtful.to_outlets():
            outlets[article].append(Question(words, entry.number))
        for names, words in doubtful.to_parties():
            parties.setdefault(names, []).append(Question(words, entry.number))
    for one in entries.checks:
        if one.status is Status.CONFLICT:
            outlets[one.check.article].append(Question(_of_sum(one.check), one.number))
    groups = [(calling.names[article], found) for article, found in outlets.items()]
    groups += [(wording.listed(names), found) for names, found in parties.items()]
    return tuple(Asked(to, _each_once(found)) for to, found in groups if found)


class _Doubtful:
    """What is in doubt of one topic, or of one article's account of it."""

    def __init__(self, entry: Entry, analysis: Analysis, calling: Calling, reviewed: Reviewed) -> None:
        self._entry, self._analysis, self._calling = entry, analysis, calling
        self._topic = wording.capital(wording.topic(entry.comparison.topic))
        self._pairs: list[Pair] = []
        self._asked: dict[str, list[Pair]] = {}
        self._unsourced: set[str] = set()
        self._places = {article.id: place for place, article in enumerate(analysis.articles)}
        self._weigh(reviewed)

    def _weigh(self, reviewed: Reviewed) -> None:
        """Finds which pairs are in doubt, those of main claims first, and who is to be asked about each."""
        comparison = self._entry.comparison
        disputed = [pair for pair in self._entry.pairs if pair.status is Status.CONFLICT]
        if disputed and not self._entry.article:
            mains = {what_is_said(claim) for claim in main_claims(comparison).values()}
            disputed.sort(key=lambda pair: -sum(what_is_said(claim) in mains for claim in (pair.a, pair.b)))
        for pair in disputed:
            told = reviewed.standing_on(pair)
            decision, right = told if told is not None else (None, None)
            if decision in (Decision.BOTH_RIGHT, Decision.NOT_THE_SAME):
                continue
            places = dict(zip((pair.a.article, pair.b.article), anchors_of(pair), strict=True))
            self._pairs.append(pair)
            for article, place in places.items():
                if right is None or right != place or pair.is_internal:
                    self._asked.setdefault(article, []).append(pair)
                    if decision is Decision.NEEDS_SOURCE:
                        self._unsourced.add(article)

    def to_outlets(self) -> Iterator[tuple[str, str]]:
        """A question for each article (id) that has something to answer."""
        for article in sorted(self._asked, key=self._place):
            pairs = self._asked[article]
            yield article, (self._of_itself(pairs) if self._entry.article else self._of_others(article, pairs))

    def to_parties(self) -> Iterator[tuple[tuple[str, ...], str]]:
        """A question for the parties that the topic names."""
        names = _parties(self._entry, self._calling)
        if not names or not self._pairs or self._entry.article:
            return
        told = self._told_by_others(claim for pair in self._pairs for claim in (pair.a, pair.b))
        words = say(
            "{topic}: {told}. {asks}",
            topic=self._topic,
            told=told,
            asks=" ".join((*asks.terms(self._pairs), say("Which document says so, and where can it be read?"))),
        )
        yield names, words

    def _of_others(self, article: str, pairs: Sequence[Pair]) -> str:
        own = [claim for pair in pairs for claim in (pair.a, pair.b) if claim.article == article]
        others = [claim for pair in pairs for claim in (pair.a, pair.b) if claim.article != article]
        said = _first_of_each(own)[:MOST_OWN]
        return say(
            "{topic}: your article says {own}; {others}. {asks}",
            topic=self._topic,
            own=wording.listed(self._cited(said, pairs)),
            others=self._told_by_others(others),
            asks=self._asks(article, pairs, said),
        )

    def _of_itself(self, pairs: Sequence[Pair]) -> str:
        said = _first_of_each(claim for pair in pairs for claim in (pair.a, pair.b))
        said = said[: MOST_OWN + 1]
        first, *rest = self._cited(said, pairs)
        return say(
            "{topic}: your article once says {one}, elsewhere {others}. Which of them is meant to stand, or how do they"
            " go together? {asks}",
            topic=self._topic,
            one=first,
            others=wording.listed(rest or [first]),
            asks=self._asks(self._entry.article, pairs, said),
        )

    def _cited(self, claims: Iterable[Claim], pairs: Iterable[Pair]) -> list[str]:
        """What the article that is asked says; with what stands around it, where it is in doubt who pays."""
        is_of_parties = asks.asks_who_pays(pairs)
        return [cited_in_full(claim, self._calling, is_told_by_itself=not is_of_parties) for claim in claims]

    def _asks(self, article: str, pairs: Sequence[Pair], said: Sequence[Claim]) -> str:
        told = [*asks.terms(pairs, said[0]), *self._fitting(article, pairs, said)]
        if article in self._unsourced:
            told.append(say("Which document bears it out, on which page, and where can it be read?"))
        else:
            told.append(say("What is your source?"))
        return " ".join(told)

    def _fitting(self, article: str, pairs: Sequence[Pair], said: Sequence[Claim]) -> Iterator[str]:
        """What else the figures of the article should be seen beside, where something speaks for another reading."""
        cited_already = {claim.figure.quote for claim in said}
        for pair in pairs:
            for reading in self._analysis.readings_of(pair):
                if reading.article != article or reading.quantity is None:
                    continue
                evidence = (found for found in reading.evidence if found.quote not in cited_already)
                beside = [_beside(found, article, self._calling) for found in evidence]
                if any(beside):
                    told = dict.fromkeys(words for words in beside if words)
                    yield say(
                        "How does {quote} go together with {beside}?",
                        quote=cited(reading.claim.figure),
                        beside=wording.listed([*told]),
                    )
                    return

    def _told_by_others(self, claims: Iterable[Claim]) -> str:
        """What others say in the main, those together that say the same: "A and B say “37”; C says “39”"."""
        mains: dict[str, Claim] = {}
        for claim in claims:
            mains.setdefault(claim.article, claim)
        found: dict[str, tuple[str, list[str]]] = {}
        for article in sorted(mains, key=self._place):
            words = cited(mains[article].figure)
            found.setdefault(words.casefold(), (words, []))[1].append(self._calling.names[article])
        told = [
            say_count("{names} says {said}", "{names} say {said}", len(names), names=wording.listed(names), said=said)
            for said, names in found.values()
        ]
        more = len(told) - MOST_CITED
        if more > 1:
            told[MOST_CITED:] = [
                say_count("others give {count} other figure", "others give {count} other figures", more)
            ]
        return wording.clauses(told)

    def _place(self, article: str) -> int:
        return self._places[article]


def _of_sum(check: Check) -> str:
    """What to ask about arithmetic that an article's own figures do not bear out."""
    claimed = say("“{quote}”", quote=check.said) if check.said else cited(check.claimed)
    beside = [cited(figure) for figure in dict.fromkeys(check.terms) if figure != check.claimed]
    told = [
        say("Your article says {claimed} beside {terms}.", claimed=claimed, terms=wording.listed(beside))
        if beside
        else say("Your article says {claimed}.", claimed=claimed),
        say(
            "Our own arithmetic is {arithmetic}; how did you work it out, and from which figures?",
            arithmetic=wording.arithmetic(check),
        ),
    ]
    if check.rule is Rule.EXCESS and check.share is not None:
        told.append(say("Is the percentage one of the other amount, or what is on top of it?"))
    return " ".join(told)


def _beside(found: Evidence, article: str, calling: Calling) -> str:
    """What speaks for another reading, as something to be explained."""
    quote = say("“{quote}”", quote=" ".join(found.quote.split()))
    match found.ground:
        case Ground.ARITHMETIC:
            return say("the article’s own sum ({computation})", computation=wording.computation(found.quote))
        case Ground.OWN | Ground.SPOKEN | Ground.SHARE | Ground.TOTAL if found.article == article:
            return say("{quote} in the same article", quote=quote)
        case Ground.SHARE | Ground.TOTAL:
            return say("{quote} in {name}", quote=quote, name=calling.names.get(found.article, found.article))
    return ""


def _parties(entry: Entry, calling: Calling) -> tuple[str, ...]:
    """Those whom a topic names: payer and payee, or the company or authority that it is about."""
    topic = entry.comparison.topic
    paying = [name for name in (topic.payer, topic.payee) if name]
    if paying:
        return tuple(dict.fromkeys(paying))
    subject = topic.subject
    if not subject or topic.kind not in _OF_PARTIES or topic.attribute is None:
        return ()
    # a word that is written large only where a sentence begins is nobody's name
    is_name = re.compile(rf"(?<=[\w,;] ){re.escape(subject)}\b")
    articles = dict.fromkeys(claim.article for claim in entry.claims)
    return (subject,) if any(is_name.search(calling.article(article).text) for article in articles) else ()


def _first_of_each(claims: Iterable[Claim]) -> list[Claim]:
    """The claims without those that say, or are printed as, what an earlier one does."""
    found: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        found.setdefault((claim.article, claim.payer, claim.payee, wording.printed(claim.figure).casefold()), claim)
    return list(found.values())


def _each_once(questions: Iterable[Question]) -> tuple[Question, ...]:
    found: dict[str, Question] = {}
    for question in questions:
        found.setdefault(question.text, question)
    return tuple(found.values())
