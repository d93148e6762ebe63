"""Tells what editors made of a comparison: their rulings, notes, readings and links, each with its number and time."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

from desktop.core import wording
from desktop.core.agreement import Pair
from desktop.core.analysis import Analysis
from desktop.core.anchors import Anchor
from desktop.core.annotations import Annotation
from desktop.core.language import say, say_count
from desktop.core.report.calling import Calling
from desktop.core.report.entries import Entries, Entry, NumberedCheck
from desktop.core.report.told import Answer, Decided, Remark
from desktop.core.ruled import Compared, Ruled, reviewed_of_all
from desktop.core.rulings import Decision, Ruling, anchors_of, is_of_an_earlier_reading
from desktop.core.statements import Statements
from desktop.core.text import Span
from desktop.core.workspace import Workspace


class Reviewed:
    """The rulings and notes of a workspace, to be asked for by what they are on."""

    def __init__(
        self, workspace: Workspace, analysis: Analysis, entries: Entries, calling: Calling, editor: str
    ) -> None:
        self._workspace, self._analysis, self._entries, self._calling = workspace, analysis, entries, calling
        statements = Statements(analysis.comparisons)
        self.ruled = Ruled(workspace.rulings, editor, statements)
        pairs = (*analysis.pairs, *analysis.internal)
        self._compared = Compared((article.id for article in analysis.articles), pairs, statements)
        self._contested = {id(ruling) for ruling in self.ruled.contested}
        self._by_entry: dict[int, dict[int, Ruling]] = {}
        self._entry_of: dict[int, Entry] = {}
        for entry in entries if workspace.rulings else ():
            for pair in entry.pairs:
                for ruling in self.ruled.all_on(pair):
                    self._by_entry.setdefault(entry.number, {}).setdefault(id(ruling), ruling)
                    self._entry_of.setdefault(id(ruling), entry)
        self._notes = _by_number(workspace.annotations, entries)

    def sentences(self) -> tuple[str, ...]:
        """How far the review has come."""
        done, every = reviewed_of_all(self._analysis.comparisons, self.ruled)
        if not every:
            return ()
        told = [
            say_count(
                "Editors ruled on {done} of {count} contradiction between two articles or inside one.",
                "Editors ruled on {done} of {count} contradictions between two articles or inside one.",
                every,
                done=done,
            )
        ]
        editors = list(dict.fromkeys(wording.editor(ruling.by) for ruling in self._workspace.rulings))
        if editors:
            told.append(
                say_count(
                    "{count} ruling, by {editors}.",
                    "{count} rulings, by {editors}.",
                    len(self._workspace.rulings),
                    editors=wording.listed(editors),
                )
            )
        return tuple(told)

    def rulings_on(self, entry: Entry) -> tuple[Decided, ...]:
        """The rulings on a topic, in the order in which they were made."""
        found = self._by_entry.get(entry.number, {})
        return tuple(self._decided(ruling, entry) for ruling in self._workspace.rulings if id(ruling) in found)

    def standing_on(self, pair: Pair) -> tuple[Decision, Anchor | None] | None:
        """What is decided of a pair, and which of its two places is right where one is; None where nothing is that
        still holds: no ruling, several that differ, one on an earlier reading."""
        ruling = self.ruled.on((pair,))
        if ruling is None or self.ruled.is_contested(pair):
            return None
        known = self.ruled.as_on(ruling, *anchors_of(pair))
        return None if is_of_an_earlier_reading(known, pair) else known.between(*anchors_of(pair))

    @property
    def given(self) -> tuple[Ruling, ...]:
        """All rulings, in the order in which they were made."""
        return self._workspace.rulings

    def number_of(self, ruling: Ruling) -> int:
        """The number of the first entry that a ruling is on; 0 where that is no longer compared."""
        entry = self._entry_of.get(id(ruling))
        return entry.number if entry is not None else 0

    def then(self, ruling: Ruling) -> str:
        """What has changed since a ruling was made, "" where it holds as it did."""
        return self._then(ruling, self._entry_of.get(id(ruling)))

    def rulings(self) -> tuple[Decided, ...]:
        """All rulings, in the order of what they are on; those on what is not compared any more come last."""
        told = [self._decided(ruling, self._entry_of.get(id(ruling))) for ruling in self._workspace.rulings]
        return tuple(sorted(told, key=lambda one: (one.number == 0, one.number)))

    def notes_on(self, number: int) -> tuple[Remark, ...]:
        """The notes on an entry or check of that number; 0: on nothing that has one."""
        return tuple(self._remark(note) for note in self._notes.get(number, ()))

    def by_editor(self) -> tuple[str, ...]:
        """What editors read otherwise, linked and parted, a line each."""
        told: list[tuple[str, tuple[Anchor, ...], str, str, bool]] = [
            (one.at, (one.anchor,), wording.correction(one), one.by, one.holds) for one in self._workspace.corrections
        ]
        told += [(one.at, one.anchors, wording.link(one), one.by, one.holds) for one in self._workspace.links]
        return tuple(
            say(
                "{place}: {what} ({signed})",
                place=self._calling.places(anchors),
                what=what if holds else say("{what}; its place was lost", what=what),
                signed=_signed(by, at),
            )
            for at, anchors, what, by, holds in told
        )

    def _decided(self, ruling: Ruling, entry: Entry | None) -> Decided:
        return Decided(
            words=wording.ruling(ruling, self._calling.names),
            on=self._calling.places(ruling.anchors),
            by=wording.editor(ruling.by),
            at=time_in_words(ruling.at),
            reason=ruling.reason.strip(),
            number=entry.number if entry is not None else 0,
            topic=wording.topic(entry.comparison.topic) if entry is not None else "",
            then=self._then(ruling, entry),
            is_contested=id(ruling) in self._contested,
        )

    def _then(self, ruling: Ruling, entry: Entry | None) -> str:
        if ruling.is_orphan:
            return say("A place that it is on was not found in the present version of the article.")
        if entry is None or self._compared.is_over(ruling):
            return say("What it is on is no longer compared.")
        pair = self._compared.on_an_earlier_reading(ruling)
        if pair is None:
            return ""
        rewritten = self._workspace.rewritten(anchors_of(pair))
        return say(
            "Ruled on an earlier reading: then {earlier}.",
            earlier=wording.earlier_reading(self._compared.as_on(ruling, pair), pair, rewritten),
        )

    def _remark(self, note: Annotation) -> Remark:
        states = [
            say("its place was lost") if note.is_orphan else "",
            say("resolved") if note.is_resolved else "",
        ]
        return Remark(
            text=note.text.strip(),
            on=self._calling.places(note.anchors),
            by=wording.editor(note.by),
            at=time_in_words(note.at),
            tags=note.tags,
            source=note.source,
            state=wording.commas([state for state in states if state]),
            answers=tuple(
                Answer(reply.text.strip(), wording.editor(reply.by), time_in_words(reply.at)) for reply in note.replies
            ),
        )


def time_in_words(at: str) -> str:
    """A stored time: "21 November 2026, 20:31 UTC"; as it stands where it is none."""
    when = _time(at)
    return say("{day}, {time} UTC", day=wording.day(when.date()), time=f"{when:%H:%M}") if when is not None else at


def last_change(workspace: Workspace) -> str:
    """The latest time of all that a workspace holds, as stored (ISO, UTC); "" where nothing has one."""
    times = [
        *(article.imported for article in (*workspace.articles, *workspace.earlier)),
        *(ruling.at for ruling in workspace.rulings),
        *(time for note in workspace.annotations for time in (note.at, note.edited, *(one.at for one in note.replies))),
        *(one.at for one in workspace.corrections),
        *(one.at for one in workspace.links),
    ]
    return max((at for at in times if _time(at) is not None), default="", key=lambda at: (_time(at), at))


def _time(at: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(at)
        return found.astimezone(UTC) if found.tzinfo is not None else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError):  # no time, or one before the first or behind the last of all years
        return None


def _signed(by: str, at: str) -> str:
    return wording.commas([part for part in (wording.editor(by), time_in_words(at)) if part])


def _by_number(notes: Sequence[Annotation], entries: Entries) -> dict[int, list[Annotation]]:
    """Each note at the entry that holds most of its places, the first of several; else at the first check whose figures
    it is on; 0: at none."""
    if not notes:
        return {}
    places = _Places(entries)
    found: dict[int, list[Annotation]] = {}
    for note in notes:
        held = Counter(number for at in note.anchors for number in places.at(at))
        number = min(held, key=lambda number: (-held[number], number)) if held else _check_of(note, entries.checks)
        found.setdefault(number, []).append(note)
    return found


def _check_of(note: Annotation, checks: Iterable[NumberedCheck]) -> int:
    """The number of the first check whose figures a note is on; 0 where there is none."""
    for one in checks:
        spans = [figure.span for figure in (one.check.claimed, *one.check.terms)]
        for at in note.anchors:
            if at.article == one.check.article and not at.lost and any(at.span.overlaps(span) for span in spans):
                return one.number
    return 0


class _Places:
    """Which entries a place of an article belongs to."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        found: dict[str, dict[Span, set[int]]] = {}
        for entry in entries:
            for claim in entry.claims:
                found.setdefault(claim.article, {}).setdefault(claim.figure.span, set()).add(entry.number)
        self._spans = {article: sorted(spans) for article, spans in found.items()}
        self._longest = {article: max(span.end - span.start for span in spans) for article, spans in found.items()}
        self._numbers = found

    def at(self, anchor: Anchor) -> Iterator[int]:
        spans = self._spans.get(anchor.article)
        if spans is None or anchor.lost:
            return
        reach = anchor.span.start - self._longest[anchor.article]
        for span in spans[bisect_left(spans, Span(max(0, reach), max(0, reach) + 1)) :]:
            if span.start >= anchor.span.end:
                return
            if span.overlaps(anchor.span):
                yield from sorted(self._numbers[anchor.article][span])
