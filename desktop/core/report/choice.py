"""Knows what of a comparison an editor wants in a report."""

from dataclasses import dataclass

from desktop.core.agreement import Status

EVERY: frozenset[Status | None] = frozenset((*Status, None))


@dataclass(frozen=True, slots=True)
class Choice:
    """What goes into a report.

    statuses: topics of these; None stands for what only one article says. notes: editors' notes. questions: questions
    to ask, and the draft of a correction. full_texts: the articles with their figures, as an appendix.
    """

    statuses: frozenset[Status | None] = EVERY
    notes: bool = True
    questions: bool = True
    full_texts: bool = False
