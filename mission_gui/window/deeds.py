"""What each action of the table of keys does, and everything else that the palette can find."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from mission_gui.domain.facts import Text
from mission_gui.language import translate
from mission_gui.theme import THEMES
from mission_gui.window.commands import Command, of_keys
from mission_gui.window.dock_menu import deeds as dock_deeds
from mission_gui.window.findings import findings
from mission_gui.window.layouts import LAYOUTS
from mission_gui.window.settings_dialog import THEME_NAMES

if TYPE_CHECKING:
    from mission_gui.window.main import MainWindow

_PANEL, _LAYOUT = Text("Panel", "Панель"), Text("Saved layout", "Сохранённое расположение")
_THEME, _EVENT = Text("Theme", "Тема"), Text("Event", "Событие")


def deeds(window: "MainWindow") -> dict[str, Callable[[], object]]:
    """By the action's name in `KEYS`."""
    choices = window.choices
    return {
        "toggle": window.toggled.emit,
        "back_one_second": lambda: window.stepped.emit(-1.0),
        "on_one_second": lambda: window.stepped.emit(1.0),
        "back_ten_seconds": lambda: window.stepped.emit(-10.0),
        "on_ten_seconds": lambda: window.stepped.emit(10.0),
        "back_one_minute": lambda: window.stepped.emit(-60.0),
        "on_one_minute": lambda: window.stepped.emit(60.0),
        "previous_event": lambda: window.event_stepped.emit(-1),
        "next_event": lambda: window.event_stepped.emit(1),
        "go_to_start": lambda: window.sought.emit(float("-inf")),
        "go_to_end": lambda: window.sought.emit(float("inf")),
        "ask_for_time": window.ask_for_time,
        "turn": window.turned.emit,
        "slower": lambda: window.rate_stepped.emit(-1),
        "faster": lambda: window.rate_stepped.emit(1),
        "loop": window.change_loop,
        "ease": window.change_easing,
        **{f"layout_{layout.id}": partial(choices.choose_layout, layout.id) for layout in LAYOUTS},
        "follow_phase": choices.follow_phase,
        "reset_layout": choices.reset_layout,
        "save_layout": lambda: choices.ask_for_name(window),
        **window.panel_keys.deeds(),
        "undo_view": choices.undo,
        "redo_view": choices.redo,
        "next_theme": choices.next_theme,
        "full_screen": window.change_full_screen,
        "take_picture": window.picture_wished.emit,
        "compose_picture": window.composing_wished.emit,
        "copy_picture": window.copy_wished.emit,
        "make_briefing": window.briefing_wished.emit,
        "find_command": window.find_command,
        "show_library": window.library_wished.emit,
        "show_sources": window.show_sources,
        "compare": window.comparison_wished.emit,
        "copy_link": window.copy_link,
        "show_settings": window.show_settings,
        "show_tour": window.show_tour,
        "show_keys": lambda: window.key_sheet.setVisible(not window.key_sheet.isVisible()),
        "close_overlay": window.close_overlay,
        "close": window.close,
    }


def commands(window: "MainWindow") -> list[Command]:
    """Everything that can be found: deeds with a key, panels, saved layouts, themes, and the flight's events."""
    choices = window.choices
    saved = [
        command
        for name in choices.settings.saved
        for command in (
            Command(Text(name), _LAYOUT, partial(choices.choose_layout, name)),
            Command(Text(_delete().format(name=name)), _LAYOUT, partial(choices.delete_layout, name)),
        )
    ]
    themes = [Command(THEME_NAMES[name], _THEME, partial(choices.choose_theme, name)) for name in THEMES]
    return [*of_keys(deeds(window)), *_of_panels(window), *saved, *themes, *_of_events(window), *findings(window)]


def _delete() -> str:
    return translate("Window", "Delete the layout {name}")


def _of_panels(window: "MainWindow") -> list[Command]:
    area = window.board.area
    found = [
        Command(Text(f"{dock.windowTitle()}: {words[:1].lower()}{words[1:]}"), _PANEL, deed)
        for name, dock in area.docks.items()
        if dock.isVisible()
        for words, deed in dock_deeds(area, name)
    ]
    hidden = window.board.hidden()
    return found + [
        Command(Text(translate("Window", "Show {name}").format(name=name)), _PANEL, partial(area.toggle, id))
        for id, name in hidden.items()
    ]


def _of_events(window: "MainWindow") -> list[Command]:
    mission, flight = window.mission, window.trajectory
    if mission is None or flight is None:
        return []
    timed = [(event, event.time) for event in flight.events if event.time is not None]
    return [
        Command(event.name, _EVENT, partial(window.sought.emit, mission.seconds(time)), f"{time:%H:%M}")
        for event, time in timed
    ]
