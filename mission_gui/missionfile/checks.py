"""What a mission or vehicle must be beyond its format: times in order, elements sound, names known."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from mission_gui.domain.events import EVENT_NAMES
from mission_gui.missionfile import departurechecks, references
from mission_gui.missionfile.faults import Fault
from mission_gui.missionfile.walk import (
    Tables,
    child,
    event_row,
    event_time,
    moment,
    number,
    rows,
    text,
    used_time,
)

OLDEST_ELEMENTS = timedelta(days=3)


def mission_faults(tables: Tables) -> list[Fault]:
    """All faults of a mission file that its parts show, as far as they can be read."""
    return [fault for check in MISSION_CHECKS for fault in check(tables)]


def vehicle_faults(tables: Tables) -> list[Fault]:
    """All faults of a vehicle file beyond its format."""
    checks = (references.source_faults, _canopy_faults, _reserve_faults, _aerodynamics_faults)
    found = [fault for check in checks for fault in check(tables)]
    return found + list(references.duplicate_faults(tables, ("canopies", "id"), ("reserve.canopies", "id")))


def stations_faults(tables: Tables) -> list[Fault]:
    """All faults of a file of ground stations beyond its format."""
    return [*references.source_faults(tables), *references.duplicate_faults(tables, ("stations", "id"))]


def profile_faults(tables: Tables) -> list[Fault]:
    """All faults of a departure profile beyond its format."""
    return [*references.source_faults(tables), *departurechecks.burn_faults(tables, "burns")]


def ports_faults(tables: Tables) -> list[Fault]:
    """All faults of a file of ports beyond its format."""
    return [*references.source_faults(tables), *references.duplicate_faults(tables, ("ports", "name"))]


def outline_faults(tables: Tables) -> list[Fault]:
    """All faults of a station's outline beyond its format."""
    columns = (("parts", "id"), ("ports", "name"), ("zones", "id"))
    found = [*references.source_faults(tables), *references.duplicate_faults(tables, *columns)]
    for place, part in rows(tables, "parts"):
        since, until = part.get("since"), part.get("until")
        if isinstance(since, date) and isinstance(until, date) and until <= since:
            found.append((f"{place}.until", f"{until} is not after the beginning on {since}; give a later day"))
    return found


def _duplicates(tables: Tables) -> Iterator[Fault]:
    columns = (("crew", "name"), ("crew", "id"), ("events", "id"), ("recovery.legs", "id"), ("clocks", "zone"))
    return references.duplicate_faults(tables, *columns)


def _event_order(tables: Tables) -> Iterator[Fault]:
    last_time, last_id = None, ""
    for place, event in rows(tables, "events"):
        time = used_time(event)
        if time is None:
            continue
        if last_time is not None and time < last_time:
            what = f"{text(event, 'id') or 'the event'} at {_clock(time)}"
            yield place, f"{what} comes before {last_id} at {_clock(last_time)}; sort events by the time used"
        last_time, last_id = time, text(event, "id") or "the event above"


def _event_names(tables: Tables) -> Iterator[Fault]:
    for place, event in rows(tables, "events"):
        name = text(event, "id")
        if name is not None and name not in EVENT_NAMES and "name" not in event:
            yield f"{place}.name", f"missing, and {name} has no standard name; add name = {{ en = ..., ru = ... }}"


def _flight(tables: Tables) -> Iterator[Fault]:
    undocking, touchdown = event_time(tables, "undocking"), event_time(tables, "touchdown")
    for name in ("undocking", "touchdown"):
        place, event = event_row(tables, name)
        if not any(event.get(key) for key in ("actual", "planned")):
            yield place, f"no time for {name}; add an event with id = {name!r} and a planned or actual time"
    if undocking and touchdown and touchdown <= undocking:
        fault = f"the landing at {_clock(touchdown)} is not after undocking at {_clock(undocking)}; mend one"
        yield event_row(tables, "touchdown")[0], fault
    for place, person in rows(tables, "crew"):
        launch = moment(person, "launch")
        if launch and undocking and launch >= undocking:
            yield f"{place}.launch", f"{_clock(launch)} is not before undocking at {_clock(undocking)}; mend one"


def _span(tables: Tables) -> Iterator[Fault]:
    start, end = moment(tables, "start"), moment(tables, "end")
    undocking, touchdown = event_time(tables, "undocking"), event_time(tables, "touchdown")
    if start and end and end <= start:
        yield "end", f"{_clock(end)} is not after the start at {_clock(start)}; give a later end"
        return
    if start and undocking and start > undocking:
        yield "start", f"{_clock(start)} is after undocking at {_clock(undocking)}; give an earlier start"
    if end and touchdown and end < touchdown:
        yield "end", f"{_clock(end)} is before the landing at {_clock(touchdown)}; give a later end"


def _windows(tables: Tables) -> Iterator[Fault]:
    for name in ("coverage", "cards"):
        for place, row in rows(tables, name):
            start, end = moment(row, "start"), moment(row, "end")
            if start and end and end <= start:
                yield f"{place}.end", f"{_clock(end)} is not after the start at {_clock(start)}; give a later end"


def _zones(tables: Tables) -> Iterator[Fault]:
    for place, row in rows(tables, "clocks"):
        zone = text(row, "zone")
        if zone is not None and not _zone_exists(zone):
            yield f"{place}.zone", f"unknown time zone {zone!r}; use an IANA name like Europe/Moscow"


def _zone_exists(zone: str) -> bool:
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _crew_sources(tables: Tables) -> Iterator[Fault]:
    """Figures of a person without their source, and sources without their figure."""
    for place, person in rows(tables, "crew"):
        for key in ("seat", "born", "flights", "time_before"):
            source = f"{key}_source"
            for missing, there in ((key, source), (source, key)):
                if missing not in person and there in person:
                    yield f"{place}.{missing}", f"missing beside {there}; add it, or leave both out"


def _elements(tables: Tables) -> Iterator[Fault]:
    lines = child(tables, "elements")
    if not isinstance(lines, dict):
        return
    for key, digit in (("line1", "1"), ("line2", "2")):
        if (line := text(lines, key)) is not None:
            yield from ((f"elements.{key}", fault) for fault in _line_faults(line, digit))
    line1, line2 = text(lines, "line1") or "", text(lines, "line2") or ""
    if len(line1) == len(line2) == 69 and line1[2:7] != line2[2:7]:
        yield "elements.line2", f"catalogue number {line2[2:7]} is not {line1[2:7]} of line 1; give lines of one set"
    epoch, undocking = elements_epoch(line1), event_time(tables, "undocking")
    if epoch and undocking and not undocking - OLDEST_ELEMENTS <= epoch <= undocking:
        remedy = f"give a set from the three days before undocking at {_clock(undocking)}"
        yield "elements.line1", f"the epoch {_clock(epoch)} does not suit; {remedy}"


def _line_faults(line: str, number: str) -> Iterator[str]:
    if len(line) != 69 or not line.isascii():
        yield f"{len(line)} characters; an element line has 69"
    elif not line.startswith(f"{number} "):
        yield f"it begins with {line[:2]!r}; line {number} of a set begins with '{number} '"
    elif line[68] != str(checksum(line)):
        yield f"the checksum is {line[68]}, the digits give {checksum(line)}; copy the line again"


def checksum(line: str) -> int:
    """The checksum of an element line: its digits and one for each minus, of the first 68, modulo 10."""
    return (sum(int(mark) for mark in line[:68] if mark in "0123456789") + line[:68].count("-")) % 10


def elements_epoch(line1: str) -> datetime | None:
    """The epoch of a first element line; None where there is none to read."""
    try:
        year, day = int(line1[18:20]), float(line1[20:32])
    except ValueError:
        return None
    if not 1.0 <= day < 367.0:
        return None
    return datetime(2000 + year if year < 57 else 1900 + year, 1, 1, tzinfo=UTC) + timedelta(days=day - 1)


def _canopy_faults(tables: Tables) -> Iterator[Fault]:
    for chain in ("canopies", "reserve.canopies"):
        for index, (place, canopy) in enumerate(rows(tables, chain)):
            wanted, other = ("start_altitude", "start_delay") if index == 0 else ("start_delay", "start_altitude")
            if wanted not in canopy:
                yield f"{place}.{wanted}", "missing; the first canopy opens at an altitude, the others after a delay"
            if other in canopy:
                yield f"{place}.{other}", f"not for this canopy; it has {wanted}"


def _reserve_faults(tables: Tables) -> Iterator[Fault]:
    """A reserve that comes after a canopy which is not there."""
    stages = [name for _, canopy in rows(tables, "canopies") if (name := text(canopy, "id"))]
    last = child(tables, "reserve.after")
    if isinstance(last, str) and last not in stages:
        yield "reserve.after", f"unknown canopy {last!r}; use one of: {', '.join(stages)}"


def _aerodynamics_faults(tables: Tables) -> Iterator[Fault]:
    last: float | None = None
    for place, row in rows(tables, "aerodynamics.rows"):
        mach = number(row, "mach")
        if mach is None:
            continue
        if last is not None and mach <= last:
            yield f"{place}.mach", f"{mach:g} is not above {last:g} of the row before; sort rows by Mach number"
        last = mach


def _clock(time: datetime) -> str:
    return time.strftime("%Y-%m-%d %H:%M:%S %Z").strip()


Check = Callable[[Tables], Iterator[Fault]]

MISSION_CHECKS: tuple[Check, ...] = (
    references.source_faults,
    references.name_faults,
    _duplicates,
    _event_order,
    _event_names,
    _flight,
    _span,
    _windows,
    _zones,
    departurechecks.departure_faults,
    _crew_sources,
    _elements,
)
