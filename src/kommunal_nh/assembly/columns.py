"""The columns of the statuses, in the lists and in the overview."""

from __future__ import annotations

from kommunal_nh.assembly.context import Context
from kommunal_nh.document import Column

_MARK = 2  # letters that the symbol of a mark and the space after it take


def status_columns(context: Context, width: int, align: str) -> tuple[Column, ...]:
    """A column for each status in the order of a project's life.

    Args:
        context: The report.

        width: Share of all of them together.

        align: How their cells are aligned.

    Returns:
        The columns; a longer title has more of the width, so that as few marks as possible break.
    """
    titles = [status.column_title or status.label for status in context.profile.by_stage]
    letters = sum(len(title) + _MARK for title in titles)
    return tuple(Column(title, width * (len(title) + _MARK) // letters, align) for title in titles)
