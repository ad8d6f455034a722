"""A bad mission file reports every fault, each with its place, what is wrong and what would be right."""

from pathlib import Path

import pytest

from mission_gui.domain.errors import UserError
from mission_gui.missionfile import read_mission
from tests.missionfile.mutation import GOOD, faults_of, spoiled

LINE1 = "1 25544U 98067A   22089.28690779  .00012683  00000-0  23262-3 0  9997"

CAPTION = 'note = { en = "Caption of a landing photograph", ru = "Подпись к фотографии посадки" }'

MUTATIONS = [
    # what is done to the file, the place that must be named, and a part of the message
    (
        ("planned = [{ time = 2022-03-30T04:00:00Z", "planned = [{ time = 2022-03-30T04:00:00"),
        "events[0].planned[0].time",
        "add Z for UTC",
    ),
    (("start = 2022-03-30T03:20:00Z", "start = 2022-03-30T03:20:00"), "start", "a time without a zone"),
    (("start = 2022-03-30T03:20:00Z", 'start = "2022-03-30T03:20:00Z"'), "start", "without quotes"),
    (("start = 2022-03-30T03:20:00Z", "start = 2022-03-30T09:20:00Z"), "start", "after undocking"),
    (("end = 2022-03-31T12:00:00Z", "end = 2022-03-30T02:00:00Z"), "end", "not after the start"),
    (("end = 2022-03-31T12:00:00Z", "end = 2022-03-30T11:00:00Z"), "end", "before the landing"),
    (("2022-03-30T11:28:03Z", "2022-03-30T06:28:03Z"), "events[18]", "not after undocking"),
    (("2022-03-30T04:16:00Z", "2022-03-30T07:20:00Z"), "events[1]", "sort events"),
    (('0  9997"', '0  9996"'), "elements.line1", "the digits give 7"),
    (('53967332942"', '53967332941"'), "elements.line2", "the digits give 2"),
    (("22089.28690779", "22099.28690779"), "elements.line1", "three days before undocking"),
    (("22089.28690779", "22080.28690779"), "elements.line1", "three days before undocking"),
    (('line2 = "2 25544', 'line2 = "2 25545'), "elements.line2", "25545 is not 25544"),
    ((LINE1, LINE1[:-3]), "elements.line1", "66 characters"),
    (
        ("planned = [{ time = 2022-03-30T04:00", "planed = [{ time = 2022-03-30T04:00"),
        "events[0].planed",
        "did you mean planned?",
    ),
    (("keep_out_radius", "colour"), "departure.colour", "known here: source, kind"),
    (('source = "tass" }', 'source = "tas" }'), "events[1].planned[0].source", "did you mean tass?"),
    (('role_source = "russianspaceweb"', 'role_source = "nobody"'), "crew[0].role_source", "unknown source"),
    (
        ('sources = ["spacepolicy", "seradata", "kosmosnews"]', 'sources = ["spacepolicy", "x", "kosmosnews"]'),
        "cards[0].sources[1]",
        "unknown source",
    ),
    (('name = "Pyotr Dubrov"', 'name = "Anton Shkaplerov"'), "crew[1].name", "stands in crew[0] already"),
    (('id = "burn_end"', 'id = "ignition"'), "events[7].id", "stands in events[6] already"),
    (('id = "burn_end"', 'id = "burn_out"'), "events[7].name", "no standard name"),
    (('id = "undocking"', 'id = "unhooking"'), "events", "no time for undocking"),
    (('arrives = "houston"', 'arrives = "huston"'), "recovery.legs[4].arrives", "did you mean houston?"),
    (('event = "touchdown"', 'event = "splashdown"'), "recovery.states[1].event", "unknown event"),
    (('{ event = "ignition"', '{ event = "burn"'), "recovery.assets[0].states[1].event", "unknown event"),
    (
        ('destination = "karaganda"', 'destination = "karagan"'),
        "recovery.legs[0].destination",
        "did you mean karaganda?",
    ),
    (('crew = ["vande_hei"]', 'crew = ["kelly"]'), "recovery.states[7].crew[0]", "unknown crew member"),
    (("end = 2022-03-30T04:30:00Z", "end = 2022-03-30T03:00:00Z"), "coverage[0].end", "not after the start"),
    (("end = 2022-03-30T07:00:00Z", "end = 2022-03-30T03:00:00Z"), "cards[0].end", "not after the start"),
    (("latitude = 47.38", "latitude = 147.38"), "landing.latitude", "out of range"),
    (("longitude = 69.60", "longitude = 269.60"), "aim_point.longitude", "out of range"),
    (('zone = "Europe/Moscow"', 'zone = "Europe/Mosgow"'), "clocks[1].zone", "IANA"),
    (('zone = "Europe/Moscow"', 'zone = "../etc"'), "clocks[1].zone", "IANA"),
    (('vehicle = "soyuz-ms"', 'vehicle = "soyuz-tma"'), "vehicle", "use one of: soyuz-ms"),
    (('stations = ["russian"]', 'stations = ["american"]'), "stations[0]", "use one of: russian"),
    (('unit = "m/s"', 'unit = "kg"'), "descent.delta_v.unit", "use 'm/s' or 'km/s'"),
    (('kind = "assumed"', 'kind = "guessed"'), "departure.kind", "'assumed'"),
    ((CAPTION, "note = 7"), "crew[0].seat_source.note", "write them in quotes, or as { en"),
    ((CAPTION, 'note = { de = "Bild" }'), "crew[0].seat_source.note.de", "known here: en, ru"),
    ((CAPTION, 'note = { ru = "Подпись" }'), "crew[0].seat_source.note.en", "missing"),
    ((CAPTION, 'note = { en = 7, ru = "Подпись" }'), "crew[0].seat_source.note.en", "not a text"),
    (("flights = 4\n", ""), "crew[0].flights", "missing"),
    (("flights = 4\n", 'flights = "four"\n'), "crew[0].flights", "not a whole number"),
    (('"533 d 5 h 32 m 24.442 s"', '"533 days"'), "crew[0].time_before", "340 d 8 h 42 m 54 s"),
    (("born = 1978-01-30", 'born = "1978"'), "crew[1].born", "not a date"),
    (
        ("launch = 2021-10-05T08:55:02.442Z", "launch = 2022-10-05T08:55:02.442Z"),
        "crew[0].launch",
        "not before undocking",
    ),
    (("at = 180.0", "at = 1800.0"), "departure.burns[2].at", "sort burns by time"),
    (("port_position = [-5.13, 0.0, 8.5]", "port_position = [-5.13, 8.5]"), "departure.port_position", "too few"),
    (("format = 2", "format = 9"), "format", "install the newest mission-gui"),
    (("format = 2", "format = 1"), "format", "mission-gui migrate "),
    (("format = 2", "format = 0"), "format", "use 2"),
    (("along_port = 0.12", "toward_centre = true"), "departure.burns[0].toward_centre", "arc = {"),
]


@pytest.mark.parametrize(("change", "place", "message"), MUTATIONS, ids=[f"{m[1]} {m[2]}" for m in MUTATIONS])
def test_a_fault_names_its_place_and_the_remedy(
    tmp_path: Path, change: tuple[str, str], place: str, message: str
) -> None:
    faults = faults_of(tmp_path, spoiled(change))
    assert any(_place(fault) == place and message in fault for fault in faults), faults


def _place(fault: str) -> str:
    return fault.split(": ")[0].split(" (line")[0]


def test_the_good_file_has_none(tmp_path: Path) -> None:
    assert faults_of(tmp_path, GOOD) == []


def test_faults_of_format_and_of_sense_come_together(tmp_path: Path) -> None:
    text = spoiled(
        ("flights = 4\n", ""),
        ('0  9997"', '0  9996"'),
        ('arrives = "houston"', 'arrives = "huston"'),
        ("latitude = 47.38", "latitude = 147.38"),
        ("2022-03-30T04:20:00Z", "2022-03-30T04:20:00"),
    )
    places = [_place(fault) for fault in faults_of(tmp_path, text)]
    assert places == [
        "elements.line1",
        "landing.latitude",
        "crew[0].flights",
        "events[0].actual[1].time",
        "recovery.legs[4].arrives",
    ]


def test_a_fault_gives_the_line_in_the_file(tmp_path: Path) -> None:
    text = spoiled(("2022-03-30T04:20:00Z", "2022-03-30T04:20:00"), ("flights = 2\n", "flights = 0\n"))
    numbers = [i for i, line in enumerate(text.splitlines(), 1) if "T04:20:00" in line or "flights = 0" in line]
    faults = faults_of(tmp_path, text)
    assert [f"(line {number})" in fault for number, fault in zip(sorted(numbers), faults, strict=True)] == [True, True]


def test_a_syntax_error_gives_line_and_column(tmp_path: Path) -> None:
    (fault,) = faults_of(tmp_path, 'name = "Soyuz\nid = 1\n')
    assert fault.startswith("line 1 column 14: ")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b"name = \xff\xfe", "line 1 column 8: not UTF-8"),
        (b"start = 2022-02-31T00:00:00Z", "line 1 column "),
        (b"format = " + b"9" * 5000, "dates and numbers that exist"),
        (b"id =", "line 1 column 5: "),
        (b"a = " + b"[" * 5000 + b"]" * 5000, "nested too deeply"),
        (b"a." * 5000 + b"a = 1", "nested too deeply"),
        (b"", "missing"),
    ],
)
def test_what_is_no_mission_file_is_said_to_be_none(tmp_path: Path, text: bytes, message: str) -> None:
    assert any(message in fault for fault in faults_of(tmp_path, text))


def test_a_missing_time_zone_of_undocking_is_not_reported_as_a_missing_event(tmp_path: Path) -> None:
    faults = faults_of(tmp_path, spoiled(("2022-03-30T07:21:03Z", "2022-03-30T07:21:03")))
    assert [_place(fault) for fault in faults] == ["events[2].actual[0].time"]


def test_a_file_that_is_not_there_is_a_plain_message(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        read_mission(tmp_path / "none.toml")
