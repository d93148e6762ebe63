"""Measures what an editor waits for: a comparison from start to end, finding figures, and the memory both take.

Medians of several runs with a warm disk cache. Prints; judges nothing.
"""

import argparse
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from desktop.core.figures import find_figures
from desktop.files.articles import read, read_case
from desktop.files.lexicon import load
from desktop.files.resources import bundled_case

ROOT = Path(__file__).resolve().parent.parent


def median_ms(action: Callable[[], object], runs: int) -> float:
    """The median time of an action in milliseconds, after one run that is not counted."""
    action()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return 1000 * statistics.median(times)


def whole_process(*arguments: str | Path) -> Callable[[], object]:
    """The command in a process of its own, start of Python included."""

    def action() -> None:
        done = subprocess.run([sys.executable, "-m", "desktop", *arguments], cwd=ROOT, capture_output=True, check=False)
        if done.returncode not in (0, 1):
            raise SystemExit(done.stderr.decode(errors="replace"))

    return action


def peak_mb(*arguments: str | Path) -> float:
    """The most memory that the command held, in MB (where the system tells: not on Windows)."""
    process = subprocess.Popen(
        [sys.executable, "-m", "desktop", *arguments], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return used.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


FILLER = "The harbour board met again and its members spoke at length about the state of the old sea wall. " * 4
PLACES = [
    "Selby",
    "Wick",
    "Marle",
    "Ostend",
    "Tarn",
    "Holm",
    "Lund",
    "Brix",
    "Carrow",
    "Dunmore",
    "Elswick",
    "Farrow",
    "Greave",
]
SAYINGS = (
    "The pier at {place} cost ${amount} million.",
    "Revenue of {place} Shipping rose to ${amount}.5 million in 2025.",
    "The storm killed {amount} people in {place}.",
    "{place} Holdings employs {amount},400 workers.",
    "Prices in {place} rose by {amount} percent.",
    "{place} Power will pay {place} Water ${amount} million a month until May 2031.",
    "The tunnel to {place} is {amount} kilometers long.",
)


def long_pair(folder: Path, size: int) -> tuple[Path, Path]:
    """Two articles of `size` characters with a figure every 500 or so, of seven sorts; one amount of five differs."""
    paths = folder / "long-a.txt", folder / "long-b.txt"
    for path, odd in zip(paths, (0, 1), strict=True):
        parts, length, turn = [f"Harbour report\n\n{odd} of two.\n\n"], 0, 0
        while length < size:
            saying = SAYINGS[turn % len(SAYINGS)]
            amount = 10 + turn % 80 + (odd if turn % 5 == 0 else 0)
            parts.append(f"{FILLER}{saying.format(place=PLACES[turn % len(PLACES)], amount=amount)}\n\n")
            length += len(parts[-1])
            turn += 1
        path.write_text("".join(parts), encoding="utf-8")
    return paths


def dense_text(size: int) -> str:
    """A text of `size` characters with a figure every 60 or so."""
    parts, length, place = [], 0, 0
    while length < size:
        parts.append(f"Sales rose by {place % 40 + 1} percent to ${place % 900 + 1}.5 million in the year. ")
        length += len(parts[-1])
        place += 1
    return "".join(parts)


def main() -> None:
    """Measures all, and prints a line for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9, help="how often each is measured (default: 9)")
    runs = parser.parse_args().runs
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores")
    print(f"Medians of {runs} runs, warm disk cache\n")

    def line(what: str, value: str) -> None:
        print(f"{what:<64}{value:>14}", flush=True)

    case = bundled_case()
    files = [Path(article.source) for article in read_case(case).articles]
    by_size = sorted(files, key=lambda file: file.stat().st_size)
    longest, middle = by_size[-1], by_size[len(by_size) // 2]
    line("start of Python alone", f"{median_ms(lambda: subprocess.run([sys.executable, '-c', '']), runs):.0f} ms")
    line(
        f"compare {longest.stem} {middle.stem} --json",
        f"{median_ms(whole_process('compare', longest, middle, '--json'), runs):.0f} ms",
    )
    line(
        f"compare {longest.stem} {middle.stem}, as a table",
        f"{median_ms(whole_process('compare', longest, middle), runs):.0f} ms",
    )
    line(
        "compare all five of the bundled case --json",
        f"{median_ms(whole_process('compare', case, '--json'), runs):.0f} ms",
    )
    with tempfile.TemporaryDirectory() as folder:
        pair = long_pair(Path(folder), 100_000)
        line(
            "compare two of 100,000 characters --json",
            f"{median_ms(whole_process('compare', *pair, '--json'), runs):.0f} ms",
        )
        if hasattr(os, "wait4"):
            line("peak memory of that", f"{peak_mb('compare', *pair, '--json'):.0f} MB")

        lexicon = load()
        joined = Path(folder) / "joined.txt"
        joined.write_text("\n\n".join(file.read_text(encoding="utf-8") for file in files) * 4, encoding="utf-8")
        dense = Path(folder) / "dense.txt"
        dense.write_text(dense_text(200_000), encoding="utf-8")
        for name, path in (("the bundled case, four times over", joined), ("one figure in 60 characters", dense)):
            article = read(path, article_id="A")
            found = len(find_figures(article, lexicon))
            spent = median_ms(lambda article=article: find_figures(article, lexicon), runs)  # type: ignore[misc]
            speed = len(article.text) / spent / 1000
            line(f"finding {found} figures: {name}", f"{speed:.2f} M char/s")


if __name__ == "__main__":
    main()
