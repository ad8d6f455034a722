"""PNG: written in bands, so that a picture of any size needs little memory; five times quicker than by Qt."""

import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from mission_gui.export.xmp import Label

XMP = "XML:com.adobe.xmp"
"""The keyword under which a PNG holds an XMP packet."""
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_QUICK = 1
"""The level of compression: others take up to ten times as long for a file a few hundredths smaller."""
_UP = 2
"""The filter that keeps of each row its difference from the row above, of which a board has little."""
_PIXELS_PER_METRE = 1 / 0.0254

Pixels = NDArray[np.uint8]


def png(bands: Iterable[QImage], size: tuple[int, int], scale: float, texts: Mapping[str, str]) -> bytes:
    """The file: bands from the top down, as wide as the picture; `scale` is in pixels per CSS pixel.

    `texts` stand in it under their keywords.
    """
    return b"".join(_chunks(bands, size, scale, texts))


def texts(label: Label) -> dict[str, str]:
    """What a picture says of itself."""
    return {**label.keys, XMP: label.packet}


def _chunks(bands: Iterable[QImage], size: tuple[int, int], scale: float, texts: Mapping[str, str]) -> Iterator[bytes]:
    yield _SIGNATURE
    yield _chunk(b"IHDR", struct.pack(">IIBBBBB", *size, 8, 2, 0, 0, 0))
    density = round(96 * scale * _PIXELS_PER_METRE)
    yield _chunk(b"pHYs", struct.pack(">IIB", density, density, 1))
    for key, text in texts.items():
        yield _text(key, text)
    packer = zlib.compressobj(_QUICK)
    above = np.zeros(size[0] * 3, np.uint8)
    for band in bands:
        rows = pixels(band)
        yield _chunk(b"IDAT", packer.compress(_filtered(rows, above).data))
        above = rows[-1].copy()
    yield _chunk(b"IDAT", packer.flush())
    yield _chunk(b"IEND", b"")


def _filtered(rows: Pixels, above: Pixels) -> Pixels:
    out = np.empty((rows.shape[0], rows.shape[1] + 1), np.uint8)
    out[:, 0] = _UP
    np.subtract(rows[0], above, out=out[0, 1:])
    np.subtract(rows[1:], rows[:-1], out=out[1:, 1:])
    return out


def pixels(image: QImage) -> Pixels:
    """Red, green and blue of each pixel, a row of the picture in each row (height, 3 width)."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    table = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return table[:, : plain.width() * 3].copy()


def _text(key: str, text: str) -> bytes:
    """An international text, uncompressed, so that a search of the bytes finds it."""
    return _chunk(b"iTXt", key.encode("latin-1") + b"\0\0\0\0\0" + text.encode())


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
