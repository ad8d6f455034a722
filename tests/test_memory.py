"""A board that stands is not looked through by the garbage collector."""

import gc
from collections.abc import Iterator

import pytest

from mission_gui.app import memory


@pytest.fixture(autouse=True)
def _thawed() -> Iterator[None]:
    yield
    gc.unfreeze()


class Loop:
    """Holds itself, so that only a collection can free it."""

    def __init__(self) -> None:
        self.own = self


def test_what_is_kept_is_not_collected_and_what_comes_later_is() -> None:
    gc.collect()
    gc.disable()
    Loop()
    memory.keep()
    Loop()
    freed = gc.collect()
    gc.enable()
    left = [one for one in gc.get_objects() if isinstance(one, Loop)]
    assert freed > 0 and not left
    gc.unfreeze()
    assert sum(isinstance(one, Loop) for one in gc.get_objects()) == 1
