"""The words on the charts stand clear of each other, of the curves and of the lines of events: read from the painting.

The clean charts are looked at as vectors, before cursor and reading are laid over them.
"""

import pytest
from pytestqt.qtbot import QtBot

from mission_gui.domain.alternatives import Alternatives
from mission_gui.domain.frame import frame_at
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.panels.charts import Charts
from mission_gui.panels.layer import VECTOR
from mission_gui.panels.record import Record
from mission_gui.theme import DARK, Style
from tests import canned, ms19
from tests.panels.lettering import crossed, touching, written_in
from tests.panels.pictures import picture
from tests.panels.test_chart_scene import heavier

SIZES = ((1180, 174, 13.0), (740, 133, 10.0), (420, 520, 13.0))
MOMENTS = ("undocking", "ignition", "peak_load")


def pages(panel: Charts, mission: Mission, flight: Trajectory) -> list[Record]:
    """Every chart of every stretch at the main moments of a flight."""
    found = []
    for event in flight.events:
        if event.id in MOMENTS and event.time is not None:
            panel.show_frame(frame_at(mission, flight, mission.seconds(event.time)))
            for plan in panel._plans:
                drawn = panel.drawer.layers(plan, VECTOR).coming
                assert isinstance(drawn, Record)
                found.append(drawn)
    return found


@pytest.mark.parametrize(("wide", "high", "base"), SIZES)
@pytest.mark.parametrize("stacked", [False, True])
@pytest.mark.parametrize(("which", "language"), [("real", "ru"), ("heavy", "en")])
def test_no_words_touch_each_other_a_curve_or_a_line(
    qtbot: QtBot,
    request: pytest.FixtureRequest,
    which: str,
    wide: int,
    high: int,
    base: float,
    language: str,
    stacked: bool,
) -> None:
    if language == "ru":
        request.getfixturevalue("russian")
    heavy = which == "heavy"
    mission = canned.mission() if heavy else ms19.mission()
    flight = heavier(2.2) if heavy else ms19.trajectory()
    panel = Charts(Style(DARK, base))
    qtbot.addWidget(panel)
    panel.load(mission, flight)
    panel.show_alternatives(Alternatives(other=canned.trajectory()) if heavy else ms19.alternatives())
    panel.show_frame(frame_at(mission, flight, 0.0))
    panel.viewer.stack(stacked)
    picture(panel, wide, high)
    drawn = pages(panel, mission, flight)
    assert len(drawn) >= 6
    told = {text.text for record in drawn for text in written_in(record)}
    assert stacked or (wide, high) != SIZES[0][:2] or any(text.endswith(" g") for text in told)
    for record in drawn:
        texts = written_in(record)
        assert [text.text for text in texts if text.cut] == []
        assert [(a.text, b.text) for a, b in touching(texts, 1.0)] == []
        assert [text.text for text in crossed(record, texts)] == []
