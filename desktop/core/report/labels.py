"""Knows what the parts of a report are called: headings, and the lesser words beside what is told."""

from collections.abc import Mapping
from types import MappingProxyType

from desktop.core.language import phrase, say

_LABELS = {
    "kicker": phrase("Comparison of figures"),
    "finding": phrase("What was found"),
    "counts": phrase("Topics by status"),
    "outliers": phrase("Who is out of line"),
    "rulings": phrase("What editors ruled"),
    "no_rulings": phrase("No rulings yet."),
    "disagreements": phrase("Disagreements"),
    "no_disagreements": phrase("The articles do not contradict each other."),
    "internal": phrase("Contradictions inside one article"),
    "sums": phrase("Arithmetic inside the articles"),
    "close": phrase("Close"),
    "equivalent": phrase("The same in other terms"),
    "agreeing": phrase("In agreement"),
    "singles": phrase("Only in one article"),
    "timeline": phrase("Payments over time"),
    "by_editor": phrase("Readings and links by editors"),
    "other_notes": phrase("Further notes"),
    "method": phrase("Method"),
    "sources": phrase("Sources"),
    "questions": phrase("Questions to ask"),
    "drafts": phrase("Draft of a correction"),
    "draft_notice": phrase("A draft made from the rulings. Check every word before it is published."),
    "appendix": phrase("Full texts"),
    "contents": phrase("Contents"),
    "says": phrase("What they say"),
    "arithmetic": phrase("The arithmetic"),
    "slip": phrase("Likely slip"),
    "ruling": phrase("Ruling"),
    "notes": phrase("Notes"),
    "reply": phrase("Reply"),
    "source": phrase("Source"),
    "outlet": phrase("Outlet"),
    "title": phrase("Title"),
    "published": phrase("Published"),
    "file": phrase("File"),
    "address": phrase("Address"),
    "sha256": phrase("SHA-256"),
    "imported": phrase("Imported"),
    "figures": phrase("Figures"),
    "earlier": phrase("Earlier versions"),
    "topic": phrase("Topic"),
    "status": phrase("Status"),
    "number": phrase("No."),
    "line": phrase("line"),
    "page": phrase("Page"),
    "page_of": phrase("Page {page} of {pages}"),
    "made_with": phrase("Made with Crossread"),
    "as_of": phrase("As of"),
    "contested": phrase("Editors disagree"),
    "not_known": phrase("not known"),
    "replaced": phrase("Signs that could not be printed"),
    "code_point": phrase("Code point"),
    "sign_name": phrase("Name in Unicode"),
    "times": phrase("Times"),
    "main_reading": phrase("read as"),
    "further_pairs": phrase("Further pairs"),
}


def labels() -> Mapping[str, str]:
    """The words by slug, in the language spoken."""
    return MappingProxyType({slug: say(words) for slug, words in _LABELS.items()})
