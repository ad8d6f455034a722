"""Runs every measure, prints the table, and writes build/bench.json and docs/benchmarks.md."""

import json
import os
import platform
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.bench import board, dispersion, flight
from tests.bench.free_flight import FREE_FLIGHTS
from tests.bench.measure import ROOT, Measure

MEASURES: dict[str, Callable[[], Measure]] = {
    "integration": flight.integration,
    "solve": flight.solve,
    "what_if": flight.changed,
    **FREE_FLIGHTS,
    "disperse_10000": dispersion.shared,
    "disperse_linear": dispersion.linear,
    "disperse_memory": dispersion.memory,
    "first_frame": board.first_frame,
    "seek_p95_1080p": board.seek_p95,
    "frame_p95_1080p": board.frame_p95,
    "shot": board.shot,
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
    return f"| {name} | {result.value:.4g} {result.unit} | {result.beside} | {ratio} |"


def table(results: list[tuple[str, Measure]]) -> str:
    """The table as Markdown."""
    head = ["| measure | value | beside | ratio |", "|---|---|---|---|"]
    machine = f"\nPython {platform.python_version()}, {os.cpu_count()} cores, Qt without a GPU.\n"
    return "\n".join([*head, *(row(*result) for result in results)]) + "\n" + machine


if __name__ == "__main__":
    main()
