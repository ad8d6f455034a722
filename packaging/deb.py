"""Makes a Debian package of the frozen folder; called by packaging/build.py.

What Debian has itself is taken out of the folder, and named as a dependency: `dpkg-shlibdeps` finds which packages, and
since which version, from what the binaries link to.
"""

import gzip
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from mission_gui import __version__  # noqa: E402  # of this checkout

LINUX, ICONS = ROOT / "packaging" / "linux", ROOT / "resources" / "icons"
MAINTAINER = os.environ.get("DEB_MAINTAINER", "Mission GUI developers <packages@missiongui.example>")

# Loaded by name at run time, so that nothing links to them: the driver of the graphics card, and X's cursors.
LOADED_BY_NAME = ("libgl1", "libegl1")

CONTROL = """\
Package: mission-gui
Version: {version}
Section: science
Priority: optional
Architecture: {architecture}
Maintainer: {maintainer}
Installed-Size: {size}
Depends: {depends}
Suggests: xdg-utils
Description: watch a crewed spacecraft come home
 Mission GUI replays returns of the Soyuz from the International Space Station:
 undocking, the flyaround, the deorbit burn, entry, parachutes, landing and the
 recovery of the crew. Map, countdown, crew, readings and charts all show the
 same instant, and every number says whether it was published, propagated or
 modelled.
 .
 The package brings its own Python and Qt, and needs no network.
"""

COPYRIGHT = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Mission GUI
Comment: The libraries in /usr/lib/mission-gui have licences of their own. All of
 them, with their texts: /usr/share/doc/mission-gui/LICENCES.txt.gz

Files: *
Copyright: 2026 The Mission GUI developers
License: Apache-2.0
 On Debian systems, the full text of the Apache License 2.0 is in
 /usr/share/common-licenses/Apache-2.0.
"""


def build(frozen: Path, work: Path, out: Path, epoch: int, take_stock: Callable[[Path], None]) -> Path:
    """The package, in `out`; `take_stock` writes the list of licences and the SBOM of a folder into it."""
    tree = work / "tree"
    shutil.rmtree(work, ignore_errors=True)
    program = tree / "usr/lib/mission-gui"
    shutil.copytree(frozen, program, symlinks=True)
    _leave_to_debian(program / "_internal")
    take_stock(program)
    _place(tree, program, epoch)
    architecture = _said("dpkg", "--print-architecture")
    size = sum(path.lstat().st_size for path in tree.rglob("*")) // 1024
    control = tree / "DEBIAN" / "control"
    control.parent.mkdir()
    depends = ", ".join(sorted({*_linked(program, work), *LOADED_BY_NAME}))
    values = {"version": __version__, "architecture": architecture, "maintainer": MAINTAINER}
    control.write_text(CONTROL.format(**values, size=size, depends=depends), encoding="utf-8")
    _write_sums(tree)
    _settle(tree, epoch)
    made = out / f"mission-gui_{__version__}_{architecture}.deb"
    command = ["dpkg-deb", "--root-owner-group", "--threads-max=2", "-Zxz", "--build", str(tree), str(made)]
    subprocess.run(command, check=True, env={**os.environ, "SOURCE_DATE_EPOCH": str(epoch)}, stdout=subprocess.DEVNULL)
    return made


def _leave_to_debian(inner: Path) -> None:
    """Takes out the libraries that were copied from packages of the system."""
    known = tomllib.loads((ROOT / "packaging/components.toml").read_text(encoding="utf-8"))["component"]
    for pattern in (pattern for entry in known if "debian" in entry for pattern in entry["files"]):
        for path in inner.glob(pattern):
            path.unlink()


def _place(tree: Path, program: Path, epoch: int) -> None:
    """Everything outside the program's own folder."""
    share = tree / "usr/share"
    placed = {
        LINUX / "mission-gui.desktop": "applications/mission-gui.desktop",
        LINUX / "org.missiongui.MissionGUI.metainfo.xml": "metainfo/org.missiongui.MissionGUI.metainfo.xml",
        LINUX / "mission-gui.mime.xml": "mime/packages/mission-gui.xml",
        LINUX / "mission-gui.bash": "bash-completion/completions/mission-gui",
        LINUX / "_mission-gui": "zsh/vendor-completions/_mission-gui",
        LINUX / "mission-gui.fish": "fish/vendor_completions.d/mission-gui.fish",
        LINUX / "lintian-overrides": "lintian/overrides/mission-gui",
        ICONS / "mission-gui.svg": "icons/hicolor/scalable/apps/mission-gui.svg",
        ICONS / "mission-gui-symbolic.svg": "icons/hicolor/symbolic/apps/mission-gui-symbolic.svg",
        program / "sbom.cdx.json": "doc/mission-gui/sbom.cdx.json",
    }
    for picture in ICONS.glob("mission-gui-*.png"):
        size = picture.stem.rpartition("-")[2]
        placed[picture] = f"icons/hicolor/{size}x{size}/apps/mission-gui.png"
    for source, place in placed.items():
        (share / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, share / place)
    (program / "sbom.cdx.json").unlink()
    site = os.environ.get("SITE", "").rstrip("/")
    if site:
        metainfo = share / placed[LINUX / "org.missiongui.MissionGUI.metainfo.xml"]
        told = metainfo.read_text(encoding="utf-8").replace("https://missiongui.example", site)
        metainfo.write_text(told, encoding="utf-8")
    (share / "doc/mission-gui/copyright").write_text(COPYRIGHT, encoding="utf-8")
    _pack(share / "doc/mission-gui/LICENCES.txt.gz", (program / "LICENCES.txt").read_bytes())
    (program / "LICENCES.txt").unlink()
    _pack(share / "man/man1/mission-gui.1.gz", (LINUX / "mission-gui.1").read_bytes())
    _pack(share / "doc/mission-gui/changelog.gz", _changelog(epoch).encode())
    (tree / "usr/bin").mkdir()
    (tree / "usr/bin/mission-gui").symlink_to("../lib/mission-gui/mission-gui")


def _changelog(epoch: int) -> str:
    """Debian's form; what changed is told in the project's own CHANGELOG.md."""
    dated = format_datetime(datetime.fromtimestamp(epoch, UTC))
    what = f"  * Version {__version__}."
    return f"mission-gui ({__version__}) stable; urgency=medium\n\n{what}\n\n -- {MAINTAINER}  {dated}\n"


def _pack(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(content, 9, mtime=0))


def _linked(program: Path, work: Path) -> list[str]:
    """The packages that hold what the binaries link to, as dpkg-shlibdeps finds them."""
    (work / "debian").mkdir()
    (work / "debian/control").write_text("Source: mission-gui\n\nPackage: mission-gui\nArchitecture: any\n")
    found = sorted(path for path in program.rglob("*") if path.is_file() and not path.is_symlink() and _is_elf(path))
    folders = sorted({f"-l{path.parent}" for path in found})
    command = ["dpkg-shlibdeps", "-O", "--warnings=0", "--ignore-missing-info", *folders]
    said = _said(*command, *(f"-e{path}" for path in found), folder=work)
    return re.sub(r"^shlibs:Depends=", "", said).split(", ")


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _said(*command: str, folder: Path | None = None) -> str:
    return subprocess.run(command, cwd=folder, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()


def _write_sums(tree: Path) -> None:
    files = sorted(path for path in (tree / "usr").rglob("*") if path.is_file() and not path.is_symlink())
    said = _said("md5sum", *(str(path.relative_to(tree)) for path in files), folder=tree)
    (tree / "DEBIAN/md5sums").write_text(f"{said}\n")


def _settle(tree: Path, epoch: int) -> None:
    """The same rights and times wherever it was built."""
    program = tree / "usr/lib/mission-gui/mission-gui"
    for path in sorted((tree, *tree.rglob("*")), reverse=True):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path == program else 0o644)
        os.utime(path, (epoch, epoch), follow_symlinks=False)
