"""Knows the words of the language, in the form in which they are looked up."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any

from desktop.core.quantities import Exactness, Kind

_PERSONAL = ("er", "or", "ist", "ian", "eer", "ee", "ant", "man", "woman", "boy", "girl", "mate", "child")
"""Endings of nouns that count people."""
_SHORT = 4
"""How many letters a word has at most whose ending says nothing: "men", "user"."""

Phrase = tuple[str, ...]
Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure: its symbol, what it measures, and its size in the base unit of its dimension."""

    symbol: str
    kind: Kind
    base: str
    factor: Decimal


@dataclass(frozen=True, slots=True)
class Attribute:
    """What a figure can be about.

    slug, label: its name in data and in words. kinds: of the figures it takes. cues: single stems that speak for it,
    with their pull (1 is usual). phrases: several stems in a row, with theirs. nouns: counted nouns that speak for it.
    takes: counted nouns that it can have where something else speaks for it.
    before: words that speak for it right in front of the figure. exclusive: whether an article that tells one event has
    it once. family: attributes of one family may be compared. person: whether it counts people. generic: whether it is
    so broad that it neither joins nor parts two figures. revised: whether later counts of it are to be expected.
    owned: whether it is somebody's, so that another's is another.
    fleeting: whether it is another every day, so that two amounts are no contradiction. opposite: the attribute (slug)
    that tells the same amount the other way, so that 4 % of one contradicts 4 % of the other. broad: whether it says
    little of what it is ("cost"), so that it parts two figures only where the other is somebody's. behind:
    whether a cue behind the figure counts only right behind it.
    """

    slug: str
    label: str
    kinds: frozenset[Kind]
    cues: Mapping[str, float]
    phrases: tuple[tuple[Phrase, float], ...]
    nouns: frozenset[str]
    exclusive: bool
    family: str
    before: frozenset[str] = frozenset()
    takes: frozenset[str] = frozenset()
    person: bool = False
    generic: bool = False
    revised: bool = False
    owned: bool = False
    fleeting: bool = False
    opposite: str | None = None
    broad: bool = False
    behind: bool = False


@dataclass(frozen=True, slots=True)
class Transfer:
    """How a verb or noun distributes the parties of a payment.

    subject, object: "payer" or "payee", of the subject and of a name right behind. prepositions: which role stands
    behind each preposition. by: the role behind "by" in the passive. turned_by: the preposition that, with a name
    behind it, turns all roles round.
    """

    stem: str
    subject: str
    prepositions: Mapping[str, str]
    object: str | None = None
    by: str | None = None
    turned_by: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All word lists, in the form in which they are looked up. Words are lower case.

    glued_marks: currency codes and signs of several letters ("EUR", "US$"), which need no blank before a number.
    openers: every word or sign that a figure can begin with; date_openers: those of dates and times.
    anchors: words and signs, as printed (in small letters, Capitalised, in CAPITALS), of which every sentence with
    figures has one.
    """

    cardinals: Mapping[str, int]
    scales: Mapping[str, int]
    short_scales: Mapping[str, int]
    fractions: Mapping[str, Fraction]
    fraction_signs: Mapping[str, Fraction]
    orders: Mapping[str, tuple[int, int]]
    several: Mapping[str, tuple[int, int]]
    exchange: Mapping[int, Mapping[str, Decimal]]
    currency_signs: Mapping[str, str]
    currency_codes: Mapping[str, str]
    currency_words: Mapping[str, str]
    nations_by_first: Mapping[str, tuple[tuple[Phrase, str], ...]]
    currency_minor: Mapping[str, str]
    currency_ambiguous: frozenset[str]
    currency_cents: frozenset[str]
    units: Mapping[Phrase, Unit]
    unit_by_symbol: Mapping[str, Unit]
    unit_heads: Mapping[str, tuple[Phrase, ...]]
    period_adverbs: Mapping[str, str]
    period_adjectives: Mapping[str, str]
    period_nouns: Mapping[str, str]
    flow_words: frozenset[str]
    period_months: Mapping[str, Fraction]
    period_days: Mapping[str, Fraction]
    hedges_by_last: Mapping[str, tuple[tuple[Phrase, Exactness], ...]]
    time_hedges_by_last: Mapping[str, tuple[tuple[Phrase, Exactness], ...]]
    hedges_by_first: Mapping[str, tuple[tuple[Phrase, Exactness], ...]]
    hedge_signs: Mapping[str, Exactness]
    calendar: Mapping[str, Any]
    names: Mapping[str, frozenset[str]]
    attributes: Mapping[str, Attribute]
    transfers: Mapping[str, Transfer]
    stance: Mapping[str, frozenset[str]]
    grammar: Mapping[str, frozenset[str]]
    phrases: Mapping[str, tuple[Phrase, ...]]
    word_weights: Mapping[str, float]
    told_before: Mapping[str, tuple[Attribute, ...]]
    told_by_noun: Mapping[str, Attribute]
    notions: Mapping[str, str]
    notion_words: Mapping[str, str]
    counted_alike: Mapping[str, frozenset[str]]
    person_nouns: frozenset[str]
    irregular_plurals: Mapping[str, str]
    abbreviations: frozenset[str]
    peoples: Mapping[str, str]
    lands: frozenset[str]
    checks: Table
    multiples: Mapping[str, Fraction]
    ordinals: Mapping[str, int]
    digit_words: Mapping[str, int]
    glued_marks: tuple[str, ...]
    openers: frozenset[str] = frozenset()
    date_openers: frozenset[str] = frozenset()
    anchors: frozenset[str] = frozenset()
    cue_stems: frozenset[str] = frozenset()
    cues: Mapping[str, tuple[tuple[Attribute, float], ...]] = field(default_factory=dict)
    cue_phrases: Mapping[str, tuple[tuple[str, Phrase, float], ...]] = field(default_factory=dict)

    def is_time(self, per: str | None) -> bool:
        """Whether what an amount is for is a stretch of time, and no thing such as a share."""
        return per in self.period_months or per in self.period_days

    def is_of_men(self, noun: str) -> bool:
        """Whether a noun is a plural such as "gunmen", "policewomen"."""
        return noun.endswith("men") and len(noun) > _SHORT and noun not in self.names["no_men"]

    def counts_people(self, noun: str) -> bool:
        """Whether a noun (singular) counts people, by list, else by its ending ("robber", "visitor", "tourist")."""
        people = (self.person_nouns, self.stance["anybody"], self.grammar["bodies"], self.peoples)
        if any(noun in words for words in people):
            return True
        return noun.endswith(_PERSONAL) and len(noun) > _SHORT and noun not in self.stance["no_people"]

    def are_opposite(self, one: str | None, other: str | None) -> bool:
        """Whether two attributes (slugs) tell an amount in opposite ways, such as growth and decline."""
        return one is not None and other is not None and self.attributes[one].opposite == other

    def singular(self, noun: str) -> str:
        """The singular of a noun, by list and then by ending."""
        if noun in self.irregular_plurals:
            return self.irregular_plurals[noun]
        if self.is_of_men(noun):
            return f"{noun[:-3]}man"
        if noun.endswith("ies") and len(noun) > 4:
            return noun[:-3] + "y"
        if noun.endswith(("sses", "shes", "ches", "xes")):
            return noun[:-2]
        if noun.endswith("s") and not noun.endswith(("ss", "us", "is")):
            return noun[:-1]
        return noun
