"""Says what Crossread is, and whose work it stands on."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTextBrowser, QVBoxLayout, QWidget

from desktop import __version__
from desktop.core.language import phrase, say

OTHERS = (
    ("Qt and PySide6, Shiboken6", "LGPL-3.0"),
    ("Python", "PSF-2.0"),
    ("pyqtgraph", "MIT"),
    ("pandas", "BSD-3-Clause"),
    ("numpy", "BSD-3-Clause"),
    ("diff-match-patch", "Apache-2.0"),
    ("Typst", "Apache-2.0"),
    ("Jinja2, MarkupSafe", "BSD-3-Clause"),
    ("XlsxWriter", "BSD-2-Clause"),
    ("PyStemmer, Snowball", "MIT, BSD-3-Clause"),
    ("charset-normalizer", "MIT"),
    ("platformdirs", "MIT"),
    ("rich, markdown-it-py, mdurl", "MIT"),
    ("Pygments", "BSD-2-Clause"),
    ("python-dateutil", "BSD-3-Clause"),
    ("tzdata", "Apache-2.0"),
    ("colorama", "BSD-3-Clause"),
    ("Inter, Source Serif 4, Noto Emoji, Noto Serif Hebrew, Noto Naskh Arabic", "OFL-1.1"),
)
"""What Crossread runs on, and under which licence (SPDX)."""

POINTS = (
    phrase("It puts news articles side by side and says where their figures disagree, and why."),
    phrase("It works offline: it opens no connection and sends nothing anywhere."),
    phrase("Free to use, change and pass on under the MIT licence."),
    phrase("Qt is linked dynamically and may be replaced by another build of it, as its licence grants."),
)


class AboutDialog(QDialog):
    """Name, version, what it does, licences."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("About Crossread"))
        name = QLabel("Crossread")
        name.setObjectName("title")
        version = QLabel(say("Version {version}", version=__version__))
        version.setObjectName("hint")
        version.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.points = QLabel("\n".join(say(point) for point in POINTS[:3]))
        self.points.setWordWrap(True)
        self.others = QTextBrowser()
        self.others.setAccessibleName(say("Works of others in Crossread"))
        self.others.setHtml(_table())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setToolTip(say("Close (Esc)"))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        for part in (name, version, self.points):
            column.addWidget(part)
        column.addWidget(self.others, 1)
        column.addWidget(buttons)
        self.resize(560, 520)


def _table() -> str:
    rows = "".join(
        f"<tr><td style='padding: 2px 24px 2px 0'>{escape(name)}</td><td style='padding: 2px 0'>{licence}</td></tr>"
        for name, licence in OTHERS
    )
    head = escape(say("It stands on the work of others:"))
    return f"<p><b>{head}</b></p><table>{rows}</table><p>{escape(say(POINTS[3]))}</p>"
