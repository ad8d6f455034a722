"""What a list of missions tells of each: enough to search, sort and draw, without its file."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from mission_gui.domain.facts import GeoPoint, Text

NOMINAL, BALLISTIC = Text("nominal", "штатный"), Text("ballistic", "баллистический")


@dataclass(frozen=True, slots=True)
class Traveller:
    """One of the crew: name, agency, and the days from the own launch to this landing."""

    name: Text
    agency: str
    days: float


@dataclass(frozen=True, slots=True)
class Entry:
    """A mission as a list shows it.

    Of a broken file only `id`, `name`, `path`, `built_in` and `words` are told, and in `fault` what is wrong with it.
    `replaced`: another file has the same id, and that one is what the id opens.
    """

    id: str
    name: Text
    path: Path
    built_in: bool
    replaced: bool = False
    fault: str = ""
    summary: Text = Text("")
    undocking: datetime | None = None
    landing: datetime | None = None
    crew: tuple[Traveller, ...] = ()
    uncrewed: bool = False
    port: Text | None = None
    """None where no source names it."""
    spacecraft: str = ""
    ballistic: bool = False
    flyaround: bool | None = None
    """None where no source tells."""
    night: bool | None = None
    """Whether the Sun stood below the horizon at the landing place."""
    place: GeoPoint | None = None
    located: bool = False
    """Whether the landing place was published, or follows from what was; else it is the middle of the nominal zone."""
    records: tuple[Text, ...] = ()
    """The records of time in space that its crew passed, as `US record: Vande Hei`."""
    track: tuple[tuple[float, float], ...] = ()
    """Latitude and longitude, degrees, of the station's ground track by its elements over the turn that ends beside the
    landing place, and of that place; empty where the elements cannot be propagated."""
    words: str = ""
    """All that a search looks in, as `search.folded` writes it."""

    @property
    def names(self) -> str:
        """The crew in the language spoken."""
        return ", ".join(str(one.name) for one in self.crew)

    @property
    def days(self) -> float | None:
        """The longest flight that ended with it, days; None where nobody was aboard."""
        return max((one.days for one in self.crew), default=None)

    @property
    def mode(self) -> Text:
        """How it came down."""
        return BALLISTIC if self.ballistic else NOMINAL
