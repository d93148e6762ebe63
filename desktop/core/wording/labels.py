"""Knows what the engine's findings are called."""

from collections.abc import Mapping

from desktop.core.agreement import Status
from desktop.core.claims import PAYMENT
from desktop.core.language import phrase, say
from desktop.core.quantities import Kind
from desktop.core.topics import Topic
from desktop.core.wording.lists import commas

Names = Mapping[str, str]
"""What to call each article, by its id."""

_STATUS = {
    None: phrase("only in one"),
    Status.AGREE: phrase("agree"),
    Status.EQUIVALENT: phrase("equivalent"),
    Status.APPROX: phrase("close"),
    Status.CONFLICT: phrase("conflict"),
}

KINDS = {
    Kind.MONEY: phrase("amount"),
    Kind.PERCENT: phrase("percentage"),
    Kind.DATE: phrase("date"),
    Kind.TIME: phrase("time"),
    Kind.DURATION: phrase("duration"),
    Kind.COUNT: phrase("count"),
    Kind.ORDINAL: phrase("rank"),
    Kind.MULTIPLE: phrase("multiple"),
    Kind.RATIO: phrase("ratio"),
    Kind.DISTANCE: phrase("distance"),
    Kind.MAGNITUDE: phrase("magnitude"),
    Kind.AGE: phrase("age"),
    Kind.RATE: phrase("rate"),
    Kind.TEMPERATURE: phrase("temperature"),
    Kind.AREA: phrase("area"),
    Kind.MASS: phrase("mass"),
    Kind.SPEED: phrase("speed"),
    Kind.QUANTITY: phrase("quantity"),
}
"""What each sort of amount is called in a topic; said with `say`."""

_LABELS = {
    "notice": "notice period",
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
    "sheltered": "in shelters",
    "quarantined": "in quarantine",
    "strikers": "on strike",
    "containment": "contained",
    "captivity": "time in captivity",
    "deliberation": "deliberations",
    "fugitive": "time on the run",
    "response": "response time",
    "vote_share": "share of the vote",
    "punitive": "punitive damages",
    "ebitda": "core earnings",
    "eps": "earnings per share",
    "same_store": "comparable sales",
    "buyback": "share buyback",
    "capex": "capital spending",
    "offer_price": "price per share",
    "guaranteed": "guaranteed money",
    "tax": "tax rate",
    "opt_out": "opt-out date",
    "arrest_date": "date of the arrest",
    "release_date": "date of the release",
    "battery": "battery life",
}
"""What an attribute is called, where its own name will not do; the word lists hold the same and more, as phrases."""

_TERMS = {
    "rate": phrase("the amount per period"),
    "end": phrase("the end of the term"),
    "start": phrase("the start of the term"),
    "ramp": phrase("the ramp-up months"),
    "total": phrase("the total over the term"),
    "term": phrase("the length of the term"),
    "instalments": phrase("the number of instalments"),
    "flat": phrase("the same amount every month"),
    "spread_evenly": phrase("an amount for a longer time is paid in equal parts every month"),
    "parties_from_context": phrase("who pays whom is taken from the rest of the article"),
    "no_exit": phrase("nobody uses the right to end the deal early"),
    "end_paid": phrase("the month named as the end may or may not be paid"),
    "by_editor": phrase("an amount or a date is as the editor reads it"),
    "ramp_reduced": phrase("how much less is paid during the ramp-up is not stated: anything from nothing to all"),
    "year_from_publication": phrase("the year of the ramp-up is that of publication"),
    "year_from_usual_term": phrase("the ramp-up months have no year; a term of about three years is supposed"),
    "start_at_ramp": phrase("payments start with the ramp-up"),
    "start_from_other": phrase("the start is taken from another article"),
    "end_from_term": phrase("the end follows from the start and the length of the term"),
    "start_from_term": phrase("the start follows from the end and the length of the term"),
    "weeks_of_a_year": phrase("a year is counted as 52 weeks"),
    "days_of_a_year": phrase("a year is counted as 365 days"),
    "ramp_at_start": phrase("the ramp-up begins with the payments"),
    "start_at_publication": phrase("payments start in the month of publication"),
}


def status(value: Status | None) -> str:
    """A status in words."""
    return say(_STATUS[value])


def topic(value: Topic) -> str:
    """A topic in words: "payment, Acme to Globex", "revenue, Globex", "killed, Torvela", "growth, profit, earlier"."""
    if value.attribute == PAYMENT and value.payer and value.payee:
        return say("{label}, {payer} to {payee}", label=attribute(PAYMENT), payer=value.payer, payee=value.payee)
    owner = value.subject if value.kind in (Kind.MONEY, Kind.PERCENT) and not value.of else None
    changed = attribute(value.of) if value.of else None
    place = value.place.title() if value.place and value.kind is Kind.COUNT else None
    parts = [_what(value), owner, changed, place, say("earlier") if value.earlier else None]
    return commas([part for part in parts if part])


def _what(value: Topic) -> str:
    """What is counted or measured; a noun is one of the articles' own words."""
    if value.attribute:
        label = attribute(value.attribute)
        is_counted = value.kind is Kind.COUNT and value.noun not in (None, "", "person", "people")
        if not is_counted or (value.noun or "") in _label(value.attribute):
            return label
        return say("{label} ({noun})", label=label, noun=value.noun)
    if not value.noun:
        return say(KINDS[value.kind])
    if value.kind is Kind.COUNT:
        return say("{noun}", noun=value.noun)
    return say("{noun} ({kind})", noun=value.noun, kind=say(KINDS[value.kind]))


def attribute(slug: str) -> str:
    """What claims are about, by the slug of their attribute, in words."""
    return say(_label(slug))


def _label(slug: str) -> str:
    return _LABELS.get(slug, slug.replace("_", " "))


def assumption(slug: str) -> str:
    """What an article states of a payment schedule, or what had to be supposed for it."""
    return say(_TERMS[slug])
