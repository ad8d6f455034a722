"""The whole record of a mission, figure by figure, each with its source; and where sources disagree."""

from mission_gui.domain.dossier.conflicts import Conflict, conflicts, remarks
from mission_gui.domain.dossier.record import record
from mission_gui.domain.dossier.statements import NOT_KNOWN, Section, Statement

__all__ = ["NOT_KNOWN", "Conflict", "Section", "Statement", "conflicts", "record", "remarks"]
