"""The JSON Schema of mission files, for editors; `python -m mission_gui.missionfile.schema` writes it again."""

import json
from typing import Any

from mission_gui.missionfile.models import MissionTable
from mission_gui.resources import resource

NAME = "mission.schema.json"


def schema() -> dict[str, Any]:
    """The JSON Schema of a mission file."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$comment": "Generated from the models"}
    return head | MissionTable.model_json_schema()


def schema_text() -> str:
    """The schema as the file has it."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    (resource("missions") / NAME).write_text(schema_text(), encoding="utf-8")
