"""The JSON Schemas of mission files, departure profiles and tables of records, for editors.

`python -m mission_gui.missionfile.schema` writes them again.
"""

import json
from pathlib import Path
from typing import Any

from mission_gui.missionfile.departuremodels import ProfileTable
from mission_gui.missionfile.fields import Table
from mission_gui.missionfile.models import MissionTable
from mission_gui.missionfile.recordmodels import CareersTable, DurationsTable, NamesTable
from mission_gui.resources import resource

SCHEMAS: dict[str, type[Table]] = {
    "missions/mission.schema.json": MissionTable,
    "departures/departure.schema.json": ProfileTable,
    "records/durations.schema.json": DurationsTable,
    "records/careers.schema.json": CareersTable,
    "records/names.schema.json": NamesTable,
}
"""The format that each file in the resources describes."""


def schema(model: type[Table]) -> dict[str, Any]:
    """The JSON Schema of a format."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$comment": "Generated from the models"}
    return head | model.model_json_schema()


def schema_text(model: type[Table]) -> str:
    """The schema as its file has it."""
    return json.dumps(schema(model), ensure_ascii=False, indent=2) + "\n"


def schema_path(name: str) -> Path:
    """Where a schema stands."""
    folder, _, file = name.partition("/")
    return resource(folder) / file


if __name__ == "__main__":
    for name, model in SCHEMAS.items():
        schema_path(name).write_text(schema_text(model), encoding="utf-8")
