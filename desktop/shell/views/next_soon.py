"""Tells that the next conflict comes in a moment, and holds it back as soon as the editor does anything here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QVariantAnimation
from PySide6.QtWidgets import QApplication, QProgressBar, QWidget

from desktop.core.language import say
from desktop.shell.review import PAUSE

if TYPE_CHECKING:
    from desktop.shell.review import Review

_HIGH, _STEPS = 3, 100
_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)


class NextSoon(QProgressBar):
    """A thin bar that runs empty; its place stays free while there is nothing to wait for."""

    def __init__(self, review: Review, places: QWidget) -> None:
        """places: where a press or a move of the mouse says that the editor has still something to do."""
        super().__init__()
        self._review = review
        self._watched: list[QWidget] = []
        self._places = places
        self.setObjectName("nextSoon")
        self.setRange(0, _STEPS)
        self.setTextVisible(False)
        self.setFixedHeight(_HIGH)
        self.setAccessibleName(say("Time until the next conflict comes"))
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self._run = QVariantAnimation(self)
        self._run.setStartValue(_STEPS)
        self._run.setEndValue(0)
        self._run.setDuration(PAUSE)
        self._run.valueChanged.connect(self.setValue)
        review.waiting_changed.connect(self._follow)
        self.hide()

    def words(self) -> str:
        """What is told meanwhile; "" while nothing is waited for."""
        return say("Next in a moment · Return: at once") if self._review.is_waiting else ""

    def _follow(self) -> None:
        is_waiting = self._review.is_waiting
        self._run.stop()
        self._watch(is_waiting)
        if is_waiting:
            self._run.start()
        self.setVisible(is_waiting)

    def _watch(self, on: bool) -> None:
        for widget in self._watched:
            widget.removeEventFilter(self)
        focused = QApplication.focusWidget()
        wanted = [self._places, *self._places.findChildren(QWidget), *([focused] if focused is not None else [])]
        self._watched = list(dict.fromkeys(wanted)) if on else []
        for widget in self._watched:
            widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        match event.type():
            case QEvent.Type.KeyPress:
                key = event.key()  # type: ignore[attr-defined]
                if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                    self._review.go_on()
                    return True
                if key not in _MODIFIERS:
                    self._review.stay()
            case QEvent.Type.MouseButtonPress | QEvent.Type.Enter:
                self._review.stay()
        return False
