"""The mission clock is a value: seeking, pausing and changing the rate make a new one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

RATES = (0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0, 120.0, 300.0, 600.0, 1000.0)

LEAD, TAIL = 10.0, 5.0
"""Seconds of mission time before an event and after it, in the direction of play, that an eased clock takes at 1x."""

IMPORTANT = frozenset(
    {
        "hatch_closed",
        "undocking",
        "ignition",
        "burn_end",
        "module_separation",
        "entry_interface",
        "blackout_start",
        "peak_load",
        "blackout_end",
        "parachutes",
        "main_parachute",
        "reserve_parachute",
        "touchdown",
        "crew_out",
    }
)
"""Ids of the events at which an eased clock slows down, beside those of records."""


def is_important(event_id: str) -> bool:
    """Whether an eased clock slows down at an event."""
    return event_id in IMPORTANT or event_id.startswith("record_")


@dataclass(frozen=True, slots=True)
class MissionClock:
    """`mission = mission_anchor + rate * (wall - wall_anchor)`, held between `start` and `end`, seconds.

    Nothing is accumulated, so nothing drifts, and a late tick shows the right later instant. An `eased` clock that is
    faster than 1x runs at 1x near each of the mission times `slow_at`; its time is still a function of the wall time
    alone. `loop`: begins again at the end.
    """

    start: float
    end: float
    mission_anchor: float
    wall_anchor: float
    rate: float = 1.0
    playing: bool = False
    loop: bool = False
    eased: bool = False
    slow_at: tuple[float, ...] = ()

    def at(self, wall: float) -> float:
        """Mission time at a wall time."""
        t = self.mission_anchor
        if self.playing:
            sign = self._sign
            t = sign * _run(sign * t, wall - self.wall_anchor, abs(self.rate), self._slow_spans())
        return min(max(t, self.start), self.end)

    def rate_at(self, t: float) -> float:
        """The rate with which the clock goes through mission time `t`."""
        sign = self._sign
        slow = any(a <= sign * t < b for a, b in self._slow_spans())
        return sign if slow else self.rate

    @property
    def _sign(self) -> float:
        return 1.0 if self.rate > 0 else -1.0

    def _slow_spans(self) -> Iterable[tuple[float, float]]:
        """Where 1x holds, in order, in mission time that is counted in the direction of play."""
        if not self.eased or abs(self.rate) <= 1.0:
            return ()
        return _joined((t - LEAD, t + TAIL) for t in sorted(self._sign * t for t in self.slow_at))

    def sought(self, t: float, wall: float) -> "MissionClock":
        """The clock set to `t`."""
        return replace(self, mission_anchor=min(max(t, self.start), self.end), wall_anchor=wall)

    def with_rate(self, rate: float, wall: float) -> "MissionClock":
        """The clock at another rate, going on from where it is."""
        return replace(self.sought(self.at(wall), wall), rate=rate)

    def with_playing(self, playing: bool, wall: float) -> "MissionClock":
        """The clock running or held."""
        return replace(self.sought(self.at(wall), wall), playing=playing)

    def with_easing(self, eased: bool, wall: float) -> "MissionClock":
        """The clock slowing down at events, or not."""
        return replace(self.sought(self.at(wall), wall), eased=eased)

    def ended(self, wall: float) -> bool:
        """Whether the clock runs into the end it is heading for."""
        t = self.at(wall)
        return self.playing and (t >= self.end if self.rate > 0 else t <= self.start)


def _joined(spans: Iterable[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Spans in order, with those that overlap made one."""
    held: tuple[float, float] | None = None
    for start, end in spans:
        if held is not None and start <= held[1]:
            held = held[0], max(held[1], end)
            continue
        if held is not None:
            yield held
        held = start, end
    if held is not None:
        yield held


def _run(t: float, elapsed: float, rate: float, slow: Iterable[tuple[float, float]]) -> float:
    """Where a clock that is at `t` comes to in `elapsed` seconds, with 1x in the `slow` spans and `rate` elsewhere."""
    for start, end in slow:
        if end <= t:
            continue
        before = max(start - t, 0.0) / rate
        if elapsed <= before:
            break
        t, elapsed = max(t, start), elapsed - before
        if elapsed <= end - t:
            return t + elapsed
        t, elapsed = end, elapsed - (end - t)
    return t + rate * elapsed


def faster(rate: float, step: int) -> float:
    """The next rate of the ladder ... -0.1, 0.1 ..., `step` places on; ends are held."""
    ladder = [-r for r in reversed(RATES)] + list(RATES)
    nearest = min(range(len(ladder)), key=lambda i: abs(ladder[i] - rate))
    return ladder[min(max(nearest + step, 0), len(ladder) - 1)]
