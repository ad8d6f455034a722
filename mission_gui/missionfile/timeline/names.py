"""What timelines call the events that the program knows."""

import re

PHRASES: tuple[tuple[str, str], ...] = (
    (r"hatch\w* clos|clos\w* (of )?(the )?hatch|закрыти\w+ (переходн\w+ )?люк", "hatch_closed"),
    (
        r"undock\w* command|separation command|command to (begin to )?open (the )?(hooks|latches)"
        r"|команд\w+ на расстыковк",
        "undock_command",
    ),
    (r"separation (burn|man\w+vre?)|импульс увода", "separation_burn"),
    (r"undock|physical separation|hooks open|расстыковк", "undocking"),
    (r"fly-?\s?around|облёт|облет", "flyaround_start"),
    (r"(burn|engine|firing)\b.*\b(ends?|completed?|cut-?off|shutdown)\b|конец (тормозного )?импульса", "burn_end"),
    (r"de-?orbit|retro-?(fire|burn|grade)|braking burn|тормозн\w+ импульс|включени\w+ двигател", "ignition"),
    (r"modules? separat|separation of (the )?modules?|tri-?module|разделени\w+ (отсек|корабл)", "module_separation"),
    (
        r"entry interface|atmospheric (re-?)?entry|(re-?)?ent\w+ (in)?to? ?the atmosphere|вход в атмосфер",
        "entry_interface",
    ),
    (r"(entry|ent\w+) into plasma|(plasma|black-?out) (start|begin)|начало плазмы", "blackout_start"),
    (r"(exit|out) (from|of) (the )?plasma|(plasma|black-?out) end|конец плазмы", "blackout_end"),
    (r"(max\w*|peak) (g|load)|наибольш\w+ перегруз", "peak_load"),
    (r"main (para)?chute|основн\w+ парашют", "main_parachute"),
    (r"reserve (para)?chute|запасн\w+ парашют", "reserve_parachute"),
    (
        r"(open|deploy)\w* (of )?(the )?(para)?chute|(para)?chutes? (open|deploy|command)|drogue|ввод парашют",
        "parachutes",
    ),
    (r"heat ?shield|теплозащит", "heat_shield"),
    (r"soft[- ]landing|мягкой посадки", "soft_landing_engines"),
    (r"touch-?\s?down|^(soyuz\b.*\b)?(landing|lands?)\b|посадк|приземлени", "touchdown"),
)
"""A pattern, and the id of its event; the first that is found in a name counts."""

SPANS = {"ignition": "burn_end", "blackout_start": "blackout_end"}
"""Where an activity has an end: the event that the end is."""

_PATTERNS = tuple((re.compile(pattern, re.IGNORECASE), event) for pattern, event in PHRASES)
_NO_LETTERS = re.compile(r"[^a-z0-9]+")


def known_event(name: str) -> str | None:
    """The id of the event that a name means; None where the program has none."""
    return next((event for pattern, event in _PATTERNS if pattern.search(name)), None)


def key_of(name: str, taken: set[str], usual: str) -> str:
    """A key of small letters for a name, unlike all that are `taken`."""
    key = _NO_LETTERS.sub("_", name.lower()).strip("_")[:40].strip("_") or usual
    number, free = 1, key
    while free in taken:
        number += 1
        free = f"{key}_{number}"
    return free
