"""The list of missions, built-in and the user's own, kept in an index between runs."""

from mission_gui.catalogue.reading import read_catalogue

__all__ = ["read_catalogue"]
