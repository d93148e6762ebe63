"""Knows the texts that are measured on: the corpus, articles made to a length, and texts that no outlet would print."""

from itertools import product
from pathlib import Path

from desktop.core.text import Article
from desktop.files.resources import bundled_case

_FILLER = "The harbour board met again and its members spoke at length about the state of the old sea wall. " * 4
_PLACES = [
    "Selby",
    "Wick",
    "Marle",
    "Ostend",
    "Tarn",
    "Holm",
    "Lund",
    "Brix",
    "Carrow",
    "Dunmore",
    "Elswick",
    "Farrow",
    "Greave",
]
_SAYINGS = (
    "The pier at {place} cost ${amount} million.",
    "Revenue of {place} Shipping rose to ${amount}.5 million in 2025.",
    "The storm killed {amount} people in {place}.",
    "{place} Holdings employs {amount},400 workers.",
    "Prices in {place} rose by {amount} percent.",
    "{place} Power will pay {place} Water ${amount} million a month until May 2031.",
    "The tunnel to {place} is {amount} kilometers long.",
)


def article(text: str, id: str = "A") -> Article:
    """A text as an article."""
    return Article(id=id, title="", text=text, sha256=f"{id}:{len(text)}")


def corpus() -> str:
    """All articles of the corpus, joined: a figure every 85 characters or so."""
    files = sorted(Path(bundled_case()).parent.glob("*/*.txt"))
    return "\n\n".join(file.read_text(encoding="utf-8") for file in files)


def sparse(size: int, odd: int = 0) -> str:
    """An article with a figure every 450 characters or so, of seven sorts; one amount of five differs with `odd`."""
    parts, length, turn = [f"Harbour report\n\nReport {odd} of several.\n\n"], 0, 0
    while length < size:
        amount = 10 + turn % 80 + (odd if turn % 5 == 0 else 0)
        saying = _SAYINGS[turn % len(_SAYINGS)].format(place=_PLACES[turn % len(_PLACES)], amount=amount)
        parts.append(f"{_FILLER}{saying}\n\n")
        length += len(parts[-1])
        turn += 1
    return "".join(parts)


def dense(size: int) -> str:
    """A text with a figure every 30 characters or so."""
    parts, length, place = [], 0, 0
    while length < size:
        parts.append(f"Sales rose by {place % 40 + 1} percent to ${place % 900 + 1}.5 million in the year. ")
        length += len(parts[-1])
        place += 1
    return "".join(parts)


def crowded(size: int, odd: int = 0) -> str:
    """An article in paragraphs with a figure every 70 characters or so, of seven sorts."""
    parts, length, turn = [f"Harbour report {odd}\n\n"], 0, 0
    while length < size:
        sayings = []
        for place in _PLACES[turn % 5 : turn % 5 + 8]:
            amount = 10 + turn % 890 + (odd if turn % 5 == 0 else 0)
            sayings.append(_SAYINGS[turn % len(_SAYINGS)].format(place=place, amount=amount))
            turn += 1
        parts.append(f"{' The board said so. '.join(sayings)}\n\n")
        length += len(parts[-1])
    return "".join(parts)


_PIECES = {
    "digits": "7",
    "spaces": " ",
    '"and"': "and ",
    "nested hedges": "about ",
    "no full stop": "the board met and spoke of the old sea wall ",
    "brackets": "( [ { ",
    "commas": ",",
    "half surrogates": "\ud83d",
    "NULs": "\0",
    "right-to-left marks": "\u200f\u202e ",
    "other scripts": "пятьсот ٣٤ 五百 ५० ",
    "emoji": "🚢👩‍👧🏽 ",
    "decimal points": "1.",
}


def odd_texts(size: int) -> dict[str, str]:
    """Texts of `size` characters that say one thing over and over, by what they say."""
    return {name: (piece * (size // len(piece) + 1))[:size] for name, piece in _PIECES.items()}


_HEADS = ("Sel", "Wick", "Mar", "Ost", "Tarn", "Hol", "Lun", "Brix", "Car", "Dun", "Els", "Far", "Gre", "Hax", "Ing")
_TAILS = (
    "by",
    "ham",
    "ford",
    "stead",
    "worth",
    "ley",
    "wick",
    "mouth",
    "bridge",
    "field",
    "dale",
    "ton",
    "sea",
    "well",
)
_DISPUTED = (
    "The storm killed {amount} people in {place}.",
    "{place} Power will pay {place} Water ${amount} million a month.",
    "The tunnel to {place} is {amount} kilometers long.",
)


def disputed(count: int, odd: int = 0) -> str:
    """An article of that many statements, at most 210, of which none says the same with another `odd`."""
    parts = ["Harbour report\n\n"]
    for turn, (head, tail) in zip(range(count), product(_HEADS, _TAILS), strict=False):
        saying = _DISPUTED[turn % len(_DISPUTED)].format(place=head + tail, amount=10 + turn % 80 + 7 * odd)
        parts.append(f"The board met again. {saying} Its members spoke at length of it.\n\n")
    return "".join(parts)
