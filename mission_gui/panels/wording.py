"""Numbers and times as the board writes them: plain functions, no Qt."""

import math
from datetime import datetime
from zoneinfo import ZoneInfo

from mission_gui.domain.channels import CHANNELS, WRAPPED

MINUS = "−"
THIN = " "


def number(value: float, decimals: int = 0) -> str:
    """A number with a true minus and thin-spaced thousands."""
    text = f"{value:,.{decimals}f}".replace(",", THIN).replace("-", MINUS)
    return text[1:] if text.startswith(MINUS) and not text.strip(f"{MINUS}0.{THIN}") else text


def reading(channel: str, value: float) -> str:
    """A channel's SI value in its shown unit, with the unit; below a kilometre in metres."""
    what = CHANNELS[channel]
    shown = value * what.factor
    if channel in WRAPPED:
        shown = wrap_degrees(shown)
    if channel.endswith("latitude"):
        return angle(shown, "N", "S", what.decimals)
    if channel in WRAPPED:
        return angle(shown, "E", "W", what.decimals)
    if what.unit == "km" and abs(shown) < 1:
        return f"{number(value)} m"
    space = "" if what.unit in ("", "°") else " "
    return f"{number(shown, what.decimals)}{space}{what.unit}"


def give_or_take(channel: str, sigma: float) -> str:
    """` ± 0.12 g`, one standard deviation of a channel; empty where none is known."""
    what = CHANNELS[channel]
    shown = sigma * what.factor
    if math.isnan(shown):
        return ""
    if what.unit == "km" and shown < 1:
        return f" ± {number(sigma)} m"
    return f" ± {number(shown, what.decimals)}{'' if what.unit in ('', '°') else ' '}{what.unit}"


def angle(degrees: float, positive: str, negative: str, decimals: int = 2) -> str:
    """`4.53° S`."""
    return f"{abs(degrees):.{decimals}f}° {positive if degrees >= 0 else negative}"


def wrap_degrees(degrees: float) -> float:
    """A longitude from -180 up to, not including, 180."""
    return (degrees + 180.0) % 360.0 - 180.0


def countdown(seconds: float, prefix: str = "T") -> str:
    """`T−00:09:58` before, `T+00:00:03` after."""
    whole = round(seconds)
    return f"{prefix}{MINUS if whole < 0 else '+'}{duration(abs(whole))}"


def duration(seconds: float) -> str:
    """`hh:mm:ss`; hours run on past 24."""
    whole = int(abs(seconds))
    return f"{whole // 3600:02d}:{whole // 60 % 60:02d}:{whole % 60:02d}"


def clock_time(time: datetime, zone: str = "UTC", seconds: bool = True) -> str:
    """The wall time of an instant in an IANA zone."""
    local = time.astimezone(ZoneInfo(zone))
    # Not strftime, which imports a module at each call and is slow among Qt's import hooks.
    text = f"{local.hour:02d}:{local.minute:02d}"
    return f"{text}:{local.second:02d}" if seconds else text


def day_of_year(time: datetime, zone: str = "UTC") -> str:
    """`30 Mar 2022 · 089`."""
    local = time.astimezone(ZoneInfo(zone))
    return f"{local.day} {_MONTHS[local.month - 1]} {local.year} · {local:%j}"


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
