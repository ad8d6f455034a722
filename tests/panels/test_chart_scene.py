"""What a chart shows of a flight: curves, other flights, uncertainty, limits, contacts."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from mission_gui.domain.alternatives import NONE, Alternatives
from mission_gui.domain.channels import CHANNELS
from mission_gui.domain.events import PhaseSpan
from mission_gui.domain.limits import Level
from mission_gui.domain.trajectory import Solution, Trajectory
from mission_gui.panels.chart_band import SIGMAS, known_sigma
from mission_gui.panels.chart_flight import Flight, flight_of
from mission_gui.panels.chart_scene import Fit, Scene, scene
from mission_gui.panels.chart_specs import CHARTS
from mission_gui.panels.chart_windows import Window, window_at
from mission_gui.session.flight import fly
from tests import canned, ms19

FIT = Fit(times=5.0, values=3, samples=600)
MISSION, FLIGHT = canned.mission(), canned.trajectory()
DESCENT, ORBIT = window_at(MISSION, FLIGHT, 12669.0), window_at(MISSION, FLIGHT, 5000.0)


def alone(trajectory: Trajectory = FLIGHT) -> Flight:
    return flight_of(MISSION, trajectory, NONE)


def drawn(name: str, window: Window = DESCENT, flight: Flight | None = None, log: bool = False) -> Scene:
    return scene(flight or alone(), CHARTS[name], window, log, FIT)


def heavier(factor: float = 2.0, lands: float = canned.TOUCHDOWN - 300.0) -> Trajectory:
    """The canned flight with `factor` times the load, and an earlier landing."""
    solution = FLIGHT.solution
    assert isinstance(solution, Solution)
    channels = {**FLIGHT.channels, "load": factor * FLIGHT.channels["load"]}
    phases = tuple(
        PhaseSpan(span.phase, lands if span.start == canned.TOUCHDOWN else span.start, span.end)
        for span in FLIGHT.phases
    )
    return replace(FLIGHT, channels=channels, phases=phases, solution=replace(solution, lift_lost=1e5))


def test_every_chart_draws_every_window_of_a_real_flight_linear_and_logarithmic() -> None:
    flight = flight_of(ms19.mission(), ms19.trajectory(), ms19.alternatives())
    for t in (-4000.0, 600.0, 5000.0, 12000.0, 13700.0):
        window = window_at(flight.mission, flight.trajectory, t)
        for spec in CHARTS.values():
            for log in (False, spec.log):
                found = scene(flight, spec, window, log, FIT)
                assert found.low < found.high
                assert all(np.isfinite(curve.values).all() for curve in (*found.curves, *found.others))
                assert len(found.lead.t) <= FIT.samples + 5
                assert all(found.low <= at <= found.high * (1 + 1e-9) or at == 0 for at, _ in found.value_ticks)
                # Nothing is cut off at the top.
                assert max(curve.values.max() for curve in found.curves) <= found.high


def test_a_curve_is_in_the_shown_unit_and_keeps_its_peak() -> None:
    load = drawn("load").lead
    assert load.values.max() == pytest.approx(FLIGHT.channels["load"].max() * CHANNELS["load"].factor)


def test_a_zoomed_chart_fits_what_it_shows() -> None:
    near = drawn("altitude", Window(13500.0, 13560.0))
    assert near.low > 0
    assert near.high - near.low < 30.0
    assert near.lead.t[0] <= 13500.0 and near.lead.t[-1] >= 13560.0


def test_blackout_and_contacts_are_shown_where_they_happen() -> None:
    assert drawn("altitude").blackout == (13532.0, 13850.0)
    assert drawn("altitude", ORBIT).blackout is None
    assert drawn("altitude", ORBIT).contacts == ((6000, 6400),)
    assert drawn("altitude").contacts == ((13300, 13500),)


def test_a_logarithmic_chart_shows_powers_of_ten_and_no_less_than_its_foot() -> None:
    found = drawn("load", log=True)
    assert found.log
    assert found.lead.values.max() == pytest.approx(np.log10(3.8), abs=0.01)
    assert found.lead.values.min() >= found.low - 1


def test_what_is_never_positive_stays_linear() -> None:
    assert not drawn("heating", window=Window(-9000.0, -8000.0), log=True).log


def test_other_flights_are_drawn_from_where_they_part_down_to_their_own_landing() -> None:
    other = heavier()
    found = drawn("load", flight=flight_of(MISSION, FLIGHT, Alternatives(other=other)))
    (curve,) = found.others
    assert curve.color and not curve.lead
    assert canned.IGNITION - 60 < curve.t[0] < canned.ENTRY + 400
    assert curve.t[-1] <= other.touchdown + 20
    assert found.high > 2 * 3.8 > drawn("load").high


def test_a_flight_that_does_not_differ_is_not_drawn() -> None:
    same = flight_of(MISSION, FLIGHT, Alternatives(other=heavier(1.0), changed=heavier(1.0)))
    assert drawn("load", flight=same).others == ()


def test_other_flights_are_named_and_told_apart() -> None:
    flight = flight_of(MISSION, FLIGHT, Alternatives(other=heavier(), changed=heavier(1.5)))
    assert [other.name for other in flight.others] == ["Ballistic", "What if"]
    assert len({other.color for other in flight.others}) == 2
    assert len(drawn("load", flight=flight).others) == 2


def test_before_the_ignition_there_are_no_other_flights() -> None:
    before = Window(0.0, canned.IGNITION - 100)
    assert drawn("load", before, flight_of(MISSION, FLIGHT, Alternatives(other=heavier()))).others == ()


def test_the_band_is_two_sigma_high_and_lies_about_the_curve() -> None:
    trajectory = replace(FLIGHT, sigma={"heat_flux": np.full_like(FLIGHT.t, 1e4)})
    bands = drawn("heating", flight=alone(trajectory)).bands
    assert bands
    for band in bands:
        shown = np.interp(band.t, FLIGHT.t, FLIGHT.channels["heat_flux"]) * 1e-4
        assert band.high - band.low == pytest.approx(2 * SIGMAS * 1.0)
        assert (band.high + band.low) / 2 == pytest.approx(shown)


def test_the_band_leaves_out_what_is_not_known() -> None:
    sigma = np.where(FLIGHT.t > 13000.0, 10.0, np.nan)
    bands = drawn("mach", flight=alone(replace(FLIGHT, sigma={"mach": sigma}))).bands
    assert min(band.t[0] for band in bands) > 13000.0
    assert drawn("load", flight=alone(replace(FLIGHT, sigma={"mach": sigma}))).bands == ()


@cache
def with_uncertainty() -> Trajectory:
    return fly(ms19.mission(), use_cache=False)


@pytest.mark.parametrize(("channel", "most"), [("load", 4.0), ("mass", 100.0), ("altitude", 1e4), ("air_speed", 400.0)])
def test_a_jump_of_the_real_flight_spoils_no_uncertainty(channel: str, most: float) -> None:
    flight = with_uncertainty()
    known = known_sigma(flight, channel)
    assert known is not None
    after = flight.t > ms19.time_of("ignition")
    assert np.nanmax(known) < most
    assert np.isfinite(known[after]).mean() > 0.9


def test_limits_are_stripes_with_name_and_level() -> None:
    flight = flight_of(MISSION, FLIGHT, Alternatives(other=heavier(2.5)))
    zones = drawn("load", flight=flight).zones
    assert [zone.level for zone in zones] == list(Level)
    assert zones[0].name == "above a guided entry, 5 g"
    assert [zone.low for zone in zones] == pytest.approx([5.0, 8.0, 9.0])


def test_a_limit_out_of_sight_is_no_stripe() -> None:
    assert drawn("load").zones == ()
    assert drawn("mach").zones == ()


def test_the_keep_out_sphere_is_a_limit_of_the_range() -> None:
    leaving = window_at(MISSION, FLIGHT, 60.0)
    (zone,) = drawn("iss_range", leaving).zones
    assert (zone.low, zone.high) == pytest.approx((0.0, 0.2))
    assert zone.name == "keep-out sphere, 200 m"
    (zone,) = drawn("iss_range", leaving, log=True).zones
    assert zone.high == pytest.approx(np.log10(0.2))
