"""Where sources disagree, which value is used, and why."""

from dataclasses import dataclass

from mission_gui.domain.dossier.record import CONFLICTS, record
from mission_gui.domain.dossier.statements import Statement, disputed
from mission_gui.domain.mission import Mission


@dataclass(frozen=True, slots=True)
class Conflict:
    """Sources that disagree about one thing: the statement used, with the others; where only its note tells what they
    say, it has none."""

    section: str
    used: Statement


def conflicts(mission: Mission) -> tuple[Conflict, ...]:
    """All that a mission's file knows of, in the order of its record."""
    return tuple(
        Conflict(section.title, one)
        for section in record(mission)
        for one in section.statements
        if disputed(one) and one.label != CONFLICTS
    )


def remarks(mission: Mission) -> tuple[Statement, ...]:
    """What the file says about its conflicts in words."""
    return tuple(one for section in record(mission) for one in section.statements if one.label == CONFLICTS)
