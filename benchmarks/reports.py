"""Measures what it takes to write a report: of the bundled case, and of two articles that disagree all the time."""

import tempfile
from functools import partial
from pathlib import Path

from benchmarks import texts
from benchmarks.measuring import line, median_ms, peak_mb, whole_process
from desktop.core.analysis import Analysis, analyse
from desktop.core.report import Choice, report
from desktop.core.text import letters
from desktop.core.workspace import Workspace
from desktop.files.articles import read
from desktop.files.lexicon import load
from desktop.files.resources import bundled_case
from desktop.outputs import Kind, make

DISPUTES = 200


def measure_reports(runs: int) -> None:
    """A report as a value and as every sort of file, and the whole command with its memory."""
    lexicon = load()
    files = sorted(bundled_case().glob("*.txt"))
    case = [read(path, article_id=letter) for path, letter in zip(files, letters(len(files)), strict=True)]
    two = [texts.article(texts.disputed(DISPUTES, odd), name) for odd, name in enumerate("AB")]
    _measure("the bundled case", analyse(case, lexicon), runs)
    large = analyse(two, lexicon)
    _measure(f"{len(report(Workspace('', large.articles), large).disagreements)} disagreements", large, runs)
    with tempfile.TemporaryDirectory() as folder:
        pair = [Path(folder) / name for name in ("a.txt", "b.txt")]
        for path, article in zip(pair, two, strict=True):
            path.write_text(article.text, encoding="utf-8")
        for kind in (Kind.PDF, Kind.HTML, Kind.XLSX):
            asked: tuple[str | Path, ...] = ("compare", *pair, f"--{kind.value}", Path(folder) / f"out.{kind.value}")
            line(
                f"{' '.join(('compare two of these', f'--{kind.value}'))}",
                f"{median_ms(whole_process(*asked), 3):.0f} ms",
            )
            peak = peak_mb(*asked)
            if peak is not None:
                line("  peak memory of that", f"{peak:.0f} MB")


def _measure(what: str, analysis: Analysis, runs: int) -> None:
    workspace = Workspace("Measured", analysis.articles)
    choice = Choice(full_texts=True)
    line(f"the report of {what}, as a value", f"{median_ms(lambda: report(workspace, analysis, choice), runs):.0f} ms")
    told = report(workspace, analysis, choice)
    for kind in Kind:
        made = make(kind, told, analysis, workspace)
        spent = median_ms(partial(make, kind, told, analysis, workspace), runs)
        line(f"  as {kind.value}, {len(made.data) / 1000:.0f} kB", f"{spent:.0f} ms")
