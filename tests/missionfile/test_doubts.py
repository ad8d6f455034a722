"""A file that can be read but looks wrong is read, and the doubt is told with its place and what to do."""

from pathlib import Path

import pytest

from mission_gui.missionfile import check_file, mission_paths
from tests.missionfile.mutation import spoiled

STRETCH = (
    'note = { en = "How and when they went this last stretch is not published", '
    'ru = "Как и когда они проделали этот последний отрезок, не опубликовано" }'
)
DOUBTS = [
    # what is done to the sound file, the place that must be named, and a part of the message
    (("[elements]", 'ghost = { title = "Nobody" }\n\n[elements]'), "sources.ghost", "named nowhere"),
    (('url = "https://aviastat.ru', 'url = "aviastat.ru'), "sources.aviastat", "begins with https://"),
    (('id = "soyuz-ms-19"', 'id = "soyuz-ms-19-mine"'), "id", "not the name of the file"),
    (("first_bank_source =", "# first_bank_source ="), "descent.first_bank_sign", "add first_bank_source"),
    (("latitude = 47.38\nlongitude = 69.579", "latitude = 69.579\nlongitude = 47.38"), "landing", "seem exchanged"),
    (("longitude = 69.579", "longitude = -69.579"), "landing", "and their signs"),
    (("latitude = 47.38", "latitude = -58.0"), "landing.latitude", "never passes over -58 deg"),
    (("value = 128.0", "value = 12.8"), "descent.delta_v", "check the unit"),
    (("value = 281.0", "value = 2810.0"), "descent.duration", "check the unit"),
    (("value = 58.0", "value = 158.0"), "descent.bank", "lift would point down"),
    (("born = 1978-01-30", "born = 2018-01-30"), "crew[1].born", "check the year"),
    (("launch = 2021-04-09", "launch = 2019-04-09"), "crew[1].launch", "check the year"),
    (('zone = "Europe/Moscow"', 'zone = "Etc/GMT-3"'), "clocks[1].zone", "Asia/Almaty"),
    (('en = "Moscow", ru = "Москва"', 'en = "Moscow"'), "clocks[1].name", "1 text has no Russian"),
    ((STRETCH, STRETCH.partition(", ru")[0] + " }"), "recovery.legs[2].note", "1 text has no Russian"),
    (
        (STRETCH, ""),
        "recovery.legs[2]",
        "not said from what",
    ),
    (
        ("2022-03-30T04:00:00Z, source", "2022-03-29T04:00:00Z, source"),
        "events[0].actual[0].time",
        "24 h from the plan",
    ),
]


@pytest.mark.parametrize(("change", "place", "message"), DOUBTS, ids=[f"{d[1]} {d[2]}" for d in DOUBTS])
def test_a_doubt_names_its_place_and_what_to_do(
    tmp_path: Path, change: tuple[str, str], place: str, message: str
) -> None:
    path = tmp_path / "soyuz-ms-19.toml"
    path.write_text(spoiled(change), encoding="utf-8")
    (doubt, *others) = [finding for finding in check_file(path) if finding.place == place]
    assert not others and message in str(doubt)
    assert doubt.warning and doubt.remedy and doubt.line


def test_other_elements_are_doubted(tmp_path: Path) -> None:
    path = tmp_path / "soyuz-ms-19.toml"
    path.write_text(
        spoiled(
            (
                '1 25544U 98067A   22089.28690779  .00012683  00000-0  23262-3 0  9997"',
                '1 20580U 90037B   22089.28690779  .00012683  00000-0  23262-3 0  9991"',
            ),
            (
                '2 25544  51.6456   7.3749 0004071 329.2000 176.7279 15.49653967332942"',
                '2 20580  28.4700   7.3749 0004071 329.2000 176.7279 15.09653967332947"',
            ),
        ),
        encoding="utf-8",
    )
    assert {finding.place for finding in check_file(path)} >= {"elements.line1", "elements.line2", "landing.latitude"}


@pytest.mark.parametrize("name", list(mission_paths()))
def test_no_shipped_file_leaves_a_doubt(name: str) -> None:
    assert check_file(mission_paths()[name]) == []
