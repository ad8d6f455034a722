"""Ways to spoil the good mission file for tests of its faults."""

from collections.abc import Callable
from pathlib import Path

from mission_gui.domain.errors import MissionFileError
from mission_gui.missionfile import find_mission, read_mission

GOOD = find_mission("soyuz-ms-19").read_text(encoding="utf-8")


def spoiled(*changes: tuple[str, str]) -> str:
    """The good file with each first text replaced by the second, once."""
    text = GOOD
    for old, new in changes:
        assert old in text, f"the good file no longer has {old!r}"
        text = text.replace(old, new, 1)
    return text


def faults_of(folder: Path, text: str | bytes, read: Callable[[Path], object] = read_mission) -> list[str]:
    """All faults that reading a file with this text finds."""
    path = folder / "mission.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    try:
        read(path)
    except MissionFileError as error:
        assert error.path == str(path)
        return error.faults
    return []
