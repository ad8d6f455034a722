"""What every kind of file is built with: sources, texts in both languages, origins."""

from collections.abc import Mapping

from mission_gui.domain.facts import Kind, Provenance, Source, Text
from mission_gui.missionfile.fields import Cited, Figure, SourceEntry, Wording

Sources = Mapping[str, Source]


def sources(entries: Mapping[str, SourceEntry]) -> dict[str, Source]:
    """The sources of a file by id."""
    return {name: Source(name, words(entry.title), entry.url) for name, entry in entries.items()}


def words(wording: Wording | None) -> Text:
    """A text in both languages; an empty one where there is none."""
    return Text(wording.en, wording.ru) if wording else Text("")


def origin(cited: Cited, known: Sources) -> Provenance:
    """Where a figure or a statement comes from."""
    unit = cited.unit if isinstance(cited, Figure) else ""
    return Provenance(Kind(cited.kind), known[cited.source].title, unit, words(cited.note))
