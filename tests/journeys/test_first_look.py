"""An editor starts Crossread and finds out who is out of line."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from desktop.core.agreement import Status
from desktop.core.text import Span
from desktop.core.workspace import Workspace
from desktop.shell.views.article_pane import ArticlePane


def badges(window) -> list[str]:
    return [pane.badge.text() for pane in window.compare.panes]


def rows(window) -> list[tuple[str, str]]:
    table = window.agreement.table
    return [(table.index(row, 0).data(), table.index(row, 1).data()) for row in range(table.rowCount())]


def marked(pane: ArticlePane) -> list[str]:
    return [mark.cursor.selectedText() for mark in pane.text.extraSelections()]


def click_words(qtbot, pane: ArticlePane, span: Span) -> None:
    """Clicks in the middle of a stretch of the article's text, after scrolling there."""
    text = pane.text
    cursor = text.textCursor()
    # The articles that are clicked in these journeys hold nothing that Qt counts otherwise before the stretch.
    cursor.setPosition((span.start + span.end) // 2)
    text.setTextCursor(cursor)
    text.centerCursor()
    place: QPoint = text.cursorRect(cursor).center()
    qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=place)


def show(window, left: str, right: str) -> None:
    """Chooses two articles by their letters, as an editor does: in the lists above the panes."""
    for pane, letter in zip(window.compare.panes, (left, right), strict=True):
        entries = [pane.chooser.itemText(number) for number in range(pane.chooser.count())]
        number = next(number for number, entry in enumerate(entries) if entry.startswith(f"{letter} "))
        pane.chooser.setCurrentIndex(number)
        pane.chooser.activated.emit(number)


def conflict_with_reason(window, attribute: str):
    """A pair of the two articles shown that contradict each other about that attribute."""
    session = window.session
    return next(
        pair
        for comparison in session.analysis.comparisons
        for pair in comparison.between(*session.facing)
        if pair.status is Status.CONFLICT and comparison.topic.attribute == attribute
    )


def test_the_bundled_case_is_shown_and_compared(started):
    assert "Compute deal" in started.windowTitle()
    assert badges(started) == ["A", "B"]
    assert started.compare.panes[0].notice.text().startswith("Specimen")
    assert started.sources.articles.rowCount() == 5
    assert any(status == "conflict" and "payment" in topic for status, topic in rows(started))
    assert len(started.timeline.chart.series) >= 3
    assert "disputed" in started.review.text.toPlainText()
    assert not started.messages.isVisible()


def test_choosing_another_pair(started):
    before = rows(started)
    show(started, "D", "C")
    assert badges(started) == ["D", "C"]
    assert rows(started) != before
    assert started.agreement.table.headerData(2, Qt.Orientation.Horizontal) == "D says"
    assert started.compare.panes[0].text.toPlainText().startswith("🛰️")


def test_a_click_on_a_figure_is_followed_everywhere(qtbot, started):
    pair = conflict_with_reason(started, "payment")
    click_words(qtbot, started.compare.panes[0], pair.a.figure.span)
    row = started.agreement.view.currentIndex().row()
    assert rows(started)[row][0] == "conflict"
    assert "payment" in rows(started)[row][1]
    other = started.compare.panes[1]
    assert marked(other)
    assert other.text.stretch_of(pair.b.figure) is not None or len(marked(other)) > 1
    assert started.timeline.plot.marked[0] == pair.a.figure
    assert pair.a.figure.quote in started.selected.text()
    assert "payment" in started.review.text.toPlainText()


def test_conflicts_only(started):
    started.agreement.conflicts_only.trigger()
    assert {status for status, _ in rows(started)} == {"conflict"}
    started.agreement.conflicts_only.trigger()
    assert {status for status, _ in rows(started)} > {"conflict"}


def test_all_sources_point_at_who_is_out_of_line(started):
    started.agreement.all.click()
    heads = [started.agreement.table.headerData(column, Qt.Orientation.Horizontal) for column in range(7)]
    assert heads[2:] == [
        "A Harbor Ledger",
        "B Quillmark Wire",
        "C Rackside Weekly",
        "D Sparkfeed",
        "E The Lantern Quarterly",
    ]


def test_the_keyboard_alone(qtbot, started):
    left, right = (pane.text for pane in started.compare.panes)
    left.setFocus()
    qtbot.keyClick(left, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is right
    qtbot.keyClick(
        QApplication.focusWidget(),
        Qt.Key.Key_Down,
        Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert started.selected.text().endswith("conflict")
    assert marked(started.compare.panes[0]) or marked(started.compare.panes[1])


def test_a_file_that_cannot_be_read_changes_nothing(qtbot, started, tmp_path):
    binary = tmp_path / "picture.txt"
    binary.write_bytes(bytes(range(256)) * 8)
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    pair = conflict_with_reason(started, "payment")
    click_words(qtbot, started.compare.panes[0], pair.a.figure.span)
    before = (badges(started), rows(started), marked(started.compare.panes[1]), started.windowTitle())
    for path, cause in ((tmp_path / "missing.txt", "no such file"), (binary, "binary"), (empty, "empty")):
        started.opening.open([path])
        assert path.name in started.messages.label.text()
        assert cause in started.messages.label.text()
        assert started.messages.isVisible()
    assert (badges(started), rows(started), marked(started.compare.panes[1]), started.windowTitle()) == before


def test_one_file_in_trouble_among_several_opens_none_and_says_so(started, tmp_path):
    (tmp_path / "sound.txt").write_text("Acme pays Bolt $5 million a year.", encoding="utf-8")
    before = badges(started)
    started.opening.open([tmp_path / "sound.txt", tmp_path / "gone.txt"])
    told = started.messages.trouble.splitlines()
    assert told[0].endswith("gone.txt: there is no such file")
    assert told[1:] == ["Nothing was opened."]
    assert badges(started) == before


def test_opening_other_articles_and_going_back(qtbot, started, tmp_path):
    for name, text in (("one", "Acme pays Bolt $5 million a year."), ("two", "Acme pays Bolt $5 million a month.")):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    started.opening.open([tmp_path / "one.txt", tmp_path / "two.txt"])
    qtbot.waitUntil(lambda: started.agreement.table.rowCount() == 1)
    assert rows(started)[0][0] == "conflict"
    assert [pane.about.text() for pane in started.compare.panes] == ["one · 1 figure", "two · 1 figure"]
    started.opening.open([tmp_path / "gone.txt"])
    assert len(rows(started)) == 1
    started.workspaces.open(started.keeping.recent.all[1].path)
    qtbot.waitUntil(lambda: started.agreement.table.rowCount() > 5)
    assert started.sources.articles.rowCount() == 5


def test_a_dropped_file_joins_and_is_shown_where_it_fell(qtbot, started, tmp_path):
    path = tmp_path / "extra.txt"
    path.write_text("A text without numerals.", encoding="utf-8")
    started.compare.panes[1].files_dropped.emit([path])
    qtbot.waitUntil(lambda: started.compare.panes[1].about.text() == "extra · no figures found")
    assert badges(started) == ["A", "F"]


def test_pasted_text_becomes_an_article(qtbot, started):
    QApplication.clipboard().setText("Anthropic will pay SpaceX $2 billion per month.")
    started.opening.paste_article()
    qtbot.waitUntil(lambda: started.compare.panes[1].about.text() == "Pasted text · 1 figure")
    assert badges(started) == ["A", "F"]
    QApplication.clipboard().setText("  ")
    started.opening.paste_article()
    assert "clipboard" in started.messages.label.text()


def test_one_article_twice_is_warned_of(qtbot, started, tmp_path):
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text("Acme pays Bolt $5 million a year.", encoding="utf-8")
    started.opening.open([tmp_path / "one.txt", tmp_path / "two.txt"])
    qtbot.waitUntil(started.messages.isVisible)
    assert "same text" in started.messages.label.text()
    assert started.messages.label.text().startswith("A and B are")
    assert "two.txt" in started.messages.label.text()


def test_leaving_a_source_out(qtbot, started):
    before = [series.articles for series in started.timeline.chart.series]
    index = started.sources.articles.index(3)
    started.sources.articles.setData(index, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    session = started.session
    qtbot.waitUntil(lambda: session.is_analysed)
    assert [series.articles for series in started.timeline.chart.series] != before
    assert started.compare.panes[0].chooser.count() == 4
    show(started, "A", "E")
    assert started.agreement.table.headerData(3, Qt.Orientation.Horizontal) == "E says"
    assert any("E" in series.label for series in started.timeline.chart.series)


def test_dark_and_light(started):
    appearance = started.appearance
    look = started.compare.panes[0].text.palette().base().color().name()
    appearance.choose("dark")
    assert started.compare.panes[0].text.palette().base().color().name() != look
    appearance.choose("light")
    assert started.compare.panes[0].text.palette().base().color().name() == look


def test_long_names_of_outlets_leave_every_part_its_room(qtbot, started):
    names = ("Frankfurter Allgemeine Sonntagszeitung, Rhein-Main edition", "X")
    articles = started.session.workspace.articles
    longer = tuple(replace(article, outlet=name) for article, name in zip(articles, names, strict=False))
    started.session.edit("name", Workspace("", (*longer, *articles[2:])))
    started.resize(1280, 720)
    left, right = started.compare.panes
    qtbot.waitUntil(lambda: left.about.text().startswith("Frankfurter") and left.width() == right.width())
    assert started.docks["Sources"].width() >= 110


def test_the_specimen_case_takes_nothing_away_that_cannot_be_had_back(qtbot, started):
    session, first = started.session, started.keeping.path
    started.commands["review.next-disagreement"].trigger()
    started.commands["review.rule-both-wrong"].trigger()
    started.commands["file.specimen"].trigger()
    assert session.workspace.rulings == ()
    assert started.keeping.path != first
    started.workspaces.open(first)
    assert len(session.workspace.rulings) == 1


def test_marking_while_the_selection_is_of_articles_that_are_gone(qtbot, started, tmp_path):
    started.commands["review.next-disagreement"].trigger()
    path = tmp_path / "other.txt"
    path.write_text("Acme pays Bolt $5 million a year.", encoding="utf-8")
    started.opening.open([path])
    started.commands["edit.mark-figure"].trigger()
    assert "Select the words" in started.messages.label.text()
