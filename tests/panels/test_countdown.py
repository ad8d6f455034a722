from dataclasses import replace
from datetime import timedelta
from typing import cast

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from mission_gui.domain.clock import MissionClock
from mission_gui.domain.events import EVENT_NAMES, Event
from mission_gui.domain.facts import Text
from mission_gui.domain.frame import frame_at
from mission_gui.domain.trajectory import Trajectory
from mission_gui.panels.countdown import Countdown
from mission_gui.panels.countdown_columns import Columns, counted, next_columns
from mission_gui.panels.countdown_rows import bare
from mission_gui.panels.lettering import width
from mission_gui.panels.marks import State
from mission_gui.theme import LIGHT, Style
from tests import canned
from tests.canned import EPOCH, SEPARATION, TOUCHDOWN
from tests.panels.lettering import written
from tests.panels.pictures import on_screen, repainted

MISSION = canned.mission()
TRAJECTORY = canned.trajectory()
BOARDS = [(10.0, 220, 493), (13.0, 330, 740), (26.0, 660, 1480)]


def panel(
    qtbot: QtBot, base: float = 13, wide: int = 330, high: int = 740, flight: Trajectory = TRAJECTORY
) -> Countdown:
    made = Countdown(Style(base=base))
    qtbot.addWidget(made)
    made.resize(wide, high)
    made.load(MISSION, flight)
    made.show_frame(frame_at(MISSION, flight, SEPARATION - 598))
    return made


def picture(made: Countdown, ratio: float = 1.0) -> QImage:
    image = QImage(round(made.width() * ratio), round(made.height() * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(0)
    made.render(image)
    return image


def long_sequence() -> Trajectory:
    extra = tuple(
        Event(f"step_{i}", Text(f"Step {i}"), modelled=EPOCH + timedelta(seconds=2000 + 60 * i)) for i in range(20)
    )
    events = sorted((*TRAJECTORY.events, *extra), key=lambda event: cast(object, event.time))  # type: ignore[arg-type,return-value]
    return replace(TRAJECTORY, events=tuple(events))


@pytest.mark.parametrize(("base", "wide", "high"), BOARDS)
def test_the_clock_fits_the_panel_at_every_size(qtbot: QtBot, base: float, wide: int, high: int) -> None:
    made = panel(qtbot, base, wide, high)
    font = QFont(Style(base=base).mono("huge", 500))
    font.setPixelSize(made._heads().clock_size)
    assert width(font, "T−00:09:58") <= wide - Style(base=base).px(20)


@pytest.mark.parametrize(("base", "wide", "high"), BOARDS)
def test_no_name_is_shortened_and_the_note_is_whole(qtbot: QtBot, base: float, wide: int, high: int) -> None:
    made = panel(qtbot, base, wide, high)
    for columns in Columns:
        made.set_columns(columns)
        picture(made)
        drawn = made.list.painter
        assert drawn is not None
        listed = [bare(row) for row in made.rows] if drawn.counts else made.rows
        assert all(drawn.name_room(row, drawn.setting) >= 0 for row in listed)
        assert width(made.look.sans("small"), made.note) + width(made.look.sans("small"), "COUNTDOWN") < wide


def test_a_name_without_room_is_said_in_fewer_words_and_whole_on_hover(qtbot: QtBot, russian: None) -> None:
    tomorrow = tuple(
        Event(name, EVENT_NAMES[name], modelled=EPOCH + timedelta(days=1, seconds=i))
        for i, name in enumerate(EVENT_NAMES)
    )
    made = panel(qtbot, 10.0, 235, 700, replace(TRAJECTORY, events=tomorrow))
    texts = [text.text for text in written(made)]
    assert "Включение ДМП" in texts
    assert not [text for text in texts if text.endswith("…")]
    assert made.row_tip(list(EVENT_NAMES).index("soft_landing_engines")).startswith("Двигатели мягкой посадки")


def test_all_events_of_a_flight_show_on_a_full_board(qtbot: QtBot) -> None:
    made = panel(qtbot)
    assert made.scrolled().count == len(made.rows) == 19


def test_a_long_sequence_scrolls_to_the_next_event(qtbot: QtBot) -> None:
    made = panel(qtbot, 10, 220, 493, long_sequence())
    assert made.scrolled().count < made.row_count()
    states = [row.state for row in made.rows if not made.row_box(made.rows.index(row)).isEmpty()]
    assert State.NEXT in states


def test_a_click_on_an_event_goes_there(qtbot: QtBot) -> None:
    made = panel(qtbot)
    index = next(i for i, row in enumerate(made.rows) if row.id == "module_separation")
    with qtbot.waitSignal(made.sought) as sought:
        QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=made.row_box(index).center().toPoint())
    assert sought.args == [SEPARATION]


def test_hover_names_the_sources(qtbot: QtBot) -> None:
    assert "Canned data for tests" in panel(qtbot).row_tip(0)


def test_the_text_twin_is_the_accessible_description(qtbot: QtBot) -> None:
    made = panel(qtbot)
    assert made.accessibleName() == "Countdown"
    assert made.accessibleDescription().startswith("Next: Module separation, T−00:09:58.")


def test_the_same_moment_gives_the_same_picture(qtbot: QtBot) -> None:
    made = panel(qtbot)
    first = picture(made)
    made.show_frame(frame_at(MISSION, TRAJECTORY, 0.0))
    picture(made)
    made.show_frame(frame_at(MISSION, TRAJECTORY, SEPARATION - 598))
    assert picture(made) == first


def test_a_picture_at_twice_the_pixels_is_drawn_at_twice_the_pixels(qtbot: QtBot) -> None:
    made = panel(qtbot)
    picture(made, 2.0)
    assert made.list.picture.devicePixelRatio() == 2.0


def test_restyling_draws_the_list_in_the_other_theme(qtbot: QtBot) -> None:
    made = panel(qtbot)
    dark = picture(made)
    made.restyle(Style(LIGHT))
    assert picture(made).pixelColor(320, 700) != dark.pixelColor(320, 700)


def test_before_the_first_frame_the_panel_is_just_a_frame(qtbot: QtBot) -> None:
    made = Countdown(Style())
    qtbot.addWidget(made)
    picture(made)
    assert made.row_count() == 0


# ---- columns and zero


def test_t_is_counted_from_the_zero_to_each_event() -> None:
    assert counted(Columns.ZERO, TOUCHDOWN, SEPARATION, 0.0) == "T+00:25:58"
    assert counted(Columns.ZERO, SEPARATION, TOUCHDOWN, 0.0) == "T−00:25:58"
    assert counted(Columns.ZERO, 0.0, 0.0, 500.0) == "T+00:00:00"


def test_t_of_each_event_now_is_what_the_big_countdown_would_say() -> None:
    assert counted(Columns.NOW, SEPARATION, 0.0, SEPARATION - 0.4) == "T−00:00:01"
    assert counted(Columns.NOW, SEPARATION, 0.0, SEPARATION + 3.0) == "T+00:00:03"
    assert counted(Columns.NOW, None, 0.0, 0.0) == ""


def test_the_columns_follow_each_other_round() -> None:
    seen = [Columns.PLAN]
    for _ in Columns:
        seen.append(next_columns(seen[-1]))
    assert seen == [Columns.PLAN, Columns.ZERO, Columns.NOW, Columns.PLAN]


def test_the_note_says_what_the_columns_show(qtbot: QtBot) -> None:
    made = panel(qtbot)
    made.set_columns(Columns.ZERO)
    made.set_zero("touchdown")
    assert made.note == "time · T from landing"


def test_other_columns_change_the_list_and_leave_the_head(qtbot: QtBot) -> None:
    made = panel(qtbot)
    before, edge = picture(made), round(made.rows_area().top())
    made.set_columns(Columns.ZERO)
    after = picture(made)
    head = QRect(0, 40, made.width(), edge - 40)
    assert after.copy(head) == before.copy(head)
    assert after.copy(0, edge, made.width(), 400) != before.copy(0, edge, made.width(), 400)


def test_the_menu_wishes_columns_and_zero(qtbot: QtBot) -> None:
    made = panel(qtbot)
    columns, zero = made.choices().values()
    with qtbot.waitSignal(made.viewed):
        columns[2].deed()
    assert made.columns is Columns.NOW
    with qtbot.waitSignal(made.zero_wished) as wish:
        zero[1].deed()
    assert wish.args == ["ignition"]
    assert made.zero == "undocking", "the panel waits to be told"
    made.set_zero("ignition")
    assert [choice.chosen for choice in made.choices()["T IS COUNTED FROM"]] == [False, True, False, False]


def test_a_zero_whose_time_is_not_known_cannot_be_chosen(qtbot: QtBot) -> None:
    untimed = tuple(event for event in TRAJECTORY.events if event.id != "entry_interface")
    made = panel(qtbot, flight=replace(TRAJECTORY, events=untimed))
    assert [choice.enabled for choice in made.choices()["T IS COUNTED FROM"]] == [True, True, False, True]


@pytest.mark.parametrize("by_keyboard", [False, True])
def test_the_button_opens_the_menu(qtbot: QtBot, by_keyboard: bool) -> None:
    made = panel(qtbot)
    made.show()
    if by_keyboard:
        QTest.keyClick(made.choice, Qt.Key.Key_Return)
    else:
        QTest.mouseClick(made.choice, Qt.MouseButton.LeftButton)
    menu = made.findChild(QMenu, "choices")
    assert menu is not None and len(menu.actions()) > 7
    menu.close()
    qtbot.waitUntil(lambda: made.findChild(QMenu, "choices") is None)


def test_the_view_comes_back(qtbot: QtBot) -> None:
    made, other = panel(qtbot, 10, 220, 493, long_sequence()), panel(qtbot, 10, 220, 493, long_sequence())
    made.set_columns(Columns.ZERO)
    made.set_zero("touchdown")
    made.read_from(2)
    with qtbot.waitSignal(other.zero_wished) as wish:
        other.restore_view(made.view_state())
    assert wish.args == ["touchdown"]
    assert other.view_state() == made.view_state()
    assert picture(other) == picture(made)
    other.restore_view({})
    assert not other.reading


# ---- what is painted again


def test_a_frame_that_looks_the_same_paints_nothing(qtbot: QtBot) -> None:
    made = panel(qtbot)
    assert repainted(made, lambda: made.show_frame(frame_at(MISSION, TRAJECTORY, SEPARATION - 598 + 0.01))).isEmpty()


def test_between_seconds_only_the_bar_moves(qtbot: QtBot) -> None:
    made = panel(qtbot)
    made.show_frame(frame_at(MISSION, TRAJECTORY, 5000.1))
    wide = repainted(made, lambda: made.show_frame(frame_at(MISSION, TRAJECTORY, 5000.9 + 40)))
    assert wide.height() < made.rows_area().top() + 1
    made.show_frame(frame_at(MISSION, TRAJECTORY, 13300.1))
    narrow = repainted(made, lambda: made.show_frame(frame_at(MISSION, TRAJECTORY, 13300.9)))
    assert 0 < narrow.height() < 12


def test_what_is_painted_in_parts_is_what_would_be_painted_at_once(qtbot: QtBot) -> None:
    made = panel(qtbot)
    made.show()
    for t in (13300.0, 13300.4, 13300.9, 13301.3, 13439.9, 13440.1, 13533.0):
        made.show_frame(frame_at(MISSION, TRAJECTORY, t))
        QApplication.processEvents()
        in_parts = on_screen(made)
        made.repaint()
        assert on_screen(made) == in_parts


def test_the_clock_tells_how_long_a_passed_event_stays(qtbot: QtBot) -> None:
    made = panel(qtbot)
    made.show_frame(frame_at(MISSION, TRAJECTORY, SEPARATION + 30))
    assert made.accessibleDescription().startswith("Next: Entry interface")
    made.show_clock(MissionClock(-1e5, 1e5, 0.0, 0.0, 10.0, True))
    assert made.accessibleDescription().startswith("Just passed: Module separation, T+00:00:30")
