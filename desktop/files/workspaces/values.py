"""Knows how what an editor made is written as JSON, and read again: exactly, or not at all.

A value that is the usual one is left out; an unknown name or an impossible value is a ValueError that names it.
"""

import json
from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from desktop.core.agreement import Status
from desktop.core.anchors import Anchor
from desktop.core.annotations import Annotation, Reply
from desktop.core.corrections import Correction
from desktop.core.links import Link
from desktop.core.quantities import Exactness, Kind, Quantity
from desktop.core.rulings import Decision, Ruling
from desktop.core.text import Span

Thing = Annotation | Ruling | Correction | Link
"""What an editor can make."""

Body = dict[str, Any]


def written(thing: Thing) -> str:
    """The JSON of a thing."""
    return compact(_WRITERS[type(thing)](thing))


def read(kind: str, body: str) -> Thing:
    """The thing of that kind (a key of KINDS) in this JSON; ValueError where there is none."""
    reader = _READERS.get(kind)
    if reader is None:
        raise ValueError(f"an unknown kind of entry, {kind!r}")
    try:
        return reader(_Fields(json.loads(body)))
    except RecursionError as error:
        raise ValueError("nested without end") from error


def compact(value: object) -> str:
    """JSON without spaces; characters stand for themselves, since an escaped pair of halves would come back as one."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


class _Fields:
    """The fields of a JSON object, each taken once; what is left at the end is unknown."""

    def __init__(self, found: object) -> None:
        if not isinstance(found, dict):
            raise ValueError(f"no entry: {found!r:.60}")
        self._found = found

    def text(self, name: str, usual: str | None = "") -> str:
        value = self._found.pop(name, usual)
        if not isinstance(value, str):
            raise ValueError(f"{name} is no text: {value!r:.60}")
        return value

    def maybe_text(self, name: str) -> str | None:
        return self.text(name) if name in self._found else None

    def flag(self, name: str) -> bool:
        value = self._found.pop(name, False)
        if not isinstance(value, bool):
            raise ValueError(f"{name} is neither yes nor no: {value!r:.60}")
        return value

    def each(self, name: str) -> list[Any]:
        value = self._found.pop(name, [])
        if not isinstance(value, list):
            raise ValueError(f"{name} is no list: {value!r:.60}")
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        values = self.each(name)
        if not all(isinstance(value, str) for value in values):
            raise ValueError(f"{name} are no texts: {values!r:.60}")
        return tuple(values)

    def decimal(self, name: str) -> Decimal | None:
        value = self.maybe_text(name)
        try:
            return None if value is None else Decimal(value)
        except InvalidOperation as error:
            raise ValueError(f"{name} is no number: {value!r:.60}") from error

    def quantity(self, name: str) -> Quantity | None:
        return _read_quantity(self._found.pop(name)) if name in self._found else None

    def anchors(self, name: str) -> tuple[Anchor, ...]:
        return tuple([_read_anchor(value) for value in self.each(name)])

    def end(self) -> None:
        if self._found:
            raise ValueError(f"unknown values: {', '.join(map(repr, self._found)):.60}")


def _without_usual(**values: object) -> Body:
    return {name: value for name, value in values.items() if value not in ("", None, False) and value != []}


def _anchor(anchor: Anchor) -> Sequence[object]:
    span = anchor.span
    place = [anchor.article, span.start, span.end, anchor.quote, anchor.prefix, anchor.suffix]
    return [*place, True] if anchor.lost else place


def _read_anchor(value: Any) -> Anchor:  # noqa: ANN401
    match value:
        case [str(article), int(start), int(end), str(quote), str(prefix), str(suffix)]:
            return Anchor(article, Span(start, end), quote, prefix, suffix)
        case [str(article), int(start), int(end), str(quote), str(prefix), str(suffix), True]:
            return Anchor(article, Span(start, end), quote, prefix, suffix, lost=True)
    raise ValueError(f"no place in an article: {value!r:.60}")


def _quantity(quantity: Quantity) -> Body:
    def decimal(value: Decimal | None) -> str | None:
        return None if value is None else str(value)

    exactness = None if quantity.exactness is Exactness.EXACT else quantity.exactness.value
    body = {
        "kind": quantity.kind.value,
        "low": decimal(quantity.low),
        "high": decimal(quantity.high),
        "unit": quantity.unit,
        "per": quantity.per,
        "exactness": exactness,
        "step": decimal(quantity.step),
        "iso": quantity.iso,
    }
    return {name: value for name, value in body.items() if value is not None}


def _read_quantity(value: object) -> Quantity:
    fields = _Fields(value)
    quantity = Quantity(
        Kind(fields.text("kind")),
        low=fields.decimal("low"),
        high=fields.decimal("high"),
        unit=fields.maybe_text("unit"),
        per=fields.maybe_text("per"),
        exactness=Exactness(fields.text("exactness", Exactness.EXACT)),
        step=fields.decimal("step"),
        iso=fields.maybe_text("iso"),
    )
    fields.end()
    return quantity


def _annotation(note: Annotation) -> Body:
    return _without_usual(
        id=note.id,
        anchors=[_anchor(anchor) for anchor in note.anchors],
        text=note.text,
        by=note.by,
        at=note.at,
        edited=note.edited,
        tags=list(note.tags),
        source=note.source,
        is_resolved=note.is_resolved,
        replies=[_without_usual(text=reply.text, by=reply.by, at=reply.at) for reply in note.replies],
    )


def _read_annotation(fields: _Fields) -> Annotation:
    note = Annotation(
        fields.anchors("anchors"),
        fields.text("text"),
        by=fields.text("by"),
        at=fields.text("at"),
        id=fields.text("id"),
        edited=fields.text("edited"),
        tags=fields.texts("tags"),
        source=fields.text("source"),
        is_resolved=fields.flag("is_resolved"),
        replies=tuple([_read_reply(_Fields(value)) for value in fields.each("replies")]),
    )
    fields.end()
    return note


def _read_reply(fields: _Fields) -> Reply:
    reply = Reply(fields.text("text"), by=fields.text("by"), at=fields.text("at"))
    fields.end()
    return reply


def _ruling(ruling: Ruling) -> Body:
    return _without_usual(
        anchors=[_anchor(anchor) for anchor in ruling.anchors],
        status=ruling.status.value,
        decision=ruling.decision.value,
        right=[_anchor(anchor) for anchor in ruling.right],
        readings=[_quantity(reading) for reading in ruling.readings],
        by=ruling.by,
        at=ruling.at,
        reason=ruling.reason,
    )


def _read_ruling(fields: _Fields) -> Ruling:
    ruling = Ruling(
        fields.anchors("anchors"),
        Status(fields.text("status")),
        Decision(fields.text("decision")),
        right=fields.anchors("right"),
        readings=tuple([_read_quantity(value) for value in fields.each("readings")]),
        by=fields.text("by"),
        at=fields.text("at"),
        reason=fields.text("reason"),
    )
    fields.end()
    return ruling


def _correction(correction: Correction) -> Body:
    quantity = correction.quantity
    return _without_usual(
        anchors=[_anchor(correction.anchor)],
        quantity=None if quantity is None else _quantity(quantity),
        payer=correction.payer,
        payee=correction.payee,
        by=correction.by,
        at=correction.at,
    )


def _read_correction(fields: _Fields) -> Correction:
    anchors = fields.anchors("anchors")
    if len(anchors) != 1:
        raise ValueError(f"a correction is on one place, not on {len(anchors)}")
    correction = Correction(
        anchors[0],
        fields.quantity("quantity"),
        payer=fields.text("payer"),
        payee=fields.text("payee"),
        by=fields.text("by"),
        at=fields.text("at"),
    )
    fields.end()
    return correction


def _link(link: Link) -> Body:
    anchors = [_anchor(anchor) for anchor in link.anchors]
    return _without_usual(anchors=anchors, is_same=link.is_same, by=link.by, at=link.at)


def _read_link(fields: _Fields) -> Link:
    anchors = fields.anchors("anchors")
    if len(anchors) != 2:
        raise ValueError(f"a link is between two places, not {len(anchors)}")
    link = Link((anchors[0], anchors[1]), fields.flag("is_same"), by=fields.text("by"), at=fields.text("at"))
    fields.end()
    return link


_WRITERS: dict[type, Callable[[Any], Body]] = {
    Annotation: _annotation,
    Ruling: _ruling,
    Correction: _correction,
    Link: _link,
}

_READERS: dict[str, Callable[[_Fields], Thing]] = {
    "annotation": _read_annotation,
    "ruling": _read_ruling,
    "correction": _read_correction,
    "link": _read_link,
}

KINDS: dict[type, str] = {Annotation: "annotation", Ruling: "ruling", Correction: "correction", Link: "link"}
"""What each sort of thing is called in a file."""
