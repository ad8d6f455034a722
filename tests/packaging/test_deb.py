"""The Debian package: what it takes in, what it leaves to Debian, and the same bytes from the same folder."""

import gzip
import importlib
import os
import subprocess
import time
from pathlib import Path

import pytest

from mission_gui import __version__

debian = importlib.import_module("deb")
EPOCH = 1_700_000_000


def frozen(folder: Path) -> Path:
    """A folder such as PyInstaller makes, with one library of Debian's in it and one that is not."""
    (folder / "_internal" / "own").mkdir(parents=True)
    (folder / "mission-gui").write_text("the program")
    (folder / "_internal" / "own" / "core.so").write_text("compiled")
    (folder / "_internal" / "libxcb-xkb.so.1").write_text("from a package of Debian")
    return folder


def take_stock(folder: Path) -> None:
    held = sorted(path.name for path in folder.rglob("*.so*"))
    (folder / "LICENCES.txt").write_text(f"licences of {held}")
    (folder / "sbom.cdx.json").write_text("{}")


def built(place: Path, mask: int = 0o022) -> Path:
    (place / "out").mkdir(parents=True)
    before = os.umask(mask)
    try:
        made: Path = debian.build(frozen(place / "frozen"), place / "work", place / "out", EPOCH, take_stock)
    finally:
        os.umask(before)
    return made


@pytest.fixture(autouse=True)
def linked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(debian, "_linked", lambda program, work: ["libc6 (>= 2.35)", "libx11-6"])


def listed(package: Path) -> dict[str, str]:
    """The rights and owners of each path in a package."""
    said = subprocess.run(["dpkg-deb", "--contents", package], check=True, capture_output=True, text=True).stdout
    rows = [line.split() for line in said.splitlines()]
    return {row[5]: f"{row[0]} {row[1]}" for row in rows}


def test_another_place_time_and_umask_give_the_same_bytes(tmp_path: Path) -> None:
    first = built(tmp_path / "one")
    time.sleep(1.1)  # the times of files go by the second
    again = built(tmp_path / "another place", mask=0o077)
    assert first.name == again.name and first.read_bytes() == again.read_bytes()


def test_everything_lies_where_the_desktop_and_the_shell_look_for_it(tmp_path: Path) -> None:
    held = listed(built(tmp_path))
    share = [
        "applications/mission-gui.desktop",
        "metainfo/org.missiongui.MissionGUI.metainfo.xml",
        "mime/packages/mission-gui.xml",
        "man/man1/mission-gui.1.gz",
        "bash-completion/completions/mission-gui",
        "zsh/vendor-completions/_mission-gui",
        "fish/vendor_completions.d/mission-gui.fish",
        "icons/hicolor/scalable/apps/mission-gui.svg",
        "doc/mission-gui/copyright",
        "doc/mission-gui/sbom.cdx.json",
        *(f"icons/hicolor/{size}x{size}/apps/mission-gui.png" for size in (16, 22, 24, 32, 48, 64, 128, 256, 512)),
    ]
    for file in share:
        assert held[f"./usr/share/{file}"] == "-rw-r--r-- root/root"
    assert held["./usr/lib/mission-gui/mission-gui"] == "-rwxr-xr-x root/root"
    assert "./usr/bin/mission-gui" in held
    assert not any(path.startswith(("./etc", "./var", "./home", "./opt")) for path in held)


def test_what_debian_has_is_left_to_it_and_the_licences_are_of_the_rest(tmp_path: Path) -> None:
    package = built(tmp_path)
    held = listed(package)
    assert "./usr/lib/mission-gui/_internal/own/core.so" in held
    assert "./usr/lib/mission-gui/_internal/libxcb-xkb.so.1" not in held
    subprocess.run(["dpkg-deb", "--extract", package, tmp_path / "all"], check=True)
    licences = (tmp_path / "all/usr/share/doc/mission-gui/LICENCES.txt.gz").read_bytes()
    assert gzip.decompress(licences) == b"licences of ['core.so']"


def test_the_control_file_names_version_and_dependencies(tmp_path: Path) -> None:
    package = built(tmp_path)
    said = subprocess.run(["dpkg-deb", "--field", package], check=True, capture_output=True, text=True).stdout
    assert f"Version: {__version__}\n" in said
    assert "Depends: libc6 (>= 2.35), libegl1, libgl1, libx11-6\n" in said
    # Nothing runs at installation or removal, so nothing of the user's can be touched by it.
    control = subprocess.run(["dpkg-deb", "--info", package], check=True, capture_output=True, text=True).stdout
    assert not any(script in control for script in ("postinst", "prerm", "postrm", "conffiles"))
