"""Writes over a user's file and keeps what it was."""

from pathlib import Path

from mission_gui.files import write_for_user


def replace_keeping(path: Path, old: bytes, new: bytes) -> Path:
    """Writes `new`, after the `old` content was written beside it under a name that was free, which is given back."""
    kept, number = path.with_name(f"{path.name}.bak"), 1
    while kept.exists() or kept.is_symlink():
        number += 1
        kept = path.with_name(f"{path.name}.bak-{number}")
    write_for_user(kept, old)
    write_for_user(path, new)
    return kept
