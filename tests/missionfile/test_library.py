"""Missions by name, and the schema for editors."""

import json
from pathlib import Path

import pytest

from mission_gui import settings
from mission_gui.domain.errors import UserError
from mission_gui.missionfile import find_mission, mission_paths, missions
from mission_gui.missionfile.library import FOLDER_VARIABLE, mission_id, own_folder, own_paths
from mission_gui.missionfile.schema import SCHEMAS, schema, schema_path, schema_text


@pytest.mark.parametrize("name", ["soyuz-ms-19", "Soyuz MS-19", "soyuz_ms_19"])
def test_a_mission_is_found_by_its_name(name: str) -> None:
    assert find_mission(name).name == "soyuz-ms-19.toml"


def test_a_mission_is_found_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text("")
    assert find_mission(str(path)) == path


@pytest.mark.parametrize("name", ["soyuz-ms-91", "apollo", "", "~nobody-here/x", "a\0b"])
def test_an_unknown_mission_lists_what_there_is(name: str) -> None:
    with pytest.raises(UserError, match="soyuz-ms-19"):
        find_mission(name)


def test_the_users_own_missions_are_found_by_their_id() -> None:
    own_folder().mkdir(parents=True)
    path = own_folder() / "whatever.mission.toml"
    path.write_text('# mine\nformat = 1\nid = "soyuz-dream"\n')
    (own_folder() / ".half.toml").write_text('id = "half"')
    assert own_paths() == {"soyuz-dream": path}
    assert find_mission("Soyuz Dream") == path
    with pytest.raises(UserError, match="Did you mean soyuz-dream.*your own: soyuz-dream"):
        find_mission("soyuz-dreem")


def test_the_users_file_goes_before_a_built_in_mission_and_this_is_said(caplog: pytest.LogCaptureFixture) -> None:
    own_folder().mkdir(parents=True)
    path = own_folder() / "a.toml"
    path.write_text('id = "soyuz-ms-19"\n')
    assert find_mission("soyuz-ms-19") == path
    assert f"your own file {path} is used" in caplog.text
    assert str(mission_paths()["soyuz-ms-19"]) in caplog.text


def test_the_folder_of_own_missions_is_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.write(settings.Settings(missions=str(tmp_path / "set")))
    assert own_folder() == tmp_path / "set"
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "named"))
    assert own_folder() == tmp_path / "named"
    assert own_paths() == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("id = 'quoted'", "quoted"),
        ('name = "x"\n[[crew]]\nid = "not-this"', "file"),
        ("\x00\xff", "file"),
    ],
)
def test_the_id_stands_in_the_head_of_a_file(tmp_path: Path, text: str, found: str) -> None:
    path = tmp_path / "file.mission.toml"
    path.write_text(text)
    assert mission_id(path) == found


def test_the_file_of_each_mission_is_named_by_its_id() -> None:
    assert sorted(mission.id for mission in missions()) == sorted(mission_paths())


def test_missions_stand_in_order_of_undocking() -> None:
    found = missions()
    assert [mission.epoch for mission in found] == sorted(mission.epoch for mission in found)
    assert (found[0].id, found[-1].id) == ("soyuz-tma-1", "soyuz-ms-27")


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schemas_in_the_repository_are_up_to_date(name: str) -> None:
    stored = schema_path(name).read_text(encoding="utf-8")
    assert stored == schema_text(SCHEMAS[name]), "write them again with python -m mission_gui.missionfile.schema"


def test_the_schemas_tell_editors_of_keys_and_meanings() -> None:
    made = {name: schema(model) for name, model in SCHEMAS.items()}
    mission, departure = made["missions/mission.schema.json"], made["departures/departure.schema.json"]
    assert "holders" in made["records/durations.schema.json"]["$defs"]["RecordTable"]["required"]
    assert json.loads(schema_text(SCHEMAS["missions/mission.schema.json"])) == mission
    assert {"events", "crew", "elements"} <= set(mission["required"])
    assert mission["additionalProperties"] is False
    assert departure["$defs"]["ArcTable"]["properties"]["legs"]["description"] == "How many, one after the other"
