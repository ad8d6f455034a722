"""Reads what is a plain file of bearable size; writes files whole or not at all."""

import errno
import hashlib
import logging
import mmap
import os
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from mission_gui.domain.errors import UserError

log = logging.getLogger(__name__)

Content = bytes | mmap.mmap
"""The bytes of a file, read or looked at in place."""

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""How the system says that there is no room."""
_DIGEST_LENGTH = 64  # a SHA-256 in hexadecimal
_PART = ".part"
_ABANDONED = 3600.0  # s
_told: set[int | None] = set()
"""The kinds of failure that were told, by their number."""
_AT_ONCE = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)  # without waiting for who writes into a pipe


def read_plain(path: Path, most_bytes: int) -> bytes:
    """The content of a file; UserError where it cannot be read, is a folder, pipe or device, or is larger."""
    try:
        with _opened(path) as file:
            content, told = file.read(most_bytes + 1), os.fstat(file.fileno()).st_size
    except OSError as error:
        raise _unreadable(path, error) from None
    if len(content) > most_bytes:
        size = f"{max(len(content), told) / 1e6:,.0f} MB"
        raise UserError(f"{path} cannot be read: it has {size}, more than the {most_bytes / 1e6:,.0f} MB allowed")
    return content


@contextmanager
def mapped(path: Path) -> Iterator[Content]:
    """The content of a file of any size, of which only what is looked at is read; UserError where it cannot be read or
    is a folder, pipe or device."""
    with _opened(path) as file:
        if not os.fstat(file.fileno()).st_size:
            yield b""
            return
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
            yield content


def _opened(path: Path) -> BinaryIO:
    """A plain file, opened for reading; UserError for anything else."""
    try:
        handle = os.open(path, os.O_RDONLY | _AT_ONCE)
        file = os.fdopen(handle, "rb")
    except (OSError, ValueError) as error:  # ValueError of a path with a null byte
        raise _unreadable(path, error) from None
    if stat.S_ISREG(os.fstat(handle).st_mode):
        return file
    file.close()
    raise UserError(f"{path} cannot be read: it is no plain file; give the path of one")


def _unreadable(path: Path, error: OSError | ValueError) -> UserError:
    if isinstance(error, IsADirectoryError):
        return UserError(f"{path} cannot be read: it is a folder; give the path of a file in it")
    return UserError(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}")


def write_whole(path: Path, content: bytes) -> None:
    """Writes beside the file and renames: a reader sees the old file or the new one, never a half. OSError."""
    handle, name = tempfile.mkstemp(prefix=f".{path.stem}", suffix=_PART, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(name, 0o666 & ~_umask())
        os.replace(name, path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def sealed(payload: bytes) -> bytes:
    """A payload behind its own checksum."""
    return hashlib.sha256(payload).hexdigest().encode() + payload


def read_sealed(path: Path) -> bytes:
    """What a file of `sealed` content holds; ValueError where the checksum does not fit, OSError."""
    content = path.read_bytes()
    digest, payload = content[:_DIGEST_LENGTH], content[_DIGEST_LENGTH:]
    if hashlib.sha256(payload).hexdigest().encode() != digest:
        raise ValueError("its checksum does not fit")
    return payload


def keep(path: Path, content: bytes) -> bool:
    """Keeps what can be made anew, such as a flight, and makes its folder; where the disk is full or nothing may be
    written there, it is told once why, and the program goes on without."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, content)
        return True
    except OSError as error:
        if error.errno not in _told:
            _told.add(error.errno)
            log.warning(
                "what was computed is not kept for the next start, which takes longer: %s cannot be written (%s)",
                *(path.parent, error.strerror),
            )
        return False


def make_room(folder: Path, most_bytes: int) -> None:
    """Removes what was written longest ago once a folder of kept files holds too much, and what a program that was
    killed left half-written. Another program may do the same at this moment."""
    found = []
    for path in folder.iterdir():
        with suppress(OSError):
            found.append((path.stat().st_mtime, path.stat().st_size, path))
    held, now = 0, time.time()
    for changed, size, path in sorted(found, reverse=True):
        part = path.suffix == _PART
        held += 0 if part else size
        if (part and now - changed > _ABANDONED) or (held > most_bytes and not part):
            with suppress(OSError):
                path.unlink()


def write_for_user(path: Path, content: bytes) -> None:
    """Writes a file that the user asked for; UserError says why it cannot be and what to do."""
    try:
        write_whole(path, content)
    except OSError as error:
        raise UserError(f"{path}: {_unwritten(path, error)}") from error


def _unwritten(path: Path, error: OSError) -> str:
    """Why a file could not be written, and what to do."""
    folder = path.parent
    if not folder.is_dir():
        return f"the folder {folder} is not there: make it, or choose another"
    if isinstance(error, FileNotFoundError):  # as /proc has it
        return f"no file can be made in {folder}: choose another place"
    return f"cannot be written ({error.strerror}): choose another place, or make room"


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def source_date() -> int | None:
    """The date that files are to carry, seconds since 1970, as `SOURCE_DATE_EPOCH` gives it; None without one."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not given:
        return None
    if not given.isdecimal():
        raise UserError(f"SOURCE_DATE_EPOCH is {given!r}: set it to whole seconds since 1970, or not at all")
    return int(given)


def check_writable(path: Path) -> None:
    """UserError where a file of that name could not be written now: before long work, not after it."""
    folder = path.parent
    if not folder.is_dir():
        raise UserError(f"{path}: the folder {folder} is not there: make it, or choose another")
    if path.is_dir():
        raise UserError(f"{path}: is a folder: choose another name")
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.stem}", suffix=".part", dir=folder)
    except OSError as error:
        raise UserError(f"{path}: {_unwritten(path, error)}") from error
    os.close(handle)
    Path(name).unlink()


def make_folder(folder: Path) -> None:
    """Makes a folder that the user named, with those above it; UserError where that cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"{folder}: this folder cannot be made ({error.strerror}): choose another") from error
