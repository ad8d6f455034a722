"""Imports Qt and leaves Python's own `import` as it was.

PySide6 puts one of its own in its place, which reads and searches the source of every module that is imported from
then on, for the sake of `from __feature__ import ...`. Nothing here uses that, and it takes a tenth of the start.
"""

import builtins
import importlib
from collections.abc import Iterator

_PICTURES = (
    "xml.etree.ElementTree",
    "html.parser",
    "multiprocessing.connection",
    "concurrent.futures.process",
    "mission_gui.panels.record",
    "mission_gui.export.label",
    "mission_gui.export.stage",
    "mission_gui.export.picture",
    "mission_gui.export.svg",
    "mission_gui.export.formats",
    "mission_gui.app.taking",
    "mission_gui.app.pictures",
)
"""What the first picture needs, each module after those that it needs itself."""


def import_qt() -> None:
    """Qt's core; where it was imported before, nothing changes."""
    own = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = own


def import_by_parts() -> Iterator[None]:
    """Imports, a part at each step, what a picture needs: all at once would be seen as a stutter of the replay."""
    for name in _PICTURES:
        importlib.import_module(name)
        yield
