"""The window of a comparison: the keys, the list of missions, progress, failure, and what it remembers."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mission_gui.domain.catalogue import Entry, Traveller
from mission_gui.domain.facts import Text
from mission_gui.theme import DARK, THEMES, Style, Theme
from mission_gui.window.comparison_chooser import ComparisonChooser
from mission_gui.window.comparison_window import ComparisonWindow
from tests.returns import ballistic
from tests.test_accessibility import CONTROLS, tree


def entry(name: str, ballistic: bool = False, fault: str = "") -> Entry:
    return Entry(
        f"soyuz-{name.lower()}",
        Text(f"Soyuz {name}"),
        Path(f"{name}.toml"),
        built_in=True,
        fault=fault,
        landing=datetime(2008, 4, 19, tzinfo=UTC),
        crew=(Traveller(Text("Peggy Whitson"), "NASA", 191.0),),
        ballistic=ballistic,
        words=f"soyuz {name.lower()} peggy whitson",
    )


ENTRIES = (entry("MS-08"), entry("TMA-11", ballistic=True), entry("MS-19"), entry("XX", fault="broken"))


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[ComparisonWindow]:
    made = ComparisonWindow(DARK)
    qtbot.addWidget(made)
    made.resize(1600, 900)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made


@pytest.fixture
def chooser(window: ComparisonWindow) -> ComparisonChooser:
    made = ComparisonChooser(ENTRIES, ("soyuz-ms-19",), Style(), window)
    made.show()
    return made


def texts(chooser: ComparisonChooser) -> list[str]:
    return [chooser.list.item(row).text() for row in range(chooser.list.count())]


def test_an_empty_window_can_be_shown(window: ComparisonWindow) -> None:
    assert window.comparison is None
    assert not window.grab().isNull()


def test_keys_choose_the_event_and_the_window_tells_it(window: ComparisonWindow, qtbot: QtBot) -> None:
    window.show_comparison(ballistic())
    with qtbot.waitSignal(window.aligned) as told:
        QTest.keyClick(window, Qt.Key.Key_3)
    assert told.args == ["entry_interface"]
    comparison = window.comparison
    assert comparison is not None and comparison.align == "entry_interface"
    checked = [name for name, button in window.bar.events.items() if button.isChecked()]
    assert checked == ["entry_interface"]


def test_an_event_that_a_flight_lacks_changes_nothing(window: ComparisonWindow) -> None:
    window.show_comparison(ballistic())
    window.align_on("reserve_parachute")
    assert window.comparison is ballistic() and window.align == "touchdown"
    assert "soyuz-ms-19 has no time for reserve_parachute" in window.notice.text


def test_progress_is_shown_until_escape_leaves_off(window: ComparisonWindow, qtbot: QtBot) -> None:
    window.show_comparison(ballistic())
    with qtbot.waitSignal(window.asked) as asked:
        window.wish(("a", "b"))
    assert asked.args == [("a", "b")] and window.curtain.isVisible()
    window.show_progress(0.4, "Soyuz MS-19: descent")
    assert window.curtain.fraction == 0.4 and "descent" in window.curtain.text
    with qtbot.waitSignal(window.left_off):
        QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.curtain.isVisible() and window.comparison is ballistic()


def test_a_failure_stands_until_other_missions_are_chosen(window: ComparisonWindow) -> None:
    window.show_error("soyuz-xx is no mission")
    assert window.curtain.failed and window.curtain.text == "soyuz-xx is no mission"
    window.show_comparison(ballistic())
    assert not window.curtain.isVisible()
    assert window.windowTitle().startswith("MS-19, TMA-11")


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_dresses_every_part(window: ComparisonWindow, theme: str) -> None:
    window.show_comparison(ballistic())
    window.set_theme(THEMES[theme])
    image = window.grab().toImage()
    assert image.pixelColor(3, 3) == Style(THEMES[theme]).color("window")
    table = window.view.sheet.mapTo(window, window.view.sheet.rect().bottomLeft())
    assert image.pixelColor(table.x() + 2, table.y() - 2) == Style(THEMES[theme]).color("panel")


@pytest.mark.usefixtures("russian")
def test_it_is_written_anew_in_another_language(window: ComparisonWindow) -> None:
    from mission_gui.language import choose

    window.show_comparison(ballistic())
    assert window.bar.picture.text() == "Сохранить снимок"
    choose("en")
    window.rebuild()
    assert window.bar.picture.text() == "Save a picture"
    assert window.comparison is ballistic()


def test_everything_that_can_be_pressed_has_a_name(window: ComparisonWindow) -> None:
    window.show_comparison(ballistic())
    found = [
        one
        for one in tree(QAccessible.queryAccessibleInterface(window))
        if one.role() in (*CONTROLS, QAccessible.Role.Table)
    ]
    assert len(found) >= 7
    assert all(one.text(QAccessible.Text.Name) for one in found)


def test_the_list_finds_by_crew_name_and_kind(chooser: ComparisonChooser) -> None:
    assert [text.split(" · ")[0] for text in texts(chooser)] == ["Soyuz MS-19", "Soyuz TMA-11", "Soyuz MS-08"]
    chooser.line.setText("ballistic")
    assert texts(chooser) == ["Soyuz TMA-11 · 19 Apr 2008 · ballistic · Whitson"]
    chooser.line.setText("whitson ms-08")
    assert [text.split(" · ")[0] for text in texts(chooser)] == ["Soyuz MS-08"]


def test_two_missions_must_be_chosen_and_the_first_stays_first(chooser: ComparisonChooser, qtbot: QtBot) -> None:
    assert not chooser.ok.isEnabled()
    chooser.line.setText("tma-11")
    chooser.list.setFocus()
    QTest.keyClick(chooser.list, Qt.Key.Key_Space)
    assert chooser.ok.isEnabled() and "2 chosen" in chooser.note.text()
    with qtbot.waitSignal(chooser.chosen) as told:
        chooser.ok.click()
    assert told.args == [("soyuz-ms-19", "soyuz-tma-11")]


def test_a_mission_can_be_unchosen(chooser: ComparisonChooser) -> None:
    chooser.list.item(1).setCheckState(Qt.CheckState.Checked)
    chooser.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert not chooser.ok.isEnabled() and "1 chosen" in chooser.note.text()


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_the_mission_under_the_cursor_of_the_list_can_be_read_in_every_theme(
    window: ComparisonWindow, theme: Theme
) -> None:
    made = ComparisonChooser(ENTRIES, ("soyuz-ms-19",), Style(theme=theme), window)
    made.show()
    row = made.list.visualItemRect(made.list.item(0))
    image = made.list.viewport().grab(row).toImage()
    ground = image.pixelColor(image.width() - 8, image.height() // 2).name()
    name = {image.pixelColor(x, y).name() for x in range(24, image.width() // 2) for y in range(image.height())}
    assert ground.upper() != theme.text and len(name - {ground}) > 1
