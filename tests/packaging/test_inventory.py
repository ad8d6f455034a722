"""The list of what is bundled: nothing unknown, nothing that binds the whole program, the same each time."""

import importlib
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

inventory = importlib.import_module("inventory")

METADATA = "Metadata-Version: 2.4\nName: {name}\nVersion: 1.2\nLicense-Expression: {licence}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A frozen folder with one package that has one library, and Python's own; what it was made of is on the path."""
    monkeypatch.syspath_prepend(str(tmp_path / "installed"))
    inner = tmp_path / "frozen" / "_internal"
    package(inner, "orbits", "MIT", "orbits/_core.abi3.so")
    (inner / "libpython3.12.so.1.0").touch()
    return inner.parent


def package(inner: Path, name: str, licence: str, *files: str) -> Path:
    """Its metadata in the frozen folder, and where it is installed the list of its files too."""
    place = f"{name}-1.2.dist-info"
    for info in (inner / place, inner.parent.parent / "installed" / place):
        (info / "licenses").mkdir(parents=True)
        (info / "METADATA").write_text(METADATA.format(name=name, licence=licence))
        (info / "licenses" / "LICENSE").write_text(f"the text of {name}")
    (info / "RECORD").write_text("".join(f"{file},,\n" for file in files))
    for file in files:
        (inner / file).parent.mkdir(exist_ok=True)
        (inner / file).touch()
    return inner / place


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


def compiled_in(info: Path, **told: object) -> None:
    """Has a package say that its makers compiled another one into it."""
    (info / "sboms").mkdir(exist_ok=True)
    document = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "components": [{"name": "crate", "version": "3", **told}],
    }
    (info / "sboms" / "orbits.cdx.json").write_text(json.dumps(document))


def test_what_a_package_has_compiled_in_is_told_too(folder: Path) -> None:
    compiled_in(folder / "_internal/orbits-1.2.dist-info", purl="pkg:cargo/crate@3", licenses=[{"expression": "Zlib"}])
    parts = inventory.components(folder)
    (crate,) = (part for part in parts if part.name == "crate")
    assert (crate.version, crate.licence, crate.within) == ("3", "Zlib", "orbits")
    document = json.loads(inventory.sbom(parts, datetime(2026, 1, 2, tzinfo=UTC), "0.1.0"))
    held = {entry["ref"]: entry["dependsOn"] for entry in document["dependencies"]}
    assert held["pkg:pypi/orbits@1.2"] == ["pkg:cargo/crate@3#in-orbits"]
    assert "pkg:cargo/crate@3#in-orbits" not in held["mission-gui@0.1.0"]
    assert "crate 3  Zlib\n         in orbits" in inventory.list_of_licences(parts)


@pytest.mark.parametrize(
    ("told", "complaint"),
    [
        ({"licenses": [{"license": {"id": "GPL-3.0-only"}}]}, "crate: GPL-3.0-only"),
        ({}, "crate in orbits: its licence is not known"),
    ],
)
def test_what_is_compiled_in_stops_the_build_like_the_rest(
    told: dict[str, object], complaint: str, folder: Path
) -> None:
    compiled_in(folder / "_internal/orbits-1.2.dist-info", **told)
    with pytest.raises(inventory.InventoryError, match=complaint):
        inventory.components(folder)
    # What its makers could have taken, and what only builds it, is not inside.
    compiled_in(folder / "_internal/orbits-1.2.dist-info", scope="optional", **told)
    assert "crate" not in {part.name for part in inventory.components(folder)}


@pytest.mark.parametrize(
    "files",
    [
        # What PyInstaller puts into the folder on Windows and on macOS, beside the packages' own.
        [
            "python312.dll",
            "python3.dll",
            "VCRUNTIME140.dll",
            "_ctypes.pyd",
            "select.pyd",
            "libffi-8.dll",
            "ucrtbase.dll",
        ],
        ["libpython3.12.dylib", "python3.12/lib-dynload/_struct.cpython-312-darwin.so"],
    ],
    ids=["Windows", "macOS"],
)
def test_the_python_of_other_systems_is_known_too(files: list[str], folder: Path) -> None:
    for file in files:
        (folder / "_internal" / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / "_internal" / file).touch()
    assert "Python" in {part.name for part in inventory.components(folder)}


def test_the_sbom_keeps_to_the_schema(folder: Path) -> None:
    compiled_in(folder / "_internal/orbits-1.2.dist-info", purl="pkg:cargo/crate@3", licenses=[{"expression": "Zlib"}])
    package(folder / "_internal", "ours", "LicenseRef-our-own")
    told = inventory.sbom(inventory.components(folder), datetime(2026, 1, 2, tzinfo=UTC), "0.1.0")
    assert JsonStrictValidator(SchemaVersion.V1_5).validate_str(told) is None
