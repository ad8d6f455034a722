"""The application: builds session and window, wires them, and runs until the window is closed."""

from mission_gui.app.start import OPENING, RATE, application, run

__all__ = ["OPENING", "RATE", "application", "run"]
