"""Which place of one text is opposite a place of another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.core.steps import Steps, forward

PLACES = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=12)


@pytest.mark.parametrize(
    ("pairs", "chain"),
    [
        ([], []),
        ([(5, 9)], [(5, 9)]),
        ([(1, 1), (2, 2), (3, 3)], [(1, 1), (2, 2), (3, 3)]),
        ([(3, 3), (1, 1), (2, 2)], [(1, 1), (2, 2), (3, 3)]),
        ([(1, 9), (2, 2), (3, 3)], [(2, 2), (3, 3)]),  # the first crosses two
        ([(1, 1), (1, 5), (1, 7)], [(1, 1)]),  # one place has one place opposite
        ([(1, 4), (2, 4), (3, 4)], [(3, 4)]),
    ],
)
def test_the_longest_chain_that_goes_forward_is_kept(pairs, chain):
    assert forward(pairs) == chain


@given(PLACES)
def test_no_chain_is_longer(pairs):
    best = {}
    for pair in sorted(pairs):
        best[pair] = 1 + max((best[one] for one in best if one[0] < pair[0] and one[1] < pair[1]), default=0)
    chain = forward(pairs)
    assert len(chain) == max(best.values(), default=0)
    assert all(one[0] < other[0] and one[1] < other[1] for one, other in zip(chain, chain[1:], strict=False))


@pytest.mark.parametrize(
    ("anchors", "lengths", "side", "place", "opposite"),
    [
        ([], (100, 300), 0, 50, 150),  # without anchors by share of the length
        ([], (100, 300), 1, 150, 50),
        ([], (100, 300), 0, 0, 0),
        ([], (100, 300), 0, 100, 300),
        ([], (100, 300), 0, 500, 300),  # beyond the end
        ([], (0, 300), 0, 0, 0),
        ([], (100, 0), 0, 50, 0.5),
        ([(20, 200)], (100, 300), 0, 20, 200),
        ([(20, 200)], (100, 300), 1, 200, 20),
        ([(20, 200)], (100, 300), 0, 10, 100),
        ([(20, 200)], (100, 300), 0, 60, 250),
        ([(20, 200), (40, 210)], (100, 300), 0, 30, 205),
        ([(20, 200), (40, 210), (60, 30)], (100, 300), 0, 60, 240),  # the third crosses
        ([(0, 80)], (100, 300), 0, 50, 150),  # nothing can be in step with the very beginning but the beginning
        ([(100, 80)], (100, 300), 0, 50, 150),
    ],
)
def test_the_place_opposite(anchors, lengths, side, place, opposite):
    assert Steps(anchors, lengths).across(side, place) == pytest.approx(opposite)


@given(PLACES, st.integers(0, 1))
def test_who_reads_on_never_goes_back_on_the_other_side(pairs, side):
    steps = Steps(pairs, (50, 55))
    opposite = [steps.across(side, place) for place in range(51)]
    assert opposite == sorted(opposite)
    assert 0 <= opposite[0] <= opposite[-1] <= 55
