"""Tells what a frozen folder holds: the list of licences, and an SBOM in CycloneDX.

    python packaging/inventory.py dist/mission-gui      # run by packaging/build.py in the environment it is made in

Both go into the folder. It fails over a binary that no component accounts for, and over a licence that would bind the
whole program.
"""

import csv
import json
import os
import platform
import re
import subprocess
import sys
import sysconfig
import tomllib
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from fnmatch import fnmatch
from importlib.metadata import Distribution, PackageNotFoundError, PathDistribution, distributions, version
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
PROGRAM = "mission-gui"
_BINARY = re.compile(r"\.so(\.[\d.]+)?$|\.(dll|pyd|dylib|exe)$")
_SPDX = re.compile(r"[A-Za-z0-9.+-]+( (OR|AND|WITH) [A-Za-z0-9.+-]+)*")


class InventoryError(Exception):
    """What is in the folder may not be given away, or is not known."""


@dataclass(frozen=True, slots=True)
class Component:
    """A part with a licence of its own; `licence` is an SPDX expression, `texts` are whole licence texts.

    `within` names the part that it is compiled into, where it has no file of its own.
    """

    name: str
    version: str
    licence: str
    purl: str = ""
    note: str = ""
    files: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    within: str = ""


def components(folder: Path, installed: Sequence[str] = sys.path) -> list[Component]:
    """All parts of a frozen folder, this program's own left out, in order of name. InventoryError.

    `installed` are the folders of packages that it was made of: only there is told which files are whose.
    """
    inner = libraries(folder)
    known = tomllib.loads((HERE / "components.toml").read_text(encoding="utf-8"))
    found = [*_packages(inner, known, installed), *_others(inner, known["component"])]
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


def _packages(inner: Path, known: dict[str, dict[str, object]], installed: Sequence[str]) -> Iterator[Component]:
    for path in sorted(inner.glob("*.dist-info")):
        package = PathDistribution(path)
        name = package.metadata["Name"]
        normal = name.lower().replace("_", "-")
        extra = known["texts"].get(normal, [])
        assert isinstance(extra, list)
        part = Component(
            normal,
            package.version,
            _licence(package, str(known["licences"].get(normal, ""))),
            f"pkg:pypi/{normal}@{package.version}",
            files=tuple(_files(name, installed)),
            texts=(*_own_texts(path), *((HERE / "licences" / file).read_text(encoding="utf-8") for file in extra)),
        )
        yield part
        yield from _compiled_in(part, path, known["licences"])


def _files(name: str, installed: Sequence[str]) -> Iterator[str]:
    # Not `package.files`, which leaves out what is not there where the backport of importlib.metadata is about.
    for package in distributions(name=name, path=list(installed)):
        yield from (row[0] for row in csv.reader((package.read_text("RECORD") or "").splitlines()) if row)


def _licence(package: Distribution, known: str) -> str:
    told = package.metadata.get_all("License-Expression") or package.metadata.get_all("License") or [""]
    given = told[0]
    if known or _SPDX.fullmatch(given):
        return known or given
    raise InventoryError(f"{package.metadata['Name']}: its licence is not known; add it to components.toml")


def _compiled_in(owner: Component, info: Path, known: dict[str, object]) -> Iterator[Component]:
    """What a package says, in SBOMs of its own, that its makers compiled into it."""
    for path in sorted(info.glob("sboms/*.json")):
        for entry in json.loads(path.read_text(encoding="utf-8")).get("components", ()):
            name, purl = entry["name"], entry.get("purl", "")
            if entry.get("scope", "required") != "required" or purl.startswith(owner.purl):
                continue
            if not (licence := str(known.get(name, "")) or _told_licence(entry)):
                raise InventoryError(f"{name} in {owner.name}: its licence is not known; add it to components.toml")
            yield Component(name, entry.get("version", ""), licence, purl, within=owner.name)


def _told_licence(entry: dict[str, Any]) -> str:
    """The SPDX expression of a component of an SBOM; empty where it tells none."""
    told = entry.get("licenses", ())
    parts = (part.get("expression") or part["license"].get("id") or part["license"]["name"] for part in told)
    return " AND ".join(f"({part})" if len(told) > 1 and " OR " in part else part for part in parts)


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
            entry["name"],
            entry.get("version", ""),
            entry["licence"],
            note=entry.get("note", ""),
            files=tuple(files),
            within=entry.get("within", ""),
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
    """For people: a table, another of what is compiled into those parts, then every text once."""
    lines = ["Mission GUI is under the Apache License 2.0. It brings with it:", ""]
    lines += _table([part for part in parts if not part.within])
    if inner := [part for part in parts if part.within]:
        lines += ["", "Compiled into these:", "", *_table(inner)]
    lines += ["", *_QT_NOTICE, ""]
    for text in dict.fromkeys(text.strip() for part in parts for text in part.texts):
        owners = ", ".join(part.name for part in parts if text in (given.strip() for given in part.texts))
        lines += ["=" * 78, owners, "=" * 78, "", text, ""]
    return "\n".join(lines)


def _table(parts: list[Component]) -> Iterator[str]:
    width = max(len(f"{part.name} {part.version}") for part in parts)
    for part in parts:
        yield f"{f'{part.name} {part.version}':<{width}}  {part.licence}"
        for more in (part.note, part.within and f"in {part.within}"):
            if more:
                yield f"{'':<{width}}  {more}"


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
        "dependencies": [
            {"ref": own, "dependsOn": [_reference(part) for part in parts if not part.within]},
            *_dependencies(parts),
        ],
    }
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def _dependencies(parts: list[Component]) -> Iterator[dict[str, object]]:
    """Each part that others are compiled into, with those."""
    for owner in parts:
        if inner := [_reference(part) for part in parts if part.within == owner.name]:
            yield {"ref": _reference(owner), "dependsOn": inner}


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
    """One within two others is there twice."""
    return (part.purl or f"{part.name}@{part.version}") + (f"#in-{part.within}" if part.within else "")


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
