from dataclasses import replace
from datetime import timedelta
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mission_gui.domain.events import Event
from mission_gui.domain.facts import Text
from mission_gui.domain.frame import frame_at
from mission_gui.domain.trajectory import Trajectory
from mission_gui.panels.countdown import Countdown
from mission_gui.panels.lettering import width
from mission_gui.panels.marks import State
from mission_gui.theme import LIGHT, Style
from tests import canned
from tests.canned import EPOCH, SEPARATION

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
    font = Style(base=base).mono("huge", 500)
    font.setPixelSize(made._clock_size())
    assert width(font, "T−00:09:58") <= wide - Style(base=base).px(20)


@pytest.mark.parametrize(("base", "wide", "high"), BOARDS)
def test_no_name_is_shortened_and_the_note_is_whole(qtbot: QtBot, base: float, wide: int, high: int) -> None:
    made = panel(qtbot, base, wide, high)
    setting = made._setting()
    assert all(made._name_room(row, setting, row.actual_short) >= 0 for row in made.rows)
    assert "…" not in made.note


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
    assert made._list.devicePixelRatio() == 2.0


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
