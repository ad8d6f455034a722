"""A file of an older format comes to the present one with all that it says and all its comments."""

import tomllib
from pathlib import Path

import pytest

from mission_gui.domain.errors import MissionFileError, UserError
from mission_gui.missionfile import mission_paths, read_mission
from mission_gui.missionfile.document import read_document
from mission_gui.missionfile.migrate import STEPS, migrated
from mission_gui.missionfile.versions import FORMAT
from tests.missionfile.mutation import GOOD, faults_of, spoiled

# As the file of MS-19 first had them.
HOVER = (
    'at = 360.0\nduration = 4.0\nnull = true\nhold = true\nname = { en = "Hover, U-turn"',
    "at = 360.0\ndelta_v = [0.0, 0.0, 0.0] # nothing\nduration = 4.0\nnull = true\nhold = true\n"
    'name = { en = "Hover, U-turn"',
)
ARC = (
    "duration = 8.0\narc = { angle = 18.0, seconds = 60.0, legs = 6 }\n",
    "delta_v = [0.0, 0.0, 0.53]\nduration = 8.0\ntoward_centre = true\n",
)
FIRST = ("format = 2", "format = 1")


def migrated_text(folder: Path, text: str) -> str:
    path = folder / "old.toml"
    path.write_text(text, encoding="utf-8")
    return migrated(read_document(path)).text


def test_a_first_format_file_says_the_same_in_the_second(tmp_path: Path) -> None:
    assert migrated_text(tmp_path, spoiled(FIRST, HOVER)) == GOOD


def test_comments_and_order_stay(tmp_path: Path) -> None:
    own = spoiled(FIRST, ("[descent]", "# checked twice\n[descent] # mine"), ('id = "soyuz-ms-19"', "id   =   'mine'"))
    assert migrated_text(tmp_path, own) == own.replace("format = 1", "format = 2", 1)


@pytest.mark.parametrize("name", list(mission_paths()))
def test_every_shipped_file_survives_the_way_byte_for_byte(name: str, tmp_path: Path) -> None:
    text = mission_paths()[name].read_text(encoding="utf-8")
    assert migrated_text(tmp_path, text.replace("format = 2", "format = 1", 1)) == text


def test_what_has_no_exact_translation_is_left_and_told_by_check(tmp_path: Path) -> None:
    text = migrated_text(tmp_path, spoiled(FIRST, ARC))
    assert "toward_centre = true" in text
    (fault,) = faults_of(tmp_path, text)
    assert fault.startswith("departure.burns[6].toward_centre (line ") and "arc = { angle, seconds, legs }" in fault


def test_an_old_file_is_never_read_silently_but_names_the_command(tmp_path: Path) -> None:
    (fault,) = faults_of(tmp_path, spoiled(FIRST, HOVER))
    assert fault.startswith("format (line 6): ")
    assert f"mission-gui migrate {tmp_path / 'mission.toml'}" in fault


def test_a_newer_file_is_refused_in_one_sentence(tmp_path: Path) -> None:
    (fault,) = faults_of(tmp_path, spoiled(("format = 2", f"format = {FORMAT + 1}"), ("[descent]", "[fall]")))
    assert "newer than this program's" in fault


@pytest.mark.parametrize("written", ["3", "0", "-1", "true", '"1"', "1.0", "[]"])
def test_no_step_leads_from_what_is_no_older_format(tmp_path: Path, written: str) -> None:
    with pytest.raises(UserError, match="known: 1, 2"):
        migrated_text(tmp_path, spoiled(("format = 2", f"format = {written}")))


def test_each_older_format_has_its_step() -> None:
    assert list(STEPS) == list(range(1, FORMAT))
    assert {tomllib.loads(path.read_text(encoding="utf-8"))["format"] for path in mission_paths().values()} == {FORMAT}
    with pytest.raises(MissionFileError):
        read_mission(Path(__file__))
