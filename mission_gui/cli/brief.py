"""`mission-gui brief`: a briefing pack, slides with pictures, figures and sources, in one file."""

import argparse
import os
import sys
from pathlib import Path

from mission_gui.cli.open_board import LANGUAGES, THEMES
from mission_gui.cli.progress import Progress

HELP = "make a briefing: slides as PDF, PPTX or HTML"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to tell, how, and where to."""
    parser.add_argument("mission", metavar="MISSION", help="a mission's id or a file")
    parser.add_argument(
        "-o", "--output", required=True, type=Path, metavar="FILE", help="the file, ending in .pdf, .pptx or .html"
    )
    parser.add_argument("--template", default="default", metavar="FILE", help="which slides, in what look (default)")
    parser.add_argument("--language", choices=LANGUAGES, default="en", help="language of the slides (en)")
    parser.add_argument("--theme", choices=THEMES, default="", help="colours (the template's, light as a rule)")
    parser.add_argument(
        "--slides",
        type=words,
        default=(),
        metavar="LIST",
        help="only these, in this order: title, way_home, events, descent, crew, landing_zone, plan, model, sources, "
        "or an event such as ignition, separated by commas",
    )
    parser.add_argument("--marking", default="", metavar="TEXT", help="stands at the head and foot of every slide")
    parser.add_argument(
        "--print-template", action=_Print, nargs=0, help="print the usual template, to make one's own of"
    )
    parser.add_argument("--progress", action="store_true", help="print every step on a line of its own")


def words(text: str) -> tuple[str, ...]:
    """`title,ignition,crew`."""
    found = tuple(word.strip() for word in text.split(",") if word.strip())
    if not found:
        raise argparse.ArgumentTypeError(f"{text!r} names no slide; write title,ignition,crew, for one")
    return found


def run(args: argparse.Namespace) -> int:
    """Writes the file, and prints its name."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from mission_gui.export.brief.build import check_slides, deck
    from mission_gui.export.brief.formats import format_of
    from mission_gui.export.brief.template import read_template
    from mission_gui.missionfile import find_mission, read_mission

    format = format_of(args.output)
    template = read_template(args.template)
    template.look(args.theme)
    mission = read_mission(find_mission(args.mission))
    check_slides(mission, template, args.slides)

    from mission_gui.app import application
    from mission_gui.export.brief.pictures import Studio
    from mission_gui.files import write_for_user
    from mission_gui.language import choose
    from mission_gui.session.alternatives import alternatives
    from mission_gui.session.flight import fly

    tell = Teller(args.progress)
    held = application()
    choose(args.language)
    trajectory = fly(mission)
    others = alternatives(mission, trajectory)
    studio = Studio(mission, trajectory, others, template.look(args.theme).theme)
    made = deck(mission, trajectory, others, template, studio.words, args.theme, args.slides, args.marking)
    tell.begin(len(made.wishes) + 1)
    pictures = studio.draw_all(made.wishes, tell.done)
    write_for_user(args.output, format.content(made, pictures))
    tell.end()
    held.processEvents()
    print(args.output)
    return 0


class _Print(argparse.Action):
    """Needs neither mission nor file."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from mission_gui.resources import resource

        print(resource("briefs/default.toml").read_text(encoding="utf-8"), end="")
        parser.exit()


class Teller:
    """Says how far it is: with `lines` as `3/12`, each on a line, else as a bar where a person watches."""

    def __init__(self, lines: bool) -> None:
        self._lines, self._all = lines, 0
        self._bar: Progress | None = None

    def begin(self, steps: int) -> None:
        """There will be so many steps."""
        self._all = steps
        if self._lines:
            self.done(0)
        else:
            self._bar = Progress(steps, "steps")

    def done(self, steps: int) -> None:
        """So many are done."""
        if self._lines:
            print(f"{steps}/{self._all}", file=sys.stderr, flush=True)
        elif self._bar is not None:
            self._bar.step()

    def end(self) -> None:
        """All is done."""
        self.done(self._all)
