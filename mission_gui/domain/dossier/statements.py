"""One figure of a record with where it comes from, and how other reports of it compare."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from mission_gui.domain.facts import Fact, Figure, Kind, Provenance, Report, Source

NOT_KNOWN = "not known"
FIRST = "it stands first in the mission file"
SHOWN = "it stands first in the mission file; the replay takes nothing from such statements"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Statement:
    """What is told of one thing, in English; `value` is `NOT_KNOWN` where no source tells it.

    `others` are further reports of the same; those that do not `agree` with the one used make a conflict, and `why`
    tells what speaks for the one used.
    """

    label: str
    value: str
    kind: Kind | None = None
    sources: tuple[Source, ...] = ()
    note: str = ""
    others: tuple["Statement", ...] = ()
    why: str = ""
    agrees: bool = True


@dataclass(frozen=True, slots=True)
class Section:
    """Statements under a heading."""

    title: str
    statements: tuple[Statement, ...]


def of_provenance(label: str, value: str, origin: Provenance | None, known: Iterable[Source]) -> Statement:
    """A number of the file; the source's address is looked up among those known."""
    if origin is None:
        return Statement(label, value)
    source = next((one for one in known if one.title == origin.source), Source("", origin.source))
    return Statement(label, value, origin.kind, (source,), origin.note.en)


def of_fact(fact: Fact) -> Statement:
    """A statement that is shown as it stands."""
    return Statement(fact.label.en, fact.value.en, fact.kind, fact.sources, fact.note.en)


def of_reports(label: str, reports: Sequence[Report]) -> Statement:
    """The published times of an event; not known where there are none."""
    return _first_of(label, reports, of_report, _same_time, _better)


def of_figures(label: str, figures: Sequence[Figure], written: Callable[[float], str]) -> Statement:
    """The published values of a number."""

    def one(label: str, figure: Figure) -> Statement:
        return Statement(label, written(figure.value), figure.kind, (figure.source,), figure.note.en)

    return _first_of(label, figures, one, lambda a, b: written(a.value) == written(b.value), lambda a, b: FIRST)


def of_facts(label: str, facts: Sequence[Fact]) -> Statement:
    """Statements under one label; which of them contradict each other a reader must judge."""
    return _first_of(label, facts, lambda _, fact: of_fact(fact), lambda a, b: a.value == b.value, lambda a, b: SHOWN)


def of_report(label: str, report: Report) -> Statement:
    """One published time."""
    clock = f"{report.time:%Y-%m-%d %H:%M:%S}" if report.precision < 60 else f"{report.time:%Y-%m-%d %H:%M}"
    told = [report.text.en] if report.text else []
    told += [f"counted at {report.altitude / 1e3:.1f} km"] if report.altitude else []
    value = f"{report.qualifier} {clock} UTC".strip()
    return Statement(label, value, report.kind, (report.source,), "; ".join(told))


def _first_of(
    label: str,
    entries: Sequence[T],
    told: Callable[[str, T], Statement],
    same: Callable[[T, T], bool],
    better: Callable[[T, T], str],
) -> Statement:
    """The first of several reports, with the others behind it."""
    if not entries:
        return Statement(label, NOT_KNOWN)
    used = entries[0]
    others = tuple(replace(told(label, other), agrees=same(used, other)) for other in entries[1:])
    reasons = [better(used, other) for other in entries[1:] if not same(used, other)]
    return replace(told(label, used), others=others, why="; ".join(dict.fromkeys(reasons)))


def _same_time(used: Report, other: Report) -> bool:
    """Whether two times are one within how well they are known: 10:34 is any second of that minute, or rounded."""
    return abs((used.time - other.time).total_seconds()) < max(used.precision, other.precision, 2.0)


def _better(used: Report, other: Report) -> str:
    """What speaks for a time against another."""
    if other.qualifier and not used.qualifier:
        return f'the other is told as "{other.qualifier}"'
    if used.precision < other.precision:
        return "it is known to the second" if used.precision < 60 else "it is known more exactly"
    if used.kind is Kind.ACTUAL and other.kind is not Kind.ACTUAL:
        return f"it was reported, the other is {other.kind}"
    return FIRST


_DISPUTED = re.compile(r"other reports?\b|another report|sources disagree", re.IGNORECASE)


def disputed(statement: Statement) -> bool:
    """Whether other reports say otherwise, be it in a note."""
    return any(not other.agrees for other in statement.others) or bool(_DISPUTED.search(statement.note))
