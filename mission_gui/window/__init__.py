"""The window: places the panels, passes frames down and wishes up."""

from mission_gui.window.main import MainWindow

__all__ = ["MainWindow"]
