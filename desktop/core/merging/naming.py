"""Knows what editors of another workspace are called in this one: two of one name are told apart."""

from collections.abc import Collection, Iterator
from itertools import count, islice

from desktop.core.language import say


class Names:
    """The names of the other workspace's editors, who have none of their own or share one with somebody here."""

    def __init__(self, called: str) -> None:
        """called: what to call somebody there who gave no name, such as the file's name."""
        self._called = called

    def of(self, by: str) -> str:
        """The name of an editor there."""
        return by or self._called

    def apart(self, by: str, taken: Collection[str]) -> str:
        """The name of an editor there, told apart from those that are taken."""
        return next(name for name in self._names(by) if name not in taken)

    def is_one_of(self, mine: str, by: str, known: Collection[str]) -> bool:
        """Whether a name here is what an editor there is called here, of whom others of that name were told apart."""
        return mine in islice(self._names(by), len(known) + 1)

    def _names(self, by: str) -> Iterator[str]:
        """“Ann”, “Ann (bens-file)”, “Ann (bens-file 2)” …"""
        yield self.of(by)
        if by:
            yield say("{name} ({file})", name=by, file=self._called)
        for number in count(2):
            file = f"{self._called} {number}" if by else str(number)
            yield say("{name} ({file})", name=self.of(by), file=file)


def may_be_one(mine: str, theirs: str) -> bool:
    """Whether two names may be one editor's: none was given, or one is told apart from others by what follows it."""
    return not mine or not theirs or _bare(mine) == _bare(theirs)


def _bare(name: str) -> str:
    """A name without what told it apart."""
    return name.rpartition(" (")[0] if name.endswith(")") and " (" in name else name
