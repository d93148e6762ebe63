"""Collects the phrases that Crossread says, and keeps the catalogues of other languages in step with them.

`make strings` looks through desktop/ for `say("…")`, `say_count("…", "…", …)`, `phrase("…")` and `phrases("…",
"…")`, and through the word lists for labels of attributes, symbols of units and periods. Each
resources/languages/*/crossread.po then holds exactly these phrases, sorted: translations are kept, new phrases stand
there empty, and those that nobody says any more are gone. Beside it crossread.mo is compiled, which the program reads.

So, when phrases were added or changed: `make strings`; fill in every empty msgstr (a phrase changed by a word is a new
one: the old translation is in the last commit); `make strings` again; both files are kept. The tests say what is
missing: tests/files/test_languages.py. For a new language, make the folder, as resources/languages/fr, and begin with
`make strings`. Names in braces must stand in the translation as they are; a line with "Translators:" above a phrase in
the source stands above it in the catalogue too.
"""

import ast
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
KEYWORDS = {"say": 1, "phrase": 1, "say_count": 2, "phrases": 2}
"""How many of its arguments are phrases."""

_NOTE = "# Translators: "
_HEADER = "# The words of Crossread; make strings keeps it in step with the source (see build_spec/strings.py)."


class Phrase(NamedTuple):
    """What is to be translated: one form, or two where it depends on a number; and a note for who translates it."""

    words: tuple[str, ...]
    note: str = ""


def collected(root: Path = ROOT) -> dict[str, Phrase]:
    """All phrases by their first form; ValueError where one is said with different second forms."""
    found: dict[str, Phrase] = {}
    for each in (*_of_source(root), *_of_word_lists(root)):
        known = found.setdefault(each.words[0], each)
        if known.words != each.words:
            raise ValueError(f"two phrases begin alike: {known.words} and {each.words}")
        if each.note and not known.note:
            found[each.words[0]] = each
    return found


def _of_source(root: Path) -> Iterator[Phrase]:
    for path in sorted((root / "desktop").glob("**/*.py")):
        text = path.read_text(encoding="utf-8")
        lines = text.splitlines()
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KEYWORDS:
                given = node.args[: KEYWORDS[node.func.id]]
                words = tuple(each.value for each in given if isinstance(each, ast.Constant))
                if len(words) == KEYWORDS[node.func.id] and words[0]:
                    yield Phrase(words, _note_above(lines, node.lineno))
                elif any(isinstance(each, ast.IfExp | ast.BoolOp | ast.JoinedStr) for each in given):
                    raise ValueError(f"{path.relative_to(root)}:{node.lineno}: a phrase is one string as it stands")


def _note_above(lines: list[str], number: int) -> str:
    above = lines[number - 2].strip() if number > 1 else ""
    return above.removeprefix(_NOTE) if above.startswith(_NOTE) else ""


def _of_word_lists(root: Path) -> Iterator[Phrase]:
    """The phrases that desktop/core/wording makes of what stands in the word lists."""

    def table(name: str) -> dict[str, dict[str, str]]:
        return tomllib.loads((root / "resources" / "lexicon" / f"{name}.toml").read_text(encoding="utf-8"))

    for attribute in table("attributes").values():
        yield Phrase((attribute["label"],))
    for symbol, unit in table("units").items():
        if unit["kind"] != "duration":  # those have names, not symbols, and stand in the source
            yield Phrase((f"{{number}} {symbol}", f"{{number}} {symbol}"))
    periods = table("periods")
    for name in dict.fromkeys(name for sort in ("adverbs", "adjectives", "nouns") for name in periods[sort].values()):
        yield Phrase((f"per {name}",))


class _Bare(Catalog):
    """A catalogue whose heading says nothing of the day or the tool: the same phrases make the same file."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        return [
            ("Language", str(self.locale_identifier)),
            ("Plural-Forms", self.plural_forms),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit\n"),
        ]


def in_step(code: str, known: Catalog | None, found: dict[str, Phrase]) -> Catalog:
    """A catalogue of that language with exactly these phrases, translated where the known catalogue has them."""
    made = _Bare(locale=code, header_comment=_HEADER, charset="utf-8", fuzzy=False)
    for first, each in found.items():
        old = known.get(first) if known is not None else None
        if old is not None and old.pluralizable != (len(each.words) == 2):
            old = None
        message = made.add(
            each.words if len(each.words) == 2 else first,
            old.string if old is not None else "",
            auto_comments=[each.note] if each.note else [],
            user_comments=old.user_comments if old is not None else [],
            flags={"fuzzy"} if old is not None and old.fuzzy else set(),
        )
        message.flags.discard("python-format")  # "5 % either way" is no place for an argument
    return made


def update(folder: Path, found: dict[str, Phrase]) -> int:
    """Brings the catalogue of one language in step and compiles it; how many phrases lack a translation."""
    source = folder / "crossread.po"
    known = read_po(source.read_bytes().splitlines(keepends=True)) if source.exists() else None
    made = in_step(folder.name, known, found)
    with source.open("wb") as file:
        write_po(file, made, width=100, no_location=True, sort_output=True)
    with source.with_suffix(".mo").open("wb") as file:
        write_mo(file, made)
    return sum(not is_translated(message.string) for message in made if message.id)


def is_translated(said: str | tuple[str, ...] | list[str]) -> bool:
    """Whether all forms of a phrase have words."""
    return bool(said) and all([said] if isinstance(said, str) else said)


def main() -> int:
    """Brings all catalogues in step and says how many phrases are still to be translated."""
    found = collected()
    for folder in sorted(path for path in (ROOT / "resources" / "languages").iterdir() if path.is_dir()):
        print(f"{folder.name}: {len(found)} phrases, {update(folder, found)} without a translation")
    return 0


if __name__ == "__main__":
    sys.exit(main())
