"""Ranges of a channel that call for attention, each with the source that says so."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from mission_gui.domain.facts import Provenance, Text


class Level(StrEnum):
    """How much attention, from the least; the words are those of the Astro status system."""

    CAUTION = "caution"
    SERIOUS = "serious"
    CRITICAL = "critical"


@dataclass(frozen=True, slots=True)
class Limit:
    """Values of a channel from `low` up to, not including, `high`, SI; an open end is infinite."""

    channel: str
    level: Level
    low: float
    high: float
    name: Text
    provenance: Provenance

    def holds(self, value: float) -> bool:
        """Whether a value lies within it."""
        return self.low <= value < self.high


def limit_at(limits: Iterable[Limit], channel: str, value: float) -> Limit | None:
    """The limit that a value of a channel has reached, the gravest where there are several."""
    found = [limit for limit in limits if limit.channel == channel and limit.holds(value)]
    return max(found, key=lambda limit: list(Level).index(limit.level), default=None)
