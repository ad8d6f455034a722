"""A link to a moment of a mission: `mission-gui://soyuz-ms-19?at=2022-03-30T10:34:00Z`."""

from datetime import UTC, datetime
from urllib.parse import parse_qs, quote, urlsplit

from mission_gui.domain.errors import UserError

SCHEME = "mission-gui"


def link(mission: str, utc: datetime) -> str:
    """The link to an instant; microseconds only where there are any."""
    time = utc.astimezone(UTC).isoformat().replace("+00:00", "Z")
    return f"{SCHEME}://{quote(mission)}?at={quote(time, safe=':')}"


def is_link(text: str) -> bool:
    """Whether a text is meant as a link."""
    return text.casefold().startswith(f"{SCHEME}:")


def parse(text: str) -> tuple[str, str | None]:
    """The mission and the moment, as written, of a link; the moment may be missing. UserError for anything else."""
    try:
        parts = urlsplit(text)
        mission = parts.netloc + parts.path.rstrip("/")
        asked = parse_qs(parts.query, strict_parsing=bool(parts.query), max_num_fields=8)
    except ValueError as error:
        raise UserError(f"{text!r} is no link to a moment ({error}); write {_FORM}") from error
    if not is_link(text) or not mission or "/" in mission or set(asked) - {"at"} or len(asked.get("at", [])) > 1:
        raise UserError(f"{text!r} is no link to a moment; write {_FORM}")
    return mission.casefold(), next(iter(asked.get("at", [])), None)


_FORM = f"{SCHEME}://soyuz-ms-19?at=2022-03-30T10:34:00Z"
