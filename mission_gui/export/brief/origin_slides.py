"""How all this is known: the model and its uncertainty, and the sources and credits."""

from collections.abc import Iterable, Iterator

from mission_gui.domain.facts import KIND_NAMES, Kind
from mission_gui.export.brief.briefing import Briefing
from mission_gui.export.brief.deck import Cell, Column, Figures, KeyFigure, Lines, Reference, Slide, Table
from mission_gui.export.stamp import PROGRAM, STATEMENT, Stamp
from mission_gui.language import translate
from mission_gui.panels.proximity_words import port_name
from mission_gui.panels.wording import quantity, reading

_SURE = ("ignition", "module_separation", "entry_interface", "parachutes", "touchdown")
_MOST_SOURCES = 15
_LEAST = 0.05
"""Seconds: less is not computed but set, as an ignition that is taken as published and never varied."""


def model_slide(briefing: Briefing) -> list[Slide]:
    """What was computed from what, what was assumed, and how sure the result is."""
    sure = tuple(_sureness(briefing))
    slide = Slide(
        id="model",
        arrangement="stacked",
        title=translate("Brief", "The model and how sure it is"),
        subtitle=str(STATEMENT)[:1].upper() + str(STATEMENT)[1:],
        blocks=(
            *((Figures(sure),) if sure else ()),
            Table(translate("Brief", "What the flight rests on"), _columns(), tuple(_rests_on(briefing))),
        ),
        caption=translate(
            "Brief", "± is one standard deviation. The landing agrees by construction and tests nothing."
        ),
        notes=tuple(_solved(briefing)),
    )
    return [slide]


def _columns() -> tuple[Column, ...]:
    return (
        Column(translate("Brief", "Input"), 1.2),
        Column(translate("Brief", "Value"), 1.3),
        Column(translate("Brief", "How it is known"), 1.0),
        Column(translate("Brief", "From"), 3.0),
    )


def _sureness(briefing: Briefing) -> Iterator[KeyFigure]:
    told = translate("Brief", "time, one standard deviation")
    for id in _SURE:
        event = briefing.event(id)
        if event is not None and event.sigma is not None and event.sigma >= _LEAST:
            yield KeyFigure(f"± {quantity(event.sigma, 's', 0 if event.sigma >= 0.5 else 1)}", str(event.name), told)


def _rests_on(briefing: Briefing) -> Iterator[tuple[Cell, ...]]:
    mission, descent = briefing.mission, briefing.mission.descent
    epoch = f"{mission.elements.epoch:%Y-%m-%d %H:%M} UTC"
    yield _row(translate("Brief", "Orbit"), epoch, str(KIND_NAMES[Kind.ACTUAL]), str(mission.elements.source.title))
    knobs = (
        ("delta_v", translate("Brief", "Deorbit delta-v"), quantity(descent.delta_v, "m/s")),
        ("duration", translate("Brief", "Burn duration"), quantity(descent.duration, "s")),
        ("bank", translate("Brief", "Bank angle"), reading("bank", descent.bank)),
    )
    for id, name, value in knobs:
        if id in descent.provenance:
            origin = descent.provenance[id]
            yield _row(name, value, str(KIND_NAMES[origin.kind]), str(origin.note or origin.source))
    departure = mission.departure
    yield _row(
        translate("Brief", "Departure"),
        port_name(mission) or translate("Brief", "port not known"),
        str(KIND_NAMES[departure.kind]),
        str(departure.source.title),
    )
    for name, place in (
        (translate("Brief", "Landing place"), mission.landing),
        (translate("Brief", "Aim point"), mission.aim_point),
    ):
        if place.provenance is not None:
            where = f"{reading('latitude', place.latitude)} {reading('longitude', place.longitude)}"
            yield _row(
                name,
                where,
                str(KIND_NAMES[place.provenance.kind]),
                str(place.provenance.note or place.provenance.source),
            )


def _row(*texts: str) -> tuple[Cell, ...]:
    return tuple(Cell(text, strong=index == 0) for index, text in enumerate(texts))


def _solved(briefing: Briefing) -> Iterator[str]:
    solution = briefing.trajectory.solution
    if solution is None:
        return
    told = translate(
        "Brief",
        "Solved for: the second of ignition, the bank reversal and the drag area of the main canopy. "
        "{flights} flights; {distance} from the published landing, {time} after it.",
    )
    yield told.format(
        flights=solution.evaluations,
        distance=quantity(solution.miss_distance, "m", 1),
        time=quantity(solution.time_residual, "s", 2),
    )


def source_slides(used: Iterable[Reference], stamp: Stamp) -> list[Slide]:
    """The publications that the other slides rest on, and whose data the pictures show."""
    references = list(dict.fromkeys(used))
    credits = Lines((Cell(str(stamp.rights)), Cell(translate("Brief", "Made by {program}.").format(program=PROGRAM))))
    columns = (Column(translate("Brief", "Source"), 2.2), Column(translate("Brief", "Address"), 1.6))
    count = max(-(-len(references) // _MOST_SOURCES), 1)
    edges = [round(i * len(references) / count) for i in range(count + 1)]
    title = translate("Brief", "Sources and credits")
    slides = []
    for number, (a, b) in enumerate(zip(edges, edges[1:], strict=False), 1):
        rows = tuple(
            (Cell(one.title), Cell(_brief(one.url) or translate("Brief", "no address kept"), one.url))
            for one in references[a:b]
        )
        last = number == count
        slides.append(
            Slide(
                id="sources" if number == 1 else f"sources_{number}",
                arrangement="stacked" if last else "whole",
                title=title if count == 1 else f"{title} ({number}/{count})",
                subtitle=str(stamp.basis),
                blocks=(Table(title, columns, rows), *((credits,) if last else ())),
                notes=(str(stamp.rights),) if last else (),
                sources=tuple(references[a:b]),
            )
        )
    return slides


def _brief(url: str) -> str:
    """An address as it is read: without its scheme, shortened where it is long."""
    short = url.partition("://")[2].removeprefix("www.").rstrip("/")
    return short if len(short) <= 46 else f"{short[:45]}…"
