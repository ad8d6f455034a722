"""Plans of NASA's Open MCT: groups of activities with start and end, in milliseconds since 1970.

Its plan plug-in reads `{"GROUP": [{"name", "start", "end", "type", "color", "textColor"}, ...]}`; exported, the same
stands in `selectFile.body` of an object of type `plan`, as a table or as text, maybe with other names by `sourceMap`.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from mission_gui.domain.errors import UserError
from mission_gui.missionfile.timeline.entries import Timeline, TimelineEntry
from mission_gui.missionfile.timeline.names import SPANS, known_event

Json = dict[str, Any]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LATEST = 4_102_444_800_000  # 2100
_DEEPEST = 6


def read_plan(text: str, name: str) -> Timeline:
    """The timeline of a plan; UserError where the file, called `name`, is none."""
    plan, mapping, title = _plan(_parsed(text, name), name)
    entries: list[TimelineEntry] = []
    left_out: list[str] = []
    for group, activity in _activities(plan, mapping):
        try:
            entries += _entries(group, activity, mapping)
        except ValueError as error:
            told = activity.get("name", activity) if isinstance(activity, dict) else activity
            left_out.append(f"{group}: {str(told)[:80]!r}: {error}")
    return Timeline(tuple(sorted(entries, key=lambda entry: entry.time)), tuple(left_out), title)


def _parsed(text: str, name: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UserError(f"{name}: not JSON that can be read ({error}): export the plan from Open MCT again") from None


def _plan(whole: Any, name: str, depth: int = 0) -> tuple[Json, Json, str]:
    """The groups, the names of their keys, and the name of the plan."""
    if isinstance(whole, dict) and depth < _DEEPEST:
        if "selectFile" in whole:
            body = whole["selectFile"].get("body") if isinstance(whole["selectFile"], dict) else None
            body = _parsed(body, name) if isinstance(body, str) else body
            mapping, title = whole.get("sourceMap"), whole.get("name")
            if isinstance(body, dict):
                return body, mapping if isinstance(mapping, dict) else {}, title if isinstance(title, str) else ""
        if "openmct" in whole and isinstance(whole["openmct"], dict):
            for entry in whole["openmct"].values():
                if isinstance(entry, dict) and entry.get("type") == "plan":
                    return _plan(entry, name, depth + 1)
        if any(isinstance(group, list) for group in whole.values()):
            return whole, {}, ""
    raise UserError(f"{name}: no plan of Open MCT; one has groups, each a list of activities with name, start and end")


def _activities(plan: Json, mapping: Json) -> Iterator[tuple[str, Any]]:
    listed, group_key = mapping.get("activities"), mapping.get("groupId")
    if isinstance(listed, str) and isinstance(group_key, str) and isinstance(plan.get(listed), list):
        for activity in plan[listed]:
            yield str(activity.get(group_key, "") if isinstance(activity, dict) else ""), activity
        return
    for group, activities in plan.items():
        for activity in activities if isinstance(activities, list) else ():
            yield group, activity


def _entries(group: str, activity: Any, mapping: Json) -> Iterator[TimelineEntry]:
    """The begin of an activity, and its end where the program knows that as an event."""
    if not isinstance(activity, dict) or not isinstance(activity.get("name"), str) or not activity["name"].strip():
        raise ValueError("it has no name")
    name = " ".join(activity["name"].split())[:80]
    start = _time(activity.get(mapping.get("start", "start")))
    end = (
        _time(activity.get(mapping.get("end", "end"))) if activity.get(mapping.get("end", "end")) is not None else None
    )
    if end is not None and end < start:
        raise ValueError("it ends before it begins")
    lasting = f"; until {end:%Y-%m-%d %H:%M:%S} UTC" if end and end > start else ""
    yield TimelineEntry(0, name, start, 1.0, "", f"{group}{lasting}")
    known = known_event(name)
    if known in SPANS and end is not None and end > start:
        yield TimelineEntry(0, f"{name}: {SPANS[known].replace('_', ' ')}", end, 1.0, "", group)


def _time(value: Any) -> datetime:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 < value < _LATEST:
        raise ValueError("start and end must be milliseconds since 1970, between then and 2100")
    return _EPOCH + timedelta(milliseconds=round(value))
