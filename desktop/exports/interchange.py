"""Knows the interchange document `crossread-compare/1`: an Analysis as plain values for JSON."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from desktop.core import reasons, wording
from desktop.core.agreement import Pair
from desktop.core.analysis import Analysis
from desktop.core.checks import Check
from desktop.core.figures import Figure
from desktop.core.language import ENGLISH, speaking
from desktop.core.quantities import Quantity
from desktop.core.readings import Reading
from desktop.core.text import Article, letters_of, names_of
from desktop.core.timeline import Payment, by_year

FORMAT = "crossread-compare/1"
FIGURES_FORMAT = "crossread-figures/1"


def figure_list(article: Article, figures: Iterable[Figure]) -> dict[str, Any]:
    """The document of one article's figures: its docs and figures are those of the interchange document."""
    return {
        "format": FIGURES_FORMAT,
        "docs": [_doc(article, "A")],
        "figures": [_figure(figure, f"f{place}", {article.id: "A"}) for place, figure in enumerate(figures, 1)],
    }


def interchange(analysis: Analysis) -> dict[str, Any]:
    """The interchange document: docs, figures, pairs, internal, checks and payments, in the order of the texts.

    Amounts are in the unit written; `value` is an integer where it is one; dates and times are ISO. Explanations are in
    English, whatever the window speaks.
    """
    with speaking(ENGLISH):
        return _interchange(analysis)


def _interchange(analysis: Analysis) -> dict[str, Any]:
    doc = letters_of(analysis.articles)
    names = names_of(analysis.articles)
    place = {article: number for number, article in enumerate(doc)}
    # Two claims may rest on one figure.
    order = {figure: number for number, figure in enumerate(dict.fromkeys(analysis.figures))}
    ids = {figure: f"f{number + 1}" for figure, number in order.items()}

    def by_place(pairs: Iterable[Pair]) -> list[Pair]:
        return sorted(pairs, key=lambda pair: (order[pair.a.figure], order[pair.b.figure]))

    return {
        "format": FORMAT,
        "docs": [_doc(article, doc[article.id]) for article in analysis.articles],
        "figures": [_figure(figure, ids[figure], doc) for figure in order],
        "pairs": [_pair(pair, analysis, ids, doc, names) for pair in by_place(analysis.pairs)],
        "internal": [_pair(pair, analysis, ids, doc, names) for pair in by_place(analysis.internal)],
        "checks": [
            _check(check, doc)
            for check in sorted(analysis.checks, key=lambda check: (place[check.article], check.span))
        ],
        "payments": [
            _payment(payment, doc, ids, order)
            for payment in sorted(analysis.payments, key=lambda payment: place[payment.article])
        ],
    }


def number(amount: Decimal | None) -> int | float | None:
    """The amount as JSON has it: an integer where it is one, None where there is none."""
    # No reader of JSON holds a number of more than some 300 digits.
    if amount is None or amount.adjusted() > 300:
        return None
    whole = amount.to_integral_value()
    return int(whole) if whole == amount else float(amount)


def _doc(article: Article, letter: str) -> dict[str, Any]:
    return {"id": letter, "path": article.source, "sha256": article.sha256, "title": article.title}


def _figure(figure: Figure, figure_id: str, doc: Mapping[str, str]) -> dict[str, Any]:
    quantity = figure.quantity
    return {
        "id": figure_id,
        "doc": doc[figure.article],
        "start": figure.span.start,
        "end": figure.span.end,
        "text": figure.quote,
        "kind": quantity.kind.value,
        **_amount(quantity),
        "unit": quantity.unit,
        "per": quantity.per,
        "modifier": quantity.exactness.value,
    }


def _amount(quantity: Quantity) -> dict[str, Any]:
    """One value; both ends of a range as value and value_max; a vague size as value_min and value_max alone."""
    if quantity.low is None and quantity.high is None:
        return {"value": quantity.iso, "value_max": None, "value_min": None}
    if quantity.value is not None:
        return {"value": number(quantity.value), "value_max": None, "value_min": None}
    if quantity.is_vague or quantity.low is None or quantity.high is None:
        return {"value": None, "value_max": number(quantity.high), "value_min": number(quantity.low)}
    return {"value": number(quantity.low), "value_max": number(quantity.high), "value_min": None}


def _pair(
    pair: Pair, analysis: Analysis, ids: Mapping[Figure, str], doc: Mapping[str, str], names: Mapping[str, str]
) -> dict[str, Any]:
    readings = analysis.readings_of(pair)
    suggested = [reasons.suggestion(reading, names) for reading in readings]
    found: dict[str, Any] = {
        "a": ids[pair.a.figure],
        "b": ids[pair.b.figure],
        "topic": wording.topic(pair.topic),
        "status": pair.status.value,
        "diag": [diagnosis.value for diagnosis in pair.diagnoses],
        "ratio": None if pair.ratio is None else float(pair.ratio),
        "explanation": " ".join((wording.why(pair, names), *suggested)),
    }
    if readings:
        found["readings"] = [_reading(reading, ids, doc, names) for reading in readings]
    return found


def _reading(
    reading: Reading, ids: Mapping[Figure, str], doc: Mapping[str, str], names: Mapping[str, str]
) -> dict[str, Any]:
    """What a figure should probably be read as; `value`, `unit` and `per` are null where only the parties change."""
    quantity = reading.quantity
    return {
        "figure": ids[reading.claim.figure],
        **(_amount(quantity) if quantity is not None else {"value": None, "value_max": None, "value_min": None}),
        "unit": quantity.unit if quantity is not None else None,
        "per": quantity.per if quantity is not None else None,
        "payer": reading.payer,
        "payee": reading.payee,
        "diag": [slip.value for slip in reading.slips],
        "evidence": [
            {
                "ground": found.ground.value,
                "doc": doc[found.article],
                "start": found.span.start,
                "end": found.span.end,
                "text": found.quote,
                "figures": [ids[figure] for figure in found.figures],
            }
            for found in reading.evidence
        ],
        "explanation": reasons.suggestion(reading, names),
    }


def _check(check: Check, doc: Mapping[str, str]) -> dict[str, Any]:
    return {
        "doc": doc[check.article],
        "start": check.span.start,
        "end": check.span.end,
        "verdict": check.verdict.value,
        "computation": check.computation,
        "explanation": wording.check(check),
    }


def _payment(
    payment: Payment, doc: Mapping[str, str], ids: Mapping[Figure, str], order: Mapping[Figure, int]
) -> dict[str, Any]:
    found: dict[str, Any] = {
        "doc": doc[payment.article],
        "payer": payment.payer,
        "payee": payment.payee,
        "start": payment.start,
        "end": payment.end,
        "monthly": {"low": number(payment.monthly_low), "high": number(payment.monthly_high)},
        "currency": payment.currency,
        "ramp": list(payment.ramp) if payment.ramp else None,
        "reading": payment.reading,
        "figures": [ids[figure] for figure in sorted(payment.figures, key=order.__getitem__)],
        "total": None
        if payment.total_low is None
        else {"low": number(payment.total_low), "high": number(payment.total_high)},
        "stated": [wording.assumption(slug) for slug in payment.stated],
        "assumed": [wording.assumption(slug) for slug in payment.assumed],
    }
    if years := by_year(payment):
        found["by_year"] = [{"year": one.year, "low": number(one.low), "high": number(one.high)} for one in years]
    return found
