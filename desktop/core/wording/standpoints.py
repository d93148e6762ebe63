"""Says where an article stands on a topic: what it says, and how far that is from what most say."""

from decimal import Decimal

from desktop.core.language import say
from desktop.core.standpoints import Standpoint
from desktop.core.wording.amounts import number
from desktop.core.wording.citing import says
from desktop.core.wording.labels import Names
from desktop.core.wording.pairs import apart, tidy
from desktop.core.wording.slips import cause

_TWICE = Decimal(2)


def standpoint(value: Standpoint, names: Names) -> tuple[str, str]:
    """What is said; and of all but the first, how far that is from the first and what slip would explain it."""
    said = says(value.claim)
    if value.pair is None:
        return said, ""
    slips = [cause(diagnosis, value.pair, names) for diagnosis in value.pair.diagnoses[:1]]
    return said, " ".join(part for part in (_factor(value), *slips) if part)


def _factor(value: Standpoint) -> str:
    """How many times as much or how small a part of it, in signs: "× 10", "÷ 12"; nearer amounts in words."""
    pair = value.pair
    if pair is None or pair.ratio is None or pair.common_a is None or pair.common_b is None or pair.ratio == 1:
        return ""
    if pair.ratio < _TWICE:
        return say("{apart}.", apart=apart(pair))
    own, other = (pair.common_a, pair.common_b) if pair.a.article in value.articles else (pair.common_b, pair.common_a)
    factor = number(tidy(pair.ratio))
    return say("×\u00a0{factor}.", factor=factor) if own > other else say("÷\u00a0{factor}.", factor=factor)
