"""Knows in which terms amounts are shown at this moment."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.core.lens import Lens


class LensInUse(QObject):
    """The lens that the editor looks through; every start begins with the articles' own words."""

    changed = Signal(object)
    """The Lens."""

    def __init__(self) -> None:
        super().__init__()
        self._lens = Lens.AS_WRITTEN

    @property
    def lens(self) -> Lens:
        """The lens in use."""
        return self._lens

    def choose(self, lens: Lens) -> None:
        """Looks through another lens."""
        if lens is not self._lens:
            self._lens = lens
            self.changed.emit(lens)
