"""Says what two claims are to each other."""

from decimal import Decimal

from desktop.core.agreement import Basis, Diagnosis, Pair, Status
from desktop.core.language import say, say_count
from desktop.core.quantities import Kind
from desktop.core.wording.amounts import amount, many, number, time
from desktop.core.wording.capitals import capital
from desktop.core.wording.citing import says, says_within
from desktop.core.wording.labels import Names
from desktop.core.wording.slips import cause


def why(pair: Pair, names: Names) -> str:
    """One or two plain sentences: both readings, the arithmetic, and what would reconcile them."""
    return _linked(pair, _why(pair, names))


def _linked(pair: Pair, said: str) -> str:
    """What is said of a pair, and that it is an editor's doing that it is one."""
    return f"{said} {say('Linked by the editor.')}" if pair.by_editor else said


def _why(pair: Pair, names: Names) -> str:
    a, b = says_within(pair.a), says_within(pair.b)
    match pair.status:
        case Status.AGREE if a == b:
            return _closed(say("Both say {a}.", a=a))
        case Status.AGREE:
            return _both(pair, names, a, b, say("the same."))
        case Status.EQUIVALENT:
            return _both(pair, names, a, b, _conversion(pair))
        case Status.APPROX:
            return _both(pair, names, a, b, _tolerance(pair))
    if Diagnosis.DIRECTION in pair.diagnoses and pair.a.payer:
        told = _both_ways(pair, names, says(pair.a), says(pair.b), _arithmetic(pair))
    else:
        told = _both(pair, names, a, b, _arithmetic(pair))
    return " ".join((told, *(cause(diagnosis, pair, names) for diagnosis in pair.diagnoses)))


def reason(pair: Pair, names: Names) -> str:
    """What follows from two claims, without saying again what they say: the arithmetic, and what would reconcile them.

    Where who says what is the point (payer and payee, two places of one article), all of `why`.
    """
    if pair.is_internal or (Diagnosis.DIRECTION in pair.diagnoses and pair.a.payer):
        return why(pair, names)
    match pair.status:
        case Status.AGREE:
            found = say("the same.")
        case Status.EQUIVALENT:
            found = _conversion(pair)
        case Status.APPROX:
            found = _tolerance(pair)
        case _:
            slips = [cause(diagnosis, pair, names) for diagnosis in pair.diagnoses]
            found = " ".join(part for part in (_arithmetic(pair), *slips) if part)
    return _linked(pair, capital(found)) if found else why(pair, names)


def _both(pair: Pair, names: Names, a: str, b: str, why: str) -> str:
    """What both say, and what follows: a clause with its stop, or nothing."""
    one, other = _names(pair, names)
    if pair.is_internal:
        if why:
            return say("{one} once says {a}, elsewhere {b}: {why}", one=one, a=a, b=b, why=why)
        return _closed(say("{one} once says {a}, elsewhere {b}.", one=one, a=a, b=b))
    if why:
        return say("{one} says {a}, {other} {b}: {why}", one=one, a=a, other=other, b=b, why=why)
    return _closed(say("{one} says {a}, {other} {b}.", one=one, a=a, other=other, b=b))


def _both_ways(pair: Pair, names: Names, a: str, b: str, why: str) -> str:
    """Who pays whom in both, and what follows, likewise."""
    one, other = _names(pair, names)
    parts = {
        **{"one": one, "other": other, "a": a, "b": b, "why": why},
        **{"payer": pair.a.payer, "payee": pair.a.payee, "payer_b": pair.b.payer, "payee_b": pair.b.payee},
    }
    if pair.is_internal:
        if why:
            return say(
                "{one} once has {payer} pay {payee} ({a}), elsewhere has {payer_b} pay {payee_b} ({b}): {why}", **parts
            )
        return say("{one} once has {payer} pay {payee} ({a}), elsewhere has {payer_b} pay {payee_b} ({b}).", **parts)
    if why:
        return say("{one} has {payer} pay {payee} ({a}), {other} has {payer_b} pay {payee_b} ({b}): {why}", **parts)
    return say("{one} has {payer} pay {payee} ({a}), {other} has {payer_b} pay {payee_b} ({b}).", **parts)


def _names(pair: Pair, names: Names) -> tuple[str, str]:
    return names.get(pair.a.article, pair.a.article), names.get(pair.b.article, pair.b.article)


def _closed(sentence: str) -> str:
    """A sentence with one stop; "3:50 a.m." brings its own."""
    return sentence[:-1] if sentence.endswith("..") else sentence


def _conversion(pair: Pair) -> str:
    if pair.basis is Basis.PRECISION:
        return say("one is only more precise.")
    if pair.common_a is None or pair.basis in (Basis.FORM, Basis.SAME):
        return say("the same in other terms.")
    both = _in_common(pair.common_a, pair)
    if pair.basis is Basis.PERIOD:
        return say("both come to {both}.", both=both)
    if pair.basis is Basis.UNIT:
        if pair.a.figure.quantity.kind is Kind.DURATION and pair.common_unit:
            both = time(pair.common_a, pair.common_unit)
        return say("both are about {both}.", both=both)
    return say("both come to about {both} {at_rate}.", both=both, at_rate=_at_rate(pair))


def _in_common(value: Decimal, pair: Pair) -> str:
    """An amount in the terms in which two were compared."""
    return amount(value, pair.common_unit, pair.common_per, kind=pair.a.figure.quantity.kind)


def _at_rate(pair: Pair) -> str:
    """Which exchange rate two amounts were compared at."""
    if pair.rate_year is None:
        return say("at the rate the articles state")
    return say("at the average rate of {year}, give or take 15 %", year=pair.rate_year)


def _tolerance(pair: Pair) -> str:
    if pair.a.figure.quantity.kind is Kind.TIME:
        return say('"about" covers a quarter of an hour.')
    exchanged = pair.a.figure.quantity.unit != pair.b.figure.quantity.unit and pair.a.figure.quantity.kind is Kind.MONEY
    apart = _percent_apart(pair.ratio) if pair.ratio is not None and pair.ratio >= Decimal("1.0005") else ""
    match pair.basis:
        case Basis.HEDGE if apart:
            return say('"about" covers 5 % either way, and they are {apart}.', apart=apart)
        case Basis.HEDGE:
            return say('"about" covers 5 % either way.')
        case Basis.ROUNDING if exchanged:
            return say("they fit at the rate the articles state, within the last digit written.")
        case Basis.ROUNDING if apart:
            return say("the difference lies within the last digit written, and they are {apart}.", apart=apart)
        case Basis.ROUNDING:
            return say("the difference lies within the last digit written.")
        case Basis.RANGE:
            return say("one lies within what the other allows.")
        case Basis.EXCHANGE:
            return say("they fit at the rate the articles state.")
    return say("they are close.")


def _arithmetic(pair: Pair) -> str:
    """How far apart two amounts are, in the terms in which they were compared; "" where no number says it."""
    if pair.ratio is None or pair.ratio == 1 or pair.common_a is None or pair.common_b is None:
        return ""
    far = say("a factor of {number}", number=number(tidy(pair.ratio))) if pair.ratio >= 2 else apart(pair)
    is_converted = pair.common_per and pair.a.figure.quantity.per != pair.b.figure.quantity.per
    if pair.basis in (Basis.EXCHANGE, Basis.YEARLY_RATE):
        rough = Decimal(f"{float(pair.common_b):.3g}")  # an exchange rate is no sharper
        about, at_rate = _in_common(rough, pair), _at_rate(pair)
        if not is_converted:
            return say("that is about {about} {at_rate}, {apart}.", about=about, at_rate=at_rate, apart=far)
        return say(
            "that is {left} against {right}, that is about {about} {at_rate}, {apart}.",
            left=_in_common(pair.common_a, pair),
            right=_in_common(pair.common_b, pair),
            about=about,
            at_rate=at_rate,
            apart=far,
        )
    if is_converted or pair.basis is Basis.PERIOD:
        left, right = _in_common(pair.common_a, pair), _in_common(pair.common_b, pair)
        return say("that is {left} against {right}, {apart}.", left=left, right=right, apart=far)
    return say("{apart}.", apart=far)


def apart(pair: Pair) -> str:
    """How far two amounts of less than a factor of two are apart: "2 points apart", "14 % apart"."""
    return _plain_difference(pair) or _percent_apart(pair.ratio or Decimal(1))


def _percent_apart(ratio: Decimal) -> str:
    return say("{number} % apart", number=number(((ratio - 1) * 100).quantize(Decimal("0.1"))))


def _plain_difference(pair: Pair) -> str:
    """How far apart two percentages, ages or small numbers are, as one says it: in points, in years, in ones."""
    one, other = pair.a.figure.quantity, pair.b.figure.quantity
    shares = pair.common_unit == "%" and one.kind is not other.kind
    if shares and pair.common_a is not None and pair.common_b is not None:
        points = number(abs(pair.common_a - pair.common_b))  # "35%" and "a quarter"
        return say_count("{number} point apart", "{number} points apart", many(points), number=points)
    if one.value is None or other.value is None or one.unit != other.unit or one.kind is not other.kind:
        return ""
    difference = abs(one.value - other.value)
    apart = number(difference)
    if one.kind is Kind.PERCENT:
        return say_count("{number} point apart", "{number} points apart", many(apart), number=apart)
    if one.kind in (Kind.AGE, Kind.DURATION):
        return say("{amount} apart", amount=time(difference, one.unit or "year"))
    if one.kind is Kind.COUNT and max(one.value, other.value) < _SMALL:
        return say("{number} apart", number=apart)
    return ""


_SMALL = 100


def tidy(ratio: Decimal) -> Decimal:
    """A ratio to three digits, whole where it is all but whole."""
    whole = ratio.to_integral_value()
    return whole if abs(ratio - whole) <= ratio / 1000 else Decimal(f"{float(ratio):.3g}")
