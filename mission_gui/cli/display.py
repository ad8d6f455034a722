"""Whether a window can be opened here, found out before Qt would abort over it."""

import ctypes
import os
import re
from pathlib import Path

from mission_gui.domain.errors import UserError
from mission_gui.system import remedy, system

INSTEAD = "For pictures without a display: mission-gui shot MISSION --at events -o FOLDER"


class NoDisplayError(UserError):
    """No window can be opened here."""


def require_display(instead: str = INSTEAD) -> None:
    """NoDisplayError where no window can be opened, saying what is missing, and what can be done `instead`."""
    if not system().display_server or os.environ.get("QT_QPA_PLATFORM"):
        return
    display, wayland = os.environ.get("DISPLAY"), os.environ.get("WAYLAND_DISPLAY")
    if not display and not wayland:
        raise NoDisplayError(f"there is no display here: neither DISPLAY nor WAYLAND_DISPLAY is set.\n{instead}")
    if wayland:
        return
    missing = missing_library()
    if missing:
        told = f"a window needs the system library {missing}, which is missing here; {remedy(missing)}"
        raise NoDisplayError(f"{told}\n{instead}")
    if not answers():
        raise NoDisplayError(f"the display DISPLAY={display} does not answer.\n{instead}")


def missing_library() -> str:
    """The library that Qt's plug-in for windows lacks on this system; empty where it has all."""
    import PySide6

    plugin = Path(PySide6.__path__[0]) / system().qt_plugin
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        return lacking(str(error))
    return ""


def lacking(message: str) -> str:
    """The name of the library in the loader's complaint; empty where it complains of something else."""
    found = re.match(r"(lib[^:/\s]+\.so[.\d]*): cannot open shared object", message)
    return found[1] if found else ""


def answers() -> bool:
    """Whether an X server answers at DISPLAY; True where that cannot be found out."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not failed
