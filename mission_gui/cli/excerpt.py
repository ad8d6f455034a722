"""A finding as a compiler prints it: what is wrong, the line with the place underlined, and the remedy."""

from mission_gui.domain.errors import Finding

WIDEST = 100  # characters of a line that are shown
_MORE = "..."


def excerpt(name: str, finding: Finding) -> str:
    """The finding in a file of that name, without a line break at the end."""
    level = "warning" if finding.warning else "fault"
    place = f"{finding.place}: " if finding.place and finding.place != "file" else ""
    where = f"{name}:{finding.line}:{finding.column}" if finding.line else name
    gutter = " " * len(str(finding.line or ""))
    lines = [f"{level}: {place}{finding.what}", f"{gutter}--> {where}"]
    if finding.code:
        code, column = _window(_printable(finding.code), finding.column - 1)
        mark = "^" * max(min(finding.length, len(code) - column), 1)
        lines += [f"{gutter} |", f"{finding.line} | {code}", f"{gutter} | {' ' * column}{mark}"]
    if finding.remedy:
        lines.append(f"{gutter} = {finding.remedy}")
    return "\n".join(lines)


def _printable(code: str) -> str:
    """Without tabs and control characters, each as wide as before."""
    return "".join(mark if mark.isprintable() else " " for mark in code)


def _window(code: str, column: int) -> tuple[str, int]:
    """As much of a long line as fits, with the column in it, and where the column is then."""
    first = 0 if column < WIDEST * 2 // 3 else column - WIDEST // 3
    shown = code[first : first + WIDEST]
    if first:
        shown = _MORE + shown[len(_MORE) :]
    if first + WIDEST < len(code):
        shown = shown[: -len(_MORE)] + _MORE
    return shown, column - first
