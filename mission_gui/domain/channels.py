"""The telemetry-like channels of a trajectory: one table that charts, tables and exports share."""

from dataclasses import dataclass

from mission_gui.domain.facts import Text


@dataclass(frozen=True, slots=True)
class Channel:
    """A quantity along the flight. Arrays are SI; `shown = SI * factor` in `unit`, with `decimals` digits."""

    id: str
    name: Text
    unit: str
    factor: float
    decimals: int
    column: str


_DEGREES = 57.29577951308232
_G0 = 9.80665

CHANNELS: dict[str, Channel] = {
    channel.id: channel
    for channel in (
        Channel("latitude", Text("Latitude", "Широта"), "°", _DEGREES, 2, "latitude_deg"),
        Channel("longitude", Text("Longitude", "Долгота"), "°", _DEGREES, 2, "longitude_deg"),
        Channel("altitude", Text("Altitude", "Высота"), "km", 1e-3, 1, "altitude_km"),
        Channel(
            "inertial_speed",
            Text("Speed (inertial)", "Скорость (инерц.)"),
            "km/s",
            1e-3,
            2,
            "inertial_speed_km_s",
        ),
        Channel("air_speed", Text("Speed (air)", "Скорость (возд.)"), "km/s", 1e-3, 2, "air_speed_km_s"),
        Channel("load", Text("Load", "Перегрузка"), "g", 1 / _G0, 2, "load_g"),
        Channel("iss_range", Text("Range to ISS", "До МКС"), "km", 1e-3, 1, "iss_range_km"),
        Channel(
            "flight_path_angle",
            Text("Flight-path angle", "Наклон траектории"),
            "°",
            _DEGREES,
            2,
            "flight_path_angle_deg",
        ),
        Channel("mach", Text("Mach", "Число Маха"), "", 1.0, 1, "mach"),
        Channel(
            "dynamic_pressure",
            Text("Dynamic pressure", "Скоростной напор"),
            "kPa",
            1e-3,
            2,
            "dynamic_pressure_kpa",
        ),
        Channel("heat_flux", Text("Heating", "Тепловой поток"), "W/cm²", 1e-4, 1, "heat_flux_w_cm2"),
        Channel("mass", Text("Mass", "Масса"), "kg", 1.0, 0, "mass_kg"),
        Channel("bank", Text("Bank", "Крен"), "°", _DEGREES, 1, "bank_deg"),
        Channel("iss_range_rate", Text("Range rate", "Скорость удаления"), "m/s", 1.0, 2, "iss_range_rate_m_s"),
        Channel("v_bar", Text("V-bar", "V-bar"), "m", 1.0, 1, "v_bar_m"),
        Channel("r_bar", Text("R-bar", "R-bar"), "m", 1.0, 1, "r_bar_m"),
        Channel("h_bar", Text("H-bar", "H-bar"), "m", 1.0, 1, "h_bar_m"),
        Channel("range_to_go", Text("Range to go", "До места посадки"), "km", 1e-3, 0, "range_to_go_km"),
        Channel("iss_latitude", Text("ISS latitude", "Широта МКС"), "°", _DEGREES, 2, "iss_latitude_deg"),
        Channel("iss_longitude", Text("ISS longitude", "Долгота МКС"), "°", _DEGREES, 2, "iss_longitude_deg"),
        Channel("iss_altitude", Text("ISS altitude", "Высота МКС"), "km", 1e-3, 1, "iss_altitude_km"),
        Channel(
            "subsolar_latitude",
            Text("Subsolar latitude", "Широта подсолнечной точки"),
            "°",
            _DEGREES,
            2,
            "subsolar_latitude_deg",
        ),
        Channel(
            "subsolar_longitude",
            Text("Subsolar longitude", "Долгота подсолнечной точки"),
            "°",
            _DEGREES,
            2,
            "subsolar_longitude_deg",
        ),
        Channel("sunlit", Text("Sunlit", "На свету"), "", 1.0, 0, "sunlit"),
        Channel("inclination", Text("Inclination", "Наклонение"), "°", _DEGREES, 2, "inclination_deg"),
        # Revolutions by the element set's count: the whole part is the orbit number, the rest counts from the node.
        Channel("orbit", Text("Orbit", "Виток"), "", 1.0, 2, "orbit_number"),
        Channel("beta", Text("Beta angle", "Угол бета"), "°", _DEGREES, 1, "beta_deg"),
    )
}

WRAPPED = frozenset({"longitude", "iss_longitude", "subsolar_longitude"})
"""Longitudes: stored unwrapped (east positive) so that nothing jumps; wrap them where they are shown."""
