"""What is on is told by a sign within it, in every theme, not by colour alone."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mission_gui.panels.switches import SIDE, TickBox, TickRows, indicator_sheet, paint_box, paint_sign
from mission_gui.panels.view_button import ViewButton
from mission_gui.theme import DARK, THEMES, Style
from tests.test_theme import VISIBLE, contrast

ON, OFF, PARTLY = Qt.CheckState.Checked, Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked


def drawn(theme: str, state: Qt.CheckState, enabled: bool = True, fill: str = "soyuz", ratio: float = 1.0) -> QImage:
    """A box by itself."""
    image = QImage(round(SIDE * ratio), round(SIDE * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(THEMES[theme].panel))
    painter = QPainter(image)
    paint_box(painter, Style(THEMES[theme]), QRectF(0, 0, SIDE, SIDE), state, enabled, fill)
    painter.end()
    return image


def inside(image: QImage) -> set[str]:
    """The colours within the frame of a box."""
    edge = image.width() // 5
    return {
        image.pixelColor(x, y).name()
        for x in range(edge, image.width() - edge)
        for y in range(edge, image.height() - edge)
    }


def strongest(colors: set[str], ground: str) -> float:
    return max(contrast(color, ground) for color in colors)


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("fill", ["soyuz", "caution"])
@pytest.mark.parametrize("theme", THEMES)
def test_a_box_that_is_on_has_a_sign_that_can_be_seen_on_it(theme: str, fill: str, ratio: float) -> None:
    for state in (ON, PARTLY):
        ground = getattr(THEMES[theme], fill).lower()
        assert strongest(inside(drawn(theme, state, fill=fill, ratio=ratio)), ground) >= VISIBLE
        unusable = inside(drawn(theme, state, enabled=False, ratio=ratio))
        assert strongest(unusable, THEMES[theme].third.lower()) >= VISIBLE
    assert len(inside(drawn(theme, OFF, ratio=ratio))) == 1


def test_every_state_has_a_shape_of_its_own() -> None:
    def shape(state: Qt.CheckState, alone: bool = False) -> QImage:
        image = QImage(28, 28, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        paint_sign(painter, QColor("black"), QRectF(0, 0, 28, 28), state, alone)
        painter.end()
        return image

    tick, dot, bar, nothing = shape(ON), shape(ON, True), shape(PARTLY), shape(OFF)
    assert all(one != other for one in (tick, dot, bar) for other in (tick, dot, bar, nothing) if one is not other)


def test_a_box_to_tick_shows_its_sign(qtbot: QtBot) -> None:
    box = TickBox("Follow the phase")
    qtbot.addWidget(box)
    box.restyle(Style(DARK))
    box.setStyleSheet(indicator_sheet(Style(DARK), "QCheckBox"))
    box.resize(200, 24)
    off = box.grab().toImage()
    box.setChecked(True)
    colors = inside_of(box.grab().toImage(), QRectF(0, 0, 20, 24))
    assert DARK.soyuz.lower() in colors and strongest(colors, DARK.soyuz.lower()) >= VISIBLE
    assert DARK.soyuz.lower() not in inside_of(off, QRectF(0, 0, 20, 24))


def test_the_frame_of_the_focus_is_the_only_one(qtbot: QtBot) -> None:
    boxes = TickBox("Follow the phase"), TickBox("Follow the phase")
    whole = QWidget()
    qtbot.addWidget(whole)
    row = QVBoxLayout(whole)
    for box in boxes:
        row.addWidget(box)
        box.setStyleSheet(indicator_sheet(Style(DARK), "QCheckBox"))
    whole.show()
    qtbot.waitExposed(whole)
    whole.activateWindow()
    boxes[1].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(boxes[1].hasFocus)
    whole.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)  # Qt shows it from the first Tab on
    assert boxes[0].grab().toImage() == boxes[1].grab().toImage(), "what the dialog draws is enough"


def inside_of(image: QImage, box: QRectF) -> set[str]:
    return inside(image.copy(box.toRect()))


def test_rows_that_are_ticked_show_their_sign(qtbot: QtBot) -> None:
    rows = QListWidget()
    qtbot.addWidget(rows)
    rows.setStyleSheet(indicator_sheet(Style(DARK), "QListWidget"))
    rows.setItemDelegate(TickRows(Style(DARK), rows))
    for state in (ON, OFF):
        item = QListWidgetItem("Soyuz MS-19")
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(state)
        rows.addItem(item)
    rows.show()
    picture = rows.viewport().grab().toImage()
    first, second = (
        {picture.pixelColor(x, y).name() for x in range(2, 20) for y in range(row.top() + 1, row.bottom())}
        for row in (rows.visualItemRect(rows.item(index)) for index in range(2))
    )
    assert DARK.soyuz.lower() in first and DARK.window.lower() in first
    assert DARK.soyuz.lower() not in second


@pytest.mark.parametrize("theme", THEMES)
def test_a_button_that_is_on_has_a_line_under_its_word(qtbot: QtBot, theme: str) -> None:
    look, whole = Style(THEMES[theme]), QWidget()
    qtbot.addWidget(whole)
    button = ViewButton(look, "Auto", "Automatic view", "0", whole)
    button.setCheckable(True)
    button.resize(button.sizeHint())
    foot = QRectF(8, button.height() - 6, button.width() - 16, 5).toRect()
    for on in (False, True):
        button.setChecked(on)
        picture = button.grab().toImage()
        colors = {
            picture.pixelColor(x, y).name()
            for x in range(foot.left(), foot.right())
            for y in range(foot.top(), foot.bottom())
        }
        assert (strongest(colors, THEMES[theme].raised.lower()) >= VISIBLE) == on
