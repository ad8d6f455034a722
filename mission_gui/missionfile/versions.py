"""The version of the mission format, and what is said of files in another one.

1. Several forms bore this number while the format grew: flyarounds were told by pushes `toward_centre`, a `null` burn
   had a `delta_v` beside it that meant nothing, a port without a known place had no axis, and `ballistic_below` was a
   bare number of metres.
2. One form: flyarounds are told by `arc`, a burn is told in one way, an unknown port has a `port_axis`, every figure
   has its unit.
"""

from pathlib import Path

from mission_gui.missionfile.document import Document

FORMAT = 2
"""The mission format that this program reads and writes."""

RETIRED = {"toward_centre": "format 2 tells a flyaround by arc = { angle, seconds, legs } in one burn; write that"}
"""Keys of older formats, and what stands in their place."""


def refuse_other_formats(document: Document) -> None:
    """MissionFileError where the file is of another format than this program's: nothing else can be said of it then."""
    written = document.tables.get("format")
    if isinstance(written, int) and not isinstance(written, bool) and written != FORMAT and written > 0:
        fault = _too_new(written) if written > FORMAT else _too_old(written, document.path)
        raise document.error([("format", fault)])


def _too_old(written: int, path: Path) -> str:
    return f"format {written} is older than this program's, {FORMAT}; bring it up with: mission-gui migrate {path}"


def _too_new(written: int) -> str:
    return f"format {written} is newer than this program's, {FORMAT}; install the newest mission-gui"
