"""Files in, Articles or a named trouble out."""

import hashlib
import os
from datetime import date
from pathlib import Path

import pytest

from desktop.core.text import LONGEST_TITLE, title_of
from desktop.files import articles
from desktop.files.articles import files_of, read, read_case
from desktop.files.errors import FileTrouble, cause_of

CASE = """
title = "Harbour"
notice = "Specimen"
[[article]]
file = "one.txt"
title = "A title from the case"
outlet = "Harbor Ledger"
published = 2026-05-22
[[article]]
file = "two.txt"
notice = "Its own"
published = 2026-05-23T10:00:00
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    (tmp_path / "case.toml").write_text(CASE, encoding="utf-8")
    (tmp_path / "one.txt").write_bytes("\ufeffFirst\r\n\r\n$5 million\r".encode())
    (tmp_path / "two.txt").write_bytes(b"\n\n  Second line is the title  \n")
    (tmp_path / "three.txt").write_bytes(b"Not in the case")
    return tmp_path


def test_text_and_fingerprint_are_those_of_the_file(case: Path):
    article = read(case / "one.txt", article_id="A")
    assert article.text == "First\r\n\r\n$5 million\r"
    assert article.sha256 == hashlib.sha256((case / "one.txt").read_bytes()).hexdigest()
    assert (article.id, article.source) == ("A", str(case / "one.txt"))


def test_the_case_beside_a_file_says_what_it_is(case: Path):
    one, two, three = (read(case / f"{name}.txt", article_id=name) for name in ("one", "two", "three"))
    assert (one.title, one.outlet, one.published, one.notice) == (
        "A title from the case",
        "Harbor Ledger",
        date(2026, 5, 22),
        "Specimen",
    )
    assert (two.title, two.outlet, two.published, two.notice) == (
        "Second line is the title",
        "",
        date(2026, 5, 23),
        "Its own",
    )
    assert (three.title, three.published, three.notice) == ("Not in the case", None, "")
    assert read(case / "one.txt", article_id="A", published=date(2020, 1, 2)).published == date(2020, 1, 2)


def test_a_foreign_or_broken_case_file_does_not_keep_a_text_from_being_read(tmp_path: Path):
    (tmp_path / "case.toml").write_text("not toml at all", encoding="utf-8")
    (tmp_path / "one.txt").write_text("Title", encoding="utf-8")
    assert read(tmp_path / "one.txt", article_id="A").title == "Title"


def test_a_case_lists_its_articles_in_order(case: Path):
    found = read_case(case)
    assert (found.title, found.notice, found.folder) == ("Harbour", "Specimen", case)
    assert [(article.id, article.name) for article in found.articles] == [("one", "Harbor Ledger"), ("two", "two")]


def test_the_folder_of_a_case_stands_for_its_files(case: Path):
    assert files_of(case) == (case / "one.txt", case / "two.txt")
    assert files_of(case / "three.txt") == (case / "three.txt",)
    assert files_of(case.parent) == (case.parent,)
    assert files_of("a\0b") == ("a\0b",)


@pytest.mark.parametrize(
    ("table", "cause"),
    [
        ("title = ", "is not TOML"),
        ("title = 'x'", "lists no articles"),
        ("[[article]]\noutlet = 'x'", "without a file name"),
        ("[[article]]\nfile = 'one.txt'\n[[article]]\nfile = 'one.txt'", "lists one file twice"),
        ("[[article]]\nfile = 'gone.txt'", "there is no such file"),
        ("[[article]]\nfile = 'one.txt'\npublished = '22 May'", "no day as published"),
        ("[[article]]\nfile = 'one.txt'\noutlet = 5", "no text as outlet"),
    ],
)
def test_a_bad_case_says_what_is_wrong(tmp_path: Path, table: str, cause: str):
    (tmp_path / "one.txt").write_text("Title", encoding="utf-8")
    (tmp_path / "case.toml").write_text(table, encoding="utf-8")
    with pytest.raises(FileTrouble, match=cause):
        read_case(tmp_path)


@pytest.mark.parametrize(
    ("name", "data", "cause"),
    [
        ("gone.txt", None, "there is no such file"),
        ("empty.txt", b"", "is empty"),
        ("mark.txt", b"\xef\xbb\xbf", "white space"),
        ("blank.txt", " \r\n\t\u00a0\u200b".encode(), "white space"),
        ("paper.txt", b"%PDF-1.7", "a PDF document"),
        ("wild.txt", b"\x81\x8d\x8f\x90 $5", "no character encoding"),
    ],
)
def test_bad_files_are_named_with_the_cause(tmp_path: Path, name: str, data: bytes | None, cause: str):
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(FileTrouble, match=cause) as caught:
        read(path, article_id="A")
    assert name in str(caught.value)
    assert caught.value.path == str(path)


def test_what_is_no_file_is_not_waited_for(tmp_path: Path):
    with pytest.raises(FileTrouble, match="is a folder"):
        read(tmp_path, article_id="A")
    with pytest.raises(FileTrouble, match="null"):
        read("a\0b", article_id="A")
    with pytest.raises(FileTrouble, match="a device or a pipe"):
        read(os.devnull, article_id="A")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(FileTrouble, match="a device or a pipe"):
            read(tmp_path / "pipe", article_id="A")


def test_a_file_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(articles, "LARGEST", 1024 * 1024)
    (tmp_path / "one.txt").write_bytes(b"a" * (1024 * 1024))
    assert len(read(tmp_path / "one.txt", article_id="A").text) == 1024 * 1024
    (tmp_path / "two.txt").write_bytes(b"a" * (1024 * 1024 + 1))
    with pytest.raises(FileTrouble, match="larger than 1 MB"):
        read(tmp_path / "two.txt", article_id="A")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("\n\r\n  A  title\twith gaps \nbody", "A title with gaps"),
        ("# Heading\n", "Heading"),
        ("\u2067\u200b\n\0\nReal", "Real"),
        ("x" * 500, "x" * (LONGEST_TITLE - 1) + "…"),
        ("\n \n", ""),
    ],
)
def test_the_first_line_is_the_title(text: str, title: str):
    assert title_of(text) == title


def test_trouble_is_told_in_one_printable_line():
    assert str(FileTrouble("a\nb\udc80.txt", "is empty")) == r"'a\nb\udc80.txt': is empty"
    assert str(FileTrouble("", "is empty")) == "(no file name): is empty"
    assert cause_of(PermissionError(13, "Permission denied")) == "may not be read (no permission)"
    assert cause_of(OSError(5, "Input/output error")) == "cannot be read (input/output error)"
