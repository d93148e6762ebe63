"""Knows the commands that a review is made with."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.core.language import say

if TYPE_CHECKING:
    from desktop.shell.commands.parts import Parts
    from desktop.shell.commands.registry import Commands


def fill_review(commands: Commands, parts: Parts) -> None:
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
        say("Pre&vious unreviewed"),
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
            ("many", say("Rule: which &are right…")),
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
    commands.separate("review")
    for name, words, key, call, tip in (
        (
            "link",
            say("These two speak of t&he same…"),
            "Ctrl+K",
            parts.linking.choose,
            say(
                "Link the figure at the caret with the one chosen next, as Ctrl+click on that one does, to compare them"
            ),
        ),
        (
            "part",
            say("These two do not speak of the sa&me"),
            "Ctrl+Shift+K",
            parts.linking.part_reviewed,
            say("Keep the two figures under review from being compared"),
        ),
        (
            "take-link-back",
            say("Take the link back"),
            "",
            parts.linking.take_back,
            say("Compare as Crossread does, whether the figures were linked or parted"),
        ),
    ):
        commands.add("review", f"review.{name}", words, key, call, tip)
    commands.separate("review")
    commands.add("review", "review.note", say("Write a no&te"), "Ctrl+Shift+N", parts.annotate)
    commands.separate("review")
    _fill_comparing(commands, parts)
    commands.separate("review")
    for name, words, key, direction in (
        ("next-figure", say("Next &figure in this text"), "F8", 1),
        ("previous-figure", say("Previous figure in this text"), "Shift+F8", -1),
    ):
        commands.add("review", f"review.{name}", words, key, partial(parts.compare.step_figure, direction))
    commands.add(
        "review",
        "review.card",
        say("Show the figure's card"),
        "F2",
        parts.show_card,
        say("What there is to say of the figure at the caret, or of the selected one"),
    )
    commands.separate("review")
    commands.add(
        "review",
        "review.next-part",
        say("Ne&xt pane"),
        "F6",
        parts.next_part,
        say("Give the focus to the next part of the window"),
    )


def _fill_comparing(commands: Commands, parts: Parts) -> None:
    comparing = parts.comparing
    blind = commands.add_choice(
        "review",
        "review.blind",
        say("Blind r&eview"),
        "",
        comparing.set_blind,
        say("Hide what other editors ruled and noted, until you have ruled yourself"),
        checked=comparing.is_blind,
    )
    comparing.changed.connect(lambda: blind.setChecked(comparing.is_blind))
    commands.add(
        "review",
        "review.compare-editors",
        say("&Compare editors…"),
        "",
        comparing.compare,
        say("How far two editors agree, and what they ruled differently on"),
    )
    commands.add(
        "review",
        "review.sign",
        say("Sign what has no name"),
        "",
        parts.sign,
        say("Put your name under what was ruled and noted here without one"),
    )
