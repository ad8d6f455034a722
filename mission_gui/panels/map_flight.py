"""A flight prepared for the map: tracks in degrees, the marks on them, and the window of time that is drawn."""

from dataclasses import dataclass, replace
from math import hypot

import numpy as np

from mission_gui.domain.alternatives import Alternatives, Scatter
from mission_gui.domain.frame import Frame
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.panels.map_alternatives import Branch, branches
from mission_gui.panels.map_recovery import Journey, journeys, lonlat
from mission_gui.panels.map_track import LONG_BURN, Track, landing_time, orbit_period, track
from mission_gui.panels.map_view import View
from mission_gui.panels.map_wording import light_changes, short_name

IMPORTANT = ("touchdown", "ignition", "module_separation", "entry_interface", "undocking")
"""Events in the order in which they get room on the map; others follow in order of time."""
ON_MAP = (*IMPORTANT, "parachutes", "burn_end")
NEAR = 12.0
"""Pixels in a degree from which on the ways that were not flown are named, and drawn before the burn too."""
_APART, _BEHIND, _EVERY = 0.4, 600.0, 5
"""Degrees of arc by which two ways are seen to part from afar; seconds by which the station may be behind the ship;
of how many samples of its way one is looked at."""
DEGREES_PER_SECOND = 0.065
"""How fast a ship in low orbit moves over the ground, about."""


@dataclass(frozen=True, slots=True)
class Mark:
    """An event's place on the track."""

    id: str
    text: str
    t: float
    longitude: float
    latitude: float


@dataclass(frozen=True, slots=True, eq=False)
class Flight:
    """What the map draws of a mission.

    `branches` and `scatters` are of what else might have been. `landing` is the moment of touchdown, or the end of
    what is known; `burn` that of the deorbit burn; `parted` when the station first leaves the ground that the ship flew
    over since, as a far view tells; `blackout` when the radio falls silent and when it is back.
    """

    mission: Mission
    trajectory: Trajectory
    ship: Track
    iss: Track
    period: float
    landing: float
    burn: float
    parted: float
    marks: tuple[Mark, ...]
    journeys: tuple[Journey, ...]
    light: tuple[tuple[float, bool], ...]
    blackout: tuple[float, float] | None
    heard: tuple[tuple[float, float], ...] = ()
    branches: tuple[Branch, ...] = ()
    scatters: tuple[Scatter, ...] = ()

    def silent(self, drawn: "Span") -> tuple[float, float] | None:
        """The part of the drawn track that is flown without radio."""
        if self.blackout is None or self.blackout[0] >= drawn.lead or self.blackout[1] <= drawn.earlier:
            return None
        return max(self.blackout[0], drawn.earlier), min(self.blackout[1], drawn.lead)

    def burns(self, drawn: "Span") -> list[tuple[float, float]]:
        """The burns on the drawn track that are long enough to be seen there."""
        spans = ((burn.start, burn.end) for burn in self.trajectory.burns)
        return [(start, end) for start, end in spans if end - start > LONG_BURN and drawn.holds(end)]

    def iss_span(self, view: View, drawn: "Span") -> tuple[float, float] | None:
        """The part of the station's track that is drawn: while the ship flies, and from where it parts from the ship's,
        for as long as both fly over the same ground one line is enough."""
        first = self.burn if view.scale > NEAR else self.parted
        start, end = max(first, drawn.now - 0.5 * self.period), drawn.now + self.period
        return (start, end) if drawn.now < self.landing and start < end else None

    def branches_show(self, view: View, drawn: "Span") -> bool:
        """Whether what else might have been is drawn: from the burn on, and always on a close view."""
        return drawn.now >= self.burn or view.scale > NEAR

    def contacts(self, drawn: "Span") -> list[tuple[float, float]]:
        """The parts of the bright track, and of the one to come, on which a station sees the ship."""
        cut = [(max(start, drawn.trail), min(end, drawn.lead)) for start, end in self.heard]
        return [(start, end) for start, end in cut if end > start]


@dataclass(frozen=True, slots=True)
class Span:
    """The parts of the tracks that are drawn, seconds of mission time."""

    earlier: float
    trail: float
    now: float
    lead: float

    def holds(self, t: float) -> bool:
        """Whether a moment is on the drawn track."""
        return self.earlier <= t <= self.lead


def prepare(mission: Mission, trajectory: Trajectory) -> Flight:
    """Everything that does not change while the flight is replayed."""
    landing = landing_time(trajectory, mission)
    ship, iss = track(trajectory, "", landing), track(trajectory, "iss_", float(trajectory.t[-1]))
    burn = min((b.start for b in trajectory.burns if b.end - b.start > LONG_BURN), default=float(trajectory.t[-1]))
    return Flight(
        mission=mission,
        trajectory=trajectory,
        ship=ship,
        iss=iss,
        period=orbit_period(trajectory),
        landing=landing,
        burn=burn,
        parted=_parted(ship, iss, burn),
        marks=_marks(mission, trajectory, ship),
        journeys=journeys(mission),
        light=light_changes(trajectory.t, trajectory.channels["sunlit"]),
        blackout=_blackout(mission, trajectory, landing),
        heard=joined([(contact.start, contact.end) for contact in trajectory.contacts]),
    )


def beside(flight: Flight, alternatives: Alternatives) -> Flight:
    """The same flight with what else might have been."""
    known = (alternatives.scatter, alternatives.other_scatter)
    scatters = tuple(scatter for scatter in known if scatter is not None)
    return replace(flight, branches=branches(flight.ship, alternatives), scatters=scatters)


def _parted(ship: Track, iss: Track, burn: float) -> float:
    """The first moment after a burn at which the station is over ground that the ship does not fly over."""
    known, path = iss.t[iss.t >= burn][::_EVERY], ship.t >= burn - _BEHIND
    if not len(known) or not path.any():
        return burn
    x, y = (np.interp(known, iss.t, values)[:, None] for values in (iss.longitude, iss.latitude))
    east = (ship.longitude[path] - x + 180.0) % 360.0 - 180.0
    far = np.hypot(east * np.cos(np.radians(y)), ship.latitude[path] - y).min(axis=1)
    return float(known[np.argmax(far > _APART)]) if (far > _APART).any() else float(known[-1])


def joined(spans: list[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """Stretches of time, those that touch or overlap as one."""
    found: list[tuple[float, float]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return tuple(found)


def _blackout(mission: Mission, trajectory: Trajectory, landing: float) -> tuple[float, float] | None:
    times = {event.id: mission.seconds(event.time) for event in trajectory.events if event.time is not None}
    start, end = times.get("blackout_start"), times.get("blackout_end")
    return (start, end) if start is not None and end is not None and start < end <= landing else None


def _marks(mission: Mission, trajectory: Trajectory, ship: Track) -> tuple[Mark, ...]:
    found = []
    for event in trajectory.events:
        if event.id not in ON_MAP or event.time is None:
            continue
        t = mission.seconds(event.time)
        down = event.id == "touchdown"
        if ship.t[0] <= t <= ship.t[-1] or down:
            longitude, latitude = lonlat(mission.landing) if down else ship.at(t)
            text = f"{short_name(event.id, event.name)} {event.time:%H:%M}"
            found.append(Mark(event.id, text, t, longitude, latitude))
    return tuple(sorted(found, key=lambda mark: ON_MAP.index(mark.id)))


def span(flight: Flight, t: float, earlier: float, trail: float, lead: float) -> Span:
    """The drawn window at a moment; `earlier`, `trail` and `lead` in orbits. After landing it stays as it was."""
    now = min(t, flight.landing)
    start = now - trail * flight.period
    return Span(start - earlier * flight.period, start, now, min(now + lead * flight.period, flight.landing))


def seen_marks(flight: Flight, view: View, drawn: Span, apart: float) -> list[tuple[Mark, float, float]]:
    """The marks on the drawn track with their pixels; of marks that would touch, the more important one."""
    found: list[tuple[Mark, float, float]] = []
    for mark in flight.marks:
        x, y = view.xy(mark.longitude, mark.latitude)
        on_track = drawn.holds(mark.t) or mark.id == "touchdown"
        free = all(hypot(x - a, y - b) > apart for _, a, b in found)
        if on_track and free and view.shows(x, y):
            found.append((mark, x, y))
    return found


def nearest(flight: Flight, view: View, drawn: Span, x: float, y: float, within: float) -> float | None:
    """The moment of the drawn track closest to a pixel; None where it is farther than `within` pixels."""
    ship = flight.ship
    moments = np.union1d(
        np.arange(max(drawn.earlier, ship.t[0]), drawn.lead, 2.0), [max(min(drawn.lead, ship.t[-1]), ship.t[0])]
    )
    longitude = np.interp(moments, ship.t, ship.longitude)
    latitude = np.interp(moments, ship.t, ship.latitude)
    off = (longitude - view.longitude + 180.0) % 360.0 - 180.0
    far = np.hypot(
        view.width / 2 + off * view.scale - x,
        view.height / 2 - (latitude - view.latitude) * view.scale * view.stretch - y,
    )
    # Where the track crosses itself the present orbit is meant, not one long gone.
    close = np.flatnonzero(far <= max(float(far.min()) + 1.5, 0.0))
    best = int(close[np.argmin(np.abs(moments[close] - drawn.now))])
    return float(moments[best]) if far[best] <= within else None


def followed(view: View, flight: Flight, t: float) -> View:
    """The view around the ship; it moves on in steps of a sixth of the width, so that the ground is drawn seldom."""
    step = max(view.width / view.scale / 6 / DEGREES_PER_SECOND, 1.0)
    t = min(t, flight.landing)
    return view.centred(*flight.ship.at(step * np.floor(t / step) + step / 2 if t < flight.landing - step else t))


def sun(frame: Frame) -> tuple[float, float]:
    """Longitude and latitude below the Sun, degrees."""
    longitude, latitude = np.degrees([frame.values["subsolar_longitude"], frame.values["subsolar_latitude"]])
    return float(longitude), float(latitude)
