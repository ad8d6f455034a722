"""From mission seconds to sidereal angle and to days, by Skyfield's built-in Earth rotation table."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from skyfield.api import load
from skyfield.timelib import Timescale

from mission_gui.domain.trajectory import Floats
from mission_gui.physics.earth import SIDEREAL_RATE, sidereal_time

_J2000_DAY = 730120.5  # proleptic ordinal of 2000-01-01 12:00
_DAY = timedelta(days=1)


@cache
def timescale() -> Timescale:
    """Skyfield's timescale from its own files; nothing is downloaded."""
    return load.timescale(builtin=True)


@dataclass(frozen=True, slots=True)
class Rotation:
    """The Earth's turning during a mission: sidereal angle at mission time zero, rad, and days since J2000."""

    angle0: float
    days0: float

    def angle(self, t: Floats) -> Floats:
        """Sidereal angle, rad, at mission seconds (n,); it runs on past a turn."""
        return self.angle0 + SIDEREAL_RATE * t

    def days(self, t: Floats) -> Floats:
        """Days of UT since 2000-01-01 12:00."""
        return self.days0 + t / 86400


def rotation(epoch: datetime) -> Rotation:
    """The Earth's rotation about the mission's epoch, with UT1 - UTC of that day held over the mission."""
    ut1 = epoch + timedelta(seconds=float(timescale().from_datetime(epoch).dut1))
    days = ut1.toordinal() - _J2000_DAY + (ut1 - ut1.replace(hour=0, minute=0, second=0, microsecond=0)) / _DAY
    return Rotation(sidereal_time(ut1), days)
