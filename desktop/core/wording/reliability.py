"""Says how far two editors agree."""

from collections.abc import Iterable

from desktop.core.anchors import Anchor
from desktop.core.language import phrase, say, say_count
from desktop.core.reliability import Reliability
from desktop.core.rulings import Ruling
from desktop.core.wording.amounts import figures
from desktop.core.wording.labels import Names
from desktop.core.wording.lists import clauses
from desktop.core.wording.rulings import ruling_between

FEW = 10
"""With fewer judgements than these, kappa would be another one for each that is ruled otherwise: no word fits it."""

_STRENGTHS = (
    (0.2, phrase("slight")),
    (0.4, phrase("fair")),
    (0.6, phrase("moderate")),
    (0.8, phrase("substantial")),
    (1.0, phrase("almost perfect")),
)
"""The upper bound of each strength of agreement, kappa.

Source: J. R. Landis and G. G. Koch, The measurement of observer agreement for categorical data, Biometrics 33 (1977),
159-174.
"""


def editor(name: str) -> str:
    """What to call an editor, who may have given no name."""
    return name or say("an editor without a name")


def agreed(value: Reliability) -> str:
    """On how much of what both ruled on two editors agree."""
    one, other = editor(value.one), editor(value.other)
    if not value.judged:
        return say("{one} and {other} have not ruled on the same yet.", one=one, other=other)
    return say_count(
        "{one} and {other} agree on {agreed} of {count} that both ruled on.",
        "{one} and {other} agree on {agreed} of {count} that both ruled on.",
        len(value.judged),
        one=one,
        other=other,
        agreed=value.agreed,
    )


def beyond_chance(value: Reliability) -> str:
    """How much of that is more than chance; "" where nothing was ruled on by both."""
    if not value.judged:
        return ""
    if value.kappa is None:
        return say("How much of this is chance cannot be told: both said one and the same of everything.")
    kappa = round(float(value.kappa), 2) + 0.0  # no minus before nought
    told = figures(f"{kappa:.2f}").replace("-", "−")
    if len(value.judged) < FEW:
        return say("Beyond chance: {kappa} (too few rulings to say much).", kappa=told)
    words = phrase("poor: less than chance would give") if kappa < 0 else phrase("no more than chance would give")
    if kappa > 0:
        words = next(words for bound, words in _STRENGTHS if kappa <= bound)
    return say("Beyond chance: {kappa}, {strength} (Landis & Koch 1977).", kappa=told, strength=say(words))


def contested(told: Iterable[Ruling], one: Anchor, other: Anchor, names: Names, first: str = "") -> str:
    """What several editors said of two places: "editors disagree: Ann: A is right; Ben: both wrong".

    told: the rulings on them, the last first; of each editor the last word counts. first: who is named first.
    """
    said: dict[str, str] = {}
    for ruling in told:
        said.setdefault(ruling.by, ruling_between(ruling, one, other, names))
    who = sorted(said, key=lambda name: (name != first, name))
    words = [say("{name}: {ruling}", name=editor(name), ruling=said[name]) for name in who]
    return say("editors disagree: {rulings}", rulings=clauses(words))
