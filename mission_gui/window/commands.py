"""Everything the board can be asked to do, by name: what the command palette lists and the keys press."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from mission_gui.domain.facts import Text
from mission_gui.domain.search import folded
from mission_gui.window.keys import KEYS, shown


@dataclass(frozen=True, slots=True)
class Command:
    """Words to find it by, what kind of thing it is, the deed, and its key where it has one.

    `also` are words that find it too, folded. What is `remote` is found only by who writes something.
    """

    name: Text
    group: Text
    deed: Callable[[], object]
    key: str = ""
    also: str = ""
    remote: bool = False

    def words(self) -> str:
        """What a search looks through, in both languages."""
        return f"{folded(' '.join((self.name.en, self.name.ru, self.group.en, self.group.ru)))} {self.also}"


def of_keys(deeds: dict[str, Callable[[], object]]) -> list[Command]:
    """The commands that have a key."""
    return [Command(key.name, key.group, deeds[key.action], shown(key)) for key in KEYS]


def found(commands: Iterable[Command], text: str) -> list[Command]:
    """The commands in which every word of a text occurs; those whose name begins with it first, then the near."""
    wanted, start = folded(text).split(), folded(text).strip()
    near = (command for command in commands if wanted or not command.remote)
    hits = [command for command in near if _holds(command, wanted)]
    return sorted(hits, key=lambda command: (_rank(command, start), command.remote))


def _holds(command: Command, wanted: list[str]) -> bool:
    words = command.words()
    return all(word in words for word in wanted)


def _rank(command: Command, start: str) -> int:
    """0 where the name begins with a text, 1 where one of its words does, else 2."""
    names = [folded(name) for name in (command.name.en, command.name.ru)]
    if any(name.startswith(start) for name in names):
        return 0
    return 1 if any(f" {start}" in name for name in names) else 2
