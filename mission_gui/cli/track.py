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
from mission_gui.domain.frame import Frame, frame_at, sample
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory

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


def run(args: argparse.Namespace) -> int:
    """Writes the table; exit status 0. UserError where the step or the file cannot be used."""
    from mission_gui.files import write_for_user
    from mission_gui.missionfile import find_mission, read_mission
    from mission_gui.session.flight import fly

    if not args.step > 0 or not np.isfinite(args.step):
        raise UserError(f"--step {args.step:g}: give a number of seconds above zero, such as 10")
    mission = read_mission(find_mission(args.mission))
    trajectory = fly(mission)
    if args.output is None:
        for line in rows(mission, trajectory, args.step):
            sys.stdout.write(line)
    else:
        write_for_user(args.output, "".join(rows(mission, trajectory, args.step)).encode())
        print(f"{args.output}: written")
    return 0


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
