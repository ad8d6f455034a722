"""Published figures that contradict each other: each is refused in words that name it, with few flights."""

from datetime import datetime, timedelta
from math import degrees

from mission_gui.domain.errors import TrajectoryError
from mission_gui.domain.facts import GeoPoint, Report
from mission_gui.domain.mission import Mission

SHORTEST, LONGEST = 1200.0, 5400.0  # s from ignition to touchdown; of 65 returns it took 48 to 57 minutes
IGNITION_MARGIN = 300.0  # s; a solved ignition further from the published one contradicts it
STEERED = 120.0  # km to either side that the bank reversal reaches (study, B2)


def check_times(mission: Mission, ignition: Report | None, landing: float) -> None:
    """Raises TrajectoryError where the published landing (mission seconds) cannot follow the published ignition."""
    if ignition is None:
        return
    taken = landing - mission.seconds(ignition.time)
    burn, down = (_clock(t) for t in (ignition.time, _time(mission, landing)))
    if taken <= 0:
        raise TrajectoryError(
            f"{mission.id}: the touchdown at {down} comes before the ignition at {burn}; check both times"
        )
    if not SHORTEST <= taken <= LONGEST:
        raise TrajectoryError(
            f"{mission.id}: the touchdown at {down} comes {taken / 60:.0f} min after the ignition at {burn}, where a "
            "descent takes about 55; check both times"
        )


def check_place(mission: Mission, target: GeoPoint, miss: float, allowed: float) -> None:
    """Raises TrajectoryError where the nearest flight ends too far (m) from the place it should land at."""
    if miss > allowed:
        what = "landing" if target is mission.landing else "aim_point"
        place = f"{degrees(target.latitude):.2f} N {degrees(target.longitude):.2f} E"
        raise TrajectoryError(
            f"{mission.id}: {what} at {place} is out of reach: the nearest flight ends {miss / 1e3:.0f} km from it, "
            f"and steering covers about {STEERED:.0f} km to either side of the ground track; check {what}, the ISS "
            "elements and the time of ignition"
        )


def check_ignition(mission: Mission, published: Report | None, ignition: float) -> None:
    """Raises TrajectoryError where the landing needs an ignition (mission seconds) far from the published one."""
    if published is None:
        return
    off = ignition - mission.seconds(published.time)
    late = published.precision if published.precision > 1 else 0.0
    if not -IGNITION_MARGIN <= off <= late + IGNITION_MARGIN:
        raise TrajectoryError(
            f"{mission.id}: the landing needs an ignition at {_clock(_time(mission, ignition))}, {off:+.0f} s from the "
            f"published {_clock(published.time)}; check the time of ignition, descent.delta_v and landing"
        )


def touchdown_out_of_reach(mission: Mission, landing: float, usual: float) -> TrajectoryError:
    """The error where no canopy brings the touchdown from its usual time to the published one, mission seconds."""
    flown, published = (_clock(_time(mission, t)) for t in (usual, landing))
    return TrajectoryError(
        f"{mission.id}: the flight to the landing point touches down at {flown} under the usual canopy, and no canopy "
        f"makes that the published {published}; check the time of touchdown"
    )


def _time(mission: Mission, t: float) -> datetime:
    return mission.epoch + timedelta(seconds=t)


def _clock(time: datetime) -> str:
    return f"{time:%H:%M:%S}"
