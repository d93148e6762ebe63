"""Whether the labels at the curves' ends can all be read, or are said to be left out."""

import pytest

from desktop.core.chart import chart, draw, label_width, labels
from tests.core.test_chart import NAMES, payment
from tests.core.test_chart_saying import figure

LINE = 16


def placed(amounts, height=200, room=300, **more):
    names = NAMES | {str(number): f"N{number}" for number in range(40)}
    payments = [payment(str(number), amount) for number, amount in enumerate(amounts)]
    return labels(draw(chart(payments, names, most=None)), height, LINE, room, label_width, **more)


@pytest.mark.parametrize("amounts", [(1,), (1, 2, 3), (100, 101, 102, 103), (5,) * 3 + (6,) * 3, tuple(range(1, 40))])
@pytest.mark.parametrize("height", [40, 150, 400])
def test_none_stands_over_another_or_outside(amounts, height):
    found = placed(amounts, height)
    places = [label.place for label in found]
    assert found
    assert places == sorted(places)
    assert all(LINE / 2 <= place <= height - LINE / 2 for place in places)
    assert all(second - first >= LINE - 0.001 for first, second in zip(places, places[1:], strict=False))


def test_those_for_which_there_is_no_room_are_counted():
    found = placed(range(1, 11), height=5 * LINE)
    assert [label.text.split()[0] for label in found] == ["N3", "N2", "N1", "N0", "and"]
    assert found[-1].text == "and 6 more"
    assert "N9  $10" in found[-1].tip
    assert found[-1].curve is None


def test_the_amount_goes_first_where_the_width_is_short():
    assert [label.text for label in placed((1500,), room=90)] == ["N0  $1,500"]
    assert [label.text for label in placed((1500,), room=30)] == ["N0"]
    assert [label.text for label in placed((5 * 10**9, 10**7), room=85)] == ["N0  $5 bn", "N1  $10 m"]
    assert [label.text for label in placed((1500,), room=17)] == ["…"]


def test_the_sign_of_the_other_way_round_stays_to_the_last():
    schedules = [payment("a", payer="Acme", payee="Bolt"), payment("b", payer="Bolt", payee="Acme")]
    for name, room, expected in [
        ("Wire", 300, "Wire ↔  $100"),
        ("Wire", 60, "Wire ↔"),
        ("A long name", 60, "A lon… ↔"),
    ]:
        drawing = draw(chart(schedules, {"a": "A", "b": name}))
        assert [label.text for label in labels(drawing, 200, LINE, room, label_width)][-1] == expected


def test_the_chosen_curves_are_named_first():
    chosen = [figure("N"), figure("M")]
    schedules = [payment(str(n), n, figures=(figure(str(n)),)) for n in range(1, 11)]
    schedules += [
        payment(one.article, 90, end=None if n else "2027-01", figures=(one,)) for n, one in enumerate(chosen)
    ]
    drawing = draw(chart(schedules, NAMES, most=None))
    found = labels(drawing, 3 * LINE, LINE, 300, label_width, chosen)
    assert [label.text for label in found] == ["N  $90", "M  $90", "and 10 more"]


def test_a_label_away_from_its_end_is_led_there():
    alone, together = placed((1,)), placed((100, 100.5))
    assert not alone[0].is_moved
    assert [label.is_moved for label in together] == [True, True]
