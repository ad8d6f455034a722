"""Reads the list of missions: from the index what has not changed, the rest from its files."""

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from mission_gui.catalogue import index
from mission_gui.catalogue.index import Kept
from mission_gui.domain.catalogue import Entry
from mission_gui.domain.search import Entries, sort
from mission_gui.missionfile.library import files_in, own_folder
from mission_gui.resources import resource

log = logging.getLogger(__name__)

Progress = Callable[[int, int], None]
"""Takes how many files have been read, of how many that must be."""


def silent(done: int, of: int) -> None:
    """Progress that nobody watches."""


def read_catalogue(progress: Progress = silent) -> Entries:
    """Every mission there is, in order of landing; broken files last, each with what is wrong with it.

    `progress` is called only where files must be read. What was read is kept also when it raises, which is how
    to stop it.
    """
    shelves = (_Shelf(resource("missions"), built_in=True), _Shelf(own_folder(), built_in=False))
    changed = [(shelf, path) for shelf in shelves for path in shelf.changed()]
    try:
        for done, (shelf, path) in enumerate(changed):
            progress(done, len(changed))
            shelf.read(path)
        if changed:
            progress(len(changed), len(changed))
    finally:
        for shelf in shelves:
            shelf.keep()
    return sort(_told_apart(entry for shelf in shelves for entry in shelf.entries()))


@dataclass(slots=True)
class _Shelf:
    """A folder of missions, with what is kept of it and what is now."""

    folder: Path
    built_in: bool
    kept: dict[str, Kept] = field(default_factory=dict)
    now: dict[str, Kept] = field(default_factory=dict)

    def changed(self) -> list[Path]:
        """The files that the index does not tell of; what it tells of the others is taken."""
        files = files_in(self.folder)
        self.kept = index.recall(self.folder) if files else {}
        return [path for path in files if not self._take(path)]

    def _take(self, path: Path) -> bool:
        try:
            kept = index.unchanged(path, self.kept.get(str(path)))
        except OSError:
            return False
        if kept is not None:
            self.now[str(path)] = kept
        return kept is not None

    def read(self, path: Path) -> None:
        """Reads a file; one that has gone meanwhile is passed over."""
        # What reads files is slow to import and is not needed where the index has everything.
        from mission_gui.catalogue.entries import read_entry

        with suppress(OSError):
            self.now[str(path)] = index.noted(path, lambda path: read_entry(path, self.built_in))

    def keep(self) -> None:
        """Keeps what is known now, where it is not what is kept."""
        if self.now != self.kept:
            index.keep(self.folder, self.now)

    def entries(self) -> Iterator[Entry]:
        """In order of file."""
        return (self.now[path].entry for path in sorted(self.now))


def _told_apart(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Marks those whose id opens another file: the first of the user's own, before a built-in one."""
    listed = list(entries)
    opened = {entry.id: entry.path for entry in reversed(listed) if not entry.built_in}
    for entry in listed:
        path = opened.get(entry.id, entry.path)
        yield replace(entry, replaced=path != entry.path)
