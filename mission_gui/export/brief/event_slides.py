"""A slide for each main event: a picture, key figures, and what is to be seen."""

from collections.abc import Iterator
from datetime import timedelta

from mission_gui.domain.channels import CHANNELS
from mission_gui.domain.events import Event, Phase
from mission_gui.domain.facts import KIND_NAMES
from mission_gui.domain.records import surname
from mission_gui.export.brief.briefing import Briefing, cards_at, reading, references, to_landing
from mission_gui.export.brief.deck import Clock, Figures, KeyFigure, Slide
from mission_gui.language import translate
from mission_gui.panels.map_recovery import lonlat
from mission_gui.panels.marks import State
from mission_gui.panels.place_names import town
from mission_gui.panels.record_text import whole_days
from mission_gui.panels.sequence import BASIS_WORDS, difference, explain, slip
from mission_gui.panels.wording import clock_time, countdown, duration, quantity, written
from mission_gui.panels.zone_facts import basis, nearest_places, off

_MOST = 5

_NEAR = ("iss_range", "iss_range_rate", "altitude", "inertial_speed")
_ORBIT = ("altitude", "inertial_speed", "range_to_go", "iss_range")
_CHANNELS = {
    Phase.DOCKED: ("altitude", "inertial_speed"),
    Phase.DEPARTURE: _NEAR,
    Phase.FLYAROUND: _NEAR,
    Phase.ATMOSPHERE: ("altitude", "air_speed", "flight_path_angle", "range_to_go"),
    Phase.ENTRY: ("load", "altitude", "air_speed", "heat_flux", "range_to_go"),
    Phase.PARACHUTE: ("altitude", "air_speed", "dynamic_pressure", "range_to_go"),
}
"""The key figures of a phase; in the others those of an orbit."""


def event_slides(briefing: Briefing) -> list[Slide]:
    """The main events that the template names, as far as the flight has them, in order of time."""
    found = [(briefing.time(id), id) for id in briefing.template.events]
    timed = sorted((t, id) for t, id in found if t is not None)
    return [slide for _, id in timed for slide in event_slide(briefing, id)]


def event_slide(briefing: Briefing, id: str) -> list[Slide]:
    """The slide of one event; none where the flight does not have it."""
    event, t = briefing.event(id), briefing.time(id)
    if event is None or t is None:
        return []
    panel = briefing.template.pictures.get(id) or briefing.panel_at(t)
    told, sources = cards_at(briefing, t)
    reports = (report.source for report in (*event.planned, *event.actual))
    slide = Slide(
        id=id,
        arrangement="wide",
        title=str(event.name),
        subtitle=" · ".join((_when(event), *_known(event))),
        clock=_clock(briefing, t),
        blocks=(briefing.picture(panel, t), Figures(tuple(_figures(briefing, event, t))[:_MOST])),
        caption=briefing.words(panel, t),
        notes=(*told, explain(event, State.DONE, briefing.mission.epoch.date())),
        sources=references((*reports, *sources)),
        moment=briefing.moment(t),
    )
    return [slide]


def _when(event: Event) -> str:
    """The time; how sure it is where the second is the model's."""
    assert event.time is not None
    told = not event.actual or _solved(event)
    off = f" ± {quantity(event.sigma, 's')}" if told and event.modelled and event.sigma and event.sigma >= 0.5 else ""
    return f"{clock_time(event.time)} UTC{off}, {written(event.time.date())}"


def _solved(event: Event) -> bool:
    """Whether a report tells the minute, and the model the second."""
    return event.modelled is not None and bool(event.actual) and event.actual[0].precision >= 60


def _clock(briefing: Briefing, t: float) -> Clock:
    """To the landing; at the landing itself since the undocking."""
    if t != briefing.landing:
        return to_landing(briefing, t)
    return Clock(countdown(t), translate("Brief", "since undocking"))


def _known(event: Event) -> Iterator[str]:
    """How the time is known, and how it stands against the plan."""
    minute = translate("Brief", "minute published, second modelled")
    yield minute if _solved(event) else str(BASIS_WORDS[event.basis])
    if not event.planned:
        return
    planned = clock_time(event.planned[0].time, seconds=False)
    yield translate("Brief", "planned {time}").format(time=planned)
    if event.delay is not None:
        late = translate("Brief", "{difference} against the plan").format(difference=difference(event))
        yield late if slip(event) else translate("Brief", "on time")


def _figures(briefing: Briefing, event: Event, t: float) -> Iterator[KeyFigure]:
    phase = briefing.trajectory.phase_at(t)
    if phase in (Phase.LANDED, Phase.RECOVERY):
        yield from _landing_figures(briefing, event)
        return
    if event.id == "peak_load" and briefing.mission.figures.peak_load:
        published = briefing.mission.figures.peak_load[0]
        load = published.value * CHANNELS["load"].factor
        value = quantity(load, "g", 0 if load.is_integer() else 1)
        yield KeyFigure(value, translate("Brief", "peak load reported"), str(KIND_NAMES[published.kind]))
    if event.id == "ignition":
        yield from _burn(briefing)
    yield from (reading(briefing, channel, t) for channel in _CHANNELS.get(phase, _ORBIT))


def _burn(briefing: Briefing) -> Iterator[KeyFigure]:
    """The speed that the deorbit burn takes, which is seldom published."""
    descent = briefing.mission.descent
    origin = descent.provenance.get("delta_v")
    if origin is None:
        return
    length = quantity(descent.duration, "s")
    told = translate("Brief", "taken off in {duration}").format(duration=length)
    yield KeyFigure(quantity(descent.delta_v, "m/s"), told, str(KIND_NAMES[origin.kind]))


def _landing_figures(briefing: Briefing, event: Event) -> Iterator[KeyFigure]:
    mission = briefing.mission
    if event.time is None:
        return
    yield KeyFigure(clock_time(event.time), translate("Brief", "time of day, UTC"), str(BASIS_WORDS[event.basis]))
    flown = duration((event.time - mission.epoch).total_seconds())
    yield KeyFigure(flown, translate("Brief", "since undocking"), str(BASIS_WORDS[event.basis]))
    for place in nearest_places(mission, 1):
        label = translate("Brief", "from {place}").format(place=town(place.name))
        yield KeyFigure(off(place, mission.landing), label, basis(mission))
    if lonlat(mission.aim_point) != lonlat(mission.landing):
        label = translate("Brief", "from the aim point")
        yield KeyFigure(off(mission.aim_point, mission.landing), label, basis(mission))
    yield from _longest(briefing, event)


def _longest(briefing: Briefing, event: Event) -> Iterator[KeyFigure]:
    """Whoever of the crew was longest in space on this flight."""
    crew = [(person.this_flight(event.time), person) for person in briefing.mission.crew if event.time]
    if not crew:
        return
    longest = max(length for length, _ in crew)
    names = ", ".join(
        surname(str(person.called)) for length, person in crew if abs(longest - length) < timedelta(minutes=1)
    )
    label = translate("Brief", "in space: {names}").format(names=names)
    yield KeyFigure(whole_days(longest), label, translate("Brief", "launch to landing, published"))
