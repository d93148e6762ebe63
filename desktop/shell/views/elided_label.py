"""Shows a line of words that ends in an ellipsis where the width does not suffice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QStyleOption, QStylePainter

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class ElidedLabel(QLabel):
    """Its text is whole for whoever asks; it never makes what it stands in wider."""

    def __init__(self) -> None:
        super().__init__()
        self.kept = ""
        """The end of the words, which is shown where what stands before it must be shortened."""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def shown(self) -> str:
        """What there is room for."""
        words, metrics, room = " ".join(self.text().split()), self.fontMetrics(), self.contentsRect().width()
        if self.kept and words.endswith(self.kept) and metrics.horizontalAdvance(words) > room:
            left = room - metrics.horizontalAdvance(self.kept)
            begin = metrics.elidedText(words.removesuffix(self.kept), Qt.TextElideMode.ElideRight, max(0, left))
            words = f"{begin}{self.kept}"
        return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QStylePainter(self)
        with painter:
            option = QStyleOption()
            option.initFrom(self)
            painter.drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option)
            painter.drawItemText(
                self.contentsRect(),
                self.alignment() | Qt.TextFlag.TextSingleLine,
                option.palette,
                self.isEnabled(),
                self.shown,
                self.foregroundRole(),
            )
