"""What the proximity panel says."""

from dataclasses import replace
from datetime import timedelta

import pytest

from mission_gui.domain.frame import Frame, frame_at
from mission_gui.panels.proximity_path import marks, path
from mission_gui.panels.proximity_station import iss_outline
from mission_gui.panels.proximity_words import (
    axis_length,
    distance,
    heading,
    mark_label,
    mark_tip,
    note,
    part_tip,
    path_tip,
    rate,
    rows,
    sentence,
    zone_label,
    zone_tip,
)
from tests import ms19

MISSION = ms19.mission()


def moment(t: float) -> Frame:
    return frame_at(MISSION, ms19.trajectory(), t)


def told(t: float) -> str:
    return sentence(MISSION, moment(t), path(ms19.trajectory()).over)


@pytest.mark.parametrize(
    ("metres", "words"),
    [
        (17.66, "17.7 m"),
        (-201.4, "−201 m"),
        (999.4, "999 m"),
        (1870.0, "1.87 km"),
        (14052.0, "14.1 km"),
        (234981e3, "234 981 km"),
        (0.0, "0.0 m"),
        (-0.01, "0.0 m"),
    ],
)
def test_distances_are_written_as_finely_as_they_mean_something(metres: float, words: str) -> None:
    assert distance(metres) == words


def test_an_opening_distance_has_a_plus() -> None:
    assert [rate(9.994), rate(-12.3), rate(-987.8)] == ["+9.99 m/s", "−12.3 m/s", "−988 m/s"]
    assert [rate(0.0149), rate(-1.5), rate(0.001), rate(-0.001)] == ["+0.01 m/s", "−1.50 m/s", "0.00 m/s", "0.00 m/s"]


def test_axes_are_in_metres_near_and_in_kilometres_far() -> None:
    assert [axis_length(200.0, 100.0), axis_length(-100.0, 50.0), axis_length(0.0, 50.0)] == ["+200 m", "−100 m", "0"]
    assert [axis_length(5000.0, 5000.0), axis_length(-2000.0, 1000.0)] == ["+5 km", "−2 km"]


def test_docked_it_names_the_port_and_no_distance() -> None:
    assert note(MISSION, moment(-600.0)) == "docked to Rassvet"
    assert told(-600.0) == "Soyuz MS-19 is docked to Rassvet, on the International Space Station."


def test_an_unknown_port_is_said_to_be_unknown() -> None:
    nowhere = replace(MISSION, departure=replace(MISSION.departure, port="not known"))
    assert note(nowhere, moment(-600.0)) == "docked, port not known"


def test_the_sentence_tells_distance_trend_and_sides() -> None:
    assert told(720.0) == (
        "Soyuz MS-19 is 151 m from the centre of the ISS, opening at 0.63 m/s: "
        "28.4 m behind, 149 m below, in the orbit plane; reconstructed."
    )


def test_a_hovering_ship_holds_its_distance() -> None:
    assert "holding its distance" in told(420.0)


def test_far_away_it_tells_kilometres() -> None:
    words = told(4980.0)
    assert " km ahead" in words and " km below" in words and "to the right" in words


def test_after_the_deorbit_burn_it_says_that_it_is_over_and_still_the_range() -> None:
    ended = MISSION.epoch + timedelta(seconds=ms19.time_of("burn_end"))
    apart = ms19.value("iss_range", 13000.0) / 1000
    assert told(13000.0) == (
        f"Proximity operations are over: deorbit burn ended {ended:%H:%M:%S} UTC, "
        f"range to the ISS {apart:.1f} km, reconstructed."
    )
    assert heading(moment(13000.0), path(ms19.trajectory()).over) == "Proximity · over"


def test_the_heading_names_the_phase() -> None:
    assert heading(moment(720.0), 1e9) == "Proximity · Flyaround"


def test_the_readout_gives_range_rate_and_the_three_bars() -> None:
    assert [name for name, _ in rows(moment(720.0).values)] == ["Range", "Range rate", "V-bar", "R-bar", "H-bar"]
    assert dict(rows(moment(720.0).values))["V-bar"] == "−28.4 m"


def test_marks_are_labelled_with_name_size_and_time() -> None:
    found = marks(MISSION, ms19.trajectory(), path(ms19.trajectory()))
    labels = {mark.name.en: mark_label(MISSION, mark) for mark in found}
    assert labels["Separation burn"] == "Separation burn · 1.53 m/s"
    assert labels["Deorbit burn"] == "Deorbit burn · 128.0 m/s"
    assert labels["Hover, U-turn"] == "Hover, U-turn · 0.28 m/s · 07:27"
    assert labels["Photographs end"] == "Photographs end · 07:42"


def test_a_burn_says_that_it_is_reconstructed_and_whose_it_is() -> None:
    found = marks(MISSION, ms19.trajectory(), path(ms19.trajectory()))
    tip = mark_tip(MISSION, next(mark for mark in found if mark.name.en == "Separation burn"))
    assert tip.startswith("Separation burn, 07:44:03 UTC: 1.53 m/s (V-bar −1.20, R-bar −0.95, H-bar 0.00)")
    assert "reconstructed; the burns are assumed: Flight-dynamics study" in tip


def test_a_moment_of_the_path_tells_time_phase_range_and_basis() -> None:
    tip = path_tip(MISSION, ms19.trajectory(), 720.0)
    assert tip == "07:33:03 UTC · T+00:12:00 · flyaround\nrange 151 m · +0.63 m/s · reconstructed"
    assert path_tip(MISSION, ms19.trajectory(), 720.0, zero="touchdown").startswith("07:33:03 UTC · T−03:55:00")


def test_a_part_of_the_station_tells_its_size_and_both_origins() -> None:
    outline = iss_outline()
    tip = part_tip(next(part for part in outline.parts if part.id == "rassvet"), outline.placement)
    assert tip.startswith("Rassvet, 6.0 × 2.4 × 2.4 m\nsize actual: French Wikipedia")
    assert "place assumed: Published lengths laid end to end" in tip


def test_zones_are_named_with_their_size_and_source() -> None:
    labels = {zone.id: zone_label(zone) for zone in iss_outline().zones}
    assert labels == {"keep-out": "keep-out sphere, 200 m", "approach": "approach ellipsoid, 4 × 2 × 2 km"}
    assert all("DuPont" in zone_tip(zone) for zone in iss_outline().zones)
