"""Comparisons of a sentence or two, as reports tell them: what the tests of reports share."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

from desktop.core.agreement import Pair
from desktop.core.analysis import Analysis, analyse
from desktop.core.corrections import Correction
from desktop.core.quantities import Quantity
from desktop.core.report import Choice, Report, report
from desktop.core.rulings import Decision, Ruling, anchors_of, in_order
from desktop.core.text import Article, letters
from desktop.core.workspace import Workspace
from desktop.files.articles import files_of, read
from desktop.files.lexicon import load
from tests.conftest import ROOT

OUTLETS = ("Ledger", "Wire", "Courier", "Tribune", "Herald", "Post")
DAYS = (date(2026, 5, 20), date(2026, 5, 21), date(2026, 5, 22), None, None, None)
AT = "2026-11-21T20:36:00.000+00:00"


def workspace_of(*texts: str, **more: object) -> Workspace:
    """A workspace of articles by Ledger, Wire, Courier …, in that order."""
    articles = tuple(
        Article(f"x{place}", f"Title {place}", text, f"{place}" * 64, outlet=OUTLETS[place], published=DAYS[place])
        for place, text in enumerate(texts)
    )
    return Workspace("Case", articles, **more)  # type: ignore[arg-type]


def analysis_of(workspace: Workspace, corrections: Sequence[Correction] = ()) -> Analysis:
    """What follows from the articles of a workspace."""
    return analyse(workspace.articles, load(), corrections=corrections)


def told(workspace: Workspace, choice: Choice | None = None, editor: str = "Ann") -> Report:
    """The report of a workspace."""
    return report(workspace, analysis_of(workspace), choice, editor=editor)


def conflicts(analysis: Analysis) -> list[Pair]:
    """The contradictions between articles and inside one."""
    return [pair for pair in (*analysis.pairs, *analysis.internal) if pair.status == "conflict"]


def ruling_on(
    pair: Pair, decision: Decision, right: str = "", *, by: str = "Ann", at: str = AT, reason: str = ""
) -> Ruling:
    """A ruling on a pair as it is read now. right: the words of the figure that is right."""
    anchors = anchors_of(pair)
    chosen = tuple(anchor for anchor in anchors if right and anchor.quote == right)
    readings = tuple(claim.figure.quantity for claim in (pair.a, pair.b))
    return Ruling(tuple(sorted(anchors)), pair.status, decision, chosen, _sorted(anchors, readings), by, at, reason)


def _sorted(anchors: Sequence[object], things: Sequence[Quantity]) -> tuple[Quantity, ...]:
    return tuple(thing for _, thing in sorted(zip(anchors, things, strict=True), key=lambda both: both[0]))


def with_rulings(workspace: Workspace, *rulings: Ruling) -> Workspace:
    """The workspace with these rulings, in the order in which they were made."""
    return Workspace(workspace.title, workspace.articles, rulings=in_order(rulings))


@cache
def bundled() -> tuple[Workspace, Analysis]:
    """The case that comes with the program."""
    return _case(ROOT / "corpus" / "compute-deal", "Compute deal")


@cache
def news(case: str) -> tuple[Workspace, Analysis]:
    """A case of the news set, by the name of its folder."""
    return _case(ROOT / "tests" / "news" / case, case)


def _case(folder: Path, title: str) -> tuple[Workspace, Analysis]:
    files = files_of(folder)
    articles = tuple(read(file, article_id=letter) for file, letter in zip(files, letters(len(files)), strict=True))
    workspace = Workspace(title, articles)
    return workspace, analysis_of(workspace)
