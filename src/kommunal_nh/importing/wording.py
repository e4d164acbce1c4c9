"""The words by which a report is recognised: those that the profile prints, and its synonyms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from kommunal_nh.importing.meanings import COLUMNS, FIELDS, meaning
from kommunal_nh.labels import fill
from kommunal_nh.patterns import Pattern
from kommunal_nh.profile import Profile

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_SUBSCRIPT = re.compile(r"\s+(?=[₀-₉])|(?<=[₀-₉])\s+(?=[-–])")
_QUOTES = str.maketrans({"„": '"', "“": '"', "”": '"', "»": '"', "«": '"', "\xa0": " "})
REGIONS = ("contents", "legend", "guide", "figures", "overview", "project_lists", "archive",
           "withdrawn", "changes", "changes_since", "history")  # fmt: skip
"""Labels of the parts that stand beside the themes."""
_FIELDS = ("description", "progress", "responsible", "cooperation", "status", "period", "sdgs",
           "frameworks", "dimension", "lead", "introduction")  # fmt: skip


def folded(words: str) -> str:
    """Words as they are compared: without case, quotation marks' shape and final punctuation.

    Args:
        words: Any words.

    Returns:
        The same for everything that people would call the same.
    """
    return printed_alike(words).lower()


def printed_alike(words: str) -> str:
    """Words without what only the printing changes: quotation marks, spaces, final punctuation.

    Args:
        words: Any words.

    Returns:
        The words, with their capital letters.
    """
    return " ".join(close_up(words).translate(_QUOTES).split()).strip(" :.*")


def close_up(words: str) -> str:
    """Words in which lowered digits stand where they belong.

    Args:
        words: As they come out of a PDF, such as `H ₂ -Mobilität`.

    Returns:
        The words, such as `H₂-Mobilität`.
    """
    return _SUBSCRIPT.sub("", words)


def matcher(text: str, **values: str) -> re.Pattern[str]:
    """What recognises a text with placeholders.

    Args:
        text: For example `Strategisches Ziel {ziel}`.

        **values: Placeholders that are known.

    Returns:
        An expression with a group for each other placeholder, for folded words.
    """
    expression, end, filled = "", 0, folded(fill(text, **values))
    for found in _PLACEHOLDER.finditer(filled):
        group = f"(?P<{found[1]}>.+?)" if f"(?P<{found[1]}>" not in expression else ".+?"
        expression += re.escape(filled[end : found.start()]) + group
        end = found.end()
    return re.compile(expression + re.escape(filled[end:]))


class Wording:
    """What a profile's report looks like.

    Attributes:
        profile: The profile.
        patterns: Number pattern of each level: status, projekt, ziel, thema.
        filled: What the profile's own placeholders stand for.
    """

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        scheme = profile.numbering
        texts = {"status": scheme.status, "projekt": scheme.project, "ziel": scheme.goal}
        texts["thema"] = scheme.theme
        self.patterns = {name: Pattern(text) for name, text in texts.items() if text}
        self.filled = {"projekte": profile.levels.project.several,
                        "themen": profile.levels.theme.several}  # fmt: skip

    @cached_property
    def sections(self) -> dict[str, str]:
        """Titles of the sections of the statuses, with the status."""
        found: dict[str, str] = {}
        for status in self.profile.statuses:
            title = fill(status.section_title or status.label, **self.filled)
            found.setdefault(folded(title), status.id)
        return found

    @cached_property
    def statuses(self) -> dict[str, str]:
        """All names of the statuses, with the status."""
        found: dict[str, str] = {}
        for status in self.profile.statuses:
            for name in (status.column_title, status.label, status.section_title, status.id):
                if name:
                    found.setdefault(folded(fill(name, **self.filled)), status.id)
        return found

    @cached_property
    def legend(self) -> tuple[str, ...]:
        """The names of the statuses, as a legend shows them."""
        return tuple(folded(status.label) for status in self.profile.statuses)

    @cached_property
    def empty_texts(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """What stands in empty sections, with the status."""
        return tuple(
            (status.id, matcher(status.empty_text, **self.filled))
            for status in self.profile.statuses
            if folded(status.empty_text)
        )

    @cached_property
    def fields(self) -> dict[str, str]:
        """Words before the values of a project or theme, with the name of the field."""
        labels = self.profile.labels
        found: dict[str, str] = {}
        for name in _FIELDS:
            found.setdefault(folded(getattr(labels, name)), name)
        for extra in self.profile.fields:
            found.setdefault(folded(extra.label), f"extra:{extra.key}")
        for name, synonyms in self.profile.recognition.labels.items():
            found.update((folded(word), meaning(name, FIELDS)) for word in synonyms)
        found.pop("", None)
        return found

    @cached_property
    def regions(self) -> dict[str, str]:
        """Headings of the parts beside the themes, with the name of the part."""
        labels = self.profile.labels
        found: dict[str, str] = {}
        for name in REGIONS:
            found.setdefault(folded(fill(getattr(labels, name), **self.filled)), name)
        found.pop("", None)
        return found

    @cached_property
    def captions(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """What stands above tables, with the name of the part."""
        labels = self.profile.labels
        texts = {"project_lists": labels.list_caption, "archive": labels.archive_caption,
                 "withdrawn": labels.withdrawn_caption}  # fmt: skip
        return tuple((name, matcher(text, **self.filled)) for name, text in texts.items() if text)

    @cached_property
    def goal_headings(self) -> tuple[re.Pattern[str], ...]:
        """What goals without a title of their own are called."""
        levels = self.profile.levels.goals
        return tuple(matcher(level.heading) for level in levels if level.heading)

    @cached_property
    def goal_lists(self) -> tuple[str, ...]:
        """What stands above goals that are the items of a list."""
        levels = self.profile.levels.goals
        return tuple(folded(level.several) for level in levels if level.listed)

    @cached_property
    def theme_headings(self) -> tuple[re.Pattern[str], ...]:
        """Other headings of themes, as the profile's synonyms say."""
        return tuple(matcher(text) for text in self.profile.recognition.themes)

    def columns(self) -> Iterator[tuple[str, str]]:
        """Names of the columns of lists.

        Yields:
            The folded name, and what the column holds.
        """
        labels, levels = self.profile.labels, self.profile.levels
        yield from ((folded(word), name) for word, name in (
            (labels.column_number, "number"), (labels.column_old_number, "number"),
            (levels.project.singular, "project"), (levels.project.several, "project"),
            (levels.theme.singular, "theme"), (levels.theme.several, "theme"),
            (labels.column_cooperation, "cooperation"), (labels.column_responsible, "responsible"),
            (labels.column_edition, "edition"), (labels.column_dimension, "dimension"),
            (labels.column_lead, "lead"), (labels.column_reason, "reason"),
            (labels.column_status, "status"),
        ))  # fmt: skip
        yield from ((name, f"status:{status}") for name, status in self.statuses.items())
        for name, synonyms in self.profile.recognition.columns.items():
            yield from ((folded(word), meaning(name, COLUMNS)) for word in synonyms)
