"""Whether the review panel says all there is to say, in words and with the sentences themselves."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QUrl

from desktop.core.agreement import Diagnosis
from desktop.core.analysis import Analysis
from desktop.core.claims import Claim
from desktop.core.figures import Figure
from desktop.core.quantities import Kind, Quantity
from desktop.core.readings import Evidence, Ground, Reading
from desktop.core.text import Article, Span
from desktop.core.workspace import Workspace
from desktop.shell.review import Review
from desktop.shell.selection import Selection
from desktop.shell.session import Session
from desktop.shell.views.review_panel import ReviewPanel


@pytest.fixture
def panel(qtbot, session, selection, appearance) -> ReviewPanel:
    shown = ReviewPanel(session, selection, Review(session, selection), appearance)
    qtbot.addWidget(shown)
    return shown


def words(panel: ReviewPanel) -> str:
    """The panel's words, its signs left out."""
    return panel.text.toPlainText().replace("\ufffc ", "").replace("\n", " / ")


def test_nothing_selected_shows_who_is_out_of_line(panel):
    assert "1 disputed topic" in words(panel)
    assert "payment, Harbour to Pier" in words(panel)
    # who says what, and how far the others are from it
    assert "A Ledger, B Wire: $12 a year" in words(panel)
    assert "C spark: $120 a month · × 120." in words(panel)


def test_a_selected_figure_shows_both_readings_with_their_sentences(panel, selection, rent):
    selection.select([rent.yearly.figure, rent.monthly.figure])
    text = words(panel)
    assert text.startswith("payment, Harbour to Pier / conflict")
    assert "A · Ledger: $12 a year" in text
    assert "“Harbour pays Pier $12 a month, about $144 yearly, until May 2029.”" in text
    assert text.index("A · Ledger") < text.index("B · Wire") < text.index("C · spark")


def test_a_suggested_reading_stands_before_the_reasons(qtbot, jobs, appearance, rent):
    pair = next(pair for pair in rent.analysis.pairs if {pair.a, pair.b} == {rent.yearly, rent.monthly})
    evidence = Evidence(
        Ground.OWN, "wire", rent.repeated.figure.span, "$144 yearly", (rent.repeated.figure,), ("wire",)
    )
    month = replace(rent.yearly.figure.quantity, per="month")
    reading = Reading(
        rent.yearly, (rent.yearly.figure,), (Diagnosis.PERIOD,), month, None, None, False, (pair,), (evidence,)
    )
    analysis = replace(rent.analysis, readings=(reading,))
    session = Session(jobs, lambda articles, _corrections, _links, _before: analysis)
    selection = Selection()
    panel = ReviewPanel(session, selection, Review(session, selection), appearance)
    qtbot.addWidget(panel)
    session.begin(Workspace("", analysis.articles))
    jobs.answer()
    selection.select([rent.yearly.figure])
    text = words(panel)
    assert "Ledger probably means $12 per month" in text
    assert "See “$144 yearly”" in text
    assert text.index("Suggested readings") < text.index("Why") < text.index("What they say")


def test_a_figure_that_stands_alone(panel, selection, rent):
    selection.select([rent.gates.figure])
    assert words(panel).startswith("“3” / only in one")


def test_words_of_an_article_are_never_markup(qtbot, jobs, appearance):
    article = Article("m", "t", "<b>5</b> gates & <img src=x> more", "e" * 64, outlet="<i>Post</i>")
    five = Claim(
        Figure("m", Span(3, 4), "5", Quantity(Kind.COUNT, Decimal(5), Decimal(5), "gate"), Span(3, 4)),
        Span(0, len(article.text)),
    )
    session = Session(jobs, lambda articles, _corrections, _links, _before: Analysis(articles, (five,)))
    selection = Selection()
    panel = ReviewPanel(session, selection, Review(session, selection), appearance)
    qtbot.addWidget(panel)
    session.begin(Workspace("", (article,)))
    jobs.answer()
    selection.select([five.figure])
    assert "A · <i>Post</i>" in words(panel)
    assert "“<b>5</b> gates & <img src=x> more”" in words(panel)


def test_a_link_selects_its_figure(panel, selection, rent):
    selection.select([rent.yearly.figure])
    links = re.findall(r'href="(figure:\d+)"[^>]*>(?:<[^>]*>)*([^<]+)', panel.text.toHtml())
    wanted = next(link for link, said in links if said == "$120 a month")
    panel.text.anchorClicked.emit(QUrl(wanted))
    assert selection.figures[0] == rent.tenfold.figure


def test_a_selection_outlives_the_change_to_other_articles(panel, session, selection, rent):
    selection.select([rent.yearly.figure])
    session.begin(Workspace("", (Article("new", "New", "Nothing", "f" * 64),)))
    assert words(panel).startswith("payment, Harbour to Pier")


def test_an_overview_link_opens_the_dispute(panel, selection, rent):
    panel.text.anchorClicked.emit(QUrl("figure:0"))
    assert selection.figures[0] == rent.yearly.figure
    assert words(panel).startswith("payment, Harbour to Pier")
