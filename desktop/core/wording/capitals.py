"""Writes words as a sentence or a heading begins."""


def capital(words: str) -> str:
    """The words with their first letter as a capital; the others stay as they are."""
    return words[:1].upper() + words[1:]
