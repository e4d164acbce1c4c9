"""What does not fit the model: each fault with its place, its explanation and its removal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, TypeAlias

import attrs
from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ForbiddenExtraKeysError,
    IterableValidationNote,
)

from kommunal_nh.fields import KEY, MISSING, MISSING_DATE, keys_of
from kommunal_nh.findings import Finding, suggestion
from kommunal_nh.loading.source import Mapping, Sequence
from kommunal_nh.model import Project

Path: TypeAlias = tuple[str | int, ...]


class WrongValue(ValueError):
    """A value that does not fit its field; the message is for the author."""


def faults_of(problem: BaseException, value: Any, line: int) -> list[Fault]:
    """Take a tree of errors apart.

    Args:
        problem: What cattrs raised.

        value: The value that it was raised for.

        line: Line of that value.

    Returns:
        Every single fault in the order of the value.
    """
    return [
        Fault(cause, path, owner, *_place(value, path, line))
        for cause, path, owner in _causes(problem, (), None)
    ]


@attrs.define(eq=False, repr=False)
class Fault:
    """One value that does not fit.

    Attributes:
        cause: What cattrs or a hook raised for it.
        path: Keys and indices that lead to it.
        owner: The class whose field it is.
        holder: The mapping or sequence that it stands in; None for the whole file.
        step: Its key or index there.
        line: Its line.
        outer: What the holder stands in, and its key or index there; None for the whole file.
    """

    cause: Any
    path: Path
    owner: type[Any] | None
    holder: Any
    step: Any
    line: int
    outer: tuple[Any, Any] | None

    def findings(self, name: str, extra: frozenset[str]) -> Iterator[Finding]:
        """Explain the fault.

        Args:
            name: The file.

            extra: Keys that the profile adds to projects.

        Yields:
            One finding; one for each key if several are unknown.
        """
        key = next((step for step in reversed(self.path) if isinstance(step, str)), "")
        if isinstance(self.cause, ForbiddenExtraKeysError):
            yield from self._unknown_keys(name, extra)
        elif isinstance(self.cause, KeyError):
            message = f"Die Angabe „{key}“ fehlt: bitte ergänzen."
            yield Finding("missing-key", message, file=name, line=self.line)
        else:
            message = f"{key}: {self.cause}" if key else str(self.cause)
            yield Finding("wrong-value", message, file=name, line=self.line)

    def _unknown_keys(self, name: str, extra: frozenset[str]) -> Iterator[Finding]:
        known = [*keys_of(self.cause.cl), *(extra if self.cause.cl is Project else ())]
        for key in sorted(self.cause.extra_fields):
            message = f"Den Schlüssel „{key}“ gibt es hier nicht.{suggestion(key, known)}"
            line = self._mapping.lines.get(key, self.line)
            yield Finding("unknown-key", message, file=name, line=line)

    @property
    def _mapping(self) -> Any:
        """The mapping that has the unknown keys."""
        return self.holder if self.step is None else self.holder[self.step]

    def remove(self) -> bool:
        """Take the value out, or put a placeholder there, so that the rest can be checked.

        Returns:
            False if nothing would be left.
        """
        if isinstance(self.cause, ForbiddenExtraKeysError):
            for key in self.cause.extra_fields if self._mapping is not _GONE else ():
                self._mapping.pop(key, None)
        elif self.step is None:
            return False
        elif not self._is_required():
            _take_out(self.holder, self.step)
        elif (placeholder := _PLACEHOLDERS.get(self._field().type)) is not None:
            self.holder[self.step] = placeholder
        elif self.outer is None:
            return False
        else:
            _take_out(*self.outer)
        return True

    def _field(self) -> Any:
        return keys_of(self.owner).get(self.step) if self.owner else None

    def _is_required(self) -> bool:
        field = self._field()
        return field is not None and field.default is attrs.NOTHING


_PLACEHOLDERS = {str: MISSING, date: MISSING_DATE, tuple[str, ...]: MISSING}
"""What stands for a required value, by type; without one of another type nothing can be made."""
_GONE = object()
"""Marks an item of a sequence that is taken out."""


def _take_out(holder: Any, step: Any) -> None:
    if isinstance(holder, list):
        holder[step] = _GONE
    else:
        holder.pop(step, None)


def sweep(value: Any) -> None:
    """Drop the items of sequences that faults have taken out.

    Args:
        value: A value of a file; changed in place.
    """
    if isinstance(value, Sequence):
        kept = [place for place, item in enumerate(value) if item is not _GONE]
        value.lines = [value.lines[place] for place in kept]
        value[:] = [value[place] for place in kept]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for item in inner:
        sweep(item)


def _causes(
    problem: BaseException, path: Path, owner: type[Any] | None
) -> Iterator[tuple[Any, Path, type[Any] | None]]:
    """Every single cause in a tree of errors, with its path and the class whose field it is."""
    if isinstance(problem, ForbiddenExtraKeysError) or not isinstance(problem, BaseValidationError):
        yield problem, path, owner
        return
    for inner in problem.exceptions:
        step, cls = next((_step(note, problem) for note in _notes(inner)), ((), owner))
        yield from _causes(inner, path + step, cls)


def _notes(problem: BaseException) -> Iterator[Any]:
    """The notes of a problem, the outermost last added first."""
    for note in reversed(getattr(problem, "__notes__", ())):
        if isinstance(note, AttributeValidationNote | IterableValidationNote):
            yield note


def _step(note: Any, group: BaseValidationError) -> tuple[Path, type[Any] | None]:
    if isinstance(note, IterableValidationNote):
        return (note.index,), None
    field = attrs.fields_dict(group.cl).get(note.name)
    return (field.metadata.get(KEY, note.name) if field else note.name,), group.cl


def _place(value: Any, path: Path, line: int) -> tuple[Any, Any, int, tuple[Any, Any] | None]:
    """What holds the value at the end of a path, its key or index there, its line, and `outer`."""
    holder: Any = None
    last: Any = None
    outer: tuple[Any, Any] | None = None
    for step in path:
        inner = value if last is None else holder[last] if last in _keys(holder) else None
        if isinstance(inner, Mapping | Sequence):
            outer = None if holder is None else (holder, last)
        if isinstance(inner, Mapping):
            last = list(inner)[step] if isinstance(step, int) else step
            holder, line = inner, inner.lines.get(last, inner.line)
        elif isinstance(inner, Sequence) and isinstance(step, int):
            holder, last, line = inner, step, inner.lines[step]
    return (value if holder is None else holder), last, line, outer


def _keys(holder: Any) -> Any:
    return holder if isinstance(holder, dict) else range(len(holder))
