"""Whether the ticks for what many sources say can be read, however many there are."""

from dataclasses import replace

import pytest

from desktop.shell.views.right_ones import TALLEST, RightOnes


@pytest.mark.parametrize("count", [1, 5, 30])
def test_no_row_is_squeezed_and_what_has_no_room_is_scrolled_to(qtbot, appearance, rent, count):
    voices = [
        (replace(claim, figure=replace(claim.figure, article=f"a{number}")),)
        for number in range(count)
        for claim in (rent.yearly, rent.monthly, rent.term)
    ]
    names = {f"a{number}": f"The Harbour Ledger and Wire {number}" for number in range(count)}
    dialog = RightOnes(None, "payment, Harbour to Pier, as it is told on the whole coast", voices, (), {}, names)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    ticks = [tick for source in dialog.sources for tick in source.ticks]
    assert all(tick.height() >= tick.sizeHint().height() for tick in ticks)
    assert dialog.height() <= TALLEST
    for tick in ticks:
        tick.click()  # the line below tells of more, and grows
    dialog.resize(dialog.width(), dialog.height() - 100)
    qtbot.waitUntil(lambda: all(tick.height() >= tick.sizeHint().height() for tick in ticks))
    qtbot.waitUntil(lambda: dialog.list.verticalScrollBar().isVisible() == (count > 1))
