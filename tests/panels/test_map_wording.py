"""The map's words, without Qt."""

from dataclasses import replace

import numpy as np

from mission_gui.domain.facts import Basis, Kind, Provenance
from mission_gui.domain.frame import Frame, frame_at
from mission_gui.panels.landing_zone import zone_note
from mission_gui.panels.map_wording import (
    basis_note,
    contact_note,
    header_note,
    light_changes,
    light_note,
    sentence,
    state_rows,
    tip,
)
from tests import canned

MISSION, FLIGHT = canned.mission(), canned.trajectory()
CHANGES = ((100.0, False), (400.0, True))


def lit(t: float, value: float) -> Frame:
    frame = frame_at(MISSION, FLIGHT, t)
    return replace(frame, values={**frame.values, "sunlit": value})


def test_the_light_changes_half_way_between_samples() -> None:
    changes = light_changes(np.array([0.0, 10.0, 20.0, 30.0]), np.array([1.0, 1.0, 0.0, 1.0]))
    assert changes == ((15.0, False), (25.0, True))


def test_the_note_counts_down_to_sunset_and_to_sunrise() -> None:
    assert light_note(CHANGES, lit(0.0, 1.0)) == "sunlit, sunset in 00:01:40"
    assert light_note(CHANGES, lit(100.0, 0.0)) == "in shadow, sunrise in 00:05:00"
    assert light_note(CHANGES, lit(500.0, 1.0)) == "sunlit"


def test_the_note_names_the_next_contact_or_the_present_one() -> None:
    assert contact_note(MISSION, FLIGHT, lit(5000.0, 1)) == "no ground contact, Shchyolkovo in 00:16:40"
    assert contact_note(MISSION, FLIGHT, lit(6100.0, 1)) == "in contact: Shchyolkovo, for 00:05:00"
    assert contact_note(MISSION, FLIGHT, lit(14000.0, 1)) == "no ground contact"


def test_in_the_blackout_the_note_says_when_it_ends() -> None:
    assert contact_note(MISSION, FLIGHT, lit(13600.0, 1)) == "radio blackout, ends in 00:04:10"


def test_on_the_ground_nobody_waits_for_a_contact() -> None:
    assert header_note(MISSION, FLIGHT, CHANGES, lit(15000.0, 1)) == "sunlit"


def test_the_state_block_shows_six_readings_in_their_units() -> None:
    rows = state_rows(frame_at(MISSION, FLIGHT, 12669.0))
    assert [name for name, _ in rows][2:4] == ["Altitude", "Speed (inertial)"]
    assert rows[2][1].endswith(" km")
    assert rows[3][1].endswith(" km/s")


def test_the_speed_is_inertial_in_orbit_and_through_the_air_from_the_entry_on() -> None:
    for t, name in (
        (0.0, "Speed (inertial)"),
        (canned.ENTRY + 60, "Speed (air)"),
        (canned.TOUCHDOWN + 60, "Speed (air)"),
    ):
        assert state_rows(frame_at(MISSION, FLIGHT, t))[3][0] == name


def test_figures_are_propagated_while_docked_and_modelled_afterwards() -> None:
    assert basis_note(frame_at(MISSION, FLIGHT, -3000.0)) == "propagated from orbital elements"
    assert basis_note(frame_at(MISSION, FLIGHT, 100.0)) == "modelled"


def test_the_sentence_tells_where_the_ship_is() -> None:
    flying = frame_at(MISSION, FLIGHT, 12669.0)
    assert sentence(MISSION, flying, "Gabon").startswith("Soyuz MS-19 at ")
    assert " km up over Gabon, " in sentence(MISSION, flying, "Gabon")
    assert " km up over the sea, " in sentence(MISSION, flying, "")
    assert sentence(MISSION, frame_at(MISSION, FLIGHT, 15000.0), "Kazakhstan").endswith("on the ground in Kazakhstan.")


def test_the_pointer_is_told_time_height_and_basis() -> None:
    assert tip(MISSION, 60.0, 420e3, Basis.MODELLED) == "07:22:03 UTC · 420.0 km · modelled"


def test_a_landing_place_that_no_source_gives_is_called_assumed() -> None:
    frame = frame_at(canned.mission(), canned.trajectory(), canned.ENTRY)
    place = canned.mission().landing
    guessed = replace(place, provenance=Provenance(Kind.ASSUMED, "ours"))
    printed = replace(place, provenance=Provenance(Kind.ACTUAL, "theirs"))
    assert zone_note(frame, guessed) == "place assumed"
    landed = frame_at(canned.mission(), canned.trajectory(), canned.TOUCHDOWN + 60)
    assert zone_note(landed, guessed) == "landed, place assumed"
    assert zone_note(frame, printed) == zone_note(frame) and "assumed" not in zone_note(frame)
