"""Close to a jump no uncertainty is told."""

import numpy as np
import pytest

from mission_gui.domain.trajectory import sigma_at
from mission_gui.physics.jumps import STEPS, without_jumps
from mission_gui.physics.propagate import propagate
from tests import ms19

T = np.arange(0.0, 200.0)
ONES = np.ones(len(T))


def known(channel: str, event: str, off: float) -> tuple[float, float]:
    """The last moment before an event at 100 s, and the first after it, at which something is told."""
    told = T[np.isfinite(without_jumps(T, channel, ONES, {event: 100.0}, {event: off}))]
    return float(told[told < 100].max()), float(told[told > 100].min())


def test_a_jump_hides_as_long_as_its_own_time_is_unsure() -> None:
    assert known("load", "heat_shield", 0.0) == (98.0, 102.0)
    assert known("load", "heat_shield", 5.0) == (88.0, 112.0)


def test_a_canopy_takes_its_time() -> None:
    assert known("air_speed", "parachutes", 0.0) == (98.0, 121.0)


def test_places_go_on_through_a_jump_of_speed() -> None:
    assert known("altitude", "parachutes", 5.0) == (98.0, 102.0)


def test_a_commanded_step_has_no_uncertainty_anywhere() -> None:
    assert np.isnan(without_jumps(T, next(iter(STEPS)), ONES, {}, {})).all()


@pytest.mark.parametrize(("channel", "most"), [("load", 4 * 9.81), ("mass", 100.0), ("altitude", 1e4)])
def test_the_real_flight_tells_no_nonsense_and_hides_little(channel: str, most: float) -> None:
    flight = propagate(ms19.mission(), lambda *_: None, sigma=True)
    after = flight.t > ms19.time_of("ignition")
    told = flight.sigma[channel][after]
    assert np.nanmax(told) < most
    assert np.isfinite(told).mean() > 0.9
    assert np.isnan(sigma_at(flight, channel, ms19.time_of("touchdown")))
