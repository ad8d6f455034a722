"""Labels of the map and the landing zone as they are painted: none touches another, is cut, or covers the ship.

`make sweep` asks the same of every mission.
"""

from collections.abc import Iterator
from functools import cache

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from pytestqt.qtbot import QtBot

from mission_gui.domain.alternatives import Alternatives
from mission_gui.domain.frame import frame_at
from mission_gui.domain.language import ENGLISH
from mission_gui.language import LANGUAGES
from mission_gui.language import choose as speak
from mission_gui.panels.ground_track import GroundTrack
from mission_gui.panels.landing_zone import LandingZone
from mission_gui.panels.record import Record
from mission_gui.theme import DARK, Style
from tests import ms19, returns
from tests.panels.lettering import touching, written_in
from tests.panels.map_faults import faults, moments

FLIGHTS = ("soyuz-ms-19", "soyuz-tma-11")
MAPS = [(740, 442, 8.5), (1220, 714, 13.0)]
"""Width, height and type of the map on a board of 1280 by 720 and of 1920 by 1080."""
NEAR = [(60.0, 45.0, 4.0), (69.6, 47.4, 25.0), (69.6, 47.4, 150.0), (179.0, 50.0, 3.0)]
CHARTS = [(740, 442, 8.5), (1220, 714, 13.0), (330, 240, 13.0)]


@cache
def alternatives(name: str) -> Alternatives:
    if name == "soyuz-ms-19":
        return ms19.alternatives()
    from mission_gui.session.alternatives import alternatives as found

    return found(*returns.flown(name), use_cache=False)


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest, qapp: object) -> Iterator[str]:
    speak(request.param)
    yield request.param
    speak(ENGLISH)


@pytest.mark.parametrize("size", MAPS, ids=str)
@pytest.mark.parametrize("name", FLIGHTS)
def test_on_the_whole_earth(qtbot: QtBot, language: str, name: str, size: tuple[int, int, float]) -> None:
    panel = shown(qtbot, GroundTrack, name, size)
    assert isinstance(panel, GroundTrack)
    assert all_faults(panel, name) == []


@pytest.mark.parametrize("place", NEAR, ids=str)
def test_close_in(qtbot: QtBot, russian: None, place: tuple[float, float, float]) -> None:
    panel = shown(qtbot, GroundTrack, FLIGHTS[0], MAPS[1])
    panel.restore_view({"at": place[:2], "nearness": place[2]})
    assert all_faults(panel, FLIGHTS[0], every=3) == []


@pytest.mark.parametrize("size", CHARTS, ids=str)
@pytest.mark.parametrize("name", FLIGHTS)
def test_on_the_landing_zone(qtbot: QtBot, russian: None, name: str, size: tuple[int, int, float]) -> None:
    assert all_faults(shown(qtbot, LandingZone, name, size), name) == []


def shown(
    qtbot: QtBot, kind: type[GroundTrack] | type[LandingZone], name: str, size: tuple[int, int, float]
) -> GroundTrack | LandingZone:
    width, height, base = size
    panel = kind(Style(DARK, base))
    qtbot.addWidget(panel)
    panel.resize(width, height)
    panel.load(*returns.flown(name))
    panel.show_alternatives(alternatives(name))
    return panel


def all_faults(panel: GroundTrack | LandingZone, name: str, every: int = 2) -> list[str]:
    found = []
    for t in moments(*returns.flown(name))[::every]:
        frame = frame_at(*returns.flown(name), t)
        panel.show_frame(frame)
        found += [f"{t:.0f} s: {fault}" for fault in faults(panel, frame)]
    return found


def test_a_text_over_another_and_one_that_is_cut_are_found(qapp: object) -> None:
    record = Record(100, 40)
    painter = QPainter(record)
    painter.setFont(Style().sans())
    painter.drawText(10, 20, "one")
    painter.drawText(24, 22, "two")
    painter.drawText(90, 35, "three")
    painter.end()
    one, two, three = written_in(record)
    assert list(touching([one, two, three], 1.0)) == [(one, two)]
    assert [text.cut for text in (one, two, three)] == [False, False, True]
    assert three.seen.right() <= QRectF(record.bounds).right() < three.ink.right()
