"""Whether everything can be read, in light and dark, and by people who tell few colours apart."""

import re
from itertools import combinations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QRawFont
from PySide6.QtWidgets import QDialogButtonBox, QTableView

from desktop.files.resources import resource
from desktop.shell.highlights import ORDER
from desktop.shell.theme import (
    DARK,
    INTERFACE_FONT,
    LIGHT,
    PATTERNS,
    READING_FONT,
    Appearance,
    contrast,
    lend_emoji,
)

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#ffffff", "#777777") == contrast("#777777", "#ffffff")


@THEMES
def test_words_can_be_read_on_every_ground(theme):
    grounds = (theme.window, theme.base, theme.raised, theme.hover, theme.chosen)
    pairs = [(ink, ground) for ink in (theme.text, theme.muted) for ground in grounds]
    pairs += [(theme.accent_text, theme.accent), (theme.accent, theme.base)]
    pairs += [(theme.trouble, theme.trouble_fill), (theme.note, theme.note_fill)]
    assert {pair: contrast(*pair) for pair in pairs if contrast(*pair) < 4.5} == {}


@THEMES
@pytest.mark.parametrize("status", ORDER, ids=str)
def test_figures_can_be_read_in_every_status(theme, status):
    mark = theme.marks[status]
    for ground in (mark.fill, theme.base, theme.window, theme.chosen):
        assert contrast(mark.ink, ground) >= 4.5, ground
    assert contrast(mark.strong_ink, mark.strong) >= 4.5
    assert contrast(theme.text, mark.fill) >= 4.5
    # WCAG asks 3:1 of marks that are no words.
    assert contrast(mark.line, theme.base) >= 3


@THEMES
def test_every_ink_of_the_style_sheet_can_be_read_on_its_ground(theme):
    style = resource("styles", "window.qss").read_text(encoding="utf-8")
    grounds = (theme.window, theme.base)
    unread, seen = {}, 0
    for rule in re.finditer(r"([^{}]+)\{([^{}]*)\}", style):
        found = dict(
            re.findall(r"(?:^|[;\s])((?:selection-)?(?:background-)?(?:color|background)):\s*\$(\w+)", rule[2])
        )
        for ink, ground in (("color", "background"), ("selection-color", "selection-background-color")):
            if ink not in found:
                continue
            behind = (getattr(theme, found[ground]),) if ground in found else grounds
            for colour in behind:
                seen += 1
                if contrast(getattr(theme, found[ink]), colour) < 4.5:
                    unread[rule[1].strip(), found[ink], colour] = contrast(getattr(theme, found[ink]), colour)
    assert unread == {}
    assert seen > 30


@THEMES
def test_curves_and_their_labels_can_be_seen(theme):
    assert {colour for colour in theme.series if contrast(colour, theme.base) < 4.5} == set()


@THEMES
def test_colour_is_never_alone(theme):
    assert len({theme.marks[status].line for status in ORDER}) == len(ORDER)
    assert len({PATTERNS[status] for status in ORDER}) == len(ORDER)


def test_signs_differ_in_shape(appearance):
    drawn = {status: appearance.sign(status, 14, "#000000").pixmap(14, 14).toImage() for status in ORDER}
    for one, other in combinations(ORDER, 2):
        assert drawn[one] != drawn[other]
    for image in drawn.values():
        assert image.copy(QRect(1, 1, image.width() - 2, image.height() - 2)) is not None
        assert any(image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height()))


def test_bundled_fonts_are_used(appearance):
    for family in (INTERFACE_FONT, READING_FONT):
        assert QFontInfo(QFont(family)).family() == family


def test_emoji_are_no_boxes(qapp):
    lend_emoji()
    families = [family for family in QFontDatabase.families() if "Emoji" in family]
    assert any(QRawFont.fromFont(QFont(family)).supportsCharacter(ord("🚢")) for family in families)


def test_changing_the_theme_is_told_once(qtbot, appearance):
    told = []
    appearance.changed.connect(told.append)
    appearance.choose("dark")
    appearance.choose("dark")
    appearance.choose("light")
    assert told == [DARK, LIGHT]


def test_buttons_of_dialogs_carry_no_signs_of_another_time(qtbot, appearance):
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Close)
    qtbot.addWidget(buttons)
    buttons.show()
    assert all(button.icon().isNull() for button in buttons.buttons())


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_the_corner_between_two_scroll_bars_is_paper(qtbot, appearance, choice):
    appearance.choose(choice)
    area = QTableView()
    qtbot.addWidget(area)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    area.resize(200, 200)
    with qtbot.waitExposed(area):
        area.show()
    drawn = area.grab().toImage()
    assert drawn.pixelColor(196, 196).name() == QColor(appearance.theme.base).name()
    appearance.choose("light")


def test_the_usual_size_of_letters_is_one_that_can_be_chosen(qapp):
    before = qapp.font()
    font = QFont(before)
    font.setPointSizeF(9.75)
    qapp.setFont(font)
    assert Appearance(qapp, "light").usual_points in (9.5, 10.0)
    qapp.setFont(before)
