"""The program's command line, for the man page and the completions."""

import argparse
import importlib

from mission_gui.cli.main import COMMANDS, OPEN

# What a value named so is completed with; any other word is left to the user.
FILES = {"FILE", "FILE.png", "FOLDER", "OUTPUT"}
MISSIONS = {"MISSION"}


def parsers() -> dict[str, argparse.ArgumentParser]:
    """The command line of each command; under the empty name that of the board."""
    found = {}
    for name, place in {"": OPEN, **COMMANDS}.items():
        module = importlib.import_module(place)
        parser = argparse.ArgumentParser(prog=f"mission-gui {name}".strip(), description=module.HELP)
        module.add_arguments(parser)
        found[name] = parser
    return found


def options(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    """What begins with a dash."""
    return [action for action in parser._actions if action.option_strings]


def words(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    """What stands by its place."""
    return [action for action in parser._actions if not action.option_strings]


def told(action: argparse.Action) -> str:
    """Its help, as `--help` gives it."""
    return (action.help or "") % {**vars(action), "prog": "mission-gui"}


def value(action: argparse.Action) -> str:
    """How a value is named in the help; empty where an option takes none."""
    if action.nargs == 0:
        return ""
    if action.choices:
        return "{" + ",".join(map(str, action.choices)) + "}"
    name = action.metavar if isinstance(action.metavar, str) else action.dest.upper()
    return f"{name}..." if action.nargs in ("+", "*") else name
