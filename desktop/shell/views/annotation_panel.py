"""Lists all notes and rulings of the workspace, and shows one of them to be read and written."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.core import wording
from desktop.core.annotations import Annotation, annotation_on
from desktop.core.language import say, say_count
from desktop.core.rulings import Ruling
from desktop.shell import note_edits
from desktop.shell.models.annotation_list import AnnotationList
from desktop.shell.models.note_entries import Entry, Kind, circumstances, of_note
from desktop.shell.models.wanted_entries import Group
from desktop.shell.moments import is_soon_after, said
from desktop.shell.views.note_filter import NoteFilter
from desktop.shell.views.note_form import NoteForm
from desktop.shell.views.note_rows import NoteRows
from desktop.shell.views.ruling_form import RulingForm

if TYPE_CHECKING:
    from collections.abc import Hashable

    from PySide6.QtGui import QShowEvent

    from desktop.core.anchors import Anchor
    from desktop.shell.session import Session
    from desktop.shell.theme import Appearance

MARGIN = 10
MOST_LINES, LONGEST_LINE = 5, 34
"""Of what many sources say, how many lines are shown above a ruling, and how many characters of each."""


class AnnotationPanel(QWidget):
    """The list with its filter, and beneath it what is chosen there. While it is out of sight it waits."""

    places_wanted = Signal(tuple)
    """The Anchors that the editor wants to see in the texts."""
    placing_wanted = Signal(object)
    """The Annotation, Ruling, Correction or Link that is to be put on the words selected in a text."""
    announced = Signal(str)

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__()
        self._session = session
        self._key: Hashable = None
        self._draft: Annotation | None = None
        self._shown: Entry | None = None
        self._is_marking = self._is_stale = False
        self.entries = AnnotationList()
        self.filter = NoteFilter(self.entries)
        self.rows = NoteRows(self.entries, appearance)
        self.empty = QLabel()
        self.empty.setObjectName("about")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.where = QLabel()
        self.where.setWordWrap(True)
        self.where.setTextFormat(Qt.TextFormat.RichText)
        self.where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.signed = QLabel()
        self.signed.setObjectName("signed")
        self.signed.setWordWrap(True)
        self.signed.setTextFormat(Qt.TextFormat.PlainText)
        self.form = NoteForm(session, lambda: self.entries.tags)
        self.ruling = RulingForm(session)
        self._lay_out()
        self.filter.changed.connect(self._show_filtered)
        self.filter.finder.done.connect(self.rows.setFocus)
        self.rows.selectionModel().currentRowChanged.connect(self._choose)
        self.rows.wanted.connect(self._go_to)
        self.rows.deleting_wanted.connect(self._delete)
        self.form.placing_wanted.connect(self.placing_wanted)
        self.ruling.placing_wanted.connect(self.placing_wanted)
        for changed in (
            session.workspace_changed,
            session.seen_changed,
            session.analysis_changed,
            session.read_only_changed,
        ):
            changed.connect(self._follow)
        appearance.changed.connect(self.rows.viewport().update)
        self._follow()

    def _lay_out(self) -> None:
        self._pages = QStackedWidget()
        self._pages.addWidget(self.rows)
        self._pages.addWidget(self.empty)
        inside = QWidget()
        inside.setObjectName("noteDetail")
        detail = QVBoxLayout(inside)
        detail.setContentsMargins(MARGIN, 8, MARGIN, 8)
        detail.setSpacing(5)
        for part in (self.where, self.signed, self.form, self.ruling):
            detail.addWidget(part)
        detail.addStretch(1)
        self.detail = QScrollArea()
        self.detail.setObjectName("noteDetail")
        self.detail.setWidget(inside)
        self.detail.setWidgetResizable(True)
        self.detail.setFrameShape(QFrame.Shape.NoFrame)
        self.detail.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self._pages)
        split.addWidget(self.detail)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filter)
        column.addWidget(split, 1)

    def write_on(self, anchors: tuple[Anchor, ...]) -> None:
        """Lets the editor write a note on these places: the own open one that is there, else a new one."""
        known = annotation_on(self._session.seen.annotations, anchors, self._session.editor)
        if known is not None:
            self.show_note(known)
        else:
            self.finish()
            self._draft, self._key = note_edits.drafted(self._session, anchors), None
            self._mark(None)
            self._show_detail()
        self.form.words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_note(self, note: Annotation) -> None:
        """Shows a note, in the list too where the filter lets it pass."""
        self._show_key(of_note(note).key)

    @property
    def way_in(self) -> QWidget:
        """Where the keyboard begins: the list, or the field above it while the list is empty."""
        return self.rows if self.entries.rowCount() else self.filter.finder

    def finish(self) -> None:
        """Keeps at once what was typed."""
        self.form.finish()
        self.ruling.finish()

    def leave(self) -> None:
        """Keeps at once what was typed, where the editor goes on to another workspace or ends the work."""
        self.form.leave()
        self.ruling.finish()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if self._is_stale:
            self._follow()

    def _show_key(self, key: Hashable) -> None:
        self.finish()
        self._draft, self._key = None, key
        self._mark(self.entries.row_of(key))
        self._show_detail()

    def _follow(self) -> None:
        """Shows what is there now; what is chosen stays so, as long as it is there."""
        self._is_stale = not self.isVisible()
        if self._is_stale:
            return
        session = self._session
        self._is_marking = True
        row = self.rows.currentIndex().row()
        self.entries.show(session.seen, session.letters, session.names)
        self.entries.show_conflicts(session.analysis, session.ruled)
        self.entries.show_contested(session.ruled)
        self._is_marking = False
        if self._draft is not None:
            key = of_note(self._draft).key
            if self.entries.find(key) is not None:
                self._key, self._draft = key, None
        if self._key is not None and self._entry() is None and self._shown is not None:
            # put on another place it is still what was chosen
            moved = self.entries.find_made(self._shown)
            self._key = moved.key if moved is not None else self._key
        if self._key is not None and self._entry() is None:
            # what was chosen is gone: what stands in its place is chosen, without being gone to
            row = min(row, self.entries.rowCount() - 1)
            self._key = self.entries.entry(row).key if row >= 0 else None
        self._show_list()

    def _show_filtered(self) -> None:
        """Shows what passes now; what is chosen and does not pass is chosen no more."""
        if self._key is not None and self.entries.row_of(self._key) is None:
            self.finish()
            self._key = None
        self._show_list()

    def _show_list(self) -> None:
        self.filter.count()
        self.empty.setText(self._why_empty())
        self._pages.setCurrentIndex(0 if self.entries.rowCount() else 1)
        self._mark(self.entries.row_of(self._key) if self._key is not None else None)
        self._show_detail()

    def _mark(self, row: int | None) -> None:
        now = self.rows.currentIndex()
        if row == (now.row() if now.isValid() and self.rows.selectionModel().isSelected(now) else None):
            return
        self._is_marking = True
        self.rows.choose(row)
        self._is_marking = False

    def _choose(self) -> None:
        row = self.rows.currentIndex().row()
        if not self._is_marking and row >= 0:
            self.finish()
            self._draft, self._key = None, self.entries.entry(row).key
            self._show_detail()

    def _entry(self) -> Entry | None:
        if self._draft is not None:
            return of_note(self._draft)
        known = self.entries.find(self._key)
        if known is None:
            row = self.entries.row_of(self._key)
            known = self.entries.entry(row) if row is not None else None
        return known

    def _show_detail(self) -> None:
        entry = self._shown = self._entry()
        self.detail.setVisible(entry is not None)
        if entry is None:
            self.form.drop()
            return
        shown, full = _shown_places(entry, self._session.letters)
        self.where.setText(shown)
        self.where.setToolTip(f"<qt>{full}</qt>" if shown != full else "")
        self.signed.setText(self._signature(entry))
        is_note = isinstance(entry.thing, Annotation)
        self.form.setVisible(is_note)
        self.ruling.setVisible(not is_note)
        if isinstance(entry.thing, Annotation):
            self.form.show_note(entry.thing)
        else:
            self.ruling.show_entry(entry)

    def _signature(self, entry: Entry) -> str:
        if self._draft is not None:
            return say("New note")
        if entry.kind is Kind.CONFLICT:
            return circumstances(entry)
        parts = [entry.by or say("No name"), said(entry.at)]
        edited = getattr(entry.thing, "edited", "")
        if edited and not is_soon_after(entry.at, edited):
            parts.append(say("changed {when}", when=said(edited)))
        signed = " · ".join(part for part in (self.entries.analysed.standing(entry), *parts) if part)
        return "\n".join(line for line in (signed, self.entries.analysed.then(entry, self._session.workspace)) if line)

    def _go_to(self, row: int) -> None:
        anchors = tuple(anchor for anchor in self.entries.entry(row).anchors if not anchor.lost)
        if anchors:
            self.places_wanted.emit(anchors)
        else:
            self.announced.emit(say("These words are not in the article any more: select others and place it there."))

    def _delete(self, row: int) -> None:
        thing, session = self.entries.entry(row).thing, self._session
        if session.read_only:
            session.edit_refused.emit(session.read_only)
        elif isinstance(thing, Annotation | Ruling) and thing.by != session.editor:
            name = thing.by or say("Somebody else")
            self.announced.emit(say("{name} made this: only {name} can take it away.", name=name))
        elif isinstance(thing, Annotation):
            note_edits.delete(session, thing)
        else:
            self.ruling.take_back(thing)
            if isinstance(thing, Ruling) and thing.reason.strip():
                self.announced.emit(say("The ruling is taken back; its reason is a note now."))
            elif isinstance(thing, Ruling):
                self.announced.emit(say("The ruling is taken back."))

    def _why_empty(self) -> str:
        entries, wanted = self.entries, self.entries.wanted
        if entries.rowCount():
            return ""
        if entries.count(wanted.group):
            return say("The filter hides all of them.")
        if wanted.group is Group.CONFLICTS:
            if not self._session.is_analysed:
                return say("Comparing…")
            return say("No conflict is left without a ruling.")
        if wanted.group is Group.LOST:
            return say("Everything has its place.")
        if wanted.group is Group.READINGS:
            none = say("Every figure is read as Crossread reads it, and none is linked.")
            return f"{none}\n{say('Right-click a figure to read it otherwise, to set it aside or to link it.')}"
        if wanted.group is Group.CONTESTED:
            return say("Nothing was ruled differently by two editors.")
        if entries.count(Group.ALL):
            return say("There are none of these.")
        none = say("No notes or rulings yet.")
        return f"{none}\n{say('Select words in an article, then choose Review › Write a note.')}"


def _shown_places(entry: Entry, letters: dict[str, str]) -> tuple[str, str]:
    """Where an entry is, with its letter; of what is lost the old words with what stood around them.

    Of many places a line for each source and how many more there are; and the same in full.
    """
    lines: dict[str, bool] = {}
    for anchor in entry.anchors:
        letter = escape(letters.get(anchor.article, ""))
        if anchor.lost:
            before, after = (escape(" ".join(part.split())) for part in (anchor.prefix, anchor.suffix))
            quote = escape(" ".join(anchor.quote.split()))
            lines[f"{_heavy(letter)} …{before} {_heavy(quote)} {after}…"] = True
        else:
            lines[_heavy(f"{letter} {escape(_cut(wording.quoted(anchor), 120))}")] = False
    told = [escape(say("Not found again in the article as it is now. It stood here:"))] if entry.is_lost else []
    full = "<br>".join((*told, *lines))
    if len(entry.anchors) <= 2 or len(lines) <= 2:
        return full, full
    lost = [line for line, is_lost in lines.items() if is_lost]
    firsts: dict[str, str] = {}
    for anchor in entry.anchors:
        if not anchor.lost:
            letter = letters.get(anchor.article, "")
            firsts.setdefault(anchor.article, _heavy(escape(f"{letter} {_cut(wording.quoted(anchor), LONGEST_LINE)}")))
    shown = [*lost, *firsts.values()][:MOST_LINES]
    more = len(lines) - len(shown)
    rest = [escape(say_count("and {count} more", "and {count} more", more))] if more else []
    return "<br>".join((*told, *shown, *rest)), full


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else f"{words[:most]}…”"


def _heavy(words: str) -> str:
    return f'<span style="font-weight: 600">{words}</span>'
