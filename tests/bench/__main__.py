"""Runs every measure, prints the table, and writes build/bench.json and docs/benchmarks.md."""

import json
import os
import platform
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.bench.measures import MEASURES, Measure

ROOT = Path(__file__).resolve().parents[2]

INTRODUCTION = """# Benchmarks

Written by `make bench`; medians unless the name says otherwise. Times depend on the machine and on what else it does;
the ratio to the plain thing beside each is what to compare.

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
    (ROOT / "docs" / "benchmarks.md").write_text(INTRODUCTION + table(results), encoding="utf-8")


def row(name: str, result: Measure) -> str:
    """One line of the table."""
    return f"| {name} | {result.value:.4g} {result.unit} | {result.beside} | {result.ratio:.2f} |"


def table(results: list[tuple[str, Measure]]) -> str:
    """The table as Markdown."""
    head = ["| measure | value | beside | ratio |", "|---|---|---|---|"]
    machine = f"\nPython {platform.python_version()}, {os.cpu_count()} cores, Qt without a GPU.\n"
    return "\n".join([*head, *(row(*result) for result in results)]) + "\n" + machine


if __name__ == "__main__":
    main()
