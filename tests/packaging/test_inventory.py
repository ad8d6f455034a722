"""The list of what is bundled: nothing unknown, nothing that binds the whole program, the same each time."""

import importlib
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

inventory = importlib.import_module("inventory")

METADATA = "Metadata-Version: 2.4\nName: {name}\nVersion: 1.2\nLicense-Expression: {licence}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A frozen folder with one package that has one library, and Python's own."""
    inner = tmp_path / "_internal"
    package(inner, "orbits", "MIT", "orbits/_core.abi3.so")
    (inner / "libpython3.12.so.1.0").touch()
    return tmp_path


def package(inner: Path, name: str, licence: str, *files: str) -> None:
    info = inner / f"{name}-1.2.dist-info"
    (info / "licenses").mkdir(parents=True)
    (info / "METADATA").write_text(METADATA.format(name=name, licence=licence))
    (info / "RECORD").write_text("".join(f"{file},,\n" for file in files))
    (info / "licenses" / "LICENSE").write_text(f"the text of {name}")
    for file in files:
        (inner / file).parent.mkdir(exist_ok=True)
        (inner / file).touch()


def test_each_part_is_told_with_version_and_licence(folder: Path) -> None:
    parts = {part.name: part for part in inventory.components(folder)}
    assert (parts["orbits"].version, parts["orbits"].licence) == ("1.2", "MIT")
    assert parts["orbits"].texts == ("the text of orbits",)
    assert parts["orbits"].purl == "pkg:pypi/orbits@1.2"
    assert parts["Python"].licence == "PSF-2.0"


def test_a_binary_that_nothing_accounts_for_stops_the_build(folder: Path) -> None:
    (folder / "_internal/libstray.so.3").touch()
    with pytest.raises(inventory.InventoryError, match=r"no component accounts for: libstray\.so\.3"):
        inventory.components(folder)


def test_a_licence_that_binds_the_program_stops_the_build(folder: Path) -> None:
    package(folder / "_internal", "viral", "GPL-3.0-or-later")
    with pytest.raises(inventory.InventoryError, match="viral: GPL-3.0-or-later"):
        inventory.components(folder)


def test_a_package_without_a_licence_stops_the_build(folder: Path) -> None:
    package(folder / "_internal", "mute", "")
    with pytest.raises(inventory.InventoryError, match="mute: its licence is not known"):
        inventory.components(folder)


@pytest.mark.parametrize(
    ("licence", "bound"),
    [
        ("MIT", False),
        ("LGPL-3.0-only", False),
        ("LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", False),
        ("GPL-3.0-or-later WITH GCC-exception-3.1", False),
        ("BSD-3-Clause AND MIT", False),
        ("GPL-2.0-only", True),
        ("AGPL-3.0-or-later", True),
        ("MIT AND GPL-3.0-only", True),
        ("GPL-2.0-only OR GPL-3.0-only", True),
    ],
)
def test_only_the_gpl_without_a_choice_or_an_exception_binds(licence: str, bound: bool) -> None:
    assert inventory.binds(licence) is bound


def test_the_list_has_every_text_once(folder: Path) -> None:
    package(folder / "_internal", "twin", "MIT")
    (folder / "_internal/twin-1.2.dist-info/licenses/LICENSE").write_text("the text of orbits")
    told = inventory.list_of_licences(inventory.components(folder))
    assert told.count("the text of orbits") == 1
    assert "orbits, twin" in told
    assert "Lesser General Public License" in told


def test_the_sbom_is_cyclonedx_and_the_same_each_time(folder: Path) -> None:
    parts = inventory.components(folder)
    made = datetime(2026, 1, 2, tzinfo=UTC)
    first = inventory.sbom(parts, made, "0.1.0")
    assert first == inventory.sbom(inventory.components(folder), made, "0.1.0")
    document = json.loads(first)
    assert (document["bomFormat"], document["specVersion"]) == ("CycloneDX", "1.5")
    assert document["metadata"]["timestamp"] == "2026-01-02T00:00:00Z"
    references = [entry["bom-ref"] for entry in document["components"]]
    assert sorted(references) == sorted(set(references))
    assert document["dependencies"][0]["dependsOn"] == references
    assert {"expression": "MIT"} in next(e for e in document["components"] if e["name"] == "orbits")["licenses"]
