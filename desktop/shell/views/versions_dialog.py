"""Shows what an outlet changed between two versions of an article, figures first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.core.language import say
from desktop.core.versions import Changes, changes
from desktop.core.wording import day
from desktop.core.wording.versions import in_full, summary
from desktop.shell.models.version_table import VersionTable
from desktop.shell.moments import said
from desktop.shell.views.table_cells import Cells
from desktop.shell.views.versions_text import VersionsText

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.core.lexicon import Lexicon
    from desktop.core.text import Article
    from desktop.shell.session import Session
    from desktop.shell.theme import Appearance


class VersionsDialog(QDialog):
    """An article and two of its versions to choose; the figures that differ as a table, then the wording."""

    figure_wanted = Signal(object)
    """A Figure of the present version that the editor wants to see in its article."""

    def __init__(
        self, parent: QWidget, session: Session, lexicon: Callable[[], Lexicon], appearance: Appearance
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._lexicon = lexicon
        self._versions: tuple[Article, ...] = ()
        self._changes: Changes | None = None
        self.setWindowTitle(say("Versions"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.article = _chooser(say("Article"), say("Articles with more than one version"))
        self.older = _chooser(say("Older version"), say("What is compared with a later one"))
        self.newer = _chooser(say("Newer version"), say("What it is compared with"))
        self.summary = QLabel()
        bold = self.summary.font()
        bold.setWeight(QFont.Weight.DemiBold)
        self.summary.setFont(bold)
        self.summary.setWordWrap(True)
        self.table = QTableView()
        self.rows = VersionTable(self)
        self.text = VersionsText(appearance)
        self.go = QPushButton(say("&Go to"))
        self.copy = QPushButton(say("&Copy"))
        self._lay_out()
        self.article.activated.connect(lambda: self.show_article(self.article.currentData()))
        self.older.activated.connect(lambda: self._keep_order(self.older))
        self.newer.activated.connect(lambda: self._keep_order(self.newer))
        self.table.selectionModel().selectionChanged.connect(self._tell_whether_to_go)
        self.table.activated.connect(self._go)
        self.go.clicked.connect(self._go)
        self.copy.clicked.connect(self._copy)
        session.workspace_changed.connect(self._follow)

    def _lay_out(self) -> None:
        self.table.setModel(self.rows)
        self.table.setAccessibleName(say("Figures that differ"))
        self.table.setAccessibleDescription(say("Return goes to the figure in its article"))
        self.table.setToolTip(say("Double-click a figure to see it in its article"))
        self.table.setItemDelegate(Cells(self.table))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        head = self.table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setStretchLastSection(True)
        self.go.setToolTip(say("Show the chosen figure in its article (Return)"))
        self.copy.setToolTip(say("Copy all that is different as plain text"))
        self.go.setAutoDefault(False)
        self.copy.setAutoDefault(False)
        form = QFormLayout()
        for words, field in (
            (say("&Article"), self.article),
            (say("&From"), self.older),
            (say("&To"), self.newer),
        ):
            form.addRow(words, field)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(self.table)
        parts.addWidget(self.text)
        parts.setStretchFactor(1, 1)
        parts.setChildrenCollapsible(False)
        self._parts = parts
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setToolTip(say("Close (Esc)"))
        close.setAutoDefault(False)
        buttons.addButton(self.go, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(10)
        column.addLayout(form)
        column.addWidget(self.summary)
        column.addWidget(parts, 1)
        column.addWidget(buttons)
        self.resize(860, 620)

    @property
    def changes(self) -> Changes | None:
        """What is shown."""
        return self._changes

    def show_article(self, article: str) -> None:
        """Shows the last two versions of an article (id), to be chosen among all that have more than one."""
        workspace, letters = self._session.workspace, self._session.letters
        several = {one.id for one in workspace.earlier}
        with QSignalBlocker(self.article):
            self.article.clear()
            for one in workspace.articles:
                if one.id in several:
                    self.article.addItem(f"{letters[one.id]}   {one.name}", one.id)
            self.article.setCurrentIndex(self.article.findData(article))
        self._versions = workspace.versions_of(article)
        last = len(self._versions) - 1
        for field, chosen in ((self.older, last - 1), (self.newer, last)):
            with QSignalBlocker(field):
                field.clear()
                for number, version in enumerate(self._versions):
                    field.addItem(_called(version, number, last), number)
                field.setCurrentIndex(chosen)
        self._compare()

    def _keep_order(self, chosen: QComboBox) -> None:
        """Lets the older version stay before the newer one, whichever of the two was chosen."""
        last = len(self._versions) - 1
        with QSignalBlocker(self.older), QSignalBlocker(self.newer):
            if chosen is self.older:
                self.older.setCurrentIndex(min(self.older.currentIndex(), last - 1))
                self.newer.setCurrentIndex(max(self.newer.currentIndex(), self.older.currentIndex() + 1))
            else:
                self.newer.setCurrentIndex(max(self.newer.currentIndex(), 1))
                self.older.setCurrentIndex(min(self.older.currentIndex(), self.newer.currentIndex() - 1))
        self._compare()

    def _compare(self) -> None:
        older, newer = (self._versions[field.currentIndex()] for field in (self.older, self.newer))
        self._changes = found = changes(older, newer, self._lexicon())
        self.summary.setText(summary(found))
        self.rows.show(found.figures)
        self.table.setVisible(bool(found.figures))
        self.text.show_changes(found)
        if found.figures:
            self._set_widths()
            self.table.selectRow(0)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell_whether_to_go()

    def _set_widths(self) -> None:
        head = self.table.horizontalHeader()
        self.table.resizeColumnsToContents()
        for column in (1, 2):
            head.resizeSection(column, min(head.sectionSize(column) + 16, 240))
        rows = self.table.verticalHeader()
        rows.setMinimumSectionSize(self.fontMetrics().lineSpacing() + 10)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        count = min(self.rows.rowCount(), 6)
        height = head.sizeHint().height() + sum(map(rows.sectionSize, range(count))) + 6
        self._parts.setSizes([height, max(160, self._parts.height() - height)])

    def _follow(self) -> None:
        """Shows what is there after an edit, an undo, another version."""
        if not self.isVisible():
            return
        workspace = self._session.workspace
        several = [one.id for one in workspace.earlier]
        shown = self.article.currentData()
        if shown in several:
            if workspace.versions_of(shown) != self._versions:
                self.show_article(shown)
        elif several:
            self.show_article(several[0])
        else:
            self.reject()

    def _tell_whether_to_go(self) -> None:
        change = self.rows.change(self.table.currentIndex().row())
        is_present = bool(self._versions) and self.newer.currentIndex() == len(self._versions) - 1
        self.go.setEnabled(change is not None and change.now is not None and is_present)

    def _go(self) -> None:
        change = self.rows.change(self.table.currentIndex().row())
        if self.go.isEnabled() and change is not None and change.now is not None:
            self.figure_wanted.emit(change.now)

    def _copy(self) -> None:
        if self._changes is not None:
            words = in_full(self._changes, self.older.currentText(), self.newer.currentText())
            QGuiApplication.clipboard().setText(words)


def _chooser(name: str, tip: str) -> QComboBox:
    field = QComboBox()
    field.setAccessibleName(name)
    field.setToolTip(tip)
    field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    field.setMinimumContentsLength(24)
    return field


def _called(version: Article, number: int, last: int) -> str:
    """What a version is called: its number, when it came in and where from, and its day."""
    parts = [say("Version {number}", number=number + 1)]
    if number == last:
        parts.append(say("the present one"))
    if version.imported:
        parts.append(say("imported {when}", when=said(version.imported)))
    parts.append(version.source.replace("\\", "/").rsplit("/", 1)[-1] or say("pasted"))
    if version.published is not None:
        parts.append(say("published {day}", day=day(version.published)))
    return " · ".join(parts)
