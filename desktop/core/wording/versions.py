"""Says what an outlet changed between two versions of an article."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from desktop.core.annotations import Annotation
from desktop.core.corrections import Correction
from desktop.core.language import phrase, phrases, say, say_count
from desktop.core.links import Link
from desktop.core.quantities import ONE_SIDED, Exactness, Kind
from desktop.core.reanchoring import Renewal, Work
from desktop.core.rulings import Ruling
from desktop.core.versions import Changes, Fate, FigureChange, PassageChange
from desktop.core.wording.amounts import number, period
from desktop.core.wording.capitals import capital
from desktop.core.wording.citing import printed
from desktop.core.wording.intervals import apart
from desktop.core.wording.lists import listed
from desktop.core.wording.quantities import EXACTNESS, quantity

FATES = {
    Fate.CHANGED: phrase("changed"),
    Fate.MOVED: phrase("moved"),
    Fate.GONE: phrase("gone"),
    Fate.NEW: phrase("new"),
}
"""What can become of a figure or a passage; said with `say`."""


def figure_change(change: FigureChange) -> str:
    """One change of a figure in a sentence: “$12 a year” became “$12 a month”: …"""
    if change.was is None or change.now is None:
        only = change.was or change.now
        words = phrase("“{figure}” is new.") if change.was is None else phrase("“{figure}” is gone.")
        return "" if only is None else say(words, figure=printed(only))
    became = say("“{was}” became “{now}”", was=printed(change.was), now=printed(change.now))
    meant = meaning(change)
    return f"{became}: {meant}." if meant else f"{became}."


def meaning(change: FigureChange) -> str:
    """What a change of a figure comes to, in a few words; what a new one was read as; a lost one is gone."""
    was, now = change.was, change.now
    if was is None or now is None:
        figure = was or now
        return "" if figure is None else say(FATES[Fate.GONE]) if now is None else quantity(figure.quantity)
    one, other = was.quantity, now.quantity
    parts = []
    if one.per != other.per:
        parts.append(_other_period(one.per, other.per))
    if one.unit != other.unit and one.unit and other.unit:
        parts.append(say("in {now} instead of {was}", was=one.unit, now=other.unit))
    if change.factor is not None and change.factor != 1:
        parts.append(_factor(change.factor, yearly=one.per != other.per))
    elif one.kind in (Kind.DATE, Kind.TIME) and other.kind is one.kind:
        away = apart(one.iso or "", other.iso or "")
        parts.append(away or say("{now} instead of {was}", was=quantity(one), now=quantity(other)))
    if one.exactness is not other.exactness:
        parts.append(_other_bound(one.exactness, other.exactness))
    if not parts:
        parts.append(say("read as {now}, before as {was}", was=quantity(one), now=quantity(other)))
    return "; ".join(parts)


def passage_change(change: PassageChange) -> str:
    """What became of a passage, in a word."""
    if change.fate is Fate.CHANGED:
        return say("worded otherwise")
    return say(FATES[change.fate])


def summary(found: Changes) -> str:
    """How much was changed, in a sentence."""
    if found.is_nothing:
        return say("The two versions say the same.")
    counts = {fate: len(found.figures_that(fate)) for fate in Fate}
    parts = [
        say_count("{count} figure changed", "{count} figures changed", counts[Fate.CHANGED]),
        say_count("{count} figure gone", "{count} figures gone", counts[Fate.GONE]),
        say_count("{count} figure new", "{count} figures new", counts[Fate.NEW]),
    ]
    told = [words for words, fate in zip(parts, (Fate.CHANGED, Fate.GONE, Fate.NEW), strict=True) if counts[fate]]
    if not told:
        told.append(say("no figure changed"))
    if found.headline is not None:
        told.append(say("another headline"))
    if found.passages:
        told.append(say_count("{count} passage different", "{count} passages different", len(found.passages)))
    words = listed(told)
    return f"{capital(words)}."


def renewal(done: Renewal, editor: str) -> str:
    """What became of what editors made on an article when a newer version came: found again, and lost; of what this
    editor may see."""
    seen = done.workspace.seen_by(editor)
    known = {*seen.annotations, *seen.rulings, *seen.corrections, *seen.links}
    found, lost = ([one for one in made if one in known] for made in (done.found, done.lost))
    parts = []
    if found:
        parts.append(say("Found again: {things}.", things=_things(found)))
    if lost:
        parts.append(say("To be placed by hand, in the Notes panel: {things}.", things=_things(lost)))
    return " ".join(parts)


def _things(made: Iterable[Work]) -> str:
    counts = Counter(type(one) for one in made)
    told = (
        (counts[Annotation], phrases("{count} note", "{count} notes")),
        (counts[Ruling], phrases("{count} ruling", "{count} rulings")),
        (counts[Correction], phrases("{count} correction", "{count} corrections")),
        (counts[Link], phrases("{count} link", "{count} links")),
    )
    return listed([say_count(*words, count) for count, words in told if count])


def in_full(found: Changes, was: str, now: str) -> str:
    """All that changed as plain text, for the clipboard. was, now: what to call the two versions."""
    lines = [say("From {was} to {now}", was=was, now=now), summary(found)]
    lines += _block(figure_change(change) for change in found.figures)
    if found.headline is not None:
        lines += ["", say("Headline: “{was}” became “{now}”.", was=found.headline[0], now=found.headline[1])]
    old, new = found.old.text, found.new.text
    for change in found.passages:
        lines.append("")
        if change.was is not None:
            lines.append(f"- {' '.join(change.was.of(old).split())}")
        if change.now is not None:
            lines.append(f"+ {' '.join(change.now.of(new).split())}")
    return "\n".join(lines)


def _block(lines: Iterable[str]) -> list[str]:
    told = list(lines)
    return ["", *told] if told else []


def _other_period(was: str | None, now: str | None) -> str:
    if was is None or now is None:
        words = phrase("{period} now, before not") if was is None else phrase("no longer {period}")
        return say(words, period=period(now or was or ""))
    return say("{now} instead of {was}", was=period(was), now=period(now))


def _factor(factor: Fraction, *, yearly: bool) -> str:
    """How much more or less it is: in percent, or how many times where it is twice as much or half."""
    if factor <= 0:
        return say("with the opposite sign") if factor < 0 else say("nothing is left of it")
    if Fraction(1, 2) < factor < 2:
        share = _told(abs(factor - 1) * 100)
        return say("{number} % more", number=share) if factor > 1 else say("{number} % less", number=share)
    times = _told(max(factor, 1 / factor))
    if factor > 1:
        words = phrase("{number} times as much a year") if yearly else phrase("{number} times as much")
    else:
        words = (
            phrase("what it was a year, divided by {number}") if yearly else phrase("what it was, divided by {number}")
        )
    return say(words, number=times)


def _told(value: Fraction) -> str:
    """A number in no more digits than one reads."""
    return number(Decimal(f"{float(value):.3g}"))


def _other_bound(was: Exactness, now: Exactness) -> str:
    if now in ONE_SIDED or now is Exactness.ABOUT:
        return say("“{bound}” now", bound=say(EXACTNESS[now]))
    return say("no longer “{bound}”", bound=say(EXACTNESS[was]))
