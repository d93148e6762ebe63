"""Knows how notes and rulings stand in the W3C's Web Annotation model, as JSON-LD, and how they come back.

The model: https://www.w3.org/TR/annotation-model/. A place has two selectors side by side, by position and by quote,
each of which is enough alone (chapter 4.2: several selectors of one target select the same). Positions are counted in
Unicode code points, as the model asks. What the model has no word for stands under names of our own ("crossread:…").
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any, NamedTuple
from urllib.parse import quote, unquote

from desktop.core import wording
from desktop.core.agreement import Status
from desktop.core.anchors import Anchor
from desktop.core.annotations import Annotation, Reply
from desktop.core.language import ENGLISH, speaking
from desktop.core.rulings import Decision, Ruling
from desktop.core.text import Article, Span, names_of
from desktop.core.workspace import Workspace
from desktop.files.folders.fields import Fields
from desktop.files.folders.plain import choice, plain_quantity, quantity_from, span_from, valid

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"crossread": "urn:crossread:term:"}]
_NOTE, _RULING, _ARTICLE = "urn:crossread:note:", "urn:crossread:ruling:", "urn:crossread:article:"


class About(NamedTuple):
    """What a document says of an article. sha256: of the bytes that were imported; "" where it does not say."""

    title: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Made:
    """What editors noted and ruled. articles: on which, by id, as far as that is said."""

    annotations: tuple[Annotation, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    articles: Mapping[str, About] = field(default_factory=dict)


def web_annotations(workspace: Workspace) -> dict[str, Any]:
    """The notes and rulings of a workspace as an AnnotationCollection; `from_web_annotations` gives them back."""
    names = names_of(workspace.articles)
    items = [_note(note) for note in workspace.annotations]
    with speaking(ENGLISH):
        items += [_ruling(ruling, wording.ruling(ruling, names)) for ruling in workspace.rulings]
    return {
        "@context": CONTEXT,
        "id": "urn:crossread:notes",
        "type": "AnnotationCollection",
        "label": workspace.title,
        "total": len(items),
        "crossread:articles": [_article(article) for article in workspace.articles],
        "first": {
            "id": "urn:crossread:notes:1",
            "type": "AnnotationPage",
            "partOf": "urn:crossread:notes",
            "startIndex": 0,
            "items": items,
        },
    }


def from_web_annotations(document: object) -> Made:
    """The notes and rulings in a document that `web_annotations` made; NotAsItShouldBe where it is another."""
    fields = Fields(document)
    if fields.text("type", "") != "AnnotationCollection":
        raise fields.wrong("type")
    notes, rulings = [], []
    for item in fields.object("first").objects("items"):
        if item.text("id", "").startswith(_RULING):
            rulings.append(_ruling_from(item))
        else:
            notes.append(_note_from(item))
    articles = {
        _own(one, "id", _ARTICLE): About(one.text("label", ""), one.text("crossread:sha256", ""))
        for one in fields.objects("crossread:articles")
    }
    return Made(tuple(_each_itself(notes)), tuple(rulings), articles)


def _each_itself(notes: Iterable[Annotation]) -> Iterator[Annotation]:
    """The notes, each with an id that no other has: one that was copied by hand is a note of its own."""
    known: set[str] = set()
    for note in notes:
        own, number = note.id, 1
        while own in known:
            number += 1
            own = f"{note.id}-{number}"
        known.add(own)
        yield note if own == note.id else replace(note, id=own)


def _article(article: Article) -> dict[str, Any]:
    return {
        "id": _named(_ARTICLE, article.id),
        "type": "Text",
        "label": article.title,
        "crossread:outlet": article.outlet,
        "crossread:sha256": article.sha256,
    }


def _note(note: Annotation) -> dict[str, Any]:
    bodies = [_body("commenting", note.text)]
    bodies += [_body("tagging", tag) for tag in note.tags]
    if note.source:
        bodies.append(_body("linking", note.source))
    bodies += [{**_body("replying", one.text), **_made("creator", one.by, "created", one.at)} for one in note.replies]
    return {
        "id": _named(_NOTE, note.id),
        "type": "Annotation",
        "motivation": "commenting",
        **_made("creator", note.by, "created", note.at),
        **({"modified": note.edited} if note.edited else {}),
        "crossread:state": "resolved" if note.is_resolved else "open",
        "body": bodies,
        "target": [_target(anchor) for anchor in note.anchors],
    }


def _note_from(item: Fields) -> Annotation:
    bodies: dict[str, list[Fields]] = {}
    for body in item.objects("body"):
        bodies.setdefault(body.text("purpose", "commenting"), []).append(body)
    own = _own(item, "id", _NOTE)
    by, at = _maker(item)
    return Annotation(
        tuple(map(_anchor_from, item.objects("target"))),
        "\n".join(body.text("value") for body in bodies.get("commenting", ())),
        by,
        at,
        own,
        edited=item.text("modified", ""),
        tags=tuple(body.text("value") for body in bodies.get("tagging", ())),
        source="".join(body.text("value") for body in bodies.get("linking", ())[:1]),
        is_resolved=item.text("crossread:state", "") == "resolved",
        replies=tuple(Reply(body.text("value"), *_maker(body)) for body in bodies.get("replying", ())),
    )


def _ruling(ruling: Ruling, words: str) -> dict[str, Any]:
    who = repr((sorted(ruling.places), ruling.by)).encode()
    return {
        "id": _RULING + sha256(who).hexdigest()[:32],
        "type": "Annotation",
        "motivation": "assessing",
        **_made("creator", ruling.by, "created", ruling.at),
        "crossread:decision": ruling.decision.value,
        "crossread:status": ruling.status.value,
        "crossread:readings": [plain_quantity(quantity) for quantity in ruling.readings],
        "body": [_body("assessing", words), *([_body("commenting", ruling.reason)] if ruling.reason else [])],
        "crossread:right": [ruling.anchors.index(one) for one in ruling.right],
        "target": [_target(anchor) for anchor in ruling.anchors],
    }


def _ruling_from(item: Fields) -> Ruling:
    reasons = [body.text("value") for body in item.objects("body") if body.text("purpose", "") == "commenting"]
    anchors = tuple(map(_anchor_from, item.objects("target")))
    numbers = item.numbers("crossread:right")
    if not all(0 <= number < len(anchors) for number in numbers):
        raise item.wrong("crossread:right")
    right = tuple(anchors[number] for number in numbers)
    status, decision = choice(item, "crossread:status", Status), choice(item, "crossread:decision", Decision)
    readings = tuple(map(quantity_from, item.objects("crossread:readings")))
    by, at = _maker(item)
    reason = "\n".join(reasons)
    return valid(item, "target", lambda: Ruling(anchors, status, decision, right, readings, by, at, reason))


def _target(anchor: Anchor) -> dict[str, Any]:
    context = {key: text for key, text in (("prefix", anchor.prefix), ("suffix", anchor.suffix)) if text}
    target: dict[str, Any] = {
        "type": "SpecificResource",
        "source": _named(_ARTICLE, anchor.article),
        "selector": [
            {"type": "TextPositionSelector", "start": anchor.span.start, "end": anchor.span.end},
            {"type": "TextQuoteSelector", "exact": anchor.quote, **context},
        ],
    }
    return {**target, "crossread:lost": True} if anchor.lost else target


def _anchor_from(target: Fields) -> Anchor:
    found: dict[str, Fields] = {}
    for selector in target.objects("selector"):
        found[selector.text("type", "")] = selector
    if not found.keys() >= {"TextPositionSelector", "TextQuoteSelector"}:
        raise target.wrong("selector")
    quoted = found["TextQuoteSelector"]
    span: Span = span_from(found["TextPositionSelector"])
    return Anchor(
        _own(target, "source", _ARTICLE),
        span,
        quoted.text("exact"),
        quoted.text("prefix", ""),
        quoted.text("suffix", ""),
        lost=target.flag("crossread:lost"),
    )


def _body(purpose: str, value: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}


def _made(who: str, by: str, when: str, at: str) -> dict[str, Any]:
    made: dict[str, Any] = {who: {"type": "Person", "name": by}} if by else {}
    return {**made, when: at} if at else made


def _maker(item: Fields) -> tuple[str, str]:
    """Who made it, and when."""
    by = item.object("creator").text("name", "") if "creator" in item else ""
    return by, item.text("created", "")


def _named(kind: str, name: str) -> str:
    return kind + quote(name, safe="", errors="surrogatepass")


def _own(item: Fields, key: str, kind: str) -> str:
    """The id that stands in an IRI of ours."""
    iri = item.text(key)
    if not iri.startswith(kind):
        raise item.wrong(key)
    return valid(item, key, lambda: unquote(iri.removeprefix(kind), errors="surrogatepass"))
