"""Takes the pictures of the window for docs and for the guide: each scene in a process of its own, without a display.

python build_spec/pictures.py               all of them
python build_spec/pictures.py dark matrix   some of them
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.shell.main_window import MainWindow

ROOT = Path(__file__).resolve().parent.parent
DOCS = "docs/pictures"
GUIDE = "resources/guide/pictures"
COLOURS = 256


def disagreement(window: MainWindow) -> None:
    """The first disagreement is selected."""
    window.commands["review.next-disagreement"].trigger()


def matrix(window: MainWindow) -> None:
    """All sources at once, and who is out of line."""
    window.agreement.all.click()
    disagreement(window)


def wording(window: MainWindow) -> None:
    """The two passages of the first disagreement, word by word."""
    disagreement(window)
    window.show_wording()


def card(window: MainWindow) -> None:
    """The card of the first figure in disagreement."""
    disagreement(window)
    window.commands["review.card"].trigger()


def cumulative(window: MainWindow) -> None:
    """What has been paid in all."""
    from desktop.core.chart import Mode

    disagreement(window)
    window.timeline.modes[Mode.CUMULATIVE].click()


def notes(window: MainWindow) -> None:
    """A conflict that was ruled on with its reason, a note on words, and both in the notes panel."""
    from desktop.core.anchors import anchor_at
    from desktop.core.annotations import Annotation
    from desktop.core.text import Span

    disagreement(window)
    session, review = window.session, window.reviewing
    session.editor, review.goes_on = "Ada", False
    review.write("Page 212 of the filing has it per month.", review.anchors)
    window.commands["review.rule-right-right"].trigger()
    article = session.workspace.article(session.facing[0])
    words = next(line for line in article.text.splitlines()[2:] if line.strip()).split(".")[0]
    start = article.text.index(words)
    place = anchor_at(article.id, Span(start, start + len(words)), article.text)
    note = Annotation(
        (place,), "Who saw it? No source is given.", "Ada", session.now(), session.new_id(), tags=("ask",)
    )
    session.edit("note", session.workspace.with_annotation(note))
    window.docks["Notes"].raise_()
    window.notes.rows.selectRow(0)


def palette(window: MainWindow) -> None:
    """The command palette, some letters typed."""
    window.commands["help.palette"].trigger()
    window.finder.field.setText("dis")


def preferences(window: MainWindow) -> None:
    """The page of the preferences on looks."""
    from desktop.shell.views.preferences import PreferencesDialog

    window.commands["edit.preferences"].trigger()
    dialog = window.findChild(PreferencesDialog)
    dialog.pages.setCurrentIndex(1)
    dialog.move(window.geometry().center() - dialog.rect().center())


def report(window: MainWindow) -> None:
    """The report of a comparison that was ruled and noted on, at its disagreements."""
    from PySide6.QtWidgets import QApplication

    notes(window)
    window.commands["file.report"].trigger()
    dialog = window.reporting.dialog
    dialog.resize(1100, 660)
    dialog.move(window.geometry().center() - dialog.rect().center())
    while dialog.preview.is_under_way:
        QApplication.processEvents()
    dialog.preview.view.go_to(2)


@dataclass(frozen=True)
class Scene:
    """How the window is arranged, and where its picture goes. dock: the one that is cut out, "" for the whole."""

    path: str
    arrange: Callable[[MainWindow], None]
    theme: str = "light"
    size: tuple[int, int] = (1280, 720)
    scale: int = 1
    dock: str = ""

    @property
    def name(self) -> str:
        """What it is called on the command line."""
        return Path(self.path).stem if self.path.startswith("docs") else f"guide-{Path(self.path).stem}"


VIEWS = {
    "light": (disagreement, "light"),
    "dark": (disagreement, "dark"),
    "matrix": (matrix, "light"),
    "cumulative": (cumulative, "light"),
    "wording": (wording, "light"),
    "card": (card, "light"),
}
"""What is shown on a laptop, on a wide screen and with twice as many pixels: how it is arranged, and its theme."""

SCENES = (
    Scene("docs/window.png", disagreement, size=(1440, 900)),
    *(Scene(f"{DOCS}/{name}.png", arrange, theme=theme) for name, (arrange, theme) in VIEWS.items()),
    Scene(f"{DOCS}/notes.png", notes),
    Scene(f"{DOCS}/palette.png", palette, theme="dark"),
    Scene(f"{DOCS}/preferences.png", preferences),
    Scene(f"{DOCS}/report.png", report),
    *(
        Scene(f"{DOCS}/{name}-wide.png", arrange, theme=theme, size=(1920, 1080))
        for name, (arrange, theme) in VIEWS.items()
    ),
    *(Scene(f"{DOCS}/{name}-dense.png", arrange, theme=theme, scale=2) for name, (arrange, theme) in VIEWS.items()),
    Scene(f"{GUIDE}/window.png", disagreement),
    Scene(f"{GUIDE}/matrix.png", matrix, size=(1720, 960), dock="Claims"),
)


def with_few_colours(image: QImage) -> QImage:
    """The same with at most 256 colours: those that most of it has, and for each other the nearest of them."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    height, width = image.height(), image.width()
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(height, image.bytesPerLine())[:, : width * 4]
    pixels = rows.reshape(-1, 4)[:, 2::-1].astype(np.int32)
    packed = pixels @ np.array([1 << 16, 1 << 8, 1])
    colours, which, counts = np.unique(packed, return_inverse=True, return_counts=True)
    parts = np.stack([colours >> 16, colours >> 8 & 255, colours & 255], axis=1)
    # The commonest as they are; of the rest one for each cell of like colours, else the rare ones would all be missed.
    order = np.argsort(-counts, kind="stable")
    chosen = list(order[: COLOURS // 2])
    _, cell = np.unique(parts >> 4, axis=0, return_inverse=True)
    weights = np.bincount(cell.ravel(), counts)
    seen = set(cell.ravel()[chosen])
    for each in sorted(order[COLOURS // 2 :], key=lambda each: -weights[cell.ravel()[each]]):
        if len(chosen) < COLOURS and cell.ravel()[each] not in seen:
            seen.add(cell.ravel()[each])
            chosen.append(each)
    table = parts[chosen]
    nearest = np.array([np.argmin(((table - each) ** 2).sum(axis=1)) for each in parts], np.uint8)
    indexed = np.zeros((height, (width + 3) // 4 * 4), np.uint8)
    indexed[:, :width] = nearest[which.ravel()].reshape(height, width)
    few = QImage(indexed.tobytes(), width, height, indexed.shape[1], QImage.Format.Format_Indexed8)
    few.setColorTable([0xFF000000 | int(red) << 16 | int(green) << 8 | int(blue) for red, green, blue in table])
    return few.copy()


def take(scene: Scene) -> int:
    """Takes one picture in this process; returns the exit status."""
    from desktop.shell.app import run

    path = ROOT / scene.path
    path.parent.mkdir(parents=True, exist_ok=True)
    cut: list[QRect] = []

    def arrange(window: MainWindow) -> None:
        scene.arrange(window)
        if scene.dock:
            box = window.docks[scene.dock].geometry()
            cut.append(QRect(box.topLeft() * scene.scale, box.size() * scene.scale))

    status = run([], screenshot=path, theme=scene.theme, size=scene.size, arrange=arrange)
    if status == 0:
        image = QImage(str(path))
        with_few_colours(image.copy(cut[0]) if cut else image).save(str(path), "PNG", 0)
    return status


def main(names: list[str]) -> int:
    """Takes the pictures of these scenes, or of all."""
    by_name = {scene.name: scene for scene in SCENES}
    if unknown := set(names) - set(by_name):
        print(f"no such picture: {', '.join(sorted(unknown))}; there are {', '.join(by_name)}", file=sys.stderr)
        return 2
    for name in names or by_name:
        scene = by_name[name]
        surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(scene.scale), "TZ": "UTC"}
        done = subprocess.run([sys.executable, __file__, "--one", name], cwd=ROOT, env=surroundings, check=False)
        if done.returncode:
            print(f"{scene.path}: the picture could not be taken", file=sys.stderr)
            return done.returncode
        print(f"{scene.path}: {(ROOT / scene.path).stat().st_size // 1024} KB")
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    if sys.argv[1:2] == ["--one"]:
        sys.exit(take({scene.name: scene for scene in SCENES}[sys.argv[2]]))
    sys.exit(main(sys.argv[1:]))
