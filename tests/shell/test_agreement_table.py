"""Whether the claims table says what the comparisons say."""

import pytest
from PySide6.QtCore import Qt

from desktop.core.agreement import Status
from desktop.core.analysis import Analysis
from desktop.core.rulings import anchors_of
from desktop.shell.models.agreement_table import AgreementTable
from desktop.shell.models.claim_rows import matrix_table, pair_table

LETTERS = {"ledger": "A", "wire": "B", "spark": "C"}
NAMES = {"ledger": "Ledger", "wire": "Wire", "spark": "spark"}


@pytest.fixture
def table(appearance, rent) -> AgreementTable:
    model = AgreementTable(appearance)
    model.show(pair_table(rent.analysis, ("ledger", "wire"), LETTERS, NAMES))
    return model


def drawn(model: AgreementTable, *columns: int) -> list[str]:
    """The chosen columns as a reader sees them."""
    rows = range(model.rowCount())
    wanted = columns or range(model.columnCount())
    return [" | ".join(str(model.index(row, column).data()) for column in wanted).rstrip(" |") for row in rows]


def heads(model: AgreementTable) -> list[str]:
    return [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]


def test_it_behaves_as_a_model(qtmodeltester, table, rent):
    qtmodeltester.check(table)
    table.show(matrix_table(rent.analysis, LETTERS, NAMES))
    qtmodeltester.check(table)


def test_what_an_editor_sees_of_two_articles(table):
    assert heads(table) == ["Status", "About", "A says", "B says", "Why"]
    assert drawn(table, 0, 1, 2, 3) == [
        "conflict | payment, Harbour to Pier | $12 a year | $12 a month; $144 yearly",
        "agree | end date | May 2029 | May 2029",
        "only in one | gate | 3",
    ]
    assert "12" in table.index(0, 4).data()
    assert table.index(2, 4).data() == ""


def test_what_an_editor_sees_of_all_sources(table, rent):
    table.show(matrix_table(rent.analysis, LETTERS, NAMES))
    assert heads(table) == ["Verdict", "About", "A Ledger", "B Wire", "C spark"]
    assert drawn(table, 1, 2, 3, 4) == [
        "payment, Harbour to Pier | $12 a year | $12 a month; $144 yearly | $120 a month",
        "end date | May 2029 | May 2029",
    ]


def test_the_outlier_is_marked_in_words_and_by_sign(table, rent, appearance):
    table.show(matrix_table(rent.analysis, LETTERS, NAMES))
    cells = {name: table.index(0, column) for column, name in enumerate(heads(table))}
    assert "outside" in cells["C spark"].data(Qt.ItemDataRole.AccessibleTextRole)
    assert cells["C spark"].data(Qt.ItemDataRole.DecorationRole) is not None
    assert cells["C spark"].data(Qt.ItemDataRole.FontRole).bold()
    assert cells["B Wire"].data(Qt.ItemDataRole.DecorationRole) is None
    assert cells["B Wire"].data(Qt.ItemDataRole.BackgroundRole) is None


def test_status_stands_in_words_beside_its_sign(table):
    assert table.index(0, 0).data() == "conflict"
    assert not table.index(0, 0).data(Qt.ItemDataRole.DecorationRole).isNull()


def test_hidden_rows_are_still_counted(table):
    table.hide([Status.AGREE, None])
    assert drawn(table, 0) == ["conflict"]
    assert table.counts() == {Status.CONFLICT: 1, Status.AGREE: 1, None: 1}
    table.hide([])
    assert table.rowCount() == 3


def test_sorting_by_words_and_by_status(table):
    table.sort(1, Qt.SortOrder.AscendingOrder)
    assert drawn(table, 1) == ["end date", "gate", "payment, Harbour to Pier"]
    table.sort(3, Qt.SortOrder.AscendingOrder)
    assert drawn(table, 1)[-1] == "gate", "what is empty comes last"
    table.sort(0, Qt.SortOrder.AscendingOrder)
    assert drawn(table, 0) == ["conflict", "agree", "only in one"]
    table.sort(0, Qt.SortOrder.DescendingOrder)
    assert drawn(table, 0) == ["only in one", "agree", "conflict"]


def test_a_sorting_stays_when_the_pair_changes(table, rent):
    table.sort(1, Qt.SortOrder.AscendingOrder)
    table.show(pair_table(rent.analysis, ("wire", "ledger"), LETTERS, NAMES))
    assert drawn(table, 1) == ["end date", "gate", "payment, Harbour to Pier"]
    assert heads(table)[2:4] == ["B says", "A says"]


def test_rows_know_their_figures(table, rent):
    assert table.figures(0)[:2] == (rent.yearly.figure, rent.monthly.figure)
    assert table.row_of([rent.repeated.figure]) == 0
    assert table.row_of([rent.gates.figure, rent.term.figure]) == 2
    assert table.row_of([]) is None
    table.hide([None])
    assert table.row_of([rent.gates.figure]) is None


def test_nothing_to_show(table):
    table.show(pair_table(Analysis(), (None, None), {}, {}))
    assert table.rowCount() == 0
    assert table.counts() == {}


def test_words_are_sought_in_every_column_whatever_their_capitals(table):
    table.seek("  MAY 2029 ")
    assert drawn(table, 1) == ["end date"]
    assert table.counts() == {Status.AGREE: 1}
    table.hide([Status.AGREE])
    assert table.rowCount() == 0
    assert table.counts() == {Status.AGREE: 1}
    table.seek("")
    assert drawn(table, 1) == ["payment, Harbour to Pier", "gate"]


def test_what_is_empty_comes_last_either_way(table):
    table.sort(3, Qt.SortOrder.DescendingOrder)
    assert drawn(table, 1) == ["end date", "payment, Harbour to Pier", "gate"]
    table.sort(-1)
    assert drawn(table, 1) == ["payment, Harbour to Pier", "end date", "gate"]
    assert table.sorting == ("", False)


def test_tooltips_take_nothing_for_markup(appearance, rent):
    model = AgreementTable(appearance)
    model.show(pair_table(rent.analysis, ("ledger", "wire"), LETTERS, {**NAMES, "wire": "<b>Wire</b>"}))
    tip = model.index(0, 4).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;Wire" in tip
    assert "<b>" not in tip


def test_all_reasons_are_known_where_a_cell_tells_one(table, rent):
    (reason,) = table.reasons(0)
    cell = table.index(0, 4).data()
    assert (
        cell == "That is $12 per year against $144 per year, a factor of 12. " + reason.partition("a factor of 12. ")[2]
    )
    assert reason.startswith("Ledger says $12 a year, Wire $12 a month: that is")
    assert table.reasons(2) == ()
    table.show(matrix_table(rent.analysis, LETTERS, NAMES))
    verdict, *reasons = table.reasons(0)
    assert verdict == table.index(0, 0).data()
    assert len(reasons) == 3


def test_columns_say_whom_they_quote(table, rent):
    assert table.sources == {"left": "ledger", "right": "wire"}
    table.show(matrix_table(rent.analysis, LETTERS, NAMES))
    assert table.sources == {"ledger": "ledger", "wire": "wire", "spark": "spark"}


def test_a_ruling_and_a_note_stand_below_the_status(table, rent):
    pair = next(pair for pair in rent.analysis.pairs if {pair.a, pair.b} == {rent.yearly, rent.monthly})
    places = frozenset(anchors_of(pair))
    row = table.row_of([rent.yearly.figure])
    before = table.index(row, 0).data()
    table.show_reviewed({places: "B is right"}, {places}, {places})
    assert table.index(row, 0).data() == f"{before}\nB is right · note"
    assert table.column("status", [row]) == [f"{before}; B is right · note"]
    table.show_reviewed({}, (), {places})
    assert table.index(row, 0).data() == before


def test_what_is_unreviewed_can_be_seen_alone(table, rent):
    pair = next(pair for pair in rent.analysis.pairs if {pair.a, pair.b} == {rent.yearly, rent.monthly})
    places = frozenset(anchors_of(pair))
    count = table.rowCount()
    table.show_open_only(True)
    assert [table.state(row) for row in range(table.rowCount())] == ["conflict"]
    table.show_reviewed({}, {places}, {places})
    assert table.rowCount() == 1
    table.show_reviewed({places: "both wrong"}, (), {places})
    assert table.rowCount() == 0
    table.show_open_only(False)
    assert table.rowCount() == count


def test_a_topic_of_all_sources_is_open_until_every_two_are_ruled_on(table, rent):
    table.show(matrix_table(rent.analysis, LETTERS, NAMES))
    table.show_open_only(True)
    assert table.rowCount() == 1
    disputed = [pair for pair in rent.analysis.pairs if pair.status is Status.CONFLICT]
    ruled = {}
    for pair in disputed:
        table.show_reviewed(ruled, (), set(ruled))
        assert table.rowCount() == 1
        ruled = {**ruled, frozenset(anchors_of(pair)): "both wrong"}
    table.show_reviewed(ruled, (), set(ruled))
    assert table.rowCount() == 0
