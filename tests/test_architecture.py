"""The floors of the house hold, and the repository says nothing that belongs elsewhere."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

# In two parts each, so that this file does not name them either.
HOSTS = ["pypi" + ".org", "python" + "hosted.org", "npmjs" + ".org", "deb.debian" + ".org", "crates" + ".io"]

SOURCES = sorted(Path(__file__).parent.parent.glob("desktop/**/*.py"))


@pytest.fixture(scope="module")
def kept(root: Path) -> list[Path]:
    """The files that git keeps."""
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, check=True, timeout=30)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this is no git checkout, so nobody can say which files are kept")
    return [root / name for name in listed.stdout.decode().split("\0") if name and (root / name).is_file()]


def test_calls_run_downward_only(root: Path):
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.as_posix().rpartition("desktop/")[2])
def test_a_module_says_what_it_knows_and_joins_no_paths_to_itself(path: Path):
    source = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(source)), "a module's docstring says what it knows"
    if path.name != "resources.py":
        assert "__file__" not in source, "desktop.files.resources is the one door to shipped files"


def test_no_kept_file_names_a_registry(kept: list[Path]):
    found = [
        f"{path.name}: {host}"
        for path in kept
        for host in HOSTS
        if host.encode() in path.read_bytes() and path != Path(__file__)
    ]
    assert found == []


@pytest.mark.parametrize("name", ["requirements.lock", "build_spec/pip.lock"])
def test_every_locked_package_is_pinned_and_hashed(root: Path, name: str):
    text = (root / name).read_text(encoding="utf-8").replace("\\\n", " ")
    rows = [row for line in text.splitlines() if (row := line.partition("#")[0].strip())]
    assert rows
    for row in rows:
        assert re.match(r"[a-z0-9-]+==[^\s;]+(?: ; .*?)?\s+--hash=sha256:[0-9a-f]{64}\b", row), row
        assert "://" not in row


def test_the_lock_has_what_the_project_asks_for(root: Path):
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    locked = dict(
        re.findall(r"^([a-z0-9-]+)==(\S+)", (root / "requirements.lock").read_text(encoding="utf-8"), re.MULTILINE)
    )
    for requirement in project["dependencies"] + project["optional-dependencies"]["dev"]:
        name, exact = re.match(r"([A-Za-z0-9_-]+)(?:==(\S+))?", requirement).groups()
        version = locked.get(name.lower().replace("_", "-"))
        assert version, f"{name} is not locked: make lock"
        assert exact in (None, version), f"{name} is locked at {version}: make lock"


def test_the_versions_that_qt_and_its_plots_need_are_exact(root: Path):
    dependencies = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    assert {"PySide6_Essentials==6.10.3", "pyqtgraph==0.14.0"} <= set(dependencies)
