"""Whether notes keep their order, and what is noted where is known from one edit to the next."""

from dataclasses import replace
from random import Random

import pytest

from desktop.core.anchors import Anchor
from desktop.core.annotations import Annotation, Noted, Reply, differences, in_order, with_annotation
from desktop.core.text import Span

A, B = Anchor("x", Span(0, 4), "four"), Anchor("x", Span(2, 9), "longer")
FAR = Anchor("y", Span(2, 9), "another")


def note(name: str, *anchors: Anchor, **more: object) -> Annotation:
    return Annotation(anchors or (A,), name, id=name, at=more.pop("at", f"2026-11-{name:0>2}"), **more)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "", ("", "")),
        ("abc", "abc", ("", "")),
        ("abc", "axc", ("b", "x")),
        ("abc", "abxc", ("", "x")),
        ("abc", "ac", ("b", "")),
        ("aaa", "aa", ("a", "")),
        ("abc", "", ("abc", "")),
        ("", "ab", ("", "ab")),
        ("abcd", "xbcy", ("abcd", "xbcy")),
    ],
)
def test_what_differs_stands_between_what_is_alike(before, after, expected):
    found = differences(list(before), list(after))
    assert tuple(map("".join, found)) == expected


def test_values_that_are_equal_but_others_count_as_changed():
    one = note("1")
    assert differences((one,), (replace(one),)) == ((one,), (one,))


def test_notes_stay_in_the_order_in_which_they_were_made():
    notes = in_order((note("3"), note("1"), note("2")))
    assert [each.id for each in with_annotation(notes, note("2", FAR))] == ["1", "2", "3"]
    assert with_annotation(notes, note("2", FAR))[1].anchors == (FAR,)
    assert [each.id for each in with_annotation(notes, note("9", at="2026-11-02"))] == ["1", "2", "9", "3"]


def test_where_notes_lie():
    noted = Noted()
    first, second, other = note("1"), note("2", B, is_resolved=True), note("3", FAR)
    noted.follow((first, second, other))
    assert noted.on("x", Span(3, 4)) == (first, second)
    assert noted.on("x", Span(5, 6)) == (second,)
    assert noted.on("x", Span(20, 21)) == ()
    assert noted.stretches("x") == ((A.span, True), (B.span, False))
    assert set(noted.places) == {first.places, second.places, other.places}


def test_the_stretches_are_the_same_value_until_one_of_them_is_another():
    noted, first = Noted(), note("1")
    noted.follow((first,))
    before = noted.stretches("x")
    noted.follow((typed := replace(first, text="other"),))
    assert noted.stretches("x") is before
    assert noted.on("x", A.span)[0].text == "other"
    noted.follow((replace(typed, is_resolved=True),))
    assert noted.stretches("x") == ((A.span, False),)


def test_lost_places_are_not_noted_on():
    noted = Noted()
    noted.follow((note("1", replace(A, lost=True)),))
    assert noted.stretches("x") == ()
    assert noted.on("x", A.span) == ()


def test_following_step_by_step_knows_what_looking_at_it_all_anew_does():
    random, noted = Random(5), Noted()
    notes: list[Annotation] = []
    for number in range(300):
        step = random.randrange(3) if notes else 0
        if step == 0:
            start = random.randrange(20)
            anchor = Anchor(random.choice("xy"), Span(start, start + random.randrange(1, 9)), "q")
            notes.append(note(f"n{number}", anchor))
        else:
            place = random.randrange(len(notes))
            notes[place : place + 1] = [] if step == 1 else [replace(notes[place], is_resolved=random.random() < 0.5)]
        noted.follow(tuple(notes))
        anew = Noted()
        anew.follow(tuple(notes))
        for article in "xy":
            assert noted.stretches(article) == anew.stretches(article)
            assert noted.on(article, Span(4, 9)) == anew.on(article, Span(4, 9))
        assert set(noted.places) == set(anew.places)


@pytest.mark.parametrize(
    ("change", "is_plain"),
    [
        ({}, True),
        ({"tags": ("a",)}, False),
        ({"source": "https://example.org"}, False),
        ({"replies": (Reply("yes"),)}, False),
        ({"is_resolved": True}, False),
    ],
)
def test_a_plain_note_is_a_text_and_no_more(change, is_plain):
    assert note("1", **change).is_plain is is_plain
