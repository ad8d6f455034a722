"""What tomllib says of a text that is no TOML, in words that tell what to do."""

import re

from mission_gui.domain.errors import Finding

_WORDS = {
    "Illegal character '\\n'": ("the text does not end on its line", "close it with a quote"),
    "Unterminated string": ("the text is not closed", "close it with a quote"),
    "Expected '=' after a key": ("no '=' after the key", "write key = value, or [name] for a table"),
    "Expected newline or end of document": (
        "something follows after the value",
        "begin a new line, or close a bracket",
    ),
    "Expected ']' at the end of a table declaration": ("the header is not closed", "write [name] or [[name]]"),
    "Invalid value": ("no value", "write a text in quotes, a number, true, false, or a time like 2022-03-30T04:00:00Z"),
    "Invalid statement": ("neither a key nor a header", "write key = value, [name], or a comment after #"),
    "Invalid date or datetime": ("no such date or time", "write one that exists, like 2022-03-30T04:00:00Z"),
    "Cannot overwrite a value": ("told before", "take one of the two away"),
    "Duplicate inline table key": ("told before", "take one of the two away"),
    "Cannot declare": ("this table was there before", "take one header away, or write [[name]] for one more of a list"),
    "Unclosed array": ("the list is not closed", "close it with ]"),
    "Unclosed inline table": ("the table is not closed on its line", "close it with }"),
    "Illegal character": ("a character that no file may have here", "take it away"),
}
_PLACE = re.compile(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", re.DOTALL)


def syntax_finding(message: str, text: str) -> Finding:
    """The finding of tomllib's message, which tells the place in words: `(at line 3, column 7)`."""
    lines = text.split("\n")
    match = _PLACE.fullmatch(message)
    said = match[1] if match else message
    line, column = (int(match[2]), int(match[3])) if match and match[2] else (len(lines), len(lines[-1]) + 1)
    what, remedy = next(
        (words for begin, words in _WORDS.items() if said.startswith(begin)),
        (said, "mend the TOML, which https://toml.io describes"),
    )
    return Finding("", what, remedy, line, column, 1, lines[line - 1])
