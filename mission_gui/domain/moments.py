"""Moments as people write them: an event with an offset, a time of the clock, or now."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from difflib import get_close_matches

from mission_gui.domain.errors import UserError
from mission_gui.domain.events import EVENT_WORDS, Event
from mission_gui.domain.facts import Text
from mission_gui.domain.links import is_link, parse
from mission_gui.domain.mission import Mission
from mission_gui.domain.timestamps import read_timestamp
from mission_gui.domain.trajectory import Trajectory

FORMS = Text(
    "an event with an optional offset (undocking, touchdown-00:05:00, ignition+90), "
    "a time in UTC or with its zone (10:52:12, 13:52 MSK, 2022-03-30T10:52:12Z, 30 Mar 2022 10:52), "
    "time since undocking (T+03:31:09, T+3:31), start, end, or now",
    "событие, можно со сдвигом (расстыковка, посадка-00:05:00, тормозной импульс+90), "
    "время UTC или с поясом (10:52:12, 13:52 мск, 2022-03-30T10:52:12Z, 30 марта 2022 10:52), "
    "время от расстыковки (T+03:31:09, T+3:31), начало, конец или сейчас",
)
_NOW, _START, _END = Text("now", "сейчас"), Text("start", "начало"), Text("end", "конец")

_UNITS = {"h": 3600.0, "ч": 3600.0, "m": 60.0, "м": 60.0, "s": 1.0, "с": 1.0}
_HOURS, _MINUTES = r"h(?:ours?|r)?|ч(?:ас(?:ов|а)?)?", r"m(?:in(?:utes?)?)?|мин(?:ут[ыу]?)?|м"
_PART = rf"(?:\d+(?:\.\d+)?\s*(?:{_HOURS}|{_MINUTES}|s(?:ec(?:onds?)?)?|сек(?:унд[ыу]?)?|с)\.?\s*)"
_LENGTH = rf"(?P<length>\d{{1,3}}:[0-5]\d(?::[0-5]\d(?:\.\d+)?)?|{_PART}+|\d+(?:\.\d+)?)"
_SINCE = re.compile(rf"[tт]?\s*(?P<sign>[+-])\s*{_LENGTH}", re.IGNORECASE)
_EVENT = re.compile(rf"(?P<name>\D.*?)\s*(?:(?P<sign>[+-])\s*{_LENGTH})?", re.IGNORECASE)
_TELLING = 3
"""Letters that are enough to look for an event whose name holds them."""
_AROUND = "\u200b\u200e\u200f\ufeff «»\"'“”„`;"
"""What comes along with a text that is copied from somewhere."""


class UntimedError(UserError):
    """An event of the mission whose time is not known, or not yet."""


def moment(mission: Mission, trajectory: Trajectory | None, text: str, now: datetime) -> float:
    """Mission time of the moment that `text` names; UserError says what would be right.

    `trajectory` supplies the modelled times of events; without it the mission's own times are used.
    """
    words = _clean(text)
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
    if is_link(words):
        return _of_link(mission, trajectory, words, now)
    if (stamp := _stamp(mission, words)) is not None:
        return mission.seconds(stamp)
    if match := _EVENT.fullmatch(words):
        return _event_time(mission, trajectory, match["name"]) + _offset(match)
    told = Text("{words!r} is not a moment; write {forms}", "«{words}» — не время и не событие; пишите: {forms}")
    raise UserError(told.format(words=words, forms=FORMS))


def _clean(text: str) -> str:
    """Without what a clipboard adds, and with one kind of minus and of gap."""
    return re.sub(r"\s+", " ", text.strip().strip(_AROUND)).translate(dict.fromkeys(map(ord, "−–‒"), "-"))


def _of_link(mission: Mission, trajectory: Trajectory | None, words: str, now: datetime) -> float:
    """The moment of a link, which must be one to this mission."""
    name, when = parse(words)
    if name != mission.id:
        told = Text(
            "this link is to {name}, and on the board is {here}; open it by mission-gui, or in the library (Ctrl O)",
            "это ссылка на {name}, а на экране {here}; откройте её через mission-gui или в библиотеке (Ctrl O)",
        )
        raise UserError(told.format(name=name, here=mission.id))
    return _read(mission, trajectory, _clean(when), now) if when else mission.seconds(mission.start)


def _offset(match: re.Match[str]) -> float:
    if not match["sign"]:
        return 0.0
    size = _seconds(match["length"].lower())
    return -size if match["sign"] == "-" else size


def _seconds(length: str) -> float:
    """`1:30` is an hour and a half, as on a mission clock; `90` are seconds."""
    if ":" in length:
        hours, minutes, *seconds = length.split(":")
        return int(hours) * 3600.0 + int(minutes) * 60.0 + float(seconds[0] if seconds else 0)
    parts = re.findall(r"(\d+(?:\.\d+)?)\s*([a-zа-я]?)", length)
    return sum(float(number) * _UNITS[unit or "s"] for number, unit in parts)


def _stamp(mission: Mission, words: str) -> datetime | None:
    """The instant of a timestamp. A time of day is that of the landing day, or of a day beside it where only that lies
    within the mission."""
    landing = _landing(mission)
    try:
        stamp = read_timestamp(words, landing.year)
    except ValueError as error:
        told = Text(
            "{words!r} is no date and time ({error}); write 2022-03-30T10:52:12Z",
            "«{words}» — не дата и время; пишите 2022-03-30T10:52:12Z",
        )
        raise UserError(told.format(words=words, error=error)) from None
    if stamp is None:
        return None
    day = landing.astimezone(stamp.zone).date()
    times = [stamp.on(day + timedelta(days=days)) for days in (0, -1, 1)]
    return next((time for time in times if mission.start <= time <= mission.end), times[0])


def _landing(mission: Mission) -> datetime:
    landing = next((event.time for event in mission.events if event.id == "touchdown"), None)
    return landing or mission.epoch


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
    words = ((event, word) for event in events for word in EVENT_WORDS.get(event.id, ()))
    by_name = {plain(word): event for event, word in words}
    by_name |= {plain(text): event for event in events for text in (event.name.ru, event.name.en, event.id)}
    wanted = plain(name)
    if wanted in by_name:
        return by_name[wanted]
    near = [by_name[word] for word in get_close_matches(wanted, by_name, n=3)]
    near += [event for word, event in by_name.items() if len(wanted) >= _TELLING and wanted in word][:3]
    meant = Text(" Did you mean {events}?", " Может быть, {events}?")
    told = Text(
        "{name!r} is not an event of this mission.{hint}\nEvents: {events}\nWrite {forms}",
        "«{name}» — нет такого события.{hint}\nСобытия: {events}\nПишите: {forms}",
    )
    hint = meant.format(events=_listed(near, " or ", " или ")) if near else ""
    raise UserError(told.format(name=name, hint=hint, events=_listed(events, ", ", ", "), forms=FORMS))


def plain(name: str) -> str:
    """A name without case, with one kind of gap and without the dots of ё, for comparison."""
    return "_".join(re.split(r"[\s_-]+", name.strip().lower().replace("ё", "е")))


def _listed(events: Iterable[Event], between: str, russian: str) -> Text:
    called = [_called(event) for event in dict.fromkeys(events)]
    return Text(between.join(one.en for one in called), russian.join(one.ru or one.en for one in called))


def _called(event: Event) -> Text:
    """What can be written for an event: its id, or in Russian its name."""
    return Text(event.id, event.name.ru)
