"""Moments as people write them: an event with an offset, a time of the clock, or now."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from difflib import get_close_matches

from mission_gui.domain.errors import UserError
from mission_gui.domain.events import Event
from mission_gui.domain.facts import Text
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory

FORMS = Text(
    "an event with an optional offset (undocking, touchdown-00:05:00, ignition+90), "
    "a time in UTC (2022-03-30T10:52:12Z, or 10:52:12), time since undocking (T+03:31:09), start, end, or now",
    "событие, можно со сдвигом (расстыковка, посадка-00:05:00, тормозной импульс+90), "
    "время UTC (2022-03-30T10:52:12Z или 10:52:12), время от расстыковки (T+03:31:09), начало, конец или сейчас",
)
_NOW, _START, _END = Text("now", "сейчас"), Text("start", "начало"), Text("end", "конец")

_CLOCK = r"(?P<hours>\d{1,3}):(?P<minutes>[0-5]\d):(?P<seconds>[0-5]\d(?:\.\d+)?)"
_LENGTH = rf"(?:{_CLOCK}|(?P<bare>\d+(?:\.\d+)?)s?)"
_SINCE = re.compile(rf"[tт]?\s*(?P<sign>[+-])\s*{_LENGTH}", re.IGNORECASE)
_EVENT = re.compile(rf"(?P<name>\D.*?)\s*(?:(?P<sign>[+-])\s*{_LENGTH})?", re.IGNORECASE)
_TIME_OF_DAY = re.compile(r"(\d{1,2}):(\d\d)(?::(\d\d(?:\.\d+)?))?\s*(?:Z|UTC)?", re.IGNORECASE)
_STAMP = re.compile(r"\d{4}-\d\d-\d\d[ T].+|\d{4}-\d\d-\d\d")


class UntimedError(UserError):
    """An event of the mission whose time is not known, or not yet."""


def moment(mission: Mission, trajectory: Trajectory | None, text: str, now: datetime) -> float:
    """Mission time of the moment that `text` names; UserError says what would be right.

    `trajectory` supplies the modelled times of events; without it the mission's own times are used.
    """
    words = text.strip().replace("−", "-")
    t = _read(mission, trajectory, words, now)
    start, end = mission.seconds(mission.start), mission.seconds(mission.end)
    if not start <= t <= end:
        told = Text(
            "{text!r} is outside this mission, which runs from {start:%Y-%m-%dT%H:%M:%SZ} to {end:%Y-%m-%dT%H:%M:%SZ}",
            "«{text}» — вне этого полёта: он идёт с {start:%Y-%m-%dT%H:%M:%SZ} по {end:%Y-%m-%dT%H:%M:%SZ}",
        )
        limits = {"start": mission.start.astimezone(UTC), "end": mission.end.astimezone(UTC)}
        raise UserError(told.format(text=text, **limits))
    return t


def check_words(mission: Mission, text: str, now: datetime) -> None:
    """Tells wrong words before the flight is computed; times that only the flight gives are let through."""
    try:
        moment(mission, None, text, now)
    except UntimedError:
        return


def _read(mission: Mission, trajectory: Trajectory | None, words: str, now: datetime) -> float:
    known = ((_NOW, now), (_START, mission.start), (_END, mission.end))
    fixed = {word: time for words, time in known for word in (words.en, words.ru)}
    if words.lower() in fixed:
        return mission.seconds(fixed[words.lower()])
    if match := _SINCE.fullmatch(words):
        return _offset(match)
    if match := _TIME_OF_DAY.fullmatch(words):
        return mission.seconds(_time_of_day(mission, match))
    if _STAMP.fullmatch(words):
        return mission.seconds(_stamp(words))
    if match := _EVENT.fullmatch(words):
        return _event_time(mission, trajectory, match["name"]) + _offset(match)
    told = Text("{words!r} is not a moment; write {forms}", "«{words}» — не время и не событие; пишите: {forms}")
    raise UserError(told.format(words=words, forms=FORMS))


def _offset(match: re.Match[str]) -> float:
    if not match["sign"]:
        return 0.0
    size = float(match["bare"] or 0)
    if match["hours"]:
        size = int(match["hours"]) * 3600 + int(match["minutes"]) * 60 + float(match["seconds"])
    return -size if match["sign"] == "-" else size


def _time_of_day(mission: Mission, match: re.Match[str]) -> datetime:
    """The time of the landing day, or of a day beside it where only that lies within the mission."""
    hours, minutes, seconds = int(match[1]), int(match[2]), float(match[3] or 0)
    if hours > 23 or minutes > 59 or seconds >= 60:
        told = Text("{text!r} is no time of day; write {forms}", "«{text}» — не время суток; пишите: {forms}")
        raise UserError(told.format(text=match[0], forms=FORMS))
    midnight = _landing(mission).astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    time = midnight + timedelta(hours=hours, minutes=minutes, seconds=seconds)
    days = (time, time - timedelta(days=1), time + timedelta(days=1))
    return next((day for day in days if mission.start <= day <= mission.end), time)


def _landing(mission: Mission) -> datetime:
    landing = next((event.time for event in mission.events if event.id == "touchdown"), None)
    return landing or mission.epoch


def _stamp(words: str) -> datetime:
    try:
        time = datetime.fromisoformat(re.sub(r"\s*UTC$", "Z", words))
    except ValueError as error:
        told = Text(
            "{words!r} is no date and time ({error}); write 2022-03-30T10:52:12Z",
            "«{words}» — не дата и время; пишите 2022-03-30T10:52:12Z",
        )
        raise UserError(told.format(words=words, error=error)) from None
    if time.tzinfo is None:
        told = Text(
            "{words!r} has no time zone; add Z for UTC, as in 2022-03-30T10:52:12Z",
            "«{words}» — без часового пояса; добавьте Z для UTC: 2022-03-30T10:52:12Z",
        )
        raise UserError(told.format(words=words))
    return time


def _event_time(mission: Mission, trajectory: Trajectory | None, name: str) -> float:
    events = trajectory.events if trajectory else mission.events
    event = _event_named(events, name)
    if event.time is None:
        told = Text(
            "no time is known for {event!r}; the events are: {events}",
            "время события «{event}» неизвестно; события: {events}",
        )
        raise UntimedError(told.format(event=_called(event), events=_listed(events, ", ", ", ")))
    return mission.seconds(event.time)


def _event_named(events: tuple[Event, ...], name: str) -> Event:
    by_name = {plain(text): event for event in events for text in (event.name.ru, event.name.en, event.id)}
    wanted = plain(name)
    if wanted in by_name:
        return by_name[wanted]
    words = {plain(word): event for event in events for word in (event.id, event.name.ru)}
    near = [words[word] for word in get_close_matches(wanted, words, n=3)]
    meant = Text(" Did you mean {events}?", " Может быть, {events}?")
    told = Text(
        "{name!r} is not an event of this mission.{hint}\nEvents: {events}\nWrite {forms}",
        "«{name}» — нет такого события.{hint}\nСобытия: {events}\nПишите: {forms}",
    )
    hint = meant.format(events=_listed(near, " or ", " или ")) if near else ""
    raise UserError(told.format(name=name, hint=hint, events=_listed(events, ", ", ", "), forms=FORMS))


def plain(name: str) -> str:
    """A name without case and with one kind of gap, for comparison."""
    return "_".join(re.split(r"[\s_-]+", name.strip().lower()))


def _listed(events: Iterable[Event], between: str, russian: str) -> Text:
    called = [_called(event) for event in dict.fromkeys(events)]
    return Text(between.join(one.en for one in called), russian.join(one.ru or one.en for one in called))


def _called(event: Event) -> Text:
    """What can be written for an event: its id, or in Russian its name."""
    return Text(event.id, event.name.ru)
