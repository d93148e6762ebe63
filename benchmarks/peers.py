"""Runs other finders of figures on the same text, where they are installed (`pip install -e .[peers]`).

Each is given the text line by line, because that is what it is quickest on, and all of what it can find that Crossread
finds too. What they find is not compared: they know other sorts of figures, and none knows what a figure is about.
"""

import importlib
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

Finder = Callable[[str], Any]


def _quantulum3() -> Finder:
    parse: Finder = importlib.import_module("quantulum3.parser").parse
    return parse


def _duckling() -> Finder:
    # The package starts Java as JPype once did; as JPype is now, texts would not come back as Python's.
    jpype = importlib.import_module("jpype")
    wrapper = importlib.import_module("duckling")
    jars = sorted(str(jar) for jar in Path(str(wrapper.__file__)).parent.glob("jars/*.jar"))
    jpype.startJVM(classpath=jars, convertStrings=True)
    found = wrapper.Duckling(jvm_started=True)
    found.load(languages=["en"])
    parse: Finder = found.parse
    return parse


def _recognizers() -> Finder:
    suite = importlib.import_module("recognizers_suite")
    sorts = ("number", "ordinal", "percentage", "currency", "dimension", "age", "temperature", "datetime")
    found = [getattr(suite, f"recognize_{sort}") for sort in sorts]
    return lambda text: [each(text, suite.Culture.English) for each in found]


PEERS: dict[str, tuple[Callable[[], Finder], int]] = {
    "quantulum3": (_quantulum3, 40_000),
    "duckling (Clojure, by Java)": (_duckling, 20_000),
    "recognizers-text-suite": (_recognizers, 5_000),
}
"""How each is made ready, and how many characters it is given: a few seconds' work."""


def speed(make: Callable[[], Finder], text: str) -> float:
    """Characters a second, the better of two runs, after a short one that is not counted."""
    find = make()
    lines = [line for line in text.splitlines() if line.strip()]
    for line in lines[:3]:
        find(line)
    best = float("inf")
    for _ in range(2):
        start = time.perf_counter()
        for line in lines:
            find(line)
        best = min(best, time.perf_counter() - start)
    return len(text) / best
