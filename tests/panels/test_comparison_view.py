"""The view of a comparison: one cursor for all, the map's reach, the table and how it is read."""

import re
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mission_gui.panels.comparison_charts import ComparisonCharts
from mission_gui.panels.comparison_head import TILES, TITLE
from mission_gui.panels.comparison_map import ComparisonMap
from mission_gui.panels.comparison_model import fitting_rows, lines
from mission_gui.panels.comparison_series import SERIES, ink
from mission_gui.panels.comparison_sheet import ComparisonSheet
from mission_gui.panels.comparison_view import ComparisonView
from mission_gui.panels.comparison_ways import fitted_view
from mission_gui.panels.comparison_words import headline
from mission_gui.panels.label_row import contrast
from mission_gui.physics.comparison import MOST, compare
from mission_gui.theme import THEMES, Style
from tests import returns
from tests.returns import ballistic


@pytest.fixture
def view(qtbot: QtBot) -> ComparisonView:
    made = ComparisonView(Style())
    qtbot.addWidget(made)
    made.resize(1600, 900)
    made.show_comparison(ballistic())
    made.show()
    return made


def cell(sheet: ComparisonSheet, name: str, column: int, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> str:
    figures = sheet.figures
    assert figures is not None
    for number in range(figures.rowCount()):
        if figures.index(number, 0).data() == name:
            return str(figures.index(number, column).data(role))
    raise KeyError(name)


def test_every_flight_can_be_told_apart_without_colour() -> None:
    assert len(SERIES) == MOST
    assert len({dashes for _, dashes in SERIES}) == MOST
    assert len({color for color, _ in SERIES}) == MOST


@pytest.mark.parametrize("theme", THEMES)
def test_what_is_written_of_a_flight_can_be_read(theme: str) -> None:
    look = Style(THEMES[theme])
    for number in range(MOST):
        assert contrast(ink(look, number), look.color("panel")) >= 4.5


def test_the_cursor_reads_all_flights_at_once(view: ComparisonView) -> None:
    view.point(-1035.0)
    told = view.charts.accessibleDescription()
    assert told.startswith("T−0:17:15; Load: MS-19 3.3")
    assert "TMA-11 8.6" in told and "Dynamic pressure: MS-19" in told
    assert view.map.cursor_t == -1035.0
    assert len(view.charts.profile.dots) == 2
    view.point(None)
    assert view.charts.load_chart.dots == () and view.map.cursor_t is None


def test_the_keys_move_the_cursor(view: ComparisonView) -> None:
    view.point(-600.0)
    for key, modifier, t in (
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, -610.0),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier, -609.0),
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, -549.0),
        (Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier, view.charts.window_.end),
    ):
        QTest.keyClick(view.charts, key, modifier)
        assert view.charts.cursor_t == pytest.approx(t)
    QTest.keyClick(view.charts, Qt.Key.Key_Escape)
    assert view.charts.cursor_t is None


def test_zooming_keeps_the_time_under_the_pointer_and_nought_shows_all(view: ComparisonView) -> None:
    charts: ComparisonCharts = view.charts
    before = charts.window_
    share = (-900.0 - before.start) / before.span
    charts.zoom(3.0, -900.0)
    after = charts.window_
    assert after.span < before.span
    assert (-900.0 - after.start) / after.span == pytest.approx(share)
    QTest.keyClick(charts, Qt.Key.Key_0)
    assert charts.window_ == before


def test_the_map_shows_both_landings_and_both_ways_from_the_entry(view: ComparisonView) -> None:
    shown: ComparisonMap = view.map
    for way in shown.ways:
        for place in (way.landing, way.aim, way.track.at(way.entry)):
            assert shown._view.shows(*shown._view.xy(*place)), way.name
    assert [bool(way.short) for way in shown.ways] == [False, True]
    assert "430 km from the aim point" in shown.accessibleDescription()


def test_pointing_at_a_track_reads_that_moment(view: ComparisonView) -> None:
    way = view.map.ways[1]
    t = way.entry + 200.0
    view.map.point(QPointF(*view.map._view.xy(*way.track.at(t))))
    assert view.charts.cursor_t == pytest.approx(t - way.zero, abs=15.0)
    view.map.point(QPointF(2.0, 2.0))
    assert view.charts.cursor_t is None


def test_a_map_over_the_antimeridian_stays_in_one_piece() -> None:
    places = np.array([[179.0, 10.0], [-178.0, 12.0], [175.0, 8.0]])
    view = fitted_view(800.0, 400.0, places)
    pixels = [view.xy(x, y) for x, y in places.tolist()]
    assert all(view.shows(*pixel) for pixel in pixels)
    assert pixels[2][0] < pixels[0][0] < pixels[1][0]
    assert view.scale > 20


def test_the_table_tells_values_differences_and_sources(view: ComparisonView) -> None:
    sheet = view.sheet
    assert [cell(sheet, "Peak load", column) for column in (1, 2, 3)] == ["3.9 g", "8.6 g", "+4.7 g"]
    assert (cell(sheet, "Port", 2), cell(sheet, "From the aim point, reported", 1)) == ("Zarya", "not known")
    assert "columbiatribune" in cell(sheet, "Peak load, reported", 2, Qt.ItemDataRole.ToolTipRole)
    told = cell(sheet, "Peak load, reported", 2, Qt.ItemDataRole.AccessibleTextRole)
    assert told == "8.2 g, published, actual"


def test_a_picture_leaves_the_least_telling_rows_out_and_keeps_the_order(view: ComparisonView) -> None:
    rows = ballistic().rows
    some = fitting_rows(rows, 12)
    assert len(lines(some)) <= 12 < len(lines(rows))
    assert "peak_load_replayed" in {row.id for row in some}
    assert [row for row in rows if row in some] == list(some)
    view.set_bare(True)
    assert view.sheet.left_out > 0
    view.set_bare(False)
    assert view.sheet.left_out == 0


def test_a_hover_on_a_large_figure_tells_where_it_comes_from(view: ComparisonView) -> None:
    told = view.head.tip_at(QPointF(40.0, view.look.px(TITLE) + 20.0))
    assert told.startswith("MS-19: Peak load, modelled: 3.9 g\nmodelled")
    assert "TMA-11: Peak load, modelled: 8.6 g" in told and "flight model" in told
    assert "aim point is assumed" in view.head.tip_at(QPointF(view.head.width() - 5.0, view.look.px(TITLE) + 20.0))
    assert view.head.tip_at(QPointF(40.0, 10.0)) == ""


def test_of_six_flights_none_is_left_out(qtbot: QtBot) -> None:
    flights = [returns.flown("soyuz-ms-19"), returns.flown("soyuz-tma-11")]
    six = [(replace(mission, id=f"{mission.id}-{i}"), flight) for i in range(3) for mission, flight in flights]
    view = ComparisonView(Style())
    qtbot.addWidget(view)
    view.resize(1280, 720)
    view.show_comparison(compare(six))
    view.show()
    image = view.head.grab().toImage()
    tile = image.copy(0, round(view.look.px(TITLE)), image.width() // len(TILES), image.height())
    colors = {tile.pixel(x, y) for x in range(tile.width()) for y in range(tile.height())}
    assert {view.look.color(color).rgb() for color, _ in SERIES} <= colors
    figures = view.sheet.figures
    assert figures is not None and figures.columnCount() == 1 + MOST
    assert "against MS-19: +4.7 g" in cell(view.sheet, "Peak load", 2, Qt.ItemDataRole.ToolTipRole)


def test_the_headline_says_what_ballistic_means() -> None:
    told = headline(ballistic())
    assert told == (
        "MS-19: guided descent, 3.9 g at most, 2 km from the aim point; "
        "TMA-11: ballistic descent, 8.6 g at most, 430 km from the aim point (modelled)."
    )


@pytest.mark.usefixtures("russian")
def test_in_russian_nothing_is_left_in_english(view: ComparisonView) -> None:
    told = headline(ballistic())
    assert told.startswith("МС-19: управляемый спуск, до 3,9 g, 2 км от точки прицеливания")
    assert cell(view.sheet, "Стыковочный узел", 1) == "«Рассвет»"
    assert cell(view.sheet, "Наибольшая перегрузка", 3) == "+4,7 g"


def test_every_chart_has_a_text_twin_of_its_own(view: ComparisonView) -> None:
    whole = view.charts.load_chart.accessibleDescription()
    assert whole.startswith("MS-19: highest on the chart ") and "TMA-11: highest on the chart 8.6" in whole
    assert whole.endswith("Modelled.")
    way = view.charts.profile.accessibleDescription()
    told = r"parachutes at 10.7 km, \S+ \d+ km from its entry, landing (\S+) \d+ km from its entry\."
    assert re.fullmatch(rf"MS-19: {told} TMA-11: {told} Modelled\.", re.sub(r"\s", " ", way)), way
    twins = [chart.accessibleDescription() for chart in view.charts.charts]
    assert len(set(twins)) == len(twins)
    view.point(-1035.0)
    now = view.charts.load_chart.accessibleDescription()
    assert now.startswith("T−0:17:15. MS-19: 3.3") and "TMA-11: 8.6" in now
    view.charts.zoom(8.0, -1035.0)
    assert view.charts.load_chart.accessibleDescription() != now  # what is highest is so in the window
    view.point(None)
    assert not view.charts.load_chart.accessibleDescription().startswith("T−")


def test_every_chart_is_reached_by_tab_and_has_the_keys_of_all(view: ComparisonView) -> None:
    view.activateWindow()
    view.charts.setFocus()
    for chart in view.charts.charts:
        before = QApplication.focusWidget()
        assert before is not None
        QTest.keyClick(before, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is chart
    view.point(-600.0)
    QTest.keyClick(view.charts.small[0], Qt.Key.Key_Left)
    assert view.charts.cursor_t == -610.0


def test_the_table_does_not_move_when_it_gets_the_keyboard(view: ComparisonView) -> None:
    view.activateWindow()
    view.charts.setFocus()
    places = []
    for part in (view.charts, view.sheet):
        part.setFocus()
        QApplication.processEvents()
        assert QApplication.focusWidget() is part
        places.append((view.sheet.viewport().geometry(), view.sheet.horizontalHeader().geometry()))
    assert places[0] == places[1]
