"""What the desktop and the shell are given: it fits the program as it is now."""

import configparser
import importlib
import struct
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from mission_gui import __version__
from mission_gui.app.start import icon
from mission_gui.cli.main import COMMANDS
from mission_gui.domain.links import SCHEME
from mission_gui.missionfile import mission_paths
from mission_gui.resources import resource
from tests.packaging.conftest import ROOT

LINUX = ROOT / "packaging" / "linux"
ICONS = ROOT / "resources" / "icons"


@pytest.mark.parametrize("name", ["mission-gui.1", "mission-gui.bash", "_mission-gui", "mission-gui.fish"])
def test_man_page_and_completions_fit_the_command_line(name: str) -> None:
    manual = importlib.import_module("manual")
    assert (LINUX / name).read_text(encoding="utf-8") == manual.WRITTEN[name](), "run: make manual"


def test_the_man_page_tells_every_command() -> None:
    told = (LINUX / "mission-gui.1").read_text()
    assert all(f"\n.SS {name}\n" in told for name in COMMANDS)


def completed(*words: str) -> set[str]:
    script = f"""
source "{LINUX}/mission-gui.bash"
compopt() {{ :; }}
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_mission_gui
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
    done = subprocess.run(["bash", "-c", script, "bash", *words], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_the_shell_completes_commands_missions_options_and_their_values(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)  # or files of the checkout would be offered too
    assert completed("mission-gui", "doc") == {"doctor"}
    assert completed("mission-gui", "shot", "soyuz-ms-19", "--sca") == {"--scale"}
    assert completed("mission-gui", "shot", "soyuz-ms-19", "--theme", "") == {
        "dark",
        "light",
        "high-contrast",
        "red-night",
    }
    assert "soyuz-ms-19" in completed("mission-gui", "soyuz-ms-1")
    assert "soyuz-tma-1" in completed("mission-gui", "events", "soyuz-tma-")


def test_the_menu_entry_starts_the_program_and_takes_its_files_and_links() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]  # the names there have capitals
    entry.read(LINUX / "mission-gui.desktop", encoding="utf-8")
    main = entry["Desktop Entry"]
    assert main["Exec"] == "mission-gui %u" and main["Icon"] == "mission-gui"
    taken = main["MimeType"].rstrip(";").split(";")
    kinds = ElementTree.parse(LINUX / "mission-gui.mime.xml").getroot()
    assert taken == [kinds[0].attrib["type"], f"x-scheme-handler/{SCHEME}"]
    assert main["Comment[ru]"]


def test_the_menu_entry_is_valid_where_that_can_be_asked() -> None:
    try:
        subprocess.run(["desktop-file-validate", LINUX / "mission-gui.desktop"], check=True)
        metainfo = LINUX / "org.missiongui.MissionGUI.metainfo.xml"
        subprocess.run(["appstreamcli", "validate", "--no-net", metainfo], check=True, capture_output=True)
    except FileNotFoundError as error:
        pytest.skip(f"{error.filename} is not installed")


def test_a_mission_file_is_known_by_its_name_or_its_first_lines() -> None:
    tree = ElementTree.parse(LINUX / "mission-gui.mime.xml")
    # The name has to end in more than .toml: of two endings that fit the desktops take the longer one.
    assert [g.attrib["pattern"] for g in tree.iter() if g.tag.endswith("glob")] == ["*.mission.toml"]
    (match,) = (m for m in tree.iter() if m.tag.endswith("match"))
    first, last = map(int, match.attrib["offset"].split(":"))
    begin = mission_paths()["soyuz-ms-19"].read_text(encoding="utf-8")
    assert first <= begin.encode().find(match.attrib["value"].encode()) <= last


def test_the_store_is_told_this_version_in_both_languages() -> None:
    told = ElementTree.parse(LINUX / "org.missiongui.MissionGUI.metainfo.xml").getroot()
    release = told.find("releases/release")
    assert release is not None and release.attrib["version"] == __version__
    assert told.findtext("launchable") == "mission-gui.desktop"
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    for tag in ("summary", "description/p", "screenshots/screenshot/caption", "description/ul/li"):
        texts = told.findall(tag)
        assert len([t for t in texts if language in t.attrib]) * 2 == len(texts), f"{tag} is not in both languages"


def test_the_icons_are_as_drawn() -> None:
    icons = importlib.import_module("icons")
    for name, drawn in (
        ("mission-gui", icons.large),
        ("mission-gui-small", icons.small),
        ("mission-gui-symbolic", icons.symbolic),
    ):
        assert (ICONS / f"{name}.svg").read_text() == drawn(), "run: python packaging/icons.py"


@pytest.mark.parametrize("path", sorted(ICONS.glob("*.png")), ids=lambda path: path.stem)
def test_each_icon_has_its_size_shows_something_and_keeps_its_corners_clear(path: Path, qapp: QApplication) -> None:
    size = int(path.stem.rpartition("-")[2])
    image = QImage(str(path))
    assert (image.width(), image.height()) == (size, size)
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(size // 2, size // 2).alpha() == 255
    step = max(size // 128, 1)
    colors = [image.pixelColor(x, y) for x in range(0, size, step) for y in range(0, size, step)]
    assert len({color.rgba() for color in colors}) > 30
    amber = [c for c in colors if c.alpha() > 200 and c.red() > 220 and 140 < c.green() < 220 and c.blue() < 110]
    assert amber, "the way home is amber at every size"


@pytest.mark.parametrize("path", sorted(ICONS.glob("*.svg")), ids=lambda path: path.stem)
def test_the_scalable_icons_are_sound(path: Path, qapp: QApplication) -> None:
    renderer = QSvgRenderer(QByteArray(path.read_bytes()))
    assert renderer.isValid() and renderer.viewBox().width() == renderer.viewBox().height()


def test_the_windows_icon_holds_every_size() -> None:
    content = resource("icons/mission-gui.ico").read_bytes()
    _, kind, count = struct.unpack_from("<3H", content)
    assert kind == 1
    for index in range(count):
        width, *_, length, start = struct.unpack_from("<4B2H2I", content, 6 + 16 * index)
        image = QImage.fromData(content[start : start + length])
        assert image.width() == (width or 256)


def test_the_mac_icon_holds_every_size() -> None:
    icons = importlib.import_module("icons")
    content = resource("icons/mission-gui.icns").read_bytes()
    assert content[:4] == b"icns" and struct.unpack_from(">I", content, 4)[0] == len(content)
    place, sizes = 8, {}
    while place < len(content):
        kind, length = content[place : place + 4].decode(), struct.unpack_from(">I", content, place + 4)[0]
        sizes[kind] = QImage.fromData(content[place + 8 : place + length]).width()
        place += length
    assert sizes == icons.ICNS


def test_the_window_has_the_icon(qapp: QApplication) -> None:
    assert {size.width() for size in icon().availableSizes()} >= {16, 32, 48, 256}
