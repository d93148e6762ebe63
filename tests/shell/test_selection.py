"""Whether a selection is told when it changes, and kept when the analysis does."""

from desktop.shell.selection import Selection, companions


def test_a_selection_is_told_once(qtbot, rent):
    selection = Selection()
    told = []
    selection.changed.connect(told.append)
    selection.select([rent.yearly.figure, rent.monthly.figure, rent.yearly.figure])
    selection.select([rent.yearly.figure, rent.monthly.figure])
    assert told == [(rent.yearly.figure, rent.monthly.figure)]


def test_keeping_drops_what_is_gone_and_tells_again(qtbot, rent):
    selection = Selection()
    selection.select([rent.yearly.figure, rent.monthly.figure])
    told = []
    selection.changed.connect(told.append)
    selection.keep([rent.monthly.figure, rent.term.figure])
    selection.keep([rent.monthly.figure])
    assert told == [(rent.monthly.figure,), (rent.monthly.figure,)]


def test_companions_begin_with_the_figure_and_its_pairs(rent):
    assert [figure.quote for figure in companions(rent.analysis, rent.monthly.figure)] == [
        "$12 a month",
        "$12 a year",
        "$120 a month",
        "$144 yearly",
    ]


def test_a_figure_in_no_comparison_stands_alone(rent):
    assert companions(rent.analysis, rent.gates.figure) == (rent.gates.figure,)
