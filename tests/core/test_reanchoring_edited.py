"""Whether the figures of real articles are found again after edits by rules: 200 texts, each figure counted."""

import random
from collections import Counter
from pathlib import Path

from desktop.core.anchors import anchor_at
from desktop.core.figures import find_figures
from desktop.core.reanchoring import Reanchoring, Way
from desktop.core.reanchoring.sameness import are_same_figure
from desktop.core.text import Article
from desktop.core.tokens import sentences
from desktop.files.lexicon import load
from tests.core.edited import Edited, edited

TESTS = Path(__file__).resolve().parent.parent
PATHS = sorted((*TESTS.parent.glob("corpus/*/*.txt"), *TESTS.glob("news/*/*.txt")))
TEXTS = 200
COUNTS = {
    "found": 4983,
    "in place": 2046,
    "elsewhere": 2824,
    "reworded": 113,
    "lost": 225,
    "rightly lost": 225,
}
"""What becomes of the figures of these texts with this seed; other articles in the corpus make others."""


def outcomes(made: Edited) -> Counter[str]:
    """What became of each figure: found, or rightly lost; everything else is wrong."""
    lexicon, told = load(), Counter[str]()
    index = Reanchoring(made.old, made.new, lexicon)
    now = {figure.span: figure for figure in find_figures(made.new, lexicon)}
    for number, figure in enumerate(made.figures):
        found = index.find(anchor_at(made.old.id, figure.span, made.old.text), exactly=True)
        true = made.places.get(number)
        here = now.get(true) if true is not None else None
        stands = here is not None and are_same_figure(figure, made.old.text, here, made.new.text)
        told[found.way.value] += 1
        if found.way is Way.LOST:
            told["missed" if stands else "rightly lost"] += 1
        else:
            told["found" if stands and found.anchor.span == true else "on another figure"] += 1
    return told


def test_every_unchanged_figure_is_found_and_no_note_gets_on_a_changed_one(capsys):
    lexicon = load()
    texts = [Article(path.stem, "", path.read_text(encoding="utf-8"), path.stem) for path in PATHS]
    others = [span.of(one.text) for one in texts for span in sentences(one.text, lexicon.abbreviations)]
    chance = random.Random(5)
    total, edits = Counter[str](), Counter[str]()
    for number in range(TEXTS):
        made = edited(texts[number % len(texts)], others, lexicon, chance)
        edits.update(made.edits)
        total.update(outcomes(made))
    with capsys.disabled():
        print(f"\n  {TEXTS} texts, edits {dict(sorted(edits.items()))}\n  figures {dict(sorted(total.items()))}")
    assert total["on another figure"] == 0
    assert total["missed"] == 0
    assert set(edits) == {"insert", "insert_twin", "delete", "move", "reword", "change"}
    assert {name: count for name, count in total.items() if count} == COUNTS
