"""Knows whether Qt can start here: prints what is missing, and ends with 1 where it cannot."""

import ctypes
import sys
from pathlib import Path


def missing(*, offscreen_only: bool) -> list[str]:
    """What Qt lacks, a line each; empty where it can start."""
    try:
        from PySide6 import QtCore, QtGui, QtWidgets  # noqa: F401
    except ImportError as error:
        return [f"  {error}"]
    application = QtGui.QGuiApplication([])
    lacking = [] if QtGui.QFontDatabase.families() else ["  a font"]
    del application
    if not offscreen_only and sys.platform.startswith("linux"):
        plugins = Path(QtCore.QLibraryInfo.path(QtCore.QLibraryInfo.LibraryPath.PluginsPath))
        try:
            ctypes.CDLL(str(plugins / "platforms" / "libqxcb.so"))
        except OSError as error:
            lacking.append(f"  {error}")
    return lacking


if __name__ == "__main__":
    found = missing(offscreen_only="--offscreen" in sys.argv[1:])
    print("\n".join(found))
    sys.exit(1 if found else 0)
