"""The frames of a film, as pictures."""

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from mission_gui.domain.alternatives import NONE
from mission_gui.domain.facts import Text
from mission_gui.export.film.picture import Camera, Cast, known
from mission_gui.export.film.script import Shot
from mission_gui.theme import DARK
from tests import canned

MISSION, TRAJECTORY = canned.mission(), canned.trajectory()
SIZE = QSize(1024, 680)
CAST = Cast(MISSION, TRAJECTORY, NONE, DARK, layout="orbit")
TOUCHDOWN = next(e for e in TRAJECTORY.events if e.id == "touchdown")

pytestmark = pytest.mark.usefixtures("qapp")


def pixels(image: QImage) -> NDArray[np.uint8]:
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)[:, :, :3].copy()


def drawn(cast: Cast, *shots: Shot) -> list[NDArray[np.uint8]]:
    camera = Camera(cast, 10, SIZE)
    found = [pixels(camera.draw(shot, 60.0)) for shot in shots]
    camera.close()
    return found


def test_the_same_frame_gives_the_same_pixels() -> None:
    shot = Shot(12000.0, 1.0, None, 0.0)
    other = Shot(12600.0, 1.0, None, 0.0)
    first, _, again = drawn(CAST, shot, other, shot)
    (alone,) = drawn(CAST, shot)
    assert np.array_equal(first, again) and np.array_equal(first, alone)


def test_a_caption_names_the_event_in_the_strip_and_nowhere_else() -> None:
    shots = [Shot(0.0, 1.0, event, much) for event, much in ((None, 0.0), (TOUCHDOWN, 1.0), (TOUCHDOWN, 0.5))]
    plain, told, half = drawn(CAST, *shots)
    changed = np.argwhere((plain != told).any(axis=2))
    strip = SIZE.height() - 40
    assert len(changed) > 200 and changed[:, 0].min() >= strip
    assert 0 < _sum(plain, half) < _sum(plain, told)


def _sum(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> int:
    return int(np.abs(one.astype(int) - other.astype(int)).sum())


def test_a_film_fades_in_from_the_colour_of_the_window() -> None:
    dark, half, full = drawn(CAST, *(Shot(0.0, strength, None, 0.0) for strength in (0.0, 0.5, 1.0)))
    window = DARK.window
    assert (dark == [int(window[i : i + 2], 16) for i in (5, 3, 1)]).all()
    assert _sum(dark, half) < _sum(dark, full)


def test_one_layout_gives_way_to_another_bit_by_bit() -> None:
    landed = Shot(float(TRAJECTORY.t[-1]) - 10.0, 1.0, None, 0.0)
    before, first, second, third = drawn(replace(CAST, layout="follow"), Shot(0.0, 1.0, None, 0.0), *[landed] * 3)
    assert _sum(before, first) < _sum(before, second) < _sum(before, third)


def test_a_marking_stands_on_every_frame_with_captions_or_without() -> None:
    for captions in (True, False):
        cast = replace(CAST, captions=captions)
        (plain,), (marked,) = (
            drawn(replace(cast, marking=words), Shot(0.0, 1.0, None, 0.0)) for words in ("", "SIMULATION")
        )
        assert _sum(plain, marked) > 10_000


def test_no_control_is_on_a_film() -> None:
    camera = Camera(CAST, 10, SIZE)
    camera.draw(Shot(0.0, 1.0, None, 0.0), 60.0)
    assert all(panel.bare for panel in camera._window.panels.values())
    camera.close()


def test_how_an_event_is_known_is_said_in_a_word() -> None:
    assert str(known(TOUCHDOWN)) == "published"
    assert str(known(replace(TOUCHDOWN, actual=()))) == "modelled"
    assert isinstance(known(replace(TOUCHDOWN, actual=(), planned=(), modelled=None)), Text)
