"""What is made in steps: at leisure, at once, or not at all; and the map's fine pictures, made so after a movement."""

from collections.abc import Generator

from PySide6.QtWidgets import QApplication

from mission_gui.panels.gradual import Gradual
from mission_gui.panels.map_flight import prepare
from mission_gui.panels.map_options import USUAL
from mission_gui.panels.map_picture import MapPicture
from mission_gui.panels.map_view import fitted
from mission_gui.theme import Style
from tests import canned


def three(done: list[str]) -> Generator[None, None, str]:
    try:
        done.append("first")
        yield
        done.append("second")
        yield
        done.append("third")
    finally:
        done.append("end")
    return "made"


def test_it_is_made_step_by_step() -> None:
    done: list[str] = []
    gradual = Gradual(three(done))
    assert done == []
    assert gradual.step() and done == ["first"]
    assert gradual.step() and done == ["first", "second"]
    assert not gradual.step() and not gradual.step()
    assert done == ["first", "second", "third", "end"] and gradual.value == "made"


def test_what_is_wanted_at_once_is_finished() -> None:
    done: list[str] = []
    gradual = Gradual(three(done))
    gradual.step()
    assert gradual.value == "made" and gradual.value == "made"
    assert done == ["first", "second", "third", "end"]


def test_what_is_dropped_halfway_is_put_away() -> None:
    done: list[str] = []
    gradual = Gradual(three(done))
    gradual.step()
    del gradual
    assert done == ["first", "end"]


def test_the_rough_map_stands_until_the_fine_one_is_drawn(qapp: QApplication) -> None:
    flight = prepare(canned.mission(), canned.trajectory())
    pictures, view, style = MapPicture(), fitted(1800, 1000), Style()
    rough = pictures.layers(flight, view, style, 1.0, USUAL, moving=True)
    steps = 0
    while pictures.prepare(flight, view, style, 1.0, USUAL):
        assert pictures.layers(flight, view, style, 1.0, USUAL, moving=True) is rough and pictures.rough
        steps += 1
    assert steps > 3, "in several parts, between which the board goes on"
    rested = pictures.layers(flight, view, style, 1.0, USUAL)
    assert rested is not rough and not pictures.rough
    assert not rested.prepare(), "nothing was left to be drawn in the frame that shows it"


def test_fine_pictures_of_another_view_are_not_used(qapp: QApplication) -> None:
    flight = prepare(canned.mission(), canned.trajectory())
    pictures, style = MapPicture(), Style()
    pictures.layers(flight, fitted(1800, 1000), style, 1.0, USUAL, moving=True)
    pictures.prepare(flight, fitted(1800, 1000), style, 1.0, USUAL)
    other = fitted(1700, 1000)
    assert pictures.layers(flight, other, style, 1.0, USUAL).view == other
