from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mission_gui.domain.facts import Fact, Kind, Source, Text
from mission_gui.domain.frame import Frame, frame_at
from mission_gui.domain.mission import Mission
from mission_gui.missionfile import find_mission, read_mission
from mission_gui.panels.card_html import fallback_html
from mission_gui.panels.cards import Cards, card_at
from mission_gui.theme import DARK, LIGHT, THEMES, Style, Theme
from tests import canned
from tests.canned import IGNITION

MISSION = canned.mission()
TRAJECTORY = canned.trajectory()


def moment(t: float) -> Frame:
    return frame_at(MISSION, TRAJECTORY, t)


def cards(qtbot: QtBot, mission: Mission = MISSION) -> Cards:
    made = Cards(Style())
    qtbot.addWidget(made)
    made.resize(340, 530)
    made.load(mission, TRAJECTORY)
    made.show_frame(moment(0))
    return made


@pytest.mark.parametrize(("t", "index"), [(-20000, 0), (0, 0), (IGNITION, 1), (26000, 1)])
def test_there_is_a_card_for_every_moment(t: float, index: int) -> None:
    assert card_at(MISSION, moment(t)) == index


def test_the_card_follows_the_moment(qtbot: QtBot) -> None:
    made = cards(qtbot)
    assert made.tab_text() == "Cards 1/2"
    made.show_frame(moment(IGNITION))
    assert made.tab_text() == "Cards 2/2"
    assert made.describe(moment(IGNITION)).startswith("Card 2 of 2: The burn. One long burn")


def test_paging_holds_until_the_user_goes_back_to_now(qtbot: QtBot) -> None:
    made = cards(qtbot)
    QTest.mouseClick(made.next, Qt.MouseButton.LeftButton)
    made.show_frame(moment(60))
    assert made.index == 1 and not made.next.isEnabled()
    QTest.mouseClick(made.now, Qt.MouseButton.LeftButton)
    assert made.index == 0 and not made.previous.isEnabled()


def test_the_list_of_all_cards_leads_to_each(qtbot: QtBot) -> None:
    made = cards(qtbot)
    assert 'href="card:1"' in made._html(MISSION, 0)
    made._open(QUrl("card:1"))
    assert made.index == 1 and made.paged


def test_text_of_a_card_is_text_and_no_markup(qtbot: QtBot) -> None:
    odd = replace(MISSION, cards=(replace(MISSION.cards[0], title=Text("a < b & c")),))
    assert "a &lt; b &amp; c" in cards(qtbot, odd)._html(odd, 0)


def test_a_mission_without_cards_still_tells_about_itself(qtbot: QtBot) -> None:
    bare = replace(MISSION, cards=())
    made = cards(qtbot, bare)
    assert made.tab_text() == "Cards"
    assert "Soyuz MS-19" in made._text.toPlainText() and "Rassvet" in made._text.toPlainText()


def test_turning_back_to_a_card_does_not_write_it_again(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    made = cards(qtbot)
    written: list[int] = []
    html = made._html

    def counted(mission: Mission, index: int) -> str:
        written.append(index)
        return html(mission, index)

    monkeypatch.setattr(made, "_html", counted)
    for t in (IGNITION, 0.0, IGNITION, 0.0):
        made.show_frame(moment(t))
    assert written == [1], "the first card was written when it was loaded"
    assert "Three people" in made._text.toPlainText()


def test_another_mission_has_its_own_cards(qtbot: QtBot) -> None:
    made = cards(qtbot)
    made.load(replace(MISSION, cards=MISSION.cards[1:]), TRAJECTORY)
    made.show_frame(moment(0))
    assert "The burn" in made._text.toPlainText()


def test_the_page_is_painted_again_only_when_the_card_changes(qtbot: QtBot) -> None:
    made = cards(qtbot)
    assert made.picture_of(moment(0)) == made.picture_of(moment(60))
    made.show_frame(moment(IGNITION))
    assert made.picture_of(moment(IGNITION)) != (0, False)


def test_only_addresses_of_the_web_are_opened(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", lambda url: opened.append(url.toString()))
    made = cards(qtbot)
    for address in ("https://example.org/a", "file:///etc/passwd", "smb://host/x"):
        made._open(QUrl(address))
    assert opened == ["https://example.org/a"]


def test_without_cards_each_fact_tells_its_source() -> None:
    fact = Fact(Text("Port"), Text("Rassvet"), (Source("x", Text("A <page>"), "https://example.org"),), Kind.ACTUAL)
    html = fallback_html(replace(MISSION, cards=(), facts=(fact,)), Style())
    assert "actual: <a" in html and "A &lt;page&gt;" in html and 'href="https://example.org"' in html


def test_restyling_keeps_the_card(qtbot: QtBot) -> None:
    made = cards(qtbot)
    made.page_on()
    made.restyle(Style(LIGHT, 26))
    assert made.index == 1 and "The burn" in made._text.toPlainText()


def test_every_button_has_a_name_for_a_screen_reader(qtbot: QtBot) -> None:
    made = cards(qtbot)
    names = [button.accessibleName() for button in (made.previous, made.next, made.now)]
    assert names == ["Previous card", "Next card", "Card of the moment"]


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("before", [DARK, LIGHT], ids=["from dark", "from light"])
def test_a_card_takes_the_colours_of_a_theme_chosen_while_it_is_on_show(
    qtbot: QtBot, before: Theme, theme: Theme
) -> None:
    made = cards(qtbot)
    made.show()
    for chosen in (before, theme):
        made.restyle(Style(theme=chosen))
    palette = made._text.palette()
    assert palette.color(QPalette.ColorRole.Text).name().upper() == theme.text
    assert palette.color(QPalette.ColorRole.Base).name().upper() == theme.panel


def test_times_and_ports_of_the_file_are_said_as_people_say_them(russian: None) -> None:
    words = fallback_html(read_mission(find_mission("soyuz-ms-22")), Style())
    assert "21 сентября 2022, 13:54:49 UTC" in words and "«Рассвет»" in words
    assert "T13:54" not in words
