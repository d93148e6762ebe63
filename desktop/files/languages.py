"""Reads the catalogues of other languages, and knows which there are."""

import gettext
from collections.abc import Sequence
from pathlib import Path

from desktop.core.language import ENGLISH, Catalogue, phrase, say
from desktop.files.errors import FileTrouble
from desktop.files.resources import resource

SYSTEM = "system"
"""The setting that leaves the choice to the system."""

_ENGLISH = "en"
# Translators: the name of your own language, in your own language.
_OWN_NAME = phrase("English")


def codes(*, root: Path | None = None) -> tuple[str, ...]:
    """The codes of all languages that Crossread speaks, English first: "en", "de"."""
    try:
        folder = resource("languages", root=root)
    except FileTrouble:
        return (_ENGLISH,)
    return (_ENGLISH, *sorted(path.parent.name for path in folder.glob("*/crossread.mo")))


def available(*, root: Path | None = None) -> dict[str, str]:
    """The languages by code, each by its own name; one whose catalogue cannot be used is left out."""
    names = {}
    for code in codes(root=root):
        try:
            names[code] = catalogue(code, root=root).gettext(_OWN_NAME)
        except FileTrouble:
            continue
    return names


def catalogue(code: str, *, root: Path | None = None) -> Catalogue:
    """The phrases of a language; FileTrouble where its catalogue is missing or damaged."""
    if code == _ENGLISH:
        return ENGLISH
    path = resource("languages", code, "crossread.mo", root=root)
    try:
        with path.open("rb") as file:
            return gettext.GNUTranslations(file)
    except OSError as error:
        # Also what gettext raises for a file that is no catalogue at all; that has no number of an error.
        raise FileTrouble(path, _damaged(error.strerror or error.args[-1])) from error
    except Exception as error:  # gettext trusts what it reads, and fails in any way on what it does not expect
        raise FileTrouble(path, _damaged(f"{type(error).__name__}: {error}")) from error


def _damaged(cause: object) -> str:
    return say("the catalogue is damaged ({cause})", cause=cause)


def wanted(setting: str, system: Sequence[str], *, root: Path | None = None) -> str:
    """The code of the language to speak: the one that is set, else the first of the system's that is known, else "en".

    system: what the system speaks, best first, as "de_DE", "de-AT" or "pt_BR.UTF-8".
    """
    known = codes(root=root)
    for name in (setting, *system):
        whole = name.partition(".")[0].replace("-", "_")
        for code in (whole, whole.partition("_")[0]):
            if code in known:
                return code
    return _ENGLISH
