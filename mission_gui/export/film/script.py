"""What each frame of a film shows: pure functions of mission, flight and wishes."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from mission_gui.domain.clock import MissionClock, is_important
from mission_gui.domain.errors import UserError
from mission_gui.domain.events import Event
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory

FADE = 0.5
"""Seconds of film in which it comes and goes, and in which one layout gives way to another."""
_CAPTION, _CAPTION_FADE = 5.0, 0.4
"""Seconds of film that the caption of an event stays, and of that the part in which it comes and goes."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One frame: mission time `t`, s; how much of the picture is there, 0 to 1; and a caption, as much of it."""

    t: float
    strength: float
    event: Event | None
    caption: float


@dataclass(frozen=True, slots=True)
class Script:
    """A film from mission time `start` to `end`, s, `fps` frames a second, as the clock goes through it.

    The clock runs at the film's rate, and where it is eased at 1x near events.
    """

    clock: MissionClock
    start: float
    end: float
    fps: int
    events: tuple[tuple[float, Event], ...]

    @property
    def frames(self) -> int:
        """How many frames it has: the last is the first at the end."""
        most = int((self.end - self.start) * max(1.0 / abs(self.clock.rate), 1.0) * self.fps) + 2
        return bisect_left(range(most), True, key=lambda frame: self.time(frame) >= self.end) + 1

    @property
    def seconds(self) -> float:
        """How long it is."""
        return self.frames / self.fps

    def time(self, frame: int) -> float:
        """The mission time of a frame, s."""
        return min(self.clock.at(frame / self.fps), self.end)

    def shots(self) -> Iterator[Shot]:
        """All frames in order."""
        total = self.frames
        shown = [(self._frame_of(t), event) for t, event in self.events if self.start <= t <= self.end]
        for frame in range(total):
            event, since = _latest(shown, frame)
            stays = _ramp(since / self.fps, _CAPTION, _CAPTION_FADE) if event else 0.0
            strength = _ramp((frame + 1) / self.fps, (total + 1) / self.fps, FADE)
            yield Shot(self.time(frame), strength, event if stays > 0 else None, stays)

    def _frame_of(self, t: float) -> int:
        """The first frame at which an event has happened."""
        return bisect_left(range(self.frames), True, key=lambda frame: self.time(frame) >= t)


def script(
    mission: Mission,
    flight: Trajectory,
    start: float,
    end: float,
    rate: float = 60.0,
    fps: int = 30,
    eased: bool = True,
) -> Script:
    """A film of that part of a flight; UserError where there is nothing to show, or the figures make no film."""
    if end <= start:
        raise UserError("the film would end before it begins: give --to a later moment than --from")
    if not 1 <= fps <= 120:
        raise UserError(f"{fps} frames a second make no film: write 1 to 120")
    events = tuple((mission.seconds(event.time), event) for event in flight.events if event.time is not None)
    marks = tuple(t for t, event in events if is_important(event.id))
    clock = MissionClock(
        mission.seconds(mission.start),
        mission.seconds(mission.end),
        mission_anchor=start,
        wall_anchor=0.0,
        rate=rate,
        playing=True,
        eased=eased,
        slow_at=marks,
    )
    return Script(clock, start, end, fps, events)


def _latest(shown: list[tuple[int, Event]], frame: int) -> tuple[Event | None, int]:
    """The event passed last before or at a frame, and the frames since."""
    index = bisect_left(shown, frame + 1, key=lambda entry: entry[0])
    return (shown[index - 1][1], frame - shown[index - 1][0]) if index else (None, 0)


def _ramp(at: float, length: float, ends: float) -> float:
    """From 0 to 1 and back to 0 over a length, as far as the ends are near."""
    return min(max(min(at, length - at) / ends, 0.0), 1.0)
