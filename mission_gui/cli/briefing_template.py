"""Tells the template of a briefing from other data files, without what reads one, which needs Qt."""

from mission_gui.missionfile.document import Document

_MARKS = {"slides", "slide", "texts", "colours", "fonts", "pictures", "logo"}
"""Keys that stand in templates and in no other data file."""


def is_template(document: Document) -> bool:
    """Whether a file is a template rather than another kind of data file."""
    return not _MARKS.isdisjoint(document.tables)
