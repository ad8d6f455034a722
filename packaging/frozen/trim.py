"""Makes the frozen folder smaller: without what nothing needs any more, nothing twice, no names for debuggers, and
without the data that Qt never asks ICU for."""

import hashlib
import os
import re
import shutil
import struct
import subprocess
from collections.abc import Iterable
from pathlib import Path

Entry = tuple[str, str, str]
"""Place in the folder, file it is made of, and PyInstaller's word for its kind."""


def reachable(entries: Iterable[Entry]) -> list[Entry]:
    """Without the shared libraries that only something dropped before had needed: those of the system, which are in no
    package's folder, and those of Qt."""
    entries = list(entries)
    held = {os.path.basename(entry[0]): entry for entry in entries if entry[2] != "SYMLINK"}
    kept: dict[str, Entry] = {}
    waiting = [
        name
        for name, (place, _, kind) in held.items()
        if kind != "BINARY" or ("/" in place and "/Qt/lib/" not in place)
    ]
    waiting += [name for name in held if re.match(r"(lib)?python", name)]
    while waiting:
        name = waiting.pop()
        if name in kept or name not in held:
            continue
        kept[name] = held[name]
        if held[name][2] in ("BINARY", "EXTENSION"):
            waiting += needed(held[name][1])
    return [entry for entry in entries if os.path.basename(entry[0]) in kept]


def needed(library: str) -> list[str]:
    """The libraries that a library itself names, not those that they need in turn."""
    command = ["objdump", "-p", library]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return re.findall(r"^ +NEEDED +(\S+)$", said, re.MULTILINE)


def once(entries: Iterable[Entry]) -> list[Entry]:
    """With links for the libraries that several packages bring along alike."""
    first: dict[bytes, str] = {}
    linked = []
    for place, source, kind in entries:
        if kind == "BINARY" and ".libs/" in place:
            digest = hashlib.sha256(Path(source).read_bytes()).digest()
            original = first.setdefault(digest, place)
            if original != place:
                linked.append((place, os.path.relpath(original, os.path.dirname(place)), "SYMLINK"))
                continue
        linked.append((place, source, kind))
    return linked


def stripped(entry: Entry, folder: Path) -> Entry:
    """Without names for debuggers; those in `*.libs` were moved together so that they do not bear it."""
    place, source, kind = entry
    tool = shutil.which("strip")
    if kind not in ("BINARY", "EXTENSION") or ".libs/" in place or "/plugins/" in place or not tool:
        return entry
    made = folder / place
    made.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, made)
    subprocess.run([tool, "--strip-unneeded", str(made)], check=True)
    return place, str(made), kind


_NOT_ASKED_FOR = re.compile(
    r"/(brkitr|curr|lang|rbnf|region|translit|unit|zone)/|\.cnv$|/cnvalias\.icu$|/unames\.icu$|/(?!root|en|ru|res_index)[a-z]{2,3}(_\w+)?\.res$"
)
"""Qt has locales, line breaks and codecs of its own; of ICU it takes the order of letters, here of two languages."""


def smaller_icu(entry: Entry, folder: Path) -> Entry:
    """The library with ICU's data, a quarter as large; as it was where there is no compiler to make it with."""
    compiler = shutil.which("gcc") or shutil.which("cc")
    place, source, kind = entry
    found = re.fullmatch(r"libicudata\.so\.(\d+)", os.path.basename(place))
    if not found or not compiler:
        return entry
    folder.mkdir(parents=True, exist_ok=True)
    data, made = folder / "icudata.bin", folder / found[0]
    data.write_bytes(chosen(Path(source).read_bytes()))
    symbol = f"icudt{found[1]}_dat"
    assembly = (
        f'.section .rodata\n.globl {symbol}\n.type {symbol}, @object\n.balign 16\n{symbol}:\n.incbin "{data.name}"\n'
        f'.size {symbol}, .-{symbol}\n.section .note.GNU-stack,"",@progbits\n'
    )
    (folder / "icudata.s").write_text(assembly, encoding="ascii")
    command = [compiler, "-shared", "-nostdlib", "-Wl,--build-id=none", f"-Wl,-soname,{found[0]}", "-o", made.name]
    subprocess.run([*command, "icudata.s"], cwd=folder, check=True)
    return place, str(made), kind


def chosen(library: bytes) -> bytes:
    """ICU's archive of data out of its library, with only what is asked for.

    A header, then a table: count, and for each the places of name and content, counted from the table's start.
    """
    start = library.index(b"\xda\x27") - 2
    table = start + struct.unpack_from("<H", library, start)[0]
    (count,) = struct.unpack_from("<I", library, table)
    places = [struct.unpack_from("<II", library, table + 4 + 8 * index) for index in range(count)]
    ends = [content for _, content in places[1:]] + [_last_end(library, table, places[-1])]
    kept = []
    for (name_at, content_at), end in zip(places, ends, strict=True):
        name = library[table + name_at : library.index(b"\0", table + name_at) + 1]
        if not _NOT_ASKED_FOR.search(name[:-1].decode("ascii")):
            kept.append((name, library[table + content_at : table + end]))
    return library[start:table] + _archive(kept)


def _last_end(library: bytes, table: int, last: tuple[int, int]) -> int:
    """Nothing tells how long the last one is: what follows it up to the next page is too much, and does no harm."""
    return min(last[1] + (1 << 20), len(library) - table)


def _archive(kept: list[tuple[bytes, bytes]]) -> bytes:
    names_at = 4 + 8 * len(kept)
    content_at = _aligned(names_at + sum(len(name) for name, _ in kept))
    table, names, contents = struct.pack("<I", len(kept)), b"", b""
    for name, content in kept:
        table += struct.pack("<II", names_at + len(names), content_at + len(contents))
        names += name
        contents += content.ljust(_aligned(len(content)), b"\0")
    return (table + names).ljust(content_at, b"\0") + contents


def _aligned(length: int) -> int:
    return (length + 15) // 16 * 16
