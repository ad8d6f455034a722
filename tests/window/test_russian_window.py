"""The window in Russian: what lies on the board, and a change of language while the board stands."""

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QCursor, QFontMetricsF, QImage
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from mission_gui.domain.frame import frame_at
from mission_gui.domain.language import ENGLISH, RUSSIAN, spoken
from mission_gui.language import choose
from mission_gui.window import MainWindow
from mission_gui.window.deeds import commands
from mission_gui.window.dock_menu import deeds
from mission_gui.window.go_to import GoTo
from mission_gui.window.keys import CONTROL_KEYS, KEYS
from mission_gui.window.layouts import LAYOUTS
from mission_gui.window.settings_dialog import SettingsDialog
from mission_gui.window.tour import STEPS
from tests import ms19

LATIN = re.compile(r"[A-Za-z]{2,}")
MISSION = ms19.mission()


def english_in(text: str) -> set[str]:
    return set(LATIN.findall(text)) - {"Alt", "Ctrl", "Shift", "Page", "UTC", "English"}


def opened(qtbot: QtBot, width: int = 1280, height: int = 720) -> MainWindow:
    made = MainWindow()
    qtbot.addWidget(made)
    made.resize(QSize(width, height))
    made.load(MISSION, ms19.trajectory())
    made.show_frame(frame_at(MISSION, ms19.trajectory(), 5000.0))
    made.show()
    qtbot.waitExposed(made)
    return made


def drawn(window: MainWindow) -> bytes:
    image = QImage(window.size(), QImage.Format.Format_RGB32)
    window.render(image, QPoint(0, 0))
    return bytes(image.constBits())


def test_the_board_changes_its_language_where_it_stands_and_back(qtbot: QtBot) -> None:
    window = opened(qtbot)
    QCursor.setPos(0, 5000)  # beyond the window: what lies under the pointer is lit
    window.choices.keep(language=ENGLISH)
    try:
        before = drawn(window)
        for language in (RUSSIAN, ENGLISH):
            window.choices.take_over(replace(window.choices.settings, language=language))
            assert (spoken(), window.choices.settings.language) == (language, language)
            assert (drawn(window) == before) == (language == ENGLISH)
        assert window.board.where().keys() == window.panels.keys()
    finally:
        choose(ENGLISH)


def test_every_command_is_found_by_its_russian_name(qtbot: QtBot, russian: None) -> None:
    window = opened(qtbot)
    for command in commands(window):
        if command.group.en == "Source":
            continue  # a publication is called what it is called
        told = f"{command.name} {command.group}"
        assert english_in(told) == set(), told
        window.palette_.ask(commands(window))
        window.palette_.line.setText(str(command.name))
        assert str(command.name) in [window.palette_.list.item(i).text() for i in range(window.palette_.list.count())]


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_the_sheet_of_keys_is_russian_and_whole(qtbot: QtBot, russian: None, size: tuple[int, int]) -> None:
    sheet = opened(qtbot, *size).key_sheet
    sheet.restyle(sheet.look)
    assert english_in(sheet.accessibleDescription()) <= {"Home", "End", "up", "down", "Esc", "Enter", "Tab", "Menu"}
    listed = [line.name for column in sheet.sheet.columns for line in column]
    assert sorted(listed) == sorted([*(str(key.name) for key in KEYS), *(str(key.name) for key in CONTROL_KEYS)])
    assert QRect(0, 0, *size).contains(sheet.box())
    assert not sheet.area.verticalScrollBar().isVisible()


def test_the_tour_is_russian_and_its_words_fit_its_buttons(qtbot: QtBot, russian: None) -> None:
    window = opened(qtbot)
    window.show_tour()
    for step in STEPS:
        assert english_in(f"{step.heading} {step.words}") == set()
        for button in (window.tour.skip, window.tour.back, window.tour.next):
            assert english_in(button.text()) == set()
            assert QFontMetricsF(button.font()).horizontalAdvance(button.text()) + 12 < button.width()
        window.tour.next.click()
    assert not window.tour.isVisible()


def test_the_settings_are_russian(qtbot: QtBot, russian: None) -> None:
    window = opened(qtbot)
    window.show_settings()
    dialog = window.findChild(SettingsDialog)
    assert dialog is not None
    told = words_of(dialog)
    assert len(told) > 12 and english_in(" ".join(told)) == set()


def words_of(dialog: SettingsDialog) -> list[str]:
    told = [dialog.windowTitle(), *(found.text() for found in dialog.findChildren(QAbstractButton))]
    told += [found.text() for found in dialog.findChildren(QLabel) if "/" not in found.text()]
    return told + [box.itemText(i) for box in dialog.findChildren(QComboBox) for i in range(box.count())]


def test_the_settings_speak_the_language_that_is_chosen_in_them(qtbot: QtBot) -> None:
    window = opened(qtbot)
    window.show_settings()
    dialog = window.findChild(SettingsDialog)
    assert dialog is not None
    assert english_in(" ".join(words_of(dialog))) != set()
    dialog.language.setCurrentIndex(dialog.language.findData("ru"))
    assert english_in(" ".join(words_of(dialog))) == set()
    dialog.language.setCurrentIndex(dialog.language.findData("en"))
    assert dialog.windowTitle() == "Settings" and dialog.follows.text().startswith("Let the layout")


def test_every_layout_and_every_dock_is_called_in_russian(qtbot: QtBot, russian: None) -> None:
    window = opened(qtbot)
    for layout in LAYOUTS:
        window.set_layout(layout.id)
        docks = window.board.area.docks
        told = [str(layout.name), *(dock.windowTitle() for dock in docks.values()), *window.board.hidden().values()]
        told += [words for name in docks for words, _ in deeds(window.board.area, name)]
        assert english_in(" ".join(told)) == set()


@pytest.mark.parametrize(
    ("text", "t"),
    [("посадка-00:05:00", -300.0), ("Посадка", 0.0), ("ПОСАДКА + 90", 90.0)],
)
def test_a_time_is_asked_for_in_russian(qtbot: QtBot, russian: None, text: str, t: float) -> None:
    go_to = asked(qtbot)
    assert english_in(go_to.line.placeholderText() + go_to.accessibleName()) == set()
    with qtbot.waitSignal(go_to.sought) as sought:
        go_to.line.setText(text)
        go_to.answer()
    assert sought.args[0] == pytest.approx(ms19.time_of("touchdown") + t)


@pytest.mark.parametrize("text", ["посадко", "", "25:00", "2022-02-31T10:52:12Z", "2023-03-30T10:52:12Z", "T+99:00:00"])
def test_what_is_no_time_is_told_in_russian(qtbot: QtBot, russian: None, text: str) -> None:
    go_to = asked(qtbot)
    go_to.line.setText(text)
    go_to.answer()
    assert go_to.fault and english_in(go_to.fault) == set()
    if text == "посадко":
        assert "Может быть, Посадка?" in go_to.fault


def asked(qtbot: QtBot) -> GoTo:
    window = opened(qtbot)
    window.ask_for_time()
    return window.go_to
