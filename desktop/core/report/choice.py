"""Knows what of a comparison an editor wants in a report."""

from dataclasses import dataclass

from desktop.core.agreement import Status

EVERY: frozenset[Status | None] = frozenset((*Status, None))


@dataclass(frozen=True, slots=True)
class Choice:
    """What goes into a report, and what it is called.

    statuses: topics of these; None stands for what only one article says. notes: editors' notes. questions: questions
    to ask, and the draft of a correction. payments: over time. full_texts: the articles with their figures, as an
    appendix. title: "" for that of the workspace.
    """

    statuses: frozenset[Status | None] = EVERY
    notes: bool = True
    questions: bool = True
    payments: bool = True
    full_texts: bool = False
    title: str = ""
