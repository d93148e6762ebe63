"""Makes a Lexicon of the parsed word lists."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from desktop.core.lexicon.lexicon import Attribute, Lexicon, Phrase, Table, Transfer, Unit
from desktop.core.quantities import Exactness, Kind
from desktop.core.stems import stem

T = TypeVar("T")


def build(tables: Mapping[str, Table]) -> Lexicon:
    """A Lexicon from the parsed word lists, one table a file; KeyError or ValueError where a list is damaged."""
    numbers, money, calendar = tables["numbers"], tables["currencies"], tables["calendar"]
    periods, hedges, names = tables["periods"], tables["hedges"], tables["names"]
    stance, words = tables["stance"], tables["words"]
    units, by_symbol = _units(tables["units"])
    heads: dict[str, list[Phrase]] = {}
    for phrase in units:
        heads.setdefault(phrase[0], []).append(phrase)
    cardinals = dict(numbers["cardinals"])
    scales = dict(numbers["scales"])
    nations = {_phrase(words): code for words, code in money["nations"].items()}
    prefixed = {f"{letters.upper()}$": code for letters, code in money["prefixes"].items()}
    multiples = {word: Fraction(value) for word, value in numbers["multiples"].items()}
    multiples |= {f"{word}fold": Fraction(value) for word, value in (cardinals | scales).items()}
    date_openers = frozenset(
        word for name in ("months", "weekdays", "pointers", "days", "quarters", "decades") for word in calendar[name]
    ) | frozenset([*calendar["seasons"]["words"], *calendar["openers"]["words"], *cardinals])
    openers = date_openers | frozenset(
        word.lower()
        for table in (
            *(scales, multiples, numbers["fractions"], numbers["ordinals"], numbers["orders"], numbers["several"]),
            *(numbers["signs"], numbers["sizes"]["words"], money["signs"], prefixed, money["codes"]),
        )
        for word in table
    )
    attributes = {slug: _attribute(slug, table) for slug, table in tables["attributes"].items()}
    return Lexicon(
        cardinals=cardinals,
        scales=scales,
        short_scales=numbers["short_scales"],
        fractions={word: Fraction(value) for word, value in numbers["fractions"].items()},
        fraction_signs={word: Fraction(value) for word, value in numbers["signs"].items()},
        orders={word: (low, high) for word, (low, high) in numbers["orders"].items()},
        several={word: (low, high) for word, (low, high) in numbers["several"].items()},
        exchange={
            int(year): {code: Decimal(rate) for code, rate in row.items()}
            for year, row in tables["exchange"]["years"].items()
        },
        currency_signs=money["signs"] | prefixed,
        currency_codes=money["codes"],
        currency_words=money["words"],
        nations_by_first=_by_word(sorted(nations.items(), key=lambda row: -len(row[0])), 0),
        currency_minor=money["minor"],
        currency_ambiguous=frozenset(money["ambiguous"]["words"]),
        currency_cents=frozenset(money["cents"]["words"]),
        units=units,
        unit_by_symbol=by_symbol,
        unit_heads={head: tuple(sorted(found, key=len, reverse=True)) for head, found in heads.items()},
        period_adverbs=periods["adverbs"],
        period_adjectives=periods["adjectives"],
        period_nouns=periods["nouns"],
        flow_words=frozenset(periods["flows"]["words"]),
        period_months={word: Fraction(value) for word, value in periods["months"].items()},
        period_days={word: Fraction(value) for word, value in periods["days"].items()},
        hedges_by_last=_by_word(_hedges(hedges["before"]), -1),
        time_hedges_by_last=_by_word(_hedges(hedges["times"]), -1),
        hedges_by_first=_by_word(_hedges(hedges["after"]), 0),
        hedge_signs={sign: Exactness(value) for sign, value in hedges["signs"].items()},
        calendar=calendar,
        names={name: frozenset(table["words"]) for name, table in names.items()},
        attributes=attributes,
        transfers={stem: transfer for table in tables["transfers"]["verb"] for stem, transfer in _transfers(table)},
        stance={name: frozenset(table["words"]) for name, table in stance.items() if "words" in table},
        grammar={name: frozenset(table["words"]) for name, table in tables["grammar"].items()},
        phrases={
            name: tuple(_phrase(words) for words in table["phrases"])
            for name, table in stance.items()
            if "phrases" in table
        },
        word_weights={word: float(weight) for weight, listed in words["weights"].items() for word in listed},
        notions=_notions(tables["synonyms"]["notions"]["sets"]),
        notion_words={stem(words[0]): words[0] for words in tables["synonyms"]["notions"]["sets"]},
        counted_alike=_alike(tables["synonyms"]["counted"]["sets"]),
        person_nouns=frozenset(words["people"]["words"]),
        irregular_plurals=words["plurals"],
        abbreviations=frozenset(words["abbreviations"]["words"]),
        peoples={word: land for land, words in tables["peoples"]["peoples"].items() for word in words},
        lands=frozenset(tables["peoples"]["peoples"]),
        checks=tables["checks"],
        cue_stems=frozenset(stem for row in attributes.values() for stem in row.cues),
        cues=_cues_by_word(attributes.values()),
        told_before=_by_words_before(attributes.values()),
        told_by_noun={noun: each for each in reversed(attributes.values()) for noun in each.nouns},
        cue_phrases=_phrases_by_head(attributes.values()),
        multiples=multiples,
        ordinals=numbers["ordinals"],
        digit_words=cardinals | numbers["digits"],
        glued_marks=(*money["codes"], *prefixed, *calendar["glued"]["words"]),
        openers=openers,
        date_openers=date_openers,
        anchors=_anchors(openers),
    )


def _anchors(openers: Iterable[str]) -> frozenset[str]:
    """The openers as printed (lower case, Capitalised, CAPITALS); money signs need none, for a number follows them."""
    words = [word for word in openers if word.isalpha() and word not in ("a", "an")]
    cased = {form for word in words for form in (word, word.capitalize(), word.upper())}
    return frozenset(cased | {word for word in openers if not word.isascii()} | set("0123456789"))


def _by_word(rows: Iterable[tuple[Phrase, T]], place: int) -> dict[str, tuple[tuple[Phrase, T], ...]]:
    """The phrases by their first or last word, in the order given."""
    table: dict[str, list[tuple[Phrase, T]]] = {}
    for phrase, meaning in rows:
        table.setdefault(phrase[place], []).append((phrase, meaning))
    return {word: tuple(listed) for word, listed in table.items()}


def _phrase(words: str) -> Phrase:
    return tuple(words.replace("-", " - ").replace("/", " / ").replace("²", " ²").replace("³", " ³").lower().split())


def _units(table: Table) -> tuple[dict[Phrase, Unit], dict[str, Unit]]:
    units, by_symbol = {}, {}
    for symbol, row in table.items():
        unit = Unit(symbol, Kind(row["kind"]), row["base"], Decimal(row["factor"]))
        by_symbol[symbol] = unit
        for words in row["words"]:
            phrase = _phrase(words)
            units[phrase] = unit
            if len(phrase) == 2:
                units[phrase[0], "-", phrase[1]] = unit  # "a 70-square-metre flat"
    return units, by_symbol


def _notions(sets: Iterable[Iterable[str]]) -> dict[str, str]:
    """Stems of words that stand for one another, each with the stem of the first of its list."""
    found: dict[str, str] = {}
    for words in sets:
        stems = [stem(word) for word in words]
        for each in stems:
            found.setdefault(each, stems[0])
    return found


def _alike(sets: Iterable[Iterable[str]]) -> dict[str, frozenset[str]]:
    """Counted nouns, each with those that may count the same things."""
    found: dict[str, frozenset[str]] = {}
    for words in map(frozenset, sets):
        for word in words:
            found[word] = found.get(word, frozenset()) | words
    return found


def _hedges(table: Table) -> tuple[tuple[Phrase, Exactness], ...]:
    rows: Iterable[tuple[Phrase, Exactness]] = ((_phrase(words), Exactness(value)) for words, value in table.items())
    return tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0])))


def _attribute(slug: str, row: Table) -> Attribute:
    cues: dict[str, float] = {}
    phrases: list[tuple[Phrase, float]] = []
    for pull, listed in ((1.0, row.get("cues", ())), (0.5, row.get("weak", ())), (2.0, row.get("strong", ()))):
        for words in listed:
            if len(phrase := _phrase(words)) == 1:
                cues[words] = pull
            else:
                phrases.append((phrase, pull))
    return Attribute(
        slug=slug,
        label=row["label"],
        kinds=frozenset(Kind(kind) for kind in row["kinds"]),
        cues=cues,
        phrases=tuple(phrases),
        nouns=frozenset(row.get("nouns", ())),
        exclusive=bool(row.get("exclusive", True)),
        family=row.get("family", slug),
        before=frozenset(row.get("before", ())),
        takes=frozenset((*row.get("nouns", ()), *row.get("takes", ()))),
        person=bool(row.get("person", False)),
        generic=bool(row.get("generic", False)),
        revised=bool(row.get("revised", False)),
        owned=bool(row.get("owned", False)),
        fleeting=bool(row.get("fleeting", False)),
        opposite=row.get("opposite"),
        broad=bool(row.get("broad", False)),
        behind=bool(row.get("behind", False)),
    )


def _cues_by_word(attributes: Iterable[Attribute]) -> dict[str, tuple[tuple[Attribute, float], ...]]:
    """The attributes that each cue word speaks for, with its pull."""
    found: dict[str, list[tuple[Attribute, float]]] = {}
    for attribute in attributes:
        for word, pull in attribute.cues.items():
            found.setdefault(word, []).append((attribute, pull))
    return {word: tuple(rows) for word, rows in found.items()}


def _by_words_before(attributes: Iterable[Attribute]) -> dict[str, tuple[Attribute, ...]]:
    """The attributes that each word in front of a figure speaks for."""
    found: dict[str, tuple[Attribute, ...]] = {}
    for attribute in attributes:
        for word in attribute.before:
            found[word] = (*found.get(word, ()), attribute)
    return found


def _phrases_by_head(attributes: Iterable[Attribute]) -> dict[str, tuple[tuple[str, Phrase, float], ...]]:
    """The cue phrases that begin with each stem: slug, stems, pull."""
    found: dict[str, list[tuple[str, Phrase, float]]] = {}
    for attribute in attributes:
        for phrase, pull in attribute.phrases:
            found.setdefault(phrase[0], []).append((attribute.slug, phrase, pull))
    return {head: tuple(rows) for head, rows in found.items()}


def _transfers(row: Table) -> Iterable[tuple[str, Transfer]]:
    for root in row["stems"]:
        yield (
            root,
            Transfer(
                root,
                row.get("subject", ""),
                row.get("prepositions", {}),
                row.get("object"),
                row.get("by"),
                row.get("turned_by"),
            ),
        )
