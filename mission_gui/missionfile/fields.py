"""The kinds of value that mission, vehicle and station files are made of."""

import re
from datetime import UTC, datetime, timedelta
from math import radians
from typing import Annotated, Literal

from pydantic import AfterValidator, AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field

KindName = Literal["actual", "planned", "derived", "calibrated", "assumed", "unverified"]
Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]*$")]
Words = Annotated[str, Field(min_length=1)]


def _utc(time: datetime) -> datetime:
    try:
        return time.astimezone(UTC)
    except OverflowError:
        raise ValueError("a time beyond the calendar; write one of this age") from None


Time = Annotated[AwareDatetime, AfterValidator(_utc)]
Latitude = Annotated[float, Field(ge=-90, le=90, description="Degrees, north positive")]
Longitude = Annotated[float, Field(ge=-180, le=180, description="Degrees, east positive")]
Vector = Annotated[list[float], Field(min_length=3, max_length=3)]

UNITS: dict[str, float] = {
    "kg": 1.0,
    "N": 1.0,
    "kN": 1e3,
    "s": 1.0,
    "min": 60.0,
    "m": 1.0,
    "km": 1e3,
    "m2": 1.0,
    "m/s": 1.0,
    "km/s": 1e3,
    "g": 9.80665,
    "deg": radians(1),
    "deg/s": radians(1),
}
"""The size of each unit in SI."""


class Table(BaseModel):
    """A table of a file: nothing unknown, nothing converted silently."""

    model_config = ConfigDict(strict=True, extra="forbid", allow_inf_nan=False, defer_build=True)


class Wording(Table):
    """A text in English and Russian."""

    en: Words = Field(description="In English")
    ru: str = Field(default="", description="In Russian; the English where left out")


def _worded(value: object) -> object:
    """Plain words are the same in both languages; empty ones are none."""
    if isinstance(value, str):
        return {"en": value, "ru": value} if value else None
    if value is None or isinstance(value, (dict, Wording)):
        return value
    raise ValueError('not words; write them in quotes, or as { en = "...", ru = "..." }')


_Plain = BeforeValidator(_worded, json_schema_input_type=str | Wording)
Told = Annotated[Wording, _Plain]
"""Words as they stand, or a text in both languages."""
Note = Annotated[Wording | None, _Plain]
"""The same, where there may be none."""


class SourceEntry(Table):
    """A publication, named by its key in `[sources]`."""

    title: Told = Field(description="Who wrote it, and what")
    url: str = Field(default="", description="The address, where there is one")


class Cited(Table):
    """Something that a source says, and how it is known."""

    source: Id = Field(description="A key of [sources]")
    kind: KindName = Field(description="How it is known")
    note: Note = Field(default=None, description="More on it; how it was worked out, where it is derived or assumed")


class Figure(Cited):
    """A number with its unit and origin."""

    value: float = Field(description="The number")
    unit: str = Field(description="Its unit")

    @property
    def si(self) -> float:
        """The value in SI units."""
        return self.value * UNITS[self.unit]


class Mass(Figure):
    """A mass."""

    unit: Literal["kg"] = Field(description="Its unit")


class Force(Figure):
    """A force."""

    unit: Literal["N", "kN"] = Field(description="Its unit")


class Seconds(Figure):
    """A length of time."""

    unit: Literal["s", "min"] = Field(description="Its unit")


class Length(Figure):
    """A length or an altitude."""

    unit: Literal["m", "km"] = Field(description="Its unit")


class Area(Figure):
    """An area, or a drag coefficient times an area."""

    unit: Literal["m2"] = Field(description="Its unit")


class Speed(Figure):
    """A speed, or a change of it."""

    unit: Literal["m/s", "km/s"] = Field(description="Its unit")


class Load(Figure):
    """What an accelerometer feels, in standard gravities."""

    unit: Literal["g"] = Field(description="Its unit")


class Angle(Figure):
    """An angle."""

    unit: Literal["deg"] = Field(description="Its unit")


class Rate(Figure):
    """A rate of turn."""

    unit: Literal["deg/s"] = Field(description="Its unit")


_DURATION = re.compile(r"(?:(\d{1,9}) d)? ?(?:(\d{1,9}) h)? ?(?:(\d{1,9}) m)? ?(?:(\d{1,9}(?:\.\d+)?) s)?")


def duration(text: str) -> timedelta:
    """The time that `340 d 8 h 42 m 54 s` says; ValueError for other wordings."""
    match = _DURATION.fullmatch(text)
    if match is None or not any(match.groups()):
        raise ValueError("not a duration; write it like 340 d 8 h 42 m 54 s")
    days, hours, minutes, seconds = (float(part or 0) for part in match.groups())
    if days > 36525:
        raise ValueError("longer than a century; write a shorter duration")
    return timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)


def _checked_duration(text: str) -> str:
    duration(text)
    return text


DurationText = Annotated[str, AfterValidator(_checked_duration), Field(examples=["340 d 8 h 42 m 54 s"])]
