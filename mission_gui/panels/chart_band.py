"""The uncertainty that can be drawn: where the flight knows one."""

import numpy as np

from mission_gui.domain.trajectory import Floats, Trajectory

SIGMAS = 2.0
"""Half the height of the band, in standard deviations."""


def known_sigma(trajectory: Trajectory, channel: str) -> Floats | None:
    """One standard deviation of a channel on the flight's grid, SI; None where it is known nowhere."""
    sigma = trajectory.sigma.get(channel)
    return None if sigma is None or not np.isfinite(sigma).any() else sigma
