"""The what-if page: its dials ask, its rows answer."""

from dataclasses import replace
from math import radians

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mission_gui.domain.alternatives import NONE, Alternatives
from mission_gui.domain.frame import frame_at
from mission_gui.domain.whatif import WhatIf
from mission_gui.panels.side_tabs import SideTabs
from mission_gui.panels.what_if import WhatIfPage
from mission_gui.panels.what_if_text import DIALS, LIFT, answers, largest, question, reserve_words, sentence
from mission_gui.physics.propagate import what_if
from mission_gui.theme import DARK, Style
from tests import canned, ms19
from tests.panels.pictures import near, picture


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


def test_the_reserve_can_be_asked_for() -> None:
    assert question({}, reserve=True) == WhatIf(reserve=True)
    real = ms19.mission()
    assert reserve_words(real) == ("Main parachute fails, reserve opens", True)
    assert reserve_words(canned.mission())[1] is False, "no reserve is known of the canned ship"
    landed = replace(real, descent=replace(real.descent, reserve=True))
    assert reserve_words(landed) == ("Landed on the reserve parachute", False)


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
    same = replace(later(), changed=replace(ms19.trajectory()))
    assert ("From the landing", "0.0 km", "") in answers(ms19.trajectory(), same)
    assert rows["Largest load"][1] == f"{largest(ms19.trajectory(), 'load'):.2f} g"
    assert rows["Sink rate at the end"][1] == "7.8 m/s"
    assert rows["Landing time"][0].startswith("+")


def test_without_a_question_only_the_flight_is_told() -> None:
    assert all(changed == "" for _, changed, _ in answers(ms19.trajectory(), NONE))
    assert sentence(ms19.trajectory(), NONE).startswith("Nothing is changed")


def test_the_sentence_tells_both_and_that_it_is_modelled() -> None:
    text = sentence(ms19.trajectory(), later())
    flown = largest(ms19.trajectory(), "load")
    assert "largest load" in text and f"instead of {flown:.2f} g" in text and text.endswith("Modelled.")


def test_a_refusal_is_the_whole_answer() -> None:
    assert sentence(ms19.trajectory(), Alternatives(refusal="The burn leaves the ship in orbit")) == (
        "The burn leaves the ship in orbit"
    )


def test_the_jolt_of_the_parachutes_is_not_the_entrys_load() -> None:
    flight = ms19.trajectory()
    assert largest(flight, "load") == pytest.approx(4.0, abs=0.3)  # "about 4 g" (spaceintel101, sosordi)
    assert flight.channels["load"].max() / 9.80665 > largest(flight, "load") + 0.5


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


def test_the_box_of_the_reserve_asks_and_is_cleared_with_the_dials(qtbot: QtBot) -> None:
    made = page(qtbot)
    made.load(replace(canned.mission(), vehicle=ms19.mission().vehicle), canned.trajectory())
    made.reserve.setFocus()
    with qtbot.waitSignal(made.asked) as asked:
        QTest.keyClick(made.reserve, Qt.Key.Key_Space)
    assert asked.args == [WhatIf(reserve=True)] and made.reset.isEnabled()
    with qtbot.waitSignal(made.asked) as asked:
        QTest.mouseClick(made.reset, Qt.MouseButton.LeftButton)
    assert asked.args == [WhatIf()] and not made.reserve.isChecked()


@pytest.mark.parametrize(("base", "wide", "high"), [(10.5, 272, 230), (10.5, 272, 300), (13, 340, 440), (26, 680, 900)])
def test_nothing_on_the_page_overlaps_or_is_cut_off(qtbot: QtBot, base: float, wide: int, high: int) -> None:
    made = WhatIfPage(Style(base=base))
    qtbot.addWidget(made)
    made.resize(wide, high)
    made.show()
    made.load(canned.mission(), canned.trajectory())
    boxes = [dial.geometry() for dial in made.dials.values()] + [made.reserve.geometry(), made.reset.geometry()]
    assert all(a.bottom() < b.top() + 1 for a, b in zip(boxes, boxes[1:], strict=False))
    rows = len(answers(ms19.trajectory(), NONE))
    assert made._foot() + made.look.px(28) + rows * made._row_height() <= high + 1


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


@pytest.mark.parametrize("base", [10.0, 13.0, 20.0, 26.0])
def test_the_knobs_of_the_dials_are_round(qtbot: QtBot, base: float) -> None:
    made = page(qtbot)
    made.restyle(Style(DARK, base))
    shown = picture(made, round(26 * base), round(34 * base))
    box = made.dials["delta_v"].geometry()
    knob = near(shown[box.top() : box.bottom() + 1, box.left() : box.right() + 1], made.look.color("caution"))
    rows, columns = np.flatnonzero(knob.any(axis=1)), np.flatnonzero(knob.any(axis=0))
    assert np.ptp(rows) == np.ptp(columns) >= 6
