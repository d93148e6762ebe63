"""The command palette: everything an editor can do, see or go to, found by typing some of its letters."""

from desktop.shell.palette.entries import all_entries as all_entries
from desktop.shell.palette.palette import Palette as Palette
