"""Looks at the screen of a virtual display: is it the board, with its text in the right font?

    python packaging/smoke/look.py SCREEN.xwd WANTED.png SEEN.png

`WANTED.png` is the same board drawn without a window. A list may have rolled on, and the pointer is
seen; text in another font changes far more.
"""

import struct
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

Pixels = NDArray[np.uint8]

LEAST_COLOURS = 200
MOST_DIFFERENT = (
    0.04  # of all pixels: with another font 7.8 % were different when it was tried, with the right one 1.9 %
)
TOLERANCE = 24  # of 255 in a channel


def screen(content: bytes) -> Pixels:
    """The picture of an X window dump of 32 bits a pixel, (height, width, 3) as red, green, blue."""
    header = struct.unpack_from(">25I", content)
    size, width, height, line, colours = header[0], header[4], header[5], header[12], header[19]
    rows = np.frombuffer(content, np.uint8, height * line, size + 12 * colours).reshape(height, line)
    return rows[:, : 4 * width].reshape(height, width, 4)[:, :, 2::-1].copy()


def picture(path: Path) -> Pixels:
    """A PNG in the same form."""
    image = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    # A copy: the image owns the rest, and goes.
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).copy()


def faults(seen: Pixels, wanted: Pixels) -> list[str]:
    """What is wrong with a screen."""
    if seen.shape != wanted.shape:
        return [f"the screen is {seen.shape}, the picture {wanted.shape}"]
    found = []
    colours = len(np.unique(seen.reshape(-1, 3), axis=0))
    if colours < LEAST_COLOURS:
        found.append(f"the screen has {colours} colours: there is next to nothing on it")
    far = np.abs(seen.astype(int) - wanted.astype(int)).max(axis=2) > TOLERANCE
    if far.mean() > MOST_DIFFERENT:
        found.append(f"{100 * far.mean():.1f} % of the screen is unlike the board drawn without a window")
    return found


def main(seen: Path, wanted: Path, kept: Path) -> None:
    """Keeps the screen as a picture, and ends with what is wrong with it."""
    pixels = screen(seen.read_bytes())
    height, width, _ = pixels.shape
    QImage(pixels.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888).save(str(kept))
    if found := faults(pixels, picture(wanted)):
        sys.exit("smoke: " + "; ".join(found))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
