"""How the statuses of a profile look in a document."""

from __future__ import annotations

from collections.abc import Iterable

from kommunal_nh.colours import text_on
from kommunal_nh.document import StatusStyle
from kommunal_nh.profile import Status


def styles_of(statuses: Iterable[Status]) -> tuple[StatusStyle, ...]:
    """How statuses look.

    Args:
        statuses: The statuses of a profile.

    Returns:
        One style for each status, in the order of the legend.
    """
    return tuple(
        StatusStyle(
            status.id,
            status.label,
            status.definition,
            status.colour,
            status.symbol,
            status.text_colour or text_on(status.colour),
        )
        for status in statuses
    )
