"""Windows go from screen to screen: in a program of their own, as Qt is told of its screens when it starts."""

import os
import subprocess
import sys
from pathlib import Path

from tests.window import on_screens


def test_windows_look_right_on_screens_of_every_resolution(tmp_path: Path) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": on_screens.configuration(tmp_path / "screens.json")}
    words = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", on_screens.__file__]
    done = subprocess.run(words, env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
