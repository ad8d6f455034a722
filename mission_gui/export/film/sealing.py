"""The XMP packet at the end of a film whose container has a place of its own for it (ISO 16684-3)."""

import struct
from typing import BinaryIO
from uuid import UUID

from mission_gui.export.xmp import Label

_XMP_BOX = UUID("be7acfcb-97a9-42e8-9c71-999491e3afac")
_TRAILER = b";"
_APPLICATION, _COMMENT = b"\x21\xff\x0bXMP DataXMP", b"\x21\xfe"
_MAGIC = b"\x01" + bytes(range(255, -1, -1)) + b"\x00"
"""After a packet, which is not cut in blocks: wherever a reader that knows no XMP comes down, it is led to the end."""
_BLOCK = 255


def box(film: BinaryIO, label: Label) -> None:
    """Adds the packet to an MP4, after all others."""
    packet = label.packet.encode()
    film.seek(0, 2)
    film.write(struct.pack(">I4s", 8 + 16 + len(packet), b"uuid") + _XMP_BOX.bytes + packet)


def blocks(film: BinaryIO, label: Label) -> None:
    """Adds to a GIF the plain keywords as a comment, and the packet."""
    film.seek(-len(_TRAILER), 2)  # over the end, which follows again
    told = "\n".join(f"{key}: {value}" for key, value in label.keys.items()).encode()
    parts = (told[start : start + _BLOCK] for start in range(0, len(told), _BLOCK))
    film.write(_COMMENT + b"".join(bytes([len(part)]) + part for part in parts) + b"\0")
    film.write(_APPLICATION + label.packet.encode() + _MAGIC + _TRAILER)
