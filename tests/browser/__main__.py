"""Opens a briefing of MS-19 in a headless Chromium as wide as a phone, a tablet and a large screen, and looks at it.

Nothing may be wider than the page, no text smaller than 12 pixels, every picture must be there, and axe-core must find
nothing against WCAG. Debian's `chromium` is needed; what it looks like is kept in build/browser/.
"""

import asyncio
import subprocess
import sys
import tempfile
from importlib.resources import files
from pathlib import Path
from typing import Any

from tests.bench.measure import ROOT
from tests.browser.chromium import Tab, tab

SIZES = {"phone": (360, 800), "tablet": (820, 1180), "screen": (1920, 1080)}
LANGUAGES = (("en", "light"), ("ru", "dark"))
SHOWN = ("title", "way_home", "peak_load", "descent", "crew", "plan", "sources")
"""The slides of which pictures are kept."""


async def look() -> int:
    """The number of faults, each told on standard error."""
    wrong, kept = 0, ROOT / "build" / "browser"
    kept.mkdir(parents=True, exist_ok=True)
    axe = files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        pages = {language: briefing(Path(folder), language, theme) for language, theme in LANGUAGES}
        async with tab() as open_tab:
            for language, page in pages.items():
                for name, size in SIZES.items():
                    await open_tab.show(page, *size)
                    await keep(open_tab, kept / f"{name}-{language}")
                    told = await looked(open_tab, axe)
                    found = faults(told, size[0])
                    print(f"{name} {language}: {told['slides']} slides, {told['checks']} checks passed", flush=True)
                    print("".join(f"  {fault}\n" for fault in found), end="", file=sys.stderr)
                    wrong += len(found)
    return wrong


def briefing(folder: Path, language: str, theme: str) -> Path:
    """A briefing made by the command."""
    path = folder / f"{language}.html"
    words = ["brief", "soyuz-ms-19", "--language", language, "--theme", theme, "--marking", "EXERCISE", "-o", str(path)]
    subprocess.run([sys.executable, "-m", "mission_gui", *words], check=True, cwd=ROOT, capture_output=True)
    return path


async def keep(open_tab: Tab, name: Path) -> None:
    """Pictures of some slides."""
    for id in SHOWN:
        await open_tab.run(f"document.getElementById('{id}').scrollIntoView()")
        await open_tab.picture(name.with_name(f"{name.name}-{id}.png"))


async def looked(open_tab: Tab, axe: str) -> dict[str, Any]:
    """What the page tells of itself."""
    await open_tab.run(axe)
    told: dict[str, Any] = await open_tab.run(Path(__file__).with_name("look.js").read_text(encoding="utf-8"))
    return told


def faults(told: dict[str, Any], width: int) -> list[str]:
    """What is wrong with it."""
    found = [f"wider than the page: {one}" for one in told["wide"]]
    found += [f"too small: {one}" for one in told["small"]]
    found += list(told["faults"])
    if told["width"] != width:
        found.append(f"shown {told['width']} pixels wide instead of {width}")
    if told["scrolls"] > 0:
        found.append(f"the page scrolls sideways by {told['scrolls']} pixels")
    if not told["pictures"] or not all(told["pictures"]):
        found.append(f"pictures are missing: {told['pictures']}")
    return found


if __name__ == "__main__":
    try:
        sys.exit(1 if asyncio.run(look()) else 0)
    except FileNotFoundError as error:
        sys.exit(f"browser: {error}")
