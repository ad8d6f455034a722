"""Returns side by side: T = 0, the common grid, and the table of differences."""

from dataclasses import replace

import numpy as np
import pytest

from mission_gui.domain.errors import UserError
from mission_gui.domain.facts import Basis, Kind
from mission_gui.domain.mission import Figures
from mission_gui.domain.ports import UNKNOWN_PORT
from mission_gui.physics.comparison import ALIGNMENTS, MOST, alignment, check_missions, compare
from mission_gui.physics.comparison_figures import Group, Row, Said
from mission_gui.physics.earth import STANDARD_GRAVITY
from tests import canned, returns
from tests.returns import ballistic, flown


def values(row: Row) -> list[float]:
    found = [cell.value for cell in row.cells if cell is not None]
    assert len(found) == len(row.cells) and None not in found
    return [value for value in found if value is not None]


@pytest.mark.parametrize("align", ALIGNMENTS)
def test_every_flight_has_the_event_at_nought(align: str) -> None:
    comparison = ballistic(align)
    assert [comparison.time(number, align) for number in (0, 1)] == [0.0, 0.0]
    assert comparison.align == align


def test_the_same_channel_is_read_on_the_time_from_the_event() -> None:
    comparison = ballistic()
    for number, (mission, flight) in enumerate((flown("soyuz-ms-19"), flown("soyuz-tma-11"))):
        touchdown = next(event.time for event in flight.events if event.id == "touchdown")
        assert touchdown is not None
        t = mission.seconds(touchdown) - 600.0
        expected = float(np.interp(t, flight.t, flight.channels["altitude"]))
        assert comparison.value(number, "altitude", -600.0) == pytest.approx(expected, abs=1e-6)


def test_outside_a_flight_nothing_is_invented() -> None:
    comparison = ballistic()
    grid = np.array([-28000.0, -12000.0, 0.0, 60.0])
    ms19, tma11 = (comparison.on_grid(number, "altitude", grid) for number in (0, 1))
    assert np.isfinite(ms19[:3]).all() and np.isfinite(tma11[1:3]).all()
    assert np.isnan(tma11[0]) and np.isnan(ms19[3]) and np.isnan(tma11[3])
    assert comparison.value(1, "altitude", -28000.0) is None
    assert comparison.value(1, "altitude", 60.0) is None


def test_ballistic_means_twice_the_load_steeper_and_short() -> None:
    """TMA-11: 8.2 to 8.6 g were reported (Columbia Tribune; German Wikipedia), and 420 to 475 km short."""
    comparison = ballistic()
    load, fallen = values(comparison.row("peak_load_replayed"))
    assert load / STANDARD_GRAVITY == pytest.approx(3.9, abs=0.3)
    assert fallen / STANDARD_GRAVITY == pytest.approx(8.4, abs=0.4)
    shallow, steep = values(comparison.row("steepness_replayed"))
    assert steep < 1.8 * shallow < 0.0
    near, short = values(comparison.row("short_of_plan_replayed"))
    assert near < 20e3 and 400e3 < short < 480e3
    assert comparison.row("entry_way_replayed").differences[1] == pytest.approx(-540e3, abs=60e3)


def test_a_difference_is_from_the_first_mission() -> None:
    comparison = compare([flown("soyuz-tma-11"), flown("soyuz-ms-19")])
    row, turned = comparison.row("peak_load_replayed"), ballistic().row("peak_load_replayed")
    assert row.differences[0] == 0.0
    assert row.differences[1] == pytest.approx(-(turned.differences[1] or 0.0))


def test_what_is_not_known_is_absent_and_has_no_difference() -> None:
    mission, flight = flown("soyuz-tma-11")
    departure = replace(mission.departure, port=UNKNOWN_PORT)
    unknown = replace(mission, departure=departure, figures=Figures())
    comparison = compare([flown("soyuz-ms-19"), (unknown, flight)])
    port = comparison.row("port")
    assert str(port.cells[0] and port.cells[0].words) == "Rassvet" and port.cells[1] is None
    load = comparison.row("peak_load_reported")
    assert load.cells[0] is not None and load.cells[1] is None and load.differences == (0.0, None)


def test_a_ship_without_a_crew_says_so() -> None:
    comparison = compare([flown("soyuz-ms-19"), flown("soyuz-ms-22")])
    crew, days, longest = (comparison.row(name).cells[1] for name in ("crew", "crew_days", "longest"))
    assert crew is not None and crew.words.en == "uncrewed"
    assert days is not None and days.value == 0.0
    assert longest is not None and longest.value is None and longest.words.en == "uncrewed"


def test_only_like_is_compared_with_like() -> None:
    """A reported load and a modelled one stand in rows of their own."""
    for row in ballistic().rows:
        for cell in row.cells:
            if cell is None or row.said is Said.GIVEN:
                continue
            assert cell.basis is (Basis.MODELLED if row.said is Said.REPLAYED else Basis.PUBLISHED), row.id
            assert (cell.kind is Kind.PLANNED) == (row.said is Said.PLANNED), row.id


def test_every_figure_tells_its_source() -> None:
    rows = compare([flown("soyuz-ms-19"), flown("soyuz-tma-11"), flown("soyuz-ms-08")]).rows
    assert len({row.id for row in rows}) == len(rows)
    assert all(cell.source for row in rows for cell in row.cells if cell is not None)
    assert {row.group for row in rows} == set(Group)


def test_a_ballistic_descent_is_said_with_its_report() -> None:
    guided, fallen = ballistic().row("descent").cells
    assert guided is not None and guided.words.en == "guided"
    assert fallen is not None and fallen.words.en == "ballistic"
    assert fallen.basis is Basis.PUBLISHED and "spacefacts" in fallen.source.en


def test_published_times_are_counted_from_the_same_instant() -> None:
    """TMA-11's burn was reported for 07:40:00, and its landing for 08:29:43 (spacefacts.de; touchdown list)."""
    row = ballistic().row("time_of_ignition_reported")
    assert row.cells[1] is not None
    assert row.cells[1].value == pytest.approx(-(49 * 60 + 43), abs=1.0)
    assert row.cells[1].within == 60.0


def test_the_way_down_ends_on_the_ground_where_the_table_says() -> None:
    comparison = ballistic()
    for number, length in enumerate(values(comparison.row("entry_way_replayed"))):
        gone, altitude, t = comparison.ways_down[number]
        assert gone[0] == 0.0 and gone[-1] == pytest.approx(length)
        assert altitude[0] == pytest.approx(100e3, rel=1e-3) and altitude[-1] < 500.0
        assert t[-1] == pytest.approx(0.0, abs=1.0)
        assert (np.diff(gone) >= 0.0).all()


def test_events_that_only_one_flight_has_are_no_rows_unless_all_returns_may_have_them() -> None:
    ids = {row.id for row in ballistic().rows}
    assert "time_of_karaganda_reported" not in ids
    assert "time_of_hatch_closed_reported" in ids


@pytest.mark.parametrize(
    ("word", "event"),
    [("entry", "entry_interface"), ("Landing", "touchdown"), ("Посадка", "touchdown"), ("peak load", "peak_load")],
)
def test_an_event_is_named_as_people_do(word: str, event: str) -> None:
    assert alignment(word) == event


def test_a_word_that_is_no_event_is_told() -> None:
    with pytest.raises(UserError, match=r"'lunch' is not an event to align on; choose one of: undocking"):
        alignment("lunch")


def test_a_mission_without_the_event_is_told() -> None:
    with pytest.raises(UserError, match=r"soyuz-ms-19 has no time for reserve_parachute: align on another event"):
        compare([returns.flown("soyuz-ms-19"), returns.flown("soyuz-tma-11")], "reserve_parachute")


def test_too_few_too_many_and_the_same_twice_are_told() -> None:
    mission = canned.mission()
    several = [replace(mission, id=f"soyuz-{number}") for number in range(MOST + 1)]
    check_missions(several[:MOST])
    with pytest.raises(UserError, match="two missions or more"):
        check_missions([mission])
    with pytest.raises(UserError, match="soyuz-ms-19 is named twice"):
        check_missions([several[0], mission, mission])
    with pytest.raises(UserError, match="7 missions are too many"):
        check_missions(several)
