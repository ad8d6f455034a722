from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from mission_gui.panels.marks import STATE_COLORS, STATE_NAMES, State, draw_mark
from mission_gui.theme import DARK, Style, Theme


def drawn(state: State, theme: Theme = DARK) -> QImage:
    image = QImage(32, 32, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.panel))
    painter = QPainter(image)
    draw_mark(painter, Style(theme), QPointF(16, 16), state, 28)
    painter.end()
    return image


def ink(image: QImage) -> frozenset[tuple[int, int]]:
    ground = image.pixel(0, 0)
    return frozenset((x, y) for x in range(32) for y in range(32) if image.pixel(x, y) != ground)


def test_every_state_has_a_word_and_a_colour() -> None:
    assert set(STATE_NAMES) == set(STATE_COLORS) == set(State)
    assert all(text.en and text.ru for text in STATE_NAMES.values())


def test_every_state_has_a_shape_of_its_own_without_colour(qtbot: QtBot) -> None:
    shapes = {state: ink(drawn(state)) for state in State}
    assert len(set(shapes.values())) == len(State)


def test_a_mark_keeps_to_its_size(qtbot: QtBot) -> None:
    for state in State:
        assert all(1 <= x <= 30 and 1 <= y <= 30 for x, y in ink(drawn(state))), state
