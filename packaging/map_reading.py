"""Reads the formats that map packages come in: shapefiles, their tables, and TopoJSON."""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Line = NDArray[np.float64]
"""Points (n, 2): longitude and latitude in degrees; longitude may run past 180 so that no line jumps."""


def read_shapes(path: Path) -> list[list[Line]]:
    """The parts of each record of a shapefile of lines or polygons (ESRI white paper, July 1998)."""
    data, at, found = path.read_bytes(), 100, []
    while at < len(data):
        (length,) = struct.unpack(">i", data[at + 4 : at + 8])
        record = data[at + 8 : at + 8 + 2 * length]
        at += 8 + 2 * length
        found.append(_parts(record) if struct.unpack("<i", record[:4])[0] else [])
    return found


def _parts(record: bytes) -> list[Line]:
    parts, points = struct.unpack("<2i", record[36:44])
    starts = struct.unpack(f"<{parts}i", record[44 : 44 + 4 * parts])
    xy = np.frombuffer(record, "<f8", 2 * points, 44 + 4 * parts).reshape(-1, 2)
    return [xy[a:b] for a, b in zip(starts, (*starts[1:], points), strict=True)]


def read_table(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a shapefile's table (dBASE III), every value as text."""
    data = path.read_bytes()
    count, header, size = struct.unpack("<IHH", data[4:12])
    fields, at = [], 32
    while data[at] != 0x0D:
        fields.append((data[at : at + 11].split(b"\0")[0].decode(), data[at + 16]))
        at += 32
    for row in range(count):
        at, values = header + row * size + 1, {}
        for name, length in fields:
            values[name] = _text(data[at : at + length])
            at += length
        yield values


def _text(content: bytes) -> str:
    """A value; tables of Natural Earth are in UTF-8, older ones in Windows' Latin letters, and none says in which."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    return text.strip(" \0")


def arcs_of(topology: dict[str, Any]) -> list[Line]:
    """The arcs of a TopoJSON file in degrees: they are stored as differences of whole numbers."""
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    return [np.cumsum(np.array(arc), axis=0) * scale + shift for arc in topology["arcs"]]


def rings_of(topology: dict[str, Any], geometry: dict[str, Any]) -> list[Line]:
    """Every ring of one geometry, holes too."""
    arcs = arcs_of(topology) if "decoded" not in topology else topology["decoded"]
    topology["decoded"] = arcs
    single = geometry["type"] == "Polygon"
    shapes = [geometry["arcs"]] if single else geometry.get("arcs", [])
    return [joined(arcs, ring) for shape in shapes for ring in shape]


def joined(arcs: list[Line], ring: list[int]) -> Line:
    """The arcs of a ring end to end; a negative index (~i) means arc i reversed."""
    parts = [arcs[i] if i >= 0 else arcs[~i][::-1] for i in ring]
    return np.concatenate([parts[0], *(part[1:] for part in parts[1:])])


def polygons(topology: dict[str, Any], name: str) -> list[Line]:
    """All rings of an object."""
    found = topology["objects"][name]
    return [ring for geometry in found.get("geometries", [found]) for ring in rings_of(topology, geometry)]
