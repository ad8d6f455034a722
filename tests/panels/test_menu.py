"""Menus of the panels: sections, marks, deeds, and nothing left behind."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mission_gui.panels.menu import Choice, ChoiceMenu, open_menu, start_menu
from mission_gui.theme import DARK, THEMES, Style


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(300, 300)
    made.show()
    return made


def opened(owner: QWidget, done: list[str], style: Style | None = None) -> ChoiceMenu:
    def deed(name: str) -> Choice:
        return Choice(name, lambda: done.append(name), name == "two")

    sections = {
        "NUMBERS": [deed("one"), deed("two"), Choice("three", lambda: done.append("three"), False, enabled=False)],
        "": [Choice("loud", lambda: done.append("loud"), True, alone=False), Choice("go", lambda: done.append("go"))],
    }
    return open_menu(owner, style or Style(DARK), sections, owner.mapToGlobal(QPoint(0, 0)))


def test_the_marks_say_what_is_chosen(owner: QWidget) -> None:
    actions = {action.text(): action for action in opened(owner, []).actions() if action.text()}
    assert [name for name, action in actions.items() if action.isChecked()] == ["two", "loud"]
    assert [name for name, action in actions.items() if not action.isEnabled()] == ["NUMBERS", "three"]
    assert not actions["go"].isCheckable()
    assert actions["one"].actionGroup() is actions["two"].actionGroup()
    assert actions["loud"].actionGroup() is None


def test_a_choice_is_done_by_keyboard(owner: QWidget, qtbot: QtBot) -> None:
    done: list[str] = []
    menu = opened(owner, done)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert done == ["one"]


def test_a_choice_is_done_by_the_mouse_and_the_menu_goes(owner: QWidget, qtbot: QtBot) -> None:
    done: list[str] = []
    menu = opened(owner, done)
    loud = next(action for action in menu.actions() if action.text() == "loud")
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(loud).center())
    assert done == ["loud"]
    qtbot.waitUntil(lambda: owner.findChild(ChoiceMenu) is None)


def test_a_menu_opened_by_key_has_its_first_entry_lit(owner: QWidget) -> None:
    done: list[str] = []
    menu = opened(owner, done)
    assert menu.activeAction() is None
    start_menu()
    assert menu.activeAction().text() == "one"  # not the heading above it
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert done == ["one"]


def test_a_menu_that_was_asked_for_by_the_mouse_has_nothing_lit(owner: QWidget) -> None:
    menu, here = opened(owner, []), QPoint(5, 5)
    start_menu(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, here, owner.mapToGlobal(here)))
    assert menu.activeAction() is None
    start_menu(QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, here, owner.mapToGlobal(here)))
    assert menu.activeAction().text() == "one"
    menu.close()


def test_a_switch_has_a_tick_and_one_of_several_a_dot(owner: QWidget) -> None:
    menu = opened(owner, [])
    whole = menu.grab().toImage()
    signs = {}
    for action in menu.actions():
        line = menu.actionGeometry(action)
        sign = whole.copy(line.left() + 6, line.center().y() - 7, 14, 14)
        signs[action.text()] = sign, len({sign.pixelColor(x, y).name() for x in range(14) for y in range(14)})
    assert signs["one"][1] == signs["go"][1] == 1 < min(signs["two"][1], signs["loud"][1])
    assert signs["two"][0] != signs["loud"][0]
    menu.close()


@pytest.mark.parametrize("theme", THEMES)
def test_a_menu_has_the_colours_of_the_board(owner: QWidget, theme: str) -> None:
    menu = opened(owner, [], Style(THEMES[theme]))
    picture = menu.grab().toImage()
    assert picture.pixelColor(picture.width() - 8, 8).name() == THEMES[theme].raised.lower()
    menu.close()
