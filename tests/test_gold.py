"""The whole program against articles annotated by hand, where these lie beside the checkout."""

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

FLOORS = {"figure_f1": 0.92, "pair_recall": 0.80, "pair_status_accuracy": 0.90, "diagnosis_accuracy": 0.85}
CEILINGS = {"document_errors": 0, "false_pairs": 0}


@pytest.fixture(scope="module")
def scored(shared: Path, root: Path) -> subprocess.CompletedProcess[str]:
    """What the scorer says of `crossread compare --json`, with all that was missed."""
    command = f"{shlex.quote(sys.executable)} -m desktop compare {{files}} --json"
    limits = [f"--floor={name}={value}" for name, value in FLOORS.items()]
    limits += [f"--ceiling={name}={value}" for name, value in CEILINGS.items()]
    return subprocess.run(
        [sys.executable, shared / "gold" / "score.py", "--run", command, "--misses", *limits],
        cwd=root,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=100,
    )


def test_the_floors_hold(scored: subprocess.CompletedProcess[str]):
    assert scored.returncode == 0, scored.stdout + scored.stderr


def test_every_disagreement_about_the_payment_is_found_with_its_diagnosis(
    scored: subprocess.CompletedProcess[str], shared: Path
):
    gold = json.loads((shared / "gold" / "agreements.json").read_text(encoding="utf-8"))["attributes"]
    wanted = {
        f"{pair['a']} / {pair['b']}"
        for attribute, group in gold.items()
        for pair in group["pairs"]
        if attribute.startswith("payment") and pair["status"] == "conflict"
    }
    assert wanted, "the gold names no disagreement about a payment: has its form changed?"
    missed = re.findall(r"^- (?:pair missed|pair status|diagnosis): (\S+ / \S+)", scored.stdout, re.MULTILINE)
    assert sorted(wanted.intersection(missed)) == []
