"""Decides which strands of two articles speak of one thing."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import product
from typing import NamedTuple

from desktop.core.lexicon import Lexicon
from desktop.core.progress import reached
from desktop.core.quantities import Kind
from desktop.core.text import Span
from desktop.core.topics.doubts import DOUBT, doubts
from desktop.core.topics.facts import Strand
from desktop.core.topics.features import ANYBODY, Group, Profile
from desktop.core.topics.index import Index
from desktop.core.topics.vetoes import vetoed

AGREEING_SCORE, AGREEING_STRANGERS = 1.0, 3.5
"""What two fitting amounts need, in articles that tell of one event and in others."""
CONFLICT_EVIDENCE, BRIEF_CONFLICT, CONFLICT_MARGIN = 2.5, 2.0, 0.25
_COMMONEST = 400
"""A feature that more pairs of strands share says nothing of any of them."""

_WORTH = {
    "attribute": 2.5,
    "noun": 2.0,
    "place": 1.5,
    "name": 0.75,
    "subject": 1.5,
    "of": 1.5,
    "as of": 0.5,
    "per": 1.5,
    "kind": 0.0,
    "lead": 0.75,
    "value": 1.0,
    "people": 0.5,
    "main": 1.25,
    "mark": 1.5,
}
_WORTH_ALONE = {"attribute": 1.5, "noun": 1.5, "place": 1.5, "name": 0.5, "per": 1.0, "kind": 1.5, "lead": 0.5}
_WORTH_OF_AN_AGED_NAME = 4.0
"""Two ages beside one name are of one person."""

_WORTH_OF_A_LIST = 1.0
"""Where two articles both tell a share for each of several countries, those of one country are the same share."""

_WORTH_OF_DIGITS = 2.0
"""Two amounts of the same digits in another order, or with another scale, period or unit, are one slip apart."""

_WORTH_OF_A_FRAME, _MOST_OF_A_FRAME = 0.4, 3.0
"""What it is worth, of what speaks for it, that two sentences agree in something else."""

_BOTH_COUNTED = 1.5
_WORTH_OF_A_CLOSE_WORD = 0.75
"""A word that the clauses of just these two figures share."""

_USUAL, _A_FAMILY_OF_ALIKE = 1.0, 4.0
_WORTH_OF_ALIKE, _MOST_OF_ALIKE = 0.2, 1.0
_WORTH_OF_SOLO, _MOST_OF_SOLO = 0.5, 2.0
"""What each further word or name says that the sentences of two figures share: more where both stand there alone."""

_MOST_OF_WORDS = 3.0
_A_FAMILY_OF_WORDS = 1.0
_STRONG = 0.3
"""From what strength on a feature makes a family of evidence."""

_FAMILIES = (*_WORTH, "attribute alone", "place alone", "noun alone", "aged", "list", "alike", "digits", "close")
_BITS = {family: 1 << place for place, family in enumerate(_FAMILIES)}

_PARTICULAR, _WORTH_OF_CLOSENESS = 2.5, 0.5
"""How telling two values must be, and what it is then worth that they are about the same."""

_EPSILON = 1e-9
_LEAST = 0.6
"""Two amounts that lie apart are not looked at below this."""

SLIGHT_DOUBTS, _WORTH_OF_DOUBTS = 1.0, 3.0
"""With how many doubts two different amounts may still be a conflict, and how many points each then takes."""


class Evidence(NamedTuple):
    """How much speaks for two strands being about one thing: points, from how many independent families, and how much
    the known differences speak against it. near: whether both state about the same. framed: what it is worth (in the
    points already) that their sentences agree in something else."""

    points: float
    families: int
    doubts: float = 0
    near: bool = False
    framed: float = 0


Weighed = tuple[Strand, Strand, Evidence]
"""Two strands of two articles, and what speaks for them being about one thing."""


class _Shared:
    """What two strands have in common so far: points, those of words apart, and families as bits.

    is_near: whether both state about the same. is_only: whether just these two state it. has_a_place: whether they
    share one.
    """

    __slots__ = ("families", "has_a_place", "is_near", "is_only", "points", "words")

    def __init__(self) -> None:
        self.points = self.words = 0.0
        self.families = 0
        self.is_near = self.is_only = self.has_a_place = False


class Company:
    """The strands of two articles, and what they share.

    A feature that two strands share with nobody else in their articles is strong evidence: where each article tells one
    event and has one depth, the two depths are the same depth.
    """

    def __init__(self, left: Index, right: Index, lexicon: Lexicon, *, is_one_event: bool = True) -> None:
        self._left, self._right, self._lexicon = left, right, lexicon
        self.is_brief = all(
            len({profile.claim.sentence for profile in side.profiles}) <= _BRIEF for side in (left, right)
        )
        self.is_one_event = is_one_event
        self.bar = BRIEF_CONFLICT if self.is_brief and is_one_event else CONFLICT_EVIDENCE
        self.least = AGREEING_SCORE if is_one_event else AGREEING_STRANGERS
        self._framed: dict[int, dict[int, float]] = defaultdict(dict)

    def likely(self) -> Iterator[Weighed]:
        """The strands that may agree, and enough speaks for it: they state about the same, or one of them is a range,
        vague or a date. In the order of the texts; what is kept apart is left out."""
        left, right = self._left, self._right
        everything = frozenset(range(len(right.profiles)))
        blunt = everything - right.sharp
        rows = {at: self._near[at] | blunt if at in left.sharp else everything for at in range(len(left.profiles))}
        return self._weighed(rows, self._may_agree)

    def unlike(self, taken: Collection[Strand], agreed: Iterable[tuple[Strand, Strand, float]]) -> Iterator[Weighed]:
        """Those of the rest that may differ, and enough speaks for it.

        taken: the strands that are matched already. agreed: those that agree, and how much speaks for it; what else
        their sentences say is probably of one thing too.
        """
        if not self.is_brief:  # of two sentences everything is framed
            self._frame(agreed)
        left, right = (
            {at for at in side.sharp if side.profiles[at].strand not in taken} for side in (self._left, self._right)
        )
        rows = {at: right - self._near[at] for at in left}
        for at, framed in self._framed.items():
            if self._left.profiles[at].strand not in taken:
                free = {to for to in framed if self._right.profiles[to].strand not in taken}
                rows[at] = rows.get(at, set()) | free
        return self._weighed(rows, self._may_differ_or_are_framed)

    def _may_differ_or_are_framed(self, one: Profile, other: Profile, found: Evidence) -> bool:
        return self._may_agree(one, other, found) if found.framed else self._may_differ(one, other, found)

    def _frame(self, agreed: Iterable[tuple[Strand, Strand, float]]) -> None:
        """Notes which strands stand in two sentences that agree in something else, and what that is worth.

        A sentence of many figures is a list, of which one in common says nothing of the rest.
        """
        left, right = self._left.in_sentence, self._right.in_sentence
        for (sentence, beside), points in _frames(agreed).items():
            if len(left[sentence]) * len(right[beside]) > _COMMONEST:
                continue
            for at, to in product(left[sentence], right[beside]):
                known = self._framed[at]
                known[to] = max(points, known.get(to, 0.0))

    def _weighed(
        self, rows: Mapping[int, Collection[int]], is_wanted: Callable[[Profile, Profile, Evidence], bool]
    ) -> Iterator[Weighed]:
        """Strands of the left with some of the right, by their places, where they share something."""
        for at, wanted in sorted(rows.items()):
            reached(at, len(self._left.profiles))
            one = self._left.profiles[at]
            for to, common in sorted(self._shared(at, wanted).items()):
                other = self._right.profiles[to]
                found = self._evidence(one, other, common)
                framed = self._framed[at].get(to) if at in self._framed else None
                if framed is not None:
                    found = found._replace(
                        points=found.points + framed,
                        families=found.families + (2 if one.group.kind is Kind.DATE else 1),
                        framed=framed,
                    )
                # what speaks against it costs more to find, and only takes away
                if not is_wanted(one, other, found) or vetoed(one.strand, other.strand, self._lexicon):
                    continue
                against = doubts(one.strand, other.strand, self._lexicon) + self._tell_apart(
                    one, other, framed=found.framed > 0
                )
                if against:
                    found = found._replace(doubts=against)
                    if not is_wanted(one, other, found):
                        continue
                yield one.strand, other.strand, found

    def _may_agree(self, one: Profile, other: Profile, found: Evidence) -> bool:
        if found.near and found.points + max(one.telling, other.telling) - DOUBT * found.doubts >= self.least:
            return True
        return self._may_differ(one, other, found) or (found.points >= _LEAST and not (one.is_sharp and other.is_sharp))

    def _may_differ(self, one: Profile, other: Profile, found: Evidence) -> bool:
        return bears_a_conflict(found, found.points, self.bar)

    @cached_property
    def _near(self) -> tuple[frozenset[int], ...]:
        """The strands of the right that state about the same as each of the left."""
        return tuple(frozenset(self._right.values.like(profile)) for profile in self._left.profiles)

    @cached_property
    def _lists(self) -> frozenset[Group]:
        """The sorts of figures that both articles tell place by place: two places at least are in both lists."""
        shared = ((group, self._left.places[group] & self._right.places[group]) for group in self._left.places)
        return frozenset(group for group, places in shared if len(places) > 1)

    def _shared(self, at: int, wanted: Collection[int]) -> dict[int, _Shared]:
        """What a strand of the left shares with some of the right."""
        found: dict[int, _Shared] = defaultdict(_Shared)
        left, right = self._left, self._right
        profile, weights = left.profiles[at], self._lexicon.word_weights
        for to in self._near[at].intersection(wanted):
            found[to].is_near = True
        if left.is_unique[at]:
            only = right.values.only(profile)
            if only is not None and only in wanted:
                found[only].is_only = True
        for key, (sort, what), own, alike, held, near in left.held[at]:
            sharing = right.holders.get(key)
            if not sharing or held * len(sharing) > _COMMONEST:
                continue
            most, bit = max(held, sharing[0].held.any), _BITS.get(sort, 0)
            if sort == "word":
                weight = weights.get(what, 1.0)
                for to, marks, its in sharing:
                    if to in wanted:
                        holding = its.alike if its.alike > alike else alike
                        if marks != profile.marks:
                            holding = most
                        strength = own * its.strength
                        if strength == 1.0 and marks == profile.marks:
                            holding = max(near, its.close)
                        close = strength == 1.0 and holding <= 1  # in the clauses of these two alone
                        worth = strength * _rarity(holding) + (_WORTH_OF_A_CLOSE_WORD if close else 0.0)
                        found[to].words += weight * worth
                continue
            for to, marks, its in sharing:
                if to not in wanted:
                    continue
                shared, strength = found[to], own * its.strength
                if sort == "name" and profile.group.kind is Kind.AGE:
                    shared.points += _WORTH_OF_AN_AGED_NAME
                    shared.families |= bit | _BITS["aged"]
                    continue
                alone = alike <= 1 and its.alike <= 1 and marks == profile.marks and sort in _WORTH_ALONE
                shared.points += strength * (_WORTH[sort] + (_WORTH_ALONE[sort] if alone else 0.0))
                shared.has_a_place |= sort == "place"
                if strength >= _STRONG and (alone or sort != "kind"):
                    shared.families |= bit | (_BITS.get(f"{sort} alone", 0) if alone else 0)
        return found

    def _evidence(self, one: Profile, other: Profile, shared: _Shared) -> Evidence:
        points, families = shared.points, shared.families
        if shared.is_only:
            points += _WORTH["value"] * (0.5 if self._is_soon_the_same(one, other) else 1.0)
        if shared.has_a_place and one.group in self._lists:
            points, families = points + _WORTH_OF_A_LIST, families | _BITS["list"]
        weights = self._lexicon.word_weights
        common = sum([weights.get(word, 1.0) for word in one.around & other.around]) + _EPSILON
        per, top = (
            (_WORTH_OF_SOLO, _MOST_OF_SOLO) if one.is_solo and other.is_solo else (_WORTH_OF_ALIKE, _MOST_OF_ALIKE)
        )
        if common > _USUAL:
            points += min(top, per * (common - _USUAL))
        if common >= _A_FAMILY_OF_ALIKE:
            families |= _BITS["alike"]
        if _of_the_same_digits(one, other):
            points, families = points + _WORTH_OF_DIGITS, families | _BITS["digits"]
        if shared.is_near and min(one.telling, other.telling) >= _PARTICULAR:
            points, families = points + _WORTH_OF_CLOSENESS, families | _BITS["close"]
        words = shared.words + _EPSILON
        count = families.bit_count() + (words >= _A_FAMILY_OF_WORDS) + (words >= 2 * _A_FAMILY_OF_WORDS)
        # rounded, as above a little is added: the order in which a set gives its words must not tip a scale
        return Evidence(round(points + min(_MOST_OF_WORDS, words), 6), count, near=shared.is_near)

    def _is_soon_the_same(self, one: Profile, other: Profile) -> bool:
        """Whether two values are small numbers among many: soon two of those are the same."""
        crowd = self._left.sizes[one.group] * self._right.sizes[one.group]
        return crowd > _FEW and not _of_one_sort(one, other) and max(one.telling, other.telling) < 1

    def _tell_apart(self, one: Profile, other: Profile, *, framed: bool) -> float:
        """How much it speaks against two counts that both articles count both things, the goals and the games; or that
        one of them is told in parts, "nine climbers and two guides", and the other is their sum; or against two dates
        that only say of when their articles speak, unless something dated to them agrees."""
        if not framed and _only_dates(one, self._left) and _only_dates(other, self._right):
            return _BOTH_COUNTED
        if _is_a_part(one, other, self._left) or _is_a_part(other, one, self._right):
            return _BOTH_COUNTED
        left, right = one.noun, other.noun
        if not left or not right or left == right or ANYBODY in (left, right):
            return 0.0
        return _BOTH_COUNTED if right in self._left.nouns and left in self._right.nouns else 0.0


def _frames(agreed: Iterable[tuple[Strand, Strand, float]]) -> Mapping[tuple[Span, Span], float]:
    """The sentences of two articles that agree in something, and what that is worth for the rest of them."""
    worth: dict[tuple[Span, Span], float] = {}
    for one, other, points in agreed:
        for two in product(one.sentences, other.sentences):
            worth[two] = max(worth.get(two, 0.0), min(_MOST_OF_A_FRAME, _WORTH_OF_A_FRAME * points))
    return worth


def bears_a_conflict(found: Evidence, points: float, bar: float) -> bool:
    """Whether two different amounts may be told as a conflict. points: of the evidence, what speaks against it taken
    off."""
    return found.doubts <= SLIGHT_DOUBTS and points - _WORTH_OF_DOUBTS * found.doubts >= bar and found.families >= 2


def _only_dates(profile: Profile, index: Index) -> bool:
    """Whether something else in its sentence is dated to a date of which nothing more is known: "revenue in 2024"."""
    claim = profile.claim
    return claim.attribute is None and (claim.sentence, claim.figure.quantity.iso) in index.dating


def _is_a_part(one: Profile, other: Profile, index: Index) -> bool:
    """Whether a count and another of its attribute beside it come to the other count."""
    if one.group.kind is not Kind.COUNT or one.claim.attribute is None:
        return False
    part, whole = one.claim.figure.quantity.value, other.claim.figure.quantity.value
    if part is None or whole is None or part >= whole:
        return False
    beside = (index.profiles[at].claim for sentence in one.strand.sentences for at in index.in_sentence[sentence])
    return any(
        claim.figure.quantity.value == whole - part and claim.attribute in (None, one.claim.attribute)
        for claim in beside
        if claim.figure.quantity.kind is Kind.COUNT
    )


def _of_one_sort(one: Profile, other: Profile) -> bool:
    """Whether two counts are known to count the same sort of thing."""
    return any(feature.sort == "noun" and feature in other.features for feature in one.features)


_FEW, _BRIEF, _MANY = 16, 2, 1000


def _rarity(holders: int) -> float:
    """How much a shared word says, by how many strands of an article stand beside it."""
    return 1.25 if holders <= 1 else 0.6 if holders == 2 else 0.35 if holders <= 4 else 0.15


def _of_the_same_digits(one: Profile, other: Profile) -> bool:
    """Whether two different amounts are written with the same digits: shifted by a scale, or changed round."""
    left, right = one.digits, other.digits
    a, b = one.claim.figure.quantity, other.claim.figure.quantity
    if a.kind is Kind.MONEY and (a.value or 0) >= _MANY and a.value == b.value and a.per and b.per:
        return a.per != b.per  # "$20 million a year", "$20 million a month"
    if len(left) < 2 or len(left) != len(right):
        return False
    if left == right:
        return a.value != b.value or a.per != b.per
    if sorted(left) != sorted(right):
        return False
    return len(left) > 2 or a.kind in (Kind.AGE, Kind.PERCENT) or _of_one_sort(one, other)
