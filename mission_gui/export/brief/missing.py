"""What is said where the library of a format is not installed."""

from mission_gui.domain.errors import UserError


def missing(format: str, package: str) -> UserError:
    """One sentence with the remedy."""
    return UserError(
        f"{format} needs the package {package}, which is not installed: "
        "pip install 'mission-gui[brief]', or write .html, which needs nothing more"
    )
