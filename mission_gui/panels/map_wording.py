"""What the map says in words: plain functions."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import timedelta
from math import degrees, floor

import numpy as np

from mission_gui.domain.channels import CHANNELS
from mission_gui.domain.events import PHASE_NAMES, Phase
from mission_gui.domain.facts import Basis, Text
from mission_gui.domain.frame import Frame
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Contact, Floats, Trajectory, channel_basis, sigma_at
from mission_gui.language import translate
from mission_gui.panels.provenance import OF_BASIS, ORIGIN_NAMES
from mission_gui.panels.wording import angle, clock_time, duration, give_or_take, quantity, reading, wrap_degrees

SPEEDS = ("inertial_speed", "air_speed")
"""What the state block calls speed: in orbit, and from the entry on."""
ORBIT = ("inclination", "orbit", "beta")
SUNRISE, SUNSET = Text("Sunrise in", "До восхода"), Text("Sunset in", "До захода")
COUNTED = Text(
    "The orbit number is the element set's, counted on at each ascending node.",
    "Номер витка взят из набора элементов и продолжен по восходящим узлам.",
)

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
    Basis.PUBLISHED: Text("published", "опубликовано"),
    Basis.PROPAGATED: Text("from orbital elements", "по элементам орбиты"),
    Basis.MODELLED: Text("modelled", "по модели"),
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
    """`sunlit, sunset in 00:03:20 · no ground contact, Baikonur in 00:14:05`; a blackout is told first."""
    light = light_note(changes, frame)
    if frame.phase in _ON_GROUND:
        return light
    parts = [light, contact_note(mission, trajectory, frame)]
    dark = _until(mission, trajectory, frame, "blackout_start", "blackout_end") is not None
    return " · ".join(reversed(parts) if dark else parts)


def light_note(changes: Sequence[tuple[float, bool]], frame: Frame) -> str:
    """Whether the ship is in sunlight, and how long that lasts."""
    coming = bisect_right([t for t, _ in changes], frame.t)
    if coming == len(changes):
        return _light(frame)
    t, rising = changes[coming]
    told = translate("Map", "in shadow, sunrise in {time}") if rising else translate("Map", "sunlit, sunset in {time}")
    return told.format(time=duration(t - frame.t))


def _light(frame: Frame) -> str:
    return translate("Map", "sunlit") if frame.values["sunlit"] > 0.5 else translate("Map", "in shadow")


def contact_note(mission: Mission, trajectory: Trajectory, frame: Frame) -> str:
    """The stations that hear the ship and until when, or the next one and when."""
    blackout = _until(mission, trajectory, frame, "blackout_start", "blackout_end")
    if blackout is not None:
        return translate("Map", "radio blackout, ends in {time}").format(time=duration(blackout))
    names = {station.id: str(station.name) for station in mission.stations}
    now = [c for c in trajectory.contacts if c.start <= frame.t < c.end]
    if now:
        last = max(now, key=lambda contact: contact.end)
        heard = ", ".join(names.get(c.station, c.station) for c in now)
        told = translate("Map", "in contact: {stations}, for {time}")
        return told.format(stations=heard, time=duration(last.end - frame.t))
    coming = min((c for c in trajectory.contacts if c.start > frame.t), key=lambda c: c.start, default=None)
    if coming is None:
        # How the flight ends is not known until its descent is computed.
        ends = trajectory.complete
        return translate("Map", "no ground contact before landing") if ends else translate("Map", "no ground contact")
    return translate("Map", "no ground contact, {station} in {time}").format(
        station=names.get(coming.station, coming.station), time=duration(coming.start - frame.t)
    )


def _until(mission: Mission, trajectory: Trajectory, frame: Frame, start: str, end: str) -> float | None:
    """Seconds to the second event of a pair while the moment lies between them."""
    times = {event.id: mission.seconds(event.time) for event in trajectory.events if event.time is not None}
    if start in times and end in times and times[start] <= frame.t < times[end]:
        return times[end] - frame.t
    return None


def state_rows(frame: Frame, changes: Sequence[tuple[float, bool]] = ()) -> list[tuple[str, str]]:
    """Name and reading of each line of the state block, the most wanted first; `changes` of light as `light_changes`.

    The orbit and the light are told as long as the ship is in orbit.
    """
    rows = [(str(CHANNELS[name].name), _told(name, frame.values[name])) for name in state_channels(frame)]
    coming = bisect_right([t for t, _ in changes], frame.t)
    if frame.phase in _IN_AIR or coming == len(changes):
        return rows
    t, lit = changes[coming]
    return [*rows, (str(SUNRISE if lit else SUNSET), duration(t - frame.t))]


def state_channels(frame: Frame) -> tuple[str, ...]:
    """The channels of the state block: in the air the speed is that through it, and there is no orbit."""
    in_air = frame.phase in _IN_AIR
    place = ("latitude", "longitude", "altitude", SPEEDS[in_air], "range_to_go", "iss_range")
    return place if in_air else (*place, *ORBIT)


def _told(name: str, value: float) -> str:
    """A reading; of the revolutions the whole ones, which are the orbit number."""
    return str(floor(value)) if name == "orbit" else reading(name, value)


def state_tip(trajectory: Trajectory, frame: Frame) -> str:
    """Each reading of the state block with its standard deviation where one is known, and where it comes from."""
    names = state_channels(frame)
    lines = [
        f"{CHANNELS[name].name} {_told(name, frame.values[name])}"
        f"{give_or_take(name, sigma_at(trajectory, name, frame.t)) if name != 'orbit' else ''}"
        for name in names
    ]
    counted = [str(COUNTED)] if "orbit" in names else []
    known = any("±" in line for line in lines)
    basis = str(ORIGIN_NAMES[OF_BASIS[channel_basis("latitude", frame.phase)]])
    origin = [translate("Map", "{basis}; not telemetry.").format(basis=basis.capitalize())]
    origin += [translate("Map", "± is one standard deviation of the reconstruction.")] if known else []
    return "\n".join([*lines, *counted, " ".join(origin)])


def basis_note(frame: Frame) -> str:
    """Where the figures of the state block come from, in a word or two."""
    return str(_BASIS[channel_basis("latitude", frame.phase)])


def sentence(mission: Mission, frame: Frame, country: str) -> str:
    """The map in one sentence, for a screen reader and for captions."""
    latitude = angle(degrees(frame.values["latitude"]), "N", "S", 1)
    longitude = angle(wrap_degrees(degrees(frame.values["longitude"])), "E", "W", 1)
    if frame.phase in _ON_GROUND:
        told = translate("Map", "{ship} at {latitude} {longitude}, on the ground.")
        if country:
            told = translate("Map", "{ship} at {latitude} {longitude}, on the ground in {country}.")
    else:
        told = translate("Map", "{ship} at {latitude} {longitude}, {altitude} up over the sea, {going} to go.")
        if country:
            told = translate("Map", "{ship} at {latitude} {longitude}, {altitude} up over {country}, {going} to go.")
    altitude, going = (quantity(frame.values[name] / 1000, "km") for name in ("altitude", "range_to_go"))
    return told.format(
        ship=mission.name, latitude=latitude, longitude=longitude, altitude=altitude, going=going, country=country
    )


def short_name(event_id: str, name: Text) -> str:
    """An event's name as it stands beside its mark."""
    return str(SHORT_NAMES.get(event_id, name))


def track_tip(mission: Mission, frame: Frame) -> list[str]:
    """What the pointer tells on the track: when, where and how the ship is there."""
    names = {station.id: str(station.name) for station in mission.stations}
    known = [_light(frame)]
    if frame.in_contact:
        stations = ", ".join(names.get(station, station) for station in frame.in_contact)
        known.append(translate("Map", "heard by {stations}").format(stations=stations))
    known.append(str(_BASIS[channel_basis("altitude", frame.phase)]))
    latitude, longitude = (reading(name, frame.values[name]) for name in ("latitude", "longitude"))
    speed = reading(SPEEDS[frame.phase in _IN_AIR], frame.values[SPEEDS[frame.phase in _IN_AIR]])
    return [
        f"{clock_time(frame.utc)} UTC · {PHASE_NAMES[frame.phase]}",
        f"{latitude}  {longitude} · {quantity(frame.values['altitude'] / 1000, 'km', 1)} · {speed}",
        " · ".join(known),
    ]


def station_tip(mission: Mission, trajectory: Trajectory, station: str, t: float) -> list[str]:
    """What the pointer tells on a ground station: the contact of now, and the next one."""
    own = [contact for contact in trajectory.contacts if contact.station == station]
    name = next((str(s.name) for s in mission.stations if s.id == station), station)
    now = [contact for contact in own if contact.start <= t < contact.end]
    coming = [contact for contact in own if contact.start > t]
    hears, following = (
        translate("Map", "hears the ship for {time}: {contact}"),
        translate("Map", "next in {time}: {contact}"),
    )
    lines = [hears.format(time=duration(c.end - t), contact=_pass(mission, c)) for c in now]
    lines += [following.format(time=duration(c.start - t), contact=_pass(mission, c)) for c in coming[:1]]
    if not lines and own:
        lines = [translate("Map", "last: {contact}").format(contact=_pass(mission, own[-1]))]
    return [name, *(lines or [translate("Map", "no contact")])]


def _pass(mission: Mission, contact: Contact) -> str:
    """`AOS 10:57:12 · LOS 11:04:20 UTC · highest 42°`."""
    start, end = (clock_time(mission.epoch + timedelta(seconds=t)) for t in (contact.start, contact.end))
    told = translate("Map", "AOS {start} · LOS {end} UTC").format(start=start, end=end)
    if contact.highest is None:
        return told
    highest = translate("Map", "highest {angle}").format(angle=quantity(degrees(contact.highest), "°"))
    return f"{told} · {highest}"
