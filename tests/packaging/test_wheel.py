"""The wheel and the sdist: whole, and the same bytes from the same source."""

import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from email import message_from_string
from pathlib import Path

import pytest

from mission_gui import __version__
from tests.packaging.conftest import ROOT

COMMIT = "0123456789ab"
SOURCES = ("mission_gui", "resources", "packaging", "docs")
NOT_COPIED = shutil.ignore_patterns("__pycache__", "*.pyc", ".*cache")


def built(source: Path, out: Path, mask: int = 0o022) -> Path:
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000", "MISSION_GUI_COMMIT": COMMIT}
    command = [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-t", "wheel", "-d", str(out)]
    subprocess.run(command, cwd=source, env=environment, check=True, capture_output=True, umask=mask)
    return out


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what is built from, without tests, which only make the sdist slower."""
    copy = tmp_path_factory.mktemp("source")
    for name in SOURCES:
        shutil.copytree(ROOT / name, copy / name, ignore=NOT_COPIED)
    for name in ("pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"):
        shutil.copyfile(ROOT / name, copy / name)
    return copy


@pytest.fixture(scope="module")
def dist(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(source, tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="module")
def wheel(dist: Path) -> zipfile.ZipFile:
    return zipfile.ZipFile(next(dist.glob("*.whl")))


def files_below(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_the_wheel_holds_every_module_and_every_resource(source: Path, wheel: zipfile.ZipFile) -> None:
    held = {name.removeprefix("mission_gui/") for name in wheel.namelist() if name.startswith("mission_gui/")}
    assert held >= files_below(source / "mission_gui")
    assert held >= {f"resources/{name}" for name in files_below(source / "resources")}
    for kind in (
        "missions/soyuz-ms-19.toml",
        "map/world.npz",
        "i18n/ru.qm",
        "icons/mission-gui.svg",
        "vehicles/soyuz-ms.toml",
    ):
        assert f"resources/{kind}" in held


def test_the_wheel_says_what_it_was_built_from(wheel: zipfile.ZipFile) -> None:
    assert wheel.read("mission_gui/resources/commit").decode().strip() == COMMIT


def test_the_wheel_brings_what_the_desktop_and_the_shell_look_for(wheel: zipfile.ZipFile) -> None:
    shared = f"mission_gui-{__version__}.data/data/share/"
    held = {name.removeprefix(shared) for name in wheel.namelist() if name.startswith(shared)}
    assert held >= {
        "applications/mission-gui.desktop",
        "icons/hicolor/scalable/apps/mission-gui.svg",
        "man/man1/mission-gui.1",
        "bash-completion/completions/mission-gui",
        "mime/packages/mission-gui.xml",
    }


def test_the_extras_and_the_command_are_there(wheel: zipfile.ZipFile) -> None:
    info = f"mission_gui-{__version__}.dist-info"
    metadata = message_from_string(wheel.read(f"{info}/METADATA").decode())
    assert metadata["Version"] == __version__
    assert set(metadata.get_all("Provides-Extra") or ()) >= {"film", "cluster", "imagery"}
    assert "mission-gui = mission_gui.cli.main:main" in wheel.read(f"{info}/entry_points.txt").decode()


def test_another_place_time_and_umask_give_the_same_bytes(source: Path, dist: Path, tmp_path: Path) -> None:
    # Neither the place, nor the time, nor the rights may get into what is built.
    copy = tmp_path / "another place"
    shutil.copytree(source, copy, copy_function=shutil.copy)
    again = built(copy, tmp_path / "dist", mask=0o077)
    for first in sorted(dist.iterdir()):
        assert first.read_bytes() == (again / first.name).read_bytes(), first.name


def test_the_sdist_builds_the_same_program(dist: Path, wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    with tarfile.open(next(dist.glob("*.tar.gz"))) as archive:
        archive.extractall(tmp_path, filter="data")
    (unpacked,) = tmp_path.iterdir()
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / "dist")]
    environment = {name: value for name, value in os.environ.items() if name != "MISSION_GUI_COMMIT"}
    subprocess.run(command, cwd=unpacked, env=environment, check=True, capture_output=True)
    with zipfile.ZipFile(next((tmp_path / "dist").glob("*.whl"))) as again:
        info = (f"mission_gui-{__version__}.dist-info/RECORD",)
        names = set(wheel.namelist()) - set(info)
        assert set(again.namelist()) - set(info) == names
        assert all(again.read(name) == wheel.read(name) for name in names)


def test_the_version_stands_in_one_place() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    assert "version" not in project["project"] and project["project"]["dynamic"] == ["version"]
    assert project["tool"]["hatch"]["version"]["path"] == "mission_gui/__init__.py"
