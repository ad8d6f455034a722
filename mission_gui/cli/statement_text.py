"""A figure with its source, kind, note and what other sources say, in lines and for machines."""

import textwrap
from collections.abc import Iterator

from mission_gui.domain.dossier import Statement
from mission_gui.domain.facts import Source

_WIDTH, _INDENT = 112, 6


def lines(statement: Statement) -> Iterator[str]:
    """`Landing, actual: 2022-03-30 11:28:03 UTC`, and below it where it comes from."""
    yield f"  {statement.label}: {statement.value}"
    if origin := told_origin(statement):
        yield from _below(origin)
    for other in statement.others:
        word = "also" if other.agrees else "against"
        yield from _below(f"{word} {other.value} ({told_origin(other)})")
    if statement.why:
        yield from _below(f"used because {statement.why}")


def told_origin(statement: Statement) -> str:
    """`actual; NASA release, https://...; "note"`."""
    cited = "; ".join(map(cited_source, statement.sources))
    return "; ".join(filter(None, (statement.kind or "", cited, f"note: {statement.note}" if statement.note else "")))


def cited_source(source: Source) -> str:
    """Title, and address where one is known."""
    return f"{source.title.en}, {source.url}" if source.url else source.title.en


def _below(text: str) -> list[str]:
    """Wrapped and set in; an address is never cut."""
    space = " " * _INDENT
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=space,
        subsequent_indent=f"{space}  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def as_object(statement: Statement) -> dict[str, object]:
    """For machines."""
    told: dict[str, object] = {
        "label": statement.label,
        "value": statement.value,
        "kind": statement.kind,
        "sources": [{"title": source.title.en, "url": source.url or None} for source in statement.sources],
        "note": statement.note or None,
    }
    if statement.others:
        told["others"] = [as_object(other) | {"agrees": other.agrees} for other in statement.others]
    if statement.why:
        told["why"] = statement.why
    return told
