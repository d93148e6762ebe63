"""Knows how the engine's findings are said in plain words."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from desktop.core.agreement import Basis, Comparison, Diagnosis, Pair, Standing, Status
from desktop.core.checks import Check, CheckVerdict, Rule
from desktop.core.claims import PAYMENT, Claim, Mark
from desktop.core.quantities import Exactness, Kind, has_changed_places
from desktop.core.topics import Topic

Names = Mapping[str, str]
"""What to call each article, by its id."""

_SIGNS = {"USD": "$", "GBP": "£", "EUR": "€", "JPY": "¥", "INR": "₹", "CAD": "C$", "AUD": "A$"}
_SCALES = ((Decimal(10**12), "trillion"), (Decimal(10**9), "billion"), (Decimal(10**6), "million"))

_STATUS = {
    None: "only in one",
    Status.AGREE: "agree",
    Status.EQUIVALENT: "equivalent",
    Status.APPROX: "close",
    Status.CONFLICT: "conflict",
}

_KINDS = {
    Kind.MONEY: "amount",
    Kind.PERCENT: "percentage",
    Kind.DATE: "date",
    Kind.TIME: "time",
    Kind.DURATION: "duration",
    Kind.COUNT: "count",
    Kind.ORDINAL: "rank",
    Kind.MULTIPLE: "multiple",
    Kind.RATIO: "ratio",
    Kind.DISTANCE: "distance",
    Kind.MAGNITUDE: "magnitude",
    Kind.AGE: "age",
    Kind.RATE: "rate",
    Kind.TEMPERATURE: "temperature",
    Kind.AREA: "area",
    Kind.MASS: "mass",
    Kind.SPEED: "speed",
    Kind.QUANTITY: "quantity",
}

_LABELS = {
    "payment": "payment",
    "job_cuts": "job cuts",
    "operating_profit": "operating profit",
    "notice": "notice period",
    "end_date": "end date",
    "start_date": "start date",
    "closing_date": "closing date",
    "announced_date": "date of the announcement",
    "filing_date": "date of the filing",
    "event_date": "date of the event",
    "event_time": "time of the event",
    "loot": "stolen goods",
    "acquisition": "purchase price",
    "value": "worth",
    "salary": "pay",
    "ramp": "ramp-up months",
    "lasted": "duration",
    "founded": "year of foundation",
    "contract": "contract value",
    "share_price": "share price",
    "critical": "critically injured",
    "prize": "prize money",
    "jobs_created": "new jobs",
    "burned": "area burned",
    "wind": "wind speed",
    "born": "date of birth",
    "hearing": "date in court",
    "meeting": "date of the meeting",
    "interest": "interest rate",
    "infected": "cases",
    "outage": "without power",
    "break_fee": "break-up fee",
    "gross": "box office",
    "limit": "speed limit",
    "stabbed": "stab wounds",
    "effective_date": "effective date",
    "opening_date": "opening date",
    "sheltered": "in shelters",
    "quarantined": "in quarantine",
    "strikers": "on strike",
    "cut_off": "cut off",
    "water_level": "water level",
    "containment": "contained",
    "captivity": "time in captivity",
    "deliberation": "deliberations",
    "fugitive": "time on the run",
    "response": "response time",
    "legal_fees": "legal fees",
    "vote_share": "share of the vote",
    "punitive": "punitive damages",
    "ebitda": "core earnings",
    "eps": "earnings per share",
    "same_store": "comparable sales",
    "units_sold": "units sold",
    "buyback": "share buyback",
    "capex": "capital spending",
    "offer_price": "price per share",
    "signing_bonus": "signing bonus",
    "guaranteed": "guaranteed money",
    "transfer_fee": "transfer fee",
    "release_clause": "release clause",
    "core_inflation": "core inflation",
    "pay_rise": "pay rise",
    "tax": "tax rate",
    "home_runs": "home runs",
    "time_limit": "time limit",
    "opt_out": "opt-out date",
    "arrest_date": "date of the arrest",
    "release_date": "date of the release",
    "battery": "battery life",
    "market_share": "market share",
    "laid_off": "laid off",
}

_TOLD_BY_THEMSELVES = frozenset({Rule.DIFFERENCE, Rule.SUM, Rule.ORDER, Rule.UNITS, Rule.DATES, Rule.AGE})
"""Rules whose computation is in the unit of what is claimed."""

_PERIOD_SLIPS = ((12, "a monthly amount"), (52, "a weekly amount"), (365, "a daily amount"))

_TERMS = {
    "rate": "the amount per period",
    "end": "the end of the term",
    "start": "the start of the term",
    "ramp": "the ramp-up months",
    "total": "the total over the term",
    "term": "the length of the term",
    "instalments": "the number of instalments",
    "flat": "the same amount every month",
    "spread_evenly": "an amount for a longer time is paid in equal parts every month",
    "parties_from_context": "who pays whom is taken from the rest of the article",
    "no_exit": "nobody uses the right to end the deal early",
    "end_paid": "the month named as the end may or may not be paid",
    "ramp_reduced": "how much less is paid during the ramp-up is not stated: anything from nothing to all",
    "year_from_publication": "the year of the ramp-up is that of publication",
    "year_from_usual_term": "the ramp-up months have no year; a term of about three years is supposed",
    "start_at_ramp": "payments start with the ramp-up",
    "start_from_other": "the start is taken from another article",
    "end_from_term": "the end follows from the start and the length of the term",
    "start_from_term": "the start follows from the end and the length of the term",
    "weeks_of_a_year": "a year is counted as 52 weeks",
    "days_of_a_year": "a year is counted as 365 days",
    "ramp_at_start": "the ramp-up begins with the payments",
    "start_at_publication": "payments start in the month of publication",
}


def amount(value: Decimal, unit: str | None, per: str | None = None) -> str:
    """An amount in words and figures: "$1.25 billion per month", "12.4 km"."""
    scaled, word = value, ""
    for factor, name in _SCALES:
        if abs(value) >= factor:
            scaled, word = value / factor, f" {name}"
            break
    text = number(scaled)
    if unit in _SIGNS:
        text = f"{_SIGNS[unit]}{text}{word}"
    elif unit == "%":
        text = f"{text}{word} %"
    elif unit:
        text = f"{text}{word} {unit}"
    else:
        text = f"{text}{word}"
    return f"{text} per {per}" if per else text


def number(value: Decimal) -> str:
    """A number with thousands marked and no more than four telling digits behind the point."""
    rounded = Decimal(f"{float(value):.6g}") if abs(value) < 10**6 else value
    text = f"{rounded:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def says(claim: Claim) -> str:
    """What a claim says, in the article's own words; a rate apart is set off ("$18 billion … annually")."""
    figure = claim.figure
    text = " ".join(figure.quote.split())
    if figure.hedge is not None:
        softener = " ".join(figure.softener.split())
        text = f"{softener} {text}" if figure.hedge < figure.core else f"{text} {softener}"
    if figure.rate and figure.period is not None:
        text = f"{figure.rate} … {text}" if figure.period < figure.core else f"{text} … {figure.rate}"
    if Mark.TOTAL in claim.marks:
        text = f"{text} in all"
    return text


def status(value: Status | None) -> str:
    """A status in words."""
    return _STATUS[value]


def topic(value: Topic) -> str:
    """A topic in words: "payment, Acme to Globex", "revenue, Globex", "killed, Torvela", "growth, profit, earlier"."""
    label = _LABELS.get(value.attribute, value.attribute) if value.attribute else None
    if value.attribute == PAYMENT and value.payer and value.payee:
        return f"{label}, {value.payer} to {value.payee}"
    counted = value.noun if value.kind is Kind.COUNT and value.noun not in ("person", "people") else None
    if label is None:
        label = value.noun or _KINDS[value.kind]
        if value.noun and value.kind is not Kind.COUNT:
            label = f"{label} ({_KINDS[value.kind]})"
    elif counted and counted not in label:
        label = f"{label} ({counted})"
    owner = value.subject if value.kind in (Kind.MONEY, Kind.PERCENT) and not value.of else None
    changed = _LABELS.get(value.of, value.of) if value.of else None
    place = value.place.title() if value.place and value.kind is Kind.COUNT else None
    parts = [label, owner, changed, place, "earlier" if value.earlier else None]
    return ", ".join(part for part in parts if part)


def assumption(slug: str) -> str:
    """What an article states of a payment schedule, or what had to be supposed for it."""
    return _TERMS[slug]


# ---------------------------------------------------------------------------------------------------------------- pairs


def why(pair: Pair, names: Names) -> str:
    """One or two plain sentences: both readings, the arithmetic, and what would reconcile them."""
    one, other = _namers(pair, names)
    a, b = says(pair.a), says(pair.b)
    match pair.status:
        case Status.AGREE:
            return _closed(f"Both say {a}") if a == b else f"{one} says {a}, {other} {b}: the same."
        case Status.EQUIVALENT:
            return f"{one} says {a}, {other} {b}: {_conversion(pair)}"
        case Status.APPROX:
            return f"{one} says {a}, {other} {b}: {_tolerance(pair)}"
    return _conflict(pair, one, other)


def _namers(pair: Pair, names: Names) -> tuple[str, str]:
    one = names.get(pair.a.article, pair.a.article)
    other = names.get(pair.b.article, pair.b.article)
    return (f"{one} once", "elsewhere") if pair.is_internal else (one, other)


def _conversion(pair: Pair) -> str:
    if pair.basis is Basis.PRECISION:
        return "one is only more precise."
    if pair.common_a is None or pair.basis in (Basis.FORM, Basis.SAME):
        return "the same in other terms."
    both = amount(pair.common_a, pair.common_unit, pair.common_per)
    if pair.basis is Basis.PERIOD:
        return f"both come to {both}."
    if pair.basis is Basis.UNIT:
        many = pair.a.figure.quantity.kind is Kind.DURATION and pair.common_a != 1
        unit = _LONG_UNITS.get(pair.common_unit or "", pair.common_unit)
        return f"both are about {number(pair.common_a)} {unit}s." if many else f"both are about {both}."
    return f"both come to about {both} at {_rate(pair)}."


def _rate(pair: Pair) -> str:
    """Which exchange rate two amounts were compared at."""
    if pair.rate_year is None:
        return "the rate the articles state"
    return f"the average rate of {pair.rate_year}, give or take 15 %"


def _tolerance(pair: Pair) -> str:
    if pair.a.figure.quantity.kind is Kind.TIME:
        return '"about" covers a quarter of an hour.'
    exchanged = pair.a.figure.quantity.unit != pair.b.figure.quantity.unit and pair.a.figure.quantity.kind is Kind.MONEY
    match pair.basis:
        case Basis.HEDGE:
            return f'"about" covers 5 % either way{_apart(pair)}.'
        case Basis.ROUNDING if exchanged:
            return "they fit at the rate the articles state, within the last digit written."
        case Basis.ROUNDING:
            return f"the difference lies within the last digit written{_apart(pair)}."
        case Basis.RANGE:
            return "one lies within what the other allows."
        case Basis.EXCHANGE:
            return "they fit at the rate the articles state."
    return "they are close."


def _apart(pair: Pair) -> str:
    if pair.ratio is None or pair.ratio < Decimal("1.0005"):
        return ""
    return f", and they are {number(((pair.ratio - 1) * 100).quantize(Decimal('0.1')))} % apart"


def _conflict(pair: Pair, one: str, other: str) -> str:
    a, b = says(pair.a), says(pair.b)
    causes = [_cause(diagnosis, pair, one, other) for diagnosis in pair.diagnoses]
    opening = f"{one} says {a}, {other} {b}"
    if Diagnosis.DIRECTION in pair.diagnoses and pair.a.payer:
        opening = (
            f"{one} has {pair.a.payer} pay {pair.a.payee} ({a}), {other} has {pair.b.payer} pay {pair.b.payee} ({b})"
        )
    told = _closed(f"{opening}{_arithmetic(pair)}")
    return f"{told} {' '.join(cause for cause in causes if cause)}".rstrip()


def _closed(text: str) -> str:
    """A sentence with its stop; "3:50 a.m." has one already."""
    return text if text.endswith(".") else f"{text}."


def _arithmetic(pair: Pair) -> str:
    if pair.ratio is None or pair.ratio == 1 or pair.common_a is None or pair.common_b is None:
        return ""
    parts = []
    if pair.basis is Basis.PERIOD or (pair.common_per and pair.a.figure.quantity.per != pair.b.figure.quantity.per):
        left = amount(pair.common_a, pair.common_unit, pair.common_per)
        right = amount(pair.common_b, pair.common_unit, pair.common_per)
        parts.append(f"that is {left} against {right}")
    if pair.basis in (Basis.EXCHANGE, Basis.YEARLY_RATE):
        rough = Decimal(f"{float(pair.common_b):.3g}")  # an exchange rate is no sharper
        parts.append(f"that is about {amount(rough, pair.common_unit, pair.common_per)} at {_rate(pair)}")
    if pair.ratio >= 2:
        parts.append(f"a factor of {number(_tidy(pair.ratio))}")
    else:
        parts.append(_plain_difference(pair) or f"{number(((pair.ratio - 1) * 100).quantize(Decimal('0.1')))} % apart")
    return ": " + ", ".join(parts)


def _plain_difference(pair: Pair) -> str:
    """How far apart two percentages, ages or small numbers are, as one says it: in points, in years, in ones."""
    one, other = pair.a.figure.quantity, pair.b.figure.quantity
    if one.value is None or other.value is None or one.unit != other.unit or one.kind is not other.kind:
        return ""
    apart = number(abs(one.value - other.value))
    if one.kind is Kind.PERCENT:
        return f"{apart} {'point' if apart == '1' else 'points'} apart"
    if one.kind in (Kind.AGE, Kind.DURATION):
        unit = one.unit or "year"
        return f"{apart} {_LONG_UNITS.get(unit, unit)}{'' if apart == '1' else 's'} apart"
    if one.kind is Kind.COUNT and max(one.value, other.value) < _SMALL:
        return f"{apart} apart"
    return ""


_SMALL = 100
_LONG_UNITS = {"s": "second"}


def _tidy(ratio: Decimal) -> Decimal:
    """A ratio to three digits, whole where it is all but whole."""
    whole = ratio.to_integral_value()
    return whole if abs(ratio - whole) <= ratio / 1000 else Decimal(f"{float(ratio):.3g}")


def _cause(diagnosis: Diagnosis, pair: Pair, one: str, other: str) -> str:
    match diagnosis:
        case Diagnosis.PERIOD:
            return _period_slip(pair, one, other)
        case Diagnosis.SCALE_X10:
            if pair.diagnoses[0] is not Diagnosis.SCALE_X10:
                return "A decimal point seems to have moved as well."
            times = "a hundred times" if pair.ratio is not None and pair.ratio > 50 else "ten times"
            return f"A decimal point seems to have moved: {times} one is the other."
        case Diagnosis.SCALE_X1000:
            return _scale_slip(pair)
        case Diagnosis.SCALE_MISSING:
            short = pair.a if (pair.common_a or 0) < (pair.common_b or 0) else pair.b
            return f'"{says(short)}" seems to have lost a word such as "billion" or "million".'
        case Diagnosis.DIRECTION if pair.a.payer:
            return "Payer and payee are swapped."
        case Diagnosis.DIRECTION:
            return "One tells of a rise, the other of a fall."
        case Diagnosis.TOTAL_VS_RATE:
            return "One is a total over the whole term, the other an amount per period."
        case Diagnosis.CURRENCY:
            if pair.a.figure.quantity.value == pair.b.figure.quantity.value:
                return "The same number stands with two different currencies."
            return "The exchange rate alone does not explain it."
        case Diagnosis.UNIT:
            return "The same number stands with two different units."
        case Diagnosis.DATE:
            return "The dates differ."
        case Diagnosis.UPDATE:
            return "One of them may be a later count or a corrected value."
        case Diagnosis.SUM:
            return "One may be the sum of several parts."
        case Diagnosis.ROUNDING:
            return "Rounding may explain it."
        case Diagnosis.ARITHMETIC:
            return "One of them seems to be miscalculated."
    if has_changed_places(pair.a.figure.quantity, pair.b.figure.quantity):
        return "Two digits seem to have changed places."
    return "No common slip explains the difference."


def _scale_slip(pair: Pair) -> str:
    found = [_SCALE_WORDS.findall(claim.figure.quote.lower())[-1:] for claim in (pair.a, pair.b)]
    if found[0] and found[1] and found[0] != found[1]:
        return f'A scale word seems to be mistaken ("{found[0][0]}" for "{found[1][0]}", or the other way round).'
    return "A scale word seems to be mistaken: a factor of a thousand."


_SCALE_WORDS = re.compile(r"(?:thousand|million|billion|trillion|mln|bln|bn|tn|mn|[mbk])(?![a-z])")


def _period_slip(pair: Pair, one: str, other: str) -> str:
    a, b = pair.a.figure.quantity, pair.b.figure.quantity
    if a.value is not None and a.value == b.value and a.per and b.per:
        return f"The same number stands once per {a.per} and once per {b.per}: one of the two periods is mistaken."
    low, short = (pair.a, one) if (pair.common_a or 0) < (pair.common_b or 0) else (pair.b, other)
    slip = next((row for row in _PERIOD_SLIPS if _fits(pair, row[0])), _PERIOD_SLIPS[0])
    if low.figure.quantity.per == "year":
        return f"It fits if {_verb(short)} {slip[1]} for a yearly one (× {slip[0]})."
    return f"It fits if one period was taken for another (× {slip[0]})."


def _fits(pair: Pair, factor: int) -> bool:
    return pair.ratio is not None and abs(pair.ratio - factor) <= pair.ratio / 50


def _verb(who: str) -> str:
    return "the article elsewhere took" if who == "elsewhere" else f"{who} took"


# ------------------------------------------------------------------------------------------------- checks and verdicts


def check(value: Check) -> str:
    """What a check found, in one or two sentences with the arithmetic."""
    figure = value.claimed
    claimed = value.said or " ".join(f"{figure.softener} {figure.quote}".split())
    verdict = {
        CheckVerdict.OK: "holds",
        CheckVerdict.LOOSE: "holds only loosely",
        CheckVerdict.WRONG: "does not hold",
    }[value.verdict]
    if value.verdict is CheckVerdict.WRONG and figure.quantity.exactness in (Exactness.OVER, Exactness.AT_LEAST):
        verdict = "misleads" if value.actual > value.stated else verdict
    opening = f'"{claimed}" {verdict}: {value.computation}{_comes_to(value)}.'
    if value.rule is Rule.EXCESS and value.verdict is CheckVerdict.WRONG and value.share is not None:
        base = value.terms[-1]
        opening += (
            f' {figure.quote} of "{" ".join(base.quote.split())}" would be {amount(value.share, base.quantity.unit)}:'
            " a share may have been told as an excess."
        )
    return opening


def _comes_to(value: Check) -> str:
    """What a computation comes to in the unit of what is claimed, where it does not say so itself."""
    if value.rule in _TOLD_BY_THEMSELVES:
        return ""
    actual = Decimal(f"{float(value.actual):.4g}")
    if value.rule is Rule.MULTIPLE:
        return f", that is {number(actual)} times"
    return f", that is {amount(actual, value.unit or value.claimed.quantity.unit, value.per)}"


def verdict(value: Comparison, names: Names) -> str:
    """What all articles together say about a topic, and how many independent sources that is."""
    known = value.verdict
    many = known.agreeing != 1
    sources = f"{known.agreeing} article{'s' if many else ''}"
    if known.independent != known.agreeing:
        sources += f" ({known.independent} independent)"
    match known.standing:
        case Standing.CORROBORATED:
            return f"Corroborated by {sources}."
        case Standing.COMPATIBLE:
            return f"Compatible in {sources}."
        case Standing.SINGLE_SOURCE:
            return "Said by one article only."
    if known.outliers:
        out = _listed([names.get(name, name) for name in known.outliers])
        return f"Disputed: {sources} agree, {out} {'stands' if len(known.outliers) == 1 else 'stand'} apart."
    if many and known.agreeing == len({claim.article for claim in value.claims}):
        return f"Disputed: {sources} agree in their main reading, and differ in others."
    if len({claim.article for claim in value.claims}) == 2:
        return "Disputed: the two articles differ."
    return "Disputed: no reading has a majority."


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
