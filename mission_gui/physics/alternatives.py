"""The flights that might have been: without lift, and scattered by errors."""

from dataclasses import replace

import numpy as np

from mission_gui.domain.alternatives import Alternatives, Scatter
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.domain.whatif import WhatIf
from mission_gui.physics.dispersion.chunks import fly
from mission_gui.physics.dispersion.errors import ErrorModel
from mission_gui.physics.dispersion.problem import Problem, problem_of
from mission_gui.physics.dispersion.summary import Tally, outline, place
from mission_gui.physics.propagate import Progress, what_if

SAMPLES = 1000  # enough for an ellipse to 2 % of its axes
SEED = 19


def alternatives(mission: Mission, flight: Trajectory, model: ErrorModel, progress: Progress) -> Alternatives:
    """The other flight and the scatter of both. TrajectoryError where the descent is not solved."""
    problem = problem_of(mission, flight, model)
    assert flight.solution is not None
    lost = flight.solution.lift_lost
    other_lost = mission.vehicle.entry_interface_altitude if lost is None else None
    progress(0.4, "the other way down")
    other = what_if(mission, flight.solution, WhatIf(lift_lost=other_lost or 0.0))
    lifted = what_if(mission, flight.solution, WhatIf(bank=-mission.descent.bank, lift_lost=0.0))
    progress(0.5, "scatter")
    scatter = scattered(problem)
    progress(0.8, "scatter of the other way down")
    return Alternatives(scatter, other, scattered(replace(problem, lift_lost=other_lost)), lifted)


def scattered(problem: Problem) -> Scatter:
    """The landings of many flights with errors, always the same for the same problem."""
    tally = Tally(problem.aim[2])
    parts = list(fly(problem, SAMPLES, SEED))
    for part in parts:
        tally.add(part)
    summary = tally.summary()
    assert summary.ellipse is not None
    edge = place(problem.aim, *outline(summary.ellipse, problem.aim[2]))
    arrays = (
        np.concatenate([part.latitude for part in parts]),
        np.concatenate([part.longitude for part in parts]),
        *edge,
    )
    for array in arrays:
        array.flags.writeable = False
    return Scatter(*arrays, summary.radius)
