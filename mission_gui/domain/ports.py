"""The docking ports of the Russian segment, by the names that mission files give them."""

from mission_gui.domain.facts import Text

UNKNOWN_PORT = "not known"
"""What a mission file says where no source names the port."""

_NAMES = {
    "Rassvet": Text("Rassvet", "«Рассвет»"),
    "Poisk": Text("Poisk", "«Поиск»"),
    "Zarya": Text("Zarya", "«Заря»"),
    "Pirs": Text("Pirs", "«Пирс»"),
    "Prichal": Text("Prichal", "«Причал»"),
    "Nauka": Text("Nauka", "«Наука»"),
    "Zvezda aft": Text("Zvezda aft", "«Звезда», корма"),
}


def port_name(port: str) -> Text | None:
    """A port as it is said; one that is not in the table as it stands, None where it is not known."""
    return None if port == UNKNOWN_PORT else _NAMES.get(port, Text(port))
