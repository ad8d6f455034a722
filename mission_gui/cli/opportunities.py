"""`mission-gui opportunities`: when to ignite on a day so as to land in a zone."""

import argparse
import json
from datetime import date
from math import degrees, isfinite, radians
from typing import TYPE_CHECKING

from mission_gui.domain.errors import UserError
from mission_gui.domain.facts import GeoPoint
from mission_gui.missionfile import find_mission, read_mission

if TYPE_CHECKING:
    from mission_gui.physics.opportunities import Opportunity

HELP = "list every ignition of a day that reaches a landing zone"
FURTHEST_DAYS = 7
"""Beyond a week an element set says nothing useful about where the station is."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The words of the command."""
    parser.add_argument("mission", metavar="MISSION", help="whose station elements, ship and burn are used")
    parser.add_argument("--day", metavar="YYYY-MM-DD", help="the UTC day of the landing (default: the mission's)")
    parser.add_argument("--zone", metavar="LAT,LON", help="the landing zone in degrees (default: the mission's)")
    parser.add_argument("--json", action="store_true", help="print a list of objects instead of a table")


def run(args: argparse.Namespace) -> int:
    """Prints the opportunities; exit status 0 even where there are none."""
    from mission_gui.physics.opportunities import opportunities

    mission = read_mission(find_mission(args.mission))
    day = the_day(args.day) if args.day else mission.event("touchdown").reports[0].time.date()
    off = abs((day - mission.elements.epoch.date()).days)
    if off > FURTHEST_DAYS:
        raise UserError(
            f"--day {day}: {off} days from the element set's {mission.elements.epoch:%Y-%m-%d}; give one nearer"
        )
    zone = the_zone(args.zone, mission.landing.height) if args.zone else mission.landing
    found = opportunities(mission, zone, day)
    if args.json:
        print(json.dumps([as_object(o) for o in found], indent=2))
    else:
        place = args.zone or f"the landing place of {mission.name.en}"
        print(table(found) if found else f"no ignition on {day} reaches {place}")
    return 0


def the_day(text: str) -> date:
    """A day as written; UserError where it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UserError(f"--day {text!r} is no day; write it as in 2022-03-30") from error


def the_zone(text: str, height: float) -> GeoPoint:
    """A place as written; UserError where it is none."""
    try:
        latitude, longitude = (float(part) for part in text.split(","))
    except ValueError as error:
        raise UserError(f"--zone {text!r} is no place; write degrees north and east as in 47.4,69.6") from error
    if not (isfinite(latitude) and isfinite(longitude) and abs(latitude) <= 90 and abs(longitude) <= 180):
        raise UserError(f"--zone {text!r} is not on the Earth; write degrees north and east as in 47.4,69.6")
    return GeoPoint(radians(latitude), radians(longitude), height)


def as_object(found: "Opportunity") -> dict[str, object]:
    """An opportunity for machines."""
    return {
        "ignition": f"{found.ignition:%Y-%m-%dT%H:%M:%SZ}",
        "landing": f"{found.landing:%Y-%m-%dT%H:%M:%SZ}",
        "orbit": found.orbit,
        "cross_range_km": round(found.cross_range / 1e3, 1),
        "sun_elevation_deg": round(degrees(found.sun_elevation), 1),
        "kind": "modelled",
    }


def table(found: "tuple[Opportunity, ...]") -> str:
    """One line an opportunity."""
    lines = ["ignition  landing   orbit   cross-range  sun at landing"]
    for one in found:
        light = "day" if one.sun_elevation > 0 else "night"
        lines.append(
            f"{one.ignition:%H:%M:%S}  {one.landing:%H:%M:%S}  {one.orbit:6}  {one.cross_range / 1e3:8.0f} km"
            f"  {degrees(one.sun_elevation):+5.0f}° {light}"
        )
    return "\n".join([*lines, "Modelled, from the station's elements."])
