"""On the board no words are cut: what has no room is said in fewer, and the whole is told on hover."""

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from mission_gui.domain.clock import MissionClock
from mission_gui.domain.frame import frame_at
from mission_gui.export.stage import BoardStage
from mission_gui.theme import DARK
from mission_gui.window.dock_bar import DockBar
from tests import ms19
from tests.panels.lettering import written

MOMENTS = ("hatch_closed", "undocking", "ignition", "peak_load", "touchdown")
OPENS = ("Choose…", "Выбор…")
"""Words of buttons that open something."""


@pytest.mark.parametrize(("wide", "high"), [(1280, 720), (1920, 1080)])
@pytest.mark.parametrize(
    ("layout", "language"),
    [("orbit", "ru"), ("proximity", "en"), ("proximity", "ru"), ("descent", "ru"), ("wall", "en"), ("wall", "ru")],
)
def test_no_panel_and_no_bar_cuts_its_words(
    qtbot: QtBot, request: pytest.FixtureRequest, wide: int, high: int, layout: str, language: str
) -> None:
    if language == "ru":
        request.getfixturevalue("russian")
    mission, flight = ms19.mission(), ms19.trajectory()
    stage = BoardStage.made(DARK, layout, QSize(wide, high))
    qtbot.addWidget(stage.widget())
    stage.load(mission, flight, ms19.alternatives())
    clock = MissionClock(mission.seconds(mission.start), mission.seconds(mission.end), 0.0, 0.0)
    cut = set()
    for event in MOMENTS:
        stage.show(frame_at(mission, flight, ms19.time_of(event) - 60.0), clock)
        bars = [bar for bar in stage.window.findChildren(DockBar) if bar.isVisibleTo(stage.window)]
        assert bars
        for widget in (*bars, *stage.panels().values()):
            cut |= {text.text for text in written(widget) if text.text.endswith("…")}
    assert cut - set(OPENS) == set()


def test_a_note_without_room_leaves_out_its_last_part_and_is_told_whole_on_hover(qtbot: QtBot) -> None:
    stage = BoardStage.made(DARK, "proximity", QSize(1280, 720))
    qtbot.addWidget(stage.widget())
    mission, flight = ms19.mission(), ms19.trajectory()
    stage.load(mission, flight, ms19.alternatives())
    clock = MissionClock(mission.seconds(mission.start), mission.seconds(mission.end), 0.0, 0.0)
    stage.show(frame_at(mission, flight, ms19.time_of("hatch_closed") - 60.0), clock)
    bar = next(bar for bar in stage.window.findChildren(DockBar) if bar.panel is stage.window.panels["ground_track"])
    light, contact = bar.panel.note.split(" · ")
    texts = [text.text for text in written(bar)]
    assert light in texts
    assert not any(contact in text for text in texts)
    assert bar.cut_note() == bar.panel.note
    bar.setMinimumWidth(900)
    bar.resize(900, bar.height())
    assert bar.cut_note() == ""
    assert bar.panel.note in [text.text for text in written(bar)]
