"""The written description of the format is that of the program, and tells every field."""

from typing import Any

import pytest

from mission_gui.missionfile.handbook import handbook, place
from mission_gui.missionfile.models import MissionTable
from mission_gui.missionfile.schema import SCHEMAS, schema, schema_path, schema_text

WHOLE = schema(MissionTable)
FIELDS = [(name, key) for name, node in [("The file", WHOLE), *WHOLE["$defs"].items()] for key in node["properties"]]


def test_the_description_is_as_new_as_the_format() -> None:
    assert place().read_text(encoding="utf-8") == handbook(), "run: python -m mission_gui.missionfile.handbook"


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schemas_for_editors_are_as_new_as_the_format(name: str) -> None:
    assert schema_path(name).read_text(encoding="utf-8") == schema_text(SCHEMAS[name])


@pytest.mark.parametrize(("name", "key"), FIELDS)
def test_every_field_says_what_it_means(name: str, key: str) -> None:
    node: dict[str, Any] = WHOLE if name == "The file" else WHOLE["$defs"][name]
    assert node["properties"][key].get("description") and node["description"]


def test_units_needs_and_choices_are_told() -> None:
    rows = {line.split(" | ")[0].strip("| `"): line for line in reversed(handbook().splitlines())}
    assert "figure in `m/s` or `km/s` | yes" in rows["delta_v"]
    assert "| no; 200.0 | Metres" in rows["keep_out_radius"]
    assert "at least -90, at most 90 | yes" in rows["latitude"]
    assert "like `340 d 8 h 42 m 54 s`" in rows["time_before"]
    assert "`actual`, `planned`" in rows["kind"]
    links = {part.split(")")[0] for part in handbook().split("(#")[1:]}
    assert links <= {line[3:].lower() for line in handbook().splitlines() if line.startswith("## ")}
