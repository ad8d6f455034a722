"""The buttons over the map and its menu: everything a pointer does to the map, for the keyboard too."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from mission_gui.domain.facts import Text
from mission_gui.domain.frame import Frame
from mission_gui.domain.mission import Mission
from mission_gui.language import translate
from mission_gui.panels.map_live import DOWN, ISS, iss_position
from mission_gui.panels.map_options import Options, Reach
from mission_gui.panels.map_recovery import lonlat
from mission_gui.panels.map_track import ground_position
from mission_gui.panels.menu import BoardMenu
from mission_gui.panels.view_button import ViewButtons
from mission_gui.theme import Style

REACHES = (
    *(Reach(value) for value in (0.0, 0.25, 0.5, 1.0, 1.5, 2.0, 3.0)),
    *(Reach(value, minutes=True) for value in (10.0, 20.0, 30.0, 45.0, 60.0, 90.0, 120.0)),
)
TRACKS = {
    "trail": Text("Track behind the ship", "Пройденная трасса"),
    "lead": Text("Track ahead of the ship", "Предстоящая трасса"),
    "earlier": Text("Earlier orbits, faint", "Прежние витки, бледно"),
}
SHOWN = {
    "names": Text("Names of places", "Названия мест"),
    "circles": Text("Visibility circles", "Зоны радиовидимости"),
    "footprint": Text("Footprint of the ship", "Зона видимости корабля"),
    "readings": Text("Readings in the corner", "Показания в углу"),
    "legend": Text("Legend", "Условные знаки"),
    "zone": Text("Landing zone in the corner", "Район посадки в углу"),
    "imagery": Text("Satellite imagery", "Спутниковые снимки"),
}
FOLLOW = Text("Follow the ship", "Следить за кораблём")
WHOLE = Text("Whole Earth", "Вся Земля")
CLOSE_UP = Text("Landing place, close up", "Место посадки вблизи")
LANDING = Text("Landing place", "Место посадки")
CENTRE_HERE = Text("Centre here", "Сюда в центр")
CENTRE_ON = Text("Centre on", "В центр")
Places = tuple[tuple[Text, tuple[float, float]], ...]
REGIONS: Places = (
    (Text("Greenwich", "Гринвич"), (0.0, 20.0)),
    (Text("Asia", "Азия"), (90.0, 40.0)),
    (Text("Pacific", "Тихий океан"), (180.0, 0.0)),
    (Text("Americas", "Америка"), (-90.0, 20.0)),
)
ORBITS, MINUTES = Text("orbits", "витка"), Text("minutes", "минут")
NOTHING, ONE_ORBIT = Text("nothing", "ничего"), Text("orbit", "виток")
MISSING = Text(
    "Satellite imagery: pip install 'mission-gui[imagery]'",
    "Спутниковые снимки: pip install 'mission-gui[imagery]'",
)


class MapButtons(ViewButtons):
    """Farther, nearer, and the menu, in place of the automatic view."""

    menu_wished = Signal()

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(style, parent)
        self.auto.setText(translate("Map", "View"))
        self.auto.opens = True
        self.auto.setCheckable(False)
        self.auto.setAccessibleName(translate("Map", "Map view"))
        self.auto.setToolTip(translate("Map", "Map view (right-click)"))
        self.auto.clicked.connect(self.menu_wished)
        self.restyle(style)


class MapMenu(BoardMenu):
    """The choices of the map, made anew each time it is opened.

    `places` are those to centre on, by name, longitude and latitude in degrees; `here` is the one under the pointer.
    """

    chosen = Signal(object)
    """Other options."""
    centred = Signal(float, float)
    whole = Signal()
    close_up = Signal()

    def __init__(
        self,
        options: Options,
        places: Places,
        here: tuple[float, float] | None,
        imagery: bool,
        look: Style,
        parent: QWidget,
    ) -> None:
        super().__init__(look, parent)
        self._options = options
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(translate("Map", "Map view"))
        self._add(self, WHOLE, self.whole.emit)
        self._add(self, CLOSE_UP, self.close_up.emit)
        if here is not None:
            self._add(self, CENTRE_HERE, partial(self.centred.emit, *here))
        on = self._add_menu(CENTRE_ON)
        for text, place in places:
            self._add(on, text, partial(self.centred.emit, *place))
        self._add_switch("following", FOLLOW)
        self.addSeparator()
        for name, text in TRACKS.items():
            self._add_reaches(name, self._add_menu(text))
        self.addSeparator()
        for name, text in SHOWN.items():
            if name == "imagery" and not imagery:
                self._add(self, MISSING, lambda: None).setEnabled(False)
            else:
                self._add_switch(name, text)

    def _add(self, menu: QMenu, text: Text, deed: Callable[[], object]) -> QAction:
        action = QAction(str(text), menu)
        action.triggered.connect(lambda: deed())
        menu.addAction(action)
        return action

    def _add_menu(self, text: Text) -> BoardMenu:
        menu = BoardMenu(self.look, self, str(text))
        self.addMenu(menu)
        return menu

    def _add_switch(self, name: str, text: Text) -> None:
        """A line that is ticked while the option of that name holds."""
        held = getattr(self._options, name)
        action = self._add(self, text, partial(self._choose, name, not held))
        action.setCheckable(True)
        action.setChecked(held)

    def _add_reaches(self, name: str, menu: QMenu) -> None:
        """How much of a part of the track is drawn: a list of lengths, of which one is ticked."""
        group = QActionGroup(menu)
        for reach in REACHES:
            action = self._add(menu, words(reach), partial(self._choose, name, reach))
            action.setCheckable(True)
            action.setChecked(reach == getattr(self._options, name))
            group.addAction(action)

    def _choose(self, name: str, value: object) -> None:
        changes: dict[str, Any] = {name: value}
        self.chosen.emit(replace(self._options, **changes))


def places_of(mission: Mission | None, frame: Frame | None) -> Places:
    """What the map can be centred on: the ship and the station while they fly, the landing place, and longitudes."""
    if mission is None or frame is None:
        return REGIONS
    aloft = ((mission.name, ground_position(frame)), (ISS, iss_position(frame)))
    return (*(aloft if frame.phase not in DOWN else ()), (LANDING, lonlat(mission.landing)), *REGIONS)


def words(reach: Reach) -> Text:
    """`1.5 orbits`."""
    if not reach.value:
        return NOTHING
    unit = MINUTES if reach.minutes else ONE_ORBIT if reach.value == 1 else ORBITS
    length = f"{reach.value:g}"
    return Text(f"{length} {unit.en}", f"{length.replace('.', ',')} {unit.ru}")
