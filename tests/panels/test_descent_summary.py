from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from mission_gui.domain.facts import Text
from mission_gui.domain.frame import Frame, frame_at
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.domain.vehicle import Canopy, Reserve
from mission_gui.panels.descent_figures import (
    NOTHING,
    current_stage,
    figures,
    peaks,
    shown,
    stage_times,
    stages_of,
)
from mission_gui.panels.descent_summary import DescentSummary, plan
from mission_gui.theme import Style
from tests import canned
from tests.canned import CHUTES, ENTRY, TOUCHDOWN

MISSION = canned.mission()
TRAJECTORY = canned.trajectory()


def moment(t: float) -> Frame:
    return frame_at(MISSION, TRAJECTORY, t)


def value(name: str, t: float) -> str:
    return next(figure.value for figure in figures(moment(t)) if figure.name == name)


def test_every_figure_says_where_it_comes_from() -> None:
    assert {figure.basis for figure in figures(moment(ENTRY + 60))} == {"model"}
    assert {f.basis for f in figures(moment(-600)) if f.value != "—"} == {"orbit"}


def test_what_means_nothing_above_the_air_is_a_dash() -> None:
    assert [value(name, 0) for name in ("Mach", "Dynamic pressure", "Heating", "Bank")] == ["—"] * 4
    assert value("Mach", ENTRY + 60) != "—"
    assert value("Bank", ENTRY + 60) != "—"


def test_the_peaks_stand_with_their_times() -> None:
    told = {figure.name: figure.value for figure in peaks(MISSION, TRAJECTORY)}
    assert told["Load"] == "3.80 g at 11:11"
    assert told["Heating"] == "70.0 W/cm² at 11:09"
    assert told["Radio blackout"] == "11:06 – 11:11"


def test_an_unsolved_descent_says_so() -> None:
    short = canned.trajectory(complete=False)
    short = replace(short, events=tuple(replace(event, modelled=None) for event in short.events))
    assert [figure.value for figure in peaks(MISSION, short)] == ["not solved yet"]


def test_the_parachutes_open_in_order() -> None:
    times = stage_times(MISSION, TRAJECTORY)
    assert times["drogue"] == CHUTES
    assert times["main"] == pytest.approx(CHUTES + 16.5)
    assert times["shield"] == 14233.0
    assert times["engines"] == pytest.approx(TOUCHDOWN, abs=1)


@pytest.mark.parametrize(
    ("t", "stage"),
    [(CHUTES - 1, ""), (CHUTES, "drogue"), (CHUTES + 20, "main"), (14300, "shield"), (TOUCHDOWN, "engines")],
)
def test_one_stage_is_the_current_one(t: float, stage: str) -> None:
    assert current_stage(stage_times(MISSION, TRAJECTORY), t) == stage


def test_near_the_ground_heights_and_speeds_are_in_metres() -> None:
    assert shown("altitude", 5500.0).endswith("500 m")
    assert shown("air_speed", 6.84) == "6.8 m/s"
    assert shown("altitude", 31_600.0) == "31.6 km"


def test_a_hover_tells_how_sure_a_figure_is(qtbot: QtBot) -> None:
    flight = canned.trajectory()
    sure = replace(flight, sigma={"altitude": np.full(len(flight.t), 1500.0)})
    page = DescentSummary(Style())
    qtbot.addWidget(page)
    page.resize(340, 480)
    page.load(canned.mission(), sure)
    page.show_frame(frame_at(canned.mission(), sure, 13500.0))
    rows = list(page.plan(frame_at(canned.mission(), sure, 13500.0)).rows(page.width()))
    tip = page.tip_at(rows[0].center())
    assert tip.startswith("Altitude") and "± 1.5 km" in tip and tip.endswith("reconstructed, not telemetry")
    assert "±" not in page.tip_at(rows[1].center())


def on_the_reserve() -> tuple[Mission, Trajectory]:
    """The canned flight, landed under a reserve that opened a minute after the drogue."""
    canopies = (
        Canopy("reserve_reefed", Text(""), 65.0, 5e3, None, 1.0),
        Canopy("reserve", Text(""), 420.0, None, 4.0, 2.0),
    )
    vehicle = replace(MISSION.vehicle, reserve=Reserve("drogue", canopies))
    opened = canned.event("reserve_parachute", modelled=CHUTES + 60)
    kept = tuple(event for event in TRAJECTORY.events if event.id != "main_parachute")
    return replace(MISSION, vehicle=vehicle), replace(TRAJECTORY, events=(*kept, opened))


def test_a_flight_on_the_reserve_shows_that_in_place_of_the_main_canopy() -> None:
    mission, flight = on_the_reserve()
    assert [key for key, _ in stages_of(flight)] == ["pilot", "drogue", "reefed", "reserve", "shield", "engines"]
    times = stage_times(mission, flight)
    assert "main" not in times
    assert (times["drogue"], times["reefed"], times["reserve"]) == (CHUTES, CHUTES + 60, CHUTES + 64)
    assert current_stage(times, CHUTES + 70) == "reserve"


def test_the_text_twin_names_the_reserve(qtbot: QtBot) -> None:
    mission, flight = on_the_reserve()
    page = DescentSummary(Style())
    qtbot.addWidget(page)
    page.load(mission, flight)
    page.show_frame(frame_at(mission, flight, CHUTES + 70))
    assert "Parachute sequence: Reserve." in page.accessibleDescription()


@pytest.mark.parametrize("height", [60.0, 85.0, 110.0, 140.0, 170.0, 200.0, 250.0, 300.0, 420.0, 540.0, 900.0])
@pytest.mark.parametrize("t", [0.0, ENTRY + 60, CHUTES + 30])
def test_rows_can_be_read_however_low_the_page_is(height: float, t: float) -> None:
    laid = plan(figures(moment(t)), 4, height, unit=0.8)
    rows = list(laid.rows(272.0))
    assert laid.peaks == (4 if height > 150.0 else 0)
    assert len(rows) == len(laid.figures) + laid.peaks
    assert all(row.height() >= 0.8 * 14 - 1e-9 for row in rows)
    assert all(a.bottom() <= b.top() + 1e-9 for a, b in zip(rows, rows[1:], strict=False))
    assert rows[-1].bottom() <= height


def test_what_says_nothing_is_left_out_first() -> None:
    laid = plan(figures(moment(0.0)), 4, 230.0, unit=0.8)
    gone = [figure for figure in figures(moment(0.0)) if figure not in laid.figures]
    assert gone and all(figure.value == NOTHING for figure in gone)
