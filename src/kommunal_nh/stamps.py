"""When a file says that it was made: on the day of the report, whenever that is."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, time

from kommunal_nh.errors import UsageError

_EARLIEST = date(1980, 1, 1)  # what Windows and zip files take for a date begins here


def time_stamp(as_of: date) -> datetime:
    """The time stamp of the file.

    Args:
        as_of: The day that the report speaks of.

    Returns:
        That day, or what the environment variable SOURCE_DATE_EPOCH says.

    Raises:
        UsageError: The variable is not a number of seconds.
    """
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    if not seconds:
        return _midnight(max(as_of, _EARLIEST))
    try:
        return max(datetime.fromtimestamp(int(seconds), UTC), _midnight(_EARLIEST))
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(
            f"SOURCE_DATE_EPOCH={seconds} ist keine Zeit in Sekunden seit 1970. "
            f"Bitte die Umgebungsvariable berichtigen oder löschen."
        ) from error


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
