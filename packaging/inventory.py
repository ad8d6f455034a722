"""Tells what a frozen folder holds: the list of licences, and an SBOM in CycloneDX.

    python packaging/inventory.py dist/mission-gui      # run by packaging/build.py in the environment it is made in

Both go into the folder. It fails over a binary that no component accounts for, and over a licence that would bind the
whole program.
"""

import json
import os
import platform
import re
import subprocess
import sys
import sysconfig
import tomllib
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from fnmatch import fnmatch
from importlib.metadata import Distribution, PackageNotFoundError, PathDistribution, version
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROGRAM = "mission-gui"
_BINARY = re.compile(r"\.so(\.[\d.]+)?$|\.(dll|pyd|dylib|exe)$")
_SPDX = re.compile(r"[A-Za-z0-9.+-]+( (OR|AND|WITH) [A-Za-z0-9.+-]+)*")


class InventoryError(Exception):
    """What is in the folder may not be given away, or is not known."""


@dataclass(frozen=True, slots=True)
class Component:
    """A part with a licence of its own; `licence` is an SPDX expression, `texts` are whole licence texts."""

    name: str
    version: str
    licence: str
    purl: str = ""
    note: str = ""
    files: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()


def components(folder: Path) -> list[Component]:
    """All parts of a frozen folder, this program's own left out, in order of name. InventoryError."""
    inner = libraries(folder)
    known = tomllib.loads((HERE / "components.toml").read_text(encoding="utf-8"))
    found = [*_packages(inner, known), *_others(inner, known["component"])]
    told = [part for part in found if part.name != PROGRAM]
    if unknown := sorted(set(binaries(inner)) - {file for part in found for file in part.files}):
        raise InventoryError(f"no component accounts for: {', '.join(unknown)}")
    if binding := [f"{part.name}: {part.licence}" for part in told if binds(part.licence)]:
        raise InventoryError(f"these licences bind the whole program: {', '.join(binding)}")
    return sorted(told, key=lambda part: part.name.lower())


def libraries(folder: Path) -> Path:
    """Where PyInstaller puts everything but the program itself."""
    return folder / "_internal"


def binaries(inner: Path) -> Iterator[str]:
    """Compiled files, as paths within the folder; links go by what they point to."""
    for path in inner.rglob("*"):
        if _BINARY.search(path.name) and not path.is_symlink():
            yield path.relative_to(inner).as_posix()


def binds(licence: str) -> bool:
    """Whether an expression leaves no choice but the GPL or the AGPL, with no exception for programs such as this."""
    return all(_strong(choice) for choice in licence.split(" OR "))


def _strong(licence: str) -> bool:
    return any(re.match(r"A?GPL-", part.strip("() ")) and " WITH " not in part for part in licence.split(" AND "))


def _packages(inner: Path, known: dict[str, dict[str, object]]) -> Iterator[Component]:
    for path in sorted(inner.glob("*.dist-info")):
        package = PathDistribution(path)
        name = package.metadata["Name"]
        normal = name.lower().replace("_", "-")
        extra = known["texts"].get(normal, [])
        assert isinstance(extra, list)
        yield Component(
            normal,
            package.version,
            _licence(package, str(known["licences"].get(normal, ""))),
            f"pkg:pypi/{normal}@{package.version}",
            files=tuple(str(file) for file in package.files or ()),
            texts=(*_own_texts(path), *((HERE / "licences" / file).read_text(encoding="utf-8") for file in extra)),
        )


def _licence(package: Distribution, known: str) -> str:
    told = package.metadata.get_all("License-Expression") or package.metadata.get_all("License") or [""]
    given = told[0]
    if known or _SPDX.fullmatch(given):
        return known or given
    raise InventoryError(f"{package.metadata['Name']}: its licence is not known; add it to components.toml")


def _own_texts(info: Path) -> list[str]:
    files = [path for path in info.rglob("*") if path.is_file() and re.match("LICEN[CS]E|COPYING|NOTICE", path.name)]
    return [path.read_text(encoding="utf-8", errors="replace") for path in sorted(files)]


def _others(inner: Path, known: dict[str, object]) -> Iterator[Component]:
    present = [path.relative_to(inner).as_posix() for path in inner.rglob("*") if path.is_file()]
    present += [f"../{path.name}" for path in inner.parent.iterdir() if path.is_file()]
    for entry in known:
        assert isinstance(entry, dict)
        files = [file for file in present if any(fnmatch(file, pattern) for pattern in entry["files"])]
        if not files:
            continue
        part = Component(
            entry["name"], entry.get("version", ""), entry["licence"], note=entry.get("note", ""), files=tuple(files)
        )
        yield _from_debian(part, entry["debian"]) if "debian" in entry else _from_elsewhere(part, entry.get("text"))


def _from_debian(part: Component, package: str) -> Component:
    """With the version and the licence text of the package that the file was copied from; as it is, elsewhere."""
    command = ["dpkg-query", "--show", "--showformat=${Version}", package]
    try:
        given = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return part
    text = Path("/usr/share/doc", package, "copyright").read_text(encoding="utf-8")
    return replace(part, version=given, purl=f"pkg:deb/debian/{package}@{given}", texts=(text,))


def _from_elsewhere(part: Component, text: str | None) -> Component:
    if text == "python":
        licence = Path(sysconfig.get_path("stdlib"), "LICENSE.txt")
        texts = (licence.read_text(encoding="utf-8"),) if licence.is_file() else ()
        return replace(part, version=platform.python_version(), texts=texts)
    texts = ((HERE / "licences" / text).read_text(encoding="utf-8"),) if text else ()
    try:
        return replace(part, version=version(part.version), texts=texts)
    except PackageNotFoundError:
        return replace(part, texts=texts)


# ---- what is written


def list_of_licences(parts: list[Component]) -> str:
    """For people: a table, then every text once."""
    width = max(len(f"{part.name} {part.version}") for part in parts)
    lines = ["Mission GUI is under the Apache License 2.0. It brings with it:", ""]
    for part in parts:
        lines.append(f"{f'{part.name} {part.version}':<{width}}  {part.licence}")
        lines += [f"{'':<{width}}  {part.note}"] if part.note else []
    lines += ["", *_QT_NOTICE, ""]
    for text in dict.fromkeys(text.strip() for part in parts for text in part.texts):
        owners = ", ".join(part.name for part in parts if text in (given.strip() for given in part.texts))
        lines += ["=" * 78, owners, "=" * 78, "", text, ""]
    return "\n".join(lines)


_QT_NOTICE = (
    "Qt, PySide6 and Shiboken are used under the GNU Lesser General Public License, version 3, whose text follows.",
    "They are shared libraries in the folder PySide6 and shiboken6: replace them by your own builds of the same",
    "version, and the program runs with those. The map data and its licences: mission_gui/resources/map/NOTICE.md.",
)


def sbom(parts: list[Component], made: datetime, this: str) -> str:
    """For machines: CycloneDX 1.5, the same for the same parts."""
    own = f"{PROGRAM}@{this}"
    document = {
        "$schema": "http://cyclonedx.org/schema/bom-1.5.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, own + repr([(p.name, p.version) for p in parts]))}",
        "version": 1,
        "metadata": {
            "timestamp": made.isoformat().replace("+00:00", "Z"),
            "component": {
                "type": "application",
                "bom-ref": own,
                "name": PROGRAM,
                "version": this,
                "licenses": [{"license": {"id": "Apache-2.0"}}],
            },
        },
        "components": [_entry(part) for part in parts],
        "dependencies": [{"ref": own, "dependsOn": [_reference(part) for part in parts]}],
    }
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def _entry(part: Component) -> dict[str, object]:
    entry: dict[str, object] = {
        "type": "library",
        "bom-ref": _reference(part),
        "name": part.name,
        "version": part.version,
    }
    entry["licenses"] = [
        {"license": {"name": part.licence}} if "LicenseRef" in part.licence else {"expression": part.licence}
    ]
    if part.purl:
        entry["purl"] = part.purl
    return entry


def _reference(part: Component) -> str:
    return part.purl or f"{part.name}@{part.version}"


def main(folder: Path) -> None:
    """Writes both into the folder."""
    parts = components(folder)
    made = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), UTC)
    (folder / "LICENCES.txt").write_text(list_of_licences(parts), encoding="utf-8")
    (folder / "sbom.cdx.json").write_text(sbom(parts, made, version(PROGRAM)), encoding="utf-8")
    print(f"{folder}: {len(parts)} components")


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]))
    except InventoryError as error:
        sys.exit(f"inventory: {error}")
