"""Knows the commands that change how things are shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QActionGroup

from desktop.core.language import say
from desktop.core.lens import CONVERSION, Lens
from desktop.shell.commands.registry import tell_key

if TYPE_CHECKING:
    from desktop.shell.commands.parts import Parts
    from desktop.shell.commands.registry import Commands


def fill_view(commands: Commands, parts: Parts) -> None:
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
        "view", "view.larger", say("Lar&ger article text"), ("Ctrl++", "Ctrl+="), partial(compare.change_zoom, 1)
    )
    commands.add("view", "view.smaller", say("&Smaller article text"), "Ctrl+-", partial(compare.change_zoom, -1))
    commands.add("view", "view.usual", say("&Usual article text"), "Ctrl+0", partial(compare.set_zoom, 0.0))
    commands.separate("view")
    step = commands.add_choice(
        "view",
        "view.step",
        say("Scroll &in step"),
        "Ctrl+Shift+L",
        compare.set_step,
        say("Keep what both texts say of the same thing opposite each other"),
        checked=compare.is_in_step,
    )
    compare.step_changed.connect(step.setChecked)
    tell_key(compare.gutter.step, step)
    commands.separate("view")
    for name, action in parts.docks.items():
        commands.adopt("view", f"view.dock-{name.lower()}", action)


def fill_amounts(commands: Commands, parts: Parts) -> None:
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
