"""Knows which command stands in which menu, under which words and keys."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QActionGroup

from desktop.core.language import phrase, say
from desktop.core.lens import CONVERSION, Lens
from desktop.shell.commands.registry import with_keys
from desktop.shell.commands.undoing import NamedAction

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QAbstractButton

    from desktop.shell.commands.correcting import Correcting
    from desktop.shell.commands.helping import Helping
    from desktop.shell.commands.opening import Opening
    from desktop.shell.commands.preferring import Preferring
    from desktop.shell.commands.registry import Commands
    from desktop.shell.lens import LensInUse
    from desktop.shell.review import Review
    from desktop.shell.session import Session
    from desktop.shell.theme import Appearance
    from desktop.shell.views.compare_view import CompareView


@dataclass(frozen=True, slots=True)
class Parts:
    """What the commands act on. docks: what shows and hides each dock, by its name."""

    session: Session
    compare: CompareView
    lens: LensInUse
    correcting: Correcting
    show_card: Callable[[], None]
    appearance: Appearance
    opening: Opening
    docks: Mapping[str, QAction]
    next_part: Callable[[], None]
    step: Callable[[int, bool], None]
    review: Review
    rule: Callable[[int], None]
    annotate: Callable[[], None]
    preferring: Preferring
    helping: Helping
    palette: Callable[[], None]
    close: Callable[[], object]


def fill_menus(commands: Commands, parts: Parts) -> None:
    """Gives every menu its commands."""
    _fill_file(commands, parts)
    _fill_edit(commands, parts)
    _fill_view(commands, parts)
    _fill_amounts(commands, parts)
    _fill_sources(commands, parts)
    _fill_review(commands, parts)
    _fill_help(commands, parts)


def _fill_file(commands: Commands, parts: Parts) -> None:
    opening = parts.opening
    commands.add(
        "file",
        "file.open",
        say("&Open articles…"),
        "Ctrl+O",
        opening.ask_for_articles,
        say("Compare other articles"),
    )
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
    commands.add("file", "file.quit", say("&Quit"), "Ctrl+Q", parts.close, say("End Crossread"))


def _fill_edit(commands: Commands, parts: Parts) -> None:
    stack = parts.session.undo_stack
    undo, redo = stack.createUndoAction(commands, say("&Undo")), stack.createRedoAction(commands, say("&Redo"))
    commands.adopt("edit", "edit.undo", undo, "Ctrl+Z")
    commands.adopt("edit", "edit.redo", redo, ("Ctrl+Shift+Z", "Ctrl+Y"))
    NamedAction(undo, stack.undoTextChanged, phrase("&Undo"), phrase("&Undo {what}"))
    NamedAction(redo, stack.redoTextChanged, phrase("&Redo"), phrase("&Redo {what}"))
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
        ("find-next", say("Find &next"), "F3", 1, bar.next),
        ("find-previous", say("Find pre&vious"), "Shift+F3", -1, bar.previous),
    ):
        _tell_key(button, commands.add("edit", f"edit.{name}", words, key, partial(finder.step, direction)))
    commands.separate("edit")
    correcting = parts.correcting
    commands.add(
        "edit",
        "edit.mark-figure",
        say("Mark as &figure…"),
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
        say("P&references…"),
        "Ctrl+,",
        parts.preferring.ask,
        say("Language, looks, letters, paper and keys"),
    )


def _fill_view(commands: Commands, parts: Parts) -> None:
    appearance, compare = parts.appearance, parts.compare
    group = QActionGroup(commands)
    for choice, words in (
        ("light", say("&Light")),
        ("dark", say("&Dark")),
        ("system", say("&Follow the system")),
    ):
        commands.add_choice(
            "view",
            f"view.{choice}",
            words,
            "",
            lambda _on, choice=choice: appearance.choose(choice),  # type: ignore[misc]
            checked=appearance.choice == choice,
            group=group,
        )
    commands.separate("view")
    commands.add(
        "view", "view.larger", say("&Larger article text"), ("Ctrl++", "Ctrl+="), partial(compare.change_zoom, 1)
    )
    commands.add("view", "view.smaller", say("&Smaller article text"), "Ctrl+-", partial(compare.change_zoom, -1))
    commands.add("view", "view.usual", say("&Usual article text"), "Ctrl+0", partial(compare.set_zoom, 0.0))
    commands.separate("view")
    step = commands.add_choice(
        "view",
        "view.step",
        say("Scroll in &step"),
        "Ctrl+Shift+L",
        compare.set_step,
        say("Keep what both texts say of the same thing opposite each other"),
        checked=compare.is_in_step,
    )
    compare.step_changed.connect(step.setChecked)
    _tell_key(compare.gutter.step, step)
    commands.separate("view")
    for name, action in parts.docks.items():
        commands.adopt("view", f"view.dock-{name.lower()}", action)


def _fill_amounts(commands: Commands, parts: Parts) -> None:
    commands.separate("view")
    commands.add_menu("view", "amounts", say("&Amounts"))
    group = QActionGroup(commands)
    actions = {
        lens: commands.add_choice(
            "amounts",
            f"view.amounts-{lens.value.replace('_', '-')}",
            words,
            key,
            lambda _on, lens=lens: parts.lens.choose(lens),  # type: ignore[misc]
            say(CONVERSION),
            checked=lens is parts.lens.lens,
            group=group,
        )
        for lens, words, key in (
            (Lens.AS_WRITTEN, say("As &written"), "Alt+1"),
            (Lens.MONTH, say("Per &month"), "Alt+2"),
            (Lens.YEAR, say("Per &year"), "Alt+3"),
            (Lens.TERM, say("&Total over the term"), "Alt+4"),
        )
    }
    parts.lens.changed.connect(lambda lens: actions[lens].setChecked(True))


def _fill_sources(commands: Commands, parts: Parts) -> None:
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
    _tell_key(parts.compare.gutter.swap, swap)


def _fill_review(commands: Commands, parts: Parts) -> None:
    for name, words, key, direction, conflicts in (
        ("next-difference", say("&Next difference"), "Alt+Down", 1, False),
        ("previous-difference", say("&Previous difference"), "Alt+Up", -1, False),
        ("next-disagreement", say("Next &disagreement"), "Alt+Shift+Down", 1, True),
        ("previous-disagreement", say("Previous d&isagreement"), "Alt+Shift+Up", -1, True),
    ):
        commands.add("review", f"review.{name}", words, key, partial(parts.step, direction, conflicts))
    commands.add(
        "review",
        "review.next-unreviewed",
        say("Next &unreviewed"),
        "Ctrl+PgDown",
        partial(parts.review.step, 1),
        say("Go to the next conflict without a ruling"),
    )
    commands.add(
        "review",
        "review.previous-unreviewed",
        say("Previous u&nreviewed"),
        "Ctrl+PgUp",
        partial(parts.review.step, -1),
        say("Go to the previous conflict without a ruling"),
    )
    commands.separate("review")
    for number, (name, words) in enumerate(
        (
            ("left-right", say("Rule: &left is right")),
            ("right-right", say("Rule: &right is right")),
            ("both-wrong", say("Rule: both &wrong")),
            ("both-right", say("Rule: &both right in their terms")),
            ("not-the-same", say("Rule: not the &same thing")),
            ("needs-source", say("Rule: needs a s&ource")),
        )
    ):
        commands.add("review", f"review.rule-{name}", words, str(number + 1), partial(parts.rule, number))
    commands.add("review", "review.withdraw", say("Take the ruling bac&k"), "Alt+Backspace", parts.review.withdraw)
    commands.add_choice(
        "review",
        "review.go-on",
        say("&Go on after a ruling"),
        "",
        partial(setattr, parts.review, "goes_on"),
        say("Show the next unreviewed conflict a moment after a ruling"),
        checked=parts.review.goes_on,
    )
    commands.add("review", "review.note", say("Write a no&te"), "Ctrl+Shift+N", parts.annotate)
    commands.separate("review")
    for name, words, key, direction in (
        ("next-figure", say("Next &figure in this text"), "F8", 1),
        ("previous-figure", say("Previous fi&gure in this text"), "Shift+F8", -1),
    ):
        commands.add("review", f"review.{name}", words, key, partial(parts.compare.step_figure, direction))
    commands.add(
        "review",
        "review.card",
        say("Show the figure's &card"),
        "F2",
        parts.show_card,
        say("What there is to say of the figure at the caret, or of the selected one"),
    )
    commands.separate("review")
    commands.add(
        "review",
        "review.next-part",
        say("Next &pane"),
        "F6",
        parts.next_part,
        say("Give the focus to the next part of the window"),
    )


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


def _tell_key(button: QAbstractButton, action: QAction) -> None:
    """Says the key of a command in the tooltip of a button that does the same, whichever key the editor chose."""

    def tell() -> None:
        button.setToolTip(with_keys(button.accessibleName(), action))

    action.changed.connect(tell)
    tell()
