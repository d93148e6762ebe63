"""Whether the catalogues are found, chosen and read, and whether each says all that Crossread says, in its language."""

import gettext
import io
import re
import runpy
import struct
from pathlib import Path
from string import Formatter
from types import SimpleNamespace

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from desktop.core.language import ENGLISH
from desktop.files.errors import FileTrouble
from desktop.files.languages import available, catalogue, codes, wanted

OTHERS = codes()[1:]


@pytest.fixture(scope="module")
def strings(root: Path) -> SimpleNamespace:
    """The tool that keeps the catalogues in step."""
    return SimpleNamespace(**runpy.run_path(str(root / "build_spec" / "strings.py")))


@pytest.fixture(scope="module", params=OTHERS)
def folder(root: Path, request) -> Path:
    """Where the catalogue of a language lies."""
    return root / "resources" / "languages" / request.param


@pytest.fixture(scope="module")
def messages(folder: Path):
    """The phrases of a language as its .po file has them."""
    return [message for message in read_po(io.BytesIO((folder / "crossread.po").read_bytes())) if message.id]


def forms(words) -> tuple[str, ...]:
    """A phrase or its translation as its forms."""
    return (words,) if isinstance(words, str) else tuple(words)


def places(words: str) -> set[str]:
    """The names of the places in a phrase; ValueError where braces do not match."""
    return {name for _, name, _, _ in Formatter().parse(words) if name is not None}


def blanks(words: str) -> tuple[str, str, int, int]:
    """Where a phrase has other white space than one blank between two words: before it, behind it, lines, doubled."""
    lines = words.strip().split("\n")
    doubled = sum(line != " ".join(line.split()) for line in lines)
    return words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :], len(lines), doubled


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """A shipped folder with three languages: one damaged, one empty of phrases, one whole."""
    for code, contents in (("fr", b"no catalogue"), ("it", mo({})), ("nl", mo({"English": "Nederlands"}))):
        path = tmp_path / "resources" / "languages" / code / "crossread.mo"
        path.parent.mkdir(parents=True)
        path.write_bytes(contents)
    (tmp_path / "resources" / "languages" / "pt").mkdir()  # begun, and not compiled
    return tmp_path


def mo(phrases: dict[str, str]) -> bytes:
    """A compiled catalogue, made by hand."""
    rows = sorted({"": "Content-Type: text/plain; charset=utf-8\n", **phrases}.items())
    texts = [[one.encode() for one, _ in rows], [other.encode() for _, other in rows]]
    start = 28 + 16 * len(rows)
    index, data = b"", b""
    for text in (text for column in texts for text in column):
        index += struct.pack("<2I", len(text), start + len(data))
        data += text + b"\0"
    return struct.pack("<7I", 0x950412DE, 0, len(rows), 28, 28 + 8 * len(rows), 0, 0) + index + data


# ------------------------------------------------------------------------------------------------ choosing and reading


def test_german_is_shipped_under_its_own_name():
    assert available()["de"] == "Deutsch"
    assert next(iter(available().items())) == ("en", "English")


def test_a_damaged_catalogue_is_no_choice(shipped: Path):
    assert codes(root=shipped) == ("en", "fr", "it", "nl")
    assert available(root=shipped) == {"en": "English", "it": "English", "nl": "Nederlands"}


def test_without_other_languages_there_is_english(tmp_path: Path):
    assert available(root=tmp_path) == {"en": "English"}
    assert wanted("de", ["de_DE"], root=tmp_path) == "en"


@pytest.mark.parametrize(
    ("setting", "system", "code"),
    [
        ("system", ["nl_BE"], "nl"),
        ("system", ["nl-Latn-NL", "nl-NL"], "nl"),
        ("system", ["it_IT.UTF-8"], "it"),
        ("system", ["de-DE", "it-IT"], "it"),
        ("system", ["C"], "en"),
        ("system", ["en-GB", "nl-NL"], "en"),
        ("system", ["pt_PT"], "en"),
        ("system", [], "en"),
        ("nl", ["it_IT"], "nl"),
        ("en", ["nl_NL"], "en"),
        ("de", ["nl_NL"], "nl"),
        ("", ["nl_NL"], "nl"),
    ],
)
def test_which_language_is_spoken(setting: str, system: list[str], code: str, shipped: Path):
    assert wanted(setting, system, root=shipped) == code


def test_english_needs_no_file(tmp_path: Path):
    assert catalogue("en", root=tmp_path) is ENGLISH


def test_a_missing_catalogue_is_named(shipped: Path):
    with pytest.raises(FileTrouble, match=r"pt.crossread\.mo: belongs to Crossread and is missing"):
        catalogue("pt", root=shipped)


@pytest.mark.parametrize(
    "contents",
    [
        b"",
        b"no catalogue at all, but longer than a heading",
        mo({"a": "b"})[:40],
        mo({"a": "b"})[:-3],
        mo({"": "Content-Type: text/plain; charset=klingon\n"}),
        mo({"": "Plural-Forms: nplurals=2; plural=import os;\n"}),
        mo({"a": "ä"}).replace("ä".encode(), b"\xff\xff"),
    ],
    ids=["empty", "other", "heading", "short", "encoding", "plural", "bytes"],
)
def test_a_damaged_catalogue_is_named_with_the_cause(contents: bytes, shipped: Path):
    path = shipped / "resources" / "languages" / "nl" / "crossread.mo"
    path.write_bytes(contents)
    with pytest.raises(FileTrouble, match=r"nl.crossread\.mo: the catalogue is damaged \(.+\)"):
        catalogue("nl", root=shipped)


# --------------------------------------------------------------------------------------------------- what they say


def test_a_catalogue_holds_exactly_what_is_said(messages, strings):
    """`make strings` brings it in step."""
    kept = {forms(message.id): tuple(message.auto_comments) for message in messages}
    said = {phrase.words: ((phrase.note,) if phrase.note else ()) for phrase in strings.collected().values()}
    assert kept == said


def test_every_phrase_is_translated(messages):
    for message in messages:
        assert not message.fuzzy, message.id
        assert all(forms(message.string)), message.id
        assert len(forms(message.string)) == len(forms(message.id)), message.id


def test_a_translation_has_the_places_of_its_phrase(messages):
    for message in messages:
        first, *others = (places(words) for words in forms(message.id))
        assert all(other == first for other in others), message.id
        for words in forms(message.string):
            assert places(words) == first, words


def test_a_translation_stops_where_its_phrase_does(messages):
    for message in messages:
        for one, other in zip(forms(message.id), forms(message.string), strict=True):
            assert one.endswith(".") == other.endswith("."), other
            assert blanks(other) == blanks(one), other


def test_numbers_are_written_with_two_different_signs(messages):
    (sample,) = (message.string for message in messages if message.id == "1,234.5")
    thousands, point = re.fullmatch(r"1(\D?)234(\D)5", sample).groups()
    assert thousands != point


def test_the_compiled_catalogue_is_the_one_that_is_read(folder: Path, strings):
    known = read_po(io.BytesIO((folder / "crossread.po").read_bytes()))
    compiled = io.BytesIO()
    write_mo(compiled, strings.in_step(folder.name, known, strings.collected()))
    assert (folder / "crossread.mo").read_bytes() == compiled.getvalue()


def test_forms_go_by_number():
    german = catalogue("de")
    one, many = "Corroborated by {count} article.", "Corroborated by {count} articles."
    said = [german.ngettext(one, many, count) for count in (0, 1, 2, 21)]
    assert said == ["Von {count} Artikeln bestätigt.", "Von {count} Artikel bestätigt.", *[said[0]] * 2]
    assert isinstance(german, gettext.GNUTranslations)


# ----------------------------------------------------------------------------------------------- the tool itself


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A small program with its word lists."""
    lexicon = tmp_path / "resources" / "lexicon"
    lexicon.mkdir(parents=True)
    (lexicon / "attributes.toml").write_text('[killed]\nlabel = "killed"\n', encoding="utf-8")
    (lexicon / "units.toml").write_text('["km/h"]\nkind = "speed"\n[hour]\nkind = "duration"\n', encoding="utf-8")
    (lexicon / "periods.toml").write_text(
        '[adverbs]\nyearly = "year"\n[adjectives]\nannual = "year"\n[nouns]\nhead = "person"\n', encoding="utf-8"
    )
    (tmp_path / "desktop").mkdir()
    (tmp_path / "desktop" / "words.py").write_text(
        "A = {1: phrase('one'), 2: phrases('{n} two', '{n} twos')}\n"
        "# Translators: with a note\n"
        "print(f\"{say('outer {x}', x=say('inner' ' part'))}\", say(A[1]), say(''), other('no'))\n",
        encoding="utf-8",
    )
    return tmp_path


def test_phrases_are_found_wherever_they_are_said(tree: Path, strings):
    found = strings.collected(tree)
    assert [phrase.words for phrase in found.values()][4:] == [
        ("killed",),
        ("{number} km/h", "{number} km/h"),
        ("per year",),
        ("per person",),
    ]
    assert {phrase.words for phrase in list(found.values())[:4]} == {
        ("one",),
        ("{n} two", "{n} twos"),
        ("outer {x}",),
        ("inner part",),
    }
    assert found["outer {x}"].note == "with a note"


@pytest.mark.parametrize("source", ["say('a' if b else 'c')", "say(f'a {b}')", "phrases('{n} two', 'two')"])
def test_what_cannot_be_collected_is_refused(source: str, tree: Path, strings):
    (tree / "desktop" / "more.py").write_text(source + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match="phrase"):
        strings.collected(tree)


def test_translations_are_kept_and_what_is_gone_goes(tree: Path, strings):
    folder = tree / "resources" / "languages" / "nl"
    folder.mkdir(parents=True)
    assert strings.update(folder, strings.collected(tree)) == 8
    source = folder / "crossread.po"
    filled = source.read_text(encoding="utf-8").replace('msgid "one"\nmsgstr ""', 'msgid "one"\nmsgstr "een"')
    source.write_text(filled, encoding="utf-8")
    assert strings.update(folder, strings.collected(tree)) == 7
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert strings.update(folder, strings.collected(tree)) == 7
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert catalogue("nl", root=tree).gettext("one") == "een"
    (tree / "desktop" / "words.py").write_text("say('two')\n", encoding="utf-8")
    strings.update(folder, strings.collected(tree))
    assert "een" not in source.read_text(encoding="utf-8")
