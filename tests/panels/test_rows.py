import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mission_gui.panels.provenance import wrapped
from mission_gui.panels.rows import RowsPanel
from mission_gui.panels.scrolling import scroll
from mission_gui.theme import Style


class Numbers(RowsPanel):
    """Forty rows; the twentieth is the one of the moment."""

    def row_count(self) -> int:
        return 40

    def row_in_focus(self) -> int:
        return 20

    def row_time(self, index: int) -> float | None:
        return None if index == 5 else float(index)


def panel(qtbot: QtBot) -> Numbers:
    made = Numbers(Style())
    qtbot.addWidget(made)
    made.resize(200, 240)
    return made


def turn_wheel(target: Numbers, notches: int) -> None:
    middle = QPointF(100, 100)
    event = QWheelEvent(
        middle,
        target.mapToGlobal(middle),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(target, event)


@pytest.mark.parametrize("height", [100.0, 237.0, 500.0, 1000.0])
def test_rows_fill_the_height_whole(height: float) -> None:
    shown = scroll(40, height, 23, 34, 0)
    assert shown.count * shown.row_height <= height + 1e-9
    assert 23 <= shown.row_height <= 34


def test_few_rows_are_not_stretched_beyond_the_limit() -> None:
    assert scroll(3, 500, 23, 34, 7).row_height == 34
    assert scroll(3, 500, 23, 34, 7).first == 0


def test_the_last_rows_stay_at_the_bottom() -> None:
    assert scroll(40, 230, 23, 34, 99).first == 30


def test_no_row_is_shown_half(qtbot: QtBot) -> None:
    made = panel(qtbot)
    for index in range(40):
        box = made.row_box(index)
        assert box.isEmpty() or made.rows_area().adjusted(0, -0.5, 0, 0.5).contains(box)


def test_the_list_shows_the_row_of_the_moment(qtbot: QtBot) -> None:
    assert not panel(qtbot).row_box(20).isEmpty()


def test_the_list_stands_still_while_the_user_reads_and_then_follows_again(qtbot: QtBot) -> None:
    made = panel(qtbot)
    turn_wheel(made, 20)
    assert made.reading and made.scrolled().first == 0
    made.follow()
    assert not made.reading and not made.row_box(20).isEmpty()


def test_following_resumes_ten_seconds_after_the_last_turn_of_the_wheel(qtbot: QtBot) -> None:
    made = panel(qtbot)
    turn_wheel(made, 1)
    assert made._reading.isActive() and made._reading.interval() == 10_000
    made._reading.timeout.emit()
    assert not made.reading


def test_a_click_seeks_the_time_of_the_row(qtbot: QtBot) -> None:
    made = panel(qtbot)
    with qtbot.waitSignal(made.sought) as sought:
        QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=made.row_box(21).center().toPoint())
    assert sought.args == [21.0]


def test_a_row_without_a_time_leads_nowhere(qtbot: QtBot) -> None:
    made = panel(qtbot)
    made.read_from(0)
    with qtbot.assertNotEmitted(made.sought):
        QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=made.row_box(5).center().toPoint())


def test_the_keyboard_alone_reaches_every_row(qtbot: QtBot) -> None:
    made = panel(qtbot)
    made.selected = 0
    for _ in range(60):
        QTest.keyClick(made, Qt.Key.Key_Down)
    assert made.selected == 39 and not made.row_box(39).isEmpty()
    with qtbot.waitSignal(made.sought) as sought:
        QTest.keyClick(made, Qt.Key.Key_Return)
    assert sought.args == [39.0]


def test_an_empty_list_has_no_row_anywhere(qtbot: QtBot) -> None:
    made = RowsPanel(Style())
    qtbot.addWidget(made)
    assert made.row_at(QPointF(5, 5)) == -1
    assert made.row_box(0) == QRectF()


def pointer(target: Numbers, at: QPointF) -> None:
    event = QMouseEvent(
        QEvent.Type.MouseMove, at, at, Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(target, event)


def test_the_list_stands_still_under_a_pointer_that_moves(qtbot: QtBot) -> None:
    made = panel(qtbot)
    first = made.scrolled().first
    pointer(made, made.row_box(21).center())
    assert made.reading and made.scrolled().first == first
    made.row_in_focus = lambda: 35  # type: ignore[method-assign]
    assert made.scrolled().first == first
    made._reading.timeout.emit()
    assert not made.row_box(35).isEmpty()


def test_the_way_back_shows_only_away_from_the_moment(qtbot: QtBot) -> None:
    made = panel(qtbot)
    pointer(made, made.row_box(21).center())
    assert made.now.isHidden()
    turn_wheel(made, 4)
    assert not made.now.isHidden()
    assert made.rows_area().toAlignedRect().contains(made.now.geometry())
    with qtbot.waitSignal(made.viewed):
        QTest.mouseClick(made.now, Qt.MouseButton.LeftButton)
    assert made.now.isHidden() and not made.reading


def test_where_all_rows_show_there_is_nothing_to_hold(qtbot: QtBot) -> None:
    made = panel(qtbot)
    made.resize(200, 2000)
    pointer(made, made.row_box(21).center())
    turn_wheel(made, 4)
    assert not made.reading


def test_the_row_chosen_by_the_keyboard_is_said(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append(event.message()))
    made = panel(qtbot)
    made.row_tip = lambda index: f"Row {index}: done\nmore"  # type: ignore[method-assign]
    QTest.keyClick(made, Qt.Key.Key_Down)
    assert said == ["Row 21: done"]


def test_the_place_in_the_list_comes_back(qtbot: QtBot) -> None:
    made = panel(qtbot)
    assert made.view_state() == {"reads_from": None}
    made.read_from(3)
    state = made.view_state()
    made.follow()
    made.restore_view(state)
    assert made.scrolled().first == 3
    made.restore_view({"reads_from": None})
    assert not made.reading


def test_a_long_tip_is_broken_into_lines() -> None:
    text = wrapped("Short\n" + "word " * 60)
    assert text.splitlines()[0] == "Short"
    assert max(len(line) for line in text.splitlines()) <= 96
    assert len(text.splitlines()) > 3
