"""What the slides are made from, and what they have in common: plain functions."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from mission_gui.domain.alternatives import Alternatives
from mission_gui.domain.channels import CHANNELS
from mission_gui.domain.events import Event, Phase
from mission_gui.domain.facts import Source, Text
from mission_gui.domain.frame import Frame, frame_at
from mission_gui.domain.links import link
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory, channel_basis, sigma_at
from mission_gui.export.brief.deck import Clock, KeyFigure, Picture, Reference, Wish
from mission_gui.export.brief.template import Template
from mission_gui.language import translate
from mission_gui.panels.descent_figures import shown
from mission_gui.panels.wording import BASIS_NAMES, clock_time, countdown, give_or_take, written

_PANELS = {
    Phase.DOCKED: "map",
    Phase.DEPARTURE: "proximity",
    Phase.FLYAROUND: "proximity",
    Phase.ATMOSPHERE: "descent",
    Phase.ENTRY: "descent",
    Phase.PARACHUTE: "descent",
    Phase.LANDED: "landing-zone",
    Phase.RECOVERY: "landing-zone",
}
"""What is to be seen in a phase; in the others the map."""

WIDE, WHOLE, HALF = (1188, 396), (1200, 500), (700, 504)
"""Pictures in points, as wide to their height as their place: across a slide over figures, or alone, and beside a
table."""


@dataclass(frozen=True, slots=True)
class Briefing:
    """A flight and the template that it is told by. `words` is what a panel says of itself at a mission time."""

    mission: Mission
    trajectory: Trajectory
    alternatives: Alternatives
    template: Template
    words: Callable[[str, float], str]

    def event(self, id: str) -> Event | None:
        """An event of the flight that has a time within the mission; None where there is none."""
        found = next((event for event in self.trajectory.events if event.id == id), None)
        inside = found is not None and found.time and self.mission.start <= found.time <= self.mission.end
        return found if inside else None

    def time(self, id: str) -> float | None:
        """Mission time of an event; None where that is not known."""
        event = self.event(id)
        return None if event is None or event.time is None else self.mission.seconds(event.time)

    def frame(self, t: float) -> Frame:
        """The state at mission time `t`."""
        return frame_at(self.mission, self.trajectory, t)

    @property
    def landing(self) -> float:
        """Mission time of the landing, as published where it is, else as modelled."""
        found = self.time("touchdown")
        return self.trajectory.touchdown if found is None else found

    def picture(self, panel: str, t: float, size: tuple[int, int] = WIDE, legend: bool = True) -> Picture:
        """A panel at a moment, in words too."""
        return Picture(Wish(panel, t, *size, legend), self.words(panel, t))

    def panel_at(self, t: float) -> str:
        """The panel that shows most of a moment."""
        return _PANELS.get(self.trajectory.phase_at(t), "map")

    def moment(self, t: float) -> str:
        """A link that opens the board at mission time `t`."""
        return link(self.mission.id, self.frame(t).utc)

    def filled(self, text: Text) -> str:
        """A text of the template with its gaps filled, in the language spoken."""
        day = written(self.frame(self.landing).utc.date())
        return str(text).format(mission=self.mission.name, date=day)


def reading(briefing: Briefing, channel: str, t: float) -> KeyFigure:
    """A channel at a moment, with where it comes from and how sure it is."""
    frame = briefing.frame(t)
    basis = BASIS_NAMES[channel_basis(channel, frame.phase)]
    off = give_or_take(channel, sigma_at(briefing.trajectory, channel, t))
    off = off if any(digit in off for digit in "123456789") else ""
    name = str(CHANNELS[channel].name)
    return KeyFigure(shown(channel, frame.values[channel]), name, f"{basis}{off}")


def to_landing(briefing: Briefing, t: float) -> Clock:
    """The large time of a slide: what is left until the landing, or how long ago that was."""
    left = t - briefing.landing
    told = translate("Brief", "to landing") if left < 0 else translate("Brief", "since landing")
    return Clock(countdown(left), told)


def time_of_day(briefing: Briefing, t: float) -> str:
    """`10:34:05 UTC, 30 March 2022`."""
    utc = briefing.frame(t).utc
    return f"{clock_time(utc)} UTC, {written(utc.date())}"


def references(sources: Iterable[Source]) -> tuple[Reference, ...]:
    """Each publication once, in the order in which they were named."""
    return tuple(dict.fromkeys(Reference(str(source.title), source.url) for source in sources))


def cards_at(briefing: Briefing, t: float) -> tuple[tuple[str, ...], tuple[Source, ...]]:
    """What the mission file tells about a stretch of time, title and text, and its sources."""
    utc = briefing.frame(t).utc
    card = next((card for card in briefing.mission.cards if card.start <= utc < card.end), None)
    return ((f"{card.title}. {card.body}",), card.sources) if card else ((), ())
