"""Whether buttons go on in another row where the width does not suffice, and none is cut off."""

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.shell.views.wrapping_bar import WrappingBar


@pytest.fixture
def panel(qtbot) -> QWidget:
    shown = QWidget()
    qtbot.addWidget(shown)
    bar = WrappingBar()
    for name in ("first", "second", "third"):
        button = QPushButton(name)
        button.setFixedWidth(100)
        bar.add(button)
    field = QLineEdit()
    field.setMinimumWidth(60)
    field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    bar.add(field)
    column = QVBoxLayout(shown)
    column.setContentsMargins(0, 0, 0, 0)
    column.addLayout(bar)
    column.addStretch(1)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def parts(panel: QWidget) -> list[QWidget]:
    return [*panel.findChildren(QPushButton), *panel.findChildren(QLineEdit)]


@pytest.mark.parametrize(("width", "lines"), [(600, 1), (390, 1), (360, 2), (230, 2), (150, 4)])
def test_rows(qtbot, panel, width, lines):
    panel.resize(width, 300)
    qtbot.waitUntil(lambda: panel.width() == width)
    panel.layout().activate()
    assert len({part.geometry().center().y() for part in parts(panel)}) == lines
    for part in parts(panel):
        assert part.geometry().left() >= 0
        assert part.geometry().right() < width
    for one in parts(panel):
        assert not any(one.geometry().intersects(other.geometry()) for other in parts(panel) if other is not one)


def test_what_may_expand_takes_what_is_left(qtbot, panel):
    panel.resize(600, 300)
    panel.layout().activate()
    (field,) = panel.findChildren(QLineEdit)
    assert field.width() > 250


def test_hidden_widgets_take_no_room(qtbot, panel):
    panel.resize(360, 300)
    parts(panel)[0].hide()
    panel.layout().activate()
    assert len({part.geometry().center().y() for part in parts(panel)[1:]}) == 1


def test_what_belongs_together_goes_on_in_another_row_together(qtbot):
    panel = QWidget()
    qtbot.addWidget(panel)
    bar = WrappingBar()
    widgets = [QPushButton(name) for name in ("first", "find", "more")]
    for widget in widgets:
        widget.setFixedWidth(100)
    bar.add(widgets[0])
    bar.add_together(*widgets[1:])
    panel.setLayout(bar)
    panel.resize(260, 100)
    with qtbot.waitExposed(panel):
        panel.show()
    first, find, more = (widget.geometry().top() for widget in widgets)
    assert first < find == more
    assert bar.minimumSize().width() >= 200
