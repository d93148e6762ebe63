"""Whether the chart's own SVG is sound, says what the chart says, and asks for nothing from outside."""

import re
from xml.etree import ElementTree

import pytest

from desktop.core.chart import Mode, Palette, chart, draw, svg
from tests.core.test_chart import NAMES, payment

PALETTE = Palette("#ffffff", "#111111", "#555555", "#cccccc", ("#0072b2", "#b84f00", "#007a58"))
SPACE = "{http://www.w3.org/2000/svg}"


def written(*payments, mode=Mode.MONTHLY, logarithmic=False, names=NAMES, **more):
    text = svg(draw(chart(payments, names), mode, logarithmic=logarithmic), PALETTE, **more)
    return text, ElementTree.fromstring(text)


def texts(root):
    return ["".join(element.itertext()).replace("\u00a0", " ") for element in root.iter(f"{SPACE}text")]


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("logarithmic", [False, True])
def test_every_curve_has_its_colour_and_its_label(mode, logarithmic):
    far, near = payment("a", 120, end="2027-05"), payment("b", 1, end=None)
    text, root = written(far, near, mode=mode, logarithmic=logarithmic, title="The deal", below=("A Ledger, B Wire",))
    assert {"The deal", "A Ledger, B Wire", "stated end", "no end stated"} <= set(texts(root))
    labels = [label for label in texts(root) if label[:3] in ("A  ", "B  ")]
    assert len(labels) == 2
    assert all(text.count(f'stroke="{colour}"') >= 1 for colour in PALETTE.series[:2])
    assert "stroke-dasharray" not in text
    assert "nan" not in text
    assert "inf" not in text


def test_two_curves_of_one_source_have_its_colour_and_differ_in_pattern():
    text, _ = written(payment("b"), payment("b", 50))
    assert text.count("stroke-dasharray") == 1
    assert PALETTE.series[0] not in text
    assert text.count(f'stroke="{PALETTE.series[1]}"') == 2


def test_it_can_be_read_out():
    _, root = written(payment("a"), title="The deal")
    assert root.find(f"{SPACE}title").text == "The deal"
    assert "A  $100" in root.find(f"{SPACE}desc").text
    ids = {root.find(f"{SPACE}{part}").get("id") for part in ("title", "desc")}
    assert set(root.get("aria-labelledby").split()) == ids
    assert root.get("role") == "img"


def test_two_pictures_of_one_page_have_ids_of_their_own():
    (first, _), (second, root) = written(payment("a"), name="chart-month"), written(payment("a"), name="chart-sum")
    assert not set(re.findall(r' id="([^"]+)"', first)) & set(re.findall(r' id="([^"]+)"', second))
    assert root.get("aria-labelledby") == "chart-sum-title chart-sum-desc"


def test_it_asks_for_nothing_from_outside():
    text, root = written(payment("a", ramp=("2026-05", "2026-06")))
    assert not re.search(r"href|url\(|@import|<script|<image|<style", text)
    assert {element.tag for element in root.iter()} <= {
        SPACE + tag for tag in ("svg", "title", "desc", "rect", "path", "text", "g")
    }


def test_names_are_words_and_not_markup():
    text, root = written(payment("a"), names={"a": 'A & <b>"\x07</b>'}, title="<Deal> & Co")
    assert 'A & <b>" </b>  $100' in texts(root)
    assert "<b>" not in text


def test_it_is_the_same_every_time_and_has_the_size_asked_for():
    first, root = written(payment("a"), width=500, height=300)
    assert first == written(payment("a"), width=500, height=300)[0]
    assert (root.get("width"), root.get("viewBox")) == ("500", "0 0 500 300")


@pytest.mark.parametrize("logarithmic", [False, True])
@pytest.mark.parametrize("mode", list(Mode))
def test_odd_schedules_are_drawn_all_the_same(mode, logarithmic):
    odd = [payment("a", 0), payment("b", end="2026-05"), payment("c", 10**20, start="2026-01", end="2126-01")]
    for payments in (odd, odd[:1], odd[1:2], [payment("a", start=None)]):
        text, root = written(*payments, mode=mode, logarithmic=logarithmic)
        assert "nan" not in text
        assert "inf" not in text
        assert len(texts(root)) > len(payments)


def test_nothing_becomes_an_empty_picture():
    _, root = written()
    assert texts(root) == ["Payments per month"]
