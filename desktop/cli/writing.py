"""Knows the files that a command writes a comparison into, and the options they take."""

import argparse
import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from desktop import __version__
from desktop.core.agreement import Status
from desktop.core.analysis import Analysis
from desktop.core.language import speaking
from desktop.core.workspace import Workspace
from desktop.files.errors import FileTrouble, printable
from desktop.files.languages import catalogue, codes
from desktop.files.writing import cause_of_writing, spare, write_whole
from desktop.outputs import Kind

PAPERS = ("a4", "letter")
STDOUT = "-"
_HELP: Mapping[Kind, str] = {
    Kind.PDF: "write the comparison report, tagged and archival (PDF/UA-1, PDF/A-2a)",
    Kind.HTML: "write it as one web page that needs nothing else",
    Kind.XLSX: "write pairs, figures, arithmetic and sources as a spreadsheet",
    Kind.CSV: "write one row for each pair of figures",
    Kind.JSONLD: "write notes and rulings as W3C Web Annotations",
}
_STATUSES: Mapping[str, Status | None] = {**{status.value: status for status in Status}, "single": None}


def add_files(parser: argparse.ArgumentParser, *, notes: bool) -> None:
    """Lets the parser take the files to write and what goes into them. notes: whether there can be notes."""
    files = parser.add_argument_group("files to write", 'FILE may be "-" for standard output')
    for kind, told in _HELP.items():
        if kind is not Kind.JSONLD or notes:
            files.add_argument(f"--{kind.value}", metavar="FILE", help=told)
    files.add_argument("--bom", action="store_true", help="begin CSV with the mark that spreadsheets know UTF-8 by")
    wanted = parser.add_argument_group("what the report holds")
    wanted.add_argument("--title", metavar="WORDS", help="what the report is called")
    wanted.add_argument(
        "--only",
        metavar="STATUS,…",
        type=_statuses,
        help=f"topics of these statuses alone: {', '.join(_STATUSES)} (figures of one article)",
    )
    wanted.add_argument("--full-texts", action="store_true", help="append the articles with their figures marked")
    wanted.add_argument("--no-questions", action="store_true", help="without questions to ask and draft corrections")
    wanted.add_argument("--no-payments", action="store_true", help="without the payments over time")
    if notes:
        wanted.add_argument("--no-notes", action="store_true", help="without the editors' notes")
    wanted.add_argument("--paper", choices=PAPERS, default=PAPERS[0], help="size of PDF pages (default: a4)")
    wanted.add_argument("--language", choices=codes(), default="en", help="language of the report (default: en)")


def wanted_files(parser: argparse.ArgumentParser, given: argparse.Namespace) -> dict[Kind, str]:
    """The files to write, by their sort; what cannot be written together ends the program with status 2."""
    found: dict[Kind, str] = {
        kind: path for kind in Kind if kind is not Kind.JSON and (path := getattr(given, kind.value, None)) is not None
    }
    if empty := [f"--{kind.value}" for kind, path in found.items() if not path]:
        parser.error(f"{empty[0]}: name a file")
    on_stdout = [f"--{kind.value}" for kind, path in found.items() if path == STDOUT] + ["--json"] * given.json
    if len(on_stdout) > 1:
        parser.error(f"{' and '.join(on_stdout)} cannot both go to standard output")
    if not found and _says_what_is_in(given):
        parser.error("what a report holds was said, but no file to write: name one, as --pdf report.pdf")
    paths = [os.path.realpath(path) for path in found.values() if path != STDOUT]  # as links are followed
    if len(set(paths)) < len(paths):
        parser.error("two files to write are the same")
    return found


def _says_what_is_in(given: argparse.Namespace) -> bool:
    """Whether anything was asked for that only a file can hold."""
    asked = (given.title, given.full_texts, given.no_questions, given.no_payments, given.bom, given.only is not None)
    return any(asked) or getattr(given, "no_notes", False)


def write_files(
    files: Mapping[Kind, str], given: argparse.Namespace, analysis: Analysis, workspace: Workspace, editor: str = ""
) -> None:
    """Writes them all, and says so on standard error; FileTrouble where one cannot be, and what is written stays."""
    from desktop.core.report import Choice, report  # not for commands that only print
    from desktop.outputs import make

    for path in files.values():
        if path == STDOUT:
            _refuse_what_takes_no_bytes()
        else:
            spare(Path(path), (article.source for article in workspace.articles))
    with _spoken(given.language):
        choice = Choice(
            statuses=given.only if given.only is not None else Choice().statuses,
            notes=not getattr(given, "no_notes", False),
            questions=not given.no_questions,
            payments=not given.no_payments,
            full_texts=given.full_texts,
            title=given.title or "",
        )
        told = report(workspace, analysis, choice, editor=editor, language=given.language, version=__version__)
        for kind, path in files.items():
            made = make(kind, told, analysis, workspace, paper=given.paper, mark=given.bom)
            if path == STDOUT:
                _print_bytes(made.data)
            else:
                write_whole(Path(path), made.data)
            _tell(path, made.remarks)


def _spoken(language: str) -> AbstractContextManager[None]:
    return speaking(catalogue(language)) if language != "en" else nullcontext()


def _tell(path: str, remarks: Iterable[str]) -> None:
    if path != STDOUT:
        print(f"Written: {printable(path)}", file=sys.stderr)
    for remark in remarks:
        print(f"crossread: warning: {printable(path)}: {remark}", file=sys.stderr)


def _refuse_what_takes_no_bytes() -> None:
    if sys.stdout is None:
        raise FileTrouble(STDOUT, "is closed; name a file")
    if sys.stdout.isatty():
        raise FileTrouble(STDOUT, "is a terminal; name a file, or send it to a pipe")


def _print_bytes(data: bytes) -> None:
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:  # nobody reads any more
        raise
    except OSError as error:
        raise FileTrouble(STDOUT, cause_of_writing(error)) from error


def _statuses(words: str) -> frozenset[Status | None]:
    names = [word.strip() for word in words.split(",") if word.strip()]
    if unknown := [name for name in names if name not in _STATUSES]:
        raise argparse.ArgumentTypeError(f"{unknown[0]!r} is no status; there are {', '.join(_STATUSES)}")
    if not names:
        raise argparse.ArgumentTypeError("name a status at least")
    return frozenset(_STATUSES[name] for name in names)
