"""The answer to a what-if in words: plain functions."""

from collections.abc import Callable
from dataclasses import dataclass
from math import degrees, radians

from mission_gui.domain.alternatives import Alternatives
from mission_gui.domain.channels import CHANNELS
from mission_gui.domain.events import Phase
from mission_gui.domain.facts import Text
from mission_gui.domain.frame import sample
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.domain.whatif import WhatIf
from mission_gui.language import translate
from mission_gui.panels.map_lines import distance_bearing
from mission_gui.panels.wording import MINUS, angle, compass, quantity, unit, wrap_degrees

_NO_WAY = 50.0
"""Metres, which read `0.0 km`: those have no direction."""
_AS_FLOWN = Text("as flown", "как в полёте")


@dataclass(frozen=True, slots=True)
class Dial:
    """Something that can be changed: from `least` to `most` steps of `step`, nought for as it was flown.

    `short` is its name where there is little room.
    """

    id: str
    name: Text
    short: Text
    least: int
    most: int
    step: float
    decimals: int
    unit: str

    def value(self, position: int) -> str:
        """What a position says."""
        if position == 0:
            return str(_AS_FLOWN)
        shown = position * self.step
        return f"{'+' if shown > 0 else ''}{quantity(shown, self.unit, self.decimals)}"


@dataclass(frozen=True, slots=True)
class LiftDial(Dial):
    """The altitude at which lift is lost: nought for as it was flown, else `base` km higher by each step."""

    base: float = 0.0

    def value(self, position: int) -> str:
        if position == 0:
            return str(_AS_FLOWN)
        return translate("What if", "below {altitude}").format(altitude=quantity(self.altitude_km(position), "km"))

    def altitude_km(self, position: int) -> float:
        """The altitude of a position."""
        return self.base + position * self.step


LIFT = LiftDial(
    "lift_lost",
    Text("Lift lost", "Потеря подъёмной силы"),
    Text("Lift lost", "Баллистика"),
    0,
    60,
    1.0,
    0,
    "km",
    40.0,
)

DIALS: tuple[Dial, ...] = (
    Dial("ignition", Text("Ignition", "Включение двигателя"), Text("Ignition", "Включение"), -120, 120, 1.0, 0, "s"),
    Dial("delta_v", Text("Delta-v", "Тормозной импульс"), Text("Delta-v", "Импульс"), -100, 100, 0.1, 1, "m/s"),
    Dial("bank", Text("Bank angle", "Угол крена"), Text("Bank angle", "Угол крена"), -30, 30, 1.0, 0, "°"),
    Dial("canopy", Text("Main canopy", "Основной купол"), Text("Main canopy", "Купол"), -40, 40, 1.0, 0, "%"),
    LIFT,
)
"""In the order of the page."""


def question(positions: dict[str, int], reserve: bool = False) -> WhatIf:
    """The what-if that the positions of the dials ask, and whether the main parachute fails."""
    steps = {dial.id: positions.get(dial.id, 0) * dial.step for dial in DIALS}
    lost = positions.get(LIFT.id, 0)
    return WhatIf(
        ignition=steps["ignition"],
        delta_v=round(steps["delta_v"], 6),
        bank=radians(steps["bank"]),
        canopy=1.0 + steps["canopy"] / 100,
        lift_lost=LIFT.altitude_km(lost) * 1e3 if lost else None,
        reserve=reserve,
    )


def reserve_words(mission: Mission) -> tuple[str, bool]:
    """What stands beside the box for the reserve, and whether it can be ticked."""
    if mission.descent.reserve:
        return translate("What if", "Landed on the reserve parachute"), False
    if mission.vehicle.reserve is None:
        return translate("What if", "Reserve parachute: not known of this ship"), False
    return translate("What if", "Main parachute fails, reserve opens"), True


def answers(flown: Trajectory, alternatives: Alternatives) -> list[tuple[str, str, str]]:
    """Name, changed and flown figure of each row of the answer."""
    changed = alternatives.changed
    return [(str(name), "" if changed is None else told(changed, flown), told(flown, flown)) for name, told in _ROWS]


def sentence(flown: Trajectory, alternatives: Alternatives) -> str:
    """The answer in one sentence, for a screen reader."""
    if alternatives.refusal:
        return alternatives.refusal
    if alternatives.changed is None:
        return translate("What if", "Nothing is changed: this is the flight as it was flown.")
    alone, beside = "{name} {changed}", translate("What if", "{name} {changed} instead of {before}")
    parts = (
        (beside if before else alone).format(name=name.lower(), changed=changed, before=before)
        for name, changed, before in answers(flown, alternatives)
    )
    return translate("What if", "With these changes: {parts}. Modelled.").format(parts=", ".join(parts))


def landing(flight: Trajectory) -> tuple[float, float]:
    """Longitude and latitude of the end of a flight, degrees."""
    return degrees(flight.channels["longitude"][-1]), degrees(flight.channels["latitude"][-1])


def largest(flight: Trajectory, channel: str) -> float:
    """The largest value of the entry, in the channel's unit."""
    entry = flight.span(Phase.ENTRY)
    if entry is None:
        return float("nan")
    inside = (flight.t >= entry.start) & (flight.t <= entry.end)
    return float(flight.channels[channel][inside].max()) * CHANNELS[channel].factor


def _where(flight: Trajectory, flown: Trajectory) -> str:
    longitude, latitude = landing(flight)
    return f"{angle(latitude, 'N', 'S')} {angle(wrap_degrees(longitude), 'E', 'W')}"


def _off(flight: Trajectory, flown: Trajectory) -> str:
    if flight is flown:
        return ""
    distance, bearing = distance_bearing(landing(flown), landing(flight))
    far = quantity(distance / 1e3, "km", 1 if distance < 100e3 else 0)
    return far if distance < _NO_WAY else f"{far} {compass(bearing)}"


def _when(flight: Trajectory, flown: Trajectory) -> str:
    if flight is flown:
        return ""
    late = round(flight.touchdown - flown.touchdown)
    minutes, seconds = divmod(abs(late), 60)
    told = f"{minutes} {unit('min')} {seconds:02d}" if minutes else str(seconds)
    return f"{MINUS if late < 0 else '+'}{told} {unit('s')}"


def _load(flight: Trajectory, flown: Trajectory) -> str:
    return quantity(largest(flight, "load"), "g", 2)


def _heat(flight: Trajectory, flown: Trajectory) -> str:
    return quantity(largest(flight, "heat_flux"), CHANNELS["heat_flux"].unit, 1)


def _sink(flight: Trajectory, flown: Trajectory) -> str:
    """Before the soft-landing engines fire, which is two seconds before the touchdown."""
    return quantity(sample(flight.t, flight.channels["air_speed"], flight.touchdown - 5.0), "m/s", 1)


_ROWS: tuple[tuple[Text, Callable[[Trajectory, Trajectory], str]], ...] = (
    (Text("Landing place", "Место посадки"), _where),
    (Text("From the landing", "От места посадки"), _off),
    (Text("Landing time", "Время посадки"), _when),
    (Text("Largest load", "Перегрузка, макс."), _load),
    (Text("Largest heating", "Тепловой поток, макс."), _heat),
    (Text("Sink rate at the end", "Скорость у земли"), _sink),
)
