"""The US Standard Atmosphere 1976 (NASA-TM-X-74335): density, temperature, speed of sound.

Below 86 km by its defining layers; above, its printed densities with a cubic through their logarithms.
"""

from bisect import bisect_right
from math import exp, log, sqrt

import numpy as np
from scipy.interpolate import PchipInterpolator

from mission_gui.domain.trajectory import Floats

_G0 = 9.80665
_R = 8314.32 / 28.9644  # J/(kg K), the gas constant and molar mass of the standard
_RADIUS = 6356766.0  # m, the standard's Earth radius
_GAMMA = 1.4
TOP_OF_LAYERS = 86e3

# Geopotential height of each layer's foot (m) and its temperature gradient (K/m).
_FEET = (0.0, 11e3, 20e3, 32e3, 47e3, 51e3, 71e3)
_GRADIENTS = (-6.5e-3, 0.0, 1.0e-3, 2.8e-3, 0.0, -2.8e-3, -2.0e-3)

# Geometric altitude (km) and density (kg/m3), as printed in table I of the standard.
_PRINTED = (
    (86, 6.958e-6), (90, 3.416e-6), (95, 1.393e-6), (100, 5.604e-7), (105, 2.325e-7), (110, 9.708e-8),
    (115, 4.289e-8), (120, 2.222e-8), (130, 8.152e-9), (140, 3.831e-9), (150, 2.076e-9), (160, 1.233e-9),
    (180, 5.194e-10), (200, 2.541e-10), (250, 6.073e-11), (300, 1.916e-11), (350, 7.014e-12),
    (400, 2.803e-12), (450, 1.184e-12), (500, 5.215e-13), (600, 1.137e-13), (700, 3.070e-14),
    (800, 1.136e-14), (900, 5.759e-15), (1000, 3.561e-15),
)  # fmt: skip


def _layer_table() -> tuple[tuple[float, float], ...]:
    """Temperature (K) and pressure (Pa) at the foot of each layer."""
    rows = [(288.15, 101325.0)]
    for foot, top, gradient in zip(_FEET, _FEET[1:], _GRADIENTS, strict=False):
        temperature, pressure = rows[-1]
        rows.append(_up(temperature, pressure, gradient, top - foot))
    return tuple(rows)


def _up(temperature: float, pressure: float, gradient: float, rise: float) -> tuple[float, float]:
    if gradient == 0.0:
        return temperature, pressure * exp(-_G0 * rise / (_R * temperature))
    warmer = temperature + gradient * rise
    return warmer, pressure * (temperature / warmer) ** (_G0 / (_R * gradient))


_LAYERS = _layer_table()
_UPPER = PchipInterpolator([1e3 * z for z, _ in _PRINTED], [log(rho) for _, rho in _PRINTED])
_KNOTS = [1e3 * z for z, _ in _PRINTED]
_COEFFICIENTS = [tuple(float(c) for c in column) for column in _UPPER.c.T]


def state(altitude: float) -> tuple[float, float]:
    """Density (kg/m3) and speed of sound (m/s) at a geometric altitude (m).

    Below sea level the lowest layer goes on; above 86 km the speed of sound is held, since the standard
    gives none; above 1,000 km the air is left out.
    """
    if altitude >= TOP_OF_LAYERS:
        return _upper_density(altitude), _SOUND_AT_TOP
    height = _RADIUS * altitude / (_RADIUS + altitude)
    i = max(bisect_right(_FEET, height) - 1, 0)
    temperature, pressure = _up(*_LAYERS[i], _GRADIENTS[i], height - _FEET[i])
    return pressure / (_R * temperature), sqrt(_GAMMA * _R * temperature)


def _upper_density(altitude: float) -> float:
    if altitude >= 1e6:
        return 0.0
    i = bisect_right(_KNOTS, altitude) - 1
    d = altitude - _KNOTS[i]
    a, b, c, e = _COEFFICIENTS[i]
    return exp(((a * d + b) * d + c) * d + e)


_SOUND_AT_TOP = state(TOP_OF_LAYERS - 1e-3)[1]


def density(altitudes: Floats) -> Floats:
    """Density at geometric altitudes (n,), kg/m3."""
    return np.array([state(float(h))[0] for h in altitudes])


def sound_speed(altitudes: Floats) -> Floats:
    """Speed of sound at geometric altitudes (n,), m/s."""
    return np.array([state(float(h))[1] for h in altitudes])
