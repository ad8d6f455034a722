"""What the descent panel says in words: plain functions."""

from dataclasses import dataclass
from math import ceil, degrees

from mission_gui.domain.channels import CHANNELS
from mission_gui.domain.events import EVENT_NAMES, PHASE_NAMES, Phase
from mission_gui.domain.facts import Text
from mission_gui.domain.frame import Frame, frame_at
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory, channel_basis, sigma_at
from mission_gui.language import translate
from mission_gui.panels.descent_figures import shown, tells
from mission_gui.panels.descent_profile import SIGMAS, Beside
from mission_gui.panels.descent_scene import STRIPS, Mark, Scene, Stage, Strip
from mission_gui.panels.map_wording import SHORT_NAMES
from mission_gui.panels.marks import State
from mission_gui.panels.sequence import explain, time_of
from mission_gui.panels.wording import (
    BASIS_NAMES,
    clock_time,
    duration,
    give_or_take,
    number,
    quantity,
    reading,
)
from mission_gui.panels.zero import UNDOCKING, counted_from

READ = ("altitude", "air_speed", "mach", "load", "heat_flux", "range_to_go")
MODULES = (
    ("orbital", Text("Orbital module", "Бытовой отсек"), Text("Orbital", "БО")),
    ("descent", Text("Descent module", "Спускаемый аппарат"), Text("Descent", "СА")),
    ("service", Text("Service module", "Приборно-агрегатный отсек"), Text("Service", "ПАО")),
)
"""In their order along the ship: key, name, and a shorter one."""
MODULES_NOTE = Text(
    "order along the ship, not to scale; attitude not published",
    "порядок вдоль корабля, не в масштабе; ориентация не публиковалась",
)
NOTHING = "—"
_AFTER = (Phase.LANDED, Phase.RECOVERY)


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure of the moment: name, number, unit, and below it how sure it is and where it comes from."""

    name: str
    value: str
    unit: str
    below: str


def readings(trajectory: Trajectory, frame: Frame) -> tuple[Reading, ...]:
    """The figures of a moment; a dash where one would mean nothing."""
    return tuple(_reading(trajectory, frame, channel) for channel in READ)


def _reading(trajectory: Trajectory, frame: Frame, channel: str) -> Reading:
    name = str(CHANNELS[channel].name)
    if not tells(channel, frame) or (channel == "range_to_go" and not trajectory.complete):
        return Reading(name, NOTHING, "", "")
    told = shown(channel, frame.values[channel])
    value, _, printed = told.rpartition(" ") if CHANNELS[channel].unit else (told, "", "")
    below = (unsure(trajectory, channel, frame), str(BASIS_NAMES[channel_basis(channel, frame.phase)]))
    return Reading(name, value, printed, " · ".join(part for part in below if part))


def unsure(trajectory: Trajectory, channel: str, frame: Frame) -> str:
    """`± 0.12 g`, one standard deviation.

    Empty where none is known or it is less than the last digit, and where it is larger than the value: that is a jump
    whose time is not sure, as when a canopy opens, and says nothing of the size.
    """
    sigma, value = sigma_at(trajectory, channel, frame.t), abs(frame.values[channel])
    if not sigma < value:
        return ""
    told = give_or_take(channel, sigma).strip()
    return told if any(digit in told for digit in "123456789") else ""


def note(scene: Scene | None, frame: Frame) -> str:
    """Beside the heading: `904 km to go · bank 56° right · 11:08:56 UTC`."""
    parts = [clock_time(frame.utc) + " UTC"]
    if scene is not None and frame.phase not in _AFTER:
        if frame.phase is Phase.ENTRY:
            parts.insert(0, bank(scene, frame))
        parts.insert(0, left_to_go(frame.values["range_to_go"]))
    return " · ".join(parts)


def left_to_go(metres: float) -> str:
    """`904 km to go`."""
    return translate("Descent", "{distance} to go").format(distance=reading("range_to_go", metres))


def bank(scene: Scene, frame: Frame) -> str:
    """Where the lift points during the entry."""
    if scene.lost is not None and frame.t >= scene.lost:
        return translate("Descent", "rolling, no lift")
    angle = degrees(frame.values["bank"])
    right, left = translate("Descent", "bank {angle} right"), translate("Descent", "bank {angle} left")
    return (right if angle >= 0 else left).format(angle=quantity(abs(angle), "°"))


def state(mission: Mission, scene: Scene | None, frame: Frame) -> tuple[str, tuple[str, ...]]:
    """What is going on, and what comes next or what came out, the most telling first."""
    if scene is None:
        known = ((str(EVENT_NAMES[name]).lower(), time_of(mission.events, name)) for name in ("ignition", "touchdown"))
        planned = tuple(f"{name} {clock_time(time)} UTC" for name, time in known if time is not None)
        return translate("Descent", "The descent is not computed yet"), planned
    if not scene.begun(frame.t):
        return _event_in(EVENT_NAMES["module_separation"], scene.path.t[0] - frame.t), _beginning(scene)
    if frame.t >= scene.path.t[-1]:
        peak = translate("Descent", "peak {name} {value}")
        told = (peak.format(name=str(CHANNELS[s.channel].name).lower(), value=peak_value(s)) for s in scene.strips)
        landed = translate("Descent", "Landed {time}").format(time=scene.clock(float(scene.path.t[-1])))
        return landed, tuple(told)
    return _doing(scene, frame), coming(scene, frame.t)


def _beginning(scene: Scene) -> tuple[str, ...]:
    start = float(scene.path.t[0])
    going, altitude = scene.path.at(start)
    begins = translate("Descent", "the way down begins {time}").format(time=scene.clock(start))
    return begins, reading("altitude", altitude), left_to_go(going)


def _event_in(name: Text, seconds: float) -> str:
    return translate("Descent", "{event} in {time}").format(event=name, time=duration(ceil(seconds)))


def _doing(scene: Scene, frame: Frame) -> str:
    if frame.phase is Phase.ENTRY:
        ballistic = scene.lost is not None and frame.t >= scene.lost
        return translate("Descent", "Entry, ballistic") if ballistic else translate("Descent", "Entry, guided")
    stage = present(scene, frame.t)
    name = str(PHASE_NAMES[frame.phase])
    return f"{name}: {stage.name.lower()}" if stage else name


def coming(scene: Scene, t: float) -> tuple[str, ...]:
    """The next event on the line, and whether the radio is silent now."""
    ahead = min((mark for mark in scene.marks if mark.t > t), key=lambda mark: mark.t, default=None)
    parts = [_small(_event_in(ahead.event.name, ahead.t - t))] if ahead else []
    if scene.blackout and scene.blackout[0].t <= t < scene.blackout[1].t:
        end = scene.clock(scene.blackout[1].t)
        parts.append(translate("Descent", "no radio until {time}").format(time=end))
    return tuple(parts)


def _small(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def present(scene: Scene, t: float) -> Stage | None:
    """The state the parachute sequence is in; None before the first."""
    begun = [stage for stage in scene.stages if stage.t <= t]
    return begun[-1] if begun else None


def labels(scene: Scene, mark: Mark) -> tuple[str, ...]:
    """`Peak load 3.82 g 11:11`, and shorter ones for less room."""
    time = scene.clock(mark.t, False)
    value = next((peak_value(s) for s in scene.strips if STRIPS[s.channel] == mark.event.id), None)
    if value is not None:
        return f"{mark.event.name} {value} {time}", f"{value} {time}", value
    short = SHORT_NAMES.get(mark.event.id, mark.event.name)
    return f"{mark.event.name} {time}", f"{short} {time}", str(short)


def peak_value(strip: Strip) -> str:
    """The largest value before the parachutes, with its unit."""
    what = CHANNELS[strip.channel]
    return quantity(float(strip.values[strip.peak]), what.unit, what.decimals)


def peak_place(scene: Scene, strip: Strip) -> str:
    """When and how high the peak is: `11:11:36, 36.9 km`."""
    t, altitude = float(strip.t[strip.peak]), float(strip.altitude[strip.peak])
    return f"{scene.clock(t)}, {reading('altitude', altitude)}"


def beside_words(other: Beside) -> tuple[str, ...]:
    """`ballistic, 8.56 g, 524 km short`, and shorter ones for less room."""
    short, beyond = translate("Descent", "{distance} short"), translate("Descent", "{distance} beyond")
    where = (short if other.short >= 0 else beyond).format(distance=quantity(abs(other.short) / 1000, "km"))
    name = other.neighbour.name
    return f"{name}, {reading('load', other.load)}, {where}", f"{name}, {where}", name


def blackout_words(scene: Scene) -> tuple[str, ...]:
    """`radio blackout 11:06–11:11, 80 to 35 km`, and shorter."""
    if scene.blackout is None:
        return ()
    first, last = (scene.clock(mark.t, False) for mark in scene.blackout)
    vehicle = scene.mission.vehicle
    where = translate("Descent", "{top} to {bottom} km").format(
        top=number(vehicle.blackout_top / 1000), bottom=number(vehicle.blackout_bottom / 1000)
    )
    silent = translate("Descent", "radio blackout {start}–{end}").format(start=first, end=last)
    blackout = translate("Descent", "blackout")
    return f"{silent}, {where}", f"{blackout}, {where}", blackout


def fate(scene: Scene, module: str) -> tuple[str, str]:
    """What becomes of a module, and how far the model knows it."""
    if module == "descent":
        modelled = translate("Descent", "{time}, modelled").format(time=scene.clock(float(scene.path.t[-1]), False))
        crewed, empty = translate("Descent", "lands with the crew"), translate("Descent", "lands uncrewed")
        return crewed if scene.mission.crew else empty, modelled
    part = next((part for part in scene.trajectory.separated if part.id == module), None)
    if part is None:
        return translate("Descent", "burns up;"), translate("Descent", "not modelled")
    until = translate("Descent", "to {altitude}, {time}").format(
        altitude=quantity(part.altitude[-1] / 1000, "km"), time=scene.clock(float(part.t[-1]), False)
    )
    return translate("Descent", "burns up; modelled"), until


def parting(scene: Scene, t: float) -> str:
    """Whether the modules are still together."""
    apart = float(scene.path.t[0])
    told = (
        translate("Descent", "apart since {time}") if scene.begun(t) else translate("Descent", "together until {time}")
    )
    return told.format(time=scene.clock(apart))


BAND = Text(f"±{SIGMAS:.0f}σ of altitude", f"±{SIGMAS:.0f}σ по высоте")
ORIGIN = Text("◇ reconstructed by the model, not telemetry", "◇ реконструкция по модели, не телеметрия")


def describe(mission: Mission, trajectory: Trajectory, scene: Scene | None, frame: Frame) -> str:
    """The panel in a few sentences."""
    happening, detail = state(mission, scene, frame)
    told = ", ".join(f"{r.name} {r.value} {r.unit}".strip() for r in readings(trajectory, frame) if r.value != NOTHING)
    basis = BASIS_NAMES[channel_basis("altitude", frame.phase)]
    more = ", ".join(detail)
    parts = [translate("Descent", "Descent"), happening, more[:1].upper() + more[1:], f"{told}; {basis}"]
    if scene is not None:
        if frame.phase is Phase.ENTRY:
            parts.append(bank(scene, frame).capitalize())
        if stage := present(scene, frame.t):
            parts.append(translate("Descent", "Parachute sequence: {stage}").format(stage=stage.name.lower()))
        beside = translate("Descent", "Beside it: {flight}")
        parts += [beside.format(flight=beside_words(other)[0]) for other in scene.others]
    return ". ".join(part for part in parts if part) + "."


def tip(scene: Scene, t: float, mark: Mark | None = None, zero: str = UNDOCKING) -> str:
    """The moment under the pointer: time, figures with their uncertainty, and the event there with its sources."""
    trajectory, frame = scene.trajectory, frame_at(scene.mission, scene.trajectory, t)
    lines = [f"{clock_time(frame.utc)} UTC · {counted_from(scene.mission, trajectory, zero, t)}"]
    for channel in READ:
        if tells(channel, frame):
            value = f"{CHANNELS[channel].name} {shown(channel, frame.values[channel])}"
            lines.append(f"{value} {unsure(trajectory, channel, frame)}".rstrip())
    basis = BASIS_NAMES[channel_basis("altitude", frame.phase)]
    lines.append(translate("Descent", "{basis}; reconstructed, not telemetry").format(basis=basis))
    if mark is not None:
        lines += ["", explain(mark.event, State.TO_COME, scene.mission.epoch.date()).partition("\n")[2]]
        head = translate("Descent", "{event} (times in UTC)").format(event=mark.event.name)
        lines[-1] = f"{head}\n{lines[-1]}"
    return "\n".join(lines)
