"""Knows how characters that may not stand in a document are shown in it, and which addresses may be led to."""

import re
import unicodedata

# Controls but for tab and line feed, halves of surrogates, and the code points that Unicode keeps free of characters.
_NONCHARACTERS = "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
_CONTROLS = f"\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_NONCHARACTERS}"
_UNFIT = re.compile(f"[{_CONTROLS}]")
_UNFIT_OR_TURNING = re.compile(f"[{_CONTROLS}\u202a-\u202e\u2066-\u2069]")
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_ADDRESS = re.compile(r"https?://[^\s/?#\"<>\\^`{|}]+([/?#][^\s\"<>\\^`{|}]*)?", re.IGNORECASE)


def visible(text: str, *, turns: bool = False) -> str:
    """The text, encodable and fit for HTML and XML alike: line ends are "\\n", and what may not stand there is shown by
    its picture (U+2400 and on) or its number ("‹U+D83D›").

    turns: whether signs that turn the direction of what follows stay what they are. In a sentence that names an outlet
    with such a sign, everything behind the name would be read backwards, amounts too; so they are shown by number, but
    for text that stands by itself.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return (_UNFIT if turns else _UNFIT_OR_TURNING).sub(_shown, text)


def unturned(text: str) -> str:
    """The text with the numbers of signs that turn the direction of what follows in their places, and all else as it
    is: for cells, where names and amounts stand in one sentence."""
    return _TURNING.sub(_shown, text)


def is_address(text: str) -> bool:
    """Whether a text is a plain address on the web, which may be followed; none that shows itself as another."""
    return _ADDRESS.fullmatch(text) is not None and all(
        unicodedata.category(sign) not in ("Cc", "Cf", "Cs", "Cn", "Co") for sign in text
    )


def _shown(found: re.Match[str]) -> str:
    code = ord(found.group())
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else f"‹U+{code:04X}›"
