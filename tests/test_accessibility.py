"""What a screen reader finds: walks Qt's accessibility tree of every layout, and the keyboard's way through it."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mission_gui.domain.frame import frame_at
from mission_gui.window import MainWindow
from mission_gui.window.layouts import LAYOUTS
from mission_gui.window.roles import tell_roles
from tests import canned

MISSION, TRAJECTORY = canned.mission(), canned.trajectory()
TEXT = QAccessible.Text
CONTROLS = (
    QAccessible.Role.Button,
    QAccessible.Role.ButtonMenu,
    QAccessible.Role.CheckBox,
    QAccessible.Role.Slider,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.PageTab,
    QAccessible.Role.PageTabList,
    QAccessible.Role.RadioButton,
    QAccessible.Role.SpinBox,
)


@pytest.fixture(params=[layout.id for layout in LAYOUTS])
def window(qtbot: QtBot, request: pytest.FixtureRequest) -> MainWindow:
    tell_roles()
    made = MainWindow()
    qtbot.addWidget(made)
    made.resize(QSize(1600, 900))
    made.set_layout(request.param)
    made.load(MISSION, TRAJECTORY)
    made.show_frame(frame_at(MISSION, TRAJECTORY, 5000.0))
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.board.setFocus()
    return made


def tree(top: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Everything below an interface that is not hidden."""
    for index in range(top.childCount()):
        child = top.child(index)
        if child.isValid() and not child.state().invisible:
            yield child
            yield from tree(child)


def whole(window: MainWindow) -> list[QAccessibleInterface]:
    return list(tree(QAccessible.queryAccessibleInterface(window)))


def test_every_control_has_a_name(window: MainWindow) -> None:
    controls = [found for found in whole(window) if found.role() in CONTROLS]
    assert controls or window.board.layout_.id in ("wall", "briefing")
    nameless = [(found.role().name, found.rect().getRect()) for found in controls if not found.text(TEXT.Name)]
    assert nameless == []


def test_every_panel_in_view_is_in_the_tree_with_its_twin_in_words(window: MainWindow) -> None:
    named = [(found.text(TEXT.Name), found.text(TEXT.Description)) for found in whole(window)]
    for name, panel in window.board.in_view().items():
        told = [twin for heading, twin in named if heading == panel.accessibleName()]
        assert max(map(len, told), default=0) > 15, name


def test_no_panel_is_mere_filling_to_a_screen_reader(window: MainWindow) -> None:
    roles = {name: QAccessible.queryAccessibleInterface(panel).role() for name, panel in window.panels.items()}
    assert set(roles.values()) <= {QAccessible.Role.Grouping, QAccessible.Role.Chart}
    charts = [found for found in whole(window) if found.role() is QAccessible.Role.Chart]
    assert charts and all(found.text(TEXT.Name) and found.text(TEXT.Description) for found in charts)


def test_a_role_goes_with_its_widget(window: MainWindow) -> None:
    whole(window)
    window.board.rebuild()
    QApplication.processEvents()
    gc.collect()
    named = {found.text(TEXT.Name) for found in whole(window) if found.role() is QAccessible.Role.Grouping}
    assert window.panels["header"].accessibleName() in named


def test_the_twins_follow_the_flight(window: MainWindow) -> None:
    before = {name: panel.accessibleDescription() for name, panel in window.board.in_view().items()}
    window.show_frame(frame_at(MISSION, TRAJECTORY, canned.ENTRY + 200.0))
    after = {name: panel.accessibleDescription() for name, panel in window.board.in_view().items()}
    assert all(after[name] != text for name, text in before.items()), before


def test_tab_reaches_every_control_and_comes_round(window: MainWindow) -> None:
    wanted = {
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None  # the inside of a scroll area has its frame speak for it
    }
    seen: set[QWidget] = set()
    for _ in range(len(wanted) + 60):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        assert here is not None
        seen.add(here)
    missed = {f"{type(widget).__name__} {widget.accessibleName()!r}" for widget in wanted - seen}
    assert missed == set()


def test_what_has_the_focus_has_a_name(window: MainWindow) -> None:
    for _ in range(40):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        assert here is not None
        told = QAccessible.queryAccessibleInterface(here)
        assert told.text(TEXT.Name), f"{type(here).__name__} at {here.geometry().getRect()}"
