"""Items that are made when somebody comes to them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

_T = TypeVar("_T")


class Deferred(Generic[_T]):
    """Items that are made anew each time they are iterated."""

    __slots__ = ("_make",)

    def __init__(self, make: Callable[[], Iterable[_T]]) -> None:
        self._make = make

    def __iter__(self) -> Iterator[_T]:
        return iter(self._make())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Deferred | tuple) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"<Deferred {self._make!r}>"
