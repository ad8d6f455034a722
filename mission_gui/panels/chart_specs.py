"""The charts there are, and which of them suit a part of the flight: tables, no Qt."""

from dataclasses import dataclass

from mission_gui.domain.events import Phase
from mission_gui.domain.facts import Text


@dataclass(frozen=True, slots=True)
class ChartSpec:
    """What one chart shows: a channel, and a companion, which with `swaps` takes the lead in the air.

    `least_span` is the narrowest range of the axis, in the shown unit, so that noise looks like noise. `log` says
    whether a logarithmic axis makes sense: it does not for what may be negative, or does not span decades. `short`
    is what it is called where the title has no room.
    """

    id: str
    title: Text
    channel: str
    color: str
    least_span: float
    companion: str = ""
    swaps: bool = False
    log: bool = False
    short: Text = Text("")

    @property
    def names(self) -> tuple[str, str]:
        """What it is called, and what it is called where that has no room."""
        return str(self.title), str(self.short) or str(self.title)

    @property
    def beside(self) -> str:
        """The channel of which other flights are drawn: the one that leads where they part from this one."""
        return self.companion if self.swaps else self.channel


CHARTS: dict[str, ChartSpec] = {
    spec.id: spec
    for spec in (
        ChartSpec("altitude", Text("Altitude", "Высота"), "altitude", "soyuz", 12.0),
        ChartSpec("speed", Text("Speed", "Скорость"), "inertial_speed", "iss", 0.2, companion="air_speed", swaps=True),
        ChartSpec("load", Text("Load", "Перегрузка"), "load", "burn", 1.0, log=True),
        ChartSpec(
            "heating",
            Text("Heating", "Тепловой поток"),
            "heat_flux",
            "soyuz",
            1.0,
            log=True,
            short=Text("Heating", "Нагрев"),
        ),
        ChartSpec(
            "pressure",
            Text("Dynamic pressure", "Скоростной напор"),
            "dynamic_pressure",
            "station",
            0.1,
            log=True,
            short=Text("Dyn. press.", "Напор"),
        ),
        ChartSpec("mach", Text("Mach", "Число Маха"), "mach", "iss", 1.0, log=True),
        ChartSpec("mass", Text("Mass", "Масса"), "mass", "off", 100.0),
        ChartSpec(
            "range_to_go",
            Text("Range to go", "До места посадки"),
            "range_to_go",
            "landing",
            1.0,
            log=True,
            short=Text("To go", "До посадки"),
        ),
        ChartSpec("iss_range", Text("Range to ISS", "До МКС"), "iss_range", "station", 0.1, log=True),
        ChartSpec(
            "range_rate",
            Text("Range rate", "Скорость удаления"),
            "iss_range_rate",
            "iss",
            0.2,
            short=Text("Rate", "Удаление"),
        ),
        ChartSpec(
            "in_plane",
            Text("V-bar, R-bar", "V-bar, R-bar"),
            "v_bar",
            "soyuz",
            20.0,
            companion="r_bar",
            short=Text("V/R-bar", "V/R-bar"),
        ),
        ChartSpec("out_of_plane", Text("H-bar", "H-bar"), "h_bar", "soyuz", 20.0),
        ChartSpec(
            "path_angle",
            Text("Flight-path angle", "Наклон траектории"),
            "flight_path_angle",
            "standby",
            0.5,
            short=Text("Path angle", "Наклон"),
        ),
        ChartSpec("bank", Text("Bank", "Крен"), "bank", "standby", 10.0),
    )
}
"""In the order of the menu."""

SHORT_NAMES: dict[str, Text] = {
    "inertial_speed": Text("inertial", "инерц."),
    "air_speed": Text("air", "возд."),
    "v_bar": Text("V-bar", "V-bar"),
    "r_bar": Text("R-bar", "R-bar"),
}
"""How two curves of one chart are told apart."""

IN_AIR = frozenset({Phase.ENTRY, Phase.PARACHUTE, Phase.LANDED, Phase.RECOVERY})
"""Where the speed through the air matters more than that in space."""


@dataclass(frozen=True, slots=True)
class Pick:
    """Charts by their ids, side by side in this order; those of `log` have a logarithmic axis."""

    charts: tuple[str, ...]
    log: frozenset[str] = frozenset()


_LEAVING = Pick(("iss_range", "range_rate", "in_plane"), frozenset({"iss_range"}))
_ORBIT = Pick(("altitude", "speed", "iss_range"))
_FALLING = Pick(("altitude", "speed", "load"))
_ENTRY = Pick(("load", "heating", "pressure", "speed"))

PICKS: dict[Phase, Pick] = {
    Phase.DOCKED: _LEAVING,
    Phase.DEPARTURE: _LEAVING,
    Phase.FLYAROUND: _LEAVING,
    Phase.FREE_FLIGHT: _ORBIT,
    Phase.DEORBIT_BURN: _FALLING,
    Phase.DESCENT_COAST: _FALLING,
    Phase.ATMOSPHERE: _ENTRY,
    Phase.ENTRY: _ENTRY,
    Phase.PARACHUTE: _ENTRY,
    Phase.LANDED: _ENTRY,
    Phase.RECOVERY: _ENTRY,
}
"""What is shown until the user picks."""
