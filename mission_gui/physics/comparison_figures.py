"""What a comparison is made of: figures, each with where it comes from, and the rows they stand in."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import isnan

from mission_gui.domain.events import Event
from mission_gui.domain.facts import Basis, Figure, Kind, Provenance, Report, Text, joined
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory


@dataclass(frozen=True, slots=True, eq=False)
class Flown:
    """A mission with its whole flight."""

    mission: Mission
    trajectory: Trajectory


class Form(StrEnum):
    """How a value is written."""

    NUMBER = "number"
    MOMENT = "moment"  # seconds as T-h:mm:ss
    SPAN = "span"  # seconds as h:mm:ss
    WORDS = "words"  # no number: only the cell's words


@dataclass(frozen=True, slots=True)
class Measure:
    """How values of a row are written: `shown = SI * factor` in `unit`, with `decimals` digits."""

    form: Form
    unit: str = ""
    factor: float = 1.0
    decimals: int = 0


WORDS = Measure(Form.WORDS)


class Group(StrEnum):
    """What a row tells of, in the order of the table."""

    DESCENT = "descent"
    LANDING = "landing"
    SPANS = "durations"
    EVENTS = "events"
    SHIP = "ship"


GROUP_NAMES = {
    Group.DESCENT: Text("Descent", "Спуск"),
    Group.LANDING: Text("Landing", "Посадка"),
    Group.SPANS: Text("Durations", "Длительности"),
    Group.EVENTS: Text("Events", "События"),
    Group.SHIP: Text("Ship and crew", "Корабль и экипаж"),
}


class Said(StrEnum):
    """Whose figures stand in a row: only like is compared with like."""

    REPLAYED = "replayed"
    REPORTED = "reported"
    PLANNED = "planned"
    GIVEN = ""


SAID_NAMES = {
    Said.REPLAYED: Text("modelled", "модель"),
    Said.REPORTED: Text("reported", "сообщено"),
    Said.PLANNED: Text("planned", "план"),
    Said.GIVEN: Text("", ""),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure of one mission: a value (SI), or words, and how it is known.

    `kind` is None where the flight model or the propagated orbit gives it. `within` is how well it is known: a
    standard deviation, or the rounding of a published figure, SI; None where that is not known.
    """

    value: float | None
    basis: Basis
    kind: Kind | None
    source: Text
    words: Text = Text("")
    within: float | None = None
    note: Text = Text("")


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of every mission; None stands where it is not known.

    `differences` (SI) are from the first mission's figure, None where one of the two is not known.
    """

    id: str
    group: Group
    name: Text
    said: Said
    measure: Measure
    cells: tuple[Cell | None, ...]
    differences: tuple[float | None, ...]
    difference: Measure


_NOTHING = Text("")
MODEL = Text("flight model", "модель полёта")
_ALSO = Text("also in {source}", "то же: {source}")
_ANOTHER = Text("another figure in {source}", "другое значение: {source}")
_QUALIFIERS = {"": Text(""), "about": Text("about", "около"), "by": Text("by", "не позднее")}


def modelled(value: float, within: float | None = None, note: Text = _NOTHING) -> Cell:
    """A figure of the flight model."""
    return Cell(value, Basis.MODELLED, None, MODEL, within=within, note=note)


def reported(report: Report, zero: float, seconds: float) -> Cell:
    """A published time, `seconds` of mission time, as T."""
    note = joined((_QUALIFIERS[report.qualifier], report.text), " ")
    source = report.source.address
    return Cell(seconds - zero, basis_of(report.kind), report.kind, source, within=report.precision, note=note)


def published(figures: tuple[Figure, ...]) -> Cell | None:
    """The figure that is used; what others say stands in the note."""
    if not figures:
        return None
    first, others = figures[0], figures[1:]
    said = [_ALSO.format(source=other.source.title) for other in others if other.value == first.value]
    differing = [_ANOTHER.format(source=other.source.title) for other in others if other.value != first.value]
    note = joined((first.note, *said, *differing), "; ")
    return Cell(first.value, basis_of(first.kind), first.kind, first.source.address, note=note)


def given(value: float, provenance: Provenance | None) -> Cell:
    """A figure of a mission file."""
    if provenance is None:
        return modelled(value)
    return Cell(value, basis_of(provenance.kind), provenance.kind, provenance.source, note=provenance.note)


def worded(words: Text, cell: Cell) -> Cell:
    """Words that are known as another figure is."""
    return Cell(cell.value, cell.basis, cell.kind, cell.source, words, cell.within, cell.note)


def basis_of(kind: Kind) -> Basis:
    """What we tuned or chose is of the model, whatever file it stands in."""
    return Basis.MODELLED if kind in (Kind.ASSUMED, Kind.CALIBRATED) else Basis.PUBLISHED


def row(
    row_id: str,
    group: Group,
    name: Text,
    said: Said,
    measure: Measure,
    cells: Sequence[Cell | None],
) -> Row:
    """A row with its differences, which are written like its values; words have none."""
    first = cells[0].value if cells[0] is not None else None
    values = [None if cell is None or measure.form is Form.WORDS else cell.value for cell in cells]
    differences = tuple(None if first is None or value is None else value - first for value in values)
    written = Measure(Form.SPAN) if measure.form is Form.MOMENT else measure
    return Row(row_id, group, name, said, measure, tuple(cells), differences, written)


def event_in(flown: Flown, event_id: str) -> Event | None:
    """An event with the model's time; None where the flight has none."""
    return next((event for event in flown.trajectory.events if event.id == event_id), None)


def seconds_of(flown: Flown, event_id: str) -> float | None:
    """Mission time of an event, s; None where it is not known."""
    event = event_in(flown, event_id)
    return None if event is None or event.time is None else flown.mission.seconds(event.time)


def sigma_or_none(sigma: float) -> float | None:
    """A standard deviation; None where there is none."""
    return None if isnan(sigma) else sigma


def row_key(name: str, said: Said) -> str:
    """The id of a row: what it tells, and whose figures."""
    return f"{name}_{said}" if said else name
