"""Knows where the files that Crossread ships with lie: in the source tree, a wheel or the built program."""

from pathlib import Path

from desktop.core.language import say
from desktop.files.errors import FileTrouble

_PACKAGE = Path(__file__).resolve().parent.parent


def shipped_root(package: Path = _PACKAGE) -> Path:
    """The folder that holds `resources` and `corpus`.

    A wheel carries them inside the package, under `shipped`; in the source tree and in the built program they stand
    beside it. The wheel's place is asked first, because beside an installed package stand other people's folders.
    """
    inside = package / "shipped"
    return inside if inside.is_dir() else package.parent


def resource(*parts: str, root: Path | None = None) -> Path:
    """The path of a shipped file or folder, as `resource("lexicon", "units.toml")`; FileTrouble where it is missing."""
    return _existing((root or shipped_root()).joinpath("resources", *parts))


def bundled_case(name: str = "compute-deal", *, root: Path | None = None) -> Path:
    """The folder of a case that comes with Crossread; FileTrouble where it is missing."""
    return _existing((root or shipped_root()).joinpath("corpus", name))


def _existing(path: Path) -> Path:
    if not path.exists():
        raise FileTrouble(path, say("belongs to Crossread and is missing; install Crossread again"))
    return path
