"""Says what an editor decided."""

from collections.abc import Container, Iterable, Mapping

from desktop.core.agreement import Pair
from desktop.core.anchors import Anchor
from desktop.core.annotations import Annotation
from desktop.core.language import phrase, say
from desktop.core.rulings import Decision, Ruling, is_of_an_earlier_reading
from desktop.core.wording.labels import Names, status
from desktop.core.wording.lists import listed
from desktop.core.wording.quantities import quantity

_DECISIONS = {
    Decision.BOTH_WRONG: phrase("both wrong"),
    Decision.BOTH_RIGHT: phrase("both right in their terms"),
    Decision.NOT_THE_SAME: phrase("not the same thing"),
    Decision.NEEDS_SOURCE: phrase("needs a source"),
}
_OF_MANY = {
    **_DECISIONS,
    Decision.BOTH_WRONG: phrase("all wrong"),
    Decision.BOTH_RIGHT: phrase("all right in their terms"),
}


def ruling(value: Ruling, names: Names) -> str:
    """A decision in a few words; what is right, by the name of its article, or by its words inside one."""
    if not value.right:
        return say((_DECISIONS if len(value.anchors) == 2 else _OF_MANY)[value.decision])
    called: dict[str, str] = {}
    is_inside_one = len({anchor.article for anchor in value.anchors}) == 1
    for anchor in value.right:
        mine = {each for each in value.anchors if each.article == anchor.article}
        name = names.get(anchor.article, anchor.article)
        if is_inside_one:
            called.setdefault(quoted(anchor), quoted(anchor))
        elif mine <= set(value.right):
            called[anchor.article] = name
        else:  # an article that says several things, of which some are right, is not right itself
            called.setdefault(anchor.article, say("{name} with {quote}", name=name, quote=quoted(anchor)))
    named = list(called.values())
    return say("{name} is right", name=named[0]) if len(named) == 1 else say("{names} are right", names=listed(named))


def ruling_between(value: Ruling, one: Anchor, other: Anchor, names: Names) -> str:
    """What a ruling, perhaps on more than these, says of two of its places."""
    decision, right = value.between(one, other)
    return ruling(Ruling((one, other), value.status, decision, (right,) if right is not None else ()), names)


def earlier_reading(value: Ruling, pair: Pair, rewritten: Container[Anchor] = ()) -> str:
    """What was otherwise when a pair was ruled on, in one sentence behind "Then"; "" where nothing was.

    rewritten: places whose articles said something else there in an earlier version.
    """
    if not is_of_an_earlier_reading(value, pair):
        return ""
    read = dict(zip(value.anchors, value.readings, strict=False))
    now = {claim.figure.anchor: claim.figure.quantity for claim in (pair.a, pair.b)}
    other = []
    for anchor in (anchor for anchor, amount in now.items() if anchor in read and read[anchor] != amount):
        quote, amount = " ".join(anchor.quote.split()), quantity(read[anchor])
        if anchor in rewritten:
            other.append(say("the article said {amount} in place of “{quote}”", amount=amount, quote=quote))
        else:
            other.append(say("“{quote}” was read as {amount}", quote=quote, amount=amount))
    return listed(other) if other else say("the two were called “{status}”", status=status(value.status))


def quoted(anchor: Anchor) -> str:
    """The words at a place on one line, in quotation marks."""
    return say("“{quote}”", quote=" ".join(anchor.quote.split()))


def places(anchors: Iterable[Anchor], letters: Mapping[str, str]) -> str:
    """Where something is: the quotes, each once, with the letters of their articles (by id)."""
    return " / ".join(dict.fromkeys(f"{letters.get(at.article, '')} {quoted(at)}".strip() for at in anchors))


def reviewed(rulings: Iterable[Ruling], annotations: Iterable[Annotation], names: Names) -> str:
    """All that was ruled and noted, a line each: for the clipboard."""
    lines = []
    for decided in rulings:
        why = f": {decided.reason.strip()}" if decided.reason.strip() else ""
        said = f"{ruling(decided, names)}{why}{_signed(decided.by, decided.at)}"
        lines.append(f"{_quoted(decided.anchors, names)}: {said}")
    for note in annotations:
        lines.append(f"{_quoted(note.anchors, names)}: {note.text.strip()}{_signed(note.by, note.at)}")
    return "\n".join(lines)


def _quoted(anchors: Iterable[Anchor], names: Names) -> str:
    return " / ".join(
        say("“{quote}” in {name}", quote=" ".join(anchor.quote.split()), name=names.get(anchor.article, anchor.article))
        for anchor in anchors
    )


def _signed(by: str, at: str) -> str:
    return f" ({', '.join(part for part in (by, at) if part)})" if by or at else ""
