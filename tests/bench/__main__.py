"""Runs every measure, prints the table, and writes build/bench.json and docs/benchmarks.md."""

import json
import os
import platform
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.bench import dispersion, film, flight, library, opening, pack, shots, soak
from tests.bench.board import BOARD
from tests.bench.free_flight import FREE_FLIGHTS
from tests.bench.measure import ROOT, Measure
from tests.bench.peer import PEERS

MEASURES: dict[str, Callable[[], Measure]] = {
    "integration": flight.integration,
    "solve": flight.solve,
    "what_if": flight.changed,
    **FREE_FLIGHTS,
    "disperse_10000": dispersion.shared,
    "disperse_linear": dispersion.linear,
    "disperse_memory": dispersion.memory,
    "first_frame": opening.first_frame,
    "first_whole": opening.first_whole,
    "shot": opening.shot,
    "shot_series": shots.series,
    "list_2000": library.listed,
    "pack": pack.pack,
    "film_fps": film.frames_per_second,
    **BOARD,
    "soak_growth": soak.growth,
    **PEERS,
}

INTRODUCTION = """# Benchmarks

Written by `make bench`; medians unless the name says otherwise. Times depend on the machine and on what else it does;
the ratio to the plain thing beside each is what to compare.

"""

NOTES = """
- `integration`, `solve`, `what_if`: MS-19 from before undocking to after landing, with every channel; the fit from
  nothing; and a flight with something changed, as a dial on the board asks for it.
- `free_flight`: undocking to ignition, 11,580 s, J2 to J4 without air, with the dense solution that the program keeps.
  brahe comes with what the tests need. heyoka does not: `.venv/bin/pip install heyoka` fills its row.
- `disperse`: guided entries of MS-19, 10,000 of them in two worker processes; in one process beside 1,000; and the most
  memory that the command takes, which does not grow with the samples.
- `first_frame`: a new process to the first frame painted, of a flight that was kept, on a screen of 1920x1080 in
  memory. The charts come with the frame after it, `first_whole`, for pyqtgraph is imported in between.
- `shot`: one picture of the board at 1920x1080 by the command, of a flight that was kept. `shot_series`: each of many,
  in one process; a series runs in as many as there are cores.
- `list_2000`: the list of two thousand missions of one's own from its index, beside making that index.
- `seek`, `frame`: from an instant to its picture, 95th percentile of 300; without more words in the layout Orbit.
  `frame` plays what a layout is made for: ignition to landing, undocking and flyaround (proximity), separation to
  landing (descent), the hour after the landing (recovery). Frames are 5 to 12 s of mission time apart: that is 300
  times real time and more, where more changes from frame to frame than at the usual 30 times.
  `frame_p95_long`: the same of a mission that lasts 13 days instead of 33 hours. All of it happens in one thread;
  these rows and the next are its processor time, which other programs do not lengthen. Garbage is collected as in the
  program, between frames. Each of these rows has a process of its own.
- `resize_worst`, `layout_worst`, `zoom_worst`: the longest single frame while a corner of the window is dragged by 640
  pixels and back; while the layout changes as the phases ask for it; and while the wheel is turned over map, charts,
  timeline, proximity and landing zone to the closest view and back. What is made only once counts too. Where the bare
  copy beside takes tens of milliseconds, it is the machine that is slow to hand out memory for the first time.
- `pack`: a briefing of twelve slides of MS-19 as PPTX, the whole command, of a flight that was kept.
- `film_fps`: drawn and encoded as AV1 at 1920x1080, 8 s of film from ignition on, board, captions and fades and all.
- `soak_growth`: the whole program in one process replaying the mission in a loop in the smallest window, each frame
  painted as soon as the last one is; resident memory at the end beside that after two passes. `make soak` plays a
  million frames, eight hours at 30 times real time, and fails where memory grows by more than 50 MB.
- `gpredict`: of Debian, with its six satellites, map, polar view and list; each program alone on a virtual screen of
  1920x1080. `window`: from before the process to its first pixels; `start`: until 95 % of the pixels are those that
  stay. `memory`: resident after 20 s, of who has seen the mission before; `memory_first`: of who has not, so that
  flight and scatter are computed in the same process; `cpu`: seconds of processor time in the next 20 s, with those of
  the X server, at one update a second; `cpu_playing`: ours as it plays at real time, twenty frames a second, gpredict
  still at one.
  `apt-get install gpredict xvfb` fills these rows.
"""


def main() -> None:
    """All measures in order."""
    results = []
    for name, measure in MEASURES.items():
        results.append((name, measure()))
        print(row(name, results[-1][1]), flush=True)
    build = ROOT / "build"
    build.mkdir(exist_ok=True)
    listed = [{"name": name, **result.as_object()} for name, result in results]
    (build / "bench.json").write_text(json.dumps(listed, indent=2) + "\n", encoding="utf-8")
    (ROOT / "docs" / "benchmarks.md").write_text(INTRODUCTION + table(results) + NOTES, encoding="utf-8")


def row(name: str, result: Measure) -> str:
    """One line of the table."""
    ratio = "" if result.ratio is None else f"{result.ratio:.2f}"
    value = "" if result.value is None else f"{result.value:.4g} {result.unit}"
    return f"| {name} | {value} | {result.beside} | {ratio} |"


def table(results: list[tuple[str, Measure]]) -> str:
    """The table as Markdown."""
    head = ["| measure | value | beside | ratio |", "|---|---|---|---|"]
    machine = f"\nPython {platform.python_version()}, {os.cpu_count()} cores, Qt without a GPU.\n"
    return "\n".join([*head, *(row(*result) for result in results)]) + "\n" + machine


if __name__ == "__main__":
    main()
