"""A comparison in words, in the language spoken: values, differences, how each is known. Plain functions, no Qt."""

from mission_gui.domain.events import EVENT_NAMES
from mission_gui.domain.facts import KIND_NAMES, Basis, Text
from mission_gui.language import translate
from mission_gui.panels.wording import BASIS_NAMES, MINUS, number, quantity
from mission_gui.physics.comparison import Comparison
from mission_gui.physics.comparison_figures import SAID_NAMES, Cell, Flown, Form, Measure, Row

MARKS = {Basis.PUBLISHED: "●", Basis.PROPAGATED: "○", Basis.MODELLED: "◇"}
"""The sign beside a figure that tells how it is known."""

SINCE = {
    "undocking": Text("undocking", "расстыковки"),
    "ignition": Text("ignition", "включения"),
    "entry_interface": Text("entry", "входа"),
    "touchdown": Text("landing", "посадки"),
}
"""Since or until what T is counted; other events are called as they are."""

_COARSE = 60.0
"""Seconds of rounding from which on a time is written without seconds."""


def unknown() -> str:
    """What stands for a figure that is not known."""
    return translate("Comparison", "not known")


def since(align: str) -> str:
    """The event that T is counted from, as in `T − landing`."""
    return str(SINCE.get(align) or EVENT_NAMES[align]).lower()


def short_name(flown: Flown) -> Text:
    """`MS-19` of `Soyuz MS-19`."""
    name = flown.mission.name
    return Text(*(text.removeprefix("Soyuz ").removeprefix("Союз ") for text in (name.en, name.ru)))


def names(comparison: Comparison) -> tuple[str, ...]:
    """The missions' short names."""
    return tuple(str(short_name(flown)) for flown in comparison.flights)


def value(measure: Measure, cell: Cell | None) -> str:
    """A figure with its unit: `8.6 g`, `T−0:53:53`, `not known`."""
    if cell is None:
        return unknown()
    if measure.form is Form.WORDS or cell.value is None:
        return str(cell.words)
    return written(measure, cell.value, is_coarse(cell))


def difference(row: Row, i: int) -> str:
    """By how much the figure of mission `i` is larger than the first one: `+4.7 g`; empty where that says nothing."""
    found = row.differences[i]
    if found is None or i == 0:
        return ""
    coarse = any(cell is not None and is_coarse(cell) for cell in (row.cells[0], row.cells[i]))
    if row.measure.form is Form.WORDS:
        return translate("Comparison", "{distance} apart").format(distance=written(row.difference, found, coarse))
    text = written(row.difference, abs(found), coarse)
    if text == written(row.difference, 0.0, coarse):
        return translate("Comparison", "same")
    return f"{MINUS if found < 0 else '+'}{text}"


def is_coarse(cell: Cell) -> bool:
    """Whether a published time is only good to the minute."""
    return cell.basis is Basis.PUBLISHED and cell.within is not None and cell.within >= _COARSE


def written(measure: Measure, si: float, coarse: bool = False) -> str:
    """A value in the form of its row; a `coarse` time without seconds."""
    if measure.form is Form.MOMENT:
        return f"T{MINUS if si < -0.5 else '+'}{clock(si, coarse)}"
    if measure.form is Form.SPAN:
        return clock(si, coarse)
    return quantity(si * measure.factor, measure.unit, measure.decimals) if measure.unit else number(si)


def clock(seconds: float, coarse: bool = False) -> str:
    """`3:23:45`; a coarse one `3:24`."""
    if coarse:
        minutes = round(abs(seconds) / 60)
        return f"{minutes // 60}:{minutes % 60:02d}"
    whole = round(abs(seconds))
    return f"{whole // 3600}:{whole // 60 % 60:02d}:{whole % 60:02d}"


def row_name(row: Row) -> str:
    """`Peak load, reported`."""
    said = str(SAID_NAMES[row.said])
    return f"{row.name}, {said}" if said else str(row.name)


def known(cell: Cell | None) -> str:
    """How a figure is known: `published, derived`."""
    if cell is None:
        return ""
    parts = (str(BASIS_NAMES[cell.basis]), str(KIND_NAMES[cell.kind]) if cell.kind else "")
    return ", ".join(filter(None, parts))


def tip(row: Row, cell: Cell | None) -> str:
    """All that is known of a figure: value, how it is known, how well, from where."""
    if cell is None:
        return unknown()
    lines = [f"{row_name(row)}: {value(row.measure, cell)}", known(cell)]
    if cell.within and row.measure.form is not Form.WORDS:
        spread = Measure(Form.NUMBER, "s") if row.measure.form in (Form.MOMENT, Form.SPAN) else row.measure
        told = translate("Comparison", "printed to {spread}")
        if cell.basis is Basis.MODELLED:
            told = translate("Comparison", "give or take {spread}, one standard deviation")
        lines.append(told.format(spread=written(spread, cell.within)))
    lines += [str(text) for text in (cell.source, cell.note) if text]
    return "\n".join(lines)


def headline(comparison: Comparison) -> str:
    """The comparison in one sentence, for a caption and for a screen reader."""
    parts = [
        translate("Comparison", "{ship}: {sort} descent, {load} at most, {far} from the aim point").format(
            ship=short,
            sort=value(comparison.row("descent").measure, comparison.row("descent").cells[i]),
            load=_told(comparison, "peak_load_replayed", i),
            far=_told(comparison, "short_of_plan_replayed", i),
        )
        for i, short in enumerate(names(comparison))
    ]
    return "; ".join(parts) + translate("Comparison", " (modelled)") + "."


def _told(comparison: Comparison, row_id: str, i: int) -> str:
    row = comparison.row(row_id)
    return value(row.measure, row.cells[i])
