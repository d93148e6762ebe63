"""Whether laying out many reports one after the other, as a preview does, takes no more memory than a few."""

import subprocess
import sys

import pytest

GROWTH = """
from desktop.printing import pages
from tests.reports import large_report

def megabytes():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096 / 1e6

for count in (40, 41):
    pages(large_report(count), "a4", 72)
before = megabytes()
for count in range(42, 50):
    pages(large_report(count), "a4", 72)
print(round(megabytes() - before))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only there does a process read what it takes")
def test_a_document_is_forgotten_once_it_is_made(root):
    done = subprocess.run(
        [sys.executable, "-c", GROWTH], cwd=root, capture_output=True, text=True, check=True, timeout=100
    )
    assert int(done.stdout) < 110
