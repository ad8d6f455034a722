"""What the proximity panel says in words: plain functions."""

from collections.abc import Mapping
from datetime import timedelta

from mission_gui.domain import ports
from mission_gui.domain.channels import CHANNELS
from mission_gui.domain.events import PHASE_NAMES, Phase
from mission_gui.domain.facts import KIND_NAMES, Provenance, Text
from mission_gui.domain.frame import Frame, sample
from mission_gui.domain.mission import Mission
from mission_gui.domain.outline import Part, Zone
from mission_gui.domain.trajectory import Trajectory, channel_basis
from mission_gui.language import translate
from mission_gui.panels.provenance import OF_KIND, Origin, origin_of
from mission_gui.panels.proximity_path import Mark, MarkKind
from mission_gui.panels.wording import BASIS_NAMES, clock_time, number, quantity, unit
from mission_gui.panels.zero import UNDOCKING, counted_from

BASIS = Text("reconstructed", "реконструкция")
PROXIMITY = Text("Proximity", "Вблизи станции")
_OVER = Text("over", "завершено")
_AT_REST = 0.005
"""m/s below which the distance neither opens nor closes."""
_IN_PLANE = 1.0
"""Metres beside the orbit plane that are none."""
_SIDES = {
    "v_bar": (Text("ahead", "впереди"), Text("behind", "позади")),
    "r_bar": (Text("below", "ниже"), Text("above", "выше")),
    "h_bar": (Text("to the right", "правее"), Text("to the left", "левее")),
}


def distance(metres: float) -> str:
    """`17.7 m`, `226 m`, `1.87 km`, `14.1 km`, `234 981 km`, with the sign of the value."""
    size = abs(metres)
    if size < 1000:
        return quantity(metres, "m", 1 if size < 99.95 else 0)
    return quantity(metres / 1000, "km", 2 if size < 9995 else 1 if size < 999.5e3 else 0)


def axis_length(metres: float, spacing: float) -> str:
    """A place on an axis whose grid lines are `spacing` metres apart."""
    told = quantity(metres / 1000, "km") if spacing >= 1000 else quantity(metres, "m")
    return f"{'+' if metres > 0 else ''}{told}" if metres else "0"


def rate(metres_per_second: float) -> str:
    """`+0.02 m/s`, `−988 m/s`: opening positive."""
    sign = "+" if metres_per_second >= _AT_REST else ""
    return f"{sign}{_speed(metres_per_second)}"


def _speed(metres_per_second: float) -> str:
    """With three digits, but no more than centimetres."""
    size = abs(metres_per_second)
    return quantity(metres_per_second, "m/s", 2 if size < 9.995 else 1 if size < 99.95 else 0)


def port_name(mission: Mission) -> str:
    """The port's name; empty where no source tells it."""
    return str(ports.port_name(mission.departure.port) or "")


def is_over(frame: Frame, end: float) -> bool:
    """Whether proximity operations are over: from the end of the deorbit burn on."""
    return frame.t > end


def heading(frame: Frame, end: float) -> str:
    """`Proximity · Flyaround`."""
    return f"{PROXIMITY} · {_OVER if is_over(frame, end) else PHASE_NAMES[frame.phase]}"


def note(mission: Mission, frame: Frame) -> str:
    """`range 226 m · +0.02 m/s`."""
    if frame.phase is Phase.DOCKED:
        port = port_name(mission)
        told = translate("Proximity", "docked to {port}") if port else translate("Proximity", "docked, port not known")
        return told.format(port=port)
    return _range(frame.values["iss_range"], frame.values["iss_range_rate"])


def _range(apart: float, opening: float) -> str:
    return translate("Proximity", "range {distance} · {rate}").format(distance=distance(apart), rate=rate(opening))


def rows(values: Mapping[str, float]) -> list[tuple[str, str]]:
    """Name and reading of each line of the readout."""
    found = [
        (translate("Proximity", "Range"), distance(values["iss_range"])),
        (str(CHANNELS["iss_range_rate"].name), rate(values["iss_range_rate"])),
    ]
    return found + [(str(CHANNELS[bar].name), distance(values[bar])) for bar in ("v_bar", "r_bar", "h_bar")]


def over(mission: Mission, frame: Frame, end: float) -> tuple[str, str, str]:
    """A title and two lines, once proximity operations are over."""
    apart = translate("Proximity", "Range to the ISS {distance}, {basis}")
    return (
        translate("Proximity", "Proximity operations are over"),
        translate("Proximity", "Deorbit burn ended {time} UTC").format(time=_clock(mission, end)),
        apart.format(distance=distance(frame.values["iss_range"]), basis=BASIS),
    )


def sentence(mission: Mission, frame: Frame, end: float) -> str:
    """The panel in one sentence, for a screen reader and for captions."""
    if frame.phase is Phase.DOCKED:
        port = port_name(mission)
        known = translate("Proximity", "{ship} is docked to {port}, on the International Space Station.")
        unknown = translate("Proximity", "{ship} is docked, port not known, on the International Space Station.")
        return (known if port else unknown).format(ship=mission.name, port=port)
    if is_over(frame, end):
        title, *lines = over(mission, frame, end)
        return f"{title}: {', '.join(line[0].lower() + line[1:] for line in lines)}."
    values = frame.values
    places = ", ".join(_side(values[bar], bar) for bar in ("v_bar", "r_bar", "h_bar"))
    return translate(
        "Proximity", "{ship} is {distance} from the centre of the ISS, {trend}: {places}; {basis}."
    ).format(
        ship=mission.name,
        distance=distance(values["iss_range"]),
        trend=_trend(values["iss_range_rate"]),
        places=places,
        basis=BASIS,
    )


def _side(metres: float, bar: str) -> str:
    if bar == "h_bar" and abs(metres) < _IN_PLANE:
        return translate("Proximity", "in the orbit plane")
    forward, backward = _SIDES[bar]
    return f"{distance(abs(metres))} {forward if metres >= 0 else backward}"


def _trend(metres_per_second: float) -> str:
    if abs(metres_per_second) < _AT_REST:
        return translate("Proximity", "holding its distance")
    opening, closing = translate("Proximity", "opening at {rate}"), translate("Proximity", "closing at {rate}")
    told = opening if metres_per_second > 0 else closing
    return told.format(rate=_speed(abs(metres_per_second)))


def mark_label(mission: Mission, mark: Mark) -> str:
    """`Separation burn · 1.53 m/s`, `Hover, U-turn · 0.29 m/s · 07:27`, `Photographs end · 07:42`."""
    parts = [str(mark.name)]
    if mark.kind is not MarkKind.EVENT:
        parts.append(quantity(mark.size, "m/s", 2 if mark.size < 10 else 1))
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
    whence = translate("Proximity", "{basis}; the burns are {kind}: {source}").format(
        basis=BASIS, kind=KIND_NAMES[departure.kind], source=departure.source.title
    )
    return f"{when}: {quantity(mark.size, 'm/s', 2)} (V-bar {v}, R-bar {r}, H-bar {h})\n{whence}"


def mark_origin(mission: Mission, mark: Mark) -> Origin:
    """How a burn, a hold point or an event is known."""
    if mark.kind is not MarkKind.EVENT:
        return OF_KIND[mission.departure.kind]
    return next((origin_of(event) for event in mission.events if event.name == mark.name), Origin.MODELLED)


def row_tip(mission: Mission, frame: Frame, name: str, value: str) -> str:
    """What the pointer tells on a line of the readout."""
    return f"{name}: {value}\n{whence(mission, frame)}"


def whence(mission: Mission, frame: Frame) -> str:
    """Where range, range rate and place beside the station come from."""
    departure = mission.departure
    told = translate("Proximity", "{basis}, not telemetry; the burns are {kind}: {source}")
    return told.format(
        basis=BASIS_NAMES[channel_basis("iss_range", frame.phase)],
        kind=KIND_NAMES[departure.kind],
        source=departure.source.title,
    )


def path_tip(mission: Mission, trajectory: Trajectory, t: float, zero: str = UNDOCKING) -> str:
    """What the pointer tells on the path."""
    apart, opening = (sample(trajectory.t, trajectory.channels[name], t) for name in ("iss_range", "iss_range_rate"))
    phase = str(PHASE_NAMES[trajectory.phase_at(t)]).lower()
    counted = counted_from(mission, trajectory, zero, t)
    return f"{_clock(mission, t)} UTC · {counted} · {phase}\n{_range(apart, opening)} · {BASIS}"


def part_tip(part: Part, placement: Provenance) -> str:
    """What the pointer tells on a part of the station: its size and source, and how it is placed."""
    sizes = sorted(part.size, reverse=True)
    size, place = translate("Proximity", "size {kind}: {source}"), translate("Proximity", "place {kind}: {source}")
    lines = (
        f"{part.name}, {' × '.join(number(size, 1) for size in sizes)} {unit('m')}",
        size.format(kind=KIND_NAMES[part.provenance.kind], source=part.provenance.source),
        str(part.provenance.note),
        place.format(kind=KIND_NAMES[placement.kind], source=placement.note),
    )
    return "\n".join(line for line in lines if line)


def zone_label(zone: Zone) -> str:
    """`keep-out sphere, 200 m`, `approach ellipsoid, 4 × 2 × 2 km`."""
    v, h, r = zone.half_axes
    if v == h == r:
        return f"{zone.name}, {quantity(v, 'm')}"
    return f"{zone.name}, {' × '.join(number(axis / 500) for axis in (v, r, h))} {unit('km')}"


def zone_tip(zone: Zone) -> str:
    """What the pointer tells on the edge of a zone."""
    return f"{zone_label(zone)}\n{KIND_NAMES[zone.provenance.kind]}: {zone.provenance.source}; {zone.provenance.note}"


def _clock(mission: Mission, t: float, seconds: bool = True) -> str:
    return clock_time(mission.epoch + timedelta(seconds=t), seconds=seconds)
