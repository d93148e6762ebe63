"""Knows the commands that workspaces and articles are opened and kept with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.core.language import say
from desktop.shell.commands.export_menu import fill_export

if TYPE_CHECKING:
    from desktop.shell.commands.parts import Parts
    from desktop.shell.commands.registry import Commands


def fill_file(commands: Commands, parts: Parts) -> None:
    opening, workspaces = parts.opening, parts.workspaces
    commands.add("file", "file.new", say("&New"), "Ctrl+N", workspaces.new, say("Start with an empty workspace"))
    commands.add(
        "file",
        "file.open",
        say("&Open…"),
        "Ctrl+O",
        opening.ask_for_articles,
        say("Compare other articles, or open a workspace"),
    )
    commands.add_menu("file", "recent", say("Open &recent"))
    parts.recent.fill(commands.menu("recent"))
    commands.add(
        "file",
        "file.add",
        say("&Add articles…"),
        "Ctrl+Shift+O",
        opening.ask_for_more,
        say("Add articles to this comparison"),
    )
    commands.add(
        "file",
        "file.specimen",
        say("Open the &specimen case"),
        "",
        opening.open_bundled,
        say("The case that comes with Crossread"),
    )
    commands.separate("file")
    commands.add(
        "file",
        "file.save-as",
        say("Sa&ve as…"),
        "Ctrl+Shift+S",
        workspaces.save_as,
        say("Give the workspace a name and a place, or go on in a copy"),
    )
    commands.add(
        "file",
        "file.where",
        say("&Where it is kept"),
        "Ctrl+S",
        workspaces.tell_where,
        say("Everything is kept as you work; this says where"),
    )
    commands.add(
        "file",
        "file.backups",
        say("Go back to a &backup…"),
        "",
        workspaces.ask_for_backup,
        say("Earlier states of this workspace, each time it was opened"),
    )
    commands.separate("file")
    fill_export(commands, parts)
    commands.separate("file")
    commands.add(
        "file",
        "file.merge",
        say("&Merge with another workspace…"),
        "",
        parts.merging.ask,
        say("Take in what another editor ruled and noted on the same articles"),
    )
    commands.add(
        "file",
        "file.import-folder",
        say("&Import a folder…"),
        "",
        parts.exchanging.ask_for_import,
        say("Make a workspace of a folder that was exported"),
    )
    commands.separate("file")
    commands.add(
        "file",
        "file.close",
        say("&Close the workspace"),
        "Ctrl+W",
        workspaces.new,
        say("Leave it in its file, and begin an empty one"),
    )
    commands.add("file", "file.quit", say("&Quit"), "Ctrl+Q", parts.close, say("End Crossread"))
