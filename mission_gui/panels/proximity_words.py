"""What the proximity panel says in words: plain functions, no Qt."""

from collections.abc import Mapping
from datetime import timedelta

from mission_gui.domain.channels import CHANNELS
from mission_gui.domain.events import PHASE_NAMES, Phase
from mission_gui.domain.facts import Provenance
from mission_gui.domain.frame import Frame, sample
from mission_gui.domain.mission import Mission
from mission_gui.domain.outline import Part, Zone
from mission_gui.domain.trajectory import Trajectory
from mission_gui.panels.proximity_path import Mark, MarkKind
from mission_gui.panels.wording import clock_time, countdown, number

BASIS = "reconstructed"
_UNKNOWN_PORT = "not known"
_AT_REST = 0.005
"""m/s below which the distance neither opens nor closes."""
_IN_PLANE = 1.0
"""Metres beside the orbit plane that are none."""
_SIDES = {"v_bar": ("ahead", "behind"), "r_bar": ("below", "above"), "h_bar": ("to the right", "to the left")}


def distance(metres: float) -> str:
    """`17.7 m`, `226 m`, `1.87 km`, `14.1 km`, `234 981 km`, with the sign of the value."""
    size = abs(metres)
    if size < 1000:
        return f"{number(metres, 1 if size < 99.95 else 0)} m"
    return f"{number(metres / 1000, 2 if size < 9995 else 1 if size < 999.5e3 else 0)} km"


def axis_length(metres: float, unit: float) -> str:
    """A place on an axis whose grid lines are `unit` metres apart."""
    kilo = unit >= 1000
    sign = "+" if metres > 0 else ""
    return f"{sign}{number(metres / 1000 if kilo else metres)}{' km' if kilo else ' m'}" if metres else "0"


def rate(metres_per_second: float) -> str:
    """`+0.02 m/s`: opening positive."""
    sign = "+" if metres_per_second >= _AT_REST else ""
    return f"{sign}{number(metres_per_second, 2)} m/s"


def port_name(mission: Mission) -> str:
    """The port's name; empty where no source tells it."""
    name = mission.departure.port
    return "" if name == _UNKNOWN_PORT else name


def is_over(frame: Frame, end: float) -> bool:
    """Whether proximity operations are over: from the end of the deorbit burn on."""
    return frame.t > end


def heading(frame: Frame, end: float) -> str:
    """`Proximity · Flyaround`."""
    return f"Proximity · {'over' if is_over(frame, end) else PHASE_NAMES[frame.phase]}"


def note(mission: Mission, frame: Frame) -> str:
    """`range 226 m · +0.02 m/s`."""
    if frame.phase is Phase.DOCKED:
        port = port_name(mission)
        return f"docked to {port}" if port else "docked, port not known"
    values = frame.values
    return f"range {distance(values['iss_range'])} · {rate(values['iss_range_rate'])}"


def rows(values: Mapping[str, float]) -> list[tuple[str, str]]:
    """Name and reading of each line of the readout."""
    found = [("Range", distance(values["iss_range"])), ("Range rate", rate(values["iss_range_rate"]))]
    return found + [(str(CHANNELS[bar].name), distance(values[bar])) for bar in ("v_bar", "r_bar", "h_bar")]


def over(mission: Mission, frame: Frame, end: float) -> tuple[str, str, str]:
    """A title and two lines, once proximity operations are over."""
    ended, apart = _clock(mission, end), distance(frame.values["iss_range"])
    return "Proximity operations are over", f"Deorbit burn ended {ended} UTC", f"Range to the ISS {apart}, {BASIS}"


def sentence(mission: Mission, frame: Frame, end: float) -> str:
    """The panel in one sentence, for a screen reader and for captions."""
    if frame.phase is Phase.DOCKED:
        return f"{mission.name} is {note(mission, frame)}, on the International Space Station."
    if is_over(frame, end):
        title, *lines = over(mission, frame, end)
        return f"{title}: {', '.join(line[0].lower() + line[1:] for line in lines)}."
    values = frame.values
    places = ", ".join(_side(values[bar], bar) for bar in ("v_bar", "r_bar", "h_bar"))
    return (
        f"{mission.name} is {distance(values['iss_range'])} from the centre of the ISS, "
        f"{_trend(values['iss_range_rate'])}: {places}; {BASIS}."
    )


def _side(metres: float, bar: str) -> str:
    if bar == "h_bar" and abs(metres) < _IN_PLANE:
        return "in the orbit plane"
    forward, backward = _SIDES[bar]
    return f"{distance(abs(metres))} {forward if metres >= 0 else backward}"


def _trend(metres_per_second: float) -> str:
    if abs(metres_per_second) < _AT_REST:
        return "holding its distance"
    word = "opening" if metres_per_second > 0 else "closing"
    return f"{word} at {number(abs(metres_per_second), 2)} m/s"


def mark_label(mission: Mission, mark: Mark) -> str:
    """`Separation burn · 1.53 m/s`, `Hover, U-turn · 0.29 m/s · 07:27`, `Photographs end · 07:42`."""
    parts = [str(mark.name)]
    if mark.kind is not MarkKind.EVENT:
        parts.append(f"{number(mark.size, 2 if mark.size < 10 else 1)} m/s")
    if mark.kind is not MarkKind.BURN:
        parts.append(_clock(mission, mark.t, seconds=False))
    return " · ".join(parts)


def mark_tip(mission: Mission, mark: Mark) -> str:
    """What the pointer tells on a burn, a hold point or an event."""
    when = f"{mark.name}, {_clock(mission, mark.t)} UTC"
    if mark.kind is MarkKind.EVENT:
        return when
    v, h, r = (number(component, 2) for component in mark.change)
    departure = mission.departure
    return (
        f"{when}: {number(mark.size, 2)} m/s (V-bar {v}, R-bar {r}, H-bar {h})\n"
        f"{BASIS}; the burns are {departure.kind}: {departure.source.title}"
    )


def path_tip(mission: Mission, trajectory: Trajectory, t: float) -> str:
    """What the pointer tells on the path."""
    apart, opening = (sample(trajectory.t, trajectory.channels[name], t) for name in ("iss_range", "iss_range_rate"))
    phase = str(PHASE_NAMES[trajectory.phase_at(t)]).lower()
    return f"{_clock(mission, t)} UTC · {countdown(t)} · {phase}\nrange {distance(apart)} · {rate(opening)} · {BASIS}"


def part_tip(part: Part, placement: Provenance) -> str:
    """What the pointer tells on a part of the station: its size and source, and how it is placed."""
    sizes = sorted(part.size, reverse=True)
    told = f"{part.name}, {' × '.join(number(size, 1) for size in sizes)} m"
    lines = [told, f"size {part.provenance.kind}: {part.provenance.source}", part.provenance.note]
    return "\n".join(line for line in (*lines, f"place {placement.kind}: {placement.note}") if line)


def zone_label(zone: Zone) -> str:
    """`keep-out sphere, 200 m`, `approach ellipsoid, 4 × 2 × 2 km`."""
    v, h, r = zone.half_axes
    if v == h == r:
        return f"{zone.name}, {distance(v).replace('.0', '')}"
    return f"{zone.name}, {' × '.join(number(axis / 500) for axis in (v, r, h))} km"


def zone_tip(zone: Zone) -> str:
    """What the pointer tells on the edge of a zone."""
    return f"{zone_label(zone)}\n{zone.provenance.kind}: {zone.provenance.source}; {zone.provenance.note}"


def _clock(mission: Mission, t: float, seconds: bool = True) -> str:
    return clock_time(mission.epoch + timedelta(seconds=t), seconds=seconds)
