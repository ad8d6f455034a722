"""What the user chose about the charts: a value that is kept and restored, and the one who changes it."""

import json

import pytest
from pytestqt.qtbot import QtBot

from mission_gui.domain.channels import CHANNELS
from mission_gui.domain.events import Phase
from mission_gui.panels.chart_specs import CHARTS, PICKS, SHORT_NAMES
from mission_gui.panels.chart_view import ChartView, view_of
from mission_gui.panels.chart_viewer import NOTCH, Viewer
from mission_gui.panels.chart_windows import Window

VIEW = ChartView(("speed", "load"), True, {"load": True}, Window(100.0, 400.0))


def test_every_phase_picks_charts_that_there_are() -> None:
    assert set(PICKS) == set(Phase)
    for pick in PICKS.values():
        assert pick.charts and set(pick.charts) <= set(CHARTS)
        assert all(CHARTS[name].log for name in pick.log)


def test_every_chart_shows_channels_that_there_are_and_tells_two_curves_apart() -> None:
    for spec in CHARTS.values():
        assert {spec.channel, spec.beside} <= set(CHANNELS)
        if spec.companion:
            assert spec.companion in CHANNELS
            assert {spec.channel, spec.companion} <= set(SHORT_NAMES)


@pytest.mark.parametrize("view", [ChartView(), VIEW])
def test_a_view_survives_being_kept_in_a_file(view: ChartView) -> None:
    assert view_of(json.loads(json.dumps(view.state()))) == view


@pytest.mark.parametrize(
    "state",
    [
        {},
        {"choice": ["nonsense"], "log": {"nonsense": True}, "zoom": [5.0, 5.0]},
        {"choice": "load", "stacked": "yes", "log": ["load"], "zoom": ["a", "b"]},
        {"choice": 7, "log": 7, "zoom": [1.0, 2.0, 3.0]},
    ],
)
def test_what_cannot_be_is_left_out(state: dict[str, object]) -> None:
    assert view_of(state) == ChartView()


def test_the_phase_picks_until_the_user_does() -> None:
    assert [spec.id for spec in ChartView().charts(Phase.ENTRY)] == list(PICKS[Phase.ENTRY].charts)
    chosen = ChartView().toggled("mass", Phase.ENTRY)
    assert chosen.choice is not None
    assert set(chosen.choice) == {*PICKS[Phase.ENTRY].charts, "mass"}
    assert chosen.charts(Phase.DOCKED) == chosen.charts(Phase.ENTRY)


def test_the_last_chart_cannot_be_left_out() -> None:
    assert ChartView(("load",)).toggled("load", Phase.ENTRY) == ChartView(("load",))


def test_the_user_may_change_every_axis_that_can_be_logarithmic() -> None:
    reach = CHARTS["iss_range"]
    assert ChartView().is_log(reach, Phase.FLYAROUND)
    assert not ChartView().with_log("iss_range", False).is_log(reach, Phase.FLYAROUND)
    assert ChartView().with_log("iss_range", True).is_log(reach, Phase.FREE_FLIGHT)
    assert not ChartView().with_log("range_rate", True).is_log(CHARTS["range_rate"], Phase.FLYAROUND)


@pytest.fixture
def viewer(qtbot: QtBot) -> Viewer:
    made = Viewer()
    made.whole, made.window, made.t = Window(0.0, 10_000.0), Window(1000.0, 2000.0), 1250.0
    return made


def test_a_notch_zooms_about_the_moment(viewer: Viewer, qtbot: QtBot) -> None:
    with qtbot.waitSignal(viewer.changed):
        viewer.zoom_about_now(1.0)
    zoom = viewer.view.zoom
    assert zoom is not None
    assert zoom.span == pytest.approx(1000.0 * NOTCH)
    assert (1250.0 - zoom.start) / zoom.span == pytest.approx(0.25)


def test_a_moved_window_ends_with_the_flight(viewer: Viewer) -> None:
    viewer.move(1e9)
    assert viewer.view.zoom == Window(9000.0, 10_000.0)


def test_pages_turn_while_the_moment_runs_out_of_the_stretch(viewer: Viewer, qtbot: QtBot) -> None:
    viewer.look_at(Window(1000.0, 1400.0))
    with qtbot.assertNotEmitted(viewer.changed):
        viewer.turn_page(1399.0, 1401.0)
    assert viewer.view.zoom == Window(1400.0, 1800.0)


def test_pages_stay_while_the_user_looks_elsewhere(viewer: Viewer) -> None:
    viewer.look_at(Window(5000.0, 5400.0))
    viewer.turn_page(1399.0, 1401.0)
    assert viewer.view.zoom == Window(5000.0, 5400.0)


def test_without_a_flight_there_is_nothing_to_zoom(qtbot: QtBot) -> None:
    viewer = Viewer()
    viewer.zoom_about_now(3.0)
    viewer.move(60.0)
    assert viewer.view == ChartView()


def test_what_is_restored_lies_within_the_flight_and_is_no_wish(viewer: Viewer, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(viewer.changed):
        viewer.restore(ChartView(zoom=Window(-500.0, 500.0)))
    assert viewer.view.zoom == Window(0.0, 1000.0)


def test_every_line_of_the_menu_does_what_it_says(viewer: Viewer) -> None:
    lines = {entry.text: entry for entry in viewer.entries()}
    for name in (str(spec.title) for spec in CHARTS.values()):
        entry = lines[name]
        assert entry.deed is not None and entry.on is not None
        before = entry.on()
        entry.deed()
        assert entry.on() != before
    follow = lines["As the phase"]
    assert follow.deed is not None and follow.on is not None and not follow.on()
    follow.deed()
    assert follow.on()
