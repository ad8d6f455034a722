"""The thread that flies compared missions: progress, a newer question, what cannot be."""

import gc
from collections.abc import Callable, Iterator
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.session import flight
from mission_gui.session.comparing import Comparing, Question
from tests import returns

TWO = ("soyuz-ms-19", "soyuz-tma-11")


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[Comparing]:
    # What other tests left is collected here, and not in the thread, where no widget may end.
    gc.collect()
    made = Comparing()
    yield made
    made.close()


@pytest.fixture
def flown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The missions that were flown, in their order."""
    found: list[str] = []

    def fly(mission: Mission, progress: Callable[[float, str], None]) -> Trajectory:
        found.append(mission.id)
        progress(0.5, "descent")
        return returns.flown(mission.id)[1]

    monkeypatch.setattr(flight, "fly", fly)
    return found


def test_a_question_is_answered_with_progress(session: Comparing, flown: list[str], qtbot: QtBot) -> None:
    told: list[tuple[float, str]] = []
    session.progressed.connect(lambda fraction, text: told.append((fraction, text)))
    with qtbot.waitSignal(session.compared, timeout=20000) as answer:
        session.ask(Question(TWO, "touchdown"))
    assert [one.mission.id for one in answer.args[0].flights] == list(TWO)
    assert flown == list(TWO)
    assert told == [(0.25, "Soyuz MS-19: descent"), (0.75, "Soyuz TMA-11: descent")]


def test_a_flight_that_is_there_is_not_flown_again(session: Comparing, flown: list[str], qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.compared, timeout=20000) as answer:
        session.ask(Question(TWO, "ignition", (returns.flown("soyuz-ms-19"),)))
    assert flown == ["soyuz-tma-11"]
    assert answer.args[0].flights[0].trajectory is returns.flown("soyuz-ms-19")[1]


def test_what_is_wanted_no_longer_stops_and_says_nothing(
    session: Comparing, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    under_way, go_on, stopped = Event(), Event(), Event()

    def fly(mission: Mission, progress: Callable[[float, str], None]) -> Trajectory:
        under_way.set()
        go_on.wait(10)
        try:
            progress(0.5, "descent")
        finally:
            stopped.set()
        return returns.flown(mission.id)[1]

    monkeypatch.setattr(flight, "fly", fly)
    heard: list[object] = []
    session.compared.connect(heard.append)
    session.failed.connect(heard.append)
    session.ask(Question(TWO, "touchdown"))
    qtbot.waitUntil(under_way.is_set)
    session.cancel()
    go_on.set()
    qtbot.waitUntil(stopped.is_set)
    session.close()
    assert heard == []


@pytest.mark.parametrize(
    ("names", "align", "said"),
    [
        (("soyuz-ms-19", "soyuz-xx"), "touchdown", "no mission or file 'soyuz-xx'"),
        (("soyuz-ms-19", "soyuz-ms-19"), "touchdown", "soyuz-ms-19 is named twice"),
        (TWO, "reserve_parachute", "soyuz-ms-19 has no time for reserve_parachute"),
    ],
)
def test_why_there_is_no_comparison_is_told(
    session: Comparing, flown: list[str], qtbot: QtBot, names: tuple[str, ...], align: str, said: str
) -> None:
    with qtbot.waitSignal(session.failed, timeout=20000) as told:
        session.ask(Question(names, align))
    assert said in told.args[0]


def test_the_catalogue_is_read_in_the_thread(session: Comparing, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mission_gui.catalogue.read_catalogue", lambda: ("listed",))
    with qtbot.waitSignal(session.listed) as told:
        session.list_missions.emit()
    assert told.args[0] == ("listed",)
