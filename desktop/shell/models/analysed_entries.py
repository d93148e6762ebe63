"""Knows what an analysis says of what is listed: conflicts without a ruling, and what became of what was ruled on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.core import wording
from desktop.core.language import say
from desktop.core.rulings import Compared, Ruling, anchors_of
from desktop.shell.models.note_entries import Entry, conflicts, standing

if TYPE_CHECKING:
    from desktop.core.analysis import Analysis
    from desktop.core.anchors import Anchor
    from desktop.core.rulings import Ruled
    from desktop.core.workspace import Workspace


class AnalysedEntries:
    """What is asked of one analysis after another."""

    def __init__(self) -> None:
        self._analysis: Analysis | None = None
        self._disputes: list[tuple[Entry, tuple[frozenset[Anchor], ...]]] = []
        self._compared = Compared()
        self.conflicts: list[Entry] = []
        """The conflicts of all articles of which nobody has ruled on any pair."""

    def show(self, analysis: Analysis, ruled: Ruled) -> tuple[bool, bool]:
        """Asks this analysis from now on; tells whether it is another, and whether there are other conflicts."""
        is_other = analysis is not self._analysis
        if is_other:
            self._analysis, self._disputes = analysis, list(conflicts(analysis))
            articles = (article.id for article in analysis.articles)
            self._compared = Compared(articles, (*analysis.pairs, *analysis.internal), ruled.statements)
        before = self.conflicts
        self.conflicts = [entry for entry, places in self._disputes if not any(ruled.of(two) for two in places)]
        return is_other, self.conflicts != before

    def standing(self, entry: Entry) -> str:
        """What is not as it was when an entry was ruled on, in a few words; "" where all is."""
        return standing(entry, self._compared)

    def then(self, entry: Entry, workspace: Workspace) -> str:
        """What was otherwise when an entry was ruled on, in a sentence; "" where that is not known."""
        ruling = entry.thing
        pair = self._compared.on_an_earlier_reading(ruling) if isinstance(ruling, Ruling) else None
        if pair is None or not isinstance(ruling, Ruling):
            return ""
        return say(
            "Then {earlier}.",
            earlier=wording.earlier_reading(
                self._compared.as_on(ruling, pair), pair, workspace.rewritten(anchors_of(pair))
            ),
        )
