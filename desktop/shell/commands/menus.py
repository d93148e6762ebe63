"""Knows which command stands in which menu, under which words and keys; three menus have files of their own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.core.language import phrase, say
from desktop.shell.commands.file_menu import fill_file
from desktop.shell.commands.registry import tell_key
from desktop.shell.commands.review_menu import fill_review
from desktop.shell.commands.undoing import NamedAction
from desktop.shell.commands.view_menu import fill_amounts, fill_view

if TYPE_CHECKING:
    from desktop.shell.commands.parts import Parts
    from desktop.shell.commands.registry import Commands


def fill_menus(commands: Commands, parts: Parts) -> None:
    """Gives every menu its commands."""
    fill_file(commands, parts)
    _fill_edit(commands, parts)
    fill_view(commands, parts)
    fill_amounts(commands, parts)
    _fill_sources(commands, parts)
    fill_review(commands, parts)
    _fill_help(commands, parts)


def _fill_edit(commands: Commands, parts: Parts) -> None:
    stack = parts.session.undo_stack
    undo, redo = stack.createUndoAction(commands, say("&Undo")), stack.createRedoAction(commands, say("&Redo"))
    commands.adopt("edit", "edit.undo", undo, "Ctrl+Z")
    commands.adopt("edit", "edit.redo", redo, ("Ctrl+Shift+Z", "Ctrl+Y"))
    NamedAction(undo, stack.undoTextChanged, phrase("&Undo"), phrase("&Undo {what}"))
    NamedAction(redo, stack.redoTextChanged, phrase("&Redo"), phrase("&Redo {what}"))
    commands.add(
        "edit",
        "edit.history",
        say("&History…"),
        "Ctrl+Alt+Z",
        parts.history,
        say("All steps since it was opened, by name"),
    )
    commands.separate("edit")
    commands.add(
        "edit",
        "edit.paste-article",
        say("&Paste as article"),
        "Ctrl+Shift+V",
        parts.opening.paste_article,
        say("Add the copied text as an article"),
    )
    commands.separate("edit")
    finder = parts.compare.finder
    commands.add("edit", "edit.find", say("&Find in both texts…"), "Ctrl+F", finder.open)
    bar = parts.compare.find_bar
    for name, words, key, direction, button in (
        ("find-next", say("Find ne&xt"), "F3", 1, bar.next),
        ("find-previous", say("Find pre&vious"), "Shift+F3", -1, bar.previous),
    ):
        tell_key(button, commands.add("edit", f"edit.{name}", words, key, partial(finder.step, direction)))
    commands.separate("edit")
    correcting = parts.correcting
    commands.add(
        "edit",
        "edit.mark-figure",
        say("&Mark as figure…"),
        "Ctrl+M",
        correcting.mark_selected,
        say("Say which figure the selected words are, or what a figure is instead"),
    )
    commands.add(
        "edit",
        "edit.no-figure",
        say("&Not a figure"),
        "Ctrl+Shift+M",
        correcting.set_selected_aside,
        say("Set the chosen figure aside, so that it is compared with nothing"),
    )
    commands.separate("edit")
    commands.add(
        "edit",
        "edit.preferences",
        say("Pr&eferences…"),
        "Ctrl+,",
        parts.preferring.ask,
        say("Language, looks, letters, paper and keys"),
    )


def _fill_sources(commands: Commands, parts: Parts) -> None:
    renewing = parts.renewing
    commands.add(
        "sources",
        "sources.new-version",
        say("&Import a new version…"),
        "Ctrl+Shift+R",
        renewing.ask_for_version,
        say("Of the article in the pane that has the focus; notes and rulings go along"),
    )
    commands.add(
        "sources",
        "sources.paste-version",
        say("&Paste as new version"),
        "Ctrl+Alt+V",
        renewing.paste_version,
        say("The copied text becomes the newer version of the article in the pane that has the focus"),
    )
    commands.add(
        "sources",
        "sources.versions",
        say("&Versions…"),
        "Ctrl+Shift+E",
        renewing.show_versions,
        say("What the outlet changed from one version to the next, figures first"),
    )
    commands.separate("sources")
    commands.add("sources", "sources.again", say("&Compare again"), "F5", parts.session.analyse_again)
    commands.add(
        "sources",
        "sources.stop",
        say("S&top comparing"),
        "Ctrl+.",
        parts.session.stop,
        say("Stop; what is marked stays as it was"),
    )
    commands.separate("sources")
    swap = commands.add(
        "sources",
        "sources.swap",
        say("&Swap the two articles"),
        "Ctrl+T",
        parts.session.swap,
        say("Left to right and back"),
    )
    tell_key(parts.compare.gutter.swap, swap)


def _fill_help(commands: Commands, parts: Parts) -> None:
    helping = parts.helping
    commands.add("help", "help.guide", say("&Guide"), "F1", helping.open_guide, say("The guide, at the page that fits"))
    commands.add("help", "help.keys", say("&Keys"), ("Ctrl+F1", "Ctrl+/"), helping.open_keys, say("All keys at once"))
    commands.add(
        "help",
        "help.palette",
        say("&Command palette"),
        "Ctrl+Shift+P",
        parts.palette,
        say("Find a command, an article or a topic by typing"),
    )
    commands.add(
        "help", "help.hint", say("Show the &hint again"), "", helping.show_hint, say("Three things to begin with")
    )
    commands.separate("help")
    commands.add(
        "help",
        "help.about",
        say("&About Crossread"),
        "",
        helping.open_about,
        say("Version, licence, and whose work it stands on"),
    )
