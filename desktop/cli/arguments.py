"""Knows how the words of a command line become files."""

from collections.abc import Sequence


def with_plain_files(arguments: Sequence[str]) -> list[str]:
    """The arguments without "--": what stands behind it is files, whatever it begins with ("-x.txt": "./-x.txt").

    argparse does not take "--" where options and files may stand in any order.
    """
    given = list(arguments)
    if "--" not in given:
        return given
    at = given.index("--")
    return given[:at] + [f"./{word}" if word.startswith("-") else word for word in given[at + 1 :]]
