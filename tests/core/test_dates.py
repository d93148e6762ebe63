"""Whether calendar dates and clock times are read in all their forms, with and without a day of publication."""

import pytest

DATES = [
    ("It ends in May 2029.", "May 2029", "2029-05"),
    ("It ends in May of 2029.", "May of 2029", "2029-05"),
    ("It ends in mid-May 2029.", "May 2029", "2029-05"),
    ("The May 2029 deadline stands.", "May 2029", "2029-05"),
    ("It ends on 5 May 2029.", "5 May 2029", "2029-05-05"),
    ("It ends on 5th May 2029.", "5th May 2029", "2029-05-05"),
    ("It ends on the 5th of May 2029.", "5th of May 2029", "2029-05-05"),
    ("It ends on May 5, 2029.", "May 5, 2029", "2029-05-05"),
    ("It ends on May 5th, 2029.", "May 5th, 2029", "2029-05-05"),
    ("It ends in Sept. 2029.", "Sept. 2029", "2029-09"),
    ("It ends on Jan. 5 at noon.", "Jan. 5", "--01-05"),
    ("It ends on May 5.", "May 5", "--05-05"),
    ("It ends on 5 May at noon.", "5 May", "--05-05"),
    ("It ends in May.", "May", "--05"),
    ("It ends in June.", "June", "--06"),
    ("It ends on 2029-05-20.", "2029-05-20", "2029-05-20"),
    ("It ends in 2029.", "2029", "2029"),
    ("It began in 1987.", "1987", "1987"),
    ("It ends in late 2029.", "2029", "2029"),
    ("It began in fiscal 2025.", "2025", "2025"),
    ("It came in the first quarter of 2026.", "first quarter of 2026", "2026-Q1"),
    ("It came in Q1 2026.", "Q1 2026", "2026-Q1"),
    ("It came in spring 2026.", "spring 2026", "2026"),
    ("It played the 2012–13 season.", "2012–13", "2012"),
    ("It played the 2012/13 season.", "2012/13", "2012"),
    ("It came in the first quarter.", "first quarter", "?"),
    ("It came on Monday.", "Monday", "?"),
    ("It came last month.", "last month", "?"),
    pytest.param(
        "It ends on 5 May.",
        "5 May",
        "--05-05",
        id="full stop",
    ),
    pytest.param(
        "It played the 2012-13 season.",
        "2012-13",
        "2012",
        id="season with a hyphen",
    ),
    pytest.param(
        "May and June saw less.",
        "May",
        "--05",
        id="May and June",
    ),
]


@pytest.mark.parametrize(("text", "quote", "iso"), DATES)
def test_dates(text, quote, iso, figures, drawn):
    first = figures(text)[:1]
    assert [(figure.quote, drawn(figure.quantity)) for figure in first] == [(quote, f"date {iso}")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They pay in May and June.", ["date --05", "date --06"]),
        ("It sold most in 2024 and 2025.", ["date 2024", "date 2025"]),
        ("It runs from 2024 to 2026.", ["date 2024", "date 2026"]),
        ("It runs from December 2026 to May 2027.", ["date 2026-12", "date 2027-05"]),
        ("It ends on 2 May and 3 June 2027.", ["date --05-02", "date 2027-06-03"]),
        ("In May 12 people came.", ["date --05", "count 12 person"]),
        ("It met on Friday, 5 May 2029.", ["date 2029-05-05"]),
        pytest.param(
            "It ran between 2024 and 2026.",
            ["date 2024", "date 2026"],
            id="between years",
        ),
        pytest.param(
            "It ran in 2024-2026.",
            ["date 2024", "date 2026"],
            id="years with a hyphen",
        ),
        pytest.param(
            "It runs on 5-7 May.",
            ["date --05-05", "date --05-07"],
            id="days with a hyphen",
        ),
    ],
)
def test_dates_side_by_side(text, expected, reads):
    assert reads(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It may end.",
        "They march on.",
        "June Hart won.",
        "April Jones said so.",
        "They fall in spring.",
        "It sold 2,029 lamps.",
        "It cost $2029.",
        "It rose 2000 percent.",
        "It is 2000 km away.",
        "About 2000 people came.",
        "They met again and again.",
    ],
)
def test_no_date(text, figures):
    assert [figure.quote for figure in figures(text) if figure.quantity.kind == "date"] == []


@pytest.mark.parametrize(
    ("text", "quote", "iso"),
    [
        ("It came last month.", "last month", "2026-04"),
        ("It came last year.", "last year", "2025"),
        ("It will come next year.", "next year", "2027"),
        ("It will come next month.", "next month", "2026-06"),
        ("It came this month.", "this month", "2026-05"),
        ("It came yesterday.", "yesterday", "2026-05-19"),
        ("It came today.", "today", "2026-05-20"),
        ("It will come tomorrow.", "tomorrow", "2026-05-21"),
        ("It came on Monday.", "Monday", "2026-05-18"),
        ("It came on Wednesday.", "Wednesday", "2026-05-20"),
        ("It came on Thursday.", "Thursday", "2026-05-14"),
        ("It came in May 2029.", "May 2029", "2029-05"),
        ("It came last week.", "last week", "?"),
    ],
)
def test_the_day_of_publication_dates_what_points_to_it(text, quote, iso, figures, drawn):
    (figure,) = figures(text, "2026-05-20")
    assert (figure.quote, drawn(figure.quantity)) == (quote, f"date {iso}")


@pytest.mark.parametrize(
    ("published", "text", "iso"),
    [("2026-01-15", "It came last month.", "2025-12"), ("2026-12-15", "It will come next month.", "2027-01")],
)
def test_months_are_counted_over_the_turn_of_the_year(published, text, iso, reads):
    assert reads(text, published) == [f"date {iso}"]


@pytest.mark.parametrize(
    ("text", "quote", "clock"),
    [
        ("It struck at 07:48.", "07:48", "07:48"),
        ("It struck at 7:48 am.", "7:48 am", "07:48"),
        ("It struck at 7.48 p.m. on the coast.", "7.48 p.m.", "19:48"),
        ("It struck at 7 am.", "7 am", "07:00"),
        ("It struck at 12 pm.", "12 pm", "12:00"),
        ("It struck at 12 am.", "12 am", "00:00"),
        ("It struck at 12:30 a.m. there.", "12:30 a.m.", "00:30"),
        ("It struck at 23:15 GMT.", "23:15", "23:15"),
        ("It struck at 9pm.", "9pm", "21:00"),
    ],
)
def test_clock_times(text, quote, clock, figures, drawn):
    (figure,) = figures(text)
    assert (figure.quote, drawn(figure.quantity)) == (quote, f"time {clock}")


@pytest.mark.parametrize("text", ["It struck at 25:15.", "It won 3:75.", "It ended 13 pm."])
def test_no_clock_time(text, figures):
    assert [figure.quote for figure in figures(text) if figure.quantity.kind == "time"] == []


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize(
    "text", ["yesterday", "tomorrow", "last Friday", "on Friday", "three days ago", "last night", "last month"]
)
def test_a_mistyped_day_of_publication_does_no_harm(published, text, reads):
    assert len(reads(f"It happened {text}.", published)) == 1
