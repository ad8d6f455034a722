"""What a departure must be beyond its format: burns in order of time, each told in one way, legs longer than burns."""

from collections.abc import Iterator

from mission_gui.missionfile.faults import Fault
from mission_gui.missionfile.walk import Tables, child, number, rows

WAYS = ("delta_v", "along_port", "null", "arc", "withdraw")
_TOGETHER = {"delta_v", "along_port"}


def departure_faults(tables: Tables) -> Iterator[Fault]:
    """Faults of a mission's departure: one list of burns, or the name of one, and what is wrong in the list."""
    departure = child(tables, "departure")
    if isinstance(departure, dict):
        if "burns" not in departure and "profile" not in departure:
            yield "departure.burns", "missing; add [[departure.burns]], or name a profile of resources/departures"
        if "burns" in departure and "profile" in departure:
            yield "departure.profile", "not beside burns; keep one of them"
    yield from burn_faults(tables, "departure.burns")


def burn_faults(tables: Tables, where: str) -> Iterator[Fault]:
    """Faults of a list of burns."""
    last: float | None = None
    for place, burn in rows(tables, where):
        yield from _way_faults(place, burn)
        yield from _leg_faults(place, burn)
        at, length = number(burn, "at"), number(burn, "duration")
        if at is None or length is None:
            continue
        if last is not None and at < last:
            yield f"{place}.at", f"{at:g} s is before the end of the burn above, {last:g} s; sort burns by time"
        last = at + _before_the_last_leg(burn) + length


def _way_faults(place: str, burn: Tables) -> Iterator[Fault]:
    ways = [way for way in WAYS if way in burn and burn[way] is not False]
    if not ways:
        yield place, f"does nothing; add one of: {', '.join(WAYS)}"
    elif len(ways) > 1 and not set(ways) <= _TOGETHER:
        yield f"{place}.{ways[-1]}", f"not beside {ways[0]}; keep one of them"


def _leg_faults(place: str, burn: Tables) -> Iterator[Fault]:
    length = number(burn, "duration")
    for way in ("arc", "withdraw"):
        leg = burn.get(way)
        seconds = number(leg, "seconds") if isinstance(leg, dict) else None
        if length is not None and seconds is not None and length >= seconds:
            yield f"{place}.duration", f"{length:g} s leave nothing of the leg of {seconds:g} s; give a shorter burn"


def _before_the_last_leg(burn: Tables) -> float:
    """Seconds from the first burn of an entry to its last."""
    arc = burn.get("arc")
    if not isinstance(arc, dict):
        return 0.0
    return (max(number(arc, "legs") or 1.0, 1.0) - 1.0) * (number(arc, "seconds") or 0.0)
