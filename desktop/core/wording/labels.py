"""Knows what the engine's findings are called in English."""

from collections.abc import Mapping

from desktop.core.agreement import Status
from desktop.core.claims import PAYMENT
from desktop.core.quantities import Kind
from desktop.core.topics import Topic

Names = Mapping[str, str]
"""What to call each article, by its id."""

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
"""What an attribute is called, where its own name will not do."""

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


def status(value: Status | None) -> str:
    """A status in words."""
    return _STATUS[value]


def topic(value: Topic) -> str:
    """A topic in words: "payment, Acme to Globex", "revenue, Globex", "killed, Torvela", "growth, profit, earlier"."""
    label = _label(value.attribute) if value.attribute else None
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
    changed = _label(value.of) if value.of else None
    place = value.place.title() if value.place and value.kind is Kind.COUNT else None
    parts = [label, owner, changed, place, "earlier" if value.earlier else None]
    return ", ".join(part for part in parts if part)


def _label(slug: str) -> str:
    return _LABELS.get(slug, slug.replace("_", " "))


def assumption(slug: str) -> str:
    """What an article states of a payment schedule, or what had to be supposed for it."""
    return _TERMS[slug]
