"""Knows how characters that may not stand in a document are shown in it, and which addresses may be led to."""

import re
import unicodedata

# Controls but for tab and line feed, halves of surrogates, and the code points that Unicode keeps free of characters.
_NONCHARACTERS = "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
_UNFIT = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_NONCHARACTERS}]")
_ADDRESS = re.compile(r"https?://[^\s/?#\"<>\\^`{|}]+([/?#][^\s\"<>\\^`{|}]*)?", re.IGNORECASE)


def visible(text: str) -> str:
    """The text, encodable and fit for HTML and XML alike: line ends are "\\n", and what may not stand there is shown by
    its picture (U+2400 and on) or its number ("‹U+D83D›")."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNFIT.sub(_shown, text)


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
