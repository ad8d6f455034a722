"""The what-if page: its dials ask, its rows answer."""

from dataclasses import replace
from math import radians

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mission_gui.domain.alternatives import NONE, Alternatives
from mission_gui.domain.frame import frame_at
from mission_gui.domain.whatif import WhatIf
from mission_gui.panels.side_tabs import SideTabs
from mission_gui.panels.what_if import WhatIfPage
from mission_gui.panels.what_if_text import DIALS, LIFT, answers, largest, question, sentence
from mission_gui.physics.propagate import what_if
from mission_gui.theme import Style
from tests import canned, ms19


def later() -> Alternatives:
    solution = ms19.trajectory().solution
    assert solution is not None
    wish = WhatIf(ignition=30.0)
    return Alternatives(question=wish, changed=what_if(ms19.mission(), solution, wish))


def page(qtbot: QtBot, complete: bool = True) -> WhatIfPage:
    made = WhatIfPage(Style())
    qtbot.addWidget(made)
    made.resize(340, 440)
    made.show()
    made.load(canned.mission(), canned.trajectory(complete))
    return made


# ---- words


def test_the_dials_say_what_they_ask() -> None:
    asked = question({"ignition": 30, "delta_v": -13, "bank": 2, "canopy": -5, "lift_lost": 29})
    assert asked == WhatIf(30.0, -1.3, radians(2), 0.95, 69e3)


def test_dials_at_rest_ask_for_nothing() -> None:
    assert question(dict.fromkeys((dial.id for dial in DIALS), 0)) == WhatIf()


def test_positions_read_as_words() -> None:
    by_id = {dial.id: dial for dial in DIALS}
    assert by_id["ignition"].value(0) == "as flown"
    assert by_id["ignition"].value(-20) == "−20 s"
    assert by_id["delta_v"].value(5) == "+0.5 m/s"
    assert LIFT.value(LIFT.most) == "below 100 km"


def test_the_answer_stands_beside_the_flight() -> None:
    rows = {name: (changed, flown) for name, changed, flown in answers(ms19.trajectory(), later())}
    assert rows["From the landing"][0].endswith(" km NE") and rows["From the landing"][1] == ""
    assert 200 < float(rows["From the landing"][0].split()[0]) < 240  # 7.3 km a second (study, B2)
    assert rows["Largest load"][1] == "3.82 g"
    assert rows["Landing time"][0].startswith("+")


def test_without_a_question_only_the_flight_is_told() -> None:
    assert all(changed == "" for _, changed, _ in answers(ms19.trajectory(), NONE))
    assert sentence(ms19.trajectory(), NONE).startswith("Nothing is changed")


def test_the_sentence_tells_both_and_that_it_is_modelled() -> None:
    text = sentence(ms19.trajectory(), later())
    assert "largest load" in text and "instead of 3.82 g" in text and text.endswith("Modelled.")


def test_a_refusal_is_the_whole_answer() -> None:
    assert sentence(ms19.trajectory(), Alternatives(refusal="The burn leaves the ship in orbit")) == (
        "The burn leaves the ship in orbit"
    )


def test_the_jolt_of_the_parachutes_is_not_the_entrys_load() -> None:
    assert largest(ms19.trajectory(), "load") == pytest.approx(3.82, abs=0.01)


# ---- the page


def test_moving_a_dial_asks_once_it_rests(qtbot: QtBot) -> None:
    made = page(qtbot)
    with qtbot.waitSignal(made.asked) as asked:
        made.dials["ignition"].setValue(10)
        made.dials["ignition"].setValue(12)
    assert asked.args == [WhatIf(ignition=12.0)]


def test_the_keyboard_moves_a_dial(qtbot: QtBot) -> None:
    made = page(qtbot)
    with qtbot.waitSignal(made.asked) as asked:
        QTest.keyClick(made.dials["delta_v"], Qt.Key.Key_Right)
    assert asked.args == [WhatIf(delta_v=0.1)]
    assert made.dials["delta_v"].accessibleDescription() == "+0.1 m/s"


def test_as_flown_brings_every_dial_back(qtbot: QtBot) -> None:
    made = page(qtbot)
    assert not made.reset.isEnabled()
    made.dials["bank"].setValue(4)
    assert made.reset.isEnabled()
    with qtbot.waitSignal(made.asked) as asked:
        QTest.mouseClick(made.reset, Qt.MouseButton.LeftButton)
    assert asked.args == [WhatIf()]
    assert not any(made.positions().values())


def test_nothing_can_be_asked_before_the_descent_is_known(qtbot: QtBot) -> None:
    made = page(qtbot, complete=False)
    assert not any(dial.isEnabled() for dial in made.dials.values())


def test_another_mission_starts_with_dials_at_rest(qtbot: QtBot) -> None:
    made = page(qtbot)
    made.dials["bank"].setValue(4)
    made.load(replace(canned.mission(), id="another"), canned.trajectory())
    assert not any(made.positions().values())


def test_the_side_tabs_pass_the_question_on(qtbot: QtBot) -> None:
    tabs = SideTabs(Style())
    qtbot.addWidget(tabs)
    tabs.load(canned.mission(), canned.trajectory())
    tabs.show_frame(frame_at(canned.mission(), canned.trajectory(), 0.0))
    tabs.show_page(WhatIfPage)
    shown = tabs.page
    assert isinstance(shown, WhatIfPage)
    with qtbot.waitSignal(tabs.asked):
        shown.dials["canopy"].setValue(3)
