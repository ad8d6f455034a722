"""Reports of crashes: one file a run, which is there afterwards only if something went wrong.

The file is opened before anything can go wrong, because a program that dies of a signal can only write into what is
open already. The next start finds it, gives it a lasting name, and says where it is.
"""

import faulthandler
import logging
import os
import time
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from mission_gui.system import system
from mission_gui.version import told

log = logging.getLogger(__name__)

MOST_KEPT = 10
_UNFINISHED_DAYS = 7  # an empty file of a run that was killed, or that still goes on


def folder() -> Path:
    """Where the reports are kept."""
    return system().log_folder()


def reports() -> list[Path]:
    """The reports of earlier runs, the newest first."""
    return sorted(folder().glob("crash-*.log"), reverse=True)


class CrashLog:
    """The report of this run; where its folder cannot be written there is none, and the program goes on."""

    def __init__(self) -> None:
        self.path: Path | None = None
        self._file: TextIO | None = None
        name = f"{time.strftime('%Y-%m-%dT%H%M%SZ', time.gmtime())}-{os.getpid()}.log"
        try:
            folder().mkdir(parents=True, exist_ok=True)
            self.path = folder() / f"run-{name}"
            self._file = self.path.open("a", encoding="utf-8")
        except OSError as error:
            log.warning("a crash will leave no report: %s", error)
            self.path = None
            return
        self._enabled_before = faulthandler.is_enabled()
        faulthandler.enable(self._file)

    def note(self, text: str) -> None:
        """Adds what went wrong in Python, where the program goes on."""
        if self._file is None:
            return
        with suppress(OSError):  # a full disk must not turn one fault into two
            self._file.write(f"{time.strftime('%Y-%m-%d %H:%M:%S UTC', time.gmtime())}  {told()}\n{text}\n")
            self._file.flush()

    def close(self) -> Path | None:
        """At the end of a run in order; gives the report where there is one."""
        if self._file is None or self.path is None:
            return None
        if self._enabled_before:
            faulthandler.enable()
        else:
            faulthandler.disable()
        with suppress(OSError):  # what could not be written for want of room is tried again here
            self._file.close()
        self._file = None
        return _settle(self.path)


def found() -> list[Path]:
    """Reports left by runs that did not end in order, once: from then on they are among `reports`."""
    settled = [_settle(path) for path in sorted(folder().glob("run-*.log"))]
    for path in reports()[MOST_KEPT:]:
        path.unlink(missing_ok=True)
    return [path for path in settled if path is not None]


def _settle(path: Path) -> Path | None:
    """Keeps a report under its lasting name; takes an empty one away. What another run holds open may refuse both."""
    with suppress(OSError):
        state = path.stat()
        if state.st_size:
            return path.rename(path.with_name(path.name.replace("run-", "crash-", 1)))
        if _own(path) or time.time() - state.st_mtime > _UNFINISHED_DAYS * 86400:
            path.unlink()
    return None


def _own(path: Path) -> bool:
    return path.stem.endswith(f"-{os.getpid()}")
