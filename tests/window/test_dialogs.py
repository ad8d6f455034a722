"""What the dialogs have in common: every part is in the colours of the theme."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QCheckBox, QDialog, QListWidget, QVBoxLayout
from pytestqt.qtbot import QtBot

from mission_gui.theme import RED_NIGHT, Style
from mission_gui.window.dialogs import dress

_BRIGHT = 160
"""No green or blue of the theme for dark-adapted eyes, on a ground of its own, is brighter than this."""


@pytest.mark.parametrize("ticked", [False, True])
def test_in_the_dark_no_part_of_a_dialog_is_white(qtbot: QtBot, ticked: bool) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    box, rows = QCheckBox(dialog), QListWidget(dialog)
    box.setChecked(ticked)
    rows.addItems([str(row) for row in range(60)])
    rows.setStyleSheet(f"QListWidget {{ background: {RED_NIGHT.raised}; color: {RED_NIGHT.text}; }}")
    layout = QVBoxLayout(dialog)
    layout.addWidget(box)
    layout.addWidget(rows)
    dress(dialog, Style(theme=RED_NIGHT))
    dialog.resize(240, 200)
    dialog.show()
    assert rows.verticalScrollBar().isVisible()
    assert _brightest(dialog.grab().toImage()) < _BRIGHT


def _brightest(image: QImage) -> int:
    """The most of green or blue in it."""
    colors = (image.pixelColor(x, y) for y in range(image.height()) for x in range(image.width()))
    return max(max(color.green(), color.blue()) for color in colors)
