"""The palette finds people, cards, sources and other missions, and goes there."""

from functools import cache

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mission_gui.catalogue.entries import read_entry
from mission_gui.domain.frame import frame_at
from mission_gui.domain.search import Entries
from mission_gui.missionfile import find_mission
from mission_gui.panels.cards import Cards
from mission_gui.panels.crew import POINTED_MS, CrewRoster
from mission_gui.panels.side_tabs import SideTabs
from mission_gui.window import MainWindow
from mission_gui.window.commands import found
from mission_gui.window.deeds import commands
from tests import ms19


@cache
def missions() -> Entries:
    return tuple(read_entry(find_mission(name), True) for name in ("soyuz-tma-18m", "soyuz-ms-19"))


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    made = MainWindow()
    qtbot.addWidget(made)
    made.resize(QSize(1600, 900))
    made.load(ms19.mission(), ms19.trajectory())
    made.show_frame(frame_at(ms19.mission(), ms19.trajectory(), 5000.0))
    made.show()
    qtbot.waitExposed(made)
    made.know(missions())
    return made


def do(window: MainWindow, text: str) -> None:
    """Writes a text and presses Return."""
    window.find_command()
    window.palette_.line.setText(text)
    QTest.keyClick(window.palette_.line, Qt.Key.Key_Return)


def test_someone_aboard_is_gone_to_on_the_crew_panel(window: MainWindow, qtbot: QtBot) -> None:
    window.set_layout("descent")
    assert "crew" not in window.board.in_view()
    do(window, "Dubrov")
    crew = window.board.in_view()["crew"]
    assert isinstance(crew, CrewRoster)
    pointed = crew.grab().toImage()
    qtbot.wait(POINTED_MS // 50)
    crew._let_go()
    assert crew.grab().toImage() != pointed, "the mark is for a moment"


def test_someone_of_another_flight_opens_that(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.mission_wished) as wish:
        do(window, "Скотт Келли")
    assert wish.args == [find_mission("soyuz-tma-18m")]


def test_another_mission_is_found_by_its_name_and_by_all_that_is_told_of_it(window: MainWindow) -> None:
    for text in ("TMA-18M", "poisk 2016"):
        assert "Soyuz TMA-18M" in [command.name.en for command in found(commands(window), text)]
    own = [command for command in found(commands(window), "Soyuz MS-19") if command.group.en == "Mission"]
    assert own == [], "the one on the board is not offered"


def test_a_card_is_turned_to_and_stays(window: MainWindow) -> None:
    title = ms19.mission().cards[4].title
    do(window, str(title))
    tabs = window.board.in_view()["side_tabs"]
    assert isinstance(tabs, SideTabs) and isinstance(tabs.page, Cards)
    assert (tabs.page.index, tabs.page.paged) == (4, True)


def test_a_source_leads_to_a_figure_that_is_from_it(window: MainWindow) -> None:
    report = next(report for event in ms19.mission().events for report in event.actual)
    do(window, str(report.source.title))
    assert window.sources.isVisible() and window.sources.chosen is not None
    assert str(report.source.title) in window.sources.chosen.words()


def test_a_source_of_no_figure_on_show_opens_its_address(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        "mission_gui.window.findings.QDesktopServices.openUrl", lambda url: opened.append(url.toString())
    )
    monkeypatch.setattr(window.sources, "point_to", lambda title: False)
    source = next(source for source in ms19.mission().sources if source.url)
    do(window, str(source.title))
    assert opened == [source.url]


def test_what_is_far_is_listed_only_for_who_writes(window: MainWindow) -> None:
    everything = commands(window)
    assert all(not command.remote for command in found(everything, ""))
    assert any(command.remote for command in found(everything, "kelly"))


def test_missions_that_become_known_join_what_is_being_found(window: MainWindow, qtbot: QtBot) -> None:
    window.missions = ()
    with qtbot.waitSignal(window.missions_wished):
        window.find_command()
    window.palette_.line.setText("tma-18m")
    assert window.palette_.list.count() == 0
    window.know(missions())
    assert window.palette_.list.item(0).text() == "Soyuz TMA-18M"
    assert window.palette_.line.text() == "tma-18m"


def test_the_key_of_the_library_wishes_it(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.library_wished):
        QTest.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
