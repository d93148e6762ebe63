"""Shows the panes through the lens in use, and says above each text that it does."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton

from desktop.core.language import say, say_count
from desktop.core.lens import CONVERSION, WORDS, Lens, shown_in
from desktop.core.wording import capital
from desktop.shell.views.figure_marks import FigureMarks

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.core.lexicon import Lexicon
    from desktop.shell.lens import LensInUse
    from desktop.shell.session import Session
    from desktop.shell.theme import Appearance
    from desktop.shell.views.article_pane import ArticlePane


class _LensNotice(QFrame):
    """Says that amounts are not shown in the article's own words, and takes that back."""

    def __init__(self, in_use: LensInUse) -> None:
        super().__init__()
        self.setObjectName("lensNotice")
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.back = QToolButton()
        self.back.setText(say("As written"))
        self.back.setObjectName("choice")
        self.back.setToolTip(say("Show the article's own words again (Alt+1)"))
        self.back.setAccessibleName(say("Show amounts as written"))
        self.back.clicked.connect(partial(in_use.choose, Lens.AS_WRITTEN))
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 2, 8, 2)
        row.addWidget(self.label, 1)
        row.addWidget(self.back)
        self.hide()

    def tell(self, lens: Lens, count: int) -> None:
        """Says which lens is in use, and how many amounts it shows otherwise than written."""
        called = say(WORDS[lens])
        if not count:
            words = say("{lens}: nothing to convert here", lens=capital(called))
        elif lens is Lens.TERM:
            words = say_count(
                "{count} rate shown as its total over the term", "{count} rates shown as totals over the term", count
            )
        else:
            words = say_count("{count} amount shown {lens}", "{count} amounts shown {lens}", count, lens=called)
        self.label.setText(words)
        self.label.setToolTip(say("{conversion} Point at an amount to see it as written.", conversion=say(CONVERSION)))
        self.label.setAccessibleDescription(self.label.toolTip())
        self.setVisible(lens is not Lens.AS_WRITTEN)

    def announce(self) -> None:
        """Says to a screen reader what the notice says, or that it is gone."""
        words = say("Amounts as written") if self.isHidden() else self.label.text()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))


class LensView(QObject):
    """Follows the lens, the analysis and the articles that face each other; the articles' text is never touched."""

    def __init__(
        self,
        session: Session,
        panes: Sequence[ArticlePane],
        in_use: LensInUse,
        lexicon: Callable[[], Lexicon],
        appearance: Appearance,
    ) -> None:
        super().__init__()
        self._session = session
        self._in_use = in_use
        self._lexicon = lexicon
        self.marks = tuple(FigureMarks(pane.text, appearance) for pane in panes)
        self.notices = tuple(_LensNotice(in_use) for _ in panes)
        for pane, notice in zip(panes, self.notices, strict=True):
            pane.put_notice(notice)
        session.analysis_changed.connect(self.show)
        session.facing_changed.connect(self.show)
        in_use.changed.connect(self._show_aloud)
        self.show()

    def show(self) -> None:
        """Shows the articles that face each other through the lens in use."""
        lens, analysis = self._in_use.lens, self._session.analysis
        known = {article.id for article in analysis.articles}
        for article, marks, notice in zip(self._session.facing, self.marks, self.notices, strict=True):
            if article is None or article not in known:
                marks.show_words({})
                marks.show_corrections((), ())
                notice.tell(lens if article is not None else Lens.AS_WRITTEN, 0)
                continue
            words = shown_in(analysis, article, lens, self._lexicon()) if lens is not Lens.AS_WRITTEN else {}
            corrections = analysis.corrections_of(article)
            aside = [one.span for one in corrections if one.quantity is None]
            read = {one.span for one in corrections if one.quantity is not None}
            linked = {at.span for link in analysis.links for at in link.anchors if at.article == article}
            marks.show_words(words)
            marks.show_corrections(
                aside, read | {span for span in linked if not any(span.overlaps(other) for other in [*aside, *read])}
            )
            notice.tell(lens, len(words))

    def _show_aloud(self) -> None:
        self.show()
        for notice in self.notices:
            notice.announce()
