"""Reads what is a plain file of bearable size; writes files whole or not at all."""

import hashlib
import os
import stat
import tempfile
from pathlib import Path

from mission_gui.domain.errors import UserError

_DIGEST_LENGTH = 64  # a SHA-256 in hexadecimal
_AT_ONCE = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)  # without waiting for who writes into a pipe


def read_plain(path: Path, most_bytes: int) -> bytes:
    """The content of a file; UserError where it cannot be read, is a folder, pipe or device, or is larger."""
    try:
        handle = os.open(path, os.O_RDONLY | _AT_ONCE)
        with os.fdopen(handle, "rb") as file:
            state = os.fstat(handle)
            if not stat.S_ISREG(state.st_mode):
                raise UserError(f"{path} cannot be read: it is no plain file; give the path of one")
            content = file.read(most_bytes + 1)
    except IsADirectoryError:
        raise UserError(f"{path} cannot be read: it is a folder; give the path of a file in it") from None
    except (OSError, ValueError) as error:  # ValueError of a path with a null byte
        raise UserError(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}") from None
    if len(content) > most_bytes:
        size = f"{max(len(content), state.st_size) / 1e6:,.0f} MB"
        raise UserError(f"{path} cannot be read: it has {size}, more than the {most_bytes / 1e6:,.0f} MB allowed")
    return content


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
