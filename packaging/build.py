"""Builds what is given to users, into `dist/`: the same bytes from the same commit.

    python packaging/build.py wheel      # wheel and sdist
    python packaging/build.py frozen     # one folder with its own Python, on Linux, Windows or macOS
    python packaging/build.py deb        # a Debian package of that folder
    python packaging/build.py sums       # the checksums of all there is

Each makes what it needs first. `SOURCE_DATE_EPOCH` is the time written into everything; without it, that of the commit.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import venv
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DIST, WORK = ROOT / "dist", ROOT / "build"
FROZEN, ENVIRONMENT = DIST / "mission-gui", WORK / "frozen-venv"
LARGEST = 200_000_000  # bytes of the frozen folder
_FIRST_ZIP_DAY = 315532800  # 1 January 1980, before which a zip file has no time


def run(*command: str | Path) -> None:
    """A command in the checkout, with the time of the build; its failure ends the build."""
    fixed = {"SOURCE_DATE_EPOCH": str(epoch()), "PYTHONHASHSEED": "1", "PYTHONSAFEPATH": "1"}
    # The safe path and no other, or Python would find the checkout before the installed wheel.
    inherited = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}
    subprocess.run([str(word) for word in command], cwd=ROOT, check=True, env={**inherited, **fixed})


def epoch() -> int:
    """Seconds since 1970 that the build is dated with."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    try:
        command = ["git", "log", "-1", "--format=%ct"]
        return int(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout)
    except (OSError, subprocess.CalledProcessError, ValueError):
        return _FIRST_ZIP_DAY


def wheel() -> Path:
    """Wheel and sdist; hatchling is in the environment that this runs in."""
    for old in DIST.glob("mission_gui-*"):
        old.unlink()
    run(sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-t", "wheel", "-d", DIST)
    return next(DIST.glob("mission_gui-*.whl"))


def interpreter() -> Path:
    """The Python of the environment that the program is frozen in."""
    return ENVIRONMENT / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def environment() -> Path:
    """A Python with what the program needs, and PyInstaller; the program itself as its wheel. Gives the interpreter."""
    made, folder, python = wheel(), ENVIRONMENT, interpreter()
    wanted = [ROOT / "requirements.lock", ROOT / "packaging/frozen/requirements.txt"]
    state = hashlib.sha256(b"".join(file.read_bytes() for file in wanted) + sys.version.encode()).hexdigest()
    stamp = folder / "state"
    if not stamp.exists() or stamp.read_text() != state:
        venv.create(folder, clear=True, with_pip=True)
        files = [f"--requirement={file}" for file in wanted]
        run(python, "-m", "pip", "--quiet", "--disable-pip-version-check", "install", "--no-deps", *files)
        stamp.write_text(state)
    pip: list[str | Path] = [python, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    run(*pip, "install", "--no-deps", "--force-reinstall", made)
    return python


def frozen() -> Path:
    """The folder, with its list of licences and its SBOM."""
    python = environment()
    for old in (FROZEN, WORK / "frozen"):
        shutil.rmtree(old, ignore_errors=True)
    spec = ROOT / "packaging/frozen/mission_gui.spec"
    options: list[str | Path] = [
        "--noconfirm",
        "--log-level",
        "ERROR",
        "--distpath",
        DIST,
        "--workpath",
        WORK / "frozen",
    ]
    run(python, "-m", "PyInstaller", *options, spec)
    take_stock(FROZEN)
    size = sum(path.lstat().st_size for path in FROZEN.rglob("*"))
    print(f"{FROZEN}: {size / 1e6:.0f} MB")
    if size > LARGEST:
        sys.exit(f"build: the folder is larger than {LARGEST / 1e6:.0f} MB; see DROPPED in mission_gui.spec")
    return FROZEN


def take_stock(folder: Path) -> None:
    """Writes the list of licences and the SBOM of a folder into it."""
    run(interpreter(), ROOT / "packaging/inventory.py", folder)


def tarball() -> Path:
    """The folder as one file to hand on."""
    folder = frozen()
    made = DIST / f"mission-gui-{sys.platform}.tar.xz"
    with tarfile.open(made, "w:xz") as archive:
        for path in sorted(folder.rglob("*")):
            archive.add(path, path.relative_to(DIST), recursive=False, filter=_dated)
    return made


def _dated(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.mtime, entry.uid, entry.gid, entry.uname, entry.gname = epoch(), 0, 0, "", ""
    return entry


def deb() -> Path:
    """The Debian package."""
    frozen()
    sys.path.insert(0, str(ROOT / "packaging"))
    import deb as debian

    return debian.build(FROZEN, WORK / "deb", DIST, epoch(), take_stock)


def sums() -> Path:
    """SHA256SUMS of the files in `dist/`, for `sha256sum --check`."""
    made = DIST / "SHA256SUMS"
    files = sorted(path for path in DIST.iterdir() if path.is_file() and path != made)
    made.write_text("".join(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files))
    return made


STEPS: dict[str, Callable[[], Path]] = {
    "wheel": wheel,
    "frozen": frozen,
    "tarball": tarball,
    "deb": deb,
    "sums": sums,
}


def main(words: list[str]) -> None:
    """Does the steps named, in order."""
    if not words or set(words) - set(STEPS):
        sys.exit(f"usage: python packaging/build.py {' | '.join(STEPS)}")
    DIST.mkdir(exist_ok=True)
    for word in words:
        print(STEPS[word]())


if __name__ == "__main__":
    main(sys.argv[1:])
