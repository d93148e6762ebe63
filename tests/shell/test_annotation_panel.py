"""Whether notes can be read, written, tagged, answered, resolved and found again in their panel."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu

from desktop.core.agreement import Status
from desktop.core.anchors import Anchor, anchor_at
from desktop.core.annotations import Annotation, Reply
from desktop.core.rulings import Decision, Ruling, anchors_of
from desktop.core.text import Span
from desktop.shell.models.annotation_list import CircumstancesRole, WordsRole
from desktop.shell.models.wanted_entries import Group, Wanted
from desktop.shell.views.annotation_panel import AnnotationPanel
from desktop.shell.views.note_form import address
from desktop.shell.views.words_field import TYPING


@pytest.fixture
def panel(qtbot, session, appearance) -> AnnotationPanel:
    session.editor = "Ada"
    shown = AnnotationPanel(session, appearance)
    qtbot.addWidget(shown)
    shown.resize(290, 620)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    return shown


def place(session, words: str) -> Anchor:
    """The first of these words in the first article."""
    ledger = session.workspace.articles[0]
    start = ledger.text.index(words)
    return anchor_at(ledger.id, Span(start, start + len(words)), ledger.text)


def kept(session, *, anchor: Anchor | None = None, **more: object) -> Annotation:
    """A note of the workspace, Ada's unless said otherwise."""
    values = {"text": "Ask.", "by": "Ada", "at": "2026-11-21T10:00:00+00:00", "id": "1", **more}
    note = Annotation((anchor or place(session, "Harbour"),), **values)
    session.edit("note", session.workspace.with_annotation(note))
    return note


def rows(panel: AnnotationPanel) -> list[str]:
    return [panel.entries.index(row).data(WordsRole) for row in range(panel.entries.rowCount())]


def test_an_empty_list_says_how_to_begin(panel):
    assert panel.empty.isVisible()
    assert "Select words in an article" in panel.empty.text()
    panel.filter.show_group(Group.LOST)
    assert panel.empty.text() == "Everything has its place."
    assert not panel.detail.isVisible()


def test_a_note_is_there_with_its_first_words_and_typing_is_one_step(qtbot, panel, session):
    steps = session.undo_stack.count()
    panel.write_on((place(session, "Pier"),))
    assert panel.form.words.hasFocus()
    assert panel.signed.text() == "New note"
    assert session.workspace.annotations == ()
    qtbot.keyClicks(panel.form.words, "Who")
    qtbot.waitUntil(lambda: rows(panel) == ["Who"], timeout=TYPING * 5)
    assert panel.form.words.toPlainText() == "Who"
    assert panel.rows.currentIndex().row() == 0
    qtbot.keyClicks(panel.form.words, " is it?")
    panel.finish()
    (note,) = session.workspace.annotations
    assert (note.text, note.by, note.anchors[0].quote, bool(note.edited)) == ("Who is it?", "Ada", "Pier", True)
    assert session.undo_stack.count() == steps + 1
    session.undo_stack.undo()
    assert session.workspace.annotations == ()
    assert not panel.detail.isVisible()


def test_a_note_that_was_never_written_leaves_nothing(panel, session):
    panel.write_on((place(session, "Pier"),))
    kept(session)
    panel.rows.choose(0)
    assert [note.text for note in session.workspace.annotations] == ["Ask."]
    assert panel.form.words.toPlainText() == "Ask."


def test_a_second_note_on_the_same_place_is_the_first_one(panel, session):
    note = kept(session)
    panel.write_on(note.anchors)
    assert panel.form.note == note


def test_tags_source_and_state_are_steps_of_their_own(qtbot, panel, session):
    panel.show_note(kept(session))
    form = panel.form
    form.tags.setFocus()
    qtbot.keyClicks(form.tags, "check")
    qtbot.keyClick(form.tags, Qt.Key.Key_Return)
    qtbot.keyClicks(form.tags, "#press  office, check")
    qtbot.keyClick(form.tags, Qt.Key.Key_Escape)
    form.source.setFocus()
    qtbot.keyClicks(form.source, "example.org/a")
    qtbot.keyClick(form.source, Qt.Key.Key_Return)
    qtbot.mouseClick(form.resolved, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    (note,) = session.workspace.annotations
    assert (note.tags, note.source, note.is_resolved) == (("check", "press office"), "example.org/a", True)
    names = [session.undo_stack.text(number) for number in range(session.undo_stack.count())]
    assert names[-3:] == [
        "tags of the note on “Harbour”",
        "source of the note on “Harbour”",
        "resolve note on “Harbour”",
    ]
    assert form.tags.text() == "check, press office"


def test_known_tags_are_offered(qtbot, panel, session):
    kept(session, id="2", tags=("figures", "names"), at="2026-11-20")
    panel.show_note(kept(session))
    tags = panel.form.tags
    tags.setFocus()
    qtbot.keyClicks(tags, "one, fi")
    popup = tags._completer.popup()  # noqa: SLF001
    assert popup.isVisible()
    assert popup.model().index(0, 0).data() == "figures"
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.workspace.annotations[-1].tags == ("one", "figures"), timeout=TYPING * 5)


def test_an_answer_is_kept_while_it_is_typed_and_ends_with_return(qtbot, panel, session):
    panel.show_note(kept(session, by="Ben"))
    answer = panel.form.answer
    answer.setFocus()
    qtbot.keyClicks(answer, "They said")
    qtbot.waitUntil(lambda: bool(session.workspace.annotations[0].replies), timeout=TYPING * 5)
    assert not panel.form.replies.isVisible(), "what is being typed stands in its field"
    qtbot.keyClicks(answer, " no.")
    qtbot.keyClick(answer, Qt.Key.Key_Return)
    assert answer.toPlainText() == ""
    qtbot.keyClicks(answer, "Really")
    qtbot.keyClick(answer, Qt.Key.Key_Return)
    replies = session.workspace.annotations[0].replies
    assert [(reply.text, reply.by) for reply in replies] == [("They said no.", "Ada"), ("Really", "Ada")]
    said = [line.rpartition(": ")[2] for line in panel.form.replies.text().splitlines()]
    assert said == ["They said no.", "Really"]
    assert session.undo_stack.undoText() == "reply to the note on “Harbour”"
    session.undo_stack.undo()
    assert [reply.text for reply in session.workspace.annotations[0].replies] == ["They said no."]


def test_what_another_wrote_can_be_answered_and_resolved_and_no_more(qtbot, panel, session):
    note = kept(session, by="Ben")
    panel.show_note(note)
    form = panel.form
    assert [field.isReadOnly() for field in (form.words, form.tags, form.source, form.answer)] == [
        True,
        True,
        True,
        False,
    ]
    assert form.words.toolTip() == "Ben wrote this: answer it instead"
    assert not form.delete.isVisible()
    assert form.resolved.isEnabled()
    panel.rows.choose(0)
    with qtbot.waitSignal(panel.announced) as told:
        qtbot.keyClick(panel.rows, Qt.Key.Key_Delete)
    assert "Ben made this" in told.args[0]
    assert session.workspace.annotations == (note,)


def test_a_note_without_a_name_belongs_to_whoever_has_none(panel, session):
    note = kept(session, by="")
    panel.show_note(note)
    assert panel.form.words.isReadOnly()
    session.editor = ""
    assert not panel.form.words.isReadOnly()
    assert panel.form.delete.isVisible()


def test_an_own_note_is_deleted_by_key_and_comes_back(qtbot, panel, session):
    note = kept(session)
    panel.rows.choose(0)
    qtbot.keyClick(panel.rows, Qt.Key.Key_Delete)
    assert session.workspace.annotations == ()
    assert session.undo_stack.undoText() == "delete note on “Harbour”"
    session.undo_stack.undo()
    assert session.workspace.annotations == (note,)


def test_a_note_that_is_emptied_is_gone_when_it_is_left_and_one_step_brings_it_back(qtbot, panel, session):
    note = kept(session)
    panel.show_note(note)
    panel.form.words.setFocus()
    panel.form.words.selectAll()
    qtbot.keyClick(panel.form.words, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: session.workspace.annotations[0].text == "", timeout=TYPING * 5)
    panel.rows.setFocus()
    assert session.workspace.annotations == ()
    session.undo_stack.undo()
    assert session.workspace.annotations == (note,)


def test_return_and_a_click_show_the_places(qtbot, panel, session):
    note = kept(session)
    panel.rows.choose(0)
    with qtbot.waitSignal(panel.places_wanted) as told:
        qtbot.keyClick(panel.rows, Qt.Key.Key_Return)
    assert told.args == [note.anchors]
    row = panel.rows.visualRect(panel.entries.index(0))
    with qtbot.waitSignal(panel.places_wanted):
        qtbot.mouseClick(panel.rows.viewport(), Qt.MouseButton.LeftButton, pos=row.center())


def test_a_lost_note_shows_its_old_words_and_asks_for_a_place(qtbot, panel, session):
    note = kept(session, anchor=replace(place(session, "Pier"), lost=True))
    panel.show_note(note)
    assert "Harbour pays" in panel.where.text()
    assert "Not found again" in panel.where.text()
    with qtbot.waitSignal(panel.placing_wanted) as told:
        qtbot.mouseClick(panel.form.place, Qt.MouseButton.LeftButton)
    assert told.args == [note]
    panel.rows.choose(0)
    with qtbot.assertNotEmitted(panel.places_wanted), qtbot.waitSignal(panel.announced):
        qtbot.keyClick(panel.rows, Qt.Key.Key_Return)


def test_what_the_filter_hides_is_said(qtbot, panel, session):
    kept(session)
    kept(session, id="2", by="Ben", text="Seen.", at="2026-11-20")
    qtbot.keyClicks(panel.filter.finder, "seen")
    assert rows(panel) == ["Seen."]
    assert panel.filter.hidden.text() == "1 of 2 hidden: only “seen”"
    assert panel.filter.group.currentText() == "Notes and rulings: 2"
    panel.filter.all.click()
    assert rows(panel) == ["Ask.", "Seen."]
    assert not panel.filter.hidden.isVisible()


def test_the_menu_offers_the_authors_and_tags_there_are(panel, session):
    kept(session, tags=("names",))
    kept(session, id="2", by="", at="2026-11-20")
    panel.filter.menu.aboutToShow.emit()
    menus = {menu.title(): menu for menu in panel.filter.menu.findChildren(QMenu)}
    said = {words: [action.text() for action in menu.actions()] for words, menu in menus.items()}
    assert said == {"A&uthor": ["&All", "No name", "Ada"], "&Tag": ["&All", "names"]}
    menus["A&uthor"].actions()[2].trigger()
    assert rows(panel) == ["Ask."]
    panel.filter.menu.aboutToShow.emit()
    next(action for action in panel.filter.menu.actions() if action.text() == "By &place").trigger()
    assert panel.entries.wanted.by_place
    assert panel.filter.hidden.text() == "1 of 2 hidden: only Ada"


def test_the_reason_of_an_own_ruling_is_written_here_too(qtbot, panel, session, rent):
    pair = rent.analysis.pairs[0]
    ruling = Ruling(anchors_of(pair), Status.CONFLICT, Decision.BOTH_WRONG, by="Ada", at="2026-11-22")
    session.edit("ruling", session.workspace.with_ruling(ruling))
    panel.rows.choose(0)
    assert panel.ruling.said.text() == "both wrong"
    qtbot.keyClicks(panel.ruling.reason, "Read the filing.")
    panel.finish()
    assert session.workspace.rulings[0].reason == "Read the filing."
    panel.ruling.back.click()
    assert session.workspace.rulings == ()
    assert [note.text for note in session.workspace.annotations] == ["Read the filing."]


def test_what_may_only_be_read_cannot_be_written(panel, session):
    panel.show_note(kept(session))
    session.read_only = "Ben has it open."
    form = panel.form
    assert all(field.isReadOnly() for field in (form.words, form.tags, form.source, form.answer))
    assert not any(button.isEnabled() for button in (form.resolved, form.delete, form.place))
    assert form.words.toolTip() == "Ben has it open."
    session.read_only = ""
    assert not form.words.isReadOnly()


def test_what_happens_out_of_sight_is_shown_when_it_is_looked_at(panel, session):
    panel.hide()
    kept(session)
    assert rows(panel) == []
    panel.show()
    assert rows(panel) == ["Ask."]


@pytest.mark.parametrize(
    ("typed", "opened"),
    [
        ("https://example.org/a?b=c", "https://example.org/a?b=c"),
        (" example.org ", "https://example.org"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("", ""),
        ("the archive, box 4", ""),
        ("file:///etc/passwd", ""),
        ("javascript:alert(1)", ""),
        ("ftp://example.org", ""),
    ],
)
def test_only_web_addresses_are_opened(typed, opened):
    url = address(typed)
    assert (url.toString() if url.isValid() else "") == opened


class Browser(QObject):
    """Notes the addresses that it is asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def show_page(self, url: QUrl) -> None:
        self.opened.append(url.toString())


def test_a_source_is_opened_by_a_click_alone(qtbot, panel, session):
    browser = Browser()
    QDesktopServices.setUrlHandler("https", browser, "show_page")
    try:
        panel.show_note(kept(session, source="example.org/a"))
        assert browser.opened == []
        qtbot.mouseClick(panel.form.open, Qt.MouseButton.LeftButton)
        assert browser.opened == ["https://example.org/a"]
    finally:
        QDesktopServices.unsetUrlHandler("https")
    panel.show_note(kept(session, id="2", source="box 4"))
    assert not panel.form.open.isEnabled()


@pytest.fixture
def answered(panel, session) -> Annotation:
    """Ada's note, which Ben answered before she began to review blind."""
    note = kept(session, replies=(Reply("Ben says no.", "Ben", "2026-11-21T11:00:00.000+00:00"),))
    session.edit("blind", replace(session.workspace, blind=("Ada",)))
    return note


def told_of(panel) -> str:
    """All that the panel says."""
    row = panel.entries.index(0)
    roles = (WordsRole, CircumstancesRole, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
    return " ".join((*(row.data(role) for role in roles), panel.form.replies.text()))


def test_who_reviews_blind_sees_no_reply_of_others_and_does_not_lose_it(qtbot, panel, session, answered):
    panel.show_note(answered)
    assert "reply" not in told_of(panel)
    assert "Ben" not in told_of(panel)
    qtbot.keyClicks(panel.filter.finder, "says no")
    assert rows(panel) == []
    panel.filter.reset()
    panel.show_note(answered)
    panel.form.words.setFocus()
    qtbot.keyClicks(panel.form.words, "More. ")
    panel.form.tags.setFocus()
    qtbot.keyClicks(panel.form.tags, "check")
    panel.form.answer.setFocus()
    qtbot.keyClicks(panel.form.answer, "Later")
    qtbot.waitUntil(lambda: len(session.workspace.annotations[0].replies) == 2, timeout=TYPING * 5)
    assert panel.form.answer.toPlainText() == "Later"
    assert not panel.form.replies.isVisible(), "what is being typed stands in its field"
    qtbot.keyClicks(panel.form.answer, ".")
    qtbot.keyClick(panel.form.answer, Qt.Key.Key_Return)
    panel.form.resolved.click()
    (note,) = session.workspace.annotations
    assert "More." in note.text
    assert note.tags == ("check",)
    assert note.is_resolved
    assert [(reply.text, reply.by) for reply in note.replies] == [("Ben says no.", "Ben"), ("Later.", "Ada")]
    assert panel.form.replies.text().endswith(": Later.")
    assert "1 reply" in told_of(panel)
    session.edit("end", replace(session.workspace, blind=()))
    assert "Ben says no." in panel.form.replies.text()
    assert "2 replies" in told_of(panel)


def test_what_editors_disagree_on_is_listed_but_not_to_who_reviews_blind(panel, session, rent):
    panel.filter.show_group(Group.CONTESTED)
    assert panel.empty.text() == "Nothing was ruled differently by two editors."
    pair = rent.analysis.pairs[0]
    mine = Ruling(anchors_of(pair), Status.CONFLICT, Decision.BOTH_WRONG, by="Ada", at="2026-11-22")
    theirs = replace(mine, by="Ben", decision=Decision.BOTH_RIGHT)
    session.edit("both", session.workspace.with_ruling(mine).with_ruling(theirs))
    assert panel.filter.group.currentText() == "Editors disagree: 2"
    assert sorted(rows(panel)) == ["both right in their terms", "both wrong"]
    session.edit("blind", replace(session.workspace, blind=("Ada",)))
    assert panel.filter.group.currentText() == "Editors disagree: 0"
    assert rows(panel) == []
    assert panel.empty.text() == "Nothing was ruled differently by two editors."


def test_a_source_is_kept_while_it_is_typed(qtbot, panel, session):
    panel.show_note(kept(session))
    panel.form.source.setFocus()
    qtbot.keyClicks(panel.form.source, "https://pier.example ")
    qtbot.waitUntil(lambda: session.workspace.annotations[0].source == "https://pier.example", timeout=TYPING * 5)
    qtbot.keyClicks(panel.form.source, "x")
    assert panel.form.source.text() == "https://pier.example x"


def test_a_source_that_was_undone_out_of_sight_stays_so(qtbot, panel, session):
    panel.show_note(kept(session))
    panel.form.source.setFocus()
    qtbot.keyClicks(panel.form.source, "https://pier.example")
    panel.finish()
    assert session.workspace.annotations[0].source
    panel.hide()
    session.undo_stack.undo()
    panel.finish()
    assert session.workspace.annotations[0].source == ""


def test_what_was_typed_in_a_note_that_is_gone_does_not_get_into_another(qtbot, panel, session):
    note = kept(session)
    panel.show_note(note)
    qtbot.keyClicks(panel.form.words, "Typed")
    panel.form.drop()
    other = replace(note, id="2", text="Another")
    session.edit("note", session.workspace.with_annotation(other))
    panel.form.show_note(other)
    assert panel.form.words.toPlainText() == "Another"
    panel.finish()
    assert {one.text for one in session.workspace.annotations} == {"Ask.", "Another"}


def test_above_a_ruling_on_many_sources_each_has_one_line(panel, session, rent):
    articles = {article.id: article for article in session.workspace.articles}
    spans = [(name, Span(at, at + 4)) for name in ("ledger", "wire", "spark") for at in range(3, 24, 5)]
    anchors = tuple(anchor_at(name, span, articles[name].text) for name, span in spans)
    ruling = Ruling(anchors, Status.CONFLICT, Decision.BOTH_WRONG, by="Ada", at="1")
    session.edit("ruling", session.workspace.with_ruling(ruling))
    panel.rows.choose(0)
    assert panel.where.text().count("<br>") == 3
    assert panel.where.text().endswith("and 12 more")
    assert panel.where.toolTip().count("<br>") == len(anchors) - 1


@pytest.mark.parametrize("by_place", [False, True])
def test_what_was_placed_stays_chosen(panel, session, rent, by_place):
    other = kept(session, id="2", at="2026-11-22T10:00:00+00:00")
    last = kept(session, id="3", at="2026-11-19T10:00:00+00:00", anchor=place(session, "Nothing more"))
    panel.entries.want(Wanted(by_place=by_place))
    one, two = rent.yearly.figure.anchor, rent.monthly.figure.anchor
    gone = replace(one, lost=True)
    ruling = Ruling((gone, two), Status.CONFLICT, Decision.BOTH_WRONG, by="Ada", at="2026-11-20T10:00:00+00:00")
    session.edit("ruling", session.workspace.with_ruling(ruling))
    panel.rows.choose(0)
    assert panel.entries.entry(0).thing == ruling
    found = replace(ruling, anchors=(one, two))
    session.edit("place ruling", session.workspace.without_ruling(ruling).with_ruling(found))
    assert panel.entries.entry(0).thing != found
    (index,) = panel.rows.selectedIndexes()
    assert panel.entries.entry(index.row()).thing == found == panel.ruling._entry.thing  # noqa: SLF001
    later = replace(last, at="2026-11-23T10:00:00+00:00")
    session.edit("note", session.workspace.without_annotation(other).with_annotation(later))
    (index,) = panel.rows.selectedIndexes()
    assert panel.entries.entry(index.row()).thing == found


def test_a_ruling_taken_back_by_key_is_told_and_the_ends_are_reached_by_key(qtbot, panel, session, rent):
    anchors = (rent.yearly.figure.anchor, rent.monthly.figure.anchor)
    for reason, told in (("", "The ruling is taken back."), ("Asked.", "its reason is a note now")):
        ruling = Ruling(anchors, Status.CONFLICT, Decision.BOTH_WRONG, by="Ada", at="1", reason=reason)
        session.edit("ruling", session.workspace.with_ruling(ruling))
        panel.rows.choose(0)
        with qtbot.waitSignal(panel.announced) as heard:
            qtbot.keyClick(panel.rows, Qt.Key.Key_Delete)
        assert told in heard.args[0]
    for number in range(4):
        kept(session, id=f"{number}", at=f"2026-11-2{number}T10:00:00+00:00")
    for key, row in ((Qt.Key.Key_End, panel.entries.rowCount() - 1), (Qt.Key.Key_Home, 0)):
        qtbot.keyClick(panel.rows, key)
        assert panel.rows.currentIndex().row() == row
        assert panel.form._note == panel.entries.entry(row).thing  # noqa: SLF001
