"""What is wrong with the labels of the map and of the landing zone at a moment, in words."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF

from mission_gui.domain.events import Phase
from mission_gui.domain.frame import Frame
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.panels.ground_track import GroundTrack
from mission_gui.panels.landing_zone import LandingZone
from mission_gui.panels.map_labels import around, overlap
from mission_gui.panels.map_live import DOWN
from mission_gui.panels.map_recovery import journeys
from mission_gui.panels.map_track import ground_position
from tests.panels.lettering import Written, touching, written

TOLD = ("undocking", "ignition", "burn_end", "module_separation", "entry_interface", "peak_load", "parachutes")
AFTER = (1.0, 600.0, 3600.0, 2 * 3600.0, 2.5 * 3600.0, 3 * 3600.0, 8 * 3600.0)
"""Seconds after touchdown."""
_SHIP = 4.0
"""Pixels of base size of the ship's marker that nothing is written over."""


def moments(mission: Mission, flight: Trajectory) -> list[float]:
    """Instants of a flight: at its main events, half way between them, and during the recovery."""
    times = {event.id: mission.seconds(event.time) for event in flight.events if event.time is not None}
    first, last = float(flight.t[0]), float(flight.t[-1])
    known = [first, *(times[name] for name in TOLD if name in times)]
    down = times.get("touchdown", last)
    between = [(a + b) / 2 for a, b in zip(known, [*known[1:], down], strict=True)]
    return sorted({min(t, last) for t in (*(t + 1.0 for t in known), *between, *(down + late for late in AFTER))})


def faults(panel: GroundTrack | LandingZone, frame: Frame) -> list[str]:
    """Texts that touch, that an edge cuts, or that lie over the ship, on the panel as it stands."""
    texts, pixel = written(panel), panel.look.px(1.0)
    found = [f"{a.text!r} touches {b.text!r}" for a, b in touching(texts, pixel)]
    found += [f"{text.text!r} is cut" for text in texts if text.cut]
    found += [f"{text.text!r} lies over who is on the way home" for text in _over_travellers(panel, frame, texts)]
    return found + [f"{text.text!r} lies over the ship" for text in _over_the_ship(panel, frame, texts)]


def _over_travellers(panel: GroundTrack | LandingZone, frame: Frame, texts: list[Written]) -> Iterator[Written]:
    """Once for each traveller; the landing zone's own marks are as large as the map's."""
    if frame.phase is not Phase.RECOVERY or panel.mission is None:
        return
    size = panel.look.px(_SHIP)
    for journey in journeys(panel.mission):
        at = journey.at(frame.t)
        place = panel.view.xy(*at) if isinstance(panel, GroundTrack) else panel.chart.xy(*at) if panel.chart else None
        if place is not None and journey.starts <= frame.t < journey.ends and not _overlaid(panel, frame, place):
            mark = QRectF(-size, -size, 2 * size, 2 * size).translated(QPointF(*place) + panel.content().topLeft())
            yield from (text for text in texts if text.seen.intersects(mark))


def _overlaid(panel: GroundTrack | LandingZone, frame: Frame, place: tuple[float, float]) -> bool:
    """Whether figures or legend of the map hide a place."""
    if not isinstance(panel, GroundTrack) or panel.flight is None:
        return False
    overlays, _ = panel._laid(panel.flight, frame)
    return any(overlap(around(*place, panel.look.px(_SHIP)), box) for box in overlays.boxes)


def _over_the_ship(panel: GroundTrack | LandingZone, frame: Frame, texts: list[Written]) -> Iterator[Written]:
    at = ground_position(frame)
    place = panel.view.xy(*at) if isinstance(panel, GroundTrack) else panel.chart.xy(*at) if panel.chart else None
    if place is None or frame.phase in DOWN:
        return
    size = panel.look.px(_SHIP)
    ship = QRectF(-size, -size, 2 * size, 2 * size).translated(QPointF(*place) + panel.content().topLeft())
    yield from (text for text in texts if text.seen.intersects(ship))
