"""Every text of every dialog, list, menu and bar can be read, in every theme and state: measured on the screen."""

import re
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QSpinBox,
    QTableView,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from mission_gui.domain.frame import frame_at
from mission_gui.panels.base import Panel
from mission_gui.panels.comparison_chart import ComparisonChart
from mission_gui.theme import THEMES, Style
from mission_gui.window import MainWindow
from mission_gui.window.comparison_bar import ComparisonBar
from mission_gui.window.dialogs import dress_application
from tests import canned
from tests.test_theme import READABLE, VISIBLE, contrast
from tests.window import test_dress
from tests.window.test_contrast import faint
from tests.window.test_dress import own_dress as own_dress  # the application's own dress is as before
from tests.window.windows import comparison, library

MISSION, TRAJECTORY = canned.mission(), canned.trajectory()
TEXTS = (QAbstractButton, QLabel, QLineEdit, QComboBox, QSpinBox)
STANDARD = (test_dress.settings, test_dress.name_of_layout, test_dress.picture, test_dress.briefing)
EDGE = 5
"""Pixels of a control that its frame takes."""
SEEN = 4.2
"""What is measured of a contrast of 4.5: the thin strokes of small letters have no pixel of the full ink."""


def darkest(image: QImage, box: QRect, inset: bool = True) -> float:
    """The contrast of what is written in a box with its ground; 21 where nothing is written."""
    inner = (box.adjusted(EDGE, 3, -EDGE, -3) if inset else box).intersected(image.rect())
    if inner.isEmpty():
        return 21.0  # it is scrolled out of view
    part = image.copy(inner).convertToFormat(QImage.Format.Format_RGB888)
    pixels = np.frombuffer(part.constBits(), np.uint8).reshape(part.height(), part.bytesPerLine())
    codes, counts = np.unique(pixels[:, : part.width() * 3].reshape(-1, 3), axis=0, return_counts=True)
    names = [QColor(*map(int, code)).name() for code in codes]
    ground = names[int(counts.argmax())]
    return max((contrast(name, ground) for name in names if name != ground), default=21.0)


def measured(part: QWidget, box: QRect, inset: bool = True) -> float:
    """How well what stands in a box of a part can be read, as it looks now in its window."""
    place = QRect(part.mapTo(part.window(), box.topLeft()), box.size())
    return darkest(part.window().grab(place).toImage(), QRect(0, 0, *place.size().toTuple()), inset)


def states(widget: QWidget) -> Iterator[str]:
    """Puts a control into each state that it may have."""
    yield "plain"
    widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, True)
    yield "under the pointer"
    widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    if widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        widget.setFocus()
        yield "with the focus"
    if isinstance(widget, QAbstractButton) and widget.isCheckable():
        widget.blockSignals(True)
        widget.setChecked(not widget.isChecked())
        yield "switched"
        widget.setChecked(not widget.isChecked())
        widget.blockSignals(False)
    if isinstance(widget, QLineEdit) and widget.text():
        widget.selectAll()
        yield "selected"
        widget.deselect()
    enabled = widget.isEnabled()
    widget.setEnabled(not enabled)
    yield "turned on" if not enabled else "turned off"
    widget.setEnabled(enabled)


def said(widget: QWidget) -> str:
    found = getattr(widget, "text", getattr(widget, "currentText", None))
    return str(found()) if found is not None else ""


def poor_controls(top: QWidget) -> Iterator[tuple[str, str, float]]:
    """The controls that cannot be read well: what is written there, the state, the contrast."""
    parts = [part for kind in TEXTS for part in top.findChildren(kind) if part.isVisible()]
    for part in parts:
        if isinstance(part, QLabel) and not part.pixmap().isNull():
            continue
        box = part.rect()
        if isinstance(part, QCheckBox):
            box = box.adjusted(20, 0, 0, 0)
        written = said(part) or (part.placeholderText() if isinstance(part, QLineEdit) else "")
        least = SEEN if re.search(r"\w", written) else VISIBLE  # a mere sign, WCAG 2.2, 1.4.11
        for state in states(part):
            if written and (found := measured(part, box)) < least:
                yield f"{type(part).__name__} {written}", state, round(found, 2)


def poor_rows(top: QWidget) -> Iterator[tuple[str, str, float]]:
    """Those of lists and tables, chosen and not."""
    for view in top.findChildren(QAbstractItemView):
        if not view.isVisible() or view.model() is None:
            continue
        for row in range(min(view.model().rowCount(), 6)):
            for state in ("plain", "chosen"):
                view.setCurrentIndex(view.model().index(row, 0) if state == "chosen" else QModelIndex())
                for column in range(view.model().columnCount() if isinstance(view, QTableView) else 1):
                    index = view.model().index(row, column)
                    box = view.visualRect(index)
                    seen = view.viewport().rect().contains(box) and index.data() and box.height() > 8
                    if seen and (found := measured(view.viewport(), box)) < SEEN:
                        yield f"{type(view).__name__} {index.data()}", state, round(found, 2)


def poor_entries(menu: QMenu) -> Iterator[tuple[str, str, float]]:
    """Those of a menu, pointed at and not."""
    for action in menu.actions():
        for state in ("plain", "pointed at"):
            menu.setActiveAction(action) if state == "pointed at" else menu.setActiveAction(None)  # type: ignore[arg-type]
            if action.text() and (found := measured(menu, menu.actionGeometry(action))) < SEEN:
                yield f"entry {action.text()}", state, round(found, 2)


OVERLAYS = {
    "tour": "show_tour",
    "go_to": "ask_for_time",
    "palette_": "find_command",
    "key_sheet": "show_keys",
    "sources": "show_sources",
}


@pytest.fixture(params=THEMES)
def window(request: pytest.FixtureRequest, qtbot: QtBot) -> MainWindow:
    dress_application(Style(THEMES[request.param]))
    made = MainWindow(THEMES[request.param])
    qtbot.addWidget(made)
    made.resize(QSize(1600, 900))
    made.load(MISSION, TRAJECTORY)
    made.show_frame(frame_at(MISSION, TRAJECTORY, 5000.0))
    made.show()
    return made


@pytest.mark.parametrize(
    "kind", [*STANDARD, test_dress.progress, test_dress.failure, test_dress.chooser, library], ids=lambda k: k.__name__
)
def test_every_control_can_be_read(window: MainWindow, kind: Callable[[MainWindow], QWidget]) -> None:
    top = kind(window)
    top.activateWindow()
    QApplication.processEvents()
    assert [*poor_controls(top), *poor_rows(top)] == []


@pytest.mark.parametrize("name", OVERLAYS)
def test_what_lies_on_top_can_be_read(window: MainWindow, name: str) -> None:
    window.deeds()[OVERLAYS[name]]()
    top = getattr(window, name)
    QApplication.processEvents()
    if name == "sources":
        for figure in top.figures[::9]:
            top.choose(figure)
            assert faint(top, window.look.theme) == {}
    assert faint(top, window.look.theme) == {}
    assert [*poor_controls(top), *poor_rows(top)] == []


@pytest.mark.parametrize("said", ["complaint", "notice", "curtain", "failed"])
def test_what_the_window_says_can_be_read(window: MainWindow, said: str) -> None:
    window.show_complaint("own.toml\nline 3: no such port")
    window.notice.say("Repeats at the end")
    window.curtain.say("Soyuz MS-19", "Computing the descent", 0.4, failed=said == "failed")
    top = getattr(window, "curtain" if said == "failed" else said)
    assert faint(top, window.look.theme) == {}


def test_controls_and_tabs_of_the_board_can_be_read_in_every_state(window: MainWindow) -> None:
    window.set_layout("proximity")
    QApplication.processEvents()
    assert [*poor_controls(window)] == []


def test_the_comparison_can_be_read(window: MainWindow) -> None:
    top = comparison(window)
    QApplication.processEvents()
    painted = [part for part in top.findChildren(QWidget) if isinstance(part, Panel | ComparisonChart | ComparisonBar)]
    found = {type(part).__name__: faint(part, window.look.theme) for part in painted}
    assert {name: poor for name, poor in found.items() if poor} == {}
    assert [*poor_controls(top), *poor_rows(top)] == []


@pytest.mark.parametrize(
    "button", ["Columns of the list, and the zero of T", "Map view", "Choose charts", "Speed, direction, repeat"]
)
def test_menus_can_be_read(window: MainWindow, button: str) -> None:
    buttons = window.findChildren(QAbstractButton)
    next(each for each in buttons if each.accessibleName() == button and each.isVisible()).click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    poor = list(poor_entries(menu))
    menu.close()
    assert poor == []


def test_a_tip_can_be_read(window: MainWindow) -> None:
    colors = QToolTip.palette()
    ink, ground = colors.toolTipText().color().name(), colors.toolTipBase().color().name()
    assert contrast(ink, ground) >= READABLE
