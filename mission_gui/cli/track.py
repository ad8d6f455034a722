"""`mission-gui track`: the flight as a table of comma-separated values."""

import argparse
import csv
import io
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import numpy as np

from mission_gui.domain.channels import CHANNELS, WRAPPED
from mission_gui.domain.errors import UserError
from mission_gui.domain.events import Phase
from mission_gui.domain.frame import Frame, frame_at, sample
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.domain.whatif import WhatIf

HELP = "write the flight as comma-separated values"

FIRST = ("latitude", "longitude", "altitude", "inertial_speed", "air_speed", "load", "iss_range")
"""Channels in the order the columns promise; all others follow."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The words of the command."""
    parser.add_argument(
        "mission", metavar="MISSION", help="the name of a built-in mission, or the path of a mission file"
    )
    parser.add_argument("--step", type=float, default=10.0, metavar="SECONDS", help="seconds between rows (default 10)")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE.csv", help="the file to write (default: print)")
    changes = parser.add_argument_group("what if", "changes to the reconstructed flight; it then lands where it lands")
    changes.add_argument("--tig", type=float, metavar="SECONDS", help="ignite later, or with a minus sooner")
    changes.add_argument("--dv", type=float, metavar="M_S", help="more delta-v, or with a minus less, in m/s")
    changes.add_argument("--bank", type=float, metavar="DEGREES", help="a larger bank angle, or with a minus a smaller")
    changes.add_argument(
        "--canopy", type=float, metavar="PERCENT", help="a larger main canopy, or with a minus a smaller"
    )
    changes.add_argument("--lift-lost", type=float, metavar="KM", help="lift is lost below this altitude: ballistic")
    changes.add_argument("--reserve", action="store_true", help="the main parachute fails, and the reserve opens")


def run(args: argparse.Namespace) -> int:
    """Writes the table; exit status 0. UserError where the step or the file cannot be used."""
    from mission_gui.files import write_for_user
    from mission_gui.missionfile import find_mission, read_mission
    from mission_gui.session.flight import fly

    if not args.step > 0 or not np.isfinite(args.step):
        raise UserError(f"--step {args.step:g}: give a number of seconds above zero, such as 10")
    mission = read_mission(find_mission(args.mission))
    trajectory = changed(mission, fly(mission), args)
    if args.output is None:
        for line in rows(mission, trajectory, args.step):
            sys.stdout.write(line)
    else:
        write_for_user(args.output, "".join(rows(mission, trajectory, args.step)).encode())
        print(f"{args.output}: written")
    return 0


def changed(mission: Mission, trajectory: Trajectory, args: argparse.Namespace) -> Trajectory:
    """The flight with the changes that were asked for, which are told on standard error; itself where none were."""
    wished = {name: getattr(args, name) for name in ("tig", "dv", "bank", "canopy", "lift_lost")}
    if all(value is None for value in wished.values()) and not args.reserve:
        return trajectory
    for name, value in wished.items():
        if value is not None and not np.isfinite(value):
            raise UserError(f"--{name.replace('_', '-')} {value}: give a finite number")
    from mission_gui.physics.propagate import what_if

    assert trajectory.solution is not None
    lost = wished["lift_lost"]
    change = WhatIf(
        ignition=wished["tig"] or 0.0,
        delta_v=wished["dv"] or 0.0,
        bank=float(np.radians(wished["bank"] or 0.0)),
        canopy=1.0 + (wished["canopy"] or 0.0) / 100,
        lift_lost=None if lost is None else lost * 1e3,
        reserve=args.reserve,
    )
    other = what_if(mission, trajectory.solution, change)
    print(compared(mission, trajectory, other), file=sys.stderr)
    return other


def compared(mission: Mission, published: Trajectory, other: Trajectory) -> str:
    """Where, when and how fast the changed flight lands, and its largest load, beside the published case."""
    assert other.solution is not None and published.solution is not None
    late = other.solution.time_residual - published.solution.time_residual
    latitude, longitude = (other.channels[name][-1] * 180 / np.pi for name in ("latitude", "longitude"))
    place = f"{latitude:.2f} N {(longitude + 180) % 360 - 180:.2f} E"
    loads = [_largest_load(flight) for flight in (other, published)]
    sinking = [_sinking(mission, flight) for flight in (other, published)]
    return (
        f"{mission.id} changed: lands at {place}, {other.solution.miss_distance / 1e3:.1f} km from the landing point, "
        f"{late:+.1f} s; largest load of the entry {loads[0]:.2f} g (reconstructed: {loads[1]:.2f} g), "
        f"{sinking[0]:.1f} m/s before the soft-landing engines fire (reconstructed: {sinking[1]:.1f} m/s). Modelled"
    )


def _largest_load(flight: Trajectory) -> float:
    entry = flight.span(Phase.ENTRY)
    assert entry is not None
    inside = (flight.t >= entry.start) & (flight.t <= entry.end)
    return float(flight.channels["load"][inside].max()) * CHANNELS["load"].factor


def _sinking(mission: Mission, flight: Trajectory) -> float:
    """The speed under the canopy where the soft-landing engines take over, m/s."""
    engines = next(event.time for event in flight.events if event.id == "soft_landing_engines")
    assert engines is not None
    return sample(flight.t, flight.channels["air_speed"], mission.seconds(engines))


def rows(mission: Mission, trajectory: Trajectory, step: float) -> Iterator[str]:
    """The lines of the table, the first with the columns' names; every event has a row of its own."""
    others = [name for name in CHANNELS if name not in FIRST]
    columns = [CHANNELS[name].column for name in (*FIRST, *others)]
    uncertain = [name for name in (*FIRST, *others) if name in trajectory.sigma]
    sigmas = [f"{CHANNELS[name].column}_sigma" for name in uncertain]
    yield _line(["utc", "mission_time_s", "phase", *columns, "stations_in_view", "event", *sigmas])
    events = {round(mission.seconds(e.time), 3): e.id for e in trajectory.events if e.time}
    for t in times(trajectory, step, events):
        frame = frame_at(mission, trajectory, t)
        values = [_value(name, frame) for name in (*FIRST, *others)]
        head = [_stamp(frame), f"{t:.3f}", frame.phase.value]
        off = [_sigma(trajectory, name, t) for name in uncertain]
        yield _line([*head, *values, " ".join(frame.in_contact), events.get(round(t, 3), ""), *off])


def times(trajectory: Trajectory, step: float, events: dict[float, str]) -> list[float]:
    """A row each `step` seconds from the first sample on, and one on each event."""
    start, end = float(trajectory.t[0]), float(trajectory.t[-1])
    grid = start + step * np.arange(int((end - start) / step) + 1)
    inside = [t for t in events if start <= t <= end]
    return sorted({*np.round(grid, 3).tolist(), *inside})


def _value(name: str, frame: Frame) -> str:
    channel = CHANNELS[name]
    shown = frame.values[name] * channel.factor
    if name in WRAPPED:
        shown = (shown + 180.0) % 360.0 - 180.0
    return f"{shown:.{channel.decimals + 4}f}" if channel.decimals else f"{shown:.3f}".rstrip("0").rstrip(".")


def _sigma(trajectory: Trajectory, name: str, t: float) -> str:
    """One standard deviation in the column's unit; empty where none is known."""
    shown = sample(trajectory.t, trajectory.sigma[name], t) * CHANNELS[name].factor
    return "" if np.isnan(shown) else f"{shown:.{CHANNELS[name].decimals + 2}f}"


def _stamp(frame: Frame) -> str:
    rounded = frame.utc + timedelta(microseconds=500)
    return f"{rounded:%Y-%m-%dT%H:%M:%S}.{rounded.microsecond // 1000:03d}Z"


def _line(cells: list[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()
