"""What files of the program say of themselves."""

from pathlib import Path

from mission_gui.domain.facts import Text
from mission_gui.export.label import stamp_in
from mission_gui.export.stamp import Stamp
from mission_gui.export.xmp import Label


def read_stamp(path: Path) -> Stamp:
    found = stamp_in(path.read_bytes())
    assert found is not None, path
    return found


def plain_label(**keys: str) -> Label:
    return Label(Text("A return"), "en", "A ship.", "It comes home.", Text("nobody's"), {}, keys=keys)
