"""Knows how time, memory and whole runs of the command are measured, and how a result is printed."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


_WATCH = """
import os, subprocess, sys
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(os.wait4(process.pid, 0)[2].ru_maxrss)
"""


def line(what: str, value: str) -> None:
    """Prints one result."""
    print(f"{what:<72}{value:>18}", flush=True)


def median_ms(action: Callable[[], object], runs: int) -> float:
    """The median time of an action in milliseconds, after one run that is not counted."""
    action()
    return statistics.median(once_ms(action) for _ in range(runs))


def once_ms(action: Callable[[], object]) -> float:
    """The time of an action in milliseconds, run once: for what takes seconds."""
    start = time.perf_counter()
    action()
    return 1000 * (time.perf_counter() - start)


def whole_process(*arguments: str | Path) -> Callable[[], object]:
    """The command in a process of its own, start of Python included."""

    def action() -> None:
        done = subprocess.run([sys.executable, "-m", "desktop", *arguments], cwd=ROOT, capture_output=True, check=False)
        if done.returncode not in (0, 1):
            raise SystemExit(done.stderr.decode(errors="replace"))

    return action


def peak_mb(*arguments: str | Path) -> float | None:
    """The most memory that the command held, in MB; None where the system does not tell (Windows)."""
    if not hasattr(os, "wait4"):
        return None
    # Linux counts what the process held before it became the command, a copy of this one: a small one starts it.
    asked = [sys.executable, "-c", _WATCH, sys.executable, "-m", "desktop", *map(str, arguments)]
    held = int(subprocess.run(asked, cwd=ROOT, capture_output=True, check=True).stdout)
    return held / (1024 * 1024 if sys.platform == "darwin" else 1024)
