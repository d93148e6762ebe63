"""An editor imports what an outlet changed, looks at what is different, and places what was lost."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.core.anchors import anchor_at
from desktop.core.annotations import Annotation
from desktop.core.rulings import Decision, is_of_an_earlier_reading


def test_from_a_correction_by_the_outlet_to_a_note_that_is_in_its_place_again(qtbot, started, tmp_path):
    session, left = started.session, started.compare.panes[0].text
    article = session.workspace.article(session.facing[0])
    figures = [claim.figure for claim in session.analysis.claims_of(article.id)]
    yearly = next(figure for figure in figures if figure.quote == "$1.25 billion annual")
    kept = figures[-1]

    # a note on each, and a ruling on the conflict
    for number, figure in enumerate((yearly, kept)):
        note = Annotation((anchor_at(article.id, figure.span, article.text),), "Ask.", "", session.now(), f"n{number}")
        session.edit("note", session.workspace.with_annotation(note))
    started.agreement.step(1, True)
    left.setFocus()
    qtbot.keyClick(left, Qt.Key.Key_3)
    assert session.workspace.rulings[0].decision is Decision.BOTH_WRONG
    before = session.workspace

    # the outlet makes it a monthly amount, and writes something in front
    path = tmp_path / "harbor-ledger.txt"
    path.write_text(f"Corrected.\n\n{article.text.replace('$1.25 billion annual', '$1.25 billion per month')}", "utf-8")
    started.renewing.read(article.id, path)
    qtbot.waitUntil(lambda: session.is_analysed)
    told = started.messages.label.text()
    assert "Found again: 1 note" in told
    assert "To be placed by hand, in the Notes panel: 1 note" in told
    lost, found = session.workspace.annotations
    assert lost.is_orphan
    assert found.anchors[0].span.start == kept.span.start + len("Corrected.\n\n") + 3

    # what is different
    started.commands["sources.versions"].trigger()
    versions = started.renewing.versions
    qtbot.waitUntil(versions.isVisible)
    assert [versions.rows.index(0, column).data() for column in range(3)] == [
        "changed",
        "$1.25 billion annual",
        "$1.25 billion per month",
    ]
    qtbot.waitUntil(lambda: QApplication.focusWidget() is versions.table)
    qtbot.keyClick(versions.table, Qt.Key.Key_Return)
    assert left.marked[0].quote == "$1.25 billion per month"
    versions.copy.click()
    assert "“$1.25 billion annual” became “$1.25 billion per month”" in QGuiApplication.clipboard().text()
    qtbot.keyClick(versions, Qt.Key.Key_Escape)

    # the note is put on the figure that took the place of its own
    cursor = left.document().find("$1.25 billion per month")
    left.setTextCursor(cursor)
    started.placing.place_selected(lost)
    with qtbot.waitSignal(started.placing.question.finished):
        started.placing.question.buttons()[0].click()
    assert not session.workspace.annotations[0].is_orphan

    # and all of it is undone step by step
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert session.workspace == before
    qtbot.waitUntil(lambda: session.is_analysed)
    for pair in session.analysis.pairs:
        for ruling in session.workspace.rulings:
            if ruling.places == {pair.a.figure.anchor, pair.b.figure.anchor}:
                assert not is_of_an_earlier_reading(ruling, pair)


def test_a_ruling_counts_on_when_another_mention_stands_for_it_in_a_newer_version(qtbot, started, tmp_path):
    session = started.session
    body = "Halden Corp agreed to buy Marlow Ltd for $4.2 billion, officials said on Tuesday.\n"
    for name, text in (("one", body), ("two", body.replace("$4.2", "$42"))):
        (tmp_path / f"{name}.txt").write_text(f"Deal agreed\n\n{text}", "utf-8")
    started.opening.open([tmp_path / "one.txt", tmp_path / "two.txt"])
    qtbot.waitUntil(lambda: session.is_analysed and len(session.workspace.articles) == 2)
    started.reviewing.goes_on = False
    started.commands["review.next-disagreement"].trigger()
    started.commands["review.rule-left-right"].trigger()
    table, number = started.agreement.table, started.agreement.table.names.index("status")
    qtbot.waitUntil(lambda: table.index(0, number).data() == "conflict\nA is right")

    newer = tmp_path / "newer.txt"
    newer.write_text(f"Halden Corp agreed to buy Marlow Ltd for $4.2 billion\n\n{body}", "utf-8")
    started.renewing.read(session.facing[0], newer)
    qtbot.waitUntil(lambda: session.is_analysed)
    (ruling,) = session.workspace.rulings
    (pair,) = [pair for one in session.analysis.comparisons for pair in one.pairs]
    assert {pair.a.figure.anchor, pair.b.figure.anchor} != ruling.places
    qtbot.waitUntil(lambda: table.index(0, number).data() == "conflict\nA is right")
    assert started.review.ruling.buttons[0].isChecked()
    assert started.reviewing.in_words() == "all reviewed"

    # ruled again it is one ruling, on the mention that is compared now, with the old one's reason
    session.edit("why", session.workspace.without_ruling(ruling).with_ruling(replace(ruling, reason="Asked.")))
    started.commands["review.rule-right-right"].trigger()
    (again,) = session.workspace.rulings
    assert (again.places, again.reason) == ({pair.a.figure.anchor, pair.b.figure.anchor}, "Asked.")
    assert table.index(0, number).data() == "conflict\nB is right"
