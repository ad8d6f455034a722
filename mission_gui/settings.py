"""What the user chose, kept between runs in one file of the user's configuration folder."""

import json
import logging
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, TypeVar

from mission_gui.files import write_whole
from mission_gui.system import system

log = logging.getLogger(__name__)

Kept = TypeVar("Kept", "Settings", "PictureSettings")


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Where the user put the panels: Qt's own account of it, in base 64, the panels it speaks of, the `layout` that it
    was made from, by id, empty where that is not known, and the `sizes`, width and height, of what stood there at base
    13."""

    state: str
    panels: tuple[str, ...]
    layout: str = ""
    sizes: Mapping[str, tuple[float, float]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PictureSettings:
    """How the user wants pictures from the board: `preset` by id, or `own` with `width` and `height` in points.

    `theme`, `language` and `folder` are empty for those of the board and for the usual folder.
    """

    preset: str = "window"
    width: int = 1920
    height: int = 1080
    theme: str = ""
    language: str = ""
    caption: bool = False
    marking: str = ""
    format: str = "png"
    folder: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """Every choice has a value from the first start on.

    `language` and `theme` by id, `language` empty for that of the system; `layout` by id, or the name of one of
    `saved`; `follows` the phase with the layout; `board` where the user changed the present layout; `missions`, the
    folder of the user's own missions, empty for the usual one; `alignment`, the event that compared flights stand on.
    """

    theme: str = "dark"
    language: str = ""
    layout: str = "orbit"
    follows: bool = True
    toured: bool = False
    geometry: str = ""
    library: str = ""
    missions: str = ""
    alignment: str = "touchdown"
    picture: PictureSettings = PictureSettings()
    board: Arrangement | None = None
    saved: Mapping[str, Arrangement] = field(default_factory=dict)


def place() -> Path:
    """The file."""
    return system().settings_folder() / "settings.json"


def read() -> Settings:
    """What was kept; a file that is damaged is set aside under another name, never written over."""
    path = place()
    try:
        return _settings(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, TypeError, KeyError) as error:
        aside = path.with_suffix(".damaged.json")
        log.warning("the settings in %s cannot be read (%s); they are set aside as %s", path, error, aside.name)
        with suppress(OSError):
            path.replace(aside)
        return Settings()


def write(settings: Settings) -> None:
    """Keeps them whole. OSError where the folder or the disk does not allow it."""
    path = place()
    path.parent.mkdir(parents=True, exist_ok=True)
    content = json.dumps(asdict(settings), indent=1, ensure_ascii=False, sort_keys=True)
    write_whole(path, content.encode())


def _settings(content: Any) -> Settings:
    """What is unknown is passed over: another version of the program may have written it."""
    if not isinstance(content, dict) or not isinstance(content.get("saved", {}), dict):
        raise TypeError("not a table of settings")
    known = {entry.name: entry for entry in fields(Settings)}
    given = {name: value for name, value in content.items() if name in known}
    board, saved = given.pop("board", None), given.pop("saved", {})
    picture = given.pop("picture", {})
    return replace(
        _checked(Settings(), given),
        picture=_checked(PictureSettings(), picture),
        board=_arrangement(board) if board else None,
        saved={str(name): _arrangement(value) for name, value in saved.items()},
    )


def _checked(fresh: Kept, given: Any) -> Kept:
    """The values that are known, each of the kind that it is at first."""
    if not isinstance(given, dict):
        raise TypeError(f"{given!r} is no table of settings")
    names = {entry.name for entry in fields(fresh)}
    known = {name: value for name, value in given.items() if name in names}
    for name, value in known.items():
        if type(value) is not type(getattr(fresh, name)):
            raise TypeError(f"{name} is {value!r}")
    return replace(fresh, **known)


def _arrangement(value: dict[str, Any]) -> Arrangement:
    state, panels, layout = value["state"], value["panels"], value.get("layout", "")
    if not all(isinstance(word, str) for word in (state, layout, *panels)):
        raise TypeError(f"an arrangement is {value!r}")
    sizes = {name: (float(wide), float(high)) for name, (wide, high) in value.get("sizes", {}).items()}
    return Arrangement(state, tuple(panels), layout, sizes)
