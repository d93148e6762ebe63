"""Shows the guide: its contents on the left, a page on the right, and where words stand in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QKeySequence, QShortcut, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.core.language import say
from desktop.files.errors import FileTrouble
from desktop.files.guide import picture

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.files.guide import Page
    from desktop.shell.theme import Appearance

KEY = re.compile(r"\{key:([a-z.-]+)\}")
SIGNS = {"conflict": "conflict", "approx": "approx", "equivalent": "equivalent", "agree": "agree", "single": None}
CONTENTS_WIDTH = 270
MOST_PICTURE = 600
MOST_FOUND = 200
PageRole = Qt.ItemDataRole.UserRole


class _Reader(QTextBrowser):
    """Takes pages, pictures and signs from the guide instead of from the disk."""

    def __init__(self, load: Callable[[int, QUrl], Any]) -> None:
        self._load = load
        super().__init__()

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: ANN401, N802
        return self._load(kind, QUrl(name))


class GuideWindow(QDialog):
    """A window beside the main one, which stays usable."""

    def __init__(
        self, parent: QWidget, appearance: Appearance, pages: Sequence[Page], key_of: Callable[[str], str]
    ) -> None:
        """key_of: what to write for the key of a command."""
        super().__init__(parent)
        self._appearance = appearance
        self._pages = {page.name: page for page in pages}
        self._key_of = key_of
        self.setWindowTitle(say("Guide to Crossread"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.field = QLineEdit()
        self.field.setPlaceholderText(say("Find in the guide"))
        self.field.setAccessibleName(say("Find in the guide"))
        self.field.setToolTip(say("Shows the pages that hold these words (Ctrl+F)"))
        self.field.setClearButtonEnabled(True)
        self.contents = QListWidget()
        self.contents.setAccessibleName(say("Contents of the guide"))
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = QLabel(say("No page holds these words."))
        self.nothing.setObjectName("about")
        self.nothing.setWordWrap(True)
        self.text = _Reader(self._load)
        self.text.setAccessibleName(say("Page of the guide"))
        self.text.document().setDocumentMargin(22)
        self.text.setOpenExternalLinks(False)
        self.back = _button("←", say("Back"), say("Page before (Alt+Left)"))
        self.forward = _button("→", say("Forward"), say("Page after (Alt+Right)"))
        self._lay_out()
        self.back.clicked.connect(self.text.backward)
        self.forward.clicked.connect(self.text.forward)
        self.text.backwardAvailable.connect(self.back.setEnabled)
        self.text.forwardAvailable.connect(self.forward.setEnabled)
        self.text.sourceChanged.connect(self._follow)
        self.contents.currentItemChanged.connect(self._choose)
        self.field.textChanged.connect(self._narrow)
        self.field.returnPressed.connect(self._go_to_first)
        appearance.changed.connect(self._dress)
        QShortcut(QKeySequence("Ctrl+F"), self, self.field.setFocus)
        self._narrow("")
        self._dress()

    def open_page(self, name: str) -> None:
        """Shows a page, and the window if it is not in sight."""
        self.text.setSource(QUrl(f"guide:{name}"), QTextDocument.ResourceType.HtmlResource)
        self.show()
        self.raise_()
        self.activateWindow()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def page(self) -> str:
        """The name of the page in sight."""
        return self.text.source().path()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.field)
        left.addWidget(self.contents, 1)
        left.addWidget(self.nothing)
        side = QWidget()
        side.setLayout(left)
        left.setContentsMargins(8, 8, 8, 8)
        side.setFixedWidth(CONTENTS_WIDTH)
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 8, 8, 4)
        bar.addWidget(self.back)
        bar.addWidget(self.forward)
        bar.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(bar)
        right.addWidget(self.text, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addLayout(right, 1)
        self.resize(940, 660)

    def _load(self, kind: int, name: QUrl) -> Any:  # noqa: ANN401
        if name.scheme() == "guide":
            page = self._pages.get(name.path())
            return KEY.sub(lambda found: self._key_of(found[1]), page.html) if page is not None else ""
        if name.scheme() == "sign" and name.path() in SIGNS:
            return self._appearance.sign(SIGNS[name.path()], 14).pixmap(14, 14)
        if name.scheme() == "picture":
            try:
                image = QImage(str(picture(name.path())))
            except FileTrouble:
                return None  # the words do without
            return image.scaledToWidth(MOST_PICTURE, Qt.TransformationMode.SmoothTransformation)
        return None

    def _dress(self) -> None:
        theme = self._appearance.theme
        marks = " ".join(
            f".{name} {{ color: {theme.marks[status].ink}; background-color: {theme.marks[status].fill}; }}"
            for name, status in SIGNS.items()
        )
        self.text.document().setDefaultStyleSheet(
            f"h1 {{ font-size: 20px; margin: 0 0 10px 0; }} h2 {{ font-size: 15px; margin: 18px 0 4px 0; }}"
            f" b, h1, h2 {{ font-weight: 600; }} div {{ margin-bottom: 12px; }}"
            f" p, li {{ margin: 0 0 8px 0; line-height: 135%; }} td, th {{ padding: 4px 14px 4px 0; }}"
            f" th {{ color: {theme.muted}; text-align: left; }} a {{ color: {theme.accent}; }}"
            f" .key {{ background-color: {theme.raised}; font-weight: 600; }} .note {{ color: {theme.muted}; }} {marks}"
        )
        if not self.text.source().isEmpty():
            self.text.reload()

    def _narrow(self, typed: str) -> None:
        wanted = typed.casefold().split()
        here = self.page
        with QSignalBlocker(self.contents):
            self.contents.clear()
            for page in self._pages.values():
                if all(word in page.text.casefold() for word in wanted):
                    item = QListWidgetItem(page.title, self.contents)
                    item.setData(PageRole, page.name)
                    if page.name == here:
                        self.contents.setCurrentItem(item)
        self.nothing.setVisible(self.contents.count() == 0)
        self._mark_found()

    def _go_to_first(self) -> None:
        if self.contents.count():
            self.contents.setCurrentRow(0)
            self.open_page(self.contents.item(0).data(PageRole))

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(PageRole) != self.page:
            self.text.setSource(QUrl(f"guide:{item.data(PageRole)}"), QTextDocument.ResourceType.HtmlResource)

    def _follow(self, source: QUrl) -> None:
        names = [self.contents.item(row).data(PageRole) for row in range(self.contents.count())]
        with QSignalBlocker(self.contents):
            self.contents.setCurrentRow(names.index(source.path()) if source.path() in names else -1)
        self._mark_found()

    def _mark_found(self) -> None:
        """Marks the words that are looked for, and brings the first into sight."""
        look = QTextCharFormat()
        look.setBackground(QColor(self._appearance.theme.chosen))
        marks: list[QTextEdit.ExtraSelection] = []
        for word in self.field.text().split():
            cursor = QTextCursor(self.text.document())
            while len(marks) < MOST_FOUND:
                cursor = self.text.document().find(word, cursor)
                if cursor.isNull():
                    break
                mark = QTextEdit.ExtraSelection()
                mark.cursor, mark.format = cursor, look
                marks.append(mark)
        self.text.setExtraSelections(marks)
        if marks:
            first = min((mark.cursor for mark in marks), key=QTextCursor.selectionStart)
            shown = QTextCursor(first)
            shown.clearSelection()
            self.text.setTextCursor(shown)
            self.text.ensureCursorVisible()


def _button(words: str, name: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName("choice")
    button.setText(words)
    button.setAccessibleName(name)
    button.setToolTip(tip)
    button.setEnabled(False)
    return button
