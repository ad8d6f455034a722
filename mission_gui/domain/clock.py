"""The mission clock is a value: seeking, pausing and changing the rate make a new one."""

from dataclasses import dataclass, replace

RATES = (0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0, 120.0, 300.0, 600.0, 1000.0)


@dataclass(frozen=True, slots=True)
class MissionClock:
    """`mission = mission_anchor + rate * (wall - wall_anchor)`, held between `start` and `end`, seconds.

    Nothing is accumulated, so nothing drifts, and a late tick shows the right later instant.
    """

    start: float
    end: float
    mission_anchor: float
    wall_anchor: float
    rate: float = 1.0
    playing: bool = False

    def at(self, wall: float) -> float:
        """Mission time at a wall time."""
        t = self.mission_anchor
        if self.playing:
            t += self.rate * (wall - self.wall_anchor)
        return min(max(t, self.start), self.end)

    def sought(self, t: float, wall: float) -> "MissionClock":
        """The clock set to `t`."""
        return replace(self, mission_anchor=min(max(t, self.start), self.end), wall_anchor=wall)

    def with_rate(self, rate: float, wall: float) -> "MissionClock":
        """The clock at another rate, going on from where it is."""
        return replace(self.sought(self.at(wall), wall), rate=rate)

    def with_playing(self, playing: bool, wall: float) -> "MissionClock":
        """The clock running or held."""
        return replace(self.sought(self.at(wall), wall), playing=playing)

    def ended(self, wall: float) -> bool:
        """Whether the clock runs into the end it is heading for."""
        t = self.at(wall)
        return self.playing and (t >= self.end if self.rate > 0 else t <= self.start)


def faster(rate: float, step: int) -> float:
    """The next rate of the ladder ... -0.1, 0.1 ..., `step` places on; ends are held."""
    ladder = [-r for r in reversed(RATES)] + list(RATES)
    nearest = min(range(len(ladder)), key=lambda i: abs(ladder[i] - rate))
    return ladder[min(max(nearest + step, 0), len(ladder) - 1)]
