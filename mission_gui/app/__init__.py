"""The application: builds session and window, wires them, and runs until the window is closed."""

from mission_gui.app.imports import import_qt

import_qt()  # before anything else that is slowed down by Qt's own import

from mission_gui.app.replay import OPENING  # noqa: E402
from mission_gui.app.start import RATE, application, run  # noqa: E402

__all__ = ["OPENING", "RATE", "application", "run"]
