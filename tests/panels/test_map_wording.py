"""The map's words, without Qt."""

from dataclasses import replace
from math import radians

import numpy as np

from mission_gui.domain.facts import Kind, Provenance, Text
from mission_gui.domain.frame import Frame, frame_at
from mission_gui.panels.descent_words import left_to_go
from mission_gui.panels.map_wording import (
    basis_note,
    contact_note,
    header_note,
    light_changes,
    light_note,
    sentence,
    state_rows,
    state_tip,
    station_tip,
    track_tip,
)
from mission_gui.panels.zone_facts import zone_note
from mission_gui.physics.propagate import propagate
from tests import canned, ms19

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
    assert contact_note(MISSION, FLIGHT, lit(14000.0, 1)) == "no ground contact before landing"
    assert contact_note(MISSION, replace(FLIGHT, solution=None), lit(14000.0, 1)) == "no ground contact"


def test_in_the_blackout_the_note_says_when_it_ends() -> None:
    assert contact_note(MISSION, FLIGHT, lit(13600.0, 1)) == "radio blackout, ends in 00:04:10"


def test_the_blackout_stands_before_the_light_for_a_bar_that_has_room_for_one() -> None:
    assert header_note(MISSION, FLIGHT, CHANGES, lit(13600.0, 1)) == "radio blackout, ends in 00:04:10 · sunlit"
    assert header_note(MISSION, FLIGHT, CHANGES, lit(14000.0, 1)) == "sunlit · no ground contact before landing"


def test_on_the_ground_nobody_waits_for_a_contact() -> None:
    assert header_note(MISSION, FLIGHT, CHANGES, lit(15000.0, 1)) == "sunlit"


def test_the_state_block_tells_place_orbit_and_light() -> None:
    flight = ms19.trajectory()
    frame = frame_at(ms19.mission(), flight, 5000.0)
    rows = dict(state_rows(frame, light_changes(flight.t, flight.channels["sunlit"])))
    assert list(rows)[:4] == ["Latitude", "Longitude", "Altitude", "Speed (inertial)"]
    assert rows["Altitude"].endswith(" km")
    assert rows["Inclination"] == "51.65°"
    assert rows["Orbit"] == "33295"
    assert rows["Beta angle"] == "0.9°"
    assert ("Sunset in" in rows) != ("Sunrise in" in rows)


def test_in_the_air_there_is_no_orbit() -> None:
    rows = dict(state_rows(frame_at(MISSION, FLIGHT, canned.ENTRY + 60), CHANGES))
    assert not {"Inclination", "Orbit", "Beta angle", "Sunset in", "Sunrise in"} & set(rows)


def test_the_speed_is_inertial_in_orbit_and_through_the_air_from_the_entry_on() -> None:
    for t, name in (
        (0.0, "Speed (inertial)"),
        (canned.ENTRY + 60, "Speed (air)"),
        (canned.TOUCHDOWN + 60, "Speed (air)"),
    ):
        assert state_rows(frame_at(MISSION, FLIGHT, t))[3][0] == name


def test_figures_are_propagated_while_docked_and_modelled_afterwards() -> None:
    assert basis_note(frame_at(MISSION, FLIGHT, -3000.0)) == "from orbital elements"
    assert basis_note(frame_at(MISSION, FLIGHT, 100.0)) == "modelled"


def test_the_sentence_tells_where_the_ship_is() -> None:
    flying = frame_at(MISSION, FLIGHT, 12669.0)
    assert sentence(MISSION, flying, "Gabon").startswith("Soyuz MS-19 at ")
    assert " km up over Gabon, " in sentence(MISSION, flying, "Gabon")
    assert " km up over the sea, " in sentence(MISSION, flying, "")
    assert sentence(MISSION, frame_at(MISSION, FLIGHT, 15000.0), "Kazakhstan").endswith("on the ground in Kazakhstan.")


def test_the_pointer_on_the_track_is_told_time_and_state() -> None:
    first, second, third = track_tip(MISSION, lit(6100.0, 1.0))
    assert first == "09:02:43 UTC · Free flight"
    assert second.endswith("· 420.0 km · 7.66 km/s") and "°" in second
    assert third == "sunlit · heard by Shchyolkovo · modelled"
    assert track_tip(MISSION, lit(-3000.0, 0.0))[2] == "in shadow · from orbital elements"


def test_the_pointer_on_a_station_is_told_its_contacts() -> None:
    high = replace(FLIGHT.contacts[1], highest=radians(41.6))
    flight = replace(FLIGHT, contacts=(*FLIGHT.contacts, high))
    assert station_tip(MISSION, flight, "shchyolkovo", 6100.0) == [
        "Shchyolkovo",
        "hears the ship for 00:05:00: AOS 09:01:03 · LOS 09:07:43 UTC",
    ]
    assert station_tip(MISSION, replace(FLIGHT, contacts=(high,)), "baikonur", 13000.0) == [
        "Baikonur",
        "next in 00:05:00: AOS 11:02:43 · LOS 11:06:03 UTC · highest 42°",
    ]
    assert station_tip(MISSION, FLIGHT, "shchyolkovo", 9000.0)[1].startswith("last: AOS 09:01:03")
    assert station_tip(MISSION, FLIGHT, "ulan-ude", 0.0) == ["Ulan-Ude", "no contact"]


def test_map_and_descent_tell_the_same_range_to_go() -> None:
    for metres, told in ((9.0, "9 m to go"), (85_600.0, "86 km to go")):
        frame = frame_at(MISSION, FLIGHT, canned.CHUTES)
        frame = replace(frame, values={**frame.values, "range_to_go": metres})
        assert zone_note(frame) == told == left_to_go(metres)


def test_a_landing_place_that_no_source_gives_is_called_assumed() -> None:
    frame = frame_at(canned.mission(), canned.trajectory(), canned.ENTRY)
    place = canned.mission().landing
    guessed = replace(place, provenance=Provenance(Kind.ASSUMED, Text("ours")))
    printed = replace(place, provenance=Provenance(Kind.ACTUAL, Text("theirs")))
    assert zone_note(frame, guessed).startswith("nominal zone · ")
    landed = frame_at(canned.mission(), canned.trajectory(), canned.TOUCHDOWN + 60)
    assert zone_note(landed, guessed) == "landed · in the nominal zone"
    assert zone_note(frame, printed) == zone_note(frame) and "nominal" not in zone_note(frame)


def test_the_state_block_tells_how_sure_it_is() -> None:
    flight = propagate(ms19.mission(), lambda *_: None, sigma=True)
    lines = state_tip(flight, frame_at(ms19.mission(), flight, ms19.time_of("peak_load"))).splitlines()
    assert lines[2].startswith("Altitude 36.") and " ± " in lines[2]
    assert lines[-1] == "Modelled; not telemetry. ± is one standard deviation of the reconstruction."
    docked = state_tip(flight, frame_at(ms19.mission(), flight, -600.0))
    assert "±" not in docked and docked.endswith("Propagated from orbital elements; not telemetry.")
