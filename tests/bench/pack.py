"""How long a briefing of twelve slides takes, as a command from nothing but a kept flight, beside a bare Qt grab."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.measure import ROOT, Measure, alternately, call
from tests.bench.opening import BARE_SHOT, KEEP_THE_FLIGHT, own_folders

SLIDES = (
    "title", "way_home", "undocking", "flyaround_start", "ignition", "module_separation", "entry_interface",
    "peak_load", "parachutes", "touchdown", "crew", "landing_zone",
)  # fmt: skip
_ROUNDS = 3


def pack() -> Measure:
    """A pack of twelve slides as PPTX, the slowest of the formats to write."""
    with tempfile.TemporaryDirectory() as folder:
        environment = own_folders(os.environ, folder) | {"QT_QPA_PLATFORM": "offscreen"}
        out, bare = Path(folder) / "pack.pptx", Path(folder) / "bare.png"
        subprocess.run([sys.executable, *KEEP_THE_FLIGHT], env=environment, check=True, cwd=ROOT, capture_output=True)
        words = [sys.executable, "-m", "mission_gui", "brief", "soyuz-ms-19", "--slides", ",".join(SLIDES)]

        def ours() -> None:
            subprocess.run([*words, "-o", str(out)], env=environment, check=True, cwd=ROOT, capture_output=True)

        ours()  # keeps the alternatives too
        value, beside = alternately(ours, lambda: call([sys.executable, "-c", BARE_SHOT, str(bare)]), _ROUNDS)
    return Measure(value, "s", f"bare Qt window grabbed and saved, {beside:.3g} s", value / beside)
