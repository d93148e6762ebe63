"""Knows where everything meets: which words on the command line lead to the window, and which to the terminal."""

import os
import sys
from collections.abc import Sequence

from desktop import __version__
from desktop.files.errors import FileTrouble

TROUBLE, INTERRUPTED, PIPE_CLOSED = 2, 130, 141
"""Exit statuses beside those of the commands; the last two are what a shell makes of the signals."""

# Also the names of the functions in desktop.cli.commands; that module is loaded only when it is asked for.
COMMANDS = ("compare", "report", "figures")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs Crossread and gives the exit status; whatever goes wrong is told in one line, not in a traceback."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        status = _run(given)
        if sys.stdout is not None:  # there is none in a windowed program
            sys.stdout.flush()
    except FileTrouble as error:
        return _tell(str(error))
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Python flushes once more when it ends; into nowhere, that cannot fail.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except Exception as error:
        if os.environ.get("CROSSREAD_DEBUG"):
            raise
        what = " ".join(str(error).split()) or "no reason given"
        return _tell(
            f"{' '.join(given[:1]) or 'window'} failed: {type(error).__name__}: {what} (CROSSREAD_DEBUG=1 shows where)"
        )
    return status


def _run(given: Sequence[str]) -> int:
    if given and given[0] in COMMANDS:
        from desktop.cli import commands

        return commands.COMMANDS[given[0]](given[1:])
    return _open_window(given)


def _open_window(given: Sequence[str]) -> int:
    import argparse
    from pathlib import Path

    from desktop.cli.arguments import with_plain_files
    from desktop.cli.published import add_published, days_of
    from desktop.core.text import letters
    from desktop.files.articles import files_of
    from desktop.files.languages import codes
    from desktop.files.places import ENDING, usual_places
    from desktop.files.resources import bundled_case

    parser = argparse.ArgumentParser(
        prog="crossread",
        usage="crossread [ARTICLE … | WORKSPACE] [--screenshot FILE]\n"
        "       crossread compare A B [C …] [--json] [--pdf FILE] [--xlsx FILE] … [--published A=2026-05-20 …]\n"
        "       crossread report WORKSPACE --pdf FILE …\n"
        "       crossread figures ARTICLE [--json]",
        description="Puts articles side by side and says where their figures disagree. Without a command, in a window.",
        epilog="A file called compare, report or figures is opened as ./compare, ./report or ./figures.",
        allow_abbrev=False,
    )
    parser.add_argument(
        "files",
        nargs="*",
        metavar="ARTICLE",
        help="articles, the folder of a case, or a workspace (.crossread); else the one that was open last",
    )
    parser.add_argument("--screenshot", metavar="FILE", help="save a picture of the window as PNG, and end")
    parser.add_argument("--theme", choices=("light", "dark"), help="light or dark, instead of what the system says")
    parser.add_argument(
        "--language", choices=("system", *codes()), help="the window's language, instead of what was chosen last"
    )
    parser.add_argument("--size", type=_size, metavar="1280x720", help="width and height of the window")
    parser.add_argument("--pair", nargs=2, metavar=("A", "B"), help="the articles that face each other, by letter")
    add_published(parser)
    parser.add_argument("--version", action="version", version=f"crossread {__version__}")
    wanted = parser.parse_intermixed_args(with_plain_files(given))
    if wanted.screenshot:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    elif not has_display():
        return _tell(
            "there is no display to open a window on; crossread compare A B answers in the terminal, "
            "and crossread --screenshot FILE draws the window into a picture"
        )
    files = [Path(file) for path in wanted.files for file in files_of(path)]
    days = days_of(parser, wanted.published, len(files))
    if wanted.pair and not any(path.suffix.lower() == ENDING for path in files):
        called = letters(len(files or files_of(bundled_case())))
        if not set(wanted.pair) <= set(called):
            parser.error(f"--pair {' '.join(wanted.pair)}: the articles are called {', '.join(called)}")
    from desktop.shell import app

    return app.run(
        files,
        screenshot=Path(wanted.screenshot) if wanted.screenshot else None,
        theme=wanted.theme,
        size=wanted.size,
        pair=tuple(wanted.pair) if wanted.pair else None,
        published=days,
        language=wanted.language,
        places=None if wanted.screenshot else usual_places(),
    )


def has_display() -> bool:
    """Whether Qt finds something to draw on; without, it would abort the whole process."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _size(word: str) -> tuple[int, int]:
    from argparse import ArgumentTypeError

    width, _, height = word.lower().partition("x")
    if not (width.isdecimal() and height.isdecimal() and 200 <= int(width) <= 8000 and 200 <= int(height) <= 8000):
        raise ArgumentTypeError(f"{word!r} is no size; write it as 1280x720")
    return int(width), int(height)


def _tell(trouble: str) -> int:
    if sys.stderr is not None:
        print(f"crossread: {trouble}", file=sys.stderr)
    return TROUBLE


if __name__ == "__main__":
    sys.exit(main())
