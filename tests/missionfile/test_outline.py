"""The file of the station's outline: sizes with sources, parts with dates, ports where parts end."""

from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest

from mission_gui.domain.facts import Kind
from mission_gui.domain.outline import Outline, Part, Role
from mission_gui.missionfile import check_file, find_mission, read_mission, read_outline
from mission_gui.missionfile.document import read_document
from mission_gui.missionfile.walk import rows
from mission_gui.resources import resource
from tests.missionfile.mutation import faults_of

PATH, ISS = resource("station/outline.toml"), resource("station/iss.toml")
MS_19 = date(2022, 3, 30)


@pytest.fixture(scope="module")
def outline() -> Outline:
    return read_outline(PATH)


def part(outline: Outline, part_id: str) -> Part:
    return next(part for part in outline.parts if part.id == part_id)


def test_every_size_and_zone_says_where_it_comes_from(outline: Outline) -> None:
    assert all(part.provenance.source for part in outline.parts)
    assert all(zone.provenance.source for zone in outline.zones)
    assert outline.placement.kind is Kind.ASSUMED


def test_the_whole_station_is_as_wide_and_as_long_as_published(outline: Outline) -> None:
    edges = {
        axis: [
            part.centre[axis] + sign * part.size[axis] / 2
            for part in outline.on(MS_19)
            for sign in (-1, 1)
            if axis == 1 or part.role is Role.MODULE
        ]
        for axis in (0, 1)
    }
    # 108.5 m across the extended solar arrays (NASA, Integrated Truss Structure); drawn from published lengths
    assert max(edges[1]) - min(edges[1]) == pytest.approx(108.5, abs=1.0)
    # 167.3 ft from PMA-2 to Zvezda (NASA, station facts)
    assert max(edges[0]) - min(edges[0]) == pytest.approx(51.0, abs=1.0)


@pytest.mark.parametrize(
    ("name", "part_id", "axis", "sign"),
    [
        ("Zvezda aft", "zvezda", 0, -1),
        ("Rassvet", "rassvet", 2, 1),
        ("Poisk", "poisk", 2, -1),
        ("Pirs", "pirs", 2, 1),
        ("Nauka", "nauka", 2, 1),
        ("Prichal", "prichal", 2, 1),
    ],
)
def test_a_port_is_the_end_of_its_module(outline: Outline, name: str, part_id: str, axis: int, sign: int) -> None:
    module = part(outline, part_id)
    end = list(module.centre)
    end[axis] += sign * module.size[axis] / 2
    assert outline.ports[name] == pytest.approx(tuple(end), abs=0.011)


def test_the_station_grew_and_changed(outline: Outline) -> None:
    def names(day: date) -> set[str]:
        return {part.id for part in outline.on(day)}

    assert {"pirs", "p6-z1"} <= names(date(2003, 5, 4))
    assert not {"prichal", "columbus", "p3"} & names(date(2003, 5, 4))
    assert {"nauka", "prichal", "leonardo"} <= names(MS_19)
    assert not {"pirs", "leonardo-unity", "p6-z1", "pma-2-destiny"} & names(MS_19)


@pytest.mark.parametrize("day", [date(2003, 5, 4) + timedelta(days=500 * k) for k in range(17)])
def test_no_two_modules_fill_the_same_room(outline: Outline, day: date) -> None:
    modules = [part for part in outline.on(day) if part.role is Role.MODULE]
    for i, one in enumerate(modules):
        for other in modules[i + 1 :]:
            apart = np.abs(np.array(one.centre) - other.centre) - (np.array(one.size) + other.size) / 2
            # Boxes stand for cylinders and spheres: where a module hangs below another they share up to a metre.
            assert apart.max() > -1.3, (one.id, other.id)


def test_the_ports_of_departures_are_those_of_the_outline(outline: Outline) -> None:
    ports = {str(port["name"]): port["position"] for _, port in rows(read_document(ISS).tables, "ports")}
    assert ports.keys() == outline.ports.keys()
    for name, position in ports.items():
        assert np.add(position, outline.centre_of_mass) == pytest.approx(outline.ports[name], abs=0.01), name


@pytest.mark.parametrize("name", ["soyuz-ms-19", "soyuz-tma-13"])
def test_a_mission_that_places_its_port_itself_places_it_there_too(outline: Outline, name: str) -> None:
    departure = read_mission(find_mission(name)).departure
    assert outline.origin(departure.port, departure.port_position) == pytest.approx(
        np.negative(outline.centre_of_mass), abs=0.01
    )


def test_the_outline_hangs_on_the_port_of_the_departure(outline: Outline) -> None:
    origin = outline.origin("Rassvet", (-13.0, 0.0, 12.0))
    assert np.add(origin, outline.ports["Rassvet"]) == pytest.approx((-13.0, 0.0, 12.0))


def test_a_port_without_a_known_name_is_the_one_that_may_be_meant(outline: Outline) -> None:
    origin = outline.origin("not known", (-43.0, 0.0, 2.0))
    assert np.add(origin, outline.ports["Zvezda aft"]) == pytest.approx((-43.0, 0.0, 2.0))


def test_far_from_every_port_the_centre_of_mass_counts(outline: Outline) -> None:
    assert np.add(outline.origin("Harmony", (20.0, 0.0, -5.0)), outline.centre_of_mass) == pytest.approx((0, 0, 0))


def test_the_approach_ellipsoid_is_the_published_one(outline: Outline) -> None:
    # 4 x 2 x 2 km and 200 m (SSP 50011, in DuPont, NASA, 2005)
    assert {zone.id: zone.half_axes for zone in outline.zones} == {
        "keep-out": (200.0, 200.0, 200.0),
        "approach": (2000.0, 1000.0, 1000.0),
    }


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ('id = "zarya"', 'id = "zvezda"', "parts[1].id"),
        ('name = "Poisk"\n', 'name = "Rassvet"\n', "ports[3].name"),
        ("size = [13.1,", "size = [-13.1,", "parts[0].size[0]"),
        ('source = "zvezda"', 'source = "zwezda"', "parts[0].source"),
        ("until = 2021-07-26", "until = 2001-07-26", "parts[8].until"),
        ('role = "module"', 'role = "wing"', "parts[0].role"),
    ],
)
def test_faults_name_their_place(tmp_path: Path, old: str, new: str, place: str) -> None:
    text = PATH.read_text(encoding="utf-8")
    assert old in text
    faults = faults_of(tmp_path, text.replace(old, new, 1), check_file)
    assert any(fault.startswith(place) for fault in faults), faults


def test_the_file_is_sound() -> None:
    check_file(PATH)
