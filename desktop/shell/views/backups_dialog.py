"""Shows the earlier states of a workspace, to go back to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.core.language import say
from desktop.shell.moments import said_at

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from desktop.files.workspaces import Backup


class BackupsDialog(QDialog):
    """The backups, newest first, each with what it holds."""

    chosen = Signal(object, str)
    """The path of a backup, and what it is called."""

    def __init__(self, parent: QWidget, backups: Sequence[Backup], folder: Path | None) -> None:
        super().__init__(parent)
        self._backups = tuple(backups)
        self._folder = folder
        self.setWindowTitle(say("Go back to a backup"))
        about = QLabel(
            say("Each time a workspace is opened, a copy of it is put aside. Going back is a step that can be undone.")
            if backups
            else say("There is no backup of this workspace yet: one is made each time it is opened.")
        )
        about.setWordWrap(True)
        self.list = QTreeWidget()
        self.list.setAccessibleName(say("Backups"))
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setHeaderLabels([say("When"), say("Articles"), say("Rulings"), say("Notes")])
        for backup in self._backups:
            numbers = [str(backup.articles), str(backup.rulings), str(backup.notes)]
            item = QTreeWidgetItem([said_at(backup.at), *([""] * 3 if backup.trouble else numbers)])
            item.setToolTip(0, backup.trouble or str(backup.path))
            item.setDisabled(bool(backup.trouble))
            for column in (1, 2, 3):
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.list.addTopLevelItem(item)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2, 3):
            self.list.headerItem().setTextAlignment(column, Qt.AlignmentFlag.AlignRight)
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.back = buttons.addButton(say("Go back"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.back.setToolTip(say("Make the workspace what it was then (Return)"))
        show = buttons.addButton(say("Show the folder"), QDialogButtonBox.ButtonRole.ActionRole)
        show.setToolTip(str(folder or ""))
        show.setEnabled(folder is not None and folder.is_dir())
        show.clicked.connect(self._show_folder)
        self.back.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.list.itemActivated.connect(self.accept)
        self.list.itemSelectionChanged.connect(self._look)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 14)
        box.setSpacing(10)
        for part in (about, self.list, buttons):
            box.addWidget(part)
        if self._backups:
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.list.setVisible(bool(self._backups))
        self._look()
        self.resize(460, 360 if self._backups else self.sizeHint().height())

    def accept(self) -> None:
        """Goes back to the one that is selected."""
        row = self.list.indexOfTopLevelItem(self.list.currentItem()) if self.list.selectedItems() else -1
        if row >= 0:
            self.chosen.emit(self._backups[row].path, said_at(self._backups[row].at))
            super().accept()

    def _look(self) -> None:
        self.back.setEnabled(bool(self.list.selectedItems()))

    def _show_folder(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
