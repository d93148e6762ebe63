"""What articles disagree on in the rich report for tests."""

from dataclasses import replace

from desktop.core.agreement import Status
from desktop.core.report.told import Answer, Decided, Item, Passage, Remark, Sum, Voice
from tests.report_texts import pieces


def passage(source: str, marked: str, line: int = 3, about: str = "", number: int = 0) -> Passage:
    """A passage, its figures marked as for `pieces`."""
    return Passage(source, pieces(marked), line, about, number)


RULING = Decided(
    words="Quillmark Wire is right",
    on="A “$1.25 billion annual” / B “$1.25 billion per month”",
    by="Ines Duarte",
    at="21 November 2026, 20:40 UTC",
    reason="The prospectus gives the amount per month (page 112).",
    number=1,
    topic="payment rate, Anthropic to SpaceX",
)
NOTE = Remark(
    text="Called their desk; a correction is being prepared.",
    on="$1.25 billion annual (A Harbor Ledger, line 3)",
    by="Ines Duarte",
    at="21 November 2026, 20:45 UTC",
    tags=("called", "correction"),
    source="https://www.example.org/prospectus.pdf#page=112",
    state="resolved",
    answers=(Answer("Correction seen on 22 November.", "Tomasz Hale", "22 November 2026, 08:10 UTC"),),
)


def rate() -> Item:
    return Item(
        number=1,
        status=Status.CONFLICT,
        status_words="conflict",
        topic="payment rate, Anthropic to SpaceX",
        verdict="No two articles agree; B is 12 times A, and C is 10 times B.",
        voices=(
            Voice(
                "B",
                ("$1.25 billion per month", "$15 billion annually"),
                "$15 billion per year",
                passages=(
                    passage(
                        "B",
                        "Anthropic has agreed to pay SpaceX {conflict*|$1.25 billion per month} through"
                        " {agree|May 2029} for the use of its data centers, regulatory papers showed.",
                        about="reported, from regulatory papers",
                        number=4,
                    ),
                    passage("B", "It works out at roughly {equivalent*|$15 billion annually}.", 5, number=6),
                ),
            ),
            Voice(
                "A",
                ("$1.25 billion annual",),
                "$1.25 billion per year",
                "12 times less",
                True,
                (
                    passage(
                        "A",
                        "Yet there it is in black and white: Anthropic has put its name to a"
                        " {conflict*|$1.25 billion annual} commitment with SpaceX, and not one satellite launch is"
                        " included.",
                        number=1,
                    ),
                ),
            ),
            Voice(
                "C",
                ("$12.5 billion per month", "$150 billion annually"),
                "$150 billion per year",
                "10 times more",
                True,
                (
                    passage(
                        "C",
                        "💸 {conflict*|$12.5 billion per month}, the price Anthropic has accepted, through"
                        " {agree|May 2029}.",
                        number=8,
                    ),
                ),
            ),
        ),
        reasons=(
            "$1.25 billion per month is $15 billion per year (× 12); $15 billion ÷ $1.25 billion = 12.",
            "$12.5 billion per month is $150 billion per year (× 12); $150 billion ÷ $15 billion = 10.",
        ),
        more=3,
        slips=(
            "A seems to have taken an amount per month for one per year.",
            "C seems to have moved the decimal point by one place.",
        ),
        rulings=(RULING,),
        notes=(NOTE,),
        by_editor="Ines Duarte read “$15 annual” as $15 billion per year.",
    )


def sites() -> Item:
    return Item(
        2,
        Status.CONFLICT,
        "conflict",
        "number of sites",
        "B and C disagree: two sites against three.",
        (
            Voice("B", ("two sites",), "2", passages=(passage("B", "It has {conflict*|two sites} in Memphis.", 9),)),
            Voice(
                "C",
                ("three sites",),
                "3",
                "1.5 times more",
                True,
                (passage("C", "The machines stand at {conflict*|three sites}.", 8, "told from hearsay"),),
            ),
        ),
        ("3 ÷ 2 = 1.5.",),
    )


def filed() -> Item:
    return Item(
        3,
        Status.CONFLICT,
        "conflict",
        "date of the filing",
        "A and B disagree: 20 May against 21 May.",
        (
            Voice(
                "A", ("20 May",), "20 May 2026", passages=(passage("A", "The papers came on {conflict*|20 May}.", 11),)
            ),
            Voice(
                "B",
                ("Thursday",),
                "21 May 2026",
                "a day later",
                False,
                (passage("B", "Filed on {conflict*|Thursday}.", 4),),
            ),
        ),
        ("21 May is one day after 20 May.",),
        rulings=(replace(RULING, number=3, topic="date of the filing", words="Both are wrong", is_contested=True),),
    )


def plain(number: int, status: Status, words: str, topic: str, first: str, second: str) -> Item:
    return Item(
        number,
        status,
        words,
        topic,
        "A and B fit each other.",
        (
            Voice("A", (first,), passages=(passage("A", f"It says {{{status}*|{first}}} here.", 7),)),
            Voice("B", (second,), passages=(passage("B", f"And {{{status}*|{second}}} there.", 8),)),
        ),
        (f"{first} and {second} are compared as they stand.",),
    )


INTERNAL = Item(
    4,
    Status.CONFLICT,
    "conflict",
    "SpaceX's revenue",
    "C says two things.",
    (
        Voice(
            "C",
            ("$18.7 billion",),
            passages=(passage("C", "The {conflict*|$18.7 billion} of revenue.", 5),),
        ),
        Voice("C", ("$19.7 billion",), passages=(passage("C", "Revenue: {conflict*|$19.7 billion}.", 9),)),
    ),
    ("$19.7 billion is 1.05 times $18.7 billion.",),
)

SUMS = (
            Sum(
                8,
                Status.CONFLICT,
                "wrong",
                "C",
                "150/18.7 - 1 = 7.02",
                "$150 billion exceeds $18.7 billion by 702 %, not by over 80 %.",
                passage(
                    "C",
                    "🧮 The new income exceeds the {approx|$18.7 billion} of revenue that SpaceX was projected to make"
                    " in {|2025} by {conflict*|over 80%}.",
                    5,
                    number=10,
                ),
                (replace(NOTE, answers=(), state=""),),
                "“over 80%”",
            ),
            Sum(
                9,
                Status.AGREE,
                "holds",
                "B",
                "1.25*12 = 15",
                "12 times $1.25 billion is $15 billion.",
                passage("B", "It works out at roughly {agree*|$15 billion annually}.", 5, number=6),
            ),
        )  # fmt: skip
