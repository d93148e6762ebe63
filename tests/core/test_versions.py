"""Whether what an outlet changed between two versions is told: figures first, then the headline, then the wording."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.core.alignment import Presence
from desktop.core.text import Article
from desktop.core.versions import Changes, Fate, changes
from desktop.core.wording import versions as wording


def compared(old: str, new: str, lexicon, **more: object) -> Changes:
    first = Article("a", "Rent", old, "1", published=date(2026, 5, 20))
    return changes(first, replace(first, text=new, sha256="2", **more), lexicon)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "It comes with a $1.25 billion annual commitment from Harbour.",
            "It comes with a $1.25 billion per month commitment from Harbour.",
            [
                "“$1.25 billion annual” became “$1.25 billion per month”: per month instead of per year; "
                "12 times as much a year."
            ],
        ),
        (
            "The rent is $12 million a month, they said.",
            "The rent is $12 million a year, they said.",
            [
                "“$12 million a month” became “$12 million a year”: per year instead of per month; "
                "what it was a year, divided by 12."
            ],
        ),
        (
            "The rent is $5 million a month, they said.",
            "The rent is $5.5 million a month, they said.",
            ["“$5 million a month” became “$5.5 million a month”: 10 % more."],
        ),
        (
            "The rent is $5 million a month, they said.",
            "The rent is $5 billion a month, they said.",
            ["“$5 million a month” became “$5 billion a month”: 1,000 times as much."],
        ),
        (
            "The rent is $5 million, they said.",
            "The rent is €5 million, they said.",
            ["“$5 million” became “€5 million”: in EUR instead of USD."],
        ),
        (
            "The rent is about $5 million, they said.",
            "The rent is over $5 million, they said.",
            ["“about $5 million” became “over $5 million”: “over” now."],
        ),
        (
            "A monthly payment of $5 million is due to Pier.",
            "A yearly payment of $5 million is due to Pier.",
            [
                "“monthly … $5 million” became “yearly … $5 million”: per year instead of per month; "
                "what it was a year, divided by 12."
            ],
        ),
        (
            "It lasts until May 2029, as the contract says.",
            "It lasts until June 2030, as the contract says.",
            ["“May 2029” became “June 2030”: 13 months later."],
        ),
        ("The wall has 3 gates, they said. All is well.", "All is well.", ["“3” is gone."]),
        ("All is well.", "All is well. The wall has 3 gates, they said.", ["“3” is new."]),
        # no change of a figure
        ("The rent is $5 million a month, they said.", "The rent is $5 million per month, they say.", []),
        ("The rent is $5 million. Nothing is well in town.", "Nothing is well in town. The rent is $5 million.", []),
    ],
)
def test_figures(old, new, told, lexicon):
    assert [wording.figure_change(change) for change in compared(old, new, lexicon).figures] == told


def test_figures_that_changed_come_first_then_those_gone_then_new_ones(lexicon):
    found = compared(
        "The town lost 7 ships at sea. The rent is $5 million a month, they said. The wall has 3 gates in it.",
        "Two towers were built by sailors. The rent is $6 million a month, they said. The wall has 4 gates in it.",
        lexicon,
    )
    assert [(change.fate, (change.was or change.now).quote) for change in found.figures] == [
        (Fate.CHANGED, "$5 million a month"),
        (Fate.CHANGED, "3"),
        (Fate.GONE, "7"),
        (Fate.NEW, "Two"),
    ]
    assert wording.summary(found) == "2 figures changed, 1 figure gone, 1 figure new and 4 passages different."


def told(found: Changes) -> list[tuple[str, str]]:
    marks = {Presence.BOTH: "{}", Presence.A: "[{}]", Presence.B: "{{{}}}"}
    return [
        (change.fate.value, " ".join(marks[run.kind].format(run.words) for run in change.runs))
        for change in found.passages
    ]


def test_passages_in_the_order_of_the_newer_text(lexicon):
    found = compared(
        "Harbour pays rent to Pier today. Gulls cry over the wall. The fee is $5 now, they said. It rains in Dover.",
        "It is told here. The fee is $6 now, they said. It rains in Dover. Harbour owes rent to Pier today.",
        lexicon,
    )
    assert told(found) == [
        ("gone", "[Harbour pays rent to Pier today.] [Gulls cry over the wall.]"),
        ("new", "{It is told here.}"),
        ("changed", "The fee is [$5] {$6} now, they said."),
        ("new", "{Harbour owes rent to Pier today.}"),
    ]


def test_a_sentence_that_stands_elsewhere_is_moved(lexicon):
    found = compared(
        "Harbour pays rent to Pier. Gulls cry over the wall. It rains in Dover today.",
        "Gulls cry over the wall. It rains in Dover today. Harbour pays rent to Pier.",
        lexicon,
    )
    assert told(found) == [("moved", "Harbour pays rent to Pier.")]


def test_a_line_put_in_front_of_the_headline_is_only_a_line(lexicon):
    text = "Rent\n\nIt is $5 a month, they said."
    found = compared(text, f"Updated at noon.\n\n{text}", lexicon, title="Updated at noon.")
    assert found.headline is None
    assert [(change.fate, [run.words for run in change.runs]) for change in found.passages] == [
        (Fate.NEW, ["Updated at noon."])
    ]
    gone = compared(text, text.replace("Rent", "Rents"), lexicon, title="Rents")
    assert gone.headline == ("Rent", "Rents")


def test_the_headline(lexicon):
    found = compared("All is well.", "All is well.", lexicon, title="Rent falls")
    assert (found.headline, found.passages, found.is_nothing) == (("Rent", "Rent falls"), (), False)
    assert wording.summary(found) == "No figure changed and another headline."


def test_the_same_text_has_no_changes(lexicon):
    found = compared("The rent is $5.", "The rent is $5.", lexicon)
    assert found.is_nothing
    assert wording.summary(found) == "The two versions say the same."


def test_another_white_space_is_no_change(lexicon):
    assert compared("The rent\r\n\r\nis $5  million.", "The rent\nis $5 million.", lexicon).is_nothing


@pytest.mark.parametrize(("old", "new"), [("All is well.", "\n"), ("\n", "All is well.")])
def test_nothing_at_all_is_compared_too(old, new, lexicon):
    assert [change.fate for change in compared(old, new, lexicon).passages] in ([Fate.GONE], [Fate.NEW])


def test_all_of_it_as_plain_text(lexicon):
    found = compared("The rent is $5 a month, they said.", "The rent is $6 a month, they said.", lexicon, title="Fee")
    assert wording.in_full(found, "1 May", "2 May").split("\n") == [
        "From 1 May to 2 May",
        "1 figure changed, another headline and 1 passage different.",
        "",
        "“$5 a month” became “$6 a month”: 20 % more.",
        "",
        "Headline: “Rent” became “Fee”.",
        "",
        "- The rent is $5 a month, they said.",
        "+ The rent is $6 a month, they said.",
    ]
