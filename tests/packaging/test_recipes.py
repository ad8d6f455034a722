"""The recipes that only run elsewhere: they name what there is, and agree with the program."""

import importlib
import plistlib
import re
import subprocess
import sysconfig
from pathlib import Path

import numpy as np
import pytest

from mission_gui import __version__
from mission_gui.system import WINDOWS
from tests.packaging.conftest import ROOT

PACKAGING = ROOT / "packaging"
SCRIPTS = sorted(PACKAGING.rglob("*.sh"))
SHELLCHECK = Path(sysconfig.get_path("scripts"), "shellcheck")


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.relative_to(PACKAGING).as_posix())
def test_every_script_is_sound_and_may_be_run(script: Path) -> None:
    # SC2016: what single quotes keep is meant for another shell, or for apt.
    found = subprocess.run([SHELLCHECK, "--exclude=SC2016", script], capture_output=True, text=True, check=False)
    assert not found.stdout + found.stderr
    assert script.stat().st_mode & 0o111


def test_the_installer_for_windows_takes_files_that_are_there() -> None:
    recipe = (PACKAGING / "windows/mission-gui.iss").read_text(encoding="utf-8")
    for name in ("LicenseFile", "SetupIconFile"):
        (found,) = re.findall(rf"^{name}=(.+)$", recipe, re.MULTILINE)
        assert (PACKAGING / "windows" / found.replace("\\", "/")).resolve().is_file()
    assert recipe.count(f'AppUserModelID: "{WINDOWS.window_id}"') == 2, "the task bar goes by it"


def test_the_programs_that_the_recipes_name_are_the_ones_that_are_made() -> None:
    spec = (PACKAGING / "frozen/mission_gui.spec").read_text()
    made = set(re.findall(r'program\("([\w-]+)"', spec))
    named = set(re.findall(r"(mission-gui[\w-]*)\.exe", (PACKAGING / "windows/mission-gui.iss").read_text()))
    assert named <= made == {"mission-gui", "mission-gui-window"}


def test_the_mac_bundle_takes_the_links_and_has_sound_entitlements() -> None:
    spec = (PACKAGING / "frozen/mission_gui.spec").read_text()
    assert '"CFBundleURLSchemes": ["mission-gui"]' in spec
    assert plistlib.loads((PACKAGING / "macos/entitlements.plist").read_bytes())


def test_one_name_stands_for_the_program_in_every_store() -> None:
    name = "org.missiongui.MissionGUI"
    assert (PACKAGING / f"linux/{name}.metainfo.xml").is_file()
    assert f"id: {name}\n" in (PACKAGING / f"flatpak/{name}.yml").read_text()
    assert f'bundle_identifier="{name}"' in (PACKAGING / "frozen/mission_gui.spec").read_text()


def test_the_flatpak_takes_files_that_are_there() -> None:
    recipe = (PACKAGING / "flatpak/org.missiongui.MissionGUI.yml").read_text()
    assert "--share=network" not in recipe
    folders = {"linux": PACKAGING / "linux", "icons": ROOT / "resources/icons"}
    for folder, name in re.findall(r"install -Dm644 (linux|icons)/(\S+)", recipe):
        assert (folders[folder] / name).is_file()


def test_every_target_that_the_workflow_makes_is_there() -> None:
    workflow = (ROOT / ".github/workflows/build.yml").read_text()
    targets = set(re.findall(r"^([a-z][a-z -]*):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    known = {target for line in targets for target in line.split()}
    made = {word for line in re.findall(r"make ([a-z ]+)$", workflow, re.MULTILINE) for word in line.split()}
    assert made and made <= known


def test_the_smoke_test_does_what_the_readme_says() -> None:
    run, inside = (PACKAGING / "smoke/run.sh").read_text(), (PACKAGING / "smoke/inside.sh").read_text()
    told = (ROOT / "README.md").read_text(encoding="utf-8")
    for heading in re.findall(r'\[(?:deb|frozen|wheel)\]="([^"]+)"', run):
        assert f"\n**{heading}" in told
    for words in re.findall(r'readme "((?:[^"\\]|\\.)+)"', inside):
        assert f"    {words.replace(chr(92), '')}" in told.replace("sudo ", ""), f"no command: {words}"
    assert f"mission-gui_{__version__}_amd64.deb" in told and f"mission_gui-{__version__}-py3" in told


def test_a_screen_with_other_text_or_none_is_told_from_the_board() -> None:
    look = importlib.import_module("look")
    random = np.random.default_rng(19)
    board = random.integers(0, 255, (90, 160, 3), dtype=np.uint8)
    assert look.faults(board, board) == []
    other = board.copy()
    other[:9] = 255 - other[:9] // 2
    assert "unlike the board" in look.faults(other, board)[0]
    blank = np.zeros_like(board)
    assert "next to nothing" in look.faults(blank, board)[0]
    assert "the screen is" in look.faults(board[:50], board)[0]


def test_a_dump_of_the_screen_is_read_as_it_was_shown() -> None:
    look = importlib.import_module("look")
    header = [0] * 25
    header[0], header[4], header[5], header[12], header[19] = 108, 2, 1, 8, 3
    content = np.array(header, ">u4").tobytes() + bytes(8) + bytes(12 * 3) + bytes([3, 2, 1, 0, 6, 5, 4, 0])
    assert look.screen(content).tolist() == [[[1, 2, 3], [4, 5, 6]]]
