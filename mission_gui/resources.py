"""Finds the data files, in an installed package and in a checkout alike."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def resource(name: str) -> Path:
    """The path of a data file or folder such as `missions/soyuz-ms-19.toml`; FileNotFoundError where there is none."""
    for root in (_PACKAGE / "resources", _PACKAGE.parent / "resources"):
        path = root / name
        if path.exists():
            return path
    raise FileNotFoundError(f"{name} is missing from the program's resources: install mission-gui again")
