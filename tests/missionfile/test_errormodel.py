"""The file of an error model: SI figures, each with its origin; faults in words."""

from dataclasses import fields
from math import radians
from pathlib import Path

import pytest

from mission_gui.domain.errors import MissionFileError
from mission_gui.domain.facts import Kind
from mission_gui.missionfile.errormodel import read_error_model
from mission_gui.physics.dispersion.errors import ErrorModel
from mission_gui.resources import resource

PATH = resource("dispersion/soyuz.toml")


def test_the_file_gives_all_figures_of_the_model_and_no_others() -> None:
    figures, origins = read_error_model(PATH)
    assert set(figures) == {field.name for field in fields(ErrorModel)} == set(origins)


def test_figures_are_si() -> None:
    figures, _ = read_error_model(PATH)
    assert figures["drag_coefficient"] == pytest.approx(0.03)
    assert figures["attitude"] == pytest.approx(radians(0.3))
    assert figures["wave_length"] == 60e3


def test_nothing_is_said_to_be_published() -> None:
    _, origins = read_error_model(PATH)
    assert {origin.kind for origin in origins.values()} == {Kind.ASSUMED}
    assert all(origin.source and origin.unit for origin in origins.values())


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("value = 3.0", "value = -3.0", "drag_coefficient.value"),
        ("value = 3.0", "value = 40.0", "drag_coefficient.value"),
        ('unit = "kg"', 'unit = "%"', "module_mass.unit"),
        ("[attitude]", "[atitude]", "atitude"),
        ('source = "study"', 'source = "studie"', "drag_coefficient.source"),
        ("value = 60.0", "value = 0.0", "wave_length.value"),
    ],
)
def test_faults_name_their_place(tmp_path: Path, old: str, new: str, place: str) -> None:
    path, content = tmp_path / "errors.toml", PATH.read_text(encoding="utf-8")
    assert old in content
    path.write_text(content.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(MissionFileError) as caught:
        read_error_model(path)
    assert any(fault.startswith(place) for fault in caught.value.faults)
