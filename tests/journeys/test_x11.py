"""The program as a process of its own on a real X server: keys go in through the server, pictures come out of it."""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLibraryInfo
from PySide6.QtGui import QColor, QImage

from desktop.core.rulings import Decision
from desktop.files.workspaces import WorkspaceFile
from desktop.shell.theme import DARK, LIGHT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PATIENCE = 60
"""Seconds for each step; a start takes two on a fast machine."""

GRAB = """
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
sys.exit(not application.primaryScreen().grabWindow(int(sys.argv[1])).save(sys.argv[2]))
"""


def until(what: str, ask, program: Program):
    """Asks again and again until there is an answer."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if answer := ask():
            return answer
        with suppress(subprocess.TimeoutExpired):
            program.process.wait(0.05)
            pytest.fail(f"the program ended before {what}: {program.said()}")
    pytest.fail(f"no {what} within {PATIENCE} seconds")


@dataclass
class Program:
    """The running program, its settings in a folder of its own."""

    process: subprocess.Popen[bytes]
    surroundings: dict[str, str]
    folder: Path
    root: Path
    window: str = ""

    def said(self) -> str:
        """What it complained of."""
        return (self.folder / "stderr").read_text(errors="replace")

    def tool(self, *words: str) -> str:
        """What xdotool answers; nothing where it fails."""
        done = subprocess.run(
            ["xdotool", *words], env=self.surroundings, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
        return done.stdout.strip() if done.returncode == 0 else ""

    def picture(self) -> QImage:
        """What the X server shows of the window."""
        path = self.folder / "window.png"
        subprocess.run(
            [sys.executable, "-c", GRAB, self.window, str(path)],
            env=self.surroundings,
            cwd=self.root,
            capture_output=True,
            timeout=PATIENCE,
            check=True,
        )
        return QImage(str(path))

    def preferences(self) -> dict[str, object]:
        """What it keeps."""
        (path,) = (self.folder / "config").rglob("preferences.json")
        return json.loads(path.read_text())

    def decisions(self) -> list[Decision]:
        """What was ruled in the one workspace, as it stands in its file."""
        (path,) = (self.folder / "data").rglob("Workspaces/*.crossread")
        with WorkspaceFile.open(path) as file:
            return [ruling.decision for ruling in file.workspace.rulings]

    def quit(self) -> None:
        """Ends it as an editor does."""
        self.tool("key", "ctrl+q")
        assert self.process.wait(PATIENCE) == 0


def share(image: QImage, colour: str) -> float:
    """How much of a picture has that colour, of every third pixel of every third line."""
    wanted = QColor(colour).rgb()
    points = [(x, y) for y in range(0, image.height(), 3) for x in range(0, image.width(), 3)]
    return sum(image.pixel(x, y) == wanted for x, y in points) / max(1, len(points))


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """An X server that nobody sees."""
    missing = [name for name in ("Xvfb", "xdotool") if shutil.which(name) is None]
    if missing:
        pytest.skip(f"needs {' and '.join(missing)} (Debian, Ubuntu: apt-get install xvfb xauth xdotool)")
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    try:
        ctypes.CDLL(str(plugins / "platforms" / "libqxcb.so"))
    except OSError as error:
        pytest.skip(f"Qt cannot draw on X11 here: {error}")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x900x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with open(reading, encoding="ascii") as told:
            number = told.readline().strip()
        assert number, "Xvfb did not start"
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(PATIENCE)


@pytest.fixture
def start(display, tmp_path, root) -> Iterator[Callable[[], Program]]:
    """Starts the program and waits for its window; ends what is left of it."""
    surroundings = {name: value for name, value in os.environ.items() if name != "WAYLAND_DISPLAY"}
    surroundings |= {
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "LC_ALL": "C.UTF-8",
    }
    running: list[subprocess.Popen[bytes]] = []

    def start_one() -> Program:
        with (tmp_path / "stderr").open("wb") as errors:
            running.append(
                subprocess.Popen([sys.executable, "-m", "desktop"], cwd=root, env=surroundings, stderr=errors)
            )
        program = Program(running[-1], surroundings, tmp_path, root)
        # Qt has other windows on the server too; the one that is named after the case is the one that is filled.
        title = "^Compute deal.*Crossread$"
        found = until("window", lambda: program.tool("search", "--onlyvisible", "--name", title), program)
        program.window = found.split()[0]
        # No window manager runs here, so nobody else gives the focus.
        until(
            "focus",
            lambda: program.tool("windowfocus", program.window) or program.tool("getwindowfocus") == program.window,
            program,
        )
        return program

    yield start_one
    for process in running:
        if process.poll() is None:
            process.terminate()
            process.wait(PATIENCE)


def test_an_editor_at_a_real_screen(start):
    program = start()
    assert program.tool("getwindowname", program.window) == "Compute deal · Crossread"
    until("light window", lambda: share(program.picture(), LIGHT.base) > 0.3, program)
    selected = LIGHT.marks["conflict"].strong
    assert share(program.picture(), selected) == 0
    # The comparison may still be under way: a key that comes too early selects nothing, and is pressed again.
    until(
        "selected disagreement",
        lambda: program.tool("key", "alt+shift+Down") or share(program.picture(), selected) > 0.002,
        program,
    )
    program.tool("key", "3")
    until("ruling in the file", lambda: program.decisions() == [Decision.BOTH_WRONG], program)
    program.tool("key", "ctrl+shift+p")
    program.tool("type", "--delay", "20", "dark")
    program.tool("key", "Return")
    until("dark window", lambda: share(program.picture(), DARK.base) > 0.3, program)
    program.quit()
    kept = program.preferences()
    assert (kept["theme"], kept["recent"], kept["hint_seen"]) == ("dark", ["view.dark"], True)
    assert program.said() == ""
    again = start()
    until("dark window", lambda: share(again.picture(), DARK.base) > 0.3, again)
    again.tool("key", "Escape")
    again.quit()
    assert again.said() == ""
    assert again.decisions() == [Decision.BOTH_WRONG]
