"""How a field of the model says which key it has in the data folder.

The key stands beside the field and nowhere else; loading, the JSON schema and the messages read it
from there.
"""

from __future__ import annotations

from typing import Any

import attrs

KEY = "kommunal_nh.key"
DOC = "kommunal_nh.doc"
TABLE = "kommunal_nh.table"
MISSING = "\0"
"""Stands for a required value that is missing, so that the rest can still be checked; no file can
contain it."""
MISSING_DATE = "0001-01-01"
"""The same for a date."""


def key(name: str, *, default: Any = attrs.NOTHING, doc: str = "", table: bool = False) -> Any:
    """Declare an attrs field together with its key in the data folder.

    Args:
        name: The German key.

        default: What the field is when the key is left out; without it the key is required.

        doc: A German sentence for editors, used in the JSON schema.

        table: For the data of modules: a list of rows can also be the name of a CSV file in the
            data folder, whose header line has the keys of a row.

    Returns:
        The field, to be assigned in the class body.
    """
    return attrs.field(default=default, metadata={KEY: name, DOC: doc, TABLE: table})


def is_table(field: attrs.Attribute[Any]) -> bool:
    """Whether the name of a CSV file can stand for the rows of a field.

    Args:
        field: A field that has a key.

    Returns:
        What `key` was told.
    """
    return bool(field.metadata[TABLE])


def keys_of(cls: type[Any]) -> dict[str, attrs.Attribute[Any]]:
    """The keys that a class understands.

    Args:
        cls: An attrs class.

    Returns:
        Each key with its field, in the order of the class; fields without a key are not part of
        the data and are left out.
    """
    return {field.metadata[KEY]: field for field in attrs.fields(cls) if KEY in field.metadata}
