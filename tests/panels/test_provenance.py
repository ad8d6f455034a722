"""Every figure on the board tells where it comes from, by one mechanism that hover and the layer of sources share."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize
from pytestqt.qtbot import QtBot

from mission_gui.domain.dossier import conflicts
from mission_gui.domain.events import Event
from mission_gui.domain.facts import Kind, Provenance, Report, Source, Text
from mission_gui.domain.frame import Frame, frame_at
from mission_gui.domain.mission import Mission
from mission_gui.missionfile import find_mission, read_mission
from mission_gui.panels.header_text import mission_told, reconstructed
from mission_gui.panels.provenance import OF_BASIS, OF_KIND, ORIGIN_NAMES, Origin, Sourced, origin_of, words_at, wrapped
from mission_gui.panels.side_tabs import PAGES, SideTabs
from mission_gui.panels.table import PANELS, panel_type
from mission_gui.panels.zone_facts import zone_note, zone_rows
from mission_gui.panels.zone_sources import place_told, row_sources
from mission_gui.theme import Style
from tests import ms19
from tests.panels.pictures import picture

SIZES = {"header": QSize(1904, 56), "timeline": QSize(1904, 94), "charts": QSize(1200, 174)}


def frame(where: str) -> Frame:
    return frame_at(ms19.mission(), ms19.trajectory(), ms19.time_of(where) + 120.0)


def nominal() -> Mission:
    """A flight of which no landing point was published."""
    known = Provenance(Kind.ASSUMED, Text("a list of zones"), note=Text("The nominal area"))
    return replace(ms19.mission(), landing=replace(ms19.mission().landing, provenance=known))


@pytest.mark.parametrize("where", ["undocking", "entry_interface", "touchdown"])
@pytest.mark.parametrize("name", PANELS)
def test_every_panel_names_the_origin_of_its_figures_and_a_hover_tells_it(qtbot: QtBot, name: str, where: str) -> None:
    panel = panel_type(name)(Style())
    qtbot.addWidget(panel)
    panel.resize(SIZES.get(name, QSize(820, 640)))
    panel.load(ms19.mission(), ms19.trajectory())
    panel.show_alternatives(ms19.alternatives())
    panel.show_frame(frame(where))
    if isinstance(panel, SideTabs):
        panel.show_page(PAGES[0])
    picture(panel, panel.width(), panel.height())
    figures = panel.sourced()
    assert figures, name
    room = QRectF(panel.rect()).adjusted(-20, -20, 20, 20)
    for figure in figures:
        head, _, _ = figure.words().partition("\n")
        assert head.strip(), figure
        assert room.contains(figure.box.center()), (name, head)
    hovered = [panel.tip_at(figure.box.center()) for figure in figures]
    assert all(hovered), name


@pytest.mark.parametrize("page", range(len(PAGES)))
def test_every_page_of_figures_has_them(qtbot: QtBot, page: int) -> None:
    tabs = SideTabs(Style())
    qtbot.addWidget(tabs)
    tabs.resize(340, 560)
    tabs.load(ms19.mission(), ms19.trajectory())
    tabs.show_frame(frame("entry_interface"))
    tabs.show_page(PAGES[page])
    picture(tabs, 340, 560)
    # A card is text with its sources under it, no figure.
    assert bool(tabs.sourced()) is (PAGES[page].__name__ != "Cards")


def test_of_figures_within_one_another_the_smallest_tells() -> None:
    outer = Sourced(QRectF(0, 0, 100, 100), Origin.PUBLISHED, lambda: "outer")
    inner = Sourced(QRectF(40, 40, 20, 20), Origin.MODELLED, lambda: "inner")
    assert words_at([outer, inner], QPointF(50, 50)) == "inner"
    assert words_at([inner, outer], QPointF(10, 10)) == "outer"
    assert words_at([outer, inner], QPointF(200, 10)) == ""
    assert inner.moved(QPointF(5, 0)).box == QRectF(45, 40, 20, 20)


def test_the_time_of_an_event_is_as_well_known_as_its_best_report() -> None:
    source, at = Source("a", Text("A")), ms19.mission().epoch
    actual, derived = (Report(at, source, kind, 60.0) for kind in (Kind.ACTUAL, Kind.DERIVED))
    event = Event("x", Text("X"))
    assert origin_of(event) is Origin.UNKNOWN
    assert origin_of(replace(event, assumed=(Report(at, source, Kind.ASSUMED, 60.0),))) is Origin.ASSUMED
    assert origin_of(replace(event, planned=(Report(at, source, Kind.PLANNED, 60.0),))) is Origin.PLANNED
    assert origin_of(replace(event, modelled=at)) is Origin.MODELLED
    assert origin_of(replace(event, actual=(derived,), modelled=at)) is Origin.DERIVED
    assert origin_of(replace(event, actual=(actual, derived))) is Origin.PUBLISHED


def test_every_kind_and_every_basis_has_a_word() -> None:
    assert set(OF_KIND.values()) | set(OF_BASIS.values()) | {Origin.UNKNOWN} == set(ORIGIN_NAMES)


def test_without_a_published_landing_point_the_flight_is_said_to_go_to_the_nominal_zone() -> None:
    mission, coming = nominal(), frame("undocking")
    assert "nominal zone" in zone_note(coming, mission.landing)
    assert "nominal zone" not in zone_note(coming, ms19.mission().landing)
    assert "nominal zone" in reconstructed(mission) and "landing time and place" in reconstructed(ms19.mission())
    assert "No landing point was published" in place_told(mission) and "a list of zones" in place_told(mission)
    origins = [origin for origin, _ in row_sources(mission, ms19.alternatives(), coming)]
    assert origins.count(Origin.ASSUMED) >= 1 and origins.count(Origin.UNKNOWN) >= 1


def test_each_row_of_the_landing_zone_says_where_it_is_from() -> None:
    mission, coming = ms19.mission(), frame("undocking")
    told = [words() for _, words in row_sources(mission, ms19.alternatives(), coming)]
    rows = zone_rows(mission, ms19.alternatives(), coming)
    assert len(told) == len(rows)
    assert all("\n" in words for words in told)


def test_a_port_that_no_source_tells_is_said_not_to_be_known() -> None:
    assert "Port: Rassvet" in mission_told(ms19.mission())
    bare = read_mission(find_mission("soyuz-tma-13"))
    assert "Port: not known" in mission_told(bare)


def test_a_long_line_of_a_tip_is_broken() -> None:
    assert max(map(len, wrapped("word " * 60).split("\n"))) <= 96


def test_the_note_beside_a_heading_tells_where_it_comes_from(qtbot: QtBot) -> None:
    for name in ("ground_track", "landing_zone", "proximity", "descent"):
        panel = panel_type(name)(Style())
        qtbot.addWidget(panel)
        assert panel.note_source() is None, "nothing is told before there is a flight"
        panel.load(ms19.mission(), ms19.trajectory())
        panel.show_frame(frame("entry_interface"))
        known = panel.note_source()
        assert panel.note and known is not None and known[0] is Origin.MODELLED and known[1], name


def test_the_mission_says_how_much_its_sources_differ_about() -> None:
    mission = ms19.mission()
    assert f": {len(conflicts(mission))} (mission-gui conflicts soyuz-ms-19" in mission_told(mission)
