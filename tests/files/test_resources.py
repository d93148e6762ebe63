"""One door to shipped files, in the source tree and in an installed package."""

from pathlib import Path

import pytest

from desktop.files.errors import FileTrouble
from desktop.files.resources import bundled_case, resource, shipped_root


def test_the_source_tree_holds_them_beside_the_package(root: Path):
    assert shipped_root() == root
    assert resource("lexicon") == root / "resources" / "lexicon"


def test_an_installed_package_holds_them_inside(tmp_path: Path):
    package = tmp_path / "desktop"
    (package / "shipped" / "resources" / "icons").mkdir(parents=True)
    (package / "shipped" / "corpus" / "compute-deal").mkdir(parents=True)
    (tmp_path / "resources").mkdir()  # somebody else's, beside the package
    shipped = shipped_root(package)
    assert resource("icons", root=shipped) == package / "shipped" / "resources" / "icons"
    assert bundled_case(root=shipped) == package / "shipped" / "corpus" / "compute-deal"


def test_a_missing_one_is_named(tmp_path: Path):
    with pytest.raises(FileTrouble, match="belongs to Crossread and is missing"):
        resource("no-such-file", root=tmp_path)
