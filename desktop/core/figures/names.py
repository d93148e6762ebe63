"""Knows numbers that are none: parts of names, labels, addresses, scores, telephone numbers, idioms."""

import re

from desktop.core.dates import ORDINAL_ENDS
from desktop.core.figures.conventions import Conventions
from desktop.core.figures.measures import is_short_unit
from desktop.core.figures.money import is_pence
from desktop.core.figures.numbers import slashed
from desktop.core.figures.special import is_score
from desktop.core.lexicon import Lexicon
from desktop.core.tokens import DASHES, Token, glued, word_at

_HE_IS = re.compile(r"['’].*")
_HOURS = frozenset(str(hour) for hour in range(1, 13))
_DETERMINERS = frozenset({"the", "a", "an", "this", "that", "its", "his", "her", "their", "each"})
_MEASURES = frozenset({"%", "percent", "per", "pct", "times"})
_GLUED = frozenset({"am", "pm", "x", "hrs", "pc", "pct", "pp", "bp", "bps", "percent", "dollars", "euros"})


def skip_name(found: list[Token], index: int, lexicon: Lexicon, habits: Conventions, *, title_case: bool) -> int:
    """The token behind the name or other non-figure that holds the number at `index`; `index` where it is a number.

    habits: the names of the article are the only guide in a Title Case line.
    """
    token = found[index]
    if not token.text[0].isdecimal():
        return _skip_idiom(found, index, lexicon, title_case=title_case)
    if is_score(found, index, lexicon):
        return index
    for rule in (_grouped_digits, _glued_letters, _glued_before, _address):
        end = rule(found, index, lexicon)
        if end > index:
            return end
    if _is_named(found, index, lexicon, habits, title_case=title_case):
        end = index + 1
        while end + 1 < len(found) and found[end].text in DASHES and glued(found[end - 1], found[end]):
            if not (glued(found[end], found[end + 1]) and found[end + 1].is_number):
                break
            end += 2  # "Boeing 737-800"
        while end + 2 < len(found) and found[end].text == "(" and found[end + 2].text == ")":
            if not glued(found[end - 1], found[end]) or len(found[end + 1].text) > 2:
                break
            end += 3  # "Article 5(3)"
        return _coordinated(found, end, lexicon)
    return index


def _skip_idiom(found: list[Token], index: int, lexicon: Lexicon, *, title_case: bool) -> int:
    """Idioms and names: "one-time", "two-way", "double-edged", "doubling down", "the Big Four"."""
    word = found[index].lower
    if word in lexicon.cardinals and not title_case and _names_body(found, index, lexicon):
        return index + 1
    if word_at(found, index + 1) in DASHES and index + 2 < len(found) and glued(found[index], found[index + 1]):
        behind, is_word = found[index + 2].lower, found[index + 2].is_word
        if word == behind and word in lexicon.cardinals:
            return index + 3  # "fifty-fifty"
        if is_word and behind not in lexicon.names["number_tails"]:
            small = lexicon.cardinals.get(word, 20) < 20
            number = behind in lexicon.scales or behind in lexicon.fractions or behind in lexicon.cardinals
            if small and not (number or (behind,) in lexicon.units or behind in lexicon.currency_words):
                return index + 3
            if word in lexicon.names["doubles"]:
                return index + 3
    if word in lexicon.names["doubles"] and word_at(found, index + 1) in lexicon.names["idiom_tails"]:
        return index + 2
    return index


def _names_body(found: list[Token], index: int, lexicon: Lexicon) -> bool:
    """As in "the Big Four", "the Group of Seven": the capital number word is part of a name."""
    before = found[index - 1] if index else None
    if before is None or not before.is_word:
        return False
    if before.lower == "number":
        return word_at(found, index - 2) in _DETERMINERS  # "the number nine"
    if before.lower == "of" and index > 1:
        return (
            found[index].is_capital
            and found[index - 2].is_capital
            and found[index - 2].lower in lexicon.names["bodies"]
        )
    calendar, word = lexicon.calendar, before.lower
    common = word in lexicon.names["plain"] or word in calendar["months"] or word in calendar["weekdays"]
    return found[index].is_capital and before.is_capital and not common


def _grouped_digits(found: list[Token], index: int, lexicon: Lexicon) -> int:
    """Telephone numbers, scores, "24/7", "#5", numbers that begin with a nought."""
    text = found[index].text
    before, after = word_at(found, index - 1), word_at(found, index + 1)
    if before and before in "#@_\\":
        return index + 1
    if before == "/" and index > 1 and found[index - 2].is_word and glued(found[index - 2], found[index - 1]):
        return index + 1 if glued(found[index - 1], found[index]) else index  # "site.org/report/2024"
    if before == "." and index > 1 and found[index - 2].is_capital and glued(found[index - 2], found[index - 1]):
        return index + 1 if glued(found[index - 1], found[index]) else index  # "BA.5"
    if after in DASHES and word_at(found, index + 2) == "for" and word_at(found, index + 3) in DASHES:
        return index + 5  # "a 2-for-1 split"
    if before == "[" and after == "]" and index > 1 and glued(found[index - 2], found[index - 1]):
        return index + 2  # the mark of a footnote
    if before == "(" and after == ")" and word_at(found, index + 3) in DASHES and found[index + 2].is_number:
        return index + 5  # "(555) 010-2345"
    if index and found[index - 1].text == "+" and glued(found[index - 1], found[index]) and len(text) <= 3:
        end = index + 1  # "+44 20 7946 0018"
        while end < len(found) and (found[end].text.isdecimal() or found[end].text in "()-"):
            end += 1
        return end if end > index + 2 else index
    behind = found[index + 2] if index + 2 < len(found) else None
    dashed = behind is not None and found[index + 1].text in DASHES and glued(found[index + 1], behind)
    if dashed and behind is not None and len(behind.text) == 1 and behind.is_capital:
        return index + 3  # "10-K"
    if len(text) > 1 and text[0] == "0" and text[1].isdecimal() and ":" not in text:
        end = index + 1
        while end < len(found) and found[end].text.isdecimal() and len(found[end].text) in (3, 4):
            end += 1  # "020 7946 0018"
        return end
    end, groups = index + 1, 1
    while end + 1 < len(found) and found[end].text in "-/–" and found[end + 1].is_number:
        if not (glued(found[end - 1], found[end]) and glued(found[end], found[end + 1])):
            break
        end, groups = end + 2, groups + 1
    if groups >= 3:
        return end
    if groups == 2:
        left, right, sign = text, found[index + 2].text, found[index + 1].text
        short = len(left) <= 4 and len(right) <= 4 and left.isdecimal() and right.isdecimal()
        if sign == "/" and short and not (len(left) == 4 and int(left) > 1500):
            part = slashed(found, index) is not None and end < len(found) and found[end].is_word
            return index if part and not found[end].is_capital else end
        if short and sign in "-–" and int(right) <= int(left) and len(left) < 4:
            return end
    return index


def _glued_letters(found: list[Token], index: int, lexicon: Lexicon) -> int:
    """As in "5G", "1080p", "747s": letters glued on that are no scale, unit, ordinal or meridiem."""
    if index + 1 >= len(found) or not found[index + 1].is_word or not glued(found[index], found[index + 1]):
        return index
    letters = found[index + 1].lower
    if found[index + 1].text in lexicon.currency_codes or letters in lexicon.currency_words:
        return index  # "115USD"
    if letters in lexicon.short_scales or letters in ORDINAL_ENDS or letters in _GLUED or letters in lexicon.scales:
        return index
    if (letters,) in lexicon.units:
        return index if len(letters) > 2 or is_short_unit(found, index + 1, lexicon) else index + 2
    if is_pence(found, index + 1):
        return index
    if letters in ("a", "p") and len(found[index].text) <= 5 and found[index].text.split(":")[0] in _HOURS:
        return index
    if letters == "s" and len(found[index].text) in (2, 4):
        return index
    return index + 2


def _glued_before(found: list[Token], index: int, lexicon: Lexicon) -> int:
    """As in "GPT-4", "F-16": a dash and a capital word glued in front; "B2B" and "GB200" are one token already."""
    if index < 2 or found[index - 1].text not in DASHES:
        return index
    dash, word = found[index - 1], found[index - 2]
    if glued(dash, found[index]) and glued(word, dash) and word.is_word and word.is_capital:
        if (
            word.lower in ("magnitude", "mid", "early", "late", "pre", "post", "sub")
            or word.lower in lexicon.calendar["months"]
        ):
            return index
        return index + 1
    if word.has_digit and glued(dash, found[index]):
        return index + 1
    return index


def _address(found: list[Token], index: int, lexicon: Lexicon) -> int:
    """A street number: "54 State St."."""
    if not found[index].text.isdecimal():
        return index
    at = index + 1
    if word_at(found, at) in ORDINAL_ENDS and glued(found[index], found[at]):
        # "the 32nd Street station"
        named = at + 1 < len(found) and found[at + 1].is_capital and found[at + 1].lower in lexicon.names["streets"]
        return at + 2 if named else index
    while at < len(found) and at < index + 4 and found[at].is_word and found[at].is_capital:
        if found[at].lower in lexicon.names["streets"] and at > index + 1:
            return at + 1
        at += 1
    return index


def _measures(found: list[Token], index: int, lexicon: Lexicon) -> bool:
    """Whether token `index` is what an amount is measured in: a scale, currency, unit, or percent sign."""
    word = word_at(found, index)
    at = index + 1 if word in DASHES else index
    word = word_at(found, at)
    if not word:
        return False
    if word in lexicon.scales or word in lexicon.currency_words or word in _MEASURES:
        return True
    if word in ("bn", "mn", "tn"):
        return True
    return (word,) in lexicon.units and len(word) > 1 and not found[at].is_capital


def _is_named(found: list[Token], index: int, lexicon: Lexicon, habits: Conventions, *, title_case: bool) -> bool:
    """As in "Falcon 9", "Chapter 1", "No. 5", "Windows 11": a capital word or a label in front of a bare number."""
    before = index - 1
    if before < 0:
        return False
    if (
        found[before].text == "."
        and before
        and found[before - 1].lower in ("no", "nos", "vol", "fig", "pp", "ch", "art", "sec")
    ):
        return True
    word = found[before]
    if not (word.is_word or word.has_digit) or _measures(found, index + 1, lexicon):
        return False
    if word.lower == "number" and len(found[index].text) < 3 and word_at(found, before - 1) in _DETERMINERS:
        return True  # "the number 9"
    if word.text == "M" and glued(word, found[index]):
        return False  # "M6.8"
    if word.lower == "of" and before and found[before - 1].is_capital:
        return found[before - 1].lower in lexicon.names["bodies"]  # "the Group of 20"
    if word.lower in lexicon.names["labels"] or word.lower.removesuffix("s") in lexicon.names["low_labels"]:
        # "phase 2", but "on page 3 people" is rare enough
        low = word.lower.removesuffix("s") in lexicon.names["low_labels"] and not _counts_people(found, index, lexicon)
        return word.is_capital or low
    if word.lower in _DETERMINERS:
        return _is_model(found, index, lexicon, habits)
    named = word.is_capital or word.text[1:] != word.lower[1:]  # "iPhone 15"
    if not named or _counts_people(found, index, lexicon):
        return False
    if (
        word.lower in lexicon.names["plain"]
        or _HE_IS.sub("", word.lower) in lexicon.names["plain"]
        or word.lower in lexicon.calendar["months"]
        or word.lower in lexicon.calendar["weekdays"]
    ):
        return False
    if word.text in lexicon.currency_codes or word.lower in lexicon.calendar["pointers"]:
        return False
    if len(word.text) > 4 and re.search(r",\d", found[index].text):
        return False
    if title_case or word.text.isupper() and len(word.text) > 5:
        return word.text in habits.names
    return True


def _is_model(found: list[Token], index: int, lexicon: Lexicon, habits: Conventions) -> bool:
    """Whether a bare number is the short form of a name of the article: "the 747", after "a Boeing 747"."""
    if found[index].text not in habits.models:
        return False
    behind = word_at(found, index + 1)
    if behind in DASHES:
        return False  # "the 500-page book"
    return not behind.isalpha() or not behind.endswith("s") or behind in lexicon.names["plain"]


def _counts_people(found: list[Token], index: int, lexicon: Lexicon) -> bool:
    """As in "In Norland 300 people died": what is counted shows that the number is no part of the name."""
    behind = word_at(found, index + 1)
    return behind in lexicon.person_nouns or behind in lexicon.names["victims"]


def _coordinated(found: list[Token], end: int, lexicon: Lexicon) -> int:
    """As in "Apollo 11 and 12", "Chapters 3, 4 and 5": the further numbers of one name."""
    while (
        end + 1 < len(found) and found[end].lower in ("and", "or", ",", "&", "to") and found[end + 1].text.isdecimal()
    ):
        follower = found[end + 2] if end + 2 < len(found) else None
        if (
            follower is not None
            and follower.is_word
            and follower.lower.endswith("s")
            and follower.lower not in lexicon.names["plain"]
        ):
            break
        if len(found[end + 1].text) > 2 or _measures(found, end + 2, lexicon):
            break
        end += 2
    return end
