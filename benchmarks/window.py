"""Measures the window: how long it stands still while long articles are opened, and how fast a page is painted.

Qt is imported when a part is measured, and draws to no screen.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import texts
from benchmarks.measuring import line, median_ms, once_ms
from desktop.core.agreement import Comparison, Pair, Standing, Status, Verdict
from desktop.core.analysis import Analysis, analyse
from desktop.core.claims import Claim
from desktop.core.figures import Figure, find_figures
from desktop.core.quantities import Kind, Quantity
from desktop.core.text import Article, Span
from desktop.core.topics import Topic
from desktop.core.workspace import Workspace
from desktop.files.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from desktop.shell.theme import Appearance
    from desktop.shell.views.article_text import ArticleText

MB = 1_000_000
PATIENCE = 120
"""How long an answer of the window is waited for, in seconds."""


def measure_window(_runs: int) -> None:
    """The whole window, then the panes alone: the longest time that nothing else could happen."""
    application, appearance = started()
    two = [texts.article(texts.sparse(MB, odd), letter) for odd, letter in enumerate("AB")]
    _measure_window(application, appearance, "two of 500,000 characters", [_cut(article, MB // 2) for article in two])
    _measure_window(application, appearance, "two of 1 MB", two)
    _measure_panes(application, appearance, two, analyse(two, load()))
    two = [texts.article(texts.crowded(MB, odd), letter) for odd, letter in enumerate("AB")]
    _measure_panes(application, appearance, two, _made_up(two))
    _measure_pages(application, appearance)


def _measure_window(application: QApplication, appearance: Appearance, what: str, two: list[Article]) -> None:
    halts = [_whole_window(application, appearance, two) for _ in range(7)]
    longest = [gaps[0] for gaps in halts]
    worst = f"{statistics.median(longest):.0f}, {max(longest):.0f} ms"
    line(f"the window with {what} opened and compared, longest halt: median, worst", worst)
    line("  halts over 50 ms each time", f"{statistics.mean(sum(gap > 50 for gap in gaps) for gaps in halts):.1f}")


def _cut(article: Article, size: int) -> Article:
    return texts.article(article.text[:size], article.id)


def _made_up(two: list[Article]) -> Analysis:
    """Every third figure of one article paired with that of the other, as no engine would: it takes no minute."""
    lexicon = load()
    claims = [[Claim(figure, figure.span) for figure in find_figures(article, lexicon)] for article in two]
    comparisons, topic = [], Topic(Kind.MONEY)
    for number, (a, b) in enumerate(list(zip(*claims, strict=False))[::3]):
        pair = Pair(a, b, topic, list(Status)[number % 4])
        comparisons.append(Comparison(topic, (a, b), (pair,), (), Verdict(Standing.COMPATIBLE, 2, 2)))
    return Analysis(tuple(two), (*claims[0], *claims[1]), tuple(comparisons))


def started() -> tuple[QApplication, Appearance]:
    """Qt, as the program starts it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from desktop.shell.app import TURN
    from desktop.shell.theme import Appearance

    sys.setswitchinterval(TURN)  # as the program does
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    return application, Appearance(application, "light")


def _gaps(application: QApplication, begin: Callable[[], object], is_done: Callable[[], bool]) -> list[float]:
    """The times between two events in milliseconds, longest first, from `begin` until `is_done`."""
    from PySide6.QtCore import Qt, QTimer

    moments: list[float] = []
    clock = QTimer()
    clock.setTimerType(Qt.TimerType.PreciseTimer)
    clock.timeout.connect(lambda: moments.append(time.perf_counter()))
    clock.start(1)
    QTimer.singleShot(0, begin)
    until = time.perf_counter() + PATIENCE
    while (len(moments) < 5 or not is_done()) and time.perf_counter() < until:
        application.processEvents()
    after = time.perf_counter() + 0.3  # what was asked for at last is painted now
    while time.perf_counter() < after:
        application.processEvents()
    clock.stop()
    between = [1000 * (later - sooner) for sooner, later in zip(moments, moments[1:], strict=False)]
    return sorted(between, reverse=True)


def _whole_window(application: QApplication, appearance: Appearance, two: list[Article]) -> list[float]:
    from desktop.shell.app import analyse as analyse_beside
    from desktop.shell.jobs import Jobs
    from desktop.shell.main_window import MainWindow
    from desktop.shell.selection import Selection
    from desktop.shell.session import Session

    jobs = Jobs()
    session = Session(jobs, analyse_beside)
    window = MainWindow(appearance)
    window.show()
    window.fill(session, Selection())
    window.complete()
    # once with little, so that what is imported is imported
    session.begin(Workspace("", tuple(texts.article(f"It cost ${n} million.", f"warm{n}") for n in (1, 2))))
    jobs.finish()
    application.processEvents()
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{article.id}.txt" for article in two]
        for path, article in zip(paths, two, strict=True):
            path.write_text(article.text, encoding="utf-8")
        asked: list[bool] = []
        session.analysis_begun.connect(lambda: asked.append(True))
        gaps = _gaps(
            application,
            partial(window.opening.open, paths),
            lambda: bool(asked) and session.is_analysed and window.compare.is_complete,
        )
    window.close()
    jobs.finish()
    return gaps


def _measure_panes(application: QApplication, appearance: Appearance, two: list[Article], known: Analysis) -> None:
    from desktop.shell.jobs import Jobs
    from desktop.shell.selection import Selection
    from desktop.shell.session import Session
    from desktop.shell.views.compare_view import CompareView

    jobs = Jobs()
    session = Session(jobs, lambda _articles, _corrections, _links, _before: known)
    selection = Selection()
    view = CompareView(session, selection, appearance)
    view.resize(900, 700)
    view.show()
    application.processEvents()

    def is_done() -> bool:
        return session.is_analysed and view.is_complete

    articles = tuple(two)
    gaps = _gaps(application, lambda: session.begin(Workspace("", articles)), is_done)
    line(
        f"the panes alone with two of 1 MB ({len(known.claims):,} figures, {len(known.pairs):,} pairs), longest halt",
        f"{gaps[0]:.0f} ms",
    )
    gaps = _gaps(application, session.swap, is_done)
    line("  swapping them", f"{gaps[0]:.0f} ms")
    first = next((comparison.pairs[0] for comparison in known.comparisons if comparison.pairs), None)
    if first is not None:
        figures = (first.a.figure, first.b.figure)
        gaps = _gaps(application, lambda: selection.select(figures), is_done)
        line("  selecting a pair", f"{gaps[0]:.0f} ms")
    bar = view.panes[0].text.verticalScrollBar()
    times = []
    for turn in range(40):
        start = time.perf_counter()
        bar.setValue(bar.maximum() * turn // 40)
        application.processEvents()
        times.append(1000 * (time.perf_counter() - start))
    line("  scrolling in step somewhere else, median and worst", f"{statistics.median(times):.1f}, {max(times):.0f} ms")
    view.finder.open()
    gaps = _gaps(application, lambda: view.find_bar.field.setText("e"), lambda: view.finder.is_done)
    line(f"  finding “e”, {view.finder.count:,} places", f"{gaps[0]:.0f} ms")
    view.close()
    jobs.finish()


def _measure_pages(application: QApplication, appearance: Appearance) -> None:
    text, figures = _page(application, appearance, 88_000, 5_000)
    kinds = list(Status)
    turns: list[dict[Figure, Status]] = [{figure: kinds[turn % 4] for turn, figure in enumerate(figures)}, {}]

    def highlight(turn: int = 0) -> None:
        text.show_figures(figures, turns[turn % 2])
        text.finish_painting()

    count = iter(range(1_000))
    line("88 KB with 5,000 figures: highlighting all of them", f"{once_ms(highlight):.1f} ms")
    line("  toggling them", f"{median_ms(lambda: highlight(next(count)), 9):.1f} ms")
    text.close()
    text, figures = _page(application, appearance, 100_000, 1_000)
    text.show_figures(figures, {figure: kinds[turn % 4] for turn, figure in enumerate(figures)})
    text.finish_painting()
    application.processEvents()
    line("100,000 characters with 1,000 figures: painting a page", f"{median_ms(text.viewport().repaint, 50):.1f} ms")
    bar = text.verticalScrollBar()

    def scroll() -> None:
        bar.setValue((bar.value() + bar.pageStep()) % max(1, bar.maximum()))
        text.viewport().repaint()

    line("  scrolling by a page and painting it", f"{median_ms(scroll, 50):.1f} ms")
    text.close()


def _page(
    application: QApplication, appearance: Appearance, size: int, count: int
) -> tuple[ArticleText, tuple[Figure, ...]]:
    """An article of that size with so many figures, made up, shown and painted."""
    from desktop.shell.views.article_text import ArticleText

    article = texts.article(texts.sparse(size))
    apart, quantity = len(article.text) // count, Quantity(Kind.COUNT)
    spans = [Span(start, start + 8) for start in range(3, len(article.text) - 20, apart)][:count]
    figures = tuple(Figure("A", span, span.of(article.text), quantity, span) for span in spans)
    text = ArticleText(appearance)
    text.resize(520, 700)
    text.show()
    text.show_article(article)
    application.processEvents()
    return text, figures
