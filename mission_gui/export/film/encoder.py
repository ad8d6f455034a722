"""Writes a film: frames go in as pictures, a file comes out whole or not at all. PyAV, in the extra `film`, encodes.

Drawing and encoding take turns on no lock: while one picture is drawn, another thread encodes those before it.
"""

import os
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from queue import Queue
from threading import Thread
from types import TracebackType
from typing import Any, BinaryIO, Self

import numpy as np
from PySide6.QtGui import QImage

from mission_gui.domain.errors import UserError
from mission_gui.export.film.sealing import blocks, box
from mission_gui.export.xmp import Label
from mission_gui.files import check_writable
from mission_gui.system import how_to_add

WAITING = 4
"""Pictures that may wait for the encoder: enough that it is never idle while one is drawn, and few to hold."""

_REC_709 = 1
XMP = "XMP"
"""The tag that holds the packet."""


@dataclass(frozen=True, slots=True)
class Codec:
    """How the pictures are compressed: PyAV's name, its options, and the form of the pixels."""

    name: str
    options: Mapping[str, str]
    pixels: str = "yuv420p"


@dataclass(frozen=True, slots=True)
class Container:
    """A kind of file: PyAV's name of it, its options, and the codecs it may hold, the usual one first.

    `seal` adds the XMP packet to the whole file; without it, the packet is one of the tags.
    """

    name: str
    codecs: tuple[str, ...]
    options: Mapping[str, str] = field(default_factory=dict)
    seal: Callable[[BinaryIO, Label], None] | None = None


CODECS = {
    "av1": Codec("libsvtav1", {"preset": "10", "crf": "30", "svtav1-params": "tune=0"}),
    "vp9": Codec("libvpx-vp9", {"deadline": "realtime", "cpu-used": "6", "row-mt": "1", "crf": "30", "b": "0"}),
    "h264": Codec("libx264", {"preset": "veryfast", "crf": "20"}),
    "gif": Codec("gif", {}, "pal8"),
}
"""AV1 and VP9 are free to use; H.264 is for players that know nothing else."""

CONTAINERS = {
    ".mp4": Container("mp4", ("av1", "h264"), {"movflags": "+faststart+use_metadata_tags"}, box),
    ".webm": Container("webm", ("vp9", "av1")),
    ".gif": Container("gif", ("gif",), {"loop": "0"}, blocks),
}


def container(path: Path) -> Container:
    """What a file of that name is; UserError names the kinds there are."""
    found = CONTAINERS.get(path.suffix.lower())
    if found is None:
        *first, last = CONTAINERS
        raise UserError(f"{path}: the name of a film ends in {', '.join(first)} or {last}")
    return found


def check(path: Path, size: tuple[int, int], codec: str | None = None) -> str:
    """The codec of a film that can be written there; UserError says what stands in the way, before work begins."""
    allowed = container(path).codecs
    codec = codec or allowed[0]
    if codec not in allowed:
        raise UserError(f"{path}: a {path.suffix} file holds {' or '.join(allowed)}, not {codec}")
    if any(side % 2 or not 64 <= side <= 8192 for side in size):
        raise UserError(
            f"a film of {size[0]}x{size[1]} pixels cannot be made: both sides must be even, from 64 to 8192"
        )
    check_writable(path)
    av = _av()
    try:
        av.codec.Codec(CODECS[codec].name, "w")
    except av.codec.codec.UnknownCodecError as error:
        raise UserError(f"this PyAV has no encoder for {codec}; try --codec with another, or another kind") from error
    return codec


def _av() -> Any:
    os.environ.setdefault("SVT_LOG", "1")  # the encoder of AV1 tells of errors only
    try:
        import av
    except ImportError as error:
        raise UserError(f"films need PyAV: {how_to_add('film')}") from error
    return av


class Encoder:
    """A film that is being written. Used with `with`: at its end the file stands there, after an error nothing does."""

    def __init__(self, path: Path, size: tuple[int, int], fps: int, codec: str, label: Label) -> None:
        self.path = path
        self._size, self._fps, self._codec, self._label = size, fps, CODECS[codec], label
        self._waiting: Queue[Any] = Queue(WAITING)
        self._error: Exception | None = None
        self._count, self._ended = 0, False
        self._part: Path | None = None
        self._thread = Thread(target=self._run, name="encoder")
        self._av = _av()
        self._palette = Palette(self._av, size, fps) if self._codec.pixels == "pal8" else None

    @property
    def learns(self) -> bool:
        """Whether it wants to see some pictures of the film before the first frame."""
        return self._palette is not None

    def learn(self, picture: QImage) -> None:
        """A picture such as the film will have."""
        if self._palette is not None:
            self._palette.learn(self._frame(picture))

    def __enter__(self) -> Self:
        try:
            handle, name = tempfile.mkstemp(prefix=f".{self.path.stem}", suffix=".part", dir=self.path.parent)
        except OSError as error:
            raise self._cannot(error) from error
        os.close(handle)
        self._part = Path(name)
        self._thread.start()
        return self

    def add(self, picture: QImage) -> None:
        """The next frame, of the film's size; it may be drawn over as soon as this returns."""
        if self._error is not None:
            raise self._cannot(self._error)
        self._waiting.put(self._frame(picture))
        self._count += 1

    def _frame(self, picture: QImage) -> Any:
        width, height = self._size
        pixels = np.frombuffer(picture.constBits(), np.uint8).reshape(height, width, 4)
        frame = self._av.VideoFrame.from_ndarray(pixels, format="bgra")
        frame.pts, frame.time_base = self._count, Fraction(1, self._fps)
        return frame

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._waiting.put(None)
        self._thread.join()
        assert self._part is not None
        if error is None and self._error is None:
            try:
                os.chmod(self._part, 0o666 & ~_umask())
                os.replace(self._part, self.path)
                return
            except OSError as problem:
                self._error = problem
        self._part.unlink(missing_ok=True)
        if error is None and self._error is not None:
            raise self._cannot(self._error)

    def _cannot(self, error: Exception) -> Exception:
        """A fault of the disk in words for the user; any other as it is."""
        if not isinstance(error, (OSError, self._av.error.FFmpegError)):
            return error
        why = getattr(error, "strerror", None) or error
        return UserError(f"{self.path}: the film cannot be written ({why}): make room, or choose another place")

    def _run(self) -> None:
        """In a thread of its own: encodes what comes until nothing more does."""
        try:
            self._encode()
        except Exception as error:
            self._error = error  # told to whoever draws
        finally:
            while self._error is not None and not self._ended:
                self._next()  # whoever draws waits for room, and hears of it with the next picture

    def _encode(self) -> None:
        kind = container(self.path)
        options = {"fflags": "+bitexact", **kind.options}
        told = self._label.keys if kind.seal else {**self._label.keys, XMP: self._label.packet}
        with self._av.open(str(self._part), "w", format=kind.name, options=options) as out:
            for key, value in told.items():
                out.metadata[key] = value
            stream = self._stream(out)
            convert = self._palette.convert if self._palette else _rec_709
            while (frame := self._next()) is not None:
                out.mux(stream.encode(convert(frame)))
            out.mux(stream.encode(None))
        if kind.seal:
            assert self._part is not None
            with self._part.open("r+b") as film:
                kind.seal(film, self._label)

    def _next(self) -> Any:
        """The next picture, or None once there is no more; an error may still follow that, as when the disk is full."""
        frame = self._waiting.get()
        self._ended = frame is None
        return frame

    def _stream(self, out: Any) -> Any:
        stream = out.add_stream(self._codec.name, rate=self._fps, options=dict(self._codec.options))
        stream.width, stream.height = self._size
        stream.pix_fmt = self._codec.pixels
        stream.time_base = Fraction(1, self._fps)
        if self._palette is None:
            context = stream.codec_context
            context.color_primaries = context.color_trc = context.colorspace = context.color_range = _REC_709
            context.gop_size = 5 * self._fps
        return stream


def _rec_709(frame: Any) -> Any:
    """The colours of high-definition video."""
    return frame.reformat(format="yuv420p", dst_colorspace="ITU709", dst_color_range="MPEG")


class Palette:
    """The 256 colours that suit a film best, for the kinds of file that have no more, found in some of its pictures."""

    def __init__(self, av: Any, size: tuple[int, int], fps: int) -> None:
        self._av, self._size, self._base = av, size, Fraction(1, fps)
        self._finder = av.filter.Graph()
        chain = self._source(self._finder, size), self._finder.add("palettegen"), self._finder.add("buffersink")
        self._finder.link_nodes(*chain).configure()
        self._user: Any = None

    def learn(self, frame: Any) -> None:
        """One of the pictures that the colours are to suit."""
        self._finder.push(frame)

    def convert(self, frame: Any) -> Any:
        """A picture in these colours; from the first on no more are learnt."""
        if self._user is None:
            self._user = self._made()
        self._pictures.push(frame)
        return self._user.pull()

    def _made(self) -> Any:
        self._finder.push(None)
        colours = self._finder.pull()
        graph = self._av.filter.Graph()
        self._pictures, palette = self._source(graph, self._size), self._source(graph, (colours.width, colours.height))
        used, sink = graph.add("paletteuse", "dither=none:diff_mode=rectangle"), graph.add("buffersink")
        self._pictures.link_to(used, 0, 0)
        palette.link_to(used, 0, 1)
        used.link_to(sink)
        graph.configure()
        palette.push(colours)
        palette.push(None)
        return graph

    def _source(self, graph: Any, size: tuple[int, int]) -> Any:
        return graph.add_buffer(width=size[0], height=size[1], format="bgra", time_base=self._base)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
