"""What can go wrong that a user can mend: each message says where and how."""

from collections.abc import Sequence
from dataclasses import dataclass


class UserError(Exception):
    """A mistake in what the program was given; the text names the place and the remedy."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong in a file: its place, such as `crew[0].born`, what it is, and what to do.

    `line` and `column` count from 1, both 0 where the whole file is meant; `length` is in characters, `code` that line.
    A `warning` is no fault: the file can be read, but a careful writer would look there.
    """

    place: str
    what: str
    remedy: str = ""
    line: int = 0
    column: int = 0
    length: int = 0
    code: str = ""
    warning: bool = False

    def __str__(self) -> str:
        """All but the code, in one line."""
        where = f" (line {self.line})" if self.line and self.place else ""
        return f"{self.place or self.position}{where}: {'; '.join(part for part in (self.what, self.remedy) if part)}"

    @property
    def position(self) -> str:
        """`line 12 column 8`, or `file`."""
        return f"line {self.line} column {self.column}" if self.line else "file"


class MissionFileError(UserError):
    """A file with faults: all of them in the order of the file, each as a sentence in `faults`."""

    def __init__(self, path: str, findings: Sequence[Finding]) -> None:
        self.path, self.findings = path, tuple(findings)
        self.faults = [str(finding) for finding in self.findings]
        noun = "fault" if len(self.faults) == 1 else "faults"
        super().__init__(f"{path}: {len(self.faults)} {noun}\n" + "\n".join(f"  {fault}" for fault in self.faults))


class TrajectoryError(UserError):
    """A mission whose figures contradict each other: no flight meets them."""


class Cancelled(Exception):
    """A newer wish made this computation pointless."""
