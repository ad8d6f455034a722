"""What the descent panel says in words: plain functions, no Qt."""

from dataclasses import dataclass
from math import ceil, degrees

from mission_gui.domain.channels import CHANNELS
from mission_gui.domain.events import EVENT_NAMES, PHASE_NAMES, Phase
from mission_gui.domain.facts import Text
from mission_gui.domain.frame import Frame, frame_at
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory, channel_basis, sigma_at
from mission_gui.panels.descent_figures import shown, tells
from mission_gui.panels.descent_profile import SIGMAS, Beside
from mission_gui.panels.descent_scene import STRIPS, Mark, Scene, Stage, Strip
from mission_gui.panels.map_wording import SHORT_NAMES
from mission_gui.panels.marks import State
from mission_gui.panels.sequence import explain, time_of
from mission_gui.panels.wording import clock_time, countdown, duration, give_or_take, number, reading

READ = ("altitude", "air_speed", "mach", "load", "heat_flux", "range_to_go")
MODULES = (
    ("orbital", Text("Orbital module", "Бытовой отсек")),
    ("descent", Text("Descent module", "Спускаемый аппарат")),
    ("service", Text("Service module", "Приборно-агрегатный отсек")),
)
"""In their order along the ship."""
MODULES_NOTE = "order along the ship, not to scale; attitude not published"
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
    value, _, unit = told.rpartition(" ") if CHANNELS[channel].unit else (told, "", "")
    below = (unsure(trajectory, channel, frame), channel_basis(channel, frame.phase))
    return Reading(name, value, unit, " · ".join(part for part in below if part))


def unsure(trajectory: Trajectory, channel: str, frame: Frame) -> str:
    """`± 0.12 g`, one standard deviation.

    Empty where none is known or it is less than the last digit, and where it is larger than the value: that is a jump
    whose time is not sure, as when a canopy opens, and says nothing of the size.
    """
    sigma, value = sigma_at(trajectory, channel, frame.t), abs(frame.values[channel])
    if not sigma < value:
        return ""
    slow = channel.endswith("_speed") and shown(channel, value).endswith(" m/s")
    told = f"± {shown(channel, sigma)}" if slow else give_or_take(channel, sigma).strip()
    return told if any(digit in told for digit in "123456789") else ""


def note(scene: Scene | None, frame: Frame) -> str:
    """Beside the heading: `904 km to go · bank 56° right · 11:08:56 UTC`."""
    parts = [clock_time(frame.utc) + " UTC"]
    if scene is not None and frame.phase not in _AFTER:
        if frame.phase is Phase.ENTRY:
            parts.insert(0, bank(scene, frame))
        parts.insert(0, f"{reading('range_to_go', frame.values['range_to_go'])} to go")
    return " · ".join(parts)


def bank(scene: Scene, frame: Frame) -> str:
    """Where the lift points during the entry."""
    if scene.lost is not None and frame.t >= scene.lost:
        return "rolling, no lift"
    angle = degrees(frame.values["bank"])
    return f"bank {number(abs(angle))}° {'right' if angle >= 0 else 'left'}"


def state(mission: Mission, scene: Scene | None, frame: Frame) -> tuple[str, tuple[str, ...]]:
    """What is going on, and what comes next or what came out, the most telling first."""
    if scene is None:
        known = ((str(EVENT_NAMES[name]).lower(), time_of(mission.events, name)) for name in ("ignition", "touchdown"))
        planned = tuple(f"{name} {clock_time(time)} UTC" for name, time in known if time is not None)
        return "The descent is not computed yet", planned
    if frame.t < scene.path.t[0]:
        left = duration(ceil(scene.path.t[0] - frame.t))
        return f"{EVENT_NAMES['module_separation']} in {left}", _beginning(scene)
    if frame.t >= scene.path.t[-1]:
        told = (f"peak {str(CHANNELS[s.channel].name).lower()} {peak_value(s)}" for s in scene.strips)
        return f"Landed {scene.clock(float(scene.path.t[-1]))}", tuple(told)
    return _doing(scene, frame), coming(scene, frame.t)


def _beginning(scene: Scene) -> tuple[str, ...]:
    start = float(scene.path.t[0])
    going, altitude = scene.path.at(start)
    return (
        f"the way down begins {scene.clock(start)}",
        reading("altitude", altitude),
        f"{reading('range_to_go', going)} to go",
    )


def _doing(scene: Scene, frame: Frame) -> str:
    if frame.phase is Phase.ENTRY:
        ballistic = scene.lost is not None and frame.t >= scene.lost
        return "Entry, ballistic" if ballistic else "Entry, guided"
    stage = present(scene, frame.t)
    name = str(PHASE_NAMES[frame.phase])
    return f"{name}: {stage.name.lower()}" if stage else name


def coming(scene: Scene, t: float) -> tuple[str, ...]:
    """The next event on the line, and whether the radio is silent now."""
    ahead = min((mark for mark in scene.marks if mark.t > t), key=lambda mark: mark.t, default=None)
    parts = [f"{str(ahead.event.name).lower()} in {duration(ceil(ahead.t - t))}"] if ahead else []
    if scene.blackout and scene.blackout[0].t <= t < scene.blackout[1].t:
        parts.append(f"no radio until {scene.clock(scene.blackout[1].t)}")
    return tuple(parts)


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
    return f"{number(float(strip.values[strip.peak]), what.decimals)} {what.unit}"


def peak_place(scene: Scene, strip: Strip) -> str:
    """When and how high the peak is: `11:11:36, 36.9 km`."""
    t, altitude = float(strip.t[strip.peak]), float(strip.altitude[strip.peak])
    return f"{scene.clock(t)}, {reading('altitude', altitude)}"


def beside_words(other: Beside) -> tuple[str, ...]:
    """`ballistic, 8.56 g, 524 km short`, and shorter ones for less room."""
    where = f"{number(abs(other.short) / 1000)} km {'short' if other.short >= 0 else 'beyond'}"
    name = other.neighbour.name
    return f"{name}, {reading('load', other.load)}, {where}", f"{name}, {where}", name


def blackout_words(scene: Scene) -> tuple[str, ...]:
    """`radio blackout 11:06–11:11, 80 to 35 km`, and shorter."""
    if scene.blackout is None:
        return ()
    first, last = (scene.clock(mark.t, False) for mark in scene.blackout)
    vehicle = scene.mission.vehicle
    where = f"{vehicle.blackout_top / 1000:.0f} to {vehicle.blackout_bottom / 1000:.0f} km"
    return f"radio blackout {first}–{last}, {where}", f"blackout, {where}", "blackout"


def fate(scene: Scene, module: str) -> tuple[str, str]:
    """What becomes of a module, and how far the model knows it."""
    if module == "descent":
        return "lands with the crew", f"{scene.clock(float(scene.path.t[-1]), False)}, modelled"
    part = next((part for part in scene.trajectory.separated if part.id == module), None)
    if part is None:
        return "burns up;", "not modelled"
    return "burns up; modelled", f"to {part.altitude[-1] / 1000:.0f} km, {scene.clock(float(part.t[-1]), False)}"


def parting(scene: Scene, t: float) -> str:
    """Whether the modules are still together."""
    apart = float(scene.path.t[0])
    return f"apart since {scene.clock(apart)}" if t >= apart else f"together until {scene.clock(apart)}"


BAND = f"±{SIGMAS:.0f}σ of altitude"
ORIGIN = "◇ reconstructed by the model, not telemetry"


def describe(mission: Mission, trajectory: Trajectory, scene: Scene | None, frame: Frame) -> str:
    """The panel in a few sentences."""
    happening, detail = state(mission, scene, frame)
    told = ", ".join(f"{r.name} {r.value} {r.unit}".strip() for r in readings(trajectory, frame) if r.value != NOTHING)
    parts = [f"Descent. {happening}", ", ".join(detail), f"{told}; {channel_basis('altitude', frame.phase)}"]
    if scene is not None:
        if frame.phase is Phase.ENTRY:
            parts.append(bank(scene, frame).capitalize())
        stage = present(scene, frame.t)
        parts.append(f"Parachute sequence: {stage.name.lower()}" if stage else "")
        parts += [f"Beside it: {beside_words(other)[0]}" for other in scene.others]
    return ". ".join(part for part in parts if part) + "."


def tip(scene: Scene, t: float, mark: Mark | None = None) -> str:
    """The moment under the pointer: time, figures with their uncertainty, and the event there with its sources."""
    trajectory, frame = scene.trajectory, frame_at(scene.mission, scene.trajectory, t)
    lines = [f"{clock_time(frame.utc)} UTC · {countdown(t)}"]
    for channel in READ:
        if tells(channel, frame):
            value = f"{CHANNELS[channel].name} {shown(channel, frame.values[channel])}"
            lines.append(f"{value} {unsure(trajectory, channel, frame)}".rstrip())
    lines.append(f"{channel_basis('altitude', frame.phase)}; reconstructed, not telemetry")
    if mark is not None:
        lines += ["", explain(mark.event, State.TO_COME, scene.mission.epoch.date()).partition("\n")[2]]
        lines[-1] = f"{mark.event.name} (times in UTC)\n{lines[-1]}"
    return "\n".join(lines)
