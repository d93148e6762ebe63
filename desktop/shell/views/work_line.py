"""Shows how far a comparison has come, and lets the editor stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QToolButton, QWidget

from desktop.core.language import say

if TYPE_CHECKING:
    from desktop.shell.session import Session

PATIENCE = 300
"""What is done sooner, in milliseconds, shows no progress: it would only flicker."""


class WorkLine(QWidget):
    """A bar and a button, there only while something takes long."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.bar.setFixedWidth(140)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(say("Progress of the comparison"))
        self.stop = QToolButton()
        self.stop.setObjectName("choice")
        self.stop.setText(say("Stop"))
        self.stop.setToolTip(say("Stop comparing; what is marked stays as it was"))
        self.stop.clicked.connect(session.stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.bar)
        row.addWidget(self.stop)
        # Its place stays free: to lay the whole window out anew for it would be felt in the very moment of work.
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(self.show)
        session.analysis_begun.connect(self._begin)
        session.analysis_reached.connect(self._show_share)
        for end in (session.analysis_changed, session.analysis_failed, session.analysis_stopped):
            end.connect(self._end)
        self.hide()

    def _begin(self) -> None:
        self.bar.setValue(0)
        if not self.isVisible():
            self._patience.start()

    def _show_share(self, share: float) -> None:
        # A progress bar paints itself at once, and with it all of the window that waits to be painted.
        self.bar.setUpdatesEnabled(False)
        self.bar.setValue(round(100 * share))
        self.bar.setUpdatesEnabled(True)

    def _end(self) -> None:
        self._patience.stop()
        self.hide()
