"""Something that is made in steps, so that a picture may be drawn between two of them."""

from collections.abc import Generator
from typing import Generic, TypeVar

_Made = TypeVar("_Made")


class Gradual(Generic[_Made]):
    """What a generator returns, made no sooner than it is wanted and no faster than one asks for."""

    def __init__(self, steps: Generator[None, None, _Made]) -> None:
        self._steps = steps
        self._made: list[_Made] = []

    def step(self) -> bool:
        """Does one more step; False once there is none left."""
        if self._made:
            return False
        try:
            next(self._steps)
        except StopIteration as end:
            self._made.append(end.value)
        return not self._made

    @property
    def value(self) -> _Made:
        """What is made, after all the steps that were left."""
        while self.step():
            pass
        return self._made[0]
