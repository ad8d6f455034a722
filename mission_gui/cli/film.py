"""`mission-gui film`: the replay as a film, without a display."""

import argparse
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from mission_gui.cli.open_board import LANGUAGES, LAYOUTS, THEMES, rate
from mission_gui.cli.progress import Progress
from mission_gui.cli.shot import size
from mission_gui.domain.errors import UserError
from mission_gui.domain.moments import check_words, moment

if TYPE_CHECKING:
    from mission_gui.domain.mission import Mission
    from mission_gui.domain.trajectory import Trajectory
    from mission_gui.export.film.script import Script

HELP = "save a film of the replay, without a display"
CODECS = ("av1", "vp9", "h264", "gif")
FOLLOW = "follow"
"""Named here so that wrong words are told without Qt; a test holds them to the tables."""
MANY = 20_000
"""Frames beyond which one is asked: eleven minutes of film, and as long to make."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to film, from when to when, how fast, how large and where to."""
    parser.add_argument("mission", metavar="MISSION", help="a mission's id or a file")
    parser.add_argument("--from", dest="start", default="undocking-00:02:00", metavar="WHEN", help="the first moment")
    parser.add_argument("--to", dest="end", default="touchdown+00:02:00", metavar="WHEN", help="the last moment")
    parser.add_argument("--rate", type=rate, default=60.0, metavar="N", help="mission seconds per second (60)")
    parser.add_argument(
        "--even", action="store_true", help="keep that rate at events too, instead of slowing down to 1"
    )
    parser.add_argument("--fps", type=int, default=30, metavar="N", help="frames per second (30)")
    parser.add_argument("--size", type=size, default=(1920, 1080), metavar="WxH", help="size in pixels (1920x1080)")
    parser.add_argument("--theme", choices=THEMES, default="dark", help="colours (dark)")
    parser.add_argument("--language", choices=LANGUAGES, default="en", help="language of the film (en)")
    parser.add_argument(
        "--layout",
        choices=(FOLLOW, *LAYOUTS),
        default=FOLLOW,
        help="which panels; follow: as the phase asks for (follow)",
    )
    parser.add_argument("--no-captions", action="store_true", help="leave out the strip that names the events")
    parser.add_argument("--marking", default="", metavar="TEXT", help="words on every frame, such as SIMULATION")
    parser.add_argument("--codec", choices=CODECS, help="AV1 in .mp4 and VP9 in .webm, unless another is named")
    parser.add_argument("--yes", action="store_true", help=f"make films of more than {MANY:,} frames without asking")
    parser.add_argument(
        "-o", "--output", required=True, type=Path, metavar="FILE", help="the file: .mp4, .webm or .gif"
    )


def run(args: argparse.Namespace) -> int:
    """Writes the film, and prints its name."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from mission_gui.export.film import encoder
    from mission_gui.export.film.script import script
    from mission_gui.missionfile.kept import read_mission
    from mission_gui.missionfile.library import find_mission
    from mission_gui.session.flight import fly

    codec = encoder.check(args.output, args.size, args.codec)
    mission, now = read_mission(find_mission(args.mission)), datetime.now(UTC)
    for words in (args.start, args.end):
        check_words(mission, words, now)
    if args.rate < 0:
        raise UserError("a film runs forward: give --rate a positive number")
    flight = fly(mission)
    start, end = (moment(mission, flight, words, now) for words in (args.start, args.end))
    plot = script(mission, flight, start, end, args.rate, args.fps, not args.even)
    if plot.frames > MANY and not args.yes:
        raise UserError(
            f"this film has {plot.frames:,} frames and lasts {plot.seconds / 60:.0f} minutes: "
            "take a higher --rate, or say --yes"
        )
    _film(args, mission, flight, plot, codec)
    print(args.output)
    return 0


def _film(args: argparse.Namespace, mission: "Mission", flight: "Trajectory", plot: "Script", codec: str) -> None:
    from PySide6.QtCore import QSize

    from mission_gui.app import application
    from mission_gui.export.film.encoder import Encoder
    from mission_gui.export.film.picture import Cast, film
    from mission_gui.export.film.tags import film_label
    from mission_gui.export.stamp import Shown
    from mission_gui.language import choose
    from mission_gui.session.alternatives import alternatives
    from mission_gui.theme import THEMES as LOOKS
    from mission_gui.window.layouts import BY_PHASE

    held = application()
    choose(args.language)
    captions, look = not args.no_captions, LOOKS[args.theme]
    cast = Cast(mission, flight, alternatives(mission, flight), look, args.layout, captions, args.marking)
    layout = BY_PHASE[flight.phase_at(plot.start)] if args.layout == FOLLOW else args.layout
    shown = Shown(layout, "", args.theme, args.language, made=_made(args, codec))
    known = film_label(mission, flight, plot, shown)
    progress = Progress(plot.frames, "frames")
    try:
        with Encoder(args.output, args.size, args.fps, codec, known) as encoder:
            film(cast, plot, QSize(*args.size), encoder, progress.step)
    except KeyboardInterrupt:
        progress.stop()
        raise
    held.processEvents()


def _made(args: argparse.Namespace, codec: str) -> str:
    """The words of the command that the stamp has no place for."""
    words = (
        f"film {args.size[0]}x{args.size[1]}",
        f"rate {args.rate:g}{' even' if args.even else ''}",
        f"fps {args.fps}",
        codec,
        *(() if args.no_captions else ("captions",)),
        *((f"marking {args.marking}",) if args.marking else ()),
    )
    return ", ".join(words)
