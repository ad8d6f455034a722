"""The panels in Russian: nothing is left in English, nothing is cut off, and English comes back as it was."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF
from pytestqt.qtbot import QtBot

from mission_gui.domain.frame import frame_at
from mission_gui.domain.language import ENGLISH, RUSSIAN
from mission_gui.language import choose
from mission_gui.panels import descent_labels, lettering, proximity_ground, proximity_live, proximity_marks
from mission_gui.panels.base import Panel
from mission_gui.panels.crew import CrewRoster
from mission_gui.panels.crew_text import agencies
from mission_gui.panels.descent_panel import DescentPanel
from mission_gui.panels.map_paint import text_size
from mission_gui.panels.proximity import Proximity
from mission_gui.panels.side_tabs import PAGES, SideTabs
from mission_gui.theme import Style
from tests import ms19
from tests.panels.pictures import picture

LATIN = re.compile(r"[A-Za-z]{2,}")
KEPT = {"UTC", "NASA", "TV", "bar", "ISS"}
"""Words that Russian boards write in Latin letters, and what sources are called."""
MOMENTS = ("hatch_closed", "flyaround_start", "ignition", "peak_load", "heat_shield", "medical_tent", "houston")
Shown = Callable[[str], Panel]


def english_in(text: str) -> set[str]:
    return set(LATIN.findall(text)) - KEPT


@pytest.fixture
def shown(qtbot: QtBot, russian: None) -> Shown:
    """Makes a panel by name, with the real flight and what else might have been."""

    def made(name: str) -> Panel:
        panel = KINDS[name](Style(base=13))
        qtbot.addWidget(panel)
        panel.load(ms19.mission(), ms19.trajectory())
        panel.show_alternatives(ms19.alternatives())
        return panel

    return made


def _page(index: int) -> Callable[[Style], SideTabs]:
    def made(style: Style) -> SideTabs:
        tabs = SideTabs(style)
        tabs.show_page(PAGES[index])
        tabs.following = False
        return tabs

    return made


KINDS: dict[str, Callable[[Style], Panel]] = {
    "crew": CrewRoster,
    "descent": DescentPanel,
    "proximity": Proximity,
    **{page.__name__: _page(index) for index, page in enumerate(PAGES)},
}
SIZES = {
    "crew": ((340, 346), (262, 240), (680, 692)),
    "descent": ((1220, 660), (740, 420), (2440, 1320)),
    "proximity": ((1220, 660), (740, 420), (2440, 1320)),
    **{page.__name__: ((340, 440), (262, 300), (680, 880)) for page in PAGES},
}
"""As on boards of 1920, 1280 and 3840 points, with type to match."""
BASES = (13.0, 10.0, 26.0)


def moved(panel: Panel) -> Iterator[str]:
    """The panel at one moment after the other."""
    for event_id in MOMENTS:
        panel.show_frame(frame_at(ms19.mission(), ms19.trajectory(), ms19.time_of(event_id) + 2.0))
        yield event_id


@pytest.mark.parametrize("name", KINDS)
def test_the_text_twin_and_the_note_are_in_russian(shown: Shown, name: str) -> None:
    panel = shown(name)
    for moment in moved(panel):
        told = f"{panel.accessibleName()} {panel.accessibleDescription()} {panel.note}"
        assert len(told) > 40 and english_in(told) == set(), (moment, told)


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("scale", range(3))
def test_what_is_written_is_russian_and_whole(
    shown: Shown, name: str, scale: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: set[str] = set()
    cut: set[str] = set()
    measure = lettering.width

    def width(font: QFont, text: str) -> float:
        written.add(text)
        return measure(font, text)

    class Metrics(QFontMetricsF):
        def elidedText(self, text: str, *rest: object) -> str:  # noqa: N802
            cut.add(text)
            return text

    monkeypatch.setattr(lettering, "width", width)
    for module in (descent_labels, proximity_ground, proximity_live, proximity_marks):
        monkeypatch.setattr(module, "text_size", lambda text, font: (width(font, text), text_size(text, font)[1]))
    monkeypatch.setattr(lettering, "QFontMetricsF", Metrics)
    panel = shown(name)
    panel.restyle(Style(base=BASES[scale]))
    for _ in moved(panel):
        picture(panel, *SIZES[name][scale])
    assert cut == set()
    assert {text for text in written if english_in(text)} == set()


@pytest.mark.parametrize("name", KINDS)
def test_hovers_are_in_russian_but_for_what_sources_print(shown: Shown, name: str) -> None:
    """Titles of sources and notes of the data files stay as they are: no line is English from its beginning."""
    panel = shown(name)
    panel.resize(*SIZES[name][0])
    for moment in moved(panel):
        picture(panel, *SIZES[name][0])
        for x, y in product(range(10, panel.width(), 60), range(10, panel.height(), 50)):
            tip = panel.tip_at(QPointF(x, y))
            assert english_in(tip.split("\n")[0]) == set(), (moment, tip)


@pytest.mark.parametrize("name", KINDS)
def test_russian_and_back_is_the_same_english_picture(qtbot: QtBot, name: str) -> None:
    def drawn() -> bytes:
        panel = KINDS[name](Style(base=13))
        qtbot.addWidget(panel)
        panel.load(ms19.mission(), ms19.trajectory())
        panel.show_alternatives(ms19.alternatives())
        panel.show_frame(frame_at(ms19.mission(), ms19.trajectory(), ms19.time_of("peak_load")))
        return picture(panel, *SIZES[name][0]).tobytes()

    before = drawn()
    choose(RUSSIAN)
    try:
        other = drawn()
    finally:
        choose(ENGLISH)
    assert other != before
    assert drawn() == before


def test_agencies_are_called_in_russian(russian: None) -> None:
    person = ms19.mission().crew[0]
    named = {name: agencies(replace(person, agency=name)) for name in ("NASA", "ESA", "JAXA", "CSA", "MBRSC")}
    assert named["NASA"] == ("НАСА",) and named["ESA"] == ("ЕКА",) and named["JAXA"] == ("ДжАКСА",)
    assert named["CSA"][-1] == "ККА" and named["MBRSC"][-1] == "МБРКЦ"
