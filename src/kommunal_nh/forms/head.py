"""For whom a form was made, and what was asked: what every format keeps in a place of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import attrs

from kommunal_nh.errors import UsageError
from kommunal_nh.surveying.fingerprints import Fingerprint

SIGN = "kommunal-nh Rückfrage 1"
"""Stands first there."""
EDITION, UNIT, DUE, QUESTION = "Ausgabe", "Einheit", "Frist", "Frage"
"""What the rows there are called."""


@attrs.frozen
class Head:
    """What stands there, whatever the format.

    Attributes:
        edition: The edition.
        unit: The unit, as it stands there.
        due: Until when to answer.
        asked: Fingerprints by key.
        statuses: Ids by label.
        goals: Ids by label.
    """

    edition: date
    unit: str
    due: date | None
    asked: Mapping[str, Fingerprint]
    statuses: Mapping[str, str]
    goals: Mapping[str, str]


def head_of(
    said: Mapping[str, str],
    questions: Iterable[tuple[str, str]],
    statuses: Mapping[str, str],
    goals: Mapping[str, str],
) -> Head | None:
    """Understand what stands there.

    Args:
        said: Words by the names of rows.

        questions: Key and fingerprint of each question, as they stand there.

        statuses: Ids by label.

        goals: Ids by label.

    Returns:
        What it means; None if it is damaged.
    """
    try:
        edition = date.fromisoformat(said.get(EDITION, ""))
        due = date.fromisoformat(said[DUE]) if said.get(DUE) else None
    except ValueError:
        return None
    prints = {key: Fingerprint.read(text) for key, text in questions}
    asked = {key: one for key, one in prints.items() if one is not None}
    if len(asked) < len(prints):
        return None
    return Head(edition, said.get(UNIT, ""), due, asked, statuses, goals)


def no_form(name: str, where: str) -> UsageError:
    """The sentence for a file that no survey made.

    Args:
        name: Name of the file.

        where: What is missing, with its article.

    Returns:
        The exception to raise.
    """
    return UsageError(
        f"{name} ist keine Rückfrage von kommunal-nh: {where} fehlt oder ist beschädigt. Bitte die "
        "Antworten in die Datei übertragen, die verschickt wurde."
    )
