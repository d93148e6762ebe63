"""Measures how long the window takes from the start of Python to its first paint, and to the bundled case on show."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.measuring import ROOT, line

_CODE = """
import os, sys, time
from pathlib import Path
from desktop.files.places import Places
from desktop.shell import app
began = float(os.environ["CROSSREAD_BEGAN"])
class Watched(app.MainWindow):
    def __init__(self, *given):
        super().__init__(*given)
        self.painted.connect(lambda: print("painted", time.time() - began))
app.MainWindow = Watched
def tell(_window):
    print("shown", time.time() - began, flush=True)
home = Path(sys.argv[2])
places = Places(home / "drafts", home / "backups", home / "recent.json")
sys.exit(app.run([], screenshot=Path(sys.argv[1]), size=(1280, 800), arrange=tell, places=places))
"""


def measure_start(runs: int) -> None:
    """The window on the bundled case in its file, from source, offscreen: a workspace that is opened again."""
    found: dict[str, list[float]] = {"painted": [], "shown": []}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(runs + 1):
            for what, seconds in _started(Path(folder)).items():
                found[what].append(1000 * seconds)
    line("start of Python to the first paint of the window", f"{statistics.median(found['painted'][1:]):.0f} ms")
    line("start of Python to the bundled case on show", f"{statistics.median(found['shown'][1:]):.0f} ms")


def _started(folder: Path) -> dict[str, float]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "CROSSREAD_BEGAN": str(time.time())}
    done = subprocess.run(
        [sys.executable, "-c", _CODE, str(folder / "window.png"), str(folder)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    lines = [text.split() for text in done.stdout.splitlines()]
    return {words[0]: float(words[1]) for words in lines if len(words) == 2}
