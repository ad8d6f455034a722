"""Writes files whole or not at all."""

import hashlib
import os
import tempfile
from pathlib import Path

from mission_gui.domain.errors import UserError

_DIGEST_LENGTH = 64  # a SHA-256 in hexadecimal


def write_whole(path: Path, content: bytes) -> None:
    """Writes beside the file and renames: a reader sees the old file or the new one, never a half. OSError."""
    handle, name = tempfile.mkstemp(prefix=f".{path.stem}", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(name, 0o666 & ~_umask())
        os.replace(name, path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def write_sealed(path: Path, payload: bytes) -> None:
    """Writes what can be made anew behind its own checksum; makes the folder where it is missing. OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, hashlib.sha256(payload).hexdigest().encode() + payload)


def read_sealed(path: Path) -> bytes:
    """What `write_sealed` wrote; ValueError where the checksum does not fit, OSError."""
    content = path.read_bytes()
    digest, payload = content[:_DIGEST_LENGTH], content[_DIGEST_LENGTH:]
    if hashlib.sha256(payload).hexdigest().encode() != digest:
        raise ValueError("its checksum does not fit")
    return payload


def write_for_user(path: Path, content: bytes) -> None:
    """Writes a file that the user asked for; UserError says why it cannot be and what to do."""
    try:
        write_whole(path, content)
    except FileNotFoundError as error:
        raise UserError(f"{path}: the folder {path.parent} is not there: make it, or choose another") from error
    except OSError as error:
        raise UserError(f"{path}: cannot be written ({error.strerror}): choose another place, or make room") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
