"""The board beside gpredict, each alone on a virtual screen: start, memory, and processor time once a second.

Debian's `gpredict` and `xvfb` are needed.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from statistics import median

from tests.bench.display import SCREEN, Load, Start, load, start, use
from tests.bench.measure import ROOT, Measure
from tests.bench.opening import TOUR_DONE, own_folders

PEER = "gpredict"
ROUNDS = 5

LARGE = """[GLOBAL]
WINDOW_WIDTH=1920
WINDOW_HEIGHT=1080
"""
"""gpredict's own words for a window as large as the screen."""

PEER_ONCE_A_SECOND = """[MODULES]
DATA_TIMEOUT=1000
LIST_REFRESH=1
MAP_REFRESH=1
POLAR_REFRESH=1
SINGLE_SAT_REFRESH=1
"""
"""And for one update of each view a second; left to itself it makes three of some."""

ONCE_A_SECOND = """
from mission_gui.cli.main import main
from mission_gui.session import worker
worker.TICK_MS = 1000
main(["soyuz-ms-19", "--rate", "1"])
"""

OURS = (sys.executable, "-m", "mission_gui", "soyuz-ms-19", "--rate", "1")
OURS_ONCE_A_SECOND = (sys.executable, "-c", ONCE_A_SECOND)


@contextmanager
def user(settings: str, used: bool = True) -> Iterator[str]:
    """The home of someone who has `used` both programs before, or never ours, with settings for gpredict."""
    with tempfile.TemporaryDirectory() as home:
        place = Path(home) / "config" / "Gpredict" / "gpredict.cfg"
        place.parent.mkdir(parents=True)
        place.write_text(settings, encoding="utf-8")
        subprocess.run([sys.executable, "-c", TOUR_DONE], env=own_folders(os.environ, home), check=True, cwd=ROOT)
        for name, command in programs().items():
            if used or name == "peer":
                use(command, home)
        yield home


def programs() -> dict[str, tuple[str, ...]]:
    """What can be started here."""
    return {"ours": OURS} | ({"peer": (PEER,)} if shutil.which(PEER) else {})


@cache
def starts() -> dict[str, Start]:
    """The programs started in turn, so that both meet the same weather: medians."""
    with user(LARGE) as home:
        rounds = [{name: start(command, home) for name, command in programs().items()} for _ in range(ROUNDS)]
    return {
        name: Start(median(each[name].window for each in rounds), median(each[name].picture for each in rounds))
        for name in programs()
    }


@cache
def loads() -> dict[str, Load]:
    """The programs at work, the peer with one update a second, ours also so."""
    with user(LARGE + PEER_ONCE_A_SECOND, used=False) as home:
        first = {"ours, first": load(OURS, home)}
        again = programs() | {"ours, once a second": OURS_ONCE_A_SECOND}
        return first | {name: load(run, home) for name, run in again.items()}


def beside(unit: str, figures: Callable[[], dict[str, float]], ours: str = "ours") -> Measure:
    """Our figure beside gpredict's; without figures where that or the virtual screen is not installed."""
    if shutil.which(SCREEN) is None:
        return Measure(None, unit, f"{SCREEN}: not installed", None)
    found = figures()
    if "peer" not in found:
        return Measure(found[ours], unit, f"{PEER}: not installed", None)
    return Measure(found[ours], unit, f"{PEER}, {found['peer']:.3g} {unit}", found[ours] / found["peer"])


def windows() -> dict[str, float]:
    """Seconds to the window."""
    return {name: found.window for name, found in starts().items()}


def pictures() -> dict[str, float]:
    """Seconds to its picture."""
    return {name: found.picture for name, found in starts().items()}


def memory() -> dict[str, float]:
    """MB after a while."""
    return {name: found.memory for name, found in loads().items()}


def work() -> dict[str, float]:
    """Seconds of processor time in a while."""
    return {name: found.work for name, found in loads().items()}


PEERS: dict[str, Callable[[], Measure]] = {
    "window_gpredict": partial(beside, "s", windows),
    "start_gpredict": partial(beside, "s", pictures),
    "memory_gpredict": partial(beside, "MB", memory),
    "memory_first_gpredict": partial(beside, "MB", memory, "ours, first"),
    "cpu_gpredict": partial(beside, "s", work, "ours, once a second"),
    "cpu_playing_gpredict": partial(beside, "s", work),
}
