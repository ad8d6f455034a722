"""Slides that are tables: the crew and its records, plan against fact, the landing zone in figures."""

from collections.abc import Sequence
from typing import TypeVar

from mission_gui.domain.events import Event
from mission_gui.export.brief.briefing import HALF, Briefing, references, time_of_day
from mission_gui.export.brief.deck import Cell, Column, Figures, KeyFigure, Slide, Table
from mission_gui.language import translate
from mission_gui.panels.crew_text import CrewCard, card, members
from mission_gui.panels.sequence import BASIS_WORDS, actual_text, difference, slip, stamp
from mission_gui.panels.wording import clock_time, quantity, ship, written
from mission_gui.panels.zone_facts import basis, zone_note, zone_rows

MOST_ROWS = 17
"""Of a table on one slide."""

_T = TypeVar("_T")


def crew_slide(briefing: Briefing) -> list[Slide]:
    """Who came home, after how long, and with which records, as of the landing."""
    mission, utc = briefing.mission, briefing.frame(briefing.landing).utc
    crew = members(mission, briefing.trajectory)
    if not crew:
        return []
    cards = [card(mission, member, utc) for member in crew]
    columns = (
        Column(translate("Brief", "Name"), 1.8),
        Column(translate("Brief", "Role"), 1.6),
        Column(translate("Brief", "Up on"), 1.5),
        Column(translate("Brief", "This flight"), 1.6, numbers=True),
        Column(translate("Brief", "All flights"), 1.2, numbers=True),
        Column(translate("Brief", "Records as of the day"), 3.2),
    )
    rows = tuple(
        (
            Cell(one.name, strong=True),
            Cell(f"{member.person.role}, {one.agencies[-1]}"),
            Cell(str(ship(member.person.launch_vehicle))),
            Cell(one.this_flight_short),
            Cell(one.in_all or "–"),
            Cell(_records(one)),
        )
        for member, one in zip(crew, cards, strict=True)
    )
    day = written(utc.date())
    sources = [source for member in crew for source in member.person.sources]
    sources += [source for member in crew for crossing in member.crossings for source in crossing.record.sources]
    slide = Slide(
        id="crew",
        arrangement="stacked",
        title=translate("Brief", "The crew"),
        subtitle=translate("Brief", "Time in space and records as of the landing on {day}").format(day=day),
        blocks=(
            Figures(tuple(_days(one) for one in cards)),
            Table(translate("Brief", "Crew with time in space and records"), columns, rows),
        ),
        notes=tuple(_told(one) for one in cards),
        sources=references(sources),
        moment=briefing.moment(briefing.landing),
    )
    return [slide]


def _days(one: CrewCard) -> KeyFigure:
    return KeyFigure(one.this_flight_short, one.name, translate("Brief", "launch to landing, published"))


def _records(one: CrewCard) -> str:
    return "; ".join(lines[0] for lines in one.records) or "–"


def _told(one: CrewCard) -> str:
    lines = (one.person_lines[0], *one.flight_lines[:1], f"{one.this_flight_short}", _records(one))
    return f"{one.name}: {'; '.join(lines)}."


def plan_slides(briefing: Briefing) -> list[Slide]:
    """What was planned, what was reported, what the model gives; on as many slides as it takes."""
    events = [event for event in briefing.trajectory.events if _compared(event)]
    day = briefing.mission.epoch.date()
    columns = (
        Column(translate("Brief", "Event"), 2.6),
        Column(translate("Brief", "Planned, UTC"), 1.3, numbers=True),
        Column(translate("Brief", "Reported, UTC"), 1.4, numbers=True),
        Column(translate("Brief", "Model, UTC"), 1.8, numbers=True),
        Column(translate("Brief", "Against the plan"), 1.5, numbers=True),
        Column(translate("Brief", "Shown as"), 1.4),
    )
    pages = list(_pages(events))
    title = translate("Brief", "Planned against actual")
    late = [f"{event.name} {difference(event)}" for event in events if slip(event)]
    slides = []
    for number, page in enumerate(pages, 1):
        rows = tuple(
            (
                Cell(str(event.name), strong=True),
                Cell(stamp(event.planned[0], day, False, brief=True) if event.planned else "–"),
                Cell(actual_text(event, day, True) if event.actual else "–"),
                Cell(_modelled(event)),
                Cell(difference(event) if event.delay is not None else "–"),
                Cell(_shown_as(event)),
            )
            for event in page
        )
        slides.append(
            Slide(
                id="plan" if number == 1 else f"plan_{number}",
                arrangement="whole",
                title=title if len(pages) == 1 else f"{title} ({number}/{len(pages)})",
                subtitle=translate(
                    "Brief", "Times as published, and those that the model gives with their uncertainty"
                ),
                blocks=(Table(title, columns, rows),),
                caption=_against(late, any(event.delay is not None for event in events)) if number == 1 else "",
                notes=tuple(f"{event.name}: {event.note}" for event in page if event.note),
                sources=references(
                    report.source for event in page for report in (*event.planned[:1], *event.actual[:1])
                ),
            )
        )
    return slides


def _against(late: Sequence[str], compared: bool) -> str:
    if not compared:
        return translate("Brief", "No event of this flight has both a planned and a reported time.")
    if not late:
        return translate("Brief", "No reported time departs from the plan by more than its precision.")
    return translate("Brief", "Beyond the precision of the reports: {events}.").format(events="; ".join(late))


def _compared(event: Event) -> bool:
    """Whether anything but our own assumption is known of its time; records are not planned."""
    return bool(event.planned or event.actual or event.modelled) and not event.id.startswith("record_")


def _shown_as(event: Event) -> str:
    """How the time on the board is known."""
    return str(BASIS_WORDS[event.basis])


def _modelled(event: Event) -> str:
    if event.modelled is None:
        return "–"
    off = f" ± {quantity(event.sigma, 's')}" if event.sigma and event.sigma >= 0.5 else ""
    return clock_time(event.modelled) + off


def _pages(rows: Sequence[_T], most: int = MOST_ROWS) -> list[Sequence[_T]]:
    """Rows dealt evenly to as few pages as hold them."""
    count = max(-(-len(rows) // most), 1)
    edges = [round(i * len(rows) / count) for i in range(count + 1)]
    return [rows[a:b] for a, b in zip(edges, edges[1:], strict=False)]


def landing_zone_slide(briefing: Briefing) -> list[Slide]:
    """Where it came down, how far from what, and what is not known."""
    mission, t = briefing.mission, briefing.landing
    frame = briefing.frame(t)
    columns = (Column(translate("Brief", "Figure"), 1.2), Column(translate("Brief", "Value"), 1.5))
    rows = zone_rows(mission, briefing.alternatives, frame)
    table = Table(
        translate("Brief", "The landing zone in figures"),
        columns,
        tuple((Cell(name), Cell(value, strong=True)) for name, value in rows),
    )
    provenance = mission.landing.provenance
    event = briefing.event("touchdown")
    slide = Slide(
        id="landing_zone",
        arrangement="split",
        title=translate("Brief", "The landing zone"),
        subtitle=f"{time_of_day(briefing, t)} · {zone_note(frame, mission.landing)} · {basis(mission)}",
        blocks=(briefing.picture("landing-zone", t, HALF), table),
        notes=(str(provenance.note),) if provenance and provenance.note else (),
        sources=references(report.source for report in event.actual) if event else (),
        moment=briefing.moment(t),
    )
    return [slide]
