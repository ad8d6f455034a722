"""`mission-gui compare`: two or more returns side by side."""

import argparse
import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from mission_gui.cli.display import require_display
from mission_gui.cli.open_board import LANGUAGES, THEMES
from mission_gui.cli.shot import scale, size
from mission_gui.domain.channels import CHANNELS, WRAPPED, Channel
from mission_gui.domain.errors import UserError
from mission_gui.domain.trajectory import Floats
from mission_gui.files import check_writable, write_for_user

if TYPE_CHECKING:
    from mission_gui.physics.comparison import Comparison
    from mission_gui.physics.comparison_figures import Cell, Row

HELP = "compare two or more missions: charts, ground tracks, and a table of differences"
CSV = ".csv"
PICTURES = (".png", ".svg", ".pdf")
"""Named here so that wrong words are told without Qt; a test holds them to the table."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to compare, on which event, and where to."""
    parser.add_argument(
        "missions", nargs="+", metavar="MISSION", help="missions' ids or files; the first is measured by"
    )
    parser.add_argument(
        "--align",
        metavar="EVENT",
        help="the event at T = 0: undocking, ignition, entry, touchdown (touchdown; of the window as last time)",
    )
    told = parser.add_mutually_exclusive_group()
    told.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="save a picture, .png, .svg or .pdf, or every channel as .csv"
    )
    told.add_argument("--table", action="store_true", help="print the table of differences")
    told.add_argument("--json", action="store_true", help="print the table as JSON, every figure with its source")
    parser.add_argument("--step", type=float, default=10.0, metavar="SECONDS", help="between the rows of a .csv (10)")
    parser.add_argument("--size", type=size, default=(1920, 1080), metavar="WxH", help="of a picture (1920x1080)")
    parser.add_argument("--scale", type=scale, default=1.0, metavar="N", help="pixels per point of a picture (1)")
    parser.add_argument("--caption-file", type=Path, metavar="FILE", help="write the picture in words, too")
    parser.add_argument("--theme", choices=THEMES, help="colours (dark; of the window as last time)")
    parser.add_argument("--language", choices=LANGUAGES, help="language (en; of the window as last time)")


def run(args: argparse.Namespace) -> int:
    """Compares; what is wrong is told before anything is flown."""
    from mission_gui.missionfile import find_mission, read_mission
    from mission_gui.physics.comparison import alignment, check_missions, compare
    from mission_gui.session.flight import fly

    align = alignment(args.align or "touchdown")
    _check_output(args.output, args.caption_file)
    if not args.step > 0 or not np.isfinite(args.step):
        raise UserError(f"--step {args.step:g}: give a number of seconds above zero, such as 10")
    missions = [read_mission(find_mission(name)) for name in args.missions]
    check_missions(missions)
    if not (args.output or args.table or args.json):
        # A file by its path, any other mission by its id, however it was written.
        return _open(
            args, tuple(n if Path(n).is_file() else m.id for n, m in zip(args.missions, missions, strict=True))
        )
    comparison = compare([(mission, fly(mission)) for mission in missions], align)
    if args.output is not None:
        _write(comparison, args)
        print(args.output)
    else:
        print(json.dumps(as_object(comparison), indent=2, ensure_ascii=False) if args.json else table(comparison))
    return 0


def _open(args: argparse.Namespace, names: tuple[str, ...]) -> int:
    """The window; its flights are computed while it shows how far they are."""
    require_display("Without a display: mission-gui compare ... --table, or -o FILE.png")
    from mission_gui.app.comparing import run_comparison
    from mission_gui.physics.comparison import alignment

    align = alignment(args.align) if args.align else None
    return run_comparison(names, align, {"theme": args.theme, "language": args.language})


def _check_output(path: Path | None, words: Path | None) -> None:
    """A wrong name, or a place that cannot be written to, is told before anything is flown."""
    drawn = path is not None and path.suffix.lower() in PICTURES
    if path is not None and not drawn and path.suffix.lower() != CSV:
        raise UserError(f"{path}: the name ends in {', '.join(PICTURES)} for a picture, or in {CSV} for the channels")
    if words is not None and not drawn:
        raise UserError("--caption-file is for a picture: give its name with -o, as in -o two.png")
    for place in filter(None, (path, words)):
        check_writable(place)


def _write(comparison: "Comparison", args: argparse.Namespace) -> None:
    if args.output.suffix.lower() == CSV:
        write_for_user(args.output, "".join(courses(comparison, args.step)).encode())
        return
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QSize

    from mission_gui.app import application
    from mission_gui.export.canvas import Canvas
    from mission_gui.export.comparison import comparison_picture
    from mission_gui.export.comparison_label import comparison_captions
    from mission_gui.export.formats import save
    from mission_gui.language import choose

    held = application()
    choose(args.language or "en")
    with comparison_picture(comparison, Canvas(QSize(*args.size), args.scale), args.theme or "dark") as picture:
        save(picture, args.output)
    if args.caption_file:
        write_for_user(args.caption_file, comparison_captions(comparison).encode())
    held.processEvents()


def courses(comparison: "Comparison", step: float) -> Iterator[str]:
    """The lines of a .csv: T from the first sample of any flight to its last touchdown, and every channel of each."""
    numbers = range(len(comparison.flights))
    times = [comparison.course(i, "altitude")[0] for i in numbers]
    grid = np.arange(np.ceil(min(t[0] for t in times) / step), max(t[-1] for t in times) / step + 1e-9) * step
    ids = [flown.mission.id for flown in comparison.flights]
    columns = [(i, channel) for i in numbers for channel in CHANNELS.values()]
    yield ",".join((f"seconds_from_{comparison.align}", *(f"{ids[i]}_{c.column}" for i, c in columns))) + "\n"
    values = [_shown(channel, comparison.on_grid(i, channel.id, grid)) for i, channel in columns]
    for n, t in enumerate(grid.tolist()):
        yield ",".join((f"{t:g}", *("" if np.isnan(v[n]) else f"{v[n]:.6g}" for v in values))) + "\n"


def _shown(channel: Channel, values: Floats) -> Floats:
    """In the unit of the column; a longitude from -180 to 180."""
    shown = values * channel.factor
    return (shown + 180.0) % 360.0 - 180.0 if channel.id in WRAPPED else shown


def table(comparison: "Comparison") -> str:
    """The table for people: a value of each mission with how it is known, and its difference from the first."""
    from mission_gui.panels.comparison_words import names, row_name
    from mission_gui.physics.comparison_figures import GROUP_NAMES

    shorts = names(comparison)
    heads = ["", shorts[0], *(head for short in shorts[1:] for head in (short, "difference"))]
    lines: list[list[str]] = [heads]
    group = None
    for row in comparison.rows:
        if row.group is not group:
            group = row.group
            lines.append([GROUP_NAMES[group].en.upper()])
        lines.append([row_name(row), *_cells(row)])
    lines = [[_plain(cell) for cell in line] for line in lines]
    widths = [max(len(line[i]) for line in lines if len(line) > i) for i in range(len(heads))]
    rows = ("  ".join(c.ljust(w) for c, w in zip(line, widths, strict=False)).rstrip() for line in lines)
    foot = f"T is counted from {comparison.event_name.en.lower()}. Reconstructed, not telemetry. {_LEGEND}"
    return "\n".join((*rows, "", foot))


_LEGEND = "[p] published, [m] modelled or assumed; --json has every source."


def _cells(row: "Row") -> list[str]:
    from mission_gui.panels.comparison_words import difference

    found = [_told(row, row.cells[0])]
    for i, cell in enumerate(row.cells[1:], 1):
        found += [_told(row, cell), difference(row, i)]
    return found


def _told(row: "Row", cell: "Cell | None") -> str:
    from mission_gui.panels.comparison_words import value

    return value(row.measure, cell) + (f" [{cell.basis.value[:1]}]" if cell is not None else "")


def _plain(text: str) -> str:
    """As files have it: a plain minus, no thin spaces."""
    from mission_gui.panels.wording import MINUS, THIN

    return text.replace(MINUS, "-").replace(THIN, " ")


def as_object(comparison: "Comparison") -> dict[str, Any]:
    """The comparison for machines: values in the unit of their row, times in seconds."""
    return {
        "missions": [flown.mission.id for flown in comparison.flights],
        "align": comparison.align,
        "note": "reconstructed from published facts and a flight model, not telemetry",
        "rows": [_row(row) for row in comparison.rows],
    }


def _row(row: "Row") -> dict[str, Any]:
    from mission_gui.physics.comparison_figures import Form

    timed = row.measure.form in (Form.MOMENT, Form.SPAN)
    return {
        "id": row.id,
        "group": row.group.value,
        "name": row.name.en,
        "said": row.said.value or None,
        "unit": "s" if timed else row.measure.unit or None,
        "values": [None if cell is None else _cell(row, cell) for cell in row.cells],
        "differences": _scaled(row.differences, row.difference.factor),
        "difference_unit": "s" if timed else row.difference.unit or None,
    }


def _cell(row: "Row", cell: "Cell") -> dict[str, Any]:
    from mission_gui.physics.comparison_figures import Form

    words = row.measure.form is Form.WORDS
    return {
        "value": cell.words.en if words else _scaled([cell.value], row.measure.factor)[0],
        "within": None if words else _scaled([cell.within], row.measure.factor)[0],
        "basis": cell.basis.value,
        "kind": cell.kind.value if cell.kind else None,
        "source": cell.source.en,
        "note": cell.note.en or None,
    }


def _scaled(values: Sequence[float | None], factor: float) -> list[float | None]:
    return [None if value is None else round(value * factor, 4) for value in values]
