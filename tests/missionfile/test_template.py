"""The template names what is to be filled in, and is a sound file once that is done."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from mission_gui.domain.errors import MissionFileError, UserError
from mission_gui.missionfile import check_file, find_mission, read_mission
from mission_gui.missionfile.document import read_document
from mission_gui.missionfile.models import MissionTable
from mission_gui.missionfile.placeholders import MARK
from mission_gui.missionfile.template import from_mission, from_template
from tests.missionfile.mutation import GOOD

KNOWN = tomllib.loads(GOOD)
NOT_TOLD_THERE = {
    "sources.report.title": "TASS",
    "sources.elements.title": "Space-Track",
    "events[0].actual[0].time": KNOWN["events"][2]["actual"][0]["time"],
    "events[11].actual[0].time": KNOWN["events"][18]["actual"][0]["time"],
}
OPTIONAL = re.compile(r"^#(?! \S)(?=.)", re.MULTILINE)


def written(folder: Path, text: str) -> Path:
    path = folder / "soyuz-ms-99.toml"
    path.write_text(text, encoding="utf-8")
    return path


def empty_places(path: Path) -> list[str]:
    with pytest.raises(MissionFileError) as caught:
        check_file(path)
    return [finding.place for finding in caught.value.findings]


def known(place: str) -> Any:
    """What the file of MS-19 has there."""
    if place in NOT_TOLD_THERE:
        return NOT_TOLD_THERE[place]
    value: Any = KNOWN
    for key in re.findall(r"\w+", place):
        value = value[int(key)] if key.isdigit() else value[key]
    return value["en"] if isinstance(value, dict) else value


def filled(text: str, path: Path) -> str:
    lines = text.split("\n")
    with pytest.raises(MissionFileError) as caught:
        check_file(path)
    for finding in caught.value.findings:
        value = known(finding.place)
        told = value.isoformat() if hasattr(value, "isoformat") else json.dumps(value, ensure_ascii=False)
        lines[finding.line - 1] = re.sub(rf'"{MARK}[^"]*"', told.replace("\\", r"\\"), lines[finding.line - 1], count=1)
    return "\n".join(lines)


def test_check_names_each_placeholder_and_nothing_else(tmp_path: Path) -> None:
    text = from_template("soyuz-ms-99")
    path = written(tmp_path, text)
    settings = [line.split("#")[0] for line in text.splitlines()]
    assert len(empty_places(path)) == sum(MARK in line for line in settings)
    with pytest.raises(MissionFileError) as caught:
        check_file(path)
    assert all(finding.what == "still to be filled in" and finding.remedy for finding in caught.value.findings)


def test_filled_in_it_is_a_sound_mission(tmp_path: Path) -> None:
    text = from_template("soyuz-ms-99")
    path = written(tmp_path, text)
    path.write_text(filled(text, path), encoding="utf-8")
    (russian, *others) = check_file(path)
    assert "no Russian" in russian.what and not others
    assert read_mission(path).id == "soyuz-ms-99"


def test_its_optional_parts_are_in_the_format_too(tmp_path: Path) -> None:
    text = OPTIONAL.sub("", from_template("soyuz-ms-99"))
    tables = tomllib.loads(text)
    assert {"figures", "recovery", "coverage", "cards", "facts", "places"} <= tables.keys()
    path = written(tmp_path, text)
    with pytest.raises(MissionFileError) as caught:
        check_file(path)
    assert {finding.what for finding in caught.value.findings} == {"still to be filled in"}


def test_it_has_every_part_of_the_format() -> None:
    text = from_template("soyuz-ms-99")
    assert [key for key in MissionTable.model_fields if key not in text and key != "records"] == []


def test_a_copy_keeps_the_comments_and_takes_the_id(tmp_path: Path) -> None:
    text = from_mission("mine", read_document(find_mission("soyuz-ms-19")))
    head, _, rest = text.partition("\n\n")
    assert head == "# Begun as a copy of soyuz-ms-19: every figure is that mission's until you change it."
    assert rest == GOOD.replace('id = "soyuz-ms-19"', 'id = "mine"', 1).replace("#:schema mission.schema.json\n", "")
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    assert check_file(path) == []


@pytest.mark.parametrize("name", ["", "Soyuz", "a b", "../x", "-x", "союз", 'x"\ny = 1', "x\n"])
def test_no_file_is_begun_under_what_is_no_id(name: str) -> None:
    with pytest.raises(UserError, match="is no id"):
        from_template(name)
