"""Run before the program: stands in for 40 MB that libraries import and the program never calls.

pyqtgraph imports Qt's OpenGL modules for plots on the graphics card; SciPy imports HiGHS for linear programs, sparse
matrices, neighbours and Fourier transforms. Of Pillow, python-pptx asks what a picture is, which Qt tells as well.
"""

import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType, SimpleNamespace
from typing import IO, NoReturn


def left_out(*_: object, **__: object) -> NoReturn:
    """Stands for a function."""
    raise NotImplementedError("this part of a library is left out of the packaged program")


class LeftOut:
    """Stands for a class, which may be derived from."""

    def __init__(self, *_: object, **__: object) -> None:
        left_out()


def opened(stream: IO[bytes]) -> SimpleNamespace:
    """Stands for `PIL.Image.open`: format, size in pixels and dots per inch of a picture."""
    from PySide6.QtCore import QBuffer
    from PySide6.QtGui import QImageReader

    buffer = QBuffer()
    buffer.setData(stream.read())
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    format = bytes(reader.format().data()).decode().upper()
    image = reader.read()
    dots = (round(image.dotsPerMeterX() * 0.0254), round(image.dotsPerMeterY() * 0.0254))
    return SimpleNamespace(format=format, size=(image.width(), image.height()), info={"dpi": dots})


def any_class(name: str) -> type[LeftOut]:
    """Stands for everything in a module."""
    if name.startswith("__"):
        raise AttributeError(name)
    return LeftOut


EVERYTHING: dict[str, object] = {"__getattr__": any_class}

NAMES: dict[str, dict[str, object]] = {
    "PIL": {"__version__": "none"},
    "PIL.Image": {"open": opened},
    "PIL.ImageFont": EVERYTHING,
    "PySide6.QtOpenGL": {},
    "PySide6.QtOpenGLWidgets": {"QOpenGLWidget": LeftOut},
    "scipy.fft": EVERYTHING,
    "scipy.interpolate._interpnd": EVERYTHING,
    "scipy.optimize._linprog_highs": {"_linprog_highs": left_out, "_highs_to_scipy_status_message": left_out},
    "scipy.optimize._highspy._highs_wrapper": {"_highs_wrapper": left_out},
    "scipy.sparse._csparsetools": EVERYTHING,
    "scipy.sparse._sparsetools": EVERYTHING,
    "scipy.sparse.csgraph": EVERYTHING,
    "scipy.sparse.linalg": EVERYTHING,
    "scipy.spatial": EVERYTHING,
    "scipy.spatial.distance": EVERYTHING,
}
"""What is imported of each module."""


class StandIns(MetaPathFinder, Loader):
    """Finds those modules by name, and makes them when they are asked for."""

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        """Only for those."""
        if name not in NAMES:
            return None
        return ModuleSpec(name, self, is_package=any(other.startswith(f"{name}.") for other in NAMES))

    def exec_module(self, module: ModuleType) -> None:
        """With what is imported of it."""
        for name, value in NAMES[module.__name__].items():
            setattr(module, name, value)


if getattr(sys, "frozen", False):
    sys.meta_path.insert(0, StandIns())
