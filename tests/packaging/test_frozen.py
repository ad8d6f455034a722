"""What makes the frozen folder small does not take away what the program needs."""

import importlib
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from tests.packaging.conftest import ROOT

trim = importlib.import_module("trim")


def test_a_library_goes_with_the_last_one_that_needs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    needs = {
        "core.so": ["libdirect.so.1", "libc.so.6"],
        "libdirect.so.1": ["libfar.so.2"],
        "libdropped.so.3": [],
        "libfar.so.2": [],
        "libpython3.12.so.1.0": [],
        "libQt6Core.so.6": [],
        "libQt6Quick.so.6": [],
        "libqxcb.so": ["libQt6Core.so.6"],
    }
    monkeypatch.setattr(trim, "needed", lambda library: needs[library])
    kept = ["package/core.so", "libdirect.so.1", "libfar.so.2", "libpython3.12.so.1.0"]
    kept += ["PySide6/Qt/plugins/platforms/libqxcb.so", "PySide6/Qt/lib/libQt6Core.so.6"]
    gone = ["libdropped.so.3", "PySide6/Qt/lib/libQt6Quick.so.6"]
    kinds = {"package/core.so": "EXTENSION"}
    entries = [(place, Path(place).name, kinds.get(place, "BINARY")) for place in kept + gone]
    assert [place for place, _, _ in trim.reachable(entries)] == kept


def test_two_alike_become_one_and_a_link(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / name).write_text("same" if name != "c" else "other")
    entries = [(f"{name}.libs/lib.so", str(tmp_path / name), "BINARY") for name in ("a", "b", "c")]
    assert trim.once(entries) == [entries[0], ("b.libs/lib.so", "../a.libs/lib.so", "SYMLINK"), entries[2]]


def icu(items: dict[str, bytes]) -> bytes:
    """An archive of ICU's form within a library."""
    header = struct.pack("<H", 32) + b"\xda\x27" + bytes(28)
    held = trim._archive([(name.encode() + b"\0", content) for name, content in items.items()])
    return bytes(100) + header + bytes(held) + bytes(64)


def read(archive: bytes) -> dict[str, bytes]:
    table = struct.unpack_from("<H", archive)[0]
    (count,) = struct.unpack_from("<I", archive, table)
    places = [struct.unpack_from("<II", archive, table + 4 + 8 * index) for index in range(count)]
    ends = [start for _, start in places[1:]] + [len(archive) - table]
    return {
        archive[table + name : archive.index(b"\0", table + name)].decode(): archive[table + start : table + end]
        for (name, start), end in zip(places, ends, strict=True)
    }


def test_of_icus_data_the_order_of_letters_stays() -> None:
    items = {
        "icudt73l/brkitr/cjdict.dict": b"words",
        "icudt73l/coll/root.res": b"order",
        "icudt73l/coll/ru.res": b"russian order",
        "icudt73l/coll/zh.res": b"chinese order",
        "icudt73l/de.res": b"german",
        "icudt73l/en.res": b"english",
        "icudt73l/ibm-437.cnv": b"codec",
        "icudt73l/nfkc.nrm": b"forms",
        "icudt73l/pool.res": b"pool",
        "icudt73l/res_index.res": b"index",
        "icudt73l/unit/en.res": b"units",
    }
    kept = read(trim.chosen(icu(items)))
    gone = {"brkitr/cjdict.dict", "coll/zh.res", "de.res", "ibm-437.cnv", "unit/en.res"}
    assert set(kept) == set(items) - {f"icudt73l/{name}" for name in gone}
    for name, content in kept.items():
        assert content.startswith(items[name])


STANDING_IN = """
import sys
sys.frozen = True
sys.path.insert(0, {folder!r})
import stand_ins
import pyqtgraph
from scipy.integrate import solve_ivp
from scipy.interpolate import PchipInterpolator
from scipy.optimize import brentq, fsolve, linprog, minimize_scalar
assert "PySide6.QtOpenGL" in sys.modules and not hasattr(sys.modules["PySide6.QtOpenGL"], "QOpenGLBuffer")
assert abs(brentq(lambda x: x * x - 2, 0, 2) ** 2 - 2) < 1e-9
assert abs(fsolve(lambda x: x * x - 2, 1.0)[0] ** 2 - 2) < 1e-9
assert abs(minimize_scalar(lambda x: (x - 2) ** 2).x - 2) < 1e-6
assert abs(PchipInterpolator([0, 1, 2], [0, 1, 4])(1) - 1) < 1e-12
assert abs(solve_ivp(lambda t, y: -y, (0, 1), [1.0], method="DOP853", rtol=1e-9).y[0, -1] - 0.36787944) < 1e-6
app = pyqtgraph.mkQApp()
widget = pyqtgraph.PlotWidget()
widget.plot([1, 3, 2])
assert not widget.grab().isNull()
try:
    linprog([1], bounds=(0, 1))
except NotImplementedError as error:
    print(error)
"""


def test_the_program_runs_without_what_is_left_out() -> None:
    code = STANDING_IN.format(folder=str(ROOT / "packaging/frozen"))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    assert "left out of the packaged program" in done.stdout


PICTURE_ON_A_SLIDE = """
import io, sys
sys.frozen = True
sys.path.insert(0, {folder!r})
import stand_ins
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QImage
import pypdf  # which asks for Pillow too, and lives without
from pptx import Presentation
picture = QImage(96, 48, QImage.Format.Format_RGB32)
picture.setDotsPerMeterX(3780)
picture.setDotsPerMeterY(3780)
buffer = QBuffer()
picture.save(buffer, "PNG")
deck = Presentation()
slide = deck.slides.add_slide(deck.slide_layouts[6])
shape = slide.shapes.add_picture(io.BytesIO(buffer.data().data()), 0, 0)
print(shape.image.ext, shape.image.size, shape.image.dpi, shape.width.inches, shape.height.inches)
"""


def test_slides_take_pictures_without_pillow() -> None:
    code = PICTURE_ON_A_SLIDE.format(folder=str(ROOT / "packaging/frozen"))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=False)
    assert done.stdout == "png (96, 48) (96, 96) 1.0 0.5\n", done.stderr
