"""Pools the pairs of many events: `python -m tests.pooled corpus tests/news --sentences tests/news/sentences.json`.

What is reported is held against what is expected by fact, whichever mention was taken. A pair between facts that are
optional figures, or in no fact at all, counts neither for nor against, unless it is a declared negative.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from desktop.core.agreement import compare_all
from desktop.core.claims import Claim, read_claims
from desktop.core.lexicon import Lexicon
from desktop.core.text import Article
from desktop.files.articles import read_case
from desktop.files.lexicon import load
from tests.scoring import Entry, Fact, Link, place_of, read_expected


@dataclass(slots=True)
class Pooled:
    """Counts over all events. found: expected pairs that were reported; stray: reported ones that were not expected.

    right: found with a status that is accepted. conflicts: expected conflicts; told: those reported as conflicts.
    alarms: reported conflicts; true_alarms: those that are some. joined: declared negatives that were paired.
    """

    found: int = 0
    missed: int = 0
    stray: int = 0
    right: int = 0
    conflicts: int = 0
    told: int = 0
    alarms: int = 0
    true_alarms: int = 0
    negatives: int = 0
    joined: int = 0

    def __iadd__(self, other: "Pooled") -> "Pooled":
        for each in fields(self):
            setattr(self, each.name, getattr(self, each.name) + getattr(other, each.name))
        return self

    @property
    def precision(self) -> float:
        """The share of reported pairs that were expected."""
        return self.found / max(1, self.found + self.stray)

    @property
    def recall(self) -> float:
        """The share of expected pairs that were reported."""
        return self.found / max(1, self.found + self.missed)

    @property
    def f1(self) -> float:
        """Of the two."""
        return 2 * self.precision * self.recall / max(1e-9, self.precision + self.recall)

    @property
    def right_share(self) -> float:
        """The share of expected pairs that were reported with the right status."""
        return self.right / max(1, self.found + self.missed)

    @property
    def conflict_precision(self) -> float:
        """The share of reported conflicts that are some."""
        return self.true_alarms / max(1, self.alarms)

    @property
    def conflict_recall(self) -> float:
        """The share of expected conflicts that were reported as conflicts."""
        return self.told / max(1, self.conflicts)

    def line(self, name: str) -> str:
        """All of it on a line."""
        return (
            f"{name:20} P {self.precision:.2f}  R {self.recall:.2f}  F1 {self.f1:.2f}  right {self.right_share:.2f}  "
            f"conflicts P {self.conflict_precision:.2f} ({self.alarms})  "
            f"R {self.conflict_recall:.2f} ({self.conflicts})  negatives {self.joined}/{self.negatives}"
        )


def pool(expected: Entry, articles: Sequence[Article], lexicon: Lexicon) -> Pooled:
    """The counts of one event. expected: as in expected.json; articles: in the order of its letters."""
    letters = dict(zip((article.id for article in articles), expected["articles"], strict=True))
    texts = dict(zip(expected["articles"], articles, strict=True))
    entries = {entry["id"]: entry for entry in expected["figures"]}
    spans = {name: place_of(texts[e["doc"]].text, e["text"], e["nth"]) for name, e in entries.items()}
    optional = {(entry["doc"], entry["key"]) for entry in entries.values() if entry["optional"]}

    def link(pair: Entry) -> Link:
        one, other = entries[pair["a"]], entries[pair["b"]]
        return frozenset(((one["doc"], one["key"]), (other["doc"], other["key"])))

    def facts(claim: Claim) -> set[Fact]:
        letter, span = letters[claim.article], claim.figure.span
        found = {
            (letter, entry["key"])
            for name, entry in entries.items()
            if entry["doc"] == letter and (at := spans[name]) and at.start < span.end and span.start < at.end
        }
        return found or {(letter, "")}

    claims = {article.id: read_claims(article, lexicon) for article in articles}
    reported: dict[Link, set[str]] = defaultdict(set)
    for comparison in compare_all(articles, claims, lexicon):
        for pair in comparison.pairs:
            for one in facts(pair.a):
                for other in facts(pair.b):
                    reported[frozenset((one, other))].add(pair.status.value)
    wanted: dict[Link, Entry] = {link(pair): pair for pair in reversed(expected["pairs"])}
    negatives = {link(pair) for pair in expected["negatives"]} - set(wanted)
    result = Pooled(negatives=len(negatives), joined=len(negatives & set(reported)))
    for key, entry in wanted.items():
        if entry.get("optional"):
            continue
        statuses, is_conflict = reported.get(key, set()), entry["status"] == "conflict"
        result.found += bool(statuses)
        result.missed += not statuses
        result.right += bool(statuses & set(entry.get("accept", [entry["status"]])))
        result.conflicts += is_conflict
        result.told += is_conflict and "conflict" in statuses
    for key, statuses in reported.items():
        known = wanted.get(key)
        if known is None:
            if key not in negatives and any(fact in optional or not fact[1] for fact in key):
                continue
            result.stray += 1
        if "conflict" in statuses and not (known and known.get("optional")):
            result.alarms += 1
            result.true_alarms += known is not None and "conflict" in known.get("accept", [known["status"]])
    return result


def pool_events(folders: Iterable[Path]) -> dict[str, Pooled]:
    """The counts of each event among some folders of events."""
    lexicon = load()
    found = {}
    for path in sorted(path for folder in folders for path in Path(folder).glob("**/expected.json")):
        expected = read_expected(path.parent)
        by_file = {article.id: article for article in read_case(path.parent).articles}
        articles = [by_file[Path(name).stem] for name in expected["articles"].values()]
        found[path.parent.name] = pool(expected, articles, lexicon)
    return found


def pool_sentences(path: Path) -> Pooled:
    """The counts over pairs of single sentences; `path`: a list of expectations, each with its `texts` by letter."""
    lexicon, total = load(), Pooled()
    for expected in json.loads(path.read_text(encoding="utf-8")):
        articles = [Article(id=letter, title="", text=text, sha256=text) for letter, text in expected["texts"].items()]
        total += pool({**expected, "articles": expected["texts"]}, articles, lexicon)
    return total


def summed(parts: Iterable[Pooled]) -> Pooled:
    """Several counts as one."""
    total = Pooled()
    for part in parts:
        total += part
    return total


def main() -> None:
    """Prints a line for each event, and one for all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, help="folders of events")
    parser.add_argument("--sentences", type=Path, help="a file of single sentences")
    arguments = parser.parse_args()
    events = pool_events(arguments.folders)
    for name, result in events.items():
        print(result.line(name))
    if events:
        print(summed(events.values()).line("all events"))
    if arguments.sentences:
        print(pool_sentences(arguments.sentences).line("sentences"))


if __name__ == "__main__":
    main()
