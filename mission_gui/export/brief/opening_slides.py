"""The first slides: the title, and the whole way home on one timeline."""

from datetime import UTC, timedelta

from mission_gui.export.brief.briefing import Briefing, references, time_of_day
from mission_gui.export.brief.deck import Cell, Hour, Lines, Slide, Stop, Timeline
from mission_gui.export.stamp import PROGRAM
from mission_gui.language import translate
from mission_gui.panels.descent_figures import shown
from mission_gui.panels.map_wording import short_name
from mission_gui.panels.wording import clock_time, duration, ship, written

_STOPS = (
    "undocking",
    "flyaround_start",
    "separation_burn",
    "ignition",
    "burn_end",
    "module_separation",
    "entry_interface",
    "peak_load",
    "parachutes",
    "touchdown",
)
_TITLE_SIZE = (1280, 436)


def title_slide(briefing: Briefing) -> list[Slide]:
    """What, when, who, and over a picture of the whole way."""
    mission, landing = briefing.mission, briefing.landing
    start = briefing.time("ignition")
    t = landing if start is None else start + (landing - start) / 2
    crew = ", ".join(str(person.called) for person in mission.crew)
    landed = translate("Brief", "Landing {time}")
    subtitle = briefing.filled(briefing.template.subtitle) or str(mission.summary)
    slide = Slide(
        id="title",
        arrangement="title",
        title=briefing.filled(briefing.template.title),
        subtitle=subtitle,
        blocks=(
            briefing.picture("map", t, _TITLE_SIZE, legend=False),
            Lines(
                (
                    Cell(landed.format(time=time_of_day(briefing, landing)), strong=True),
                    *((Cell(crew),) if crew else ()),
                )
            ),
        ),
        notes=(
            translate("Brief", "Landing on {date}. Spacecraft: {ship}. Picture: {moment}.").format(
                date=written(briefing.frame(landing).utc.date()),
                ship=ship(mission.spacecraft),
                moment=time_of_day(briefing, t),
            ),
            translate("Brief", "Made by {program}.").format(program=PROGRAM),
        ),
        moment=briefing.moment(t),
    )
    return [slide]


def way_home_slide(briefing: Briefing) -> list[Slide]:
    """The main events to scale."""
    stops = tuple(_stop(briefing, id, t) for id in _STOPS if (t := briefing.time(id)) is not None)
    if len(stops) < 2:
        return []
    first, last = stops[0], stops[-1]
    told = "; ".join(f"{stop.clock} {stop.name}, {stop.figure}" for stop in stops)
    alt = translate("Brief", "Timeline in UTC: {stops}.").format(stops=told)
    span = duration(last.t - first.t)
    caption = translate("Brief", "{first} to {last}: {span}.").format(first=first.name, last=last.name, span=span)
    ignition = briefing.time("ignition")
    if ignition is not None:
        left = duration(briefing.landing - ignition)
        caption += " " + translate("Brief", "From the deorbit burn to the ground: {span}.").format(span=left)
    events = [event for stop_id in _STOPS if (event := briefing.event(stop_id)) is not None]
    reports = (report.source for event in events for report in event.actual[:1])
    slide = Slide(
        id="way_home",
        arrangement="whole",
        title=translate("Brief", "The way home"),
        subtitle=f"{_days(briefing, first.t, last.t)}, UTC",
        blocks=(Timeline(stops, _hours(briefing, first.t, last.t), alt),),
        caption=caption,
        notes=(alt,),
        sources=references(reports),
        moment=briefing.moment(first.t),
    )
    return [slide]


def _days(briefing: Briefing, start: float, end: float) -> str:
    """The day, or both where the way goes over midnight."""
    days = (briefing.frame(t).utc.date() for t in (start, end))
    return " – ".join(dict.fromkeys(map(written, days)))


def _stop(briefing: Briefing, id: str, t: float) -> Stop:
    event = briefing.event(id)
    assert event is not None
    frame = briefing.frame(t)
    figure = shown("altitude", frame.values["altitude"]) if t < briefing.landing else ""
    figure = figure or translate("Brief", "on the ground")
    return Stop(t, short_name(id, event.name), clock_time(frame.utc), figure)


def _hours(briefing: Briefing, start: float, end: float) -> tuple[Hour, ...]:
    """Whole hours within the way, or every third where there are many."""
    step = timedelta(hours=1 if end - start < 10 * 3600 else 3)
    first = briefing.frame(start).utc.astimezone(UTC).replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    hours = []
    while (t := briefing.mission.seconds(first)) < end:
        hours.append(Hour(t, clock_time(first, seconds=False)))
        first += step
    return tuple(hours)
