"""The keys of the board: one table, shown by `?` and tested for conflicts."""

from dataclasses import dataclass

from mission_gui.domain.facts import Text


@dataclass(frozen=True, slots=True)
class Key:
    """Key sequences as Qt writes them, the window's action they ask for, and what it is called.

    `repeats` while the key is held down.
    """

    keys: tuple[str, ...]
    action: str
    name: Text
    group: Text
    repeats: bool = False


_TIME, _SPEED, _BOARD = Text("Time", "Время"), Text("Speed", "Скорость"), Text("Board", "Экран")
_LAYOUT, _PANEL = Text("Layout", "Расположение"), Text("Panel with the focus", "Панель с фокусом")

KEYS: tuple[Key, ...] = (
    Key(("Space",), "toggle", Text("Play or pause", "Пуск или пауза"), _TIME),
    Key((",",), "back_one_second", Text("One second back", "Секунда назад"), _TIME, repeats=True),
    Key((".",), "on_one_second", Text("One second on", "Секунда вперёд"), _TIME, repeats=True),
    Key(("Left",), "back_ten_seconds", Text("Ten seconds back", "10 секунд назад"), _TIME, repeats=True),
    Key(("Right",), "on_ten_seconds", Text("Ten seconds on", "10 секунд вперёд"), _TIME, repeats=True),
    Key(("Shift+Left",), "back_one_minute", Text("One minute back", "Минута назад"), _TIME, repeats=True),
    Key(("Shift+Right",), "on_one_minute", Text("One minute on", "Минута вперёд"), _TIME, repeats=True),
    Key(("PgUp",), "previous_event", Text("Previous event", "Предыдущее событие"), _TIME, repeats=True),
    Key(("PgDown",), "next_event", Text("Next event", "Следующее событие"), _TIME, repeats=True),
    Key(("Home",), "go_to_start", Text("Start of the mission", "Начало"), _TIME),
    Key(("End",), "go_to_end", Text("End of the mission", "Конец"), _TIME),
    Key(("G",), "ask_for_time", Text("Go to a time or event", "Перейти ко времени"), _TIME),
    Key(("J",), "turn", Text("Run the other way", "Обратный ход"), _SPEED),
    Key(("K",), "slower", Text("Slower", "Медленнее"), _SPEED),
    Key(("L",), "faster", Text("Faster", "Быстрее"), _SPEED),
    Key(("R",), "loop", Text("Repeat at the end, or stop", "Повтор в конце"), _SPEED),
    Key(("E",), "ease", Text("Slow down at events, or not", "Замедляться у событий"), _SPEED),
    Key(("Ctrl+S",), "save_layout", Text("Save the layout under a name", "Сохранить расположение"), _LAYOUT),
    Key(("1",), "layout_orbit", Text("Orbit", "Орбита"), _LAYOUT),
    Key(("2",), "layout_proximity", Text("Proximity", "Вблизи станции"), _LAYOUT),
    Key(("3",), "layout_descent", Text("Descent", "Спуск"), _LAYOUT),
    Key(("4",), "layout_recovery", Text("Recovery", "Поиск и спасение"), _LAYOUT),
    Key(("5",), "layout_briefing", Text("Briefing, without controls", "Брифинг, без управления"), _LAYOUT),
    Key(("6",), "layout_wall", Text("Wall, readable from afar", "Большой экран"), _LAYOUT),
    Key(("0",), "follow_phase", Text("Follow the phase", "По этапу полёта"), _LAYOUT),
    Key(("Ctrl+0",), "reset_layout", Text("Reset the layout", "Сбросить расположение"), _LAYOUT),
    Key(("F6",), "next_panel", Text("Next panel", "Следующая панель"), _PANEL),
    Key(("Shift+F6",), "previous_panel", Text("Previous panel", "Предыдущая панель"), _PANEL),
    Key(("Ctrl+Shift+Right",), "wider", Text("Wider", "Шире"), _PANEL, repeats=True),
    Key(("Ctrl+Shift+Left",), "narrower", Text("Narrower", "Уже"), _PANEL, repeats=True),
    Key(("Ctrl+Shift+Up",), "taller", Text("Taller", "Выше"), _PANEL, repeats=True),
    Key(("Ctrl+Shift+Down",), "shorter", Text("Lower", "Ниже"), _PANEL, repeats=True),
    Key(("Ctrl+K", "Ctrl+P"), "find_command", Text("Find anything", "Найти что угодно"), _BOARD),
    Key(("Ctrl+O",), "show_library", Text("All missions", "Все экспедиции"), _BOARD),
    Key(("S",), "show_sources", Text("Sources of all figures, or hold Alt", "Источники величин, или Alt"), _BOARD),
    Key(("C",), "compare", Text("Compare with other missions", "Сравнить с другими полётами"), _BOARD),
    Key(("Ctrl+L",), "copy_link", Text("Copy a link to this moment", "Ссылка на этот момент"), _BOARD),
    Key(("Ctrl+Z",), "undo_view", Text("Undo a change of the view", "Отменить изменение вида"), _BOARD),
    Key(("Ctrl+Shift+Z", "Ctrl+Y"), "redo_view", Text("Redo it", "Вернуть"), _BOARD),
    Key(("Ctrl+,",), "show_settings", Text("Settings", "Настройки"), _BOARD),
    Key(("F2",), "show_tour", Text("Tour of the board", "Знакомство"), _BOARD),
    Key(("T",), "next_theme", Text("Next theme", "Другая тема"), _BOARD),
    Key(("F11",), "full_screen", Text("Full screen", "Весь экран"), _BOARD),
    Key(("F12",), "take_picture", Text("Save a picture", "Сохранить снимок"), _BOARD),
    Key(("Shift+F12",), "compose_picture", Text("Picture: size, dress, format", "Снимок: размер, вид, формат"), _BOARD),
    Key(("Ctrl+C",), "copy_picture", Text("Copy picture and words", "Копировать снимок и текст"), _BOARD),
    Key(("Ctrl+B",), "make_briefing", Text("Make a briefing…", "Сделать брифинг…"), _BOARD),
    Key(("?", "F1"), "show_keys", Text("These keys", "Эти клавиши"), _BOARD),
    Key(("Escape",), "close_overlay", Text("Close what lies on top", "Закрыть окно"), _BOARD),
    Key(("Ctrl+Q",), "close", Text("Quit", "Выход"), _BOARD),
)


@dataclass(frozen=True, slots=True)
class ControlKey:
    """Keys that the control with the focus takes, as the sheet writes them."""

    keys: str
    name: Text
    group: Text = Text("Where the focus is", "Где фокус")


CONTROL_KEYS: tuple[ControlKey, ...] = (
    ControlKey("Tab  Shift Tab", Text("Next control, or the one before", "К следующему или назад")),
    ControlKey("↑  ↓  Enter", Text("Choose in a list, go there", "Выбрать в списке, перейти")),
    ControlKey("+  -", Text("Nearer or farther: map, chart, timeline", "Крупнее, мельче: карта, график, шкала")),
    ControlKey("0", Text("Back to the automatic view of it", "К его обычному виду")),
    ControlKey("←  ↑  ↓  →", Text("Move a map", "Сдвинуть карту")),
    ControlKey("Ctrl ←  Ctrl →", Text("Move charts or timeline", "Сдвинуть графики, шкалу")),
    ControlKey(
        "Menu  Shift F10", Text("What else can be done: move, float, hide", "Ещё: переместить, вынести, скрыть")
    ),
)
"""How a panel is handled without a mouse, once Tab has led there."""

_SHOWN = {
    "Space": Text("Space", "Пробел"),
    "Left": "←",
    "Right": "→",
    "Shift+Left": "Shift ←",
    "Shift+Right": "Shift →",
    "Ctrl+Shift+Left": "Ctrl Shift ←",
    "Ctrl+Shift+Right": "Ctrl Shift →",
    "Ctrl+Shift+Up": "Ctrl Shift ↑",
    "Ctrl+Shift+Down": "Ctrl Shift ↓",
    "PgUp": "Page up",
    "PgDown": "Page down",
    "Escape": "Esc",
}


def shown(key: Key) -> str:
    """The keys as the sheet writes them."""
    between = Text("  or  ", "  или  ")
    return str(between).join(str(_SHOWN.get(sequence, sequence)).replace("+", " ") for sequence in key.keys)
