"""Reads amounts: a number together with its currency, unit or counted noun."""

import re
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from desktop.core.figures.numbers import Number, read_number, read_range
from desktop.core.lexicon import Lexicon
from desktop.core.quantities import Exactness, Kind, Quantity
from desktop.core.tokens import DASHES, Token, glued

_SHORT_MAGNITUDE = re.compile(r"M\d\.\d$")


class Amount(NamedTuple):
    """An amount as read: the tokens `first` to `end` (exclusive) and the quantity, period and hedge not yet in it."""

    first: int
    end: int
    quantity: Quantity


def _word(found: list[Token], index: int) -> str:
    return found[index].lower if 0 <= index < len(found) else ""


def _quantity(kind: Kind, number: Number, unit: str | None, *, per: str | None = None) -> Quantity:
    exactness = Exactness.VAGUE if number.vague else Exactness.EXACT
    high = number.high if number.high is not None else (None if number.vague else number.low)
    return Quantity(kind, number.low, high, unit, per, exactness, None if number.vague else number.step)


def read_amount(found: list[Token], index: int, lexicon: Lexicon) -> Amount | None:
    """The amount that begins at token `index`, None where none does."""
    return (
        _money_between(found, index, lexicon)
        or _money_in_front(found, index, lexicon)
        or _magnitude(found, index, lexicon)
        or _aged(found, index, lexicon)
        or _multiple_word(found, index, lexicon)
        or _measured(found, index, lexicon)
        or _some_units(found, index, lexicon)
    )


# ------------------------------------------------------------------------------------------------------------- money


def _sign(found: list[Token], index: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """The currency sign or code at `index` ("$", "US$", "C$", "EUR", "Rs"), and the token behind it."""
    token = found[index]
    if token.text in lexicon.currency_signs:
        return lexicon.currency_signs[token.text], index + 1
    if token.text in lexicon.currency_codes:
        end = index + 1
        if _word(found, end) in (".", "$"):
            end += 1
        return lexicon.currency_codes[token.text], end
    return None


def _money_between(found: list[Token], index: int, lexicon: Lexicon) -> Amount | None:
    """A range of money in words: "between $10 million and $20 million"."""
    if found[index].lower != "between" or index + 1 >= len(found):
        return None
    low = _money_in_front(found, index + 1, lexicon)
    if low is None or _word(found, low.end) != "and" or low.end + 1 >= len(found):
        return None
    high = _money_in_front(found, low.end + 1, lexicon)
    if high is None or high.quantity.unit != low.quantity.unit:
        return None
    one, other = low.quantity.value, high.quantity.value
    if one is None or other is None or not one < other:
        return None
    return Amount(index, high.end, replace(high.quantity, low=one))


def _money_in_front(found: list[Token], index: int, lexicon: Lexicon) -> Amount | None:
    sign = _sign(found, index, lexicon)
    if sign is None or sign[1] >= len(found):
        return None
    number = read_range(found, sign[1], lexicon, money=True)
    if number is None:
        return None
    end = number.end
    if _word(found, end) in lexicon.currency_words and lexicon.currency_words[_word(found, end)] == sign[0]:
        end += 1
    elif end < len(found) and found[end].text in lexicon.currency_codes:
        return Amount(index, end + 1, _quantity(Kind.MONEY, number, lexicon.currency_codes[found[end].text]))
    return Amount(index, end, _quantity(Kind.MONEY, number, sign[0]))


def _currency_behind(found: list[Token], number: Number, lexicon: Lexicon) -> tuple[str, int, Decimal] | None:
    """The currency word or code behind a number ("euros", "US dollars", "of dollars", "-dollar"), and its worth."""
    at = number.end
    if _word(found, at) == "of" and number.vague:
        at += 1
    if _word(found, at) in DASHES:
        at += 1
    for phrase, code in lexicon.currency_nations.items():
        size = len(phrase)
        if (
            tuple(token.lower for token in found[at : at + size]) == phrase
            and _word(found, at + size) in lexicon.currency_words
        ):
            return code, at + size + 1, Decimal(1)
    word = _word(found, at)
    if word in lexicon.currency_words and _word(found, at + 1) in lexicon.currency_minor:
        return lexicon.currency_words[word], at + 2, Decimal("0.01")
    if word in lexicon.currency_words and not _is_other_thing(found, at, number, lexicon):
        return lexicon.currency_words[word], at + 1, Decimal(1)
    if word in lexicon.currency_minor and not number.vague:
        return lexicon.currency_minor[word], at + 1, Decimal("0.01")
    if at < len(found) and found[at].text in lexicon.currency_codes:
        return lexicon.currency_codes[found[at].text], at + 1, Decimal(1)
    if word in lexicon.currency_signs and at == number.end:
        # "85 €", "1,000€"
        behind = found[at + 1] if at + 1 < len(found) else None
        if behind is None or not behind.is_number:
            return lexicon.currency_signs[word], at + 1, Decimal(1)
    return None


def _is_other_thing(found: list[Token], at: int, number: Number, lexicon: Lexicon) -> bool:
    """Whether a currency word that is also something else ("pounds", "won") is that here."""
    word = _word(found, at)
    if word not in lexicon.currency_ambiguous or number.scale >= 1000:
        return False
    if word in ("pound", "pounds"):
        behind = _word(found, at + 1) == "of" and _word(found, at + 2) not in lexicon.names["funds"]
        weighs = any(_word(found, back).startswith("weigh") for back in range(number.first - 4, number.first))
        return behind or weighs or _word(found, number.end) in DASHES
    return True


# ------------------------------------------------------------------------------------------------- numbers with units


def _measured(found: list[Token], index: int, lexicon: Lexicon) -> Amount | None:
    number = read_range(found, index, lexicon)
    if number is None:
        return None
    end = number.end
    currency = _currency_behind(found, number, lexicon)
    if currency is not None:
        code, end, worth = currency
        high = None if number.high is None else number.high * worth
        scaled = number._replace(low=number.low * worth, high=high, step=number.step * worth)
        return Amount(index, end, _quantity(Kind.MONEY, scaled, code))
    at = end + 1 if _word(found, end) in DASHES and not number.vague else end
    word = _word(found, at)
    percent = _percent(found, at)
    if percent:
        return Amount(index, percent[1], _quantity(Kind.PERCENT, number, percent[0]))
    if _word(found, at) == "year" and _word(found, at + 1) in DASHES and _word(found, at + 2) == "old":
        return Amount(index, at + 3, _quantity(Kind.AGE, number, "year"))
    if word in ("years", "year") and _word(found, at + 1) == "old":
        return Amount(index, at + 2, _quantity(Kind.AGE, number, "year"))
    standards = lexicon.grammar["standards"]
    compared = word == "times" and (_word(found, at + 1) in standards or _word(found, at + 2) in standards)
    if compared or word in ("fold", "x") or word.endswith("fold"):
        return Amount(index, at + 1, _quantity(Kind.MULTIPLE, number, None))
    if word == "magnitude":
        return Amount(index, at + 1, _quantity(Kind.MAGNITUDE, number, None))
    if word == "on" and _word(found, at + 2) == "richter":
        return Amount(index, end, _quantity(Kind.MAGNITUDE, number, None))
    unit = _unit(found, end, number, lexicon)
    if unit is not None:
        return unit
    if word in ("st", "nd", "rd", "th") and glued(found[end - 1], found[at]):
        return Amount(index, at + 1, _quantity(Kind.ORDINAL, number, None))
    return _count(found, index, number, lexicon)


def _percent(found: list[Token], at: int) -> tuple[str, int] | None:
    word = _word(found, at)
    if word == "%":
        return "%", at + 1
    if word in ("percent", "pct", "pc"):
        return "%", at + 1
    if word == "per" and _word(found, at + 1) == "cent":
        return "%", at + 2
    if word in ("percentage", "basis") and _word(found, at + 1) in ("point", "points"):
        return ("pp" if word == "percentage" else "bp"), at + 2
    return None


def _unit(found: list[Token], end: int, number: Number, lexicon: Lexicon) -> Amount | None:
    at = end
    if _word(found, at) in DASHES and glued(found[at - 1], found[at]) or number.vague and _word(found, at) == "of":
        at += 1
    if _word(found, at) == "of" and _word(found, at + 1) == "a" and not number.digits:
        at += 2  # "two-tenths of a mile"
    if at >= len(found):
        return None
    for phrase in lexicon.unit_heads.get(found[at].lower, ()):
        if tuple(token.lower for token in found[at : at + len(phrase)]) != phrase:
            continue
        unit, stop = lexicon.units[phrase], at + len(phrase)
        last = found[stop - 1]
        if len(phrase) == 1 and len(last.text) <= 2 and last.is_word and not _is_short_unit(found, at, lexicon):
            continue
        if unit.symbol == "s" and _word(found, stop) in ("quarter", "half", "place", "person"):
            continue
        kind = unit.kind
        return Amount(number.first, stop, _quantity(kind, number, unit.symbol))
    return None


def _is_short_unit(found: list[Token], at: int, lexicon: Lexicon) -> bool:
    """A one- or two-letter unit counts only right behind digits, in its own case ("5 km", not "5 in a row", "5 M")."""
    token = found[at]
    if not found[at - 1].is_number and found[at - 1].text not in DASHES:
        return False
    if token.lower in ("m", "g", "s", "l", "t", "h", "c", "f", "k", "w") and not token.text.islower():
        return False
    return token.lower not in ("in", "s", "t") and not (token.lower == "m" and _word(found, at + 1).endswith("s"))


def _some_units(found: list[Token], index: int, lexicon: Lexicon) -> Amount | None:
    """As in "multi-year", "several years", "a few days": a vague number of units of time."""
    word = found[index].lower
    if word not in ("several", "few", "multi", "couple"):
        return None
    at = index + 1
    while _word(found, at) in DASHES or _word(found, at) == "of":
        at += 1
    unit = lexicon.units.get((_word(found, at),))
    if unit is None or unit.kind is not Kind.DURATION or len(_word(found, at)) < 3:
        return None
    low, high = Decimal(2), Decimal(3) if word == "couple" else None
    return Amount(index, at + 1, Quantity(Kind.DURATION, low, high, unit.symbol, None, Exactness.VAGUE))


# ------------------------------------------------------------------------------------------------- other special kinds


def _magnitude(found: list[Token], index: int, lexicon: Lexicon) -> Amount | None:
    """As in "magnitude 6.8", "a magnitude of 4.4", "M6.8", "4.2-magnitude", "3.0 on the Richter scale"."""
    token = found[index]
    if _SHORT_MAGNITUDE.match(token.text):
        value = Decimal(token.text[1:])
        return Amount(index, index + 1, Quantity(Kind.MAGNITUDE, value, value, step=Decimal("0.1")))
    if token.is_number:
        before = index - 1
        while before >= 0 and found[before].lower in lexicon.grammar["magnitude_links"]:
            before -= 1
        near = before >= 0 and index - before <= 3 and found[before].lower in ("magnitude", "magnitudes", "richter")
        number = read_number(found, index, lexicon)
        if number is None or number.low > 10 or number.scale != 1:
            return None
        behind = number.end + 1 if _word(found, number.end) in DASHES else number.end
        richter = any(_word(found, at) == "richter" for at in range(behind, behind + 4))
        if near or _word(found, behind) == "magnitude" or (richter and _word(found, behind) in ("on", "richter")):
            return Amount(index, number.end, _quantity(Kind.MAGNITUDE, number, None))
    return None


def _aged(found: list[Token], index: int, lexicon: Lexicon) -> Amount | None:
    """As in "aged 34"; a number behind a name is left alone, it is too often something else."""
    if found[index].is_number and _word(found, index - 1) == "aged":
        number = read_range(found, index, lexicon)
        if number is not None and number.low < 130 and number.scale == 1:
            return Amount(index, number.end, _quantity(Kind.AGE, number, "year"))
    return None


def _multiple_word(found: list[Token], index: int, lexicon: Lexicon) -> Amount | None:
    """As in "twice", "doubled", "tripled", "threefold", "tenfold"."""
    word = found[index].lower
    ratio = lexicon.multiples.get(word)
    if ratio is None:
        return None
    factor = Decimal(ratio.numerator) / Decimal(ratio.denominator)
    if word in ("twice", "double", "triple", "treble") and _word(found, index + 1) not in lexicon.grammar["standards"]:
        return None
    return Amount(index, index + 1, Quantity(Kind.MULTIPLE, factor, factor, None, None, Exactness.EXACT, Decimal(1)))


# ------------------------------------------------------------------------------------------------------------- counts


def _count(found: list[Token], index: int, number: Number, lexicon: Lexicon) -> Amount | None:
    word = found[index].lower
    counts = number.scale > 1 or _word(found, number.end) in lexicon.names["victims"]
    if word in ("one", "zero") and not counts:
        return None
    noun = counted_noun(found, number.end, lexicon)
    if number.vague and noun is None:
        if number.low >= 1_000_000 and _speaks_of_money(found, index, lexicon):
            return Amount(index, number.end, _quantity(Kind.MONEY, number, "USD"))
        if _word(found, number.end - 1) in ("figure", "figures"):
            return Amount(index, number.end, _quantity(Kind.MONEY, number, "USD"))
    return Amount(index, number.end, _quantity(Kind.COUNT, number, noun))


def _speaks_of_money(found: list[Token], index: int, lexicon: Lexicon) -> bool:
    return any(_word(found, back) in lexicon.names["money_verbs"] for back in range(index - 4, index))


def counted_noun(found: list[Token], at: int, lexicon: Lexicon) -> str | None:
    """The counted noun, in the singular, that follows a number ("data center cluster"'s head), None where none does."""
    start = at
    if _word(found, at) in DASHES and at + 1 < len(found) and glued(found[at - 1], found[at]):
        behind = found[at + 1]
        return lexicon.singular(behind.lower) if behind.is_word and behind.lower not in lexicon.names["plain"] else None
    if _word(found, at) == "of":
        at += 1
        while _word(found, at) in ("the", "its", "their", "his", "her", "those", "these") or _word(found, at).endswith(
            ("'s", "’s")
        ):
            at += 1
        if at < len(found) and found[at].is_number:
            at += 1
        if at > start + 1 and _word(found, at).endswith(("'s", "’s")):
            at += 1
            if at < len(found) and found[at].is_number:
                at += 1
    for offset in range(6):
        word = _word(found, at + offset)
        if not word or not found[at + offset].is_word:
            return None
        if word in lexicon.names["victims"] and offset == 0:
            return "person"
        if (
            word in lexicon.names["plain"]
            or word.endswith(("'s", "’s"))
            or (word.endswith("ed") and len(word) > 4 and offset)
        ):
            return None
        if _is_plural(word, lexicon):
            # "two companies means": the first plural is the noun, what follows is more often a verb
            return lexicon.singular(word)
    return None


def _is_plural(word: str, lexicon: Lexicon) -> bool:
    if word in lexicon.irregular_plurals:
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s"))
