"""How a command ends: the exit statuses, what each means, and which error leads to which."""

from collections.abc import Mapping

from mission_gui.cli.display import NoDisplayError
from mission_gui.domain.errors import MissionFileError, TrajectoryError, UserError

DONE, FAULTY, UNUSABLE, INTERRUPTED = 0, 1, 2, 130

STATUSES: Mapping[int, str] = {
    DONE: "when all went well",
    FAULTY: (
        "where a file of data is faulty (a mission, a template), where the figures of a mission contradict each other, "
        "and where a display or room for the output is missing"
    ),
    UNUSABLE: (
        "for words that cannot be understood or followed, and for files named in them that cannot be read or written, "
        "or are none of this program's"
    ),
    INTERRUPTED: "when interrupted",
}

_ENDS: Mapping[type[BaseException], int] = {
    MissionFileError: FAULTY,
    TrajectoryError: FAULTY,
    NoDisplayError: FAULTY,
    UserError: UNUSABLE,
}
"""The first that fits counts."""


def status_of(error: UserError) -> int:
    """How a command ends that was stopped by an error."""
    return next(status for kind, status in _ENDS.items() if isinstance(error, kind))
