"""The modules that burn up: where they part, how they fall, where they are followed no further."""

from dataclasses import replace

import numpy as np
import pytest

from mission_gui.domain.errors import TrajectoryError
from mission_gui.domain.trajectory import SeparatedModule
from mission_gui.domain.vehicle import Module
from mission_gui.physics.earth import ground_distance
from mission_gui.physics.phases import separation
from tests import ms19

ORBITAL, SERVICE = "orbital", "service"


def track(id: str) -> SeparatedModule:
    return next(module for module in ms19.trajectory().separated if module.id == id)


@pytest.mark.parametrize("id", [ORBITAL, SERVICE])
def test_they_part_at_the_separation_and_end_at_60_km(id: str) -> None:
    module, flight = track(id), ms19.trajectory()
    coast = next(span for span in flight.phases if span.phase == "descent_coast")
    assert module.t[0] == pytest.approx(coast.end)
    assert module.altitude[0] == pytest.approx(140e3, abs=1.0)
    assert module.altitude[-1] == pytest.approx(60e3, abs=1.0)
    assert np.all(np.diff(module.altitude) < 0)
    assert np.all(np.diff(module.t) > 0)


@pytest.mark.parametrize("id", [ORBITAL, SERVICE])
def test_they_start_where_the_descent_module_is_and_fall_short_of_it(id: str) -> None:
    module = track(id)
    for channel, value in (("latitude", module.latitude[0]), ("longitude", module.longitude[0])):
        off = ms19.value(channel, float(module.t[0])) - float(value)
        assert (off + np.pi) % (2 * np.pi) - np.pi == pytest.approx(0.0, abs=1e-6)
    # Without lift and less dense than the descent module, they are lower and behind when they are lost from sight.
    end = float(module.t[-1])
    assert ms19.value("altitude", end) > 61e3
    ahead = ground_distance(
        np.array(ms19.value("latitude", end)),
        np.array(ms19.value("longitude", end)),
        module.latitude[-1],
        module.longitude[-1],
    )
    assert 3e3 < float(ahead) < 60e3


def test_a_denser_module_gets_farther() -> None:
    # 1300 kg on 4 m2 against 2140 kg on 8 m2.
    assert track(ORBITAL).t[-1] > track(SERVICE).t[-1]


def test_nothing_is_separated_before_the_descent_is_known() -> None:
    from mission_gui.physics.propagate import preliminary

    assert preliminary(ms19.mission()).separated == ()


def test_a_module_that_stays_up_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from mission_gui.domain.whatif import WhatIf
    from mission_gui.physics.propagate import what_if

    solution = ms19.trajectory().solution
    assert solution is not None
    balloon = replace(ms19.mission().vehicle.modules[0], mass=1e9, drag_area=1e-6)
    assert isinstance(balloon, Module)
    monkeypatch.setattr(separation, "_LONGEST", 100.0)
    mission = replace(ms19.mission(), vehicle=replace(ms19.mission().vehicle, modules=(balloon,)))
    with pytest.raises(TrajectoryError, match="does not come below 60 km"):
        what_if(mission, solution, WhatIf())
