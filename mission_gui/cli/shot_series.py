"""The part of `mission-gui shot` that takes many pictures: counted, asked for, with a bar, to be gone on with."""

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from mission_gui.app import application
from mission_gui.cli.progress import Progress, duration
from mission_gui.cli.shot import MOST_UNASKED
from mission_gui.domain.errors import UserError
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.export.canvas import Canvas
from mission_gui.export.contact import Small, check_count, contact_sheet, small_size
from mission_gui.export.picture import Composition, Studio
from mission_gui.export.series import Estimate, Moments, check_places, check_room, estimate, is_there, named
from mission_gui.export.shooting import process_count, shoot
from mission_gui.files import make_folder, write_for_user
from mission_gui.language import choose
from mission_gui.session.alternatives import alternatives
from mission_gui.session.flight import fly


def take_series(args: argparse.Namespace, mission: Mission, asked: Moments, wanted: Composition) -> int:
    """Takes what is not there yet, and prints the names of all."""

    suffix, trajectory = f".{args.format}", fly(mission)
    held = application()
    choose(args.language)
    stills = named(mission, asked.times(mission, trajectory), args.output, suffix)
    if args.contact_sheet:
        check_count(len(stills))
    needs = estimate(len(stills), wanted.canvas.pixel_count, suffix, process_count(len(stills), wanted))
    if len(stills) > MOST_UNASKED and not args.yes:
        raise UserError(f"{len(stills):,} pictures, {_told(needs)}: add --yes if that is meant, or ask for fewer")
    make_folder(args.output)
    check_places(stills, args.overwrite)
    open_ones = [still for still in stills if not is_there(still, mission, trajectory, wanted.shown)]
    check_room(args.output, needs.size * len(open_ones) / len(stills))
    progress = Progress(len(stills), "pictures", len(stills) - len(open_ones))
    try:
        shoot(mission, trajectory, wanted, open_ones, lambda _path: progress.step(), application)
        if args.contact_sheet:
            print(_write_sheet(args.output, mission, trajectory, wanted, [still.t for still in stills]))
    except KeyboardInterrupt:
        progress.stop()
        there = len(stills) - sum(not is_there(still, mission, trajectory, wanted.shown) for still in open_ones)
        print(
            f"mission-gui: {there:,} of {len(stills):,} pictures are there; the same command goes on from here",
            file=sys.stderr,
        )
        raise
    for still in stills:
        print(still.path)
    held.processEvents()
    return 0


def _told(needs: Estimate) -> str:
    seconds = duration(needs.seconds)
    return f"which take about {needs.size / 1e6:,.0f} MB and {seconds} of time"


def _write_sheet(
    folder: Path, mission: Mission, trajectory: Trajectory, wanted: Composition, times: list[float]
) -> Path:
    """The contact sheet beside the pictures."""
    size = small_size(wanted.canvas.size)
    small = replace(wanted, canvas=Canvas(wanted.canvas.size, size.width() / wanted.canvas.size.width()))
    path = folder / f"{mission.id}_contact-sheet.png"
    with Studio(mission, trajectory, small, alternatives(mission, trajectory)) as studio:
        smalls = (Small(picture.image(), picture.stamp) for picture in map(studio.at, times))
        write_for_user(path, contact_sheet(studio.look, smalls, len(times), size))
    return path
