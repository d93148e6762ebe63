"""Reads magnitudes, ages, ordinals, multiples, scores and units that stand without a number."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from desktop.core.dates import is_of_life
from desktop.core.figures.amount import Amount, amount_of
from desktop.core.figures.hedges import hedge_of
from desktop.core.figures.number import ONE, Number, decimal
from desktop.core.figures.numbers import read_range
from desktop.core.lexicon import Lexicon
from desktop.core.quantities import Kind, Quantity
from desktop.core.tokens import DASHES, Token, glued, word_at

_OLDEST = 120
_ADULT = 16
_BEFORE_AGES = frozenset({",", "(", "is", "was", "of", "over", "under", "at"})
_SCORE_REACH, _OLDEST_REACH = 6, 8


def magnitude(found: Sequence[Token], index: int, lexicon: Lexicon) -> Amount | None:
    """As in "magnitude 6.8", "a magnitude of 4.4", "M6.8", "4.2-magnitude", "3.0 on the Richter scale"."""
    if len(found[index].text) > 4:
        return None
    links, before = lexicon.grammar["magnitude_links"], index - 1
    while before >= 0 and found[before].lower in links:
        before -= 1
    named = word_at(found, before) in ("magnitude", "magnitudes", "richter") and index - before <= 4
    short = index > 0 and found[index - 1].text == "M" and glued(found[index - 1], found[index])
    behind = index + 2 if word_at(found, index + 1) in DASHES else index + 1
    follows = word_at(found, behind) in ("magnitude", "richter")
    if not (named or short or follows or word_at(found, behind) == "on"):
        return None
    number = read_range(found, index, lexicon)
    if number is None or number.low > 10 or number.scale != 1 or number.share:
        return None
    scaled = word_at(found, number.end) == "on" and "richter" in (
        word_at(found, number.end + 1),
        word_at(found, number.end + 2),
    )
    return amount_of(Kind.MAGNITUDE, number, None, number.end) if named or short or follows or scaled else None


# ---------------------------------------------------------------------------------------- ages


def age(found: Sequence[Token], index: int, lexicon: Lexicon) -> Amount | None:
    """As in "aged 34", "at the age of 87", "Anna Smith, 34, came", "in his early 50s"."""
    before, aged = word_at(found, index - 1), lexicon.grammar["aged"]
    decade = word_at(found, index + 1) == "s" or found[index].lower in lexicon.calendar["decades"]
    if before not in _BEFORE_AGES and before not in aged and not decade:
        return None
    if before in aged or before == "of" and word_at(found, index - 2) in lexicon.grammar["aged_nouns"]:
        number = read_range(found, index, lexicon)
        if number is None or number.low >= _OLDEST or number.scale != 1 or number.vague:
            return None
        unit = word_at(found, number.end)
        if unit in ("month", "months", "week", "weeks", "day", "days", "year", "years"):
            return amount_of(Kind.AGE, number, unit.removesuffix("s"), number.end + 1)  # "a baby of eight months"
        return None if unit in ("%", "percent") else amount_of(Kind.AGE, number, "year", number.end)
    text = found[index].text
    tens = lexicon.calendar["decades"].get(found[index].lower)
    if tens is not None:
        life = Number(index, index + 1, Decimal(tens * 10), Decimal(tens * 10 + 9), digits=False)
        return amount_of(Kind.AGE, life, "year", index + 1) if is_of_life(found, index, lexicon) else None
    if before in ("is", "was") and _is_of_the_oldest(found, index, lexicon) and found[index].lower in lexicon.cardinals:
        years = Number(index, index + 1, Decimal(lexicon.cardinals[found[index].lower]), digits=False)
        return amount_of(Kind.AGE, years, "year", index + 1)
    if not text.isdecimal() or len(text) > 3:
        return None
    if _is_told_of_person(found, index, lexicon):
        return amount_of(Kind.AGE, Number(index, index + 1, Decimal(int(text))), "year", index + 1)
    decade = text.endswith("0") and word_at(found, index + 1) == "s" and glued(found[index], found[index + 1])
    if decade and is_of_life(found, index, lexicon):
        life = Number(index, index + 2, Decimal(text), Decimal(text) + 9)
        return amount_of(Kind.AGE, life, "year", index + 2)
    if before in ("over", "under") and word_at(found, index - 2) in lexicon.person_nouns:
        number = Number(index, index + 1, Decimal(int(text)))
        behind = (
            index + 1 >= len(found) or not found[index + 1].is_word or found[index + 1].lower in lexicon.names["plain"]
        )
        return amount_of(Kind.AGE, number, "year", index + 1) if behind else None
    return None


def _is_told_of_person(found: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """As in "Anna Smith, 34, came", "a milkman, 66, waved", "said Jean Hart, 58.", "Mr Lee (62)", "who is 57"."""
    years, before, behind = int(found[index].text), word_at(found, index - 1), word_at(found, index + 1)
    if not 1 <= years < _OLDEST:
        return False
    person = _is_person(found, index - 2, lexicon)
    full_name = person and index > 2 and found[index - 3].is_capital
    if before == "," and behind == ",":
        noun = index > 1 and found[index - 2].text.islower() and found[index - 2].text.isalpha()
        plain = noun and (found[index - 2].lower in lexicon.names["plain"] or found[index - 2].lower.endswith("s"))
        return person or noun and not plain and years >= _ADULT
    if before == ",":
        kin = person and index > 2 and found[index - 3].lower in lexicon.grammar["kin"]
        if kin and years >= _ADULT and behind in (";", ")", "."):
            return True  # "her son Brian, 39; and …"
        return full_name and not behind.isalnum() and behind not in DASHES and behind not in "%&/"
    if before == "(":
        return full_name and behind == ")" and years >= _ADULT
    if before in ("is", "was") and behind in (",", ".", "", ";", "and"):
        # "Anna Smith is 34.", "the driver, named as Anna Smith, is 34."
        last = index - 3 if word_at(found, index - 2) == "," else index - 2
        if years >= _ADULT and last > 0 and _is_person(found, last, lexicon) and found[last - 1].is_capital:
            return True
    if before in ("is", "was") and _is_of_the_oldest(found, index, lexicon):
        return True
    if before == "at":  # "died of cancer on Monday at 63"
        died = any(token.lower in lexicon.grammar["dying"] for token in found[max(0, index - _OLDEST_REACH) : index])
        return died and years >= _ADULT and behind in (",", ".", ";", "")
    told = before in ("is", "was") and word_at(found, index - 2) in ("who", "he", "she")
    return told and years >= _ADULT and (behind in (",", ".", "", ";", "and") or behind in lexicon.grammar["having"])


def _is_of_the_oldest(found: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """As in "the youngest of those killed was 24"."""
    return any(token.lower in lexicon.grammar["oldest"] for token in found[max(0, index - _OLDEST_REACH) : index])


def _is_person(found: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """Whether the word in front of ", 34," may be the end of somebody's name."""
    if index < 0:
        return False
    token = found[index]
    if not (token.is_word and token.is_capital) or len(token.text) < 2:
        return False
    calendar = lexicon.calendar
    return not (
        token.lower in calendar["months"]
        or token.lower in calendar["weekdays"]
        or token.lower in lexicon.names["plain"]
    )


# ---------------------------------------------------------------------------------------- ordinals, multiples


def ordinal(found: Sequence[Token], index: int, lexicon: Lexicon) -> Amount | None:
    """As in "fifth", "twenty-first", "fourth-largest"; "first" and "second" are mostly something else."""
    word, end, value = found[index].lower, index + 1, 0
    if word in lexicon.cardinals and lexicon.cardinals[word] >= 20 and word_at(found, end) in DASHES:
        value, word, end = lexicon.cardinals[word], word_at(found, index + 2), index + 3
    last = lexicon.ordinals.get(word)
    if last is None or (value and last > 9) or (not value and last < 3):
        return None
    if word_at(found, end) in DASHES and end + 1 < len(found) and not found[end + 1].lower.endswith("est"):
        return None  # "third-party"
    capital = found[index].is_capital and end < len(found) and found[end].is_capital
    if capital or not value and word_at(found, index - 1) in ("a", "one") and word_at(found, end) == "of":
        return None  # "Fifth Avenue"; "a third of the ships"
    number = Number(index, end, Decimal(value + last), digits=False)
    return amount_of(Kind.ORDINAL, number, None, end)


def multiple(found: Sequence[Token], index: int, lexicon: Lexicon) -> Amount | None:
    """As in "twice", "doubled", "tripled", "threefold", "tenfold"."""
    word = found[index].lower
    factor = decimal(lexicon.multiples[word])
    if word in lexicon.grammar["bare_multiples"] and word_at(found, index + 1) not in lexicon.grammar["standards"]:
        return None
    return Amount(index, index + 1, Quantity(Kind.MULTIPLE, factor, factor, None, step=ONE))


# ---------------------------------------------------------------------------------------- scores


def is_score(found: Sequence[Token], index: int, lexicon: Lexicon) -> str:
    """Whether a number in digits opens the outcome of a vote ("vote": "ruled 5-4", "voted 10 to 2") or of a game
    ("game": "beat them 31–24"); "" for neither."""
    if index + 2 >= len(found) or not found[index].text.isdecimal() or not found[index + 2].text.isdecimal():
        return ""
    link, last = found[index + 1], found[index + 2]
    if max(len(found[index].text), len(last.text)) > 3:
        return ""
    votes, games = lexicon.names["votes"], lexicon.names["games"]
    if link.lower == "to":
        voted = any(token.lower in votes for token in found[max(0, index - 3) : index])
        return "vote" if voted and int(found[index].text) > int(last.text) else ""
    if link.text not in "-–" or not (glued(found[index], link) and glued(link, last)):
        return ""
    behind = word_at(found, index + 3)
    if behind in ("-", "/", "–") or index + 3 < len(found) and glued(last, found[index + 3]) and behind.isalpha():
        return ""
    near = [token.lower for token in found[max(0, index - _SCORE_REACH) : index + 3 + _SCORE_REACH]]
    if int(found[index].text) < int(last.text):
        # "10-20" is a range unless right beside "vote"
        near = [word_at(found, index - 1), word_at(found, index + 3), word_at(found, index - 2)]
    voted = any(word in votes for word in near)
    return "vote" if voted else "game" if last.text != "0" and any(word in games for word in near) else ""


def score(found: Sequence[Token], index: int, lexicon: Lexicon) -> Amount | None:
    """One side of a vote, as a count of votes; or the score of a game, as the ratio of its sides.

    A vote is told in two numbers that newsrooms count and correct one by one; a game to nil has no ratio.
    """
    what = is_score(found, index, lexicon)
    if what == "vote" or index > 1 and is_score(found, index - 2, lexicon) == "vote":
        votes = Number(index, index + 1, Decimal(int(found[index].text)))
        return amount_of(Kind.COUNT, votes, "vote", index + 1)
    if not what:
        return None
    value = decimal(Fraction(int(found[index].text), int(found[index + 2].text)))
    return Amount(index, index + 3, Quantity(Kind.RATIO, value, value, step=Decimal("1E-10")))


# ---------------------------------------------------------------------------------------- units without a number


def unit_alone(found: Sequence[Token], index: int, lexicon: Lexicon) -> Amount | None:
    """As in "a decade", "a century", "a year and a half", "nearly an hour": an article stands for one."""
    if found[index].lower not in ("a", "an", "one") or index + 1 >= len(found):
        return None
    unit = lexicon.units.get((found[index + 1].lower,))
    if unit is None or unit.kind is not Kind.DURATION:
        return None
    halved = [word_at(found, index + 2 + place) for place in range(3)] == ["and", "a", "half"]
    end, value = (index + 5, Decimal("1.5")) if halved else (index + 2, ONE)
    quantity = Quantity(Kind.DURATION, value, value, unit.symbol, step=Decimal("0.5") if halved else ONE)
    told = halved or unit.symbol in ("decade", "century")
    if not told and (unit.symbol == "s" or hedge_of(found, index, end, quantity, lexicon) is None):
        return None
    return None if word_at(found, index + 2) in lexicon.grammar["then"] else Amount(index, end, quantity)
