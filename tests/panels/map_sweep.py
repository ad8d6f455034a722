"""Looks at the maps of every mission for labels that touch, are cut or cover the ship: `make sweep [MISSIONS=...]`."""

import sys
from collections import Counter
from collections.abc import Iterator
from itertools import product

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from mission_gui.domain.alternatives import Alternatives
from mission_gui.domain.frame import frame_at
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.export.stage import BoardStage
from mission_gui.language import LANGUAGES, choose
from mission_gui.missionfile import mission_paths, read_mission
from mission_gui.panels.ground_track import GroundTrack
from mission_gui.panels.landing_zone import LandingZone
from mission_gui.session.alternatives import alternatives
from mission_gui.session.flight import fly
from mission_gui.theme import DARK
from tests.panels.map_faults import faults, moments

SIZES = ((1280, 720), (1920, 1080), (3840, 2160))
LAYOUTS = ("orbit", "descent", "recovery", "briefing")


Flown = tuple[Mission, Trajectory, Alternatives]


def main() -> int:
    """Prints each fault where it is seen first, and how many pictures were looked at; 1 where there is any."""
    app = QApplication(sys.argv)
    flights = list(flown(sys.argv[1:]))
    seen, pictures = Counter[str](), 0
    for language, size, layout in product(LANGUAGES, SIZES, LAYOUTS):
        choose(language)
        stage = BoardStage.made(DARK, layout, QSize(*size))
        for moment, found in looked_at(stage, flights):
            pictures += 1
            for fault in found:
                where = f"{language} {size[0]}x{size[1]} {layout}: {fault}"
                if where not in seen:
                    print(f"{moment} {where}", flush=True)
                seen[where] += 1
        stage.window.deleteLater()
        app.processEvents()
    print(f"{pictures} pictures, {len(seen)} faults, seen {seen.total()} times")
    return 1 if seen else 0


def flown(names: list[str]) -> Iterator[Flown]:
    """The missions of these names, without any name all of them."""
    for name, path in mission_paths().items():
        if not names or name in names:
            mission = read_mission(path)
            flight = fly(mission)
            yield mission, flight, alternatives(mission, flight)


def looked_at(stage: BoardStage, flights: list[Flown]) -> Iterator[tuple[str, list[str]]]:
    """Each map at each moment of each flight: which it is, and what is wrong with it."""
    for mission, flight, others in flights:
        stage.load(mission, flight, others)
        stage.window.grab()  # the panels take their places
        for t in moments(mission, flight):
            frame = frame_at(mission, flight, t)
            stage.window.show_frame(frame)
            for panel in stage.panels().values():
                if isinstance(panel, GroundTrack | LandingZone):
                    yield f"{mission.id} {t:.0f} s", faults(panel, frame)


if __name__ == "__main__":
    sys.exit(main())
