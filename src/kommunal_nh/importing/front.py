"""Title, publisher and day of a report, from its first lines."""

from __future__ import annotations

import re
from datetime import date

from kommunal_nh.dates import parse_date
from kommunal_nh.importing.drafts import Draft
from kommunal_nh.importing.wording import Wording, folded, matcher

_MUNICIPALITY = re.compile(
    r"\b(?:Kreis|Landkreis|Stadt|Hansestadt|Gemeinde|Markt|Region|Städteregion|Amt|Samtgemeinde"
    r"|Verbandsgemeinde) [A-ZÄÖÜ][\w-]+(?: \([^)]*\)| (?:am|an der|im|in) [A-ZÄÖÜ]\w+)?"
)
_NUMERIC = re.compile(r"(?<!\d)\d{1,2}\.\d{1,2}\.\d{4}(?!\d)")


class Front:
    """What the title page says; the rest of it is left over.

    Attributes:
        title: Name of the report.
        publisher: Who publishes it; empty if that is not said.
        as_of: The day it speaks of, if it is said.
    """

    def __init__(self, draft: Draft, wording: Wording) -> None:
        self.title = self.publisher = ""
        self.as_of: date | None = None
        self._wording = wording
        for at, words in draft.front:
            if not self._takes(words):
                draft.leave(at, words)
        if not self.publisher and (found := _MUNICIPALITY.search(self.title)):
            self.publisher = found[0]

    def _takes(self, words: str) -> bool:
        if self.as_of is None and (day := self._day(words)):
            self.as_of = day
            return bool(self._labelled(words)) or folded(words) == folded(str(day))
        if not self.title:
            self.title = words
            return True
        if not self.publisher and (found := _MUNICIPALITY.fullmatch(words.strip())):
            self.publisher = found[0]
            return True
        return words == self.title

    def _day(self, words: str) -> date | None:
        labelled = self._labelled(words)
        numeric = _NUMERIC.search(labelled or words)
        try:
            return parse_date(numeric[0]) if numeric else self._named_day(words)
        except ValueError:
            return None

    def _labelled(self, words: str) -> str:
        found = matcher(self._wording.profile.labels.as_of).fullmatch(folded(words))
        return found["stand"] if found else ""

    def _named_day(self, words: str) -> date | None:
        names = [
            name.strip() for name in self._wording.profile.labels.month_names.lower().split(",")
        ]
        found = re.search(r"(?<!\d)(\d{1,2})\.? ([a-zäöü]+) (\d{4})", words.lower())
        if not found or found[2] not in names:
            return None
        return date(int(found[3]), names.index(found[2]) + 1, int(found[1]))
