"""Imports Qt and leaves Python's own `import` as it was.

PySide6 puts one of its own in its place, which reads and searches the source of every module that is imported from
then on, for the sake of `from __feature__ import ...`. Nothing here uses that, and it takes a tenth of the start.
"""

import builtins


def import_qt() -> None:
    """Qt's core; where it was imported before, nothing changes."""
    own = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = own
