"""Ports and departures by name, and what a mission file may leave out."""

import re
from math import degrees, radians
from pathlib import Path

import pytest

from mission_gui.domain.facts import Kind, Text
from mission_gui.domain.mission import Attitude, Mission, RelativeBurn, Turn, Withdrawal
from mission_gui.missionfile import check_file, find_mission, read_mission
from mission_gui.resources import resource
from tests.missionfile.mutation import GOOD, faults_of

DEPARTURE = re.compile(r"\[departure\].*?(?=\[descent\])", re.DOTALL)
POISK = 'port = "Poisk"\nprofile = "two-burn-zenith"\nsource = "study"\nkind = "actual"\n'
FIGURES = '{ value = 80.0, unit = "km", source = "study", kind = "assumed" }'


def leaving(lines: str) -> str:
    """The good file with another departure."""
    return DEPARTURE.sub(f"[departure]\n{lines}\n", GOOD)


def mission_of(folder: Path, text: str) -> Mission:
    path = folder / "mission.toml"
    path.write_text(text, encoding="utf-8")
    return read_mission(path)


def test_a_port_and_a_profile_by_name_give_place_and_burns(tmp_path: Path) -> None:
    departure = mission_of(tmp_path, leaving(POISK)).departure
    assert departure.port == "Poisk"
    assert departure.port_position == (-17.79, 0.0, -3.95)
    assert departure.port_axis == (0.0, 0.0, -1.0)
    assert departure.attitude is None
    # physics: springs 0.12 m/s, burn 1 +3:00 8 s 0.53 m/s (MS-11, MS-17), burn 2 15 s 1.53 m/s (MS-17)
    assert [burn.at for burn in departure.burns] == [0, 180, 270]
    assert [burn.along_port for burn in departure.burns] == [0.12, 0.53, 0]
    assert departure.burns[2].delta_v == (-1.20, 0, -0.95)
    assert departure.kind is Kind.ASSUMED


def test_the_digest_covers_the_files_that_are_named(tmp_path: Path) -> None:
    zenith = mission_of(tmp_path, leaving(POISK)).digest
    nadir = mission_of(tmp_path, leaving(POISK.replace("zenith", "nadir"))).digest
    assert len({zenith, nadir, read_mission(find_mission("soyuz-ms-19")).digest}) == 3


def test_a_profile_may_start_from_a_place_of_its_own(tmp_path: Path) -> None:
    lines = POISK.replace('"Poisk"', '"Harmony"\nport_position = [20.0, 0.0, 5.0]\nport_axis = [1.0, 0.0, 0.0]')
    departure = mission_of(tmp_path, leaving(lines)).departure
    assert departure.port_position == (20.0, 0.0, 5.0)
    assert departure.port_axis == (1.0, 0.0, 0.0)


TURNED = 'attitude = { pitch = 90.0, yaw = -1.0, source = "study", kind = "assumed", note = "Poisk backward" }\n'


def test_a_mission_may_turn_the_station_and_says_why(tmp_path: Path) -> None:
    attitude = mission_of(tmp_path, leaving(POISK + TURNED)).departure.attitude
    assert isinstance(attitude, Attitude)
    assert (attitude.pitch, attitude.yaw, attitude.roll) == pytest.approx((radians(90), radians(-1), 0))
    assert attitude.provenance.kind is Kind.ASSUMED
    assert attitude.provenance.note.en == "Poisk backward"


def told(lines: str) -> str:
    """A departure with one burn of its own after the springs."""
    head = 'port = "Poisk"\nsource = "study"\nkind = "assumed"\n[[departure.burns]]\nat = 0.0\nalong_port = 0.12\n'
    return leaving(head + f'duration = 0.0\nname = {{ en = "Springs" }}\n[[departure.burns]]\n{lines}')


BURN = 'at = 180.0\nduration = 8.0\nname = { en = "Go", ru = "Ход" }\n'


def told_burns(folder: Path, lines: str) -> tuple[RelativeBurn, ...]:
    return mission_of(folder, told(BURN + lines)).departure.burns[1:]


def test_an_arc_of_many_legs_is_a_burn_for_each(tmp_path: Path) -> None:
    lines = "arc = { angle = 20.0, seconds = 50.0, legs = 3, axis = [1.0, 0.0, 0.0] }\n"
    burns = told_burns(tmp_path, lines)
    assert [burn.at for burn in burns] == [180, 230, 280]
    assert [(burn.name.en, burn.name.ru) for burn in burns] == [("Go 1", "Ход 1"), ("Go 2", "Ход 2"), ("Go 3", "Ход 3")]
    assert {burn.leg for burn in burns} == {Turn(radians(20), 50, (1, 0, 0))}


def test_a_withdrawal_is_told_by_its_distance_and_time(tmp_path: Path) -> None:
    (burn,) = told_burns(tmp_path, "withdraw = { distance = 200.0, seconds = 240.0 }\nhold = true\n")
    assert burn.leg == Withdrawal(200, 240)
    assert burn.hold and not burn.null and burn.delta_v == (0, 0, 0)


@pytest.mark.parametrize(
    ("lines", "place", "message"),
    [
        ("", "departure.burns[1]", "does nothing; add one of: delta_v, along_port, null, arc, withdraw"),
        ("null = false\n", "departure.burns[1]", "does nothing"),
        ("null = true\ndelta_v = [0.0, 0.0, 1.0]\n", "departure.burns[1].null", "not beside delta_v"),
        ("arc = { angle = 18.0, seconds = 8.0 }\n", "departure.burns[1].duration", "leave nothing of the leg of 8 s"),
        ("arc = { angle = 0.0, seconds = 60.0 }\n", "departure.burns[1].arc.angle", "greater than 0"),
        (
            "arc = { angle = 18.0, seconds = 60.0, axis = [0.0, 1.0, 1.0] }\n",
            "departure.burns[1].arc.axis",
            "not a unit vector, but 1.41421 long",
        ),
        ("withdraw = { distance = -5.0, seconds = 60.0 }\n", "departure.burns[1].withdraw.distance", "greater than 0"),
        (
            "arc = { angle = 18.0, seconds = 60.0, legs = 3 }\n[[departure.burns]]\n"
            + BURN.replace("180.0", "250.0")
            + "null = true\n",
            "departure.burns[2].at",
            "250 s is before the end of the burn above, 308 s",
        ),
    ],
)
def test_a_burn_that_is_not_told_in_one_way_is_a_fault(tmp_path: Path, lines: str, place: str, message: str) -> None:
    faults = faults_of(tmp_path, told(BURN + lines))
    assert any(fault.split(" (")[0].split(":")[0] == place and message in fault for fault in faults), faults


@pytest.mark.parametrize(
    ("lines", "place", "message"),
    [
        (POISK.replace('"Poisk"', '"Piosk"'), "departure.port", "use one of: Rassvet, Prichal, Poisk"),
        (
            POISK.replace('"Poisk"', '"Harmony"\nport_position = [20.0, 0.0, 5.0]'),
            "departure.port",
            "no known port; give port_axis, or use one of",
        ),
        (POISK.replace("two-burn", "three-burn"), "departure.profile", "there is no departures/three-burn-zenith.toml"),
        (POISK.replace('profile = "two-burn-zenith"\n', ""), "departure.burns", "missing"),
        (POISK + "burns = []\n", "departure.profile", "not beside burns"),
    ],
)
def test_a_departure_that_is_not_told_is_a_fault(tmp_path: Path, lines: str, place: str, message: str) -> None:
    faults = faults_of(tmp_path, leaving(lines))
    assert any(fault.startswith(place) and message in fault for fault in faults), faults


def test_bank_and_its_first_side_may_be_left_out(tmp_path: Path) -> None:
    descent = mission_of(tmp_path, re.sub(r"(?m)^(bank|first_bank_\w+) = .*\n", "", GOOD)).descent
    assert degrees(descent.bank) == pytest.approx(58.0)
    assert descent.first_bank_sign == 1
    assert descent.provenance["bank"].kind is Kind.CALIBRATED
    assert descent.provenance["first_bank_sign"].kind is Kind.ASSUMED


def test_the_loss_of_lift_is_a_figure_with_its_source(tmp_path: Path) -> None:
    descent = mission_of(tmp_path, GOOD.replace("[aim_point]", f"ballistic_below = {FIGURES}\n[aim_point]")).descent
    assert descent.ballistic_below == pytest.approx(80e3)
    assert descent.provenance["ballistic_below"].unit == "km"


def test_a_landing_on_the_reserve_is_told_by_its_source(tmp_path: Path) -> None:
    told = 'reserve = { source = "study", kind = "assumed", note = "For this test" }\n[aim_point]'
    descent = mission_of(tmp_path, GOOD.replace("[aim_point]", told)).descent
    assert descent.reserve
    assert descent.provenance["reserve"].note.en == "For this test"
    assert not read_mission(find_mission("soyuz-ms-19")).descent.reserve


def test_what_is_not_known_of_a_person_is_absent(tmp_path: Path) -> None:
    known = r"(?m)^(full_name|native_name|seat|seat_source|born|birthplace|born_source|flights|flights_source"
    text = re.sub(known + r"|time_before|time_before_source) = .*\n", "", GOOD)
    strangers = re.sub(r'(?m)^name = "(Anton|Pyotr|Mark) ', 'name = "Nemo ', text)  # whom no table of careers has
    mission = mission_of(tmp_path, strangers)
    for person in mission.crew:
        assert (person.seat, person.born, person.flights, person.time_before) == (None, None, None, None)
        assert (person.native_name, person.birthplace) == ("", Text(""))
        assert person.career(mission.end) is None
        assert person.this_flight(mission.end).days > 170


@pytest.mark.parametrize("key", ["seat", "born", "flights", "time_before"])
def test_a_figure_of_a_person_needs_its_source(tmp_path: Path, key: str) -> None:
    text = re.sub(rf"(?m)^{key}_source = .*\n", "", GOOD, count=1)
    assert [fault.split(" ")[0] for fault in faults_of(tmp_path, text)] == [f"crew[0].{key}_source"]


def test_nobody_aboard_is_written_as_an_empty_crew() -> None:
    assert read_mission(find_mission("soyuz-ms-22")).crew == ()


@pytest.mark.parametrize("path", sorted(resource("departures").glob("*.toml")), ids=lambda path: path.stem)
def test_every_shipped_profile_is_sound_and_named_by_its_id(path: Path) -> None:
    check_file(path)
    text = path.read_text(encoding="utf-8")
    assert f'id = "{path.stem}"' in text
    assert 'phase = "free_flight"' in text


def test_a_faulty_profile_names_its_place(tmp_path: Path) -> None:
    text = resource("departures/two-burn-nadir.toml").read_text(encoding="utf-8")
    assert any("burns[2].at" in fault for fault in check_faults(tmp_path, text.replace("at = 270.0", "at = 70.0")))
    assert any("source" in fault for fault in check_faults(tmp_path, text.replace('"study"\nkind', '"stud"\nkind')))


def test_the_file_of_ports_is_sound(tmp_path: Path) -> None:
    path = resource("station/iss.toml")
    check_file(path)
    text = path.read_text(encoding="utf-8")
    assert text.count('kind = "assumed"') == text.count("[[ports]]") == 7
    axis = check_faults(tmp_path, text.replace("axis = [-1.0, 0.0, 0.0]", "axis = [-2.0, 0.0, 0.0]"))
    assert any("ports[3].axis" in fault and "unit vector" in fault for fault in axis)
    assert any("ports[1].name" in fault for fault in check_faults(tmp_path, text.replace('"Prichal"', '"Rassvet"')))


def check_faults(folder: Path, text: str) -> list[str]:
    """All faults that checking a file with this text finds."""
    return faults_of(folder, text, check_file)
