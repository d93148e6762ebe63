"""Knows the commands of the terminal: what each takes, prints and ends with."""

import argparse
import sys
from collections.abc import Iterable, Sequence

from desktop import __version__
from desktop.cli.arguments import with_plain_files
from desktop.cli.published import add_published, days_of
from desktop.cli.writing import add_files, wanted_files, write_files
from desktop.core.agreement import Status
from desktop.core.analysis import analyse
from desktop.core.checks import CheckVerdict
from desktop.core.figures import find_figures
from desktop.core.text import Article, letters
from desktop.core.workspace import Workspace
from desktop.exports import figure_list, in_rows, interchange
from desktop.files.articles import files_of, read, title_of_case
from desktop.files.errors import printable
from desktop.files.lexicon import load

AGREED, DISAGREED, TROUBLE = 0, 1, 2
"""Exit statuses, as diff has them."""


def compare(arguments: Sequence[str]) -> int:
    """`crossread compare`: what the articles say of the same things, on standard output."""
    parser = _parser("compare", "Compare the figures of two articles or more, all with all.")
    parser.add_argument("files", nargs="+", metavar="ARTICLE", help="a plain text file, or the folder of a case")
    parser.add_argument("--json", action="store_true", help="print the interchange document")
    add_published(parser)
    add_files(parser, notes=False)
    given = parser.parse_intermixed_args(with_plain_files(arguments))
    files = wanted_files(parser, given)
    title = title_of_case(given.files[0]) if files and len(given.files) == 1 else ""
    given.files = [file for path in given.files for file in files_of(path)]
    if len(given.files) < 2:
        parser.error("give two articles or more (crossread figures reads one)")
    analysis = analyse(_articles(parser, given), load())
    for line in _repeats(analysis.articles):
        print(f"crossread: warning: {line}", file=sys.stderr)
    if given.json:
        sys.stdout.write(in_rows(interchange(analysis)))
    if files:
        write_files(files, given, analysis, Workspace(title, analysis.articles))
    elif not given.json:
        from desktop.cli.tables import print_comparison  # rich takes longer to import than JSON to print

        print_comparison(analysis, sys.stdout)
    wrong = any(check.verdict is CheckVerdict.WRONG for check in analysis.checks)
    conflict = any(pair.status is Status.CONFLICT for pair in (*analysis.pairs, *analysis.internal))
    return DISAGREED if conflict or wrong else AGREED


def report(arguments: Sequence[str]) -> int:
    """`crossread report`: the comparison that a workspace holds, with its rulings and notes, as files."""
    parser = _parser("report", "Write the report of a workspace: the comparison, rulings and notes.")
    parser.add_argument("workspace", metavar="WORKSPACE", help="a workspace (.crossread), which stays as it is")
    parser.add_argument("--json", action="store_true", help="print the interchange document")
    parser.add_argument("--editor", default="", metavar="NAME", help="whose rulings count first, and who reviews blind")
    add_files(parser, notes=True)
    given = parser.parse_intermixed_args(with_plain_files(arguments))
    files = wanted_files(parser, given)
    if not files and not given.json:
        parser.error("say what to write, as --pdf report.pdf")
    from desktop.files.workspaces import read_workspace  # other commands need no SQLite

    found = read_workspace(given.workspace)
    workspace = found.workspace.seen_by(given.editor)
    articles = tuple(one for one in workspace.articles if one.id not in found.left_out)
    corrections = [one for one in workspace.corrections if one.holds]  # of a text that is gone, none is gone by
    links = [one for one in workspace.links if one.holds]
    analysis = analyse(articles, load(), corrections=corrections, links=links)
    if given.json:
        sys.stdout.write(in_rows(interchange(analysis)))
    write_files(files, given, analysis, workspace, given.editor)
    return AGREED


def figures(arguments: Sequence[str]) -> int:
    """`crossread figures`: every figure of one article, on standard output."""
    parser = _parser("figures", "List the figures of one article.")
    parser.add_argument("files", nargs=1, metavar="ARTICLE", help="a plain text file")
    parser.add_argument("--json", action="store_true", help="print them as JSON")
    add_published(parser)
    given = parser.parse_intermixed_args(with_plain_files(arguments))
    (article,) = _articles(parser, given)
    found = find_figures(article, load())
    if given.json:
        sys.stdout.write(in_rows(figure_list(article, found)))
    else:
        from desktop.cli.tables import print_figures

        print_figures(article, found, sys.stdout)
    return AGREED


COMMANDS = {"compare": compare, "report": report, "figures": figures}
"""The commands by name; a file of such a name is reached as ./compare."""


def _parser(command: str, description: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=f"crossread {command}", description=description, allow_abbrev=False)
    parser.epilog = "Exit status: 0 no disagreement, 1 disagreements found, 2 trouble." if command == "compare" else ""
    parser.add_argument("--version", action="version", version=f"crossread {__version__}")
    return parser


def _articles(parser: argparse.ArgumentParser, given: argparse.Namespace) -> list[Article]:
    days = days_of(parser, given.published, len(given.files))
    return [
        read(path, article_id=letter, published=days.get(letter))
        for path, letter in zip(given.files, letters(len(given.files)), strict=True)
    ]


def _repeats(articles: Sequence[Article]) -> Iterable[str]:
    first: dict[str, str] = {}
    for letter, article in zip(letters(len(articles)), articles, strict=True):
        known = first.setdefault(article.sha256, letter)
        if known != letter:
            yield f"{known} and {letter} are the same article ({printable(article.source)})"
