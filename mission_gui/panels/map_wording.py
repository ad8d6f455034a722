"""What the map says in words: plain functions, no Qt."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import timedelta
from math import degrees

import numpy as np

from mission_gui.domain.channels import CHANNELS
from mission_gui.domain.events import Phase
from mission_gui.domain.facts import Basis, Text
from mission_gui.domain.frame import Frame
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Floats, Trajectory, channel_basis
from mission_gui.panels.wording import angle, duration, number, reading, wrap_degrees

SPEEDS = ("inertial_speed", "air_speed")
"""What the state block calls speed: in orbit, and from the entry on."""

SHORT_NAMES = {
    "undocking": Text("Undocking", "Расстыковка"),
    "ignition": Text("Ignition", "Включение двигателя"),
    "burn_end": Text("Burn end", "Выключение двигателя"),
    "module_separation": Text("Separation", "Разделение"),
    "entry_interface": Text("Entry", "Вход"),
    "parachutes": Text("Parachutes", "Парашют"),
    "touchdown": Text("Landing", "Посадка"),
}

_ON_GROUND = (Phase.LANDED, Phase.RECOVERY)
_IN_AIR = (Phase.ENTRY, Phase.PARACHUTE, *_ON_GROUND)
_BASIS = {
    Basis.PUBLISHED: "published",
    Basis.PROPAGATED: "propagated from orbital elements",
    Basis.MODELLED: "modelled",
}


def light_changes(t: Floats, sunlit: Floats) -> tuple[tuple[float, bool], ...]:
    """When the ship goes into sunlight (True) or shadow (False), between samples where the value passes a half."""
    lit = sunlit > 0.5
    found = []
    for i in np.flatnonzero(lit[1:] != lit[:-1]):
        share = (0.5 - sunlit[i]) / (sunlit[i + 1] - sunlit[i])
        found.append((float(t[i] + share * (t[i + 1] - t[i])), bool(lit[i + 1])))
    return tuple(found)


def header_note(mission: Mission, trajectory: Trajectory, changes: Sequence[tuple[float, bool]], frame: Frame) -> str:
    """`sunlit, sunset in 00:03:20 · no ground contact, Baikonur in 00:14:05`."""
    light = light_note(changes, frame)
    if frame.phase in _ON_GROUND:
        return light
    return f"{light} · {contact_note(mission, trajectory, frame)}"


def light_note(changes: Sequence[tuple[float, bool]], frame: Frame) -> str:
    """Whether the ship is in sunlight, and how long that lasts."""
    lit = frame.values["sunlit"] > 0.5
    coming = bisect_right([t for t, _ in changes], frame.t)
    state = "sunlit" if lit else "in shadow"
    if coming == len(changes):
        return state
    word = "sunrise" if changes[coming][1] else "sunset"
    return f"{state}, {word} in {duration(changes[coming][0] - frame.t)}"


def contact_note(mission: Mission, trajectory: Trajectory, frame: Frame) -> str:
    """The stations that hear the ship and until when, or the next one and when."""
    blackout = _until(mission, trajectory, frame, "blackout_start", "blackout_end")
    if blackout is not None:
        return f"radio blackout, ends in {duration(blackout)}"
    names = {station.id: str(station.name) for station in mission.stations}
    now = [c for c in trajectory.contacts if c.start <= frame.t < c.end]
    if now:
        last = max(now, key=lambda contact: contact.end)
        heard = ", ".join(names.get(c.station, c.station) for c in now)
        return f"in contact: {heard}, for {duration(last.end - frame.t)}"
    coming = min((c for c in trajectory.contacts if c.start > frame.t), key=lambda c: c.start, default=None)
    if coming is None:
        return "no ground contact"
    return f"no ground contact, {names.get(coming.station, coming.station)} in {duration(coming.start - frame.t)}"


def _until(mission: Mission, trajectory: Trajectory, frame: Frame, start: str, end: str) -> float | None:
    """Seconds to the second event of a pair while the moment lies between them."""
    times = {event.id: mission.seconds(event.time) for event in trajectory.events if event.time is not None}
    if start in times and end in times and times[start] <= frame.t < times[end]:
        return times[end] - frame.t
    return None


def state_rows(frame: Frame) -> list[tuple[str, str]]:
    """Name and reading of each line of the state block."""
    speed = SPEEDS[frame.phase in _IN_AIR]
    names = ("latitude", "longitude", "altitude", speed, "range_to_go", "iss_range")
    return [(str(CHANNELS[name].name), reading(name, frame.values[name])) for name in names]


def basis_note(frame: Frame) -> str:
    """Where the figures of the state block come from, in a word or two."""
    return _BASIS[channel_basis("latitude", frame.phase)]


def sentence(mission: Mission, frame: Frame, country: str) -> str:
    """The map in one sentence, for a screen reader and for captions."""
    latitude = angle(degrees(frame.values["latitude"]), "N", "S", 1)
    longitude = angle(wrap_degrees(degrees(frame.values["longitude"])), "E", "W", 1)
    where = f" over {country}" if country else " over the sea"
    place = f"{mission.name} at {latitude} {longitude}"
    if frame.phase in _ON_GROUND:
        return f"{place}, on the ground{f' in {country}' if country else ''}."
    altitude = number(frame.values["altitude"] / 1000)
    going = number(frame.values["range_to_go"] / 1000)
    return f"{place}, {altitude} km up{where}, {going} km to go."


def short_name(event_id: str, name: Text) -> str:
    """An event's name as it stands beside its mark."""
    return str(SHORT_NAMES.get(event_id, name))


def tip(mission: Mission, t: float, altitude: float, basis: Basis) -> str:
    """What the pointer tells on the track."""
    utc = mission.epoch + timedelta(seconds=t)
    return f"{utc:%H:%M:%S} UTC · {number(altitude / 1000, 1)} km · {_BASIS[basis]}"
