"""The terminal writes reports: which files, from what, and what it says where that cannot be."""

import errno
import io
import json
import os
import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.__main__ import main
from desktop.core.agreement import Status
from desktop.core.analysis import analyse
from desktop.core.corrections import Correction
from desktop.core.links import Link
from desktop.core.report import Choice
from desktop.core.rulings import Decision, Ruling, anchors_of
from desktop.core.workspace import Workspace
from desktop.exports import interchange
from desktop.files.articles import read
from desktop.files.folders import from_web_annotations
from desktop.files.lexicon import load
from desktop.files.workspaces import WorkspaceFile
from desktop.outputs import Kind
from desktop.shell.press import Order

MONTHLY = "A rent is agreed\n\nThe Acme Group will pay Globex Holdings $12 million a month until May 2029.\n"
YEARLY = MONTHLY.replace("a month", "a year")
BEGINS = {"pdf": b"%PDF-", "html": b"<!DOCTYPE html>", "xlsx": b"PK\x03\x04", "csv": b"No."}


@pytest.fixture
def two(tmp_path, monkeypatch):
    """Two articles that contradict each other, in the folder where the command runs."""
    monkeypatch.chdir(tmp_path)
    for name, text in (("a.txt", MONTHLY), ("b.txt", YEARLY)):
        Path(name).write_text(text, encoding="utf-8")
    return "a.txt", "b.txt"


@pytest.fixture
def kept(two):
    """The same two as a workspace in a file, with a ruling on what they disagree on."""
    articles = tuple(replace(read(path, article_id=path), imported="2026-11-20T08:00:00+00:00") for path in two)
    pair = next(one for one in analyse(articles, load()).pairs if one.status is Status.CONFLICT)
    right, _ = anchors_of(pair)
    ruling = Ruling(
        anchors_of(pair), pair.status, Decision.SOME_RIGHT, (right,), by="Ann", at="2026-11-21T09:00:00+00:00",
        reason="the filing says so",
    )  # fmt: skip
    WorkspaceFile.create("deal.crossread", Workspace("A deal", articles, rulings=(ruling,))).close()
    return "deal.crossread"


@pytest.mark.parametrize("kind", BEGINS)
def test_a_comparison_is_written_as_any_sort_of_file(two, kind, capsys):
    assert main(["compare", *two, f"--{kind}", f"out.{kind}"]) == 1
    assert Path(f"out.{kind}").read_bytes().startswith(BEGINS[kind])
    told = capsys.readouterr()
    assert told.out == ""
    assert f"Written: out.{kind}" in told.err


def test_several_files_are_written_at_once_beside_the_document(two, capsys):
    assert main(["compare", *two, "--json", "--pdf", "a.pdf", "--html", "a.html"]) == 1
    assert json.loads(capsys.readouterr().out)["pairs"]
    assert Path("a.pdf").is_file()
    assert Path("a.html").is_file()


def test_the_same_articles_give_the_same_bytes(two):
    for kind in BEGINS:
        for name in ("one", "two"):
            main(["compare", *two, f"--{kind}", f"{name}.{kind}"])
        assert Path(f"one.{kind}").read_bytes() == Path(f"two.{kind}").read_bytes()


def test_a_report_of_a_workspace_holds_its_rulings_and_its_time(kept, capsys):
    before = Path(kept).read_bytes()
    assert main(["report", kept, "--html", "out.html", "--jsonld", "out.jsonld"]) == 0
    page = Path("out.html").read_text(encoding="utf-8")
    assert "the filing says so" in page
    assert "21 November 2026, 09:00 UTC" in page
    made = from_web_annotations(json.loads(Path("out.jsonld").read_bytes()))
    assert [ruling.reason for ruling in made.rulings] == ["the filing says so"]
    assert Path(kept).read_bytes() == before
    assert sorted(path.name for path in Path().iterdir() if "deal" in path.name) == [kept]


def test_who_reviews_blind_sees_no_ruling_of_others(kept):
    with_ben = WorkspaceFile.open(kept)
    with_ben.save(replace(with_ben.workspace, blind=("Ben",)))
    with_ben.close()
    main(["report", kept, "--editor", "Ben", "--html", "ben.html"])
    assert "the filing says so" not in Path("ben.html").read_text(encoding="utf-8")


def test_an_article_that_is_left_out_stays_out(kept, capsys):
    file = WorkspaceFile.open(kept)
    file.save_view({"left_out": '["b.txt"]'})
    file.close()
    assert main(["report", kept, "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert [doc["path"] for doc in document["docs"]] == ["a.txt"]


def test_the_terminal_writes_what_the_window_exports(kept):
    file = WorkspaceFile.open(kept)
    (first, second), articles = file.workspace.rulings[0].anchors, file.workspace.articles
    rests = Correction(replace(first, lost=True), None, by="Ann", at="2026-11-21T10:00:00+00:00")
    parted = Link((replace(first, lost=True), second), is_same=False, by="Ann", at="2026-11-21T11:00:00+00:00")
    file.save(replace(file.workspace, corrections=(rests,), links=(parted,)))
    workspace = file.workspace
    file.close()
    order = Order(workspace, analyse(articles, load()), "Ann", "en", Choice(), "letter")
    for kind in (*BEGINS, "jsonld"):
        main(["report", kept, "--editor", "Ann", "--paper", "letter", f"--{kind}", f"out.{kind}"])
        assert Path(f"out.{kind}").read_bytes() == order.output(Kind(kind)).data


def test_what_a_report_holds_can_be_chosen(two):
    main(["compare", *two, "--only", "agree", "--title", "A short one", "--html", "short.html"])
    main(["compare", *two, "--full-texts", "--html", "long.html"])
    short, long = (Path(name).read_text(encoding="utf-8") for name in ("short.html", "long.html"))
    assert "A short one" in short
    assert "Full texts" in long
    assert "Full texts" not in short
    assert len(short) < len(long)


def test_a_report_speaks_another_language(two):
    main(["compare", *two, "--language", "de", "--html", "de.html"])
    assert ' lang="de"' in Path("de.html").read_text(encoding="utf-8")


def test_a_table_begins_with_the_mark_where_it_is_asked_for(two):
    main(["compare", *two, "--csv", "plain.csv"])
    main(["compare", *two, "--csv", "marked.csv", "--bom"])
    assert Path("marked.csv").read_bytes() == b"\xef\xbb\xbf" + Path("plain.csv").read_bytes()


def test_a_file_goes_to_standard_output(two, monkeypatch):
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    monkeypatch.setattr(sys, "stdout", out)
    assert main(["compare", *two, "--csv", "-"]) == 1
    assert out.buffer.getvalue().startswith(BEGINS["csv"])


@pytest.mark.parametrize(
    "wrong",
    [
        ("--pdf", "-", "--json"),
        ("--pdf", "-", "--csv", "-"),
        ("--pdf", "same", "--html", "./same"),
        ("--pdf", "same", "--html", "deep/../same"),
        ("--pdf", ""),
        ("--only", "right"),
        ("--only", ","),
        ("--language", "xx", "--pdf", "a.pdf"),
    ],
)
def test_what_cannot_be_written_together_is_refused_before_anything_is(two, wrong, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["compare", *two, *wrong])
    assert ended.value.code == 2
    assert capsys.readouterr().err
    assert not Path("same").exists()


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
def test_two_links_to_one_file_are_one_file(two, capsys):
    for name in ("one", "other"):
        Path(name).symlink_to("same")
    with pytest.raises(SystemExit):
        main(["compare", *two, "--csv", "one", "--html", "other"])
    assert "the same" in capsys.readouterr().err
    assert not Path("same").exists()


@pytest.mark.parametrize("name", ["a.txt", "./b.txt", "hard.csv"])
def test_no_article_is_written_over(two, name, capsys):
    os.link("a.txt", "hard.csv")
    assert main(["compare", *two, "--html", "page.html", "--csv", name]) == 2
    assert f"{Path(name)}: is one of the articles" in capsys.readouterr().err
    assert Path("a.txt").read_text(encoding="utf-8") == MONTHLY
    assert Path("b.txt").read_text(encoding="utf-8") == YEARLY
    assert not Path("page.html").exists()


@pytest.mark.parametrize("name", ["deal.crossread", "a.txt"])
def test_neither_a_workspace_nor_its_articles_are_written_over(kept, name, capsys):
    before = Path(name).read_bytes()
    assert main(["report", kept, "--csv", name]) == 2
    assert "choose another name" in capsys.readouterr().err
    assert Path(name).read_bytes() == before


@pytest.mark.parametrize("stream", [None, "terminal", "full"])
def test_a_standard_output_that_takes_nothing_is_named_with_the_cause(two, stream, monkeypatch, capsys):
    class Stream(io.TextIOWrapper):
        def isatty(self) -> bool:
            return stream == "terminal"

        def flush(self) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(sys, "stdout", None if stream is None else Stream(io.BytesIO()))
    assert main(["compare", *two, "--html", "page.html", "--csv", "-"]) == 2
    told = capsys.readouterr().err
    assert {None: "-: is closed", "terminal": "-: is a terminal", "full": "the disk is full"}[stream] in told
    assert Path("page.html").exists() is (stream == "full")


def test_a_report_of_a_workspace_needs_a_file_to_write(kept, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["report", kept])
    assert ended.value.code == 2
    assert "--pdf" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["missing.crossread", "a.txt"])
def test_what_is_no_workspace_is_named_with_the_cause(two, name, capsys):
    assert main(["report", name, "--pdf", "out.pdf"]) == 2
    assert name in capsys.readouterr().err
    assert not Path("out.pdf").exists()


@pytest.mark.parametrize("target", ["nowhere/out.pdf", "folder"])
def test_a_file_that_cannot_be_written_is_named_with_the_cause(two, target, capsys):
    Path("folder").mkdir()
    assert main(["compare", *two, "--pdf", target]) == 2
    assert target in capsys.readouterr().err


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_an_old_report_stays_where_a_new_one_cannot_be_written(two):
    Path("kept").mkdir()
    old = Path("kept/out.pdf")
    old.write_bytes(b"old")
    Path("kept").chmod(stat.S_IRUSR | stat.S_IXUSR)
    assert main(["compare", *two, "--pdf", str(old)]) == 2
    assert old.read_bytes() == b"old"


def test_a_full_disk_leaves_the_old_report(two, monkeypatch, capsys):
    Path("out.pdf").write_bytes(b"old")

    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert main(["compare", *two, "--pdf", "out.pdf"]) == 2
    assert "the disk is full" in capsys.readouterr().err
    assert Path("out.pdf").read_bytes() == b"old"
    assert [path.name for path in Path().iterdir() if path.suffix == ".part"] == []


def test_every_sort_of_file_has_an_option_but_the_document(two):
    articles = [read(path, article_id=path) for path in two]
    assert interchange(analyse(articles, load()))["format"]
    assert {kind.value for kind in Kind} - {"json", "jsonld"} == set(BEGINS)
