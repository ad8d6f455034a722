"""Landings as lines of text: comma-separated values, or GeoJSON (RFC 7946) with the ellipse."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from mission_gui.domain.trajectory import Floats
from mission_gui.physics.dispersion.problem import Landings, Problem
from mission_gui.physics.dispersion.summary import Summary, outline, place
from mission_gui.physics.earth import STANDARD_GRAVITY

BASIS = "modelled; assumed error model"

COLUMNS = {
    "latitude_deg": 6,
    "longitude_deg": 6,
    "along_km": 4,
    "cross_km": 4,
    "peak_load_g": 4,
    "chute_time_s": 2,
    "landing_time_s": 2,
}
"""Columns and their decimals; times are mission time, seconds after undocking."""


@dataclass(frozen=True, slots=True)
class Format:
    """How a file begins, goes on with each part (told whether it is the first), and ends."""

    head: Callable[[], str]
    rows: Callable[[Landings, bool], str]
    tail: Callable[[Problem, Summary], str]


def values(part: Landings) -> Iterator[list[str]]:
    """The columns of each landing, written out."""
    rows = np.array(
        [
            np.degrees(part.latitude),
            np.degrees(part.longitude),
            part.along / 1e3,
            part.cross / 1e3,
            part.peak_load / STANDARD_GRAVITY,
            part.chute_time,
            part.landing_time,
        ]
    )
    for row in rows.T.tolist():
        yield [f"{value:.{decimals}f}" for value, decimals in zip(row, COLUMNS.values(), strict=True)]


def _csv_head() -> str:
    return ",".join(["kind", *COLUMNS]) + "\n"


def _csv_rows(part: Landings, _first: bool) -> str:
    return "".join(",".join(["landing", *row]) + "\n" for row in values(part))


def _csv_tail(problem: Problem, summary: Summary) -> str:
    """The edge of the ellipse, point by point, which has neither load nor times."""
    if summary.ellipse is None:
        return ""
    along, cross = outline(summary.ellipse, problem.aim[2])
    latitude, longitude = place(problem.aim, along, cross)
    rows = np.array([np.degrees(latitude), np.degrees(longitude), along / 1e3, cross / 1e3]).T.tolist()
    decimals = list(COLUMNS.values())[:4]
    empty = [""] * (len(COLUMNS) - len(decimals))
    told = ([f"{value:.{digits}f}" for value, digits in zip(row, decimals, strict=True)] for row in rows)
    return "".join(",".join(["ellipse_95", *row, *empty]) + "\n" for row in told)


def _geojson_head() -> str:
    return '{"type": "FeatureCollection", "features": [\n'


def _geojson_rows(part: Landings, first: bool) -> str:
    text = ",\n".join(_point(row) for row in values(part))
    return text if first else f",\n{text}"


def _point(row: list[str]) -> str:
    properties = ", ".join(f'"{name}": {value}' for name, value in zip(list(COLUMNS)[2:], row[2:], strict=True))
    place_ = f'{{"type": "Point", "coordinates": [{row[1]}, {row[0]}]}}'
    return f'{{"type": "Feature", "geometry": {place_}, "properties": {{"kind": "landing", {properties}}}}}'


def _geojson_tail(problem: Problem, summary: Summary) -> str:
    shape = summary.ellipse
    if shape is None:
        return "\n]}\n"
    latitude, longitude = place(problem.aim, *outline(shape, problem.aim[2]))
    feature = {
        "type": "Feature",
        "geometry": {"type": "Polygon", "coordinates": [_ring(latitude, longitude)]},
        "properties": {
            "kind": "ellipse of 95 %",
            "basis": BASIS,
            "samples": summary.samples,
            "semi_major_km": round(shape.major / 1e3, 3),
            "semi_minor_km": round(shape.minor / 1e3, 3),
            "azimuth_deg": round(float(np.degrees(shape.azimuth)), 2),
        },
    }
    return f",\n{json.dumps(feature)}\n]}}\n"


def _ring(latitude: Floats, longitude: Floats) -> list[list[float]]:
    """A closed line of longitudes and latitudes, degrees."""
    points = np.round(np.degrees(np.array([longitude, latitude])), 6).T.tolist()
    return [*points[:-1], points[0]]


FORMATS: dict[str, Format] = {
    ".csv": Format(_csv_head, _csv_rows, _csv_tail),
    ".geojson": Format(_geojson_head, _geojson_rows, _geojson_tail),
}
"""The formats by the ending of the file."""
