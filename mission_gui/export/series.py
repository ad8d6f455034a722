"""Series of pictures: which moments, under which names, and what of it is there already."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from mission_gui.domain.errors import UserError
from mission_gui.domain.mission import Mission
from mission_gui.domain.moments import check_words, moment
from mission_gui.domain.trajectory import Trajectory
from mission_gui.export.label import stamp_in
from mission_gui.export.stamp import Shown, stamp
from mission_gui.files import check_writable

MAIN_EVENTS = (
    "hatch_closed",
    "undocking",
    "flyaround_start",
    "ignition",
    "burn_end",
    "module_separation",
    "entry_interface",
    "blackout_start",
    "peak_load",
    "parachutes",
    "heat_shield",
    "touchdown",
)
"""What follows the touchdown belongs to them too."""
EVENTS = "events"


@dataclass(frozen=True, slots=True)
class Still:
    """A picture to be: where and of which mission time."""

    path: Path
    t: float


@dataclass(frozen=True, slots=True)
class Moments:
    """What a series is asked for: words for moments, or steps of `every` seconds from one to another."""

    words: tuple[str, ...] = ()
    every: float = 0.0
    start: str = "start"
    end: str = "end"

    def check(self, mission: Mission) -> None:
        """Tells wrong words before the flight is computed."""
        for words in (self.start, self.end) if self.every else self.words:
            if words != EVENTS:
                check_words(mission, words, datetime.now(UTC))

    def times(self, mission: Mission, trajectory: Trajectory) -> list[tuple[float, str]]:
        """Mission times with what the file's name calls them, in order, each once; UserError where there is none."""
        found: dict[float, str] = {}
        for t, name in self._each(mission, trajectory):
            found.setdefault(t, name)
        if not found:
            raise UserError(f"there is no moment from {self.start} to {self.end}: let the end come after the start")
        return sorted(found.items())

    def _each(self, mission: Mission, trajectory: Trajectory) -> list[tuple[float, str]]:
        def at(words: str) -> float:
            return moment(mission, trajectory, words, datetime.now(UTC))

        if self.every:
            first, last = at(self.start), at(self.end)
            return [(first + k * self.every, "") for k in range(int((last - first) / self.every + 1e-9) + 1)]
        several = [main_events(mission, trajectory) if words == EVENTS else [(at(words), "")] for words in self.words]
        return [one for some in several for one in some]


def main_events(mission: Mission, trajectory: Trajectory) -> list[tuple[float, str]]:
    """Mission times and ids of the main events, as far as the mission goes."""
    landing = next((e.time for e in trajectory.events if e.id == "touchdown"), None)
    times = [
        (mission.seconds(event.time), event.id)
        for event in trajectory.events
        if event.time and (event.id in MAIN_EVENTS or (landing and event.time > landing))
    ]
    start, end = mission.seconds(mission.start), mission.seconds(mission.end)
    return sorted((t, name) for t, name in times if start <= t <= end)


def named(mission: Mission, times: Sequence[tuple[float, str]], folder: Path, suffix: str) -> list[Still]:
    """A file in the folder for each time: `soyuz-ms-19_2022-03-30T103400Z_ignition.png`."""
    parts = [(t, "_".join(filter(None, (file_name(mission, t), name)))) for t, name in times]
    return [Still(folder / f"{name}{suffix}", t) for t, name in parts]


def file_name(mission: Mission, t: float) -> str:
    """Mission and UTC, to the millisecond where the time is not a whole second."""
    utc = (mission.epoch + timedelta(seconds=round(t, 3))).astimezone(UTC)
    fraction = f".{utc.microsecond // 1000:03d}" if utc.microsecond else ""
    return f"{mission.id}_{utc:%Y-%m-%dT%H%M%S}{fraction}Z"


def is_there(still: Still, mission: Mission, trajectory: Trajectory, shown: Shown) -> bool:
    """Whether the file says that the same command made it from the same data."""
    try:
        content = still.path.read_bytes()
    except OSError:
        return False
    return stamp_in(content) == stamp(mission, trajectory, still.t, shown)


def check_places(stills: Sequence[Still], overwrite: bool) -> None:
    """Before the work: UserError where a file cannot be written, or is another's; this program's own are replaced."""
    for folder in dict.fromkeys(still.path.parent for still in stills):
        check_writable(next(still.path for still in stills if still.path.parent == folder))
    for still in stills:
        if still.path.exists() and not overwrite and stamp_in(still.path.read_bytes()) is None:
            raise UserError(
                f"{still.path}: is there already, and not a picture of this program: "
                "choose another place, or add --overwrite"
            )


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a series will take, about: bytes and seconds."""

    size: float
    seconds: float


_BYTES_PER_PIXEL, _BYTES_OF_VECTORS = 0.5, 3.5e6
_SECONDS, _SECONDS_PER_PIXEL, _SECONDS_OF_VECTORS = 0.04, 4e-8, 3.5
"""Measured on the board of MS-19 with `make bench`."""


def estimate(count: int, pixels: int, suffix: str, processes: int) -> Estimate:
    """What so many pictures take."""
    if suffix == ".png":
        size, seconds = _BYTES_PER_PIXEL * pixels, _SECONDS + _SECONDS_PER_PIXEL * pixels
    else:
        size, seconds = _BYTES_OF_VECTORS, _SECONDS_OF_VECTORS
    return Estimate(count * size, count * seconds / processes)


def check_room(folder: Path, wanted: float) -> None:
    """UserError where the disk has less room than a series is about to take."""
    free = shutil.disk_usage(folder).free
    if free < wanted:
        raise UserError(
            f"{folder}: the pictures take about {wanted / 1e6:,.0f} MB, and {free / 1e6:,.0f} MB are free: "
            "make room, or choose another place"
        )
