"""The engine pairs the figures of many sorts of news, and seldom pairs what does not belong together."""

import json
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from desktop.core.analysis import analyse
from desktop.core.text import Article
from desktop.files.articles import read_case
from desktop.files.lexicon import load
from tests.pooled import Pooled, pool_events, pool_sentences, summed
from tests.scoring import place_of

TESTS = Path(__file__).resolve().parent
CORPUS, NEWS = TESTS.parent / "corpus", TESTS / "news"
SENTENCES = NEWS / "sentences.json"


@cache
def _events() -> dict[str, Pooled]:
    return pool_events([CORPUS, NEWS])


def test_most_expected_pairs_are_found_and_few_others():
    total = summed(_events().values())
    assert total.precision >= 0.93
    assert total.recall >= 0.81
    assert total.right_share >= 0.81


def test_a_reported_conflict_is_one():
    total = summed(_events().values())
    assert total.conflict_precision >= 0.87
    assert total.conflict_recall >= 0.55


def test_what_must_not_be_paired_hardly_ever_is():
    total = summed(_events().values())
    assert total.joined <= 0.03 * total.negatives


def test_no_event_is_read_badly():
    assert {name: result.f1 for name, result in _events().items() if result.f1 < 0.6} == {}


def test_single_sentences_are_paired():
    total = pool_sentences(SENTENCES)
    assert total.precision >= 0.92
    assert total.recall >= 0.86
    assert total.conflict_precision >= 0.76
    assert total.conflict_recall >= 0.76


def _told(articles):
    """The places of each pair, whichever article comes first, and what sets the two at odds."""
    analysis = analyse(articles, load())
    return {
        (frozenset((claim.article, claim.figure.span) for claim in (pair.a, pair.b)), pair.diagnoses)
        for pair in (*analysis.pairs, *analysis.internal)
    }


def test_which_article_comes_first_changes_no_pair():
    cases = [
        [Article(id=letter, title="", text=text, sha256=text) for letter, text in expected["texts"].items()]
        for expected in json.loads(SENTENCES.read_text(encoding="utf-8"))
    ]
    for path in sorted((*CORPUS.glob("*/expected.json"), *NEWS.glob("*/expected.json"))):
        cases += [list(two) for two in combinations(read_case(path.parent).articles, 2)]
    for articles in cases:
        assert _told(articles) == _told(articles[::-1]), [article.text[:60] for article in articles]


@pytest.mark.parametrize("path", sorted(NEWS.glob("*/expected.json")), ids=lambda path: path.parent.name)
def test_every_label_stands_in_its_text(path):
    expected = json.loads(path.read_text(encoding="utf-8"))
    texts = {letter: (path.parent / name).read_text(encoding="utf-8") for letter, name in expected["articles"].items()}
    _assert_labels(expected, texts)


def test_every_label_stands_in_its_sentence():
    for expected in json.loads(SENTENCES.read_text(encoding="utf-8")):
        _assert_labels(expected, expected["texts"])


def _assert_labels(expected, texts):
    ids = [entry["id"] for entry in expected["figures"]]
    assert len(ids) == len(set(ids))
    for entry in expected["figures"]:
        assert place_of(texts[entry["doc"]], entry["text"], entry["nth"]) is not None, entry
    for pair in (*expected["pairs"], *expected["negatives"]):
        assert {pair["a"], pair["b"]} <= set(ids), pair
