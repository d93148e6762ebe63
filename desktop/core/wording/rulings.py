"""Says what an editor decided."""

from collections.abc import Iterable

from desktop.core.anchors import Anchor
from desktop.core.annotations import Annotation
from desktop.core.language import phrase, say
from desktop.core.rulings import Decision, Ruling
from desktop.core.wording.labels import Names
from desktop.core.wording.lists import listed

_DECISIONS = {
    Decision.BOTH_WRONG: phrase("both wrong"),
    Decision.BOTH_RIGHT: phrase("both right in their terms"),
    Decision.NOT_THE_SAME: phrase("not the same thing"),
    Decision.NEEDS_SOURCE: phrase("needs a source"),
}


def ruling(value: Ruling, names: Names) -> str:
    """A decision in a few words; what is right, by the name of its article, or by its words inside one."""
    if not value.right:
        return say(_DECISIONS[value.decision])
    if len({anchor.article for anchor in value.anchors}) == len(value.anchors):
        called = [names.get(anchor.article, anchor.article) for anchor in value.right]
    else:
        called = [say("“{quote}”", quote=" ".join(anchor.quote.split())) for anchor in value.right]
    return (
        say("{name} is right", name=called[0]) if len(called) == 1 else say("{names} are right", names=listed(called))
    )


def reviewed(rulings: Iterable[Ruling], annotations: Iterable[Annotation], names: Names) -> str:
    """All that was ruled and noted, a line each: for the clipboard."""
    lines = []
    for decided in rulings:
        lines.append(f"{_quoted(decided.anchors, names)}: {ruling(decided, names)}{_signed(decided.by, decided.at)}")
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
