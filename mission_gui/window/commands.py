"""Everything the board can be asked to do, by name: what the command palette lists and the keys press."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from mission_gui.domain.facts import Text
from mission_gui.window.keys import KEYS, shown


@dataclass(frozen=True, slots=True)
class Command:
    """Words to find it by, what kind of thing it is, the deed, and its key where it has one."""

    name: Text
    group: Text
    deed: Callable[[], object]
    key: str = ""

    def words(self) -> str:
        """What a search looks through, in both languages."""
        return " ".join((self.name.en, self.name.ru, self.group.en, self.group.ru)).casefold()


def of_keys(deeds: dict[str, Callable[[], object]]) -> list[Command]:
    """The commands that have a key."""
    return [Command(key.name, key.group, deeds[key.action], shown(key)) for key in KEYS]


def found(commands: Iterable[Command], text: str) -> list[Command]:
    """The commands in which every word of a text occurs; those whose name begins with it first."""
    wanted = text.casefold().split()
    hits = [command for command in commands if all(word in command.words() for word in wanted)]
    start = text.casefold().strip()
    return sorted(hits, key=lambda command: not any(name.casefold().startswith(start) for name in _names(command)))


def _names(command: Command) -> tuple[str, str]:
    return command.name.en, command.name.ru
