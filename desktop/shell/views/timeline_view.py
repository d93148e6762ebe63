"""Shows what each article's reading would pay over time: as curves, as a table, or both beside each other."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from desktop.core.chart import Chart, Mode, Series, are_far_apart, chart, csv_text, legend, notes, passage, table
from desktop.core.language import phrase, say
from desktop.shell.selection import companions
from desktop.shell.views.button_bar import button_bar
from desktop.shell.views.chart_making import ChartMaking
from desktop.shell.views.timeline_export import ExportButton
from desktop.shell.views.timeline_foot import TimelineFoot
from desktop.shell.views.timeline_paper import file_name, picture
from desktop.shell.views.timeline_plot import TimelinePlot
from desktop.shell.views.timeline_table import TimelineTable

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.core.figures import Figure
    from desktop.core.text import Span
    from desktop.core.timeline import Payment
    from desktop.shell.selection import Selection
    from desktop.shell.session import Session
    from desktop.shell.theme import Appearance

WIDE = 900
"""From this width on, plot and table have room beside each other."""

PAIR = 2
"""How many figures are compared; a selection has these first, then others of their topic."""

_MODES = {
    Mode.MONTHLY: (phrase("Month"), phrase("What is paid each month")),
    Mode.CUMULATIVE: (phrase("Cumulative"), phrase("What has been paid since the start")),
    Mode.YEARLY: (phrase("Year"), phrase("What is paid in each calendar year")),
}


class TimelineView(QWidget):
    """The plot, its table, and the choice between them."""

    trouble = Signal(str)
    """What went wrong with a file, naming it and the cause."""

    def __init__(self, session: Session, selection: Selection, appearance: Appearance) -> None:
        super().__init__()
        self._session = session
        self._selection = selection
        self._payments: tuple[Payment, ...] = ()
        self._sentences: dict[Figure, Span] | None = None
        self.chart = Chart("", ())
        self.plot = TimelinePlot(appearance, self._quote)
        self.foot = TimelineFoot(appearance)
        self.table = TimelineTable()
        self.modes = {mode: _choice(say(words), say(tip)) for mode, (words, tip) in _MODES.items()}
        self.logarithmic = QCheckBox(say("Log"))
        self.logarithmic.setToolTip(say("A logarithmic axis, for amounts that lie far apart"))
        self.logarithmic.setAccessibleName(say("Logarithmic axis"))
        self.as_table = _choice(say("Table"), say("The same as a table in words"))
        self.both = _choice(say("Both"), say("Plot and table beside each other"))
        self.export = ExportButton(self._drawn, self._listed, self._called)
        self.empty = QLabel()
        self.empty.setObjectName("about")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self._scale_chosen = False
        self._is_table_old = True
        # Behind the plot and only where it is seen: a megabyte of text may bring hundreds of rows.
        self._filling = QTimer(self)
        self._filling.setSingleShot(True)
        self._filling.timeout.connect(self._fill_table)
        self._lay_out()
        self.modes[Mode.MONTHLY].setChecked(True)
        for button in self.modes.values():
            button.clicked.connect(self._draw)
        self.logarithmic.clicked.connect(self._choose_scale)
        self.as_table.clicked.connect(lambda: self._show_parts(self.as_table))
        self.both.clicked.connect(lambda: self._show_parts(self.both))
        self.plot.series_chosen.connect(self._choose)
        self.plot.pointed.connect(self.foot.point)
        self.table.row_chosen.connect(self._choose_row)
        self.export.trouble.connect(self.trouble)
        session.analysis_begun.connect(self._show_parts)
        self._making = ChartMaking(session, self)
        self._making.made.connect(self._show)
        session.analysis_changed.connect(self.show_payments)
        session.analysis_failed.connect(self._show_parts)
        session.analysis_stopped.connect(self._show_parts)
        selection.changed.connect(self.mark)
        self.show_payments()

    def _lay_out(self) -> None:
        bar = button_bar(self, self.modes.values())
        bar.addSpacing(4)
        bar.addWidget(self.logarithmic)
        bar.addStretch(1)
        for button in (self.both, self.as_table, self.export):
            bar.addWidget(button)
        self._plotted = QWidget()
        below = QVBoxLayout(self._plotted)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.plot, 1)
        below.addWidget(self.foot)
        parts = QWidget()
        beside = QHBoxLayout(parts)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(1)
        beside.addWidget(self._plotted, 1)
        beside.addWidget(self.table, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(parts)
        self._pages.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self._pages, 1)

    # ---- what is shown

    @property
    def mode(self) -> Mode:
        """How the amounts are summed up."""
        return next(mode for mode, button in self.modes.items() if button.isChecked())

    def show_payments(self) -> None:
        """Shows the schedules of the present analysis; where there are many, as soon as their chart is made."""
        self._making.ask()

    def _show(self, made: tuple[Chart, tuple[Payment, ...]]) -> None:
        self.chart, self._payments = made
        self._sentences = None
        if not self._scale_chosen:
            self.logarithmic.setChecked(are_far_apart(self._payments))
        self._draw()

    def mark(self, figures: tuple[Figure, ...]) -> None:
        """Marks the curves of the two figures that are compared, and the row of the one the editor pointed at."""
        self.plot.mark(figures[:PAIR])
        self._mark_row()

    def _mark_row(self) -> None:
        if self._is_table_old:
            return
        figure = next(iter(self._selection.figures), None)
        rows = (row for row, payment in enumerate(self._payments) if figure is not None and figure in payment.figures)
        self.table.mark(next(rows, None))

    def _draw(self) -> None:
        self.plot.show_chart(self.chart, self.mode, logarithmic=self.logarithmic.isChecked())
        self.foot.explain(legend(self.plot.drawing), notes(self.chart, self._session.names))
        self._is_table_old = True
        self._show_parts()
        self.mark(self._selection.figures)

    def _fill_table(self) -> None:
        """Fills the table, if it can be seen."""
        if self._is_table_old and self.table.isVisibleTo(self):
            self._is_table_old = False
            self.table.show_table(table(self._payments, self._session.names, self.mode))
            self._mark_row()

    def _show_parts(self, pressed: object = None) -> None:
        """Shows plot, table or both. pressed: the button that was, which then rules out the other."""
        if pressed is self.as_table and self.as_table.isChecked():
            self.both.setChecked(False)
        elif pressed is self.both and self.both.isChecked():
            self.as_table.setChecked(False)
        is_wide = self.width() >= WIDE
        self.both.setVisible(is_wide)
        is_drawn = bool(self.chart.series)
        both = is_wide and self.both.isChecked() and is_drawn
        only_table = self.as_table.isChecked() or not is_drawn
        self._plotted.setVisible(both or not only_table)
        self.table.setVisible(both or only_table)
        self.logarithmic.setEnabled(both or not only_table)
        self.export.setEnabled(is_drawn)
        self.empty.setText(self._why_empty())
        self._pages.setCurrentIndex(0 if self._payments else 1)
        self._filling.start(0)

    def _why_empty(self) -> str:
        if not self._session.is_analysed:
            return say("Comparing…")
        if not self._session.included:
            return say("Open articles to see what they say is paid.")
        if self._session.is_stopped:
            return say("The comparison was stopped; Sources › Compare again starts it anew.")
        return say("No payments over time that could be drawn were found.")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._show_parts()

    def _choose_scale(self) -> None:
        self._scale_chosen = True
        self._draw()

    # ---- what is chosen

    def _choose(self, series: Series) -> None:
        self._select(series.figures)

    def _choose_row(self, row: int) -> None:
        self._select(self._payments[row].figures)

    def _select(self, figures: tuple[Figure, ...]) -> None:
        found = (companions(self._session.analysis, figure) for figure in figures)
        self._selection.select((*figures, *(figure for several in found for figure in several)))

    def _quote(self, figure: Figure) -> str:
        """The sentence that a figure stands in, shortened around it."""
        analysis = self._session.analysis
        if self._sentences is None:
            self._sentences = {claim.figure: claim.sentence for claim in analysis.claims}
        article = next((one for one in analysis.articles if one.id == figure.article), None)
        sentence = self._sentences.get(figure)
        if article is None or sentence is None:
            return " ".join(figure.quote.split())
        return passage(article.text, sentence, figure.span)

    # ---- what is kept and remembered

    def _drawn(self, font: str) -> str:
        return picture(self._session, self.plot.drawing, font)

    def _listed(self) -> str:
        return csv_text(chart(self._payments, self._session.names, most=None), self.mode)

    def _called(self) -> str:
        return file_name(self._session.workspace.title, self.mode)

    def layout_text(self) -> str:
        """What the editor chose to see, as text to be remembered."""
        shown = "table" if self.as_table.isChecked() else "both" if self.both.isChecked() else "plot"
        scale = self.logarithmic.isChecked() if self._scale_chosen else None
        return json.dumps({"mode": self.mode.value, "log": scale, "show": shown})

    def restore_layout(self, text: str) -> None:
        """Shows what `layout_text` remembered; what cannot be understood is left as it is."""
        try:
            kept = json.loads(text)
            mode, scale, shown = Mode(kept["mode"]), kept["log"], kept["show"]
        except (ValueError, TypeError, KeyError):
            return
        self.modes[mode].setChecked(True)
        if isinstance(scale, bool):
            self._scale_chosen = True
            self.logarithmic.setChecked(scale)
        self.as_table.setChecked(shown == "table")
        self.both.setChecked(shown == "both")
        self._draw()


def _choice(text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    button.setCheckable(True)
    button.setObjectName("choice")
    return button
