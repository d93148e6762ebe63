"""Drafts the correction of an article from what editors ruled: what it said, what is right and according to whom, with
blanks for what nobody has ruled; where rulings differ or no longer hold, it says so and drafts nothing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from desktop.core import wording
from desktop.core.agreement import Pair, Status, what_is_said
from desktop.core.analysis import Analysis
from desktop.core.anchors import Anchor
from desktop.core.claims import Claim
from desktop.core.language import phrase, say, say_count
from desktop.core.report.calling import Calling
from desktop.core.report.citing import cited, cited_in_full, read_as
from desktop.core.report.differing import differing, is_of_parties
from desktop.core.report.entries import Entries, Entry
from desktop.core.report.reviewing import Reviewed, time_in_words
from desktop.core.report.values import Draft
from desktop.core.rulings import Decision, Ruling, anchors_of
from desktop.core.text import Article


@dataclass(frozen=True, slots=True)
class _Word:
    """What one ruling says of one of two claims. at: its place among all rulings. is_right: None where that is left
    open; is_other_right: likewise of the other claim of the pair."""

    at: int
    ruling: Ruling
    entry: Entry
    pair: Pair
    own: Claim
    other: Claim
    is_right: bool | None
    is_other_right: bool | None


@dataclass(slots=True)
class _Told:
    """What is told of one article: corrections, why there are none, what they rest on, the lines they are about, and
    the numbers of the items."""

    notes: list[str] = field(default_factory=list)
    undecided: list[str] = field(default_factory=list)
    bases: list[str] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)
    numbers: set[int] = field(default_factory=set)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """All of it in its order, each thing once."""
        check = [_to_check(sorted(self.lines))] if self.lines else []
        return tuple(dict.fromkeys((*self.notes, *self.bases, *check, *self.undecided)))


def drafts(entries: Entries, analysis: Analysis, calling: Calling, reviewed: Reviewed) -> tuple[Draft, ...]:
    """A draft for each article, in their order, that rulings call wrong in something."""
    told: dict[str, _Told] = {article.id: _Told() for article in analysis.articles}
    every = _words(entries, reviewed)
    for words in every.values():
        wrong = _wrong(words)
        if not wrong:
            continue
        mine = told[wrong[0].own.article]
        mine.numbers.update(word.entry.number for word in wrong)
        undecided = (
            _differently(words, calling, reviewed) or _at_odds(wrong, calling) or _doubted(wrong, every, calling)
        )
        if undecided:
            mine.undecided.append(undecided)
            continue
        mine.notes.append(_correction(wrong, calling, is_first=not mine.notes))
        mine.bases += [_basis(ruling, number, calling) for number, ruling in _rulings(wrong)]
        mentions = wrong[0].entry.comparison.mentions_of(wrong[0].own)
        mine.lines.update(calling.line(one.article, one.figure.span.start) for one in mentions)
    numbers = {entry.number for entry in entries}
    for article, number, sentence in _not_held(calling, reviewed):
        if article in told:
            told[article].undecided.append(sentence)
            told[article].numbers.update({number} & numbers)
    return tuple(
        Draft(calling.letters[article], calling.names[article], mine.paragraphs, tuple(sorted(mine.numbers)))
        for article, mine in told.items()
        if mine.paragraphs
    )


def _words(entries: Entries, reviewed: Reviewed) -> dict[object, list[_Word]]:
    """What rulings that hold say of each statement of each topic, the earliest first."""
    found: dict[object, list[_Word]] = {}
    order = {id(ruling): at for at, ruling in enumerate(reviewed.given)}
    for entry in sorted(entries, key=lambda entry: entry.number) if order else ():
        for pair in entry.pairs:
            for ruling in reviewed.ruled.all_on(pair):
                if reviewed.then(ruling):
                    continue
                one, other = anchors_of(pair)
                decision, right = reviewed.ruled.as_on(ruling, one, other).between(one, other)
                first, second = _verdicts(decision, right == one)
                at = order[id(ruling)]
                for word in (
                    _Word(at, ruling, entry, pair, pair.a, pair.b, first, second),
                    _Word(at, ruling, entry, pair, pair.b, pair.a, second, first),
                ):
                    found.setdefault((id(entry.comparison), what_is_said(word.own)), []).append(word)
    for words in found.values():
        words.sort(key=lambda word: word.at)
    return found


def _verdicts(decision: Decision, is_first: bool) -> tuple[bool | None, bool | None]:
    """Which of two is right. is_first: whether it is the first, where it is one of them."""
    match decision:
        case Decision.SOME_RIGHT:
            return is_first, not is_first
        case Decision.BOTH_RIGHT:
            return True, True
        case Decision.BOTH_WRONG:
            return False, False
    return None, None


def _wrong(words: Sequence[_Word]) -> list[_Word]:
    """Of each editor whose last word is that a statement is wrong, that word, of every pair it is on."""
    last = {word.ruling.by: word for word in words if word.is_right is not None}
    return [
        word
        for word in words
        if word.is_right is False
        and last[word.ruling.by].is_right is False
        and not any(
            later.at > word.at and later.ruling.by == word.ruling.by and later.pair is word.pair for later in words
        )
    ]


def _differently(words: Sequence[_Word], calling: Calling, reviewed: Reviewed) -> str:
    """That editors ruled differently on a statement; "" where they did not."""
    last = {word.ruling.by: word for word in words if word.is_right is not None}
    pairs = {id(word.pair): word.pair for word in words}
    contested = any(reviewed.ruled.is_contested(pair) for pair in pairs.values())
    if len({word.is_right for word in last.values()}) < 2 and not contested:
        return ""
    at_odds = [word for word in words if reviewed.ruled.is_contested(word.pair)] or words
    each = {word.ruling.by: word for word in at_odds}
    told = [
        say(
            "{editor}, against {other}: {ruling}",
            editor=wording.editor(by),
            other=say("{quote} in {name}", quote=cited(word.other.figure), name=calling.names[word.other.article]),
            ruling=_between(word, calling, reviewed),
        )
        for by, word in each.items()
    ]
    return say(
        "No correction is drafted on {what}: editors ruled on it differently ({rulings}).",
        what=_what(words[0]),
        rulings=wording.clauses(told),
    )


def _between(word: _Word, calling: Calling, reviewed: Reviewed) -> str:
    """What a ruling, perhaps on more than these, says of the two claims of a pair."""
    one, other = anchors_of(word.pair)
    return wording.ruling_between(reviewed.ruled.as_on(word.ruling, one, other), one, other, calling.names)


def _at_odds(wrong: Sequence[_Word], calling: Calling) -> str:
    """That what rulings call right instead contradicts itself; "" where it does not."""
    right = {what_is_said(word.other): word.other for word in wrong if word.is_other_right}
    comparison = wrong[0].entry.comparison
    if len(right) < 2 or not any(
        pair.status is Status.CONFLICT and what_is_said(pair.a) in right and what_is_said(pair.b) in right
        for pair in (*comparison.pairs, *comparison.internal)
    ):
        return ""
    told = [
        say("{quote} in {name}", quote=cited(claim.figure), name=calling.names[claim.article])
        for claim in right.values()
    ]
    return say(
        "No correction is drafted on {what}: rulings call figures right that contradict each other ({figures}).",
        what=_what(wrong[0]),
        figures=wording.listed(told),
    )


def _doubted(wrong: Sequence[_Word], every: Mapping[object, Sequence[_Word]], calling: Calling) -> str:
    """That what one ruling calls right another calls wrong; "" where none does."""
    for word in wrong:
        key = id(word.entry.comparison), what_is_said(word.other)
        if word.is_other_right and _wrong(every.get(key, ())):
            return say(
                "No correction is drafted on {what}: rulings differ on whether {quote} in {name} is right.",
                what=_what(word),
                quote=cited(word.other.figure),
                name=calling.names[word.other.article],
            )
    return ""


def _correction(wrong: Sequence[_Word], calling: Calling, *, is_first: bool) -> str:
    """The note itself. is_first: whether the article has none yet."""
    first = next((word for word in wrong if word.is_other_right), wrong[0])
    article, own = calling.article(first.own.article), first.own
    topic = wording.topic(first.entry.comparison.topic)
    said = cited_in_full(own, calling, is_told_by_itself=not is_of_parties(first.pair))
    if is_first:
        opening = say(
            "Correction, [date]: An earlier version of this article ({article}) said of {topic}: {said}.",
            article=_titled(article),
            topic=topic,
            said=said,
        )
    else:
        opening = say("It also said of {topic}: {said}.", topic=topic, said=said)
    if first.is_other_right:
        note = [opening, _right([word for word in wrong if word.is_other_right], calling)]
        if not own.figure.is_reread:
            note.append(differing(first.pair, own))
    else:
        note = [opening, say("The right figure is [correct figure], according to [source].")]
    if own.figure.is_reread:  # what an editor reads there may be no fault of the article
        note.append(say("[Check whether the article is to be read so.]"))
    return " ".join(part for part in note if part)


def _right(words: Sequence[_Word], calling: Calling) -> str:
    """What is right, and by whose account; of each article the first thing that it says."""
    mains: dict[str, _Word] = {}
    for word in words:
        mains.setdefault(word.other.article, word)
    told: dict[str, list[str]] = {}
    for article, word in mains.items():
        read = read_as(word.other)
        said = cited_in_full(word.other, calling, is_told_by_itself=not is_of_parties(word.pair))
        account = say("{said}, that is {amount}", said=said, amount=read) if read else said
        told.setdefault(account, []).append(calling.names[article])
        if word.pair.is_internal:
            return say("The right figure stands elsewhere in it: {said}.", said=account)
    accounts = [
        say("that of {names}: {said}", names=wording.listed(names), said=account) for account, names in told.items()
    ]
    return say("The right figure is {accounts}.", accounts=wording.clauses(accounts))


def _rulings(words: Sequence[_Word]) -> Iterable[tuple[int, Ruling]]:
    """The rulings, each once, with the number of what it is on."""
    found = {id(word.ruling): (word.entry.number, word.ruling) for word in words}
    return sorted(found.values(), key=lambda told: told[0])


def _basis(ruling: Ruling, number: int, calling: Calling) -> str:
    parts = {
        "number": number,
        "places": calling.places(ruling.anchors),
        "ruling": wording.ruling(ruling, calling.names),
        "signed": _signed(ruling),
    }
    reason = " ".join(ruling.reason.split())
    if reason:
        several = phrase("Basis (no. {number}), on {places}: {ruling} ({signed}). Reason given: “{reason}”")
        return say(several, reason=reason, **parts)
    return say("Basis (no. {number}), on {places}: {ruling} ({signed}). No reason is given.", **parts)


def _to_check(lines: Sequence[int]) -> str:
    return say_count(
        "To check before publishing: [source of the right figure], [as of which day], line {lines} of the article.",
        "To check before publishing: [source of the right figure], [as of which day], lines {lines} of the article.",
        len(lines),
        lines=wording.listed([str(line) for line in lines]),
    )


def _not_held(calling: Calling, reviewed: Reviewed) -> Iterator[tuple[str, int, str]]:
    """For each article (id) that a ruling calls wrong which no longer holds: the number of what that is on, and why
    there is no draft. Of each editor the last word on a place counts."""
    ruled_later: set[tuple[str, Anchor]] = set()
    found: list[tuple[str, int, str]] = []
    for ruling in reversed(reviewed.given):
        then = reviewed.then(ruling)
        for anchor in _called_wrong(ruling) if then else ():
            if (ruling.by, anchor) not in ruled_later:
                text = say(
                    "No correction is drafted on {what}: the ruling ({words}; {signed}) may be out of date. {then}",
                    what=wording.quoted(anchor),
                    words=wording.ruling(ruling, calling.names),
                    signed=_signed(ruling),
                    then=then,
                )
                found.append((anchor.article, reviewed.number_of(ruling), text))
        ruled_later.update((ruling.by, anchor) for anchor in ruling.anchors)
    yield from reversed(found)


def _called_wrong(ruling: Ruling) -> Iterable[Anchor]:
    if ruling.decision is Decision.BOTH_WRONG:
        return ruling.anchors
    return [anchor for anchor in ruling.anchors if ruling.right and anchor not in ruling.right]


def _what(word: _Word) -> str:
    return say("{topic} ({quote})", topic=wording.topic(word.entry.comparison.topic), quote=cited(word.own.figure))


def _titled(article: Article) -> str:
    title = say("“{quote}”", quote=" ".join((article.title or article.name).split()))
    return say(
        "{title}, {day}", title=title, day=wording.day(article.published) if article.published else say("[date]")
    )


def _signed(ruling: Ruling) -> str:
    at = time_in_words(ruling.at)
    return wording.commas([part for part in (wording.editor(ruling.by), at) if part])
