"""What the top strip says, and how its clocks can be arranged: plain functions."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import lru_cache, partial
from math import ceil, floor
from zoneinfo import ZoneInfo

from mission_gui.domain.dossier import conflicts
from mission_gui.domain.frame import Frame
from mission_gui.domain.language import spoken
from mission_gui.domain.mission import ClockZone, Mission
from mission_gui.language import translate
from mission_gui.panels import wording
from mission_gui.panels.menu import Choice
from mission_gui.panels.provenance import OF_KIND, Origin, cited, told
from mission_gui.panels.proximity_words import port_name
from mission_gui.panels.zero import ZEROS, since
from mission_gui.panels.zone_facts import nominal
from mission_gui.panels.zone_sources import place_told


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock of the strip; its labels are for plenty of room, and for less."""

    time: str
    labels: tuple[str, str]


def zone_clock(zone: ClockZone, time: datetime, day_of_year: bool = True) -> Clock:
    """A wall clock with its date; that of UTC has the year where there is room, and the number of the day in it."""
    local = time.astimezone(ZoneInfo(zone.zone))
    dated = whole = f"{zone.name} · {wording.day(local)}"
    if zone.zone == "UTC":
        date, day = wording.day_of_year(time).split(" · ")
        whole = f"{zone.name} · {date}" + (f" · {day}" if day_of_year else "")
    return Clock(wording.clock_time(time, zone.zone), (whole, dated))


def zone_tip(zone: ClockZone, time: datetime) -> str:
    """`Moscow time (ДМВ): Europe/Moscow, UTC+3 on 30 Mar 2022`: the zone's rules as they were that day."""
    local = time.astimezone(ZoneInfo(zone.zone))
    minutes = round((local.utcoffset() or timedelta()) / timedelta(minutes=1))
    hours, rest = divmod(abs(minutes), 60)
    offset = f"UTC{wording.MINUS if minutes < 0 else '+'}{hours}" + (f":{rest:02d}" if rest else "")
    name = translate("Header", "Moscow time (ДМВ)") if zone.zone == "Europe/Moscow" else str(zone.name)
    words = translate("Header", "{name}: {zone}, {offset} on {date}")
    return words.format(
        name=name, zone=zone.zone.replace("_", " "), offset=offset, date=f"{wording.day(local)} {local.year}"
    )


@dataclass(frozen=True, slots=True)
class Clocks:
    """How the user wants the clocks: these zones first, in this order, and whether the day of the year is counted."""

    order: tuple[str, ...] = ()
    day_of_year: bool = True

    def of(self, mission: Mission) -> tuple[ClockZone, ...]:
        """The clocks of a mission in this order; zones that it does not name follow as the mission has them."""
        places = {zone: place for place, zone in enumerate(self.order)}
        return tuple(sorted(mission.clocks, key=lambda zone: places.get(zone.zone, len(places))))

    def moved_left(self, mission: Mission, index: int) -> "Clocks":
        """One of the clocks a place further to the left."""
        names = [zone.zone for zone in self.of(mission)]
        names[index - 1 : index + 1] = names[index], names[index - 1]
        return replace(self, order=tuple(names))

    def dates(self, mission: Mission, time: datetime, level: int) -> tuple[str, ...]:
        """The labels of the clocks at an instant."""
        return tuple(zone_clock(zone, time, self.day_of_year).labels[level] for zone in self.of(mission))


def clock_choices(clocks: Clocks, mission: Mission, wish: Callable[[Clocks], object]) -> list[Choice]:
    """What a menu offers to arrange the clocks."""
    left = translate("Header", "{name} to the left")
    moves = [
        Choice(left.format(name=zone.name), partial(wish, clocks.moved_left(mission, index)))
        for index, zone in enumerate(clocks.of(mission))
        if index
    ]
    usual, day = replace(clocks, order=()), replace(clocks, day_of_year=not clocks.day_of_year)
    return [
        *moves,
        Choice(translate("Header", "As the mission has them"), partial(wish, usual), enabled=usual != clocks),
        Choice(translate("Header", "Day of the year"), partial(wish, day), clocks.day_of_year, alone=False),
    ]


def mission_clock(zero: str, at: float, t: float) -> Clock:
    """Time from a zero, `+03:31:09` with `Since undocking`; it ticks with the UTC clock."""
    what = ZEROS[zero]
    label = str(what.since if floor(t) >= floor(at) else what.until)
    return Clock(since(t, at, ""), (label, label))


def rate_label(playing: bool, rate: float, slowed: bool = False) -> str:
    """`REPLAY ×10`, `REPLAY ×1 · EVENT` where an event slows it down, or `REPLAY · PAUSED`."""
    if not playing:
        return translate("Header", "REPLAY · PAUSED")
    words = translate("Header", "REPLAY {rate} · EVENT") if slowed else translate("Header", "REPLAY {rate}")
    return words.format(rate=f"×{rate:g}".replace("-", wording.MINUS))


def labels(zone: ClockZone, start: datetime, end: datetime, level: int, day_of_year: bool = True) -> frozenset[str]:
    """Every label the clock shows from start to end, so that its column can keep its place."""
    return _labels(zone, start, end, level, day_of_year, spoken())


@lru_cache(maxsize=128)
def _labels(
    zone: ClockZone, start: datetime, end: datetime, level: int, day_of_year: bool, _language: str
) -> frozenset[str]:
    hours = ceil((end - start) / timedelta(hours=1))
    times = [start + timedelta(hours=hour) for hour in range(hours)] + [end]
    return frozenset(zone_clock(zone, time, day_of_year).labels[level] for time in times)


def reconstructed(mission: Mission) -> str:
    """What that chip means."""
    published = translate(
        "Header",
        "Trajectory reconstructed from the station's published orbital elements and published times.\n"
        "It meets the reported landing time and place by construction; it is not telemetry.",
    )
    assumed = translate(
        "Header",
        "Trajectory reconstructed from the station's published orbital elements and published times.\n"
        "No landing point was published: it flies to the nominal zone by construction; it is not telemetry.",
    )
    elements = mission.elements
    epoch = translate("Header", "Elements: {source}, epoch {day} {time} UTC").format(
        source=elements.source.title,
        day=wording.day_of_year(elements.epoch).split(" · ")[0],
        time=wording.clock_time(elements.epoch),
    )
    return f"{assumed if nominal(mission) else published}\n{epoch}"


def mission_told(mission: Mission) -> str:
    """The mission, its ship, its port with the source, and where it landed."""
    lines = (
        f"{mission.name}: {mission.summary}",
        str(wording.ship(mission.spacecraft)),
        _port_told(mission),
        place_told(mission),
        _conflicts_told(mission),
    )
    return "\n".join(filter(None, lines))


def mission_origin(mission: Mission) -> Origin:
    """How well what the strip tells of the mission is known: as well as its port."""
    origin = mission.departure.port_origin
    if not port_name(mission):
        return Origin.UNKNOWN
    return OF_KIND[origin.kind if origin is not None else mission.departure.kind]


def _port_told(mission: Mission) -> str:
    departure, port = mission.departure, port_name(mission)
    if not port:
        return translate("Header", "Port: not known")
    known = departure.port_origin
    source = told(known) if known is not None else cited(departure.source, departure.kind)
    return translate("Header", "Port: {port}, {source}").format(port=port, source=source)


def _conflicts_told(mission: Mission) -> str:
    """How much sources disagree about, and where that is listed."""
    count = len(conflicts(mission))
    words = translate("Header", "Figures about which sources differ: {count} (mission-gui conflicts {id} lists them)")
    return words.format(count=count, id=mission.id) if count else ""


def describe(mission: Mission, clocks: Clocks, frame: Frame, phase: str, rate: str) -> str:
    """The strip in one sentence."""
    times = ", ".join(f"{z.name} {wording.clock_time(frame.utc, z.zone)}" for z in clocks.of(mission))
    day = wording.day_of_year(frame.utc)
    how = translate("Header", "reconstructed")
    return f"{mission.name}, {phase.lower()}, {rate.lower()}, {how}; {times}, {day}."
