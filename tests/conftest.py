"""What all tests share: no display is needed, and the outside gold is used where it lies beside the checkout."""

import os
from pathlib import Path

import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The top folder of the source tree."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the hand-annotated gold, named by CROSSREAD_SHARED, else `shared` beside the checkout."""
    folder = Path(os.environ.get("CROSSREAD_SHARED") or ROOT.parent / "shared").resolve()
    if not (folder / "gold" / "score.py").is_file():
        pytest.skip(f"needs the hand-annotated gold, which is not part of the source: no gold/score.py in {folder}")
    return folder
