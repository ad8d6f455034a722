"""What a published timeline was understood to say."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """A moment of a timeline: where it stands, what it is called there, when it is, to how many seconds."""

    line: int
    name: str
    time: datetime
    precision: float
    printed: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """The entries in the order in which they were told, what was not understood, and what the whole is called."""

    entries: tuple[TimelineEntry, ...]
    left_out: tuple[str, ...]
    title: str = ""
