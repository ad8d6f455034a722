"""Heating and the equations of motion in the air against closed forms."""

from dataclasses import replace
from math import cos, exp, radians, sin, sqrt

import numpy as np
import pytest

from mission_gui.physics import aerodynamics, arc, atmosphere
from mission_gui.physics.arc import Shape, atmospheric, integrate
from mission_gui.physics.phases.deorbit_burn import propellant
from tests import canned


@pytest.mark.parametrize(
    ("density", "speed", "radius", "watts_cm2"), [(1e-3, 6000, 2.235, 79.568), (1e-4, 7500, 1.0, 73.470)]
)
def test_sutton_graves(density: float, speed: float, radius: float, watts_cm2: float) -> None:
    """The constant of NASA TR R-376, worked by hand."""
    flux = aerodynamics.stagnation_heating(np.array([density]), np.array([speed]), radius)[0]
    assert flux / 1e4 == pytest.approx(watts_cm2, rel=1e-4)


def test_the_rocket_equation_gives_the_burn_of_the_facts() -> None:
    """6,616 kg, 302 s, 128 m/s, 2,950 N: 279.85 kg in 280.95 s, closed form."""
    burned = propellant(6616.0, 128.0, 302 * 9.80665)
    assert burned == pytest.approx(279.85, rel=1e-4)
    assert burned * 302 * 9.80665 / 2950 == pytest.approx(280.95, rel=1e-4)


def test_allen_and_eggers(monkeypatch: pytest.MonkeyPatch) -> None:
    """A steep ballistic entry without gravity in exponential air: NACA 1381's peak of 796.482 m/s2 at 8,800.2 m."""
    monkeypatch.setattr(arc, "gravity", lambda *_: (0.0, 0.0, 0.0))
    monkeypatch.setattr(arc, "altitude", lambda x, _y, _z: x)
    monkeypatch.setattr(arc, "SIDEREAL_RATE", 0.0)
    monkeypatch.setattr(atmosphere, "state", lambda h: (1.225 * exp(-h / 7200), 300.0))
    area = 3.801
    blunt = replace(
        canned.vehicle(), reference_area=area, mach=(1.0, 2.0), drag_coefficient=(1.0, 1.0), lift_to_drag=(0, 0)
    )
    mass, speed, angle = 3000 * area, 6000.0, radians(60)
    state = (120e3, 0.0, 0.0, -speed * sin(angle), speed * cos(angle), 0.0)
    equation = atmospheric(blunt, Shape(), mass, 0.0, lambda _t: 0.0)
    end, states = integrate(equation, state, 0.0, 100.0, lambda _t, y: float(y[0]), rtol=1e-10)
    t = np.linspace(0, end, 40001)
    flown = states(t)
    speeds = np.linalg.norm(flown[3:], axis=0)
    braking = 0.5 * 1.225 * np.exp(-flown[0] / 7200) * speeds**2 / 3000
    peak = int(np.argmax(braking))
    assert braking[peak] == pytest.approx(796.482, rel=1e-4)
    assert flown[0, peak] == pytest.approx(8800.2, abs=20)
    assert speeds[peak] == pytest.approx(speed / sqrt(exp(1)), rel=2e-3)


def test_coefficients_are_linear_between_rows_and_held_beyond_them() -> None:
    vehicle = canned.vehicle()
    assert aerodynamics.coefficients(vehicle, 0.1) == (0.90, 0.18)
    assert aerodynamics.coefficients(vehicle, 40.0) == (1.32, 0.26)
    drag, ratio = aerodynamics.coefficients(vehicle, 0.8)
    assert (drag, ratio) == pytest.approx((1.06, 0.23))
    arrays = aerodynamics.coefficient_arrays(vehicle, np.array([0.1, 0.8, 40.0]))
    assert arrays[0] == pytest.approx([0.90, 1.06, 1.32])


def test_lift_of_a_right_bank_turns_to_the_right_and_up() -> None:
    vehicle = canned.vehicle()
    state = np.array([6.44e6, 0.0, 0.0, 0.0, 7500.0, 0.0])
    level = atmospheric(vehicle, Shape(lifting=True), 2900.0, 0.0, lambda _t: 0.0)(0.0, state)
    right = atmospheric(vehicle, Shape(lifting=True), 2900.0, 0.0, lambda _t: radians(90))(0.0, state)
    dragged = atmospheric(vehicle, Shape(), 2900.0, 0.0, lambda _t: 0.0)(0.0, state)
    assert level[3] > dragged[3]
    assert right[5] < -1.0 and right[3] == pytest.approx(dragged[3], abs=1e-6)
