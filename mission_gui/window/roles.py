"""What painted panels are to a screen reader: Qt takes a widget without a role of its own for mere filling."""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


@cache
def tell_roles() -> None:
    """Has Qt ask a widget for its `accessible_role`, from now on."""
    QAccessible.installFactory(_interface)


def _interface(name: str, widget: QObject) -> QAccessibleInterface | None:
    role = getattr(widget, "accessible_role", None)
    return QAccessibleWidget(widget, role) if isinstance(widget, QWidget) and role is not None else None
