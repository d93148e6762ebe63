"""Knows how the values of a workspace stand in JSON, and how they come back."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, TypeVar

from desktop.core.anchors import Anchor
from desktop.core.corrections import Correction
from desktop.core.links import Link
from desktop.core.quantities import Exactness, Kind, Quantity
from desktop.core.text import Article, Span, last_part
from desktop.files.folders.fields import Fields, NotAsItShouldBe

_Choice = TypeVar("_Choice", bound=StrEnum)
_Value = TypeVar("_Value")


def plain_article(article: Article, file: str, file_sha256: str) -> dict[str, Any]:
    """What is known of an article, but for its text, which is in a file of that name and digest.

    Of where it came from only the file's name: who gets the folder need not know how the editor's disk is arranged.
    """
    return {
        "id": article.id,
        "file": file,
        "title": article.title,
        "outlet": article.outlet,
        "published": None if article.published is None else article.published.isoformat(),
        "source": file_in(article.source),
        "notice": article.notice,
        "imported": article.imported,
        "sha256": article.sha256,
        "file_sha256": file_sha256,
    }


def file_in(source: str) -> str:
    """The name of the file that a path of any system ends in; an address on the web as it is."""
    return source if "://" in source else last_part(source)


def article_from(fields: Fields, text: str, sha256: str) -> Article:
    """An article with its text."""
    published = fields.text("published") if "published" in fields else None
    return Article(
        id=fields.text("id"),
        title=fields.text("title", ""),
        text=text,
        sha256=sha256,
        outlet=fields.text("outlet", ""),
        published=None if published is None else valid(fields, "published", lambda: date.fromisoformat(published)),
        source=fields.text("source", ""),
        notice=fields.text("notice", ""),
        imported=fields.text("imported", ""),
    )


def plain_anchor(anchor: Anchor) -> dict[str, Any]:
    """A place in an article."""
    return {
        "article": anchor.article,
        "start": anchor.span.start,
        "end": anchor.span.end,
        "quote": anchor.quote,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "lost": anchor.lost,
    }


def anchor_from(fields: Fields) -> Anchor:
    """A place in an article."""
    return Anchor(
        fields.text("article"),
        span_from(fields),
        fields.text("quote"),
        fields.text("prefix", ""),
        fields.text("suffix", ""),
        lost=fields.flag("lost"),
    )


def span_from(fields: Fields) -> Span:
    """A stretch of text."""
    start, end = fields.number("start"), fields.number("end")
    return valid(fields, "end", lambda: Span(start, end))


def plain_quantity(quantity: Quantity | None) -> dict[str, Any] | None:
    """An amount; numbers as they are written, so that none is rounded."""
    if quantity is None:
        return None
    return {
        "kind": quantity.kind.value,
        "low": _written(quantity.low),
        "high": _written(quantity.high),
        "unit": quantity.unit,
        "per": quantity.per,
        "exactness": quantity.exactness.value,
        "step": _written(quantity.step),
        "iso": quantity.iso,
    }


def quantity_from(fields: Fields) -> Quantity:
    """An amount."""
    low, high, step = (_number(fields, key) for key in ("low", "high", "step"))
    unit, per, iso = (fields.text(key) if key in fields else None for key in ("unit", "per", "iso"))
    kind, exactness = choice(fields, "kind", Kind), choice(fields, "exactness", Exactness)
    return valid(fields, "low", lambda: Quantity(kind, low, high, unit, per, exactness, step, iso))


def plain_correction(correction: Correction) -> dict[str, Any]:
    """An editor's reading of a stretch."""
    return {
        "anchor": plain_anchor(correction.anchor),
        "quantity": plain_quantity(correction.quantity),
        "payer": correction.payer,
        "payee": correction.payee,
        "by": correction.by,
        "at": correction.at,
    }


def correction_from(fields: Fields) -> Correction:
    """An editor's reading of a stretch."""
    return Correction(
        anchor_from(fields.object("anchor")),
        quantity_from(fields.object("quantity")) if "quantity" in fields else None,
        fields.text("payer", ""),
        fields.text("payee", ""),
        fields.text("by", ""),
        fields.text("at", ""),
    )


def plain_link(link: Link) -> dict[str, Any]:
    """That two figures speak of the same, or do not."""
    anchors = [plain_anchor(anchor) for anchor in link.anchors]
    return {"anchors": anchors, "is_same": link.is_same, "by": link.by, "at": link.at}


def link_from(fields: Fields) -> Link:
    """That two figures speak of the same, or do not."""
    anchors = tuple(map(anchor_from, fields.objects("anchors")))
    if len(anchors) != 2 or "is_same" not in fields:
        raise fields.wrong("anchors" if len(anchors) != 2 else "is_same")
    return Link(anchors, fields.flag("is_same"), fields.text("by", ""), fields.text("at", ""))


def choice(fields: Fields, key: str, among: type[_Choice]) -> _Choice:
    """One of several words."""
    word = fields.text(key)
    return valid(fields, key, lambda: among(word))


def valid(fields: Fields, key: str, made: Callable[[], _Value]) -> _Value:
    """The value that is made; where it cannot be, the field that is to blame is told."""
    try:
        return made()
    except NotAsItShouldBe:
        raise
    except ValueError as error:
        raise fields.wrong(key) from error


def _written(number: Decimal | None) -> str | None:
    return None if number is None else str(number)


def _number(fields: Fields, key: str) -> Decimal | None:
    if key not in fields:
        return None
    try:
        number = Decimal(fields.text(key))
    except InvalidOperation as error:
        raise fields.wrong(key) from error
    if number.is_nan():
        raise fields.wrong(key)
    return number
