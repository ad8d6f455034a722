"""What painted panels are to a screen reader: Qt takes a widget without a role of its own for mere filling."""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QAccessibleWidget, QWidget


@cache
def tell_roles() -> None:
    """Has Qt ask a widget for its `accessible_role`, from now on."""
    QAccessible.installFactory(_interface)


def _interface(name: str, widget: QObject) -> QAccessibleInterface | None:
    if not isinstance(widget, QWidget):
        return None
    if getattr(widget, "opens", False):
        return _MenuButton(widget, QAccessible.Role.ButtonMenu)
    role = getattr(widget, "accessible_role", None)
    if role is not None:
        return QAccessibleWidget(widget, role)
    area = widget.parentWidget()
    if isinstance(area, QAbstractScrollArea) and widget is area.viewport():
        # Named like what it is a part of, which readers pass over in a layered pane.
        return QAccessibleWidget(widget, QAccessible.Role.LayeredPane, area.accessibleName())
    return None


class _MenuButton(QAccessibleWidget):
    """A button that opens a menu of its panel, which Qt, knowing only menus of buttons, would take for a plain one."""

    def state(self) -> QAccessible.State:
        found = super().state()
        found.hasPopup = True
        return found

    def actionNames(self) -> list[str]:  # noqa: N802
        return [QAccessibleActionInterface.pressAction(), *super().actionNames()]

    def doAction(self, name: str) -> None:  # noqa: N802
        button = self.object()
        if name == QAccessibleActionInterface.pressAction() and isinstance(button, QAbstractButton):
            button.click()
        else:
            super().doAction(name)


class Region(QWidget):
    """A plain part of a window with a name."""

    accessible_role = QAccessible.Role.Grouping
