"""Write requirements.lock and requirements-dev.lock from pyproject.toml.

    python packaging/lock.py python3.11 python3.12 python3.13

Each interpreter resolves the project's dependencies with its own pip, without installing anything.
A package that all of them pin alike is one plain line; one they pin differently, or that only some
of them need, gets a line per version with a marker. `requirements.lock` holds what the program needs
to run and to be installed, `requirements-dev.lock` only what the tests need on top of it.
The files name no index, so they work with whichever one pip is set up to use.
"""

import json
import subprocess
import sys
import tempfile
import tomllib
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

Pins = dict[str, str]


def requirements() -> tuple[list[str], list[str]]:
    """What running (and installing) needs, and what testing needs."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    project = settings["project"]
    return (
        project["dependencies"] + settings["build-system"]["requires"],
        project["optional-dependencies"]["dev"],
    )


def resolve(python: str, wanted: list[str], held: Pins) -> Pins:
    """The version of every package, direct or not, that pip would install for this interpreter.

    A package named in `held` gets that version.
    """
    with tempfile.TemporaryDirectory() as folder:
        report, constraints = Path(folder, "report.json"), Path(folder, "constraints.txt")
        constraints.write_text("".join(f"{name}=={version}\n" for name, version in held.items()))
        command = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--dry-run"]
        command += ["--ignore-installed", "--only-binary", ":all:", "--constraint", str(constraints)]
        command += ["--report", str(report), *wanted]
        subprocess.run(command, check=True)
        installs = json.loads(report.read_text())["install"]
    return {name_of(item["metadata"]["name"]): item["metadata"]["version"] for item in installs}


def name_of(written: str) -> str:
    """A package's name in its one normal spelling."""
    return written.lower().replace("_", "-").replace(".", "-")


def python_version(python: str) -> str:
    """The interpreter's version as a marker spells it, such as 3.11."""
    command = [python, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def merge(pins_of: dict[str, Pins]) -> list[str]:
    """Lock lines for the pins of several Python versions."""
    lines = []
    for name in sorted({name for pins in pins_of.values() for name in pins}):
        pythons_of = defaultdict(list)
        for python, pins in pins_of.items():
            if name in pins:
                pythons_of[pins[name]].append(python)
        for version, pythons in sorted(pythons_of.items()):
            lines.append(f"{name}=={version}{marker(pythons, list(pins_of))}")
    return lines


def marker(pythons: list[str], all_pythons: list[str]) -> str:
    """The condition that selects some of the Python versions; nothing when it is all of them.

    The first and last version stand for everything below and above, so that a newer Python than
    those locked gets the newest pins.
    """
    if pythons == all_pythons:
        return ""
    if pythons == all_pythons[: len(pythons)]:
        return f' ; python_version < "{all_pythons[len(pythons)]}"'
    if pythons == all_pythons[-len(pythons) :]:
        return f' ; python_version >= "{pythons[0]}"'
    return " ; " + " or ".join(f'python_version == "{python}"' for python in pythons)


def write(name: str, lines: list[str]) -> None:
    """Write a lock file, with a first line that says where it comes from."""
    header = "# Made by packaging/lock.py from pyproject.toml; do not edit.\n"
    (ROOT / name).write_text(header + "\n".join(lines) + "\n")
    print(f"{name}: {len(lines)} lines")


def main(interpreters: list[str]) -> None:
    """Resolve with each interpreter and write both files."""
    run, test = requirements()
    running: dict[str, Pins] = {}
    testing: dict[str, Pins] = {}
    for version, python in sorted((python_version(python), python) for python in interpreters):
        everything = resolve(python, run + test, held={})
        running[version] = resolve(python, run, held=everything)
        testing[version] = {name: everything[name] for name in everything.keys() - running[version].keys()}
    write("requirements.lock", merge(running))
    write("requirements-dev.lock", merge(testing))


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("usage: python packaging/lock.py PYTHON...  (one interpreter for each supported version)")
    main(sys.argv[1:])
