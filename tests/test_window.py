"""The window: where the panels stand, what the keys wish, and what it says while there is no flight."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QHoverEvent, QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from mission_gui.domain.clock import MissionClock
from mission_gui.domain.events import Phase
from mission_gui.domain.frame import frame_at
from mission_gui.panels.base import Panel
from mission_gui.panels.charts import Charts
from mission_gui.panels.header_clocks import MissionClockButton
from mission_gui.panels.table import PANELS, panel_type
from mission_gui.theme import DARK, LIGHT, THEMES, Style
from mission_gui.window import MainWindow
from mission_gui.window.board import FIXED
from mission_gui.window.keys import CONTROL_KEYS, KEYS, shown
from mission_gui.window.layouts import BY_ID, BY_PHASE, LAYOUTS, ORBIT, Layout, places
from mission_gui.window.places import SMALLEST, base_size, frame
from tests import canned
from tests.window import windows

MISSION, TRAJECTORY = canned.mission(), canned.trajectory()
SIZES = [QSize(1024, 640), QSize(1280, 720), QSize(1920, 1080), QSize(2560, 1080), QSize(1200, 1600), QSize(3840, 2160)]


def named(size: QSize) -> str:
    return f"{size.width()}x{size.height()}"


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    return windows.board(qtbot, windows.SMALL, 12669.0)


# ---- places


def rectangles(size: QSize, layout: Layout) -> list[QRect]:
    style = Style(DARK, base_size(size, layout.larger))
    outer = frame(size, style, layout)
    return [*places(layout.tree, outer.pop("area"), style).values(), *outer.values()]


@pytest.mark.parametrize("size", SIZES, ids=named)
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.id)
def test_the_panels_fill_the_window_and_never_overlap(layout: Layout, size: QSize) -> None:
    boxes = rectangles(size, layout)
    whole = QRect(QPoint(0, 0), size)
    for index, rectangle in enumerate(boxes):
        assert whole.contains(rectangle)
        assert rectangle.width() > 200 and rectangle.height() > 40
        assert not any(rectangle.intersects(other) for other in boxes[index + 1 :])
    covered = sum(r.width() * r.height() for r in boxes)
    assert covered > 0.92 * size.width() * size.height()


def test_every_panel_has_a_place_and_every_place_a_panel() -> None:
    named_panels = {name for layout in LAYOUTS for name in layout.tree.panels()}
    assert named_panels | set(FIXED) == set(PANELS)


def test_every_phase_has_one_layout() -> None:
    assert set(BY_PHASE) == set(Phase)
    assert sum(len(layout.phases) for layout in LAYOUTS) == len(Phase)


@pytest.mark.parametrize("size", SIZES, ids=named)
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.id)
def test_the_docks_stand_where_the_layout_wants_them(qtbot: QtBot, layout: Layout, size: QSize) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(size)
    window.set_layout(layout.id)
    window.load(MISSION, TRAJECTORY)
    area = window.board.area
    assert {name: area.docks[name].geometry() for name in layout.tree.panels()} == area.wanted()
    assert window.panels["timeline"].isHidden() is not layout.timeline


def drawn(window: MainWindow) -> QImage:
    for panel in window.panels.values():
        panel.rest()
    return window.grab().toImage()


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.id)
def test_a_window_that_is_resized_keeps_to_the_layout(window: MainWindow, layout: Layout) -> None:
    window.set_layout(layout.id)
    area = window.board.area
    for size in (QSize(1900, 1000), QSize(1300, 800), QSize(1024, 640), QSize(1600, 900)):
        window.resize(size)
        QApplication.processEvents()
        assert not area.changed_by_user()
        assert {name: area.docks[name].geometry() for name in layout.tree.panels()} == area.wanted(), size


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.id)
@pytest.mark.parametrize("size", [QSize(800, 600), QSize(1024, 600), QSize(900, 1000)], ids=named)
def test_a_window_that_is_too_small_scrolls(window: MainWindow, layout: Layout, size: QSize) -> None:
    window.set_layout(layout.id)
    window.resize(size)
    QApplication.processEvents()
    board, pane = window.board, window.pane
    assert window.size() == size
    assert board.size() == board.size().expandedTo(SMALLEST)
    hidden = board.size() - pane.viewport().size()
    assert (pane.horizontalScrollBar().maximum(), pane.verticalScrollBar().maximum()) == (
        hidden.width(),
        hidden.height(),
    )
    if layout.timeline:
        play = next(button for button in board.panels["timeline"].findChildren(QAbstractButton) if button.isVisible())
        pane.verticalScrollBar().setValue(0)
        play.setFocus(Qt.FocusReason.TabFocusReason)
        assert pane.viewport().rect().contains(QRect(play.mapTo(pane.viewport(), QPoint(0, 0)), play.size()))
    docks = [board.area.docks[name].geometry() for name in layout.tree.panels()]
    assert not any(a.intersects(b) for i, a in enumerate(docks) for b in docks[i + 1 :])
    window.resize(1280, 720)
    QApplication.processEvents()
    assert board.size() == window.size()


@pytest.mark.parametrize("size", [QSize(640, 420), QSize(480, 360), QSize(1024, 560)], ids=named)
@pytest.mark.parametrize("end", [0, 10_000])
def test_what_lies_on_top_is_in_the_middle_of_what_a_small_window_shows(
    window: MainWindow, size: QSize, end: int
) -> None:
    window.resize(size)
    QApplication.processEvents()
    pane = window.pane
    window.ask_for_time()
    window.palette_.ask(())
    window.key_sheet.show()
    window.notice.say("saved")
    window.complaint.say("a.toml: 1 fault\n  events[1].planned: no zone")
    for bar in (pane.horizontalScrollBar(), pane.verticalScrollBar()):
        bar.setValue(min(end, bar.maximum()))
    go_to, palette, keys = window.go_to, window.palette_, window.key_sheet
    cards = [(go_to, go_to._box().toAlignedRect()), (palette, palette._box().toAlignedRect()), (keys, keys.box())]
    cards += [(over, over.rect()) for over in (window.notice, window.complaint)]
    whole = pane.viewport().rect()
    for overlay, card in cards:
        seen = QRect(overlay.mapTo(pane.viewport(), card.topLeft()), card.size())
        assert whole.contains(seen), overlay
        assert abs(seen.center().x() - whole.center().x()) <= 2, overlay


def test_in_a_small_window_the_tour_and_the_sources_go_to_what_they_speak_of(window: MainWindow) -> None:
    window.resize(560, 400)
    QApplication.processEvents()
    window.show_tour()
    for step in window.tour.steps():
        part = window.pane.part()
        assert part.intersects(window.board.where()[step.panel]), step.panel
        assert part.contains(window.tour._box().toAlignedRect())
        assert part.contains(window.tour.next.geometry())
        window.tour.next.click()
    window.sources.toggle()
    for _ in range(30):
        QTest.keyClick(window.sources, Qt.Key.Key_Tab)
        chosen = window.sources.chosen
        assert chosen is not None and window.pane.part().intersects(chosen.box.toAlignedRect())


def test_a_layout_chosen_again_stands_as_at_first(window: MainWindow) -> None:
    first = drawn(window)
    for layout in (*LAYOUTS, BY_ID["orbit"]):
        window.set_layout(layout.id)
    assert drawn(window) == first


def test_the_layout_follows_the_phase_until_the_user_chooses(window: MainWindow) -> None:
    window.board.follow_phase()
    seen = []
    for t in (-600.0, 700.0, 5000.0, canned.ENTRY + 60, canned.TOUCHDOWN + 60):
        window.show_frame(frame_at(MISSION, TRAJECTORY, t))
        seen.append(window.board.layout_.id)
    assert seen == ["proximity", "proximity", "orbit", "descent", "recovery"]
    window.set_layout("briefing")
    window.show_frame(frame_at(MISSION, TRAJECTORY, 5000.0))
    assert window.board.layout_.id == "briefing"


def test_a_panel_that_comes_into_view_knows_the_flight_the_clock_and_the_moment(window: MainWindow) -> None:
    window.show_clock(MissionClock(0.0, 1.0, 0.0, 0.0, rate=60.0, playing=True))
    window.set_layout("descent")
    descent = window.panels["descent"]
    assert descent.trajectory is window.trajectory is not None and descent.frame is window.frame
    window.set_layout("orbit")
    later = frame_at(MISSION, TRAJECTORY, 14000.0)
    window.show_frame(later)
    assert descent.frame is not later
    window.set_layout("descent")
    assert descent.frame is later


def test_what_is_out_of_view_is_not_told(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    window.set_layout("descent")
    told: list[object] = []
    monkeypatch.setattr(window.panels["crew"], "show_frame", told.append)
    window.show_frame(frame_at(MISSION, TRAJECTORY, 14000.0))
    assert told == []


def test_a_panel_floats_and_comes_back(window: MainWindow, qtbot: QtBot) -> None:
    area = window.board.area
    area.float("crew")
    assert area.docks["crew"].isFloating()
    assert area.changed_by_user()
    later = frame_at(MISSION, TRAJECTORY, 14000.0)
    window.show_frame(later)
    assert window.panels["crew"].frame is later
    window.board.reset_layout()
    assert not area.docks["crew"].isFloating()
    assert {name: area.docks[name].geometry() for name in ORBIT.tree.panels()} == area.wanted()


def test_a_hidden_panel_leaves_its_room_to_the_others(window: MainWindow, qtbot: QtBot) -> None:
    area = window.board.area
    before = area.docks["side_tabs"].height()
    area.toggle("crew")
    qtbot.waitUntil(lambda: area.docks["side_tabs"].height() > before)
    area.toggle("crew")
    assert area.docks["crew"].isVisible()


def test_type_follows_the_window_in_half_pixels_and_stays_readable() -> None:
    assert base_size(QSize(1920, 1080)) == 13
    assert base_size(QSize(3840, 2160)) == 26
    assert base_size(QSize(1280, 720)) == 10
    assert base_size(QSize(2000, 1125)) == 13.5
    assert base_size(QSize(100, 100)) == 10


def test_resizing_restyles_only_when_the_type_changes(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Style] = []
    monkeypatch.setattr(window.panels["header"], "restyle", seen.append)
    window.resize(1300, 740)
    assert seen == []
    window.resize(1920, 1080)
    assert [style.base for style in seen] == [13.0]


def test_another_theme_reaches_every_panel(window: MainWindow) -> None:
    window.set_theme("light")
    assert all(panel.look.theme is LIGHT for panel in window.panels.values())
    assert window.grab().toImage().pixelColor(2, 2).name() == LIGHT.window.lower()


# ---- frames and clocks


def test_every_panel_shows_the_same_frame(window: MainWindow) -> None:
    moment = frame_at(MISSION, TRAJECTORY, 5000.0)
    window.show_frame(moment)
    assert all(panel.frame is moment for panel in window.panels.values())


def test_the_same_frame_gives_the_same_pixels(window: MainWindow) -> None:
    def picture(t: float) -> bytes:
        window.show_frame(frame_at(MISSION, TRAJECTORY, t))
        image = window.grab().toImage()  # held, because its bits go with it
        return bytes(image.constBits())

    first = picture(12669.0)
    assert picture(14000.0) != first
    assert picture(12669.0) == first


def test_the_rate_is_on_the_board(window: MainWindow) -> None:
    window.show_clock(MissionClock(0.0, 1.0, 0.0, 0.0, rate=60.0, playing=True))
    before = window.grab().toImage()
    window.show_clock(MissionClock(0.0, 1.0, 0.0, 0.0, rate=60.0, playing=False))
    assert window.grab().toImage() != before


def test_what_a_panel_seeks_becomes_the_windows_wish(window: MainWindow, qtbot: QtBot) -> None:
    for panel in window.panels.values():
        with qtbot.waitSignal(window.sought) as wish:
            panel.sought.emit(42.0)
        assert wish.args == [42.0]


def test_the_transport_wishes_through_the_window(window: MainWindow, qtbot: QtBot) -> None:
    timeline = window.panels["timeline"]
    for name in ("toggled", "rate_stepped", "event_stepped"):
        with qtbot.waitSignal(getattr(window, name)):
            signal = getattr(timeline, name)
            signal.emit() if name == "toggled" else signal.emit(1)


# ---- before there is a flight


def test_a_window_says_what_it_opens_before_it_has_panels(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show_opening("Soyuz MS-19", "Computing the flight")
    assert window.panels == {}
    with qtbot.waitSignal(window.painted):
        window.show()
    assert window.curtain.isVisible()
    window.show_progress(0.5, "Solving the descent")
    assert (window.curtain.title, window.curtain.text, window.curtain.fraction) == (
        "Soyuz MS-19",
        "Solving the descent",
        0.5,
    )


def test_a_mission_that_cannot_be_read_is_explained_in_the_window(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    window.show_error("lost.toml: 1 fault\n  epoch: no time zone; add Z")
    assert window.curtain.failed
    assert "add Z" in window.curtain.accessibleDescription()


def test_the_first_frame_lifts_the_curtain(window: MainWindow) -> None:
    assert not window.curtain.isVisible()


def test_a_hasty_board_shows_its_charts_with_the_frame_after_the_first(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.hasten()
    window.resize(1280, 720)
    window.show()
    window.set_layout("orbit")
    window.load(MISSION, TRAJECTORY)
    charts = window.panels["charts"]
    assert isinstance(charts, Charts)
    window.show_frame(frame_at(MISSION, TRAJECTORY, 0.0))
    charts.grab()
    assert all(chart.place is None for chart in charts.charts)
    qtbot.waitUntil(lambda: not window.board.hasty)
    qtbot.waitUntil(lambda: all(chart.place is not None for chart in charts.charts))


def test_every_panel_of_the_table_is_one() -> None:
    assert all(issubclass(panel_type(name), Panel) for name in PANELS)


def test_a_failure_with_a_flight_on_the_board_leaves_it_there(window: MainWindow) -> None:
    window.show_error("another mission could not be read")
    assert not window.curtain.isVisible()
    assert window.panels["header"].accessibleDescription() == "another mission could not be read"


# ---- keys


def test_no_key_has_two_meanings() -> None:
    sequences = [QKeySequence(sequence).toString() for key in KEYS for sequence in key.keys]
    assert "" not in sequences
    assert len(sequences) == len(set(sequences))
    assert len({key.action for key in KEYS}) == len(KEYS)


def test_every_action_has_a_key_and_every_key_an_action(window: MainWindow) -> None:
    assert set(window.deeds()) == {key.action for key in KEYS}


def test_the_sheet_of_keys_names_every_key(window: MainWindow) -> None:
    listed = [line for column in window.key_sheet.sheet.columns for line in column]
    assert sorted(line.keys for line in listed) == sorted([*map(shown, KEYS), *(key.keys for key in CONTROL_KEYS)])
    assert all(shown(key) in window.key_sheet.accessibleDescription() for key in KEYS)


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window, key, modifier)


SHIFT, CTRL, NONE = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.NoModifier,
)


@pytest.mark.parametrize(
    ("key", "modifier", "wish", "values"),
    [
        (Qt.Key.Key_Space, NONE, "toggled", []),
        (Qt.Key.Key_Comma, NONE, "stepped", [-1.0]),
        (Qt.Key.Key_Period, NONE, "stepped", [1.0]),
        (Qt.Key.Key_Left, NONE, "stepped", [-10.0]),
        (Qt.Key.Key_Right, NONE, "stepped", [10.0]),
        (Qt.Key.Key_Left, SHIFT, "stepped", [-60.0]),
        (Qt.Key.Key_Right, SHIFT, "stepped", [60.0]),
        (Qt.Key.Key_PageUp, NONE, "event_stepped", [-1]),
        (Qt.Key.Key_PageDown, NONE, "event_stepped", [1]),
        (Qt.Key.Key_Home, NONE, "sought", [float("-inf")]),
        (Qt.Key.Key_End, NONE, "sought", [float("inf")]),
        (Qt.Key.Key_J, NONE, "turned", []),
        (Qt.Key.Key_K, NONE, "rate_stepped", [-1]),
        (Qt.Key.Key_L, NONE, "rate_stepped", [1]),
        (Qt.Key.Key_R, NONE, "loop_wished", [True]),
        (Qt.Key.Key_F12, NONE, "picture_wished", []),
        (Qt.Key.Key_F12, SHIFT, "composing_wished", []),
        (Qt.Key.Key_C, CTRL, "copy_wished", []),
        (Qt.Key.Key_Q, CTRL, "closed", []),
    ],
)
def test_a_key_becomes_its_wish(
    window: MainWindow, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier, wish: str, values: list[float]
) -> None:
    with qtbot.waitSignal(getattr(window, wish), timeout=1000) as signal:
        press(window, key, modifier)
    assert signal.args == values


def test_the_question_mark_opens_the_sheet_and_escape_closes_it(window: MainWindow) -> None:
    QTest.keyClick(window, "?")  # type: ignore[call-overload]
    assert window.key_sheet.isVisible()
    press(window, Qt.Key.Key_Escape)
    assert not window.key_sheet.isVisible()


def test_t_goes_through_all_themes(window: MainWindow) -> None:
    for name in [*list(THEMES)[1:], "dark"]:
        press(window, Qt.Key.Key_T)
        assert window.look.theme.name == name


def test_f11_fills_the_screen_and_escape_leaves_it(window: MainWindow) -> None:
    press(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    press(window, Qt.Key.Key_Escape)
    assert not window.isFullScreen()


def test_go_to_takes_an_event_with_an_offset(window: MainWindow, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_G)
    assert window.go_to.isVisible()
    QTest.keyClicks(window.go_to.line, "touchdown-00:05:00")
    with qtbot.waitSignal(window.sought) as wish:
        QTest.keyClick(window.go_to.line, Qt.Key.Key_Return)
    assert wish.args == [canned.TOUCHDOWN - 300]
    assert not window.go_to.isVisible()


def test_go_to_explains_a_wrong_moment_and_stays(window: MainWindow, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_G)
    QTest.keyClicks(window.go_to.line, "landign")
    with qtbot.assertNotEmitted(window.sought):
        QTest.keyClick(window.go_to.line, Qt.Key.Key_Return)
    assert window.go_to.isVisible()
    assert "not an event" in window.go_to.fault
    QTest.keyClicks(window.go_to.line, "x")
    assert window.go_to.fault == ""
    press(window, Qt.Key.Key_Escape)
    assert not window.go_to.isVisible()


def test_typing_a_moment_presses_no_keys_of_the_board(window: MainWindow, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_G)
    with qtbot.assertNotEmitted(window.toggled), qtbot.assertNotEmitted(window.rate_stepped):
        QTest.keyClicks(window.go_to.line, "deorbit burn, lk t")
    assert window.go_to.line.text() == "deorbit burn, lk t"
    assert window.look.theme is DARK


def test_a_notice_goes_by_itself(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    window.notice._timer.setInterval(30)
    window.notice.say("Saved a picture")
    assert window.notice.isVisible()
    qtbot.waitUntil(lambda: not window.notice.isVisible())


def test_nothing_looks_chosen_before_tab_is_pressed(window: MainWindow) -> None:
    assert window.focusWidget() is window.board


def test_the_readme_names_no_key_that_is_not_there() -> None:
    readme = Path(__file__).parent.parent / "README.md"
    known = {sequence for key in KEYS for sequence in key.keys}
    named_keys = set(re.findall(r"`(F\d+|Space|PgUp|PgDown|Home|End)`", readme.read_text(encoding="utf-8")))
    assert named_keys <= known


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.id)
def test_a_layout_without_the_timeline_has_no_controls_at_all(window: MainWindow, layout: Layout) -> None:
    window.set_layout(layout.id)
    panels = window.board.in_view().values()
    found = [b for panel in panels for b in panel.findChildren(QAbstractButton) if b.isVisible()]
    buttons = [b for b in found if not isinstance(b, MissionClockButton)]  # which is a clock like the others to see
    strips = [b for bar in window.board.area.bars.values() for b in bar.findChildren(QAbstractButton) if b.isVisible()]
    assert bool(buttons or strips) is layout.timeline
    window.set_layout("orbit")
    assert any(button.isVisible() for button in window.panels["countdown"].findChildren(QAbstractButton))


@pytest.mark.parametrize("after", ["wall", "briefing", "descent"])
def test_a_layout_may_change_while_the_pointer_is_on_an_edge(window: MainWindow, after: str) -> None:
    """Qt kept the way to that edge, and fell on the next move of the pointer."""
    area = window.board.area

    def hover(at: QPoint) -> None:
        place = QPointF(at)
        QApplication.sendEvent(area, QHoverEvent(QEvent.Type.HoverMove, place, place, place))

    for name in ORBIT.tree.panels():
        window.set_layout("orbit")
        box = area.docks[name].geometry()
        for edge in (QPoint(box.right() + 3, box.center().y()), QPoint(box.center().x(), box.bottom() + 3)):
            window.set_layout("orbit")
            hover(edge)
            window.set_layout(after)
            hover(QPoint(5, 5))
    assert area.isVisible()


def test_only_the_user_ends_the_following_of_the_phase(window: MainWindow, qtbot: QtBot) -> None:
    window.board.follow_phase()
    for t in (-600.0, 5000.0, canned.ENTRY + 60):
        window.show_frame(frame_at(MISSION, TRAJECTORY, t))
        window.hide()
        window.show()
        QApplication.processEvents()
    assert window.board.following
    for panel in window.board.in_view().values():
        QTest.mouseClick(panel, Qt.MouseButton.LeftButton, pos=QPoint(panel.width() // 2, panel.height() - 4))
    assert window.board.following
    tabs = window.board.area.docks["side_tabs"].geometry()
    edge = QPoint(tabs.left() - 3, tabs.center().y())
    area = window.board.area
    QTest.mousePress(area, Qt.MouseButton.LeftButton, pos=edge)
    QTest.mouseMove(area, edge - QPoint(60, 0))
    qtbot.waitUntil(lambda: area.docks["side_tabs"].x() != tabs.x())
    QTest.mouseRelease(area, Qt.MouseButton.LeftButton, pos=edge - QPoint(60, 0))
    assert not window.board.following
    assert window.choices.settings.board is not None


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.id)
def test_what_a_panel_says_it_covers_it_paints(window: MainWindow, layout: Layout) -> None:
    window.board.set_layout(layout)
    QApplication.processEvents()
    told = [panel for panel in window.findChildren(Panel) if panel.isVisible()]
    covering = [panel for panel in told if panel.testAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)]
    assert len(covering) >= 3, "or Qt paints everything below them, too"
    for panel in covering:
        pictures = []
        for below in (QColor("magenta"), QColor("lime")):
            image = QImage(panel.size(), QImage.Format.Format_RGB32)
            image.fill(below)
            panel.render(image, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)
            pictures.append(image)
        assert pictures[0] == pictures[1], f"{type(panel).__name__} shows what lies below it"


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.id)
def test_an_area_without_room_is_laid_out_without_complaint(window: MainWindow, layout: Layout) -> None:
    window.set_layout(layout.id)
    window.board.area.resize(30, 12)
    window.board.area.fit()
