"""What is said where the library of a format is not installed."""

from mission_gui.domain.errors import UserError
from mission_gui.system import frozen


def missing(format: str, package: str) -> UserError:
    """One sentence with the remedy, which in a folder with its own Python is another one."""
    remedy = "pip install 'mission-gui[brief]', or write .html, which needs nothing more"
    if frozen():
        remedy = "write .html, which needs nothing more, or install Mission GUI with pip and its extra [brief]"
    return UserError(f"{format} needs the package {package}, which is not installed: {remedy}")
