"""Whether the interchange document is the same file from the window and from the terminal."""

import json

from desktop.cli.commands import compare
from desktop.core.analysis import Analysis, analyse
from desktop.exports import interchange, json_bytes
from desktop.files.articles import files_of, read
from desktop.files.lexicon import load


def test_a_row_is_a_line_and_all_is_ascii(deal: Analysis):
    data = json_bytes(deal)
    document = json.loads(data)
    assert document == json.loads(json.dumps(interchange(deal)))
    lines = data.decode("ascii").splitlines()
    assert sum(line.startswith('  {"id": "f') for line in lines) == 5
    assert data.endswith(b"}\n")


def test_the_terminal_prints_that_file(root, capsys, monkeypatch):
    monkeypatch.chdir(root)
    compare(["corpus/compute-deal", "--json"])
    files = files_of("corpus/compute-deal")
    analysis = analyse([read(path, article_id=letter) for path, letter in zip(files, "ABCDE", strict=True)], load())
    assert capsys.readouterr().out.encode() == json_bytes(analysis)
