"""The vehicle file: numbers in SI, each with its origin."""

from dataclasses import fields
from math import degrees, exp
from pathlib import Path

import pytest

from mission_gui.domain.errors import MissionFileError
from mission_gui.domain.facts import Kind
from mission_gui.domain.vehicle import Vehicle
from mission_gui.missionfile import check_file, read_vehicle
from mission_gui.resources import resource

PATH = resource("vehicles/soyuz-ms.toml")
NOT_FIGURES = {"id", "name", "canopies", "reserve", "modules", "provenance"}


@pytest.fixture(scope="module")
def soyuz() -> Vehicle:
    return read_vehicle(PATH)


def test_every_number_says_where_it_comes_from(soyuz: Vehicle) -> None:
    named = {field.name for field in fields(Vehicle)} - NOT_FIGURES
    assert named <= set(soyuz.provenance)
    assert all(origin.source for origin in soyuz.provenance.values())


def test_every_canopy_figure_says_where_it_comes_from(soyuz: Vehicle) -> None:
    for canopy in soyuz.canopies:
        assert f"canopies.{canopy.id}.drag_area" in soyuz.provenance
        assert f"canopies.{canopy.id}.inflation" in soyuz.provenance


def test_figures_are_si(soyuz: Vehicle) -> None:
    assert soyuz.separation_altitude == 140e3
    assert soyuz.blackout_top == pytest.approx(80.4e3)
    assert soyuz.blackout_bottom == pytest.approx(35.3e3)
    assert degrees(soyuz.roll_rate) == pytest.approx(15)
    assert soyuz.thrust == 2950


def test_mass_and_thrust_give_the_published_burn(soyuz: Vehicle) -> None:
    # 128 m/s in 281 s on MS-11: mean 0.4555 m/s2
    exhaust = soyuz.specific_impulse * 9.80665
    burned = soyuz.mass_at_ignition * (1 - exp(-128 / exhaust))
    assert burned / (soyuz.thrust / exhaust) == pytest.approx(281, abs=1)


def test_the_canopies_open_in_order_and_only_the_first_by_altitude(soyuz: Vehicle) -> None:
    assert [canopy.id for canopy in soyuz.canopies] == ["pilot", "drogue", "main_reefed", "main"]
    first, *rest = soyuz.canopies
    assert first.start_altitude == pytest.approx(10.7e3)
    assert all(canopy.start_altitude is None and canopy.start_delay for canopy in rest)
    areas = [canopy.drag_area for canopy in soyuz.canopies]
    assert areas == sorted(areas)


def test_the_reserve_is_the_main_canopy_by_the_ratio_of_their_sizes(soyuz: Vehicle) -> None:
    # 590 m2 (Technodinamika) of 1000 m2
    reserve, main = soyuz.reserve, soyuz.canopies[-1]
    assert reserve is not None and reserve.after == "drogue"
    assert reserve.canopies[-1].drag_area / main.drag_area == pytest.approx(0.59, abs=0.001)
    assert 4e3 <= (reserve.canopies[0].start_altitude or 0) <= 6e3  # as printed
    assert soyuz.provenance["reserve.reserve.drag_area"].kind is Kind.DERIVED
    assert soyuz.provenance["reserve.reserve_reefed.start_altitude"].kind is Kind.ASSUMED


def test_guesses_are_marked_as_such(soyuz: Vehicle) -> None:
    assert soyuz.provenance["drag_coefficient"].kind is Kind.ASSUMED
    assert soyuz.provenance["canopies.main.drag_area"].kind is Kind.CALIBRATED


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ('unit = "kg"', 'unit = "km"', "mass_at_ignition.unit"),
        ("mach = 0.7", "mach = 0.3", "aerodynamics.rows[1].mach"),
        ('id = "drogue"', 'id = "pilot"', "canopies[1].id"),
        ("start_altitude", "start_delay", "canopies[0].start_altitude"),
        ('source = "ktdu80"', 'source = "ktdu"', "thrust.source"),
        ('after = "drogue"', 'after = "drag"', "reserve.after"),
        (
            'start_altitude = { value = 5.0, unit = "km"',
            'start_delay = { value = 5.0, unit = "s"',
            "reserve.canopies[0].start_altitude",
        ),
        ('id = "reserve"', 'id = "reserve_reefed"', "reserve.canopies[1].id"),
    ],
)
def test_faults_name_their_place(tmp_path: Path, old: str, new: str, place: str) -> None:
    path = tmp_path / "vehicle.toml"
    text = PATH.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(MissionFileError) as caught:
        check_file(path)
    assert any(fault.startswith(place) for fault in caught.value.faults)


def test_the_file_of_stations_is_sound() -> None:
    check_file(resource("stations/russian.toml"))


def test_every_figure_of_a_module_that_burns_up_says_where_it_comes_from(soyuz: Vehicle) -> None:
    assert [module.id for module in soyuz.modules] == ["orbital", "service"]
    for module in soyuz.modules:
        assert {f"modules.{module.id}.mass", f"modules.{module.id}.drag_area"} <= set(soyuz.provenance)
    # What is left at separation adds up: at ignition, less the propellant of 128 m/s (study, V5).
    parts = soyuz.descent_module_mass + sum(module.mass for module in soyuz.modules)
    assert parts == pytest.approx(soyuz.mass_at_ignition - 280, abs=10)
