"""A short repr for the frozen classes of the model and of the document."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import attrs

if TYPE_CHECKING:
    from attrs import AttrsInstance


class Brief:
    """Shows only what differs from the defaults, so that large objects can be read.

    attrs would write a repr for each class when it is imported; one for all of them starts quicker.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        shown = (
            f"{field.name}={value!r}"
            for field in attrs.fields(cast("type[AttrsInstance]", type(self)))
            if field.repr and (value := getattr(self, field.name)) != field.default
        )
        return f"{type(self).__name__}({', '.join(shown)})"
