"""What can go wrong that a user can mend: each message says where and how."""


class UserError(Exception):
    """A mistake in what the program was given; the text names the place and the remedy."""


class MissionFileError(UserError):
    """A file with faults: `faults` lists all of them, each as "place: what is wrong; what would be right"."""

    def __init__(self, path: str, faults: list[str]) -> None:
        self.path, self.faults = path, faults
        noun = "fault" if len(faults) == 1 else "faults"
        super().__init__(f"{path}: {len(faults)} {noun}\n" + "\n".join(f"  {fault}" for fault in faults))


class TrajectoryError(UserError):
    """A mission whose figures contradict each other: no flight meets them."""


class Cancelled(Exception):
    """A newer wish made this computation pointless."""
