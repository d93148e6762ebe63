"""Shows one of the articles with its name, its notice and an overview of its figures."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from desktop.core.language import say, say_count
from desktop.core.wording import day
from desktop.shell.views.article_text import ArticleText
from desktop.shell.views.elided_label import ElidedLabel
from desktop.shell.views.figure_counts import figures_by_status
from desktop.shell.views.notice_line import NoticeLine
from desktop.shell.views.overview_strip import OverviewStrip

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPaintEvent

    from desktop.core.agreement import Status
    from desktop.core.figures import Figure
    from desktop.core.text import Article
    from desktop.shell.highlights import Places
    from desktop.shell.theme import Appearance

MARKS_A_STEP = 500


class _Chooser(QComboBox):
    """A list of articles; a name too long for it ends in an ellipsis instead of in the middle of a letter."""

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QStylePainter(self)
        with painter:
            option = QStyleOptionComboBox()
            self.initStyleOption(option)
            painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
            style, field = self.style(), QStyle.SubControl.SC_ComboBoxEditField
            room = style.subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width() - 8
            option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)
            painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


class ArticlePane(QFrame):
    """One side of the comparison."""

    article_wanted = Signal(str)
    """The id of the article that the editor wants here."""
    figure_chosen = Signal(object)
    files_dropped = Signal(list)
    """Paths."""
    opening_wanted = Signal()
    moved = Signal()
    """The text was scrolled, or laid out anew."""

    def __init__(self, side: str, appearance: Appearance) -> None:
        """side: "left" or "right"."""
        super().__init__()
        is_left = side == "left"
        self._appearance = appearance
        self._shown: Article | None = None
        self._figures: tuple[Figure, ...] = ()
        self.setObjectName("articlePane")
        self.setAcceptDrops(True)
        self.badge = QLabel()
        self.badge.setObjectName("letter")
        self.badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.chooser = _Chooser()
        self.chooser.setAccessibleName(say("Article on the left") if is_left else say("Article on the right"))
        self.chooser.setToolTip(say("Choose another article for this side"))
        self.chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.chooser.setMinimumContentsLength(12)
        self.chooser.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.about = ElidedLabel()
        self.about.setObjectName("about")
        self.notice = NoticeLine()
        self.text = ArticleText(appearance)
        self.text.setAccessibleName(say("Text on the left") if is_left else say("Text on the right"))
        self.strip = OverviewStrip(appearance)
        self._pages = QStackedWidget()
        self._lay_out(
            say("No article on the left.\nDrop a text file here, or open one.")
            if is_left
            else say("No article on the right.\nDrop a text file here, or open one.")
        )
        self.chooser.activated.connect(self._want)
        self.text.figure_chosen.connect(self.figure_chosen)
        self.text.updateRequest.connect(self._tell_moved)
        self.strip.asked_for.connect(self.text.go_to_share)
        self.show_article(None)

    def _lay_out(self, inviting: str) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(8, 6, 8, 0)
        head.addWidget(self.badge)
        head.addWidget(self.chooser, 1)
        reading = QWidget()
        row = QHBoxLayout(reading)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.text, 1)
        row.addWidget(self.strip)
        empty = QWidget()
        middle = QVBoxLayout(empty)
        invitation = QLabel(inviting)
        invitation.setAlignment(Qt.AlignmentFlag.AlignCenter)
        invitation.setObjectName("about")
        opening = QPushButton(say("Open articles…"))
        opening.clicked.connect(self.opening_wanted)
        middle.addStretch(1)
        middle.addWidget(invitation)
        middle.addWidget(opening, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addStretch(1)
        self._pages.addWidget(reading)
        self._pages.addWidget(empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.about)
        column.addWidget(self.notice)
        column.addWidget(self._pages, 1)
        self._column = column

    def put_notice(self, notice: QWidget) -> None:
        """Puts a line between what is said about the article and its text."""
        self._column.insertWidget(self._column.indexOf(self._pages), notice)

    @property
    def shown(self) -> Article | None:
        """The article that is shown."""
        return self._shown

    def show_choice(self, articles: Sequence[Article], letters: Mapping[str, str]) -> None:
        """Offers the articles that take part."""
        with QSignalBlocker(self.chooser):
            self.chooser.clear()
            for article in articles:
                self.chooser.addItem(f"{letters[article.id]}   {article.name} · {article.title}", article.id)
            self._choose_shown()

    def show_article(self, article: Article | None, letter: str = "", places: Places | None = None) -> None:
        """Shows an article under its letter, or an invitation where there is none."""
        self.badge.setText(letter)
        self.badge.setVisible(article is not None)
        self.notice.setText(article.notice if article is not None else "")
        self.notice.setVisible(article is not None and bool(article.notice))
        self._pages.setCurrentIndex(0 if article is not None else 1)
        if article is not self._shown:
            self._shown = article
            self._figures = ()
            self.text.show_article(article, places)
            self.text.setAccessibleDescription("")
            self.strip.show_marks([])
            self.strip.show_selected([])
            self.strip.show_hits([])
        self._tell_about(None)
        with QSignalBlocker(self.chooser):
            self._choose_shown()

    def show_figures(self, figures: Sequence[Figure], statuses: Mapping[Figure, Status]) -> None:
        """Marks the article's figures by status."""
        for _ in self.showing_figures(figures, statuses):
            pass

    def showing_figures(self, figures: Sequence[Figure], statuses: Mapping[Figure, Status]) -> Iterator[None]:
        """Marks the article's figures (in the order of the text) by status, step by step."""
        self._figures = tuple(figures)
        self._tell_about(len(figures))
        self.text.show_figures(figures, statuses)
        yield
        marks = []
        for number, figure in enumerate(figures):
            marks.append((self.text.share_of(figure.span.start), statuses.get(figure)))
            if number % MARKS_A_STEP == 0:
                yield
        self.strip.show_marks(marks)
        yield
        self._describe_text(Counter(status for _, status in marks))

    def mark(self, figures: Sequence[Figure]) -> None:
        """Marks the selected figures and brings the first of this article into sight."""
        self.text.mark(figures)
        mine = [figure for figure in figures if self.text.holds(figure)]
        self.strip.show_selected([self.text.share_of(figure.span.start) for figure in mine])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)

    def _want(self, number: int) -> None:
        self.article_wanted.emit(self.chooser.itemData(number))

    def _choose_shown(self) -> None:
        wanted = self._shown.id if self._shown is not None else None
        self.chooser.setCurrentIndex(self.chooser.findData(wanted) if wanted is not None else -1)
        self.chooser.setVisible(self.chooser.count() > 0)

    def _tell_about(self, figures: int | None) -> None:
        """Outlet, day and number of figures in the line below the name; a text without figures says so."""
        article = self._shown
        if article is None:
            self.about.clear()
            return
        parts = [article.outlet or article.name]
        if article.published is not None:
            parts.append(day(article.published))
        if figures is not None:
            parts.append(
                say_count("{count} figure", "{count} figures", figures) if figures else say("no figures found")
            )
        self.about.kept = "".join(f" · {part}" for part in parts[1:])
        self.about.setText(" · ".join(parts))
        self.about.setToolTip("\n".join(part for part in (self.about.text(), article.source) if part))

    def _describe_text(self, counts: Counter[Status | None]) -> None:
        """Tells assistive technology what there is to be found in the text, and how."""
        count = counts.total()
        if not count:
            self.text.setAccessibleDescription(say("No figures found."))
            return
        self.text.setAccessibleDescription(
            say(
                "{figures}: {statuses}. F8 goes to the next one, Return selects the one at the caret.",
                figures=say_count("{count} figure", "{count} figures", count),
                statuses=figures_by_status(counts),
            )
        )

    def _tell_moved(self) -> None:
        self.strip.show_in_sight(*self.text.visible_share())
        self.moved.emit()
