"""The library lists all missions, finds them while one types, sorts them, and wishes one on the board."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from mission_gui.catalogue.entries import read_entry
from mission_gui.domain.catalogue import Entry
from mission_gui.domain.facts import Text
from mission_gui.domain.search import COLUMNS, Entries, Query
from mission_gui.missionfile import find_mission
from mission_gui.theme import DARK, THEMES, Style
from mission_gui.window.library import Library
from mission_gui.window.library_model import ENTRY
from mission_gui.window.library_tracks import TrackPictures
from mission_gui.window.library_words import KINDS, TABLE, details_html, facts, query_of, spoken, tags

FAULT = "own.toml, line 3: no such port\nWrite one of these"


@cache
def entries() -> Entries:
    """Four shipped missions, and a file of the user's that is broken."""
    shipped = ("soyuz-tma-11", "soyuz-tma-2", "soyuz-ms-22", "soyuz-ms-19")
    broken = Entry("own", Text("own"), Path("/home/user/own.toml"), False, fault=FAULT, words="own\nown.toml")
    return (*(read_entry(find_mission(name), True) for name in shipped), broken)


@pytest.fixture
def library(qtbot: QtBot) -> Library:
    made = Library(Style())
    qtbot.addWidget(made)
    made.take(entries())
    made.come("soyuz-ms-22")
    qtbot.waitExposed(made)
    return made


def listed(library: Library) -> list[str]:
    return [entry.id for entry in library.model.entries]


def test_all_are_listed_the_newest_first_and_broken_files_last(library: Library) -> None:
    assert listed(library) == ["soyuz-ms-22", "soyuz-ms-19", "soyuz-tma-11", "soyuz-tma-2", "own"]
    assert "5 of 5" in library.count.text() and "1 broken" in library.count.text()


def test_it_comes_with_the_mission_on_the_board_chosen_and_ready_to_be_typed_into(library: Library) -> None:
    assert library.chosen is not None and library.chosen.id == "soyuz-ms-22"
    assert library.filters.line.hasFocus()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("whitson", ["soyuz-tma-11"]),
        ("Уитсон", ["soyuz-tma-11"]),
        ("2022-03", ["soyuz-ms-19"]),
        ("rassvet", ["soyuz-ms-22", "soyuz-ms-19"]),
        ("ballistic", ["soyuz-tma-11"]),
        ("баллист", ["soyuz-tma-11"]),
        ("flyaround", ["soyuz-ms-19"]),
        ("flyaround rassvet", ["soyuz-ms-19"]),
        ("uncrewed", ["soyuz-ms-22"]),
        ("own", ["own"]),
        ("ballistic rassvet", []),
    ],
)
def test_what_is_typed_finds(library: Library, typed: str, found: list[str]) -> None:
    library.filters.line.insert(typed)  # as QTest cannot type Cyrillic
    assert listed(library) == found


def test_what_was_perhaps_meant_is_told(library: Library) -> None:
    library.filters.line.setText("whitsen")
    assert listed(library) == [] and "whitson" in library.count.text()
    assert library.chosen is None and not library.details.open.isEnabled()


def test_a_night_landing_is_asked_for_by_its_word() -> None:
    assert query_of("night", Query()).night is True and query_of("ночная", Query()).night is True
    assert query_of("nigh", Query()).night is True
    assert query_of("nig", Query()) == Query(words="nig"), "a short word may be the beginning of a name"


def test_chips_narrow_the_list_together_and_escape_takes_them_away(library: Library) -> None:
    flyaround = library.filters.chips["flyaround"]
    name = flyaround.text()
    flyaround.click()
    assert (flyaround.text(), flyaround.accessibleName()) == (f"✓ {name}", name)
    assert listed(library) == ["soyuz-ms-19"]
    library.filters.chips["ballistic"].click()
    assert listed(library) == []
    QTest.keyClick(library, Qt.Key.Key_Escape)
    assert len(listed(library)) == 5 and library.isVisible()
    QTest.keyClick(library, Qt.Key.Key_Escape)
    assert not library.isVisible()


def test_ports_and_years_are_those_that_there_are(library: Library) -> None:
    assert library.filters._ports == ["Rassvet", "Zarya"]
    assert library.filters._years == [2023, 2022, 2008, 2003]
    library.filters._set("year", 2022)
    assert listed(library) == ["soyuz-ms-19"]
    assert library.filters.query().since == date(2022, 1, 1)
    library.filters._set("year", 0)
    library.filters._set("port", "Rassvet")
    assert listed(library) == ["soyuz-ms-22", "soyuz-ms-19"]


@pytest.mark.parametrize("column", [column.id for column in TABLE])
def test_a_heading_sorts_and_a_second_click_turns_it_round(library: Library, column: str) -> None:
    library.filters.column = ""
    section = next(i for i, each in enumerate(TABLE) if each.id == column)
    library.table.horizontalHeader().sectionClicked.emit(section)
    first, key = listed(library), COLUMNS[column]
    told = [key(entry) for entry in library.model.entries if key(entry) is not None]
    assert told in (sorted(told), sorted(told, reverse=True))
    assert library.model.headerData(section, Qt.Orientation.Horizontal)[-1] in "↑↓"  # type: ignore[index]
    library.table.horizontalHeader().sectionClicked.emit(section)
    again = [key(entry) for entry in library.model.entries if key(entry) is not None]
    assert again == sorted(told, reverse=told == sorted(told)) or len(set(told)) == 1
    assert set(listed(library)) == set(first)


def test_it_is_used_by_the_keyboard_alone(library: Library, qtbot: QtBot) -> None:
    QTest.keyClick(library.filters.line, Qt.Key.Key_Down)
    assert library.chosen is not None and library.chosen.id == "soyuz-ms-19"
    with qtbot.waitSignal(library.wished) as wish:
        QTest.keyClick(library.filters.line, Qt.Key.Key_Return)
    assert wish.args == [find_mission("soyuz-ms-19")]
    assert library.isVisible(), "the library stays for the next one"
    library.table.setFocus()
    QTest.keyClick(library.table, Qt.Key.Key_Up)
    with qtbot.waitSignal(library.wished) as wish:
        QTest.keyClick(library.table, Qt.Key.Key_Return)
    assert wish.args == [find_mission("soyuz-ms-22")]


def test_the_chosen_mission_stays_chosen_while_one_types(library: Library) -> None:
    QTest.keyClick(library.filters.line, Qt.Key.Key_Down)
    library.filters.line.setText("soyuz")
    assert library.chosen is not None and library.chosen.id == "soyuz-ms-19"


def test_a_broken_file_tells_its_fault_and_is_opened_as_a_file(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", lambda url: opened.append(url.toLocalFile()))
    library.filters.line.setText("own.toml")
    assert library.chosen is not None and library.chosen.fault
    text = library.details.text.toPlainText()
    assert "no such port" in text and "Write one of these" in text and "own.toml" in text
    assert library.details.edit.isVisible() and not library.details.open.isEnabled()
    wishes: list[object] = []
    library.wished.connect(wishes.append)
    QTest.keyClick(library.filters.line, Qt.Key.Key_Return)
    assert opened == ["/home/user/own.toml"] and wishes == []


def test_a_mission_that_comes_with_the_program_offers_no_file(library: Library) -> None:
    assert library.details.open.isEnabled() and library.details.edit.isHidden()


def test_what_no_source_tells_is_said_not_to_be_known() -> None:
    bare = replace(entries()[1], port=None)
    told = dict(facts(bare))
    assert told["Port"] == "not known" and told["Flyaround"] == "none told"
    assert "nominal zone" in told["Place"]
    assert "nominal zone" not in dict(facts(entries()[0]))["Place"]
    assert "nobody aboard" in details_html(entries()[2], Style())


def test_what_is_remarkable_has_its_word() -> None:
    words = {entry.id: {tag.text for tag in tags(entry)} for entry in entries()}
    assert {"ballistic", "record"} <= words["soyuz-tma-11"] and "flyaround" in words["soyuz-ms-19"]
    assert words["soyuz-ms-22"] == {"uncrewed"} and words["soyuz-tma-2"] == set()
    assert words["own"] == {"broken", "your own"}
    assert "replaced" in {tag.text for tag in tags(replace(entries()[0], replaced=True))}


def test_every_control_and_every_row_has_a_name_for_a_screen_reader(library: Library) -> None:
    for widget in library.findChildren(QWidget):
        if widget.isVisible() and (isinstance(widget, QPushButton) or widget.focusPolicy() & Qt.FocusPolicy.TabFocus):
            told = QAccessible.queryAccessibleInterface(widget)
            assert told.text(QAccessible.Text.Name), widget
    row = library.model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert row == spoken(library.model.entries[1])
    assert "Mark Vande Hei" in row and "30 Mar 2022" in row and "Rassvet" in row


def test_tab_comes_to_every_control(library: Library) -> None:
    library.activateWindow()
    library.filters.line.setFocus()
    wanted = {library.filters.line, library.table, library.details.open, *library.filters.chips.values()}
    seen = set()
    for _ in range(30):
        QTest.keyClick(QApplication.focusWidget() or library, Qt.Key.Key_Tab)
        seen.add(QApplication.focusWidget())
    assert wanted - seen == set()


@pytest.mark.parametrize("theme", [name for name in THEMES if name != DARK.name])
@pytest.mark.parametrize("wide", [820, 1400])
def test_it_is_drawn_in_every_theme_and_width(library: Library, theme: str, wide: int) -> None:
    library.resize(wide, 700)
    before = library.grab().toImage()
    library.restyle(Style(THEMES[theme]))
    QApplication.processEvents()
    assert library.grab().toImage() != before
    shown = [i for i in range(len(TABLE)) if not library.table.isColumnHidden(i)]
    assert sum(map(library.table.columnWidth, shown)) <= library.table.viewport().width()
    assert library.details.isVisible() is (wide == 1400)


def test_each_track_is_drawn_once_and_differs_from_the_others(qtbot: QtBot) -> None:
    tracks, size = TrackPictures(Style()), QSizeF(112, 49)
    tma_11, ms_19 = entries()[0], entries()[3]
    first = tracks.of(tma_11, size, 1.0)
    assert tracks.of(tma_11, size, 1.0) is first
    assert tracks.of(ms_19, size, 1.0).toImage() != first.toImage()
    bare = tracks.of(replace(tma_11, track=(), path=Path("other.toml")), size, 1.0)
    assert bare.toImage() != first.toImage(), "without elements there is the map alone"


def test_two_thousand_missions_make_no_widget_each(library: Library) -> None:
    one = entries()[0]
    many = tuple(replace(one, id=f"m-{i}", path=Path(f"m-{i}.toml")) for i in range(2000))
    before = len(library.findChildren(QWidget))
    library.take(many)
    assert library.model.rowCount() == 2000 and len(library.findChildren(QWidget)) == before
    library.table.verticalScrollBar().setValue(library.table.verticalScrollBar().maximum())
    library.grab()
    assert len(library._tracks._kept) < 60, "only what was seen is drawn"


def test_progress_and_faults_are_told_below_the_list(library: Library) -> None:
    library.show_progress(3, 10)
    assert "3 of 10" in library.count.text()
    library.show_fault(FAULT)
    assert library.count.text() == FAULT.splitlines()[0] and library.count.toolTip() == FAULT


def test_it_speaks_russian_once_the_board_does(library: Library, russian: None) -> None:
    library.restyle(Style())
    assert library.windowTitle().startswith("Библиотека")
    assert [chip.text() for chip in library.filters.chips.values()] == [kind.name.ru for kind in KINDS]
    assert library.model.index(0, 1).data(ENTRY) is library.model.entries[0]
    assert "Союз" in library.model.index(0, 1).data()
