"""Two programs at once: neither spoils what the other keeps, and neither ever takes half a file for a whole one."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mission_gui.catalogue import index, read_catalogue
from mission_gui.missionfile import mission_paths
from mission_gui.missionfile.library import own_folder
from mission_gui.session import cache
from tests import canned

ROUNDS = 60

FLIGHTS = f"""
import sys
from dataclasses import replace
import numpy as np
from mission_gui.session import cache
from tests import canned
cache.MOST_BYTES = 2_500_000  # two flights, so that each makes room among the files of the other
mission, flight = canned.mission(), canned.trajectory()
missions = [replace(mission, digest=name) for name in ("shared", f"{{sys.argv[1]}} alone", "shared")]
found = 0
for n in range({ROUNDS}):
    one = missions[n % len(missions)]
    cache.keep(one, flight)
    again = cache.recall(one)
    if again is not None:
        found += 1
        assert np.array_equal(again.position, flight.position)
print(found)
"""

LISTS = """
import sys
from pathlib import Path
from mission_gui.catalogue import index, read_catalogue, reading
empty = Path(sys.argv[2])
reading.resource = lambda name: empty
for n in range(12):
    listed = {entry.id for entry in read_catalogue() if not entry.fault}
    assert "mine" in listed, listed
    text = (Path(sys.argv[1]) / "mine.toml").read_text("utf-8")
    own = Path(sys.argv[1]) / f"{sys.argv[3]}.toml"
    own.write_text(text.replace('id = "mine"', f'id = "{sys.argv[3]}-{n}"', 1), "utf-8")
    assert f"{sys.argv[3]}-{n}" in {entry.id for entry in read_catalogue()}
"""


def at_once(code: str, *words: tuple[str, ...]) -> list[str]:
    """What processes that run side by side print; all of them must end well."""
    # What is found damaged is only worth a remark in the log, as it is made anew.
    command = [sys.executable, "-W", "error", "-c", f"import logging; logging.basicConfig(level='INFO')\n{code}"]
    running = [
        subprocess.Popen([*command, *one], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for one in words
    ]
    told = [process.communicate(timeout=60) for process in running]
    for process, (_, error) in zip(running, told, strict=True):
        assert process.returncode == 0, error
        assert error == "", "nothing was found damaged, nothing could not be kept"
    return [out for out, _ in told]


def test_two_programs_share_the_cache_of_flights() -> None:
    found = [int(out) for out in at_once(FLIGHTS, ("a",), ("b",))]
    assert min(found) > ROUNDS / 4, "what was kept is found, but where the other just made room"
    cache.keep(canned.mission(), canned.trajectory())
    assert cache.recall(canned.mission()) is not None
    assert [path for path in cache.folder().iterdir() if path.suffix != ".npz"] == []


def test_two_programs_share_the_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own_folder().mkdir(parents=True)
    text = mission_paths()["soyuz-tma-11"].read_text(encoding="utf-8")
    mine = own_folder() / "mine.toml"
    mine.write_text(text.replace('id = "soyuz-tma-11"', 'id = "mine"', 1), encoding="utf-8")
    os.utime(mine, (time.time() - 60, time.time() - 60))
    at_once(LISTS, *((str(own_folder()), str(tmp_path), name) for name in ("a", "b")))
    monkeypatch.setattr("mission_gui.catalogue.reading.resource", lambda _name: tmp_path)
    assert {entry.id for entry in read_catalogue()} == {"mine", "a-11", "b-11"}
    (kept,) = index.folder().iterdir()
    assert set(index.recall(own_folder())) == {str(path) for path in own_folder().iterdir()}
    assert kept == index.place(own_folder())
