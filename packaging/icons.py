"""Draws the program's icons into `resources/icons/`: scalable, as pictures of every usual size, for Windows and macOS.

    .venv/bin/python packaging/icons.py

A globe seen from above the Mediterranean, its coasts out of `resources/map/`, and over it the way home: the great
circle at the station's inclination that ends at the landing zone near Zhezkazgan, its height above the ground enlarged.
Small sizes have fewer and broader lines.
"""

import os
import struct
from dataclasses import dataclass
from math import asin, atan2, cos, degrees, hypot, radians, sin, sqrt
from pathlib import Path

import numpy as np
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from mission_gui.theme import DARK

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "icons"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
SMALL = 48
"""Up to this size the simple drawing is used."""
ICO = (16, 24, 32, 48, 64, 128, 256)
ICNS = {"icp4": 16, "icp5": 32, "ic07": 128, "ic08": 256, "ic09": 512}
"""Apple's name of each size."""

INCLINATION, LANDING = radians(51.64), (radians(47.3), radians(69.6))
VIEW = (radians(36.0), radians(14.0))
SPACE = 256.0

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Globe:
    """Where the globe stands in a square of 256, and how strong its lines are."""

    x: float
    y: float
    radius: float
    outline: str  # which coasts
    finest: float  # points closer than this are dropped
    smallest: float  # islands narrower than this too

    def spot(self, latitude: float, longitude: float, height: float = 0.0) -> tuple[float, float, float]:
        """Place on the drawing, and how far before (positive) the plane of the limb; height in radii."""
        turn = longitude - VIEW[1]
        right = cos(latitude) * sin(turn)
        up = cos(VIEW[0]) * sin(latitude) - sin(VIEW[0]) * cos(latitude) * cos(turn)
        near = sin(VIEW[0]) * sin(latitude) + cos(VIEW[0]) * cos(latitude) * cos(turn)
        reach = self.radius * (1 + height)
        return self.x + reach * right, self.y - reach * up, near * (1 + height)


LARGE_GLOBE = Globe(128, 134, 106, "110m", 0.9, 5)
SMALL_GLOBE = Globe(128, 132, 112, "110m", 4.0, 30)


def land(globe: Globe) -> str:
    """The land on the near side, as the `d` of a path; what lies behind the limb is pressed onto it."""
    with np.load(ROOT / "resources/map/world.npz") as held:
        points, offsets = held[f"land_{globe.outline}_points"], held[f"land_{globe.outline}_offsets"]
    rings = (points[start:end] for start, end in zip(offsets[:-1], offsets[1:], strict=True))
    return "".join(path for ring in rings if (path := _ring(globe, ring)))


def _ring(globe: Globe, ring: "np.ndarray[tuple[int, ...], np.dtype[np.float32]]") -> str:
    drawn: list[Point] = []
    nearest = -1.0
    for longitude, latitude in np.radians(ring.astype(float)):
        x, y, near = globe.spot(latitude, longitude)
        if near < 0:
            off = hypot(x - globe.x, y - globe.y)
            x, y = (globe.x + (x - globe.x) / off * globe.radius, globe.y + (y - globe.y) / off * globe.radius)
        nearest = max(nearest, near)
        if not drawn or hypot(x - drawn[-1][0], y - drawn[-1][1]) >= globe.finest:
            drawn.append((x, y))
    spans = [max(axis) - min(axis) for axis in zip(*drawn, strict=True)]
    if nearest < 0 or max(spans) < globe.smallest:
        return ""
    return _line(drawn) + "z"


def _line(points: list[Point]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)


def graticule(globe: Globe) -> str:
    """Parallels and meridians each 30 degrees, where they are on the near side."""
    lines = [[(lat, lon) for lon in range(-180, 181, 3)] for lat in (-60, -30, 0, 30, 60)]
    lines += [[(lat, lon) for lat in range(-84, 85, 3)] for lon in range(-180, 180, 30)]
    drawn = []
    for line in lines:
        run: list[Point] = []
        for lat, lon in line:
            x, y, near = globe.spot(radians(lat), radians(lon))
            if near > 0:
                run.append((x, y))
            elif len(run) > 1:
                drawn.append(_line(run))
                run = []
            else:
                run = []
        if len(run) > 1:
            drawn.append(_line(run))
    return "".join(drawn)


def way_home(globe: Globe, start: float, end: float, height: float) -> list[tuple[float, float, float]]:
    """The flight from one argument of latitude to another, in degrees before the landing: x, y and near."""
    landing = asin(sin(LANDING[0]) / sin(INCLINATION))
    node = LANDING[1] - atan2(cos(INCLINATION) * sin(landing), cos(landing))
    spots = []
    for before in np.radians(np.arange(start, end - 1e-6, -1.0)):
        u = landing - before
        latitude = asin(sin(INCLINATION) * sin(u))
        longitude = node + atan2(cos(INCLINATION) * sin(u), cos(u))
        fallen = max(1 - degrees(before) / 130.0, 0.0)
        spots.append(globe.spot(latitude, longitude, height * sqrt(1 - fallen**2.6)))
    return spots


def ribbon(spots: list[Point], thin: float, thick: float) -> str:
    """A band along the points that grows from thin to thick, as the `d` of a path."""
    left, right = [], []
    for index, (x, y) in enumerate(spots):
        (x0, y0), (x1, y1) = spots[max(index - 1, 0)], spots[min(index + 1, len(spots) - 1)]
        off = hypot(x1 - x0, y1 - y0)
        half = (thin + (thick - thin) * index / (len(spots) - 1)) / 2
        across = (-(y1 - y0) / off * half, (x1 - x0) / off * half)
        left.append((x + across[0], y + across[1]))
        right.append((x - across[0], y - across[1]))
    return _line(left + right[::-1]) + "z"


def _visible(globe: Globe, spots: list[tuple[float, float, float]]) -> list[Point]:
    """From the first point on that the globe does not hide."""
    seen = [near > 0 or hypot(x - globe.x, y - globe.y) > globe.radius for x, y, near in spots]
    return [(x, y) for x, y, _ in spots[seen.index(True) :]]


def capsule(x: float, y: float, heading: float, size: float) -> str:
    """The descent module, its heat shield ahead; heading in degrees clockwise from up."""
    return (
        f'<g transform="translate({x:.1f} {y:.1f}) rotate({heading:.1f}) scale({size:g})">'
        f'<path d="M-10 -2C-8 -12 8 -12 10 -2L6.4 13C5 18 -5 18 -6.4 13z" fill="#FFF3D6" stroke="#7A4E00" '
        f'stroke-width="1.6" stroke-linejoin="round"/>'
        f'<path d="M-10 -2C-8 -12 8 -12 10 -2C5 0.8 -5 0.8 -10 -2z" fill="{DARK.burn}"/></g>'
    )


def _svg(body: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SPACE:g} {SPACE:g}" '
        f'width="{SPACE:g}" height="{SPACE:g}">{body}</svg>\n'
    )


def _globe(globe: Globe, rim: float, lines: float) -> str:
    halo = globe.radius * 1.1
    disc = f'cx="{globe.x:g}" cy="{globe.y:g}"'
    text = (
        f'<defs><radialGradient id="sea" gradientUnits="userSpaceOnUse" {disc} r="{globe.radius * 1.35:g}" '
        f'fx="{globe.x - 0.35 * globe.radius:g}" fy="{globe.y - 0.45 * globe.radius:g}">'
        f'<stop offset="0" stop-color="#24384B"/><stop offset=".55" stop-color="#142130"/>'
        f'<stop offset="1" stop-color="{DARK.window}"/></radialGradient>'
        f'<radialGradient id="air" gradientUnits="userSpaceOnUse" {disc} r="{halo:g}">'
        f'<stop offset=".9" stop-color="{DARK.iss}" stop-opacity=".55"/>'
        f'<stop offset="1" stop-color="{DARK.iss}" stop-opacity="0"/></radialGradient></defs>'
        f'<circle {disc} r="{halo:g}" fill="url(#air)"/><circle {disc} r="{globe.radius:g}" fill="url(#sea)"/>'
    )
    if lines:
        text += f'<path d="{graticule(globe)}" fill="none" stroke="{DARK.border}" stroke-width="{lines:g}"/>'
    edge = f'stroke="{DARK.coast}" stroke-width="1.2" stroke-linejoin="round"' if lines else ""
    text += f'<path d="{land(globe)}" fill="#33495D" fill-opacity=".9" {edge}/>'
    return text + f'<circle {disc} r="{globe.radius:g}" fill="none" stroke="#6C8CA8" stroke-width="{rim:g}"/>'


def large() -> str:
    """The drawing for 64 pixels and more."""
    globe = LARGE_GLOBE
    flown = _visible(globe, way_home(globe, 122, 27, 0.2))
    ahead = way_home(globe, 18, 3, 0.2)[::6]
    (x0, y0), (x, y) = flown[-3], flown[-1]
    (zone_x, zone_y, _) = globe.spot(*LANDING)
    dots = "".join(f'<circle cx="{a:.1f}" cy="{b:.1f}" r="2.6"/>' for a, b, _ in ahead)
    return _svg(
        _globe(globe, 2, 1)
        + f'<linearGradient id="way" gradientUnits="userSpaceOnUse" x1="{flown[0][0]:.0f}" y1="{flown[0][1]:.0f}" '
        f'x2="{x:.0f}" y2="{y:.0f}"><stop offset="0" stop-color="{DARK.soyuz}" stop-opacity=".15"/>'
        f'<stop offset=".6" stop-color="{DARK.soyuz}"/>'
        f'<stop offset="1" stop-color="{DARK.soyuz_text}"/></linearGradient>'
        f'<path d="{ribbon(flown, 3, 11)}" fill="url(#way)"/><g fill="{DARK.soyuz}">{dots}</g>'
        f'<circle cx="{zone_x:.1f}" cy="{zone_y:.1f}" r="9" fill="none" stroke="{DARK.landing}" stroke-width="3.4"/>'
        f'<circle cx="{zone_x:.1f}" cy="{zone_y:.1f}" r="2.8" fill="{DARK.landing}"/>'
        + capsule(x, y, degrees(atan2(x - x0, y0 - y)), 1.25)
    )


def small() -> str:
    """The drawing for up to 48 pixels."""
    globe = SMALL_GLOBE
    flown = _visible(globe, way_home(globe, 122, 8, 0.12))
    x, y = flown[-1]
    return _svg(
        _globe(globe, 9, 0)
        + f'<path d="{ribbon(flown, 14, 26)}" fill="{DARK.soyuz}"/>'
        + f'<circle cx="{x:.1f}" cy="{y:.1f}" r="25" fill="{DARK.soyuz_text}"/>'
    )


def symbolic() -> str:
    """One colour, which the desktop replaces by that of its text."""
    globe = Globe(128, 136, 100, "110m", 4.0, 30)
    flown = _visible(globe, way_home(globe, 122, 8, 0.16))
    x, y = flown[-1]
    return _svg(
        f'<circle cx="{globe.x:g}" cy="{globe.y:g}" r="{globe.radius:g}" fill="none"'
        ' stroke="#2e3436" stroke-width="18"/>'
        f'<path d="{ribbon(flown, 14, 22)}" fill="#2e3436"/><circle cx="{x:.1f}" cy="{y:.1f}" r="26" fill="#2e3436"/>'
    )


def picture(svg: str, size: int) -> bytes:
    """The drawing as PNG."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg.encode())).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG", 0)  # type: ignore[call-overload]  # the stubs want the format as bytes
    return bytes(buffer.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """Windows' container."""
    start = 6 + 16 * len(pictures)
    head, body = struct.pack("<3H", 0, 1, len(pictures)), b""
    for size, png in pictures.items():
        head += struct.pack("<4B2H2I", size % 256, size % 256, 0, 0, 1, 32, len(png), start + len(body))
        body += png
    return head + body


def icns(pictures: dict[str, bytes]) -> bytes:
    """Apple's container."""
    body = b"".join(kind.encode() + struct.pack(">I", len(png) + 8) + png for kind, png in pictures.items())
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def main() -> None:
    """Writes them all."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    drawings = {"mission-gui": large(), "mission-gui-small": small(), "mission-gui-symbolic": symbolic()}
    for name, drawing in drawings.items():
        (FOLDER / f"{name}.svg").write_text(drawing, encoding="utf-8")
    sizes = {*SIZES, *ICO, *ICNS.values()}
    pngs = {size: picture(drawings["mission-gui-small" if size <= SMALL else "mission-gui"], size) for size in sizes}
    for size in SIZES:
        (FOLDER / f"mission-gui-{size}.png").write_bytes(pngs[size])
    (FOLDER / "mission-gui.ico").write_bytes(ico({size: pngs[size] for size in ICO}))
    (FOLDER / "mission-gui.icns").write_bytes(icns({kind: pngs[size] for kind, size in ICNS.items()}))
    application.quit()


if __name__ == "__main__":
    main()
