"""Measures a comparison from start to end, finding figures, how cost grows, the window, kept work, reports, and other
finders.

Medians of several runs with a warm disk cache; what takes seconds is run once. Prints; judges nothing.
"""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Callable
from functools import partial
from itertools import combinations
from pathlib import Path

from benchmarks import peers, texts
from benchmarks.measuring import line, median_ms, once_ms, peak_mb, whole_process
from benchmarks.notes import measure_notes
from benchmarks.reports import measure_reports
from benchmarks.starting import measure_start
from benchmarks.window import measure_window
from benchmarks.workspace import measure_workspace
from desktop.core.analysis import analyse
from desktop.core.claims import read_claims
from desktop.core.figures import find_figures
from desktop.core.text import letters
from desktop.files.articles import read_case
from desktop.files.lexicon import load
from desktop.files.resources import bundled_case

MB = 1_000_000


def measure_processes(runs: int) -> None:
    """The command from start to end, and its memory."""
    case = bundled_case()
    files = [Path(article.source) for article in read_case(case).articles]
    by_size = sorted(files, key=lambda file: file.stat().st_size)
    longest, middle = by_size[-1], by_size[len(by_size) // 2]
    names = f"{longest.stem} {middle.stem}"
    line("start of Python alone", f"{median_ms(lambda: subprocess.run([sys.executable, '-c', '']), runs):.0f} ms")
    line(f"compare {names} --json", f"{median_ms(whole_process('compare', longest, middle, '--json'), runs):.0f} ms")
    line(f"compare {names}, as a table", f"{median_ms(whole_process('compare', longest, middle), runs):.0f} ms")
    line(
        "compare all five of the bundled case --json",
        f"{median_ms(whole_process('compare', case, '--json'), runs):.0f} ms",
    )
    with tempfile.TemporaryDirectory() as folder:
        pair = [Path(folder) / name for name in ("long-a.txt", "long-b.txt")]
        for odd, path in enumerate(pair):
            path.write_text(texts.sparse(100_000, odd), encoding="utf-8")
        spent = median_ms(whole_process("compare", *pair, "--json"), runs)
        line("compare two of 100,000 characters --json", f"{spent:.0f} ms")
        peak = peak_mb("compare", *pair, "--json")
        if peak is not None:
            line("peak memory of that", f"{peak:.0f} MB")
    lexicon = load()
    two = [texts.article(texts.sparse(100_000, odd), name) for odd, name in enumerate("AB")]
    line("the same in process", f"{median_ms(lambda: analyse(two, lexicon), runs):.0f} ms")


def measure_figures(runs: int) -> None:
    """Finding figures, by how many there are."""
    lexicon = load()
    samples = {"the corpus": texts.corpus(), "dense text": texts.dense(200_000), "sparse text": texts.sparse(200_000)}
    for name, text in samples.items():
        article = texts.article(text)
        found = len(find_figures(article, lexicon))
        spent = median_ms(partial(find_figures, article, lexicon), runs)
        what = f"finding figures in {name}, one in {len(text) // found} characters"
        line(what, f"{len(text) / spent / 1000:.2f} M char/s")


def measure_growth(_runs: int) -> None:
    """How cost grows with the length of a text and the number of articles; texts that no outlet would print."""
    lexicon = load()

    def ratio(what: str, cost: Callable[[int], float]) -> None:
        one, ten = cost(MB), cost(10 * MB)
        line(f"{what}: 1 MB {one / 1000:.2f} s, 10 MB {ten / 1000:.2f} s", f"× {ten / one:.1f}")

    long = texts.article(texts.sparse(10 * MB))
    short = texts.article(long.text[:MB])
    ratio("finding figures", lambda size: once_ms(partial(find_figures, short if size == MB else long, lexicon)))
    for size in (MB // 10, MB):
        spent = once_ms(partial(analyse, [texts.article(long.text[:size])], lexicon))
        line(f"analysing one article of {size:,} characters", f"{spent / 1000:.2f} s")
    ten = [texts.article(texts.sparse(10_000, odd), name) for odd, name in enumerate(letters(10))]
    one_pair = median_ms(lambda: analyse(ten[:2], lexicon), 5)
    all_pairs = median_ms(lambda: analyse(ten, lexicon), 3)
    reading = median_ms(lambda: [read_claims(article, lexicon) for article in ten], 3)
    count = len(list(combinations(ten, 2)))
    what = f"ten articles of 10,000, all {count} pairs: {all_pairs:.0f} ms; one pair: {one_pair:.0f} ms"
    line(what, f"× {all_pairs / one_pair:.1f}")
    line("  of it reading the ten", f"{reading:.0f} ms")
    for name, text in texts.odd_texts(MB).items():
        spent = once_ms(partial(analyse, [texts.article(text)], lexicon))
        line(f"analysing a million characters of {name}", f"{spent:.0f} ms")


def measure_peers(runs: int) -> None:
    """Other finders on the beginning of the corpus."""
    lexicon, text, missing = load(), texts.corpus(), False
    for name, (make, size) in peers.PEERS.items():
        part = text[:size]
        try:
            with warnings.catch_warnings(action="ignore"):
                theirs = peers.speed(make, part)
        except ImportError:
            missing = True
            line(f"{name}: not installed", "–")
            continue
        except Exception as error:  # whatever a peer stumbles over is no fault of the measurement
            line(f"{name}: does not run here, {type(error).__name__}", "–")
            continue
        article = texts.article(part)
        ours = 1000 * len(part) / median_ms(partial(find_figures, article, lexicon), runs)
        line(f"{name}: {theirs:,.0f} char/s; Crossread: {ours:,.0f} char/s", f"× {ours / theirs:.0f}")
    if missing:
        print("Other finders come with: .venv/bin/python -m pip install -e '.[peers]'")


PARTS = {
    "processes": measure_processes,
    "figures": measure_figures,
    "growth": measure_growth,
    "start": measure_start,
    "window": measure_window,
    "workspace": measure_workspace,
    "notes": measure_notes,
    "reports": measure_reports,
    "peers": measure_peers,
}


def main() -> None:
    """Measures all, or the parts asked for, and prints a line for each result."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)} (default: all)")
    parser.add_argument("--runs", type=int, default=9, help="how often each is measured (default: 9)")
    given = parser.parse_args()
    if unknown := [part for part in given.parts if part not in PARTS]:
        parser.error(f"no such part: {unknown[0]}")
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores")
    print(f"Medians of {given.runs} runs, warm disk cache\n")
    for part in given.parts or PARTS:
        PARTS[part](given.runs)


if __name__ == "__main__":
    main()
