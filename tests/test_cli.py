"""The terminal: arguments in; lines, a document and an exit status out."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop import __version__
from desktop.__main__ import COMMANDS, main
from desktop.cli import commands
from desktop.cli.arguments import with_plain_files
from desktop.cli.tables import print_comparison, print_figures, summary
from desktop.core.agreement import Status
from desktop.core.analysis import Analysis
from desktop.core.checks import CheckVerdict

MONTHLY = "A rent is agreed\n\nThe Acme Group will pay Globex Holdings $12 million a month until May 2029.\n"
YEARLY = MONTHLY.replace("a month", "a year")
ALIKE = MONTHLY.replace("$12 million a month", "$144 million a year")

Write = Callable[[str, str | bytes], str]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Writes an article into the folder where the command runs, and gives its name."""
    monkeypatch.chdir(tmp_path)

    def written(name: str, text: str | bytes) -> str:
        Path(name).write_bytes(text if isinstance(text, bytes) else text.encode())
        return name

    return written


def run(*arguments: str, **settings: str) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own, as an editor starts it."""
    return subprocess.run(
        [sys.executable, "-m", "desktop", *arguments],
        capture_output=True,
        timeout=60,
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent), **settings},
    )


def test_disagreement_ends_with_1_and_agreement_with_0(write: Write, capsys: pytest.CaptureFixture[str]):
    monthly, yearly, alike = write("a.txt", MONTHLY), write("b.txt", YEARLY), write("c.txt", ALIKE)
    assert main(["compare", monthly, yearly]) == 1
    assert "▲" in capsys.readouterr().out
    assert main(["compare", monthly, alike]) == 0
    assert "▲ 0 conflicts" in capsys.readouterr().out


def test_json_is_the_interchange_document(write: Write, capsys: pytest.CaptureFixture[str]):
    assert main(["compare", write("a.txt", MONTHLY), write("b.txt", YEARLY), "--json"]) == 1
    document = json.loads(capsys.readouterr().out)
    assert document["format"] == "crossread-compare/1"
    assert [(doc["id"], doc["path"]) for doc in document["docs"]] == [("A", "a.txt"), ("B", "b.txt")]
    assert [(pair["status"], pair["diag"][0], pair["ratio"]) for pair in document["pairs"] if pair["diag"]] == [
        ("conflict", "period", 12.0)
    ]


def test_figures_lists_them(write: Write, capsys: pytest.CaptureFixture[str]):
    name = write("a.txt", "\n" + MONTHLY)
    assert main(["figures", name]) == 0
    table = capsys.readouterr().out
    assert "12,000,000 USD per month" in table
    assert "2029-05" in table
    assert main(["figures", name, "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["format"] == "crossread-figures/1"
    assert [figure["value"] for figure in document["figures"]] == [12_000_000, "2029-05"]


def test_a_text_without_figures_says_so(write: Write, capsys: pytest.CaptureFixture[str]):
    name = write("a.txt", "Nothing here is counted.")
    assert main(["figures", name]) == 0
    assert "No figures were found in a.txt." in capsys.readouterr().out
    assert main(["compare", name, write("b.txt", MONTHLY)]) == 0
    assert "No figures were found in a.txt." in capsys.readouterr().out


def test_one_article_twice_is_warned_of(write: Write, capsys: pytest.CaptureFixture[str]):
    name = write("a.txt", MONTHLY)
    assert main(["compare", name, name, "--json"]) == 0
    shown = capsys.readouterr()
    assert "warning: A and B are the same article (a.txt)" in shown.err
    assert json.loads(shown.out)["format"] == "crossread-compare/1"


def test_published_reaches_the_article(write: Write, monkeypatch: pytest.MonkeyPatch):
    seen = []

    def analyse(articles, lexicon):
        seen.extend(articles)
        return Analysis(tuple(articles))

    monkeypatch.setattr(commands, "analyse", analyse)
    files = [write("a.txt", MONTHLY), write("b.txt", YEARLY)]
    assert main(["compare", files[0], "--published", "B=2026-05-20", files[1], "--json"]) == 0
    assert [(article.id, article.published) for article in seen] == [("A", None), ("B", date(2026, 5, 20))]


@pytest.mark.parametrize(
    ("words", "cause"),
    [
        (["compare", "a.txt", "a.txt", "--published", "C=2026-05-20"], "there is no article 'C', only A to B"),
        (["figures", "a.txt", "--published", "B=2026-05-20"], "there is no article 'B', only A"),
        (["compare", "a.txt", "a.txt", "--published", "A=20 May"], "'20 May' is no day; write it as 2026-05-20"),
        (["compare", "a.txt", "a.txt", "--published", "2026-05-20"], "write a letter and a day"),
        (["compare", "a.txt"], "two articles or more"),
        (["compare", "a.txt", "a.txt", "--jsno"], "--jsno"),
        (["compare"], "ARTICLE"),
        (["--size", "big"], "'big' is no size"),
        (["--theme", "blue"], "blue"),
        (["--screenshot", "out.png", "--published", "A=2026-05-20"], "and none was named"),
        (["--screenshot", "out.png", "--pair", "A", "Z"], "--pair A Z: the articles are called A, B, C, D, E"),
        (["--screenshot", "out.png", "--pair", "A", "Z", "a.txt"], "--pair A Z: the articles are called A"),
    ],
)
def test_a_slip_in_the_arguments_is_named(
    write: Write, capsys: pytest.CaptureFixture[str], words: list[str], cause: str
):
    write("a.txt", MONTHLY)
    with pytest.raises(SystemExit) as end:
        main(words)
    assert end.value.code == 2
    assert cause in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "data", "cause"),
    [
        ("gone.txt", None, "there is no such file"),
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\r\n ", "nothing but white space"),
        ("paper.pdf", b"%PDF-1.7\n\xe2\xe3", "a PDF document"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0", "a PNG picture"),
        ("zeros.txt", bytes(1000), "binary data"),
        ("wild.txt", b"$5 \x81\x8d\x8f\x90", "cannot be decoded"),
        (".", None, "is a folder"),
    ],
)
@pytest.mark.parametrize("command", [["compare", "good.txt"], ["figures"]])
def test_bad_input_is_one_line_and_status_2(
    write: Write, capsys: pytest.CaptureFixture[str], command: list[str], name: str, data: bytes | None, cause: str
):
    write("good.txt", MONTHLY)
    if data is not None:
        write(name, data)
    assert main([*command, name]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith(f"crossread: {name}: ")
    assert cause in shown.err
    assert shown.err.count("\n") == 1


@pytest.mark.parametrize(
    "text",
    [
        "🚀 $5 million\U0001f4b8",
        "\u2067$5 million\u2069 \u202e",
        "$5\0 million",
        "one $5 million\rtwo 7 days\r",
        "[bold]$5 million[/]",
    ],
)
def test_odd_characters_are_read_and_do_not_reach_the_terminal(
    write: Write, capsys: pytest.CaptureFixture[str], text: str
):
    name = write("a.txt", text)
    assert main(["figures", name, "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    for figure in document["figures"]:
        assert text[figure["start"] : figure["end"]] == figure["text"]
    assert main(["compare", name, write("b.txt", MONTHLY)]) in (0, 1)
    shown = capsys.readouterr().out.replace("\n", "")
    assert shown.isprintable()


def test_what_nobody_foresaw_is_one_line(
    write: Write, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    def fail(article, lexicon):
        raise LookupError("no such\nthing")

    monkeypatch.setattr(commands, "find_figures", fail)
    monkeypatch.delenv("CROSSREAD_DEBUG", raising=False)
    name = write("a.txt", MONTHLY)
    assert main(["figures", name]) == 2
    assert capsys.readouterr().err == (
        "crossread: figures failed: LookupError: no such thing (CROSSREAD_DEBUG=1 shows where)\n"
    )
    monkeypatch.setenv("CROSSREAD_DEBUG", "1")
    with pytest.raises(LookupError):
        main(["figures", name])


def test_the_table_fits_80_columns_without_colour_codes(deal: Analysis):
    out = io.StringIO()
    print_comparison(deal, out)
    lines = out.getvalue().splitlines()
    assert max(map(len, lines)) <= 80
    assert "\x1b" not in out.getvalue()
    assert [
        line for line in lines if line in ("Between the articles", "Inside one article", "Arithmetic", "Payments")
    ] == [
        "Between the articles",
        "Inside one article",
        "Arithmetic",
        "Payments",
    ]
    assert "A  Ledger: Rent" in lines
    assert "B  b: Rent" in lines


def test_payments_are_rounded_and_nobody_is_called_unnamed(write: Write, capsys: pytest.CaptureFixture[str]):
    text = "The striker signed a contract worth £7.28 million over one year."
    paths = [str(write(f"{name}.txt", text)) for name in "ab"]
    assert main(["compare", *paths]) == 0
    told = capsys.readouterr().out
    assert "606,667 GBP" in " ".join(told.split())
    assert "unnamed" not in told
    assert "606,666" not in told


def test_a_terminal_that_knows_only_ascii_gets_ascii(deal: Analysis):
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="ascii")  # strict: anything else would raise
    print_comparison(deal, out)
    print_figures(deal.articles[1], deal.figures[2:], out)
    out.flush()
    shown = raw.getvalue().decode("ascii")
    assert "! " in shown
    assert "12 USD per year" in shown


def test_the_summary_counts(deal: Analysis):
    assert summary(deal) == (
        "2 articles, 5 figures. Topics in two articles or more: ▲ 1 conflict, ≈ 0 close, ≡ 0 equivalent, ✓ 0 agree. "
        "1 contradiction inside one article. 0 calculations wrong."
    )


@pytest.mark.parametrize(
    ("keep_pairs", "keep_internal", "verdict", "status"),
    [
        (True, False, CheckVerdict.OK, 1),
        (False, True, CheckVerdict.OK, 1),
        (False, False, CheckVerdict.WRONG, 1),
        (False, False, CheckVerdict.LOOSE, 0),
    ],
)
def test_each_kind_of_disagreement_ends_with_1(
    write: Write,
    deal: Analysis,
    monkeypatch: pytest.MonkeyPatch,
    keep_pairs: bool,
    keep_internal: bool,
    verdict: CheckVerdict,
    status: int,
):
    (comparison,) = deal.comparisons
    agreeing = tuple(replace(pair, status=Status.AGREE, diagnoses=()) for pair in comparison.pairs)
    changed = replace(
        comparison,
        pairs=comparison.pairs if keep_pairs else agreeing,
        internal=comparison.internal if keep_internal else (),
    )
    analysis = replace(deal, comparisons=(changed,), checks=(replace(deal.checks[0], verdict=verdict),))
    monkeypatch.setattr(commands, "analyse", lambda articles, lexicon: analysis)
    assert main(["compare", write("a.txt", MONTHLY), write("b.txt", YEARLY), "--json"]) == status


def test_a_file_with_the_name_of_a_command_is_reached_by_its_path(write: Write, capsys: pytest.CaptureFixture[str]):
    write("compare", MONTHLY)
    assert main(["figures", "./compare", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["docs"][0]["path"] == "./compare"


def test_every_command_is_reached():
    assert set(COMMANDS) == set(commands.COMMANDS)


def test_the_version(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as end:
        main(["--version"])
    assert end.value.code == 0
    assert capsys.readouterr().out == f"crossread {__version__}\n"


def test_what_the_window_is_asked_for(write: Write, monkeypatch: pytest.MonkeyPatch):
    from desktop.shell import app

    asked = []
    monkeypatch.setattr(app, "run", lambda files, **wanted: asked.append((files, wanted)) or 0)
    write("compare", MONTHLY)
    words = [
        "./compare",
        "--screenshot",
        "out.png",
        "--theme",
        "dark",
        "--size",
        "1280x720",
        "--pair",
        "B",
        "A",
        "--language",
        "de",
        "b.txt",
    ]
    assert main([*words, "--published", "B=2026-05-20"]) == 0
    assert asked == [
        (
            [Path("compare"), Path("b.txt")],
            {
                "screenshot": Path("out.png"),
                "theme": "dark",
                "size": (1280, 720),
                "pair": ("B", "A"),
                "published": {"B": date(2026, 5, 20)},
                "language": "de",
                "places": None,
            },
        )
    ]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there always is a display")
def test_without_a_display_the_window_is_not_tried(write: Write):
    hidden = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    done = run(write("a.txt", MONTHLY), **hidden)
    assert done.returncode == 2
    assert b"there is no display" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="needs a closed pipe as Unix has it")
def test_a_closed_pipe_ends_quietly(write: Write):
    write("a.txt", MONTHLY * 2000)
    with subprocess.Popen(
        [sys.executable, "-m", "desktop", "figures", "a.txt"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 141


def test_an_interrupt_ends_quietly(write: Write, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):
    def interrupted(article, lexicon):
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "find_figures", interrupted)
    assert main(["figures", write("a.txt", MONTHLY)]) == 130
    assert capsys.readouterr() == ("", "")


def test_the_terminal_loads_neither_qt_nor_data_frames(write: Write):
    arguments = ["compare", write("a.txt", MONTHLY), write("b.txt", YEARLY), "--json"]
    code = (
        f"import sys; from desktop.__main__ import main; main({arguments!r}); "
        "print(sorted({name.partition('.')[0] for name in sys.modules} & "
        "{'PySide6', 'shiboken6', 'pandas', 'numpy', 'rich', 'charset_normalizer'}), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)},
    )
    assert done.stderr.decode().strip() == "[]"


def test_behind_two_dashes_all_are_files():
    assert with_plain_files(["--json", "--", "-x.txt", "y.txt"]) == ["--json", "./-x.txt", "y.txt"]
    assert with_plain_files(["-x.txt", "y.txt"]) == ["-x.txt", "y.txt"]
