"""From a mission to the sections of its record."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import groupby
from math import degrees

from mission_gui.domain.dossier import people
from mission_gui.domain.dossier.statements import (
    NOT_KNOWN,
    Section,
    Statement,
    of_fact,
    of_facts,
    of_figures,
    of_provenance,
    of_reports,
)
from mission_gui.domain.events import Event
from mission_gui.domain.facts import GeoPoint, Kind
from mission_gui.domain.mission import Mission, RelativeBurn
from mission_gui.domain.ports import port_name

CONFLICTS = "Sources disagree"
"""The label of facts that tell of conflicts in words."""
_REMARKS = ("Note", CONFLICTS)
_G = 9.80665
_CROSSING = "record_"


def record(mission: Mission) -> tuple[Section, ...]:
    """All that the file of a mission tells."""
    landing = mission.event("touchdown").time
    assert landing is not None, "a mission file without a landing time is not read"
    return (
        Section("Mission", tuple(_head(mission))),
        *people.crew(mission, landing),
        Section("Events", tuple(statement for event in mission.events for statement in _event(event))),
        Section("Departure", tuple(_departure(mission))),
        Section("Descent", tuple(_descent(mission))),
        Section("Landing", tuple(_landing(mission))),
        Section("Orbit of the station", tuple(_elements(mission))),
        Section("Recovery", tuple(_recovery(mission))),
        people.records(mission, landing),
        Section("Coverage and context", tuple(_context(mission))),
        Section("Facts", tuple(_facts(mission))),
    )


def _head(mission: Mission) -> Iterator[Statement]:
    yield Statement("Name", f"{mission.name.en} / {mission.name.ru}" if mission.name.ru else mission.name.en)
    yield Statement("Summary", mission.summary.en)
    yield Statement("Spacecraft", mission.spacecraft)
    yield Statement("Flown with the model of", mission.vehicle.name.en)
    yield Statement("Replayed from", f"{stamp(mission.start)} to {stamp(mission.end)}")
    yield Statement("Clocks", ", ".join(f"{clock.name.en} ({clock.zone})" for clock in mission.clocks))
    if not mission.crew:
        yield Statement("Crew", "nobody was aboard")


def stamp(time: datetime) -> str:
    """`2022-03-30 07:21:03 UTC`."""
    return f"{time:%Y-%m-%d %H:%M:%S} UTC"


def _event(event: Event) -> Iterator[Statement]:
    """What was planned, and what happened; of a record that was passed only that."""
    name = event.name.en
    if event.id.startswith(_CROSSING):
        yield of_reports(name, event.actual)
        return
    if event.planned:
        yield of_reports(f"{name}, planned", event.planned)
    if event.assumed and not event.actual:
        yield of_reports(f"{name}, assumed", event.assumed)
    else:
        yield of_reports(f"{name}, actual" if event.actual or event.planned else name, event.actual)
    if event.note:
        yield Statement(f"{name}, note", event.note.en)


def _departure(mission: Mission) -> Iterator[Statement]:
    departure = mission.departure
    port = port_name(departure.port)
    yield of_provenance("Port", port.en if port else NOT_KNOWN, departure.port_origin, mission.sources)
    if departure.attitude:
        turned = departure.attitude
        angles = (("pitch", turned.pitch), ("yaw", turned.yaw), ("roll", turned.roll))
        value = ", ".join(f"{name} {degrees(angle):+.0f} deg" for name, angle in angles if angle)
        yield of_provenance("Station turned by", value or "0 deg", turned.provenance, mission.sources)
    for burn in departure.burns:
        yield Statement(f"{burn.name.en} (reconstructed)", _burn(burn), departure.kind, (departure.source,))


def _burn(burn: RelativeBurn) -> str:
    at = timedelta(seconds=round(burn.at))
    size = "stops the ship beside the station" if burn.null else "a leg beside the station" if burn.leg else _size(burn)
    return f"T+{at}, {size}"


def _size(burn: RelativeBurn) -> str:
    along = f"{burn.along_port:.2f} m/s away from the port" if burn.along_port else ""
    free = "{:+.2f}, {:+.2f}, {:+.2f} m/s along V-bar, H-bar, R-bar".format(*burn.delta_v) if any(burn.delta_v) else ""
    lasting = f"{burn.duration:g} s" if burn.duration else ""
    return ", ".join(filter(None, (along, free, lasting)))


def _descent(mission: Mission) -> Iterator[Statement]:
    descent = mission.descent
    told = {
        "delta_v": ("Deorbit burn, change of speed", f"{descent.delta_v:.1f} m/s"),
        "duration": ("Deorbit burn, length", f"{descent.duration:g} s"),
        "bank": ("Bank", f"{degrees(descent.bank):.0f} deg"),
        "first_bank_sign": ("First bank", "to the right" if descent.first_bank_sign > 0 else "to the left"),
        "ballistic_below": ("Lift lost at", f"{(descent.ballistic_below or 0) / 1e3:.0f} km"),
        "reserve": ("Parachute", "the main one failed, it landed on the reserve"),
    }
    yield Statement("Kind", "guided" if descent.ballistic_below is None else "ballistic")
    for key, origin in descent.provenance.items():
        yield of_provenance(*told[key], origin, mission.sources)
    yield of_figures("Peak load", mission.figures.peak_load, lambda load: f"{load / _G:.2f} g")


def _landing(mission: Mission) -> Iterator[Statement]:
    for label, place in (("Aim point", mission.aim_point), ("Landing place", mission.landing)):
        yield of_provenance(label, written(place), place.provenance, mission.sources)
    if mission.figures.short_of_plan:
        yield of_figures("Short of plan", mission.figures.short_of_plan, lambda metres: f"{metres / 1e3:.0f} km")
    for place in mission.places:
        yield of_provenance(place.name, written(place), place.provenance, mission.sources)


def written(place: GeoPoint) -> str:
    """`47.350 N, 69.517 E, 330 m above the ellipsoid`."""
    latitude, longitude = degrees(place.latitude), degrees(place.longitude)
    north, east = "N" if latitude >= 0 else "S", "E" if longitude >= 0 else "W"
    return f"{abs(latitude):.3f} {north}, {abs(longitude):.3f} {east}, {place.height:.0f} m above the ellipsoid"


def _elements(mission: Mission) -> Iterator[Statement]:
    elements = mission.elements
    yield Statement("Line 1", elements.line1, Kind.ACTUAL, (elements.source,))
    yield Statement("Line 2", elements.line2, Kind.ACTUAL, (elements.source,))
    before = (mission.epoch - elements.epoch) / timedelta(hours=1)
    yield Statement("Epoch", f"{stamp(elements.epoch)}, {before:.1f} h before undocking", Kind.DERIVED)


def _recovery(mission: Mission) -> Iterator[Statement]:
    names = {person.id: person.name for person in mission.crew}
    for state in mission.recovery_states:
        who = ", ".join(names[one] for one in state.crew) or "all"
        yield Statement(f"From {state.event_id} on", f"{who}: {state.state.en}")
    for leg in mission.legs:
        who = ", ".join(names[one] for one in leg.crew)
        way = f"{leg.vehicle.en}, {leg.origin.name} to {leg.destination.name}, {leg.departs} to {leg.arrives}: {who}"
        yield Statement(leg.name.en, way, leg.kind, (leg.source,), leg.note.en)
    for asset in mission.assets:
        states = "; ".join(f"{event}: {state.en}" for event, state in asset.states)
        yield Statement(asset.name.en, states, asset.kind, (asset.source,), asset.note.en)
    if not (mission.legs or mission.assets):
        yield Statement("Search forces and the way home", NOT_KNOWN)


def _context(mission: Mission) -> Iterator[Statement]:
    for window in mission.coverage:
        shown = f"{stamp(window.start)} to {stamp(window.end)}, {window.channel}"
        yield Statement(window.title.en, shown, None, (window.source,), window.note.en)
    for card in mission.cards:
        yield Statement(card.title.en, card.body.en, None, card.sources)


def _facts(mission: Mission) -> Iterator[Statement]:
    """Facts under one label together, with remarks each for itself."""
    for label, group in groupby(mission.facts, key=lambda fact: fact.label.en):
        facts = list(group)
        if label in _REMARKS:
            yield from map(of_fact, facts)
        else:
            yield of_facts(label, facts)
