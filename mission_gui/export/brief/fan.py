"""How a timeline is laid out: its axis to scale, and a column for each stop, whatever the room between them."""

from dataclasses import dataclass

from mission_gui.export.brief.deck import Timeline

_RIM = 46.0
_LETTERS = 11
"""Of a name in one line of its column."""


@dataclass(frozen=True, slots=True)
class Fan:
    """Points: the height of the `axis`, of the ends of the `fan`, and of the `words`; the middle of each column."""

    start: float
    scale: float
    axis: float
    fan: float
    words: float
    columns: tuple[float, ...]

    def at(self, t: float) -> float:
        """Where mission time `t` lies along the axis."""
        return _RIM + (t - self.start) * self.scale

    @staticmethod
    def wrapped(name: str) -> list[str]:
        """A name in lines of its column, two at most."""
        first, rest = "", ""
        for word in name.split():
            if not rest and (not first or len(first) + len(word) < _LETTERS):
                first = f"{first} {word}".strip()
            else:
                rest = f"{rest} {word}".strip()
        return [first, rest] if rest else [first]


def laid_out(timeline: Timeline, width: float, height: float) -> Fan:
    """The timeline in a room of that many points."""
    first, last = timeline.stops[0].t, timeline.stops[-1].t
    count = len(timeline.stops)
    step = (width - 2 * _RIM) / (count - 1)
    columns = tuple(_RIM + step * index for index in range(count))
    return Fan(first, (width - 2 * _RIM) / (last - first), height * 0.2, height * 0.56, height * 0.68, columns)
