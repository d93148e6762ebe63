"""The window paints itself into a file and ends: for the README, for machines without a screen, for smoke tests."""

import importlib.util
import os
import subprocess
import sys

import pytest
from PySide6.QtGui import QColor, QImage

from desktop.core.workspace import Workspace
from desktop.files.articles import read_case
from desktop.files.resources import bundled_case
from desktop.files.workspaces import WorkspaceFile


def picture(path, root, *files: object, theme: str = "light", told: str = "") -> QImage:
    """The picture of a window of its own process; told: what it complains of, which makes its status 2."""
    code = (
        "import sys; from pathlib import Path; from desktop.shell.app import run\n"
        "sys.exit(run([Path(f) for f in sys.argv[3:]], screenshot=Path(sys.argv[1]), theme=sys.argv[2],"
        " size=(1280, 720)))"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code, str(path), theme, *map(str, files)],
        cwd=root,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    said = done.stderr.replace("This plugin does not support propagateSizeHints()\n", "")
    assert done.returncode == (2 if told else 0)
    assert told in said if told else said == ""
    return QImage(str(path))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_bundled_case(tmp_path, root, theme):
    image = picture(tmp_path / "window.png", root, theme=theme)
    assert (image.width(), image.height()) == (1280, 720)
    is_dark = QColor(image.pixel(600, 400)).lightness() < 100
    assert is_dark is (theme == "dark")


def test_a_file_that_is_not_there_still_gives_a_picture(tmp_path, root):
    assert not picture(
        tmp_path / "window.png", root, tmp_path / "missing.txt", told="missing.txt: there is no"
    ).isNull()


def test_a_picture_of_a_workspace_leaves_the_file_as_a_closed_one(tmp_path, root):
    path = tmp_path / "deal.crossread"
    case = read_case(bundled_case())
    WorkspaceFile.create(path, Workspace(case.title, case.articles)).close()
    assert not picture(tmp_path / "window.png", root, path).isNull()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["deal.crossread", "window.png"]


def test_nobody_is_asked_what_to_do_with_a_damaged_workspace(tmp_path, root):
    path = tmp_path / "deal.crossread"
    case = read_case(bundled_case())
    WorkspaceFile.create(path, Workspace(case.title, case.articles)).close()
    path.write_bytes(path.read_bytes()[:5000])
    picture(tmp_path / "window.png", root, path, told=f"{path}: is damaged")


def test_a_picture_that_cannot_be_written_is_told(tmp_path, root):
    assert picture(tmp_path / "nowhere" / "window.png", root, told="cannot be written").isNull()


def test_a_picture_is_in_english_unless_another_language_is_asked_for(tmp_path, root):
    def drawn(name: str, *more: str) -> QImage:
        path = tmp_path / name
        done = subprocess.run(
            [sys.executable, "-W", "error", "-m", "desktop", "--screenshot", str(path), "--size", "1280x720", *more],
            cwd=root,
            env={**os.environ, "LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8"},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return QImage(str(path))

    english = picture(tmp_path / "english.png", root)
    assert drawn("asked for nothing.png", "--theme", "light") == english
    assert drawn("asked for german.png", "--theme", "light", "--language", "de") != english


def test_a_picture_reads_and_writes_no_settings(tmp_path, root, monkeypatch):
    kept = tmp_path / "config" / "Crossread" / "preferences.json"
    kept.parent.mkdir(parents=True)
    kept.write_text('{"theme": "dark", "interface_points": 8}', encoding="utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    usual = picture(tmp_path / "with.png", root)
    assert QColor(usual.pixel(600, 400)).lightness() > 100
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "none"))
    assert picture(tmp_path / "without.png", root) == usual
    assert [path.name for path in (tmp_path / "config").rglob("*.*")] == ["preferences.json"]
    assert not (tmp_path / "none").exists()


def test_a_picture_in_few_colours_keeps_the_common_ones(root):
    spec = importlib.util.spec_from_file_location("pictures", root / "build_spec" / "pictures.py")
    pictures = importlib.util.module_from_spec(spec)
    sys.modules["pictures"] = pictures
    spec.loader.exec_module(pictures)
    image = QImage(101, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("#f3f4f6"))
    for number in range(3000):
        image.setPixelColor(number % 101, number // 101, QColor(number % 256, number // 256, 128))
    few = pictures.with_few_colours(image)
    assert few.format() == QImage.Format.Format_Indexed8
    assert few.colorCount() <= 256
    assert few.pixelColor(100, 59) == QColor("#f3f4f6")
    for place in ((0, 0), (50, 20), (100, 10)):
        before, after = image.pixelColor(*place), few.pixelColor(*place)
        assert abs(before.red() - after.red()) + abs(before.blue() - after.blue()) < 40
    assert {scene.name for scene in pictures.SCENES} > {"window", "light", "dark", "guide-matrix"}
