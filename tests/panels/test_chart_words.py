"""The charts in words: readings, text twins, tooltips."""

from dataclasses import replace

import numpy as np
import pytest

from mission_gui.domain.alternatives import NONE, Alternatives
from mission_gui.domain.events import Phase
from mission_gui.domain.frame import frame_at
from mission_gui.domain.limits import Level
from mission_gui.panels import wording
from mission_gui.panels.chart_flight import flight_of
from mission_gui.panels.chart_specs import CHARTS
from mission_gui.panels.chart_windows import Window, window_at
from mission_gui.panels.chart_words import Words, describe, reading_at
from tests import canned, ms19
from tests.panels.test_chart_scene import heavier

MISSION, FLIGHT = canned.mission(), canned.trajectory()
COASTING, PEAK = 12669.0, 13833.0
WORDS = Words(flight_of(MISSION, FLIGHT, NONE))


def twin(name: str, t: float, words: Words = WORDS) -> str:
    return words.twin(CHARTS[name], frame_at(MISSION, FLIGHT, t), window_at(MISSION, FLIGHT, t))


def test_altitude_and_load_read_as_on_the_board() -> None:
    frame = frame_at(MISSION, FLIGHT, COASTING)
    reading = reading_at(CHARTS["altitude"], frame)
    assert (reading.value, reading.unit) == (f"{frame.values['altitude'] / 1e3:.1f}", "km")
    assert reading_at(CHARTS["load"], frame).unit == "g"


def test_below_a_kilometre_metres_are_read() -> None:
    reading = reading_at(CHARTS["iss_range"], frame_at(MISSION, FLIGHT, 60.0))
    assert (reading.value, reading.unit) == ("180", "m")


def test_speed_is_inertial_in_orbit_and_through_the_air_below() -> None:
    orbit, canopy = frame_at(MISSION, FLIGHT, COASTING), frame_at(MISSION, FLIGHT, canned.CHUTES + 60)
    assert canopy.phase is Phase.PARACHUTE
    assert reading_at(CHARTS["speed"], orbit).tag == "inertial · modelled"
    assert reading_at(CHARTS["speed"], canopy).tag == "air · modelled"
    assert reading_at(CHARTS["speed"], canopy).channel == "air_speed"
    assert reading_at(CHARTS["speed"], canopy).companion.startswith("inertial")


def test_docked_values_are_called_propagated() -> None:
    assert reading_at(CHARTS["altitude"], frame_at(MISSION, FLIGHT, -600.0)).tag == "propagated"


def test_a_logarithmic_chart_says_so() -> None:
    assert reading_at(CHARTS["load"], frame_at(MISSION, FLIGHT, COASTING), log=True).tag == "modelled · log"


def test_a_reading_tells_the_limit_that_it_has_reached() -> None:
    trajectory = heavier(2.2)
    words = Words(flight_of(MISSION, trajectory, NONE))
    reading = reading_at(CHARTS["load"], frame_at(MISSION, trajectory, PEAK), words.flight.limits)
    assert reading.limit is not None
    assert reading.limit.level is Level.SERIOUS
    assert reading_at(CHARTS["load"], frame_at(MISSION, FLIGHT, PEAK), words.flight.limits).limit is None


def test_a_docked_ship_is_not_cautioned_for_being_close_to_the_station() -> None:
    flight = flight_of(ms19.mission(), ms19.trajectory(), NONE)
    near, docked = (frame_at(flight.mission, flight.trajectory, t) for t in (300.0, -600.0))
    assert reading_at(CHARTS["iss_range"], near, flight.limits).limit is not None
    assert reading_at(CHARTS["iss_range"], docked, flight.limits).limit is None
    assert "Caution" not in Words(flight).tip([CHARTS["iss_range"]], -600.0)


def test_the_sentence_says_all_values_and_their_origin() -> None:
    text = describe([CHARTS[name] for name in ("altitude", "speed", "load")], frame_at(MISSION, FLIGHT, COASTING))
    assert text.startswith("At 10:52:12 UTC: altitude ")
    assert "speed 7.66 km/s inertial" in text
    assert text.endswith("load 0.00 g; modelled.")


def test_the_twin_says_value_trend_highest_and_limits() -> None:
    text = twin("load", PEAK - 60)
    assert text.startswith("Load 1.40 g, rising, modelled.")
    assert "Highest on the chart 3.80 g at 11:11:36 UTC." in text
    assert "Limits: above a guided entry, 5 g; ballistic entry, 8 g; above a ballistic entry, 9 g." in text
    assert twin("load", PEAK + 60).startswith("Load 1.40 g, falling")
    assert twin("load", COASTING).startswith("Load 0.00 g, steady")


def test_the_twin_names_the_level_that_is_reached() -> None:
    trajectory = heavier(2.2)
    words = Words(flight_of(MISSION, trajectory, NONE))
    text = words.twin(CHARTS["load"], frame_at(MISSION, trajectory, PEAK), Window(13000.0, 14000.0))
    assert "Serious: ballistic entry, 8 g." in text


def test_the_twin_tells_of_the_other_flights_while_they_fly() -> None:
    words = Words(flight_of(MISSION, FLIGHT, Alternatives(other=heavier(), changed=heavier(1.5))))
    assert twin("load", PEAK, words).endswith("Ballistic 7.60 g. What if 5.70 g.")
    assert "Ballistic" not in twin("load", canned.IGNITION - 60, words)
    assert "Ballistic" not in twin("load", canned.TOUCHDOWN + 60, words)


def test_the_twin_of_two_curves_tells_both_and_compares_like_with_like() -> None:
    speeds = {"inertial_speed": np.full_like(FLIGHT.t, 7000.0), "air_speed": np.full_like(FLIGHT.t, 6000.0)}
    slow = replace(FLIGHT, channels={**FLIGHT.channels, **speeds})
    text = twin("speed", COASTING, Words(flight_of(MISSION, FLIGHT, Alternatives(other=slow))))
    assert text.startswith("Speed (inertial) 7.66 km/s, ") and "Speed (air) " in text
    assert text.endswith(" 7.00 km/s.")
    near = frame_at(MISSION, FLIGHT, 600.0)
    v, r = (wording.reading(name, near.values[name]) for name in ("v_bar", "r_bar"))
    assert f"V-bar {v}, R-bar {r};" in describe([CHARTS["in_plane"]], near)
    assert f"R-bar {r}." in twin("in_plane", 600.0)


def test_a_point_is_explained_on_all_charts_with_time_and_origin() -> None:
    lines = WORDS.tip([CHARTS["altitude"], CHARTS["speed"]], COASTING).splitlines()
    assert lines[0] == "10:52:12 UTC · T+03:31:09"
    assert [line.partition(" ")[0] for line in lines[1:]] == ["Altitude", "Speed", "Speed"]
    assert "Speed (inertial) 7.66 km/s (modelled)" in lines


def test_a_point_counts_t_from_the_event_that_the_clocks_count_from() -> None:
    said = WORDS.tip([CHARTS["altitude"]], canned.TOUCHDOWN - 60, zero="touchdown").splitlines()[0]
    assert said.endswith("T−00:01:00")


def test_a_point_tells_its_uncertainty_where_it_is_known() -> None:
    sigma = {"mach": np.where(FLIGHT.t < canned.CHUTES, 0.3, np.nan)}
    words = Words(flight_of(MISSION, replace(FLIGHT, sigma=sigma), NONE))
    assert " ± 0.3 (modelled)" in words.tip([CHARTS["mach"]], PEAK)
    assert "±" not in words.tip([CHARTS["mach"]], canned.CHUTES + 5)
    assert "±" not in words.tip([CHARTS["load"]], PEAK)


def test_a_point_tells_limit_and_source() -> None:
    words = Words(flight_of(MISSION, heavier(2.2), NONE))
    tip = words.tip([CHARTS["load"]], PEAK)
    assert "serious: ballistic entry, 8 g (Gazeta.ru" in tip


def test_a_point_in_contact_names_the_station() -> None:
    assert WORDS.tip([CHARTS["altitude"]], 6200.0).splitlines()[-1] == "in contact: Shchyolkovo"
    assert "in contact" not in WORDS.tip([CHARTS["altitude"]], COASTING)


@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_has_words_at_every_time(name: str) -> None:
    for t in (-9000.0, 0.0, 600.0, 5000.0, COASTING, PEAK, canned.TOUCHDOWN, canned.TOUCHDOWN + 9000):
        text = twin(name, t)
        assert text.endswith(".") and "nan" not in text
