"""What the descent panel says."""

from dataclasses import replace

import numpy as np
import pytest

from mission_gui.domain.alternatives import Alternatives
from mission_gui.domain.events import Phase
from mission_gui.domain.frame import Frame, frame_at
from mission_gui.domain.trajectory import Trajectory
from mission_gui.domain.whatif import WhatIf
from mission_gui.panels.descent_scene import SEQUENCE, Scene, neighbours, scene
from mission_gui.panels.descent_words import (
    beside_words,
    blackout_words,
    describe,
    fate,
    labels,
    note,
    parting,
    readings,
    state,
    tip,
)
from mission_gui.physics.propagate import what_if
from tests import canned, ms19
from tests.canned import CHUTES, ENTRY, IGNITION, SEPARATION, TOUCHDOWN

MISSION, FLIGHT = canned.mission(), canned.trajectory()


def made(flight: Trajectory = FLIGHT) -> Scene:
    found = scene(MISSION, flight)
    assert found is not None
    return found


def moment(t: float) -> Frame:
    return frame_at(MISSION, FLIGHT, t)


def ballistic(below: float) -> Trajectory:
    assert FLIGHT.solution is not None
    return replace(FLIGHT, solution=replace(FLIGHT.solution, lift_lost=below))


@pytest.mark.parametrize(
    ("t", "headline", "detail"),
    [
        (IGNITION - 600, "Module separation in 00:37:54", "the way down begins 11:02:05"),
        (SEPARATION + 60, "Modules separated", "entry interface in 00:01:58"),
        (ENTRY + 10, "Entry, guided", "blackout in 00:01:22"),
        (13840, "Entry, guided", "blackout end in 00:00:10, no radio until 11:11:53"),
        (CHUTES + 5, "Parachute: drogue", "heat shield off in 00:04:22"),
        (TOUCHDOWN + 5, "Landed 11:28:03", "peak load 3.80 g, peak heating 70.0 W/cm²"),
    ],
)
def test_it_says_what_is_going_on_and_what_comes_next(t: float, headline: str, detail: str) -> None:
    happening, parts = state(MISSION, made(), moment(t))
    assert happening == headline
    assert ", ".join(parts).startswith(detail)


def test_at_the_separation_as_its_event_tells_it_the_modules_are_separated() -> None:
    """The time of an event is rounded to a microsecond, so that it may lie a little before the way down."""
    happening, _ = state(MISSION, made(), moment(SEPARATION - 4e-7))
    assert happening == "Modules separated"


def test_before_the_descent_is_computed_it_says_so_and_tells_what_is_published() -> None:
    short = canned.trajectory(complete=False)
    frame = frame_at(MISSION, short, 5000.0)
    happening, detail = state(MISSION, None, frame)
    assert happening == "The descent is not computed yet"
    assert detail == ("deorbit burn 10:34:11 UTC", "landing 11:28:03 UTC")
    told = {reading.name: reading.value for reading in readings(short, frame)}
    assert told["Range to go"] == "—", "the range of an unfinished flight leads nowhere"
    assert "not computed yet" in describe(MISSION, short, None, frame)


def test_a_flight_that_lost_its_lift_is_ballistic_from_there_on() -> None:
    lost = made(ballistic(60e3))
    assert lost.lost is not None
    above, below = moment(lost.lost - 10), moment(lost.lost + 10)
    assert state(MISSION, lost, above)[0] == "Entry, guided"
    assert state(MISSION, lost, below)[0] == "Entry, ballistic"
    assert "bank" in note(lost, above) and "rolling, no lift" in note(lost, below)


def test_lift_that_would_be_lost_below_the_parachutes_is_not_lost() -> None:
    solution = ms19.trajectory().solution
    assert solution is not None
    low = replace(ms19.trajectory(), solution=replace(solution, lift_lost=5e3))
    found = scene(ms19.mission(), low)
    assert found is not None and found.lost is None


def test_the_bank_is_told_with_its_side() -> None:
    banked = replace(moment(ENTRY + 60), values={**moment(ENTRY + 60).values, "bank": np.radians(-56.0)})
    assert "bank 56° left" in note(made(), banked)


def test_each_figure_tells_how_sure_it_is_and_where_it_comes_from() -> None:
    unsure = replace(FLIGHT, sigma={"altitude": np.full(len(FLIGHT.t), 1500.0)})
    told = {reading.name: reading for reading in readings(unsure, moment(ENTRY + 200))}
    assert (told["Altitude"].unit, told["Altitude"].below) == ("km", "± 1.5 km · modelled")
    assert told["Mach"].unit == "" and told["Mach"].below == "modelled"
    assert float(told["Load"].value) >= 0 and told["Load"].unit == "g"


def test_an_uncertainty_larger_than_its_figure_is_a_jump_and_is_not_told() -> None:
    sigma = {"load": np.full(len(FLIGHT.t), 400.0), "altitude": np.full(len(FLIGHT.t), 0.2)}
    told = {reading.name: reading.below for reading in readings(replace(FLIGHT, sigma=sigma), moment(13833))}
    assert told["Load"] == "modelled"
    assert told["Altitude"] == "modelled", "nor one below the last digit"


def test_numbers_with_thousands_keep_them() -> None:
    told = {reading.name: reading for reading in readings(FLIGHT, moment(CHUTES + 60))}
    assert told["Altitude"].value == f"{moment(CHUTES + 60).values['altitude']:,.0f}".replace(",", " ")
    assert told["Altitude"].unit == "m"


def test_the_sequence_runs_from_the_pilot_to_the_ground() -> None:
    found = scene(ms19.mission(), ms19.trajectory())
    assert found is not None
    assert [stage.key for stage in found.stages] == [key for key, _ in SEQUENCE]
    times = [stage.t for stage in found.stages]
    assert times == sorted(times) and len(set(times)) == len(times)
    told = {stage.key: stage for stage in found.stages}
    assert told["pilot"].height == "10.7 km" and told["shield"].height == "5.5 km"
    assert told["engines"].height == "0.8 m up" and told["landed"].time == "11:28:03"


def test_the_main_canopy_is_reefed_before_it_is_open() -> None:
    found = scene(ms19.mission(), ms19.trajectory())
    assert found is not None
    told = {stage.key: stage.t for stage in found.stages}
    assert told["reefed"] == pytest.approx(ms19.time_of("main_parachute"))
    assert told["main"] - told["reefed"] == pytest.approx(4.0)


def test_the_peaks_are_those_of_the_entry_not_of_the_canopies() -> None:
    found = scene(ms19.mission(), ms19.trajectory())
    assert found is not None
    load = next(strip for strip in found.strips if strip.channel == "load")
    assert float(load.t[load.peak]) == pytest.approx(ms19.time_of("peak_load"), abs=0.5)
    assert 3.7 < load.values[load.peak] < 4.0
    assert load.t[-1] <= ms19.time_of("parachutes")


def test_events_are_named_with_their_times_and_peaks_with_their_values() -> None:
    told = {mark.event.id: labels(made(), mark) for mark in made().marks}
    assert told["entry_interface"] == ("Entry interface 11:05", "Entry 11:05", "Entry")
    assert told["peak_load"] == ("Peak load 3.80 g 11:11", "3.80 g 11:11", "3.80 g")
    assert blackout_words(made())[0] == "radio blackout 11:06–11:11, 80 to 35 km"


def test_the_other_flight_is_told_by_its_load_and_where_it_lands() -> None:
    known = ms19.trajectory().solution
    assert known is not None
    told = Alternatives(
        other=what_if(ms19.mission(), known, WhatIf(lift_lost=80e3)),
        changed=what_if(ms19.mission(), known, WhatIf(ignition=20.0)),
    )
    found = scene(ms19.mission(), ms19.trajectory(), neighbours(told))
    assert found is not None and len(found.others) == 2
    words, question = (beside_words(other) for other in found.others)
    assert words[0].startswith("ballistic, 8.") and words[0].endswith("km short") and words[-1] == "ballistic"
    frame = frame_at(ms19.mission(), ms19.trajectory(), ms19.time_of("peak_load"))
    text = describe(ms19.mission(), ms19.trajectory(), found, frame)
    assert f"Beside it: {words[0]}." in text and f"Beside it: {question[0]}." in text
    assert question[0].startswith("what if, ") and question[0].endswith("km beyond")  # +7.3 km for each second


def test_only_what_the_model_follows_is_said_to_be_modelled() -> None:
    found = scene(ms19.mission(), ms19.trajectory())
    assert found is not None
    assert fate(found, "orbital") == ("burns up; modelled", f"to 60 km, {found.clock(_end(found), False)}")
    assert fate(made(), "orbital") == ("burns up;", "not modelled")
    assert fate(made(), "descent") == ("lands with the crew", "11:28, modelled")


def _end(found: Scene) -> float:
    return next(float(part.t[-1]) for part in found.trajectory.separated if part.id == "orbital")


def test_an_empty_ship_is_not_said_to_bring_a_crew_down() -> None:
    empty = replace(made(), mission=replace(MISSION, crew=()))
    assert (fate(made(), "descent")[0], fate(empty, "descent")[0]) == ("lands with the crew", "lands uncrewed")


def test_the_modules_are_together_until_they_part() -> None:
    assert parting(made(), SEPARATION - 1) == "together until 11:02:05"
    assert parting(made(), SEPARATION) == "apart since 11:02:05"


def test_the_twin_tells_the_whole_of_it() -> None:
    text = describe(MISSION, FLIGHT, made(), moment(CHUTES + 100))
    assert text.startswith("Descent. Parachute: main. ")
    for part in ("Altitude", "Speed (air)", "Load", "Range to go", "; modelled.", "Parachute sequence: main."):
        assert part in text, part


def test_the_pointer_tells_the_moment_and_the_sources_of_an_event() -> None:
    plain = tip(made(), 13600.0)
    assert plain.startswith("11:07:43 UTC · T+03:46:40")
    assert tip(made(), 13600.0, zero="touchdown").startswith("11:07:43 UTC · T−00:20:20")
    assert "modelled; reconstructed, not telemetry" in plain
    landing = next(mark for mark in made().marks if mark.event.id == "touchdown")
    told = tip(made(), landing.t, landing)
    assert "Landing (times in UTC)" in told and "Actual 11:28 (Canned data for tests)" in told
    assert moment(landing.t).phase is Phase.LANDED
