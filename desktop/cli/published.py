"""Knows how the day an article appeared is given on the command line: --published A=2026-05-20."""

import argparse
from collections.abc import Sequence
from datetime import date

from desktop.core.text import letters


def add_published(parser: argparse.ArgumentParser) -> None:
    """Lets the parser take --published, once for each article."""
    parser.add_argument(
        "--published",
        action="append",
        default=[],
        metavar="A=2026-05-20",
        help='the day article A appeared, which "last month" is read against; may be repeated',
    )


def days_of(parser: argparse.ArgumentParser, given: Sequence[str], how_many: int) -> dict[str, date]:
    """The days by letter of article; a slip ends the program with the parser's message and status 2."""
    if not given:
        return {}
    ids = letters(how_many)
    known = f"only {ids[0]} to {ids[-1]}" if how_many > 1 else "only A" if ids else "and none was named"
    days: dict[str, date] = {}
    for word in given:
        letter, equals, day = word.partition("=")
        if not equals:
            parser.error(f"--published {word}: write a letter and a day, as A=2026-05-20")
        if letter not in ids:
            parser.error(f"--published {word}: there is no article {letter!r}, {known}")
        try:
            days[letter] = date.fromisoformat(day)
        except ValueError:
            parser.error(f"--published {word}: {day!r} is no day; write it as 2026-05-20")
    return days
