"""The truth of every file: what it shows of which flight, by which program and data, and how that is known."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from mission_gui import __version__
from mission_gui.domain.events import Event, Phase
from mission_gui.domain.facts import Source, Text
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.export.credits import IMAGERY, MAP, Credit, credit_line
from mission_gui.panels import wording

PROGRAM = f"Mission GUI {__version__}"

STATEMENT = Text(
    "reconstructed from published facts and a flight model, not telemetry",
    "реконструкция по опубликованным данным и модели полёта, не телеметрия",
)
SHORT_STATEMENT = Text("reconstructed, not telemetry", "реконструкция, не телеметрия")
_BASIS = Text(
    "Trajectory reconstructed from ISS orbital elements of {epoch} UTC and the published landing; not telemetry.",
    "Траектория восстановлена по элементам орбиты МКС на {epoch} UTC и опубликованной посадке; не телеметрия.",
)
_MOMENT = Text("{event}{offset}", "{event}{offset}")
_SAME = 0.5
"""Seconds from an event within which a moment is that of the event."""


_LAYOUTS = {
    "proximity": "proximity",
    "descent": "descent",
    "descent-figures": "descent",
    "landing-zone": "recovery",
    "recovery": "recovery",
}
"""The layouts in which a panel that was pictured alone is to be seen, where that is not the first."""


@dataclass(frozen=True, slots=True)
class Shown:
    """How a moment is shown, so that the board can be opened at it: a `layout` or one `panel`, each by its id.

    `imagery` tells that satellite pictures lie under the map; `made` holds the other words of the command that a file
    was made by, which tell whether it need not be made again.
    """

    layout: str = ""
    panel: str = ""
    theme: str = "dark"
    language: str = "en"
    imagery: bool = False
    made: str = ""

    @property
    def board(self) -> str:
        """The layout that shows it best."""
        return self.layout or _LAYOUTS.get(self.panel, "orbit")


@dataclass(frozen=True, slots=True)
class Stamp:
    """What is true of a file, whatever its format.

    `t` is mission time; `event` the last event passed, or before all of them the first, and `since` the seconds from
    it; `data` the digest of all files that the mission was read from; `elements` the epoch of the orbital elements.
    """

    mission: str
    name: Text
    t: float
    utc: datetime
    phase: Phase
    event: Text
    since: float
    elements: datetime
    version: str
    data: str
    sources: tuple[Source, ...]
    credits: tuple[Credit, ...]
    shown: Shown = Shown()

    @property
    def title(self) -> Text:
        """`Soyuz MS-19 at 2022-03-30T10:52:12Z`: to the second, for a modelled time is no better known than that."""
        second = (self.utc + timedelta(seconds=0.5)).replace(microsecond=0)
        return Text("{name} at {utc}", "{name}, {utc}").format(name=self.name, utc=iso(second))

    @property
    def moment(self) -> Text:
        """`Deorbit burn +00:18:12`."""
        offset = "" if abs(self.since) < _SAME else wording.countdown(self.since, " ")
        return _MOMENT.format(event=self.event, offset=offset)

    @property
    def basis(self) -> Text:
        """One sentence on where the trajectory comes from."""
        return _BASIS.format(epoch=f"{self.elements.astimezone(UTC):%H:%M}")

    @property
    def rights(self) -> Text:
        """Whose the map and the imagery are."""
        return credit_line(self.credits)

    @property
    def caption(self) -> str:
        """All in one line, in the language spoken."""
        utc = self.utc.astimezone(UTC)
        when = f"{wording.clock_time(utc)} UTC, {wording.written(utc.date())}"
        parts = (self.name, self.moment, wording.countdown(self.t), when, SHORT_STATEMENT, PROGRAM)
        return " · ".join(map(str, parts))


def stamp(mission: Mission, trajectory: Trajectory, t: float, shown: Shown = Shown()) -> Stamp:
    """The truth of mission time `t`. Pure: equal arguments give an equal stamp."""
    event, since = _nearest(mission, trajectory, t)
    return Stamp(
        mission=mission.id,
        name=mission.name,
        t=t,
        utc=mission.epoch + timedelta(seconds=t),
        phase=trajectory.phase_at(t),
        event=event.name,
        since=since,
        elements=mission.elements.epoch,
        version=__version__,
        data=mission.digest,
        sources=mission.sources,
        credits=MAP + (IMAGERY if shown.imagery else ()),
        shown=shown,
    )


def _nearest(mission: Mission, trajectory: Trajectory, t: float) -> tuple[Event, float]:
    times = [(mission.seconds(event.time), event) for event in trajectory.events if event.time is not None]
    passed = [(at, event) for at, event in times if at < t + _SAME]
    at, event = max(passed, key=_time) if passed else min(times, key=_time)
    return event, t - at


def _time(entry: tuple[float, Event]) -> float:
    return entry[0]


def iso(utc: datetime) -> str:
    """`2022-03-30T10:52:12Z`, the fraction of a second only where there is one."""
    return utc.astimezone(UTC).isoformat().replace("+00:00", "Z")


def text_keys(stamp: Stamp, alt: str) -> dict[str, str]:
    """The keywords of PNG (and of other formats with plain keys): who reads no XMP finds the truth here too."""
    parts = (
        f"mission {stamp.mission}",
        f"time {iso(stamp.utc)}",
        f"mission time {stamp.t:.3f} s after undocking",
        f"phase {stamp.phase}",
        f"data {stamp.data}",
        STATEMENT.en,
    )
    return {
        "Title": stamp.title.en,
        "Description": alt,
        "Software": f"mission-gui {stamp.version}",
        "Comment": "; ".join(parts),
        "Disclaimer": f"{STATEMENT.en} / {STATEMENT.ru}",
        "Source": sources_line(stamp),
        "Copyright": stamp.rights.en,
    }


def sources_line(stamp: Stamp) -> str:
    """All that the mission's data were read from, in one line."""
    return "; ".join(f"{source.title} {source.url}".strip() for source in stamp.sources)


_T, _DATA = re.compile(r"mission time (-?\d+\.\d+) s after undocking"), re.compile(r"data ([0-9a-z]+)")


def keywords(stamp: Stamp) -> tuple[str, ...]:
    """What identifies the file in formats that have a list of keywords."""
    return (
        stamp.mission,
        f"mission time {stamp.t:.3f} s after undocking",
        f"utc {iso(stamp.utc)}",
        f"version {stamp.version}",
        f"data {stamp.data}",
    )


def read_keywords(words: Sequence[str]) -> tuple[str, float, str] | None:
    """Mission, mission time in s, and data, as `keywords` tell them; None where they do not."""
    times, data = (list(filter(None, map(form.fullmatch, words))) for form in (_T, _DATA))
    return (words[0], float(times[0][1]), data[0][1]) if times and data else None
