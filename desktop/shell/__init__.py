"""The window: what an editor sees and does."""

import builtins

plain_import = builtins.__import__
"""Import as it was before Qt: PySide6 puts a slower one in its place, which reads the source of every later module."""
