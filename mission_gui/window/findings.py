"""What can be found beside commands: the people, cards and sources of this mission, and all other missions."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from mission_gui.domain.catalogue import Entry
from mission_gui.domain.facts import Source, Text
from mission_gui.domain.mission import Mission
from mission_gui.domain.search import folded
from mission_gui.panels.base import Panel
from mission_gui.window.commands import Command

if TYPE_CHECKING:
    from mission_gui.window.main import MainWindow

_PERSON, _CARD = Text("Person", "Человек"), Text("Card", "Справка")
_SOURCE, _MISSION = Text("Source", "Источник"), Text("Mission", "Экспедиция")


def findings(window: "MainWindow") -> Iterator[Command]:
    """In the order of nearness: this mission first."""
    if window.mission is not None:
        yield from _of_this(window, window.mission)
    here = window.mission.id if window.mission is not None else ""
    for entry in window.missions:
        if entry.id != here and not entry.fault and not entry.replaced:
            yield from _of_another(window, entry)


def _of_this(window: "MainWindow", mission: Mission) -> Iterator[Command]:
    for person in mission.crew:
        words = folded(f"{person.name} {person.native_name} {person.agency}")
        yield Command(person.called, _PERSON, partial(_show_person, window, person.id), also=words)
    for index, card in enumerate(mission.cards):
        yield Command(card.title, _CARD, partial(_show_card, window, index), f"{card.start:%H:%M}")
    for source in mission.sources:
        yield Command(source.title, _SOURCE, partial(_show_source, window, source), also=_told(source), remote=True)


def _told(source: Source) -> str:
    return folded(f"{source.id} {source.url}")


def _of_another(window: "MainWindow", entry: Entry) -> Iterator[Command]:
    opened = partial(window.mission_wished.emit, entry.path)
    landed = f"{entry.landing:%Y-%m-%d}" if entry.landing is not None else ""
    yield Command(entry.name, _MISSION, opened, landed, also=entry.words, remote=True)
    for one in entry.crew:
        yield Command(one.name, _PERSON, opened, str(entry.name), remote=True)


def _brought(window: "MainWindow", name: str) -> Panel:
    """A panel, in view."""
    board = window.board
    if name not in board.in_view():
        board.area.toggle(name)
    return board.panels[name]


def _show_person(window: "MainWindow", person: str) -> None:
    from mission_gui.panels.crew import CrewRoster

    panel = _brought(window, "crew")
    assert isinstance(panel, CrewRoster)
    panel.point_out(person)


def _show_card(window: "MainWindow", index: int) -> None:
    from mission_gui.panels.side_tabs import SideTabs

    panel = _brought(window, "side_tabs")
    assert isinstance(panel, SideTabs)
    panel.show_card(index)


def _show_source(window: "MainWindow", source: Source) -> None:
    """The figures that are from it, where one is on the board; else its address, or what it is."""
    if window.sources.point_to(str(source.title)):
        return
    if source.url:
        QDesktopServices.openUrl(QUrl(source.url))
    else:
        window.notice.say(str(source.title))
