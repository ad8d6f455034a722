"""The beginning of a mission file: the template with its comments, or a copy of another mission."""

import re

from tomlkit import parse

from mission_gui.domain.errors import UserError
from mission_gui.missionfile.document import Document
from mission_gui.missionfile.versions import refuse_other_formats
from mission_gui.resources import resource

TEMPLATE = "templates/mission.toml"
_ID = re.compile(r"[a-z0-9][a-z0-9_-]*")
_COPIED = "# Begun as a copy of {of}: every figure is that mission's until you change it.\n\n"
_SCHEMA = re.compile(r"^#:schema .*\n", re.MULTILINE)


def from_template(mission_id: str) -> str:
    """A file to fill in; UserError where no file may have that id."""
    text = resource(TEMPLATE).read_text(encoding="utf-8")
    return text.replace("{id}", _sound(mission_id))


def from_mission(mission_id: str, document: Document) -> str:
    """A copy under another id, with its comments; UserError, MissionFileError where it is of another format."""
    refuse_other_formats(document)
    copied = parse(_SCHEMA.sub("", document.text))
    of, copied["id"] = copied.get("id"), _sound(mission_id)
    return _COPIED.format(of=of) + copied.as_string()


def _sound(mission_id: str) -> str:
    if _ID.fullmatch(mission_id):
        return mission_id
    raise UserError(f"{mission_id!r} is no id: write small letters, digits, - and _, such as soyuz-ms-29")
