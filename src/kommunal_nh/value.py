"""What the frozen classes of the model and of the document have in common: their fields are all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import attrs

if TYPE_CHECKING:
    from attrs import AttrsInstance


class Value:
    """Two values are equal if their classes and fields are; the repr shows what is not default.

    attrs would write these methods anew for each of sixty classes, which takes a tenth of the time
    that a small report takes as a whole.
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return self.__class__ is other.__class__ and _fields(self) == _fields(other)

    def __hash__(self) -> int:
        return hash((self.__class__, _fields(self)))

    def __repr__(self) -> str:
        shown = (
            f"{field.name}={value!r}"
            for field in attrs.fields(cast("type[AttrsInstance]", type(self)))
            if field.repr and (value := getattr(self, field.name)) != field.default
        )
        return f"{type(self).__name__}({', '.join(shown)})"


def _fields(value: Any) -> tuple[Any, ...]:
    return tuple(getattr(value, field.name) for field in value.__attrs_attrs__ if field.eq)
