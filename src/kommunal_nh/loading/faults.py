"""What does not fit the model: each fault with its place, its explanation and its removal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs
from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ForbiddenExtraKeysError,
    IterableValidationNote,
)

from kommunal_nh.fields import KEY, MISSING, keys_of
from kommunal_nh.findings import Finding, suggestion
from kommunal_nh.loading.source import Mapping, Sequence
from kommunal_nh.model import Project


class WrongValue(ValueError):
    """A value that does not fit its field; the message is for the author."""


def faults_of(problem: BaseException, value: Any) -> list[Fault]:
    """Take a tree of errors apart.

    Args:
        problem: What cattrs raised.

        value: The value that it was raised for.

    Returns:
        Every single fault in the order of the value.
    """
    return [Fault(value, path, cause) for path, cause in _causes(problem, ())]


class Fault:
    """One value that does not fit, and where it stands."""

    def __init__(self, value: Any, path: tuple[Any, ...], cause: Any) -> None:
        self.cause = cause
        self.keys = [step for step in path if isinstance(step, str)]
        self.holder, self.step, self.line = _place(value, path)

    def findings(self, name: str, extra: frozenset[str]) -> Iterator[Finding]:
        """Explain the fault.

        Args:
            name: The file.

            extra: Keys that the profile adds to projects.

        Yields:
            One finding; one for each key if several are unknown.
        """
        if isinstance(self.cause, ForbiddenExtraKeysError):
            yield from self._unknown_keys(name, extra)
        elif isinstance(self.cause, KeyError):
            message = f"Die Angabe „{self.keys[-1]}“ fehlt; sie ist nötig."
            yield Finding("missing-key", message, file=name, line=self.line, field=self.keys[-1])
        else:
            where = f"{self.keys[-1]}: " if self.keys else ""
            yield Finding("wrong-value", f"{where}{self.cause}", file=name, line=self.line)

    def _unknown_keys(self, name: str, extra: frozenset[str]) -> Iterator[Finding]:
        known = [*keys_of(self.cause.cl), *(extra if self.cause.cl is Project else ())]
        for key in sorted(self.cause.extra_fields):
            message = f"Den Schlüssel „{key}“ gibt es hier nicht.{suggestion(key, known)}"
            yield Finding(
                "unknown-key", message, file=name, line=self._mapping.lines.get(key, self.line)
            )

    @property
    def _mapping(self) -> Any:
        """The mapping that has the unknown keys."""
        return self.holder if self.step is None else self.holder[self.step]

    def remove(self) -> None:
        """Take the value out, so that the rest can be read and checked."""
        if isinstance(self.cause, ForbiddenExtraKeysError):
            for key in self.cause.extra_fields:
                self._mapping.pop(key, None)
        elif isinstance(self.cause, KeyError):
            self.holder[self.step] = MISSING
        elif isinstance(self.holder, list):
            del self.holder[self.step]
        elif self.step is not None:
            self.holder.pop(self.step, None)


def _causes(problem: BaseException, path: tuple[Any, ...]) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Every single cause in a tree of errors, with its path of keys and indices."""
    if isinstance(problem, ForbiddenExtraKeysError) or not isinstance(problem, BaseValidationError):
        yield path, problem
        return
    for inner in problem.exceptions:
        step = next((_step(note, problem) for note in _notes(inner)), ())
        yield from _causes(inner, path + step)


def _notes(problem: BaseException) -> Iterator[Any]:
    """The notes of a problem, the outermost last added first."""
    for note in reversed(getattr(problem, "__notes__", ())):
        if isinstance(note, AttributeValidationNote | IterableValidationNote):
            yield note


def _step(note: Any, group: BaseValidationError) -> tuple[Any, ...]:
    if isinstance(note, IterableValidationNote):
        return (note.index,)
    field = getattr(attrs.fields(group.cl), note.name)
    return (field.metadata.get(KEY, note.name),)


def _place(value: Any, path: tuple[Any, ...]) -> tuple[Any, Any, int]:
    """Where a path ends: what holds the value, its key or index there, and its line."""
    holder: Any = value
    last: Any = None
    line = getattr(value, "line", 1)
    for step in path:
        holder = holder if last is None else holder[last]
        if isinstance(holder, Mapping):
            last = list(holder)[step] if isinstance(step, int) else step
            line = holder.lines.get(last, holder.line)
        elif isinstance(holder, Sequence) and isinstance(step, int):
            last, line = step, holder.lines[step]
    return holder, last, line
