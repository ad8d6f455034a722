"""How long the list of a large library takes, with its index and without."""

import os
import subprocess
import sys
import tempfile
from itertools import cycle, islice
from pathlib import Path
from statistics import median

from mission_gui.missionfile import mission_paths
from tests.bench.measure import ROOT, ROUNDS, Measure, seconds
from tests.bench.opening import own_folders

MISSIONS = 2000


def listed() -> Measure:
    """`mission-gui list` of two thousand missions of one's own in a new process, beside the first time, which reads
    every file."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**own_folders(os.environ, folder), "MISSION_GUI_MISSIONS": str(_filled(Path(folder)))}

        def listing() -> None:
            command = [sys.executable, "-m", "mission_gui", "list", "--own", "--json"]
            subprocess.run(command, env=environment, check=True, capture_output=True, cwd=ROOT)

        first = seconds(listing)
        value = median(seconds(listing) for _ in range(ROUNDS))
    return Measure(value, "s", f"reading every file, {first:.3g} s", value / first)


def _filled(folder: Path) -> Path:
    """A folder of missions like the built-in ones, each with an id of its own."""
    missions = folder / "missions"
    missions.mkdir()
    for number, (name, path) in enumerate(islice(cycle(mission_paths().items()), MISSIONS)):
        text = path.read_text(encoding="utf-8").replace(f'id = "{name}"', f'id = "own-{number}"', 1)
        (missions / f"own-{number}.toml").write_text(text, encoding="utf-8")
    return missions
