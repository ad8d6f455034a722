"""Which program this is: its version, the commit it was built from, and what it runs on."""

import platform
import subprocess
from functools import cache
from pathlib import Path

from mission_gui import __version__
from mission_gui.resources import resource

COMMIT_FILE = "commit"
"""Among the resources of a built package, written by `packaging/build_hook.py`; a checkout asks git instead."""


@cache
def commit() -> str:
    """The commit the program was built from, `+` behind it where files were changed since; empty where not known."""
    try:
        return resource(COMMIT_FILE).read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return commit_of(Path(__file__).parent.parent)


def commit_of(checkout: Path) -> str:
    """What git says of a checkout; empty where it is none, or where there is no git."""
    if not (checkout / ".git").exists():
        return ""
    command = ["git", "-C", str(checkout), "describe", "--always", "--exclude=*", "--abbrev=12", "--dirty=+"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=10, check=True)
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.strip()


def qt_version() -> str:
    """The version of Qt; empty where its libraries cannot be loaded."""
    try:
        from PySide6.QtCore import qVersion
    except ImportError:
        return ""
    return qVersion()


def told() -> str:
    """One line for `--version` and for reports of faults."""
    built = f"commit {commit()}" if commit() else "commit unknown"
    qt = f"Qt {qt_version()}" if qt_version() else "no Qt"
    return f"mission-gui {__version__} ({built}), Python {platform.python_version()}, {qt}"
