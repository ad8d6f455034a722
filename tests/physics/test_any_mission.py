"""Whatever a valid mission file may say, the flight is found or refused in words: no hang, no NaN."""

from dataclasses import replace
from datetime import timedelta
from math import isfinite, radians
from typing import Any

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mission_gui.domain.errors import TrajectoryError
from mission_gui.domain.mission import Mission
from mission_gui.physics.propagate import propagate
from tests import ms19

MOST_FLIGHTS = 120
"""A bound on the work of a fit: the search itself, the approach to it, and the canopy."""


FIGURES = st.fixed_dictionaries(
    {
        "delta_v": st.floats(20.0, 400.0),
        "duration": st.floats(30.0, 900.0),
        "bank": st.floats(0.0, 120.0).map(radians),
        "first_bank_sign": st.sampled_from((-1, 1)),
        "ballistic_below": st.one_of(st.none(), st.floats(20e3, 120e3)),
    }
)
PLACES = st.one_of(st.none(), st.tuples(st.floats(-85.0, 85.0), st.floats(-180.0, 180.0), st.floats(0.0, 3000.0)))


def mission_of(figures: dict[str, Any], place: tuple[float, float, float] | None, late: float) -> Mission:
    base = ms19.mission()
    landing = base.landing
    if place is not None:
        landing = replace(landing, latitude=radians(place[0]), longitude=radians(place[1]), height=place[2])
    moved = timedelta(seconds=late)
    events = tuple(
        replace(e, actual=tuple(replace(r, time=r.time + moved) for r in e.actual)) if e.id == "touchdown" else e
        for e in base.events
    )
    return replace(base, descent=replace(base.descent, **figures), landing=landing, events=events)


@settings(max_examples=12, suppress_health_check=list(HealthCheck))
@given(FIGURES, PLACES, st.floats(-3000.0, 3000.0))
def test_any_mission_flies_or_is_refused(
    figures: dict[str, Any], place: tuple[float, float, float] | None, late: float
) -> None:
    mission = mission_of(figures, place, late)
    told: list[float] = []
    try:
        flight = propagate(mission, lambda fraction, _phase: told.append(fraction))
    except TrajectoryError as error:
        assert len(str(error)) > 20
    else:
        assert flight.solution is not None and isfinite(flight.solution.miss_distance)
        assert all(np.isfinite(values).all() for values in flight.channels.values())
    assert len(told) < MOST_FLIGHTS
