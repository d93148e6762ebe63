"""Whether long work tells how far it is, and ends where it is told to."""

import pytest

from desktop.core.analysis import analyse
from desktop.core.progress import Stopped, part, reached, watched


def test_nobody_need_watch():
    with part(0, 0.5):
        reached(1, 2)


def test_parts_lead_on_inside_one_another_and_never_back():
    told: list[float] = []
    with watched(told.append):
        with part(0, 0.5):
            reached(1, 2)
            with part(0.5, 1):
                reached(1, 2)
            reached(0, 2)
        reached(3, 4)
        reached(1, 0)  # nothing to do is no step
    reached(1, 1)
    assert told == [0.25, 0.375, 0.375, 0.75]


def test_an_analysis_tells_how_far_it_is(article, lexicon):
    texts = [
        f"Harbour pays Pier ${number} a month. " * 5 + "\nThe wall is 3 miles long, up 10% from 2 miles." * 9
        for number in (12, 120)
    ]
    articles = [article(text, name) for text, name in zip(texts, "ab", strict=True)]
    told: list[float] = []
    with watched(told.append):
        watched_analysis = analyse(articles, lexicon)
    assert told == sorted(told)
    assert 0 < told[0] < 0.2
    assert told[-1] > 0.9
    assert len({round(share, 1) for share in told}) > 4
    assert watched_analysis == analyse(articles, lexicon)


def test_an_analysis_ends_where_it_is_told_to(article, lexicon):
    def stop(share: float) -> None:
        if share > 0.3:
            raise Stopped

    articles = [article("Harbour pays Pier $12 a month. " * 20, name) for name in "ab"]
    with pytest.raises(Stopped), watched(stop):
        analyse(articles, lexicon)
