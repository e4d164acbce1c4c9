"""What a profile can say that words of an old report mean: the keys of the data folder."""

from __future__ import annotations

from collections.abc import Mapping

from kommunal_nh.errors import UsageError
from kommunal_nh.findings import suggestion

FIELDS = {
    "beschreibung": "description",
    "sachstand": "progress",
    "verantwortlich": "responsible",
    "zusammenarbeit": "cooperation",
    "status": "status",
    "zeitraum": "period",
    "dimension": "dimension",
    "federfuehrung": "lead",
}
"""Values of projects and themes."""

COLUMNS = {
    "nummer": "number",
    "projekt": "project",
    "thema": "theme",
    "status": "status",
    "verantwortlich": "responsible",
    "zusammenarbeit": "cooperation",
    "report": "edition",
    "grund": "reason",
    "dimension": "dimension",
    "federfuehrung": "lead",
}
"""Columns of lists, archive and overview."""


def meaning(key: str, known: Mapping[str, str]) -> str:
    """What a key stands for.

    Args:
        key: As the profile writes it; nothing for a column that holds nothing of interest.

        known: `FIELDS` or `COLUMNS`.

    Returns:
        The name inside the library.

    Raises:
        UsageError: There is no such key.
    """
    if key and key not in known:
        raise UsageError(
            f"Das Profil nennt unter erkennen „{key}“, das gibt es nicht."
            + (suggestion(key, known) or f" Möglich sind: {', '.join(known)}.")
        )
    return known.get(key, "")
