"""Numbers, units and times as the board writes them in the language spoken: plain functions, no Qt."""

import math
from datetime import date, datetime
from zoneinfo import ZoneInfo

from mission_gui.domain.channels import CHANNELS, WRAPPED
from mission_gui.domain.facts import Basis, Text
from mission_gui.domain.language import RUSSIAN, spoken

MINUS = "−"
THIN = " "
_UNITS = {
    "m": Text("m", "м"),
    "km": Text("km", "км"),
    "m/s": Text("m/s", "м/с"),
    "km/s": Text("km/s", "км/с"),
    "s": Text("s", "с"),
    "min": Text("min", "мин"),
    "h": Text("h", "ч"),
    "d": Text("d", "сут"),
    "kg": Text("kg", "кг"),
    "kPa": Text("kPa", "кПа"),
    "W/cm²": Text("W/cm²", "Вт/см²"),
}
FINER = {"km": ("m", 0), "km/s": ("m/s", 1)}
"""In what a figure below one unit reads, and its decimals."""
_ATTACHED = ("", "°")
"""Units that follow their number without a space."""
_HEMISPHERES = {"N": Text("N", "с. ш."), "S": Text("S", "ю. ш."), "E": Text("E", "в. д."), "W": Text("W", "з. д.")}
_COMPASS = (
    Text("N", "С"),
    Text("NE", "СВ"),
    Text("E", "В"),
    Text("SE", "ЮВ"),
    Text("S", "Ю"),
    Text("SW", "ЮЗ"),
    Text("W", "З"),
    Text("NW", "СЗ"),
)
_SERIES = str.maketrans("TMAS", "ТМАС")
"""The letters of the series of ships, which look alike in both alphabets."""
BASIS_NAMES = {
    Basis.PUBLISHED: Text("published", "опубликовано"),
    Basis.PROPAGATED: Text("propagated", "по элементам орбиты"),
    Basis.MODELLED: Text("modelled", "по модели"),
}


def unit(name: str) -> str:
    """A unit of the tables as it is printed: `km`, `км`; one that all languages share stays as it is."""
    return str(_UNITS.get(name, name))


def number(value: float, decimals: int = 0) -> str:
    """A number with a true minus, spaced thousands, and the decimal mark of the language."""
    text = f"{value:,.{decimals}f}".replace(",", THIN).replace("-", MINUS)
    if text.startswith(MINUS) and not text.strip(f"{MINUS}0.{THIN}"):
        text = text[1:]
    return text.replace(".", ",") if spoken() == RUSSIAN else text


def quantity(value: float, name: str, decimals: int = 0) -> str:
    """A number with its unit: `12.5 km`."""
    return _joined(number(value, decimals), unit(name))


def _joined(text: str, printed: str) -> str:
    return f"{text}{printed}" if printed in _ATTACHED else f"{text} {printed}"


def amount(channel: str, value: float) -> tuple[str, str]:
    """A channel's SI value in its shown unit, and that unit as it is printed; below a kilometre metres, below a
    kilometre per second metres per second."""
    what = CHANNELS[channel]
    shown = value * what.factor
    if what.unit in FINER and abs(shown) < 1:
        finer, decimals = FINER[what.unit]
        return number(value, decimals), unit(finer)
    return number(shown, what.decimals), unit(what.unit)


def reading(channel: str, value: float) -> str:
    """A channel's SI value in its shown unit, with the unit, as `amount` chooses that."""
    what = CHANNELS[channel]
    if channel in WRAPPED:
        return angle(wrap_degrees(value * what.factor), "E", "W", what.decimals)
    if channel.endswith("latitude"):
        return angle(value * what.factor, "N", "S", what.decimals)
    return _joined(*amount(channel, value))


def give_or_take(channel: str, sigma: float) -> str:
    """` ± 0.12 g`, one standard deviation of a channel; empty where none is known."""
    return "" if math.isnan(sigma) else f" ± {_joined(*amount(channel, sigma))}"


def angle(degrees: float, positive: str, negative: str, decimals: int = 2) -> str:
    """`4.53° S`, of the hemispheres N, S, E, W."""
    return f"{number(abs(degrees), decimals)}° {_HEMISPHERES[positive if degrees >= 0 else negative]}"


def compass(bearing: float) -> str:
    """The nearest of the eight points of the compass to a direction, radians from north to the right: `NE`."""
    return str(_COMPASS[round(math.degrees(bearing) / 45.0) % len(_COMPASS)])


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
    return f"{day(local)} {local.year} · {local:%j}"


def day(local: date) -> str:
    """`30 Mar`, as the time itself has it."""
    return f"{local.day} {_MONTHS[local.month - 1]}"


def written(local: date) -> str:
    """`15 March 2022`."""
    return f"{local.day} {_WHOLE_MONTHS[local.month - 1]} {local.year}"


def ship(name: str) -> Text:
    """`Soyuz MS-18`, `Союз МС-18`; other ships are called the same in every language."""
    kind, _, series = name.partition(" ")
    return Text(name, f"Союз {series.translate(_SERIES).replace('No. ', '№ ')}" if kind == "Soyuz" else "")


_MONTHS = (
    Text("Jan", "янв"),
    Text("Feb", "фев"),
    Text("Mar", "мар"),
    Text("Apr", "апр"),
    Text("May", "мая"),
    Text("Jun", "июн"),
    Text("Jul", "июл"),
    Text("Aug", "авг"),
    Text("Sep", "сен"),
    Text("Oct", "окт"),
    Text("Nov", "ноя"),
    Text("Dec", "дек"),
)
_WHOLE_MONTHS = (
    Text("January", "января"),
    Text("February", "февраля"),
    Text("March", "марта"),
    Text("April", "апреля"),
    Text("May", "мая"),
    Text("June", "июня"),
    Text("July", "июля"),
    Text("August", "августа"),
    Text("September", "сентября"),
    Text("October", "октября"),
    Text("November", "ноября"),
    Text("December", "декабря"),
)
