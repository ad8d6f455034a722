"""What differs between Linux, macOS and Windows: the only place that asks which of them it runs on."""

import ctypes
import io
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from platformdirs.api import PlatformDirsABC
from platformdirs.macos import MacOS
from platformdirs.unix import Unix
from platformdirs.windows import Windows

APPLICATION = "mission-gui"


@dataclass(frozen=True, slots=True)
class System:
    """One of them.

    `folders` knows where it keeps a user's files; `display_server` tells that a window needs one, which may be
    missing; `qt_plugin` is the plug-in for windows, in PySide6's folder; `window_id` is what groups the program's
    windows in the task bar, empty where the desktop finds that out by itself.
    """

    name: str
    folders: type[PlatformDirsABC]
    qt_plugin: str
    display_server: bool = False
    window_id: str = ""

    def _folders(self) -> PlatformDirsABC:
        return self.folders(APPLICATION, appauthor=False)

    def settings_folder(self) -> Path:
        """Where the user's choices are kept."""
        return self._folders().user_config_path

    def data_folder(self) -> Path:
        """Where the user's own additions lie."""
        return self._folders().user_data_path

    def cache_folder(self) -> Path:
        """What can be made anew."""
        return self._folders().user_cache_path

    def log_folder(self) -> Path:
        """Where reports of crashes are kept."""
        return self._folders().user_log_path


LINUX = System("Linux", Unix, "Qt/plugins/platforms/libqxcb.so", display_server=True)
MACOS = System("macOS", MacOS, "Qt/plugins/platforms/libqcocoa.dylib")
WINDOWS = System("Windows", Windows, "plugins/platforms/qwindows.dll", window_id="MissionGUI.MissionGUI")

_SYSTEMS = {"darwin": MACOS, "win32": WINDOWS}


def system(platform: str = sys.platform) -> System:
    """The one of a `sys.platform`; every other Unix is like Linux."""
    return _SYSTEMS.get(platform, LINUX)


_DEBIAN = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}


def remedy(library: str, release: Path = Path("/etc/os-release")) -> str:
    """How to install the package that holds a system library, on the distribution that `release` describes."""
    family = _family(release)
    if "debian" in family and library in _DEBIAN:
        return f"install it with: sudo apt-get install {_DEBIAN[library]}"
    if "fedora" in family:
        return f"install it with: sudo dnf install '{library}()(64bit)'"
    return "install the package that has it"


def _family(release: Path) -> set[str]:
    """The distribution and those it is like."""
    try:
        lines = release.read_text(encoding="utf-8").splitlines()
    except OSError:
        return set()
    said = dict(line.split("=", 1) for line in lines if "=" in line)
    return set(f"{said.get('ID', '')} {said.get('ID_LIKE', '')}".replace('"', "").split())


def mend_streams() -> None:
    """Gives a program without a console, as on Windows, somewhere to print to, and lets no letter stop a sentence."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115  # for good
        elif isinstance(stream, io.TextIOWrapper) and "utf" not in stream.encoding.lower():
            stream.reconfigure(errors="replace")


def claim_windows(this: System | None = None, shell: Callable[[], Any] | None = None) -> None:
    """Tells the desktop, before the first window, that the windows are this program's and not Python's."""
    this = this or system()
    if this.window_id:
        (shell or _windows_shell)().SetCurrentProcessExplicitAppUserModelID(this.window_id)


def _windows_shell() -> Any:
    return ctypes.windll.shell32  # type: ignore[attr-defined]  # only there is it


def frozen() -> bool:
    """Whether this is the program with its own Python inside, as PyInstaller makes it."""
    return bool(getattr(sys, "frozen", False))


def how_to_add(extra: str) -> str:
    """The remedy where the packages of an extra are missing."""
    if frozen():
        return f"install the wheel with [{extra}] instead: README.md tells how"
    return f"pip install 'mission-gui[{extra}]'"
