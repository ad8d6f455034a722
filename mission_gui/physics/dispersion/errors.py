"""The error model of an entry, and draws from it."""

from dataclasses import dataclass

import numpy as np

from mission_gui.domain.trajectory import Floats

_PER_SAMPLE = 12  # numbers drawn for one sample


@dataclass(frozen=True, slots=True)
class ErrorModel:
    """One standard deviation of each error, SI; shares are of the nominal value.

    The density is off by a share that is the same everywhere and by a wave over altitude of any phase, whose amplitude
    is `density_wave` in the root mean square. The wind is
    the same all the way down to `wind_full_altitude` and falls from there to the share `wind_at_ground`; its mean
    blows from the west.
    """

    drag_coefficient: float
    lift_to_drag: float
    density: float
    density_wave: float
    wave_length: float
    module_mass: float
    delta_v: float
    attitude: float
    wind: float
    mean_west_wind: float
    wind_full_altitude: float
    wind_at_ground: float
    canopy: float


@dataclass(frozen=True, slots=True, eq=False)
class Errors:
    """The errors of n samples, each (n,): factors of the nominal value, kg, m/s, rad; wind to the east and north."""

    drag: Floats
    lift_to_drag: Floats
    density: Floats
    wave_sine: Floats
    wave_cosine: Floats
    mass: Floats
    delta_v: Floats
    pitch: Floats
    yaw: Floats
    wind_east: Floats
    wind_north: Floats
    canopy: Floats


def draw(model: ErrorModel, seed: int, chunk: int, size: int, most: int) -> Errors:
    """The errors of the first `size` samples of a chunk that holds at most `most`.

    The stream is the chunk's own child of the seed, so a sample is the same whoever flies it and however many there
    are.
    """
    generator = np.random.default_rng(np.random.SeedSequence(seed, spawn_key=(chunk,)))
    z = generator.standard_normal((most, _PER_SAMPLE))[:size].T
    return Errors(
        drag=1 + model.drag_coefficient * z[0],
        lift_to_drag=1 + model.lift_to_drag * z[1],
        density=1 + model.density * z[2],
        wave_sine=model.density_wave / np.sqrt(2) * z[3],
        wave_cosine=model.density_wave / np.sqrt(2) * z[4],
        mass=model.module_mass * z[5],
        delta_v=model.delta_v * z[6],
        pitch=model.attitude * z[7],
        yaw=model.attitude * z[8],
        wind_east=model.mean_west_wind + model.wind * z[9],
        wind_north=model.wind * z[10],
        canopy=1 + model.canopy * z[11],
    )


def without(size: int) -> Errors:
    """No errors at all, and no wind."""
    none, one = np.zeros(size), np.ones(size)
    return Errors(one, one, one, none, none, none, none, none, none, none, none, one)


def density_factor(model: ErrorModel, errors: Errors, altitude: Floats) -> Floats:
    """The true density over the standard's, at altitudes whose last axis, or only one, is the samples'."""
    phase = 2 * np.pi / model.wave_length * altitude
    factor: Floats = errors.density + errors.wave_sine * np.sin(phase) + errors.wave_cosine * np.cos(phase)
    return factor


def wind_share(model: ErrorModel, altitude: Floats) -> Floats:
    """The wind at altitudes over the wind aloft."""
    aloft = np.minimum(np.maximum(altitude / model.wind_full_altitude, 0.0), 1.0)
    share: Floats = model.wind_at_ground + (1 - model.wind_at_ground) * aloft
    return share
