"""Charts, map and landing zone in Russian: no English word is left, nothing stays behind after a switch."""

import re
from collections.abc import Callable, Iterable
from typing import TypeVar

import numpy as np
import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget
from pytestqt.qtbot import QtBot

from mission_gui.domain.alternatives import NONE
from mission_gui.domain.frame import Frame, frame_at
from mission_gui.language import choose
from mission_gui.panels import map_wording
from mission_gui.panels.base import Panel
from mission_gui.panels.chart_flight import LEVEL_NAMES
from mission_gui.panels.chart_grid import GUTTER
from mission_gui.panels.chart_specs import CHARTS
from mission_gui.panels.charts import Charts
from mission_gui.panels.ground_track import GroundTrack
from mission_gui.panels.landing_zone import LandingZone
from mission_gui.panels.map_controls import REACHES, words
from mission_gui.panels.map_edges import edge_labels
from mission_gui.panels.map_paint import text_size
from mission_gui.panels.map_view import fitted
from mission_gui.panels.state_block import LEGEND, state_size
from mission_gui.panels.zone_facts import basis, zone_rows
from mission_gui.theme import DARK, Style
from tests import ms19
from tests.panels.pictures import picture

P = TypeVar("P", bound=Panel)
ALLOWED = re.compile(r"UTC|\b[VRH]-bar\b|\bT\b|\bg\b|pip install 'mission-gui\[imagery\]'")
"""What is written in Latin letters in Russian too."""
TIMES = (-3000.0, 60.0, 3600.0, 6000.0, 12000.0, 13400.0, 13700.0, 14400.0, 14900.0, 22000.0)


def english(texts: Iterable[str]) -> list[str]:
    """Those with a word in Latin letters that is none of the `ALLOWED`."""
    return [text for text in texts if re.search("[A-Za-z]", ALLOWED.sub("", text))]


def frames() -> list[Frame]:
    return [frame_at(ms19.mission(), ms19.trajectory(), t) for t in TIMES]


def made(qtbot: QtBot, kind: Callable[[Style], P], width: int, height: int) -> P:
    panel = kind(Style(DARK))
    qtbot.addWidget(panel)
    panel.resize(width, height)
    panel.load(ms19.mission(), ms19.trajectory())
    panel.show_frame(frames()[2])
    return panel


def told(widget: QWidget) -> list[str]:
    """All that a widget and those in it tell beside their pictures."""
    found = []
    for each in (widget, *widget.findChildren(QWidget)):
        found += [each.accessibleName(), each.accessibleDescription(), each.toolTip()]
        found += [each.text()] if isinstance(each, QAbstractButton) else []
    return found


def lines(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.findChildren(QAction)] + [menu.accessibleName()]


def test_the_charts_tell_everything_in_russian(qtbot: QtBot, russian: None) -> None:
    charts = made(qtbot, Charts, 1180, 174)
    charts.viewer.choose(tuple(CHARTS))
    assert charts.words is not None
    for frame in frames():
        charts.show_frame(frame)
        assert not english([str(charts.title), charts.describe(frame), *told(charts)])
        tip = charts.words.tip(list(CHARTS.values()), frame.t)
        for limit in charts.words.flight.limits:
            tip = tip.replace(str(limit.provenance.source), "")
        assert not english([tip])
        assert not english(charts.words.twin(spec, frame, charts.viewer.window) for spec in CHARTS.values())
        assert not english(sign.text for sign in charts.controls.signs)
        for chart in charts.charts:
            reading = chart.reading
            assert not english([reading.value, reading.unit, reading.tag, reading.companion])
            scene = charts.drawer.scene(chart.plan) if chart.plan is not None else None
            assert scene is not None
            assert not english([*(str(mark.label) for mark in scene.marks), *(zone.name for zone in scene.zones)])
    assert not english([*lines(charts.menu()), *(str(name) for name in LEVEL_NAMES.values())])


def test_the_map_tells_everything_in_russian(qtbot: QtBot, russian: None) -> None:
    track = made(qtbot, GroundTrack, 900, 560)
    mission, flight = ms19.mission(), ms19.trajectory()
    assert track.flight is not None
    for frame in frames():
        track.show_frame(frame)
        assert not english([str(track.heading), track.note, track.describe(frame), *told(track)])
        rows = map_wording.state_rows(frame, track.flight.light)
        assert not english([map_wording.state_tip(flight, frame), map_wording.basis_note(frame)])
        assert not english(text for row in rows for text in row)
        assert not english(map_wording.track_tip(mission, frame))
        for station in mission.stations:
            assert not english(map_wording.station_tip(mission, flight, station.id, frame.t))
    assert not english([*lines(track.menu((60.0, 50.0))), *(str(words(reach)) for reach in REACHES)])
    assert not english([*(str(entry.name) for entry in LEGEND), *(mark.text for mark in track.flight.marks)])
    assert not english(text for text, *_ in edge_labels(fitted(900.0, 560.0), Style(DARK)))


def test_the_landing_zone_tells_everything_in_russian(qtbot: QtBot, russian: None) -> None:
    zone = made(qtbot, LandingZone, 700, 560)
    for frame in frames():
        zone.show_frame(frame)
        assert not english([str(zone.heading), zone.note, zone.describe(frame), *told(zone), basis(ms19.mission())])
        rows = zone_rows(ms19.mission(), zone.alternatives, frame)
        assert not english(text for row in rows for text in row)


@pytest.mark.usefixtures("qtbot", "russian")
def test_no_reading_meets_its_name() -> None:
    style, flight = Style(DARK), ms19.trajectory()
    changes = map_wording.light_changes(flight.t, flight.channels["sunlit"])
    for frame in frames():
        for rows in (map_wording.state_rows(frame, changes), zone_rows(ms19.mission(), NONE, frame)):
            width, _ = state_size(style, tuple(name for name, _ in rows))
            for name, value in rows:
                taken = text_size(name, style.sans("small"))[0] + text_size(value, style.mono("small", 500))[0]
                assert taken + style.px(24 + 6) <= width, (name, value)


@pytest.mark.usefixtures("qtbot", "russian")
def test_every_chart_has_a_name_that_fits_beside_a_stacked_plot() -> None:
    style = Style(DARK)
    room = style.px(GUTTER - 16)
    for spec in CHARTS.values():
        assert any(text_size(name.upper(), style.sans("small", 500, 80))[0] <= room for name in spec.names), spec.id


@pytest.mark.parametrize(("kind", "height"), [(Charts, 174), (GroundTrack, 520), (LandingZone, 520)])
def test_a_switch_and_back_gives_the_same_picture(qtbot: QtBot, kind: Callable[[Style], Panel], height: int) -> None:
    before = picture(made(qtbot, kind, 900, height), 900, height)
    try:
        choose("ru")
        between = picture(made(qtbot, kind, 900, height), 900, height)
    finally:
        choose("en")
    after = picture(made(qtbot, kind, 900, height), 900, height)
    assert not np.array_equal(between, before)
    assert np.array_equal(after, before)
