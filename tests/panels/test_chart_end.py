"""The plot widget that draws the charts ends with their panel, by Qt: Python's collector brought the program down."""

import gc

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from mission_gui.domain.frame import frame_at
from mission_gui.panels.charts import Charts
from mission_gui.theme import Style
from tests import canned


def test_the_plot_widget_ends_with_the_panel_and_not_before(qapp: QApplication) -> None:
    charts = Charts(Style())
    charts.resize(1200, 200)
    charts.load(canned.mission(), canned.trajectory())
    charts.show_frame(frame_at(canned.mission(), canned.trajectory(), 5000.0))
    charts.grab()
    view, plot = charts.drawer.view, charts.drawer.plot
    del charts.drawer.view
    gc.collect()
    assert isValid(view) and isValid(plot), "held by the panel"
    charts.deleteLater()
    for _ in range(2):  # the panel, then its plot widget
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(charts) and not isValid(view) and not isValid(plot)
