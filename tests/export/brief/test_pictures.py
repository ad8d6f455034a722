"""The pictures of a deck: their size, their stamp, and the same bytes."""

from io import BytesIO

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from mission_gui.domain.alternatives import NONE
from mission_gui.export.brief.deck import Wish
from mission_gui.export.brief.pictures import SCALE, Studio
from mission_gui.export.label import stamp_in
from mission_gui.theme import THEMES
from tests import canned

MISSION, TRAJECTORY = canned.mission(), canned.trajectory()


def studio(theme: str = "light") -> Studio:
    return Studio(MISSION, TRAJECTORY, NONE, THEMES[theme])


@pytest.mark.parametrize("panel", ["map", "proximity", "descent", "landing-zone", "crew", "countdown"])
def test_a_panel_is_drawn_and_says_what_it_shows(qtbot: QtBot, panel: str) -> None:
    made = studio()
    content = made.draw(Wish(panel, canned.IGNITION, 600, 300))
    image = Image.open(BytesIO(content))
    assert image.size == (round(600 * SCALE), round(300 * SCALE))
    assert len(image.convert("RGB").getcolors(1 << 24) or ()) > 20
    told = stamp_in(content)
    assert told is not None
    assert (told.mission, told.t, told.shown.panel, told.shown.theme) == (
        "soyuz-ms-19",
        canned.IGNITION,
        panel,
        "light",
    )
    assert made.words(panel, canned.IGNITION)


def test_the_same_wish_gives_the_same_bytes(qtbot: QtBot) -> None:
    wish = Wish("map", canned.ENTRY, 600, 300)
    made = studio()
    first = made.draw(wish)
    made.draw(Wish("map", canned.TOUCHDOWN, 400, 300))
    assert made.draw(wish) == first == studio().draw(wish)


def test_readings_and_corner_are_left_to_the_slide(qtbot: QtBot) -> None:
    made = studio()
    made.draw(Wish("map", canned.ENTRY, 1188, 396))
    panel = made._panel("map")
    assert {panel.view_state()[name] for name in ("zone", "readings", "circles")} == {False}
    assert panel.view_state()["legend"]
    made.draw(Wish("map", canned.ENTRY, 1188, 396, legend=False))
    assert not panel.view_state()["legend"]


@pytest.mark.parametrize("panel", ["proximity", "descent", "landing-zone"])
def test_a_picture_on_a_slide_is_without_its_figures(qtbot: QtBot, panel: str) -> None:
    made = studio()
    wish = Wish(panel, canned.IGNITION, 1200, 600)
    bare = made.draw(wish)
    made._panel(panel).set_figures(True)
    assert made.draw(wish) != bare
    assert not studio()._panel(panel).figures


@pytest.mark.parametrize("panel", ["map", "proximity", "descent", "landing-zone"])
def test_a_picture_has_no_frame(qtbot: QtBot, panel: str) -> None:
    """The line of the panel's frame would stand at the edges of the slide's picture."""
    image = Image.open(BytesIO(studio().draw(Wish(panel, canned.ENTRY, 1200, 600)))).convert("RGB")
    line = tuple(bytes.fromhex(THEMES["light"].line[1:]))
    left = [image.getpixel((0, y)) for y in range(image.height)]
    assert left.count(line) < image.height / 4


def test_whoever_watches_is_told_and_may_stop_it(qtbot: QtBot) -> None:
    wishes = tuple(Wish("crew", float(t), 300, 200) for t in range(4))
    seen: list[int] = []

    def done(count: int) -> None:
        seen.append(count)
        if count == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        studio().draw_all(wishes, done)
    assert seen == [1, 2]
