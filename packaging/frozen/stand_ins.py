"""Run before the program: stands in for 16 MB that a library imports at its start and the program never calls.

pyqtgraph imports Qt's OpenGL modules for plots on the graphics card; SciPy imports HiGHS for linear programs.
"""

import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import NoReturn


def left_out(*_: object, **__: object) -> NoReturn:
    """Stands for a function."""
    raise NotImplementedError("this part of a library is left out of the packaged program")


class LeftOut:
    """Stands for a class, which may be derived from."""

    def __init__(self, *_: object, **__: object) -> None:
        left_out()


NAMES: dict[str, dict[str, object]] = {
    "PySide6.QtOpenGL": {},
    "PySide6.QtOpenGLWidgets": {"QOpenGLWidget": LeftOut},
    "scipy.optimize._linprog_highs": {"_linprog_highs": left_out, "_highs_to_scipy_status_message": left_out},
    "scipy.optimize._highspy._highs_wrapper": {"_highs_wrapper": left_out},
}
"""What is imported of each module."""


class StandIns(MetaPathFinder, Loader):
    """Finds those modules by name, and makes them when they are asked for."""

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        """Only for those."""
        return ModuleSpec(name, self) if name in NAMES else None

    def exec_module(self, module: ModuleType) -> None:
        """With what is imported of it."""
        for name, value in NAMES[module.__name__].items():
            setattr(module, name, value)


sys.meta_path.insert(0, StandIns())
