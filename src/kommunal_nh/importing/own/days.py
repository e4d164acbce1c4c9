"""Days and periods, as the labels of a profile write them."""

from __future__ import annotations

import re
from datetime import date

from kommunal_nh.dates import PartialDate
from kommunal_nh.labels import Labels, names_of_months

_ELEMENTS = {
    "%-d": r"(?P<day>\d{1,2})", "%d": r"(?P<day>\d{2})", "%m": r"(?P<month>\d{2})",
    "%Y": r"(?P<year>\d{4})",
}  # fmt: skip
_PLACEHOLDERS = {
    "monat": r"(?P<month>\d{2})", "jahr": r"(?P<year>\d{4})", "quartal": r"(?P<quarter>[1-4])",
}  # fmt: skip


class Days:
    """Reads what `Labels.date` and `Labels.partial_date` write."""

    def __init__(self, labels: Labels) -> None:
        self._labels = labels
        self._months = list(names_of_months(labels.month_names))
        month = "|".join(map(re.escape, self._months)) or r"\d{2}"
        self._name = rf"(?P<name>{month})"
        self._day = self._of_format(labels.date_format)
        self._forms = (
            self._day,
            self._of_label(labels.quarter),
            self._of_label(labels.month),
            re.compile(_PLACEHOLDERS["jahr"]),
        )

    def day(self, text: str) -> date | None:
        """An exact day.

        Args:
            text: As printed.

        Returns:
            The day; nothing if it is none.
        """
        found = self._read(self._day, text)
        return found.first_day if found is not None and found.day else None

    def partial(self, text: str) -> PartialDate | None:
        """A day, month, quarter or year.

        Args:
            text: As printed.

        Returns:
            The date; nothing if it is none.
        """
        dates = (self._read(form, text) for form in self._forms)
        return next((found for found in dates if found is not None), None)

    def period(self, text: str) -> tuple[PartialDate | None, PartialDate | None] | None:
        """Begin and end.

        Args:
            text: As printed.

        Returns:
            Both, or one of them; nothing if it is no period.
        """
        labels = self._labels
        for label in (labels.until, labels.from_date, labels.to_date):
            found = placeholders(label, "beginn", "ende").fullmatch(text)
            said = found.groupdict() if found else {}
            dates = {name: self.partial(words) for name, words in said.items()}
            if dates and None not in dates.values():
                return dates.get("beginn"), dates.get("ende")
        return None

    def _read(self, form: re.Pattern[str], text: str) -> PartialDate | None:
        found = form.fullmatch(text)
        if found is None:
            return None
        values = {key: value for key, value in found.groupdict().items() if value}
        if name := values.pop("name", ""):
            values["month"] = str(self._months.index(name) + 1) if self._months else name
        try:
            return PartialDate(**{key: int(value) for key, value in values.items()})
        except (TypeError, ValueError):
            return None

    def _of_format(self, text: str) -> re.Pattern[str]:
        return _built(text, re.compile(r"%-d|%[dmYB]"), {**_ELEMENTS, "%B": self._name})

    def _of_label(self, text: str) -> re.Pattern[str]:
        known = {f"{{{name}}}": form for name, form in _PLACEHOLDERS.items()}
        return _built(text, re.compile(r"\{\w+\}"), {**known, "{monatsname}": self._name})


def placeholders(text: str, *names: str) -> re.Pattern[str]:
    """What reads a label that was filled in.

    Args:
        text: The label.

        *names: Its placeholders.

    Returns:
        An expression with a group for each of them.
    """
    forms = {f"{{{name}}}": f"(?P<{name}>.*?)" for name in names}
    return _built(text, re.compile(r"\{\w+\}"), forms)


def _built(text: str, place: re.Pattern[str], forms: dict[str, str]) -> re.Pattern[str]:
    expression, end, used = "", 0, set[str]()
    for found in place.finditer(text):
        form = forms.get(found[0], re.escape(found[0]))
        expression += re.escape(text[end : found.start()])
        expression += re.sub(r"\?P<\w+>", "?:", form) if form in used else form
        used.add(form)
        end = found.end()
    return re.compile(expression + re.escape(text[end:]))
